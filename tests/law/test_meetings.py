"""Meetings: kinds and quorum as data, the machine, the code on the wall, names with titles."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from jurdil.law.meetings import attendance, kinds, states, titles, wall
from jurdil.law.meetings.attendance import Way
from jurdil.law.meetings.states import ENDED, State, Step

TIMES = kinds.CodeTimes(step=60, life=90, form_minutes=10)
NOON = datetime(2025, 2, 3, 12, 0, 0, tzinfo=UTC)


def test_a_regency_needs_four_of_five_and_nobody_has_seen_the_rule():
    rule = kinds.quorum_of("kpu", "kabko")
    assert (rule.members, rule.present, rule.votes, rule.confirmed) == (5, 4, 3, False)
    assert kinds.quorum_of("kpu", "kecamatan") is None
    assert kinds.quorum_of("bawaslu", "kabko") is None


def test_only_plenaries_decide_and_they_are_called_but_for_the_weekly_one():
    deciding = {one.id for one in kinds.kinds() if one.decides}
    assert deciding == {"pleno-rutin", "pleno-tertutup", "pleno-terbuka"}
    assert not kinds.kind("pleno-rutin").invitation
    assert kinds.kind("pleno-terbuka").invitation
    assert kinds.kind("pleno-terbuka").notice.confirmed is False
    assert {"Bawaslu", "Polres", "Partai"} <= set(kinds.kind("pleno-terbuka").institutions)


@pytest.mark.parametrize(("present", "met"), [(3, False), (4, True), (5, True)])
def test_quorum(present, met):
    rule = kinds.quorum_of("kpu", "kabko")
    assert attendance.quorate(rule, present) is met
    figure = attendance.members_present(rule, present)
    assert figure.value == Fraction(present, 5) and not figure.confirmed
    assert "4 dari 5" in figure.formula.id


class Meetings(RuleBasedStateMachine):
    """Whatever people try, a meeting never leaves an end, and minutes follow a closed meeting."""

    def __init__(self):
        super().__init__()
        self.state, self.path = State.PLANNED, []

    @rule(step=st.sampled_from(list(Step)), called=st.booleans())
    def take(self, step, called):
        before = self.state
        if step not in states.steps_from(before, called=called):
            with pytest.raises(states.IllegalStep):
                states.after(before, step, called=called)
            return
        self.state = states.after(before, step, called=called)
        self.path.append(step)
        assert before not in ENDED

    @invariant()
    def settled_only_after_opened_and_closed(self):
        if self.state is State.SETTLED:
            assert self.path[-2:] == [Step.CLOSE, Step.SETTLE] and Step.OPEN in self.path

    @invariant()
    def an_end_has_no_way_out(self):
        if self.state in ENDED:
            assert states.steps_from(self.state) == ()


TestMeetings = Meetings.TestCase


def test_a_called_meeting_is_not_opened_before_its_invitation():
    with pytest.raises(states.IllegalStep):
        states.after(State.PLANNED, Step.OPEN, called=True)
    assert states.after(State.PLANNED, Step.OPEN) is State.OPEN


@given(st.integers(0, 400))
def test_a_code_lives_ninety_seconds_and_a_later_one_does_not_count_yet(seconds):
    step = wall.step_of(NOON, TIMES)
    later = NOON + timedelta(seconds=seconds)
    assert wall.alive(step, later, TIMES) is (seconds < TIMES.life)
    assert not wall.alive(step + 1, NOON, TIMES)
    assert 1 <= wall.seconds_left(later, TIMES) <= TIMES.step


DAY = date(2025, 2, 3)


@pytest.mark.parametrize(
    ("state", "way", "today", "may"),
    [
        (State.INVITED, Way.CODE, DAY, True),
        (State.INVITED, Way.CODE, DAY - timedelta(days=1), False),
        (State.OPEN, Way.DESK, DAY + timedelta(days=1), True),
        (State.OPEN, Way.CODE, DAY - timedelta(days=1), False),
        (State.CLOSED, Way.PAPER, DAY, True),
        (State.CLOSED, Way.CODE, DAY, False),
        (State.SETTLED, Way.PAPER, DAY, False),
        (State.CANCELLED, Way.DESK, DAY, False),
    ],
)
def test_when_somebody_may_be_entered(state, way, today, may):
    assert attendance.may_enter(state, way, DAY, today) is may


def test_three_days_lie_between_invitation_and_plenary():
    notice = kinds.kind("pleno-terbuka").notice
    assert not attendance.short_of_notice(notice, DAY - timedelta(days=3), DAY)
    assert attendance.short_of_notice(notice, DAY - timedelta(days=2), DAY)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Dr. H. Contoh Nama, S.H., M.Si.", "Dr. H. Contoh Nama, S.H., M.Si."),
        ("Contoh Nama SH MH", "Contoh Nama, S.H., M.H."),
        ("Dr.H. Contoh Nama,SH,MSi", "Dr. H. Contoh Nama, S.H., M.Si."),
        ("Hj Contoh Sari, S.Sos", "Hj. Contoh Sari, S.Sos."),
        ("A. Contoh", "A. Contoh"),
        ("Contoh Ma", "Contoh Ma"),
        ("Contoh Hj", "Contoh Hj"),
        ("Drs H Contoh", "Drs. H. Contoh"),
    ],
)
def test_titles_are_written_as_invitations_write_them(typed, right):
    found = titles.written(typed)
    assert found.name == right
    assert (found.fault is None) is (typed == right)
    assert titles.written(right).fault is None


@pytest.mark.parametrize("broken", ["Drs.", "S.H.", "Contoh@Nama", "0812345", "  "])
def test_what_is_no_name_is_a_fault_without_a_proposal(broken):
    found = titles.written(broken)
    if titles.plain(broken):
        assert found.fault is not None and found.name == broken.strip()
    else:
        assert found.fault is not None


def test_titles_do_not_make_another_person():
    assert titles.plain("Dr. H. Contoh Nama, S.H.") == titles.plain("contoh  nama") == "contoh nama"


@given(st.text(alphabet="abcdefgh ABC.,SHMi'", max_size=30))
def test_mending_a_mended_name_changes_nothing(text):
    once = titles.written(text).name
    assert titles.written(once).name == once
