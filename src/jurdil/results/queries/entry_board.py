"""How far typing is: a board by state, lists, the next form to type, who typed how much."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Substr

from jurdil.kernel import paging
from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.law.entry import State
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import reading
from jurdil.results.entry import store
from jurdil.results.models import (
    LEVEL_TPS,
    AturanEntri,
    Bacaan,
    Draf,
    Entri,
    Form,
    PutusanEntri,
)

FROM_FILE = "berkas"
"""State of a form that came in by a file without being typed."""
UNDO_ASKED = "minta-ulang"
"""What a list is narrowed to for forms that somebody asked to enter anew."""
SIZE = 50
States = Mapping[str, int]


@dataclass(frozen=True)
class BoardRow:
    """A place with the number of forms per contest and state; `tps` is how many are expected."""

    path: str
    label: str
    tps: int
    counts: Mapping[str, Mapping[str, int]]

    def empty(self, contest: str) -> int:
        """Forms of the contest that nobody began and no file brought."""
        return max(self.tps - sum(self.counts.get(contest, {}).values()), 0)


@dataclass(frozen=True)
class Board:
    """The entry of an election at a place: contests in ballot order, rows one level below."""

    election_id: int
    election: Text
    path: str
    contests: tuple[tuple[str, Text], ...]
    total: BoardRow
    rows: tuple[BoardRow, ...]


@dataclass(frozen=True)
class ListRow:
    """One form in a list by state."""

    entry_id: int
    contest: str
    path: str
    label: str
    village: str
    state: State
    held_by: str
    changed_at: datetime


@dataclass(frozen=True)
class Performance:
    """What one person typed: readings sent, their time at the form, second looks among them."""

    name: str
    readings: int
    spent: timedelta
    again: int

    @property
    def per_hour(self) -> int | None:
        """Readings per hour at the form, rounded down; None for no time."""
        seconds = int(self.spent.total_seconds())
        return self.readings * 3600 // seconds if seconds else None


@query("results.entry")
def entry_board(viewer: Viewer, election_id: int, path: str = "") -> Board:
    """How many forms stand where, for the places below `path`. Raises ObjectDoesNotExist."""
    at = path or viewer.path
    place = places.place(viewer, at)
    subjects = reading.subjects(viewer, election_id)
    below = places.children(viewer, at)
    length = len(below[0].path) if below else len(at) + 4
    counts = _counts(viewer, election_id, at, length)
    expected = places.expected_tps(viewer, election_id)
    rows = tuple(
        BoardRow(one.path, one.label, expected.get(one.path, 0), counts.get(one.path, {}))
        for one in below
    ) or _tps_rows(viewer, election_id, at, counts)
    total = BoardRow(at, place.label, expected.get(at, 0), _added(counts.values()))
    return Board(
        election_id=election_id,
        election=subjects[0].title if subjects else Text("", ""),
        path=at,
        contests=tuple((one.contest.id, one.name) for one in subjects),
        total=total,
        rows=rows,
    )


@query("results.entry")
def entry_list(
    viewer: Viewer,
    election_id: int,
    *,
    contest: str = "",
    state: str = "",
    path: str = "",
    after: str = "",
) -> paging.Page[ListRow]:
    """Forms that somebody began, in the order of their places, narrowed as asked."""
    rows = _entries(viewer, election_id).filter(path__within=path or viewer.path)
    if contest:
        rows = rows.filter(contest=contest)
    if state == UNDO_ASKED:
        rows = rows.filter(undo_by__isnull=False)
    elif state:
        rows = rows.filter(state=state)
    key = paging.decode(after, str, str)
    total = rows.count()
    if key is not None:
        rows = rows.filter(Q(path__gt=key[0]) | Q(path=key[0], contest__gt=key[1]))
    fetched = list(rows.order_by("path", "contest")[: SIZE + 1])
    names = places.names(viewer, {paths.parent(row.path) for row in fetched})
    holders = _holders([row.pk for row in fetched])
    made = [_list_row(row, names, holders) for row in fetched]
    return paging.page_of(
        made, SIZE, lambda row: (row.path, row.contest), first=key is None, total=total
    )


@query("results.entry")
def next_form(viewer: Viewer, election_id: int, contest: str) -> str:
    """The path of the form this person types next: what waits for a second entry, then the first
    TPS that nobody began; '' when there is none."""
    me = viewer.account_id or -1
    mine = Draf.objects.filter(
        account=me, entry__election_id=election_id, entry__contest=contest
    ).order_by("touched_at")
    if found := mine.values_list("entry__path", flat=True).first():
        return found
    rows = _entries(viewer, election_id).filter(contest=contest)
    seen = PutusanEntri.objects.filter(account=me, kind=PutusanEntri.Kind.OPENED)
    waiting = rows.filter(state=State.WAITING.value).exclude(first=me)
    waiting = waiting.exclude(pk__in=seen.values("entry_id"))
    if found := waiting.order_by("changed_at").values_list("path", flat=True).first():
        return found
    begun = set(rows.exclude(state=State.EMPTY.value).values_list("path", flat=True))
    begun |= _from_files(viewer, election_id, contest)
    return next((p for p in sorted(places.tps_paths(viewer, election_id)) if p not in begun), "")


@query("results.entry")
def waiting_for_coordinator(viewer: Viewer) -> dict[int, dict[str, int]]:
    """Forms that wait for a coordinator, by election and state; what this person typed, or asked
    to begin anew, waits for another."""
    me = viewer.account_id or -1
    mine = Q(first=me) | Q(second=me)
    rows = (
        Entri.objects.filter(path__within=viewer.path)
        .order_by("-election_id")
        .values("election_id")
        .annotate(
            faulty=Count("pk", filter=Q(state=State.FAULTY.value) & ~mine),
            decision=Count("pk", filter=Q(state=State.DECISION.value) & ~mine),
            asked=Count("pk", filter=Q(undo_by__isnull=False) & ~Q(undo_by=me)),
        )
    )
    found = {}
    for row in rows:
        states = {State.FAULTY.value: row["faulty"], State.DECISION.value: row["decision"]}
        states[UNDO_ASKED] = row["asked"]
        waiting = {state: count for state, count in states.items() if count}
        if waiting and viewer.election_id in (None, row["election_id"]):
            found[row["election_id"]] = waiting
    return found


@query("results.entry")
def performance(viewer: Viewer, election_id: int) -> tuple[Performance, ...]:
    """What everybody typed in the viewer's place, the most readings first."""
    found: dict[int | None, Performance] = {}
    rows = Bacaan.objects.filter(
        entry__election_id=election_id, account__isnull=False, entry__path__within=viewer.path
    ).values_list("account", "account_name", "number", "started_at", "finished_at")
    for account, name, number, start, end in rows:
        known = found.get(account) or Performance(name, 0, timedelta(), 0)
        found[account] = Performance(
            name, known.readings + 1, known.spent + (end - start), known.again + (number > 1)
        )
    return tuple(sorted(found.values(), key=lambda one: (-one.readings, one.name)))


@query("results.entry")
def entry_rules(viewer: Viewer, election_id: int) -> dict[str, AturanEntri]:
    """How each contest is typed, by contest."""
    return {
        one.contest.id: store.rule_of(election_id, one.contest.id)
        for one in reading.subjects(viewer, election_id)
    }


def _entries(viewer: Viewer, election_id: int) -> QuerySet[Entri]:
    return Entri.objects.filter(election_id=election_id, path__within=viewer.path)


def _counts(
    viewer: Viewer, election_id: int, path: str, length: int
) -> dict[str, dict[str, dict[str, int]]]:
    """Forms by place, contest and state; the states that nobody typed come from the forms."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    rows = (
        _entries(viewer, election_id)
        .filter(path__within=path)
        .exclude(state=State.EMPTY.value)
        .annotate(place=Substr("path", 1, length))
        .order_by()
        .values("place", "contest", "state")
        .annotate(forms=Count("pk"))
    )
    for row in rows:
        at = found.setdefault(row["place"], {}).setdefault(row["contest"], {})
        at[row["state"]] = row["forms"]
    untyped = (
        _file_forms(viewer, election_id)
        .filter(path__within=path)
        .annotate(place=Substr("path", 1, length))
        .order_by()
        .values("place", "contest")
        .annotate(forms=Count("pk"))
    )
    for form in untyped:
        at = found.setdefault(form["place"], {}).setdefault(form["contest"], {})
        at[FROM_FILE] = form["forms"]
    return found


def _file_forms(viewer: Viewer, election_id: int) -> QuerySet[Form]:
    typed = Entri.objects.filter(
        election_id=OuterRef("election_id"), contest=OuterRef("contest"), path=OuterRef("path")
    ).exclude(state=State.EMPTY.value)
    return Form.objects.filter(
        Q(election_id=election_id, level=LEVEL_TPS, current__isnull=False),
        ~Exists(typed),
        path__within=viewer.path,
    )


def _from_files(viewer: Viewer, election_id: int, contest: str) -> set[str]:
    if store.rule_of(election_id, contest).mode == AturanEntri.Mode.SIREKAP:
        return set()
    rows = _file_forms(viewer, election_id).filter(contest=contest)
    return set(rows.values_list("path", flat=True))


def _tps_rows(
    viewer: Viewer, election_id: int, path: str, counts: Mapping[str, Mapping[str, States]]
) -> tuple[BoardRow, ...]:
    return tuple(
        BoardRow(tps.path, tps.label, 1, counts.get(tps.path, {}))
        for tps in places.tps_of(viewer, election_id, path)
        if tps.in_use
    )


def _added(parts: Iterable[Mapping[str, States]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for part in parts:
        for contest, states in part.items():
            at = found.setdefault(contest, {})
            for state, forms in states.items():
                at[state] = at.get(state, 0) + forms
    return found


def _holders(entries: list[int]) -> dict[int, str]:
    rows = Draf.objects.filter(entry__in=entries, only=[]).order_by("slot")
    return {row.entry_id: row.account_name for row in rows if row.paused or store.is_locked(row)}


def _list_row(row: Entri, names: Mapping[str, str], holders: Mapping[int, str]) -> ListRow:
    village, _slash, number = row.path.partition("/")
    return ListRow(
        entry_id=row.pk,
        contest=row.contest,
        path=row.path,
        label=f"TPS {number}",
        village=names.get(village, village),
        state=State(row.state),
        held_by=holders.get(row.pk, ""),
        changed_at=row.changed_at,
    )
