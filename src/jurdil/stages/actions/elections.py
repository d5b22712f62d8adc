"""Opening an election with its first schedule, and closing it when it is over."""

from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.actions.tasks import CLOSED
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.models import Election, Office, ScheduleVersion, Task
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import Regime, load_regime
from jurdil.law.schedule import shifted
from jurdil.stages import deadlines, store, work
from jurdil.stages.actions.routine import raise_routine_tasks
from jurdil.stages.records import Span
from jurdil.stages.spans import OCCURRENCE, opening_spans

REGENCY = "kabko"
FIRST_KOTA = 71
"""Codes of cities begin here; below them are the kabupaten."""


@act("stages.open_election")
def open_election(
    *, by: Viewer, regime: str, path: str, voting_day: date | None = None
) -> Done[Election]:
    """Open an election, or the routine work, with schedule version 1 and the tasks ahead.

    With another `voting_day` than the regime's the dates are the regime's, shifted, and none of
    them is confirmed. Raises `Refused` for one that is open already or a draft in official mode.
    """
    law = load_regime(regime)
    _check(law, path)
    if voting_day and law.voting_day and voting_day != law.voting_day:
        law = shifted(law, voting_day)
    election = Election.objects.create(
        regime=regime,
        name=law.name.id,
        name_en=law.name.en,
        path=path,
        voting_day=voting_day or law.voting_day,
        contests=[contest.id for contest in law.contests_in(path[:2], _area_kind(path))],
    )
    version = _first_version(election, law)
    opened = _open_tasks(election, store.spans_of(version))
    facts = {
        "regime": regime,
        "voting": str(election.voting_day or ""),
        "contests": list(election.contests),
        "version": version.number,
        "tasks": opened,
    }
    return Done(election, f"election:{election.pk}", path, facts)


@act("stages.close_election")
def close_election(*, by: Viewer, election_id: int, reason: str) -> Done[Election]:
    """Close an election: it leaves home, agenda and feeds; its figures and papers stay.

    Raises `Refused` while it has open tasks, or when it is closed already.
    """
    election = store.election_for(by, election_id)
    if election.state == Election.State.CLOSED:
        raise Refused(_("%(election)s sudah ditutup.") % {"election": election})
    left = Task.objects.filter(election=election).exclude(state__in=CLOSED).count()
    if left:
        raise Refused(
            _(
                "%(election)s masih memiliki %(count)s tugas terbuka. "
                "Selesaikan atau batalkan tugas itu, lalu tutup pemilihannya."
            )
            % {"election": election, "count": left}
        )
    election.state = Election.State.CLOSED
    election.save(update_fields=["state"])
    return Done(election, f"election:{election.pk}", election.path, {"reason": reason})


def _check(law: Regime, path: str) -> None:
    if Election.objects.filter(regime=law.code, path=path).exists():
        raise Refused(_("%(election)s sudah dibuka di kantor ini.") % {"election": law.name.id})
    if law.draft and Office.objects.get().mode == Office.Mode.OFFICIAL:
        raise Refused(
            _(
                "%(election)s masih rancangan: dasar hukumnya belum ada. "
                "Pakai Mode Latihan untuk simulasi."
            )
            % {"election": law.name.id}
        )


def _area_kind(path: str) -> str:
    return "kota" if int(path.split(".")[1]) >= FIRST_KOTA else "kabupaten"


@inner
def _first_version(election: Election, law: Regime) -> ScheduleVersion:
    today = clock.today()
    rules = deadlines.rules_of(election.regime)
    calendar = deadlines.office_calendar(frozenset({today.year, today.year + 1}))
    spans = opening_spans(law, rules, today.year, calendar, clock.zone())
    basis = law.basis[0].title if law.basis else ""
    return store.write_version(election, spans, basis=basis, reason="")


@inner
def _open_tasks(election: Election, spans: tuple[Span, ...]) -> int:
    """One task for each end of a regency stage still ahead; parts stand for their whole."""
    parents = {span.parent for span in spans}
    now = clock.now()
    ahead = [
        span
        for span in spans
        if span.level == REGENCY
        and span.stage not in parents
        and OCCURRENCE not in span.stage
        and span.closes is not None
        and span.closes >= now
    ]
    oversight = work.oversees()
    for span in ahead:
        work.raise_stage_task(election, span, work.FROM_STAGE, oversight)
    return len(ahead) + raise_routine_tasks(election, spans)
