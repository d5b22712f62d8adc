"""Mapping a village: propose, adjust, undo, and write the TPS to the list."""

from collections import defaultdict

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.places import queries as places
from jurdil.places.records import NewTps
from jurdil.places.tps_file import FIRST_SPECIAL
from jurdil.places.writing import write_tps
from jurdil.voters import arriving, changing, mapping
from jurdil.voters.models import Pemetaan

MOST = FIRST_SPECIAL - 1
"""The last number of an ordinary TPS; special locations have the numbers after it."""


@act("voters.draft_mapping")
def draft_mapping(*, by: Viewer, election_id: int, village: str) -> Done[Pemetaan]:
    """Make (again) the draft of a village from its present families and the regime's cap.

    Raises `Refused` when the regime has no cap or the village no voters.
    """
    _require_village(by, village)
    election = Election.objects.get(pk=election_id)
    cap = mapping.cap_of(election)
    if cap is None:
        raise Refused(_("Aturan pemilihan ini tidak memuat batas pemilih per TPS."))
    stations = mapping.proposal(village, cap)
    if not stations:
        raise Refused(_("Belum ada pemilih aktif di desa ini."))
    draft, _new = Pemetaan.objects.update_or_create(
        election=election,
        village=village,
        applied_at=None,
        defaults={
            "cap": cap,
            "stations": stations,
            "earlier": [],
            "made_at": clock.now(),
            "made_by": by.name,
        },
    )
    facts = {"cap": cap, "stations": max(stations.values())}
    return Done(draft, f"pemetaan:{draft.pk}", village, facts)


@act("voters.adjust_mapping")
def adjust_mapping(
    *, by: Viewer, draft_id: int, rw: str, rt: str, station: int, to: int
) -> Done[Pemetaan]:
    """Move the families of one RT that stand at `station` to TPS `to`.

    Raises `Refused` when there are none or `to` is no number of a TPS.
    """
    draft = _draft(by, draft_id)
    if not 1 <= to <= MOST:
        raise Refused(_("Nomor TPS antara 1 dan %(most)s.") % {"most": MOST})
    keys = [
        home.key
        for home in mapping.homes(draft.village)
        if (home.rw, home.rt) == (rw, rt) and draft.stations.get(home.key, 0) == station
    ]
    if not keys:
        raise Refused(_("Tidak ada keluarga RT itu di TPS tersebut. Muat ulang halamannya."))
    before = {key: draft.stations.get(key, 0) for key in keys}
    draft.earlier = [*draft.earlier, before]
    draft.stations = mapping.moved(draft.stations, keys, to)
    draft.save(update_fields=["stations", "earlier"])
    facts = {"families": len(keys), "from": station, "to": to}
    return Done(draft, f"pemetaan:{draft.pk}", draft.village, facts)


@act("voters.undo_mapping")
def undo_mapping(*, by: Viewer, draft_id: int) -> Done[Pemetaan]:
    """Take the last adjustment of a draft back. Raises `Refused` when there is none."""
    draft = _draft(by, draft_id)
    if not draft.earlier:
        raise Refused(_("Belum ada penyesuaian yang dapat dibatalkan."))
    *rest, last = draft.earlier
    draft.stations, draft.earlier = {**draft.stations, **last}, rest
    draft.save(update_fields=["stations", "earlier"])
    return Done(draft, f"pemetaan:{draft.pk}", draft.village, {"left": len(rest)})


@act("voters.apply_mapping")
def apply_mapping(*, by: Viewer, draft_id: int) -> Done[int]:
    """Write the TPS of a draft to every voter of the village; TPS not registered yet are added.

    Returns how many voters changed their TPS. Raises `Refused` when a family has no TPS in the
    draft (it came later), when a TPS is above the cap, or the list is locked.
    """
    draft = _draft(by, draft_id)
    _require_whole(draft)
    wanted: dict[str, list[int]] = defaultdict(list)
    for home in mapping.homes(draft.village):
        path = f"{draft.village}/{draft.stations[home.key]:03}"
        wanted[path] += [version for version, tps in home.versions if tps != path]
    added = _register(by, draft)
    change = changing.begin(by, draft.village, source=f"pemetaan:{draft.pk}")
    moved = 0
    for path, versions in sorted(wanted.items()):
        moved += arriving.settle(change, path, versions)
    draft.applied_at, draft.applied_by = clock.now(), by.name
    draft.save(update_fields=["applied_at", "applied_by"])
    facts = {"voters": moved, "stations": len(wanted), "added": added}
    return Done(moved, f"pemetaan:{draft.pk}", draft.village, facts)


def _draft(by: Viewer, draft_id: int) -> Pemetaan:
    rows = Pemetaan.objects.select_for_update(of=["self"]).filter(village__within=by.path)
    return rows.get(pk=draft_id, applied_at__isnull=True)


def _require_village(by: Viewer, village: str) -> None:
    if not within(village, by.path):
        raise Pemetaan.DoesNotExist


def _require_whole(draft: Pemetaan) -> None:
    for line in mapping.lines(draft):
        if line.number == 0:
            raise Refused(
                _("%(n)s keluarga belum mendapat TPS karena masuk setelah rancangan. Buat ulang.")
                % {"n": line.families}
            )
        if line.over and line.families > 1:
            facts = {"tps": f"{line.number:03}", "n": line.voters, "cap": draft.cap}
            raise Refused(_("TPS %(tps)s berisi %(n)s pemilih, batasnya %(cap)s.") % facts)


def _register(by: Viewer, draft: Pemetaan) -> int:
    """Register the TPS that the draft needs and places does not know; returns how many."""
    known = places.tps_paths(by, draft.election_id)
    numbers = sorted(set(draft.stations.values()))
    new = [
        NewTps(draft.village, number)
        for number in numbers
        if f"{draft.village}/{number:03}" not in known
    ]
    if new:
        write_tps(by, draft.election_id, new, _("Pemetaan TPS"))
    return len(new)
