"""Double entry of a paper form: who may type, what differs, who decides. A machine without memory.

Two people type the same paper, the second without seeing the first. Equal figures are agreed;
where they differ only the differing fields go back to both; what still differs is decided field by
field by a coordinator who typed neither. A figure that breaks a rule stops the first reading until
a coordinator has looked at the paper. The order is the office's own check before the recapitulation
(handbook of practice §4); the law's count stays the paper's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from jurdil.law.text import Text

Figures = Mapping[str, int | None]


class State(StrEnum):
    """Where the entry of one form stands."""

    EMPTY = "kosong"
    FIRST = "entri-1"
    FAULTY = "galat"
    WAITING = "menunggu-2"
    SECOND = "entri-2"
    DIFFERENT = "beda"
    DECISION = "putusan"
    AGREED = "selesai"


NAMES: Mapping[State, Text] = {
    State.EMPTY: Text("Belum dientri", "Not entered"),
    State.FIRST: Text("Entri pertama", "First entry"),
    State.FAULTY: Text("Perlu dicocokkan koordinator", "For the coordinator to check"),
    State.WAITING: Text("Menunggu entri kedua", "Waiting for the second entry"),
    State.SECOND: Text("Entri kedua", "Second entry"),
    State.DIFFERENT: Text("Dibaca ulang", "Read again"),
    State.DECISION: Text("Menunggu putusan koordinator", "Waiting for the coordinator"),
    State.AGREED: Text("Selesai", "Done"),
}

MACHINE = 0
"""The reader of a first reading that no person typed: a file or what Sirekap exported."""


class Illegal(Exception):
    """A step that the state or the person does not allow; `text` says it to the user."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Entry:
    """The entry of one form: its state, its readers, who of them has read again, an undo request.

    `first` and `second` are accounts, None while nobody; `undo_by` asked to begin anew.
    """

    state: State = State.EMPTY
    first: int | None = None
    second: int | None = None
    again: frozenset[int] = field(default_factory=frozenset)
    undo_by: int | None = None

    @property
    def typists(self) -> frozenset[int]:
        """The people who typed it; a machine is nobody."""
        return frozenset(one for one in (self.first, self.second) if one)

    @property
    def owed(self) -> frozenset[int]:
        """The people whose second look at the differing fields is still missing."""
        return self.typists - self.again if self.state is State.DIFFERENT else frozenset()


def slot_of(entry: Entry, person: int) -> int | None:
    """The reading that `person` types now: 1, 2, or None when there is nothing to type."""
    if entry.state is State.FIRST and person == entry.first:
        return 1
    if entry.state is State.SECOND and person == entry.second:
        return 2
    if person in entry.owed:
        return 1 if person == entry.first else 2
    return None


def start(entry: Entry, person: int) -> Entry:
    """`person` begins to type the first or the second reading."""
    if entry.state is State.EMPTY:
        return replace(entry, state=State.FIRST, first=person)
    if entry.state is State.WAITING:
        if person == entry.first:
            raise Illegal(
                Text(
                    "Anda sudah membuat entri pertama formulir ini. Entri kedua dibuat orang lain.",
                    "You made the first entry of this form. Somebody else makes the second.",
                )
            )
        return replace(entry, state=State.SECOND, second=person)
    raise Illegal(_taken(entry))


def take_first(entry: Entry, *, faulty: bool) -> Entry:
    """A file or Sirekap's export counts as the first reading."""
    if entry.state is not State.EMPTY:
        raise Illegal(_taken(entry))
    return replace(entry, state=State.FAULTY if faulty else State.WAITING, first=MACHINE)


def finish(entry: Entry, person: int, *, faulty: bool, equal: bool) -> Entry:
    """`person` sends a reading: `faulty` when it breaks a rule, `equal` when it equals the first.

    Both sides of a difference read again before anybody decides; readings that become equal but
    break a rule go to the coordinator as well.
    """
    slot = slot_of(entry, person)
    if slot is None:
        raise Illegal(_not_yours(entry))
    if entry.state is State.FIRST:
        return replace(entry, state=State.FAULTY if faulty else State.WAITING)
    if entry.state is State.SECOND:
        return replace(entry, state=State.AGREED if equal else State.DIFFERENT)
    again = entry.again | {person}
    if entry.typists - again:
        return replace(entry, again=again)
    settled = equal and not faulty
    return replace(entry, again=again, state=State.AGREED if settled else State.DECISION)


def leave(entry: Entry, person: int) -> Entry:
    """`person` gives up a reading just begun; what the other typed stays."""
    if entry.state is State.FIRST and person == entry.first:
        return Entry()
    if entry.state is State.SECOND and person == entry.second:
        return replace(entry, state=State.WAITING, second=None)
    raise Illegal(_not_yours(entry))


def confirm(entry: Entry, person: int) -> Entry:
    """A coordinator found that the paper itself says so; the second entry may begin."""
    _judge(entry, person, State.FAULTY)
    return replace(entry, state=State.WAITING)


def send_back(entry: Entry, person: int) -> Entry:
    """A coordinator gives a faulty first reading back to its typist."""
    _judge(entry, person, State.FAULTY)
    if entry.first == MACHINE:
        raise Illegal(
            Text(
                "Bacaan pertama berasal dari berkas; tidak ada yang dapat mengetiknya ulang. "
                "Buang bacaan itu, lalu entri dari kertas.",
                "The first reading came from a file; nobody can type it again. Discard it and "
                "enter the paper.",
            )
        )
    return replace(entry, state=State.FIRST)


def discard(entry: Entry, person: int) -> Entry:
    """A coordinator throws the readings away (they stay as history) and the form begins anew."""
    _judge(entry, person, State.FAULTY, State.WAITING, State.DIFFERENT, State.DECISION)
    return Entry()


def escalate(entry: Entry, person: int) -> Entry:
    """A coordinator stops waiting for a typist who cannot read again."""
    _judge(entry, person, State.DIFFERENT)
    return replace(entry, state=State.DECISION)


def decide(entry: Entry, person: int) -> Entry:
    """A coordinator, neither of the two, has decided every differing field."""
    _judge(entry, person, State.DECISION)
    return replace(entry, state=State.AGREED)


def ask_undo(entry: Entry, person: int) -> Entry:
    """Somebody asks that an agreed form begin anew."""
    if entry.state is not State.AGREED or entry.undo_by is not None:
        raise Illegal(
            Text(
                "Hanya formulir yang selesai dan belum diminta ulang yang dapat diminta ulang.",
                "Only a form that is done, and not asked for already, can be asked to begin anew.",
            )
        )
    return replace(entry, undo_by=person)


def answer_undo(entry: Entry, person: int, *, granted: bool) -> Entry:
    """Another person grants or refuses the request to begin anew."""
    if entry.undo_by is None:
        raise Illegal(Text("Tidak ada permintaan ulang.", "Nobody asked to begin anew."))
    if person == entry.undo_by:
        raise Illegal(
            Text(
                "Permintaan Anda sendiri diputuskan oleh orang lain.",
                "Your own request is decided by somebody else.",
            )
        )
    return Entry() if granted else replace(entry, undo_by=None)


def differences(
    first: Figures, second: Figures, fields: Iterable[str] | None = None
) -> tuple[str, ...]:
    """Return the fields in which two readings differ, in the order of `fields`.

    An absent figure differs from 0. Without `fields` all fields of either reading are compared.
    """
    names = dict.fromkeys([*first, *second]) if fields is None else fields
    return tuple(name for name in names if first.get(name) != second.get(name))


def merged(first: Figures, second: Figures, chosen: Mapping[str, int | None]) -> dict[str, int]:
    """Return the agreed figures: equal ones as read, differing ones as `chosen`.

    An absent figure has no entry. Raises ValueError when `chosen` does not hold exactly the fields
    that differ.
    """
    open_fields = set(differences(first, second))
    if open_fields != set(chosen):
        raise ValueError(f"decided {sorted(chosen)}, but the readings differ in {open_fields}")
    both = {**second, **first, **chosen}
    return {name: value for name, value in both.items() if value is not None}


def is_blank(figures: Figures, votes: Collection[str]) -> bool:
    """Tell whether a form says nothing at all: no figure, or nothing but zeros in its votes."""
    return not any(figures.values()) or (bool(votes) and not any(map(figures.get, votes)))


def _judge(entry: Entry, person: int, *states: State) -> None:
    if entry.state not in states:
        raise Illegal(_taken(entry))
    if person in entry.typists:
        raise Illegal(
            Text(
                "Anda ikut mengetik formulir ini, jadi keputusannya dibuat oleh koordinator lain.",
                "You typed this form, so another coordinator decides about it.",
            )
        )


def _taken(entry: Entry) -> Text:
    name = NAMES[entry.state]
    return Text(
        f"Formulir ini berstatus “{name.id}”; langkah itu tidak tersedia sekarang.",
        f"This form is at “{name.en}”; that step is not available now.",
    )


def _not_yours(entry: Entry) -> Text:
    name = NAMES[entry.state]
    return Text(
        f"Formulir ini berstatus “{name.id}” dan bukan giliran Anda.",
        f"This form is at “{name.en}” and it is not your turn.",
    )
