"""What happened in this room that the index may count; a person confirms each."""

from collections import Counter
from datetime import date, timedelta

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.models import Election, Grant
from jurdil.kernel.risk_signals import Signal
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import neutrality
from jurdil.law.oversight.advice import Standing
from jurdil.law.oversight.field_reports import State
from jurdil.law.text import Text
from jurdil.oversight import lhp_checklists
from jurdil.oversight.models import (
    CaseReferral,
    IkpEvent,
    Lhp,
    Neutral,
    ProcessDispute,
    Residue,
    Ruling,
    TpsFlag,
)
from jurdil.oversight.scoring import district_of
from jurdil.places import queries as places

UNFOLLOWED, NEUTRAL, LATE_LOGISTICS, DISPUTE = 10, 12, 28, 38
TPS_ALONE, VILLAGE_ALONE, NOT_LISTED = 39, 40, 17
LATE_SIGN = "logistik-terlambat"
LOGISTICS, ON_TIME = "logistik", "tepat-waktu"
"""The checklist of logistics and its question whether material came on schedule."""
OFFICE = Text("Register kantor ini", "This office's register")
REPORTS = Text("Laporan hasil pengawasan yang diterima", "Accepted supervision report")
SHOWN = timedelta(days=90)
ROLES = Text("Peran pengawas di rumah data ini", "Roles of supervisors in this house")


@query("oversight.ikp")
def own_signals(viewer: Viewer, election_id: int | None) -> tuple[Signal, ...]:
    """Signals of this room's own registers, of one election or all."""
    return (
        *_disputes(viewer, election_id),
        *_neutral(viewer, election_id),
        *_flags(viewer, election_id),
        *_late_material(viewer, election_id),
        *_unfollowed(viewer, election_id),
        *_undone(viewer, election_id),
        *_residue(viewer),
        *_alone(viewer, election_id),
    )


def _of(rows, viewer: Viewer, election_id: int | None, path: str = "path"):
    rows = rows.filter(**{f"{path}__within": viewer.path})
    return rows.filter(election_id=election_id) if election_id is not None else rows


def _disputes(viewer: Viewer, election_id: int | None):
    rows = ProcessDispute.objects.filter(register__isnull=False)
    for row in _of(rows, viewer, election_id):
        text = Text("Sengketa proses diregistrasi", "Process dispute registered")
        key = f"oversight:dispute:{row.pk}"
        yield Signal(key, DISPUTE, row.path, row.received_on, text, OFFICE, f"dispute:{row.pk}")


def _neutral(viewer: Viewer, election_id: int | None):
    for row in _of(Neutral.objects.filter(proven=True), viewer, election_id):
        act = neutrality.acts()[row.act].name
        text = Text(f"Netralitas terbukti: {act.id}", f"Breach of neutrality proven: {act.en}")
        key = f"oversight:neutral:{row.pk}"
        yield Signal(key, NEUTRAL, row.path, row.happened_on, text, OFFICE, f"neutral:{row.pk}")


def _flags(viewer: Viewer, election_id: int | None):
    rows = TpsFlag.objects.filter(sign=LATE_SIGN, cleared_at=None)
    for row in _of(rows, viewer, election_id):
        text = Text("TPS dengan riwayat logistik terlambat", "TPS with late logistics before")
        day = row.recorded_at.astimezone(clock.zone()).date()
        key = f"oversight:flag:{row.pk}"
        yield Signal(key, LATE_LOGISTICS, row.path, day, text, OFFICE, f"tps_flag:{row.pk}")


def _late_material(viewer: Viewer, election_id: int | None):
    """Accepted reports whose checklist of logistics says that material came late; one that was
    proposed from its report already is left out."""
    rows = Lhp.objects.filter(state=State.ACCEPTED, checklist__startswith=f"{LOGISTICS}@")
    known = lhp_checklists.known()
    proposed = IkpEvent.objects.filter(indicator=LATE_LOGISTICS, origin__startswith="lhp:")
    proposed = proposed.exclude(state=IkpEvent.State.WITHDRAWN)
    taken = set(proposed.values_list("origin", flat=True))
    for row in _of(rows, viewer, election_id):
        item = known[row.checklist].item(ON_TIME) if row.checklist in known else None
        said = row.content["answers"].get(ON_TIME, {}).get("value", "")
        if item is None or not item.alarms(said) or f"lhp:{row.pk}" in taken:
            continue
        text = Text("Logistik tiba tidak sesuai jadwal", "Material did not arrive on schedule")
        day = row.ends_at.astimezone(clock.zone()).date()
        key = f"oversight:lhp:{row.pk}"
        yield Signal(key, LATE_LOGISTICS, row.path, day, text, REPORTS, f"lhp:{row.pk}")


def _unfollowed(viewer: Viewer, election_id: int | None):
    """Referrals to KPU that it did not follow; one that was sent as a ruling is told as such."""
    rows = CaseReferral.objects.filter(
        result=CaseReferral.Result.NOT,
        form__in=(CaseReferral.Form.ADVICE, CaseReferral.Form.RULING),
        case__path__within=viewer.path,
    ).select_related("case")
    if election_id is not None:
        rows = rows.filter(case__election_id=election_id)
    sent = set(Ruling.objects.values_list("source", flat=True))
    for row in rows:
        if f"referral:{row.pk}" in sent:
            continue
        text = Text(
            "Rekomendasi atau putusan tidak ditindaklanjuti",
            "Recommendation or decision not followed",
        )
        day = row.answered_on or row.sent_on
        key = f"oversight:referral:{row.pk}"
        yield Signal(key, UNFOLLOWED, row.case.path, day, text, OFFICE, f"case:{row.case_id}")


def _undone(viewer: Viewer, election_id: int | None):
    """Rulings that KPU said it does not follow, and those whose clock ended without a word."""
    rows = Ruling.objects.filter(state__in=(Standing.WAITING, Standing.NOT))
    for row in _of(rows, viewer, election_id):
        if row.state == Standing.WAITING and (row.ends_at is None or row.ends_at > clock.now()):
            continue
        text = Text(
            f"Putusan {row.number} tidak ditindaklanjuti",
            f"Ruling {row.number} not followed",
        )
        key = f"oversight:ruling:{row.pk}"
        yield Signal(key, UNFOLLOWED, row.path, row.served_on, text, OFFICE, f"ruling:{row.pk}")


def _residue(viewer: Viewer):
    latest = {}
    for row in Residue.objects.filter(path__within=viewer.path).order_by("pk"):
        latest[row.path, row.election_name] = row
    for row in latest.values():
        if not row.unvisited:
            continue
        words = f"{row.unvisited} dari {row.households}"
        text = Text(
            f"{words} keluarga tidak terkunjungi coklit {row.election_name}",
            f"{row.unvisited} of {row.households} households never visited, {row.election_name}",
        )
        source = Text(row.source, row.source)
        key = f"oversight:residue:{row.pk}"
        subject = f"residue:{row.pk}"
        yield Signal(key, NOT_LISTED, row.path, row.ended_on, text, source, subject)


def _alone(viewer: Viewer, election_id: int | None):
    """TPS and villages without a supervisor on voting day, for ninety days after it.

    A kecamatan where fewer than half have a role on record keeps its supervisors elsewhere and
    proposes nothing.
    """
    today = clock.today()
    elections = Election.objects.filter(voting_day__range=(today - SHOWN, today))
    if election_id is not None:
        elections = elections.filter(pk=election_id)
    for election in elections:
        day = election.voting_day
        assert day is not None
        stations = set(places.tps_paths(viewer, election.pk))
        villages = {path.partition("/")[0] for path in stations}
        yield from _missing(election, day, stations, "ptps", TPS_ALONE)
        yield from _missing(election, day, villages, "pkd", VILLAGE_ALONE)


def _missing(election: Election, day: date, wanted: set[str], role: str, indicator: int):
    grants = Grant.objects.filter(role=role, valid_from__lte=day)
    held = set(grants.exclude(valid_until__lt=day).values_list("path", flat=True))
    if not held:
        return
    lacking = Counter(district_of(path) for path in wanted - held)
    whole = Counter(district_of(path) for path in wanted)
    for district, count in lacking.items():
        if count * 2 > whole[district]:
            continue
        text = Text(
            f"{count} dari {whole[district]} tanpa {role.upper()} pada hari pemungutan",
            f"{count} of {whole[district]} without {role.upper()} on voting day",
        )
        key = f"oversight:{role}:{election.pk}:{district}"
        yield Signal(key, indicator, district, day, text, ROLES, "", count)
