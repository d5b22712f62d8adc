"""Writing rows inside an act's or an import's transaction; the caller's ledger entry vouches.

Results use `write_tps` when an import of results brings TPS that were not registered yet.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.db.models import Max, OuterRef, Subquery
from django.utils.translation import gettext as _

from jurdil.kernel import chain, clock
from jurdil.kernel.acts import OutOfScope, Refused, inner
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.places import catalogue, geometry, paths
from jurdil.places.models import Boundary, Dapil, DapilList, DapilPart, Region, Tps, TpsVersion
from jurdil.places.records import NewDapil, NewTps, RegionCounts
from jurdil.places.wording import some

CHUNK = 2000
VERSION_FIELDS = ("kind", "site", "address", "access", "note")


@inner
def write_regions(regency: str) -> RegionCounts:
    """Copy a regency's regions from the catalogue. Raises `catalogue.UnknownRegency`."""
    regions = catalogue.regions_of(regency)
    edition = catalogue.edition()
    Region.objects.bulk_create(
        [
            Region(
                path=r.path, level=r.level, kind=r.kind, name=r.name, term=r.term, edition=edition
            )
            for r in regions
        ],
        batch_size=CHUNK,
    )
    levels = [region.level for region in regions]
    return RegionCounts(levels.count(paths.KECAMATAN), levels.count(paths.VILLAGE))


@inner
def write_tps(by: Viewer, election_id: int, rows: Sequence[NewTps], reason: str) -> int:
    """Register new TPS with their first version; returns how many.

    Raises `Refused` for a village that is not this regency's, a TPS named twice or registered
    already, and `OutOfScope` for a village that is not the viewer's.
    """
    _check_election(election_id)
    _check_villages(by, {row.village for row in rows})
    _check_new(election_id, [row.path for row in rows])
    Tps.objects.bulk_create(
        [
            Tps(election_id=election_id, path=row.path, village=row.village, number=row.number)
            for row in rows
        ],
        batch_size=CHUNK,
    )
    fresh = Tps.objects.filter(election_id=election_id, current__isnull=True)
    ids = dict(fresh.values_list("path", "id"))
    now = clock.now()
    TpsVersion.objects.bulk_create(
        [
            TpsVersion(
                tps_id=ids[row.path],
                number=1,
                reason=reason,
                recorded_at=now,
                **{name: getattr(row, name) for name in VERSION_FIELDS},
            )
            for row in rows
        ],
        batch_size=CHUNK,
    )
    first = TpsVersion.objects.filter(tps=OuterRef("pk"), number=1).values("pk")
    fresh.update(current=Subquery(first))
    return len(rows)


@inner
def write_tps_version(tps: Tps, values: Mapping[str, Any], reason: str) -> TpsVersion:
    """Add the next version of a TPS and point to it."""
    latest = tps.versions.aggregate(highest=Max("number"))["highest"] or 0
    version = TpsVersion.objects.create(
        tps=tps, number=latest + 1, reason=reason, recorded_at=clock.now(), **values
    )
    tps.current = version
    tps.save(update_fields=["current"])
    return version


@inner
def dissolve_tps(by: Viewer, election_id: int, paths: Collection[str], reason: str) -> int:
    """Note that TPS are not used any more; returns how many were. The register keeps them."""
    rows = Tps.objects.select_for_update(of=["self"]).select_related("current")
    found = rows.filter(election_id=election_id, path__within=by.path, path__in=list(paths))
    gone = 0
    for tps in found.filter(current__state=TpsVersion.State.IN_USE):
        kept = {name: getattr(tps.current, name) for name in VERSION_FIELDS}
        write_tps_version(tps, {**kept, "state": TpsVersion.State.DISSOLVED}, reason)
        gone += 1
    return gone


@inner
def write_dapil(
    election_id: int,
    contest: str,
    rows: Sequence[NewDapil],
    *,
    basis: str,
    confirmed: bool,
    reason: str = "",
) -> DapilList:
    """Put a complete new list of dapil of one contest in force.

    Raises `Refused` when the contest is not held in this election, a code repeats, a dapil has no
    place, or a place is in two dapil (itself or by a place above it).
    """
    _check_contest(election_id, contest)
    _check_dapil(rows)
    earlier = DapilList.objects.filter(election_id=election_id, contest=contest)
    number = (earlier.aggregate(highest=Max("number"))["highest"] or 0) + 1
    entry = DapilList.objects.create(
        election_id=election_id,
        contest=contest,
        number=number,
        basis=basis,
        confirmed=confirmed,
        reason=reason,
        recorded_at=clock.now(),
    )
    for row in rows:
        dapil = Dapil.objects.create(list=entry, code=row.code, name=row.name, seats=row.seats)
        DapilPart.objects.bulk_create(
            [DapilPart(list=entry, dapil=dapil, path=path) for path in row.parts]
        )
    return entry


@inner
def write_boundaries(
    level: int, shapes: Mapping[str, geometry.Shape], *, source: str, edition: str
) -> int:
    """Replace the outlines of one level by simplified ones; returns how many."""
    detail = geometry.fit(shapes, geometry.detail_budget(len(shapes)))
    sketch = geometry.fit(shapes, geometry.SKETCH_POINTS)
    Boundary.objects.filter(level=level).delete()
    Boundary.objects.bulk_create(
        [
            Boundary(
                path=path,
                level=level,
                detail=detail[path],
                sketch=sketch[path],
                source=source,
                edition=edition,
            )
            for path in sorted(shapes)
        ],
        batch_size=CHUNK,
    )
    return len(shapes)


def digest(rows: Sequence[NewTps]) -> str:
    """The SHA-256 over the rows of a list, for its ledger entry."""
    return chain.sha256(chain.canonical([asdict(row) for row in rows]))


def _check_election(election_id: int) -> None:
    election = Election.objects.get(pk=election_id)
    if not election.contests:
        raise Refused(
            _("“%(name)s” tidak memiliki pemungutan suara, jadi tidak memiliki TPS.")
            % {"name": election.name}
        )


def _check_contest(election_id: int, contest: str) -> None:
    election = Election.objects.get(pk=election_id)
    if contest not in election.contests:
        raise Refused(
            _("Pemilihan “%(contest)s” tidak diadakan di sini dalam %(election)s. Pilih: %(held)s.")
            % {
                "contest": contest,
                "election": election.name,
                "held": ", ".join(election.contests) or "-",
            }
        )


def _check_villages(by: Viewer, villages: Collection[str]) -> None:
    known = set(
        Region.objects.filter(level=paths.VILLAGE, path__in=villages).values_list("path", flat=True)
    )
    if unknown := sorted(set(villages) - known):
        raise Refused(
            _("Desa/kelurahan ini tidak ada di kabupaten/kota ini: %(codes)s. Periksa kodenya.")
            % {"codes": some(unknown)}
        )
    if any(not within(village, by.path) for village in villages):
        raise OutOfScope(_("Tempat ini di luar wilayah kerja Anda."))


def _check_new(election_id: int, new: Sequence[str]) -> None:
    if repeated := _twice(new):
        raise Refused(_("TPS ini tercantum dua kali: %(codes)s.") % {"codes": some(repeated)})
    registered = Tps.objects.filter(election_id=election_id, path__in=new)
    if taken := sorted(registered.values_list("path", flat=True)):
        raise Refused(
            _("TPS ini sudah terdaftar: %(codes)s. Ubah data TPS itu, jangan menambahkannya lagi.")
            % {"codes": some(taken)}
        )


def _check_dapil(rows: Sequence[NewDapil]) -> None:
    if repeated := _twice(row.code for row in rows):
        raise Refused(_("Dapil ini tercantum dua kali: %(codes)s.") % {"codes": some(repeated)})
    if hollow := [row.code for row in rows if not row.parts]:
        raise Refused(_("Dapil ini belum memuat wilayah: %(codes)s.") % {"codes": some(hollow)})
    parts = [path for row in rows for path in row.parts]
    chosen = set(parts)
    shared = set(_twice(parts)) | {p for p in chosen if chosen.intersection(paths.ancestors(p))}
    if shared:
        raise Refused(
            _("Wilayah ini masuk dua dapil: %(codes)s. Satu wilayah hanya boleh di satu dapil.")
            % {"codes": some(sorted(shared))}
        )


def _twice(values: Iterable[str]) -> list[str]:
    return sorted(value for value, times in Counter(values).items() if times > 1)
