"""The row that is being read: five columns beside each other, and where the reading stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.law import sitting
from jurdil.law.regime import load_regime
from jurdil.law.rules import check, label, params_for, sentence
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.results import paper, reading, room
from jurdil.results.fixed import decisions_over
from jurdil.results.models import BarisSidang, FormVersi, Pembetulan, Salinan, Sidang
from jurdil.results.plenary_records import (
    ContestState,
    CorrectionRow,
    Objection,
    SittingRow,
)
from jurdil.results.sitting_rows import (
    codes,
    contest_states,
    correction_of,
    objection_of,
    people_of,
    reading_names,
    row_of,
)
from jurdil.results.writing import read_figures


@dataclass(frozen=True)
class Copy:
    """A column of the comparison: whose copy, and whether it is there. `figures` whole."""

    key: str
    name: Text
    figures: Mapping[str, int] | None


@dataclass(frozen=True)
class DeskLine:
    """A figure in reading order with the value of every column; `differs` when they disagree.

    `was` is the value before a correction in this sitting, `others` what differing copies say.
    """

    code: str
    field: str
    name: Text
    total: bool
    value: int | None
    cells: tuple[tuple[int | None, bool], ...]
    differs: bool
    corrected: bool
    was: int | None
    others: tuple[tuple[Text, int | None], ...]


@dataclass(frozen=True)
class Part:
    """A part of the paper."""

    code: str
    title: Text
    lines: tuple[DeskLine, ...]


@dataclass(frozen=True)
class RowRef:
    """A row in the left column."""

    id: int
    path: str
    label: str
    group: str
    state: str
    state_name: str


@dataclass(frozen=True)
class Desk:
    """The operator's desk: the sitting, the rows of one contest, and the row chosen.

    `inside` are the TPS of a kecamatan row whose forms can be corrected; `findings` rules that the
    row's form breaks; `determined` the minutes that stand over it.
    """

    sitting: SittingRow
    contest: ContestState
    rows: tuple[RowRef, ...]
    row: RowRef | None
    previous: RowRef | None
    next: RowRef | None
    columns: tuple[Copy, ...]
    parts: tuple[Part, ...]
    moves: tuple[str, ...]
    differing: int
    findings: tuple[Text, ...]
    inside: tuple[tuple[str, str], ...]
    pause: str
    initials: tuple[str, ...]
    witnesses: tuple[tuple[str, str], ...]
    objections: tuple[Objection, ...]
    corrections: tuple[CorrectionRow, ...]
    determined: str
    area: int


@dataclass(frozen=True)
class ScreenArea:
    """A part of the row on the wall, small enough to be read without scrolling."""

    code: str
    title: Text
    lines: tuple[DeskLine, ...]


@dataclass(frozen=True)
class Screen:
    """What the wall shows: one area of the row that is being read. No names of persons."""

    sitting: SittingRow
    contest: ContestState | None
    row: RowRef | None
    form: str
    columns: tuple[Copy, ...]
    area: ScreenArea | None
    number: int
    areas: int
    done: int
    total: int
    mark: str

    @property
    def position(self) -> int:
        """The area's number as people count."""
        return self.number + 1


AREA_LINES = 8


@query("results.plenary")
def desk(viewer: Viewer, sidang_id: int, contest: str = "", row_id: int = 0) -> Desk:
    """The desk at one row: the one asked for, else the one on the wall, else the first waiting.

    Raises ObjectDoesNotExist for a row of another sitting, or a contest that it does not treat.
    """
    held = room.find(viewer, sidang_id)
    room.require_contest(held, contest or held.contests[0])
    row = held.rows.get(pk=row_id) if row_id else _start(held, contest)
    code = row.contest if row else contest or held.contests[0]
    rows = _rows(viewer, held, code)
    at = next((i for i, one in enumerate(rows) if row and one.id == row.pk), None)
    columns = _columns(viewer, held, row) if row else ()
    parts = _parts(viewer, held, row, columns) if row else ()
    states = contest_states(viewer, held)
    people = people_of(held)
    signed = decisions_over(held.election_id, code, row.path).first() if row else None
    return Desk(
        sitting=row_of(viewer, held),
        contest=next(one for one in states if one.contest == code),
        rows=rows,
        row=rows[at] if at is not None else None,
        previous=rows[at - 1] if at else None,
        next=rows[at + 1] if at is not None and at + 1 < len(rows) else None,
        columns=columns,
        parts=parts,
        moves=tuple(m.value for m in sitting.moves_from(sitting.Row(row.state))) if row else (),
        differing=sum(line.differs for part in parts for line in part.lines),
        findings=_findings(viewer, held, row) if row else (),
        pause=_pause(held),
        inside=_inside(viewer, held, row) if row else (),
        initials=codes(people),
        witnesses=tuple(
            (one.key, f"{one.number}. {one.name}") for one in room.standing_in(held, code)
        ),
        objections=_objections(viewer, row) if row else (),
        corrections=_corrections(viewer, held, row) if row else (),
        determined=signed.title if signed else "",
        area=held.area,
    )


@query("results.plenary_screen")
def screen(viewer: Viewer, sidang_id: int) -> Screen:
    """The wall of a sitting in scope, at one area of its row. Raises `Sidang.DoesNotExist`."""
    held = room.find(viewer, sidang_id)
    row = held.current
    about = row_of(viewer, held)
    columns = _columns(viewer, held, row) if row else ()
    areas = _areas(_parts(viewer, held, row, columns)) if row else ()
    number = min(held.area, len(areas) - 1) if areas else 0
    states = {one.contest: one for one in about.contests}
    state = states[row.contest] if row else None
    return Screen(
        sitting=about,
        contest=state,
        row=_ref(viewer, row, {}) if row else None,
        form="D.HASIL KECAMATAN" if held.level == room.KECAMATAN else "D.HASIL KABKO",
        columns=columns,
        area=areas[number] if areas else None,
        number=number,
        areas=len(areas),
        done=state.approved if state else 0,
        total=state.rows if state else 0,
        mark=f"{held.revision}",
    )


@query("results.plenary_screen")
def screen_mark(viewer: Viewer, sidang_id: int) -> str:
    """What changes whenever the wall has something new: cheap to ask every two seconds."""
    held = room.find(viewer, sidang_id)
    return f"{held.revision}"


def _pause(held: Sidang) -> str:
    """Why the sitting is suspended; '' while it is not."""
    if held.state != Sidang.State.SUSPENDED:
        return ""
    last = held.steps.filter(step=sitting.Step.SUSPEND.value).last()
    return last.note if last else ""


def _start(held: Sidang, contest: str) -> BarisSidang | None:
    if held.current is not None and contest in ("", held.current.contest):
        return held.current
    rows = held.rows.filter(contest=contest or held.contests[0]).order_by("path")
    return rows.exclude(state=BarisSidang.State.APPROVED).first() or rows.first()


def _rows(viewer: Viewer, held: Sidang, contest: str) -> tuple[RowRef, ...]:
    found = list(held.rows.filter(contest=contest).order_by("path"))
    names = reading_names(viewer, [one.path for one in found])
    return tuple(_ref(viewer, one, names) for one in found)


def _ref(viewer: Viewer, row: BarisSidang, names: Mapping[str, str]) -> RowRef:
    known = names or reading_names(viewer, [row.path])
    inside = "/" in row.path
    return RowRef(
        id=row.pk,
        path=row.path,
        label=f"TPS {paths.tps_number(row.path):03d}" if inside else known.get(row.path, row.path),
        group=known.get(paths.parent(row.path), "") if inside else "",
        state=row.state,
        state_name=str(BarisSidang.State(row.state).label),
    )


def _columns(viewer: Viewer, held: Sidang, row: BarisSidang) -> tuple[Copy, ...]:
    """C.Hasil (D.Hasil at the regency), PPK's copy, a witness's, the supervisor's, Sirekap."""
    first = Text("C.Hasil", "C.Hasil")
    if held.level == room.KABKO:
        first = Text("D.Hasil Kecamatan", "D.Hasil Kecamatan")
    found = [Copy("hasil", first, room.figures_at(held, row.contest, row.path))]
    copies = list(row.copies.all())
    served = {one.key: one.name for one in room.standing_in(held, row.contest)}
    for holder, name in (
        (Salinan.Holder.PPK, Text("Salinan PPK", "PPK's copy")),
        (Salinan.Holder.WITNESS, Text("Salinan saksi", "Witness's copy")),
        (Salinan.Holder.SUPERVISOR, Text("Salinan pengawas", "Supervisor's copy")),
    ):
        own = [one for one in copies if one.holder == holder]
        if not own:
            found.append(Copy(holder.value, name, None))
        for one in own:
            who = served.get(one.participant, "")
            told = Text(f"{name.id} {who}".strip(), f"{name.en} {who}".strip())
            key = f"{holder.value}:{one.participant}" if one.participant else holder.value
            found.append(Copy(key, told, one.figures))
    return (*found, Copy("sirekap", Text("Sirekap", "Sirekap"), _sirekap(held, row)))


def _sirekap(held: Sidang, row: BarisSidang) -> dict[str, int] | None:
    form = room.form_at(held, row.contest, row.path)
    if form is None:
        return None
    last = form.versions.filter(origin=FormVersi.Origin.SIREKAP).order_by("-number").first()
    return read_figures(last.figures) if last else None


def _parts(
    viewer: Viewer, held: Sidang, row: BarisSidang, columns: tuple[Copy, ...]
) -> tuple[Part, ...]:
    shape = room.shape_at(held, row.contest, row.path)
    if shape is None:
        return ()
    labels = room.labels_of(viewer, held, row.contest, shape.dapil)
    own = columns[0].figures or {}
    changed: dict[str, Pembetulan] = {}
    for one in row.corrections.filter(path=row.path).order_by("-pk"):
        changed[one.field] = one
    params = params_for(load_regime(shape.regime))
    return tuple(
        Part(
            part.code,
            part.title,
            tuple(_line(one, labels, columns, own, changed.get(one.figure)) for one in part.rows),
        )
        for part in paper.parts(shape.choices, params)
    )


def _line(
    one: paper.Row,
    labels: Mapping[str, str],
    columns: tuple[Copy, ...],
    own: Mapping[str, int],
    changed: Pembetulan | None,
) -> DeskLine:
    value = own.get(one.figure)
    cells = tuple(
        (column.figures.get(one.figure), _differs(column, one.figure, value))
        if column.figures is not None
        else (None, False)
        for column in columns[1:]
    )
    name = labels.get(one.figure)
    return DeskLine(
        code=one.code,
        field=one.figure,
        name=Text(name, name) if name and not one.total else label(one.figure),
        total=one.total,
        value=value,
        cells=cells,
        differs=any(differs for _value, differs in cells),
        corrected=changed is not None,
        was=changed.old if changed else None,
        others=tuple(
            (column.name, other)
            for column, (other, differs) in zip(columns[1:], cells, strict=True)
            if differs
        ),
    )


def _differs(column: Copy, field: str, value: int | None) -> bool:
    """Sirekap has no figures of some parts; what it lacks is no difference."""
    there = (column.figures or {}).get(field)
    return there is not None and there != value


def _areas(parts: tuple[Part, ...]) -> tuple[ScreenArea, ...]:
    """The parts in pieces that fit a wall; figures nobody has are left out."""
    found = []
    for part in parts:
        shown = [one for one in part.lines if one.value is not None or one.differs]
        for start in range(0, len(shown), AREA_LINES):
            found.append(
                ScreenArea(part.code, part.title, tuple(shown[start : start + AREA_LINES]))
            )
    return tuple(found)


def _findings(viewer: Viewer, held: Sidang, row: BarisSidang) -> tuple[Text, ...]:
    if "/" not in row.path:
        return ()
    shape = room.shape_at(held, row.contest, row.path)
    if shape is None:
        return ()
    names = reading.as_texts(room.labels_of(viewer, held, row.contest, shape.dapil))
    found = check(room.figures_at(held, row.contest, row.path), shape.checks)
    return tuple(sentence(one, names) for one in found)


def _inside(viewer: Viewer, held: Sidang, row: BarisSidang) -> tuple[tuple[str, str], ...]:
    if "/" in row.path:
        return ()
    forms = reading.forms_of(viewer, held.election_id, row.contest, row.path).order_by("path")
    wanted = list(forms.values_list("path", flat=True))
    names = reading_names(viewer, wanted)
    return tuple(
        (path, f"TPS {paths.tps_number(path):03d} {names.get(paths.parent(path), '')}")
        for path in wanted
    )


def _objections(viewer: Viewer, row: BarisSidang) -> tuple[Objection, ...]:
    return tuple(
        objection_of(viewer, one)
        for one in row.objections.select_related("kejadian").order_by("-pk")
    )


def _corrections(viewer: Viewer, held: Sidang, row: BarisSidang) -> tuple[CorrectionRow, ...]:
    return tuple(
        correction_of(viewer, held, one)
        for one in row.corrections.select_related("kejadian").order_by("-pk")
    )
