"""What outreach tells reports: verified activities only, and bases make their whole."""

import pytest

from jurdil.kernel import clock, facts
from jurdil.kernel.facts import Asked
from jurdil.law.outreach.attendance import Attendance
from jurdil.outreach import actions
from tests import factories
from tests.outreach import ground

pytestmark = pytest.mark.django_db


def told(viewer, election_id):
    asked = Asked(clock.today().replace(month=1, day=1), clock.today(), election_id)
    return next((one.section for one in facts.told(viewer, asked) if one.code == "outreach"), None)


def test_only_verified_activities_are_told_and_the_bases_make_their_whole():
    held = ground.election()
    ppk, parmas = ground.person("ppk", f"{factories.REGENCY}.01"), ground.person()
    first = ground.reported(ppk, held, came=Attendance(12, 18, 30))
    ground.reported(ppk, held, came=Attendance(5, 5, 10))
    assert told(parmas, held.pk) is None
    actions.verify_activity(by=parmas, activity_id=first)
    section = told(parmas, held.pk)
    values = {fact.key: fact.figure.value for fact in section.facts}
    assert values["outreach.held"] == 1
    assert (values["outreach.men"], values["outreach.women"], values["outreach.total"]) == (
        12,
        18,
        30,
    )
    known = {fact.key: fact for fact in section.facts}
    for fact in section.facts:
        if fact.parts:
            parts = [known[key].figure.value for key in fact.parts]
            assert sum(parts) == fact.figure.value


def test_people_whom_nobody_counted_are_no_fact_and_no_zero():
    held = ground.election()
    ppk, parmas = ground.person("ppk", f"{factories.REGENCY}.01"), ground.person()
    for came in (Attendance(None, None, 25), Attendance(None, None, None)):
        made = ground.reported(ppk, held, came=came)
        actions.verify_activity(by=parmas, activity_id=made)
    section = told(parmas, held.pk)
    values = {fact.key: fact.figure.value for fact in section.facts}
    assert values["outreach.held"] == 2 and values["outreach.total"] == 25
    assert "outreach.men" not in values and "outreach.women" not in values
