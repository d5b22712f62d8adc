"""LHP: PTPS -> PKD -> Panwascam -> Bawaslu, back with a reason, a number later (Form A)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.oversight import field_reports as law
from jurdil.law.oversight.field_reports import IllegalStep, ReasonMissing, Standing, State, Step

LEVELS = ("ptps", "pkd", "panwascam", "bawaslu")


def test_the_chain_goes_from_the_polling_station_to_the_regency():
    assert law.chain() == LEVELS
    assert [law.first(level) for level in LEVELS] == ["pkd", "panwascam", "bawaslu", "bawaslu"]


def test_a_report_is_accepted_at_each_level():
    standing = law.begin("ptps")
    for level in ("pkd", "panwascam", "bawaslu"):
        assert standing == Standing(State.WAITING, level)
        standing = law.examine(standing, Step.EXAMINE, by=level)
        standing = law.examine(standing, Step.ACCEPT, by=level)
    assert standing == Standing(State.ACCEPTED, "bawaslu")
    assert law.steps(standing, "bawaslu") == ()


def test_a_return_needs_its_reason_and_goes_back_to_who_returned_it():
    standing = Standing(State.EXAMINED, "panwascam")
    with pytest.raises(ReasonMissing):
        law.examine(standing, Step.RETURN, by="panwascam", reason="  ")
    returned = law.examine(standing, Step.RETURN, by="panwascam", reason="Jam belum ada")
    assert law.write(returned) == (Step.RESUBMIT, Standing(State.WAITING, "panwascam"))


def test_nobody_below_decides_and_a_level_above_says_why_it_does():
    standing = law.begin("pkd")
    with pytest.raises(IllegalStep):
        law.examine(standing, Step.ACCEPT, by="pkd")
    with pytest.raises(ReasonMissing):
        law.examine(standing, Step.ACCEPT, by="bawaslu")
    taken = law.examine(standing, Step.EXAMINE, by="bawaslu", reason="Panwascam kosong")
    assert taken == Standing(State.EXAMINED, "bawaslu")


def test_the_author_writes_until_it_is_examined():
    assert law.write(law.begin("ptps")) == (Step.AMEND, law.begin("ptps"))
    for state in (State.EXAMINED, State.ACCEPTED):
        with pytest.raises(IllegalStep):
            law.write(Standing(state, "pkd"))


@given(
    st.sampled_from(LEVELS),
    st.lists(st.tuples(st.sampled_from(list(Step)), st.sampled_from(LEVELS)), max_size=25),
)
def test_no_way_through_the_machine_skips_or_goes_down(author, moves):
    standing, level = law.begin(author), 0
    for step, by in moves:
        before = standing
        try:
            if step in law.AUTHORS_STEPS:
                kind, standing = law.write(standing)
                assert kind in law.AUTHORS_STEPS
            else:
                standing = law.examine(standing, step, by=by, reason="uji")
                assert law.rank(by) >= law.rank(before.level)
        except IllegalStep:
            assert standing == before
            continue
        assert before.state is not State.ACCEPTED
        assert law.rank(standing.level) >= level
        level = law.rank(standing.level)
        assert standing.level != "ptps"
        assert standing.state is not State.ACCEPTED or standing.level == "bawaslu"


def test_the_number_comes_from_one_series_and_its_pattern_is_not_confirmed():
    found = law.number(7, "PM.01.02", "73.12.01.1001/003", date(2024, 2, 14))
    assert found == "007/LHP/PM.01.02/73.12.01.1001/003/02/2024"
    assert not law.numbering().confirmed
    for serial, series in ((0, "PM.01.02"), (1, "XX")):
        with pytest.raises(ValueError):
            law.number(serial, series, "73.12", date(2024, 2, 14))


def test_versions_show_what_is_otherwise():
    one = {"uraian": "a", "jawaban": {"buka": "ya", "dpk": "ya"}, "foto": ["x"]}
    two = {"uraian": "b", "jawaban": {"buka": "ya"}, "foto": ["x", "y"]}
    found = [(c.field, c.before, c.after) for c in law.differences(one, two)]
    assert found == [("uraian", "a", "b"), ("foto", "x", "x\ny"), ("jawaban.dpk", "ya", "")]
    assert law.differences(one, one) == ()


@given(st.dictionaries(st.text(min_size=1, max_size=5), st.text(max_size=5), max_size=6))
def test_no_difference_to_itself_and_all_of_it_to_nothing(values):
    assert law.differences(values, values) == ()
    assert {c.field for c in law.differences({}, values)} == {k for k, v in values.items() if v}


def test_a_phone_with_a_wrong_clock_is_told_and_not_refused():
    noon = datetime(2024, 2, 14, 12, tzinfo=UTC)
    hour = timedelta(hours=1)
    assert law.doubts(noon - hour, noon, noon, timedelta()) == ()
    assert law.doubts(noon - hour, noon, noon, 3 * hour) == ("jam-hp",)
    assert law.doubts(noon, noon + 3 * hour, noon, timedelta()) == ("di-depan",)
