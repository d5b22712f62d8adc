"""Writing activities: the steps that several acts, the import and the phones share."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _

from jurdil.kernel import clock, moments, windows
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.fields import within
from jurdil.kernel.language import say
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach import attendance, codes
from jurdil.law.outreach.states import REASONED, IllegalStep, State, Step, after
from jurdil.office import queries as office
from jurdil.outreach.models import Activity, ActivityStep, ActivityVillage, Programme
from jurdil.outreach.records import Draft
from jurdil.places import paths

EARLIEST = 2000
MARGIN = timedelta(days=180)
"""Outreach begins before the first window of a schedule and goes on after the last one."""
OPEN = (State.PLANNED, State.FILED, State.RETURNED)
"""States in which an activity may still be changed."""


def subject_of(activity_id: int) -> str:
    """How the expense file names its activity."""
    return f"outreach:activity:{activity_id}"


def activity_for(by: Viewer, activity_id: int) -> Activity:
    """An activity that the viewer's own body files, held. Raises Activity.DoesNotExist.

    One of a wider body lies in sight of a village, but is not the village's to change.
    """
    rows = Activity.objects.select_for_update(of=("self",)).select_related("election")
    found = rows.filter(path__within=by.path).get(pk=activity_id)
    if not within(found.origin, by.path):
        raise Refused(_("Kegiatan ini dicatat oleh badan di atas Anda; hubungi pencatatnya."))
    return found


def require_open(activity: Activity) -> None:
    """Raise `Refused` for an activity that changes no more."""
    if State(activity.state) not in OPEN:
        raise Refused(
            _("Kegiatan ini berstatus “%(state)s” dan tidak diubah lagi.")
            % {"state": activity.get_state_display()}
        )


def election_for(by: Viewer, election_id: int) -> Election:
    """An election of the viewer's place. Raises Election.DoesNotExist."""
    found = Election.objects.get(pk=election_id)
    if not (within(by.path, found.path) or within(found.path, by.path)):
        raise Election.DoesNotExist
    return found


def checked(by: Viewer, draft: Draft, *, held: bool) -> dict[str, Any]:
    """The fields of a draft; `held` for one that is filed as done.

    Raises `Refused` with a sentence that names both numbers, days or places that disagree.
    """
    election = election_for(by, draft.election_id)
    title = draft.title.strip()
    if not title:
        raise Refused(_("Isi nama kegiatan."))
    _check_codes(election.regime, draft)
    _check_place(by, draft)
    _check_day(election, draft.held_on, held=held)
    wrong = attendance.faults(draft.came)
    if wrong:
        raise Refused(" ".join(say(one) for one in wrong))
    return {
        "election": election,
        "stage": draft.stage,
        "programme": _programme(by, draft),
        "path": draft.path,
        "title": title[:200],
        "topic": draft.topic.strip()[:200],
        "base": draft.base,
        "method": draft.method,
        "group": draft.group.strip()[:120],
        **_institution(by, draft),
        "partner": draft.partner.strip()[:160],
        "venue": draft.venue.strip()[:160],
        "held_on": draft.held_on,
        "men": draft.came.men,
        "women": draft.came.women,
        "total": draft.came.total,
        "disabled_men": draft.came.disabled_men,
        "disabled_women": draft.came.disabled_women,
        "reach": draft.reach,
        "cost": draft.cost,
        "money": draft.money.strip()[:60],
    }


def _check_codes(regime: str, draft: Draft) -> None:
    known = {one.code for one in codes.bases(regime)}
    if draft.base not in known:
        raise Refused(_("Basis “%(code)s” tidak dikenal.") % {"code": draft.base})
    if draft.method not in {one.code for one in codes.methods(regime)}:
        raise Refused(_("Metode “%(code)s” tidak dikenal.") % {"code": draft.method})
    if draft.stage and not windows.windows_of(draft.election_id).filter(stage=draft.stage).exists():
        raise Refused(_("Tahapan itu tidak ada dalam jadwal pemilihan yang dipilih."))


def _check_place(by: Viewer, draft: Draft) -> None:
    for path in (draft.path, *draft.villages):
        if not within(path, by.path):
            raise Refused(_("Tempat %(place)s di luar wilayah kerja Anda.") % {"place": path})


def _check_day(election: Election, day: date, *, held: bool) -> None:
    today = clock.today()
    if held and day > today:
        raise Refused(
            _("Kegiatan bertanggal %(day)s belum dilaksanakan; hari ini %(today)s.")
            % {"day": f"{day:%d-%m-%Y}", "today": f"{today:%d-%m-%Y}"}
        )
    first, last = span_of(election)
    early = day.year < EARLIEST or (first is not None and day < first - MARGIN)
    if early or (last is not None and day > last + MARGIN):
        raise Refused(
            _(
                "Tanggal %(day)s lebih dari %(n)s hari di luar jadwal ini (%(first)s sampai "
                "%(last)s)."
            )
            % {
                "day": f"{day:%d-%m-%Y}",
                "n": MARGIN.days,
                "first": f"{first:%d-%m-%Y}" if first else _("tanpa awal"),
                "last": f"{last:%d-%m-%Y}" if last else _("tanpa akhir"),
            }
        )


def span_of(election: Election) -> tuple[date | None, date | None]:
    """First and last day of an election's schedule; routine work has none."""
    if election.voting_day is None:
        return None, None
    zone = clock.zone()
    rows = windows.windows_of(election.pk).values_list("opens", "closes")
    days = [moments.day_of(one, zone) for row in rows for one in row if one is not None]
    return (min(days), max(days)) if days else (None, None)


def _programme(by: Viewer, draft: Draft) -> Programme | None:
    if draft.programme_id is None:
        return None
    found = Programme.objects.filter(election=draft.election_id, dropped_for="")
    line = found.filter(pk=draft.programme_id).first()
    if line is None or not (within(by.path, line.path) or within(line.path, by.path)):
        raise Refused(_("Program itu tidak ada pada pemilihan yang dipilih."))
    return line


def _institution(by: Viewer, draft: Draft) -> dict[str, Any]:
    """The organisation by its id in the directory, else as it was written."""
    if draft.institution_id is None:
        name = draft.institution_name.strip()[:160]
        return {"institution": None, "institution_name": name}
    try:
        row, _people = office.institution(by, draft.institution_id)
    except ObjectDoesNotExist:
        raise Refused(_("Organisasi itu tidak ada di direktori.")) from None
    return {"institution": row.id, "institution_name": row.name}


@inner
def create(by: Viewer, draft: Draft, *, held: bool, token: Any = None) -> Activity:
    """A new activity of the viewer's body, planned; the caller files it when it was held."""
    values = checked(by, draft, held=held)
    if token is not None:
        values["token"] = token
    made = Activity.objects.create(
        origin=by.path,
        account_id=by.account_id,
        account_name=by.name,
        changed_at=clock.now(),
        **values,
    )
    _villages(made, draft.villages)
    return made


@inner
def write(by: Viewer, activity: Activity, draft: Draft, *, held: bool) -> None:
    """Change an activity that is still open."""
    require_open(activity)
    for name, value in checked(by, draft, held=held).items():
        setattr(activity, name, value)
    _touch(by, activity)
    _villages(activity, draft.villages)


@inner
def take(by: Viewer, activity: Activity, step: Step, reason: str = "") -> None:
    """Take a step of the activity's machine and keep it in its history. Raises `Refused`."""
    if step in REASONED and not reason.strip():
        raise Refused(_("Tuliskan alasannya, supaya pelapor tahu apa yang harus dibetulkan."))
    try:
        activity.state = after(State(activity.state), step)
    except IllegalStep:
        raise Refused(
            _("Kegiatan ini berstatus “%(state)s”, jadi langkah ini tidak dapat diambil.")
            % {"state": activity.get_state_display()}
        ) from None
    if step is Step.FILE:
        activity.account_id, activity.account_name = by.account_id, by.name
    activity.rev += 1
    activity.changed_at = clock.now()
    activity.save()
    ActivityStep.objects.create(
        activity=activity,
        step=step,
        state=activity.state,
        reason=reason.strip()[:300],
        account_name=by.name,
        at=clock.now(),
    )


@inner
def _touch(by: Viewer, activity: Activity) -> None:
    activity.rev += 1
    activity.changed_at = clock.now()
    activity.save()


@inner
def _villages(activity: Activity, wanted: Iterable[str]) -> None:
    """Write the villages reached: those named, and the place itself when it is in a village."""
    asked = {*wanted, activity.path.partition("/")[0]}
    kept = {path for path in asked if paths.level(path) == paths.VILLAGE}
    activity.villages.exclude(path__in=kept).delete()
    there = set(activity.villages.values_list("path", flat=True))
    ActivityVillage.objects.bulk_create(
        ActivityVillage(activity=activity, path=path) for path in sorted(kept - there)
    )
