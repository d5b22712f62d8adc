"""Every page of the house as HTML, by URL and role, from the samples of the URLconf."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.test import Client
from django.urls import reverse

from jurdil.kernel.models import Account
from jurdil.kernel.roles import PUBLIC, roles_of
from tests.samples import SAMPLES, Sample, World, X, nothing

_CHANGING = re.compile(
    r"""name="csrfmiddlewaretoken" value="[^"]*"|<footer class="feet">.*?</footer>"""
    r"""|\d{2}\.\d{2} WIT?[AB]""",
    re.DOTALL,
)


@dataclass(frozen=True)
class Page:
    """A page that a role gets with 200 at an address."""

    name: str
    role: str
    url: str
    html: str

    @property
    def essence(self) -> str:
        """The page's own content, without the frame, numbers and what differs at every request."""
        _before, _main, content = self.html.partition("<main")
        return re.sub(r"\d+", "", _CHANGING.sub("", content))


def address(sample: Sample, world: World) -> str:
    """The sample's address inside kecamatan X."""
    return reverse(sample.name, kwargs=(sample.make or nothing)(world, X)) + sample.query


def client_of(world: World, role: str, language: str = "id") -> tuple[Client, Account | None]:
    """A browser of the role, and its account (None for a visitor)."""
    client = Client()
    client.raise_request_exception = False
    client.cookies["bahasa"] = language
    if role == PUBLIC:
        return client, None
    account = world.person(role, world.place_of(role))
    client.force_login(account)
    return client, account


def every_page(_name: str) -> bool:
    return True


def pages_of(
    world: World, role: str, client: Client, wanted: Callable[[str], bool] = every_page
) -> Iterator[Page]:
    """The HTML pages a role may read, of the URLs whose name is wanted."""
    for sample in SAMPLES.values():
        if sample.status != 200 or not wanted(sample.name):
            continue
        url = address(sample, world)
        answer = client.get(url)
        kind = answer.headers.get("Content-Type", "")
        if answer.status_code == 200 and kind.startswith("text/html"):
            yield Page(sample.name, role, url, answer.content.decode())


def every_role(world: World) -> list[str]:
    return [PUBLIC, *(role.code for role in roles_of(world.house))]
