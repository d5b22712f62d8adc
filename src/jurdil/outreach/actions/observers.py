"""Acts on observers, surveys and quick counts: received, completed, decided, reported, revoked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.brought import Upload
from jurdil.kernel.fields import within
from jurdil.kernel.language import say
from jurdil.kernel.models import Election, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.participation import bodies
from jurdil.law.participation.steps import Registration as State
from jurdil.law.participation.steps import RegistrationStep
from jurdil.office import keeping
from jurdil.outreach import observing
from jurdil.outreach.models import Registration, RegistrationPaper, RegistrationPerson

BEFORE_DECISION = (State.RECEIVED, State.RETURNED)
"""While papers may still come in."""
CARRIERS = (*BEFORE_DECISION, State.COMPLETE, State.ACCREDITED)
"""While people of the body may be put on its list."""


@dataclass(frozen=True)
class Application:
    """What a body applies with. `areas` are place paths down to villages."""

    kind: str
    organisation: str
    leader: str
    received_on: date
    extent: str = ""
    plan: str = ""
    areas: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ruling:
    """The paper of a decision: number, day and its signed file; what it fixes for the report."""

    number: str = ""
    on: date | None = None
    file: Upload | None = None
    report_due: date | None = None
    report_basis: str = ""
    late_basis: str = ""


@act("outreach.receive_body")
def receive(*, by: Viewer, election_id: int, application: Application) -> Done[Registration]:
    """Take in an application and give it a number. One that is late comes in and is marked so.

    Raises `Refused` for a kind or extent that registers elsewhere, a name that is in the register
    already, a day ahead, or areas outside the election.
    """
    election = Election.objects.get(pk=election_id)
    if not within(by.path, election.path):
        raise Election.DoesNotExist
    rules = observing.rules_of(election)
    kind = observing.kind_of(rules, application.kind, by.house)
    _check_extent(rules, application)
    keeping.not_ahead(application.received_on, _("Hari diterima"))
    name = keeping.wanted(application.organisation, _("Isi nama lembaga."))
    rows = Registration.objects.filter(election=election, path=by.path, kind=kind.id)
    live = rows.exclude(state__in=(State.REFUSED, State.WITHDRAWN, State.REVOKED))
    if known := live.filter(organisation__iexact=name).first():
        raise Refused(
            _("“%(name)s” sudah terdaftar dengan nomor %(number)s.")
            % {"name": known.organisation, "number": known.number}
        )
    row = Registration.objects.create(
        election=election,
        path=by.path,
        number=observing.next_number(election, by.path),
        kind=kind.id,
        extent=application.extent,
        organisation=name,
        leader=keeping.wanted(application.leader, _("Isi nama pimpinan lembaga.")),
        plan=application.plan.strip(),
        areas=observing.check_areas(election, list(application.areas)),
        received_on=application.received_on,
        last_day=observing.last_date(election, kind),
    )
    observing.write_step(by, row, "terima")
    return _done(row, {"kind": row.kind, "number": row.number, "late": row.late})


def _check_extent(rules: bodies.Rules, application: Application) -> None:
    """Raise `Refused` unless a body of this extent registers at a regency."""
    extents = {one.id: one for one in rules.extents_of(application.kind)}
    if not extents:
        return
    chosen = extents.get(application.extent)
    if chosen is None:
        raise Refused(_("Pilih cakupan kegiatannya; cakupan menentukan tempat mendaftar."))
    if not chosen.here:
        raise Refused(
            _("Untuk cakupan “%(extent)s” lembaga mendaftar di %(office)s (%(article)s).")
            % {
                "extent": say(chosen.name),
                "office": say(chosen.office),
                "article": chosen.article,
            }
        )


@act("outreach.body_paper")
def take_paper(
    *, by: Viewer, registration_id: int, code: str, note: str = "", file: Upload | None = None
) -> Done[RegistrationPaper]:
    """Record a paper that was handed in. Raises `Refused` for one that is not on the list."""
    row = observing.registration_for(by, registration_id)
    observing.require_open(row, *BEFORE_DECISION)
    papers = {one.id: one for one in observing.rules_of(row.election).papers_of(row.kind)}
    if code not in papers:
        raise Refused(_("Dokumen ini tidak ada pada daftar persyaratan."))
    level = StoredFile.Level.PERSONAL if papers[code].personal else StoredFile.Level.INTERNAL
    made = RegistrationPaper.objects.create(
        registration=row,
        code=code,
        note=note.strip(),
        file=keeping.keep(row.path, file, level) if file else None,
        received_on=clock.today(),
        account_name=by.name,
    )
    return Done(made, f"registration:{row.pk}", row.path, {"paper": code})


@act("outreach.body_person")
def add_person(
    *, by: Viewer, registration_id: int, name: str, area: str = "", photo: Upload | None = None
) -> Done[RegistrationPerson]:
    """Put somebody on the list of those who carry a card; the photo is kept sealed.

    Raises `Refused` for a name twice, or an area where the body does not work.
    """
    row = observing.registration_for(by, registration_id)
    observing.require_open(row, *CARRIERS)
    name = keeping.wanted(name, _("Isi nama orangnya."))
    if row.people.filter(name__iexact=name, withdrawn_for="").exists():
        raise Refused(_("“%(name)s” sudah ada pada daftar lembaga ini.") % {"name": name})
    place = area.strip() or row.path
    if area.strip() and not any(within(place, one) for one in row.areas or [row.path]):
        raise Refused(_("%(area)s tidak termasuk wilayah kerja lembaga ini.") % {"area": place})
    made = RegistrationPerson.objects.create(
        registration=row,
        number=row.people.count() + 1,
        name=name,
        area=place,
        photo=keeping.keep(row.path, photo, StoredFile.Level.PERSONAL) if photo else None,
    )
    return Done(made, f"registration:{row.pk}", row.path, {"person": made.number})


@act("outreach.body_strike")
def strike_person(
    *, by: Viewer, registration_id: int, number: int, reason: str
) -> Done[RegistrationPerson]:
    """Take somebody off the list with the reason; the card is no longer printed."""
    row = observing.registration_for(by, registration_id)
    person = row.people.get(number=number)
    if person.withdrawn_for:
        raise Refused(_("Orang ini sudah dicoret dari daftar."))
    person.withdrawn_for = keeping.wanted(reason, _("Tuliskan mengapa orang ini dicoret."))
    person.save(update_fields=["withdrawn_for"])
    return Done(person, f"registration:{row.pk}", row.path, {"person": number})


@act("outreach.body_check")
def check(
    *, by: Viewer, registration_id: int, move: str, reason: str = "", paper: str = ""
) -> Done[Registration]:
    """Declare an application complete, return it, take it back, or note that it was withdrawn.

    Raises `Refused` for one declared complete while papers of its list are missing, by name.
    """
    row = observing.registration_for(by, registration_id)
    steps = (
        RegistrationStep.COMPLETE,
        RegistrationStep.RETURN,
        RegistrationStep.RESUBMIT,
        RegistrationStep.WITHDRAW,
    )
    wanted = _move(move, steps)
    if wanted is RegistrationStep.COMPLETE:
        _require_papers(row)
    observing.take_step(by, row, wanted, reason=reason, document=paper)
    return _done(row, {"step": move})


def _require_papers(row: Registration) -> None:
    papers = observing.rules_of(row.election).papers_of(row.kind)
    there = set(row.papers.values_list("code", flat=True))
    if gone := bodies.missing(papers, there):
        raise Refused(
            _("Masih kurang %(count)s dokumen: %(names)s.")
            % {"count": len(gone), "names": ", ".join(say(one.name) for one in gone)}
        )


@act("outreach.body_decide")
def decide(
    *, by: Viewer, registration_id: int, move: str, ruling: Ruling, reason: str = ""
) -> Done[Registration]:
    """Accredit or refuse with a decree or certificate, or revoke an accreditation with a reason.

    Raises `Refused` without number and date, for a decree before the application, and for an
    application that came after the last day and has no written basis.
    """
    row = observing.registration_for(by, registration_id)
    steps = (RegistrationStep.ACCREDIT, RegistrationStep.REFUSE, RegistrationStep.REVOKE)
    wanted = _move(move, steps)
    if ruling.on is not None:
        keeping.not_ahead(ruling.on, _("Tanggal keputusan"))
        if ruling.on < row.received_on:
            raise Refused(
                _("Keputusan %(decided)s mendahului pendaftaran %(received)s. Periksa tanggalnya.")
                % {"decided": f"{ruling.on:%d-%m-%Y}", "received": f"{row.received_on:%d-%m-%Y}"}
            )
    if wanted is RegistrationStep.ACCREDIT:
        _accredit(row, ruling)
    kept = keeping.keep(row.path, ruling.file) if ruling.file else None
    observing.take_step(
        by,
        row,
        wanted,
        reason=reason,
        document=ruling.number,
        document_on=ruling.on,
        file=kept,
    )
    row.save()
    return _done(row, {"step": move, "document": ruling.number})


def _accredit(row: Registration, ruling: Ruling) -> None:
    """What accreditation fixes on the row. Raises `Refused` for a late one without a basis."""
    if row.late and row.last_day and not ruling.late_basis.strip():
        raise Refused(
            _(
                "Pendaftaran diterima %(received)s, sesudah hari terakhir %(last)s. Tolak, atau "
                "tulis dasar tertulis untuk menerimanya."
            )
            % {"received": f"{row.received_on:%d-%m-%Y}", "last": f"{row.last_day:%d-%m-%Y}"}
        )
    if ruling.report_due and not ruling.report_basis.strip():
        raise Refused(_("Tulis dasar batas waktu laporan, misalnya nomor sertifikatnya."))
    row.decree_number, row.decree_on = ruling.number.strip(), ruling.on
    row.report_due, row.report_basis = ruling.report_due, ruling.report_basis.strip()
    row.late_basis = ruling.late_basis.strip()


@act("outreach.body_report")
def take_report(
    *, by: Viewer, registration_id: int, on: date, file: Upload | None = None
) -> Done[Registration]:
    """Record the report of an accredited body. Raises `Refused` for one that has none due."""
    row = observing.registration_for(by, registration_id)
    observing.require_open(row, State.ACCREDITED)
    keeping.not_ahead(on, _("Hari laporan"))
    if row.reported_on is not None:
        raise Refused(
            _("Laporan lembaga ini sudah diterima %(day)s.")
            % {"day": f"{row.reported_on:%d-%m-%Y}"}
        )
    row.reported_on = on
    row.report = keeping.keep(row.path, file) if file else None
    row.save(update_fields=["reported_on", "report"])
    observing.write_step(by, row, "laporan", document_on=on)
    return _done(row, {"reported": on.isoformat()})


def _move(move: str, allowed: Iterable[RegistrationStep]) -> RegistrationStep:
    """A step that this act takes. Raises `Refused` for another."""
    if move not in set(allowed):
        raise Refused(_("Langkah ini tidak dikenal."))
    return RegistrationStep(move)


def _done(row: Registration, facts: dict) -> Done[Registration]:
    return Done(row, f"registration:{row.pk}", row.path, {"state": row.state, **facts})
