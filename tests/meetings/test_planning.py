"""Planning and the steps of a meeting; the members of a plenary are on its list by themselves."""

from datetime import timedelta

import pytest

from jurdil.kernel import clock
from jurdil.kernel.actions import documents
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Election, LedgerEntry
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import actions, queries
from jurdil.meetings.models import Meeting
from jurdil.meetings.queries import lists
from jurdil.meetings.records import NewNote, NewSession
from jurdil.office import queries as office
from tests import factories
from tests.meetings import ground

pytestmark = pytest.mark.django_db


def test_a_plenary_has_its_members_on_the_list_and_no_one_else(operator, election, members):
    made = ground.planned(operator, election, "pleno-rutin")
    rows = queries.attendance(operator, made.pk).rows
    assert [row.member for row in rows] == [True] * 5
    assert rows[0].post == "Ketua KPU"
    entry = LedgerEntry.objects.get(act="meetings.plan")
    assert entry.subject == f"meeting:{made.pk}" and "Contoh" not in entry.payload


def test_a_meeting_is_not_opened_before_its_day(operator, election):
    begins = clock.now() + timedelta(days=4)
    made = ground.planned(operator, election, begins=begins)
    with pytest.raises(Refused, match="ubah dulu harinya"):
        actions.step(by=operator, meeting_id=made.pk, move="buka")


@pytest.mark.parametrize("role", ["pengawas", "pengelola"])
def test_what_a_body_said_among_itself_is_not_for_everybody(operator, election, members, role):
    """The overseer has an account in this house: it is no chair at the table."""
    held = ground.opened(operator, election, "pleno-rutin", begins=clock.now())
    shown = ground.planned(operator, election, "audiensi")
    due = clock.today() + timedelta(days=3)
    new = NewNote("hambatan", "Rahasia meja", due, institution="Dinas Contoh")
    actions.note(by=operator, meeting_id=held.pk, new=new)
    other = factories.viewer(role, account_id=factories.account(role).pk)
    listed = queries.meetings(other, past=False)
    assert [row.id for row in listed.rows] == [shown.pk]
    with pytest.raises(Meeting.DoesNotExist):
        queries.meeting(other, held.pk)
    with pytest.raises(Meeting.DoesNotExist):
        queries.notes_pdf(other, held.pk)
    assert queries.open_follow_ups(other) == () and queries.institutions(other) == ()
    assert queries.open_follow_ups(operator) != ()


def test_a_rakor_of_three_days_has_three_sessions(operator, election):
    made = ground.planned(operator, election, "rakor", days=3)
    page = queries.meeting(operator, made.pk)
    assert [one.number for one in page.sessions] == [1, 2, 3]
    assert page.sessions[2].opens - page.sessions[0].opens == timedelta(days=2)


def test_sessions_that_overlap_are_refused_in_a_sentence(operator, election):
    now = clock.now()
    both = (
        NewSession(now, now + timedelta(hours=3)),
        NewSession(now + timedelta(hours=1), now + timedelta(hours=2)),
    )
    with pytest.raises(Refused, match="bertumpang tindih"):
        ground.planned(operator, election, sessions=both)


def test_an_election_of_another_place_does_not_exist(operator, election):
    elsewhere = factories.election("pemilu-2024", path="74.01")
    with pytest.raises(Election.DoesNotExist):
        ground.planned(operator, elsewhere)


def test_what_is_called_opens_after_its_invitation(operator, election):
    made = ground.planned(operator, election, "rakor")
    with pytest.raises(Refused, match="Catat dulu undangannya"):
        actions.step(by=operator, meeting_id=made.pk, move="buka")
    with pytest.raises(Refused, match="masih kosong"):
        actions.step(by=operator, meeting_id=made.pk, move="undang")
    actions.invite(by=operator, meeting_id=made.pk, people=ground.people(2))
    actions.step(by=operator, meeting_id=made.pk, move="undang")
    actions.step(by=operator, meeting_id=made.pk, move="buka")
    assert queries.meeting(operator, made.pk).row.state == "dibuka"


def test_putting_off_needs_a_reason_and_calling_again_a_new_day(operator, election):
    made = ground.planned(operator, election)
    with pytest.raises(Refused, match="alasan"):
        actions.step(by=operator, meeting_id=made.pk, move="tunda")
    actions.step(by=operator, meeting_id=made.pk, move="tunda", reason="Tidak kuorum")
    with pytest.raises(Refused, match="hari dan jam yang baru"):
        actions.step(by=operator, meeting_id=made.pk, move="jadwalkan")
    later = ground.plan(begins=clock.now() + timedelta(days=7))
    actions.step(by=operator, meeting_id=made.pk, move="jadwalkan", plan=later)
    page = queries.meeting(operator, made.pk)
    assert page.row.state == "direncanakan" and page.row.starts == later.sessions[0].opens
    assert [one[1] for one in page.history] == ["Tidak kuorum", ""]


def test_what_ended_does_not_change(operator, election):
    made = ground.planned(operator, election)
    actions.step(by=operator, meeting_id=made.pk, move="batal", reason="Contoh")
    for move in ("buka", "tunda", "undang"):
        with pytest.raises(Refused, match="Dibatalkan"):
            actions.step(by=operator, meeting_id=made.pk, move=move, reason="x")
    with pytest.raises(Refused):
        actions.change(by=operator, meeting_id=made.pk, plan=ground.plan())


def test_minutes_are_not_settled_by_an_ordinary_step(operator, election):
    made = ground.opened(operator, election)
    with pytest.raises(Refused, match="tidak dikenal"):
        actions.step(by=operator, meeting_id=made.pk, move="sahkan")


def test_a_changed_plan_keeps_the_stage_of_agenda_lines_and_counts_up(operator, election):
    made = ground.planned(operator, election, agenda=(("Satu", "dpt"), ("Dua", "")))
    actions.change(
        by=operator,
        meeting_id=made.pk,
        plan=ground.plan(2, title="Lain", agenda=(("Dua", ""), ("Tiga", "dps"))),
    )
    page = queries.meeting(operator, made.pk)
    assert [(number, text, stage) for _pk, number, text, stage in page.agenda] == [
        (1, "Dua", ""),
        (2, "Tiga", "dps"),
    ]
    assert Meeting.objects.get(pk=made.pk).revision == 1 and len(page.sessions) == 2
    assert [row.id for row in queries.meetings_of_stage(operator, election.pk, "dps")] == [made.pk]


def test_another_kecamatan_does_not_see_the_meeting(operator, election):
    here = factories.viewer("ppk", "73.12.01", account_id=operator.account_id)
    there = factories.viewer("ppk", "73.12.02")
    made = ground.planned(here, election)
    with pytest.raises(Meeting.DoesNotExist):
        queries.meeting(there, made.pk)
    with pytest.raises(Meeting.DoesNotExist):
        actions.step(by=there, meeting_id=made.pk, move="buka")
    assert queries.meeting(operator, made.pk).row.path == "73.12.01"


def test_an_invitation_too_late_is_said_not_refused(operator, election, members):
    made = ground.opened(operator, election, "pleno-terbuka")
    page = queries.meeting(operator, made.pk)
    assert page.late_notice and "Polres" in page.missing


def test_the_same_file_is_attached_once_and_a_speaker_too(operator, election):
    made = ground.opened(operator, election, "rakor")
    file = {
        "kind": "foto",
        "name": "a.jpg",
        "content": b"\xff\xd8\xffx",
        "media_type": "image/jpeg",
    }
    actions.attach(by=operator, meeting_id=made.pk, **file)
    with pytest.raises(Refused, match="sudah dilampirkan"):
        actions.attach(by=operator, meeting_id=made.pk, **file)
    found = queries.meeting(operator, made.pk).files[0]
    assert queries.file_of(operator, made.pk, found.id)[2] == file["content"]
    session = queries.meeting(operator, made.pk).sessions[0].id
    who = {"session_id": session, "name": "Contoh Narasumber", "topic": "Logistik"}
    actions.add_speaker(by=operator, meeting_id=made.pk, **who)
    with pytest.raises(Refused, match="sudah tercatat"):
        actions.add_speaker(by=operator, meeting_id=made.pk, **who)


def test_a_signed_invitation_stands_in_the_register_of_letters_once(operator, election, members):
    held = ground.planned(operator, election, "rakor")
    actions.invite(by=operator, meeting_id=held.pk, people=ground.people(8))
    paper = actions.draft_invitation(by=operator, meeting_id=held.pk)
    for role, act in (
        ("kasubbag", documents.initial_subhead),
        ("sekretaris", documents.initial_secretary),
    ):
        person = factories.account(role)
        by = Viewer(role, factories.REGENCY, "kpu", person.name, person.pk)
        act(by=by, document_id=paper.pk)
    documents.sign(by=members[0], document_id=paper.pk)
    actions.step(by=operator, meeting_id=held.pk, move="undang")
    actions.step(by=operator, meeting_id=held.pk, move="tunda", reason="Contoh")
    again = ground.plan(begins=clock.now() + timedelta(days=7))
    actions.step(by=operator, meeting_id=held.pk, move="jadwalkan", plan=again)
    actions.step(by=operator, meeting_id=held.pk, move="undang")
    rows = office.letters(operator, office.Wanted(direction="keluar")).rows
    assert [row.subject for row in rows] == ["Undangan: Rapat contoh"]
    assert rows[0].correspondent == "Daftar undangan (8 orang)"


def test_meetings_that_begin_at_one_hour_are_all_on_the_pages(operator, election, monkeypatch):
    """Plenaries of all villages begin at nine; a page border falls between two of them."""
    monkeypatch.setattr(lists, "SIZE", 2)
    begins = clock.now() - timedelta(days=3)
    for number in range(5):
        made = ground.planned(operator, election, title=f"Rapat {number}", begins=begins)
        actions.step(by=operator, meeting_id=made.pk, move="batal", reason="uji")
    seen, after = [], ""
    for _page in range(3):
        page = queries.meetings(operator, past=True, after=after)
        seen += [row.title for row in page.rows]
        after = page.after
    assert sorted(seen) == [f"Rapat {number}" for number in range(5)]
