"""The threshold page, made ready: names of parties beside their votes."""

from jurdil.seats.pages.common import numbered
from jurdil.seats.queries.national import NationalLine, ThresholdPage


def threshold_lines(page: ThresholdPage) -> list[tuple[str, NationalLine]]:
    """The parties by their votes, each with its number and name."""
    return [(numbered(line.party, line.name).rstrip(". "), line) for line in page.lines]
