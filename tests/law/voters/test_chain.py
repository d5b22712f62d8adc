"""The figures of a revision name the regulation of their own regime."""

import pytest

from jurdil.law.regime import load_regime
from jurdil.law.voters.chain import COKLIT, basis, carried, voters
from jurdil.law.voters.flow import Count, Flow


@pytest.mark.parametrize(
    ("regime", "article"),
    [("pemilu-2024", "PKPU 7/2022"), ("pilkada-2024", "PKPU 7/2024")],
)
def test_a_revision_rests_on_the_regulation_of_its_regime(regime, article):
    known = load_regime(regime)
    assert basis(known, COKLIT) == (article, True)
    flow = Flow(Count(10, 10), Count(2, 1), Count(1, 1), now=Count(11, 10))
    for figure in (carried(flow, known), voters(flow.now, known)):
        assert (figure.value, figure.article, figure.confirmed) == (21, article, True)


def test_a_regime_without_a_list_names_no_article():
    assert basis(load_regime("rutin")) == ("", False)
    assert not voters(Count(1, 2), load_regime("rutin")).confirmed


def test_no_code_of_pilkada_cites_the_regulation_of_the_pemilu():
    """PKPU 7/2022 is the voter list of the Pemilu; Pilkada 2024 has PKPU 7/2024."""
    regime = load_regime("pilkada-2024")
    assert {code.article for code in regime.tms_codes} == {"PKPU 7/2024"}
