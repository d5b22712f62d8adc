"""Around voting day in the demo: marks, DPTb out and in, notices that came back, DPK."""

import random
from datetime import date

from jurdil.project.demo.listing import Listing, paper
from jurdil.project.demo.people import person
from jurdil.voters import actions, queries
from jurdil.voters.actions import Elsewhere, Transfer
from jurdil.voters.people import Elements
from jurdil.voters.proposing import Evidence

MARKED, EARLY, LATE = date(2023, 11, 20), date(2024, 1, 10), date(2024, 2, 6)
RETURNED = {"meninggal": 1, "pindah": 1, "tidak-ditemui": 2}
SHOWN = 12
"""TPS with notices and DPK; the others are still to report."""


def before(held: Listing, chance: random.Random) -> None:
    """Marks beside voters who died; voters who vote elsewhere, here or in another region."""
    held.on(MARKED)
    for village in held.villages[:4]:
        voter = held.active(village)[0]
        actions.mark(
            by=held.keeper(village),
            voter_id=voter.id,
            kind="meninggal",
            evidence=paper("akta kematian", voter.id),
        )
    rows = held.active(held.own)
    held.on(EARLY)
    other = held.active(held.villages[1])[0].tps
    _out(held, rows[5].id, other, "belajar")
    _out(held, rows[6].id, "73.71", "bekerja", "TPS 4 Panakkukang (contoh)")
    wrong = _out(held, rows[7].id, other, "pindah-domisili")
    actions.cancel_transfer(by=held.desk, transfer_id=wrong, why="Batal pindah")
    name, sex = person(chance)
    actions.register_in(
        by=held.keeper(held.own),
        election_id=held.election,
        origin=Elsewhere("73.08", "TPS 2 Watampone (contoh)"),
        target=f"{held.own}/001",
        elements=_stranger(name, sex, 1),
        wanted=Transfer("bekerja", Evidence("surat tugas", "contoh/9")),
    )
    held.on(LATE)
    _out(held, rows[8].id, other, "tugas")


def after(held: Listing, chance: random.Random) -> None:
    """What the KPPS brought back on the morning after."""
    counts = queries.list_counts(held.desk, held.election, held.office.path)[:SHOWN]
    for number, row in enumerate(counts, 1):
        by = held.keeper(row.path.partition("/")[0])
        back = sum(RETURNED.values())
        about = {"by": by, "election_id": held.election, "path": row.path}
        actions.record_notices(
            **about, printed=row.dpt, delivered=row.dpt - back, undelivered=RETURNED
        )
        actions.record_dpk(**about, men=number % 3, women=1)
    name, sex = person(chance)
    own = f"{held.own}/001"
    number = 1 if sex == "P" else 2
    actions.record_dpk(
        by=held.keeper(held.own), election_id=held.election, path=own, men=number, women=number
    )
    actions.enter_dpk(
        by=held.keeper(held.own),
        election_id=held.election,
        path=own,
        number=1,
        elements=_stranger(name, sex, 2),
    )
    voter = held.active(held.own)[0]
    actions.note_returned(
        by=held.keeper(held.own),
        election_id=held.election,
        voter_id=voter.id,
        reason="meninggal",
    )


def _out(held: Listing, voter: int, target: str, reason: str, name: str = "") -> int:
    by = held.keeper(held.own)
    # Only the regency's own dapil are recorded here; of the two above it the officer says.
    stays = target.startswith(held.office.path)
    wanted = Transfer(
        reason,
        Evidence("surat keterangan", f"contoh/{voter}"),
        ("dpr", "dprd-prov") if stays else (),
    )
    return actions.register_out(
        by=by,
        election_id=held.election,
        voter_id=voter,
        target=target,
        target_name=name,
        wanted=wanted,
    ).pk


def _stranger(name: str, sex: str, number: int) -> Elements:
    """Somebody who is on no list of this office."""
    return Elements(
        nik=f"999997{1 + 40 * (sex == 'P'):02}0185{number:04}",
        nama=name.upper(),
        tanggal_lahir="01-01-1985",
        jenis_kelamin=sex,
        alamat="DUSUN CONTOH",
        rt="001",
        rw="001",
    )
