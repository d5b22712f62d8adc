"""What became of cases of neutrality, each share with its denominator; rows for a table."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.spreadsheets import Row
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import neutrality, neutrality_road
from jurdil.law.oversight.neutrality_road import Tally
from jurdil.law.text import Text
from jurdil.oversight import neutral_cases
from jurdil.oversight.models import Neutral
from jurdil.oversight.phases import Schedules

Counted = tuple[tuple[Text, int], ...]


@dataclass(frozen=True)
class NeutralFigures:
    """Counts of a year (0: of all years): follow-up of ASN, and how cases spread."""

    tally: Tally
    by_person: Counted
    by_act: Counted
    by_post: Counted
    by_medium: Counted
    by_source: Counted
    by_result: Counted
    overlap: int
    cases: int


@query("oversight.neutral_figures")
def neutral_figures(viewer: Viewer, *, year: int = 0) -> NeutralFigures:
    """The figures of the viewer's place; what was struck counts no more."""
    rows = list(_of(viewer, year).exclude(result=neutrality_road.STRUCK))
    asn = [row for row in rows if row.person == neutrality.ASN]
    return NeutralFigures(
        tally=neutrality_road.tally(
            len(asn),
            sum(bool(row.proven) for row in asn),
            sum(bool(row.given_sanction) for row in asn),
        ),
        by_person=_counted(rows, "person", neutrality.persons()),
        by_act=_counted(rows, "act", neutrality.acts()),
        by_post=_counted(rows, "post", neutrality_road.posts()),
        by_medium=_chosen(rows, "medium", Neutral.Medium),
        by_source=_chosen(rows, "source", Neutral.Source),
        by_result=_counted(rows, "result", neutrality.results()),
        overlap=sum(row.overlap for row in rows),
        cases=len(rows),
    )


HEAD: Row = (
    "nomor",
    "sumber",
    "golongan",
    "instansi",
    "perbuatan",
    "tanggal_kejadian",
    "tanggal_diketahui",
    "kode_tempat",
    "media",
    "sanksi_menurut_lampiran",
    "keadaan",
    "hasil",
    "sanksi_dijatuhkan",
    "hari_berjalan",
)


@query("oversight.neutral_figures")
def neutral_table(viewer: Viewer) -> list[Row]:
    """All cases as a table, without any name, number or address."""
    seen, today = Schedules(), clock.today()
    return [HEAD, *(_table_row(row, seen, today) for row in _of(viewer, 0))]


def _table_row(row: Neutral, seen: Schedules, today: date) -> Row:
    return (
        neutral_cases.number(row),
        row.source,
        row.person,
        row.agency,
        row.act,
        str(row.happened_on),
        str(row.known_on),
        row.path,
        row.medium,
        neutral_cases.sanction(row, seen),
        row.state,
        row.result,
        row.given_sanction,
        neutral_cases.days_open(row, today),
    )


def _of(viewer: Viewer, year: int):
    rows = Neutral.objects.filter(path__within=viewer.path).select_related("election")
    return (rows.filter(year=year) if year else rows).order_by("year", "serial")


def _counted(rows: list[Neutral], field: str, words) -> Counted:
    counts = Counter(getattr(row, field) for row in rows)
    found = ((words[code].name, number) for code, number in counts.items() if code in words)
    return tuple(sorted(found, key=lambda one: (-one[1], one[0].id)))


def _chosen(rows: list[Neutral], field: str, choices) -> Counted:
    counts = Counter(getattr(row, field) for row in rows)
    found = ((str(choices(code).label), number) for code, number in counts.items())
    return tuple((Text(name, name), n) for name, n in sorted(found, key=lambda one: -one[1]))
