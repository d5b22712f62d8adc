"""Figures of a revision of an election's list (A-Daftar Pemilih, DPHP, DPS, DPSHP, DPT, DPTHP).

Previous + new - TMS, with the moves between villages where they do not cancel, is the number of
voters now (PKPU 7/2022; the forms A-Rekap give these columns).
"""

from __future__ import annotations

from dataclasses import replace

from jurdil.law.figure import Figure
from jurdil.law.voters import flow as flows
from jurdil.law.voters.flow import Count, Flow

ARTICLE = "PKPU 7/2022"
CONFIRMED = True


def carried(flow: Flow, source: str = "") -> Figure:
    """Return previous + new - TMS as a figure; its value is what the changes lead to."""
    return replace(flows.carried(flow, source), article=ARTICLE, confirmed=CONFIRMED)


def voters(count: Count, source: str = "") -> Figure:
    """Return the voters of a revision as a figure of men and women."""
    return replace(flows.voters(count, source), article=ARTICLE, confirmed=CONFIRMED)
