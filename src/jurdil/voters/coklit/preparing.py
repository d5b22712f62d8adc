"""From the list of a village to the households that its Pantarlih visit."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jurdil.kernel import bulk
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.models import Election
from jurdil.voters.models import OrangCoklit, PemilihVersi, RumahCoklit

BATCH = 500
NEEDED = ("pemilih", "tps", "nkk_index", "name", "sex", "address", "rt", "rw", "sort_key")


@inner
def prepare(election: Election, village: str) -> int:
    """Make the households of a village, or add who came to the list since; returns people added.

    Raises `Refused` when a voter has no TPS yet or nobody is to be added.
    """
    present = PemilihVersi.objects.filter(village=village, until_rev__isnull=True).exclude(
        status=PemilihVersi.Status.STRUCK
    )
    if unmapped := present.filter(tps="").count():
        text = _("%(n)s pemilih desa ini belum mendapat TPS. Terapkan pemetaan TPS dulu.")
        raise Refused(text % {"n": unmapped})
    _tie(election, village)
    known = OrangCoklit.objects.filter(election=election, village=village, pemilih__isnull=False)
    rows = present.exclude(pemilih__in=known.values("pemilih")).only(*NEEDED)
    new = list(rows.order_by("tps", "sort_key", "pk"))
    if not new:
        raise Refused(_("Semua pemilih desa ini sudah disiapkan untuk coklit."))
    houses = _houses(election, village, new)
    blank = {"result": "", "tms": "", "worker_name": ""}
    people = [
        (
            *(election.pk, village, version.tps, houses[_key(version)].pk),
            *(version.pemilih_id, version.name, version.sex, *blank.values()),
        )
        for version in new
    ]
    columns = ("election_id", "village", "tps", "house_id", "pemilih_id", "name", "sex", *blank)
    bulk.insert(OrangCoklit, columns, people)
    return len(new)


@inner
def _tie(election: Election, village: str) -> None:
    """Newcomers whose proposal was accepted since are people of the list."""
    rows = OrangCoklit.objects.filter(election=election, village=village, pemilih__isnull=True)
    for row in rows.filter(proposal__result__isnull=False).select_related("proposal__result"):
        if row.proposal and row.proposal.result:
            row.pemilih_id = row.proposal.result.pemilih_id
            row.save(update_fields=["pemilih"])


def _houses(
    election: Election, village: str, people: Iterable[PemilihVersi]
) -> dict[tuple[str, str], RumahCoklit]:
    """The household of each family at its TPS; who has no NKK is a household of his own."""
    held = RumahCoklit.objects.filter(election=election, village=village)
    known = {(house.tps, house.nkk_index): house for house in held if house.nkk_index}
    made: dict[tuple[str, str], RumahCoklit] = {}
    for version in people:
        key = _key(version)
        if key in known or key in made:
            continue
        made[key] = RumahCoklit(
            election=election,
            village=village,
            tps=version.tps,
            nkk_index=version.nkk_index,
            head=version.name,
            address=version.address,
            rt=version.rt,
            rw=version.rw,
            sort_key=version.sort_key,
            signature=b"",
        )
    RumahCoklit.objects.bulk_create(made.values(), batch_size=BATCH)
    return known | made


def _key(version: PemilihVersi) -> tuple[str, str]:
    return version.tps, version.nkk_index or f"orang-{version.pemilih_id}"
