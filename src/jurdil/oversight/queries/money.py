"""Money politics: the register, one event with its article, and the spread over phase and mode."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from jurdil.kernel import files
from jurdil.kernel.acts import query
from jurdil.kernel.models import StoredFile
from jurdil.kernel.spreadsheets import Row
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, total
from jurdil.law.oversight import money
from jurdil.law.oversight.money import Rule
from jurdil.law.oversight.words import Word
from jurdil.oversight import keeping, phases, sources
from jurdil.oversight.models import MoneyEvent
from jurdil.oversight.sources import Link
from jurdil.places import queries as places

Standing = MoneyEvent.State


@dataclass(frozen=True)
class MoneyRow:
    """An event with its phase and article; None where the schedule or the law tells none."""

    row: MoneyEvent
    number: str
    place: str
    phase: Word | None
    computed: bool
    mode: Word
    actor: Word
    rule: Rule | None
    receiver_rule: Rule | None
    source: Link | None
    case: Link | None


@dataclass(frozen=True)
class Cell:
    """Events of a phase, a mode and an actor, with the receivers that were counted."""

    phase: Word | None
    mode: Word
    actor: Word
    events: int
    receivers: int
    uncounted: int
    rule: Rule | None


@dataclass(frozen=True)
class Overview:
    """The spread of an election: rows of phase x mode x actor, and how many receivers are known."""

    cells: tuple[Cell, ...]
    events: int
    receivers: Figure
    uncounted: int
    by_phase: tuple[tuple[Word | None, int], ...]


@query("oversight.money")
def money_list(viewer: Viewer, *, struck: bool = False) -> tuple[MoneyRow, ...]:
    """Events in sight, newest first; the struck ones only when asked."""
    rows = _rows(viewer)
    dropped = Standing.DROPPED
    rows = rows.filter(state=dropped) if struck else rows.exclude(state=dropped)
    return _lines(viewer, rows.order_by("-happened_on", "-pk"))


@query("oversight.money")
def money_event(viewer: Viewer, money_id: int) -> MoneyRow:
    """One event. Raises DoesNotExist outside the scope."""
    return _lines(viewer, [_rows(viewer).get(pk=money_id)])[0]


@query("oversight.money")
def money_file(viewer: Viewer, money_id: int) -> tuple[StoredFile, bytes]:
    """The evidence of an event. Raises DoesNotExist when there is none in sight."""
    row = _rows(viewer).filter(file__isnull=False).get(pk=money_id)
    assert row.file is not None
    return row.file, files.content(row.file)


@query("oversight.money")
def money_overview(viewer: Viewer) -> Overview:
    """Events that stand, by phase x mode x actor."""
    lines = money_list(viewer)
    events: Counter[tuple[str, str, str]] = Counter()
    receivers: Counter[tuple[str, str, str]] = Counter()
    uncounted: Counter[tuple[str, str, str]] = Counter()
    rule: dict[tuple[str, str, str], Rule | None] = {}
    for line in lines:
        key = (line.phase.id if line.phase else "", line.mode.id, line.actor.id)
        events[key] += 1
        receivers[key] += line.row.receivers or 0
        uncounted[key] += line.row.receivers is None
        rule.setdefault(key, line.rule)
    cells = tuple(
        Cell(
            money.phases().get(key[0]),
            money.modes()[key[1]],
            money.actors()[key[2]],
            events[key],
            receivers[key],
            uncounted[key],
            rule[key],
        )
        for key in sorted(events, key=_order)
    )
    per = Counter(line.phase.id if line.phase else "" for line in lines)
    inputs = [Input(cell.mode.name, cell.receivers) for cell in cells]
    return Overview(
        cells,
        len(lines),
        total(inputs, article="", confirmed=True),
        sum(uncounted.values()),
        tuple((money.phases().get(code), per[code]) for code in sorted(per, key=_phase_order)),
    )


@query("oversight.money")
def money_table(viewer: Viewer) -> list[Row]:
    """The events that stand as a table; roles and counts, no name."""
    head: Row = (
        "nomor",
        "tanggal",
        "kode_tempat",
        "masa",
        "cara",
        "benda",
        "nilai_rupiah",
        "pelaku",
        "perantara",
        "penerima",
        "jumlah_penerima",
        "peserta",
        "pasal",
        "pasal_dicocokkan",
        "keadaan",
        "perkara",
    )
    return [head, *(_table_row(line) for line in money_list(viewer))]


def _rows(viewer: Viewer) -> QuerySet[MoneyEvent]:
    rows = MoneyEvent.objects.filter(path__within=viewer.path)
    return rows.select_related("election", "file")


def _lines(viewer: Viewer, rows: Iterable[MoneyEvent]) -> tuple[MoneyRow, ...]:
    found = list(rows)
    names = places.names(viewer, {row.path for row in found})
    seen = phases.Schedules()
    return tuple(_line(viewer, row, names.get(row.path, row.path), seen) for row in found)


def _line(viewer: Viewer, row: MoneyEvent, place: str, seen: phases.Schedules) -> MoneyRow:
    computed = seen.phase_of(row.election, row.happened_on)
    phase = computed or row.phase
    kind = keeping.election_kind(row.election)
    return MoneyRow(
        row=row,
        number=f"{row.serial:03d}/{row.year}",
        place=place,
        phase=money.phases().get(phase),
        computed=computed is not None,
        mode=money.modes()[row.mode],
        actor=money.actors()[row.actor],
        rule=money.rule_of(kind, phase, row.actor) if phase else None,
        receiver_rule=money.rule_of(kind, phase, money.RECEIVER) if phase else None,
        source=sources.link_of(viewer, row.source),
        case=sources.link_of(viewer, row.case_ref),
    )


def _phase_order(code: str) -> int:
    known = list(money.phases())
    return known.index(code) if code in known else len(known)


def _order(key: tuple[str, str, str]) -> tuple[int, str, str]:
    return _phase_order(key[0]), key[1], key[2]


def _table_row(line: MoneyRow) -> Row:
    row, rule = line.row, line.rule
    return (
        line.number,
        str(row.happened_on),
        row.path,
        line.phase.id if line.phase else "",
        row.mode,
        row.thing,
        row.value,
        row.actor,
        row.between,
        row.receiver,
        row.receivers,
        row.participant,
        rule.article if rule else "",
        ("ya" if rule.confirmed else "belum") if rule else "",
        row.state,
        row.case_ref,
    )
