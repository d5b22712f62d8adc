"""A fault in a file of deadlines is named with file and row."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from jurdil.law.deadlines import (
    load_deadlines,
    load_triggers,
)
from jurdil.law.deadlines.reader import DEADLINES_FILE, parse
from jurdil.law.regime import BadRegime, UnknownRegime, regime_codes
from jurdil.law.regime_files import Row, read_toml


def test_an_unknown_regime_names_the_known_ones() -> None:
    with pytest.raises(UnknownRegime, match="pemilu-2024"):
        load_deadlines("pemilu-1955")


def deadlines_changed(index: int, **values: Any) -> Row:
    found = copy.deepcopy(read_toml("pemilu-2024", DEADLINES_FILE))
    for key, value in values.items():
        if value is None:
            found["deadline"][index].pop(key)
        else:
            found["deadline"][index][key] = value
    return Row(found, f"pemilu-2024/{DEADLINES_FILE}", "")


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"trigger": "tidak-ada"}, "no \\[\\[trigger\\]\\] is called tidak-ada"),
        ({"after": "dpt-penetapan"}, "no \\[\\[deadline\\]\\] above"),
        ({"amount": 0}, "amount is 0"),
        ({"unit": "weeks"}, "unit is 'weeks'"),
        ({"count_start_day": True}, "months run from date to date"),
        ({"unit": "hours", "end_of_day": True}, "minute to minute"),
        ({"confirmed": None}, "confirmed is missing"),
        ({"source": ["S999"]}, "S999"),
        ({"source": ["M"]}, "memory cannot be confirmed"),
        ({"skips": ["hujan"]}, "skips knows no hujan"),
        ({"desk": "tidak-ada"}, "no \\[\\[desk\\]\\]"),
        ({"id": "ppk-dibentuk"}, "already used"),
        ({"name_en": ""}, "empty in one language"),
        ({"extra": 1}, "unknown keys: extra"),
    ],
)
def test_a_fault_in_the_file_is_named_with_file_and_row(
    changed: dict[str, Any], fault: str
) -> None:
    with pytest.raises(BadRegime, match=fault) as caught:
        parse(deadlines_changed(0, **changed))
    assert f"pemilu-2024/{DEADLINES_FILE}: [[deadline]]" in str(caught.value)


def test_two_grounds_cannot_share_a_code() -> None:
    found = copy.deepcopy(read_toml("pemilu-2024", DEADLINES_FILE))
    found["ground"].append(dict(found["ground"][0]))
    with pytest.raises(BadRegime, match="share a code"):
        parse(Row(found, DEADLINES_FILE, ""))


def test_every_trigger_is_named_in_both_languages() -> None:
    for regime in regime_codes():
        for trigger in load_triggers(regime):
            assert trigger.name.id != trigger.name.en
