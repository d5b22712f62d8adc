"""What whoever verifies an activity should look at first. Findings, never a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurdil.law.formats import day
from jurdil.law.text import Text


@dataclass(frozen=True, slots=True)
class Facts:
    """An activity as it was filed. `stage_closes` is None for a stage without an end;
    `twins` counts activities of the same body on that day with that name, `shared_links` links
    that another activity shows too."""

    direct: bool
    held_on: date
    stage_closes: date | None
    evidence: int
    counted: bool
    twins: int
    shared_links: int


def findings(facts: Facts) -> tuple[Text, ...]:
    """Sentences for the page of the activity, the gravest first."""
    found = []
    if not facts.evidence:
        found.append(
            Text(
                "Belum ada bukti: lampirkan foto, daftar hadir, atau tautan.",
                "No evidence yet: attach a photo, the attendance list, or a link.",
            )
        )
    if facts.twins:
        found.append(
            Text(
                "Ada kegiatan lain bernama sama pada hari dan tempat yang sama. Periksa "
                "apakah ini terlaporkan dua kali.",
                "Another activity has this name on the same day at the same place. Check "
                "whether it was filed twice.",
            )
        )
    if facts.shared_links:
        found.append(
            Text(
                "Tautan bukti ini juga dipakai kegiatan lain.",
                "A link of the evidence is used by another activity too.",
            )
        )
    if facts.direct and not facts.counted:
        found.append(
            Text(
                "Kehadiran tidak diisi, padahal metodenya bertatap muka.",
                "Nobody was counted although the method is direct.",
            )
        )
    if facts.stage_closes and facts.held_on > facts.stage_closes:
        held, closed = facts.held_on, facts.stage_closes
        found.append(
            Text(
                f"Dilaksanakan {day(held, 'id')}, setelah tahapannya ditutup {day(closed, 'id')}.",
                f"Held on {day(held, 'en')}, after its stage closed on {day(closed, 'en')}.",
            )
        )
    return tuple(found)
