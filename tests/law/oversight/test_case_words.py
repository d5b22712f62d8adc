"""Who reports, how registers are numbered, when the desk is open; sums of published figures."""

from datetime import date, time

import pytest

from jurdil.law.oversight import case_figures, case_words, cases, clocks
from jurdil.law.oversight.case_figures import Summary


def test_the_number_that_was_seen_is_made_of_the_same_parts():
    made = case_words.number(
        "laporan",
        22,
        kind="pemilu",
        level="kabko",
        code="73.12",
        day=date(2019, 5, 8),
        type_="administrasi",
    )
    assert made == "022/LP/PL/ADM/Kab/73.12/V/2019"
    assert not case_words.series()["laporan"].confirmed


def test_a_part_that_is_not_known_is_left_out_and_never_guessed():
    made = case_words.number(
        "temuan",
        1,
        kind="pilkada",
        level="kecamatan",
        code="73.12",
        day=date(2024, 11, 1),
        type_="pidana",
    )
    assert made == "001/TM/73.12/XI/2024"
    with pytest.raises(ValueError, match="begin at 1"):
        case_words.number("temuan", 0, kind="", level="", code="", day=date(2024, 1, 1))


def test_a_proxy_reports_in_a_pilkada_only():
    pemilu = [one.id for one in case_words.may_report("pemilu")]
    pilkada = [one.id for one in case_words.may_report("pilkada-2024")]
    assert pemilu == ["warga", "peserta", "pemantau"]
    assert pilkada == [*pemilu, "kuasa"]


def test_the_desk_closes_half_an_hour_later_on_fridays_of_a_pemilu():
    first, friday = case_words.hours("pemilu")
    assert (first.days, first.opens, first.closes) == ((1, 2, 3, 4), time(8), time(16))
    assert (friday.days, friday.closes) == ((5,), time(16, 30))
    assert [one.days for one in case_words.hours("pilkada")] == [(1, 2, 3, 4, 5)]


def test_every_actor_of_a_referral_is_a_word_and_every_trigger_of_a_crime_an_event():
    known = set(case_words.actors())
    assert {a for one in cases._referrals() for a in one.actors} <= known
    triggers = {
        rule.trigger.id for regime in clocks.regimes() for rule in clocks.rules(regime).values()
    }
    assert {"diterima-penyidik", "perkara-dilimpahkan", "putusan-pn"} <= triggers & set(
        case_words.events()
    )


def test_a_case_moves_between_the_levels_and_panwascam_only_hands_up():
    assert [m.id for m in case_words.moves_from("kecamatan", "kecamatan")] == ["naikkan"]
    assert [m.id for m in case_words.moves_from("kecamatan", "kabko")] == ["ambil-alih"]
    assert [m.id for m in case_words.moves_from("kabko", "kabko")] == ["limpahkan-ke-bawah"]
    assert case_words.moves_from("kabko", "kecamatan") == ()


def test_the_campaign_to_5_january_2024_adds_up_to_1015_but_its_320_violations_do_not():
    campaign = Summary(703, 312, 516, 314, 185)
    assert campaign.total == 1015 and case_figures.check(campaign, 1015) == ()
    outcomes = {"kode-etik": 185, "administrasi": 29, "pidana": 6, "asn": 33, "hukum-lain": 17}
    wrong = case_figures.check_outcomes(320, outcomes)
    assert wrong is not None and (wrong.stated, wrong.counted) == (320, 270)


def test_pemilu_2024_had_734_findings_and_1953_reports():
    whole = Summary(1953, 734, 1545, 0, 1142)
    assert whole.total == 2687 and case_figures.check(whole, 2687) == ()
    wrong = case_figures.check(Summary(1953, 734, 1545, 0, 1141), 2688)
    assert [(one.stated, one.counted) for one in wrong] == [(2687, 2686), (2688, 2687)]


def test_147_cases_of_village_heads_have_158_outcomes_that_agree_with_their_sum():
    by_outcome = {"pidana": 16, "hukum-lain": 103, "bukan-pelanggaran": 39}
    assert case_figures.check_outcomes(158, by_outcome) is None
    assert case_figures.check_outcomes(147, by_outcome) is not None
