"""The detectors run over the forms of a contest; what they show is kept beside what people said.

Only forms with a new version are looked at by themselves again; what compares forms is made anew
each time, as one form may move a median. A row whose own figures changed is open again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from jurdil.kernel import chain, clock
from jurdil.kernel.acts import inner
from jurdil.kernel.models import Election
from jurdil.law import detect
from jurdil.law.detect.single import BLANK, BROKEN, CROWDED, SLIP
from jurdil.law.outcome import Movable
from jurdil.law.recap import places_above
from jurdil.law.regime import load_regime
from jurdil.law.rules import Params, params_for
from jurdil.results.models import LEVEL_TPS, Form, Pemeriksaan, Tinjauan
from jurdil.results.outcomes import heads
from jurdil.results.previous import previous, turnouts
from jurdil.results.shapes import Shape, shapes_of
from jurdil.results.writing import read_figures

OF_ONE_FORM = (BLANK, BROKEN, CROWDED, SLIP)
SURROUNDINGS = frozenset({"middle", "usual", "group"})
"""Facts about the neighbours: they move with every form and reopen nothing."""
BATCH = 500


@dataclass(frozen=True)
class Detected:
    """What a run changed: rows that are new, open again, or gone, and forms looked at."""

    new: int = 0
    again: int = 0
    gone: int = 0
    forms: int = 0

    def __add__(self, other: "Detected") -> "Detected":
        return Detected(
            self.new + other.new,
            self.again + other.again,
            self.gone + other.gone,
            self.forms + other.forms,
        )


@dataclass(frozen=True)
class Ground:
    """The forms of one contest and dapil as they stand, and those changed since the last run."""

    shape: Shape
    params: Params
    forms: Mapping[str, detect.Form]
    changed: frozenset[str]
    upto: int


def changed_forms(election_id: int) -> int:
    """Forms that changed since the detectors last ran over their contest and dapil."""
    ran = Pemeriksaan.objects.filter(
        election_id=OuterRef("election_id"), contest=OuterRef("contest"), dapil=OuterRef("dapil")
    )
    forms = Form.objects.filter(election_id=election_id, level=LEVEL_TPS, current__isnull=False)
    seen = Coalesce(Subquery(ran.values("upto")[:1]), 0, output_field=BigIntegerField())
    return forms.annotate(seen=seen).filter(current_id__gt=F("seen")).count()


@inner
def run(election: Election, contest: str, due: Mapping[str, int]) -> Detected:
    """Bring what is shown of a contest up to its forms; `due`: TPS in use of every village."""
    made = Detected()
    for shape in shapes_of(election.pk, contest).values():
        ground = _ground(shape)
        made += _keep(ground, _notices(election, ground, due))
        _note_run(ground)
    return made


def _ground(shape: Shape) -> Ground:
    last = Pemeriksaan.objects.filter(
        election_id=shape.election_id, contest=shape.contest, dapil=shape.dapil
    ).first()
    edition = detect.load_thresholds().edition
    seen = last.upto if last and last.edition == edition else 0
    rows = Form.objects.filter(
        election_id=shape.election_id,
        contest=shape.contest,
        dapil=shape.dapil,
        level=LEVEL_TPS,
        current__isnull=False,
    ).values_list("path", "current_id", "current__figures")
    forms: dict[str, detect.Form] = {}
    changed, newest = set(), 0
    for path, version, text in rows.iterator(chunk_size=BATCH):
        forms[path] = read_figures(text)
        newest = max(newest, version)
        if version > seen:
            changed.add(path)
    params = params_for(load_regime(shape.regime))
    return Ground(shape, params, forms, frozenset(changed), newest)


def _notices(election: Election, ground: Ground, due: Mapping[str, int]) -> list[detect.Notice]:
    shape, limits = ground.shape, detect.load_thresholds()
    checker = detect.Checker(shape.checks, shape.choices, shape.figures)
    found = [
        one
        for path in sorted(ground.changed)
        for one in detect.of_form(path, ground.forms[path], checker, ground.params)
    ]
    found += detect.between_forms(ground.forms, shape.choices, limits)
    before = previous(election, shape.contest)
    if before is not None:
        villages: dict[str, tuple[str, ...]] = {}
        for path in sorted(ground.forms):
            village = path.partition("/")[0]
            villages[village] = (*villages.get(village, ()), path)
        now = turnouts(election.pk, shape.contest)
        complete = {
            place: part
            for place, part in now.items()
            if len(villages.get(place, ())) >= due.get(place, 1)
        }
        found += detect.changes(
            complete,
            before.turnouts,
            least=limits.group_min,
            times=limits.spread_times,
            points=limits.change_points,
            paths_of=lambda village: villages[village],
        )
    return found


def _keep(ground: Ground, notices: Iterable[detect.Notice]) -> Detected:
    """Bring the stored rows to these notices; rows of forms that did not change stay."""
    shape, now = ground.shape, clock.now()
    wanted = {chain.sha256(one.key): one for one in notices}
    rows = Tinjauan.objects.filter(
        election_id=shape.election_id, contest=shape.contest, dapil=shape.dapil
    )
    stored = {row.key: row for row in rows.select_for_update() if _judged(ground, row)}
    new = [_row(ground, key, wanted[key], now) for key in wanted if key not in stored]
    Tinjauan.objects.bulk_create(new, batch_size=BATCH)
    again = _refresh(ground, [(stored[key], wanted[key]) for key in wanted if key in stored], now)
    gone = _let_go([row for key, row in stored.items() if key not in wanted], now)
    return Detected(len(new), again, gone, len(ground.changed))


def _judged(ground: Ground, row: Tinjauan) -> bool:
    """Whether this run says something about a row: not where its one form is as it was."""
    if row.code not in OF_ONE_FORM:
        return True
    return row.path in ground.changed or row.path not in ground.forms


def _row(ground: Ground, key: str, notice: detect.Notice, now: datetime) -> Tinjauan:
    return Tinjauan(
        election_id=ground.shape.election_id,
        contest=ground.shape.contest,
        dapil=ground.shape.dapil,
        path=common_place(notice.paths),
        code=notice.code,
        subject=notice.subject,
        key=key,
        forms=list(notice.paths),
        facts=dict(notice.facts),
        papers=_papers(ground, notice),
        made_at=now,
    )


def _papers(ground: Ground, notice: detect.Notice) -> list[dict[str, Any]]:
    lines = heads(ground.shape.choices)
    found = detect.doubts(notice, ground.forms, lines, ground.params)
    return [
        {
            "at": at,
            "counted": dict(one.counted),
            "paper": one.paper,
            "off": one.off,
            "sign": one.sign,
        }
        for at, one in found.items()
    ]


def movables(papers: Iterable[Mapping[str, Any]]) -> dict[str, Movable]:
    """The stored papers of a row again, by place."""
    return {
        one["at"]: Movable(one["counted"], one["paper"], one["off"], one["sign"]) for one in papers
    }


def _refresh(ground: Ground, pairs: Iterable[tuple[Tinjauan, detect.Notice]], now: datetime) -> int:
    """Write the facts as they are now; returns how many rows are open again by them."""
    changed, again = [], 0
    for row, notice in pairs:
        papers, facts = _papers(ground, notice), dict(notice.facts)
        other = _own(row.facts) != _own(facts) or row.gone_at is not None
        if not other and row.papers == papers and row.facts == facts:
            continue
        if other:
            again += row.state != Tinjauan.State.OPEN or row.gone_at is not None
            row.state, row.gone_at, row.made_at = Tinjauan.State.OPEN, None, now
        row.facts, row.papers = facts, papers
        changed.append(row)
    fields = ["facts", "papers", "state", "gone_at", "made_at"]
    Tinjauan.objects.bulk_update(changed, fields, batch_size=BATCH)
    return again


def _own(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name not in SURROUNDINGS}


def _let_go(rows: Iterable[Tinjauan], now: datetime) -> int:
    """Rows whose cause is gone: what nobody spoke about is deleted, the rest marked."""
    there = [row for row in rows if row.gone_at is None]
    Tinjauan.objects.filter(pk__in=[row.pk for row in there if not row.note]).delete()
    for row in (spoken := [row for row in there if row.note]):
        row.gone_at = now
    Tinjauan.objects.bulk_update(spoken, ["gone_at"], batch_size=BATCH)
    return len(there)


def _note_run(ground: Ground) -> None:
    Pemeriksaan.objects.update_or_create(
        election_id=ground.shape.election_id,
        contest=ground.shape.contest,
        dapil=ground.shape.dapil,
        defaults={
            "upto": ground.upto,
            "edition": detect.load_thresholds().edition,
            "forms": len(ground.forms),
            "made_at": clock.now(),
        },
    )


def common_place(found: Iterable[str]) -> str:
    """The smallest place that holds all these TPS; the TPS itself for one."""
    all_ = sorted(set(found))
    if len(all_) == 1:
        return all_[0]
    above = places_above(all_[0])
    return next(place for place in above if all(place in places_above(one) for one in all_))
