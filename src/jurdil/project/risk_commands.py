"""`jurdil law risk-index`: the vulnerability index of a table of regions."""

import argparse
import sys
from pathlib import Path

from jurdil.kernel import csv_files
from jurdil.law.oversight import ikp, ikp_file
from jurdil.law.oversight.ikp_models import EDITIONS, model

MOST_FAULTS = 20


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = sub.add_parser("risk-index", help="vulnerability index (IKP) of a table of regions")
    parser.add_argument("file", type=Path, metavar="FILE.csv", help="columns region,a,b,c,d")
    parser.add_argument("--model", choices=EDITIONS, default=EDITIONS[0])
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    chosen = model(args.model)
    try:
        run = ikp.classed(chosen, ikp_file.read(chosen, args.file.read_bytes()))
    except OSError as fault:
        return _refuse([f"cannot read the file: {fault.strerror or fault}"], args.file)
    except ikp_file.BadFile as fault:
        return _refuse(fault.faults, args.file)
    except ikp.NoLimits as fault:
        return _refuse([str(fault)], args.file)
    rows = [(one.region, f"{one.score:.2f}", one.group.id) for one in run.regions]
    csv_files.write([("region", "score", "class"), *rows], sys.stdout)
    print(_limits(run), file=sys.stderr)
    return 0


def _limits(run: ikp.Run) -> str:
    if run.limits is None:
        fixed = ", ".join(f"{one.id} <= {one.up_to}" for one in run.model.classes if one.up_to)
        return f"limits of {run.model.id}: {fixed}"
    low, high = ikp.rounded(run.limits.low), ikp.rounded(run.limits.high)
    return (
        f"limits: {low:.2f} {high:.2f} (mean {ikp.rounded(run.limits.mean):.2f} +- sample standard "
        f"deviation {ikp.rounded(run.limits.spread):.2f} of {run.limits.regions} regions)"
    )


def _refuse(faults: list[str], file: Path) -> int:
    for sentence in faults[:MOST_FAULTS]:
        print(f"{file}: {sentence}", file=sys.stderr)
    if len(faults) > MOST_FAULTS:
        print(f"{file}: and {len(faults) - MOST_FAULTS} more", file=sys.stderr)
    return 2
