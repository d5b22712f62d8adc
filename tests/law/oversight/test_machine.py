"""One machine serves findings, process disputes and neutrality: what its tables may not say."""

import pytest

from jurdil.law.oversight import machine
from jurdil.law.oversight.files import Row
from jurdil.law.oversight.machine import Change, IllegalStep
from jurdil.law.regime_types import BadRegime
from jurdil.law.text import Text

STATES = ("dicatat", "selesai")
STEP = {
    "id": "tutup",
    "name_id": "Tutup",
    "name_en": "Close",
    "from": ["dicatat"],
    "to": "selesai",
    "article": "pasal 1",
    "confirmed": False,
    "source": ["M"],
}


def row(**changed: object) -> Row:
    return Row({**STEP, **changed}, "machine.toml", "step")


def test_a_step_is_read_with_its_states_and_its_article() -> None:
    made = Change(**machine.change(row(), STATES))
    assert made == Change(
        "tutup", Text("Tutup", "Close"), ("dicatat",), "selesai", "pasal 1", False
    )


@pytest.mark.parametrize(
    ("key", "value"), [("from", ["dicatat", "entah"]), ("to", "entah"), ("confirmed", True)]
)
def test_no_step_from_or_to_a_state_that_is_not_there_and_none_confirmed_by_memory(
    key: str, value: object
) -> None:
    with pytest.raises(BadRegime, match="step"):
        machine.change(row(**{key: value}), STATES)


def test_a_list_of_words_holds_only_words_that_are_known() -> None:
    assert row(needs=["letter", "note"]).some_of("needs", ("letter", "note")) == ("letter", "note")
    assert row().some_of("needs", ("letter",)) == ()
    with pytest.raises(BadRegime, match="needs names stamp"):
        row(needs=["letter", "stamp"]).some_of("needs", ("letter", "note"))


def test_a_step_must_be_offered_and_have_what_it_needs() -> None:
    close = Change(**machine.change(row(), STATES))
    assert machine.following([close], "tutup", "dicatat") is close
    with pytest.raises(IllegalStep, match="tutup does not follow selesai"):
        machine.following([], "tutup", "selesai")
    machine.check_given("tutup", ("letter",), ("letter", "note"))
    with pytest.raises(IllegalStep, match="tutup needs letter, note"):
        machine.check_given("tutup", ("letter", "note"), ())
