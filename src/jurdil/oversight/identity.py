"""Persons of a case at rest: sealed apart, each bound to its own row, and masked in free text.

Whoever may not open an identity sees the label of the role ("Pelapor 1"). Free text that people
typed may hold a name all the same; `masked` puts the label in its place.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from jurdil.oversight import sealing

PARTY, STORY, MINUTES = "case_party", "case", "case_summons"
SHORTEST = 3
"""Letters of a value that is looked for in free text (Ida); shorter ones are common words."""
HIDDEN = "[disamarkan]"
_NUMBER = re.compile(r"(?<!\d)(?:\d[ .-]?){15}\d(?!\d)")
_PHONE = re.compile(r"(?<!\d)(?:\+?62|0)[ -]?8(?:[ -]?\d){7,11}(?!\d)")


@dataclass(frozen=True)
class Person:
    """What the report form asks of a person; '' for what was not said."""

    name: str = ""
    birth_place: str = ""
    birth_date: str = ""
    sex: str = ""
    job: str = ""
    citizenship: str = ""
    nik: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""

    @property
    def born(self) -> date | None:
        """The day of birth."""
        return date.fromisoformat(self.birth_date) if self.birth_date else None

    @property
    def known(self) -> bool:
        """Whether anything at all is known."""
        return any(asdict(self).values())


def columns(person: Person) -> dict[str, Any]:
    """The sealed columns of a party."""
    return sealing.sealed(PARTY, asdict(person))


def opened(row: Any) -> Person:
    """A party in the clear. For the act that opens it, and for masking."""
    found = sealing.opened(PARTY, row)
    return Person(**{one.name: found.get(one.name, "") for one in fields(Person)})


def masked(text: str, persons: Iterable[tuple[str, Person]]) -> str:
    """Free text with the label of a person wherever one of its data stands.

    Numbers of identity and telephone numbers go whoever they belong to.
    """
    pairs = sorted(_values(persons), key=lambda pair: -len(pair[0]))
    for value, label in pairs:
        pattern = r"\s+".join(re.escape(part) for part in value.split())
        safe = label.replace("\\", "")
        text = re.sub(rf"(?<!\w){pattern}(?!\w)", safe, text, flags=re.I)
    return _PHONE.sub(HIDDEN, _NUMBER.sub(HIDDEN, text))


def _values(persons: Iterable[tuple[str, Person]]) -> Iterable[tuple[str, str]]:
    for label, person in persons:
        for value in (person.name, person.nik, person.address, person.phone, person.email):
            if len(value.strip()) >= SHORTEST:
                yield value.strip(), label
