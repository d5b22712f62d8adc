"""C.Pemberitahuan that came back: reasons, and printed = delivered + undelivered.

KPPS report to PPS by reason (handbook practice §5); the wording of the reasons is unconfirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jurdil.law.text import Text

CONFIRMED = False

REASONS: Mapping[str, Text] = {
    "meninggal": Text("Meninggal dunia", "Died"),
    "pindah": Text("Pindah alamat", "Moved away"),
    "tidak-dikenal": Text("Tidak dikenal", "Unknown there"),
    "tidak-ditemui": Text("Tidak ditemui", "Not met"),
    "lain": Text("Alasan lain", "Another reason"),
}
ABOUT_THE_LIST = frozenset({"meninggal", "pindah", "tidak-dikenal"})
"""Reasons that say something of the list itself: what the next PDPB looks at first."""


@dataclass(frozen=True, slots=True)
class Notices:
    """The notices of one TPS or of several together."""

    printed: int
    delivered: int
    undelivered: Mapping[str, int]

    @property
    def returned(self) -> int:
        """Notices that were not delivered, whatever the reason."""
        return sum(self.undelivered.values())

    @property
    def holds(self) -> bool:
        """Whether printed = delivered + undelivered."""
        return self.printed == self.delivered + self.returned


def together(rows: Iterable[Notices]) -> Notices:
    """The sum of several TPS, reason by reason."""
    known = list(rows)
    codes = sorted({code for row in known for code in row.undelivered})
    return Notices(
        sum(row.printed for row in known),
        sum(row.delivered for row in known),
        {code: sum(row.undelivered.get(code, 0) for row in known) for code in codes},
    )
