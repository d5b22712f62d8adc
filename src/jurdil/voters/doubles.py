"""Possible doubles: who shares a number or looks like one person is put before a person to decide.

Nobody is refused and nobody is removed here. KPU's classes of 2013: K1 the same in everything, K2
one NIK and two names, K3 alike in name and birth (handbook calendar §3.9). K1 and K2 are met when
somebody comes in; K3 is searched for over the whole list (`searching`).
"""

from collections.abc import Iterable, Sequence

from jurdil.kernel import clock
from jurdil.kernel.acts import inner
from jurdil.linkage.alike import Entry
from jurdil.voters.models import Ganda, PemilihVersi

BATCH = 500
Kind = Ganda.Kind


@inner
def look_for(versions: Iterable[PemilihVersi]) -> int:
    """Put versions beside every present voter they may be the same person as; returns new pairs."""
    mine = [v for v in versions if v.status != PemilihVersi.Status.STRUCK]
    pairs: dict[tuple[int, int], Ganda] = {}
    for start in range(0, len(mine), BATCH):
        for one, other, kind in _candidates(mine[start : start + BATCH]):
            first, second = sorted((one, other), key=lambda v: v.pemilih_id)
            key = (first.pemilih_id, second.pemilih_id)
            pairs.setdefault(key, _pair(first, second, kind))
    return _keep(pairs)


@inner
def put_side_by_side(pairs: Iterable[tuple[Entry, Entry]]) -> int:
    """Put pairs of class K3 before a person; returns those that nobody knew of."""
    rows: dict[tuple[int, int], Ganda] = {}
    for one, other in pairs:
        first, second = sorted((one, other), key=lambda entry: entry.id)
        rows[first.id, second.id] = Ganda(
            first_id=first.id,
            second_id=second.id,
            kind=Kind.ALIKE,
            path=_common(first.village, second.village),
            found_at=clock.now(),
        )
    return _keep(rows)


def kind_of(one: PemilihVersi, other: PemilihVersi) -> str:
    """K1, K2 or K3 of two present versions; '' when nothing points to one person."""
    same_nik = bool(one.nik_index) and one.nik_index == other.nik_index
    same_name = one.name_key == other.name_key
    same_birth = one.born is not None and one.born == other.born and one.sex == other.sex
    if same_nik:
        return Kind.SAME if same_name and same_birth else Kind.SAME_NIK
    return Kind.ALIKE if same_name and same_birth and _same_place(one, other) else ""


def _candidates(
    mine: Sequence[PemilihVersi],
) -> Iterable[tuple[PemilihVersi, PemilihVersi, str]]:
    present = PemilihVersi.objects.filter(until_rev__isnull=True).exclude(
        status=PemilihVersi.Status.STRUCK
    )
    by_nik: dict[str, list[PemilihVersi]] = {}
    numbers = {v.nik_index for v in mine if v.nik_index}
    for row in present.filter(nik_index__in=numbers):
        by_nik.setdefault(row.nik_index, []).append(row)
    for version in mine:
        for other in by_nik.get(version.nik_index, ()):
            if other.pemilih_id != version.pemilih_id:
                yield version, other, kind_of(version, other)


def _same_place(one: PemilihVersi, other: PemilihVersi) -> bool:
    return one.birth_place.strip().upper() == other.birth_place.strip().upper()


def _pair(first: PemilihVersi, second: PemilihVersi, kind: str) -> Ganda:
    return Ganda(
        first_id=first.pemilih_id,
        second_id=second.pemilih_id,
        kind=kind,
        path=_common(first.village, second.village),
        found_at=clock.now(),
    )


def _common(one: str, other: str) -> str:
    """The narrowest place that holds both villages."""
    shared = []
    for left, right in zip(one.split("."), other.split("."), strict=False):
        if left != right:
            break
        shared.append(left)
    return ".".join(shared)


def _keep(pairs: dict[tuple[int, int], Ganda]) -> int:
    firsts = sorted({first for first, _second in pairs})
    known: set[tuple[int, int]] = set()
    for start in range(0, len(firsts), BATCH):
        rows = Ganda.objects.filter(first__in=firsts[start : start + BATCH])
        known.update(rows.values_list("first", "second"))
    new = [pair for key, pair in sorted(pairs.items()) if key not in known]
    Ganda.objects.bulk_create(new, batch_size=BATCH)
    return len(new)
