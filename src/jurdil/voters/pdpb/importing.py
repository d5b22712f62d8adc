"""Files of agencies on their way in: previewed by outcome, numbers sealed from the first moment.

A staged row holds the sealed elements and codes, never a name or number in the clear.
"""

import base64
from collections.abc import Iterator, Sequence
from typing import ClassVar
from uuid import uuid4

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused
from jurdil.kernel.imports import (
    FaultLike,
    Importer,
    Option,
    PublishResult,
    Source,
    StagedRow,
    register,
)
from jurdil.kernel.jobs import enqueue
from jurdil.kernel.language import say
from jurdil.kernel.models import ImportBatch, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.voters.models import BarisKiriman, Kiriman, Revisi
from jurdil.voters.pdpb import claims, quarters, villages
from jurdil.voters.pdpb.judging import judged
from jurdil.voters.pdpb.matching import Matcher
from jurdil.voters.pdpb.reading import read
from jurdil.voters.sealing import seal_row

DELIVERY = "kiriman"
KIND = "data-instansi"


def _open_deliveries(viewer: Viewer) -> Sequence[tuple[str, Text]]:
    """Registered letters of open quarters whose file has not come in yet."""
    open_ones = quarters.quarters(viewer).filter(state=Revisi.State.DRAFT)
    rows = Kiriman.objects.filter(revision__in=open_ones, file__isnull=True)
    return [(str(row.pk), _name(row)) for row in rows]


def _name(row: Kiriman) -> Text:
    agency, claim = claims.agency_name(row.agency), claims.name_of(row.claim)
    return Text(
        f"{agency.id}, {row.letter} ({claim.id})", f"{agency.en}, {row.letter} ({claim.en})"
    )


@register
class AgencyImport(Importer):
    """Rows of people that an agency sent with a registered letter."""

    kind: ClassVar[str] = KIND
    right: ClassVar[str] = "voters.pdpb_receive"
    title: ClassVar[Text] = Text("Data instansi untuk PDPB", "Agency data for PDPB")
    layout: ClassVar[Text] = Text(
        "Kolom nama wajib; sebaiknya juga nik, tempat_lahir, tanggal_lahir, jenis_kelamin, alamat, "
        "rt, rw, desa, kecamatan. Satu baris satu orang.",
        "Column nama is required; better also nik, tempat_lahir, tanggal_lahir, jenis_kelamin, "
        "alamat, rt, rw, desa, kecamatan. One row per person.",
    )
    needs_election: ClassVar[bool] = False
    options: ClassVar[tuple[Option, ...]] = (
        Option(
            DELIVERY,
            Text("Surat pengantar", "Covering letter"),
            Text("Catat suratnya dulu di Data Instansi.", "Register the letter first."),
            choices=_open_deliveries,
            required=True,
        ),
    )
    level: ClassVar[str] = StoredFile.Level.PERSONAL
    keeps_rows: ClassVar[bool] = True

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        """Judge every row on the list as it stands, and stage it sealed."""
        delivery = _delivery(source.viewer, source.options[DELIVERY])
        if Kiriman.objects.filter(revision=delivery.revision, file=source.digest).exists():
            raise Refused(_("Berkas ini sudah diambil dalam triwulan ini."))
        matcher, on = Matcher(delivery.path), quarters.age_day(delivery.revision)
        known = villages.Finder(source.viewer)
        for row in read(source.content):
            village = known.find(row.place, row.district)
            found = matcher.find(row.elements, village)
            verdict = judged(delivery.claim, row.elements, village, found, on)
            token = uuid4()
            key_id, sealed = seal_row(row.elements.as_row(), token)
            data = {
                "village": village,
                "token": str(token),
                "key": key_id,
                "sealed": base64.b64encode(sealed).decode(),
                "outcome": verdict.outcome,
            }
            yield StagedRow(row.number, str(row.number), data)

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        """Record the receipt; the rows are taken in afterwards, part by part."""
        delivery = _delivery(by, batch.options[DELIVERY])
        quarters.take_open(by, delivery.revision_id)
        delivery.file, delivery.batch = batch.file, batch
        delivery.rows_read = delivery.waiting = batch.rows_take
        delivery.save(update_fields=["file", "batch", "rows_read", "waiting"])
        from jurdil.voters.jobs import take_delivery

        enqueue(take_delivery, delivery.pk)
        facts = {"delivery": delivery.pk, "claim": delivery.claim}
        return PublishResult(batch.rows_take, facts)

    def words(self, row: StagedRow) -> str:
        """What will become of the row, and in which village; no name."""
        outcome = BarisKiriman.Outcome(row.data["outcome"]).label
        return f"{outcome} · {row.data['village'] or say(_NO_VILLAGE)}"

    def where(self, batch: ImportBatch) -> str:
        """The page of the delivery."""
        return reverse("voters:pdpb_delivery", args=[batch.options[DELIVERY]])


_NO_VILLAGE = Text("desa tidak disebut", "no village named")


def _delivery(viewer: Viewer, delivery_id: str) -> Kiriman:
    open_ones = quarters.quarters(viewer).filter(state=Revisi.State.DRAFT)
    rows = Kiriman.objects.select_related("revision__election")
    found = rows.filter(revision__in=open_ones, pk=int(delivery_id), file__isnull=True).first()
    if found is None:
        raise Refused(_("Surat ini sudah punya berkas, atau triwulannya sudah ditetapkan."))
    return found
