"""A table of activities as a file; each comes in as a report that waits for verification."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse

from jurdil.kernel import clock, windows
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
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach.attendance import Attendance
from jurdil.law.outreach.states import State
from jurdil.law.text import Text
from jurdil.outreach import applicants_file, earlier_file, store
from jurdil.outreach.actions.activities import report
from jurdil.outreach.actions.evidence import attach
from jurdil.outreach.activity_file import Entry, read_activities
from jurdil.outreach.exports import COLUMNS
from jurdil.outreach.models import Activity, Evidence
from jurdil.outreach.records import Draft, NewEvidence

KNOWN = "tercatat"
FIGURES = ("men", "women", "total", "disabled_men", "disabled_women")


__all__ = ["ActivitiesImport", "applicants_file", "earlier_file"]


@register
class ActivitiesImport(Importer):
    """Activities of socialization."""

    kind = "activities"
    right = "outreach.import"
    title = Text("Kegiatan sosialisasi", "Outreach activities")
    layout = Text(
        f"Kolom {', '.join(COLUMNS)}; yang wajib tanggal, kegiatan, basis, metode. Kegiatan yang "
        "harinya belum tiba masuk sebagai rencana, yang lain menunggu verifikasi.",
        f"Columns {', '.join(COLUMNS)}; needed are tanggal, kegiatan, basis, metode. An activity "
        "whose day has not come is a plan, the others wait for verification.",
    )
    reasons = {
        KNOWN: Text(
            "Sudah tercatat dengan nama, hari, dan tempat yang sama.",
            "On record with the same name, day and place.",
        )
    }

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        election = store.election_for(source.viewer, source.viewer.election_id or 0)
        stages = frozenset(windows.windows_of(election.pk).values_list("stage", flat=True))
        known = {
            (day, path, title.lower())
            for day, path, title in Activity.objects.filter(election=election)
            .exclude(state=State.CANCELLED)
            .values_list("held_on", "path", "title")
        }
        lines = read_activities(source.content, election.regime, stages, source.viewer.path)
        for number, entry in lines:
            same = (entry.day, entry.path, entry.title.lower()) in known
            key = f"{entry.day} {entry.path} {entry.title}"[:60]
            code = KNOWN if same else ""
            yield StagedRow(number, key, _staged(entry), take=not same, code=code)

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        planned = reported = 0
        for row in taken(batch):
            draft = _draft(row.data, batch.election_id or 0)
            if draft.held_on > clock.today():
                store.create(by, draft, held=False)
                planned += 1
                continue
            made = report(by, draft)
            if address := row.data["texts"]["tautan"]:
                attach(by, made, NewEvidence(kind=Evidence.Kind.LINK, address=address))
            reported += 1
        facts = {"planned": planned, "reported": reported}
        return PublishResult(planned + reported, facts)

    def words(self, row: StagedRow) -> str:
        return f"{row.data['title']}, {row.data['day']}, {row.data['path']}"

    def where(self, batch: ImportBatch) -> str:
        return reverse("outreach:index")


def _staged(entry: Entry) -> dict[str, Any]:
    came = {name: getattr(entry.came, name) for name in FIGURES}
    plain = {name: getattr(entry, name) for name in ("path", "title", "base", "method")}
    rest = {"texts": dict(entry.texts), "reach": entry.reach, "cost": entry.cost}
    return {"day": entry.day.isoformat(), **plain, "came": came, **rest}


def _draft(data: Any, election_id: int) -> Draft:
    texts = data["texts"]
    return Draft(
        election_id=election_id,
        title=data["title"],
        base=data["base"],
        method=data["method"],
        held_on=date.fromisoformat(data["day"]),
        path=data["path"],
        stage=texts["tahapan"],
        group=texts["kelompok"],
        institution_name=texts["organisasi"],
        partner=texts["mitra"],
        topic=texts["materi"],
        venue=texts["gedung"],
        money=texts["sumber_dana"],
        came=Attendance(**data["came"]),
        reach=data["reach"],
        cost=data["cost"],
    )
