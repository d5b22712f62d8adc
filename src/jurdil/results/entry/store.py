"""Between the machine of `law.entry` and its rows."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.language import say
from jurdil.kernel.viewer import Viewer
from jurdil.law import entry as law
from jurdil.law.entry import Entry, Illegal, State
from jurdil.results.entry.typed import Typed, judge
from jurdil.results.models import AturanEntri, Bacaan, Draf, Entri, PutusanEntri
from jurdil.results.shapes import Shape
from jurdil.results.writing import read_figures

IDLE = timedelta(minutes=15)
"""A form is free again when its typist did nothing for so long."""


def machine(row: Entri) -> Entry:
    """The state of a row as the machine knows it."""
    again = ((row.first, row.first_again), (row.second, row.second_again))
    return Entry(
        state=State(row.state),
        first=row.first,
        second=row.second,
        again=frozenset(one for one, done in again if one and done),
        undo_by=row.undo_by,
    )


@inner
def move(row: Entri, step, *arguments: Any, **options: Any) -> Entry:
    """Take a step of the machine and write it to the row. Raises `Refused` for an illegal one."""
    before = machine(row)
    try:
        after = step(before, *arguments, **options)
    except Illegal as refusal:
        raise Refused(say(refusal.text)) from refusal
    row.state = after.state.value
    row.first, row.second, row.undo_by = after.first, after.second, after.undo_by
    row.first_again = after.first in after.again
    row.second_again = after.second in after.again
    row.changed_at = clock.real()
    if after.state is State.EMPTY and before.state not in (State.EMPTY, State.FIRST):
        row.round += 1
    row.save()
    return after


@inner
def entry_of(election_id: int, contest: str, path: str, dapil: str) -> Entri:
    """The entry of a form, locked for this transaction; made when it is first opened."""
    key = {"election_id": election_id, "contest": contest, "path": path}
    Entri.objects.get_or_create(**key, defaults={"dapil": dapil, "changed_at": clock.real()})
    return Entri.objects.select_for_update().get(**key)


@inner
def note(
    row: Entri, by: Viewer, kind: str, reason: str = "", fields: Mapping[str, Any] | None = None
) -> PutusanEntri:
    """Keep what a coordinator did."""
    return PutusanEntri.objects.create(
        entry=row,
        round=row.round,
        kind=kind,
        reason=reason.strip(),
        fields=dict(fields or {}),
        account=by.account_id,
        account_name=by.name,
        made_at=clock.real(),
    )


def has_seen(row: Entri, account: int) -> bool:
    """Whether somebody opened a reading of this paper: in this round, or in one before it that was
    discarded or undone. What is voted again is another paper."""
    anew = (PutusanEntri.Kind.DISCARDED, PutusanEntri.Kind.UNDO_GRANTED)
    ended = set(row.decisions.filter(kind__in=anew).values_list("round", flat=True))
    first = row.round
    while first - 1 in ended:
        first -= 1
    opened = row.decisions.filter(kind=PutusanEntri.Kind.OPENED, account=account)
    return opened.filter(round__gte=first).exists()


def rule_of(election_id: int, contest: str) -> AturanEntri:
    """How a contest is typed; the defaults while nobody set anything."""
    found = AturanEntri.objects.filter(election_id=election_id, contest=contest).first()
    return found or AturanEntri(election_id=election_id, contest=contest)


def is_locked(draft: Draf) -> bool:
    """Whether the typist of a draft still holds its form."""
    return not draft.paused and clock.real() - draft.touched_at < IDLE


def latest(row: Entri, slot: int) -> Bacaan | None:
    """The newest reading of this round by the first or the second typist."""
    readings = Bacaan.objects.filter(entry=row, round=row.round, slot=slot)
    return readings.order_by("-number").first()


def both(row: Entri) -> tuple[dict[str, int], dict[str, int], tuple[str, ...]]:
    """The figures of both readings of this round, and the fields to compare.

    What came from a file or Sirekap is compared in the fields that it has. Raises `Refused` while
    one of the two is missing.
    """
    first, second = latest(row, 1), latest(row, 2)
    if first is None or second is None:
        raise Refused(_("Kedua bacaan belum ada."))
    one, two = read_figures(first.figures), read_figures(second.figures)
    typed = first.source == Bacaan.Source.TYPED
    fields = tuple(dict.fromkeys([*one, *two])) if typed else tuple(one)
    return one, two, fields


def differing(row: Entri, shape: Shape) -> tuple[str, ...]:
    """The fields in which the two readings of this round differ, in the order of the paper."""
    first, second, fields = both(row)
    compared = set(fields)
    return law.differences(first, second, [name for name in shape.figures if name in compared])


def judge_draft(
    row: Entri,
    draft: Draf,
    shape: Shape,
    cells: Mapping[str, str],
    notes: Mapping[str, Mapping[str, Any]],
) -> Typed:
    """What is typed in a draft, judged by the rules of its form; nothing is written."""
    before = latest(row, draft.slot) if draft.only else None
    known = read_figures(before.figures) if before else {}
    fields = draft.only or shape.figures
    return judge(fields, cells, notes, shape.checks, shape.choices.votes, known)
