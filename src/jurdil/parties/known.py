"""National parties that the project knows, with their ballot numbers, from its own small file."""

import tomllib
from functools import cache
from importlib.resources import files

from jurdil.law.regime import load_regime
from jurdil.parties.records import LIST, Entry


@cache
def _numbers() -> dict[str, tuple[tuple[int, str, str], ...]]:
    text = files(__package__).joinpath("national_parties.toml").read_text(encoding="utf-8")
    return {
        row["regime"]: tuple((number, name, short) for number, name, short in row["parties"])
        for row in tomllib.loads(text)["election"]
    }


def national_parties(regime: str, contest: str) -> tuple[Entry, ...]:
    """The national parties as lines of a contest of lists; empty where none are known.

    Local parties of Aceh are not among them. Raises `law.regime.UnknownRegime`.
    """
    if load_regime(regime).contest(contest).choice != LIST:
        return ()
    return tuple(
        Entry(contest, LIST, number, name, short)
        for number, name, short in _numbers().get(regime, ())
    )
