"""Ground of the office's tests: an office with routine work, people, a letter, an institution."""

from datetime import date, timedelta

from jurdil.kernel import clock
from jurdil.office import actions
from jurdil.office.records import Upload
from tests import factories

PDF = Upload("surat.pdf", b"%PDF-1.7 contoh")
BODY = {
    "nature": "Biasa",
    "attachments": "-",
    "to": ["Kepala Dinas Contoh"],
    "opening": ["Bersama ini kami sampaikan contoh surat."],
    "closing": [],
    "copies": [],
    "points": [],
    "tables": [],
}


def office(kind="kpu"):
    """An office with its routine work."""
    factories.office(kind)
    return factories.election("rutin", voting_day=None, contests=[])


def person(role="operator", path=factories.REGENCY, **grant):
    """The viewer of an account."""
    from jurdil.kernel.models import Office
    from jurdil.kernel.who import viewer_for

    made = factories.account(role, path, **grant)
    return viewer_for(made.grants.get(), Office.objects.get())


def day(ahead=0):
    return clock.today() + timedelta(days=ahead)


def receive(by, number="005/12/DISDUK", **more):
    values = {
        "dated": day(-3),
        "received": day(-1),
        "subject": "Permintaan data pemilih",
        "correspondent": "Dinas Dukcapil Contoh",
        **more,
    }
    return actions.receive_letter(by=by, number=number, **values)


def institution(by, name="Polres Contoh", kind="keamanan", **more):
    return actions.keep_institution(by=by, name=name, kind=kind, **more)


def contact(by, home, name="AKBP Contoh Nama, S.I.K.", position="Kapolres", **more):
    return actions.keep_contact(by=by, institution_id=home.pk, name=name, position=position, **more)


def spj(by, kind="rakor", first=date(2024, 2, 5), last=date(2024, 2, 7), **more):
    return actions.new_spj(
        by=by, kind=kind, title="Rakor contoh", held_from=first, held_until=last, **more
    )
