"""What one form needs next, and what its readers may see."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law import entry as law
from jurdil.law.entry import State
from jurdil.law.rules import Choices, Finding, check
from jurdil.law.text import Text
from jurdil.places import queries as places
from jurdil.results import reading
from jurdil.results.entry import ground, store
from jurdil.results.entry.typed import Typed
from jurdil.results.models import Draf, Entri, PutusanEntri
from jurdil.results.shapes import Shape, shape_of
from jurdil.results.writing import read_figures

WAITING_FOR_COORDINATOR = (State.FAULTY, State.DECISION, State.DIFFERENT)


@dataclass(frozen=True)
class DraftView:
    """What the viewer types: cells and notes as saved; `only` the fields to read again.

    Its moments are told by the legal clock, which stands in the page's header.
    """

    slot: int
    cells: Mapping[str, str]
    notes: Mapping[str, Mapping[str, Any]]
    only: tuple[str, ...]
    started_at: datetime
    saved_at: datetime
    locked_until: datetime
    judged: Typed


@dataclass(frozen=True)
class FieldPair:
    """A field in which the two readings differ."""

    name: str
    first: int | None
    second: int | None


@dataclass(frozen=True)
class Opened:
    """Both readings as a coordinator sees them; `second` is empty while there is only one."""

    first: Mapping[str, int]
    second: Mapping[str, int]
    first_name: str
    second_name: str
    pairs: tuple[FieldPair, ...]
    findings: tuple[Finding, ...]
    notes: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Happened:
    """One thing that was done about the form."""

    kind: str
    label: str
    reason: str
    name: str
    at: datetime


@dataclass(frozen=True)
class EntryPage:
    """Everything the page of one form needs; nothing of a reading that the viewer may not see.

    `held_by` is the person who types it now, '' for nobody or the viewer. `may_type` says that the
    viewer can begin the reading that is due, `may_judge` that a coordinator's step is due and the
    viewer did not type; `opened` is filled once the viewer recorded the look.
    """

    entry_id: int | None
    election_id: int
    contest: str
    name: Text
    path: str
    label: str
    regime: str
    dapil: str
    state: State
    choices: Choices | None
    figures: tuple[str, ...]
    shape: Shape | None
    labels: Mapping[str, str]
    draft: DraftView | None
    held_by: str
    may_type: bool
    may_judge: bool
    opened: Opened | None
    undo_reason: str
    may_answer_undo: bool
    history: tuple[Happened, ...] = field(default_factory=tuple)


@query("results.entry")
def entry_page(viewer: Viewer, election_id: int, contest: str, path: str) -> EntryPage:
    """The form of a TPS in scope as the viewer may see it. Raises ObjectDoesNotExist."""
    about = reading.subject(viewer, election_id, contest)
    tps = places.tps(viewer, election_id, path)
    row = Entri.objects.filter(election_id=election_id, contest=contest, path=path).first()
    dapil = row.dapil if row else ground.dapil_of(viewer, election_id, contest, path)
    shape = shape_of(election_id, contest, dapil)
    entry = store.machine(row) if row else law.Entry()
    slot = law.slot_of(entry, viewer.account_id or -1)
    draft = row.drafts.filter(slot=slot).first() if row and slot else None
    holder = _holder(row, slot)
    judges = allows(viewer, "results.open_reading") and viewer.account_id not in entry.typists
    due = entry.state in WAITING_FOR_COORDINATOR
    return EntryPage(
        entry_id=row.pk if row else None,
        election_id=election_id,
        contest=contest,
        name=about.name,
        path=path,
        label=tps.label,
        regime=about.election.regime,
        dapil=dapil,
        state=entry.state,
        choices=shape.choices if shape else None,
        figures=shape.figures if shape else (),
        shape=shape,
        labels=reading.labels(viewer, election_id, contest, dapil),
        draft=_draft_view(row, draft, shape) if row and draft and shape else None,
        held_by=holder,
        may_type=_may_type(viewer, entry, row, holder),
        may_judge=judges and due,
        opened=_opened(viewer, row, shape) if row and shape and judges and due else None,
        undo_reason=row.undo_reason if row else "",
        may_answer_undo=bool(
            entry.undo_by
            and entry.undo_by != viewer.account_id
            and allows(viewer, "results.answer_undo")
        ),
        history=_history(row) if row else (),
    )


def _holder(row: Entri | None, slot: int | None) -> str:
    """Who else types the form now, or put it down with a draft."""
    if row is None or slot is not None or row.state == State.DIFFERENT.value:
        return ""
    draft = row.drafts.first()
    held = draft is not None and (draft.paused or store.is_locked(draft))
    return draft.account_name if draft and held else ""


def _may_type(viewer: Viewer, entry: law.Entry, row: Entri | None, holder: str) -> bool:
    if not allows(viewer, "results.type") or holder or viewer.account_id is None:
        return False
    if law.slot_of(entry, viewer.account_id):
        return True
    if entry.state in (State.WAITING, State.SECOND) and row is not None:
        return viewer.account_id != entry.first and not store.has_seen(row, viewer.account_id)
    return entry.state in (State.EMPTY, State.FIRST)


def _draft_view(row: Entri, draft: Draf, shape: Shape) -> DraftView:
    return DraftView(
        slot=draft.slot,
        cells=draft.cells,
        notes=draft.notes,
        only=tuple(draft.only),
        started_at=draft.started_at,
        saved_at=clock.legal(draft.touched_at),
        locked_until=clock.legal(draft.touched_at + store.IDLE),
        judged=store.judge_draft(row, draft, shape, draft.cells, draft.notes),
    )


def _opened(viewer: Viewer, row: Entri, shape: Shape) -> Opened | None:
    looked = row.decisions.filter(
        round=row.round, kind=PutusanEntri.Kind.OPENED, account=viewer.account_id
    )
    first, second = store.latest(row, 1), store.latest(row, 2)
    if not looked.exists() or first is None:
        return None
    one = read_figures(first.figures)
    two = read_figures(second.figures) if second else {}
    open_fields = store.differing(row, shape) if second else ()
    pairs = tuple(FieldPair(name, one.get(name), two.get(name)) for name in open_fields)
    return Opened(
        first=one,
        second=two,
        first_name=first.account_name,
        second_name=second.account_name if second else "",
        pairs=pairs,
        findings=check(two or one, shape.checks),
        notes=(second or first).notes,
    )


def _history(row: Entri) -> tuple[Happened, ...]:
    return tuple(
        Happened(one.kind, str(one.get_kind_display()), one.reason, one.account_name, one.made_at)
        for one in row.decisions.all()
    )
