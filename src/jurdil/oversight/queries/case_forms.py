"""Forms of the law about a case as PDF, and the choices that forms on the screen offer."""

from django.utils import translation

from jurdil.kernel.acts import query
from jurdil.kernel.documents.sheet import pdf
from jurdil.kernel.fields import within
from jurdil.kernel.language import say
from jurdil.kernel.models import Election
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.oversight import case_papers, case_store, keeping
from jurdil.oversight.case_records import Revealed
from jurdil.oversight.models import Case
from jurdil.oversight.queries.case_page import case_page


@query("oversight.case")
def case_form(viewer: Viewer, case_id: int, kind: str, revealed: Revealed | None = None) -> bytes:
    """A form of the law; every person is masked but for what the act `reveal` opened for it.

    Raises Case.DoesNotExist, also for a form that this case cannot fill now.
    """
    with translation.override("id"):
        page = case_page(viewer, case_id)
        opened = dict(revealed.persons) if revealed else {}
        answers = revealed.answers if revealed else ()
        election = keeping.election_kind(page.case.election)
        try:
            made = case_papers.paper(page, kind, election, opened, answers)
        except KeyError as error:
            raise Case.DoesNotExist from error
        return pdf(made)


@query("oversight.case")
def case_officers(viewer: Viewer, path: str) -> tuple[tuple[int, str], ...]:
    """Who may be made the officer of a case at a place: the office's people and its Panwascam."""
    return tuple(
        (account_id, f"{grant.account.name}, {say(ROLES[grant.role].name)}")
        for account_id, grant in case_store.officers(path).items()
    )


@query("oversight.desk")
def report_elections(viewer: Viewer) -> tuple[tuple[int, Text, str], ...]:
    """The running elections that a report may be about: id, name, regime."""
    running = Election.objects.filter(state=Election.State.RUNNING).order_by("-id")
    return tuple(
        (row.pk, Text(row.name, row.name_en), row.regime)
        for row in running
        if within(viewer.path, row.path) or within(row.path, viewer.path)
    )
