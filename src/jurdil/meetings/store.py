"""Writing meetings, guests and attendance: the steps that several acts share."""

import secrets
from collections.abc import Iterable

from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.documents import signing
from jurdil.kernel.fields import within
from jurdil.kernel.models import Document, Election, Grant
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.who import held_today
from jurdil.law.meetings import titles
from jurdil.law.meetings.kinds import kind as kind_of
from jurdil.law.meetings.states import IllegalStep, State, after
from jurdil.law.meetings.states import Step as Move
from jurdil.meetings.models import Agenda, Guest, Meeting, Session, Step
from jurdil.meetings.records import Invited, NewGuest, NewSession, Plan
from jurdil.stages import divisions

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_CODE = 10
BODIES = {
    "kabko": {"ketua", "anggota", "bw-ketua", "bw-anggota"},
    "kecamatan": {"ppk", "panwascam"},
    "desa": {"pps", "pkd"},
}
"""Roles that are members of the body at each level."""
MEMBERS = frozenset().union(*BODIES.values())


def meeting_for(by: Viewer, meeting_id: int) -> Meeting:
    """A meeting in scope, held for this act. Raises Meeting.DoesNotExist."""
    found = Meeting.objects.select_for_update(of=("self",)).filter(path__within=by.path)
    return found.get(pk=meeting_id)


def require_alive(meeting: Meeting, *allowed: State) -> None:
    """Raise `Refused` unless the meeting is in one of these states."""
    if State(meeting.state) not in allowed:
        raise Refused(
            _("Rapat ini berstatus “%(state)s”, jadi langkah ini tidak dapat diambil.")
            % {"state": meeting.get_state_display()}
        )


@inner
def create(by: Viewer, *, kind: str, plan: Plan, election_id: int, path: str, subject: str) -> int:
    """A new meeting with its sessions, its agenda and the members of its body; returns its id."""
    try:
        law = kind_of(kind)
    except KeyError:
        raise Refused(_("Jenis rapat “%(kind)s” tidak dikenal.") % {"kind": kind}) from None
    check_plan(plan)
    election = Election.objects.get(pk=election_id)
    if not (within(path, election.path) and within(path, by.path)):
        raise Election.DoesNotExist
    meeting = Meeting.objects.create(
        kind=kind,
        election=election,
        path=path,
        subject=subject[:80],
        code="".join(secrets.choice(_LETTERS) for _each in range(_CODE)),
        **_fields(plan),
    )
    write_parts(meeting, plan)
    if law.members:
        put_on_list(meeting, body_of(path))
    return meeting.pk


def check_plan(plan: Plan) -> None:
    """Raise `Refused` for a plan without title, place or sessions, or whose sessions overlap."""
    if not plan.title.strip() or not (plan.venue.strip() or plan.online.strip()):
        raise Refused(_("Isi judul dan tempat rapat (atau alamat daringnya)."))
    if not plan.sessions:
        raise Refused(_("Isi hari dan jam rapat."))
    last: NewSession | None = None
    for one in sorted(plan.sessions, key=lambda s: s.opens):
        if one.closes <= one.opens:
            raise Refused(_("Jam selesai harus sesudah jam mulai."))
        if last is not None and one.opens < last.closes:
            raise Refused(_("Dua sesi bertumpang tindih. Betulkan jamnya."))
        last = one


def _fields(plan: Plan) -> dict:
    return {
        "title": plan.title.strip(),
        "venue": plan.venue.strip() or plan.online.strip(),
        "online": plan.online.strip(),
        "division": plan.division,
        "chair": plan.chair.strip(),
        "note_taker": plan.note_taker.strip(),
        "starts": min(one.opens for one in plan.sessions),
        "ends": max(one.closes for one in plan.sessions),
        "changed_at": clock.real(),
    }


@inner
def write_again(meeting: Meeting, plan: Plan) -> None:
    """Change a planned meeting. Sessions that people were entered for keep their place."""
    check_plan(plan)
    for name, value in _fields(plan).items():
        setattr(meeting, name, value)
    meeting.revision += 1
    meeting.save()
    meeting.agenda.all().delete()
    for number, one in enumerate(sorted(plan.sessions, key=lambda s: s.opens), 1):
        values = {"opens": one.opens, "closes": one.closes, "name": one.name, "venue": one.venue}
        meeting.sessions.update_or_create(number=number, defaults=values)
    spare = meeting.sessions.filter(number__gt=len(plan.sessions))
    if spare.filter(Q(attendance__isnull=False) | Q(speakers__isnull=False)).exists():
        raise Refused(_("Sesi yang sudah berisi narasumber atau kehadiran tidak dapat dihapus."))
    spare.delete()
    _write_agenda(meeting, plan)


@inner
def write_parts(meeting: Meeting, plan: Plan) -> None:
    """Sessions in the order of time, and the agenda."""
    for number, one in enumerate(sorted(plan.sessions, key=lambda s: s.opens), 1):
        Session.objects.create(
            meeting=meeting,
            number=number,
            name=one.name.strip(),
            venue=one.venue.strip(),
            opens=one.opens,
            closes=one.closes,
        )
    _write_agenda(meeting, plan)


@inner
def _write_agenda(meeting: Meeting, plan: Plan) -> None:
    Agenda.objects.bulk_create(
        Agenda(meeting=meeting, number=number, text=text.strip()[:300], stage=stage)
        for number, (text, stage) in enumerate(plan.agenda, 1)
    )


def body_of(path: str) -> tuple[NewGuest, ...]:
    """The members of the body at a place, the chair first."""
    return tuple(people_of(grants_today(path).filter(path=path, role__in=MEMBERS), MEMBERS))


def grants_today(scope: str) -> QuerySet[Grant]:
    """The roles held today at a place and below it."""
    open_accounts = held_today(scope).filter(account__is_active=True)
    return open_accounts.select_related("account").order_by("path", "-role", "pk")


def people_of(grants: Iterable[Grant], members: Iterable[str] = ()) -> list[NewGuest]:
    """Grants as people to invite, one per account; `members` are roles of the deciding body."""
    found: dict[int, NewGuest] = {}
    for grant in sorted(grants, key=lambda one: "ketua" not in one.role):
        found.setdefault(
            grant.account_id,
            NewGuest(
                name=grant.account.name,
                post=_post(grant),
                institution=_house_of(grant),
                division=grant.division,
                place=grant.path,
                member=grant.role in members,
                account_id=grant.account_id,
            ),
        )
    return list(found.values())


def _post(grant: Grant) -> str:
    """`Anggota KPU, Divisi Teknis`, as a list of guests writes it."""
    post = signing.capacity(grant.role, grant.acting)
    if grant.role in ("anggota", "bw-anggota") and grant.division:
        return f"{post}, Divisi {divisions.short(grant.division).id}"
    return post


def _house_of(grant: Grant) -> str:
    office = clock.office()
    own = office.name if office else ""
    short = {"ppk": "PPK", "pps": "PPS", "panwascam": "Panwaslu Kecamatan", "pkd": "PKD"}
    return f"{short[grant.role]} {grant.path}" if grant.role in short else own


@inner
def put_on_list(meeting: Meeting, people: Iterable[NewGuest], *, walk_in: bool = False) -> Invited:
    """Add people who are not on the list yet. Raises `Refused` for a name that is none."""
    have = {one.key: one for one in meeting.guests.all()}
    number = meeting.guests.aggregate(last=Max("number"))["last"] or 0
    rows, known = [], []
    now = clock.now()
    for one in people:
        if not titles.plain(one.name):
            raise Refused(_("“%(name)s” bukan nama orang. Isi namanya.") % {"name": one.name})
        key = person_key(one.name, one.institution)
        if key in have and _namesakes(have[key], one):
            key = f"{key}|{one.account_id or one.contact_id}"
        if key in have:
            known.append(have[key].name)
            continue
        number += 1
        have[key] = _guest(meeting, number, one, key, walk_in, now)
        rows.append(have[key])
    Guest.objects.bulk_create(rows)
    return Invited(len(rows), tuple(known))


def _namesakes(there: Guest, new: NewGuest) -> bool:
    """Whether two entries of one name and office are surely two people: they have two accounts,
    or two lines of the directory."""
    if there.account_id and new.account_id:
        return there.account_id != new.account_id
    return bool(there.contact and new.contact_id) and there.contact != new.contact_id


def _guest(meeting: Meeting, number: int, one: NewGuest, key: str, walk_in: bool, now) -> Guest:
    return Guest(
        meeting=meeting,
        number=number,
        name=one.name.strip()[:160],
        post=one.post.strip()[:160],
        institution=one.institution.strip()[:160],
        division=one.division[:60],
        place=one.place,
        sex=one.sex,
        member=one.member,
        account_id=one.account_id,
        contact=one.contact_id,
        walk_in=walk_in,
        key=key,
        added_at=now,
    )


def person_key(name: str, institution: str) -> str:
    """What makes two entries the same person: the plain name and the institution."""
    return f"{titles.plain(name)}|{' '.join(institution.lower().split())}"[:330]


def require_unsigned(meeting: Meeting) -> None:
    """Raise `Refused` once the minutes are signed: they print who was there and what was noted."""
    if meeting.minutes is not None and meeting.minutes.state == Document.State.SIGNED:
        raise Refused(
            _("Berita acara sudah ditandatangani, jadi kehadiran dan butirnya tidak berubah lagi.")
        )


def readers_of(meeting: Meeting) -> str:
    """Who may read the meeting's papers: of a closed one who works in the house."""
    closed = kind_of(meeting.kind).closed
    return Document.Readers.HOUSE if closed else Document.Readers.INSIDE


def state_after(meeting: Meeting, move: Move) -> State:
    """The state that a step leads to. Raises `Refused` for one that does not follow."""
    called = kind_of(meeting.kind).invitation
    try:
        return after(State(meeting.state), move, called=called)
    except IllegalStep:
        raise Refused(_refusal(meeting, move, called)) from None


@inner
def take_step(by: Viewer, meeting: Meeting, move: Move, reason: str) -> None:
    """Bring a meeting into its next state. Raises `Refused` for a step that does not follow."""
    meeting.state = state_after(meeting, move)
    meeting.revision += 1
    meeting.changed_at = clock.real()
    meeting.save()
    Step.objects.create(
        meeting=meeting,
        step=move,
        reason=reason.strip(),
        taken_at=clock.now(),
        account=by.account_id,
        account_name=by.name,
    )


def _refusal(meeting: Meeting, move: Move, called: bool) -> str:
    if called and meeting.state == State.PLANNED and move is Move.OPEN:
        return _("Rapat jenis ini dibuka setelah undangannya disampaikan. Catat dulu undangannya.")
    return _("Rapat ini berstatus “%(state)s”, jadi langkah ini tidak dapat diambil.") % {
        "state": meeting.get_state_display()
    }
