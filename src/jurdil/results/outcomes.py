"""What a contest comes to with the forms that are in, at the level of the office.

Where the result is determined in the regency, the outcome is a winner or, per dapil, a last seat.
Everywhere else the regency has only a part of the votes: the outcome then says who leads in this
part, and `decides` is False.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.law import outcome as law
from jurdil.law.figure import Figure, Input, Unit, coverage, share
from jurdil.law.recap import Cell
from jurdil.law.rules import Choices, label
from jurdil.law.text import Text
from jurdil.results import reading
from jurdil.results.models import Rekap
from jurdil.results.shapes import Shape, shapes_of

HERE = "kabko"
_VALID = Text("Suara semua pilihan", "Votes of all choices")


@dataclass(frozen=True)
class Standing:
    """The outcome of a contest, of one dapil where it has dapil.

    `decides` is True when this outcome is made here: a winner, or the last seat of a dapil whose
    seats are on record. `determined_at` is the level of the law. `forms` are the forms with all
    their votes, of those expected. `names` has the name of every choice in `outcome.votes` (for
    lists the party's printed total, `partai_4_jumlah`).
    """

    election_id: int
    contest: str
    name: Text
    regime: str
    path: str
    dapil: str
    area: str
    determined_at: str
    decides: bool
    divisors: tuple[int, ...]
    forms: Cell
    outcome: law.Outcome
    names: Mapping[str, Text]

    def after(self, changes: Mapping[str, int]) -> "Standing":
        """The standing once these votes have come or, negative, gone (a re-vote, a ruling)."""
        return replace(self, outcome=law.after(self.outcome, changes, self.divisors))

    def name_of(self, choice: str | None) -> Text:
        """The name of a choice; a dash for none."""
        return self.names.get(choice or "", Text("–", "–"))

    @property
    def coverage(self) -> Figure:
        """Forms in, of those expected."""
        return coverage(self.forms.have, self.forms.expected)

    def share_of(self, choice: str) -> Figure:
        """A choice's share of the votes of all choices that are in."""
        return share(
            Input(self.name_of(choice), self.outcome.votes.get(choice), unit=Unit.COUNT),
            Input(_VALID, self.outcome.valid, unit=Unit.COUNT),
            article="",
            confirmed=True,
        )


@query("results.view")
def standings(viewer: Viewer, election_id: int, contest: str) -> tuple[Standing, ...]:
    """The outcomes of a contest in the whole office, one per dapil with forms.

    They are those of the whole office, whoever asks: figures are public, and nothing is won in a
    part. Empty while no form is in. Raises `Election.DoesNotExist` for a contest out of sight.
    """
    about = reading.subject(viewer, election_id, contest)
    path = about.election.path
    whole = replace(viewer, path=path)
    due = reading.expected(whole, election_id, contest)
    rows = {
        row.dapil: row
        for row in Rekap.objects.filter(election_id=election_id, contest=contest, path=path)
    }
    seats = {row.code: row.seats for row in due.dapil}
    names = {row.code: row.name for row in due.dapil}
    found = []
    for code, shape in shapes_of(election_id, contest).items():
        if code not in rows:
            continue
        row = rows[code]
        outcome = _outcome(about, shape, row, seats.get(code))
        labels = reading.labels(whole, election_id, contest, code)
        found.append(
            Standing(
                election_id=election_id,
                contest=contest,
                name=about.name,
                regime=about.election.regime,
                path=path,
                dapil=code,
                area=names.get(code, ""),
                determined_at=about.contest.determined_at,
                decides=_decides(about, outcome),
                divisors=about.contest.divisors or (),
                forms=_with_votes(shape, row, due.at(path, code)),
                outcome=outcome,
                names={one: _name(labels, one) for one in outcome.votes},
            )
        )
    return tuple(found)


def heads(choices: Choices) -> tuple[str, ...]:
    """The figure of every line of the ballot: its votes, for a list its printed total."""
    return tuple(group.total for group in choices.groups) or choices.votes


def _outcome(about: reading.Subject, shape: Shape, row: Rekap, seats: int | None) -> law.Outcome:
    votes = {name: max(0, row.sums[shape.place_of(name)]) for name in heads(shape.choices)}
    divisors = about.contest.divisors
    if about.contest.determined_at == HERE and divisors and seats:
        return law.last_seat(votes, seats, divisors)
    return law.winner(votes)


def _with_votes(shape: Shape, row: Rekap, due: int) -> Cell:
    """Forms that have every choice's votes; one that lacks some can still change the outcome."""
    have = min(row.haves[shape.place_of(name)] for name in heads(shape.choices))
    return Cell(have, have, due)


def _decides(about: reading.Subject, outcome: law.Outcome) -> bool:
    if about.contest.determined_at != HERE:
        return False
    return about.contest.choice == "pair" or outcome.kind is law.Kind.SEAT


def _name(labels: Mapping[str, str], choice: str) -> Text:
    return Text(labels[choice], labels[choice]) if choice in labels else label(choice)
