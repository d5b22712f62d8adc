"""Spot checks on an opened list: drawing the sample, and noting what was found.

They are the overseer's own work: nothing of the list changes by them.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.sampling import draw
from jurdil.voters import supervision
from jurdil.voters.models import Akses, Pandangan, PemilihVersi, UjiPetik, UjiPetikHasil

LARGEST = 2_000


@act("voters.look-sample")
def draw_sample(*, by: Viewer, access_id: int, path: str, size: int, seed: str) -> Done[UjiPetik]:
    """Draw rows of an opened list by lot: the seed decides, strata are the TPS or the villages.

    Raises Akses.DoesNotExist for another's access, `Refused` when it ended, the seed is missing, or
    the size does not fit the strata.
    """
    access = Akses.objects.select_for_update().get(pk=access_id, holder_id=person(by))
    supervision.require_open(access, path)
    if not seed.strip() or not 1 <= size <= LARGEST:
        raise Refused(_("Tulis benih undian dan ukuran sampel 1 sampai %(n)s.") % {"n": LARGEST})
    units = {unit: (stratum, version) for stratum, unit, version in _units(path)}
    try:
        lots = draw(((stratum, unit) for unit, (stratum, _v) in units.items()), size, seed.strip())
    except ValueError:
        facts = {"size": size, "all": len(units)}
        raise Refused(
            _("Sampel %(size)s tidak sesuai untuk %(all)s pemilih; tiap bagian perlu satu.") % facts
        ) from None
    drawn = [
        [name, unit, units[unit][1]] for name, members in lots.drawn.items() for unit in members
    ]
    sample = UjiPetik.objects.create(
        access=access,
        path=path,
        seed=seed.strip(),
        size=len(drawn),
        strata=dict(lots.strata),
        drawn=drawn,
        made_at=clock.now(),
    )
    Pandangan.objects.create(
        access=access,
        kind=Pandangan.Kind.PAGE,
        path=path,
        rows=len(drawn),
        legal_at=clock.now(),
        real_at=clock.real(),
    )
    payload = {"sample": sample.pk, "rows": len(drawn), "seed": sample.seed}
    return Done(sample, f"ujipetik:{sample.pk}", path, payload)


@act("voters.look-finding")
def note_finding(
    *, by: Viewer, sample_id: int, unit: str, matched: bool, note: str
) -> Done[UjiPetikHasil]:
    """Note whether a drawn row matches what was found; a mismatch says what.

    Raises UjiPetik.DoesNotExist for another's sample, `Refused` for a row that was not drawn.
    """
    sample = UjiPetik.objects.get(pk=sample_id, access__holder_id=person(by))
    if unit not in {row[1] for row in sample.drawn}:
        raise Refused(_("Baris ini tidak termasuk dalam sampel."))
    if not matched and not note.strip():
        raise Refused(_("Tulis apa yang tidak cocok."))
    found = UjiPetikHasil.objects.create(
        sample=sample,
        unit=unit,
        matched=matched,
        note=note.strip()[:300],
        legal_at=clock.now(),
    )
    facts = {"sample": sample.pk, "unit": unit, "matched": matched}
    return Done(found, f"ujipetik:{sample.pk}", sample.path, facts)


def _units(path: str) -> Iterator[tuple[str, str, int]]:
    """(stratum, place and row number, version) of every active voter, in the extract's order."""
    village, _slash, number = path.partition("/")
    whole_village = len(village.split(".")) == 4
    rows = PemilihVersi.objects.filter(
        until_rev__isnull=True, status=PemilihVersi.Status.ACTIVE, village__within=village
    )
    if number:
        rows = rows.filter(tps=path)
    place, at = "", 0
    ordered = rows.order_by("village", "tps", "sort_key", "pk")
    for pk, home, tps in ordered.values_list("pk", "village", "tps").iterator():
        at = at + 1 if home == place else 1
        place = home
        yield (tps or home) if whole_village else home, f"{home}#{at}", pk
