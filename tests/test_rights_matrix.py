"""The page shows the matrix, cell by cell, as the check reads it."""

import re
from html import unescape

import pytest
from django.urls import reverse

from jurdil.kernel import policy
from jurdil.kernel.queries import matrix as queries
from jurdil.kernel.roles import BAWASLU, KPU, PUBLIC, roles_of
from tests import factories

ROW = re.compile(r"<tr><th scope=\"row\">(.*?)<br><code>(.*?)</code></th>(.*?)</tr>", re.S)
CELL = re.compile(r"<td>.*?<span class=\"sr\">(\w+)</span></td>", re.S)
HAS = {"boleh": policy.ACT, "membaca": policy.READ, "tidak": ""}


def shown(text: str) -> dict[str, list[str]]:
    """Code of each row on the page and what its cells say."""
    return {
        code: [HAS[word] for word in CELL.findall(cells)]
        for _name, code, cells in ROW.findall(text)
    }


@pytest.mark.django_db
@pytest.mark.parametrize(("house", "role"), [(KPU, "ketua"), (BAWASLU, "bw-ketua")])
def test_every_cell_of_the_page_is_what_the_check_reads(client, house, role):
    factories.office(house)
    client.force_login(factories.account(role))
    text = client.get(reverse("kernel:matrix")).content.decode()
    columns = [*(r.code for r in roles_of(house)), PUBLIC]
    rows = shown(text)
    assert set(rows) == set(policy.matrix())
    for code, right in policy.matrix().items():
        assert rows[code] == [right.kind if column in right.roles else "" for column in columns]
        assert right.name.id in unescape(text)


@pytest.mark.django_db
def test_one_role_reads_its_own_list(client):
    client.force_login(factories.account("ppk", "73.12.01"))
    text = client.get(reverse("kernel:matrix") + "?peran=ppk").content.decode()
    listed = set(re.findall(r"<code>([\w.-]+)</code>", text))
    assert listed == {code for code, right in policy.matrix().items() if "ppk" in right.roles}


@pytest.mark.django_db
def test_a_role_of_the_other_house_has_no_page(client):
    client.force_login(factories.account("ketua"))
    assert client.get(reverse("kernel:matrix") + "?peran=ptps").status_code == 404


@pytest.mark.django_db
def test_a_right_taken_away_disappears_from_page_and_check_alike(monkeypatch):
    viewer = factories.viewer("ppk", "73.12.01")
    right = policy.matrix()["ledger.view"]
    narrower = policy.Right(right.code, right.name, right.kind, right.roles - {"ppk"})
    kernel = tuple(narrower if r is right else r for r in policy.rooms()["kernel"])
    monkeypatch.setitem(policy.rooms(), "kernel", kernel)
    monkeypatch.setitem(policy.matrix(), "ledger.view", narrower)
    assert not policy.allows(viewer, "ledger.view")
    rows = {row.code for room in queries.rooms(viewer, role="ppk") for row in room.readings}
    assert "ledger.view" not in rows and "matrix.view" in rows
