"""Minutes: quorum with its numbers, points as tasks on the owner's home page, BA, the end."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from jurdil.kernel import clock, moments
from jurdil.kernel.actions import documents, tasks
from jurdil.kernel.acts import Refused, performing
from jurdil.kernel.models import Account, Document, LedgerEntry, Task
from jurdil.kernel.queries import documents as papers
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import actions, queries
from jurdil.meetings.models import Attendance, Note
from jurdil.meetings.records import Mark, NewNote
from tests import factories
from tests.meetings import ground

pytestmark = pytest.mark.django_db


@pytest.fixture
def today(election) -> date:
    return clock.today()


def plenary(operator, election, there: int, kind="pleno-rutin"):
    """A plenary that runs with so many of its five members."""
    held = ground.opened(operator, election, kind, guests=0)
    if there:
        marks = [Mark(number, "hadir") for number in range(1, there + 1)]
        session = held.sessions.get().pk
        actions.copy_paper(by=operator, session_id=session, marks=marks)
    return held


def point(today, kind="keputusan", **values) -> NewNote:
    values = {"text": "Kirim surat ke Pemda", "due": today + timedelta(days=4), **values}
    return NewNote(kind=kind, **values)


def test_without_quorum_nothing_is_decided_and_the_numbers_are_said(
    operator, election, members, today
):
    held = plenary(operator, election, 3)
    said = "belum kuorum: 3 dari 5 anggota hadir, paling sedikit 4"
    with pytest.raises(Refused, match=said):
        actions.note(by=operator, meeting_id=held.pk, new=point(today))
    with pytest.raises(Refused, match=said):
        actions.draft_minutes(by=operator, meeting_id=held.pk)
    made = actions.note(by=operator, meeting_id=held.pk, new=point(today, "hambatan"))
    assert made.kind == "hambatan"


def test_the_fourth_member_makes_the_quorum_and_a_representative_does_not(
    operator, election, members, today
):
    held = plenary(operator, election, 3)
    rows = [row for row in queries.attendance(operator, held.pk).rows if not row.presence]
    session = held.sessions.get().pk
    actions.attend(
        by=operator,
        session_id=session,
        guest_id=rows[0].guest_id,
        presence_as="mewakili",
        by_name="Contoh Staf",
    )
    assert not queries.meeting(operator, held.pk).quorum.met
    actions.attend(by=operator, session_id=session, guest_id=rows[1].guest_id, presence_as="daring")
    state = queries.meeting(operator, held.pk).quorum
    assert (state.present, state.met) == (4, True)
    assert actions.note(by=operator, meeting_id=held.pk, new=point(today)).number == 1


def test_a_point_lives_on_its_owners_home_page_until_it_is_closed(
    operator, election, members, today
):
    held = plenary(operator, election, 5)
    owner = members[1]
    new = point(today, owner_id=owner.account_id, division="teknis", institution="Pemda")
    made = actions.note(by=operator, meeting_id=held.pk, new=new)
    task = Task.objects.get(pk=made.task_id)
    assert (task.owner_id, task.subject) == (owner.account_id, f"meeting:{held.pk}")
    assert task.source == f"meetings:note:{held.pk}.1"
    assert moments.ends_day(task.due, clock.zone())
    client = Client()
    client.force_login(Account.objects.get(pk=owner.account_id))
    assert "Kirim surat ke Pemda" in client.get("/").content.decode()
    assert "Dari notula rapat" in client.get(f"/tugas/{task.pk}/").content.decode()
    tasks.close_task(by=owner, task_id=task.pk, result="Surat 12 terkirim")
    found = queries.meeting(operator, held.pk).notes[0]
    assert (found.done, found.result) == (True, "Surat 12 terkirim")
    assert queries.open_follow_ups(operator) == ()
    page = queries.institution(operator, "pemda")
    assert [one.text for one in page.done] == ["Kirim surat ke Pemda"] and page.open == ()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"kind": "lain"}, "Pilih keputusan"),
        ({"text": " "}, "Isi butir"),
        ({"due": date(2020, 1, 1)}, "tidak mendahului"),
        ({"owner_id": 9999}, "tidak bertugas"),
    ],
)
def test_a_point_that_lacks_something_is_refused(operator, election, members, today, values, said):
    held = plenary(operator, election, 5)
    with pytest.raises(Refused, match=said):
        actions.note(by=operator, meeting_id=held.pk, new=point(today, **values))
    assert not Note.objects.exists() and not Task.objects.exists()


def test_a_text_longer_than_a_tasks_title_stands_whole_in_its_note(
    operator, election, members, today
):
    held = plenary(operator, election, 5)
    text = "Panjang " * 40
    made = actions.note(by=operator, meeting_id=held.pk, new=point(today, text=text))
    task = Task.objects.get(pk=made.task_id)
    assert len(task.title) == 200 and task.note == text.strip()


def test_the_ba_says_who_was_there_and_what_was_decided(operator, election, members, today):
    held = plenary(operator, election, 4)
    actions.note(by=operator, meeting_id=held.pk, new=point(today))
    made = actions.draft_minutes(by=operator, meeting_id=held.pk)
    body = made.data["body"]
    assert "4 (empat) dari 5 (lima) anggota" in " ".join(body["opening"])
    assert body["points"] == ["Kirim surat ke Pemda"]
    assert len(body["attendance"]["rows"]) == 4
    assert made.data["unconfirmed"] == ["Kuorum 4 dari 5 anggota (PKPU 8/2019)."]
    again = point(today, text="Satu lagi")
    actions.note(by=operator, meeting_id=held.pk, new=again)
    assert actions.draft_minutes(by=operator, meeting_id=held.pk).pk == made.pk
    made.refresh_from_db()
    assert made.data["body"]["points"] == ["Kirim surat ke Pemda", "Satu lagi"]


def test_a_plenary_is_settled_when_its_ba_is_signed(operator, election, members, today):
    held = plenary(operator, election, 5)
    actions.note(by=operator, meeting_id=held.pk, new=point(today))
    actions.step(by=operator, meeting_id=held.pk, move="tutup")
    made = actions.draft_minutes(by=operator, meeting_id=held.pk)
    with pytest.raises(Refused, match="belum ditandatangani"):
        actions.settle(by=members[0], meeting_id=held.pk)
    documents.initial_subhead(by=person("kasubbag"), document_id=made.pk)
    with pytest.raises(Refused, match="sudah diparaf"):
        actions.draft_minutes(by=operator, meeting_id=held.pk)
    documents.initial_secretary(by=person("sekretaris"), document_id=made.pk)
    for member in members:
        documents.sign(by=member, document_id=made.pk)
    signed_stays_signed(operator, held, today)
    actions.settle(by=members[0], meeting_id=held.pk)
    page = queries.meeting(operator, held.pk)
    assert page.row.state == "disahkan" and page.minutes.number
    for late in (
        lambda: actions.note(by=operator, meeting_id=held.pk, new=point(today)),
        lambda: actions.summarize(
            by=operator, meeting_id=held.pk, summary="x", chair="", note_taker=""
        ),
        lambda: actions.draft_minutes(by=operator, meeting_id=held.pk),
    ):
        with pytest.raises(Refused, match="Notula disahkan"):
            late()


def signed_stays_signed(operator, held, today):
    """What the signed minutes print does not change before the notes are settled either."""
    entry = Attendance.objects.filter(session__meeting=held).first()
    for late in (
        lambda: actions.note(by=operator, meeting_id=held.pk, new=point(today)),
        lambda: actions.strike(by=operator, attendance_id=entry.pk, reason="keliru"),
        lambda: actions.copy_paper(
            by=operator, session_id=entry.session_id, marks=[Mark(entry.guest.number, "hadir")]
        ),
    ):
        with pytest.raises(Refused, match="sudah ditandatangani"):
            late()


def person(role: str) -> Viewer:
    made = factories.account(role)
    return Viewer(role, factories.REGENCY, "kpu", made.name, made.pk)


def test_a_body_without_a_known_rule_writes_its_ground_and_signs_with_a_pen(election, today):
    staff = factories.account("ppk", "73.12.01")
    ppk = Viewer("ppk", "73.12.01", "kpu", staff.name, staff.pk)
    held = ground.opened(ppk, election, "pleno-terbuka", guests=0)
    with pytest.raises(Refused, match="belum tercatat dalam aturan"):
        actions.draft_minutes(by=ppk, meeting_id=held.pk)
    session = held.sessions.get().pk
    actions.copy_paper(by=ppk, session_id=session, marks=[Mark(1, "hadir")])
    actions.invite(by=ppk, meeting_id=held.pk, people=ground.people(1, "PPK contoh"))
    second = held.guests.get(number=2)
    actions.mark_member(by=ppk, meeting_id=held.pk, guest_id=second.pk, member=True)
    actions.copy_paper(by=ppk, session_id=session, marks=[Mark(2, "hadir")])
    basis = "Tata tertib PPK: tiga dari lima"
    actions.note_quorum_basis(by=ppk, meeting_id=held.pk, basis=basis)
    made = actions.draft_minutes(by=ppk, meeting_id=held.pk)
    assert f"2 (dua); kuorum berdasarkan {basis}" in " ".join(made.data["body"]["opening"])
    actions.summarize(by=ppk, meeting_id=held.pk, summary="Isi", chair="", note_taker="")
    actions.step(by=ppk, meeting_id=held.pk, move="tutup")
    with pytest.raises(Refused, match="lampirkan pindaian"):
        actions.settle(by=ppk, meeting_id=held.pk)
    scan = {"name": "ba.pdf", "content": b"%PDF-1.7 x", "media_type": "application/pdf"}
    actions.attach(by=ppk, meeting_id=held.pk, kind="ba", **scan)
    actions.settle(by=ppk, meeting_id=held.pk)
    with pytest.raises(Refused, match="sudah tercatat dalam aturan"):
        other = plenary(factories.viewer("operator"), election, 0)
        actions.note_quorum_basis(by=factories.viewer(), meeting_id=other.pk, basis="x")
    actions.invite(by=factories.viewer(), meeting_id=other.pk, people=ground.people(1))
    sixth = other.guests.get(institution="Dinas Contoh").pk
    with pytest.raises(Refused, match="mengikuti peran akunnya"):
        by = factories.viewer()
        actions.mark_member(by=by, meeting_id=other.pk, guest_id=sixth, member=True)


def test_notes_of_a_meeting_that_decides_nothing_need_a_word(operator, election, members):
    held = ground.opened(operator, election)
    actions.step(by=operator, meeting_id=held.pk, move="tutup")
    with pytest.raises(Refused, match="masih kosong"):
        actions.settle(by=members[0], meeting_id=held.pk)
    actions.summarize(by=operator, meeting_id=held.pk, summary="Isi", chair="", note_taker="")
    with pytest.raises(Refused, match="tidak mengambil keputusan"):
        actions.draft_minutes(by=operator, meeting_id=held.pk)
    actions.settle(by=members[0], meeting_id=held.pk)


def test_the_week_shows_what_was_left_done_and_planned(operator, election, members, today):
    first = plenary(operator, election, 5)
    for text in ("Satu", "Dua"):
        new = point(today, text=text, division="teknis", due=today)
        actions.note(by=operator, meeting_id=first.pk, new=new)
    done = queries.open_follow_ups(operator)[0]
    tasks.close_task(by=operator, task_id=done.task_id, result="Beres")
    actions.step(by=operator, meeting_id=first.pk, move="tutup")
    next_week = ground.plan(begins=clock.now() + timedelta(days=7))
    actions.plan_meeting(by=operator, kind="pleno-rutin", plan=next_week, election_id=election.pk)
    page = queries.week(operator)
    assert page.plenary.starts == next_week.sessions[0].opens
    assert [(one.text, one.done) for one in page.week.before] == [("Satu", True), ("Dua", False)]
    (group,) = page.week.last
    assert (group.done, len(group.rows)) == (1, 2) and "Teknis" in group.name.id
    assert page.week.coming == ()
    assert [row.id for row in page.earlier] == [first.pk]


def test_other_rooms_hold_their_plenary_here(operator, election, members):
    subject = "voters:revision:12"
    with performing("test"):
        held = actions.prepare(
            operator,
            kind="pleno-terbuka",
            plan=ground.plan(),
            election_id=election.pk,
            path=operator.path,
            subject=subject,
        )
        added = actions.add_guests(operator, meeting_id=held, people=ground.people(2))
        with pytest.raises(Refused, match="0 dari 5"):
            actions.require_quorum(operator, meeting_id=held)
    assert added.added == 2
    (found,) = queries.attendance_of(operator, subject)
    assert (found.meeting_id, found.there, found.quorum.present) == (held, (), 0)
    assert [row.id for row in queries.meetings_about(operator, subject)] == [held]
    with pytest.raises(RuntimeError):
        actions.require_quorum(operator, meeting_id=held)


def test_names_never_stand_in_the_ledger(operator, election, members, today):
    held = ground.opened(operator, election, guests=5)
    guest = queries.attendance(operator, held.pk).rows[0]
    actions.attend(
        by=operator,
        session_id=held.sessions.get().pk,
        guest_id=guest.guest_id,
        presence_as="mewakili",
        by_name="Contoh Wakil",
    )
    told = " ".join(LedgerEntry.objects.values_list("payload", flat=True))
    assert "Contoh" not in told and Attendance.objects.count() == 1


def test_the_address_of_a_meeting_leads_to_its_page(operator, election):
    held = ground.planned(operator, election)
    assert reverse("meetings:meeting", args=[held.pk]) == f"/rapat/{held.pk}/"


def test_the_ba_of_another_room_settles_its_meeting(operator, election, members):
    with performing("test"):
        held = actions.prepare(
            operator,
            kind="pleno-rutin",
            plan=ground.plan(),
            election_id=election.pk,
            path=operator.path,
            subject="voters:pdpb:2025-1",
        )
        made = documents.drafting.open_draft(
            operator,
            kind="ba",
            title="BA contoh",
            body={"opening": [], "points": [], "tables": [], "closing": []},
            path=operator.path,
        )
        actions.tie_minutes(operator, meeting_id=held, document_id=made.pk)
    (found,) = queries.attendance_of(operator, "voters:pdpb:2025-1")
    assert found.minutes_id == made.pk
    assert queries.meeting(operator, held).minutes.id == made.pk
    actions.step(by=operator, meeting_id=held, move="buka")
    session = queries.attendance(operator, held).session_id
    marks = [Mark(number, "hadir") for number in range(1, 6)]
    actions.copy_paper(by=operator, session_id=session, marks=marks)
    with pytest.raises(Refused, match="sudah disusun"):
        actions.draft_minutes(by=operator, meeting_id=held)
    made.refresh_from_db()
    assert made.title == "BA contoh"


def test_the_ba_of_a_closed_plenary_is_not_read_by_the_overseers_account(
    operator, election, members, today
):
    overseer = person("pengawas")
    for kind, seen in (("pleno-rutin", False), ("pleno-terbuka", True)):
        held = plenary(operator, election, 4, kind)
        actions.summarize(by=operator, meeting_id=held.pk, summary="Isi", chair="", note_taker="")
        made = actions.draft_minutes(by=operator, meeting_id=held.pk)
        assert papers.paper(members[0], made.pk) and papers.paper(person("operator"), made.pk)
        assert (made.pk in [row.id for row in papers.papers(overseer)]) is seen
        if not seen:
            with pytest.raises(Document.DoesNotExist):
                papers.pdf(overseer, made.pk)


def test_the_invitation_of_a_closed_plenary_is_not_read_by_the_overseers_account(
    operator, election, members
):
    overseer = person("pengawas")
    for kind, seen in (("pleno-tertutup", False), ("pleno-terbuka", True)):
        held = ground.planned(operator, election, kind)
        actions.invite(by=operator, meeting_id=held.pk, people=ground.people(2))
        made = actions.draft_invitation(by=operator, meeting_id=held.pk)
        assert papers.paper(person("operator"), made.pk)
        assert (made.pk in [row.id for row in papers.papers(overseer)]) is seen


def test_the_ba_of_another_room_is_closed_with_its_meeting(operator, election, members):
    overseer = person("pengawas")
    for kind, seen in (("pleno-rutin", False), ("pleno-terbuka", True)):
        with performing("test"):
            held = actions.prepare(
                operator,
                kind=kind,
                plan=ground.plan(),
                election_id=election.pk,
                path=operator.path,
                subject=f"voters:pdpb:{kind}",
            )
            made = documents.drafting.open_draft(
                operator, kind="ba", title="BA contoh", body={}, path=operator.path
            )
            actions.tie_minutes(operator, meeting_id=held, document_id=made.pk)
        assert (made.pk in [row.id for row in papers.papers(overseer)]) is seen
