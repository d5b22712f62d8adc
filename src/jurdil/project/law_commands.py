"""`jurdil law`: read the law as the software knows it, without a database."""

import argparse
import sys

from jurdil.law.deadlines import load_deadlines
from jurdil.law.regime import UnknownRegime, load_regime, regime_codes
from jurdil.law.schedule import printed
from jurdil.project import recap_commands, risk_commands, seat_commands


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    law = sub.add_parser("law", help="schedules, deadlines and parameters of a regime")
    commands = law.add_subparsers(dest="command", metavar="COMMAND", required=True)
    commands.add_parser("regimes", help="list the regimes").set_defaults(run=_regimes)
    for name, help_, run in (
        ("schedule", "print the schedule of a regime", _schedule),
        ("deadlines", "print the deadline rules of a regime", _deadlines),
        ("parameters", "print the parameters of a regime", _parameters),
    ):
        parser = commands.add_parser(name, help=help_)
        parser.add_argument("regime", metavar="CODE", help="such as pemilu-2024")
        parser.add_argument("--lang", choices=("id", "en"), default="id")
        parser.set_defaults(run=_known(run))
    recap_commands.add_parser(commands)
    seat_commands.add_parser(commands)
    risk_commands.add_parser(commands)


def _known(run):
    """An unknown regime is one sentence and exit code 2, not a trace."""

    def safe(args: argparse.Namespace) -> int:
        try:
            return run(args)
        except UnknownRegime as error:
            print(error, file=sys.stderr)
            return 2

    return safe


def _regimes(_args: argparse.Namespace) -> int:
    for code in regime_codes():
        regime = load_regime(code)
        day = regime.voting_day.isoformat() if regime.voting_day else "-"
        print(f"{code:14} {day:10} {regime.name.id}{' (draf)' if regime.draft else ''}")
    return 0


def _schedule(args: argparse.Namespace) -> int:
    print(printed(load_regime(args.regime), args.lang))
    return 0


def _deadlines(args: argparse.Namespace) -> int:
    load_regime(args.regime)
    for rule in load_deadlines(args.regime):
        mark = "" if rule.confirmed else " [belum dikonfirmasi]"
        print(f"{rule.id}: {rule.name.pick(args.lang)}; {rule.article}{mark}")
    return 0


def _parameters(args: argparse.Namespace) -> int:
    for key, parameter in load_regime(args.regime).parameters.items():
        mark = "" if parameter.confirmed else " [belum dikonfirmasi]"
        print(
            f"{key} = {parameter.value} {parameter.unit.pick(args.lang)}; {parameter.article}{mark}"
        )
    return 0
