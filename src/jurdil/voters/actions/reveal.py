"""Looking at a number of identity, or at a paper that shows one, is an act: who, whose, why."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.files import content
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import PemilihVersi, Usulan
from jurdil.voters.sealing import nik_of, nkk_of


@dataclass(frozen=True)
class Numbers:
    """The numbers of one voter in the clear."""

    nik: str
    nkk: str


@dataclass(frozen=True)
class Paper:
    """A paper behind a proposal, as it is shown."""

    content: bytes
    media_type: str
    name: str


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


@act("voters.see_evidence")
def see_evidence(*, by: Viewer, proposal_id: int) -> Done[Paper]:
    """The scan or photo behind a proposal, for who decides it; the ledger keeps who looked.

    Raises Usulan.DoesNotExist outside the scope and for a proposal without one.
    """
    person(by)
    rows = Usulan.objects.filter(village__within=by.path, file__isnull=False)
    held = rows.select_related("file").get(pk=proposal_id)
    assert held.file is not None
    paper = Paper(content(held.file), held.file.media_type, held.file.name)
    return Done(paper, f"usulan:{held.pk}", held.village, {"file": held.file_id})
