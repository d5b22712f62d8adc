"""The road of a case of neutrality, the days of determination, and the published figures."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law import figure
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.oversight import neutrality, neutrality_road
from jurdil.law.oversight.neutrality_road import IllegalStep
from jurdil.law.oversight.remaining import left
from jurdil.law.regime import load_regime
from jurdil.law.text import Text

ALL = neutrality_road.NEEDS
WITA = ZoneInfo("Asia/Makassar")


def walk(person: str, *steps: str) -> str:
    state = neutrality_road.BEGIN
    for step in steps:
        state = neutrality_road.advance(state, step, person, given=ALL).target
    return state


def test_an_asn_goes_by_sbt_study_bkn_and_ppk_to_idis():
    road = ("ke-sbt", "sbt-lengkap", "terbukti", "ke-bkn", "ke-ppk", "ppk-sanksi", "idis")
    assert walk("asn", *road) == "selesai"


def test_a_ppk_that_does_not_act_is_reprimanded_then_blocked_and_may_still_sanction():
    road = ("ke-sbt", "sbt-lengkap", "terbukti", "ke-bkn", "ke-ppk", "teguran", "blokir")
    assert walk("asn", *road) == "ppk"
    assert walk("asn", *road, "ppk-sanksi", "idis") == "selesai"


@pytest.mark.parametrize("person", ["kades", "tni", "polri"])
def test_others_go_to_their_own_authority_and_never_to_sbt(person):
    assert walk(person, "mulai-kajian", "terbukti", "teruskan", "ditindaklanjuti") == "selesai"
    with pytest.raises(IllegalStep):
        neutrality_road.advance("dicatat", "ke-sbt", person, given=ALL)


@given(
    st.sampled_from(list(neutrality_road.states())),
    st.sampled_from(list(neutrality_road.steps())),
    st.sampled_from(list(neutrality.persons())),
)
def test_no_step_is_taken_that_the_table_does_not_offer(state, step, person):
    offered = {one.id for one in neutrality_road.steps_from(state, person)}
    if step in offered:
        made = neutrality_road.advance(state, step, person, given=ALL)
        assert made.target in neutrality_road.states()
    else:
        with pytest.raises(IllegalStep):
            neutrality_road.advance(state, step, person, given=ALL)


def test_nothing_follows_the_end_and_every_other_state_leads_on():
    for state in neutrality_road.states().values():
        ways = [neutrality_road.steps_from(state.id, one) for one in neutrality.persons()]
        assert state.final is not any(ways)


def test_a_step_without_its_paper_is_not_taken():
    with pytest.raises(IllegalStep, match="needs letter"):
        neutrality_road.advance("kajian", "terbukti", "asn", given=())
    with pytest.raises(KeyError):
        neutrality_road.steps_from("hantu", "asn")


def test_clocks_run_at_sbt_and_at_the_study_of_asn_only():
    with_clock = {
        state: neutrality_road.stop_of(state, "asn").id
        for state in neutrality_road.states()
        if neutrality_road.stop_of(state, "asn")
    }
    assert with_clock == {"sbt": "sbt", "kajian": "kajian"}
    assert neutrality_road.stop_of("kajian", "kades") is None


def test_the_stage_of_determination_is_in_its_regime_or_is_not_guessed():
    for one in neutrality_road.determinations():
        regime = load_regime(one.regime)
        assert one.stage in {stage.id for stage in regime.stages}
        assert set(one.contests) <= {contest.id for contest in regime.contests}
    assert neutrality_road.determination_of("pilkada-2024", "bupati").stage == "penetapan-paslon"
    assert neutrality_road.determination_of("pemilu-2024", "ppwp") is None


def test_every_person_has_an_addressee_with_a_name():
    for one in neutrality.persons().values():
        assert one.to in neutrality_road.addressees()
        assert any(one.id in whose for _word, whose in neutrality_road.employments().values()) or (
            one.id in ("tni", "polri")
        )


@pytest.mark.parametrize(
    ("reported", "proven", "sanctioned", "shares"),
    [
        (2034, 1597, 1450, ("78,5%", "90,8%")),
        (403, 183, 97, ("45,4%", "53,0%")),
        (1005, 727, 580, ("72,3%", "79,8%")),
    ],
    ids=["pilkada 2020", "pemilu 2024", "bkn 26 november 2020"],
)
def test_published_follow_up_comes_out_with_its_denominators(reported, proven, sanctioned, shares):
    found = neutrality_road.tally(reported, proven, sanctioned)
    one, two = found.proven_share, found.sanctioned_share
    assert (figure.render(one, "id", places=1), figure.render(two, "id", places=1)) == shares
    assert one.denominator.value == reported and two.denominator.value == proven


def test_nothing_reported_has_no_share_and_more_proven_than_reported_is_refused():
    assert neutrality_road.tally(0, 0, 0).proven_share.absent
    with pytest.raises(ValueError, match="3 proven"):
        neutrality_road.tally(2, 3, 0)


def test_village_heads_of_28_october_2024_add_up():
    assert neutrality_road.parts_agree(195, 59, 136) == 0
    assert neutrality_road.parts_agree(195, 130, 55, 10) == 0
    assert neutrality_road.parts_agree(130, 12, 97, 42) == 21, "some ended in two kinds"


def test_village_heads_of_4_december_2024_end_in_more_kinds_than_cases():
    assert sum((16, 103, 39)) == 158
    assert neutrality_road.parts_agree(147, 16, 103, 39) == 11


FRIDAY = datetime(2024, 10, 4, 9, tzinfo=WITA)
WEDNESDAY_END = datetime(2024, 10, 10, 0, tzinfo=WITA)


@pytest.mark.parametrize(
    ("unit", "now", "text"),
    [
        ("working-days", FRIDAY, Text("3 hari kerja lagi", "3 working days left")),
        ("calendar-days", FRIDAY, Text("5 hari kalender lagi", "5 calendar days left")),
        (
            "working-days",
            datetime(2024, 10, 9, 23, tzinfo=WITA),
            Text("hari terakhir", "last day"),
        ),
        (
            "working-days",
            datetime(2024, 10, 10, 0, tzinfo=WITA),
            Text("lewat 1 hari kerja", "1 working day past"),
        ),
        ("hours", datetime(2024, 10, 9, 12, tzinfo=WITA), Text("12 jam lagi", "12 hours left")),
        ("hours", datetime(2024, 10, 9, 23, 30, tzinfo=WITA), Text("jam terakhir", "last hour")),
    ],
)
def test_what_is_left_is_told_in_the_clock_s_own_unit(unit, now, text):
    found = left(unit, WEDNESDAY_END, now=now, calendar=DayCalendar(), zone=WITA)
    assert found.text == text and found.last == date(2024, 10, 9)


@given(st.integers(0, 40), st.sampled_from(["calendar-days", "working-days"]))
def test_no_clock_has_more_working_days_left_than_calendar_days(days, unit):
    end = datetime(2024, 10, 5, tzinfo=WITA).replace(hour=0)
    ends = datetime.fromordinal(end.toordinal() + days).replace(tzinfo=WITA)
    found = left(unit, ends, now=FRIDAY, calendar=DayCalendar(), zone=WITA)
    whole = left("calendar-days", ends, now=FRIDAY, calendar=DayCalendar(), zone=WITA)
    assert 0 <= found.number <= whole.number and found.last == whole.last


def test_an_unknown_unit_is_refused():
    with pytest.raises(ValueError, match="fortnights"):
        left("fortnights", FRIDAY, now=FRIDAY, calendar=DayCalendar(), zone=WITA)


@pytest.mark.parametrize("unit", ["hours", "calendar-days", "working-days"])
def test_a_clock_that_lapsed_a_minute_ago_is_past_and_never_zero_past(unit):
    now = WEDNESDAY_END + timedelta(minutes=1)
    found = left(unit, WEDNESDAY_END, now=now, calendar=DayCalendar(), zone=WITA)
    assert found.lapsed and "0" not in found.text.id + found.text.en
