"""Locking the list of a place, and opening it again: events with a requester and a reason."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.viewer import Viewer
from jurdil.places import queries as places
from jurdil.voters import locking, resuming
from jurdil.voters.models import KunciDaftar
from jurdil.voters.pdpb import quarters


@act("voters.lock")
def set_lock(
    *, by: Viewer, path: str, locked: bool, requester: str, letter: str, reason: str
) -> Done[KunciDaftar]:
    """Lock or open the list of a place. Opening needs the letter that asks for it.

    Rows of files that waited for the lock are taken in again once it is open.

    Raises `Refused` without requester or reason, when nothing would change, and
    Region.DoesNotExist outside the scope.
    """
    person(by)
    place = places.place(by, path)
    held = locking.lock_over(place.path)
    if not requester.strip() or not reason.strip():
        raise Refused(_("Tulis siapa yang meminta dan alasannya."))
    if not locked and not letter.strip():
        raise Refused(_("Membuka kunci perlu surat permintaannya. Tulis nomor dan tanggalnya."))
    if locked and held is not None and not _opened_below(place.path, held):
        raise Refused(_("Daftar wilayah ini sudah dikunci."))
    if not locked and held is None and not _locked_below(place.path):
        raise Refused(_("Daftar wilayah ini tidak sedang dikunci."))
    made = KunciDaftar.objects.create(
        path=place.path,
        locked=locked,
        requester=requester.strip()[:120],
        letter=letter.strip()[:120],
        reason=reason.strip()[:300],
        legal_at=clock.now(),
        account=by.account_id,
        account_name=by.name,
    )
    resumed = 0 if locked else resuming.resume(place.path)
    facts = {"locked": locked, "letter": made.letter, "resumed": resumed}
    return Done(made, f"kunci:{made.pk}", place.path, facts)


def _opened_below(path: str, held: KunciDaftar) -> bool:
    """Whether a part of the place was opened after it was locked."""
    return _below(path).filter(pk__gt=held.pk, locked=False).exists()


def _locked_below(path: str) -> bool:
    return any(locking.lock_over(village) for village in quarters.villages(path))


def _below(path: str) -> QuerySet[KunciDaftar]:
    return KunciDaftar.objects.filter(path__within=path)
