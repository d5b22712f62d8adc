"""Every page of the house as HTML, by URL and role, from the samples of the URLconf."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from django.test import Client
from django.urls import reverse

from jurdil.kernel.models import Account
from jurdil.kernel.roles import PUBLIC, roles_of
from tests.samples import SAMPLES, Sample, World, X, nothing

_WORDS_THAT_LOOK = {"class", "role", "type", "lang", "dir", "scope", "hidden"}
"""Attributes whose value changes how an element looks or what it is; of others the name counts."""
_EMPTY = {"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "source", "use", "wbr"}


class _Pieces(HTMLParser):
    """Every kind of element of a page, inside which two others it stands, and whether it speaks."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, ...]] = set()
        self._above: list[str] = []

    def handle_starttag(self, tag, attrs):
        says = (f"{k}={v}" if k in _WORDS_THAT_LOOK else f"{k}{'=' if v else ''}" for k, v in attrs)
        element = " ".join([tag, *sorted(says)])
        self.found.add((*self._above[-2:], element))
        if tag not in _EMPTY:
            self._above.append(element)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if self._above and self._above[-1].partition(" ")[0] == tag:
            self._above.pop()

    def handle_data(self, data):
        if data.strip():
            self.found.add((*self._above[-2:], "text"))


@dataclass(frozen=True)
class Page:
    """A page that a role gets with 200 at an address."""

    name: str
    role: str
    url: str
    html: str

    @property
    def pieces(self) -> frozenset[tuple[str, ...]]:
        """What the page's own content is built of; more rows and other words are no other pieces.

        Rules about markup and colours have the same answer for two pages of the same pieces.
        """
        _before, main, content = self.html.partition("<main")
        reader = _Pieces()
        reader.feed(main + content.partition('<footer class="feet"')[0])
        return frozenset(reader.found)


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
