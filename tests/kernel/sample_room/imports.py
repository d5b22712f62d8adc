"""Days off from a table: the simplest importer there can be. Pauses make it killable in between."""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from time import sleep

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
from jurdil.kernel.models import Holiday, ImportBatch
from jurdil.kernel.tables import Sheet
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

CRASH = "galat"
"""A name in the file that makes the reader crash, as a bug would."""


def _pause(when: str) -> None:
    sleep(float(os.environ.get(f"JURDIL_TEST_PAUSE_{when}", "0")))


@register
class HolidayImport(Importer):
    kind = "hari-libur"
    right = "office.holiday"
    title = Text("Hari libur contoh", "Sample days off")
    layout = Text("Kolom: hari, nama.", "Columns: hari, nama.")
    needs_election = False
    options = (
        Option("nasional", Text("Libur nasional", "National holiday")),
        Option(
            "lengkap",
            Text("Hari yang harus ada", "Day that must be there"),
            choices=lambda viewer: [("2024-02-14", Text("14 Februari", "14 February"))],
        ),
    )
    reasons: Mapping[str, Text] = {
        "sudah-ada": Text("Hari ini sudah tercatat.", "Already recorded.")
    }

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        sheet = Sheet(source.content, required=["hari", "nama"], optional=["urutan"])
        for record in sheet.records():
            _pause("READING")
            day, name = record.text("hari"), record.text("nama")
            record.whole("urutan")
            if name == CRASH:
                raise ZeroDivisionError
            if not record.once("hari", day):
                continue
            known = Holiday.objects.filter(day=day).exists() if day else False
            yield StagedRow(
                record.number, day, {"name": name}, not known, "sudah-ada" if known else ""
            )
        yield from sheet.faults

    def expected(self, viewer: Viewer, options: Mapping[str, str]) -> set[str] | None:
        return {options["lengkap"]} if options.get("lengkap") else None

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        kind = Holiday.Kind.NATIONAL if batch.options.get("nasional") else Holiday.Kind.REGIONAL
        rows = list(staging.taken(batch))
        for row in rows:
            Holiday.objects.create(
                day=date.fromisoformat(row.key), kind=kind, name=row.data["name"], basis="berkas"
            )
            _pause("PUBLISHING")
        return PublishResult(len(rows), {"kind_of_day": kind.value})

    def where(self, batch: ImportBatch) -> str:
        return "/kantor/pengaturan/libur/"
