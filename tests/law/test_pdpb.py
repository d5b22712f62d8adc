"""The identities of PDPB hold for the published recaps of the handbook (calendar, section 6.7)."""

import pytest

from jurdil.law import pdpb
from jurdil.law.figure import explain


@pytest.mark.parametrize(
    ("men", "women", "voters"),
    [(87_340, 96_767, 184_107), (549_639, 540_939, 1_090_578), (118_611, 111_776, 230_387)],
    ids=["soppeng-tw2-2025", "kebumen-tw4-2025", "jayawijaya-tw3-2025"],
)
def test_men_and_women_are_all_voters(men, women, voters):
    assert pdpb.both_sexes(men, women).value == voters


@pytest.mark.parametrize(
    ("before", "new", "tms", "voters"),
    [(530_630, 25_487, 12_140, 543_977), (6_126_977, 5_298, 14_562, 6_117_713)],
    ids=["magetan-2025", "sulsel-2022"],
)
def test_the_period_before_leads_to_the_present_total(before, new, tms, voters):
    figure = pdpb.carried_on(before, new, tms)
    assert figure.value == voters
    assert ("Dasar hukum", "PKPU 1/2025") in explain(figure, "id")


def test_an_unknown_part_makes_no_total():
    assert pdpb.carried_on(None, 5, 3).absent
    assert pdpb.both_sexes(5, None).absent
