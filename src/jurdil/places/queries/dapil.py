"""Dapil in force, per contest and per place."""

from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.places import catalogue, paths
from jurdil.places.models import DapilList, Region
from jurdil.places.records import DapilRow, Place


@query("places.view")
def dapil_of(viewer: Viewer, election_id: int, contest: str) -> tuple[DapilRow, ...]:
    """The dapil of a contest that touch the viewer's place; empty while none is recorded."""
    entry = (
        DapilList.objects.filter(election_id=election_id, contest=contest)
        .order_by("-number")
        .first()
    )
    if entry is None:
        return ()
    found = [
        (dapil, [part.path for part in dapil.parts.all()])
        for dapil in entry.dapil.prefetch_related("parts")
    ]
    known = _places({path for _dapil, parts in found for path in parts})
    return tuple(
        DapilRow(
            code=dapil.code,
            name=dapil.name,
            seats=dapil.seats,
            parts=tuple(known[path] for path in parts),
            contest=contest,
            basis=entry.basis,
            confirmed=entry.confirmed,
        )
        for dapil, parts in found
        if any(_touches(path, viewer.path) for path in parts)
    )


@query("places.view")
def dapil_lists(viewer: Viewer, election_id: int) -> dict[str, tuple[DapilRow, ...]]:
    """The dapil in force by contest; a contest without a list is absent."""
    contests = DapilList.objects.filter(election_id=election_id).values_list("contest", flat=True)
    return {contest: dapil_of(viewer, election_id, contest) for contest in sorted(set(contests))}


@query("places.view")
def dapil_of_place(viewer: Viewer, election_id: int, path: str) -> tuple[DapilRow, ...]:
    """The dapil that a place belongs to, or that lie in it, one contest after the other."""
    return tuple(
        row
        for rows in dapil_lists(viewer, election_id).values()
        for row in rows
        if any(_touches(part.path, path) for part in row.parts)
    )


def _touches(part: str, path: str) -> bool:
    return within(path, part) or within(part, path)


def _places(wanted: set[str]) -> dict[str, Place]:
    """Places by path; those of other regencies, which a dapil of DPR names, from the catalogue."""
    own = {
        r.path: Place(r.path, r.level, r.kind, r.name, r.term, r.edition)
        for r in Region.objects.filter(path__in=wanted)
    }
    for path in wanted - own.keys():
        own[path] = Place(path, paths.level(path), "", catalogue.name_of(path) or path)
    return own
