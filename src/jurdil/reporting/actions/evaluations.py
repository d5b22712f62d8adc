"""Evaluations: opened, remarked on, drafted as a paper."""

import unicodedata
from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.documents import compose, render, signing
from jurdil.kernel.documents.chain import ENDED
from jurdil.kernel.documents.drafting import open_draft
from jurdil.kernel.fields import within
from jurdil.kernel.language import say
from jurdil.kernel.models import Document, Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.reporting import release as law
from jurdil.reporting import evaluating, knowing
from jurdil.reporting.models import Evaluation, Remark
from jurdil.reporting.papers import report
from jurdil.stages import divisions

WHOLE, PART = "laporan", "laporan-divisi"


@act("reporting.evaluate")
def open_evaluation(
    *,
    by: Viewer,
    title: str,
    first: date,
    last: date,
    election_id: int | None = None,
    division: str = "",
    stage: str = "",
) -> Done[Evaluation]:
    """Open an evaluation of a time, an election, a division or a stage.

    Raises `Refused` without a title, for days that do not follow each other or an unknown division.
    """
    if not title.strip():
        raise Refused(_("Isi judul evaluasi."))
    if last < first:
        raise Refused(_("Hari terakhir harus sesudah hari pertama."))
    if division and division not in {one.id for one in divisions.divisions()}:
        raise Refused(_("Pilih salah satu dari lima divisi."))
    if election_id is not None:
        election = Election.objects.get(pk=election_id)
        if not (within(election.path, by.path) or within(by.path, election.path)):
            raise Election.DoesNotExist
    made = Evaluation.objects.create(
        title=title.strip(),
        election_id=election_id,
        path=by.path,
        division=division,
        stage=stage,
        first=first,
        last=last,
        account_name=by.name,
        opened_at=clock.now(),
    )
    facts = {"division": division, "stage": stage, "first": str(first), "last": str(last)}
    return _done(made, facts)


@act("reporting.remark")
def remark(*, by: Viewer, evaluation_id: int, section: str, text: str) -> Done[Evaluation]:
    """Say something to a section, beside its figures; it replaces one's earlier words there.

    Raises `Refused` for an unknown section, once the paper is on its way, and for a day that the
    paper's own time contradicts.
    """
    found = _evaluation(by, evaluation_id)
    _require_open(found)
    if section not in evaluating.section_codes(by, found):
        raise Refused(_("Bagian ini tidak ada dalam evaluasi."))
    _require_days(by, found, text)
    made = Remark.objects.create(
        evaluation=found,
        section=section,
        text=_plain(text),
        account_name=by.name,
        written_at=clock.now(),
    )
    return _done(found, {"section": section, "letters": len(made.text)})


@act("reporting.draft_report")
def draft_report(*, by: Viewer, evaluation_id: int) -> Done[Document]:
    """Draft the report with the figures of today; a draft without initials is written anew.

    A signed one gets a successor. Raises `Refused` while the paper is on its way, or when it has a
    sign that cannot be printed.
    """
    found = _evaluation(by, evaluation_id)
    page = evaluating.page_of(by, found)
    before = found.document
    if before is not None and before.state not in (Document.State.DRAFT, *ENDED):
        raise Refused(_("Naskah evaluasi ini sudah diparaf. Kembalikan dulu untuk mengubahnya."))
    body = report.body(page)
    unconfirmed = report.unconfirmed(page)
    if before is not None and before.state == Document.State.DRAFT:
        before.data = {**before.data, "body": body, "unconfirmed": list(unconfirmed)}
        before.save(update_fields=["data"])
        document = before
    else:
        document = open_draft(
            by,
            kind=PART if found.division else WHOLE,
            title=found.title,
            body=body,
            path=found.path,
            election_id=found.election_id,
            division=found.division,
            unconfirmed=unconfirmed,
            replaces=before,
        )
        found.document = document
        found.save(update_fields=["document"])
    _require_printable(document)
    return Done(document, f"evaluation:{found.pk}", found.path, {"document": document.pk})


def _require_printable(document: Document) -> None:
    """A sign that the paper's font does not have would otherwise stop the last signature."""
    try:
        compose.pdf(document, signing.blocks(document), final=False)
    except render.Unprintable as error:
        raise Refused(
            _("Naskah memuat tanda yang tidak dapat dicetak, misalnya emoji: %(error)s")
            % {"error": error}
        ) from None


def _plain(text: str) -> str:
    """Without control signs, which no paper can print."""
    kept = (sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc")
    return "".join(kept).strip()


def _require_days(by: Viewer, found: Evaluation, text: str) -> None:
    """A day told as past must not lie ahead, nor a stage outside its window."""
    today = clock.today()
    windows = knowing.windows(by, found.election_id)
    for one in law.check_days(law.read(text, today), today, windows):
        if one.stops:
            raise Refused(say(one.text))


def _require_open(found: Evaluation) -> None:
    paper = found.document
    if paper is not None and paper.state not in (Document.State.DRAFT, *ENDED):
        raise Refused(_("Naskah evaluasi ini sudah diparaf. Kembalikan dulu untuk mengubahnya."))


def _evaluation(by: Viewer, evaluation_id: int) -> Evaluation:
    found = Evaluation.objects.select_for_update(of=("self",)).filter(path__within=by.path)
    return found.get(pk=evaluation_id)


def _done(found: Evaluation, facts: dict) -> Done[Evaluation]:
    return Done(found, f"evaluation:{found.pk}", found.path, facts)
