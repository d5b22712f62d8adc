"""What PPK and PPS file on their phones, and what they take along."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from jurdil.kernel import outbox
from jurdil.kernel.acts import Refused
from jurdil.kernel.fields import within
from jurdil.kernel.outbox import Applied, Conflict, FieldEvent, Kind
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach import codes
from jurdil.law.outreach.attendance import Attendance
from jurdil.law.outreach.states import State
from jurdil.law.text import Text
from jurdil.outreach.actions.activities import report
from jurdil.outreach.actions.evidence import attach
from jurdil.outreach.models import Activity, Evidence
from jurdil.outreach.records import Draft, NewEvidence

RIGHT, DECIDES = "outreach.report", "outreach.verify"
FIGURES = {
    "laki_laki": "men",
    "perempuan": "women",
    "jumlah": "total",
    "disabilitas_laki_laki": "disabled_men",
    "disabilitas_perempuan": "disabled_women",
}
MOST = 1_000_000_000


def _report(by: Viewer, event: FieldEvent) -> Applied:
    token = _token(event)
    row = Activity.objects.select_for_update(of=("self",)).filter(token=token).first()
    if row is not None and not within(row.path, by.path):
        raise Activity.DoesNotExist
    draft = _draft(by, event, row)
    if row is not None and not event.force:
        if _same(row, draft):
            return Applied(row.path, row.rev, same=True)
        if row.rev != event.base:
            raise Conflict(row.path, row.rev, _values(row))
    made = report(by, draft, activity_id=row.pk if row else None, token=token)
    for address in _links(event):
        if not made.evidence.filter(address=address, dropped_for="").exists():
            attach(by, made, NewEvidence(kind=Evidence.Kind.LINK, address=address))
    return Applied(made.path, made.rev)


def _token(event: FieldEvent) -> UUID:
    try:
        return UUID(event.subject)
    except ValueError as error:
        raise Activity.DoesNotExist from error


def _draft(by: Viewer, event: FieldEvent, row: Activity | None) -> Draft:
    """What the phone says, on top of what the office knows of a planned activity."""
    text = {name: _text(event, name) for name in ("kegiatan", "kelompok", "mitra", "materi")}
    counts = {ours: _count(event, theirs) for theirs, ours in FIGURES.items()}
    return Draft(
        election_id=row.election_id if row else _count(event, "pemilihan") or 0,
        title=text["kegiatan"],
        base=_text(event, "basis"),
        method=_text(event, "metode"),
        held_on=_day(event),
        path=_text(event, "tempat") or by.path,
        stage=row.stage if row else _text(event, "tahapan"),
        programme_id=row.programme_id if row else None,
        topic=text["materi"],
        group=text["kelompok"],
        institution_id=row.institution if row else None,
        institution_name=row.institution_name if row else "",
        partner=text["mitra"],
        venue=_text(event, "gedung"),
        villages=tuple(row.villages.values_list("path", flat=True)) if row else (),
        came=Attendance(**counts),
        reach=_count(event, "jangkauan"),
        cost=row.cost if row else None,
        money=row.money if row else "",
    )


def _same(row: Activity, draft: Draft) -> bool:
    """Whether the office already has this report."""
    said = {"kegiatan": draft.title, "tanggal": draft.held_on.isoformat(), "tempat": draft.path}
    said |= {theirs: getattr(draft.came, ours) for theirs, ours in FIGURES.items()}
    known = _values(row)
    return row.state in (State.FILED, State.VERIFIED) and all(
        known[name] == value for name, value in said.items()
    )


def _values(row: Activity) -> dict[str, Any]:
    """The office's side, in the words of the phone."""
    return {
        "kegiatan": row.title,
        "tanggal": row.held_on.isoformat(),
        "tempat": row.path,
        "basis": row.base,
        "metode": row.method,
        **{theirs: getattr(row, ours) for theirs, ours in FIGURES.items()},
    }


def _day(event: FieldEvent) -> date:
    text = _text(event, "tanggal")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(_("“%(text)s” bukan tanggal.") % {"text": text}) from None


def _count(event: FieldEvent, name: str) -> int | None:
    """A whole number, None when empty. Raises `Refused` for anything else."""
    value = event.values.get(name)
    if value is None or value == "":
        return None
    text = str(value).strip()
    if isinstance(value, bool) or not text.isdecimal() or len(text) > 10 or int(text) > MOST:
        raise Refused(_("“%(text)s” bukan bilangan yang dapat dicatat.") % {"text": text[:40]})
    return int(text)


def _links(event: FieldEvent) -> list[str]:
    """Addresses, one a line, each once."""
    lines = [line.strip() for line in _text(event, "tautan", 1_500).splitlines()]
    return list(dict.fromkeys(line for line in lines if line))


def _text(event: FieldEvent, name: str, most: int = 200) -> str:
    value = event.values.get(name, "")
    return value.strip()[:most] if isinstance(value, str) else ""


def _title(viewer: Viewer, subject: str) -> str:
    try:
        row = Activity.objects.filter(path__within=viewer.path, token=UUID(subject)).first()
    except ValueError:
        return subject
    return row.title if row else _("Kegiatan baru")


def _names(entries: tuple[codes.Entry, ...]) -> dict[Any, Text]:
    return {one.code: one.name for one in entries}


outbox.register(
    Kind(
        code="sosialisasi.laporan",
        name=Text("Laporan kegiatan sosialisasi", "Report of an outreach activity"),
        right=RIGHT,
        decides=DECIDES,
        step=_report,
        labels={
            "kegiatan": Text("Nama kegiatan", "Activity"),
            "tanggal": Text("Tanggal", "Day"),
            "tempat": Text("Wilayah", "Place"),
            "gedung": Text("Tempat", "Venue"),
            "basis": Text("Basis", "Base"),
            "metode": Text("Metode", "Method"),
            "kelompok": Text("Kelompok sasaran", "Target group"),
            "mitra": Text("Mitra", "Partner"),
            "materi": Text("Materi", "Topic"),
            "laki_laki": Text("Laki-laki", "Men"),
            "perempuan": Text("Perempuan", "Women"),
            "jumlah": Text("Jumlah", "Total"),
            "disabilitas_laki_laki": Text("Disabilitas, laki-laki", "Disabled, men"),
            "disabilitas_perempuan": Text("Disabilitas, perempuan", "Disabled, women"),
            "jangkauan": Text("Jangkauan media", "Reach"),
            "tautan": Text("Tautan", "Links"),
        },
        words={
            "basis": _names(codes.bases(codes.ROUTINE)),
            "metode": _names(codes.methods(codes.ROUTINE)),
        },
        title=_title,
    )
)
outbox.register_package(
    "sosialisasi",
    Text("Kegiatan sosialisasi saya", "My outreach activities"),
    "outreach.field",
    "outreach:field_list",
    page="outreach_field:activities",
    assets=("outreach/field.js", "outreach/field.css"),
)
