"""Entries of one list that may be one person although their numbers differ (KPU's class K3).

Only entries of a block are compared: born on one day, or of one family. Many lists give people of
unknown birth the same day (1 July, 31 December); in such a crowd a name and a day say little,
so that place of birth and village must agree as well. What is found is put before a person.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

CROWD = 40
"""People of one sex born on one day, from which on the day says little."""
SHORTEST = 4
"""Letters of a word, below which one different letter makes it another name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the list; `name` is its key, `family` and `number` fingerprints or ''."""

    id: int
    village: str
    name: str
    sex: str
    birth_place: str
    block: str
    number: str


def by_birth(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of one day and sex with names alike; `block` is the day, entries come ordered by it."""
    for _day, born in groupby(entries, key=lambda entry: entry.block):
        people: dict[str, list[Entry]] = {}
        for entry in born:
            people.setdefault(entry.sex, []).append(entry)
        for same_sex in people.values():
            yield from _born_together(same_sex)


def by_family(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of one family with one name; `block` is the family, entries come ordered by it."""
    for family, members in groupby(entries, key=lambda entry: entry.block):
        if not family:
            continue
        for one, other in combinations(members, 2):
            if one.sex == other.sex and same_words(one.name, other.name) and _apart(one, other):
                yield one, other


def _born_together(people: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    if len(people) < CROWD:
        yield from (pair for pair in combinations(people, 2) if _alike(*pair))
        return
    places: dict[tuple[str, str], list[Entry]] = {}
    for entry in people:
        places.setdefault((entry.village, entry.birth_place), []).append(entry)
    for near in places.values():
        for one, other in combinations(near, 2):
            if same_words(one.name, other.name) and _apart(one, other):
                yield one, other


def _alike(one: Entry, other: Entry) -> bool:
    if not _apart(one, other):
        return False
    if same_words(one.name, other.name):
        return True
    near = one.village == other.village and one.birth_place == other.birth_place
    return near and (nearly(one.name, other.name) or shortened(one.name, other.name))


def _apart(one: Entry, other: Entry) -> bool:
    """Whether the numbers do not say it already: one NIK twice is class K1 or K2."""
    return not one.number or one.number != other.number


def same_words(one: str, other: str) -> bool:
    """The same words in any order."""
    return one == other or (len(one) == len(other) and sorted(one.split()) == sorted(other.split()))


def nearly(one: str, other: str) -> bool:
    """Word by word the same but one, which differs in one letter: ROSMIATI and ROSMIYATI."""
    words, others = one.split(), other.split()
    if len(words) != len(others) or abs(len(one) - len(other)) > 1:
        return False
    different = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return len(different) == 1 and _one_letter(*different[0])


def shortened(one: str, other: str) -> bool:
    """One name is the other without some of its words, and keeps two at least."""
    short, long = sorted((one.split(), other.split()), key=len)
    return len(short) >= 2 and len(short) < len(long) and set(short) <= set(long)


def _one_letter(one: str, other: str) -> bool:
    """One letter more, fewer, other, or two neighbours swapped, in words that are not short."""
    if min(len(one), len(other)) < SHORTEST or one.isdigit() or other.isdigit():
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1]
    return short[at + 1 :] == long[at + 1 :] or (swapped and short[at + 2 :] == long[at + 2 :])
