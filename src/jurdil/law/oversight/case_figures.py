"""Figures of findings and reports whose sums are checked before anybody prints them.

A case may end in several kinds of violation, so outcomes are counted beside the cases and never
summed up to them: 147 cases of village heads in 2024 had 158 outcomes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jurdil.law.text import Text


@dataclass(frozen=True, slots=True)
class Summary:
    """Reports and findings, and what became of them. All are counts of cases."""

    reports: int
    findings: int
    registered: int
    not_registered: int
    in_process: int

    @property
    def total(self) -> int:
        """All reports and findings."""
        return self.reports + self.findings


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Two figures that should be one: what, the figure that was stated, the one that is counted."""

    what: Text
    stated: int
    counted: int


def check(summary: Summary, total: int | None = None) -> tuple[Mismatch, ...]:
    """Return where the figures do not add up; `total` is one that was stated elsewhere."""
    treated = summary.registered + summary.not_registered + summary.in_process
    pairs = [
        (
            Text(
                "Diregistrasi, tidak diregistrasi, dan dalam proses",
                "Registered, not registered and in process",
            ),
            summary.total,
            treated,
        )
    ]
    if total is not None:
        pairs.append((Text("Laporan dan temuan", "Reports and findings"), total, summary.total))
    return tuple(Mismatch(what, a, b) for what, a, b in pairs if a != b)


def check_outcomes(stated: int, by_outcome: Mapping[str, int]) -> Mismatch | None:
    """Compare a stated number of outcomes with their sum; None when they agree."""
    counted = sum(by_outcome.values())
    if stated == counted:
        return None
    return Mismatch(Text("Jumlah hasil", "Sum of the outcomes"), stated, counted)
