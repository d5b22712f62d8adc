"""What a row of a source list becomes beside the present list (synchronisation, PKPU 7/2022).

A NIK that is nowhere is added. In the same village with the same data it says nothing new, with
other data it is a proposal. Whoever was struck before is not added again: that decision is
remembered, and a restoration is proposed. A NIK that another village has or had is added as
potential and put before a person; nobody is refused.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.models import ImportRow
from jurdil.kernel.viewer import Viewer
from jurdil.voters import arriving, changing, doubles, proposing
from jurdil.voters.changing import Change
from jurdil.voters.models import PemilihVersi, SumberDesa, Usulan
from jurdil.voters.people import NAMES, elements_in
from jurdil.voters.proposing import Evidence, Proposal
from jurdil.voters.revising import SAME
from jurdil.voters.source_file import unstaged

ACTIVE, POTENTIAL = PemilihVersi.Status.ACTIVE, PemilihVersi.Status.POTENTIAL
STRUCK = PemilihVersi.Status.STRUCK
MOST_FINDINGS = 20_000


@dataclass(frozen=True)
class Taken:
    """What the rows of one part became."""

    part: int
    added: int = 0
    same: int = 0
    differing: int = 0
    remembered: int = 0
    doubles: int = 0


@dataclass(frozen=True)
class Sorted:
    """Rows sorted by what they become; those of `add` are columns of new versions."""

    add: list[dict[str, Any]] = field(default_factory=list)
    same: list[PemilihVersi] = field(default_factory=list)
    differing: list[tuple[PemilihVersi, PemilihVersi]] = field(default_factory=list)
    remembered: list[PemilihVersi] = field(default_factory=list)


@dataclass(frozen=True)
class Staged:
    """A staged row: its number in the file, the columns of a version, what is wrong in it."""

    number: int
    values: Mapping[str, Any]
    hits: Sequence[Sequence[str]]


def staged(held: SumberDesa, part: int) -> list[Staged]:
    """The next staged rows of a village in the order of the file.

    Read before the act that takes them, so that nobody waits for the reading.
    """
    rows = _stage(held).order_by("number").values_list("number", "data")[:part]
    return [Staged(number, unstaged(data), data["hits"]) for number, data in rows]


def _stage(held: SumberDesa) -> QuerySet[ImportRow]:
    return ImportRow.objects.filter(batch=held.source.batch_id, key=held.village, take=True)


@inner
def take(by: Viewer, held: SumberDesa, change: Change, rows: Sequence[Staged]) -> Taken:
    """Carry rows out, clear them from the stage, and count what they became.

    Raises `Refused` when somebody else took these rows meanwhile.
    """
    cleared, _kinds = _stage(held).filter(number__lte=rows[-1].number).delete()
    if cleared != len(rows):
        raise Refused(_("Baris ini baru saja diambil pekerjaan lain. Ulangi."))
    sorted_ = _sort(change, rows, held)
    arriving.arrive(change, sorted_.add)
    pairs = doubles.look_for(_suspects(change, sorted_.add))
    for present, wanted in sorted_.differing:
        proposing.propose(by, held.source.election, _difference(held, present, wanted))
    for present in sorted_.remembered:
        proposing.propose(by, held.source.election, _restoration(held, present))
    taken = Taken(
        part=len(rows),
        added=len(sorted_.add),
        same=len(sorted_.same),
        differing=len(sorted_.differing),
        remembered=len(sorted_.remembered),
        doubles=pairs,
    )
    findings = [[row.number, *hit] for row in rows for hit in row.hits]
    return _count(held, taken, findings)


def _sort(change: Change, rows: Sequence[Staged], held: SumberDesa) -> Sorted:
    known = _known({row.values["nik_index"] for row in rows} - {""})
    alike = _without_number(change, rows)
    source = held.source.get_kind_display()
    sorted_ = Sorted()
    for row in rows:
        values = row.values
        number = values["nik_index"]
        present = known.get(number) if number else alike.get(_look(values))
        if present is None or present.village != change.village:
            status = ACTIVE if present is None else POTENTIAL
            sorted_.add.append({**values, "status": status, "source": source})
        elif present.status == STRUCK:
            sorted_.remembered.append(present)
        elif all(getattr(present, name) == values[name] for name in SAME):
            sorted_.same.append(present)
        else:
            sorted_.differing.append((present, PemilihVersi(**values)))
    return sorted_


def _suspects(change: Change, added: Sequence[Mapping[str, Any]]) -> list[PemilihVersi]:
    """Those just added whose NIK another has: known elsewhere, or twice in these rows."""
    times = Counter(row["nik_index"] for row in added if row["nik_index"])
    numbers = {row["nik_index"] for row in added if row["status"] == POTENTIAL}
    numbers.update(number for number, count in times.items() if count > 1)
    rows = PemilihVersi.objects.filter(
        village=change.village, from_rev=change.rev, nik_index__in=sorted(numbers)
    )
    return list(rows) if numbers else []


def _without_number(change: Change, rows: Sequence[Staged]) -> dict[tuple[Any, ...], PemilihVersi]:
    """Present people of the village without a sound NIK, by everything else of them."""
    if all(row.values["nik_index"] for row in rows):
        return {}
    present = PemilihVersi.objects.filter(
        village=change.village, until_rev__isnull=True, nik_index=""
    )
    return {_look({name: getattr(one, name) for name in SAME}): one for one in present}


def _look(values: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(values[name] for name in SAME)


def _known(numbers: set[str]) -> Mapping[str, PemilihVersi]:
    """Present versions by NIK; an active one before one that was struck."""
    found: dict[str, PemilihVersi] = {}
    met = _met(sorted(numbers))
    for start in range(0, len(met), changing.BATCH):
        part = met[start : start + changing.BATCH]
        rows = PemilihVersi.objects.filter(nik_index__in=part, until_rev__isnull=True)
        for row in rows.order_by("pk"):
            before = found.get(row.nik_index)
            if before is None or before.status == STRUCK:
                found[row.nik_index] = row
    return found


def _met(numbers: Sequence[str]) -> list[str]:
    """Those of many numbers that the list has met: of most source rows it has not."""
    met: set[str] = set()
    table = connection.ops.quote_name(PemilihVersi._meta.db_table)
    with connection.cursor() as cursor:
        for start in range(0, len(numbers), changing.BATCH):
            part = numbers[start : start + changing.BATCH]
            marks = ", ".join(["%s"] * len(part))
            cursor.execute(f"SELECT nik_index FROM {table} WHERE nik_index IN ({marks})", part)
            met.update(number for (number,) in cursor.fetchall())
    return sorted(met)


def _difference(held: SumberDesa, present: PemilihVersi, wanted: PemilihVersi) -> Proposal:
    old, new = elements_in(present).as_row(), elements_in(wanted).as_row()
    changed = {name: new[name] for name in NAMES if new[name] != old[name] and new[name]}
    return Proposal(
        kind=Usulan.Kind.CHANGE,
        source=Usulan.Source.SOURCE_LIST,
        village=present.village,
        voter=present,
        elements=changed or {"keterangan": new["keterangan"]},
        evidence=Evidence(held.source.get_kind_display()),
        reference=f"sumber:{held.source_id}",
    )


def _restoration(held: SumberDesa, present: PemilihVersi) -> Proposal:
    return Proposal(
        kind=Usulan.Kind.RESTORE,
        source=Usulan.Source.SOURCE_LIST,
        village=present.village,
        voter=present,
        evidence=Evidence(held.source.get_kind_display()),
        reference=f"sumber:{held.source_id}",
    )


def _count(held: SumberDesa, taken: Taken, findings: list[list[Any]]) -> Taken:
    held.waiting -= taken.part
    held.added += taken.added
    held.same += taken.same
    held.differing += taken.differing
    held.remembered += taken.remembered
    held.doubles += taken.doubles
    held.findings = [*held.findings, *findings][:MOST_FINDINGS]
    if not held.waiting:
        held.taken_at = clock.now()
    held.save()
    return taken
