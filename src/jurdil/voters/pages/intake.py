"""What the pages of source lists show, made ready."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _

from jurdil.kernel.spreadsheets import Row
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.views.files import table
from jurdil.law.figure import Figure, Input, share
from jurdil.law.text import Text
from jurdil.law.voters.identity import TRAPS
from jurdil.voters.pages.common import place_names
from jurdil.voters.queries import SourceRow, VillageIntake
from jurdil.web.words import language


@dataclass(frozen=True)
class Line:
    """A village of a source list with its name and the number of rows to look at."""

    row: VillageIntake
    name: str
    findings: int


def progress(row: SourceRow) -> Figure:
    """Rows taken in of all rows."""
    return share(
        Input(Text("Baris yang sudah diambil", "Rows taken in"), row.taken),
        Input(Text("Semua baris", "All rows"), row.rows),
        article="",
        confirmed=True,
    )


def lines(viewer: Viewer, rows: Sequence[VillageIntake]) -> tuple[Line, ...]:
    """Villages with their names."""
    names = place_names(viewer, [row.village for row in rows])
    return tuple(
        Line(row, names.get(row.village, row.village), len({number for number, *_ in row.findings}))
        for row in rows
    )


def trap_counts(rows: Sequence[VillageIntake]) -> tuple[tuple[str, str, str, int], ...]:
    """How often each element met each trap: element, code, sentence, number."""
    counts = Counter((element, code) for row in rows for _n, element, code in row.findings)
    return tuple(
        (element, code, TRAPS[code].text.pick(language()), number)
        for (element, code), number in counts.most_common()
    )


def findings_file(
    viewer: Viewer, rows: Sequence[VillageIntake], kind: str, source_id: int
) -> HttpResponse:
    """The findings as a file. Raises Http404 for a kind that is none."""
    names = place_names(viewer, [row.village for row in rows])
    header = (_("baris"), _("desa"), _("unsur"), _("kode"), _("yang terlihat"))
    lines: list[Row] = [
        header,
        *(
            (number, names.get(row.village, row.village), element, code, _sentence(code))
            for row in rows
            for number, element, code in row.findings
        ),
    ]
    return table(kind, lines, f"temuan-{source_id}")


def _sentence(code: str) -> str:
    return TRAPS[code].text.pick(language())
