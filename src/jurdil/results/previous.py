"""The turnout of villages, now and in the election before, as far as it is in this house.

TPS numbers differ between elections, so villages are compared; only those whose forms are all in.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jurdil.kernel.models import Election
from jurdil.law import detect
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.results.models import Rekap
from jurdil.results.shapes import Shape, shapes_of

NEEDED = ("guna", "suara_total", "dpt", "dpt_l", "dpt_p")


@dataclass(frozen=True)
class Previous:
    """The election compared with, the contest taken from it, and the turnout of its villages."""

    election_id: int
    title: Text
    contest: str
    turnouts: Mapping[str, detect.Part]


def previous(election: Election, contest: str) -> Previous | None:
    """The last election of the office before this one that has forms of TPS.

    The same contest if it was held then, else the one with the most forms. None without any.
    """
    if election.voting_day is None:
        return None
    earlier = Election.objects.filter(path=election.path, voting_day__lt=election.voting_day)
    for one in earlier.order_by("-voting_day"):
        rows = Rekap.objects.filter(election=one, path=one.path).order_by("-forms", "contest")
        held = [row.contest for row in rows]
        if held:
            chosen = contest if contest in held else held[0]
            return Previous(one.pk, Text(one.name, one.name_en), chosen, turnouts(one.pk, chosen))
    return None


def turnouts(election_id: int, contest: str) -> dict[str, detect.Part]:
    """Users and voters of every village, of the figures that all its forms have."""
    found: dict[str, detect.Part] = {}
    for dapil, shape in shapes_of(election_id, contest).items():
        rows = Rekap.objects.filter(election_id=election_id, contest=contest, dapil=dapil)
        for row in rows:
            if paths.level(row.path) == paths.VILLAGE:
                part = detect.turnout(_whole(shape, row))
                if part is not None:
                    found[row.path] = part
    return found


def _whole(shape: Shape, row: Rekap) -> dict[str, int]:
    """The sums of figures that no form of the village lacks."""
    places = [(name, shape.place_of(name)) for name in NEEDED if name in shape.figures]
    return {name: row.sums[at] for name, at in places if row.haves[at] == row.forms}
