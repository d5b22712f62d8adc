"""Rulings of both houses for the walk over all pages."""

from uuid import uuid4

from jurdil.kernel import clock, files
from jurdil.kernel.models import StoredFile
from jurdil.oversight.models import Ruling, RulingAnswer, RulingProof, RulingReceived
from tests.oversight import ruling_ground as ground
from tests.writes import setting_up


def _facts(world, kecamatan, **more):
    today = clock.today()
    return {
        "key": uuid4(),
        "election": world.election,
        "kind": "rekomendasi-kecamatan",
        "basis": "pemilu",
        "path": kecamatan,
        "level": "kecamatan",
        "role": "panwascam",
        "to": "ppk",
        "number": "3/REK/2024",
        "decided_on": today,
        "served_on": today,
        "about": "Rekapitulasi kecamatan",
        "article": "PKPU 5/2024 Pasal 15",
        "order": ground.ORDER,
        "todo": "Ulangi pembacaan hasil.",
        "document": _paper(kecamatan, b"%PDF-1.7 putusan"),
        "state": "sebagian",
        **more,
    }


def _paper(path, content):
    return files.keep(
        content,
        name="putusan.pdf",
        media_type="application/pdf",
        level=StoredFile.Level.INTERNAL,
        path=path,
    )


def _told(kecamatan, **side):
    made = RulingAnswer.objects.create(
        key=uuid4(),
        answer="sebagian",
        text="Satu TPS sudah.",
        role="ppk",
        answered_at=clock.now(),
        **side,
    )
    file = _paper(kecamatan, b"%PDF-1.7 bukti")
    RulingProof.objects.create(answer=made, file=file, name="bukti.pdf")


def ruling(world, kecamatan) -> Ruling:
    """A recommendation of Panwascam, followed in part."""
    if known := Ruling.objects.filter(path=kecamatan).first():
        return known
    with setting_up():
        made = Ruling.objects.create(
            **_facts(world, kecamatan),
            source=f"uji:{kecamatan}",
            account_name="Contoh",
            recorded_at=clock.now(),
        )
        _told(kecamatan, ruling=made)
    return made


def ruling_received(world, kecamatan) -> RulingReceived:
    """The same as it arrived at KPU, for the PPK."""
    if known := RulingReceived.objects.filter(path=kecamatan).first():
        return known
    parcel = world.parcel
    with setting_up():
        made = RulingReceived.objects.create(
            **_facts(world, kecamatan),
            parcel=parcel,
            sender_name="Bawaslu Contoh",
            received_at=clock.now(),
        )
        _told(kecamatan, received=made)
    return made
