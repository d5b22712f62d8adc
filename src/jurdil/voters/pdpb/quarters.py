"""Quarters: which one runs, what it compares with, its rows in scope, how a new one begins."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.quarter import last_day, read_period
from jurdil.voters import revising
from jurdil.voters.models import DaftarDesa, Revisi, Triwulan

REGIME = "rutin"
Kind, State = Revisi.Kind, Revisi.State
_BASES = (Kind.PDPB, Kind.DPTHP, Kind.DPT, Kind.SOURCE)
"""Determined revisions that a quarter can go on from."""


def routine(by: Viewer) -> Election | None:
    """The routine work between elections at the viewer's office, or None."""
    found = Election.objects.filter(regime=REGIME, state=Election.State.RUNNING).order_by("pk")
    return next((one for one in found if _reaches(by, one.path)), None)


def quarters(by: Viewer) -> QuerySet[Revisi]:
    """The quarters of the viewer's office, the newest first; a committee sees its regency's."""
    election = routine(by)
    rows = Revisi.objects.filter(kind=Kind.PDPB, election=election) if election else None
    return (rows if rows is not None else Revisi.objects.none()).order_by("-period")


def take(by: Viewer, revision_id: int) -> Revisi:
    """A quarter, locked for an act. Raises Revisi.DoesNotExist outside the viewer's office."""
    return quarters(by).select_for_update(of=["self"]).get(pk=revision_id)


def take_open(by: Viewer, revision_id: int) -> Revisi:
    """A quarter that still changes. Raises `Refused` once it is determined."""
    held = take(by, revision_id)
    if held.state == State.DETERMINED:
        raise Refused(_("Triwulan ini sudah ditetapkan. Perubahan masuk triwulan berikutnya."))
    return held


def age_day(revision: Revisi) -> date:
    """The day on which ages count: of the plenary once it is known, else the quarter's last."""
    plan = Triwulan.objects.filter(revision=revision).first()
    known = plan.plenary_on if plan else None
    return known or last_day(revision.period)


def villages(path: str) -> Iterable[str]:
    """The villages of a place that have a list."""
    return DaftarDesa.objects.filter(path__within=path).values_list("path", flat=True)


@inner
def begin(by: Viewer, election: Election, period: str, basis: str) -> Revisi:
    """Open a quarter upon the last determined state of the list.

    The first quarter of an office has none: the list as it stands becomes its state of departure.
    Raises `Refused` while another quarter is open, for a second one, and for an empty list.
    """
    read_period(period)
    mine = Revisi.objects.filter(election=election, kind=Kind.PDPB)
    if other := mine.filter(state=State.DRAFT).first():
        facts = {"period": other.period}
        raise Refused(_("Triwulan %(period)s belum ditetapkan. Selesaikan dulu.") % facts)
    if mine.filter(period__gte=period).exists():
        raise Refused(_("Triwulan ini atau yang sesudahnya sudah pernah dibuka."))
    if not DaftarDesa.objects.filter(path__within=election.path).exists():
        raise Refused(_("Daftar pemilih masih kosong. Impor dulu daftar terakhir kantor Anda."))
    return Revisi.objects.create(
        election=election,
        kind=Kind.PDPB,
        period=period,
        path=election.path,
        previous=_last(election) or _departure(election, period, basis),
        basis=basis[:200],
        opened_at=clock.now(),
    )


def _last(election: Election) -> Revisi | None:
    held = Revisi.objects.filter(
        kind__in=_BASES, state=State.DETERMINED, path=election.path
    ).order_by("-decided_at", "-pk")
    return held.first()


def _departure(election: Election, period: str, basis: str) -> Revisi:
    now = clock.now()
    first = Revisi.objects.create(
        election=election,
        kind=Kind.SOURCE,
        period=period,
        path=election.path,
        basis=basis[:200],
        opened_at=now,
        state=State.DETERMINED,
        decided_at=now,
    )
    for village in sorted(villages(election.path)):
        revising.fix(first, village)
    return first


def _reaches(by: Viewer, path: str) -> bool:
    return within(path, by.path) or within(by.path, path)
