"""Checklists: the questions of the national release, versions that stay, counts with coverage."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.oversight import checklists as law
from jurdil.law.oversight.checklists import Answer, BadAnswer, Reported

NOON = datetime(2024, 2, 14, 12, tzinfo=UTC)
VOTING, COUNTING = "pungut@1", "hitung@1"
PUBLISHED = {
    "pungut@1": "ceba535cb399",
    "hitung@1": "eed4f22fa280",
    "coklit@1": "6332146f157c",
    "pleno-daftar@1": "c7577c003159",
    "logistik@1": "1fbf78e766c2",
    "kampanye@1": "c38c86243543",
}


def test_a_published_version_is_never_changed():
    assert {key: law.digest(one)[:12] for key, one in law.published().items()} == PUBLISHED


def test_the_national_release_of_15_february_2024_counts_13_and_6_questions():
    national = {
        key: {one.id: one.national for one in law.published()[key].items}
        for key in (VOTING, COUNTING)
    }
    assert national[VOTING] == {
        "buka": 37466,
        "braille": 12284,
        "logistik": 10496,
        "dpk": 8219,
        "tertukar": 6084,
        "pendamping": 5836,
        "penjelasan": 15499,
        "papan-dpt": 3724,
        "atribut-saksi": 3521,
        "mobilisasi": 2632,
        "mandat": 2509,
        "ganda": None,
        "intimidasi": 2271,
    }
    assert list(national[COUNTING].values()) == [11233, 3463, 2162, 1895, 1888, 1473]


def test_what_the_sources_print_otherwise_is_not_confirmed():
    doubtful = {
        one.id
        for checklist in law.published().values()
        for one in checklist.items
        if one.national is not None and not one.national_confirmed
    }
    assert doubtful == {"penjelasan", "mobilisasi"}
    assert not law.published()[VOTING].item("ganda").confirmed


def test_ten_households_a_day_are_the_least_of_a_spot_check():
    item = law.published()["coklit@1"].item("uji-petik")
    assert item.least == 10 and item.confirmed
    assert item.alarms("9") and not item.alarms("10") and not item.alarms("")


def said(**values):
    return {code: Answer(value) for code, value in values.items()}


def test_answers_are_cleaned_and_empty_ones_left_out():
    coklit = law.published()["coklit@1"]
    given_ = said(melekat=" 007 ", stiker="ya", tms="", saran=" dicatat ")
    assert law.answers(coklit, given_) == said(melekat="7", stiker="ya", saran="dicatat")


@pytest.mark.parametrize(
    "given_",
    [
        said(apa="ya"),
        said(stiker="mungkin"),
        said(melekat="-1"),
        said(melekat="12,5"),
        said(melekat="99999999"),
        said(melekat="٣"),
        said(saran="x" * 401),
        {"stiker": Answer("ya", "x" * 121)},
    ],
)
def test_an_answer_that_the_question_does_not_allow_is_refused(given_):
    with pytest.raises(BadAnswer):
        law.answers(law.published()["coklit@1"], given_)


def test_a_roll_up_says_how_many_of_how_many_and_until_when():
    checklist = law.published()[VOTING]
    reports = [
        Reported("a/001", NOON, said(buka="ya", braille="ya")),
        Reported("a/002", NOON + timedelta(hours=2), said(buka="tidak")),
        Reported("a/001", NOON + timedelta(hours=1), said(buka="tidak", braille="tidak")),
    ]
    found = law.roll_up(checklist, reports, 794)
    assert (found.reports.value, found.reports.denominator.value) == (2, 794)
    assert found.latest == NOON + timedelta(hours=2)
    late, braille = found.lines[0], found.lines[1]
    assert (late.yes, late.no, late.silent, late.alarms.value) == (0, 2, 0, 0)
    assert (braille.alarms.value, braille.alarms.denominator.value, braille.silent) == (1, 1, 1)
    assert braille.alarmed == ("a/001",)


def test_nothing_reported_is_no_zero_of_everything():
    found = law.roll_up(law.published()["coklit@1"], [], None)
    assert found.latest is None and found.lines[0].counted is None
    assert (found.reports.value, found.reports.denominator) == (0, None)


@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from(["ya", "tidak", ""])), max_size=40))
def test_every_place_counts_once_in_each_question(rows):
    reports = [
        Reported(f"a/{place:03d}", NOON + timedelta(minutes=at), said(buka=value))
        for at, (place, value) in enumerate(rows)
    ]
    found = law.roll_up(law.published()[VOTING], reports, 9)
    line = found.lines[0]
    assert line.yes + line.no + line.silent == found.reports.value == len({p for p, _v in rows})
    assert line.alarms.value == len(line.alarmed) == line.yes


def test_an_office_list_survives_its_table():
    for one in law.published().values():
        again = law.from_rows(law.as_rows(one))
        assert law.digest(again) == law.digest(one)
    older = law.published()[VOTING]
    newer = law.from_rows({**law.as_rows(older), "version": 2})
    assert [one.version for one in law.newest([older, newer])] == [2]


@pytest.mark.parametrize("value", ["0" * 12 + "99999999", "0" * 12 + "9" * 5_000, "9" * 5_000])
def test_zeros_before_a_count_hide_no_number_that_is_too_large(value):
    with pytest.raises(BadAnswer):
        law.answers(law.published()["coklit@1"], said(melekat=value))
