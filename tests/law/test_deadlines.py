"""Dates of the law: every vector of the handbook by its id, and the catalogue of rules as data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from jurdil.law.calendar_days import (
    Closed,
    DayCalendar,
)
from jurdil.law.deadlines import (
    Due,
    changes,
    desk_hours,
    due,
    figure_of,
    load_deadlines,
    load_desks,
    load_grounds,
    recompute,
)
from jurdil.law.figure import render
from jurdil.law.regime import load_regime, regime_codes
from jurdil.law.zones import WIB, WIT, WITA
from tests.law.deadline_cases import EMPTY, LEBARAN_2024, last_day, named, rule_of

VOTING_2024 = date(2024, 2, 14)
VOTING_2019 = date(2019, 4, 17)
PILKADA_2024 = date(2024, 11, 27)

# --- The vectors of the handbook, section 2.2, row by row ---------------------------------------


@pytest.mark.parametrize(
    ("rule_id", "expected"),
    [
        ("psu-pemilu", date(2024, 2, 24)),
        ("hasil-kabko", date(2024, 3, 5)),
        ("hasil-provinsi", date(2024, 3, 10)),
        ("hasil-nasional", date(2024, 3, 20)),
    ],
)
def test_v01_day_count_excludes_voting_day_2024(rule_id: str, expected: date) -> None:
    assert last_day("pemilu-2024", rule_id, VOTING_2024) == expected


@pytest.mark.parametrize(
    ("rule_id", "expected"),
    [
        ("hasil-kabko", date(2019, 5, 7)),
        ("hasil-provinsi", date(2019, 5, 12)),
        ("hasil-nasional", date(2019, 5, 22)),
    ],
)
def test_v02_day_count_excludes_voting_day_2019(rule_id: str, expected: date) -> None:
    assert last_day("pemilu-2019", rule_id, VOTING_2019) == expected


@pytest.mark.parametrize(
    ("rule_id", "expected"),
    [
        ("dptb-sembilan-alasan", date(2024, 1, 15)),
        ("dptb-empat-alasan", date(2024, 2, 7)),
    ],
)
def test_v03_days_before_voting(rule_id: str, expected: date) -> None:
    assert last_day("pemilu-2024", rule_id, VOTING_2024) == expected


@pytest.mark.parametrize(
    ("regime", "voting_day", "expected"),
    [
        ("pemilu-2024", VOTING_2024, date(2022, 6, 14)),
        ("pemilu-2019", VOTING_2019, date(2017, 8, 17)),
    ],
)
def test_v04_twenty_months_before_voting(regime: str, voting_day: date, expected: date) -> None:
    assert last_day(regime, "tahapan-mulai", voting_day) == expected


def test_v05_three_times_24_hours_to_the_minute() -> None:
    decision = datetime(2024, 3, 20, 22, 19, tzinfo=WIB.tzinfo)
    result = due(rule_of("pemilu-2024", "phpu-legislatif-permohonan"), decision, EMPTY, WITA.tzinfo)
    assert result.at == datetime(2024, 3, 23, 22, 19, tzinfo=WIB.tzinfo)
    assert result.in_time(result.at)
    assert not result.in_time(result.at + timedelta(minutes=1))


def test_v06_three_calendar_days_end_at_24_00() -> None:
    decision = datetime(2024, 3, 20, 22, 19, tzinfo=WIB.tzinfo)
    result = due(rule_of("pemilu-2024", "phpu-presiden-permohonan"), decision, EMPTY, WIT.tzinfo)
    assert result.last_day == date(2024, 3, 23)
    assert result.at == datetime(2024, 3, 24, 0, 0, tzinfo=WIB.tzinfo)
    assert render(figure_of(result), "id") == "Sab 23 Mar 2024, 24.00 WIB"
    assert result.in_time(datetime(2024, 3, 23, 23, 59, 59, tzinfo=WIB.tzinfo))
    assert not result.in_time(result.at)


def test_v07_one_decision_two_clocks_2019() -> None:
    decision = datetime(2019, 5, 21, 1, 46, tzinfo=WIB.tzinfo)
    results = recompute(
        load_deadlines("pemilu-2019"), {"hasil-nasional-diumumkan": decision}, EMPTY, WIB.tzinfo
    )
    legislative = results["phpu-legislatif-permohonan"]
    presidential = results["phpu-presiden-permohonan"]
    assert isinstance(legislative, Due)
    assert isinstance(presidential, Due)
    assert render(figure_of(legislative), "id") == "Jum 24 Mei 2019, 01.46 WIB"
    assert render(figure_of(presidential), "id") == "Jum 24 Mei 2019, 24.00 WIB"


def test_v08_fourteen_working_days_with_the_start_day_counted() -> None:
    rule = rule_of("pemilu-2024", "phpu-presiden-putusan")
    result = due(rule, date(2024, 3, 25), LEBARAN_2024, WIB.tzinfo)
    assert result.last_day == date(2024, 4, 22)
    assert result.confirmed
    skipped = {step.day: step.kind for step in result.steps}
    assert skipped[date(2024, 3, 29)] == Closed.NATIONAL
    assert skipped[date(2024, 4, 15)] == Closed.JOINT_LEAVE
    assert skipped[date(2024, 4, 20)] == Closed.WEEKEND
    assert len(skipped) == 15


def test_v09_voting_day_is_open_at_the_report_desk_although_a_holiday() -> None:
    desk = load_desks("pilkada-2024")[0]
    calendar = DayCalendar(
        voting_days=named((PILKADA_2024, "Hari Pemilihan Kepala Daerah")),
        stage_days={PILKADA_2024: frozenset({"pemungutan-suara"})},
    )
    assert desk_hours(desk, PILKADA_2024, calendar) == (time(8), time(16))
    assert desk_hours(desk, PILKADA_2024, replace(calendar, stage_days={})) is None
    assert desk_hours(desk, date(2024, 11, 30), calendar) is None
    assert desk_hours(desk, date(2024, 11, 28), calendar) == (time(8), time(16))


# --- The catalogue of rules, section 2.1 --------------------------------------------------------

PEMILU = set("R01 R02 R03 R04 R05 R06 R07 R08 R10 R11 R12 R13 R14 R15 R16 R17 R18 R24".split())
CATALOGUE = {
    "pemilu-2019": PEMILU,
    "pemilu-2024": PEMILU | {"R09", "R22", "R23"},
    "pilkada-2024": {"R09", "R19", "R20", "R21", "R24"},
    "pemilu-2029": {"R02"},
    "rutin": set(),
}
"""Rows of the handbook's catalogue (24 in all, in its order), by the regimes in which they hold."""

RECORDS_2024 = {
    "R01": 2,
    "R02": 1,
    "R03": 1,
    "R04": 1,
    "R05": 1,
    "R06": 5,
    "R07": 1,
    "R08": 2,
    "R09": 2,
    "R10": 1,
    "R11": 6,
    "R12": 8,
    "R13": 3,
    "R14": 2,
    "R15": 4,
    "R16": 5,
    "R17": 3,
    "R18": 2,
    "R22": 3,
    "R23": 1,
    "R24": 2,
}
"""How many facts each row states: R06 is a chain of five, R12 lists eight grounds, and so on."""

UNCHECKED = {"R05", "R06", "R07", "R21", "R22", "R24"}
"""Rows that the handbook marks [M] as a whole."""


def rows_of(regime: str) -> list[tuple[str, bool]]:
    rules = [(rule.rule, rule.confirmed) for rule in load_deadlines(regime) if rule.rule]
    return rules + [(ground.rule, ground.confirmed) for ground in load_grounds(regime)]


@pytest.mark.parametrize("regime", sorted(CATALOGUE))
def test_each_regime_has_the_rows_of_the_catalogue_that_hold_in_it(regime: str) -> None:
    assert {row for row, _ in rows_of(regime)} == CATALOGUE[regime]


def test_every_row_of_the_catalogue_is_data_somewhere() -> None:
    everywhere = {row for regime in regime_codes() for row, _ in rows_of(regime)}
    assert everywhere == {f"R{number:02d}" for number in range(1, 25)}


def test_each_row_states_as_many_facts_as_the_catalogue() -> None:
    rows = [row for row, _ in rows_of("pemilu-2024")]
    assert {row: rows.count(row) for row in set(rows)} == RECORDS_2024


def test_what_rests_on_memory_is_unconfirmed_and_the_rest_of_its_rows_confirmed() -> None:
    for regime in CATALOGUE:
        assert not any(confirmed for row, confirmed in rows_of(regime) if row in UNCHECKED)
    checked = {"R01", "R02", "R03", "R04", "R08", "R09", "R10", "R11", "R12", "R13", "R14", "R15"}
    assert all(ok for row, ok in rows_of("pemilu-2024") if row in checked | {"R18", "R23"})


def test_grounds_of_re_vote_and_recount() -> None:
    kinds = [ground.kind for ground in load_grounds("pemilu-2024")]
    assert kinds.count("psu") == 6
    assert kinds.count("hitung-ulang") == 8
    kinds = [ground.kind for ground in load_grounds("pemilu-2019")]
    assert kinds.count("psu") == 5
    assert kinds.count("hitung-ulang") == 8


@pytest.mark.parametrize("regime", sorted(CATALOGUE))
def test_every_record_has_both_languages_an_article_and_a_source(regime: str) -> None:
    for rule in load_deadlines(regime):
        assert rule.name.id != rule.name.en
        assert rule.article
        assert rule.source
    for ground in load_grounds(regime):
        assert ground.text.id != ground.text.en


@pytest.mark.parametrize("regime", sorted(CATALOGUE))
def test_schedule_and_desks_point_at_rules_and_stages_that_exist(regime: str) -> None:
    rules = {rule.id for rule in load_deadlines(regime)}
    stages = load_regime(regime).stages
    assert {rule for stage in stages for rule in stage.trigger} <= rules
    for desk in load_desks(regime):
        assert desk.open_during <= {stage.id for stage in stages}


@pytest.mark.parametrize(
    ("regime", "parameter", "rule_id"),
    [
        ("pemilu-2024", "lhkpn_days_before_oath", "lhkpn-tanda-terima"),
        ("pilkada-2024", "psu_days_max", "psu-pilkada"),
        ("rutin", "paw_answer_working_days", "paw-jawaban"),
        ("rutin", "paw_none_below_months", "paw-batas"),
        ("rutin", "ppid_answer_working_days", "ppid-jawaban"),
        ("rutin", "ppid_extension_working_days", "ppid-perpanjangan"),
        ("rutin", "ppid_objection_working_days", "ppid-keberatan"),
        ("rutin", "ppid_commission_working_days", "ppid-komisi-informasi"),
        ("rutin", "ppid_election_answer_working_days", "pemilu-2024:ppid-jawaban"),
        ("rutin", "ppid_election_extension_working_days", "pemilu-2024:ppid-perpanjangan"),
        ("rutin", "ppid_election_objection_working_days", "pilkada-2024:ppid-keberatan"),
    ],
)
def test_a_number_that_is_also_a_parameter_is_the_same(
    regime: str, parameter: str, rule_id: str
) -> None:
    where, _, name = rule_id.rpartition(":")
    rule = rule_of(where or regime, name)
    assert abs(rule.amount) == load_regime(regime).parameter(parameter).whole()


# --- Dates of real elections beyond the vectors -------------------------------------------------


@pytest.mark.parametrize(
    ("regime", "rule_id", "trigger", "expected"),
    [
        ("pemilu-2024", "masa-tenang-mulai", VOTING_2024, date(2024, 2, 11)),
        ("pemilu-2024", "kampanye-mulai-legislatif", date(2023, 11, 3), date(2023, 11, 28)),
        ("pemilu-2024", "ppk-dibubarkan", VOTING_2024, date(2024, 4, 14)),
        ("pemilu-2024", "c-pemberitahuan", VOTING_2024, date(2024, 2, 11)),
        ("pilkada-2024", "dptb-h7", PILKADA_2024, date(2024, 11, 20)),
        ("pemilu-2029", "tahapan-mulai", date(2029, 2, 14), date(2027, 6, 14)),
        ("pemilu-2029", "tahapan-mulai", date(2029, 4, 18), date(2027, 8, 18)),
        ("pemilu-2029", "pemilu-daerah-paling-cepat", date(2029, 10, 1), date(2031, 10, 1)),
        ("pemilu-2029", "pemilu-daerah-paling-lambat", date(2029, 10, 20), date(2032, 4, 20)),
    ],
)
def test_dates_that_the_handbook_states(
    regime: str, rule_id: str, trigger: date, expected: date
) -> None:
    assert last_day(regime, rule_id, trigger) == expected


def test_what_hangs_on_the_mk_letter_moves_with_it() -> None:
    rules = load_deadlines("pilkada-2024")
    planned = recompute(rules, {"surat-brpk-diterima": date(2024, 12, 19)}, EMPTY, WITA.tzinfo)
    moved = recompute(rules, {"surat-brpk-diterima": date(2025, 1, 3)}, EMPTY, WITA.tzinfo)
    differing = changes(planned, moved)
    assert [change.rule.id for change in differing] == ["penetapan-paslon-terpilih-tanpa-perkara"]
    assert isinstance(differing[0].before, Due)
    assert isinstance(differing[0].after, Due)
    assert differing[0].before.last_day == date(2024, 12, 24)
    assert differing[0].after.last_day == date(2025, 1, 8)
    assert changes(moved, moved) == ()
