"""What the room tells reports: verified activities, who came to them, and by base."""

from collections import Counter
from collections.abc import Iterable

from jurdil.kernel import facts
from jurdil.kernel.facts import Asked, Fact, Section, Table
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, total
from jurdil.law.text import Text
from jurdil.outreach import queries
from jurdil.outreach.records import ActivityRow, Wanted

VERIFIED = "terverifikasi"
HEADS = (
    Text("Basis pemilih", "Base of voters"),
    Text("Kegiatan", "Activities"),
    Text("Hadir", "Present"),
)
PEOPLE = {
    "total": Text("Hadir dalam kegiatan sosialisasi", "Present at outreach activities"),
    "men": Text("Laki-laki yang hadir", "Men present"),
    "women": Text("Perempuan yang hadir", "Women present"),
}


def tell(viewer: Viewer, asked: Asked) -> Section:
    """The verified activities between two days; what was not counted is no number of people."""
    wanted = Wanted(state=VERIFIED, first=asked.first, last=asked.last)
    rows = queries.every_activity(viewer, wanted)
    if not rows:
        return Section()
    names = {row.base: row.base_name for row in rows}
    held = Counter(row.base for row in rows)
    of_bases = [
        Fact(f"outreach.{base}.held", names[base], _sum(names[base], number), listed=False)
        for base, number in held.items()
    ]
    name = Text("Kegiatan sosialisasi terverifikasi", "Verified outreach activities")
    whole = Fact("outreach.held", name, _sum(name, len(rows)), parts=tuple(f.key for f in of_bases))
    people = tuple(
        Fact(f"outreach.{part}", name, _sum(name, came))
        for part, name in PEOPLE.items()
        if (came := _came(rows, part)) is not None
    )
    lines = tuple(
        (names[base], number, _came([row for row in rows if row.base == base], "total"))
        for base, number in held.items()
    )
    table = Table(Text("Kegiatan menurut basis pemilih", "Activities by base"), HEADS, lines)
    return Section((whole, *of_bases, *people), (table,))


def _came(rows: Iterable[ActivityRow], part: str) -> int | None:
    """Who came to the activities that counted that part; None where none of them did."""
    counted = [came for row in rows if (came := getattr(row.came, part)) is not None]
    return sum(counted) if counted else None


def _sum(name: Text, value: int) -> Figure:
    return total([Input(name, value)], article="", confirmed=True)


facts.register(
    "outreach",
    Text("Sosialisasi dan partisipasi", "Outreach and participation"),
    tell,
    order=75,
    right="outreach.view",
    divisions=("parmas-sdm",),
)
