"""Locks on the list: the last event of the nearest place that has one decides."""

from jurdil.voters.models import KunciDaftar


def lock_over(village: str) -> KunciDaftar | None:
    """The lock that holds for a village, or None.

    Locking and unlocking are events; the newest that covers the village decides, wherever it was
    made: unlocking one kecamatan opens it while the regency stays locked.
    """
    parts = village.split(".")
    places = [".".join(parts[:n]) for n in range(1, len(parts) + 1)]
    newest = KunciDaftar.objects.filter(path__in=places).order_by("-pk").first()
    return newest if newest is not None and newest.locked else None
