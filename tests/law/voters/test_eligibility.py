"""Seventeen on the day, or married; no soldier, no police; who is not known is asked about."""

from datetime import date

import pytest

from jurdil.law.regime import load_regime
from jurdil.law.voters.eligibility import Marriage, Person, age_on, judge

DAY = date(2024, 2, 14)
PEMILU = load_regime("pemilu-2024")


@pytest.mark.parametrize(
    ("person", "eligible"),
    [
        (Person(date(2007, 2, 14), Marriage.NEVER), True),
        (Person(date(2007, 2, 15), Marriage.NEVER), False),
        (Person(date(2008, 2, 15), Marriage.MARRIED), True),
        (Person(date(2008, 2, 15), Marriage.ONCE), True),
        (Person(None, Marriage.MARRIED), True),
        (Person(None, Marriage.NEVER), None),
        (Person(date(2008, 2, 15), None), None),
        (Person(date(1990, 1, 1), None), True),
        (Person(date(1990, 1, 1), Marriage.MARRIED, soldier=True), False),
        (Person(date(1990, 1, 1), Marriage.MARRIED, police=True), False),
        (Person(date(1990, 1, 1), Marriage.MARRIED, right_revoked=True), False),
        (Person(date(1990, 1, 1), Marriage.MARRIED, citizen=False), False),
    ],
)
def test_who_votes_on_14_february_2024(person, eligible):
    assert judge(person, DAY, PEMILU).eligible is eligible


def test_the_reason_has_both_ages_and_its_article():
    verdict = judge(Person(date(2007, 2, 15), Marriage.NEVER), DAY, PEMILU)
    assert verdict.reason.en == "Aged 16 on 14-02-2024; the law asks for 17."
    assert verdict.article == "UU 7/2017 Pasal 1 angka 34 dan Pasal 198"
    assert verdict.confirmed


def test_an_age_the_law_was_not_seen_for_stays_unconfirmed():
    person = Person(date(1990, 1, 1), Marriage.NEVER)
    assert judge(person, date(2024, 11, 27), load_regime("pilkada-2024")).confirmed is False


def test_a_leap_day_is_reached_on_the_first_of_march():
    assert age_on(date(2008, 2, 29), date(2025, 2, 28)) == 16
    assert age_on(date(2008, 2, 29), date(2025, 3, 1)) == 17
