"""Revisions: the state of every village's list at its own point, its figures, and differences.

A version belongs to the state after change `rev` of its village when it began by then and had not
ended. Figures are counted from versions, never carried on by hand.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.db.models import Count, Q, QuerySet

from jurdil.kernel import clock
from jurdil.kernel.acts import inner
from jurdil.voters.models import (
    DaftarDesa,
    PemilihVersi,
    Perubahan,
    RekapTps,
    Revisi,
    RevisiDesa,
)
from jurdil.voters.reasons import Arrival, Base, why_came, why_gone

ACTIVE, STRUCK = PemilihVersi.Status.ACTIVE, PemilihVersi.Status.STRUCK
SAME = (
    *("nik_index", "nkk_index", "name", "birth_place", "born", "born_text", "marriage", "sex"),
    *("address", "rt", "rw", "disability", "ktp"),
)
"""Columns whose difference makes a voter changed (*ubah data*); TPS and remarks do not."""
NEW, TMS, DISABILITY, SEX = "baru", "tms", "disabilitas", "kelamin"
FROM, TO = "dari", "ke"
_COLUMN = {"L": 0, "P": 1}
UNSAID = "-"
"""The code of a breakdown under which come those whose reason was not recorded."""


@dataclass
class Tally:
    """Men and women of one TPS in a revision, and what came, went and changed since the last."""

    men: int = 0
    women: int = 0
    unknown: int = 0
    came: list[int] = field(default_factory=lambda: [0, 0])
    gone: list[int] = field(default_factory=lambda: [0, 0])
    came_unknown: int = 0
    gone_unknown: int = 0
    changed: int = 0
    detail: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    def note(self, group: str, code: str, sex: str, count: int = 1) -> None:
        """Add to the breakdown of a group by code: men, women, those without recorded sex."""
        counts = self.detail.setdefault(group, {}).setdefault(code, [0, 0, 0])
        counts[_COLUMN.get(sex, 2)] += count

    def arrive(self, sex: str, code: str, count: int = 1) -> None:
        """Count who is on the list now and was not before, with the sex he came with."""
        if sex in ("L", "P"):
            self.came[sex == "P"] += count
        else:
            self.came_unknown += count
        self.note(NEW, code or UNSAID, sex, count)

    def leave(self, sex: str, code: str) -> None:
        """Count who was on the list before and is not now."""
        if sex in ("L", "P"):
            self.gone[sex == "P"] += 1
        else:
            self.gone_unknown += 1
        self.note(TMS, code, sex)

    def alter(self, old: str, new: str) -> None:
        """Count whose elements differ; a changed sex moves him from one column to the other."""
        self.changed += 1
        self.turn(old, new)

    def turn(self, old: str, new: str) -> None:
        """Note a corrected sex."""
        if old != new:
            self.note(SEX, FROM, old)
            self.note(SEX, TO, new)


@dataclass(frozen=True)
class Difference:
    """What two states of a village's list do not share: versions that came, went, changed.

    `changed` are pairs of the earlier and the later version of one person. `struck` are the later
    versions of those who went because they do not meet the requirements, by person.
    """

    came: tuple[PemilihVersi, ...]
    gone: tuple[PemilihVersi, ...]
    changed: tuple[tuple[PemilihVersi, PemilihVersi], ...]
    struck: Mapping[int, PemilihVersi]


def at(village: str, rev: int) -> QuerySet[PemilihVersi]:
    """The list of a village as it stood after its change `rev`, struck voters included."""
    ended = Q(until_rev__isnull=True) | Q(until_rev__gt=rev)
    return PemilihVersi.objects.filter(ended, village=village, from_rev__lte=rev)


def rev_on(village: str, moment: datetime) -> int:
    """The number of the last change of a village's list by a legal moment; 0 before the first."""
    changes = Perubahan.objects.filter(village=village, legal_at__lte=moment)
    last = changes.order_by("-rev").first()
    return last.rev if last else 0


def fixed(revision: Revisi, village: str) -> int | None:
    """The change after which a revision fixed a village; None when it has not."""
    row = RevisiDesa.objects.filter(revision=revision, village=village).first()
    return row.as_of if row else None


def base_of(revision: Revisi, village: str) -> int:
    """The change of a village that a revision compares with: where the one before fixed it, or 0.

    A revision that left a village out (a DPTHP of some villages) passes on its own base.
    """
    earlier = revision.previous
    while earlier is not None:
        found = fixed(earlier, village)
        if found is not None:
            return found
        earlier = earlier.previous
    return 0


@inner
def hold(path: str) -> None:
    """Hold the lists of a place until the act ends, so that figures and what is fixed agree."""
    list(DaftarDesa.objects.select_for_update().filter(path__within=path).order_by("path"))


@inner
def fix(revision: Revisi, village: str) -> RevisiDesa:
    """Fix a village in a revision as its list stands now, and count its figures."""
    DaftarDesa.objects.get_or_create(path=village)
    held = DaftarDesa.objects.select_for_update().get(path=village)
    row = RevisiDesa.objects.create(
        revision=revision, village=village, as_of=held.rev, fixed_at=clock.now()
    )
    before = base_of(revision, village)
    found = tallies(village, before, held.rev, partial(base_of, revision))
    RekapTps.objects.bulk_create(_as_row(revision, path, tally) for path, tally in found.items())
    return row


def difference(village: str, before: int, now: int) -> Difference:
    """What came, went and changed on a village's list between two of its changes."""
    began = at(village, now).filter(from_rev__gt=before)
    later = {row.pemilih_id: row for row in began.filter(status=ACTIVE)}
    ended = at(village, before).filter(status=ACTIVE, until_rev__lte=now)
    earlier = {row.pemilih_id: row for row in ended}
    pairs = ((earlier[person], row) for person, row in later.items() if person in earlier)
    return Difference(
        came=tuple(row for person, row in later.items() if person not in earlier),
        gone=tuple(row for person, row in earlier.items() if person not in later),
        changed=tuple((old, new) for old, new in pairs if _differs(old, new)),
        struck={row.pemilih_id: row for row in began.filter(status=STRUCK)},
    )


def tallies(village: str, before: int, now: int, base: Base | None = None) -> dict[str, Tally]:
    """The figures of every TPS of a village after change `now`, compared with `before`.

    Who went is counted at the TPS where he was; a voter without TPS at the village. `base` gives
    what is compared with in other villages, so that who moved within the regency is told apart.
    """
    found: dict[str, Tally] = defaultdict(Tally)
    _count_present(found, village, now)
    if not before:
        _count_first(found, village, now)
    else:
        changes = movements(village, before, now, base or _nowhere)
        for row, how in changes.came:
            found[row.tps or village].arrive(how.sex, how.code)
            found[row.tps or village].turn(how.sex, row.sex)
        for row, code in changes.gone:
            found[row.tps or village].leave(row.sex, code)
        for old, row in changes.changed:
            found[row.tps or village].alter(old.sex, row.sex)
    return dict(sorted(found.items()))


@dataclass(frozen=True)
class Movements:
    """Who came and went between two states of a village's list with the code of why; pairs."""

    came: tuple[tuple[PemilihVersi, Arrival], ...]
    gone: tuple[tuple[PemilihVersi, str], ...]
    changed: tuple[tuple[PemilihVersi, PemilihVersi], ...]


def movements(village: str, before: int, now: int, base: Base) -> Movements:
    """The difference of two states with reasons; `base` as in `tallies`."""
    apart = difference(village, before, now)
    came = why_came(village, apart.came, base)
    left = [row for row in apart.gone if row.pemilih_id not in apart.struck]
    gone = {**why_gone(village, left), **{p: row.tms for p, row in apart.struck.items()}}
    return Movements(
        tuple((row, came[row.pemilih_id]) for row in apart.came),
        tuple((row, gone[row.pemilih_id]) for row in apart.gone),
        apart.changed,
    )


def _nowhere(_village: str) -> int:
    return 0


def _count_present(found: dict[str, Tally], village: str, now: int) -> None:
    groups = at(village, now).filter(status=ACTIVE).values_list("tps", "sex", "disability")
    for tps, sex, disability, count in groups.annotate(n=Count("pk")).order_by():
        tally = found[tps or village]
        if sex == "L":
            tally.men += count
        elif sex == "P":
            tally.women += count
        else:
            tally.unknown += count
        if disability:
            tally.note(DISABILITY, disability, sex, count)


def _count_first(found: dict[str, Tally], village: str, now: int) -> None:
    """Against an empty list everybody came; counted by the database, however many they are."""
    groups = at(village, now).filter(status=ACTIVE).values_list("tps", "sex", "entered")
    for tps, sex, entered, count in groups.annotate(n=Count("pk")).order_by():
        found[tps or village].arrive(sex, entered, count)


def _differs(old: PemilihVersi, new: PemilihVersi) -> bool:
    return any(getattr(old, name) != getattr(new, name) for name in SAME)


def _as_row(revision: Revisi, path: str, tally: Tally) -> RekapTps:
    return RekapTps(
        revision=revision,
        path=path,
        men=tally.men,
        women=tally.women,
        unknown=tally.unknown,
        came_men=tally.came[0],
        came_women=tally.came[1],
        came_unknown=tally.came_unknown,
        gone_men=tally.gone[0],
        gone_women=tally.gone[1],
        gone_unknown=tally.gone_unknown,
        changed=tally.changed,
        detail=tally.detail,
    )


def states(revision: Revisi, villages: Iterable[str]) -> dict[str, int]:
    """The change after which a revision fixed each of the villages; unfixed ones are left out."""
    rows = RevisiDesa.objects.filter(revision=revision, village__in=list(villages))
    return dict(rows.values_list("village", "as_of"))
