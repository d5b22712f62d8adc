"""What the room hands to others."""

from dataclasses import dataclass

NAME_LENGTH = 200


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
