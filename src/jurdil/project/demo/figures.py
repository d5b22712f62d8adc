"""Made-up C.Hasil: first a form on which everything adds up, then the faults people make."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from math import ceil

from jurdil.law.rules.shape import Choices

Form = dict[str, int | None]

CHANCE_OF_FAULT = 0.1
CHANCE_OF_ABSENCE = 0.03


def form(
    chance: random.Random, choices: Choices, voters: tuple[int, int], strength: Sequence[float]
) -> Form:
    """A form that satisfies every rule: `voters` are the men and women of the TPS's DPT.

    `strength`: one weight per vote field of `choices`, the taste of the place.
    """
    made: Form = {"dpt_l": voters[0], "dpt_p": voters[1]}
    for sex in "lp":
        listed = made[f"dpt_{sex}"] or 0
        made[f"guna_dpt_{sex}"] = round(listed * chance.uniform(0.68, 0.9))
        made[f"guna_dptb_{sex}"] = chance.choice((0, 0, 0, 1, 2))
        made[f"guna_dpk_{sex}"] = chance.choice((0, 0, 1, 1, 3))
    for group in ("dpt", "guna_dpt", "guna_dptb", "guna_dpk"):
        made[group] = (made[f"{group}_l"] or 0) + (made[f"{group}_p"] or 0)
    for column in ("_l", "_p", ""):
        made[f"guna{column}"] = sum(
            made[f"guna_{group}{column}"] or 0 for group in ("dpt", "dptb", "dpk")
        )
    _add_ballots(made)
    _add_disabled(chance, made)
    _add_votes(chance, made, choices, strength)
    return made


def _add_ballots(made: Form) -> None:
    received = (made["dpt"] or 0) + ceil((made["dpt"] or 0) * 2 / 100)
    used = made["guna"] or 0
    made["surat_suara_diterima"] = max(received, used)
    made["surat_suara_digunakan"] = used
    made["surat_suara_dikembalikan"] = 0
    made["surat_suara_tidak_digunakan"] = max(received, used) - used


def _add_disabled(chance: random.Random, made: Form) -> None:
    for sex in "lp":
        made[f"disabilitas_{sex}"] = chance.choice((0, 0, 0, 1, 1, 2))
    made["disabilitas"] = (made["disabilitas_l"] or 0) + (made["disabilitas_p"] or 0)


def _add_votes(
    chance: random.Random, made: Form, choices: Choices, strength: Sequence[float]
) -> None:
    total = made["guna"] or 0
    invalid = round(total * chance.uniform(0.005, 0.06))
    drawn = Counter(chance.choices(choices.votes, weights=strength, k=total - invalid))
    for name in choices.votes:
        made[name] = drawn[name]
    for group in choices.groups:
        made[group.total] = sum(made[name] or 0 for name in group.votes)
    made["suara_sah"] = total - invalid
    made["suara_tidak_sah"] = invalid
    made["suara_total"] = total


def spoil(chance: random.Random, made: Form, choices: Choices) -> Form:
    """A copy with one realistic slip of the pen, or none; a few forms lose a figure."""
    copy = dict(made)
    draw = chance.random()
    if draw < CHANCE_OF_FAULT:
        chance.choice(_FAULTS)(chance, copy, choices)
    elif draw < CHANCE_OF_FAULT + CHANCE_OF_ABSENCE:
        copy[chance.choice(("suara_sah", "guna", "dpt_l", "suara_tidak_sah"))] = None
    return copy


def _doubled(chance: random.Random, made: Form, choices: Choices) -> None:
    """131131 for 131: digits typed twice."""
    name = chance.choice(choices.votes)
    made[name] = int(f"{made[name]}{made[name]}")


def _misread(chance: random.Random, made: Form, choices: Choices) -> None:
    """951 for 151: a first digit read as a nine."""
    name = max(choices.votes, key=lambda vote: made[vote] or 0)
    made[name] = int("9" + str(made[name])[1:]) if (made[name] or 0) > 99 else 900


def _off(name: str, by: int) -> Callable[[random.Random, Form, Choices], None]:
    def fault(_chance: random.Random, made: Form, _choices: Choices) -> None:
        made[name] = (made[name] or 0) + by

    return fault


_FAULTS = (
    _doubled,
    _misread,
    _off("suara_total", 1),
    _off("suara_total", 10),
    _off("guna", 1),
    _off("guna_l", 10),
    _off("suara_sah", 1),
    _off("dpt", 10),
)
