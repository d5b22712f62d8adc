"""Coklit of the demo: a phone at one TPS, paper lists elsewhere, and the PPS that decides."""

import json
import random
import uuid
from datetime import date, time, timedelta
from typing import Any

from jurdil.kernel import clock
from jurdil.kernel.outbox import receiving
from jurdil.project.demo.listing import Listing
from jurdil.project.demo.people import person
from jurdil.voters import actions, queries
from jurdil.voters.coklit.recording import Said, Visit
from jurdil.voters.queries import HouseRow

PREPARED, LAST_DAY = date(2023, 2, 11), date(2023, 3, 13)
VISITED = 24
"""Households that the Pantarlih login recorded by phone; the others of that TPS are still open."""
CONFLICTS = 2
"""People whom the PPS had typed before the phone came back with something else."""
UNDECIDED = 3
"""Findings that still wait for the PPS."""
MET = "Kepala keluarga"


def show(held: Listing, chance: random.Random) -> None:
    """Prepare every village, visit it, decide what was found."""
    held.on(PREPARED)
    for village in held.villages:
        actions.prepare_coklit(by=held.keeper(village), election_id=held.election, village=village)
    held.on(LAST_DAY)
    for village in held.villages:
        for tps in queries.coklit_stations(held.keeper(village), held.election, village):
            if tps == held.viewers["pantarlih"].path:
                _by_phone(held, tps, chance)
            else:
                _on_paper(held, tps)
    held.on(LAST_DAY, time(19))
    for village in held.villages:
        _decide(held, village)


def _houses(held: Listing, tps: str) -> tuple[HouseRow, ...]:
    by = held.keeper(tps.partition("/")[0])
    return queries.coklit_houses(by, held.election, tps)


def _on_paper(held: Listing, tps: str) -> None:
    """The signed list: one household with a death is typed by itself, then the rest at once."""
    by = held.keeper(tps.partition("/")[0])
    house = next(one for one in _houses(held, tps) if one.people > 1)
    _house, row = queries.coklit_house(by, house.token)
    now = clock.now()
    first, *others = row["orang"]
    died = Said(
        "tms", now, tms="1", evidence="akta kematian", evidence_note=f"contoh/{first['id']}"
    )
    said = [(first["id"], died), *((one["id"], Said("sesuai", now)) for one in others)]
    visit = Visit("selesai", now, sticker=True, met=MET, sign="ttd")
    actions.enter_coklit(by=by, token=house.token, visit=visit, people=said)
    left = queries.coklit_left(by, held.election, tps)
    signed = actions.Signed(left.households, left.people, clock.today(), stickers=True)
    actions.enter_coklit_rest(by=by, election_id=held.election, tps=tps, signed=signed)


def _by_phone(held: Listing, tps: str, chance: random.Random) -> None:
    """Some households by phone: correct, changed, moved away, a newcomer, and two conflicts."""
    every = _houses(held, tps)
    twice = next(one for one in every[VISITED:] if one.people >= CONFLICTS)
    _typed_before(held, twice)
    houses = [*every[:VISITED], twice]
    events: list[dict[str, Any]] = []
    for at, house in enumerate(houses):
        _house, row = queries.coklit_house(held.desk, house.token)
        events.append(_visit(house, absent=at == VISITED - 1))
        events += [_found(one, at + place) for place, one in enumerate(row["orang"])]
        if at == 1:
            events.append(_newcomer(house, chance))
    worker = held.viewers["pantarlih"]
    for start in range(0, len(events), receiving.BATCH):
        body = {
            "sent_at": clock.real().isoformat(),
            "account": worker.account_id,
            "events": events[start : start + receiving.BATCH],
        }
        receiving.take(worker, receiving.read(json.dumps(body).encode()))


def _typed_before(held: Listing, house: HouseRow) -> None:
    """The PPS typed this household from a paper slip before the phone had a signal again."""
    _house, row = queries.coklit_house(held.viewers["pps"], house.token)
    now = clock.now()
    said = [(one["id"], Said("sesuai", now)) for one in row["orang"][:CONFLICTS]]
    visit = Visit("selesai", now, sticker=True, met=MET)
    actions.enter_coklit(by=held.viewers["pps"], token=house.token, visit=visit, people=said)


def _visit(house: HouseRow, *, absent: bool) -> dict[str, Any]:
    if absent:
        values: dict[str, Any] = {"keadaan": "tidak-ditemui", "catatan": "Di kebun, kembali sore"}
    else:
        values = {"keadaan": "selesai", "stiker": True, "ditemui": house.head, "ttd": "cap"}
    return _event("coklit.kunjungan", house.token, 0, values)


def _found(one: dict[str, Any], number: int) -> dict[str, Any]:
    """What the phone says of a person; every few people something differs."""
    values = {"hasil": "sesuai"}
    if number % 17 == 5 or number >= VISITED:
        values = {"hasil": "ubah", "alamat": "Dusun Contoh Baru"}
    elif number % 17 == 9:
        values = {
            "hasil": "tms",
            "kode": "4",
            "bukti": "surat pindah",
            "nomor": f"contoh/{one['id']}",
        }
    return _event("coklit.orang", str(one["id"]), one["v"], values)


def _newcomer(house: HouseRow, chance: random.Random) -> dict[str, Any]:
    name, sex = person(chance)
    values = {
        "nama": name.upper(),
        "jenis_kelamin": sex,
        "nik": f"9999990101{90 + chance.randrange(9)}0{chance.randrange(100, 999)}",
        "tempat_lahir": "CONTOH",
        "tanggal_lahir": "01-01-1990",
        "status_kawin": "S",
        "alamat": house.address,
        "rt": house.rt,
        "rw": house.rw,
        "ktp_el": "S",
    }
    return _event("coklit.baru", house.token, 0, values)


def _event(kind: str, subject: str, base: int, values: dict[str, Any]) -> dict[str, Any]:
    """An event as a phone writes it, an hour before it is sent."""
    return {
        "id": str(uuid.uuid4()),
        "kind": kind,
        "subject": subject,
        "base": base,
        "values": values,
        "captured_at": (clock.real() - timedelta(hours=1)).isoformat(),
        "device": "hp-contoh",
        "app": "1+contoh",
    }


def _decide(held: Listing, village: str) -> None:
    """Carry out what was found; in the own village some of it still waits.

    Where the office typed the list, the second person there decides.
    """
    by = held.viewers["pps"] if village == held.own else held.second
    waiting = [row.id for row in queries.coklit_found(by, village) if not row.own]
    chosen = waiting[:-UNDECIDED] if village == held.own else waiting
    if chosen:
        actions.decide_coklit(
            by=by, village=village, proposal_ids=chosen, note="Sesuai hasil coklit"
        )
