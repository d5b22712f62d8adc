"""Who signs the D form of a contest, and what the sitting recorded of each."""

from jurdil.kernel.documents.compose import moment
from jurdil.kernel.documents.sheet import Signer, open_places
from jurdil.results import room
from jurdil.results.models import Sidang, TandaTangan
from jurdil.results.sitting_facts import signers

PPK_MEMBERS = ("Ketua PPK", *(f"Anggota PPK {number}" for number in range(2, 6)))
KPU_MEMBERS = ("Ketua KPU", *(f"Anggota KPU {number}" for number in range(2, 6)))


def sitting_over(election_id: int, contest: str, path: str) -> Sidang | None:
    """The newest sitting over a place that treats a contest (empty: any)."""
    held = Sidang.objects.filter(election_id=election_id, path=path).order_by("-pk")
    return next(
        (one for one in held.select_related("election") if not contest or contest in one.contests),
        None,
    )


def signers_over(election_id: int, contest: str, path: str, level: str) -> tuple[Signer, ...]:
    """Who signed or refused in the sitting; open places for the members before one was held."""
    held = sitting_over(election_id, contest, path)
    if held is None or not contest:
        return open_places(PPK_MEMBERS if level == room.KECAMATAN else KPU_MEMBERS)
    return signers_in(held, contest)


def signers_in(held: Sidang, contest: str) -> tuple[Signer, ...]:
    """The members and the witnesses of the contest's participants, with what they did."""
    done = {one.peserta_id: one for one in held.signatures.filter(contest=contest)}
    return tuple(_signer(one.code, done.get(one.pk)) for one in signers(held, contest))


def _signer(capacity: str, one: TandaTangan | None) -> Signer:
    if one is None:
        return Signer(capacity)
    if one.refusal:
        return Signer(capacity, "refused", reason=one.refusal)
    return Signer(capacity, "signed", at=moment(one.signed_at))
