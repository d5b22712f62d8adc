"""Files that come in: lists of TPS, dapil, and outlines to draw."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from django.urls import reverse

from jurdil.kernel import clock
from jurdil.kernel.faults import FileRefused, too_large
from jurdil.kernel.fields import within
from jurdil.kernel.imports import (
    FaultLike,
    Importer,
    Option,
    PublishResult,
    Source,
    StagedRow,
    register,
)
from jurdil.kernel.imports.staging import taken
from jurdil.kernel.models import Election, ImportBatch
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.places import catalogue, dapil_file, geometry, paths, writing
from jurdil.places.boundary_file import read_boundaries
from jurdil.places.models import Region, Tps
from jurdil.places.records import NewTps
from jurdil.places.tps_file import read_tps

REGISTERED, OUTSIDE = "terdaftar", "luar-wilayah"
MOST_OUTLINE_BYTES = 20_000_000


@register
class TpsImport(Importer):
    """TPS from a list, or from the public Sirekap file per TPS."""

    kind = "tps"
    right = "places.add_tps_list"
    title = Text("Daftar TPS", "List of TPS")
    layout = Text(
        "Kolom kode_tps (13 angka), atau kode_desa dan tps. Boleh ditambah jenis, lokasi, alamat, "
        "akses, dan catatan; kolom lain dibiarkan, sehingga berkas Sirekap per TPS dapat dipakai.",
        "Columns kode_tps (13 digits), or kode_desa and tps. Optional: jenis, lokasi, alamat, "
        "akses and catatan; other columns are left alone, so a Sirekap file per TPS can be used.",
    )
    reasons = {
        REGISTERED: Text(
            "TPS ini sudah terdaftar dalam pemilihan ini.",
            "This TPS is registered in this election already.",
        ),
        OUTSIDE: Text(
            "TPS ini di luar wilayah kerja Anda.", "This TPS is outside your area of work."
        ),
    }

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        viewer = source.viewer
        registered = _registered(viewer)
        for line in read_tps(source.content, clock.office_path(), _villages()):
            path = line.tps.path
            code = REGISTERED if path in registered else ""
            code = code if within(path, viewer.path) else OUTSIDE
            yield StagedRow(line.row, path, asdict(line.tps), take=not code, code=code)

    def expected(self, viewer: Viewer, options: Mapping[str, str]) -> set[str] | None:
        return _registered(viewer) or None

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        rows = [NewTps(**row.data) for row in taken(batch)]
        count = writing.write_tps(by, _election(batch).pk, rows, reason=batch.name)
        return PublishResult(count)

    def where(self, batch: ImportBatch) -> str:
        return reverse("places:tree")


@register
class DapilImport(Importer):
    """Dapil of one or more contests; each becomes a complete new list."""

    kind = "dapil"
    right = "places.set_dapil"
    title = Text("Daerah pemilihan (dapil)", "Electoral districts (dapil)")
    layout = Text(
        "Kolom kontes, dapil, kode (Kemendagri), sumber; boleh ditambah nama dan kursi. Satu baris "
        "untuk satu wilayah dari satu dapil. Kursi yang belum diketahui dibiarkan kosong.",
        "Columns kontes, dapil, kode (Kemendagri), sumber; optional nama and kursi. One row for "
        "one place of one dapil. Seats that are not known stay empty.",
    )
    options = (
        Option(
            "cocok",
            Text(
                "Sudah dicocokkan dengan lampiran peraturannya",
                "Checked against the annex of the regulation",
            ),
        ),
    )

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        contests = _chosen(source.viewer).contests
        for line in dapil_file.read_dapil(source.content, contests, _villages()):
            yield StagedRow(line.row, f"{line.contest}:{line.path}", asdict(line))

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        lines = [dapil_file.DapilLine(**row.data) for row in taken(batch)]
        election = _election(batch)
        lists = dapil_file.gathered(lines)
        for contest, (basis, rows) in lists.items():
            writing.write_dapil(
                election.pk,
                contest,
                rows,
                basis=basis,
                confirmed=bool(batch.options.get("cocok")),
                reason=batch.name,
            )
        return PublishResult(len(lines), {"contests": sorted(lists)})

    def where(self, batch: ImportBatch) -> str:
        return reverse("places:dapil")


@register
class BoundaryImport(Importer):
    """Outlines of kecamatan or villages as GeoJSON."""

    kind = "boundaries"
    right = "places.set_boundaries"
    title = Text("Batas wilayah (GeoJSON)", "Boundaries (GeoJSON)")
    layout = Text(
        "GeoJSON dalam WGS 84 dengan kolom kode (Kemendagri) pada setiap kecamatan atau setiap "
        "desa/kelurahan, satu tingkat per berkas.",
        "GeoJSON in WGS 84 with a field kode (Kemendagri) for every kecamatan or every village, "
        "one level per file.",
    )
    suffixes = (".geojson", ".json")
    needs_election = False

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        if len(source.content) > MOST_OUTLINE_BYTES:
            raise FileRefused([too_large(len(source.content), MOST_OUTLINE_BYTES)])
        found = read_boundaries(source.content, clock.office_path(), _names())
        light = geometry.fit(found.shapes, geometry.detail_budget(len(found.shapes)))
        for number, (path, shape) in enumerate(light.items(), start=1):
            yield StagedRow(number, path, {"level": found.level, "rings": shape})

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        shapes: dict[str, geometry.Shape] = {}
        level = paths.VILLAGE
        for row in taken(batch):
            level = row.data["level"]
            shapes[row.key] = geometry.rounded(row.data["rings"])
        count = writing.write_boundaries(
            level, shapes, source=batch.name, edition=catalogue.edition()
        )
        return PublishResult(count, {"level": level})

    def where(self, batch: ImportBatch) -> str:
        return reverse("places:map", args=[clock.office_path()])


def _election(batch: ImportBatch) -> Election:
    if batch.election is None:
        raise ValueError(f"import {batch.pk} has no election")
    return batch.election


def _chosen(viewer: Viewer) -> Election:
    """The election of the import. Raises `Election.DoesNotExist`."""
    return Election.objects.get(pk=viewer.election_id or 0)


def _registered(viewer: Viewer) -> set[str]:
    """The TPS of the election that the viewer can see."""
    found = Tps.objects.filter(election=_chosen(viewer), path__within=viewer.path)
    return set(found.values_list("path", flat=True))


def _names() -> dict[str, str]:
    """Kecamatan and villages of the office by path."""
    regions = Region.objects.filter(level__gte=paths.KECAMATAN)
    return dict(regions.values_list("path", "name"))


def _villages() -> dict[str, str]:
    """Villages of the office by path."""
    return dict(Region.objects.filter(level=paths.VILLAGE).values_list("path", "name"))
