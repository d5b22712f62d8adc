"""The rest of a paper list: households whose people the signed list confirms as they stand."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import OrangCoklit, PemilihVersi, RumahCoklit

NOON = time(12)


@dataclass(frozen=True)
class Signed:
    """What the signed list of a TPS says of the households that are still open."""

    households: int
    people: int
    visited_on: date
    stickers: bool = False


@dataclass(frozen=True)
class Left:
    """Households of a TPS that nobody recorded yet, and their people without a result."""

    households: int
    people: int


def left(election_id: int, tps: str) -> Left:
    """How many households and people of a TPS are still open."""
    houses = _houses(election_id, tps)
    return Left(houses.count(), _people(houses).count())


@inner
def confirm_rest(by: Viewer, election: Election, tps: str, signed: Signed) -> Left:
    """Note the open households of a TPS as visited and their people as listed.

    Raises `Refused` when nothing is open, for a day to come, or when the signed list counts other
    households or people than are open, with the numbers.
    """
    open_ = left(election.pk, tps)
    if not open_.households:
        raise Refused(_("Semua rumah TPS ini sudah tercatat."))
    if signed.visited_on > clock.today():
        raise Refused(_("Tanggal kunjungan belum tiba."))
    if (signed.households, signed.people) != (open_.households, open_.people):
        facts = {
            "houses": signed.households,
            "people": signed.people,
            "open_houses": open_.households,
            "open_people": open_.people,
        }
        raise Refused(
            _(
                "Daftar kertas menyebut %(houses)s rumah dan %(people)s orang sesuai, yang belum "
                "tercatat %(open_houses)s rumah dan %(open_people)s orang. Masukkan dulu rumah "
                "yang berbeda satu per satu."
            )
            % facts
        )
    _write(by, _houses(election.pk, tps), signed)
    return open_


@inner
def _write(by: Viewer, houses: QuerySet[RumahCoklit], signed: Signed) -> None:
    at = datetime.combine(signed.visited_on, NOON, tzinfo=clock.zone())
    worker = {"worker_id": by.account_id, "worker_name": by.name}
    present = PemilihVersi.objects.filter(
        pemilih=OuterRef("pemilih"), village=OuterRef("village"), until_rev__isnull=True
    )
    _people(houses).update(
        result=OrangCoklit.Result.SAME,
        seen=Subquery(present.values("pk")[:1]),
        recorded_at=at,
        **worker,
    )
    houses.update(
        state=RumahCoklit.State.VISITED,
        sticker=signed.stickers,
        visited_at=at,
        rev=F("rev") + 1,
        **worker,
    )


def _houses(election_id: int, tps: str) -> QuerySet[RumahCoklit]:
    return RumahCoklit.objects.filter(
        election=election_id, tps=tps, state=RumahCoklit.State.WAITING
    )


def _people(houses: QuerySet[RumahCoklit]) -> QuerySet[OrangCoklit]:
    rows = OrangCoklit.objects.filter(house__in=houses.order_by().values("pk"))
    return rows.filter(result="", pemilih__isnull=False)
