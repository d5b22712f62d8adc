"""A village that goes to coklit: two families at TPS 001, one at TPS 002, the stage open now."""

import json
from datetime import timedelta
from uuid import uuid4

from jurdil.kernel import clock
from jurdil.kernel.outbox import receiving
from jurdil.kernel.viewer import system_viewer
from jurdil.kernel.who import viewer_for
from jurdil.law.text import Text
from jurdil.places import actions as places
from jurdil.stages import store
from jurdil.stages.records import Span
from jurdil.voters import actions
from tests import factories
from tests.voters.people import VILLAGE, elements, enlist
from tests.writes import setting_up

TPS, OTHER_TPS = f"{VILLAGE}/001", f"{VILLAGE}/002"


def village(closes=timedelta(days=9)):
    """The election whose coklit is prepared in the village."""
    by = system_viewer(factories.office().path, "kpu")
    places.set_up_regions(by=by, regency=by.path)
    election = factories.election("pilkada-2024")
    span = Span(
        *("coklit", "", 0, Text("Coklit", "Coklit"), "desa", "data"),
        *(clock.now() - timedelta(days=9), clock.now() + closes, (), "uji", True),
    )
    with setting_up():
        store.write_version(election, [span], basis="uji", reason="")
    nkk = elements().nkk
    enlist(elements("Siti Contoh", nkk=nkk), elements("Budi Contoh", nkk=nkk, jenis_kelamin="P"))
    enlist(elements("Wati Lain", rt="002"))
    enlist(elements("Joko Jauh"), tps="002")
    actions.prepare_coklit(by=by, election_id=election.pk, village=VILLAGE)
    return election


def by(account):
    """The viewer of an account's only role."""
    return viewer_for(account.grants.get(), factories.office())


def event(kind, subject, base=0, **values):
    """An event as a phone writes it."""
    return {
        "id": str(uuid4()),
        "kind": kind,
        "subject": str(subject),
        "base": base,
        "values": values,
        "captured_at": clock.real().isoformat(),
        "device": "hp-1",
        "app": "1+uji",
    }


def send(account, *events):
    """The answers to a batch as (outcome, code)."""
    body = {
        "sent_at": clock.real().isoformat(),
        "account": account.pk,
        "events": list(events),
    }
    batch = receiving.read(json.dumps(body).encode())
    return [(answer.outcome, answer.code) for answer in receiving.take(by(account), batch)]
