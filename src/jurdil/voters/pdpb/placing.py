"""In which TPS a voter who arrives belongs: with the family, else with the neighbours."""

from django.db.models import Count

from jurdil.voters.models import PemilihVersi
from jurdil.voters.people import Elements
from jurdil.voters.sealing import NKK, Seals


def tps_for(village: str, elements: Elements, seals: Seals) -> str:
    """The TPS of the family in the village, else that of most voters of the same RT and RW.

    '' when neither says anything; a person then chooses.
    """
    here = PemilihVersi.objects.filter(
        village=village, until_rev__isnull=True, status=PemilihVersi.Status.ACTIVE
    ).exclude(tps="")
    family = seals.index(NKK, elements.nkk)
    if family:
        found = here.filter(nkk_index=family).values_list("tps", flat=True).first()
        if found:
            return found
    if not elements.rt.strip("0 -"):
        return ""
    near = here.filter(rt__in=_spellings(elements.rt), rw__in=_spellings(elements.rw))
    groups = near.values("tps").annotate(n=Count("pk")).order_by("-n", "tps")
    return groups.values_list("tps", flat=True).first() or ""


def _spellings(number: str) -> tuple[str, ...]:
    plain = number.strip().lstrip("0")
    return tuple({number.strip(), plain, plain.rjust(2, "0"), plain.rjust(3, "0")})
