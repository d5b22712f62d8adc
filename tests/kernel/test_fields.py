"""A place's scope is a range on its path: `73.1` never contains `73.12`, nor `73.12` `73.120`."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from jurdil.kernel.fields import within
from jurdil.kernel.models import Grant
from jurdil.kernel.roles import depth
from tests import factories
from tests.writes import setting_up

SEGMENT = st.text("0123456789", min_size=1, max_size=4)
PATHS = st.lists(SEGMENT, min_size=1, max_size=5).map(".".join)


@given(PATHS, PATHS)
def test_within_means_the_same_segments_at_the_beginning(path, scope):
    expected = path.split(".")[: scope.count(".") + 1] == scope.split(".")
    assert within(path, scope) is expected


@pytest.mark.parametrize(
    ("path", "scope", "expected"),
    [
        ("73.12.01.1001/007", "73.12", True),
        ("73.12.01.1001/007", "73.12.01.1001", True),
        ("73.12.01.1001/007", "73.12.01.1001/007", True),
        ("73.12", "73.12.01", False),
        ("73.120.01", "73.12", False),
        ("73.13", "73.12", False),
        ("73.12.01.10010", "73.12.01.1001", False),
        ("73.12", "", True),
    ],
)
def test_scope_of_real_codes(path, scope, expected):
    assert within(path, scope) is expected


@pytest.mark.django_db
def test_the_lookup_agrees_with_the_function_and_uses_the_index():
    someone = factories.account("operator")
    codes = ["73", "73.1", "73.12.01", "73.12.01.1001", "73.12.01.1001/007", "73.120", "73.13"]
    with setting_up():
        for code in codes:
            Grant.objects.create(account=someone, role="ppk", path=code, valid_from="2024-01-01")
    for scope in ("73.12", "73.1", "73.12.01.1001", ""):
        found = set(Grant.objects.filter(path__within=scope).values_list("path", flat=True))
        assert found == {code for code in [*codes, "73.12"] if within(code, scope)}, scope


@pytest.mark.django_db
def test_a_scope_on_the_ledger_is_an_index_range():
    from jurdil.kernel.models import LedgerEntry

    plan = LedgerEntry.objects.filter(path__within="73.12.01").order_by("path", "seq").explain()
    if connection.vendor == "sqlite":
        assert "path>? AND path<?" in plan


@pytest.mark.parametrize(
    ("path", "expected"), [("", 0), ("73", 1), ("73.12", 2), ("73.12.01.1001/007", 5)]
)
def test_depth_counts_segments(path, expected):
    assert depth(path) == expected
