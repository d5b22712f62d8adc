"""Rulings that KPU carries out: who gives them, to whom, and until when (UU 7/2017 art. 462)."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from jurdil.law.calendar_days import DayCalendar
from jurdil.law.oversight import clocks, process_disputes, rulings
from jurdil.law.oversight.advice import Standing

WIB = timezone(timedelta(hours=7))
PLAIN = DayCalendar(range(2019, 2027), [])
NOW = datetime(2024, 3, 1, tzinfo=UTC)


def ends(kind, basis, served, until=None):
    return rulings.clock(kind, basis, served, until=until, calendar=PLAIN, zone=WIB)


def test_kpu_said_of_article_462_read_on_friday_means_wednesday():
    """KPU, 4 November 2022: "Kalau diputuskan Jumat, berarti paling lambat Rabu"."""
    found = ends("putusan-administrasi", "pemilu", date(2022, 11, 4))
    assert found.at == datetime(2022, 11, 10, tzinfo=WIB) and not found.set_by_hand
    assert not rulings.rule_of("putusan-administrasi", "pemilu").confirmed


def test_a_recommendation_of_a_pilkada_has_seven_days():
    found = ends("rekomendasi", "pilkada-2024", date(2024, 12, 2))
    assert found.at == datetime(2024, 12, 10, tzinfo=WIB)


def test_where_no_clock_is_known_none_is_made_up():
    assert ends("rekomendasi-kecamatan", "pemilu", date(2024, 2, 16)).at is None
    assert ends("putusan-sengketa", "pemilihan", date(2024, 9, 30)).at is None
    found = ends("rekomendasi-kecamatan", "pemilu", date(2024, 2, 16), date(2024, 2, 18))
    assert (found.at, found.set_by_hand) == (datetime(2024, 2, 19, tzinfo=WIB), True)


@pytest.mark.parametrize("until", [date(2022, 11, 3), date(2022, 11, 10)])
def test_a_ruling_sets_no_day_before_it_or_after_the_law(until):
    with pytest.raises(ValueError, match="day that was set"):
        ends("putusan-administrasi", "pemilu", date(2022, 11, 4), until)


@pytest.mark.parametrize(
    ("kind", "basis", "holds"),
    [
        ("putusan-administrasi", "pemilu", True),
        ("rekomendasi", "pemilu", False),
        ("rekomendasi", "pilkada-2024", True),
        ("putusan-administrasi", "pilkada-2024", False),
        ("putusan-administrasi", "pilkada-mk104", True),
        ("rekomendasi-kecamatan", "pemilu", True),
        ("putusan-sengketa", "peserta-penyelenggara", True),
        ("putusan-sengketa", "antarpeserta", False),
        ("putusan-sengketa", "pemilu", False),
        ("teguran", "pemilu", False),
    ],
)
def test_mk_104_makes_a_decision_of_the_recommendation_and_reaches_no_earlier_day(
    kind, basis, holds
):
    assert rulings.is_based(kind, basis) is holds


def test_every_kind_has_words_and_the_clock_it_names():
    for kind in rulings.kinds().values():
        bases = {*clocks.regimes(), *process_disputes.tracks()}
        for basis in (one for one in bases if rulings.is_based(kind.id, one)):
            assert rulings.basis_name(kind.id, basis).id
            assert rulings.basis_article(kind.id, basis)
            rulings.rule_of(kind.id, basis)
    assert {kind.to for kind in rulings.kinds().values()} == {"kpu", "ppk"}


def test_a_ruling_waits_lapses_and_stands_by_its_last_answer():
    day = timedelta(days=1)
    assert rulings.standing(None, None, NOW) == Standing.WAITING
    assert rulings.standing(None, NOW + day, NOW) == Standing.WAITING
    assert rulings.standing(None, NOW, NOW) == Standing.LAPSED
    assert rulings.standing(Standing.NOT, NOW - day, NOW) == Standing.NOT
    with pytest.raises(ValueError, match="no answer"):
        rulings.standing(Standing.REFUSED, None, NOW)
