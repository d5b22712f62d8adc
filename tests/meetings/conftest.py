"""An office with its five members, and an election."""

import pytest

from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from tests import factories


@pytest.fixture
def election(db) -> Election:
    factories.office()
    return factories.election("rutin", voting_day=None, contests=[])


@pytest.fixture
def members(election) -> list[Viewer]:
    """The chair and four members, as viewers."""
    return [_viewer(role) for role in ("ketua", "anggota", "anggota", "anggota", "anggota")]


@pytest.fixture
def operator(election) -> Viewer:
    return _viewer("operator")


def _viewer(role: str) -> Viewer:
    person = factories.account(role)
    return Viewer(role, factories.REGENCY, "kpu", person.name, person.pk)
