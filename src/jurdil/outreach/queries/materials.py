"""Materials with what has moved since they were made; as PDF, picture and text."""

from jurdil.kernel import clock, moments, windows
from jurdil.kernel.acts import query
from jurdil.kernel.documents import render
from jurdil.kernel.models import Office, Window
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach import materials as law
from jurdil.law.text import Text
from jurdil.outreach.models import Material, MaterialDate
from jurdil.outreach.records import MaterialRow

TEMPLATE = "poster"
PPI = {"poster": 96, "selebaran": 192, "unggahan": 72}
"""So that every picture is about 1,100 points wide; a post exactly 1,080."""


@query("outreach.view")
def materials(viewer: Viewer) -> tuple[MaterialRow, ...]:
    """Materials of the viewer's place, the newest first; outdated ones among them."""
    rows = Material.objects.filter(path__within=viewer.path).select_related("election")
    if viewer.election_id:
        rows = rows.filter(election=viewer.election_id)
    return tuple(_row(one) for one in rows.prefetch_related("dates"))


@query("outreach.view")
def material(viewer: Viewer, material_id: int) -> MaterialRow:
    """One material. Raises Material.DoesNotExist."""
    return _row(_one(viewer, material_id))


@query("outreach.view")
def material_pdf(viewer: Viewer, material_id: int) -> bytes:
    """The material as PDF. Raises Material.DoesNotExist."""
    found = _one(viewer, material_id)
    return render.pdf(TEMPLATE, _data(found), moments.day_of(found.made_at, clock.zone()))


@query("outreach.view")
def material_picture(viewer: Viewer, material_id: int) -> bytes:
    """The first page of the material as PNG. Raises Material.DoesNotExist."""
    found = _one(viewer, material_id)
    day = moments.day_of(found.made_at, clock.zone())
    return render.pictures(TEMPLATE, _data(found), day, PPI[found.form])[0]


@query("outreach.view")
def material_text(viewer: Viewer, material_id: int) -> str:
    """The words of a post. Raises Material.DoesNotExist."""
    found = _one(viewer, material_id)
    name = Office.objects.get().name
    return law.post(found.title, found.body, [_printed(one) for one in found.dates.all()], name)


def _one(viewer: Viewer, material_id: int) -> Material:
    rows = Material.objects.filter(path__within=viewer.path).select_related("election")
    return rows.prefetch_related("dates").get(pk=material_id)


def _row(found: Material) -> MaterialRow:
    now = {row.stage: row for row in windows.windows_of(found.election_id)}
    return MaterialRow(
        id=found.pk,
        election_id=found.election_id,
        election=Text(found.election.name, found.election.name_en),
        form=found.form,
        title=found.title,
        body=found.body,
        version=found.version,
        made_at=found.made_at,
        by=found.account_name,
        dates=tuple(
            (one.stage, Text(one.name, _english(now.get(one.stage), one)), one.opens, one.closes)
            for one in found.dates.all()
        ),
        outdated=tuple(
            _moved(one, now.get(one.stage)) for one in found.dates.all() if _stale(one, now)
        ),
        dropped_for=found.dropped_for,
    )


def _stale(one: MaterialDate, now: dict[str, Window]) -> bool:
    row = now.get(one.stage)
    return row is None or (row.opens, row.closes) != (one.opens, one.closes)


def _moved(one: MaterialDate, row: Window | None) -> Text:
    """The sentence with the day printed and the day in force."""
    before = _printed(one).words
    if row is None:
        return Text(
            f"{one.name}: tercetak {before}, kini tidak ada dalam jadwal.",
            f"{one.name}: printed {before}, no longer in the schedule.",
        )
    after = _printed(row).words
    return Text(
        f"{one.name}: tercetak {before}, kini {after}.",
        f"{row.name_en}: printed {before}, now {after}.",
    )


def _english(row: Window | None, one: MaterialDate) -> str:
    return row.name_en if row else one.name


def _printed(one: MaterialDate | Window) -> law.Printed:
    zone = clock.zone()
    first, last = one.opens, one.closes
    return law.Printed(
        one.name,
        moments.day_of(first, zone) if first else None,
        moments.day_of(last, zone) if last else None,
    )


def _data(found: Material) -> dict[str, object]:
    now = {row.stage: row for row in windows.windows_of(found.election_id)}
    stale = any(_stale(one, now) for one in found.dates.all())
    rows = [_printed(one) for one in found.dates.all()]
    return {
        "form": found.form,
        "title": found.title,
        "body": found.body,
        "election": found.election.name,
        "office": Office.objects.get().name,
        "source": f"Jadwal versi {found.version}",
        "stamp": "JADWAL BERUBAH" if stale else "DITARIK" if found.dropped_for else "",
        "rows": [{"name": row.name, "words": row.words} for row in rows],
    }
