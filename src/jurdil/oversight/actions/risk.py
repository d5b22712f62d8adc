"""The index: note, confirm and withdraw events; keep published scores and calculations."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock, risk_signals
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.brought import Upload
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import ikp
from jurdil.law.oversight.ikp_models import Model, UnknownModel, model
from jurdil.oversight import keeping, scoring
from jurdil.oversight.models import IkpEvent, IkpPublished, IkpRun, KpuRisk
from jurdil.oversight.rights.roles import OFFICE

State = IkpEvent.State


@act("oversight.ikp_note")
def note_event(
    *,
    by: Viewer,
    indicator: int,
    happened_on: date,
    source: str,
    narrative: str,
    severity: str,
    path: str = "",
    count: int = 1,
    edition: str = scoring.EDITION,
    upload: Upload | None = None,
) -> Done[IkpEvent]:
    """Note an event. What the office notes stands at once; from the field it is a proposal.

    Raises `Refused` for an unknown indicator or level, a day ahead, or without source and story.
    """
    made = propose(
        by=by,
        indicator=indicator,
        happened_on=happened_on,
        source=source,
        narrative=narrative,
        severity=severity,
        path=path,
        count=count,
        edition=edition,
        upload=upload,
    )
    if by.role in OFFICE:
        _decide(by, made, State.CONFIRMED, "")
    facts = {"indicator": indicator, "count": count, "state": made.state}
    return Done(made, f"ikp_event:{made.pk}", made.path, facts)


@inner
def propose(
    *,
    by: Viewer,
    indicator: int,
    happened_on: date,
    source: str,
    narrative: str,
    severity: str,
    path: str = "",
    count: int = 1,
    edition: str = scoring.EDITION,
    origin: str = "",
    upload: Upload | None = None,
) -> IkpEvent:
    """Write a proposal; other concerns call it inside their own acts, with their `origin`."""
    found = _edition(edition)
    if indicator not in found.indicators:
        raise Refused(_("Pilih salah satu dari 61 indikator."))
    if severity not in found.severities:
        raise Refused(_("Pilih tingkat kejadian."))
    if count < 1:
        raise Refused(_("Jumlah kejadian paling sedikit 1."))
    place = keeping.place(by, path)
    return IkpEvent.objects.create(
        edition=edition,
        indicator=indicator,
        path=place,
        severity=severity,
        count=count,
        happened_on=keeping.past(happened_on, _("Tanggal kejadian")),
        source=keeping.wanted(source, _("Sebutkan sumber: siapa yang menyatakan kejadian ini.")),
        narrative=keeping.wanted(narrative, _("Tulis apa yang terjadi.")),
        origin=origin,
        **keeping.record(by, place, upload),
    )


@act("oversight.ikp_decide")
def decide_event(*, by: Viewer, event_id: int, accept: bool, reason: str = "") -> Done[IkpEvent]:
    """Confirm or refuse a proposal. Raises `Refused` for one already decided or without reason."""
    found: IkpEvent = keeping.seen(by, IkpEvent.objects.select_for_update(), event_id)
    if found.state != State.PROPOSED:
        raise Refused(_("Usulan ini sudah diputus: %(s)s.") % {"s": found.get_state_display()})
    if not accept:
        reason = keeping.wanted(reason, _("Tulis alasan menolak usulan ini."))
    _decide(by, found, State.CONFIRMED if accept else State.REFUSED, reason)
    return Done(found, f"ikp_event:{found.pk}", found.path, {"state": found.state})


@act("oversight.ikp_signal")
def decide_signal(
    *, by: Viewer, key: str, accept: bool, severity: str, reason: str = ""
) -> Done[IkpEvent]:
    """Make a signal of another room an event, or refuse it with a reason.

    Raises `Refused` when the signal is gone or was decided already.
    """
    signal = next((s for s in risk_signals.signals(by, by.election_id) if s.key == key), None)
    if signal is None:
        raise Refused(_("Usulan ini tidak ada lagi. Muat ulang halaman."))
    known = IkpEvent.objects.filter(edition=scoring.EDITION, origin=key)
    if known.exclude(state=State.WITHDRAWN).exists():
        raise Refused(_("Usulan ini sudah diputus."))
    if not accept:
        reason = keeping.wanted(reason, _("Tulis alasan menolak usulan ini."))
    made = propose(
        by=by,
        indicator=signal.indicator,
        happened_on=signal.happened_on,
        source=signal.source.id,
        narrative=signal.text.id,
        severity=severity,
        path=signal.path,
        count=signal.count,
        origin=key,
    )
    _decide(by, made, State.CONFIRMED if accept else State.REFUSED, reason)
    facts = {"signal": key, "state": made.state}
    return Done(made, f"ikp_event:{made.pk}", made.path, facts)


@act("oversight.ikp_withdraw")
def withdraw_event(*, by: Viewer, event_id: int, reason: str) -> Done[IkpEvent]:
    """Withdraw a confirmed event with a reason; it stays in the list and counts no more."""
    found: IkpEvent = keeping.seen(by, IkpEvent.objects.select_for_update(), event_id)
    if found.state != State.CONFIRMED:
        raise Refused(_("Hanya kejadian yang diterima dapat dicabut."))
    reason = keeping.wanted(reason, _("Tulis alasan mencabut kejadian ini."))
    _decide(by, found, State.WITHDRAWN, reason)
    return Done(found, f"ikp_event:{found.pk}", found.path, {"state": found.state})


@act("oversight.ikp_publish")
def record_published(
    *, by: Viewer, edition: str, score: Decimal, group: str, published_on: date, source: str
) -> Done[IkpPublished]:
    """Record a score that Bawaslu published for this regency. Classes are as published.

    Raises `Refused` for an unknown edition or class, a score outside 0 to 100, or without source.
    """
    found = _edition(edition)
    if group not in {one.id for one in found.classes}:
        raise Refused(_("Pilih kelas seperti yang diterbitkan."))
    if not 0 <= score <= 100:
        raise Refused(_("Skor IKP antara 0 dan 100."))
    made = IkpPublished.objects.create(
        edition=edition,
        path=by.path,
        score=ikp.rounded(score),
        group=group,
        published_on=keeping.past(published_on, _("Tanggal terbit")),
        source=keeping.wanted(source, _("Sebutkan di mana skor ini diterbitkan.")),
        **keeping.record(by, by.path),
    )
    facts = {"edition": edition, "score": str(made.score), "class": group}
    return Done(made, f"ikp_published:{made.pk}", made.path, facts)


@act("oversight.ikp_run")
def keep_run(*, by: Viewer, note: str = "") -> Done[IkpRun]:
    """Keep the calculation of now with its whole reference population."""
    result = scoring.among_districts(by)
    limits = result.limits
    made = IkpRun.objects.create(
        edition=result.model.id,
        path=by.path,
        regions=scoring.as_json(result),
        low=ikp.rounded(limits.low) if limits else None,
        high=ikp.rounded(limits.high) if limits else None,
        note=note.strip(),
        **keeping.record(by, by.path),
    )
    facts = {"regions": len(result.regions), "low": str(made.low), "high": str(made.high)}
    return Done(made, f"ikp_run:{made.pk}", made.path, facts)


@act("oversight.kpu_map")
def note_kpu_risk(
    *, by: Viewer, theme: str, level: str, source: str, path: str = "", note: str = ""
) -> Done[KpuRisk]:
    """Keep a row of KPU's own map in KPU's words. Raises `Refused` without theme or source."""
    place = keeping.place(by, path)
    made = KpuRisk.objects.create(
        path=place,
        theme=keeping.wanted(theme, _("Isi tema kerawanan menurut KPU.")),
        level=keeping.wanted(level, _("Isi tingkat kerawanan menurut KPU.")),
        note=note.strip(),
        source=keeping.wanted(source, _("Sebutkan surat atau berkas KPU.")),
        **keeping.record(by, place),
    )
    return Done(made, f"kpu_risk:{made.pk}", made.path, {})


@act("oversight.kpu_map_drop")
def drop_kpu_risk(*, by: Viewer, row_id: int) -> Done[KpuRisk]:
    """Strike a row of KPU's map; it stays in the table with its day."""
    found: KpuRisk = keeping.seen(by, KpuRisk.objects.filter(dropped_at=None), row_id)
    found.dropped_at = clock.now()
    found.save(update_fields=["dropped_at"])
    return Done(found, f"kpu_risk:{found.pk}", found.path, {})


def _decide(by: Viewer, event: IkpEvent, state: State, reason: str) -> None:
    event.state, event.reason = state, reason.strip()
    values: dict[str, Any] = keeping.now_by(by)
    event.decided_name, event.decided_at = values["decided_name"], values["decided_at"]
    event.save(update_fields=["state", "reason", "decided_name", "decided_at"])


def _edition(code: str) -> Model:
    try:
        return model(code)
    except UnknownModel as error:
        raise Refused(_("Edisi IKP ini tidak dikenal.")) from error
