"""What the rooms tell: every section runs on an empty office, and parts make their whole."""

from datetime import timedelta
from fractions import Fraction

import pytest

from jurdil.kernel import clock, facts
from jurdil.kernel.facts import Asked
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import system_viewer
from jurdil.law.reporting.sums import check_parts
from jurdil.meetings import actions as meetings
from jurdil.places import actions as places
from jurdil.reporting import queries
from jurdil.voters.queries import chain
from tests import factories
from tests.meetings import ground as meeting_ground
from tests.office import ground as office_ground
from tests.reporting import ground
from tests.samples import World

pytestmark = pytest.mark.django_db
ROOMS = {"parties", "voters", "results", "seats", "outreach", "meetings", "office"}


def told(viewer, election_id=None):
    today = clock.today()
    asked = Asked(today - timedelta(days=30), today + timedelta(days=1), election_id)
    return {one.code: one.section for one in facts.told(viewer, asked)}


def test_every_room_below_offers_its_section():
    assert set(facts._tellers) >= ROOMS


@pytest.mark.parametrize("regime", ["rutin", "pemilu-2024"])
def test_an_empty_office_has_nothing_to_tell_and_says_so_without_a_fault(regime):
    author, _chair = ground.office()
    places.set_up_regions(by=system_viewer(factories.REGENCY, "kpu"), regency=factories.REGENCY)
    found = Election.objects.filter(regime=regime).first() or factories.election(
        contests=["ppwp", "dprd-kab"]
    )
    sections = told(author, found.pk)
    assert "results" not in sections and "meetings" not in sections


def test_letters_and_meetings_are_counted_and_parts_make_their_whole():
    author, _chair = ground.office()
    election = Election.objects.get()
    office_ground.receive(author)
    held = meeting_ground.opened(author, election, guests=4)
    meetings.step(by=author, meeting_id=held.pk, move="tutup")
    sections = told(author)
    values = {fact.key: fact.figure.value for one in sections.values() for fact in one.facts}
    assert values["office.letters.received"] == 1
    assert values["meetings.held"] == 1
    for section in sections.values():
        known = {fact.key: fact for fact in section.facts}
        for fact in section.facts:
            parts = [Fraction(known[key].figure.value) for key in fact.parts]
            assert check_parts(Fraction(fact.figure.value), parts), fact.key


def test_a_viewer_without_the_right_gets_no_section_of_it():
    ground.office()
    visitor = factories.viewer("kpu-provinsi")
    assert "office" not in told(visitor)


def test_a_fact_of_a_room_is_offered_to_a_release():
    author, _chair = ground.office()
    office_ground.receive(author, received=clock.today())
    keys = [one.key for one in queries.facts_offered(author, None, clock.today())]
    assert "office.letters.received" in keys


def test_a_determined_list_tells_its_voters_by_sex():
    world = World()
    revision = world.chain
    section = told(world.keeper, world.election.pk)["voters"]
    known = {fact.key: fact.figure.value for fact in section.facts}
    parts = {key: value for key, value in known.items() if key.startswith("voters.dps.")}
    total = parts.pop("voters.dps.total")
    comments = parts.pop("voters.dps.comments")
    assert (total, comments) == (sum(parts.values()), 0)
    assert total > 0
    assert section.tables[0].rows[0][0] == title_of(revision)


def title_of(revision):
    return chain(system_viewer(revision.path, "kpu"), revision.election_id).rows[0].title
