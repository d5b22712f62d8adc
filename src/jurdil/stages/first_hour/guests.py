"""The guest list, brought as a table: who is invited, grouped by the office they speak for."""

from dataclasses import dataclass

from jurdil.kernel.tables import Sheet

REQUIRED = ("nama", "instansi")
OPTIONAL = ("no", "jabatan", "alamat", "kontak")


@dataclass(frozen=True)
class Guest:
    """One guest as written on the list."""

    name: str
    post: str
    institution: str
    address: str
    contact: str


@dataclass(frozen=True)
class Institution:
    """An office with the people who are invited for it, in the order of the list."""

    name: str
    guests: tuple[Guest, ...]


def read(content: bytes) -> tuple[Institution, ...]:
    """Read a guest list. Raises `FileRefused` with row and column of every fault."""
    sheet = Sheet(content, required=REQUIRED, optional=OPTIONAL, others=True)
    found: dict[str, list[Guest]] = {}
    for record in sheet.records():
        guest = Guest(
            name=record.text("nama"),
            post=record.text("jabatan", optional=True),
            institution=record.text("instansi"),
            address=record.text("alamat", optional=True),
            contact=str(record.cell("kontak")).strip(),
        )
        found.setdefault(guest.institution, []).append(guest)
    sheet.faults.refuse()
    return tuple(Institution(name, tuple(guests)) for name, guests in found.items())
