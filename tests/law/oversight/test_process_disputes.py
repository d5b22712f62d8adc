"""Process disputes: twelve days, mediation of two, who decides, what a decision orders."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.calendar_days import DayCalendar
from jurdil.law.oversight import process_disputes as law
from jurdil.law.oversight.process_disputes import BETWEEN, ORGANISER, PILKADA, IllegalStep

WITA = ZoneInfo("Asia/Makassar")
ALL = law.NEEDS
FRIDAY = date(2023, 10, 6)
CALENDAR = DayCalendar()


def clocks(track, *taken, received=FRIDAY, ruling="", now=datetime(2023, 10, 6, 9, tzinfo=WITA)):
    found = law.running(
        track, received, taken, ruling=ruling, now=now, calendar=CALENDAR, zone=WITA
    )
    return {one.due.rule.id: (one.due.last_day, one.lapsed) for one in found}


def walk(track, *steps, ruling="kabul"):
    state, given = law.BEGIN, ""
    for step in steps:
        found = law.advance(track, state, step, given=ALL, ruling=given)
        given = found.ruling or (ruling if "ruling" in found.needs else given)
        state = found.target
    return state


def test_a_petition_comes_within_three_working_days_of_the_decision_unconfirmed():
    end = law.petition_due(ORGANISER, FRIDAY, calendar=CALENDAR, zone=WITA)
    assert end.last_day == date(2023, 10, 11) and not end.confirmed
    assert law.petition_due(PILKADA, FRIDAY, calendar=CALENDAR, zone=WITA) is None


def test_what_is_lacking_is_completed_within_three_working_days():
    assert clocks(ORGANISER, ("kurang", FRIDAY)) == {
        "kelengkapan-permohonan": (date(2023, 10, 11), False)
    }
    assert law.rules(ORGANISER)["kelengkapan-permohonan"].confirmed


def test_twelve_calendar_days_from_registration_and_two_of_mediation_inside_them():
    taken = [("registrasi", FRIDAY)]
    assert clocks(ORGANISER, *taken) == {"sengketa-proses-putusan": (date(2023, 10, 18), False)}
    taken.append(("mulai-mediasi", date(2023, 10, 9)))
    assert clocks(ORGANISER, *taken) == {
        "mediasi": (date(2023, 10, 11), False),
        "sengketa-proses-putusan": (date(2023, 10, 18), False),
    }
    taken.append(("adjudikasi", date(2023, 10, 11)))
    assert list(clocks(ORGANISER, *taken)) == ["sengketa-proses-putusan"]
    assert law.rules(ORGANISER)["sengketa-proses-putusan"].confirmed
    assert not law.rules(ORGANISER)["mediasi"].confirmed


def test_the_twelve_days_lapse_at_the_midnight_that_ends_them():
    last = datetime(2023, 10, 19, 0, tzinfo=WITA)
    for now, lapsed in ((last - timedelta(microseconds=1), False), (last, True)):
        found = clocks(ORGANISER, ("registrasi", FRIDAY), now=now)
        assert found["sengketa-proses-putusan"] == (date(2023, 10, 18), lapsed)


def test_a_granted_petition_is_carried_out_in_three_working_days_unconfirmed():
    taken = [("registrasi", FRIDAY), ("mulai-mediasi", FRIDAY), ("adjudikasi", FRIDAY)]
    taken.append(("putusan", FRIDAY))
    found = clocks(ORGANISER, *taken, ruling="kabul-sebagian")
    assert found["pelaksanaan-putusan"] == (date(2023, 10, 11), False)
    assert found["ptun-gugatan"] == (date(2023, 10, 13), False)
    assert "pelaksanaan-putusan" not in clocks(ORGANISER, *taken, ruling="tolak")
    assert clocks(ORGANISER, *taken, ("pelaksanaan", FRIDAY), ruling="kabul") == {}


def test_panwascam_decides_between_participants_only_in_three_days():
    assert law.may_decide(BETWEEN, "kecamatan") and not law.may_decide(ORGANISER, "kecamatan")
    assert law.may_decide(ORGANISER, "kabko")
    assert clocks(BETWEEN) == {"acara-cepat": (date(2023, 10, 9), False)}
    assert clocks(BETWEEN, ("musyawarah-cepat", FRIDAY), ("putusan", FRIDAY), ruling="tolak") == {}
    assert walk(BETWEEN, "musyawarah-cepat", "putusan", "pelaksanaan") == "dilaksanakan"


def test_pilkada_deliberates_for_twelve_calendar_days_from_memory():
    found = clocks(PILKADA, ("registrasi", FRIDAY))
    assert found == {"musyawarah-putusan": (date(2023, 10, 18), False)}
    assert not law.rules(PILKADA)["musyawarah-putusan"].confirmed
    assert not law.tracks()[PILKADA].confirmed
    assert walk(PILKADA, "registrasi", "mulai-musyawarah", "putusan", "pelaksanaan")


def test_what_a_decision_does_not_order_is_closed_and_never_carried_out():
    for code, ruling in law.rulings().items():
        offered = {one.id for one in law.steps_from(ORGANISER, law.DECIDED, code)}
        assert offered == ({*law.EXECUTING} if ruling.orders else {law.CLOSE})


def test_an_agreement_of_the_mediation_is_a_decision_that_orders():
    road = ("registrasi", "mulai-mediasi", "sepakat", "pelaksanaan")
    assert walk(ORGANISER, *road) == "dilaksanakan"


@given(
    st.sampled_from(list(law.tracks())),
    st.sampled_from(list(law.states())),
    st.sampled_from(list(law.steps())),
    st.sampled_from(list(law.rulings())),
)
def test_no_step_is_taken_that_the_table_does_not_offer(track, state, step, ruling):
    offered = {one.id for one in law.steps_from(track, state, ruling)}
    if step in offered:
        assert law.advance(track, state, step, given=ALL, ruling=ruling).target in law.states()
        needs = law.steps()[step].needs
        if needs:
            with pytest.raises(IllegalStep, match="needs"):
                law.advance(track, state, step, given=needs[1:], ruling=ruling)
    else:
        with pytest.raises(IllegalStep, match="does not follow"):
            law.advance(track, state, step, given=ALL, ruling=ruling)


@given(st.sampled_from(list(law.tracks())), st.data())
def test_every_road_through_the_table_ends_and_then_no_clock_runs(track, data):
    state, ruling, day, taken = law.BEGIN, "", FRIDAY, []
    for _count in range(12):
        offered = law.steps_from(track, state, ruling)
        if not offered:
            break
        step = data.draw(st.sampled_from(offered))
        day += timedelta(days=data.draw(st.integers(0, 4)))
        taken.append((step.id, day))
        if "ruling" in step.needs:
            ruling = data.draw(st.sampled_from([r for r in law.rulings() if r != "kesepakatan"]))
        ruling = step.ruling or ruling
        state = step.target
    assert law.states()[state].ended
    assert clocks(track, *taken, ruling=ruling) == {}


def test_the_strip_shows_every_day_with_what_ends_on_it():
    taken = (("registrasi", FRIDAY), ("mulai-mediasi", FRIDAY))
    found = law.running(
        ORGANISER,
        FRIDAY,
        taken,
        ruling="",
        now=datetime(2023, 10, 6, 9, tzinfo=WITA),
        calendar=CALENDAR,
        zone=WITA,
    )
    days = law.strip(FRIDAY, [one.due for one in found], today=date(2023, 10, 7), calendar=CALENDAR)
    assert [one.number for one in days] == list(range(13))
    assert {one.number: one.ends[0].en for one in days if one.ends} == {
        2: "Mediation ends",
        12: "Bawaslu decides the process dispute (mediation, then adjudication)",
    }
    assert [one.number for one in days if not one.working] == [1, 2, 8, 9]
    assert [one.number for one in days if one.today] == [1]
    assert law.strip(FRIDAY, [], today=FRIDAY, calendar=CALENDAR) == ()


def test_only_the_form_numbers_that_were_seen_are_on_record():
    assert {one.code for one in law.forms().values()} == {
        "PSPP-02",
        "PSPP-05",
        "PSPP-07",
        "PSPP-22",
    }
    assert all(one.confirmed for one in law.forms().values())
