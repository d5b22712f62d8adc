"""The command `jurdil`. Each room brings its own subcommands in `commands.py`, loaded lazily."""

import argparse
import os
import sys
from importlib import import_module
from importlib.util import find_spec

GROUPS = {
    "init": "jurdil.project.commands",
    "demo": "jurdil.project.commands",
    "serve": "jurdil.project.commands",
    "manage": "jurdil.project.commands",
    "account": "jurdil.kernel.commands",
    "ledger": "jurdil.kernel.commands",
    "verify": "jurdil.kernel.commands",
    "exchange": "jurdil.kernel.exchange_commands",
    "law": "jurdil.project.law_commands",
    "import": "jurdil.project.import_commands",
    "results": "jurdil.results.commands",
    "voters": "jurdil.voters.commands",
}


def build_parser(group: str | None = None) -> argparse.ArgumentParser:
    """The parser with all subcommands, or with the one group that is asked for (start-up time)."""
    parser = argparse.ArgumentParser(
        prog="jurdil", description="Run an Indonesian election office, one command per job."
    )
    sub = parser.add_subparsers(dest="group", metavar="COMMAND", required=True)
    wanted = {GROUPS[group]} if group in GROUPS else set(GROUPS.values())
    for module in dict.fromkeys(GROUPS.values()):
        if module in wanted and find_spec(module):
            import_module(module).add_parser(sub)
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    parser = build_parser(arguments[0] if arguments else None)
    args = parser.parse_args(arguments)
    try:
        code = int(args.run(args) or 0)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`head`) has seen enough; Python would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())
