"""The house does its daily duties once per legal day, as the machine, through acts."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from jurdil.kernel import clock, daily
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.roles import SYSTEM
from jurdil.stages import actions as stages
from tests import factories, writes

pytestmark = pytest.mark.django_db


@pytest.fixture
def duties(monkeypatch):
    """An office and an empty list of duties."""
    cache.clear()
    with writes.setting_up():
        factories.office()
    own = {}
    monkeypatch.setattr(daily, "_duties", own)
    yield own
    cache.clear()


def test_a_duty_is_done_once_a_legal_day(duties):
    seen = []
    daily.register("uji", seen.append)
    assert daily.do_what_is_due() == ["uji"]
    assert daily.do_what_is_due() == []
    office_acts.set_training_clock(
        by=factories.viewer(SYSTEM), legal=clock.now() + timedelta(days=1)
    )
    assert daily.do_what_is_due() == ["uji"]
    assert [by.role for by in seen] == [SYSTEM, SYSTEM]


def test_a_refused_duty_does_not_stop_the_others(duties):
    def refuse(_by):
        raise Refused("tidak sekarang")

    seen = []
    daily.register("satu", refuse)
    daily.register("dua", seen.append)
    assert daily.do_what_is_due() == ["satu", "dua"]
    assert len(seen) == 1


def test_two_rooms_cannot_claim_one_duty(duties):
    daily.register("uji", print)
    with pytest.raises(ValueError, match="two duties"):
        daily.register("uji", print)


def test_the_routine_work_rolls_on_by_itself():
    cache.clear()
    with writes.setting_up():
        office = factories.office()
    by = factories.viewer(SYSTEM)
    stages.open_election(by=by, regime="rutin", path=office.path)
    assert "stages.roll_routine" in daily.do_what_is_due()
    assert LedgerEntry.objects.filter(act="stages.roll_routine", actor_role=SYSTEM).count() == 1
    cache.clear()
