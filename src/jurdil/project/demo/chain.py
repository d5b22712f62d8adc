"""The chain of the demo's list: every plenary on its day, comments in between, papers, copies."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jurdil.kernel import clock
from jurdil.kernel.actions import documents
from jurdil.meetings import actions as meetings
from jurdil.meetings import queries as attending
from jurdil.meetings.records import Mark, NewGuest, NewSession, Plan
from jurdil.project.demo import coklit
from jurdil.project.demo.listing import Listing, paper
from jurdil.project.demo.people import person
from jurdil.voters import actions
from jurdil.voters.actions import Comment, Handed
from jurdil.voters.people import Elements
from jurdil.voters.proposing import Proposal
from jurdil.voters.steps import KECAMATAN, REGENCY, VILLAGE

HALL = "Aula KPU (contoh)"
MEMBERS: Mapping[str, int] = {VILLAGE: 3, KECAMATAN: 5}
"""Members of a PPS and of a PPK."""
SIGNERS = ("ketua", "anggota", "anggota2", "anggota3", "anggota4")
RECEIVERS = (
    ("bawaslu", "Bawaslu Kabupaten Soppeng", "Kepala sekretariat"),
    ("peserta", "Partai contoh 1", "Penghubung"),
)


@dataclass(frozen=True)
class Stop:
    """A list of the chain: the days of its plenaries, and what happens before it."""

    kind: str
    days: Mapping[str, date]
    work: Callable[[Listing, int | None, random.Random], None]
    announced: date | None = None


def walk(held: Listing, chance: random.Random) -> None:
    """Go from A-Daftar Pemilih to the DPT."""
    last: int | None = None
    for stop in STOPS:
        stop.work(held, last, chance)
        last = _decide(held, stop)
        if stop.announced:
            _announce(held, last, stop.announced)


def _decide(held: Listing, stop: Stop) -> int:
    """Open the list and hold its plenaries level by level."""
    head = held.viewers["kasubbag"]
    held.on(min(stop.days.values()))
    made = actions.open_revision(
        by=head, election_id=held.election, kind=stop.kind, villages=held.villages
    )
    if stop.kind == "a-daftar":
        actions.fix_source(by=head, revision_id=made.pk)
        return made.pk
    for level, day in stop.days.items():
        held.on(day)
        for path in _places(held, level):
            _plenary(held, made.pk, f"Rapat pleno {made.get_kind_display()}", level, path)
    return made.pk


def _places(held: Listing, level: str) -> list[str]:
    if level == REGENCY:
        return [held.office.path]
    return list(held.villages if level == VILLAGE else held.kecamatan)


def _plenary(held: Listing, revision: int, title: str, level: str, path: str) -> None:
    """One plenary: its members, the paper list of attendance, the decision, the end."""
    by = held.keeper(path)
    begins = clock.now()
    plan = Plan(
        title=title,
        venue=HALL if level == REGENCY else "Kantor sekretariat (contoh)",
        sessions=(NewSession(begins, begins + timedelta(hours=3)),),
        division="rendatin" if level == REGENCY else "",
    )
    held_one = actions.prepare_plenary(
        by=by, revision_id=revision, path=path, plan=plan, guests=_guests(level)
    )
    meeting = held_one.meeting
    if level != REGENCY:
        meetings.note_quorum_basis(by=by, meeting_id=meeting, basis="Tata tertib rapat contoh")
    for move in ("undang", "buka"):
        meetings.step(by=by, meeting_id=meeting, move=move)
    page = attending.attendance(by, meeting)
    marks = [Mark(row.number, "hadir") for row in page.rows]
    meetings.copy_paper(by=by, session_id=page.session_id, marks=marks)
    if level == REGENCY:
        done = actions.determine(by=held.viewers["ketua"], revision_id=revision)
        _signed(held, done.minutes_id, SIGNERS)
        _signed(held, done.decree_id, ("ketua",))
    else:
        actions.hold_plenary(by=by, revision_id=revision, path=path)
    meetings.summarize(
        by=by, meeting_id=meeting, summary="Rekapitulasi disahkan.", chair=by.name, note_taker="-"
    )
    meetings.step(by=by, meeting_id=meeting, move="tutup")


def _guests(level: str) -> list[NewGuest]:
    """Members of a committee, who have no login; at the regency those whom KPU invites."""
    if level == REGENCY:
        return [NewGuest(f"Contoh {post}", post, body) for _kind, body, post in RECEIVERS]
    name = "PPS" if level == VILLAGE else "PPK"
    posts = ["Ketua", *["Anggota"] * (MEMBERS[level] - 1)]
    return [
        NewGuest(f"Contoh {name} {number}", post, f"{name} contoh", member=True)
        for number, post in enumerate(posts, 1)
    ]


def _signed(held: Listing, document_id: int | None, names: tuple[str, ...]) -> None:
    """Minutes are signed by all members, a decree by the chair."""
    if document_id is None:
        return
    documents.initial_subhead(by=held.viewers["kasubbag"], document_id=document_id)
    documents.initial_secretary(by=held.viewers["sekretaris"], document_id=document_id)
    for name in names:
        documents.sign(by=held.viewers[name], document_id=document_id)


def _announce(held: Listing, revision: int, until: date) -> None:
    """The announcement goes out, and copies are handed over with receipts."""
    document = actions.announce(
        by=held.viewers["kasubbag"],
        revision_id=revision,
        where="kantor desa/kelurahan dan laman KPU",
        until=f"{until:%d-%m-%Y}",
    )
    _signed(held, document.pk, ("ketua",))
    for receiver, body, post in RECEIVERS:
        handed = Handed(receiver, body, f"Contoh {post}", "rekap", post, "tanpa NIK dan NKK")
        actions.hand_copy(by=held.desk, revision_id=revision, path=held.office.path, handed=handed)


def _nothing(_held: Listing, _last: int | None, _chance: random.Random) -> None:
    """Nothing changes between two lists."""


def _coklit(held: Listing, _last: int | None, chance: random.Random) -> None:
    coklit.show(held, chance)


def _on_dps(held: Listing, last: int | None, chance: random.Random) -> None:
    """In each village somebody says that he is missing; one comment is about wrong data."""
    held.on(date(2023, 4, 18))
    for number, village in enumerate(held.villages, 1):
        comment = _comment(held, last, village, "belum-terdaftar", number, chance)
        tps = held.active(village)[0].tps
        wanted = Proposal(
            kind="baru",
            source="tanggapan",
            village=village,
            elements=_missing(chance, number).as_row(),
            tps=tps,
            evidence=paper("KTP-el", number),
        )
        _settle(held, comment, wanted)


def _on_dpshp(held: Listing, last: int | None, chance: random.Random) -> None:
    """In each village one is told to have died; some move; one comment waits for its answer."""
    held.on(date(2023, 5, 16))
    for number, village in enumerate(held.villages, 1):
        comment = _comment(held, last, village, "tidak-memenuhi", number, chance)
        voter = held.active(village)[0]
        wanted = held.about(voter, "tms", "akta kematian", tms="1")
        _settle(held, comment, replace(wanted, source="tanggapan"))
    _moves(held)
    _comment(held, last, held.own, "data-salah", 0, chance)


def _moves(held: Listing) -> None:
    """One voter of every third village moves to the next one."""
    for here, there in list(zip(held.villages, held.villages[1:], strict=False))[::3]:
        voter, target = held.active(here)[0], held.active(there)[0].tps
        held.settle(held.about(voter, "pindah-tps", "KK baru", tps=target))


def _comment(
    held: Listing,
    last: int | None,
    village: str,
    about: str,
    number: int,
    chance: random.Random,
) -> int:
    assert last is not None
    name, _sex = person(chance)
    text = {
        "belum-terdaftar": "Keluarga kami belum ada dalam daftar",
        "tidak-memenuhi": "Warga ini sudah meninggal",
        "data-salah": "Nama saya tertulis keliru",
    }[about]
    said = Comment(village, about, "warga", text, name, clock.today(), f"08{number:010}")
    by = held.keeper(village)
    return actions.register_comment(by=by, revision_id=last, said=said).pk


def _settle(held: Listing, comment_id: int, wanted: Proposal) -> None:
    by = held.keeper(wanted.village)
    told = actions.propose_from_comment(by=by, comment_id=comment_id, wanted=wanted)
    assert told.proposal_id is not None
    actions.accept(by=held.second, proposal_id=told.proposal_id, note="Sesuai bukti")
    answer = "Sudah diperiksa dan daftar sudah diperbaiki."
    actions.answer_comment(by=by, comment_id=comment_id, answer=answer)


def _missing(chance: random.Random, number: int) -> Elements:
    name, sex = person(chance)
    born = date(1970 + number % 30, 1 + number % 12, 1 + number % 28)
    day = born.day + 40 * (sex == "P")
    return Elements(
        nkk=f"999998{born:%d%m}20{number:04}",
        nik=f"999998{day:02}{born:%m%y}{number:04}",
        nama=name.upper(),
        tempat_lahir="CONTOH",
        tanggal_lahir=f"{born:%d-%m-%Y}",
        status_kawin="S",
        jenis_kelamin=sex,
        alamat="DUSUN CONTOH",
        rt="001",
        rw="001",
        ktp_el="S",
    )


STOPS = (
    Stop("a-daftar", {REGENCY: date(2023, 2, 10)}, _nothing),
    Stop("dphp", {VILLAGE: date(2023, 3, 31), KECAMATAN: date(2023, 4, 1)}, _coklit),
    Stop("dps", {REGENCY: date(2023, 4, 5)}, _nothing, date(2023, 4, 24)),
    Stop(
        "dpshp",
        {VILLAGE: date(2023, 5, 5), KECAMATAN: date(2023, 5, 7), REGENCY: date(2023, 5, 11)},
        _on_dps,
        date(2023, 5, 20),
    ),
    Stop(
        "dpshp-akhir",
        {VILLAGE: date(2023, 6, 5), KECAMATAN: date(2023, 6, 8)},
        _on_dpshp,
    ),
    Stop("dpt", {REGENCY: date(2023, 6, 20)}, _nothing, date(2023, 6, 30)),
)
"""Days inside the windows of the schedule (PKPU 7/2022 with the regime's stages)."""
