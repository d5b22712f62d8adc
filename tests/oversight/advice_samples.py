"""Rows of the room for the walk over all pages."""

from datetime import timedelta
from uuid import uuid4

from jurdil.kernel import clock, files
from jurdil.kernel.models import StoredFile
from jurdil.oversight.models import Advice, AdviceReceived, AnswerFile, FindingDraft
from tests.writes import setting_up


def _facts(world, kecamatan, **more):
    given = clock.now() - timedelta(hours=1)
    return {
        "key": uuid4(),
        "election": world.election,
        "path": kecamatan,
        "regime": "pemilu",
        "role": "panwascam",
        "to": "ppk",
        "form": "lisan",
        "about": "daftar-pemilih",
        "stage": "Pengumuman DPS",
        "rule": "PKPU 7/2022 Pasal 28",
        "fact": "Papan tidak lengkap.",
        "request": "Lengkapi papan.",
        "given_at": given,
        "ends_at": given + timedelta(days=3),
        **more,
    }


def _evidence(path):
    return files.keep(
        b"%PDF-1.7 contoh",
        name="bukti.pdf",
        media_type="application/pdf",
        level=StoredFile.Level.INTERNAL,
        path=path,
    )


def advice(world, kecamatan) -> Advice:
    """An advice of Bawaslu that waits, with a file."""
    if known := Advice.objects.filter(path=kecamatan).first():
        return known
    with setting_up():
        made = Advice.objects.create(**_facts(world, kecamatan), account_name="Contoh")
        file = _evidence(kecamatan)
        AnswerFile.objects.create(advice=made, file=file, name=file.name)
    return made


def advice_received(world, kecamatan) -> AdviceReceived:
    """An advice that arrived at KPU and waits, with a file."""
    if known := AdviceReceived.objects.filter(path=kecamatan).first():
        return known
    parcel = world.parcel
    with setting_up():
        made = AdviceReceived.objects.create(
            **_facts(world, kecamatan),
            parcel=parcel,
            sender_name="Bawaslu Contoh",
            received_at=clock.now(),
        )
        file = _evidence(kecamatan)
        AnswerFile.objects.create(received=made, file=file, name=file.name)
    return made


def draft(world, kecamatan) -> FindingDraft:
    """A draft finding of an advice."""
    row = advice(world, kecamatan)
    with setting_up():
        return FindingDraft.objects.get_or_create(
            source=f"advice:{row.pk}",
            defaults={
                "election": world.election,
                "path": kecamatan,
                "regime": "pemilu",
                "title": "Daftar pemilih: Pengumuman DPS",
                "rule": row.rule,
                "story": row.fact,
                "discovered_at": clock.now(),
            },
        )[0]
