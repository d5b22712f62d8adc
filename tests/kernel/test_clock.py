"""Two clocks: training moves the legal one, never the technical one; the ledger carries both."""

from datetime import UTC, date, datetime, timedelta

import pytest

from jurdil.kernel import clock, policy, windows
from jurdil.kernel.actions import office as office_actions
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry, ScheduleVersion, Window
from tests import factories
from tests.writes import setting_up

pytestmark = pytest.mark.django_db
VOTING_EVE = datetime(2024, 2, 13, 16, 30, tzinfo=UTC)
"""14 February 2024, 00.30 in Makassar."""


def set_clock(moment: datetime | None) -> None:
    office_actions.set_training_clock(by=factories.viewer("pengelola"), legal=moment)


def test_training_shows_any_day_and_the_clock_goes_on_from_there():
    factories.office()
    set_clock(VOTING_EVE)
    assert timedelta() <= clock.now() - VOTING_EVE < timedelta(seconds=30)
    assert clock.today() == date(2024, 2, 14)
    assert clock.real().year >= 2025


def test_the_legal_day_is_the_office_s_own_day():
    factories.office()
    set_clock(datetime(2024, 2, 13, 15, 59, tzinfo=UTC))
    assert clock.today() == date(2024, 2, 13)
    assert str(clock.zone()) == "Asia/Makassar"


def test_back_to_real_time():
    factories.office()
    set_clock(VOTING_EVE)
    set_clock(None)
    assert abs(clock.now() - clock.real()) < timedelta(seconds=5)


def test_official_mode_has_no_clock_to_set():
    factories.office(mode="resmi")
    with pytest.raises(Refused, match="Mode Latihan"):
        set_clock(VOTING_EVE)


def test_the_ledger_carries_both_times():
    factories.office()
    set_clock(VOTING_EVE)
    office_actions.set_letterhead(by=factories.viewer("pengelola"), letterhead={"name": "KPU"})
    entry = LedgerEntry.objects.last()
    assert entry.legal_at.date() == VOTING_EVE.date()
    assert entry.real_at.year >= 2025


def test_only_keepers_move_the_clock():
    factories.office()
    with pytest.raises(policy.Forbidden):
        office_actions.set_training_clock(by=factories.viewer("ketua"), legal=VOTING_EVE)


def a_window(opens: datetime | None, closes: datetime | None) -> int:
    election = factories.election()
    with setting_up():
        version = ScheduleVersion.objects.create(
            election=election, number=1, basis="uji", applied_at=VOTING_EVE
        )
        Window.objects.create(
            version=version,
            stage="pungut",
            order=1,
            name="Pemungutan suara",
            name_en="Voting",
            level="tps",
            opens=opens,
            closes=closes,
            confirmed=True,
        )
    return election.pk


@pytest.mark.parametrize(
    ("hours_open", "hours_close", "sentence"),
    [(1, 2, "baru dibuka pada 14-02-2024 01.30"), (-2, -1, "sudah ditutup pada 13-02-2024 23.30")],
)
def test_a_window_that_is_not_open_says_since_or_until_when(hours_open, hours_close, sentence):
    factories.office()
    set_clock(VOTING_EVE)
    election = a_window(
        VOTING_EVE + timedelta(hours=hours_open), VOTING_EVE + timedelta(hours=hours_close)
    )
    with pytest.raises(windows.Closed, match=sentence):
        windows.require_open(election, "pungut")


def test_an_open_window_lets_pass_and_a_missing_one_does_not():
    factories.office()
    set_clock(VOTING_EVE)
    election = a_window(VOTING_EVE - timedelta(hours=1), None)
    windows.require_open(election, "pungut")
    with pytest.raises(windows.Closed, match="belum ditetapkan"):
        windows.require_open(election, "tidak-ada")


def test_a_holiday_corrected_keeps_what_stood_before():
    by = factories.viewer("pengelola")
    day = date(2024, 2, 9)
    office_actions.record_holiday(by=by, day=day, kind="daerah", name="Salah", basis="Perbup 1")
    office_actions.record_holiday(by=by, day=day, kind="cuti-bersama", name="Imlek", basis="SKB")
    assert '"before":{"basis":"Perbup 1","kind":"daerah","name":"Salah"}' in (
        LedgerEntry.objects.last().payload
    )
