"""In which TPS a voter who arrives belongs: with the family, else with the neighbours."""

from django.db.models import Count, QuerySet

from jurdil.voters.models import PemilihVersi
from jurdil.voters.people import Elements
from jurdil.voters.sealing import NKK, Seals


class Placer:
    """Finds the TPS of who arrives; neighbourhoods are read once."""

    def __init__(self) -> None:
        self._seals = Seals()
        self._near: dict[tuple[str, str, str], str] = {}

    def tps_for(self, village: str, elements: Elements) -> str:
        """The TPS of the family in the village, else that of most voters of the same RT and RW.

        '' when neither says anything; a person then chooses.
        """
        family = self._seals.index(NKK, elements.nkk)
        if family:
            own = _mapped(village).filter(nkk_index=family).values_list("tps", flat=True)
            if found := own.first():
                return found
        if not elements.rt.strip("0 -"):
            return ""
        key = (village, elements.rt.strip(), elements.rw.strip())
        if key not in self._near:
            self._near[key] = _most(*key)
        return self._near[key]


def _mapped(village: str) -> QuerySet[PemilihVersi]:
    """The active voters of a village who have a TPS."""
    return PemilihVersi.objects.filter(
        village=village, until_rev__isnull=True, status=PemilihVersi.Status.ACTIVE
    ).exclude(tps="")


def _most(village: str, rt: str, rw: str) -> str:
    near = _mapped(village).filter(rt__in=_spellings(rt), rw__in=_spellings(rw))
    groups = near.values("tps").annotate(n=Count("pk")).order_by("-n", "tps")
    return groups.values_list("tps", flat=True).first() or ""


def _spellings(number: str) -> tuple[str, ...]:
    plain = number.strip().lstrip("0")
    return tuple({number.strip(), plain, plain.rjust(2, "0"), plain.rjust(3, "0")})
