"""The group `jurdil voters`: what can be asked of this office's voter list on the terminal."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jurdil.kernel.starting import start_django
from jurdil.law.formats import number

if TYPE_CHECKING:
    from jurdil.voters.tps_figures import Compared

HEADS = {
    "id": ("kode_desa", "desa", "pemilih", "pemetaan", "berkas", "selisih"),
    "en": ("code", "village", "voters", "mapped", "file", "difference"),
}
NONE = "-"


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    group = sub.add_parser("voters", help="compare the voter list with published figures")
    commands = group.add_subparsers(dest="command", metavar="COMMAND", required=True)
    parser = commands.add_parser(
        "compare-tps",
        help="TPS per village by our mapping beside those of a file",
        description="The file is a CSV with a column kode_desa and one with the number of TPS. "
        "Prints a line per village and the sums of the villages that both have. Exit code 2: the "
        "file cannot be read.",
    )
    parser.add_argument("file", type=Path, metavar="FILE.csv")
    parser.add_argument("--column", default="n_tps_2024", help="column with the number of TPS")
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print both numbers of every village and their sums; returns the exit code."""
    start_django()
    from django.utils import translation

    from jurdil.kernel import clock
    from jurdil.kernel.acts import Refused
    from jurdil.kernel.viewer import system_viewer
    from jurdil.places import queries as places
    from jurdil.voters import queries

    office = clock.office()
    if office is None:
        print("jurdil voters: run jurdil init first", file=sys.stderr)
        return 2
    viewer = system_viewer(office.path, office.kind)
    with translation.override(args.lang):
        try:
            content = args.file.read_text("utf-8-sig")
            rows = queries.compare_tps(viewer, content, args.column)
        except (Refused, OSError, UnicodeDecodeError) as error:
            print(f"{args.file}: {error}", file=sys.stderr)
            return 2
        names = places.names(viewer, [row.village for row in rows])
        for line in lines(rows, names, args.lang):
            print(line)
    return 0


def lines(rows: "tuple[Compared, ...]", names: dict[str, str], lang: str) -> list[str]:
    """A table: the villages by code, then the sum of those that both sides have."""
    cells: list[tuple[str, ...]] = [HEADS[lang]]
    for row in rows:
        figures = (row.voters or None, row.ours, row.theirs)
        said = [NONE if value is None else number(value, lang) for value in figures]
        cells.append((row.village, names.get(row.village, NONE), *said, _signed(row.difference)))
    both = [row for row in rows if row.difference is not None]
    sums = (
        sum(row.voters for row in both),
        sum(row.ours or 0 for row in both),
        sum(row.theirs or 0 for row in both),
    )
    name = "jumlah" if lang == "id" else "total"
    count = f"{len(both)} desa" if lang == "id" else f"{len(both)} villages"
    cells.append(
        (name, count, *(number(value, lang) for value in sums), _signed(sums[1] - sums[2]))
    )
    widths = [max(len(row[at]) for row in cells) for at in range(len(HEADS[lang]))]
    return [_line(row, widths) for row in cells]


def _signed(value: int | None) -> str:
    return NONE if value is None else f"{value:+d}"


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    """Codes and names to the left, figures to the right."""
    texts = [cell.ljust(width) for cell, width in zip(row[:2], widths, strict=False)]
    figures = [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
    return "  ".join([*texts, *figures]).rstrip()
