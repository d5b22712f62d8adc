"""`./run bench [NAME ...]`: run the benches, print their tables."""

import sys
from importlib import import_module
from pathlib import Path

from bench.table import machine

NOT_BENCHES = {"__init__", "__main__", "table"}


def main(wanted: list[str]) -> int:
    names = sorted(p.stem for p in Path(__file__).parent.glob("*.py") if p.stem not in NOT_BENCHES)
    if unknown := set(wanted) - set(names):
        print(f"no such bench: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
        return 2
    print(f"Machine: {machine()}\n")
    for name in wanted or names:
        print(import_module(f"bench.{name}").run().markdown(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
