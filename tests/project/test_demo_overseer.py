"""Bawaslu's own house of the demo."""

import random

import pytest

from jurdil.kernel import chain, ledger
from jurdil.kernel.models import Account, Office
from jurdil.kernel.viewer import system_viewer
from jurdil.oversight import queries as oversight
from jurdil.project.demo import cast, overseer
from jurdil.project.demo.place import ground


@pytest.fixture
def overseen(fresh_database):
    """The small demo of Bawaslu's own house."""
    return overseer.build("small")


def test_bawaslus_house_stands_beside_with_its_own_people_and_risks(overseen):
    office = Office.objects.get()
    assert (office.kind, office.sample_data) == ("bawaslu", True)
    roles = {part.role for part in cast.parts(ground("small", random.Random(1)), "bawaslu")}
    assert roles == set(Account.objects.values_list("grants__role", flat=True))
    viewer = system_viewer(office.path, "bawaslu")
    seen = oversight.index(viewer)
    assert len(seen.rows) == 8 and seen.any and seen.rows[0].group is not None
    proposed = oversight.events(viewer, state="diusulkan")
    assert sorted(event.origin.partition(":")[0] for event in proposed) == ["", "", "money"]
    (ruling,) = oversight.ruling_list(viewer, waiting=True)
    assert (ruling.standing, f"{ruling.last_day}", ruling.sent) == ("menunggu", "2024-02-15", False)
    assert oversight.prevention_counts(viewer, year=2024)[0].value == 5
    assert oversight.overdue_preventions(viewer) and oversight.post_notes(viewer)
    assert chain.verify(ledger.export()) == ledger.head()
