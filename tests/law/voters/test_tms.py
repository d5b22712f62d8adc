"""TMS codes mean what their regime says (PKPU 11/2018, PKPU 7/2022; handbook calendar 3.5)."""

import pytest

from jurdil.law.regime import load_regime
from jurdil.law.voters.tms import Effect, double, effect, find, removals


@pytest.mark.parametrize(
    ("regime", "code", "expected"),
    [
        ("pemilu-2019", "8", Effect.LEAVES),
        ("pemilu-2019", "11", Effect.STAYS),
        ("pemilu-2019", "12", Effect.STAYS),
        ("pemilu-2024", "4", Effect.LEAVES),
        ("pemilu-2024", "8", Effect.CHANGES_TPS),
        ("pilkada-2024", "8", Effect.CHANGES_TPS),
        ("rutin", "meninggal", Effect.LEAVES),
    ],
)
def test_a_code_does_what_its_regime_says(regime, code, expected):
    assert effect(find(load_regime(regime), code)) is expected


def test_only_codes_that_remove_are_offered_as_removals():
    def offered(regime):
        return [code.code for code in removals(load_regime(regime))]

    assert offered("pemilu-2024") == offered("pilkada-2024") == list("1234567")
    assert offered("pemilu-2019") == [str(number) for number in range(1, 11)]
    assert len(offered("rutin")) == 10


@pytest.mark.parametrize(("regime", "code"), [("pemilu-2024", "9"), ("rutin", "1"), ("rutin", "")])
def test_a_code_the_regime_lacks_is_an_error(regime, code):
    with pytest.raises(LookupError, match="TMS"):
        find(load_regime(regime), code)


def test_doubles_leave_by_the_code_that_the_regime_gives_them():
    named = {name: double(load_regime(name)).code for name in ("pemilu-2019", "pemilu-2024")}
    assert named == {"pemilu-2019": "2", "pemilu-2024": "2"}
    assert double(load_regime("pilkada-2024")).code == "2"
    assert double(load_regime("rutin")).code == "ganda"
    with pytest.raises(LookupError, match="doubles"):
        double(load_regime("pemilu-2029"))


def test_what_moves_never_removes():
    for name in ("pemilu-2019", "pemilu-2024", "pilkada-2024", "pemilu-2029", "rutin"):
        for code in load_regime(name).codes:
            assert not (code.moves and code.removes)
