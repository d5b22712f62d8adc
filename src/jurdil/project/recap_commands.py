"""`jurdil law check-recap`: does a published table of voters add up? No database."""

import argparse
import csv
import io
import sys
from pathlib import Path

from jurdil.law.formats import number
from jurdil.law.recap_check import COLUMNS, NOTHING, BadTable, Checked, check, read_table


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "check-recap",
        help="check sums, L + P and coverage of a table of voters",
        description="Columns: place (or the first one), villages, tps, l, p, total; also previous, "
        "new, tms, selisih. A row named Total or Jumlah holds the printed totals. Exit code 0: "
        "everything agrees; 1: two numbers disagree; 2: the file cannot be read, or nothing in it "
        "can be compared.",
    )
    parser.add_argument("file", metavar="FILE.csv")
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every disagreement with its row and its two numbers; returns the exit code."""
    try:
        checked = check(read_table(_cells(args.file)))
    except BadTable as error:
        print(f"{args.file}: {error.text.pick(args.lang)}", file=sys.stderr)
        return 2
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        print(f"{args.file}: {error}", file=sys.stderr)
        return 2
    if checked.nothing:
        print(f"{args.file}: {NOTHING.pick(args.lang)}", file=sys.stderr)
        return 2
    for fault in checked.faults:
        row = "baris" if args.lang == "id" else "row"
        print(f"{row} {fault.line}: {fault.text.pick(args.lang)}")
    print(_summary(checked, args.lang))
    return 1 if checked.faults else 0


def _cells(name: str) -> list[list[str]]:
    text = Path(name).read_text("utf-8-sig")
    first = text.partition("\n")[0]
    separator = max(";\t,", key=first.count)
    return list(csv.reader(io.StringIO(text), delimiter=separator))


def _summary(checked: Checked, lang: str) -> str:
    columns = ", ".join(
        f"{COLUMNS[one.column].pick(lang)} {one.have}/{one.rows} ({number(one.sum, lang)})"
        for one in checked.coverage
    )
    if lang == "en":
        return f"{checked.comparisons} comparisons, {len(checked.faults)} disagree. {columns}"
    return f"{checked.comparisons} pembandingan, {len(checked.faults)} tidak cocok. {columns}"
