"""What the room tells reports: letters, legal products, expense files of a time."""

from collections import Counter

from jurdil.kernel import facts, policy
from jurdil.kernel.facts import Asked, Fact, Section, Table
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, share, total
from jurdil.law.text import Text
from jurdil.office import queries
from jurdil.office.records import SpjRow

HUKUM, KUL = ("hukum",), ("kul",)
PRODUCTS = (Text("Nomor", "Number"), Text("Tentang", "About"), Text("Tanggal", "Date"))
MISSING = (Text("Kegiatan", "Activity"), Text("Selesai", "Ended"), Text("Yang kurang", "Missing"))


def tell(viewer: Viewer, asked: Asked) -> Section:
    """Letters and papers between two days, and the expense files of activities held in them."""
    found = _letters(viewer, asked)
    tables: list[Table] = []
    if policy.allows(viewer, "office.products"):
        more, table = _products(viewer, asked)
        found, tables = [*found, *more], [*tables, *table]
    if policy.allows(viewer, "office.spj"):
        more, table = _expenses(viewer, asked)
        found, tables = [*found, *more], [*tables, *table]
    return Section(tuple(found), tuple(tables))


def _letters(viewer: Viewer, asked: Asked) -> list[Fact]:
    counts = queries.letter_counts(viewer, asked.first, asked.last)
    names = {
        "received": Text("Surat masuk", "Letters received"),
        "sent": Text("Surat keluar", "Letters sent"),
        "waiting": Text("Surat yang menunggu jawaban", "Letters awaiting an answer"),
        "late": Text("Surat yang lewat batas jawaban", "Letters past their day"),
    }
    return [
        Fact(f"office.letters.{code}", name, _count(name, getattr(counts, code)), divisions=KUL)
        for code, name in names.items()
        if getattr(counts, code)
    ]


def _products(viewer: Viewer, asked: Asked) -> tuple[list[Fact], list[Table]]:
    rows = [
        row
        for row in queries.products(viewer)
        if row.dated and asked.first <= row.dated <= asked.last and row.force != "konsep"
    ]
    if not rows:
        return [], []
    name = Text("Produk hukum yang ditetapkan", "Legal products made")
    lines = tuple((row.number, row.title, row.dated) for row in rows)
    fact = Fact("office.products", name, _count(name, len(rows)), divisions=HUKUM)
    return [fact], [Table(name, PRODUCTS, lines)]


def _expenses(viewer: Viewer, asked: Asked) -> tuple[list[Fact], list[Table]]:
    rows = [
        row
        for row in queries.spj_rows(viewer, open_only=False)
        if asked.first <= row.held_until <= asked.last and not row.dropped_for
    ]
    if not rows:
        return [], []
    complete = share(
        Input(Text("Berkas lengkap", "Complete files"), sum(row.complete for row in rows)),
        Input(Text("Berkas SPJ", "Expense files"), len(rows)),
        article="",
        confirmed=True,
    )
    fact = Fact(
        "office.spj.complete",
        Text("Berkas SPJ yang lengkap", "Complete expense files"),
        complete,
        divisions=KUL,
        public=False,
    )
    lines = tuple((row.title, row.held_until, _lacking(row)) for row in rows if not row.complete)
    caption = Text("Berkas SPJ yang belum lengkap", "Incomplete expense files")
    return [fact], [Table(caption, MISSING, lines)] if lines else []


def _lacking(row: SpjRow) -> str:
    """The missing papers, each with how many of them are missing."""
    counted = Counter(one.name.id for one in row.lacks)
    return "; ".join(f"{name} ({many})" if many > 1 else name for name, many in counted.items())


def _count(name: Text, value: int) -> Figure:
    return total([Input(name, value)], article="", confirmed=True)


facts.register(
    "office",
    Text("Tata usaha", "Letters and papers"),
    tell,
    order=90,
    right="office.letters",
    divisions=("kul", "hukum"),
)
