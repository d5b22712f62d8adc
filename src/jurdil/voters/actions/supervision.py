"""Opening a part of the list to the overseer, taking it back, and each look at it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.fields import within
from jurdil.kernel.models import Grant
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.who import held_today
from jurdil.voters import supervision
from jurdil.voters.models import Akses, Pandangan, PemilihVersi
from jurdil.voters.supervision import SeenRow

OVERSEER = "pengawas"
PAGE = 50
LONGEST = 92
"""Days that an access may last; a longer need is a new request."""


@dataclass(frozen=True)
class Look:
    """What one look showed. `after` is the version the page ended with, None on the last one."""

    access: Akses
    rows: tuple[SeenRow, ...]
    after: int | None
    digest: str = ""


@act("voters.open_to_overseer")
def open_to_overseer(
    *, by: Viewer, holder_id: int, path: str, purpose: str, reference: str, until: date
) -> Done[Akses]:
    """Open the list of a place to one account of the overseer, for a purpose and until a day.

    Raises `Refused` when the account is no overseer here, the purpose is unsaid, or the day is past
    or too far.
    """
    person(by)
    grant = _grant(holder_id, path)
    if grant is None:
        raise Refused(_("Akun ini bukan akun pengawas untuk tempat tersebut."))
    if not purpose.strip() or not reference.strip():
        raise Refused(_("Tulis tujuan dan nomor kasus atau surat permintaannya."))
    if not 0 <= (until - clock.today()).days <= LONGEST:
        raise Refused(_("Akses berlaku paling lama %(days)s hari.") % {"days": LONGEST})
    access = Akses.objects.create(
        holder_id=holder_id,
        holder_name=grant.account.name,
        path=path,
        purpose=purpose.strip(),
        reference=reference.strip(),
        until=until,
        granted_by=by.account_id,
        granted_name=by.name,
        granted_at=clock.now(),
    )
    facts = {"holder": holder_id, "until": until.isoformat(), "reference": access.reference}
    return Done(access, f"akses:{access.pk}", path, facts)


@act("voters.close_to_overseer")
def close_to_overseer(*, by: Viewer, access_id: int, reason: str) -> Done[Akses]:
    """Withdraw an access before its day. Raises Akses.DoesNotExist, `Refused` without a reason."""
    person(by)
    access = Akses.objects.select_for_update().filter(path__within=by.path).get(pk=access_id)
    if access.withdrawn_at is not None:
        raise Refused(_("Akses ini sudah dicabut."))
    if not reason.strip():
        raise Refused(_("Tulis alasan pencabutan."))
    access.withdrawn_at, access.withdrawn_name = clock.now(), by.name
    access.withdrawn_reason = reason.strip()[:300]
    access.save(update_fields=["withdrawn_at", "withdrawn_name", "withdrawn_reason"])
    return Done(access, f"akses:{access.pk}", access.path, {"holder": access.holder_id})


@act("voters.look-page")
def look(*, by: Viewer, access_id: int, path: str = "", after: int | None = None) -> Done[Look]:
    """A page of an opened list in seven columns; the look is logged for both offices.

    Raises Akses.DoesNotExist for another's access, `Refused` when it has ended.
    """
    access = _own(by, access_id)
    place = path or access.path
    supervision.require_open(access, place)
    found = list(_beyond(access, _listed(place), after)[: PAGE + 1])
    shown = found[:PAGE]
    rows = supervision.seen(shown, clock.today())
    last = shown[-1].pk if len(found) > PAGE else None
    return _logged(access, Pandangan.Kind.PAGE, place, Look(access, rows, last))


@act("voters.look-extract")
def take_extract(*, by: Viewer, access_id: int, path: str) -> Done[Look]:
    """The whole list of a village or TPS in seven columns, with its digest as certificate."""
    access = _own(by, access_id)
    supervision.require_open(access, path)
    if len(path.partition("/")[0].split(".")) < 4:
        raise Refused(_("Petikan diambil per desa atau per TPS."))
    rows = supervision.seen(_listed(path), clock.today())
    made = Look(access, rows, None, supervision.digest(rows))
    return _logged(access, Pandangan.Kind.EXTRACT, path, made)


def _grant(account_id: int, path: str) -> Grant | None:
    """The role as overseer that the account holds today over a place."""
    held = held_today().filter(account=account_id, role=OVERSEER).select_related("account")
    return next((grant for grant in held if within(path, grant.path)), None)


def _own(by: Viewer, access_id: int) -> Akses:
    return Akses.objects.select_for_update().get(pk=access_id, holder_id=person(by))


def _listed(path: str) -> QuerySet[PemilihVersi]:
    rows = PemilihVersi.objects.filter(until_rev__isnull=True)
    if "/" in path:
        rows = rows.filter(village=path.partition("/")[0], tps=path)
    return rows.filter(village__within=path.partition("/")[0]).order_by(
        "village", "tps", "sort_key", "pk"
    )


def _beyond(
    access: Akses, rows: QuerySet[PemilihVersi], after: int | None
) -> QuerySet[PemilihVersi]:
    """The rows after the one a page ended with, closed since or not, if the access holds it."""
    held = PemilihVersi.objects.filter(village__within=access.path.partition("/")[0])
    last = held.filter(pk=after).first() if after else None
    if last is None:
        return rows
    same = Q(village=last.village)
    tps = same & Q(tps=last.tps)
    key = tps & Q(sort_key=last.sort_key)
    beyond = (
        Q(village__gt=last.village)
        | (same & Q(tps__gt=last.tps))
        | (tps & Q(sort_key__gt=last.sort_key))
        | (key & Q(pk__gt=last.pk))
    )
    return rows.filter(beyond, village__gte=last.village)


def _logged(access: Akses, kind: str, path: str, made: Look) -> Done[Look]:
    Pandangan.objects.create(
        access=access,
        kind=kind,
        path=path,
        rows=len(made.rows),
        digest=made.digest,
        legal_at=clock.now(),
        real_at=clock.real(),
    )
    facts = {"kind": kind, "rows": len(made.rows)}
    return Done(made, f"akses:{access.pk}", path, facts, made.digest)
