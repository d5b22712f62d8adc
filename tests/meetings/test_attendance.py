"""Who came: by the code on the wall, at the desk, on paper. One person, once."""

from datetime import timedelta

import pytest

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.viewer import public_viewer
from jurdil.meetings import actions, codes, queries
from jurdil.meetings.models import Attendance, Meeting
from jurdil.meetings.records import Mark, NewGuest
from tests import factories
from tests.meetings import ground

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(operator, election) -> Meeting:
    return ground.opened(operator, election, guests=6)


@pytest.fixture
def guest():
    return public_viewer(factories.REGENCY, "kpu")


def scanned(meeting, at=0) -> str:
    """The pass of somebody who scanned the wall just now."""
    session = meeting.sessions.all()[at]
    token, _seconds = codes.on_the_wall(meeting.code, session.pk)
    return codes.exchange(meeting.code, session.pk, token)


def ids(by, meeting) -> list[int]:
    return [row.guest_id for row in queries.attendance(by, meeting.pk).rows]


def later(monkeypatch, **delta):
    """Let technical time pass."""
    moment = clock.real() + timedelta(**delta)
    monkeypatch.setattr(clock, "real", lambda: moment)


def test_a_guest_signs_in_with_the_code_on_the_wall(held, guest, operator):
    made = actions.check_in(by=guest, given=scanned(held), guest_id=ids(operator, held)[0])
    assert (made.presence, made.way, made.signed) == ("hadir", "qr", False)
    entry = LedgerEntry.objects.get(act="meetings.check_in")
    assert entry.actor is None and "Contoh" not in entry.payload


def test_an_old_code_is_a_sentence_and_nothing_is_lost(held, guest, operator, monkeypatch):
    session = held.sessions.get()
    token, _seconds = codes.on_the_wall(held.code, session.pk)
    actions.check_in(by=guest, given=scanned(held), guest_id=ids(operator, held)[0])
    later(monkeypatch, seconds=151)
    with pytest.raises(codes.Expired):
        codes.exchange(held.code, session.pk, token)
    assert Attendance.objects.count() == 1


def test_a_form_left_open_for_long_is_refused_in_a_sentence(held, guest, operator, monkeypatch):
    import time

    given = scanned(held)
    moment = time.time() + 601
    monkeypatch.setattr("django.core.signing.time.time", lambda: moment)
    with pytest.raises(Refused, match="sudah berganti"):
        actions.check_in(by=guest, given=given, guest_id=ids(operator, held)[0])


@pytest.mark.parametrize("token", ["", "x", "1-", "99999999999999999999-a", "1-abcdef"])
def test_a_made_up_code_opens_nothing(held, token):
    with pytest.raises(codes.Expired):
        codes.exchange(held.code, held.sessions.get().pk, token)


def test_a_code_is_good_for_its_own_session_only(operator, election):
    held = ground.opened(operator, election, "rakor", days=2)
    first, second = held.sessions.all()
    token, _seconds = codes.on_the_wall(held.code, first.pk)
    with pytest.raises(codes.Expired):
        codes.exchange(held.code, second.pk, token)


def test_the_same_person_twice_is_a_sentence(held, guest, operator):
    chosen = ids(operator, held)[0]
    actions.check_in(by=guest, given=scanned(held), guest_id=chosen)
    with pytest.raises(Refused, match=r"Contoh Aa sudah tercatat hadir pukul .* \(Kode QR\)"):
        actions.check_in(by=guest, given=scanned(held), guest_id=chosen)
    session = held.sessions.get().pk
    with pytest.raises(Refused, match="Satu orang satu kali"):
        actions.attend(by=operator, session_id=session, guest_id=chosen, presence_as="daring")


def test_who_is_not_on_the_list_comes_as_a_newcomer_once(held, guest):
    new = NewGuest("Dr. Contoh Baru, S.H.", institution="Dinas Lain")
    made = actions.check_in(by=guest, given=scanned(held), newcomer=new)
    assert made.guest.walk_in and made.guest.number == 7
    again = NewGuest("contoh baru", institution="dinas lain")
    with pytest.raises(Refused, match="sudah tercatat hadir"):
        actions.check_in(by=guest, given=scanned(held), newcomer=again)
    assert held.guests.count() == 7


def test_a_representative_has_a_name_and_stands_for_one_guest(held, operator):
    first, second, third, *_rest = ids(operator, held)
    session = held.sessions.get().pk
    as_one = {"by": operator, "session_id": session, "presence_as": "mewakili"}
    with pytest.raises(Refused, match="Isi nama wakil"):
        actions.attend(**as_one, guest_id=first)
    with pytest.raises(Refused, match="orang yang sama"):
        actions.attend(**as_one, guest_id=first, by_name="Dr. Contoh Aa")
    actions.attend(**as_one, guest_id=first, by_name="Contoh Wakil", by_post="Sekretaris")
    with pytest.raises(Refused, match="tidak dapat mewakili dua undangan"):
        actions.attend(**as_one, guest_id=second, by_name="Contoh Wakil, S.H.")
    actions.attend(by=operator, session_id=session, presence_as="hadir", guest_id=third)
    row = queries.attendance(operator, held.pk).rows[0]
    assert (row.by_name, row.presence_label) == ("Contoh Wakil", "Diwakili")


def test_the_paper_list_signs_who_came_by_code_and_adds_the_others(held, guest, operator):
    actions.check_in(by=guest, given=scanned(held), guest_id=ids(operator, held)[0])
    session = held.sessions.get().pk
    marks = [Mark(1, "hadir"), Mark(2, "hadir"), Mark(3, "mewakili", "Contoh Wakil")]
    made = actions.copy_paper(by=operator, session_id=session, marks=marks)
    assert (made.added, made.signed) == (2, 1)
    page = queries.attendance(operator, held.pk)
    assert (page.there, page.signed) == (3, 3)
    assert page.rows[0].way == "Kode QR"
    with pytest.raises(Refused, match=r"Nomor 2 \(Contoh Ab\) sudah bertanda tangan"):
        actions.copy_paper(by=operator, session_id=session, marks=[Mark(2, "hadir")])


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([1, 1], "Nomor 1 ditulis dua kali"),
        ([1, 77], "Nomor 77 tidak ada"),
        ([], "Belum ada nomor"),
    ],
)
def test_a_wrong_number_copies_nothing(held, operator, numbers, said):
    with pytest.raises(Refused, match=said):
        actions.copy_paper(
            by=operator,
            session_id=held.sessions.get().pk,
            marks=[Mark(number, "hadir") for number in numbers],
        )
    assert not Attendance.objects.exists()


def test_a_wrong_entry_is_taken_out_with_its_reason(held, operator):
    session, chosen = held.sessions.get().pk, ids(operator, held)[0]
    made = actions.attend(by=operator, session_id=session, guest_id=chosen, presence_as="hadir")
    with pytest.raises(Refused, match="Tuliskan apa yang salah"):
        actions.strike(by=operator, attendance_id=made.pk, reason=" ")
    actions.strike(by=operator, attendance_id=made.pk, reason="Salah orang")
    actions.attend(by=operator, session_id=session, guest_id=chosen, presence_as="daring")
    entry = LedgerEntry.objects.get(act="meetings.strike")
    assert "Salah orang" in entry.payload


def test_disability_is_a_count_and_nobodys_name(held, guest, operator):
    first, second, *_rest = ids(operator, held)
    actions.check_in(by=guest, given=scanned(held), guest_id=first, disability="P")
    actions.check_in(by=guest, given=scanned(held), guest_id=second, disability="L")
    counts = queries.counts_of(operator, held.pk)
    assert (counts.disability_men, counts.disability_women) == (1, 1)
    assert (counts.invited, counts.there, counts.men, counts.women) == (6, 2, 1, 1)
    assert "disability" not in {field.name for field in Attendance._meta.get_fields()}


def test_each_day_has_its_own_list(operator, election):
    held = ground.opened(operator, election, "rakor", days=2)
    first, second = held.sessions.all()
    chosen = ids(operator, held)[0]
    actions.attend(by=operator, session_id=first.pk, guest_id=chosen, presence_as="hadir")
    with pytest.raises(Refused, match="dibuka pada harinya"):
        actions.attend(by=operator, session_id=second.pk, guest_id=chosen, presence_as="hadir")


def test_after_closing_only_paper_comes_in_and_after_settling_nothing(held, guest, operator):
    actions.summarize(by=operator, meeting_id=held.pk, summary="x", chair="", note_taker="")
    actions.step(by=operator, meeting_id=held.pk, move="tutup")
    with pytest.raises(Refused, match="tidak diisi lagi"):
        actions.check_in(by=guest, given=scanned(held), guest_id=ids(operator, held)[0])
    session = held.sessions.get().pk
    actions.copy_paper(by=operator, session_id=session, marks=[Mark(1, "hadir")])
    actions.settle(by=factories.viewer("ketua"), meeting_id=held.pk)
    with pytest.raises(Refused):
        actions.copy_paper(by=operator, session_id=session, marks=[Mark(2, "hadir")])


def test_names_show_only_to_a_phone_that_scanned_and_only_those_that_fit(held, guest):
    given = scanned(held)
    found = queries.matches(guest, given, "contoh ab")
    assert [one.name for one in found] == ["Contoh Ab"]
    with pytest.raises(Refused, match="tiga huruf"):
        queries.matches(guest, given, "co")
    with pytest.raises(codes.Expired):
        queries.matches(guest, "made-up", "contoh")
    assert len(queries.matches(guest, given, "dinas")) == 6


def test_the_own_name_stands_first_among_many_that_fit(operator, election, guest):
    held = ground.opened(operator, election, guests=60)
    found = queries.matches(guest, scanned(held), "contoh as")
    assert found[0].name == "Contoh As" and len(found) == 8


@pytest.mark.parametrize("token", ["²-abc", "-", "x-1", "9" * 40 + "-a"])
def test_a_token_without_a_number_is_over_and_breaks_nothing(token):
    with pytest.raises(codes.Expired):
        codes.exchange("kode", 1, token)
