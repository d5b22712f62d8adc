"""A contest of pairs, made ready: shares, verdict in words, the gate for each pair that lost."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.law.figure import Figure, Input, share, total
from jurdil.law.text import Text
from jurdil.law.winner import ARTICLE, Ending, Gate
from jurdil.seats.queries import PairPage
from jurdil.seats.records import Tied

VALID = Text("Suara sah", "Valid votes")


@dataclass(frozen=True)
class PairLine:
    """A pair, or the empty column, with its votes and its share of the valid votes."""

    number: int
    name: str
    votes: Figure
    share: Figure
    won: bool
    empty: bool


@dataclass(frozen=True)
class GateLine:
    """Whether a pair that lost may bring the result before the Constitutional Court."""

    name: str
    gate: Gate


def pair_lines(page: PairPage) -> tuple[PairLine, ...]:
    """The lines of the ballot in order."""
    result = page.result
    valid = Input(VALID, sum(result.votes.values()))
    lines = []
    for number, count in sorted(result.votes.items()):
        name = name_of(page, number)
        own = Input(Text(name, name), count)
        lines.append(
            PairLine(
                number=number,
                name=name,
                votes=total([own], article="", confirmed=True),
                share=share(own, valid, article=ARTICLE, confirmed=True),
                won=number == result.winner,
                empty=number == result.empty,
            )
        )
    return tuple(lines)


def gate_lines(page: PairPage) -> tuple[GateLine, ...]:
    """The gate of each pair that lost, in ballot order."""
    return tuple(
        GateLine(name_of(page, number), gate) for number, gate in sorted(page.result.gates.items())
    )


def verdict(page: PairPage) -> str:
    """How the contest ends, in a sentence."""
    found = page.result.verdict
    if found is None or found.ending is Ending.NO_VOTES:
        return _("Belum ada suara yang masuk.")
    if found.ending is Ending.EMPTY_COLUMN:
        return _("Kolom kosong mendapat suara sama banyak atau lebih: tidak ada pasangan terpilih.")
    if page.result.winner is None:
        return _(
            "Suara terbanyak sama. Aturan sebaran tidak memutuskannya; rapat pleno memutuskan."
        )
    return _("%(name)s memperoleh suara yang menentukan.") % {
        "name": name_of(page, page.result.winner)
    }


def pair_tie(page: PairPage) -> Tied | None:
    """The tie as the form of a decision shows it."""
    tie = page.result.tie
    if tie is None:
        return None
    names = {code: name_of(page, int(code)) for code in tie.options}
    votes = page.result.votes[int(tie.options[0])]
    return Tied(tie.kind, "", tie.places, tie.options, names, votes, 1)


def name_of(page: PairPage, number: int) -> str:
    """The registered name, else the ballot number."""
    return page.result.names.get(number) or _("Pasangan nomor %(no)s") % {"no": number}
