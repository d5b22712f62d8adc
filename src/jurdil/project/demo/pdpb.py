"""A quarter of the voter update in full swing: agency data, visits, removals that wait, Sidalih."""

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from jurdil.kernel import clock
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.quarter import last_day, period_of
from jurdil.places import queries as places
from jurdil.project.demo.people import person
from jurdil.voters import queries
from jurdil.voters.actions import pdpb as acts
from jurdil.voters.jobs import take_delivery
from jurdil.voters.pdpb.visiting import Report
from jurdil.voters.queries import Filter
from jurdil.voters.queries import pdpb as quarters
from jurdil.voters.records import VoterRow

Bring = Callable[[Viewer, str, str, bytes, dict[str, str]], None]
DIED, PUPILS = 5, 8
"""Rows of the two files; of the first two were visited, three are still to be."""


def show(viewers: Mapping[str, Viewer], chance: random.Random, bring: Bring) -> None:
    """Open this quarter upon the list as it stands and let its work begin.

    `viewers` by user name: operator, operator2, kasubbag. `bring` imports a file as a person does.
    """
    desk, second, head = viewers["operator"], viewers["operator2"], viewers["kasubbag"]
    held = acts.open_quarter(by=head, period=period_of(clock.today()), basis="Contoh")
    _dates(head, held.pk, held.period)
    known = _some(desk, chance)
    _deaths(desk, second, held.pk, known, bring)
    _pupils(desk, head, held.pk, chance, bring)
    _assign(head, held.pk, second)
    _sidalih(desk, held.pk)


def _dates(by: Viewer, revision_id: int, period: str) -> None:
    end = last_day(period)
    acts.set_dates(
        by=by,
        revision_id=revision_id,
        circular="SE contoh 1",
        circular_day=end - timedelta(days=60),
        data_until=end - timedelta(days=30),
        lock_on=end - timedelta(days=20),
        plenary_on=end - timedelta(days=15),
    )


def _some(by: Viewer, chance: random.Random) -> Sequence[VoterRow]:
    """A few voters of one village whose day of birth is known."""
    villages = places.villages(by, by.path)
    for place in villages:
        rows = [row for row in queries.voters(by, Filter(place.path)).rows if row.born]
        if len(rows) >= DIED:
            return chance.sample(rows, DIED)
    raise RuntimeError("the demo's quarter needs a village with voters")


def _deaths(
    desk: Viewer, second: Viewer, revision_id: int, known: Sequence[VoterRow], bring: Bring
) -> None:
    """Dukcapil's list of deaths: nobody is struck by it; two were visited and are proposed."""
    lines = ["nama;tanggal_lahir;desa"]
    lines += [f"{row.name};{row.born:%d-%m-%Y};{row.village}" for row in known if row.born]
    _delivered(desk, revision_id, "dukcapil", "tms:meninggal", lines, bring)
    visits = quarters.visit_board(second, revision_id).page.rows
    for visit in visits[:2]:
        acts.record_visit(
            by=second,
            visit_id=visit.id,
            report=Report("meninggal", clock.today(), "Ditemui ketua RT"),
            evidence="surat keterangan desa",
            evidence_note=f"474/{visit.id}",
        )


def _pupils(
    desk: Viewer, head: Viewer, revision_id: int, chance: random.Random, bring: Bring
) -> None:
    """A school's list of pupils who turn seventeen; half of them are accepted at once."""
    village = places.villages(desk, desk.path)[0].path
    lines = ["nik;nama;tempat_lahir;tanggal_lahir;jenis_kelamin;status_kawin;rt;rw;desa"]
    for number in range(1, PUPILS + 1):
        name, sex = person(chance)
        born = date(clock.today().year - 17, 1, number)
        nik = f"999999{number:02}01{born:%y}{number:04}"
        lines.append(f"{nik};{name};Contoh;{born:%d-%m-%Y};{sex};B;001;001;{village}")
    _delivered(desk, revision_id, "sekolah", "baru:pemula", lines, bring)
    for group in quarters.desk(head, revision_id, kind="baru").groups:
        chosen = [row.id for row in group.rows[: PUPILS // 2]]
        acts.accept_together(by=head, proposals=chosen, note="Sesuai daftar sekolah")


def _delivered(
    by: Viewer, revision_id: int, agency: str, claim: str, lines: Sequence[str], bring: Bring
) -> None:
    today = clock.today()
    letter = acts.Letter(
        agency=agency,
        claim=claim,
        letter=f"contoh/{agency}/1",
        letter_day=today - timedelta(days=3),
        received_on=today - timedelta(days=2),
    )
    made = acts.receive(by=by, revision_id=revision_id, letter=letter)
    content = "\n".join(lines).encode()
    bring(by, "data-instansi", f"contoh-{agency}.csv", content, {"kiriman": str(made.pk)})
    take_delivery.func(made.pk)


def _assign(head: Viewer, revision_id: int, officer: Viewer) -> None:
    """The visits that are left go to an officer by letter."""
    waiting = quarters.visit_board(head, revision_id).page.rows
    today = clock.today()
    acts.assign(
        by=head,
        revision_id=revision_id,
        officer_id=officer.account_id or 0,
        visits=[row.id for row in waiting],
        first_day=today,
        last_day=today + timedelta(days=4),
    )


def _sidalih(by: Viewer, revision_id: int) -> None:
    """Sidalih has one man more in one kecamatan; everywhere else it agrees to the voter."""
    told = quarters.comparison(by, revision_id).places
    rows = {
        place.path: {cell.column: cell.ours for cell in place.cells}
        for place in told
        if place.path != by.path
    }
    first = next(path for path, figures in sorted(rows.items()) if figures["l"])
    rows[first] = {**rows[first], "l": rows[first]["l"] + 1, "jumlah": rows[first]["jumlah"] + 1}
    acts.note_sidalih(by=by, revision_id=revision_id, rows=rows, origin="diketik")
