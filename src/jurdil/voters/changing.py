"""How a village's list changes: a change begins, versions close and open, nothing is overwritten.

Every step here runs inside an act. `begin` locks the village's list and gives the change its
number; what the act then adds or amends carries that number. A locked list refuses.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.viewer import Viewer
from jurdil.voters import locking
from jurdil.voters.models import DaftarDesa, NamaKata, Pemilih, PemilihVersi, Perubahan
from jurdil.voters.people import Elements, columns
from jurdil.voters.sealing import Seals

BATCH = 500
MOVED = "pindah-dalam"
"""How a recap names a move between villages of the regency: it comes here and goes there."""
_KEPT = tuple(
    field.attname
    for field in PemilihVersi._meta.concrete_fields
    if field.name not in {"id", "from_rev", "until_rev"}
)


@dataclass(frozen=True)
class Change:
    """A change under way: the village and the number that its rows carry."""

    village: str
    rev: int


@dataclass(frozen=True)
class NewVoter:
    """A person to add: the elements, where, and in which standing."""

    elements: Elements
    tps: str = ""
    source: str = ""
    entered: str = ""
    status: str = PemilihVersi.Status.ACTIVE


@inner
def begin(by: Viewer, village: str, *, source: str, reason: str = "") -> Change:
    """Lock the list of a village and begin a change of it.

    Raises `Refused` while the list is locked, and while a DPT stands over it.

    An act that changes several villages begins them in the order of their paths.
    """
    DaftarDesa.objects.get_or_create(path=village)
    held = DaftarDesa.objects.select_for_update().get(path=village)
    _require_free(village)
    held.rev += 1
    held.save(update_fields=["rev"])
    Perubahan.objects.create(
        village=village,
        rev=held.rev,
        source=source,
        reason=reason[:300],
        legal_at=clock.now(),
        real_at=clock.real(),
        account=by.account_id,
        account_name=by.name,
    )
    return Change(village, held.rev)


def _require_free(village: str) -> None:
    """Raise `Refused` while the list is locked or a DPT stands.

    Asked once the village is held: whoever waited for a plenary to fix it must see that it did.
    """
    if lock := locking.lock_over(village):
        facts = {"day": lock.legal_at.astimezone(clock.zone()).strftime("%d-%m-%Y")}
        raise Refused(
            _("Daftar pemilih desa ini dikunci sejak %(day)s. Mintalah kunci dibuka dulu.") % facts
        )
    if final := locking.final_over(village):
        facts = {"name": final.get_kind_display(), "election": final.election.name}
        raise Refused(
            _(
                "%(name)s %(election)s desa ini sudah ditetapkan dan jumlahnya tetap. Beri tanda "
                "pada pemilihnya; daftar berubah lagi hanya dengan DPTHP atas perintah."
            )
            % facts
        )


@inner
def add(change: Change, people: Sequence[NewVoter]) -> list[PemilihVersi]:
    """Put new people on the list of the village that changes."""
    seals = Seals()
    return insert(
        [
            PemilihVersi(
                pemilih=Pemilih(salt=os.urandom(16)),
                village=change.village,
                from_rev=change.rev,
                tps=new.tps,
                status=new.status,
                source=new.source,
                entered=new.entered,
                **columns(new.elements, seals),
            )
            for new in people
        ]
    )


@inner
def insert(versions: list[PemilihVersi]) -> list[PemilihVersi]:
    """Save the first versions of new people, and the people themselves."""
    Pemilih.objects.bulk_create([version.pemilih for version in versions], batch_size=BATCH)
    for version in versions:
        version.pemilih = version.pemilih
    _insert(versions, set())
    return versions


@inner
def amend(
    change: Change, versions: Iterable[PemilihVersi], values: Mapping[str, Any] | None = None
) -> list[PemilihVersi]:
    """Close versions of the village that changes and open their successors.

    `values` are columns that all get; a version may carry its own in an attribute that the caller
    changed. Raises `Refused` when one of them was closed meanwhile.
    """
    old = list(versions)
    closed = 0
    for start in range(0, len(old), BATCH):
        ids = [version.pk for version in old[start : start + BATCH]]
        present = PemilihVersi.objects.filter(
            pk__in=ids, village=change.village, until_rev__isnull=True
        )
        closed += present.update(until_rev=change.rev)
    if closed != len(old):
        raise Refused(_("Data pemilih ini baru saja diubah orang lain. Muat ulang halamannya."))
    successors = [_successor(version, change, values or {}) for version in old]
    _insert(successors, _words_known(successors))
    return successors


@inner
def correct(change: Change, version: PemilihVersi, elements: Elements, **more: Any) -> PemilihVersi:
    """Open a successor with other elements (and other columns of `more`)."""
    return amend(change, [version], {**columns(elements, Seals()), **more})[0]


@inner
def strike(change: Change, version: PemilihVersi, code: str, regime: str) -> PemilihVersi:
    """Note that a voter does not meet the requirements; the person stays known, as a memory."""
    values = {"status": PemilihVersi.Status.STRUCK, "tms": code, "tms_regime": regime}
    return amend(change, [version], values)[0]


@inner
def carry(leaving: Change, arriving: Change, version: PemilihVersi, tps: str = "") -> PemilihVersi:
    """Move a voter from the list of one village to that of another; the recap calls it a move."""
    return carry_all(leaving, arriving, [version], tps)[0]


@inner
def carry_all(
    leaving: Change, arriving: Change, versions: Sequence[PemilihVersi], tps: str = ""
) -> list[PemilihVersi]:
    """Move voters from the list of one village to that of another, as `carry` moves one.

    Raises `Refused` when one of them was changed meanwhile.
    """
    for start in range(0, len(versions), BATCH):
        part = [version.pk for version in versions[start : start + BATCH]]
        here = PemilihVersi.objects.filter(
            pk__in=part, village=leaving.village, until_rev__isnull=True
        )
        if here.update(until_rev=leaving.rev) != len(part):
            raise Refused(_("Data pemilih ini baru saja diubah orang lain. Muat ulang halamannya."))
    values = {"tps": tps, "entered": MOVED}
    moved = [_successor(version, arriving, values) for version in versions]
    _insert(moved, _words_known(moved))
    return moved


def _successor(version: PemilihVersi, change: Change, values: Mapping[str, Any]) -> PemilihVersi:
    kept = {name: getattr(version, name) for name in _KEPT}
    kept.update(values, village=change.village, from_rev=change.rev)
    return PemilihVersi(**kept)


def _insert(versions: list[PemilihVersi], known: set[tuple[str, str, int]]) -> None:
    PemilihVersi.objects.bulk_create(versions, batch_size=BATCH)
    words = {
        (word, version.village, version.pemilih_id)
        for version in versions
        for word in version.name_key.split()
    }
    NamaKata.objects.bulk_create(
        [NamaKata(word=w, village=v, pemilih_id=p) for w, v, p in sorted(words - known)],
        batch_size=BATCH,
    )


def _words_known(versions: list[PemilihVersi]) -> set[tuple[str, str, int]]:
    known: set[tuple[str, str, int]] = set()
    persons = sorted({version.pemilih_id for version in versions})
    for start in range(0, len(persons), BATCH):
        rows = NamaKata.objects.filter(pemilih__in=persons[start : start + BATCH])
        known.update(rows.values_list("word", "village", "pemilih_id"))
    return known
