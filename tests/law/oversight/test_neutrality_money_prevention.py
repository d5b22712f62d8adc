"""Neutrality by act and phase, money politics by phase and actor, prevention in seven forms."""

from datetime import date

import pytest

from jurdil.law.calendar_days import DayCalendar
from jurdil.law.oversight import money, neutrality, words
from tests.law.oversight.figures import BALI, NATIONAL

DETERMINED = date(2024, 9, 22)
BEFORE, AFTER = date(2024, 9, 21), date(2024, 9, 22)


@pytest.mark.parametrize(
    ("act", "day", "sanction"),
    [
        ("spanduk", BEFORE, "etik"),
        ("spanduk", AFTER, "disiplin-berat"),
        ("unggah-suka", BEFORE, "etik"),
        ("unggah-suka", AFTER, "disiplin-berat"),
        ("hadir-deklarasi", BEFORE, "etik"),
        ("hadir-deklarasi", AFTER, None),
        ("hadir-dukung", AFTER, "disiplin-berat"),
        ("pendekatan", BEFORE, "disiplin-sedang"),
        ("anggota-partai", BEFORE, "pemberhentian"),
        ("anggota-partai", AFTER, "pemberhentian"),
    ],
)
def test_the_same_act_is_ethics_or_discipline_by_the_day_of_determination(act, day, sanction):
    assert neutrality.sanction_of(act, day, DETERMINED) == sanction


def test_without_the_day_of_determination_only_what_does_not_depend_on_it_is_told():
    assert neutrality.sanction_of("anggota-partai", AFTER, None) == "pemberhentian"
    assert neutrality.sanction_of("spanduk", AFTER, None) is None


def test_the_route_since_kasn_was_abolished():
    assert [stop.id for stop in neutrality.route()] == ["sbt", "kajian", "bkn", "ppk", "hasil"]
    clock = {stop.id: (stop.amount, stop.unit, stop.confirmed) for stop in neutrality.route()}
    assert clock["sbt"] == (7, "calendar-days", False)
    assert clock["kajian"] == (3, "working-days", True)
    assert clock["hasil"] == (None, "", True)
    assert neutrality.next_stop("ppk").id == "hasil" and neutrality.next_stop("hasil") is None


def test_the_clocks_of_the_route_count_in_their_units():
    sbt, study = neutrality.route()[:2]
    friday = date(2024, 10, 4)
    assert neutrality.last_day(sbt, friday, DayCalendar()) == date(2024, 10, 11)
    assert neutrality.last_day(study, friday, DayCalendar()) == date(2024, 10, 9)
    assert neutrality.last_day(neutrality.route()[2], friday, DayCalendar()) is None


def test_each_kind_of_person_has_its_own_addressee():
    to = {one.id: (one.to, one.confirmed) for one in neutrality.persons().values()}
    assert to == {
        "asn": ("bkn", True),
        "kades": ("bupati", False),
        "tni": ("pom", False),
        "polri": ("propam", False),
    }


VOTING = date(2024, 2, 14)
CAMPAIGN = (date(2023, 11, 28), date(2024, 2, 10))
QUIET = (date(2024, 2, 11), date(2024, 2, 13))


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2023, 11, 27), "sebelum"),
        (date(2023, 11, 28), "kampanye"),
        (date(2024, 2, 10), "kampanye"),
        (date(2024, 2, 11), "tenang"),
        (date(2024, 2, 14), "pemungutan"),
        (date(2024, 2, 15), "sesudah"),
    ],
)
def test_the_phase_comes_from_the_schedule(day, phase):
    assert money.phase_of(day, VOTING, CAMPAIGN, QUIET) == phase


def test_without_the_windows_no_phase_is_guessed():
    assert money.phase_of(date(2024, 2, 1), VOTING, None, None) is None


@pytest.mark.parametrize(
    ("kind", "phase", "actor", "article", "months", "rupiah", "confirmed"),
    [
        ("pemilu", "kampanye", "tim", "523 ayat (1)", 24, 24_000_000, True),
        ("pemilu", "tenang", "peserta", "523 ayat (2)", 48, 48_000_000, True),
        ("pemilu", "pemungutan", "setiap-orang", "523 ayat (3)", 36, 36_000_000, False),
        ("pilkada", "kampanye", "tim", "187A", 72, 1_000_000_000, True),
        ("pilkada", "tenang", "penerima", "187A", 72, 1_000_000_000, False),
    ],
)
def test_the_article_follows_phase_and_actor(
    kind, phase, actor, article, months, rupiah, confirmed
):
    rule = money.rule_of(kind, phase, actor)
    assert article in rule.article
    assert (rule.months, rule.rupiah, rule.confirmed) == (months, rupiah, confirmed)


def test_what_no_row_covers_has_no_article():
    assert money.rule_of("pemilu", "kampanye", "setiap-orang") is None
    assert money.rule_of("pemilu", "kampanye", "penerima") is None
    assert money.rule_of("pemilu", "sesudah", "tim") is None
    with pytest.raises(KeyError):
        money.rule_of("pemilu", "kampanye", "hantu")


def test_prevention_of_bali_adds_up_over_the_seven_forms():
    counts = dict(zip(words.prevention_forms(), BALI, strict=True))
    assert words.prevention_total(counts).value == 3180


def test_national_prevention_of_2025_adds_up_over_the_seven_forms():
    assert set(NATIONAL) == set(words.prevention_forms())
    assert words.prevention_total(NATIONAL).value == 24702


def test_an_eighth_form_is_refused():
    with pytest.raises(KeyError):
        words.prevention_total({"undian": 1})


def test_the_meanings_of_aght_are_not_confirmed():
    assert list(words.aght_classes()) == ["ancaman", "gangguan", "hambatan", "tantangan"]
    assert not any(one.confirmed for one in words.aght_classes().values())
