"""The clocks of one case: which event keeps which, and the strip of its days."""

from datetime import date, datetime, timedelta

import pytest

from jurdil.law.oversight import case_clocks, cases, clocks
from jurdil.law.oversight.case_clocks import Mark
from jurdil.law.zones import WIB
from tests.law.deadline_cases import LEBARAN_2024

ZONE = WIB.tzinfo
FRIDAY = datetime(2024, 4, 5, 10, tzinfo=ZONE)


def running(events, suspected=(), now=FRIDAY, regime="pemilu"):
    found = case_clocks.open_clocks(
        regime, events, suspected, now=now, calendar=LEBARAN_2024, zone=ZONE
    )
    return [one.due.rule.id for one in found]


def test_every_watched_clock_exists_and_every_event_is_known():
    known = {name for regime in clocks.regimes() for name in clocks.rules(regime)}
    assert set(case_clocks.watches()) <= known
    assert {w.needs for w in case_clocks.watches().values()} - {""} <= set(cases.outcomes())


def test_the_initial_study_ends_its_clock_and_a_notice_starts_the_completion():
    received = {"laporan-disampaikan-hari": FRIDAY}
    assert running(received) == ["kajian-awal"]
    studied = received | {"kajian-awal": FRIDAY + timedelta(hours=2)}
    assert running(studied) == []
    told = studied | {"pemberitahuan-kelengkapan": FRIDAY + timedelta(hours=3)}
    assert running(told) == ["laporan-dilengkapi"]
    assert running(told | {"kajian-awal": FRIDAY + timedelta(hours=4)}) == []


def test_a_crime_that_is_suspected_must_be_discussed_within_24_hours():
    events = {"temuan-laporan-diregistrasi": FRIDAY}
    assert "pembahasan-pertama" not in running(events)
    assert running(events, ["pidana"])[0] == "pembahasan-pertama"
    held = events | {"pembahasan-1": FRIDAY + timedelta(hours=20)}
    assert "pembahasan-pertama" not in running(held, ["pidana"])


@pytest.mark.parametrize(
    ("happened", "waits"),
    [
        (["dinyatakan-pidana"], "pidana-diteruskan"),
        (["dinyatakan-pidana", "diterima-penyidik"], "penyidikan"),
        (
            ["dinyatakan-pidana", "diterima-penyidik", "berkas-diterima-penuntut"],
            "berkas-dikembalikan-penuntut",
        ),
        (["berkas-lengkap"], "dilimpahkan-pengadilan"),
        (["perkara-dilimpahkan"], "putusan-pengadilan-negeri"),
        (["perkara-dilimpahkan", "putusan-pn"], "banding"),
        (["putusan-pn", "banding-diterima"], "putusan-pengadilan-tinggi"),
        (["putusan-pn", "banding-diterima", "putusan-pt"], None),
        (["dinyatakan-pidana", "diterima-penyidik", "penghentian"], None),
    ],
)
def test_the_road_of_a_crime_has_one_clock_after_the_other(happened, waits):
    events = {name: FRIDAY + timedelta(hours=n) for n, name in enumerate(happened)}
    assert running(events) == ([waits] if waits else [])


def test_what_ended_or_was_decided_has_no_clock_of_handling_any_more():
    events = {"temuan-laporan-diregistrasi": FRIDAY}
    assert set(running(events)) == {"laporan-ditindaklanjuti", "keterangan-tambahan"}
    for end in ("diputus", "selesai"):
        assert running(events | {end: FRIDAY + timedelta(days=3)}) == []


def test_a_pilkada_report_is_handled_three_calendar_days_from_its_reception():
    events = {"laporan-diterima": FRIDAY, "laporan-disampaikan-hari": FRIDAY}
    found = case_clocks.open_clocks(
        "pilkada-2024", events, now=FRIDAY, calendar=LEBARAN_2024, zone=ZONE
    )
    ends = {one.due.rule.id: one.due.last_day for one in found}
    assert ends["laporan-ditangani"] == date(2024, 4, 8)


def test_the_strip_has_a_column_a_day_and_says_which_days_do_not_count():
    events = {"laporan-disampaikan-hari": FRIDAY}
    found = case_clocks.started_clocks(
        "pemilu", events, now=FRIDAY, calendar=LEBARAN_2024, zone=ZONE
    )
    drawn = case_clocks.strip(found, events, ZONE)
    assert drawn.days[0] == date(2024, 4, 5) and drawn.days[-1] == date(2024, 4, 17)
    marks = drawn.rows[0].marks
    assert marks[0] is Mark.START and marks[-1] is Mark.LAST
    assert marks[1:11] == (Mark.SKIPPED,) * 10 and marks[11] is Mark.COUNTED
    assert case_clocks.strip((), {}, ZONE).days == ()
