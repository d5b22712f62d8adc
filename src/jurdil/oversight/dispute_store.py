"""What the acts of process disputes check and compute; the rules are `law.oversight`'s."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.deadlines import Due
from jurdil.law.oversight import process_disputes as law
from jurdil.law.oversight.clocks import Running
from jurdil.law.oversight.process_disputes import Step
from jurdil.oversight import clocks_ahead, keeping
from jurdil.oversight.dispute_records import DisputeMove, NewDispute
from jurdil.oversight.models import ProcessDispute
from jurdil.places import paths

Level = ProcessDispute.Level


def level_of(by: Viewer, path: str) -> str:
    """The level that handles a dispute of this place."""
    district = by.role == "panwascam" or paths.level(path) >= paths.KECAMATAN
    return Level.DISTRICT if district else Level.REGENCY


def check(election: Election, new: NewDispute, level: str) -> None:
    """Refuse words that no list knows, a level that does not decide, days that contradict."""
    known = (
        (new.track, law.tracks(), _("Pilih jenis sengketanya.")),
        (new.applicant_kind, law.applicants(), _("Pilih siapa pemohonnya.")),
        (new.object_kind, law.objects(), _("Pilih objek sengketanya.")),
    )
    for value, words, sentence in known:
        if value not in words:
            raise Refused(sentence)
    if law.tracks()[new.track].kind != keeping.election_kind(election):
        raise Refused(_("Jenis sengketa ini bukan milik pemilihan yang dipilih."))
    if not law.may_decide(new.track, level):
        raise Refused(
            _("Panwaslu kecamatan hanya memutus sengketa antarpeserta, dengan mandat Bawaslu.")
        )
    if level == Level.DISTRICT and not new.mandate.strip():
        raise Refused(_("Isi nomor mandat dari Bawaslu kabupaten/kota."))
    for text, sentence in (
        (new.applicant, _("Isi pemohon.")),
        (new.respondent, _("Isi termohon.")),
        (new.posita, _("Tulis alasan permohonan (posita).")),
        (new.petitum, _("Tulis yang dimohonkan (petitum).")),
    ):
        keeping.wanted(text, sentence)
    if new.track != law.BETWEEN:
        keeping.wanted(new.object_number, _("Isi nomor keputusan atau berita acara KPU."))
    keeping.past(new.received_on, _("Tanggal permohonan"))
    if new.object_day > new.received_on:
        days = {"made": f"{new.object_day:%d-%m-%Y}", "got": f"{new.received_on:%d-%m-%Y}"}
        raise Refused(
            _("Objek sengketa bertanggal %(made)s, sesudah permohonan diterima (%(got)s).") % days
        )
    keeping.past(new.object_day, _("Tanggal objek"))


def limit(track: str, object_day: date) -> Due | None:
    """When a petition against a decision of this day ends; None where no clock is known."""
    calendar = clocks_ahead.calendar_of([object_day])
    return law.petition_due(track, object_day, calendar=calendar, zone=clock.zone())


def is_late(track: str, object_day: date, received_on: date) -> bool:
    """Whether a petition came after its limit."""
    end = limit(track, object_day)
    return end is not None and received_on > end.last_day


def clocks(row: ProcessDispute, calendar: DayCalendar) -> tuple[Running, ...]:
    """The clocks that run now, what lapses next on top."""
    taken = [(one.step, one.on) for one in row.steps.all()]
    return law.running(
        row.track,
        row.received_on,
        taken,
        ruling=row.ruling,
        now=clock.now(),
        calendar=calendar,
        zone=clock.zone(),
    )


def step_of(row: ProcessDispute, new: DisputeMove) -> Step:
    """The step, when it follows and has its paper. Raises `Refused` with what to do."""
    given = keeping.given(new, law.NEEDS)
    try:
        found = law.advance(row.track, row.state, new.step, given=given, ruling=row.ruling)
    except law.IllegalStep as error:
        offered = law.steps_from(row.track, row.state, row.ruling)
        raise Refused(keeping.refusal(new, offered, law.states()[row.state].name)) from error
    if "ruling" in found.needs and new.ruling not in law.rulings():
        raise Refused(_("Pilih amar putusannya."))
    keeping.past(new.on, _("Tanggal langkah"))
    keeping.not_before(new.on, row.since)
    return found


def breaks(row: ProcessDispute, step: Step, on: date) -> bool:
    """Whether a clock that the step keeps had lapsed by its day."""
    running = clocks(row, clocks_ahead.calendar_of([row.received_on]))
    return any(one.due.rule.id in step.ends and on > one.due.last_day for one in running)


def number(row: ProcessDispute) -> str:
    """The number of a petition, or of its register once it is registered."""
    if row.register is not None:
        return f"Reg. {row.register:03d}/{row.register_year}"
    return f"{row.serial:03d}/{row.year}"


def url(row: ProcessDispute) -> str:
    """The page of a dispute."""
    return reverse("oversight:dispute", args=[row.pk])
