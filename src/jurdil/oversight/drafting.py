"""From advice to a draft finding, inside the acts that close the advice."""

from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import clocks
from jurdil.law.oversight.advice import BECOMES_FINDING, Standing
from jurdil.oversight import keeping
from jurdil.oversight.advice_facts import Answered
from jurdil.oversight.models import Advice, AdviceFacts, FindingDraft


@inner
def take_answer(row: Advice, said: Answered) -> FindingDraft | None:
    """Put an answer to its advice; one that does not follow it makes a draft finding.

    One given after the clock is late and changes nothing of the lapse. One given in time that only
    came later stands; the draft that arose meanwhile is left to people. Raises `acts.Refused` when
    there is an answer already.
    """
    if row.answered_at is not None:
        raise Refused(_("Saran ini sudah dijawab."))
    row.late = said.answered_at >= row.ends_at
    row.answered = said.answer
    row.answer, row.answer_role, row.answer_letter = said.text, said.role, said.letter
    row.answered_at = said.answered_at
    row.state = AdviceFacts.State.LAPSED if row.late else said.answer
    row.save()
    return from_advice(row) if Standing(row.state) in BECOMES_FINDING else None


@inner
def from_advice(row: Advice) -> FindingDraft:
    """The draft finding of an advice that was not followed; the same one when it exists."""
    source = f"advice:{row.pk}"
    if known := FindingDraft.objects.filter(source=source).first():
        return known
    return FindingDraft.objects.create(
        source=source,
        election=row.election,
        path=row.path,
        regime=row.regime,
        title=title_of(row),
        rule=row.rule,
        story=f"{row.fact}\n\n{row.request}\n\n{row.get_state_display()}. {row.answer}".strip(),
        discovered_at=clock.now(),
    )


@inner
def from_report(
    *,
    source: str,
    election: Election | None,
    path: str,
    day: date,
    title: str,
    rule: str,
    story: str,
) -> FindingDraft:
    """The draft finding of something that this house saw itself, discovered now.

    Raises `acts.Refused` when the source has a draft already.
    """
    if FindingDraft.objects.filter(source=source).exists():
        raise Refused(_("Konsep temuan dari sumber ini sudah ada."))
    return FindingDraft.objects.create(
        source=source,
        election=election,
        path=path,
        regime=clocks.regime_for(keeping.election_kind(election), day).id,
        title=title[:200],
        rule=rule[:300],
        story=story,
        discovered_at=clock.now(),
    )


@inner
def close(
    draft: FindingDraft, state: str, by: Viewer, *, reason: str = "", became: str = ""
) -> None:
    """Close a draft: it became a finding, or is none."""
    draft.state, draft.reason, draft.became = state, reason, became
    draft.closed_name, draft.closed_at = by.name, clock.now()
    draft.save()


def title_of(row: AdviceFacts) -> str:
    """How an advice is called on lists, without what was found."""
    return f"{row.get_about_display()}: {row.stage}"[:200]
