"""The chain of an election's list: how revisions open, fix villages, and are determined.

Steps of acts. That a DPT stands is asked in one place, by every change: `locking.final_over`.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from jurdil.kernel import clock, decisions, windows
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.models import Document, Election
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.law.regime import load_regime
from jurdil.places import queries as places
from jurdil.voters import datasets, revising
from jurdil.voters.models import LingkupRevisi, PemilihVersi, Pleno, Revisi, RevisiDesa
from jurdil.voters.steps import FINAL, KECAMATAN, REGENCY, STEPS, Step, after, below

Kind, State = Revisi.Kind, Revisi.State
DECISION = "voters.list"


def last_of(election_id: int) -> Revisi | None:
    """The newest revision of an election's chain."""
    rows = Revisi.objects.filter(election=election_id).exclude(kind=Kind.PDPB)
    return rows.order_by("-pk").first()


def next_kind(last: Revisi | None) -> str:
    """What the chain opens next; '' while the last one runs and after the DPT."""
    if last is None:
        return Kind.SOURCE
    return after(last.kind) if last.state == State.DETERMINED else ""


@inner
def open_next(election: Election, kind: str, basis: str, villages: Sequence[str] = ()) -> Revisi:
    """Open a revision. Raises `Refused` for one that does not follow, or a DPTHP without order."""
    last = last_of(election.pk)
    _require_follows(last, kind, basis)
    number = 0
    if STEPS[kind].ordered:
        number = Revisi.objects.filter(election=election, kind=kind).count() + 1
    made = Revisi.objects.create(
        election=election,
        kind=kind,
        number=number,
        path=election.path,
        previous=last or _earlier(election),
        basis=basis.strip()[:200],
        opened_at=clock.now(),
    )
    LingkupRevisi.objects.bulk_create(
        LingkupRevisi(revision=made, village=village) for village in sorted(set(villages))
    )
    return made


def _require_follows(last: Revisi | None, kind: str, basis: str) -> None:
    if last is not None and last.state != State.DETERMINED:
        raise Refused(
            _("%(last)s belum selesai. Selesaikan dulu semua plenonya.") % {"last": title(last)}
        )
    if STEPS[kind].ordered:
        if last is None or last.kind not in FINAL:
            raise Refused(_("DPTHP dibuka setelah DPT ditetapkan."))
        if not basis.strip():
            raise Refused(_("DPTHP dibuka hanya atas perintah. Tulis nomor dan tanggal suratnya."))
    elif kind != next_kind(last):
        raise Refused(_("Daftar ini belum gilirannya dalam rangkaian penyusunan."))


def _earlier(election: Election) -> Revisi | None:
    """What the first revision of an election is compared with: the list determined last."""
    rows = Revisi.objects.filter(state=State.DETERMINED).exclude(election=election)
    return rows.filter(Q(kind=Kind.PDPB) | Q(kind__in=FINAL)).order_by("-decided_at").first()


def villages_of(by: Viewer, revision: Revisi, path: str = "") -> list[str]:
    """The villages that a revision is about, in the order of their paths, below `path` or all."""
    # Whether a revision is complete does not depend on how much of it the viewer may see.
    whole = system_viewer(revision.path, by.house)
    scope = set(revision.scope.values_list("village", flat=True))
    known = {place.path for place in places.villages(whole, path or revision.path)}
    return sorted(known & scope if scope else known)


def kecamatan_of(by: Viewer, revision: Revisi) -> list[str]:
    """The kecamatan that a revision is about."""
    return sorted({village.rpartition(".")[0] for village in villages_of(by, revision)})


def title(revision: Revisi) -> str:
    """A revision by its name: DPS, DPTHP-2."""
    name = str(Kind(revision.kind).label)
    return f"{name}-{revision.number}" if revision.number else name


def stage_of(revision: Revisi, level: str) -> str:
    """The stage whose window holds for a plenary; '' where the regime names none."""
    known = {stage.id for stage in load_regime(revision.election.regime).stages}
    wanted = STEPS[revision.kind].stages.get(level, ())
    return next((stage for stage in wanted if stage in known), "")


def require_window(revision: Revisi, level: str) -> None:
    """Raise `windows.Closed` outside the window of the plenary's stage."""
    if stage := stage_of(revision, level):
        windows.require_open(revision.election_id, stage)


def step_at(revision: Revisi, level: str) -> Step:
    """The step of a revision. Raises `Refused` when it has no plenary at this level."""
    step = STEPS.get(revision.kind)
    if step is None or level not in step.levels:
        raise Refused(_("Daftar ini tidak diplenokan di tingkat tersebut."))
    return step


def require_open(revision: Revisi) -> None:
    """Raise `Refused` when the revision was determined."""
    if revision.state == State.DETERMINED:
        raise Refused(_("%(name)s sudah ditetapkan.") % {"name": title(revision)})


def waiting_below(by: Viewer, revision: Revisi, level: str, path: str) -> list[str]:
    """The places below whose plenary is not held, so that the one at `path` cannot decide."""
    under = below(step_at(revision, level), level)
    if not under:
        return []
    wanted = villages_of(by, revision, path)
    if under == KECAMATAN:
        wanted = sorted({village.rpartition(".")[0] for village in wanted})
    held = Pleno.objects.filter(revision=revision, level=under, state=Pleno.State.HELD)
    done = set(held.filter(path__within=path).values_list("path", flat=True))
    return [place for place in wanted if place not in done]


@inner
def require_below(by: Viewer, revision: Revisi, level: str, path: str) -> None:
    """Raise `Refused` while plenaries below are missing, and name the first of them."""
    waiting = waiting_below(by, revision, level, path)
    if waiting:
        first = places.names(by, waiting[:1]).get(waiting[0], waiting[0])
        raise Refused(
            _("%(count)s wilayah belum pleno, mulai dari %(first)s. Selesaikan dulu.")
            % {"count": len(waiting), "first": first}
        )


@inner
def end_with_last(by: Viewer, revision: Revisi, level: str, path: str) -> None:
    """End a revision that KPU does not determine with the last plenary of its last level."""
    if level == step_at(revision, level).levels[-1] and not _left(by, revision, level, path):
        _finish(revision)


def _left(by: Viewer, revision: Revisi, level: str, path: str) -> list[str]:
    """The places of a level, besides this one, whose plenary is still missing."""
    wanted = kecamatan_of(by, revision) if level == KECAMATAN else []
    held = Pleno.objects.filter(revision=revision, level=level, state=Pleno.State.HELD)
    done = {*held.values_list("path", flat=True), path}
    return [place for place in wanted if place not in done]


@inner
def fix_all(revision: Revisi, villages: Iterable[str]) -> None:
    """Fix villages in a revision as they stand now."""
    for village in villages:
        revising.fix(revision, village)


@inner
def determine(revision: Revisi, paper: Document | None) -> None:
    """Freeze the figures and the list of every village of a revision."""
    if not RevisiDesa.objects.filter(revision=revision).exists():
        raise Refused(_("Belum ada desa/kelurahan dalam daftar ini."))
    revision.decision = decisions.freeze(
        kind=DECISION,
        title=title(revision),
        election_id=revision.election_id,
        stage=stage_of(revision, REGENCY),
        path=revision.path,
        parts=[(datasets.code_of(revision), revision.path)],
        document=paper,
    )
    _finish(revision)


def _finish(revision: Revisi) -> None:
    revision.state, revision.decided_at = State.DETERMINED, clock.now()
    revision.save(update_fields=["state", "decided_at", "decision"])


def final_of(election_id: int, village: str) -> Revisi | None:
    """The last DPT or DPTHP of an election that fixed a village; None before."""
    rows = Revisi.objects.filter(election=election_id, kind__in=FINAL, state=State.DETERMINED)
    return rows.filter(villages__village=village).order_by("-pk").first()


def on_final(standing: Revisi, voter_id: int, village: str) -> PemilihVersi:
    """A voter's row on a DPT. Raises `Refused` when he is not on it."""
    as_of = revising.fixed(standing, village)
    rows = revising.at(village, as_of or 0).filter(status=PemilihVersi.Status.ACTIVE)
    row = rows.filter(pemilih=voter_id).first()
    if row is None:
        raise Refused(_("Orang ini tidak ada dalam DPT desa tersebut."))
    return row
