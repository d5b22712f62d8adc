"""A power cut in the middle of typing: the server is killed, started again, the draft is there."""

import http.client
import os
import signal
from urllib.parse import urlencode

import pytest

from jurdil.kernel.models import LedgerEntry
from jurdil.law.rules import pairs
from jurdil.parties import actions as parties
from jurdil.parties.records import PAIR, Entry
from jurdil.results import actions
from jurdil.results.models import Draf
from tests import factories, processes, served
from tests.kernel.test_serving import answers, free_port
from tests.results import ground
from tests.samples import World, X

pytestmark = pytest.mark.slow
TOKEN = "t" * 32


class Browser:
    """A typist's browser: the session and the form of one TPS."""

    def __init__(self, world, account, path):
        self._form = f"/hasil/entri/{world.election.pk}/ppwp/{path}/"
        cookie = served.session_cookie(account, "http://127.0.0.1")
        self._headers = {
            "Cookie": f"{cookie['name']}={cookie['value']}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def save(self, port, values) -> int:
        body = urlencode({f"a:{name}": value for name, value in values.items()})
        return self._ask(port, "POST", f"{self._form}draf/", body)[0]

    def form(self, port) -> str:
        return self._ask(port, "GET", self._form, None)[1]

    def _ask(self, port, method, address, body):
        server = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        server.request(method, address, body, self._headers)
        answer = server.getresponse()
        return answer.status, answer.read().decode()


def kill_all(pid: int) -> None:
    """SIGKILL for the house and everything it started, as when the power goes."""
    family, found = [], [pid]
    while found:
        one = found.pop()
        family.append(one)
        found += processes.children(one)
    for one in family:
        if processes.is_alive(one):
            os.kill(one, signal.SIGKILL)


def test_a_draft_outlives_a_killed_server(fresh_database):
    """What the server answered 200 for is there again, and the form is still the typist's."""
    world = World()
    entries = tuple(
        Entry("ppwp", PAIR, n, f"Pasangan Contoh {n}", candidate=1, candidate_name="Calon")
        for n in (1, 2, 3)
    )
    parties.register(by=world.keeper, election_id=world.election.pk, entries=entries)
    account, path = factories.account("operator"), world.tps(X)
    by = factories.viewer("operator", account_id=account.pk, election_id=world.election.pk)
    actions.open_entry(by=by, election_id=world.election.pk, contest="ppwp", path=path)
    browser = Browser(world, account, path)
    names = ground.names_of(pairs(3))

    kept = {}
    port = free_port()
    with processes.jurdil("serve", "--port", str(port)) as house:
        processes.until(lambda: answers(port))
        for count in range(1, 8):
            kept = {name: str(100 + count) for name in names[:count]}
            assert browser.save(port, kept) == 200
        kill_all(house.pid)
    assert not answers(port)

    port = free_port()
    with processes.jurdil("serve", "--port", str(port)) as house:
        processes.until(lambda: answers(port))
        assert Draf.objects.get().cells == kept
        page = browser.form(port)
        assert all(f'value="{value}"' in page for value in kept.values())
        assert browser.save(port, kept | {names[7]: "9"}) == 200
        house.send_signal(signal.SIGTERM)
        assert house.wait(15) == 0
    draft = Draf.objects.get()
    assert (draft.saves, draft.cells[names[7]]) == (8, "9")
    assert LedgerEntry.objects.filter(act="results.save_draft").count() == 8
