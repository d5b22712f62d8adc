"""The schedule: recurring rows become days, a what-if keeps distances, the print shows it all."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.regime import load_regime, regime_codes
from jurdil.law.schedule import expand, printed, shifted

DAYS = st.dates(min_value=date(2025, 7, 1), max_value=date(2040, 12, 31))
SPANS = st.integers(min_value=0, max_value=900)


def _found(since, until, stage):
    return [o for o in expand(load_regime("rutin"), since, until) if o.stage_id == stage]


def test_the_year_2025_has_three_quarters_of_pdpb():
    """PKPU 1/2025: the first plenary of regencies was that of quarter II of 2025."""
    found = _found(date(2025, 1, 1), date(2025, 12, 31), "pdpb-triwulan")
    assert [(o.key, o.start, o.end) for o in found] == [
        ("pdpb-triwulan/2025-TW2", date(2025, 4, 1), date(2025, 6, 30)),
        ("pdpb-triwulan/2025-TW3", date(2025, 7, 1), date(2025, 9, 30)),
        ("pdpb-triwulan/2025-TW4", date(2025, 10, 1), date(2025, 12, 31)),
    ]
    assert found[0].name.id == "PDPB triwulanan kabupaten/kota, triwulan II 2025"
    assert found[0].name.en.endswith("quarter II of 2025")


def test_the_year_2026_has_four_quarters_and_two_semesters():
    year = (date(2026, 1, 1), date(2026, 12, 31))
    assert len(_found(*year, "pdpb-triwulan")) == 4
    assert len(_found(*year, "pdpb-provinsi")) == 2
    semester = _found(*year, "parpol-permohonan")
    assert [o.end for o in semester] == [date(2026, 6, 30), date(2026, 12, 31)]
    assert semester[0].trigger == ("parpol-pemutakhiran",)
    assert semester[1].key == "parpol-permohonan/2026-S2"


def test_the_weekly_plenary_is_on_monday():
    found = _found(date(2026, 11, 21), date(2026, 12, 7), "pleno-mingguan")
    assert [o.start for o in found] == [date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 7)]
    assert found[0].key == "pleno-mingguan/2026-W48"


def test_an_election_has_no_recurring_rows():
    year = (date(2024, 1, 1), date(2024, 12, 31))
    assert expand(load_regime("pemilu-2024"), *year) == ()


def test_a_range_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="ends on 2026-01-01 before it starts on 2026-01-02"):
        expand(load_regime("rutin"), date(2026, 1, 2), date(2026, 1, 1))


@given(DAYS, SPANS)
def test_mondays_are_complete(since, span):
    until = since + timedelta(days=span)
    every_day = (since + timedelta(days=n) for n in range(span + 1))
    mondays = [day for day in every_day if day.isoweekday() == 1]
    assert [o.start for o in _found(since, until, "pleno-mingguan")] == mondays


@given(DAYS, SPANS, st.sampled_from(["pdpb-triwulan", "pdpb-nasional", "parpol-semester"]))
def test_periods_cover_the_range_without_gap_or_overlap(since, span, stage):
    until = since + timedelta(days=span)
    found = _found(since, until, stage)
    assert found[0].start <= since <= found[0].end
    assert found[-1].start <= until <= found[-1].end
    assert all(b.start - a.end == timedelta(days=1) for a, b in pairwise(found))


@given(DAYS, SPANS, SPANS)
def test_two_ranges_give_what_the_whole_range_gives(since, first, second):
    regime = load_regime("rutin")
    middle = since + timedelta(days=first)
    until = middle + timedelta(days=second + 1)
    parts = {*expand(regime, since, middle), *expand(regime, middle + timedelta(days=1), until)}
    whole = expand(regime, since, until)
    assert parts == set(whole)
    assert len({o.key for o in whole}) == len(whole)
    assert [o.start for o in whole] == sorted(o.start for o in whole)


@given(st.dates(min_value=date(2028, 1, 1), max_value=date(2032, 12, 31)))
def test_a_what_if_keeps_distances_and_confirms_nothing(day):
    regime = load_regime("pemilu-2024")
    simulated = shifted(regime, day)
    assert simulated.draft and simulated.voting_day == day
    for before, after in zip(regime.stages, simulated.stages, strict=True):
        assert not after.confirmed and after.note is not None
        for old, new in ((before.start, after.start), (before.end, after.end)):
            assert (old is None) == (new is None)
            if old is not None:
                assert new - old == day - regime.voting_day


def test_a_what_if_of_2029():
    simulated = shifted(load_regime("pemilu-2024"), date(2029, 2, 14))
    assert simulated.stage("pemungutan-suara").start == date(2029, 2, 14)
    assert simulated.stage("masa-tenang").start == date(2029, 2, 11)
    assert simulated.stage("dptb-h30").end == date(2029, 1, 15)
    assert simulated.code == "pemilu-2024@2029-02-14"
    assert "Simulasi" in simulated.name.id and "Simulation" in simulated.name.en
    assert load_regime("pemilu-2024").stage("masa-tenang").confirmed


def test_a_regime_without_voting_day_cannot_be_shifted():
    with pytest.raises(ValueError, match="pemilu-2029 has no voting day"):
        shifted(load_regime("pemilu-2029"), date(2029, 2, 14))


@pytest.mark.parametrize("code", regime_codes())
@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_print_shows_every_row_once(code, lang):
    regime = load_regime(code)
    text = printed(regime, lang)
    for stage in regime.stages:
        assert text.count(f"[{stage.id}]") == 1
        assert stage.name.pick(lang) in text
    unconfirmed = [line for line in text.split("\n") if line.startswith("? ")]
    assert len(unconfirmed) == sum(not stage.confirmed for stage in regime.stages)


def test_the_print_tells_what_a_row_hangs_on():
    text = printed(load_regime("pilkada-2024"), "en")
    assert text.startswith("pilkada-2024: Regional Head Election 2024, voting 2024-11-27\n")
    assert "by deadline penetapan-paslon-terpilih\n" in text
    assert "other source: 2024-12-19 .. -" in text
    assert "2024-11-20 23:59" in text
    assert "every week" in printed(load_regime("rutin"), "en")
    assert "(tidak diperlukan)" in printed(load_regime("pemilu-2024"))
