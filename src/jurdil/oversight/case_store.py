"""Steps inside the acts on findings and reports: open a case, find it, number it, move it on."""

import secrets
from datetime import date, datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from jurdil.kernel import clock, files
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.fields import within
from jurdil.kernel.language import say
from jurdil.kernel.models import Election, Grant, StoredFile
from jurdil.kernel.roles import PUBLIC
from jurdil.kernel.viewer import Viewer
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.oversight import case_words, cases, clocks
from jurdil.office import keeping as numbers
from jurdil.oversight import clocks_ahead, identity, keeping, sealing
from jurdil.oversight.case_records import NewCase, NewEvidence, NewParty, label
from jurdil.oversight.models import Case, CaseEvidence, CaseParty
from jurdil.oversight.rights.roles import OFFICE

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE = 10
MOST_EVIDENCE, MOST_PARTIES = 40, 40
ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "application/pdf": "pdf",
    "video/mp4": "mp4",
    "audio/mpeg": "mp3",
}
ANY = "application/octet-stream"
DISTRICT_ROLE = "panwascam"
KECAMATAN = len("73.12.01")
START = {
    Case.Kind.REPORT: "diterima",
    Case.Kind.FINDING: "diterima",
    Case.Kind.TIP: "informasi-awal",
}
ONLINE = "laporan-daring"
CLARIFYING = ("diregistrasi", "klarifikasi")
LIMITS = {Case.Kind.REPORT: clocks.REPORTED, Case.Kind.FINDING: clocks.FINDING_MADE}


def level_of(by: Viewer) -> str:
    """At which level of Bawaslu somebody acts."""
    return Case.Level.DISTRICT if by.role == DISTRICT_ROLE else Case.Level.REGENCY


def calendar_of(*moments: date | datetime | None) -> DayCalendar:
    """The days off of the years that clocks of these days may reach."""
    return clocks_ahead.calendar_of(one for one in moments if one is not None)


def locked(by: Viewer, case_id: int) -> Case:
    """A case in sight, held until the act ends. Raises Case.DoesNotExist."""
    rows = Case.objects.select_for_update(of=("self",)).filter(path__within=by.path)
    return rows.select_related("election").get(pk=case_id)


def held(by: Viewer, case_id: int) -> Case:
    """As `locked`, for what is done with a case. Raises `Refused` when another level has it."""
    found = locked(by, case_id)
    if found.level == level_of(by):
        return found
    if found.level == Case.Level.DISTRICT:
        raise Refused(_("Perkara ini di tangan Panwaslu Kecamatan. Ambil alih dulu."))
    raise Refused(_("Perkara ini ditangani Bawaslu Kabupaten/Kota."))


@inner
def open_case(by: Viewer, election: Election, kind: str, new: NewCase) -> Case:
    """Record a report, finding or tip with its parties and evidence.

    What comes too late is recorded with its limit and never refused. Raises `Refused` for days that
    have not come or stand in the wrong order, and without a story.
    """
    at = new.received_at or clock.now()
    _check(new, at)
    event_day = new.happened_on or new.known_on or clock.today()
    regime = clocks.regime_for(keeping.election_kind(election), event_day).id
    public = by.role == PUBLIC
    kept, limit = _in_time(kind, regime, new.known_on, at)
    story = {"story": new.story.strip(), "where": new.where.strip()}
    case = Case.objects.create(
        **sealing.sealed(identity.STORY, story),
        kind=kind,
        channel=new.channel,
        election=election,
        path=new.path,
        regime=regime,
        level=level_of(by),
        state=ONLINE if kind == Case.Kind.REPORT and public else START[Case.Kind(kind)],
        title=new.title.strip()[:160] or _title(new.actor),
        actor=new.actor,
        happened_on=new.happened_on,
        known_on=new.known_on,
        received_at=at,
        brought_at=at if kind == Case.Kind.REPORT and not public else None,
        in_time=None if public else kept,
        limit_at=limit,
        receipt="".join(secrets.choice(ALPHABET) for _sign in range(CODE)),
        source=new.source,
        account_id=by.account_id,
        account_name=by.name,
    )
    _fill(by, case, new)
    return case


def _fill(by: Viewer, case: Case, new: NewCase) -> None:
    if case.state != ONLINE:
        number_intake(case)
    made = [(add_party(case, party), party.person) for party in new.parties]
    known = [(label(row.role, row.number), person) for row, person in made]
    case.title = identity.masked(case.title, known)[:160]
    case.save(update_fields=["title"])
    for piece in new.evidence:
        add_evidence(by, case, piece)


def _check(new: NewCase, at: datetime) -> None:
    _check_days(new, at)
    if not new.story.strip():
        raise Refused(_("Tulis apa yang terjadi."))
    if new.actor not in case_words.actors():
        raise Refused(_("Pilih siapa yang dilaporkan."))


def _title(actor: str) -> str:
    return f"Dugaan pelanggaran oleh {case_words.actors()[actor].name.id}"


def _check_days(new: NewCase, at: datetime) -> None:
    """Days in order: it happened, it was known, it is reported."""
    if at > clock.now():
        raise Refused(_("Waktu diterima belum tiba."))
    day = at.astimezone(clock.zone()).date()
    pairs = (
        (_("Hari kejadian"), new.happened_on, _("hari diketahui"), new.known_on),
        (_("Hari diketahui"), new.known_on, _("hari laporan"), day),
        (_("Hari kejadian"), new.happened_on, _("hari laporan"), day),
    )
    for first, earlier, second, later in pairs:
        if earlier and later and earlier > later:
            raise Refused(
                _("%(first)s (%(a)s) tidak boleh sesudah %(second)s (%(b)s).")
                % {
                    "first": first,
                    "a": f"{earlier:%d-%m-%Y}",
                    "second": second,
                    "b": f"{later:%d-%m-%Y}",
                }
            )
    for what, one in ((_("Hari kejadian"), new.happened_on), (_("Hari diketahui"), new.known_on)):
        if one is not None:
            keeping.past(one, what)


def _in_time(
    kind: str, regime: str, known_on: date | None, at: datetime
) -> tuple[bool | None, datetime | None]:
    """Whether it came within the limit, and the limit; nothing for a tip or an unknown day."""
    rule = LIMITS.get(Case.Kind(kind))
    if rule is None or known_on is None:
        return None, None
    kept, end = clocks.in_time(
        regime, rule, known_on, at, calendar=calendar_of(known_on, at), zone=clock.zone()
    )
    return kept, end.at


@inner
def bring(case: Case, at: datetime) -> None:
    """The reporter of an online report came to the desk; only now it is known to be in time."""
    case.brought_at = at
    case.in_time, case.limit_at = _in_time(case.kind, case.regime, case.known_on, at)


@inner
def number_intake(case: Case) -> None:
    """Give the next number of the reception, or of the register of first information."""
    register = case_words.TIP if case.kind == Case.Kind.TIP else case_words.RECEPTION
    day = clock.today()
    case.intake_series = f"{register}/{_code(case)}/{day.year}"
    rows = Case.objects.filter(intake_series=case.intake_series)
    case.intake_seq = numbers.next_number(rows, "intake_seq")
    case.intake_number = _written(case, register, case.intake_seq, day)
    case.save(update_fields=["intake_series", "intake_seq", "intake_number"])


@inner
def register(case: Case, at: datetime) -> None:
    """Give the next number of registered reports or findings; none is left out, none used twice."""
    day = clock.today()
    case.series = f"{case.kind}/{keeping.election_kind(case.election)}/{day.year}"
    rows = Case.objects.filter(series=case.series)
    case.seq = numbers.next_number(rows, "seq")
    case.number = _written(case, case.kind, case.seq, day)
    case.registered_at = at


def _written(case: Case, register_id: str, seq: int, day: date) -> str:
    return case_words.number(
        register_id,
        seq,
        kind=keeping.election_kind(case.election),
        level=case.level,
        code=_code(case),
        day=day,
        type_=case.suspected[0] if len(case.suspected) == 1 else "",
    )


def _code(case: Case) -> str:
    """The region whose register it is: the kecamatan's while Panwascam has the case."""
    return case.path[:KECAMATAN] if case.level == Case.Level.DISTRICT else clock.office_path()


@inner
def add_party(case: Case, new: NewParty) -> CaseParty:
    """A party under the next number of its role. Raises `Refused` for an unknown role, or none."""
    if new.role not in CaseParty.Role.values:
        raise Refused(_("Pilih peran orang ini dalam perkara."))
    if not new.person.known:
        raise Refused(_("Tulis paling sedikit nama atau ciri orang ini."))
    if case.parties.count() >= MOST_PARTIES:
        raise Refused(
            _("Paling banyak %(most)s orang dalam satu perkara.") % {"most": MOST_PARTIES}
        )
    last = case.parties.filter(role=new.role).aggregate(last=Max("number"))["last"] or 0
    return CaseParty.objects.create(
        case=case,
        role=new.role,
        number=last + 1,
        capacity=new.capacity,
        added_at=clock.now(),
        **identity.columns(new.person),
    )


@inner
def add_evidence(by: Viewer, case: Case, new: NewEvidence) -> CaseEvidence:
    """A piece of evidence under the next number; its file keeps no name of the sender's."""
    if new.kind not in CaseEvidence.Kind.values:
        raise Refused(_("Pilih jenis bukti."))
    if new.upload is None and not new.about.strip():
        raise Refused(_("Sertakan berkas, atau tulis apa buktinya."))
    count = case.evidence.count()
    if count >= MOST_EVIDENCE:
        raise Refused(
            _("Paling banyak %(most)s bukti dalam satu perkara.") % {"most": MOST_EVIDENCE}
        )
    number = count + 1
    stored, name = None, ""
    if new.upload is not None:
        kind = new.upload.media_type if new.upload.media_type in ENDINGS else ANY
        name = f"bukti-{number}.{ENDINGS.get(kind, 'bin')}"
        stored = files.keep(
            new.upload.content,
            name=name,
            media_type=kind,
            level=StoredFile.Level.PERSONAL,
            path=case.path,
        )
    return CaseEvidence.objects.create(
        case=case,
        number=number,
        kind=new.kind,
        about=new.about.strip(),
        file=stored,
        name=name,
        added_at=clock.now(),
        added_name=by.name,
    )


def officers(path: str) -> dict[int, Grant]:
    """Who may handle a case at a place, by account: the office and its Panwascam, today."""
    today = clock.today()
    grants = Grant.objects.filter(role__in=OFFICE | {DISTRICT_ROLE}, valid_from__lte=today)
    return {
        grant.account_id: grant
        for grant in grants.select_related("account").order_by("account__name")
        if within(path, grant.path) and (grant.valid_until is None or grant.valid_until >= today)
    }


def named(case: Case) -> str:
    """A case by its best number, for sentences."""
    return case.number or case.intake_number or f"#{case.pk}"


def require_state(case: Case, *states: str) -> None:
    """Raise `Refused` unless the case stands in one of these states."""
    if case.state not in states:
        raise Refused(
            _("Perkara ini sekarang “%(state)s”; langkah ini bukan untuk keadaan itu.")
            % {"state": say(cases.states()[case.state].name)}
        )


def open_still(by: Viewer, case_id: int) -> Case:
    """As `held`, for what ends with the case. Raises `Refused` once it has ended."""
    found = held(by, case_id)
    require_open(found)
    return found


def require_open(case: Case) -> None:
    """Raise `Refused` for a case that has ended."""
    if cases.states()[case.state].ended:
        raise Refused(_("Perkara ini sudah selesai."))


def in_order(at: datetime, earliest: datetime, what: str) -> datetime:
    """A moment that has come and does not lie before another one.

    Pages know the minute only, so the same minute counts as after. Raises `Refused`, with both.
    """
    if at > clock.now():
        raise Refused(_("Waktu ini belum tiba."))
    if at >= earliest:
        return at
    if at >= earliest.replace(second=0, microsecond=0):
        return earliest
    zone = clock.zone()
    raise Refused(
        _("Waktu ini (%(at)s) mendahului %(what)s (%(first)s).")
        % {
            "at": f"{at.astimezone(zone):%d-%m-%Y %H.%M}",
            "what": what,
            "first": f"{earliest.astimezone(zone):%d-%m-%Y %H.%M}",
        }
    )
