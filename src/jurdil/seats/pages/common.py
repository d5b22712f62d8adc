"""What all pages of the room use: addresses, names of parties and people."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel.language import say
from jurdil.law.text import Text
from jurdil.seats.records import Head, SeatBoard


def crumbs(head: Head, *last: str) -> list[tuple[str, str]]:
    """The way down to a page of a contest; without `last` the contest itself is the end."""
    way = [(_("Kursi & Calon Terpilih"), reverse("seats:index"))]
    here = reverse("seats:contest", args=[head.election_id, head.contest])
    way.append((say(head.name), here if last else ""))
    return way + [(name, "") for name in last]


def group_by_election(boards: Iterable[SeatBoard]) -> list[tuple[Text, list[SeatBoard]]]:
    """Contests under their elections, in the order in which they come."""
    found: dict[int, tuple[Text, list[SeatBoard]]] = {}
    for board in boards:
        found.setdefault(board.head.election_id, (board.head.election, []))[1].append(board)
    return list(found.values())


def numbered(party: str, name: str) -> str:
    """`4. Golkar`; a party of an older file has its name only."""
    return f"{party}. {name}" if party.isdigit() else name
