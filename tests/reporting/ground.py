"""Ground of the room's tests: an office with an election, an author, somebody who approves."""

from datetime import date, timedelta

from jurdil.kernel import clock, facts
from jurdil.kernel.facts import Fact, Section
from jurdil.law.figure import Input, share, total
from jurdil.law.text import Text
from jurdil.reporting import actions
from jurdil.reporting.models import Release
from jurdil.reporting.records import NewClipping, NewRelease
from tests import factories
from tests.office.ground import person

PARTIES = {
    "Garuda": 282,
    "Buruh": 284,
    "Perindo": 297,
    "Gelora": 283,
    "Hanura": 284,
    "PSI": 280,
    "PBB": 293,
    "Ummat": 327,
    "PKN": 286,
}
"""The nine parties of Bandar Lampung 2022 as published beside a total of 2.897 (suara.com)."""


def count(name, value):
    words = Text(name, name)
    return total([Input(words, value)], article="", confirmed=True)


def teller(*found):
    """A room that tells these facts; to be registered and taken back by `telling`."""

    def tell(_viewer, _asked):
        return Section(tuple(found))

    return tell


def fact(key, name, value, **more):
    return Fact(key, Text(name, name), count(name, value), **more)


def turnout():
    """Bali's turnout of 2024 with its denominator."""
    users = Input(Text("Pengguna", "Users"), 2_740_692)
    voters = Input(Text("DPT dan DPK", "DPT and DPK"), 3_288_262)
    figure = share(users, voters, article="", confirmed=True)
    return Fact("contoh.partisipasi", Text("Partisipasi", "Turnout"), figure)


class telling:  # noqa: N801
    """Within it a room tells these facts."""

    def __init__(self, *found):
        self.found = found

    def __enter__(self):
        facts.register(
            "contoh", Text("Contoh", "Sample"), teller(*self.found), order=1, right="stages.view"
        )

    def __exit__(self, *_error):
        facts.unregister("contoh")


def office(kind="kpu"):
    """An office with its routine work, an author and a chair."""
    factories.office(kind)
    factories.election("rutin", voting_day=None, contests=[])
    roles = ("operator", "ketua") if kind == "kpu" else ("bw-sekretariat", "bw-ketua")
    return tuple(person(role) for role in roles)


def new(text="Rapat berjalan lancar.", title="Contoh siaran", dated=None, **more):
    return NewRelease(title=title, city="Soppeng", dated=dated or clock.today(), text=text, **more)


def write(by, text="Rapat berjalan lancar.", **more):
    return actions.write_release(by=by, new=new(text, **more))


def mark(by, release, **fact_of):
    """Link numbers by their text: {"2.897": "key"}; "sumber:..." names another source."""
    marks = {
        f"{text}#1": {"source": key[7:]} if key.startswith("sumber:") else {"fact": key}
        for text, key in fact_of.items()
    }
    return actions.mark_release(by=by, release_id=release.pk, marks=marks)


def publish(author, chair, release, **more):
    """Take a release the whole way."""
    actions.submit_release(by=author, release_id=release.pk)
    actions.approve_release(by=chair, release_id=release.pk)
    return actions.publish_release(by=author, release_id=release.pk, **more)


def clipping(by, title="Berita contoh", **more):
    values = {
        "outlet": "Media Contoh",
        "link": "https://media.example/berita",
        "published_on": clock.today(),
        "tone": "netral",
        **more,
    }
    return actions.clip(by=by, new=NewClipping(title=title, **values))


def evaluation(by, title="Evaluasi contoh", first=None, last=None, **more):
    today = clock.today()
    return actions.open_evaluation(
        by=by, title=title, first=first or today - timedelta(days=30), last=last or today, **more
    )


def sample_of(world):
    """One of everything of the whole office, once per world."""
    known = world.__dict__.setdefault("reporting", {})
    if not known:
        by = world.keeper
        known["evaluation_id"] = evaluation(by).pk
        known["release_id"] = write(by).pk
        known["clipping_id"] = clipping(by).pk
        released = publish(by, by, write(by, title="Siaran terbit"))
        known["slug"] = Release.objects.get(pk=released.pk).slug
        known["day"] = date(2024, 2, 14)
    return known
