"""What keeps a list from changing: a lock that somebody set, and a DPT that stands."""

from jurdil.kernel.models import Election
from jurdil.voters.models import KunciDaftar, LepasDaftar, Revisi, RevisiDesa


def lock_over(village: str) -> KunciDaftar | None:
    """The lock that holds for a village, or None.

    Locking and unlocking are events; the newest that covers the village decides, wherever it was
    made: unlocking one kecamatan opens it while the regency stays locked.
    """
    parts = village.split(".")
    places = [".".join(parts[:n]) for n in range(1, len(parts) + 1)]
    newest = KunciDaftar.objects.filter(path__in=places).order_by("-pk").first()
    return newest if newest is not None and newest.locked else None


def final_over(village: str) -> Revisi | None:
    """The DPT (or the last DPTHP) that stands over a village, so that its list may not change.

    It stands from its determination until the election is closed or the office let it go
    (`LepasDaftar`); an open DPTHP re-opens the villages of its order.
    """
    fixed = RevisiDesa.objects.filter(
        village=village,
        revision__kind__in=(Revisi.Kind.DPT, Revisi.Kind.DPTHP),
        revision__state=Revisi.State.DETERMINED,
        revision__election__state=Election.State.RUNNING,
    )
    gone = set(LepasDaftar.objects.values_list("election", flat=True))
    for row in fixed.select_related("revision__election").order_by("-pk"):
        standing = row.revision
        if standing.election_id not in gone and not _reopened(standing.election_id, village):
            return standing
    return None


def _reopened(election_id: int, village: str) -> bool:
    """Whether an order has opened the list of this village again."""
    running = Revisi.objects.filter(
        election=election_id, kind=Revisi.Kind.DPTHP, state=Revisi.State.DRAFT
    ).first()
    if running is None or RevisiDesa.objects.filter(revision=running, village=village).exists():
        return False
    scope = set(running.scope.values_list("village", flat=True))
    return not scope or village in scope
