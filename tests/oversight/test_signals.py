"""What other rooms propose to the index: votes held again and doubles, without any name."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from jurdil.kernel import risk_signals
from jurdil.kernel.roles import BAWASLU
from jurdil.law.oversight.checklists import Answer
from jurdil.oversight.models import IkpEvent, Lhp
from jurdil.results.models import Kejadian, Ulang
from jurdil.voters.models import Ganda
from tests import factories
from tests.oversight import (
    ground,  # noqa: F401  (the room's acts are loaded)
    lhp_ground,
)
from tests.samples import REGENCY, World, X, Y
from tests.writes import setting_up

pytestmark = pytest.mark.django_db
MOMENT = datetime(2024, 2, 15, 3, tzinfo=UTC)


@pytest.fixture
def world():
    return World(BAWASLU)


@pytest.fixture
def chair(world):
    return factories.viewer("bw-ketua", REGENCY)


def test_a_revote_is_proposed_once_it_is_decided(world, chair):
    case = world.revote(X)
    assert risk_signals.signals(chair, None) == ()
    with setting_up():
        Ulang.objects.update(state="diputus")
    found = risk_signals.signals(chair, world.election.pk)
    assert [(one.key, one.indicator, one.path) for one in found] == [
        (f"results:ulang:{case}", 32, world.tps(X))
    ]
    assert risk_signals.signals(chair, world.election.pk + 1) == ()


def test_result_disputes_and_objections_are_proposed_without_names(world, chair):
    case = world.dispute
    found = risk_signals.signals(chair, world.election.pk)
    assert [(one.key, one.indicator) for one in found] == [(f"results:sengketa:{case}", 37)]
    with setting_up():
        for _count in range(2):
            Kejadian.objects.create(
                election=world.election,
                level="tps",
                path=world.tps(X),
                kind=Kejadian.Kind.OBJECTION,
                text="Contoh keberatan",
                said_by="Saksi 1",
                account_name="Contoh",
                recorded_at=MOMENT,
            )
    found = [one for one in risk_signals.signals(chair, None) if one.indicator == 36]
    assert [(one.path, one.count) for one in found] == [(world.tps(X), 2)]
    assert "Contoh" not in found[0].text.id
    elsewhere = replace(chair, path="73.12.99")
    assert risk_signals.signals(elsewhere, None) == (), "another kecamatan proposes nothing"


def test_doubles_are_counted_by_village_and_day(world, chair):
    world.double(X)
    with setting_up():
        Ganda.objects.update(state="satu", decided_at=MOMENT)
    found = risk_signals.signals(chair, None)
    assert [(one.indicator, one.count, one.path) for one in found] == [(20, 1, world.village(X))]
    assert "Contoh" not in found[0].text.id


def test_only_the_overseers_office_sees_them(world):
    world.revote(Y)
    with setting_up():
        Ulang.objects.update(state="selesai")
    for role, path in (("panwascam", Y), ("bw-pengelola", REGENCY)):
        assert risk_signals.signals(factories.viewer(role, path), None) == ()


def test_a_source_is_registered_once():
    def source(viewer, election_id):
        return []

    risk_signals.register(source)
    try:
        with pytest.raises(ValueError, match="already a source"):
            risk_signals.register(source)
    finally:
        risk_signals.unregister(source)


def test_late_material_of_an_accepted_report_is_proposed_once(world, chair):
    answers = {"tepat-waktu": Answer("tidak", "H-1 malam"), "segel": Answer("ya")}
    values = {"checklist": "logistik@1", "election_id": world.election.pk, "answers": answers}
    made = lhp_ground.submitted(lhp_ground.person("bw-anggota", REGENCY), world.tps(X), **values)
    on_time = {**values, "answers": {"tepat-waktu": Answer("ya")}}
    lhp_ground.submitted(lhp_ground.person("bw-ketua", REGENCY), world.tps(Y), **on_time)

    def found():
        return [(one.path, one.subject) for one in risk_signals.signals(chair, None)]

    assert found() == []
    with setting_up():
        Lhp.objects.update(state="diterima")
    assert found() == [(world.tps(X), f"lhp:{made.pk}")]
    with setting_up():
        IkpEvent.objects.create(**_proposed(made))
    assert found() == []


def _proposed(made):
    return {
        "edition": "ikp-2024",
        "indicator": 28,
        "path": made.path,
        "happened_on": MOMENT.date(),
        "source": "LHP",
        "narrative": "Contoh",
        "severity": "desa",
        "origin": f"lhp:{made.pk}",
        "account_name": "Contoh",
        "recorded_at": MOMENT,
    }
