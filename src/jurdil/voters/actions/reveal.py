"""Looking at a number of identity is an act: who, whose, why, and for how long it is shown."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import PemilihVersi
from jurdil.voters.sealing import nik_of, nkk_of


@dataclass(frozen=True)
class Numbers:
    """The numbers of one voter in the clear."""

    nik: str
    nkk: str


@act("voters.reveal")
def reveal(*, by: Viewer, voter_id: int, reason: str) -> Done[Numbers]:
    """The NIK and NKK of a present voter; the ledger keeps who looked and why.

    Raises PemilihVersi.DoesNotExist outside the scope, `Refused` without a reason.
    """
    person(by)
    version = PemilihVersi.objects.get(
        pemilih=voter_id, until_rev__isnull=True, village__within=by.path
    )
    if not reason.strip():
        raise Refused(_("Tulis alasan Anda membuka nomor ini. Alasannya dicatat."))
    payload = {"version": version.pk, "reason": reason.strip()[:300]}
    numbers = Numbers(nik_of(version), nkk_of(version))
    return Done(numbers, f"pemilih:{voter_id}", version.village, payload)
