"""Observers, surveys and quick counts: papers, days and hours. PKPU 9/2022, UU 7/2017 art. 449."""

from datetime import date, datetime, timedelta, timezone

import pytest

from jurdil.law.participation import bodies
from jurdil.law.participation.bodies import OBSERVERS, QUICK_COUNT, SURVEY
from jurdil.law.regime import load_regime

PEMILU, PILKADA = "pemilu-2024", "pilkada-2024"
VOTING = {PEMILU: date(2024, 2, 14), PILKADA: date(2024, 11, 27)}


@pytest.mark.parametrize(
    ("code", "last"), [(PEMILU, date(2024, 1, 15)), (PILKADA, date(2024, 10, 28))]
)
@pytest.mark.parametrize("kind", [SURVEY, QUICK_COUNT])
def test_polls_register_thirty_days_before_voting(code, last, kind):
    law = bodies.rules(code)
    due = bodies.register_until(load_regime(code), law.kind(kind), VOTING[code])
    assert due.value == last and due.confirmed and "Pasal 17" in due.article
    assert not bodies.is_late(due, last)
    assert bodies.is_late(due, last + timedelta(days=1))


def test_a_moved_voting_day_moves_the_last_day():
    law = bodies.rules(PEMILU)
    due = bodies.register_until(load_regime(PEMILU), law.kind(SURVEY), date(2024, 3, 14))
    assert due.value == date(2024, 2, 13)
    none = bodies.register_until(load_regime(PEMILU), law.kind(SURVEY), None)
    assert none.absent and not bodies.is_late(none, date(2024, 2, 14))


def test_a_quick_count_of_pemilu_may_be_published_at_15_00_wib():
    law, regime = bodies.rules(PEMILU), load_regime(PEMILU)
    start = bodies.publish_from(regime, law.kind(QUICK_COUNT), VOTING[PEMILU])
    wib, wita = timezone(timedelta(hours=7)), timezone(timedelta(hours=8))
    assert start.value == datetime(2024, 2, 14, 15, 0, tzinfo=wib)
    assert start.value.astimezone(wita).hour == 16, "one hour later by the clock of Soppeng"
    assert not start.confirmed and "449" in start.article


def test_no_source_gives_the_hour_of_a_quick_count_of_pilkada():
    law, regime = bodies.rules(PILKADA), load_regime(PILKADA)
    start = bodies.publish_from(regime, law.kind(QUICK_COUNT), VOTING[PILKADA])
    assert start.absent and not start.confirmed


def test_surveys_keep_quiet_in_the_quiet_period_of_pemilu():
    quiet = bodies.rules(PEMILU).kind(SURVEY).publication
    assert (quiet.quiet_stage, quiet.confirmed) == ("masa-tenang", False)
    assert load_regime(PEMILU).stage(quiet.quiet_stage).start == date(2024, 2, 11)


def test_observers_of_pilkada_register_at_the_kpu_within_their_window():
    kind = bodies.rules(PILKADA).kind(OBSERVERS)
    assert (kind.house, kind.confirmed) == ("kpu", True)
    window = load_regime(PILKADA).stage(kind.stage)
    assert (window.start, window.end) == (date(2024, 2, 27), date(2024, 11, 16))


def test_observers_of_pemilu_are_accredited_by_bawaslu_which_was_not_seen_in_a_source():
    kind = bodies.rules(PEMILU).kind(OBSERVERS)
    assert (kind.house, kind.confirmed) == ("bawaslu", False)
    assert bodies.rules(PEMILU).papers_of(OBSERVERS) == ()


def test_the_missing_papers_are_named():
    papers = bodies.rules(PILKADA).papers_of(SURVEY)
    there = {one.id for one in papers} - {"akta", "domisili"}
    assert [one.id for one in bodies.missing(papers, there)] == ["akta", "domisili"]
    assert str(bodies.completeness(papers, there).value) == "5/7"
    assert bodies.completeness((), ()).absent


def test_a_quick_count_of_the_regency_registers_here_and_others_elsewhere():
    extents = {one.id: one for one in bodies.rules(PILKADA).extents_of(QUICK_COUNT)}
    assert [one.id for one in extents.values() if one.here] == ["kabko"]
    assert extents["lintas-provinsi"].office.id == "KPU RI"


def test_observers_have_six_duties_and_hand_results_in_before_they_announce_them():
    duties = bodies.rules(PILKADA).duties_of(OBSERVERS)
    assert len(duties) == 6 and all(one.confirmed for one in duties)
    assert any("sebelum mengumumkannya" in one.text.id for one in duties)


@pytest.mark.parametrize("code", ["rutin", "pemilu-2019", "pemilu-2029"])
def test_a_regime_without_file_has_no_rules(code):
    assert bodies.rules(code) is None


def test_an_unknown_kind_is_a_key_error():
    with pytest.raises(KeyError):
        bodies.rules(PEMILU).kind("ramalan")
