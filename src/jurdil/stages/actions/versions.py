"""A changed schedule, applied as a new version; what was determined stays."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.models import Election, ScheduleVersion
from jurdil.kernel.viewer import Viewer
from jurdil.stages import plan, store, work
from jurdil.stages.records import Plan


@act("stages.apply_version")
def apply_version(
    *,
    by: Viewer,
    election_id: int,
    changes: Mapping[str, plan.Times],
    basis: str,
    reason: str,
    based_on: int,
) -> Done[ScheduleVersion]:
    """Put a schedule with other dates in force: new version, deadlines and open tasks recomputed.

    `based_on` is the version the preview showed. Raises `Refused` when another version came
    meanwhile, when nothing moves, or for dates that cannot be.
    """
    election = _locked(by, election_id)
    found = _planned(election, changes)
    if found.based_on != based_on:
        raise Refused(
            _(
                "Jadwal sudah berubah sejak pratinjau Anda: versi %(seen)s kini versi %(now)s. "
                "Periksa pratinjau yang baru, lalu terapkan."
            )
            % {"seen": based_on, "now": found.based_on}
        )
    if not found.moves:
        raise Refused(_("Tidak ada tanggal yang bergeser, jadi tidak ada versi baru."))
    version = carry_out(election, found, basis=basis, reason=reason)
    assert version is not None
    facts = {"version": version.number, "basis": basis, **plan.told(found)}
    return Done(version, f"schedule:{version.pk}", election.path, facts)


@act("stages.recompute")
def recompute(*, by: Viewer, election_id: int) -> Done[Plan]:
    """Count deadlines anew, after the office entered holidays; tasks and stages follow.

    Raises `Refused` when every date stands as counted.
    """
    election = _locked(by, election_id)
    found = plan.plan(election, retime=True)
    if found.empty:
        raise Refused(_("Semua tenggat sudah sesuai kalender kantor; tidak ada yang bergeser."))
    carry_out(election, found, basis=_("Kalender hari libur kantor"), reason="")
    return Done(found, f"election:{election.pk}", election.path, plan.told(found))


@inner
def carry_out(
    election: Election, found: Plan, *, basis: str, reason: str
) -> ScheduleVersion | None:
    """Do what a plan says: a new version if a stage moves, tasks, and voting day."""
    version = None
    if found.moves:
        version = store.write_version(election, found.spans, basis=basis, reason=reason)
    work.move_tasks(found.tasks)
    if found.voting_day != election.voting_day:
        election.voting_day = found.voting_day
        election.save(update_fields=["voting_day"])
    return version


def _locked(by: Viewer, election_id: int) -> Election:
    """The election, locked so that two changes of its schedule come one after the other."""
    store.election_for(by, election_id)
    return Election.objects.select_for_update().get(pk=election_id)


def _planned(election: Election, changes: Mapping[str, plan.Times]) -> Plan:
    try:
        return plan.plan(election, changes=changes)
    except plan.BadChange as fault:
        raise Refused(str(fault)) from fault
