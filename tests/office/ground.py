"""Ground of the office's tests: an office with routine work, people, a letter, an institution."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from jurdil.kernel import clock
from jurdil.office import actions
from jurdil.office.records import NewPerson, Upload
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


@dataclass(frozen=True)
class Rows:
    """Ids of one of everything that belongs to the whole office."""

    product: int
    product_step: int
    handover: int
    spj: int
    person: int
    line: int
    payment: int
    paper: int


def letter_of(world, kecamatan):
    """A letter that the committee of a kecamatan registered, once per world."""
    return _once(world, f"letter {kecamatan}", lambda: receive(_in(world, kecamatan)).pk)


def directory_of(world, kecamatan):
    """An institution that works for a kecamatan, with somebody in it, once per world."""

    def make():
        home = institution(world.keeper, f"Kantor Camat {kecamatan}", "pemda", place=kecamatan)
        person_there = contact(world.keeper, home, "Contoh Camat", "Camat", phone="081200000123")
        return {"institution_id": home.pk, "contact_id": person_there.pk}

    return _once(world, f"directory {kecamatan}", make)


def rows_of(world):
    """One of everything of the whole office, once per world."""
    return _once(world, "rows", lambda: _rows(world))


def _rows(world):
    by = world.keeper
    product = actions.open_product(by=by, kind="keputusan", title="Contoh", file=PDF)
    roles = ("ketua", "operator") if world.house == "kpu" else ("bw-ketua", "bw-anggota")
    leaving, after = (factories.account(role) for role in roles)
    made = actions.draft_handover(
        by=by,
        grant_id=leaving.grants.get().pk,
        successor_id=after.pk,
        last_day=day(),
        basis="Keputusan contoh",
    )
    file = spj(by)
    speaker = NewPerson("Contoh Narasumber", "narasumber")
    someone = actions.keep_person(by=by, spj_id=file.pk, person=speaker)
    line = actions.plan_line(
        by=by,
        spj_id=file.pk,
        account_code="522151",
        item="Honor",
        unit="orang jam",
        volume=Decimal(2),
        price=100,
    )
    paid = actions.pay(by=by, line_id=line.pk, day=day(), gross=100, tax=5, receipt="K-1")
    paper = actions.keep_paper(by=by, spj_id=file.pk, paper="kak", file=PDF)
    return Rows(
        product.pk,
        product.steps.get().pk,
        made.pk,
        file.pk,
        someone.pk,
        line.pk,
        paid.pk,
        paper.pk,
    )


def _in(world, kecamatan):
    """The keeper as the committee of a kecamatan sees it."""
    return replace(world.keeper, path=kecamatan)


def _once(world, key, make):
    kept = world.__dict__.setdefault("office_rows", {})
    if key not in kept:
        kept[key] = make()
    return kept[key]
