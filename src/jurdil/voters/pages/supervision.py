"""What the pages of the overseer's view show, made ready, and the extract as a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.csv_files import MARK, written
from jurdil.kernel.spreadsheets import CSV
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.views.files import download
from jurdil.places import queries as places
from jurdil.voters.actions.supervision import Look
from jurdil.voters.pages.common import Choice, place_names
from jurdil.voters.queries.sampling import SamplePage
from jurdil.voters.queries.supervision import AccessRow, LookRow, overseers
from jurdil.voters.supervision import COLUMNS, SeenRow
from jurdil.web.words import moment, number, percent


@dataclass(frozen=True)
class Line:
    """An access as a row: its place in words and whether it is open."""

    row: AccessRow
    place: str
    badge: str
    state: str


def holders(viewer: Viewer) -> list[Choice]:
    """The overseer's accounts to choose from."""
    return [(str(number), name) for number, name, _path in overseers(viewer)]


def places_below(viewer: Viewer) -> list[Choice]:
    """The viewer's place and all below it down to the village."""
    return [(place.path, place.label) for place in places.all_places(viewer)]


def villages_of(viewer: Viewer, path: str) -> list[Choice]:
    """The villages of a place."""
    return [(place.path, place.label) for place in places.villages(viewer, path)]


def lines(viewer: Viewer, rows: Sequence[AccessRow]) -> tuple[Line, ...]:
    """Accesses as rows of a list."""
    names = places.names(viewer, {row.path for row in rows})
    return tuple(_line(row, names.get(row.path, row.path)) for row in rows)


def look_lines(viewer: Viewer, rows: Sequence[LookRow]) -> tuple[tuple[LookRow, str], ...]:
    """Looks with their place in words."""
    names = places.names(viewer, {row.path for row in rows})
    return tuple((row, names.get(row.path, row.path)) for row in rows)


def seen_lines(viewer: Viewer, rows: Sequence[SeenRow]) -> tuple[tuple[SeenRow, str], ...]:
    """Rows of the list with village and TPS in words."""
    names = place_names(viewer, [row.place for row in rows])
    return tuple((row, _place(row, names)) for row in rows)


def watermark(viewer: Viewer, row: AccessRow) -> str:
    """Who looks, when, for what: printed on every page of the view."""
    facts = {"name": viewer.name, "at": moment(clock.now()), "reference": row.reference}
    return _("Dilihat oleh %(name)s, %(at)s, untuk %(reference)s") % facts


def extract_file(viewer: Viewer, made: Look, path: str) -> HttpResponse:
    """An extract as CSV: the seven columns and the TPS; its last rows carry the certificate."""
    header: tuple[str, ...] = ("tps", *COLUMNS)
    rows = [(row.place.partition("/")[2], *row.cells()) for row in made.rows]
    certificate = [
        ("", _("Petikan untuk %(name)s") % {"name": viewer.name}),
        ("", made.access.reference),
        ("", f"SHA-256 {made.digest}"),
    ]
    content = MARK + written([header, *rows, *certificate])
    return download(content, CSV, f"petikan-{path}.csv")


def draw_from(viewer: Viewer, path: str) -> list[Choice]:
    """The opened place itself and its villages."""
    own = [(path, places.names(viewer, [path]).get(path, path))]
    return own + [choice for choice in villages_of(viewer, path) if choice[0] != path]


def rate_words(shown: SamplePage) -> str:
    """The share that matched with its interval, in words; '' before the first finding."""
    if shown.rate is None:
        return ""
    rate = shown.rate
    facts = {
        "matched": number(rate.matched),
        "checked": number(rate.checked),
        "share": percent(rate.share, 1),
        "low": percent(rate.low, 1),
        "high": percent(rate.high, 1),
    }
    return _("%(matched)s dari %(checked)s cocok: %(share)s (selang %(low)s–%(high)s)") % facts


def _line(row: AccessRow, place: str) -> Line:
    if row.open:
        return Line(row, place, "ok", _("terbuka"))
    return Line(row, place, "none", _("akses dicabut") if row.withdrawn_at else _("berakhir"))


def _place(row: SeenRow, names: dict[str, str]) -> str:
    village, _slash, number = row.place.partition("/")
    return f"{names.get(village, village)}, TPS {number}" if number else names.get(village, village)
