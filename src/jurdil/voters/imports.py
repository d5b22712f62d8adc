"""Files that come in: source lists of voters."""

from collections.abc import Iterator, Mapping

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel import clock
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
from jurdil.kernel.models import ImportBatch, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.places import queries as places
from jurdil.voters.models import Sumber, SumberDesa
from jurdil.voters.source_file import Line, read_people

NAMELESS = "tanpa-nama"


def _kinds(_viewer: Viewer) -> list[tuple[str, Text]]:
    return [
        ("dp4", Text("DP4 dari Kemendagri", "DP4 of the Ministry of Home Affairs")),
        ("a-daftar", Text("Model A-Daftar Pemilih", "Model A-Daftar Pemilih")),
        ("lain", Text("Daftar lain", "Another list")),
    ]


def _villages(viewer: Viewer) -> list[tuple[str, Text]]:
    found = places.villages(viewer, viewer.path)
    return [(place.path, Text(place.label, place.label)) for place in found]


@register
class SourceList(Importer):
    """DP4 or A-Daftar Pemilih. Publishing records the receipt; villages are taken in afterwards."""

    kind = "daftar-pemilih"
    right = "voters.take_in"
    title = Text("Daftar sumber pemilih", "Source list of voters")
    layout = Text(
        "Kolom nkk, nik, nama, tempat_lahir, tanggal_lahir, status_kawin, jenis_kelamin, alamat, "
        "rt, rw, disabilitas, ktp_el, keterangan; kode_wilayah bila lebih dari satu desa; tps bila "
        "sudah ada. Simpan NIK dan NKK sebagai teks.",
        "Columns nkk, nik, nama, tempat_lahir, tanggal_lahir, status_kawin, jenis_kelamin, alamat, "
        "rt, rw, disabilitas, ktp_el, keterangan; kode_wilayah for more than one village; tps "
        "where known. Keep NIK and NKK as text.",
    )
    level = StoredFile.Level.PERSONAL
    keeps_rows = True
    options = (
        Option("jenis", Text("Jenis daftar", "Kind of list"), choices=_kinds, required=True),
        Option(
            "desa",
            Text("Desa/kelurahan", "Village"),
            Text(
                "Hanya bila berkas tidak memuat kode wilayah.",
                "Only for a file without a column of codes.",
            ),
            choices=_villages,
        ),
    )
    reasons = {
        NAMELESS: Text("Nama kosong; barisnya tidak diambil.", "No name; the row is not taken."),
    }

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        _refuse_twice(source)
        known = {place.path for place in places.villages(source.viewer, source.viewer.path)}
        chosen = source.options.get("desa", "")
        today = clock.today()
        for line in read_people(source.content, known, clock.office_path(), chosen, today):
            yield _staged(line) if isinstance(line, Line) else line

    def expected(self, viewer: Viewer, options: Mapping[str, str]) -> set[str] | None:
        if options.get("desa"):
            return None
        return {place.path for place in places.villages(viewer, viewer.path)}

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        assert batch.election_id is not None
        source = Sumber.objects.create(
            batch=batch,
            election_id=batch.election_id,
            kind=batch.options["jenis"],
            path=batch.path,
            rows=batch.rows_take,
            received_at=clock.now(),
            account=by.account_id,
            account_name=by.name,
        )
        counts = batch.rows.filter(take=True).values_list("key").annotate(n=Count("pk"))
        villages = [
            SumberDesa(source=source, village=village, rows=n, waiting=n)
            for village, n in counts.order_by("key")
        ]
        SumberDesa.objects.bulk_create(villages)
        from jurdil.voters.jobs import take_in_all

        enqueue(take_in_all, source.pk)
        return PublishResult(batch.rows_take, {"source": source.pk, "villages": len(villages)})

    def words(self, row: StagedRow) -> str:
        """The name and what looks wrong; a number is never shown."""
        hits = ", ".join(f"{element} {code}" for element, code in row.data["hits"])
        return f"{row.data['name']}: {hits}" if hits else str(row.data["name"])

    def where(self, batch: ImportBatch) -> str:
        source = Sumber.objects.filter(batch=batch).first()
        return reverse("voters:source", args=[source.pk]) if source else ""


def _staged(line: Line) -> StagedRow:
    code = NAMELESS if line.nameless else ""
    return StagedRow(line.number, line.village, line.data, take=not code, code=code)


def _refuse_twice(source: Source) -> None:
    published = ImportBatch.objects.filter(
        kind=SourceList.kind, file_id=source.digest, state=ImportBatch.State.PUBLISHED
    )
    if earlier := published.order_by("pk").first():
        finished = earlier.finished_at or earlier.created_at
        facts = {"day": finished.astimezone(clock.zone()).strftime("%d-%m-%Y")}
        raise Refused(
            _("Berkas yang sama sudah diterima pada %(day)s. Tidak diambil lagi.") % facts
        )
