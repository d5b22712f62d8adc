"""Figures of a revision of an election's list (A-Daftar Pemilih, DPHP, DPS, DPSHP, DPT, DPTHP).

Previous + new - TMS, with the moves between villages where they do not cancel, is the number of
voters now. The regime says by which regulation (PKPU 7/2022; PKPU 7/2024 for Pilkada).
"""

from __future__ import annotations

from dataclasses import replace

from jurdil.law.figure import Figure
from jurdil.law.regime_types import Regime
from jurdil.law.voters import flow as flows
from jurdil.law.voters.flow import Count, Flow

LIST, COKLIT = ("dps", "dpt"), ("coklit",)
"""Stages whose regulation is that of the list, and of the visits to the households."""


def basis(regime: Regime, stages: tuple[str, ...] = LIST) -> tuple[str, bool]:
    """The regulation that the first of `stages` rests on in a regime, and whether it was seen.

    ('', False) for a regime that has none of them.
    """
    known = {stage.id: stage for stage in regime.stages}
    found = next((known[one] for one in stages if one in known), None)
    return (found.article, found.confirmed) if found else ("", False)


def carried(flow: Flow, regime: Regime, source: str = "") -> Figure:
    """Return previous + new - TMS as a figure; its value is what the changes lead to."""
    return _of(regime, flows.carried(flow, source))


def voters(count: Count, regime: Regime, source: str = "") -> Figure:
    """Return the voters of a revision as a figure of men and women."""
    return _of(regime, flows.voters(count, source))


def _of(regime: Regime, figure: Figure) -> Figure:
    article, confirmed = basis(regime)
    return replace(figure, article=article, confirmed=confirmed)
