"""Events of an election: which there are, and which hold after one more is recorded."""

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Election
from jurdil.law.deadlines import load_triggers
from jurdil.law.text import Text
from jurdil.stages import deadlines
from jurdil.stages.records import EventFact


def check_trigger(election: Election, trigger: str) -> None:
    """Raise `Refused` for an event that no deadline of this regime counts from."""
    if trigger not in {known.id for known in load_triggers(election.regime)}:
        raise Refused(
            _("Tidak ada tenggat yang dihitung dari peristiwa “%(id)s”.") % {"id": trigger}
        )
    if trigger == deadlines.VOTING:
        raise Refused(
            _("Hari pemungutan suara ikut jadwal. Ubah tanggal tahapannya, bukan peristiwanya.")
        )


def with_event(election_id: int, fact: EventFact, *, withdrawn: bool) -> tuple[EventFact, ...]:
    """The events that hold once this one is recorded, moved or withdrawn."""
    held = deadlines.events_of(election_id)
    key = (fact.trigger, fact.case)
    others = tuple(event for event in held if (event.trigger, event.case) != key)
    if not withdrawn:
        return (*others, fact)
    if len(others) == len(held):
        raise Refused(_("Peristiwa ini belum pernah dicatat, jadi tidak dapat dicabut."))
    return others


def name_of(election: Election, trigger: str) -> Text:
    """What the regime calls an event."""
    return next(known.name for known in load_triggers(election.regime) if known.id == trigger)
