"""No page breaks by what stands behind the question mark of its address, whatever it asks for."""

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import QueryDict

from jurdil.kernel.roles import BAWASLU, KPU
from tests.samples import SAMPLES, World, X
from tests.test_urls import address, enter, navigation_once, quietly  # noqa: F401  (fixtures)

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
BROKEN = 500


class Everything(QueryDict):
    """An address in which every name that a page can ask for has the same value."""

    def __init__(self, value: str) -> None:
        super().__init__("", mutable=True)
        self.value = value

    def __contains__(self, _name: object) -> bool:
        return True

    def __getitem__(self, _name: str) -> str:
        return self.value

    def get(self, _name, _default=None):
        return self.value

    def getlist(self, _name, _default=None):
        return [self.value]

    def copy(self) -> QueryDict:
        return QueryDict(mutable=True)


@pytest.mark.usefixtures("quietly", "navigation_once")
@pytest.mark.parametrize(("house", "role"), [(KPU, "operator"), (BAWASLU, "bw-ketua")])
@pytest.mark.parametrize("value", ["²", "9" * 40, "0001-01-01"])
def test_no_page_breaks(client, monkeypatch, house, role, value):
    world = World(house)
    enter(client, world, role)
    urls = [address(one, world, X) for one in SAMPLES.values() if one.status == 200]
    monkeypatch.setattr(WSGIRequest, "GET", property(lambda _request: Everything(value)))
    assert [url for url in urls if client.get(url).status_code >= BROKEN] == []
