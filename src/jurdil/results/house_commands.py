"""`jurdil results recap`, `findings` and `rebuild`: what needs this installation's database."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from jurdil.kernel import csv_files
from jurdil.kernel.starting import start_django

REFUSED = 2
_UNKNOWN = "this contest is not held here"
LEVELS = {"kabko": 2, "kecamatan": 3, "desa": 4}

Command = Callable[[argparse.Namespace], int]


def add_commands(commands: Any) -> None:
    """Add the three commands to the group `results`."""
    recap = _command(commands, "recap", "print the sums of every place with their coverage", _recap)
    recap.add_argument("--level", choices=sorted(LEVELS), help="only places of this level")
    recap.add_argument("--dapil", default="", help="only this dapil")
    found = _command(commands, "findings", "print the TPS that break a rule", _findings)
    found.add_argument("--code", default="", help="only this rule, such as E-401")
    found.add_argument("--place", default="", help="only below this place, such as 73.12.01")
    found.add_argument("--lang", choices=("id", "en"), default="id", help="language of sentences")
    rebuild = commands.add_parser(
        "rebuild",
        help="make all sums, votes and findings again",
        description=(
            "Make the projections again from the current versions of all forms and say what "
            "differed. The exit code is 1 when anything did."
        ),
    )
    rebuild.add_argument("--election", metavar="CODE", help="which election, e.g. pemilu-2024")
    rebuild.set_defaults(run=_with_house(_rebuild))


def _command(commands: Any, name: str, help_: str, run: Command) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=help_)
    parser.add_argument("--contest", required=True, help="the contest: ppwp")
    parser.add_argument("--election", metavar="CODE", help="which election, e.g. pemilu-2024")
    parser.add_argument("--format", choices=("text", "csv"), default="text")
    parser.set_defaults(run=_with_house(run))
    return parser


def _with_house(command: Command) -> Command:
    def run(args: argparse.Namespace) -> int:
        start_django()
        from django.core.exceptions import ObjectDoesNotExist

        try:
            return command(args)
        except (ObjectDoesNotExist, LookupError) as error:
            print(f"jurdil results: {str(error) or _UNKNOWN}", file=sys.stderr)
            return REFUSED

    return run


def _house(args: argparse.Namespace) -> tuple[Any, int]:
    """The viewer of the command line and the election meant. Raises LookupError."""
    from jurdil.kernel import clock
    from jurdil.kernel.viewer import system_viewer
    from jurdil.places import queries as places

    office = clock.office()
    if office is None:
        raise LookupError("there is no office yet; run jurdil init")
    by = system_viewer(office.path, office.kind)
    for election in places.elections(by):
        if args.election in (None, election.regime):
            return by, election.id
    raise LookupError(f"there is no election {args.election or 'with contests'} here")


def _recap(args: argparse.Namespace) -> int:
    from jurdil.places import paths
    from jurdil.results import exports

    by, election_id = _house(args)
    head, *rows = exports.recap_table(by, election_id, args.contest, args.dapil)
    if args.level:
        rows = [row for row in rows if paths.level(str(row[0])) == LEVELS[args.level]]
    if args.format == "csv":
        _write_csv([head, *rows])
    else:
        _print(_recap_lines(head, rows))
    return 0


def _recap_lines(head: Any, rows: Iterable[Any]) -> Iterator[str]:
    """Per place its coverage and the figures that any form has, each with its own coverage."""
    for row in rows:
        yield f"{row[0]}  {row[1]}: {row[2]} of {row[3]} forms"
        for name, value, have in zip(head[4:-1:2], row[4:-1:2], row[5:-1:2], strict=True):
            if have:
                yield f"    {name} {value} ({have} of {row[3]})"


def _findings(args: argparse.Namespace) -> int:
    from django.utils import translation

    from jurdil.results import exports

    by, election_id = _house(args)
    with translation.override(args.lang):
        head, *rows = exports.findings_table(
            by, election_id, args.contest, path=args.place, code=args.code
        )
    if args.format == "csv":
        _write_csv([head, *rows])
    else:
        _print(f"{row[0]}  {row[3]}  {row[7]}" for row in rows)
        _print([f"{len(rows)} findings in {len({row[0] for row in rows})} TPS"])
    return 0


def _rebuild(args: argparse.Namespace) -> int:
    from jurdil.results import actions

    by, election_id = _house(args)
    found = actions.rebuild(by=by, election_id=election_id)
    words = f"{found.forms} forms; differed: {found.sums} sums, {found.votes} votes"
    _print([f"{words}, {found.findings} findings"])
    return 0 if found.same else 1


def _write_csv(rows: Iterable[Any]) -> None:
    csv_files.write(rows, sys.stdout)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
