"""Money politics: noted with phase and article from the schedule, linked to a case, struck."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.brought import Upload
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import money
from jurdil.office import keeping as office_keeping
from jurdil.oversight import drafting, keeping, phases
from jurdil.oversight.actions.risk import propose
from jurdil.oversight.models import FindingDraft, MoneyEvent

INDICATOR = 54
"""Number of IKP 2024: report of money politics by participant or team."""
COUNTED = ("peserta", "tim", "pelaksana")


@dataclass(frozen=True)
class NewMoney:
    """What was given or promised; roles and counts, no name."""

    election_id: int
    happened_on: date
    mode: str
    thing: str
    actor: str
    receiver: str
    facts: str
    between: str = MoneyEvent.Between.NONE
    value: int | None = None
    receivers: int | None = None
    participant: str = ""
    electronic: bool = False
    evidence: str = ""
    source: str = ""
    phase: str = ""
    phase_reason: str = ""


@act("oversight.money_note")
def note_money(
    *, by: Viewer, path: str, new: NewMoney, upload: Upload | None = None, level: str = ""
) -> Done[MoneyEvent]:
    """Note an event. With a `level` of the index it also proposes indicator 54.

    The phase is the schedule's; a person names it, with a reason, only where the schedule does not
    tell it. Raises `Refused` for words the law does not know or a phase that disagrees.
    """
    place = keeping.place(by, path)
    election = office_keeping.election_of(by, new.election_id)
    _check(election, new)
    year = new.happened_on.year
    row = MoneyEvent.objects.create(
        **keeping.columns(new),
        election=election,
        path=place,
        year=year,
        serial=office_keeping.next_number(MoneyEvent.objects.filter(year=year), "serial"),
        **keeping.record(by, place, upload),
    )
    facts: dict[str, Any] = {"actor": row.actor, "mode": row.mode, "number": [year, row.serial]}
    if level and row.actor in COUNTED:
        made = propose(
            by=by,
            indicator=INDICATOR,
            happened_on=row.happened_on,
            source=_("Catatan politik uang"),
            narrative=row.thing,
            severity=level,
            path=place,
            origin=f"money:{row.pk}",
        )
        facts["ikp"] = made.pk
    return Done(row, f"money:{row.pk}", place, facts)


@act("oversight.money_case")
def link_money(*, by: Viewer, money_id: int, case_ref: str) -> Done[MoneyEvent]:
    """Say which case it became. Raises `Refused` for a struck one or without a number."""
    row = _standing(by, money_id)
    row.case_ref = keeping.wanted(case_ref, _("Isi nomor perkaranya."))
    row.state = MoneyEvent.State.CASE
    row.save(update_fields=["case_ref", "state"])
    return Done(row, f"money:{row.pk}", row.path, {"case": row.case_ref})


@act("oversight.money_draft")
def draft_money(*, by: Viewer, money_id: int) -> Done[FindingDraft]:
    """Make a draft finding of an event, with its article. Raises `Refused` when there is one."""
    row = _standing(by, money_id)
    phase = phases.phase_of(row.election, row.happened_on) or row.phase
    rule = money.rule_of(keeping.election_kind(row.election), phase, row.actor) if phase else None
    made = drafting.from_report(
        source=f"money:{row.pk}",
        election=row.election,
        path=row.path,
        day=row.happened_on,
        title=_("Politik uang: %(thing)s") % {"thing": row.thing},
        rule=rule.article if rule else _("Pasal belum diketahui; dinilai dalam kajian"),
        story=row.facts,
    )
    row.case_ref, row.state = row.case_ref or f"draft:{made.pk}", MoneyEvent.State.CASE
    row.save(update_fields=["case_ref", "state"])
    return Done(made, f"money:{row.pk}", row.path, {"draft": made.pk})


@act("oversight.money_drop")
def drop_money(*, by: Viewer, money_id: int, reason: str) -> Done[MoneyEvent]:
    """Strike a note with a reason; it stays and counts no more."""
    row = _standing(by, money_id)
    row.reason = keeping.wanted(reason, _("Tulis alasan mencoret catatan ini."))
    row.state = MoneyEvent.State.DROPPED
    row.save(update_fields=["reason", "state"])
    return Done(row, f"money:{row.pk}", row.path, {"struck": True})


def _standing(by: Viewer, money_id: int) -> MoneyEvent:
    row: MoneyEvent = keeping.seen(by, MoneyEvent.objects.select_for_update(of=("self",)), money_id)
    if row.state == MoneyEvent.State.DROPPED:
        raise Refused(_("Catatan ini sudah dicoret."))
    return row


def _check(election: Election, new: NewMoney) -> None:
    known = (
        (new.mode, money.modes(), _("Pilih cara pemberian: uang, barang, atau janji.")),
        (new.actor, money.actors(), _("Pilih siapa pelakunya menurut golongannya.")),
        (new.receiver, MoneyEvent.Role.values, _("Pilih siapa penerimanya menurut golongannya.")),
        (new.between, MoneyEvent.Between.values, _("Pilih perantaranya.")),
    )
    for value, words, sentence in known:
        if value not in words:
            raise Refused(sentence)
    keeping.past(new.happened_on, _("Tanggal kejadian"))
    keeping.wanted(new.thing, _("Sebutkan apa yang diberikan atau dijanjikan."))
    keeping.wanted(new.facts, _("Tulis apa yang terjadi, tanpa nama orang."))
    if new.receivers is not None and new.receivers < 1:
        raise Refused(_("Jumlah penerima paling sedikit 1; kosongkan bila tidak diketahui."))
    computed = phases.phase_of(election, new.happened_on)
    if new.phase and computed is not None:
        raise Refused(_("Jadwal sudah menentukan masanya untuk tanggal ini; kosongkan isian masa."))
    if new.phase and (new.phase not in money.phases() or not new.phase_reason.strip()):
        raise Refused(_("Pilih masanya dan tulis dasarnya, karena jadwal tidak memuat hari ini."))
