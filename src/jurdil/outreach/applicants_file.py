"""A file with the applicants for the seats of ad hoc bodies, as announced, with its source."""

from collections.abc import Iterator, Mapping

from django.urls import reverse

from jurdil.kernel.faults import in_row
from jurdil.kernel.imports import (
    FaultLike,
    Importer,
    PublishResult,
    Source,
    StagedRow,
    register,
)
from jurdil.kernel.imports.staging import taken
from jurdil.kernel.models import Election, ImportBatch
from jurdil.kernel.tables import Record, Sheet
from jurdil.kernel.viewer import Viewer
from jurdil.law.participation import applicants
from jurdil.law.participation.applicants import Count
from jurdil.law.regime_types import Body
from jurdil.law.text import Text
from jurdil.outreach import took_part
from jurdil.outreach.actions.participation import keep_applicants
from jurdil.places import paths
from jurdil.places import queries as places

REQUIRED = ("kode", "badan", "kursi", "pelamar", "sumber")
OPTIONAL = ("laki_laki", "perempuan")
UNKNOWN = "tempat-tidak-dikenal"


@register
class ApplicantsImport(Importer):
    """Applicants per body and place."""

    kind = "pelamar-adhoc"
    right = "outreach.applicants"
    title = Text("Pelamar badan adhoc", "Applicants for ad hoc bodies")
    layout = Text(
        "Kolom kode (kecamatan untuk PPK, desa untuk PPS, KPPS, dan Pantarlih), badan (seperti "
        "pps), kursi, pelamar, sumber; boleh ditambah laki_laki, perempuan.",
        "Columns kode (kecamatan for PPK, village for PPS, KPPS and Pantarlih), badan (such as "
        "pps), kursi, pelamar, sumber; optional laki_laki, perempuan.",
    )
    reasons = {UNKNOWN: Text("Kode wilayah ini tidak ada.", "This code is no place.")}

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        known = {one.path for one in places.all_places(source.viewer)}
        election = Election.objects.get(pk=source.viewer.election_id or 0)
        bodies = {one.id: one for one in took_part.bodies_called(election.regime)}
        sheet = Sheet(source.content, required=REQUIRED, optional=OPTIONAL)
        for record in sheet.records():
            row = _row(record, bodies)
            key = f"{row['body']}|{row['path']}"
            if not record.once("kode", key):
                continue
            if wrong := _fault(record, row):
                yield wrong
                continue
            there = row["path"] in known
            yield StagedRow(record.number, key, row, take=there, code="" if there else UNKNOWN)
        sheet.faults.refuse()

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        election = Election.objects.get(pk=batch.election_id or 0)
        rows = list(taken(batch))
        for row in rows:
            data = row.data
            keep_applicants(
                by,
                election,
                body=data["body"],
                path=data["path"],
                count=_count(data),
                source=data["source"],
            )
        return PublishResult(len(rows), {"bodies": sorted({row.data["body"] for row in rows})})

    def words(self, row: StagedRow) -> str:
        data: Mapping[str, object] = row.data
        return f"{data['body']} {data['path']}: {data['applicants']}/{data['seats']}"

    def where(self, batch: ImportBatch) -> str:
        return reverse("outreach:participation")


def _row(record: Record, bodies: Mapping[str, Body]) -> dict[str, object]:
    """A row's fields; what is wrong is a fault of the sheet."""
    body, path = record.text("badan").lower(), str(record.cell("kode")).strip()
    if body and body not in bodies:
        known = ", ".join(bodies)
        record.fault(
            "body",
            "badan",
            f"“{body}” bukan badan adhoc pemilihan ini: {known}.",
            f"“{body}” is no ad hoc body of this election: {known}.",
        )
    elif body and paths.level(path) != took_part.LEVELS[applicants.RECORDED_AT[bodies[body].level]]:
        level = applicants.RECORDED_AT[bodies[body].level]
        record.fault(
            "level",
            "kode",
            f"Pelamar {body} dicatat per {level}; “{path}” bukan kode {level}.",
            f"Applicants of {body} are recorded by {level}; “{path}” is no code of one.",
        )
    return {
        "path": path,
        "body": body,
        "seats": record.whole("kursi"),
        "applicants": record.whole("pelamar"),
        "men": record.whole("laki_laki"),
        "women": record.whole("perempuan"),
        "source": record.text("sumber")[:200],
    }


def _fault(record: Record, row: Mapping[str, object]) -> FaultLike | None:
    """A fault where the figures of a row do not fit together."""
    if row["seats"] is None or row["applicants"] is None:
        return in_row(
            "figures",
            record.number,
            "kursi dan pelamar harus diisi; pelamar boleh 0.",
            "kursi and pelamar must be filled in; pelamar may be 0.",
        )
    wrong = next(iter(applicants.faults(_count(row))), None)
    return in_row("figures", record.number, wrong.id, wrong.en) if wrong else None


def _count(row: Mapping[str, object]) -> Count:
    """The figures of a staged row."""
    seats, number, men, women = (row[name] for name in ("seats", "applicants", "men", "women"))
    assert isinstance(seats, int) and isinstance(number, int)
    return Count(
        seats,
        number,
        men if isinstance(men, int) else None,
        women if isinstance(women, int) else None,
    )
