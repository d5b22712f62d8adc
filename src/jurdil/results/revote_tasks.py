"""What a vote held again asks for, one task at a time, and when its results are in."""

from datetime import date, datetime, time

from jurdil.kernel import clock
from jurdil.kernel.actions.tasks import CLOSED, raise_task
from jurdil.kernel.acts import inner
from jurdil.kernel.models import Task
from jurdil.law import revote as law
from jurdil.law.revote import Kind, State
from jurdil.law.text import Text
from jurdil.results import revotes
from jurdil.results.models import FormVersi, Ulang

DECIDE = Text("Putuskan usul", "Decide the proposal")
HOLD = Text("Laksanakan", "Hold")
ENTER = Text("Masukkan hasil baru", "Enter the new result")


@inner
def ask(case: Ulang, what: Text, due: datetime | None, place: str = "") -> None:
    """Open the task of the step that is due, at the office or at `place`."""
    name = law.NAMES[Kind(case.kind)]
    raise_task(
        title=f"{what.id}: {name.id}, TPS {case.path}",
        title_en=f"{what.en}: {name.en}, TPS {case.path}",
        election_id=case.election_id,
        path=place or case.election.path,
        source=f"results:revote:{case.pk}",
        division="teknis",
        due=due,
        subject=f"revote:{case.pk}",
    )


@inner
def ask_to_hold(case: Ulang) -> None:
    """Ask the kecamatan to hold it on its day."""
    ask(case, HOLD, _end_of(case.held_on), revotes.kecamatan_of(case))


@inner
def settle(case: Ulang, result: str) -> None:
    """Close what was asked for, with what came of it."""
    rows = Task.objects.filter(subject=f"revote:{case.pk}").exclude(state__in=CLOSED)
    rows.update(state=Task.State.DONE, result=result, closed_at=clock.now())


@inner
def mark_done(election_id: int, contest: str, path: str) -> str:
    """The origin of an agreed form: that of a re-vote while its case is open, which is then done
    for this contest."""
    case = revotes.open_case(election_id, contest, path)
    if case is None:
        return FormVersi.Origin.AGREED
    case.done = [*case.done, contest]
    if set(case.done) == set(case.contests):
        case.state = State.DONE.value
        settle(case, law.STATES[State.DONE].id)
    case.save(update_fields=["done", "state"])
    return FormVersi.Origin.RECOUNT if case.kind == Kind.RECOUNT else FormVersi.Origin.REVOTE


def _end_of(day: date | None) -> datetime | None:
    return datetime.combine(day, time(23, 59, 59), clock.zone()) if day else None
