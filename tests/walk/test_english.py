"""In English no page leaves an Indonesian sentence: only names, legal terms and data stay."""

import re
from html.parser import HTMLParser

import pytest

from jurdil.kernel.roles import BAWASLU, KPU, PUBLIC
from tests.samples import World
from tests.walk.pages import client_of, pages_of

pytestmark = pytest.mark.django_db

WORDS = re.compile(
    r"\b(yang|dan|untuk|dari|dengan|tidak|belum|atau|pada|adalah|akan|sudah|Anda|harus|karena|"
    r"setiap|oleh|sebelum|setelah|tanpa|lihat|simpan|batal|unduh)\b",
    re.IGNORECASE,
)
DATA = re.compile(
    r"Wajo|Badan Pengawas|jujur dan adil|Peraturan|Pasal \d+[^.;]*|ayat \(\d\)( dan \(\d\))*"
    r"|Pembentukan dan [^.]*|Bahasa Indonesia|UU \d+/\d+[^.;·]*|PKPU \d+/\d+[^.;·]*|Lampiran[^.;]*",
    re.IGNORECASE,
)
"""Names and citations, which are printed as the law writes them."""
_SPOKEN = {"aria-label", "alt", "title", "placeholder", "data-label"}


class Text(HTMLParser):
    """The visible and spoken text of a page, leaving out parts marked as Indonesian."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.language = ""
        self._skip: list[str] = []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "html":
            self.language = values.get("lang", "")
        elif tag in {"script", "style", "textarea", "code"} or values.get("lang") == "id":
            self._skip.append(tag)
        self.parts += [v for k, v in attrs if k in _SPOKEN and v and not self._skip]

    def handle_endtag(self, tag):
        if self._skip and self._skip[-1] == tag:
            self._skip.pop()

    def handle_data(self, data):
        if not self._skip and data.strip():
            self.parts.append(data.strip())


def leftovers(html: str) -> list[str]:
    """Texts of a page that hold an Indonesian function word."""
    reader = Text()
    reader.feed(html)
    assert reader.language == "en"
    return sorted({part for part in reader.parts if WORDS.search(DATA.sub("", part))})


@pytest.mark.parametrize(
    ("house", "role"), [(KPU, "sekretaris"), (KPU, PUBLIC), (BAWASLU, "bw-sekretariat")]
)
def test_no_page_leaves_an_indonesian_sentence(house, role):
    world = World(house)
    client, _account = client_of(world, role, "en")
    left = {p.url: texts for p in pages_of(world, role, client) if (texts := leftovers(p.html))}
    assert left == {}


def test_the_test_would_see_one():
    page = (
        '<html lang="en"><p>Saved.</p><p title="Berkas yang salah">ok</p><p>Belum ada.</p></html>'
    )
    assert leftovers(page) == ["Belum ada.", "Berkas yang salah"]
