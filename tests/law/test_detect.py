"""Detectors: what they show, what they leave alone, and that they say both numbers."""

import csv
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law import detect
from jurdil.law.detect import Names, Slip, slip
from jurdil.law.detect.repair import Search
from jurdil.law.regime import load_regime
from jurdil.law.rules import figures, lists, pairs, params_for, rules_for

PARAMS = params_for(load_regime("pemilu-2024"))
CHOICES = pairs(3)
FIGURES = figures(CHOICES, PARAMS)
CHECKER = detect.Checker(rules_for("pemilu-2024", "ppwp", CHOICES), CHOICES, FIGURES)
SET = detect.load_thresholds()
GOOD = {
    "paslon_1": 61,
    "paslon_2": 118,
    "paslon_3": 9,
    "suara_sah": 188,
    "suara_tidak_sah": 4,
    "suara_total": 192,
    "guna": 192,
}


@pytest.mark.parametrize(
    ("written", "right", "kind"),
    [
        (131131, 131, Slip.DOUBLED),
        (1310, 131, Slip.TENFOLD),
        (181, 118, Slip.TRANSPOSED),
        (155, 55, Slip.EXTRA),
        (13, 131, Slip.MISSING),
        (63, 68, Slip.DIGIT),
        (201, 59, None),
        (811, 118, None),
        (7, 7, None),
        (-3, 3, None),
    ],
)
def test_slips_of_digits_have_names(written, right, kind):
    assert slip(written, right) is kind


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_a_digit_more_is_a_digit_less_seen_from_the_other_side(one, two):
    longer, shorter = max(one, two), min(one, two)
    found = slip(longer, shorter)
    if found in (Slip.EXTRA, Slip.TENFOLD) or (found is Slip.DOUBLED and shorter < 10):
        assert slip(shorter, longer) is Slip.MISSING
    if found in (Slip.DIGIT, Slip.TRANSPOSED):
        assert slip(shorter, longer) is found


def repairs(**changes):
    return CHECKER.repairs({**GOOD, **changes})


def test_131131_is_explained_as_131_typed_twice():
    best = repairs(paslon_2=118118)[0]
    assert best.changes == (("paslon_2", 118118, 118),)
    assert best.slip is Slip.DOUBLED
    alone = CHECKER.repairs({"paslon_2": 131131})[0]
    assert (alone.changes, alone.slip) == ((("paslon_2", 131131, 131),), Slip.DOUBLED)
    notice = detect.of_form("73.12.01.1001/001", {"paslon_2": 131131}, CHECKER, PARAMS)[0]
    assert detect.sentence(notice).id == (
        "Bila Pasangan calon 2 = 131, bukan 131.131, angkanya muat pada formulir "
        "(angka terketik dua kali)."
    )


def test_exchanged_digits_of_the_valid_votes_are_proposed_with_the_checks_that_agree():
    """The one value that every sum asks for comes first, with how many checks then agree."""
    best = CHECKER.repairs({**GOOD, "suara_sah": 881})[0]
    assert best.kind == "one"
    assert best.changes == (("suara_sah", 881, 188),)
    assert best.agreeing == 2
    best = CHECKER.repairs({**GOOD, "suara_sah": 818})[0]
    assert best.changes == (("suara_sah", 818, 188),)
    best = repairs(suara_total=129)[0]
    assert (best.changes, best.slip) == ((("suara_total", 129, 192),), Slip.TRANSPOSED)
    assert best.agreeing == 2


def test_valid_and_invalid_exchanged_are_found():
    best = repairs(suara_sah=4, suara_tidak_sah=188)[0]
    assert best.kind == "swap"
    assert best.changes == (("suara_sah", 4, 188), ("suara_tidak_sah", 188, 4))


def test_a_column_that_slipped_by_one_row_is_found():
    """Every row holds the figure of the row above it; the first was left open and then filled."""
    form = {
        "paslon_1": 0,
        "paslon_2": 61,
        "paslon_3": 118,
        "suara_sah": 9,
        "suara_tidak_sah": 188,
        "suara_total": 4,
        "guna": 192,
    }
    best = CHECKER.repairs(form)[0]
    assert best.kind == "shift"
    assert {name: right for name, _written, right in best.changes} == {
        name: GOOD[name] for name in form if name != "guna"
    }


def test_a_form_that_agrees_has_nothing_to_repair():
    assert CHECKER.repairs(GOOD) == ()
    assert detect.of_form("73.12.01.1001/001", GOOD, CHECKER, PARAMS) == ()


def test_a_figure_that_any_number_would_mend_is_not_called_explained():
    """One broken sum can be mended at every term; without a slip of digits that says nothing."""
    form = {"paslon_1": 100, "paslon_2": 20, "paslon_3": 3, "suara_sah": 300}
    assert CHECKER.repairs(form) == ()
    notice = detect.of_form("73.12.01.1001/001", form, CHECKER, PARAMS)[0]
    assert notice.code == "P-9"
    assert detect.sentence(notice).id == (
        "Jumlah suara semua pilihan = 123, tetapi suara sah tertulis 300. "
        "Tidak ada satu perubahan yang membuat semua cocok (E-401)."
    )


@given(
    st.lists(st.integers(0, 250), min_size=3, max_size=3),
    st.integers(0, 20),
    st.sampled_from(["paslon_1", "paslon_2", "paslon_3", "suara_sah", "suara_total"]),
    st.integers(0, 999),
)
def test_one_wrong_figure_among_agreeing_ones_is_mended_or_left_alone(votes, bad, name, wrong):
    """A proposal never breaks a rule that held, and the true value is among what it may say."""
    good = sum(votes)
    form = dict(zip(CHOICES.votes, votes, strict=True))
    form |= {"suara_sah": good, "suara_tidak_sah": bad, "suara_total": good + bad}
    form["guna"] = good + bad
    written = {**form, name: wrong}
    before = {(one.code, one.subject) for one in CHECKER.broken(written)}
    for one in CHECKER.repairs(written):
        after = {**written, **{field: value for field, _old, value in one.changes}}
        left = {(rule.code, rule.subject) for rule in CHECKER.broken(after)}
        assert left < before
        assert all(value >= 0 for _field, _old, value in one.changes)
    if wrong != form[name] and before and slip(wrong, form[name]) and max(votes) <= 300:
        search = Search(CHECKER, written)
        assert form[name] in search.asked(name, {}, search.broken)


def test_lists_are_searched_in_time_and_the_own_row_decides():
    choices = lists(dict.fromkeys(range(1, 19), 7))
    checker = detect.Checker(
        rules_for("pemilu-2024", "dpr", choices), choices, figures(choices, PARAMS)
    )
    form = dict.fromkeys(choices.votes, 1) | {group.total: 8 for group in choices.groups}
    form |= {"suara_sah": 144, "suara_tidak_sah": 6, "suara_total": 150, "guna": 150}
    assert checker.repairs(form) == ()
    best = checker.repairs({**form, "partai_4_calon_2": 11})[0]
    assert best.changes == (("partai_4_calon_2", 11, 1),)
    assert (best.slip, best.agreeing) == (Slip.DOUBLED, 2)


# neighbours


def test_the_median_is_exact():
    assert detect.median([Fraction(1, 3), Fraction(1, 2), Fraction(2)]) == Fraction(1, 2)
    assert detect.median([Fraction(1, 3), Fraction(1, 2)]) == Fraction(5, 12)
    with pytest.raises(ValueError, match="middle"):
        detect.median([])


def village(shares, code="73.12.01.1001"):
    return {f"{code}/{at:03d}": share for at, share in enumerate(shares, 1)}


def test_a_turnout_far_from_the_village_is_shown_with_both_numbers():
    shares = village([(160, 200), (162, 200), (158, 200), (161, 200), (159, 200)] * 2)
    shares["73.12.01.1001/011"] = (200, 200)
    (found,) = detect.outliers("turnout", shares, least=8, times=6, points=15)
    assert found.paths == ("73.12.01.1001/011",)
    text = detect.sentence(found, Names(places={"73.12.01.1001": "Kelurahan Labessi"}))
    assert text.id == (
        "Partisipasi 100,0% (200 dari 200), sedangkan median 11 TPS di Kelurahan Labessi 80,0%."
    )
    assert text.en == (
        "Turnout 100.0% (200 of 200), but the median of 11 TPS in Kelurahan Labessi is 80.0%."
    )


def test_a_small_village_is_compared_within_its_kecamatan_and_a_tiny_one_not_at_all():
    wide = village([(160, 200)] * 9) | village([(40, 200)], "73.12.01.2002")
    (found,) = detect.outliers("turnout", wide, least=8, times=6, points=15)
    assert (found.paths, found.facts["place"]) == (("73.12.01.2002/001",), "73.12.01")
    assert detect.outliers("turnout", village([(160, 200)] * 6), least=8, times=6, points=1) == ()
    lone = village([(160, 200)] * 9) | village([(40, 200)], "73.12.02.2002")
    assert detect.outliers("turnout", lone, least=8, times=6, points=15) == ()


def test_a_dpt_of_nothing_has_no_turnout():
    assert detect.turnout({"guna": 10, "dpt": 0}) is None
    assert detect.turnout({"guna": 10}) is None
    assert detect.turnout({"suara_total": 10, "dpt_l": 6, "dpt_p": 6}) == (10, 12)
    assert detect.invalid({"suara_sah": 0, "suara_tidak_sah": 0}) is None


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 300)), min_size=8, max_size=20))
def test_when_all_neighbours_are_alike_nobody_stands_out(shares):
    """Fewer than half can be outliers, and equal shares never are."""
    found = detect.outliers("turnout", village(shares), least=8, times=6, points=15)
    assert len(found) * 2 < len(shares)
    same = village([shares[0]] * len(shares))
    assert detect.outliers("turnout", same, least=8, times=6, points=15) == ()


def test_a_village_that_changed_otherwise_than_all_others_is_shown():
    before = {f"73.12.01.10{at:02d}": (700, 1000) for at in range(10, 20)}
    now = dict.fromkeys(before, (800, 1000)) | {"73.12.01.1013": (990, 1000)}
    options = {"least": 8, "times": 6, "points": 10, "paths_of": lambda place: (f"{place}/001",)}
    (found,) = detect.changes(now, before, **options)
    assert found.paths == ("73.12.01.1013/001",)
    assert detect.sentence(found).id == (
        "Partisipasi 73.12.01.1013 99,0%, pada pemilihan sebelumnya 70,0% (+29,0 poin persen); "
        "median perubahan 10 desa +10,0 poin persen."
    )
    assert detect.changes(now, dict(list(before.items())[:5]), **options) == ()


# between forms


def test_identical_results_are_shown_and_small_ones_left_out():
    row = dict(zip(CHOICES.votes, (91, 137, 19), strict=True))
    forms = {f"73.12.01.1001/{n:03d}": row for n in (1, 2)}
    forms["73.12.01.1001/003"] = {**row, "paslon_1": 92}
    forms["73.12.01.1001/004"] = dict.fromkeys(CHOICES.votes, 3)
    forms["73.12.01.1001/005"] = dict.fromkeys(CHOICES.votes, 3)
    (found,) = detect.identical(forms, CHOICES, votes_min=100, lines_min=2)
    assert found.paths == ("73.12.01.1001/001", "73.12.01.1001/002")
    assert "247 suara" in detect.sentence(found).id


def test_a_form_that_lacks_a_vote_is_compared_with_nobody():
    row = {"paslon_1": 100, "paslon_2": 100}
    forms = {"73.12.01.1001/001": row, "73.12.01.1001/002": row}
    assert detect.identical(forms, CHOICES, votes_min=100, lines_min=2) == ()


def test_all_votes_for_one_is_shown_only_where_the_neighbours_vote_otherwise():
    usual = dict(zip(CHOICES.votes, (60, 100, 40), strict=True))
    only = dict(zip(CHOICES.votes, (0, 200, 0), strict=True))
    forms = {f"73.12.01.1001/{n:03d}": usual for n in range(1, 10)}
    forms["73.12.01.1001/010"] = only
    options = {"votes_min": 50, "usual_percent": 10, "least": 8}
    found = detect.all_or_nothing(forms, CHOICES.votes, **options)
    assert [(one.subject, one.facts["part"]) for one in found] == [
        ("paslon_1", [0, 200]),
        ("paslon_2", [200, 200]),
        ("paslon_3", [0, 200]),
    ]
    assert "semua 200 suara" in detect.sentence(found[1]).id
    everywhere = {f"73.12.01.1001/{n:03d}": only for n in range(1, 10)}
    assert detect.all_or_nothing(everywhere, CHOICES.votes, **options) == ()


def test_a_form_of_noughts_and_a_crowded_tps_are_shown():
    zero = {**dict.fromkeys(CHOICES.votes, 0), "guna": 180}
    codes = [one.code for one in detect.of_form("73.12.01.1001/001", zero, CHECKER, PARAMS)]
    assert codes == ["P-7"]
    full = {"guna": 307}
    (found,) = detect.of_form("73.12.01.1001/001", full, CHECKER, PARAMS)
    assert (found.code, found.facts) == ("P-8", {"count": 307, "room": 306})
    assert detect.of_form("73.12.01.1001/001", {"guna": 306}, CHECKER, PARAMS) == ()


def test_the_room_of_a_paper_is_what_the_form_allows_but_never_more_than_a_full_tps():
    assert detect.paper_room({"surat_suara_diterima": 240}, PARAMS) == 240
    assert detect.paper_room({"dpt": 200}, PARAMS) == 204
    assert detect.paper_room({"dpt": 2000}, PARAMS) == 306
    assert detect.paper_room({}, PARAMS) == 306
    assert detect.paper_room({"dpt": 200, "guna": 210}, PARAMS) == 210


def test_thresholds_are_dated_explained_and_none_claims_to_be_law():
    assert SET.edition
    assert all(row.note.id and row.note.en and not row.confirmed for row in SET.rows)


def test_every_detector_has_a_name_and_a_sentence():
    from jurdil.law.detect import words

    assert set(words.TITLES) == set(words._SAY)
    verdicts = ("curang", "fraud", "manipulasi", "palsu")
    for text in (*words.TITLES.values(), words.CAUTION):
        assert not any(word in text.id.lower() + text.en.lower() for word in verdicts)


# real figures


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "counts", "same"),
    [
        (
            "soppeng/ppwp2024_tps_soppeng.csv",
            {"P-1": 3, "P-2": 11, "P-5": 35, "P-8": 1, "P-9": 32},
            ("73.12.01.2006/002", "73.12.03.1001/008"),
        ),
        (
            "ogan-ilir/ppwp2024_tps_ogan_ilir.csv",
            {"P-1": 6, "P-2": 16, "P-3": 4, "P-5": 54, "P-6": 1, "P-8": 1, "P-9": 68},
            ("16.10.02.2015/001", "16.10.02.2015/005"),
        ),
    ],
)
def test_two_real_regencies(shared, file, counts, same):
    """Forms that break an error rule are those of the rules; equal results by a plain group-by."""
    forms = {}
    with (shared / file).open() as lines:
        for row in csv.DictReader(lines):
            form = {name: int(row[name]) for name in FIGURES if row.get(name)}
            if form:
                forms[f"{row['kode_desa']}/{int(row['tps']):03d}"] = form
    found = [one for path in forms for one in detect.of_form(path, forms[path], CHECKER, PARAMS)]
    found += detect.between_forms(forms, CHOICES, SET)
    assert Counter(one.code for one in found) == counts
    broken = sum(1 for form in forms.values() if CHECKER.broken(form))
    assert counts["P-5"] + counts["P-9"] == broken
    rows = Counter(
        tuple(form[name] for name in CHOICES.votes)
        for form in forms.values()
        if all(name in form for name in CHOICES.votes)
    )
    large = [row for row, count in rows.items() if count > 1 and sum(row) >= 100]
    assert counts["P-1"] == len(large)
    assert same in [one.paths for one in found if one.code == "P-1"]
    for one in found:
        assert detect.sentence(one).id != detect.sentence(one).en


# how many votes a notice puts in doubt


def doubts(notice, forms):
    return detect.doubts(notice, forms, CHOICES.votes, PARAMS)


def test_a_disagreement_puts_as_many_votes_in_doubt_as_it_is():
    form = {**GOOD, "suara_sah": 181}
    (notice,) = detect.of_form("73.12.01.1001/001", form, CHECKER, PARAMS)
    (found,) = doubts(notice, {"73.12.01.1001/001": form}).values()
    assert found.off == 7
    assert found.counted == {name: GOOD[name] for name in CHOICES.votes}


def test_voters_who_disagree_among_themselves_move_no_vote():
    form = {**GOOD, "dpt_l": 90, "dpt_p": 90, "dpt": 240}
    (notice,) = detect.of_form("73.12.01.1001/001", form, CHECKER, PARAMS)
    assert notice.code == "P-9"
    assert doubts(notice, {"73.12.01.1001/001": form}) == {}


def test_a_figure_that_fits_no_paper_leaves_the_whole_paper_open():
    form = {**GOOD, "paslon_2": 131131, "dpt": 250}
    (notice,) = detect.of_form("73.12.01.1001/001", form, CHECKER, PARAMS)
    (found,) = doubts(notice, {"73.12.01.1001/001": form}).values()
    assert (found.off, found.paper) == (None, 255)


def test_equal_results_leave_every_paper_open():
    row = {**dict(zip(CHOICES.votes, (91, 137, 19), strict=True)), "dpt": 260}
    forms = {f"73.12.01.1001/{n:03d}": row for n in (1, 2)}
    (notice,) = detect.identical(forms, CHOICES, votes_min=100, lines_min=2)
    found = doubts(notice, forms)
    assert set(found) == set(forms)
    assert all((one.off, one.paper) == (None, 266) for one in found.values())


def test_a_high_turnout_doubts_votes_that_are_there_and_a_low_one_votes_that_are_not():
    shares = village([(160, 200)] * 10)
    for users, off, sign in ((200, 40, -1), (100, 60, 1)):
        all_ = {**shares, "73.12.01.1001/011": (users, 200)}
        (notice,) = detect.outliers("turnout", all_, least=8, times=6, points=15)
        form = {"paslon_1": users, "paslon_2": 0, "paslon_3": 0, "dpt": 200, "guna": users}
        (found,) = doubts(notice, {"73.12.01.1001/011": form}).values()
        assert (found.off, found.sign) == (off, sign)


def test_a_changed_village_is_doubted_as_a_whole():
    before = {f"73.12.01.10{at:02d}": (700, 1000) for at in range(10, 20)}
    now = dict.fromkeys(before, (800, 1000)) | {"73.12.01.1013": (990, 1000)}
    (notice,) = detect.changes(
        now, before, least=8, times=6, points=10, paths_of=lambda place: (f"{place}/001",)
    )
    found = doubts(notice, {"73.12.01.1013/001": GOOD})
    assert list(found) == ["73.12.01.1013"]
    assert (found["73.12.01.1013"].off, found["73.12.01.1013"].sign) == (190, -1)
