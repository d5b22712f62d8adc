"""Supervision reports from phones: what an event does, and what a supervisor takes along."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from jurdil.kernel import outbox
from jurdil.kernel.acts import Refused
from jurdil.kernel.fields import within
from jurdil.kernel.models import SyncFile
from jurdil.kernel.outbox import Applied, Conflict, FieldEvent, Kind
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import field_reports as law
from jurdil.law.oversight.checklists import Answer
from jurdil.law.text import Text
from jurdil.oversight import lhp_writing
from jurdil.oversight.actions.lhp import keep_evidence
from jurdil.oversight.lhp_facts import KIND, LONGEST, Report, Witness
from jurdil.oversight.models import Lhp

RIGHT, DECIDES = "oversight.lhp_submit", "oversight.lhp_examine"
MOST_ANSWERS = 80
TEXTS = {
    "lokasi": "spot",
    "surat_tugas": "order_number",
    "bersama": "supervisors",
    "bentuk": "form",
    "tujuan": "purpose",
    "sasaran": "target",
    "uraian": "story",
    "siapa": "who",
    "mengapa": "why",
    "bagaimana": "how",
    "peristiwa": "event",
    "sengketa_uraian": "dispute_story",
    "bukti_lain": "papers",
    "saran_lisan": "oral_advice",
}
"""The words of the phone and of the table."""


def _report(by: Viewer, event: FieldEvent) -> Applied:
    """A new report or a repaired one; the token of the phone says which."""
    token = _token(event)
    author = lhp_writing.author_of(by, event.worker_id)
    report, people = _said(event), _witnesses(event)
    row = Lhp.objects.select_for_update(of=("self",)).filter(token=token).first()
    if row is None:
        made = lhp_writing.submit(author, report, people, token=token, gap=event.clock_gap)
        return Applied(made.path, made.version)
    if not within(row.path, by.path):
        raise Lhp.DoesNotExist
    if not event.force and row.version != event.base:
        same = lhp_writing.checked(author, report).content() == row.content
        if same and not people:
            return Applied(row.path, row.version, same=True)
        raise Conflict(row.path, row.version, _values(row))
    row, new = lhp_writing.rewrite(row, author, report, people)
    return Applied(row.path, row.version, same=not new)


def _attach(by: Viewer, event: FieldEvent, kept: SyncFile) -> None:
    """A photo that the phone announced with its report."""
    row = Lhp.objects.select_for_update(of=("self",)).get(token=_token(event))
    captions = event.values.get("foto")
    listed = captions if isinstance(captions, list) else []
    caption = listed[kept.number] if kept.number < len(listed) else ""
    author = lhp_writing.author_of(by, event.worker_id)
    if kept.file is not None:
        text = caption if isinstance(caption, str) else ""
        keep_evidence(row, author.name, kept.file, kept.views, text, announced=True)


def _token(event: FieldEvent) -> UUID:
    try:
        return UUID(event.subject)
    except ValueError as error:
        raise Lhp.DoesNotExist from error


def _said(event: FieldEvent) -> Report:
    known = {ours: _text(event, theirs) for theirs, ours in TEXTS.items()}
    election = event.values.get("pemilihan")
    return Report(
        path=_text(event, "tempat"),
        begins_at=_moment(event, "mulai"),
        ends_at=_moment(event, "selesai"),
        election_id=election if type(election) is int and election > 0 else None,
        stage=_text(event, "tahapan")[:60],
        checklist=_text(event, "daftar")[:60],
        violation=event.values.get("dugaan") is True,
        dispute=event.values.get("sengketa") is True,
        answers=_answers(event),
        **known,
    )


def _answers(event: FieldEvent) -> dict[str, Answer]:
    """Answers as ``{question: [value, note]}``."""
    given = event.values.get("jawaban")
    if not isinstance(given, dict) or len(given) > MOST_ANSWERS:
        return {}
    return {
        str(code): Answer(one[0], one[1])
        for code, one in given.items()
        if isinstance(one, list) and len(one) == 2 and all(isinstance(text, str) for text in one)
    }


def _witnesses(event: FieldEvent) -> list[Witness]:
    given = event.values.get("saksi")
    if not isinstance(given, list):
        return []
    return [
        Witness(*(str(one.get(name) or "") for name in ("peran", "nama", "kontak")))
        for one in given[: lhp_writing.MOST_WITNESSES]
        if isinstance(one, dict)
    ]


def _moment(event: FieldEvent, name: str) -> datetime:
    text = _text(event, name)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Refused(_("“%(text)s” bukan jam pengawasan.") % {"text": text[:40]}) from None
    if found.tzinfo is None or not 2000 <= found.year <= 2200:
        raise Refused(_("“%(text)s” bukan jam pengawasan.") % {"text": text[:40]})
    return found


def _text(event: FieldEvent, name: str) -> str:
    value = event.values.get(name, "")
    return value.strip()[: LONGEST + 1] if isinstance(value, str) else ""


def _values(row: Lhp) -> dict[str, Any]:
    """The office's side, in the words of the phone; no witness."""
    found = {theirs: row.content[ours] for theirs, ours in TEXTS.items()}
    return {
        "tempat": row.path,
        "mulai": row.content["begins_at"],
        "selesai": row.content["ends_at"],
        "pemilihan": row.election_id or 0,
        "tahapan": row.stage,
        "daftar": row.checklist,
        "jawaban": {
            code: [one["value"], one["note"]] for code, one in row.content["answers"].items()
        },
        **found,
        "dugaan": row.violation,
        "sengketa": row.dispute,
    }


def _title(viewer: Viewer, subject: str) -> str:
    try:
        row = Lhp.objects.filter(path__within=viewer.path, token=UUID(subject)).first()
    except ValueError:
        return subject
    return _("LHP %(place)s") % {"place": row.path} if row else _("LHP baru")


outbox.register(
    Kind(
        code=KIND,
        name=Text("Laporan hasil pengawasan", "Supervision report"),
        right=RIGHT,
        decides=DECIDES,
        step=_report,
        attach=_attach,
        labels={
            "tempat": Text("Tempat", "Place"),
            "lokasi": Text("Lokasi", "Spot"),
            "mulai": Text("Mulai", "Begins"),
            "selesai": Text("Selesai", "Ends"),
            "daftar": Text("Alat kerja", "Checklist"),
            "surat_tugas": Text("Surat tugas", "Assignment letter"),
            "bersama": Text("Bersama pengawas", "With supervisors"),
            "pemilihan": Text("Pemilihan", "Election"),
            "tahapan": Text("Tahapan", "Stage"),
            "bentuk": Text("Bentuk pengawasan", "Form of supervision"),
            "tujuan": Text("Tujuan", "Purpose"),
            "sasaran": Text("Sasaran", "Target"),
            "jawaban": Text("Jawaban", "Answers"),
            "uraian": Text("Uraian hasil pengawasan", "What was found"),
            "siapa": Text("Siapa (kedudukan)", "Who (roles)"),
            "mengapa": Text("Mengapa", "Why"),
            "bagaimana": Text("Bagaimana", "How"),
            "dugaan": Text("Dugaan pelanggaran", "Alleged violation"),
            "peristiwa": Text("Peristiwa", "Event"),
            "sengketa": Text("Potensi sengketa", "Potential dispute"),
            "sengketa_uraian": Text("Peristiwa potensi sengketa", "Event of the dispute"),
            "saran_lisan": Text("Saran lisan", "Oral advice"),
            "bukti_lain": Text("Bukti lain", "Other evidence"),
            "foto": Text("Keterangan foto", "Captions of photos"),
            "saksi": Text("Saksi (disegel)", "Witnesses (sealed)"),
        },
        words={"bentuk": {code: one.name for code, one in law.forms().items()}},
        title=_title,
        masked=frozenset({"saksi"}),
        moments=frozenset({"mulai", "selesai"}),
    )
)
outbox.register_package(
    "lhp",
    Text("LHP saya", "My supervision reports"),
    "oversight.lhp_field",
    "oversight:lhp_list_field",
    page="oversight_field:lhp",
    assets=("oversight/lhp.js", "oversight/lhp-data.js", "oversight/lhp.css"),
)
