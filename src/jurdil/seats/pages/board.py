"""Seats of a contest over all its dapil."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurdil.law.figure import Figure, Input, total
from jurdil.law.seats import ARTICLE
from jurdil.law.text import Text
from jurdil.seats.pages.common import numbered
from jurdil.seats.records import RunRow, SeatBoard

SEATS = Text("jumlah kursi di semua dapil yang sudah dihitung", "seats in all dapil calculated")


@dataclass(frozen=True)
class PartyLine:
    """Seats of a party in each dapil (None for none) and their sum."""

    name: str
    seats: tuple[int | None, ...]
    total: Figure


@dataclass(frozen=True)
class State:
    """A dapil with the state of its calculation in words; `tag` is a state of `lencana`."""

    run: RunRow
    url: str
    tag: str
    words: str


def matrix(board: SeatBoard) -> tuple[PartyLine, ...]:
    """Parties with a seat, the most seats first."""
    won = {party: sum(run.won.get(party, 0) for run in board.runs) for party in board.names}
    order = sorted((party for party in won if won[party]), key=lambda party: -won[party])
    return tuple(_line(board, party) for party in order)


def _line(board: SeatBoard, party: str) -> PartyLine:
    parts = [Input(Text(run.name, run.name), run.won.get(party, 0)) for run in board.runs]
    return PartyLine(
        name=numbered(party, board.names[party]),
        seats=tuple(run.won.get(party) or None for run in board.runs),
        total=total(parts, article=ARTICLE, confirmed=True, formula=SEATS),
    )


def states(board: SeatBoard) -> tuple[State, ...]:
    """Every dapil with what stands in its way."""
    return tuple(
        State(
            run,
            reverse("seats:dapil", args=[board.head.election_id, board.head.contest, run.dapil]),
            *_state(run, bool(board.determination)),
        )
        for run in board.runs
    )


def _state(run: RunRow, determined: bool) -> tuple[str, str]:
    if run.tie:
        return "bad", _("Suara sama, menunggu keputusan pleno")
    if run.open:
        words = ngettext(
            "%(count)s daftar calon menunggu keputusan pleno",
            "%(count)s daftar calon menunggu keputusan pleno",
            run.open,
        )
        return "bad", words % {"count": run.open}
    if determined:
        return "frozen", _("Ditetapkan")
    if not run.complete:
        return "wait", _("Sementara, formulir belum lengkap")
    return "info", _("Dihitung, belum ditetapkan")
