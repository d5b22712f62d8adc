"""What is known of a sitting: missing boxes, who signs, what keeps it from being closed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused
from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.results import room
from jurdil.results.fixed import decisions_over
from jurdil.results.models import BarisSidang, Keberatan, Kejadian, Peserta, Sidang

Kind = Peserta.Kind
SIGNS = (Kind.MEMBER, Kind.WITNESS)
RECEIVES = (Kind.WITNESS, Kind.SUPERVISOR)


@dataclass(frozen=True)
class Missing:
    """Something that keeps a contest from being closed: a code and who or what, in words."""

    code: str
    what: str


def boxes_missing(held: Sidang) -> tuple[str, ...]:
    """TPS of the sitting whose sealed box has not arrived; none are expected at the regency."""
    if held.level != room.KECAMATAN:
        return ()
    there = set(held.boxes.filter(sealed=True).values_list("path", flat=True))
    return tuple(sorted(set(held.rows.values_list("path", flat=True)) - there))


def undetermined_below(held: Sidang) -> tuple[tuple[str, str], ...]:
    """(contest, kecamatan) that a regency sitting would read before PPK determined it."""
    if held.level != room.KABKO:
        return ()
    rows = held.rows.order_by("path", "contest").values_list("contest", "path")
    return tuple(
        (contest, path)
        for contest, path in rows
        if not decisions_over(held.election_id, contest, path).filter(path=path).exists()
        and room.form_at(held, contest, path, room.KECAMATAN) is None
    )


def require_participant(held: Sidang, contest: str, participant: str) -> room.Standing:
    """A participant of the contest. Raises `Refused` for one of another contest."""
    for one in room.standing_in(held, contest):
        if one.key == participant:
            return one
    raise Refused(
        _("Peserta ini tidak ikut dalam jenis pemilihan yang sedang dibahas. Pilih peserta lain.")
    )


def events_of(held: Sidang, contest: str) -> list[Kejadian]:
    """Every paragraph of D.Kejadian Khusus of a contest in this sitting's place and level."""
    found = Kejadian.objects.filter(
        election_id=held.election_id,
        level=held.level,
        contest=contest,
        path__within=held.path,
    )
    return [one for one in found if within(one.path, held.path)]


def missing(viewer: Viewer, held: Sidang, contest: str) -> list[Missing]:
    """What keeps a contest from being closed: rows, answers, D.Kejadian Khusus, signatures."""
    found: list[Missing] = []
    waiting = rows_waiting(held, contest)
    if waiting:
        found.append(
            Missing(
                "rows",
                _("%(number)s baris belum disahkan, mulai dari %(place)s")
                % {"number": len(waiting), "place": room.place_name(viewer, waiting[0].path)},
            )
        )
    unanswered = held.objections.filter(outcome=Keberatan.Outcome.OPEN, row__contest=contest)
    for one in unanswered.select_related("kejadian"):
        found.append(
            Missing(
                "objection", _("keberatan %(who)s belum dijawab") % {"who": one.kejadian.said_by}
            )
        )
    if not events_of(held, contest):
        found.append(
            Missing("events", _("D.Kejadian Khusus belum diisi; isi, atau nyatakan NIHIL"))
        )
    found += [
        Missing("signature", _("%(who)s belum menandatangani atau menolak") % {"who": person.code})
        for person in signers(held, contest)
        if not person.signatures.filter(contest=contest).exists()
    ]
    return found


def signers(held: Sidang, contest: str) -> list[Peserta]:
    """Members, and one witness of each participant of the contest: the one in the room."""
    keys = {one.key for one in room.standing_in(held, contest)}
    people = list(held.people.filter(kind__in=SIGNS).order_by("kind", "pk"))
    chosen, served = [], set()
    for person in sorted(
        people, key=lambda one: (one.kind != Kind.MEMBER, not one.in_room, one.pk)
    ):
        if person.kind == Kind.WITNESS and (
            person.participant not in keys or person.participant in served
        ):
            continue
        served.add(person.participant)
        chosen.append(person)
    return chosen


def receivers(held: Sidang, contest: str) -> list[Peserta]:
    """The supervisor and the witnesses of the contest, who each get a copy."""
    keys = {one.key for one in room.standing_in(held, contest)}
    people = held.people.filter(kind__in=RECEIVES).order_by("kind", "pk")
    return [one for one in people if one.kind == Kind.SUPERVISOR or one.participant in keys]


def rows_waiting(held: Sidang, contest: str) -> list[BarisSidang]:
    """Rows of the contest that are not approved, in order."""
    rows = held.rows.filter(contest=contest).exclude(state=BarisSidang.State.APPROVED)
    return list(rows.order_by("path"))
