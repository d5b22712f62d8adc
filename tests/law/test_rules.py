"""The rules of the C form (UU 7/2017 art. 374(2)h; form C.HASIL, PKPU 25/2023)."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.regime import load_regime
from jurdil.law.rules import (
    C_HASIL,
    RULES,
    Choices,
    Params,
    bind,
    check,
    contest_checks,
    figures,
    join,
    label,
    lists,
    pairs,
    params_for,
    persons,
    rule,
    rules_for,
    sentence,
    source_checks,
)
from jurdil.law.text import Text

# A form on which every identity holds: 250 voters, 255 ballots, 200 users.
GOOD = {
    "dpt_l": 120, "dpt_p": 130, "dpt": 250,
    "guna_dpt_l": 90, "guna_dpt_p": 105, "guna_dpt": 195,
    "guna_dptb_l": 2, "guna_dptb_p": 1, "guna_dptb": 3,
    "guna_dpk_l": 1, "guna_dpk_p": 1, "guna_dpk": 2,
    "guna_l": 93, "guna_p": 107, "guna": 200,
    "surat_suara_diterima": 255, "surat_suara_digunakan": 200,
    "surat_suara_dikembalikan": 1, "surat_suara_tidak_digunakan": 54,
    "disabilitas_l": 1, "disabilitas_p": 2, "disabilitas": 3,
    "paslon_1": 100, "paslon_2": 60, "paslon_3": 36,
    "suara_sah": 196, "suara_tidak_sah": 4, "suara_total": 200,
}  # fmt: skip
PPWP = rules_for("pemilu-2024", "ppwp", pairs(3))


def codes(form, checks=PPWP):
    return {finding.code for finding in check(form, checks)}


def test_a_right_form_breaks_no_rule():
    assert check(GOOD, PPWP) == ()
    assert set(GOOD) == set(figures(pairs(3), Params()))


@pytest.mark.parametrize(
    ("change", "code", "left", "right"),
    [
        ({"dpt_l": 121}, "E-101", 251, 250),
        ({"guna_l": 94}, "E-102", 201, 200),
        ({"guna_dptb_p": 2}, "E-103", 4, 3),
        ({"guna_dpk": 3}, "E-111", 201, 200),
        ({"guna_dpk_l": 2}, "E-112", 94, 93),
        ({"guna_dpk_p": 2}, "E-113", 108, 107),
        ({"dpt": 194}, "E-121", 195, 194),
        ({"dpt_l": 89}, "E-122", 90, 89),
        ({"dpt_p": 104}, "E-123", 105, 104),
        ({"daftar_dptb": 2}, "W-131", 3, 2),
        ({"hadir_dpk": 1}, "W-132", 2, 1),
        ({"surat_suara_tidak_digunakan": 53}, "E-201", 254, 255),
        ({"surat_suara_diterima": 256}, "W-202", 256, 255),
        ({"surat_suara_diterima": 199}, "E-203", 200, 199),
        ({"disabilitas": 4}, "E-301", 3, 4),
        ({"disabilitas": 201}, "E-311", 201, 200),
        ({"disabilitas_l": 94}, "E-312", 94, 93),
        ({"disabilitas_p": 108}, "E-313", 108, 107),
        ({"paslon_2": 61}, "E-401", 197, 196),
        ({"paslon_1": 197}, "E-404", 197, 196),
        ({"suara_tidak_sah": 5}, "E-501", 201, 200),
        ({"surat_suara_digunakan": 201}, "E-601", 201, 200),
        ({"guna": 201}, "E-602", 200, 201),
        ({"surat_suara_digunakan": 199}, "E-603", 200, 199),
        ({"paslon_3": 1000}, "E-901", 1000, 999),
        ({"suara_tidak_sah": -1}, "E-902", -1, 0),
        ({"dpt": 301}, "W-903", 301, 300),
        ({"paslon_1": 301}, "W-904", 301, 300),
    ],
)
def test_every_rule_finds_its_fault(change, code, left, right):
    found = [finding for finding in check(GOOD | change, PPWP) if finding.code == code]
    assert [(finding.left, finding.right) for finding in found] == [(left, right)]
    assert found[0].severity.value == ("error" if code[0] == "E" else "warning")
    assert set(change) & set(found[0].fields)


def test_the_rules_found_above_are_all_rules_of_a_form_of_pairs():
    tested = set()
    for mark in test_every_rule_finds_its_fault.pytestmark:
        tested |= {case[1] for case in mark.args[1]}
    assert {one.code for one in PPWP} == tested
    assert {one.code for one in C_HASIL} - tested == {"E-402", "E-403"}


def test_the_typed_doubling_of_digits_is_found_even_without_administrative_figures():
    form = {"paslon_1": 131131, "paslon_2": 60, "paslon_3": 36}
    assert codes(form) == {"E-901", "W-904"}


def test_an_absent_figure_makes_no_finding():
    assert check({}, PPWP) == ()
    assert check(dict.fromkeys(GOOD), PPWP) == ()
    without_one_choice = GOOD | {"paslon_1": None, "suara_sah": 3}
    assert "E-401" not in codes(without_one_choice)


@given(st.dictionaries(st.sampled_from(sorted(GOOD)), st.integers(0, 300)), st.data())
def test_taking_a_figure_away_never_makes_a_finding(form, data):
    removed = data.draw(st.sets(st.sampled_from(sorted(GOOD))))
    smaller = {name: value for name, value in form.items() if name not in removed}
    assert set(check(smaller, PPWP)) <= set(check(form, PPWP))


@pytest.mark.parametrize(
    ("dpt", "ballots"),
    [(0, 0), (1, 2), (49, 50), (50, 51), (51, 53), (250, 255), (300, 306)],
)
def test_the_reserve_is_two_percent_rounded_up_per_tps(dpt, ballots):
    form = {"dpt": dpt, "surat_suara_diterima": ballots}
    assert "W-202" not in codes(form)
    assert "W-202" in codes(form | {"surat_suara_diterima": ballots + 1})


def test_real_recapitulations_satisfy_the_identities():
    """Tanjung Harapan and Kuala Lumpur 2024, real certified sums (handbook, section 2.3)."""
    district = rules_for("pemilu-2024", "ppwp", pairs(3), level="kecamatan")
    tanjung_harapan = {
        "guna_dpt": 19_832, "guna_dptb": 558, "guna_dpk": 402, "guna": 20_792,
        "surat_suara_digunakan": 20_792, "surat_suara_dikembalikan": 59,
        "surat_suara_tidak_digunakan": 4_974, "surat_suara_diterima": 25_825,
        "disabilitas_l": 58, "disabilitas_p": 97, "disabilitas": 155, "dpt": 25_263,
    }  # fmt: skip
    assert check(tanjung_harapan, district) == ()
    kuala_lumpur = {
        "paslon_1": 4_674, "paslon_2": 6_266, "paslon_3": 1_134, "suara_sah": 12_074,
        "suara_tidak_sah": 283, "suara_total": 12_357, "guna_l": 7_298, "guna_p": 5_059,
        "guna": 12_357,
    }  # fmt: skip
    assert check(kuala_lumpur, district) == ()
    assert "E-602" in codes(kuala_lumpur | {"guna": 12_358}, district)


def test_limits_of_one_tps_do_not_bind_sums():
    above = rules_for("pemilu-2024", "ppwp", pairs(3), level="kecamatan")
    left_out = {one.code for one in PPWP} - {one.code for one in above}
    assert left_out == {"W-202", "E-901", "W-903", "W-904"}


def test_lists_add_logo_and_candidates_per_party():
    choices = lists({1: 2, 4: 1})
    assert choices.votes == (
        "partai_1", "partai_1_calon_1", "partai_1_calon_2", "partai_4", "partai_4_calon_1",
    )  # fmt: skip
    checks = rules_for("pemilu-2024", "dprd-kab", choices)
    form = {
        "partai_1": 5, "partai_1_calon_1": 7, "partai_1_calon_2": 1, "partai_1_jumlah": 13,
        "partai_4": 2, "partai_4_calon_1": 3, "partai_4_jumlah": 5, "suara_sah": 18,
    }  # fmt: skip
    assert check(form, checks) == ()
    [finding, total] = check(form | {"partai_4_jumlah": 6}, checks)
    assert (finding.code, finding.left, finding.right) == ("E-402", 5, 6)
    assert finding.subject == "partai_4_jumlah"
    assert (total.code, total.left, total.right) == ("E-403", 19, 18)


def test_an_unknown_choice_or_limit_makes_no_rule():
    no_choices = bind(C_HASIL, Choices("list", ()), Params(), regime="pemilu-2024")
    made = {one.code for one in no_choices}
    assert not made & {"E-401", "E-402", "E-403", "E-404", "W-202", "E-901", "W-903", "W-904"}
    assert "E-101" in made


def test_limits_come_from_the_regime():
    assert params_for(load_regime("pemilu-2024")) == Params(Fraction(2, 100), 999, 300)


def test_rules_seen_only_in_the_forms_of_2024_are_unconfirmed_elsewhere():
    def confirmed(regime):
        checks = bind(C_HASIL, pairs(2), Params(box_max=999), regime=regime)
        return {one.code for one in checks if one.confirmed}

    assert confirmed("pilkada-2024") == set()
    assert confirmed("pemilu-2019") == {"E-602"}
    assert {"E-101", "E-602", "E-901"} <= confirmed("pemilu-2024")
    assert not {"W-131", "W-132"} & confirmed("pemilu-2024")


def test_an_unconfirmed_limit_makes_its_rule_unconfirmed():
    params = Params(Fraction(1, 50), 999, 300, unconfirmed=frozenset({"tps_cap", "reserve_rate"}))
    checks = bind(C_HASIL, pairs(2), params, regime="pemilu-2024")
    doubtful = {one.code for one in checks if not one.confirmed}
    assert doubtful == {"W-131", "W-132", "W-202", "W-903", "W-904"}


def test_the_groups_of_users_follow_the_regime():
    params = Params(listed="dpt", moved="dpph", special="dptb")
    checks = bind(C_HASIL, pairs(2), params, regime="pilkada-2024")
    form = {"guna_dpt": 190, "guna_dpph": 3, "guna_dptb": 4, "guna": 198}
    assert codes(form, checks) == {"E-111"}


def test_an_unknown_regime_or_contest_is_refused():
    with pytest.raises(LookupError, match="pemilu-2024"):
        rules_for("pemilu-1955", "ppwp", pairs(2))
    with pytest.raises(LookupError, match="ppwp"):
        rules_for("pemilu-2024", "gubernur", pairs(2))


def test_contests_of_one_tps_are_compared_with_their_neighbour():
    params = Params()
    held = ("dprd-kab", "ppwp", "dpr", "dpd", "dprd-prov")
    checks = contest_checks(held, params, regime="pemilu-2024")
    form = {"dpt": 250, "guna_dpt": 195, "guna_dpk": 2, "guna_dptb": 3, "guna": 200}
    forms = {contest: dict(form) for contest in held}
    assert check(join(forms), checks) == ()
    forms["dpr"]["dpt"] = 251
    forms["dprd-prov"]["guna"] = 201
    found = check(join(forms), checks)
    assert [(one.code, one.left, one.right, one.fields) for one in found] == [
        ("W-701", 251, 250, ("dpr:dpt", "ppwp:dpt")),
        ("W-701", 250, 251, ("dpd:dpt", "dpr:dpt")),
        ("W-704", 201, 200, ("dprd-prov:guna", "dpr:guna")),
    ]
    assert not any(one.confirmed for one in found)
    assert sentence(found[0]).id == "DPT: formulir DPR menulis 251, tetapi formulir PPWP 250."
    names = {"dpr": Text("DPR RI", "House"), "dpt": Text("Pemilih", "Voters")}
    assert sentence(found[0], names).en == "Voters: the form House says 251, but the form PPWP 250."


def test_a_voter_who_moved_in_may_get_fewer_ballots():
    checks = contest_checks(("ppwp", "dprd-kab"), Params(), regime="pemilu-2024")
    forms = {
        "ppwp": {"guna_dptb": 3, "guna": 200, "guna_dpt": 197},
        "dprd-kab": {"guna_dptb": 0, "guna": 197, "guna_dpt": 197},
    }
    assert check(join(forms), checks) == ()


def test_papers_of_one_result_are_compared_figure_by_figure():
    checks = source_checks(("c_hasil", "sirekap"), pairs(2), Params(), regime="pemilu-2024")
    forms = {"c_hasil": {"paslon_1": 100, "paslon_2": None}, "sirekap": {"paslon_1": 180}}
    [finding] = check(join(forms), checks)
    assert (finding.code, finding.subject) == ("W-801", "paslon_1")
    assert (finding.left, finding.right) == (180, 100)
    assert (
        sentence(finding).id == "Pasangan calon 1: menurut Sirekap 180, tetapi menurut C.Hasil 100."
    )


def test_codes_follow_the_scheme_and_are_never_shared():
    all_codes = [one.code for one in RULES]
    assert len(set(all_codes)) == len(all_codes) == 35
    numbers = [code[2:] for code in all_codes]
    assert len(set(numbers)) == len(numbers)
    assert all(re.fullmatch(r"[EW]-[1-689]\d\d|W-7\d\d", code) for code in all_codes)


def test_every_rule_has_words_law_and_source():
    for one in RULES:
        assert "{left}" in one.text.id and "{right}" in one.text.id, one.code
        for number in ("{left}", "{right}", "{subject}", "{later}", "{earlier}"):
            assert (number in one.text.id) == (number in one.text.en), one.code
        assert one.source, one.code
        assert one.article or not one.confirmed, one.code
        for text in (one.advice.operator, one.advice.coordinator):
            assert text.id and text.en and text.id != text.en


def test_a_finding_is_a_sentence_with_both_numbers_in_both_languages():
    form = {"paslon_1": 131131, "paslon_2": 1, "paslon_3": 1}
    [digits, _] = check(form, PPWP)
    words = sentence(digits)
    assert words.id == (
        "Pasangan calon 1: 131.131 tidak muat dalam kotak angka formulir (paling besar 999)."
    )
    assert words.en == "Pair 1: 131,131 does not fit the number boxes of the form (at most 999)."
    [users] = check({"guna_dptb_l": 2, "guna_dptb_p": 1, "guna_dptb": 4}, PPWP)
    assert sentence(users).id == (
        "Pengguna DPTb: laki-laki + perempuan = 3, tetapi jumlahnya tertulis 4."
    )


def test_every_figure_has_a_name_in_both_languages():
    shapes = (pairs(3), persons(2), lists({1: 2}))
    for figure in {name for shape in shapes for name in figures(shape, Params())}:
        assert label(figure).id != figure
        assert label(figure).en != figure
    assert label("guna_dpk_p").id == "Pengguna DPK perempuan"
    assert label("partai_4_calon_2").en == "Party 4 candidate 2"


def test_an_unknown_code_is_refused():
    with pytest.raises(LookupError, match="E-000"):
        rule("E-000")
