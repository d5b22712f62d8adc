"""What the room hands to others."""

from dataclasses import dataclass

from jurdil.law.rules.shape import Choices, lists, pairs, persons

NAME_LENGTH = 200

PAIR, LIST, PERSON = "pair", "list", "person"


@dataclass(frozen=True)
class Entry:
    """One line of a list of participants: the participant, and a candidate where there is one.

    `number`, `candidate` are ballot numbers; `dapil` is '' where the contest has none here.
    """

    contest: str
    kind: str
    number: int
    name: str
    short: str = ""
    dapil: str = ""
    candidate: int | None = None
    candidate_name: str = ""
    sex: str = ""


@dataclass(frozen=True)
class Person:
    """A candidate: ballot number within the participant, name, sex (L, P or '')."""

    id: int
    number: int
    name: str
    sex: str
    dapil: str


@dataclass(frozen=True)
class Line:
    """A participant of a contest with the candidates of the dapil asked for."""

    id: int
    contest: str
    kind: str
    number: int
    name: str
    short: str
    people: tuple[Person, ...]

    @property
    def label(self) -> str:
        return self.short or self.name


@dataclass(frozen=True)
class Ballot:
    """What is printed on the ballot of one contest in one dapil.

    `labels` names every vote field of the form (`paslon_1`, `partai_4`, `partai_4_calon_1`, ...).
    """

    contest: str
    kind: str
    dapil: str
    lines: tuple[Line, ...]
    labels: dict[str, str]

    def choices(self) -> Choices:
        """The vote fields of the ballot's form, in printed order.

        Raises ValueError for a ballot without participants.
        """
        if self.kind == PAIR:
            return pairs(len(self.lines))
        if self.kind == PERSON:
            return persons(len(self.lines))
        if self.kind == LIST:
            return lists({line.number: len(line.people) for line in self.lines})
        raise ValueError(f"contest {self.contest} has no participants yet")
