"""What acts and pages of re-votes share: the last day, ballots, the decree, whose turn it is."""

from datetime import date, datetime, time
from fractions import Fraction
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _

from jurdil.kernel import clock, holidays
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.viewer import Viewer
from jurdil.law import revote as law
from jurdil.law.deadlines import Due, Ground, due, load_deadlines
from jurdil.law.regime import load_regime
from jurdil.law.revote import Kind, State
from jurdil.law.rules import params_for
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import ground as grounds
from jurdil.results.fixed import require_undetermined
from jurdil.results.models import LEVEL_TPS, Entri, Form, FormVersi, Ulang
from jurdil.results.writing import read_figures
from jurdil.voters.notices import Occasion

DEPENDS = {"psu"}
"""Kinds that the deadline of a re-vote holds for; the terms of the others were not seen."""


REPLACING = (FormVersi.Origin.REVOTE, FormVersi.Origin.RECOUNT)
"""Origins of a result that takes the place of the first day's."""


def kecamatan_of(case: Ulang) -> str:
    """The kecamatan of a case's TPS."""
    return paths.parent(paths.parent(case.path))


def require_tps(by: Viewer, election_id: int, path: str) -> None:
    """Raise `Refused` when there is no such TPS in the viewer's place."""
    try:
        places.tps(by, election_id, path)
    except ObjectDoesNotExist:
        raise Refused(
            _("Tidak ada TPS berkode %(path)s di wilayah kerja Anda. Periksa kodenya.")
            % {"path": path}
        ) from None


def kind_of(text: str) -> Kind:
    """The kind. Raises `Refused` for a word that is none."""
    try:
        return Kind(text)
    except ValueError:
        raise Refused(_("Pilih jenisnya dari daftar.")) from None


def source_of(text: str) -> str:
    """The source of a case. Raises `Refused` for a word that is none."""
    if text not in Ulang.Source.values:
        raise Refused(_("Pilih asal usulnya dari daftar."))
    return text


def ground_of(case: Ulang) -> Ground:
    """The ground of the law that a case stands on."""
    known = law.grounds(case.election.regime, Kind(case.kind))
    return next(one for one in known if one.code == case.ground)


def deadline(case: Ulang) -> Due | None:
    """The law's own deadline of a re-vote; None where none was seen for this kind or regime."""
    rules = load_deadlines(case.election.regime)
    rule = next((one for one in rules if one.id in law.DEADLINES), None)
    day = case.election.voting_day
    if case.kind not in DEPENDS or rule is None or day is None:
        return None
    calendar = holidays.day_calendar([day.year, day.year + 1], {}, {})
    return due(rule, day, calendar, clock.zone())


def last_day(case: Ulang) -> date | None:
    """The last day: the court's term, else the law's."""
    if case.ordered_until:
        return case.ordered_until
    found = deadline(case)
    return found.last_day if found else None


def last_moment(case: Ulang) -> datetime | None:
    """The end of the last day in the office's zone."""
    day = last_day(case)
    return datetime.combine(day, time(23, 59, 59), clock.zone()) if day else None


def open_case(election_id: int, contest: str, path: str) -> Ulang | None:
    """The case whose new result of this contest is being entered now."""
    rows = Ulang.objects.filter(election_id=election_id, path=path, state=State.HELD.value)
    return next((case for case in rows if _waits(case, contest)), None)


def open_cases(election_id: int, contest: str) -> dict[str, Ulang]:
    """Every case whose new result of this contest is being entered now, by its TPS."""
    rows = Ulang.objects.filter(election_id=election_id, state=State.HELD.value)
    return {case.path: case for case in rows if _waits(case, contest)}


def _waits(case: Ulang, contest: str) -> bool:
    return contest in set(case.contests) - set(case.done)


def require_open(election_id: int, contest: str, path: str) -> None:
    """Raise `Refused` when the result is determined and nothing is held again at this TPS."""
    if open_case(election_id, contest, path) is None:
        require_undetermined(election_id, contest, path)


def voters_of(case: Ulang) -> int | None:
    """Voters of the TPS: as decided, else the DPT of a form that is in; None while unknown."""
    if case.voters is not None:
        return case.voters
    rows = Form.objects.filter(
        election_id=case.election_id, path=case.path, level=LEVEL_TPS, current__isnull=False
    ).select_related("current")
    found = [read_figures(form.current.figures).get("dpt") for form in rows if form.current]
    return next((one for one in found if one is not None), None)


def has_notices(case: Ulang) -> bool:
    """Whether voters are called to the TPS again: decided, not held yet, and no mere recount."""
    return case.state == State.DECIDED.value and case.kind != Kind.RECOUNT and bool(case.held_on)


def occasion(case: Ulang) -> Occasion:
    """What the notices of a decided case say."""
    if case.held_on is None:
        raise ValueError("a decided case has its day")
    kind = Kind(case.kind)
    number = f" Nomor {case.decision_number}" if case.decision_number else ""
    office = clock.office()
    return Occasion(
        law.NAMES[kind].id,
        law.SHORT[kind].id,
        case.held_on,
        _contests(case),
        f"Keputusan {office.name if office else 'KPU'}{number}.",
    )


def _contests(case: Ulang) -> list[str]:
    """The contests of a case by their Indonesian names."""
    regime = load_regime(case.election.regime)
    return [regime.contest(one).name_in(case.path[:2]).id for one in case.contests]


def ballots_of(case: Ulang) -> int | None:
    """Ballots that each contest of a case needs; None without voters or a reserve in the law."""
    voters = voters_of(case)
    rate = params_for(load_regime(case.election.regime)).reserve_rate
    if voters is None or rate is None or case.kind == Kind.RECOUNT:
        return None
    return law.ballots_needed(voters, Fraction(rate))


@inner
def begin_anew(by: Viewer, case: Ulang) -> None:
    """Let the forms of the case be typed anew; the old readings and versions stay."""
    rows = Entri.objects.filter(
        election_id=case.election_id, path=case.path, contest__in=case.contests
    ).exclude(state="kosong")
    for row in rows.select_for_update():
        row.drafts.all().delete()
        row.state, row.first, row.second, row.undo_by = "kosong", None, None, None
        row.first_again = row.second_again = False
        row.round += 1
        row.changed_at = clock.real()
        row.save()


def decree_title(case: Ulang) -> str:
    """The title of the decree."""
    return f"{law.NAMES[Kind(case.kind)].id} di TPS {case.path}"[:200]


def decree(by: Viewer, case: Ulang) -> dict[str, Any]:
    """What the decree says, in Indonesian."""
    ground = ground_of(case)
    name = law.NAMES[Kind(case.kind)].id
    village = places.name_of(grounds.everywhere(by), case.path.partition("/")[0])
    day = case.held_on.strftime("%d-%m-%Y") if case.held_on else "-"
    ballots, office = ballots_of(case), clock.office()
    decisions = [
        f"Menetapkan pelaksanaan {name} di TPS {case.path.partition('/')[2]} {village} pada {day}.",
        f"Jenis pemilihan: {', '.join(_contests(case))}.",
        _notices(case),
        f"Surat suara per jenis: {ballots} lembar." if ballots else "",
        f"KPPS yang diganti: {case.kpps_replaced} orang." if case.kpps_replaced else "",
        f"Dasar pelaksanaan lewat batas: {case.late_reason}" if case.late_reason else "",
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    ]
    return {
        "heading": f"Keputusan {office.name if office else 'KPU'}",
        "considering": [f"bahwa {ground.text.id.rstrip('.')};", case.decided_reason],
        "recalling": [f"{ground.article};"],
        "noting": [],
        "decisions": [one for one in decisions if one],
        "tables": [],
        "points": [],
    }


def _notices(case: Ulang) -> str:
    """The sentence of the decree about new notices; '' where there are none or no number."""
    if case.kind == Kind.RECOUNT or case.voters is None:
        return ""
    return f"C.Pemberitahuan baru: {case.voters} lembar, untuk pemilih TPS tersebut."


def unconfirmed(case: Ulang) -> tuple[str, ...]:
    """Footnotes of the decree: what was not seen in a source."""
    ground = ground_of(case)
    return () if ground.confirmed else (f"{ground.article}: belum dikonfirmasi",)
