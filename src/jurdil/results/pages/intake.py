"""The intake made ready: how much of a place is in, the papers of one TPS, what is missing."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.places import queries as places
from jurdil.results.queries.intake import ContestPapers, CopyRow, Intake, IntakeRow, PaperRow


@dataclass(frozen=True)
class Part:
    """How many of the TPS of a place have something."""

    name: Text
    have: int
    of: int
    share: Fraction
    url: str


@dataclass(frozen=True)
class Line:
    """A place of the board; `url` leads down or to the papers of the TPS."""

    label: str
    url: str
    parts: tuple[Part, ...]
    events: Part
    aside: int


EVENTS = Text("Kejadian khusus", "Special events")


def lines(shown: Intake) -> tuple[Line, ...]:
    return tuple(_line(shown, row) for row in shown.rows)


def total(shown: Intake) -> Line:
    return _line(shown, shown.total)


def _line(shown: Intake, row: IntakeRow) -> Line:
    missing = reverse("results:intake_missing", args=[shown.election_id])
    parts = tuple(
        _part(name, row.papers.get(code, 0), row.tps, f"{missing}?kontes={code}&wilayah={row.path}")
        for code, name in shown.contests
    )
    return Line(
        row.label,
        url_of(shown.election_id, row.path),
        parts,
        _part(EVENTS, row.events, row.tps, ""),
        row.aside,
    )


def _part(name: Text, have: int, of: int, url: str) -> Part:
    return Part(name, have, of, Fraction(have, of) if of else Fraction(0), url)


def url_of(election_id: int, path: str) -> str:
    """The intake of a place, or the papers of a TPS."""
    if "/" in path:
        return reverse("results:intake_tps", args=[election_id, path])
    return f"{reverse('results:intake', args=[election_id])}?wilayah={path}"


def crumbs(viewer: Viewer, election_id: int, path: str) -> list[tuple[str, str]]:
    """The way down through the intake."""
    return [
        (one.label, url_of(election_id, one.path) if one.reachable else "")
        for one in places.breadcrumb(viewer, path)
    ]


def named(viewer: Viewer, election_id: int, paths: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """TPS as (label, village, address)."""
    names = places.names(viewer, {path.split("/")[0] for path in paths})
    return [
        (f"TPS {path.split('/')[1]}", names[path.split("/")[0]], url_of(election_id, path))
        for path in paths
    ]


def photos(rows: tuple[PaperRow, ...]) -> list[dict[str, str]]:
    """The pages of all pictures of a form in the order they came, for the viewer beside fields."""
    shown = [(row, page) for row in rows for page in range(1, row.pages + 1)]
    return [
        {
            "label": _("%(kind)s, halaman %(page)s dari %(of)s")
            % {"kind": row.kind_label, "page": number, "of": len(shown)},
            "url": reverse("results:intake_picture", args=[row.id, page]),
        }
        for number, (row, page) in enumerate(shown, start=1)
    ]


def papers(of: ContestPapers) -> list[tuple[PaperRow, list[dict[str, str]]]]:
    """The papers of a contest with the addresses of their pages."""
    return [(row, photos((row,))) for row in of.papers]


def copy_key(row: CopyRow) -> str:
    return f"{row.receiver}:{row.party}"


def copies(of: ContestPapers) -> list[dict[str, Any]]:
    """Who must get a copy, each with the name of its fields."""
    return [{"row": row, "key": copy_key(row)} for row in of.copies]


def changed(of: ContestPapers, said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was said about copies and is not on record yet."""
    known = {copy_key(row): (row.handed, row.note) for row in of.copies}
    return [
        one
        for one in said
        if known.get(f"{one['receiver']}:{one['party']}") != (one["handed"], one["note"])
    ]
