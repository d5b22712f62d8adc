"""The group `jurdil results`: what can be done with files of results alone."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from jurdil.kernel.faults import FileRefused
from jurdil.law.rules import code_table, rules_for
from jurdil.results.check import Report, check_file, write_csv, write_json, write_text
from jurdil.results.house_commands import add_commands

REFUSED = 2


def add_parser(subparsers: Any) -> None:
    """Add the group with its commands to the parser of `jurdil`."""
    group = subparsers.add_parser("results", help="check files of results, print sums and findings")
    commands = group.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_check(commands)
    table = commands.add_parser(
        "rules",
        help="print the table of all rules",
        description="Print the code table of the rules as Markdown (docs/rules.md).",
    )
    table.set_defaults(run=run)
    add_commands(commands)


def _add_check(commands: Any) -> None:
    parser = commands.add_parser(
        "check",
        help="check a file against the law, without a database",
        description=(
            "Check every TPS of a file in the Sirekap layout (CSV or XLSX) and print one line per "
            "broken rule. The exit code is 0 with and without findings, and 2 for a file that "
            "is refused; then the reasons stand on the error stream."
        ),
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to check")
    parser.add_argument("--regime", required=True, help="the law to check against: pemilu-2024")
    parser.add_argument("--contest", required=True, help="the contest of the file: ppwp")
    parser.add_argument("--regency", help="refuse rows of any other regency, such as 73.12")
    parser.add_argument("--format", choices=("csv", "json", "text"), default="text")
    parser.add_argument("--lang", choices=("id", "en"), default="id", help="language of sentences")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run a command of the group and return its exit code."""
    if args.command == "rules":
        sys.stdout.write(code_table())
        return 0
    try:
        rules_for(args.regime, args.contest, ())
    except LookupError as error:
        print(f"jurdil results check: {error}", file=sys.stderr)
        return REFUSED
    return _check(args)


def _check(args: argparse.Namespace) -> int:
    try:
        report = check_file(args.file, args.regime, args.contest, regency=args.regency)
    except FileRefused as refused:
        for fault in refused.faults:
            print(fault.text.pick(args.lang), file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(f"jurdil results check: {error}", file=sys.stderr)
        return REFUSED
    try:
        _write(report, args)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`head`) has seen enough; Python would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _write(report: Report, args: argparse.Namespace) -> None:
    if args.format == "csv":
        write_csv(report, sys.stdout)
    elif args.format == "json":
        write_json(report, sys.stdout)
    else:
        write_text(report, sys.stdout, args.lang)
