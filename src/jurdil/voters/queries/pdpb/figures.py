"""The recap of a quarter by place, and Sidalih's figures beside it."""

from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.places import queries as places
from jurdil.voters.pdpb import counting, sidalih
from jurdil.voters.pdpb.counting import Figures
from jurdil.voters.pdpb.records import QuarterRow, row_of, scope, seen
from jurdil.voters.pdpb.sidalih import Cell


@dataclass(frozen=True)
class PlaceFigures:
    """A place of the recap."""

    path: str
    name: str
    figures: Figures


@dataclass(frozen=True)
class Recap:
    """The places right below one with their figures, and the place itself."""

    quarter: QuarterRow
    place: PlaceFigures
    parts: tuple[PlaceFigures, ...]


@dataclass(frozen=True)
class Told:
    """A place with Sidalih's figures beside our own; `noted_at` None where nobody read them."""

    path: str
    name: str
    cells: tuple[Cell, ...]
    noted_at: datetime | None
    origin: str
    by: str

    @property
    def same(self) -> bool:
        return all(cell.same for cell in self.cells)

    @property
    def read(self) -> bool:
        return self.noted_at is not None


@dataclass(frozen=True)
class Comparison:
    """Every kecamatan and the whole; places of other levels that somebody noted come along."""

    quarter: QuarterRow
    places: tuple[Told, ...]


@query("voters.pdpb")
def recap(viewer: Viewer, revision_id: int, path: str = "") -> Recap:
    """The recap of a place in a quarter, by the places right below it."""
    held = seen(viewer, revision_id)
    at = path if path and within(path, viewer.path) else scope(viewer, held)
    rows = counting.by_village(held, at)
    below = [place.path for place in places.children(viewer, at)] or [at]
    names = places.names(viewer, [at, *below])
    parts = tuple(_place(one, names, rows) for one in below)
    return Recap(row_of(held), _place(at, names, rows), parts)


@query("voters.pdpb")
def comparison(viewer: Viewer, revision_id: int) -> Comparison:
    """Our figures and Sidalih's for every kecamatan of the viewer's place."""
    held = seen(viewer, revision_id)
    at = scope(viewer, held)
    rows, told = counting.by_village(held, at), sidalih.read(held)
    wanted = dict.fromkeys(place.path for place in places.children(viewer, at))
    wanted |= dict.fromkeys(path for path in sorted(told) if within(path, at))
    wanted = {path: None for path in wanted if path != at} | {at: None}
    names = places.names(viewer, wanted)
    found = []
    for path in wanted:
        own = sidalih.own(_place(path, names, rows).figures)
        row = told.get(path)
        found.append(
            Told(
                path=path,
                name=names.get(path, path),
                cells=sidalih.compare(own, row.figures if row else {}),
                noted_at=row.noted_at if row else None,
                origin=row.origin if row else "",
                by=row.account_name if row else "",
            )
        )
    return Comparison(row_of(held), tuple(found))


def _place(path: str, names: dict[str, str], rows: dict[str, Figures]) -> PlaceFigures:
    inside = (one for at, one in rows.items() if within(at, path))
    return PlaceFigures(path, names.get(path, path), counting.together(inside))
