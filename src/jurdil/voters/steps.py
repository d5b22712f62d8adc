"""The steps of the chain: which revision follows which, at which levels it is decided, and when.

DP4 and the last list become A-Daftar Pemilih; coklit ends in the DPHP (PPS, then PPK); the regency
determines the DPS; comments lead to DPSHP, DPSHP Akhir and the DPT (PKPU 7/2022; handbook calendar
§3.2). A DPTHP comes only by order. `stages` are the stages of the regimes whose window holds for a
plenary; a regime without one of them sets no window.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import Pleno, Revisi

Kind, Level = Revisi.Kind, Pleno.Level
VILLAGE, KECAMATAN, REGENCY = Level.VILLAGE, Level.KECAMATAN, Level.REGENCY


@dataclass(frozen=True)
class Step:
    """A revision of the chain: its levels from below and what its plenaries are called in stages.

    The first level fixes the villages. `ordered`: opened by an order letter only.
    """

    kind: str
    levels: tuple[str, ...]
    stages: Mapping[str, tuple[str, ...]]
    ordered: bool = False

    @property
    def determines(self) -> bool:
        """Whether KPU determines and freezes it; the others end with the last PPK."""
        return self.levels[-1] == REGENCY


ALL = (VILLAGE, KECAMATAN, REGENCY)
CHAIN: tuple[Step, ...] = (
    Step(Kind.SOURCE, (REGENCY,), {}),
    Step(
        Kind.DPHP,
        (VILLAGE, KECAMATAN),
        {VILLAGE: ("pleno-dphp-desa",), KECAMATAN: ("pleno-dphp-kecamatan",)},
    ),
    Step(Kind.DPS, (REGENCY,), {REGENCY: ("pleno-dps-kabko",)}),
    Step(Kind.DPSHP, ALL, dict.fromkeys(ALL, ("dpshp",))),
    Step(Kind.DPSHP_FINAL, (VILLAGE, KECAMATAN), dict.fromkeys(ALL, ("dpt",))),
    Step(Kind.DPT, (REGENCY,), {REGENCY: ("pleno-dpt-kabko",)}),
    Step(Kind.DPTHP, ALL, {}, ordered=True),
)
STEPS: Mapping[str, Step] = {step.kind: step for step in CHAIN}
FINAL = (Kind.DPT, Kind.DPTHP)
"""After these only marks are set beside voters."""

ANNOUNCED = (Kind.DPS, Kind.DPSHP, Kind.DPT, Kind.DPTHP)
"""Revisions that are announced to the public; to the first two citizens may respond."""
COMMENTED = (Kind.DPS, Kind.DPSHP)


def commented_lists(by: Viewer) -> list[Revisi]:
    """The announced lists that wait for comments: determined, running, none after them."""
    rows = Revisi.objects.filter(
        path__within=by.path,
        kind__in=COMMENTED,
        state=Revisi.State.DETERMINED,
        election__state=Election.State.RUNNING,
    ).select_related("election")
    return [row for row in rows.order_by("-pk") if not _followed(row)]


def _followed(row: Revisi) -> bool:
    later = Revisi.objects.filter(election=row.election_id, path=row.path, pk__gt=row.pk)
    return later.filter(state=Revisi.State.DETERMINED).exists()


def after(kind: str) -> str:
    """The revision that follows; '' after the DPT, which only an order re-opens."""
    order = [step.kind for step in CHAIN]
    nearest = order.index(kind) + 1
    return order[nearest] if kind not in FINAL else ""


def below(step: Step, level: str) -> str:
    """The level whose plenaries must be held before one at `level`; '' for the first."""
    at = step.levels.index(level)
    return step.levels[at - 1] if at else ""
