"""Deadlines of findings, reports, advice and disputes, each in its own unit (section 3)."""

from datetime import date, datetime, timedelta

import pytest

from jurdil.law.deadlines import TimeUnit, due
from jurdil.law.oversight import advice, clocks
from jurdil.law.zones import WIB
from tests.law.deadline_cases import LEBARAN_2024

ZONE = WIB.tzinfo
HOURS, CALENDAR, WORKING = TimeUnit.HOURS, TimeUnit.CALENDAR_DAYS, TimeUnit.WORKING_DAYS


def at(*parts):
    return datetime(*parts, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("regime", "rule", "amount", "unit", "confirmed"),
    [
        ("pemilu", "laporan-disampaikan", 7, WORKING, True),
        ("pemilu", "temuan-ditetapkan", 7, CALENDAR, True),
        ("pemilu", "kajian-awal", 2, WORKING, False),
        ("pemilu", "laporan-dilengkapi", 2, WORKING, False),
        ("pemilu", "laporan-ditindaklanjuti", 7, CALENDAR, True),
        ("pemilu", "keterangan-tambahan", 14, WORKING, True),
        ("pemilu", "pembahasan-pertama", 24, HOURS, False),
        ("pemilu", "pidana-diteruskan", 24, HOURS, False),
        ("pemilu", "penyidikan", 14, WORKING, False),
        ("pemilu", "berkas-dikembalikan-penuntut", 3, WORKING, False),
        ("pemilu", "berkas-dilengkapi-penyidik", 3, WORKING, False),
        ("pemilu", "dilimpahkan-pengadilan", 5, WORKING, False),
        ("pemilu", "putusan-pengadilan-negeri", 7, WORKING, False),
        ("pemilu", "banding", 3, WORKING, False),
        ("pemilu", "putusan-pengadilan-tinggi", 7, WORKING, False),
        ("pemilu", "putusan-administrasi", 14, WORKING, False),
        ("pemilu", "saran-perbaikan", 3, CALENDAR, False),
        ("pemilu", "sengketa-proses-permohonan", 3, WORKING, False),
        ("pemilu", "sengketa-proses-putusan", 12, CALENDAR, True),
        ("pilkada-2024", "laporan-disampaikan", 7, CALENDAR, False),
        ("pilkada-2024", "temuan-ditetapkan", 7, CALENDAR, False),
        ("pilkada-2024", "laporan-ditangani", 3, CALENDAR, False),
        ("pilkada-2024", "keterangan-tambahan", 2, CALENDAR, False),
        ("pilkada-2024", "penyidikan", 14, WORKING, True),
        ("pilkada-2024", "berkas-dikembalikan-penuntut", 3, WORKING, True),
        ("pilkada-2024", "berkas-dilengkapi-penyidik", 3, WORKING, True),
        ("pilkada-2024", "dilimpahkan-pengadilan", 5, WORKING, True),
        ("pilkada-2024", "putusan-pengadilan-negeri", 7, WORKING, False),
        ("pilkada-2024", "banding", 3, WORKING, False),
        ("pilkada-2024", "putusan-pengadilan-tinggi", 7, WORKING, False),
        ("pilkada-2024", "rekomendasi-ditindaklanjuti", 7, CALENDAR, False),
        ("pilkada-2024", "saran-perbaikan", 3, CALENDAR, False),
        ("pilkada-2024", "sengketa-proses-putusan", 12, CALENDAR, False),
        ("pilkada-mk104", "laporan-ditangani", 3, CALENDAR, False),
    ],
)
def test_every_clock_counts_in_its_own_unit(regime, rule, amount, unit, confirmed):
    found = clocks.rules(regime)[rule]
    assert (found.amount, found.unit, found.confirmed) == (amount, unit, confirmed)


@pytest.mark.parametrize(
    ("regime", "rule", "start", "end"),
    [
        # Friday 5 April 2024; Lebaran and joint leave 8 to 15 April do not count.
        ("pemilu", "laporan-disampaikan", date(2024, 4, 5), at(2024, 4, 25)),
        ("pemilu", "kajian-awal", date(2024, 4, 5), at(2024, 4, 18)),
        ("pemilu", "laporan-ditindaklanjuti", date(2024, 4, 5), at(2024, 4, 13)),
        ("pemilu", "keterangan-tambahan", date(2024, 4, 5), at(2024, 5, 4)),
        ("pemilu", "sengketa-proses-putusan", date(2024, 4, 5), at(2024, 4, 18)),
        ("pemilu", "saran-perbaikan", date(2024, 4, 5), at(2024, 4, 9)),
        ("pemilu", "pembahasan-pertama", at(2024, 4, 5, 15, 10), at(2024, 4, 6, 15, 10)),
        ("pilkada-2024", "laporan-ditangani", date(2024, 4, 5), at(2024, 4, 9)),
        ("pilkada-2024", "penyidikan", date(2024, 4, 5), at(2024, 5, 4)),
    ],
)
def test_the_three_units_run_side_by_side_over_lebaran(regime, rule, start, end):
    assert due(clocks.rules(regime)[rule], start, LEBARAN_2024, ZONE).at == end


def test_mk_104_starts_a_regime_and_does_not_reach_back():
    before = clocks.regime_for("pilkada", date(2025, 7, 29))
    after = clocks.regime_for("pilkada", date(2025, 7, 30))
    assert (before.id, before.administrative, before.kpu_reexamines) == (
        "pilkada-2024",
        "rekomendasi",
        True,
    )
    assert (after.id, after.administrative, after.kpu_reexamines) == (
        "pilkada-mk104",
        "putusan",
        False,
    )
    assert clocks.regime_for("pemilu", date(2024, 2, 14)).administrative == "putusan"
    with pytest.raises(KeyError):
        clocks.regime_for("pilkades", date(2024, 2, 14))


def test_what_lapses_next_stands_on_top_and_what_passed_says_so():
    events = {
        "temuan-laporan-diregistrasi": at(2024, 3, 4, 10),
        "laporan-disampaikan-hari": date(2024, 3, 1),
    }
    now = at(2024, 3, 5, 12)
    found = clocks.running("pemilu", events, now=now, calendar=LEBARAN_2024, zone=ZONE)
    assert [one.due.at for one in found] == sorted(one.due.at for one in found)
    first = found[0]
    assert (first.due.rule.id, first.lapsed) == ("pembahasan-pertama", True)
    assert not found[-1].lapsed
    kept = clocks.running(
        "pemilu",
        events,
        now=now,
        calendar=LEBARAN_2024,
        zone=ZONE,
        only=["laporan-ditindaklanjuti", "keterangan-tambahan"],
        done=["keterangan-tambahan"],
    )
    assert [one.due.rule.id for one in kept] == ["laporan-ditindaklanjuti"]


def test_a_clock_of_hours_waits_for_the_minute():
    events = {"temuan-laporan-diregistrasi": date(2024, 3, 4)}
    now = at(2024, 3, 4, 10)
    found = clocks.running("pemilu", events, now=now, calendar=LEBARAN_2024, zone=ZONE)
    assert "pembahasan-pertama" not in {one.due.rule.id for one in found}


def test_a_report_outside_its_limit_is_told_so_with_the_deadline():
    known, late = date(2024, 2, 20), at(2024, 3, 4, 9)
    kept, end = clocks.in_time(
        "pemilu", clocks.REPORTED, known, late, calendar=LEBARAN_2024, zone=ZONE
    )
    assert not kept and end.last_day == date(2024, 2, 29)


# --- advice ---------------------------------------------------------------------------------------

GIVEN = at(2024, 2, 1, 14, 30)


def clock(until=None):
    return advice.clock("pemilu", GIVEN, until=until, calendar=LEBARAN_2024, zone=ZONE)


def test_advice_runs_three_days_or_to_the_day_that_was_set():
    assert clock().at == at(2024, 2, 5)
    shorter = clock(date(2024, 2, 2))
    assert (shorter.at, shorter.set_by_hand) == (at(2024, 2, 3), True)


@pytest.mark.parametrize("until", [date(2024, 1, 31), date(2024, 2, 5)])
def test_a_day_outside_the_rule_is_refused(until):
    with pytest.raises(ValueError, match="that was set lies"):
        clock(until)


def test_advice_without_an_answer_lapses_by_the_clock_and_becomes_a_finding():
    end = clock().at
    early, late = end - timedelta(seconds=1), end
    assert advice.standing(None, end, early) is advice.Standing.WAITING
    assert advice.standing(None, end, late) is advice.Standing.LAPSED
    assert advice.standing(advice.Standing.FOLLOWED, end, late) is advice.Standing.FOLLOWED
    assert {
        advice.Standing.LAPSED,
        advice.Standing.NOT,
        advice.Standing.REFUSED,
    } == advice.BECOMES_FINDING
    with pytest.raises(ValueError, match="is no answer"):
        advice.standing(advice.Standing.WAITING, end, late)


@pytest.mark.parametrize(
    ("role", "to", "may"),
    [
        ("pkd", "pps", True),
        ("pkd", "pantarlih", True),
        ("pkd", "ppk", False),
        ("panwascam", "ppk", True),
        ("panwascam", "kpu", False),
        ("bw-ketua", "kpu", True),
        ("bw-sekretariat", "kpu", False),
    ],
)
def test_advice_is_given_at_its_level(role, to, may):
    assert advice.may_advise(role, to) is may
