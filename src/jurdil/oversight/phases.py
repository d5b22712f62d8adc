"""What the schedule of an election says of a day: its phase, and whether candidates were known."""

from dataclasses import dataclass
from datetime import date

from jurdil.kernel import clock, moments, windows
from jurdil.kernel.models import Election
from jurdil.law.oversight import money, neutrality_road
from jurdil.law.regime import load_regime
from jurdil.law.text import Text

Days = tuple[date, date] | None


@dataclass(frozen=True)
class Determined:
    """The day on which candidates were determined, and where it was taken from."""

    day: date
    basis: str
    confirmed: bool


class Schedules:
    """What the schedules in force say, each window read once for many days and rows."""

    def __init__(self) -> None:
        self._spans: dict[tuple[int, str], Days] = {}

    def span(self, election_id: int, stage: str) -> Days:
        """First and last day of a stage; None when it has no days."""
        key = election_id, stage
        if key not in self._spans:
            self._spans[key] = _span(election_id, stage)
        return self._spans[key]

    def determined(self, election: Election, contest: str) -> Determined | None:
        """When the candidates of a contest were determined; None where no schedule tells it."""
        rule = neutrality_road.determination_of(election.regime, contest)
        days = self.span(election.pk, rule.stage) if rule else None
        if rule is None or days is None:
            return None
        return Determined(days[1], rule.article, rule.confirmed)

    def phase_of(self, election: Election, day: date) -> str | None:
        """The phase of a day for money politics; None where the schedule does not tell it."""
        if election.voting_day is None:
            return None
        return money.phase_of(
            day,
            election.voting_day,
            self.span(election.pk, money.CAMPAIGN_STAGE),
            self.span(election.pk, money.QUIET_STAGE),
        )


def phase_of(election: Election, day: date) -> str | None:
    """As `Schedules.phase_of`, for one day."""
    return Schedules().phase_of(election, day)


def _span(election_id: int, stage: str) -> Days:
    window = windows.windows_of(election_id).filter(stage=stage).first()
    if window is None or window.opens is None or window.closes is None:
        return None
    zone = clock.zone()
    return moments.day_of(window.opens, zone), moments.day_of(window.closes, zone)


def contests_of(election: Election) -> dict[str, Text]:
    """The contests held here with their names, in the order of the ballots."""
    ordered = sorted(load_regime(election.regime).contests, key=lambda one: one.order)
    return {one.id: one.name for one in ordered if one.id in election.contests}
