"""Turnout: three formulas on the same figures, each with its denominator; sums before release."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law import formats
from jurdil.law.figure import Input, share
from jurdil.law.participation import release, turnout
from jurdil.law.participation.release import Fault, Published
from jurdil.law.participation.turnout import ALL, MEN, WOMEN, Counts, Disabled
from jurdil.law.regime import load_regime
from jurdil.law.text import Text

USED = {"dpt": 2_704_450, "dptb": 17_496, "dpk": 18_746}
BALI = Counts(3_269_516, USED)
FORMULAS = load_regime("pemilu-2024").turnout


def by_id(counts, formulas=FORMULAS):
    return {one.formula.id: one for one in turnout.side_by_side(formulas, counts)}


def percents(counts):
    return {code: formats.percent(one.figure.value, "en", 2) for code, one in by_id(counts).items()}


def test_bali_2024_gives_83_35_by_the_legal_formula_and_two_other_figures():
    assert percents(BALI) == {"dpt-dpk": "83.35%", "dpt": "83.83%", "dpt-dptb-dpk": "82.91%"}
    made = turnout.side_by_side(FORMULAS, BALI)
    assert [one.formula.id for one in made if one.legal] == ["dpt-dpk"]
    assert made[0].legal, "the legal one stands first"


def test_the_denominator_of_bali_is_dpt_and_dpk_and_the_figure_says_so():
    figure = by_id(BALI)["dpt-dpk"].figure
    assert figure.denominator.value == 3_269_516 + 18_746
    assert figure.inputs[0].value == 2_740_692 == sum(USED.values())
    assert figure.confirmed
    assert by_id(BALI)["dpt-dptb-dpk"].figure.denominator.value == 3_269_516 + 17_496 + 18_746


def test_in_2019_only_the_dpt_was_the_denominator():
    made = turnout.side_by_side(load_regime("pemilu-2019").turnout, BALI)
    assert [(one.formula.id, one.legal) for one in made] == [("dpt", True)]


def test_no_source_names_the_legal_formula_of_pilkada_2024():
    made = turnout.side_by_side(load_regime("pilkada-2024").turnout, BALI)
    assert len(made) == 3 and not any(one.legal or one.figure.confirmed for one in made)
    assert turnout.Sheet({ALL: made}).legal() is None


def test_an_absent_group_of_users_makes_no_turnout_instead_of_a_wrong_one():
    counts = Counts(100, {"dpt": 80, "dptb": None, "dpk": 1})
    assert all(one.figure.absent for one in turnout.side_by_side(FORMULAS, counts))


def test_each_sex_has_its_own_denominator_and_disability_its_own():
    men = Counts(50, {"dpt": 40, "dptb": 0, "dpk": 0})
    women = Counts(50, {"dpt": 45, "dptb": 0, "dpk": 0})
    columns = {MEN: men, WOMEN: women, ALL: men.plus(women)}
    sheet = turnout.sheet(FORMULAS, columns, Disabled(3, 4))
    assert sheet.legal(MEN).figure.value == Fraction(4, 5)
    assert sheet.legal(WOMEN).figure.value == Fraction(9, 10)
    assert sheet.legal().figure.value == Fraction(17, 20)
    assert (sheet.disabled.value, sheet.disabled.confirmed) == (Fraction(3, 4), False)
    assert turnout.of_disabled(Disabled(3, None)).absent


def test_more_users_with_a_disability_than_registered_make_no_percentage_but_a_sentence():
    many = Disabled(378, 4)
    assert turnout.of_disabled(many).absent
    said = release.disabled_slip(many)
    assert said is not None and "378" in said.text.id and " 4:" in said.text.id
    assert release.disabled_slip(Disabled(4, 4)) is None


counts = st.builds(
    Counts,
    st.integers(1, 10**6),
    st.fixed_dictionaries({one: st.integers(0, 10**6) for one in ("dpt", "dptb", "dpk")}),
)


@given(counts, counts)
def test_sexes_together_make_the_whole(left, right):
    whole = left.plus(right)
    assert whole.listed == left.listed + right.listed
    assert release.column_slips({MEN: left, WOMEN: right, ALL: whole}) == ()


@given(counts)
def test_a_larger_denominator_never_gives_more(one):
    values = {code: made.figure.value for code, made in by_id(one).items()}
    assert values["dpt"] >= values["dpt-dpk"] >= values["dpt-dptb-dpk"]


def test_the_change_since_another_election_is_a_difference_of_points():
    now = share(Input(Text("a", "a"), 8), Input(Text("b", "b"), 10), article="", confirmed=True)
    then = share(Input(Text("a", "a"), 7), Input(Text("b", "b"), 10), article="", confirmed=False)
    moved = turnout.change(now, then, Text("Pemilu 2019", "2019"))
    assert moved.value == Fraction(1, 10) and not moved.confirmed


# Sums before release


def bali(**others):
    facts = {
        "users": 2_740_692,
        "by_group": USED,
        "men": 1_365_691,
        "women": 1_375_001,
        "valid": 2_681_007,
        "invalid": 59_685,
        "dpt": 3_269_516,
        "percent": Decimal("83.3"),
    }
    return Published(**(facts | others))


def faults(published):
    return [slip.fault for slip in release.slips(published, FORMULAS)]


def test_the_published_figures_of_bali_hold():
    assert faults(bali()) == []
    assert faults(bali(percent=Decimal("83.35"))) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"men": 1_365_690}, Fault.SUM),
        ({"invalid": 59_658}, Fault.SUM),
        ({"by_group": USED | {"dpk": 18_747}, "percent": None}, Fault.SUM),
        ({"percent": Decimal("83.83")}, Fault.OTHER_FORMULA),
        ({"percent": Decimal("82.9")}, Fault.OTHER_FORMULA),
        ({"percent": Decimal("85.1")}, Fault.NO_FORMULA),
        ({"dpt": None}, Fault.NO_DENOMINATOR),
    ],
)
def test_a_slip_in_the_figures_of_bali_is_stopped(change, fault):
    assert faults(bali(**change)) == [fault]


def test_the_index_of_jawa_timur_80_87_is_no_turnout():
    slip = release.slips(Published(percent=Decimal("80.87"), index=Decimal("80.87")), FORMULAS)
    assert [one.fault for one in slip] == [Fault.INDEX]
    assert "80,87%" in slip[0].text.id and "tanpa tanda persen" in slip[0].text.id


def test_a_wrong_formula_is_named_with_the_right_figure():
    (slip,) = release.slips(bali(percent=Decimal("83.83")), FORMULAS)
    assert "dibagi DPT" in slip.text.id and "83,35%" in slip.text.id


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        (314_226, (157_801, 156_425)),
        (577_241, (294_966, 282_275)),
        (37, (4, 31, 2)),
        (508, (24, 446, 38)),
    ],
    ids=["Ogan Ilir DPT 2024", "OKI DPT 2024", "index of provinces", "index of regencies"],
)
def test_published_totals_that_hold(total, parts):
    assert release.sum_slip(Text("x", "x"), total, parts) is None


@pytest.mark.parametrize(
    ("total", "parts", "counted"),
    [
        (2_897, (2_616,), "2.616"),
        (2_877_756, (1_380_616, 1_452_140), "2.832.756"),
    ],
    ids=["Bandar Lampung: parties", "DIY: DPT of Pilkada 2024"],
)
def test_published_totals_that_do_not_hold_are_stopped(total, parts, counted):
    slip = release.sum_slip(Text("Jumlah", "Total"), total, parts)
    assert slip.fault is Fault.SUM and counted in slip.text.id


def test_men_and_women_that_are_not_the_whole_are_named():
    men, women = Counts(50, {"dpt": 40}), Counts(50, {"dpt": 45})
    found = release.column_slips({MEN: men, WOMEN: women, ALL: Counts(101, {"dpt": 85})})
    assert len(found) == 1 and "101" in found[0].text.id and "100" in found[0].text.id
    assert release.column_slips({ALL: men}) == ()
