"""Sidalih's figures from a table: one row per kecamatan or village."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

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
    staging,
)
from jurdil.kernel.models import ImportBatch
from jurdil.kernel.tables import Sheet
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.law.voters.quarter import name_of
from jurdil.voters.actions.pdpb.sidalih import note_figures
from jurdil.voters.models import Revisi
from jurdil.voters.pdpb import quarters, villages
from jurdil.voters.pdpb.sidalih import COLUMNS

PLACE, QUARTER = "wilayah", "triwulan"
SUMS = {"jumlah", "total"}


def _quarters(viewer: Viewer) -> Sequence[tuple[str, Text]]:
    return [(str(row.pk), name_of(row.period)) for row in quarters.quarters(viewer)]


@register
class SidalihImport(Importer):
    """The recap that Sidalih exports, to be compared with the list."""

    kind: ClassVar[str] = "sidalih"
    right: ClassVar[str] = "voters.pdpb_sidalih"
    title: ClassVar[Text] = Text("Angka Sidalih untuk PDPB", "Figures of Sidalih for PDPB")
    layout: ClassVar[Text] = Text(
        "Kolom wilayah (nama kecamatan, nama desa, atau kode), lalu tps, l, p, jumlah, baru_l, "
        "baru_p, baru, tms_l, tms_p, tms, ubah; yang tidak ada boleh ditinggalkan.",
        "Column wilayah (name of kecamatan, name of village, or code), then tps, l, p, jumlah, "
        "baru_l, baru_p, baru, tms_l, tms_p, tms, ubah; absent ones may be left out.",
    )
    needs_election: ClassVar[bool] = False
    options: ClassVar[tuple[Option, ...]] = (
        Option(QUARTER, Text("Triwulan", "Quarter"), choices=_quarters, required=True),
    )
    reasons: ClassVar[dict[str, Text]] = {
        "jumlah": Text("Baris jumlah, dihitung sendiri.", "Row of totals, counted here."),
        "kosong": Text("Tidak ada angka.", "No figure."),
    }

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        """One row per place; an unknown place is a fault of the file."""
        sheet = Sheet(source.content, required=(PLACE,), optional=tuple(COLUMNS), others=True)
        known = villages.Finder(source.viewer)
        for record in sheet.records():
            name = record.text(PLACE)
            if name.strip().lower() in SUMS:
                yield StagedRow(record.number, f"jumlah:{record.number}", {}, False, "jumlah")
                continue
            path = known.place(name)
            if name and not path:
                record.fault(
                    "place",
                    PLACE,
                    f"Wilayah “{name}” tidak dikenal di kantor ini, atau lebih dari satu.",
                    f"Place “{name}” is not known at this office, or there are several.",
                )
            figures = {
                column: record.whole(column) for column in COLUMNS if column in sheet.columns
            }
            found = {column: value for column, value in figures.items() if value is not None}
            if path and record.once(PLACE, path):
                yield StagedRow(record.number, path, found, bool(found), "" if found else "kosong")
        sheet.faults.refuse()

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        """Keep the figures; the newest of a place count."""
        held = _taken(by, batch.options[QUARTER])
        rows = {row.key: row.data for row in staging.taken(batch)}
        count = note_figures(by, held, rows, batch.name)
        return PublishResult(count, {"revision": held.pk})

    def words(self, row: StagedRow) -> str:
        """The figures of a row."""
        return ", ".join(f"{column} {value}" for column, value in row.data.items())

    def where(self, batch: ImportBatch) -> str:
        """The comparison."""
        return reverse("voters:pdpb_sidalih", args=[batch.options[QUARTER]])


def _taken(viewer: Viewer, revision_id: str) -> Revisi:
    held = quarters.quarters(viewer).filter(pk=int(revision_id)).first()
    if held is None:
        raise Refused(_("Triwulan ini tidak ada di kantor Anda."))
    return held
