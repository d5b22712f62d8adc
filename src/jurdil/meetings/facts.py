"""What the room tells reports: meetings held, people who came, decisions and their follow-ups."""

from collections import Counter

from jurdil.kernel import facts
from jurdil.kernel.facts import Asked, Fact, Section, Table
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, total
from jurdil.law.meetings.kinds import kind
from jurdil.law.meetings.states import State
from jurdil.law.text import Text
from jurdil.meetings import queries

HELD = (State.CLOSED, State.SETTLED)
HEADS = (
    Text("Jenis", "Kind"),
    Text("Diselenggarakan", "Held"),
    Text("Diundang", "Invited"),
    Text("Hadir", "Present"),
)


def tell(viewer: Viewer, asked: Asked) -> Section:
    """The meetings that were held between two days, by kind."""
    rows = [
        row
        for row in queries.meetings_between(viewer, asked.first, asked.last)
        if row.state in HELD and asked.election_id in (None, row.election_id)
    ]
    if not rows:
        return Section()
    held: Counter[str] = Counter(row.kind for row in rows)
    invited: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for row in rows:
        counts = queries.counts_of(viewer, row.id)
        invited[row.kind] += counts.invited
        there[row.kind] += counts.there
    made = [
        Fact(
            f"meetings.{code}.held", kind(code).name, _count(kind(code).name, number), listed=False
        )
        for code, number in held.items()
    ]
    name = Text("Rapat yang diselenggarakan", "Meetings held")
    whole = Fact(
        "meetings.held", name, _count(name, len(rows)), parts=tuple(one.key for one in made)
    )
    people = Text("Kehadiran di semua rapat", "Attendances at all meetings")
    came = Fact("meetings.there", people, _count(people, there.total()))
    lines = tuple((kind(code).name, held[code], invited[code], there[code]) for code in held)
    return Section(
        (whole, *made, came),
        (Table(Text("Rapat menurut jenis", "Meetings by kind"), HEADS, lines),),
    )


def _count(name: Text, value: int) -> Figure:
    return total([Input(name, value)], article="", confirmed=True)


facts.register(
    "meetings",
    Text("Rapat", "Meetings"),
    tell,
    order=80,
    right="meetings.view",
)
