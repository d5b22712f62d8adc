"""What the room tells reports: the list at each of its determinations, comments on it."""

from jurdil.kernel import clock, facts, moments
from jurdil.kernel.facts import Asked, Fact, Section, Table
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, total
from jurdil.law.text import Text
from jurdil.law.voters.flow import Count
from jurdil.voters import queries
from jurdil.voters.queries import RevisionRow

MEN, WOMEN = Text("Laki-laki", "Men"), Text("Perempuan", "Women")
UNKNOWN = Text("Jenis kelamin belum tercatat", "Sex not recorded")
HEADS = (
    Text("Daftar", "List"),
    Text("Ditetapkan", "Determined"),
    MEN,
    WOMEN,
    Text("Jumlah", "Total"),
    Text("TPS", "TPS"),
)


def tell(viewer: Viewer, asked: Asked) -> Section:
    """The revisions of the election's list that were determined."""
    if asked.election_id is None:
        return Section()
    rows = [row for row in queries.chain(viewer, asked.election_id).rows if row.decided_at]
    if not rows:
        return Section()
    made = [fact for row in _newest(rows) for fact in _facts(viewer, row)]
    return Section(tuple(made), (_table(rows),))


def _newest(rows: list[RevisionRow]) -> list[RevisionRow]:
    """The last revision of each kind, in their order."""
    return list({row.kind: row for row in rows}.values())


def _facts(viewer: Viewer, row: RevisionRow) -> list[Fact]:
    key, now = f"voters.{row.kind}", row.flow.now
    sides = [("men", MEN, now.men), ("women", WOMEN, now.women)]
    if now.unknown:
        sides.append(("unknown", UNKNOWN, now.unknown))
    parts = [
        Fact(f"{key}.{code}", Text(f"{name.id} dalam {row.title}", f"{name.en} in {row.title}"),
             _count(name, value))
        for code, name, value in sides
    ]  # fmt: skip
    whole = Fact(
        f"{key}.total",
        Text(f"Pemilih dalam {row.title}", f"Voters in {row.title}"),
        _all(now),
        parts=tuple(fact.key for fact in parts),
    )
    comments = len(queries.comments(viewer, row.id))
    label = Text(f"Tanggapan atas {row.title}", f"Comments on {row.title}")
    return [whole, *parts, Fact(f"{key}.comments", label, _count(label, comments))]


def _table(rows: list[RevisionRow]) -> Table:
    lines = tuple(
        (
            row.title,
            moments.day_of(row.decided_at, clock.zone()) if row.decided_at else None,
            row.flow.now.men,
            row.flow.now.women,
            _all(row.flow.now),
            row.figures.tps,
        )
        for row in rows
    )
    return Table(Text("Daftar pemilih yang ditetapkan", "Determined voter lists"), HEADS, lines)


def _all(count: Count) -> Figure:
    inputs = [Input(MEN, count.men), Input(WOMEN, count.women)]
    if count.unknown:
        inputs.append(Input(UNKNOWN, count.unknown))
    return total(inputs, article="", confirmed=True)


def _count(name: Text, value: int) -> Figure:
    return total([Input(name, value)], article="", confirmed=True)


facts.register(
    "voters",
    Text("Daftar pemilih", "Voter list"),
    tell,
    order=40,
    right="voters.chain",
    divisions=("rendatin",),
)
