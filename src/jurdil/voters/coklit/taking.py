"""What a Pantarlih takes along: the households of the TPS with their people, numbers masked."""

from collections.abc import Iterable, Mapping
from typing import Any

from jurdil.voters.models import OrangCoklit, PemilihVersi, RumahCoklit
from jurdil.voters.people import elements_in

LAST = 2
"""Digits of a NIK that leave the server."""
_SHOWN = (
    *("nama", "tempat_lahir", "tanggal_lahir", "status_kawin", "jenis_kelamin"),
    *("alamat", "rt", "rw", "disabilitas", "ktp_el"),
)


def houses(election_id: int, tps: str) -> list[dict[str, Any]]:
    """The households of a TPS in the order in which they stand, each with its people."""
    people: dict[int, list[OrangCoklit]] = {}
    rows = OrangCoklit.objects.filter(election=election_id, tps=tps).order_by("pk")
    for row in rows:
        people.setdefault(row.house_id, []).append(row)
    known = known_in(tps.partition("/")[0], rows)
    held = RumahCoklit.objects.filter(election=election_id, tps=tps)
    return [house_row(house, people.get(house.pk, ()), known) for house in held]


def known_in(village: str, people: Iterable[OrangCoklit]) -> dict[int, PemilihVersi]:
    """The present versions of people of a village's list; who left it is not told of any more."""
    persons = [row.pemilih_id for row in people if row.pemilih_id]
    versions = PemilihVersi.objects.filter(
        until_rev__isnull=True, village=village, pemilih__in=persons
    )
    return {version.pemilih_id: version for version in versions}


def house_row(
    house: RumahCoklit, people: Iterable[OrangCoklit], known: Mapping[int, PemilihVersi]
) -> dict[str, Any]:
    """One household as the phone keeps it."""
    return {
        "t": str(house.token),
        "rt": house.rt,
        "rw": house.rw,
        "alamat": house.address,
        "kepala": house.head,
        "keadaan": house.state,
        "stiker": house.sticker,
        "rev": house.rev,
        "orang": [person_row(row, known.get(row.pemilih_id or 0)) for row in people],
    }


def person_row(row: OrangCoklit, version: PemilihVersi | None) -> dict[str, Any]:
    """One person: elements without numbers but the last two of the NIK, and what was found."""
    shown = {"id": row.pk, "hasil": row.result, "v": version.pk if version else 0}
    if version is None:
        return {**shown, "nama": row.name, "jenis_kelamin": row.sex, "nik": ""}
    elements = elements_in(version)
    return {
        **shown,
        **{name: getattr(elements, name) for name in _SHOWN},
        "nik": elements.nik[-LAST:],
    }
