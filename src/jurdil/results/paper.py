"""The C.Hasil as it lies on the table: parts, row codes and names, in the order of the paper.

Pure: no Django. Source: the blank forms in the annex of PKPU 25/2023.
"""

from __future__ import annotations

from dataclasses import dataclass

from jurdil.law.rules import Choices, Params, label
from jurdil.law.rules.shape import BALLOTS, COLUMNS
from jurdil.law.text import Text


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: its row code on the paper, its name, and whether the paper prints it as a sum."""

    code: str
    figure: str
    name: Text
    total: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the form."""

    code: str
    title: Text
    rows: tuple[Row, ...]


_VOTERS = Text("Data pemilih dan pengguna hak pilih", "Voters and users of the right to vote")
_BALLOTS = Text("Data penggunaan surat suara", "Use of ballots")
_DISABLED = Text("Data pemilih disabilitas", "Disabled voters")
_VOTES = Text("Data perolehan suara", "Votes")
_TOTALS = Text("Data suara sah dan tidak sah", "Valid and invalid votes")


def parts(choices: Choices, params: Params) -> tuple[Part, ...]:
    """The five parts of the form of these choices."""
    return (
        Part("I", _VOTERS, _voters(params)),
        Part("II", _BALLOTS, _numbered("II", BALLOTS)),
        Part("III", _DISABLED, _triple("III", "disabilitas")),
        Part("IV", _VOTES, _lists(choices) if choices.groups else _single(choices)),
        Part(
            "V",
            _TOTALS,
            (
                _row("V.A", "suara_sah"),
                _row("V.B", "suara_tidak_sah"),
                _row("V.C", "suara_total", total=True),
            ),
        ),
    )


def _voters(params: Params) -> tuple[Row, ...]:
    rows = list(_triple("I.A.1", "dpt"))
    for number, group in enumerate(params.categories, start=1):
        rows += _triple(f"I.B.{number}", f"guna_{group}")
    return (*rows, *_triple("I.B.4", "guna"))


def _triple(code: str, figure: str) -> tuple[Row, ...]:
    return tuple(_row(code, f"{figure}{column}", total=not column) for column in COLUMNS)


def _numbered(part: str, names: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(_row(f"{part}.{number}", name) for number, name in enumerate(names, start=1))


def _single(choices: Choices) -> tuple[Row, ...]:
    """One row per pair or person, under its ballot number."""
    return _numbered("IV", choices.votes)


def _lists(choices: Choices) -> tuple[Row, ...]:
    rows: list[Row] = []
    for group in choices.groups:
        party = group.votes[0].removeprefix("partai_")
        rows.append(_row(f"IV.{party}", group.votes[0]))
        rows += [
            _row(f"IV.{party}.{number}", vote)
            for number, vote in enumerate(group.votes[1:], start=1)
        ]
        rows.append(_row(f"IV.{party}", group.total, total=True))
    return tuple(rows)


def _row(code: str, figure: str, *, total: bool = False) -> Row:
    return Row(code, figure, label(figure), total)
