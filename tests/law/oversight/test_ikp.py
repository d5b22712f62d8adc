"""IKP 2024 is rebuilt from what was published: limits, weights, classes; and its commonest typo."""

import subprocess
import sys
from collections import Counter
from decimal import Decimal
from statistics import pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.oversight import ikp, ikp_file
from jurdil.law.oversight.ikp_models import UnknownModel, model
from tests.law.oversight.figures import (
    DKI,
    KALTIM_TYPO,
    MEAN_OF_PROVINCES,
    MEAN_OF_REGENCIES,
    PROVINCES,
)

IKP = model("ikp-2024")


def decimals(row):
    return {name: Decimal(value) for name, value in row.items()}


def test_it_has_four_dimensions_twelve_subdimensions_and_sixty_one_indicators():
    assert [d.id for d in IKP.dimensions] == ["a", "b", "c", "d"]
    assert len(IKP.subdimensions) == 12
    assert sorted(IKP.indicators) == list(range(1, 62))
    per = Counter(one.dimension for one in IKP.indicators.values())
    assert per == {"a": 16, "b": 24, "c": 15, "d": 6}
    assert IKP.weights_confirmed and not IKP.indicators_confirmed


def test_the_34_provinces_give_the_published_limits():
    run = ikp.classed(IKP, PROVINCES)
    assert len(PROVINCES) == 34
    assert ikp.rounded(run.limits.low) == Decimal("21.70")
    assert ikp.rounded(run.limits.high) == Decimal("68.50")
    assert ikp.rounded(run.limits.mean) == Decimal("45.10")
    assert ikp.rounded(run.limits.spread) == Decimal("23.40")


def test_the_provinces_fall_into_the_published_classes():
    run = ikp.classed(IKP, PROVINCES)
    assert Counter(one.group.id for one in run.regions) == {"tinggi": 5, "sedang": 21, "rendah": 8}
    of = {one.region: one.group.id for one in run.regions}
    assert of["Sulawesi Selatan"] == "rendah" and of["Sumatera Selatan"] == "sedang"


def test_the_kaltim_typo_is_what_breaks_the_published_limits():
    wrong = ikp.classed(IKP, {**PROVINCES, "Kalimantan Timur": KALTIM_TYPO}).limits
    assert (ikp.rounded(wrong.low), ikp.rounded(wrong.high)) == (Decimal("21.67"), Decimal("68.71"))


def test_a_population_deviation_does_not_give_the_published_limits():
    scores = list(PROVINCES.values())
    mean, spread = sum(scores) / 34, pstdev(scores)
    assert (round(mean - spread, 2), round(mean + spread, 2)) == (
        Decimal("22.05"),
        Decimal("68.16"),
    )


@pytest.mark.parametrize(
    ("scores", "published"),
    [(DKI, "88.95"), (MEAN_OF_PROVINCES, "45.10"), (MEAN_OF_REGENCIES, "31.39")],
    ids=["DKI", "mean of provinces", "mean of regencies"],
)
def test_27_38_25_10_reproduces_what_was_published(scores, published):
    assert ikp.rounded(ikp.total(IKP, decimals(scores))) == Decimal(published)


def test_shares_of_indicators_as_weights_do_not_fit_dki():
    plain = sum(Decimal(v) * n for v, n in zip(DKI.values(), (16, 24, 15, 6), strict=True)) / 61
    assert ikp.rounded(plain) != Decimal("88.95")


def test_the_mean_of_regencies_is_the_middle_of_their_published_limits():
    found = IKP.published["kabko"]
    middle = (found.low + found.high) / 2
    assert abs(middle - ikp.total(IKP, decimals(MEAN_OF_REGENCIES))) < Decimal("0.02")


def test_a_score_explains_itself_with_its_weights():
    figure = ikp.explained(IKP, decimals(DKI))
    assert figure.value == Decimal("88.95") and figure.confirmed
    assert [item.name.id[-4:] for item in figure.inputs] == ["27%)", "38%)", "25%)", "10%)"]


@pytest.mark.parametrize(
    ("code", "score", "group"),
    [
        ("ikp-2019", "66.88", "tinggi"),
        ("ikp-2019", "49.63", "sedang"),
        ("ikp-2019", "33", "rendah"),
        ("ikp-2020", "86.42", "tinggi-6"),
        ("ikp-2020", "62.87", "tinggi-5"),
        ("ikp-2020", "50.00", "sedang-3"),
        ("ikp-2020", "34.91", "rendah-1"),
    ],
)
def test_editions_of_2019_and_2020_class_published_scores_by_fixed_limits(code, score, group):
    assert ikp.class_of(model(code), Decimal(score)).id == group


def test_an_edition_without_weights_makes_no_total():
    with pytest.raises(ValueError, match="weights of ikp-2019"):
        ikp.total(model("ikp-2019"), decimals(DKI))


def test_an_unknown_edition_names_the_known_ones():
    with pytest.raises(UnknownModel, match="ikp-2024"):
        model("ikp-2029")


def test_one_region_alone_has_no_class():
    with pytest.raises(ikp.NoLimits):
        ikp.classed(IKP, {"Soppeng": Decimal(40)})


SCORES = st.integers(0, 10000).map(lambda cents: Decimal(cents) / 100)


@given(st.lists(SCORES, min_size=2, max_size=40))
def test_classes_follow_the_order_of_scores(scores):
    run = ikp.classed(IKP, {str(at): one for at, one in enumerate(scores)})
    order = {"rendah": 0, "sedang": 1, "tinggi": 2}
    groups = [order[one.group.id] for one in sorted(run.regions, key=lambda one: one.score)]
    assert groups == sorted(groups)
    assert run.limits.low <= run.limits.mean <= run.limits.high


# --- the file and the command -------------------------------------------------------------------


def refused(text):
    content = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(ikp_file.BadFile) as caught:
        ikp_file.read(IKP, content)
    return caught.value.faults


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "row 1: columns must be region,a,b,c,d; found (empty)"),
        ("region,a,b,c\nX,1,2,3\n", "row 1: columns must be region,a,b,c,d; found region,a,b,c"),
        ("region;a;b;c;d\nX;1;2;3;4\n", "row 1: columns must be"),
        ("region,a,b,c,d\n", "the file has no region"),
        ("region,a,b,c,d\nX,1,2,3\n", "row 2: 4 fields instead of 5"),
        ("region,a,b,c,d\nX,1,2,3,satu\n", "row 2: d is no number: satu"),
        ("region,a,b,c,d\nX,1,2,3,\n", "row 2: d is no number: (empty)"),
        ("region,a,b,c,d\nX,1,2,3,NaN\n", "row 2: d is NaN, not between 0 and 100"),
        ("region,a,b,c,d\nX,1,2,3,Infinity\n", "row 2: d is Infinity"),
        ("region,a,b,c,d\nX,1,2,3,-1\n", "row 2: d is -1, not between 0 and 100"),
        ("region,a,b,c,d\nX,1,2,3,100.01\n", "row 2: d is 100.01"),
        ("region,a,b,c,d\n,1,2,3,4\n", "row 2: region is empty"),
        ("region,a,b,c,d\nX,1,2,3,4\n\nX,1,2,3,4\n", "row 4: region X stands in row 2 already"),
        ('region,a,b,c,d\n"X,1,2,3,4\n', "row 2:"),
        (b"region,a,b,c,d\nX,1,2,3,4\n\xff,1,2,3,4\n", "row 3: the file is not UTF-8"),
        (b"region,a,b,c,d\nX\0,1,2,3,4\n", "row 2: the file is not text"),
    ],
)
def test_a_bad_file_is_named_by_row(text, fault):
    assert any(one.startswith(fault) for one in refused(text))


def test_every_bad_row_is_named():
    faults = refused("region,a,b,c,d\nX,1,2,3,x\nY,1,2,3,4\nZ,1,y,3,200\n")
    assert [one.split(":")[0] for one in faults] == ["row 2", "row 4", "row 4"]


def test_columns_may_stand_in_another_order_and_with_a_byte_order_mark():
    text = "\ufeffd,c,b,a,Region\r\n87.01,96.08,92.36,78.27,DKI\r\n"
    assert ikp.rounded(ikp_file.read(IKP, text.encode())["DKI"]) == Decimal("88.95")


def run(*arguments):
    command = [sys.executable, "-m", "jurdil.cli", "law", "risk-index", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_prints_scores_and_puts_the_limits_on_standard_error(tmp_path):
    file = tmp_path / "provinsi.csv"
    rows = [f"{name},{score},{score},{score},{score}" for name, score in PROVINCES.items()]
    file.write_text("\n".join(["region,a,b,c,d", *rows]))
    done = run(file, "--model", "ikp-2024")
    lines = done.stdout.splitlines()
    assert done.returncode == 0 and lines[0] == "region,score,class" and len(lines) == 35
    assert lines[1] == "DKI Jakarta,88.95,tinggi" and lines[-1] == "Bengkulu,3.79,rendah"
    assert done.stderr.startswith("limits: 21.70 68.50 ")


def test_the_command_refuses_a_bad_file_by_row_and_prints_nothing(tmp_path):
    file = tmp_path / "rusak.csv"
    file.write_text("region,a,b,c,d\nX,1,2,3,4\nY,1,2,3,x\n")
    done = run(file)
    assert (done.returncode, done.stdout) == (2, "")
    assert "row 3: d is no number: x" in done.stderr
    missing = run(tmp_path / "tidak-ada.csv")
    assert missing.returncode == 2 and "cannot read the file" in missing.stderr
