"""TPS: registered once, corrected by new versions with a reason."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.viewer import Viewer
from jurdil.places import writing
from jurdil.places.models import Tps, TpsVersion
from jurdil.places.records import NewTps


@act("places.add_tps")
def add_tps(*, by: Viewer, election_id: int, tps: NewTps, reason: str) -> Done[str]:
    """Register one TPS; returns its path. Raises `Refused` or `OutOfScope`."""
    writing.write_tps(by, election_id, [tps], reason)
    facts = {"election": election_id, "kind": tps.kind, "reason": reason}
    return Done(tps.path, f"tps:{election_id}:{tps.path}", tps.path, facts)


@act("places.add_tps_list")
def add_tps_list(*, by: Viewer, election_id: int, rows: Sequence[NewTps], reason: str) -> Done[int]:
    """Register many TPS at once; returns how many. Raises `Refused` or `OutOfScope`."""
    count = writing.write_tps(by, election_id, rows, reason)
    facts = {"election": election_id, "count": count, "reason": reason}
    return Done(count, f"tps:{election_id}", by.path, facts, writing.digest(rows))


@act("places.change_tps")
def change_tps(
    *,
    by: Viewer,
    election_id: int,
    path: str,
    kind: str,
    site: str,
    address: str,
    access: str,
    note: str,
    state: str,
    reason: str,
) -> Done[TpsVersion]:
    """Correct what is known of a TPS, or dissolve it. The earlier version stays.

    Raises `Tps.DoesNotExist` outside the scope, `Refused` when nothing changes or no reason is
    given.
    """
    tps = (
        Tps.objects.select_for_update(of=["self"])
        .select_related("current")
        .get(election_id=election_id, path=path, path__within=by.path)
    )
    values = {
        "kind": kind,
        "site": site,
        "address": address,
        "access": access,
        "note": note,
        "state": state,
    }
    if not reason.strip():
        raise Refused(_("Tulis alasan perubahan ini, misalnya nomor surat atau berita acara."))
    before = {name: getattr(tps.current, name) for name in values}
    if before == values:
        raise Refused(_("Tidak ada yang berubah pada %(tps)s.") % {"tps": path})
    version = writing.write_tps_version(tps, values, reason.strip())
    changed = sorted(name for name in values if before[name] != values[name])
    facts = {"election": election_id, "version": version.number, "changed": changed}
    return Done(version, f"tps:{election_id}:{path}", path, facts)
