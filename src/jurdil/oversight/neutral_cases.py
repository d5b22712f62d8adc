"""What the acts of neutrality check and compute; the rules are those of `law.oversight`."""

from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel import clock, moments
from jurdil.kernel.acts import Refused
from jurdil.kernel.language import say
from jurdil.kernel.models import Election
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.oversight import neutrality, neutrality_road
from jurdil.law.oversight.neutrality import ASN, Act, Person, Stop
from jurdil.law.oversight.neutrality_road import Step
from jurdil.law.text import Text
from jurdil.oversight import keeping, phases
from jurdil.oversight.models import Neutral
from jurdil.oversight.neutral_records import NewNeutral, NewStep
from jurdil.oversight.phases import Determined, Schedules

ONE_DAY = timedelta(days=1)


def check(election: Election, new: NewNeutral) -> None:
    """Refuse words that no list knows, and days that contradict each other."""
    known = (
        (new.source, Neutral.Source.values, _("Pilih sumbernya: temuan, laporan, informasi awal.")),
        (new.person, neutrality.persons(), _("Pilih siapa terlapor menurut golongannya.")),
        (new.act, neutrality.acts(), _("Pilih perbuatan dari lampiran keputusan bersama.")),
        (new.part, Neutral.Part.values, _("Pilih peran aktif atau pasif.")),
        (new.medium, Neutral.Medium.values, _("Pilih tempat atau media kejadian.")),
        (new.contest, election.contests or [""], _("Pilih jenis pemilihan dari daftar.")),
    )
    for value, words, sentence in known:
        if value not in words:
            raise Refused(sentence)
    _check_person(new)
    keeping.past(new.known_on, _("Tanggal diketahui"))
    if new.happened_on > new.known_on:
        days = {"happened": f"{new.happened_on:%d-%m-%Y}", "known": f"{new.known_on:%d-%m-%Y}"}
        raise Refused(
            _("Tanggal kejadian (%(happened)s) sesudah tanggal diketahui (%(known)s).") % days
        )
    keeping.past(new.happened_on, _("Tanggal kejadian"))
    keeping.wanted(new.agency, _("Isi instansi terlapor."))
    keeping.wanted(new.beneficiary, _("Isi calon atau partai yang diuntungkan."))
    keeping.wanted(new.facts, _("Tulis apa yang terjadi, tanpa nama terlapor."))
    if new.determined_on and not new.determined_basis.strip():
        raise Refused(_("Sebutkan keputusan KPU yang menetapkan calon pada tanggal itu."))


def _check_person(new: NewNeutral) -> None:
    employments = neutrality_road.employments()
    if new.employment:
        found = employments.get(new.employment)
        if found is None or new.person not in found[1]:
            raise Refused(_("Status kepegawaian itu bukan milik golongan terlapor ini."))
    if new.post and (new.person != ASN or new.post not in neutrality_road.posts()):
        raise Refused(_("Kelompok jabatan hanya untuk ASN; pilih dari daftar."))


def determined(row: Neutral, seen: Schedules | None = None) -> Determined | None:
    """When candidates were determined: as fixed or typed in the row, else by the schedule."""
    if row.determined_on is not None:
        return Determined(row.determined_on, row.determined_basis, True)
    return (seen or Schedules()).determined(row.election, row.contest)


def sanction(row: Neutral, seen: Schedules | None = None) -> str:
    """The sanction class of the act by the day of determination; '' where none is on record.

    Once the plenary concluded, what was fixed then; others than ASN have none in the annex.
    """
    if row.proven is not None or row.person != ASN:
        return row.sanction
    found = determined(row, seen)
    return neutrality.sanction_of(row.act, row.happened_on, found.day if found else None) or ""


def basis(row: Neutral) -> Act | Person:
    """What an act is judged by: the annex for ASN, for others the law of their own authority."""
    return neutrality.acts()[row.act] if row.person == ASN else neutrality.persons()[row.person]


def running(row: Neutral, calendar: DayCalendar) -> tuple[Stop, date] | None:
    """The stop whose clock runs now, with its last day; None where none does."""
    stop = neutrality_road.stop_of(row.state, row.person)
    last = neutrality.last_day(stop, row.since, calendar) if stop else None
    return (stop, last) if stop and last else None


def ends_at(last: date) -> datetime:
    """When a clock with this last day has lapsed."""
    return moments.start_of(last + ONE_DAY, clock.zone())


def step_of(row: Neutral, new: NewStep) -> Step:
    """The step, when it follows and has its paper. Raises `Refused` with what to do."""
    given = keeping.given(new, neutrality_road.NEEDS)
    try:
        found = neutrality_road.advance(row.state, new.step, row.person, given=given)
    except neutrality_road.IllegalStep as error:
        offered = neutrality_road.steps_from(row.state, row.person)
        state = neutrality_road.states()[row.state].name
        raise Refused(keeping.refusal(new, offered, state)) from error
    keeping.past(new.on, _("Tanggal langkah"))
    keeping.not_before(new.on, row.since)
    if "sanction" in found.needs and new.sanction not in neutrality.sanctions():
        raise Refused(_("Pilih golongan sanksi yang dijatuhkan."))
    if new.addressee and new.addressee not in neutrality_road.addressees():
        raise Refused(_("Pilih penerima dari daftar."))
    return found


def move(row: Neutral, step: Step, new: NewStep) -> None:
    """Put the row where a step leads; a conclusion fixes what was computed until then."""
    if step.id in (neutrality_road.PROVEN, neutrality_road.NOT_PROVEN):
        found = determined(row)
        row.sanction = sanction(row)
        if found is not None:
            row.determined_on, row.determined_basis = found.day, found.basis[:160]
        row.proven = step.id == neutrality_road.PROVEN
    if step.id == neutrality_road.SANCTIONED:
        row.given_sanction = new.sanction
    row.state, row.since = step.target, new.on
    row.result = step.result or row.result


def days_open(row: Neutral, today: date) -> int:
    """Days from the day it was known to its end, or to today."""
    ended = row.since if row.state == neutrality_road.CLOSED else today
    return (ended - row.known_on).days


def number(row: Neutral) -> str:
    """The number in this office's own register; no rule gives a pattern for it."""
    return f"{row.serial:03d}/{row.year}"


def title(row: Neutral) -> str:
    """How a case is called on lists: its number and its act, never a person."""
    return f"{number(row)} {say(neutrality.acts()[row.act].name)}"


def url(row: Neutral) -> str:
    """The page of a case."""
    return reverse("oversight:neutral", args=[row.pk])


def contest_name(row: Neutral) -> Text | None:
    """The contest that the act was for, by name."""
    return phases.contests_of(row.election).get(row.contest)
