"""An office in a Pilkada, before the last day of registration."""

from datetime import date

import pytest

from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from tests import factories
from tests.outreach.participation import ground


@pytest.fixture
def pilkada(db) -> Election:
    factories.office()
    ground.on(date(2024, 10, 1))
    return ground.pilkada()


@pytest.fixture
def staff(pilkada) -> Viewer:
    return ground.member("operator")


@pytest.fixture
def chair(pilkada) -> Viewer:
    return ground.member("ketua")
