"""Calendar feeds: a real parser reads them back; a revoked secret is gone."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from jurdil.kernel.actions import accounts
from jurdil.kernel.actions import tasks as task_acts
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Grant
from jurdil.stages import actions, exports, queries
from jurdil.stages.models import FeedToken
from tests import factories
from tests.stages.ground import WITA, begins, ends, on, opened

pytestmark = pytest.mark.django_db
JAKARTA = ZoneInfo("Asia/Jakarta")


def events(content: bytes) -> dict[str, object]:
    """The calendar's events by the stage or task in their UID, read by the library's parser."""
    calendar = Calendar.from_ical(content)
    return {str(event["uid"]).partition(".")[0]: event for event in calendar.walk("VEVENT")}


def own_viewer(role="operator", **grant):
    account = factories.account(role, **grant)
    held = Grant.objects.get(account=account)
    return account, factories.viewer(
        role, account_id=account.pk, grant_id=held.pk, division=held.division
    )


def address(secret: str) -> str:
    return f"/jadwal/langganan/{secret}.ics"


def test_the_public_feed_gives_whole_days_with_the_day_after_as_end(client):
    opened()
    found = events(client.get("/jadwal/umum.ics").content)
    quiet = found["masa-tenang"]
    assert quiet["dtstart"].dt == date(2024, 2, 11)
    assert quiet["dtend"].dt == date(2024, 2, 14)
    assert int(quiet["sequence"]) == 1
    assert len(found) > 100


def test_a_minute_of_the_law_keeps_its_moment_and_its_zone(client):
    opened()
    petition = events(client.get("/jadwal/umum.ics").content)["phpu-legislatif"]
    assert petition["dtstart"].dt == datetime(2024, 3, 20, 22, 19, tzinfo=JAKARTA)
    assert petition["dtend"].dt == datetime(2024, 3, 23, 22, 19, tzinfo=JAKARTA)
    assert petition["dtstart"].params["TZID"] == "Asia/Makassar"


def test_uid_stays_and_sequence_rises_with_the_version(client):
    by, election = opened()
    first = events(client.get("/jadwal/umum.ics").content)["rekap-kabko"]
    actions.apply_version(
        by=by,
        election_id=election.pk,
        changes={"rekap-kabko": (begins(2024, 2, 17), ends(2024, 3, 8))},
        basis="PKPU contoh",
        reason="",
        based_on=1,
    )
    second = events(client.get("/jadwal/umum.ics").content)["rekap-kabko"]
    assert first["uid"] == second["uid"]
    assert (int(first["sequence"]), int(second["sequence"])) == (1, 2)
    assert second["dtend"].dt == date(2024, 3, 9)


def test_a_closed_election_leaves_the_feed(client):
    by, election = opened(day=(2026, 11, 23))
    assert events(client.get("/jadwal/umum.ics").content)
    actions.close_election(by=by, election_id=election.pk, reason="selesai")
    assert events(client.get("/jadwal/umum.ics").content) == {}


def test_a_person_s_feed_holds_their_tasks_and_nobody_else_s(client):
    by, election = opened()
    account, viewer = own_viewer()
    due = datetime(2024, 2, 16, 14, 0, tzinfo=WITA)
    for owner, title in ((account.pk, "Tugas sendiri"), (None, "Tugas orang lain")):
        task_acts.open_task(by=by, election_id=election.pk, title=title, due=due, owner_id=owner)
    secret = actions.make_feed(by=viewer).secret
    found = events(client.get(address(secret)).content)
    assert [str(event["summary"]) for event in found.values()] == ["Tugas sendiri"]
    assert next(iter(found.values()))["dtstart"].dt == due


def test_a_division_s_feed_holds_its_stages_and_tasks(client):
    opened()
    _account, viewer = own_viewer(division="teknis")
    secret = actions.make_feed(by=viewer, division="teknis").secret
    found = events(client.get(address(secret)).content)
    assert {"rekap-kabko", "pemungutan-suara"} <= set(found)
    assert "coklit" not in found
    assert any(uid.startswith("task-") for uid in found)


def test_the_secret_is_not_in_the_database_and_a_revoked_one_is_gone(client):
    opened()
    _account, viewer = own_viewer()
    made = actions.make_feed(by=viewer)
    assert made.secret not in str(FeedToken.objects.values_list())
    assert client.get(address(made.secret)).status_code == 200
    assert "no-store" in client.get(address(made.secret))["Cache-Control"]
    actions.revoke_feed(by=viewer, feed_id=made.id)
    assert client.get(address(made.secret)).status_code == 404
    assert client.get(address("salah")).status_code == 404


def test_a_feed_ends_with_the_role_it_was_made_in(client):
    by, _election = opened()
    _account, viewer = own_viewer()
    secret = actions.make_feed(by=viewer).secret
    accounts.end_grant(by=by, grant_id=viewer.grant_id, last_day=date(2024, 2, 15))
    assert client.get(address(secret)).status_code == 200
    on(2024, 2, 16)
    assert client.get(address(secret)).status_code == 404


def test_nobody_revokes_another_s_feed():
    opened()
    _first, mine = own_viewer()
    _second, theirs = own_viewer()
    made = actions.make_feed(by=mine)
    with pytest.raises(FeedToken.DoesNotExist):
        actions.revoke_feed(by=theirs, feed_id=made.id)


def test_too_many_feeds_are_refused():
    opened()
    _account, viewer = own_viewer()
    for _ in range(10):
        actions.make_feed(by=viewer)
    with pytest.raises(Refused, match="10 langganan"):
        actions.make_feed(by=viewer)


def test_the_address_is_shown_once(client):
    opened()
    account, _viewer = own_viewer()
    client.force_login(account)
    shown = client.post("/jadwal/langganan/", {"division": ""}).content.decode()
    secret = shown.partition("/jadwal/langganan/")[2]
    assert "tampil hanya sekali ini" in shown and secret
    assert "tampil hanya sekali ini" not in client.get("/jadwal/langganan/").content.decode()


def test_one_stage_can_be_taken_into_a_calendar(client):
    _by, election = opened()
    found = events(client.get(f"/jadwal/{election.pk}/tahapan/coklit.ics").content)
    assert list(found) == ["coklit"]
    undated = f"/jadwal/{election.pk}/tahapan/sumpah-dprd.ics"
    assert client.get(undated).status_code == 404


def test_a_recurring_stage_has_its_own_uid_per_period():
    _by, _election = opened("rutin", (2026, 11, 23))
    entries = queries.public_entries(factories.viewer("ketua"))
    uids = [entry.uid for entry in entries]
    assert len(uids) == len(set(uids)) and len(uids) > 60
    assert any(uid.startswith("pdpb-triwulan.2026-TW4.") for uid in uids)


def test_refresh_is_asked_for_a_few_times_a_day():
    factories.office()
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H" in exports.calendar("contoh", [])
    assert timedelta(hours=6) == exports.REFRESH
