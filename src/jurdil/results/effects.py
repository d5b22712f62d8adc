"""What a new result or a ruling changed: votes at the TPS and in all, turnout, who wins.

Before and after are the forms in question with their old and their new figures, among everything
else as it stands now; a later correction of the same forms is neither.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from jurdil.kernel import clock
from jurdil.kernel.viewer import Viewer
from jurdil.law import revote as law
from jurdil.law.figure import Figure, Input, share
from jurdil.law.text import Text
from jurdil.results import outcomes, reading
from jurdil.results.models import Form, FormVersi, Rekap
from jurdil.results.outcomes import Standing
from jurdil.results.shapes import Shape, shape_of
from jurdil.results.writing import read_figures

READINGS = (FormVersi.Origin.ENTRY_1, FormVersi.Origin.ENTRY_2)


@dataclass(frozen=True)
class Replaced:
    """A form whose figures gave way: the version before (None for a first one) and the new."""

    form: Form
    old: FormVersi | None
    new: FormVersi


@dataclass(frozen=True)
class Moved:
    """A choice at the TPS and in all, before and after; None where the form had no figure."""

    name: Text
    before: int | None
    after: int | None
    by: int
    all_before: int
    all_after: int


@dataclass(frozen=True)
class Effect:
    """What changed in a contest, of one dapil where it has dapil.

    `before` and `after` are the outcomes of the whole office.
    """

    contest: str
    name: Text
    tps: int
    rows: tuple[Moved, ...]
    turnout_before: Figure
    turnout_after: Figure
    before: Standing
    after: Standing
    replaced_at: datetime

    @property
    def turns(self) -> bool:
        """Whether the winner, or anybody's seats, are others than before."""
        return _result(self.before) != _result(self.after)

    @property
    def leaders(self) -> tuple[Text, Text] | None:
        """Who led before and after; None where seats are shared out."""
        if self.after.outcome.won is not None:
            return None
        ends = (self.before, self.after)
        return tuple(one.name_of(one.outcome.holder) for one in ends)  # type: ignore[return-value]

    @property
    def seats(self) -> tuple[tuple[Text, int, int], ...]:
        """Seats before and after of whoever has any; empty where no seats are shared out."""
        old, new = self.before.outcome.won or {}, self.after.outcome.won or {}
        return tuple(
            (self.after.name_of(one), old.get(one, 0), new.get(one, 0))
            for one in new
            if old.get(one) or new[one]
        )


def superseded(new: FormVersi, replacing: Sequence[str] = ()) -> FormVersi | None:
    """The version that counted before `new`; those of an origin in `replacing` are passed over,
    so that a ruling in several steps is one."""
    rows = new.form.versions.filter(number__lt=new.number)
    return rows.exclude(origin__in=(*READINGS, *replacing)).order_by("-number").first()


def effects(viewer: Viewer, pairs: Sequence[Replaced]) -> Iterator[Effect]:
    """The effect of forms of one contest that gave way, dapil by dapil."""
    ordered = sorted(pairs, key=_dapil)
    for dapil, some in groupby(ordered, key=_dapil):
        rows = list(some)
        form = rows[0].form
        whole = replace(viewer, path=clock.office_path())
        found = outcomes.standings(whole, form.election_id, form.contest)
        now = next((one for one in found if one.dapil == dapil), None)
        shape = shape_of(form.election_id, form.contest, dapil)
        if now is not None and shape is not None:
            yield _effect(whole, rows, now, shape)


def _effect(whole: Viewer, rows: Sequence[Replaced], now: Standing, shape: Shape) -> Effect:
    old, new = [_figures(one.old) for one in rows], [_figures(one.new) for one in rows]
    heads = tuple(now.outcome.votes)
    before, after = _sums(old, shape.figures), _sums(new, shape.figures)
    current = _sums([_figures(one.form.current) for one in rows], shape.figures)
    others = tuple(name for name in shape.choices.votes if name not in heads)
    fields = (*heads, *others)
    moved = law.changes(before, after, fields)
    back, on = law.changes(current, before, fields), law.changes(current, after, fields)
    labels = reading.labels(whole, now.election_id, now.contest, now.dapil)
    named = {**reading.as_texts(labels), **now.names}
    sums = _sums_of_all(now, shape)
    shown = (*heads, *(name for name in others if name in moved))
    return Effect(
        contest=now.contest,
        name=now.name,
        tps=len(rows),
        rows=tuple(
            Moved(
                name=named.get(one) or now.name_of(one),
                before=before.get(one),
                after=after.get(one),
                by=moved.get(one, 0),
                all_before=sums[one] + back.get(one, 0),
                all_after=sums[one] + on.get(one, 0),
            )
            for one in shown
        ),
        turnout_before=_turnout(old),
        turnout_after=_turnout(new),
        before=_standing(now, back),
        after=_standing(now, on),
        replaced_at=max(one.new.made_at for one in rows),
    )


def _standing(now: Standing, moved: Mapping[str, int]) -> Standing:
    """The outcome with these votes moved; candidates of a list move with their total."""
    return now.after({one: by for one, by in moved.items() if one in now.outcome.votes})


def _figures(version: FormVersi | None) -> Mapping[str, int]:
    return read_figures(version.figures) if version else {}


def _sums(forms: Sequence[Mapping[str, int]], figures: Sequence[str]) -> dict[str, int]:
    """Each figure added up over the forms that have it."""
    return {
        name: sum(form.get(name, 0) for form in forms)
        for name in figures
        if any(name in form for form in forms)
    }


def _sums_of_all(now: Standing, shape: Shape) -> dict[str, int]:
    row = Rekap.objects.get(
        election_id=now.election_id, contest=now.contest, dapil=now.dapil, path=now.path
    )
    return dict(zip(shape.figures, row.sums, strict=True))


def _turnout(forms: Sequence[Mapping[str, int]]) -> Figure:
    """Users of the forms as a share of their DPT; absent as soon as one form lacks either."""
    return share(
        Input(Text("Pengguna hak pilih", "Users of the right to vote"), _whole(forms, "guna")),
        Input(Text("Pemilih DPT", "Voters in the DPT"), _whole(forms, "dpt")),
        article="",
        confirmed=True,
    )


def _whole(forms: Sequence[Mapping[str, int]], name: str) -> int | None:
    return sum(form[name] for form in forms) if all(name in form for form in forms) else None


def _dapil(one: Replaced) -> str:
    return one.form.dapil


def _result(standing: Standing) -> object:
    made = standing.outcome
    return (made.holder if made.won is None else None, made.won)
