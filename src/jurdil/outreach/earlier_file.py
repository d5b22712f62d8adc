"""A file with the turnout of an earlier election, so that this one can be compared with it."""

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
from jurdil.kernel.models import ImportBatch
from jurdil.kernel.tables import Record, Sheet
from jurdil.kernel.viewer import Viewer
from jurdil.law.participation.turnout import ALL, MEN, WOMEN
from jurdil.law.regime import UnknownRegime, load_regime
from jurdil.law.text import Text
from jurdil.outreach.models import EarlierTurnout
from jurdil.places import queries as places

REQUIRED = ("kode", "pemilihan", "kontes", "dpt", "pengguna_dpt", "sumber")
OPTIONAL = ("jk", "pengguna_dptb", "pengguna_dpk", "disabilitas_dpt", "disabilitas_pengguna")
COLUMNS = {"": ALL, "l": MEN, "p": WOMEN}
UNKNOWN = "tempat-tidak-dikenal"
FIGURES = {
    "voters": "dpt",
    "dpt": "pengguna_dpt",
    "dptb": "pengguna_dptb",
    "dpk": "pengguna_dpk",
    "disabled_voters": "disabilitas_dpt",
    "disabled": "disabilitas_pengguna",
}


@register
class EarlierImport(Importer):
    """Users and voters per place of an election that was counted elsewhere, with its source."""

    kind = "partisipasi-lalu"
    right = "outreach.compare"
    title = Text("Partisipasi pemilihan sebelumnya", "Turnout of an earlier election")
    layout = Text(
        "Kolom kode (wilayah), pemilihan (seperti pemilu-2019), kontes (seperti ppwp), dpt, "
        "pengguna_dpt, sumber; boleh ditambah jk (L, P, kosong: semua), pengguna_dptb, "
        "pengguna_dpk, disabilitas_dpt, disabilitas_pengguna.",
        "Columns kode (place), pemilihan (such as pemilu-2019), kontes (such as ppwp), dpt, "
        "pengguna_dpt, sumber; optional jk (L, P, empty: all), pengguna_dptb, pengguna_dpk, "
        "disabilitas_dpt, disabilitas_pengguna.",
    )
    needs_election = False
    reasons = {
        UNKNOWN: Text(
            "Kode wilayah ini tidak ada pada wilayah sekarang; desanya mungkin dimekarkan.",
            "This code is no place of today; the village may have been split.",
        )
    }

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        known = {one.path for one in places.all_places(source.viewer)}
        sheet = Sheet(source.content, required=REQUIRED, optional=OPTIONAL)
        for record in sheet.records():
            row = _row(record)
            key = "|".join(str(row[name]) for name in ("regime", "contest", "path", "column"))
            if not record.once("kode", key):
                continue
            if fault := _more_than_listed(record, row):
                yield fault
                continue
            there = row["path"] in known
            yield StagedRow(record.number, key, row, take=there, code="" if there else UNKNOWN)
        sheet.faults.refuse()

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        rows = [EarlierTurnout(batch=batch.pk, **row.data) for row in taken(batch)]
        EarlierTurnout.objects.bulk_create(rows)
        regimes = sorted({row.regime for row in rows})
        return PublishResult(len(rows), {"regimes": regimes})

    def words(self, row: StagedRow) -> str:
        data: Mapping[str, object] = row.data
        return f"{data['path']} {data['regime']} {data['contest']}: {data['dpt']}/{data['voters']}"

    def where(self, batch: ImportBatch) -> str:
        return reverse("outreach:participation")


def _row(record: Record) -> dict[str, object]:
    """A row's fields; what is wrong is a fault of the sheet."""
    regime, contest = record.text("pemilihan").lower(), record.text("kontes").lower()
    try:
        held = {one.id for one in load_regime(regime).contests} if regime else {contest}
    except UnknownRegime:
        record.fault(
            "regime",
            "pemilihan",
            f"“{regime}” bukan pemilihan yang dikenal; tulis misalnya pemilu-2019.",
            f"“{regime}” is no known election; write for example pemilu-2019.",
        )
        held = {contest}
    if contest and contest not in held:
        record.fault(
            "contest",
            "kontes",
            f"“{contest}” bukan kontes {regime}: {', '.join(sorted(held))}.",
            f"“{contest}” is no contest of {regime}: {', '.join(sorted(held))}.",
        )
    made: dict[str, object] = {name: record.whole(column) for name, column in FIGURES.items()}
    return made | {
        "path": str(record.cell("kode")).strip(),
        "regime": regime,
        "contest": contest,
        "column": COLUMNS[record.choice("jk", ("l", "p"), optional=True)],
        "source": record.text("sumber")[:200],
    }


def _more_than_listed(record: Record, row: Mapping[str, object]) -> FaultLike | None:
    """A fault where more voters of the DPT came than it has."""
    came, listed = row["dpt"], row["voters"]
    if not isinstance(came, int) or not isinstance(listed, int) or came <= listed:
        return None
    return in_row(
        "more",
        record.number,
        f"pengguna_dpt {came} melebihi dpt {listed}. Periksa kedua angka.",
        f"pengguna_dpt {came} is more than dpt {listed}. Check both figures.",
    )
