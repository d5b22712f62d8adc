"""The figures of a quarter: read where it is determined, counted from versions while it runs."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.core.cache import cache
from django.db.models import Count as Rows
from django.db.models import Sum

from jurdil.law.voters.flow import Count, Flow, group_of, summed
from jurdil.voters import revising
from jurdil.voters.changing import MOVED
from jurdil.voters.models import DaftarDesa, PemilihVersi, RekapTps, Revisi, RevisiDesa
from jurdil.voters.revising import DISABILITY, FROM, NEW, SEX, TMS, TO, Tally

SEXES = ("L", "P", "")
SCHEMA = 3
"""Raised when `Figures` changes, so that figures kept by an older version are counted again."""
KEPT_SECONDS = 7 * 24 * 3600


@dataclass(frozen=True)
class Figures:
    """A place in a quarter: its flow, men and women by reason and disability group, its TPS."""

    flow: Flow = field(default_factory=Flow)
    new: Mapping[str, Count] = field(default_factory=dict)
    tms: Mapping[str, Count] = field(default_factory=dict)
    disabilities: Mapping[str, Count] = field(default_factory=dict)
    tps: int = 0
    villages: int = 1

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.flow + other.flow,
            _merged(self.new, other.new),
            _merged(self.tms, other.tms),
            _merged(self.disabilities, other.disabilities),
            self.tps + other.tps,
            self.villages + other.villages,
        )


def together(parts: Iterable[Figures]) -> Figures:
    """The figures of a place from those of its parts."""
    return sum(parts, Figures(villages=0))


def by_village(revision: Revisi, path: str) -> dict[str, Figures]:
    """The figures of every village of a place, in the order of their paths.

    Counted once per state of the lists: every change of one raises the sum of their numbers.
    """
    held = DaftarDesa.objects.filter(path__within=path).order_by("path")
    revs = dict(held.values_list("path", "rev"))
    state = f"{revision.pk}.{revision.state}.{path}.{len(revs)}.{sum(revs.values())}"
    key = f"voters.pdpb.{SCHEMA}.{state}"
    kept: dict[str, Figures] | None = cache.get(key)
    if kept is None:
        kept = _by_village(revision, path, revs)
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _by_village(revision: Revisi, path: str, revs: Mapping[str, int]) -> dict[str, Figures]:
    before = _before(revision, path)
    fixed = RevisiDesa.objects.filter(revision=revision, village__within=path)
    done = set(fixed.values_list("village", flat=True))
    tallies, tps = _kept(revision, path), _kept_tps(revision, path)
    if running := {village: rev for village, rev in revs.items() if village not in done}:
        counted, stations = _counted(revision, path, running)
        tallies |= {village: counted[village] for village in running}
        tps |= {village: stations.get(village, 0) for village in running}
    return {
        village: _figures(tallies[village], before.get(village, Count()), tps.get(village, 0))
        for village in sorted({*revs, *tallies, *before})
    }


def flow_of(revision: Revisi, path: str) -> Flow:
    """The flow of a whole place."""
    return summed(one.flow for one in by_village(revision, path).values())


def _before(revision: Revisi, path: str) -> dict[str, Count]:
    """What the revision before counted, per village; of the nearest that fixed the village."""
    found: dict[str, Count] = {}
    earlier = revision.previous
    while earlier is not None:
        fresh: dict[str, Count] = defaultdict(Count)
        rows = RekapTps.objects.filter(revision=earlier, path__within=path)
        for at, men, women, unknown in rows.values_list("path", "men", "women", "unknown"):
            fresh[at.partition("/")[0]] += Count(men, women, unknown)
        found = {**fresh, **found}
        earlier = earlier.previous if earlier.kind == Revisi.Kind.DPTHP else None
    return found


def _kept(revision: Revisi, path: str) -> dict[str, Tally]:
    """The tallies that were counted when the revision was determined."""
    found: dict[str, Tally] = defaultdict(Tally)
    for row in RekapTps.objects.filter(revision=revision, path__within=path):
        tally = found[row.path.partition("/")[0]]
        tally.men += row.men
        tally.women += row.women
        tally.unknown += row.unknown
        tally.came = [tally.came[0] + row.came_men, tally.came[1] + row.came_women]
        tally.gone = [tally.gone[0] + row.gone_men, tally.gone[1] + row.gone_women]
        tally.came_unknown += row.came_unknown
        tally.gone_unknown += row.gone_unknown
        tally.changed += row.changed
        for group, codes in row.detail.items():
            for code, counts in codes.items():
                for sex, count in zip(SEXES, counts, strict=True):
                    tally.note(group, code, sex, count)
    return found


def _kept_tps(revision: Revisi, path: str) -> dict[str, int]:
    tps: dict[str, int] = defaultdict(int)
    for at, voters in (
        RekapTps.objects.filter(revision=revision, path__within=path)
        .values_list("path")
        .annotate(voters=Sum("men") + Sum("women") + Sum("unknown"))
    ):
        if "/" in at and voters:
            tps[at.partition("/")[0]] += 1
    return tps


def _counted(
    revision: Revisi, path: str, revs: Mapping[str, int]
) -> tuple[dict[str, Tally], dict[str, int]]:
    """The present list by one reading, and the changes of villages that changed."""
    found, tps = _present(path)
    bases = functools.cache(functools.partial(revising.base_of, revision))
    for village, rev in revs.items():
        base = bases(village)
        if rev == base:
            continue
        if not base:
            first = revising.tallies(village, 0, rev)
            _put_changes(found[village], first.values())
            continue
        moved, tally = revising.movements(village, base, rev, bases), found[village]
        for row, how in moved.came:
            tally.arrive(how.sex, how.code)
            tally.turn(how.sex, row.sex)
        for row, code in moved.gone:
            tally.leave(row.sex, code)
        for old, row in moved.changed:
            tally.alter(old.sex, row.sex)
    return found, tps


def _put_changes(into: Tally, parts: Iterable[Tally]) -> None:
    for part in parts:
        into.came = [into.came[0] + part.came[0], into.came[1] + part.came[1]]
        into.came_unknown += part.came_unknown
        for code, counts in part.detail.get(NEW, {}).items():
            for sex, count in zip(SEXES, counts, strict=True):
                into.note(NEW, code, sex, count)


def _present(path: str) -> tuple[dict[str, Tally], dict[str, int]]:
    found: dict[str, Tally] = defaultdict(Tally)
    stations: dict[str, set[str]] = defaultdict(set)
    rows = PemilihVersi.objects.filter(
        until_rev__isnull=True, status=PemilihVersi.Status.ACTIVE, village__within=path
    )
    groups = rows.values_list("village", "tps", "sex", "disability").annotate(n=Rows("pk"))
    for village, tps, sex, disability, count in groups.order_by():
        tally = found[village]
        tally.men += count * (sex == "L")
        tally.women += count * (sex == "P")
        tally.unknown += count * (sex not in ("L", "P"))
        if tps:
            stations[village].add(tps)
        if disability:
            tally.note(DISABILITY, disability, sex, count)
    return found, {village: len(known) for village, known in stations.items()}


def _figures(tally: Tally, before: Count, tps: int) -> Figures:
    new, tms = _counts(tally, NEW), _counts(tally, TMS)
    arrived, left = new.pop(MOVED, Count()), tms.pop(MOVED, Count())
    turned = _counts(tally, SEX)
    net = turned.get(TO, Count()) - turned.get(FROM, Count())
    flow = Flow(
        before=before,
        new=Count(tally.came[0], tally.came[1], tally.came_unknown) - arrived,
        tms=Count(tally.gone[0], tally.gone[1], tally.gone_unknown) - left,
        moved=arrived - left,
        turned=net,
        now=Count(tally.men, tally.women, tally.unknown),
        changed=tally.changed,
    )
    return Figures(flow, new, tms, _groups(tally), tps)


def _groups(tally: Tally) -> dict[str, Count]:
    found: dict[str, Count] = defaultdict(Count)
    for code, count in _counts(tally, DISABILITY).items():
        found[group_of(code) or code] += count
    return dict(found)


def _counts(tally: Tally, group: str) -> dict[str, Count]:
    by_code = tally.detail.get(group, {})
    return {code: Count(*counts) for code, counts in by_code.items()}


def _merged(one: Mapping[str, Count], other: Mapping[str, Count]) -> dict[str, Count]:
    return {code: one.get(code, Count()) + other.get(code, Count()) for code in {**one, **other}}
