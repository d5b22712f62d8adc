"""Papers of accredited bodies: the certificate to be signed, and the cards; in Indonesian."""

from collections.abc import Iterable, Mapping
from typing import Any

from jurdil.kernel import clock, files, ledger
from jurdil.kernel.documents import render
from jurdil.kernel.documents.sheet import Paper, Section, letterhead, open_places, pdf
from jurdil.kernel.models import Office
from jurdil.law.participation import bodies
from jurdil.outreach.models import Registration, RegistrationPerson

CARDS = "kartu"
UNKNOWN = "…"


def cards(
    row: Registration, people: Iterable[RegistrationPerson], places: Mapping[str, str]
) -> bytes:
    """One A6 page for every person. Raises `render.Unprintable` for a photo that is none."""
    office, (seq, head) = Office.objects.get(), ledger.head()
    data: dict[str, Any] = {
        "title": f"Kartu akreditasi {row.organisation}",
        "letterhead": letterhead(office),
        "training": office.mode == Office.Mode.TRAINING,
        "ledger_seq": seq,
        "ledger_head": head,
        "election": row.election.name,
        "kind": _kind(row),
        "organisation": row.organisation,
        "basis": row.decree_number or UNKNOWN,
        "dated": row.decree_on.isoformat() if row.decree_on else "",
        "cards": [_card(row, one, places) for one in people],
    }
    return render.pdf(CARDS, data, clock.today())


def _card(
    row: Registration, person: RegistrationPerson, places: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "number": person.number,
        "code": f"{row.number:03d}-{person.number:03d}",
        "name": person.name,
        "area": places.get(person.area, person.area),
        "photo": list(files.content(person.photo)) if person.photo else [],
    }


def certificate(row: Registration, places: Mapping[str, str]) -> bytes:
    """The certificate as it goes to signature: who is accredited for what, and its duties."""
    rules = bodies.rules(row.election.regime)
    duties = rules.duties_of(row.kind) if rules else ()
    areas = ", ".join(places.get(one, one) for one in row.areas) or "seluruh wilayah"
    lines = tuple(f"{at}. {one.text.id}" for at, one in enumerate(duties, 1))
    title = f"Kewajiban ({duties[0].article})" if duties else ""
    sections = (Section(title=title, lines=lines),) if duties else ()
    paper = Paper(
        title="Sertifikat akreditasi",
        lead=f"{_kind(row)}: {row.organisation}",
        facts=(
            ("Pemilihan", row.election.name),
            ("Nomor register", str(row.number)),
            ("Pimpinan", row.leader),
            ("Wilayah kegiatan", areas),
            ("Jumlah pemegang kartu", str(row.people.filter(withdrawn_for="").count())),
            ("Nomor sertifikat", row.decree_number or UNKNOWN),
        ),
        sections=sections,
        notes=("Berlaku setelah diberi nomor dan ditandatangani.",),
        signers=open_places(("Ketua",)),
        stamp="" if row.decree_number else "DRAF",
        size=10.5,
        figures={"registration": row.number, "areas": list(row.areas)},
    )
    return pdf(paper)


def _kind(row: Registration) -> str:
    rules = bodies.rules(row.election.regime)
    return rules.kind(row.kind).name.id if rules else row.kind
