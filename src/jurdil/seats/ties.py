"""What a calculation leaves open, as the plenary decides it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused
from jurdil.seats.models import KeputusanSeri, Perhitungan

Kind = KeputusanSeri.Kind


@dataclass(frozen=True)
class OpenTie:
    """`options` are the codes that may be chosen, `places` how many of them; `tied` is kept as is.

    For the level of spread one of two sets of levels is chosen, so that `places` is 1.
    """

    kind: str
    party: str
    places: int
    options: tuple[str, ...]
    tied: Any
    levels: tuple[tuple[str, tuple[int, ...]], ...] = field(default=())

    def require_settled_by(self, chosen: Sequence[str]) -> None:
        """Raise `Refused` unless `chosen` are as many of the options as places are open."""
        if len(chosen) != self.places or len(set(chosen)) != len(chosen):
            raise Refused(
                _("Ada %(places)s tempat yang diputuskan, tetapi %(chosen)s yang dipilih.")
                % {"places": self.places, "chosen": len(set(chosen))}
            )
        if set(chosen) - set(self.options):
            raise Refused(_("Pilih di antara yang suaranya sama."))


def ties_of(run: Perhitungan) -> tuple[OpenTie, ...]:
    """Everything that a calculation leaves open, seats before candidates."""
    found = []
    if run.tie is not None:
        parties = tuple(one[0] for one in run.tie["quotients"])
        found.append(OpenTie(Kind.SEAT, "", run.tie["seats"], parties, run.tie["quotients"]))
    for one in run.open:
        found.append(
            OpenTie(
                kind=one["kind"],
                party=one["party"],
                places=one["places"],
                options=tuple(one["options"]),
                tied=one,
                levels=tuple((level, tuple(counts)) for level, counts in one["levels"]),
            )
        )
    return tuple(found)
