"""The report of an evaluation: one plan of chapters, printed as PDF paper and as DOCX.

Official papers are Indonesian.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from jurdil.kernel import clock, moments
from jurdil.kernel.documents.tables import Column, Line, table
from jurdil.kernel.facts import Cell, Fact, Table
from jurdil.law import formats
from jurdil.law.figure import Figure, render, render_value
from jurdil.law.reporting import days
from jurdil.law.reporting.evaluation import DONE, NAMES
from jurdil.law.text import Text
from jurdil.reporting import evaluating
from jurdil.reporting.evaluating import END, OBSTACLES, POINTS, SUMMARY, TASKS
from jurdil.reporting.records import EvaluationPage, Plan, Said, Trouble
from jurdil.reporting.records import Line as PlanLine
from jurdil.stages import divisions

NONE = "–"
NOTHING = "Tidak ada yang tercatat."
NARROWEST, WIDEST = 3, 9
LONGEST = 60
"""Tasks that are not done are listed up to so many; the rest is told by its number."""


def body(page: EvaluationPage) -> dict[str, Any]:
    """Everything the paper prints, as data."""
    return {
        "heading": "Laporan Evaluasi",
        "period": f"{_day(page.row.first)} sampai {_day(page.row.last)}",
        "cover": _cover(page),
        "sections": chapters(page),
        "figures": evaluating.figures_of(page.told),
    }


def unconfirmed(page: EvaluationPage) -> tuple[str, ...]:
    """Figures whose rule was not confirmed, as the foot of the paper says, each once."""
    sections = [one.section for one in page.told]
    named = [(fact.name, fact.figure) for one in sections for fact in one.facts]
    named += [
        (table.caption, cell)
        for one in sections
        for table in one.tables
        for row in table.rows
        for cell in row
        if isinstance(cell, Figure)
    ]
    notes = (f"{name.id}: {figure.formula.id}" for name, figure in named if not figure.confirmed)
    return tuple(dict.fromkeys(notes))


def chapters(page: EvaluationPage) -> list[dict[str, Any]]:
    """The chapters with their tables and the authors' words."""
    remarks = page.remarks
    return [
        _chapter("Ringkasan", 1, _opening(page), [_balance(page)], remarks.get(SUMMARY)),
        _chapter(
            "Rencana dan pelaksanaan", 1, ["Setiap baris dibaca dari jadwal, tugas, dan rapat."]
        ),
        *(_plan(one, remarks) for one in page.plans),
        *_per_division(page),
        _chapter("Angka", 1, ["Setiap angka berasal dari ruang kerja yang mencatatnya."]),
        *(
            _chapter(
                one.name.id,
                2,
                [],
                [*_facts(one.section.facts), *(_table(each) for each in one.section.tables)],
                remarks.get(one.code),
            )
            for one in page.told
        ),
        _chapter(
            "Hambatan",
            1,
            [] if page.troubles else [NOTHING],
            [_troubles(page.troubles, "Hambatan")] if page.troubles else [],
            remarks.get(OBSTACLES),
        ),
        _chapter(
            "Tindak lanjut",
            1,
            [] if page.points else [NOTHING],
            [_troubles(page.points, "Keputusan atau masukan")] if page.points else [],
            remarks.get(POINTS),
        ),
        _chapter("Penutup", 1, [_closing(page)], [], remarks.get(END)),
    ]


def _cover(page: EvaluationPage) -> list[str]:
    lines = [page.election.id] if page.election else []
    if page.row.division:
        lines.append(divisions.full(page.row.division).id)
    office = clock.office()
    return [*lines, *([office.name] if office else [])]


def _opening(page: EvaluationPage) -> list[str]:
    about = page.election.id if page.election else "kerja kantor"
    who = divisions.full(page.row.division).id if page.row.division else "semua divisi"
    return [
        f"Laporan ini menilai {about} oleh {who} pada {_day(page.row.first)} sampai "
        f"{_day(page.row.last)}. Angkanya dibaca dari data kantor pada {_day(clock.today())}; "
        "catatan penulis berdiri di samping angka, tidak menggantikannya.",
        "“Menunggu petunjuk” bukan keterlambatan. Tahapan tanpa penetapan berakhir menurut "
        "jadwalnya; tepat waktu dihitung dari yang selesainya tercatat.",
    ]


def _closing(page: EvaluationPage) -> str:
    open_points = sum(not one.done for one in (*page.troubles, *page.points))
    return (
        f"Dari {len(page.troubles)} hambatan dan {len(page.points)} keputusan atau masukan, "
        f"{open_points} masih terbuka dan berlanjut sebagai tugas."
    )


def _balance(page: EvaluationPage) -> dict[str, Any]:
    columns = [
        Column("Hal", share=4),
        *(Column(name, figures=True, share=3) for name in _BALANCE_HEADS),
    ]
    rows = [Line((plan.name.id, *_balance_cells(plan))) for plan in page.plans]
    return table("Rencana dan pelaksanaan", columns, rows)


_BALANCE_HEADS = ("Direncanakan", "Selesai", "Tepat waktu", "Terlambat")


def _balance_cells(plan: Plan) -> tuple[str, ...]:
    balance = plan.balance
    return (
        formats.number(balance.planned, "id"),
        _of(balance.done),
        _of(balance.on_time),
        render(balance.late, "id"),
    )


def _of(figure: Figure) -> str:
    """A share with its two numbers: ``12 dari 40 (30,0%)``."""
    if figure.absent or figure.denominator is None:
        return NONE
    part, whole = (
        render_value(one.value, one.unit, "id") for one in (figure.inputs[0], figure.denominator)
    )
    return f"{part} dari {whole} ({render(figure, 'id')})"


def _plan(plan: Plan, remarks: Mapping[str, Said]) -> dict[str, Any]:
    counts = ", ".join(f"{NAMES[code].id} {count}" for code, count in plan.balance.counts)
    lines = [f"{plan.name.id}: {counts}."]
    shown = plan.lines
    if plan.code == TASKS:
        shown = tuple(one for one in plan.lines if one.standing not in DONE)
        if len(shown) > LONGEST:
            lines.append(f"Tabel memuat {LONGEST} dari {len(shown)} tugas yang belum selesai.")
        shown = shown[:LONGEST]
    return _chapter(
        plan.name.id, 2, lines, [_lines(plan, shown)] if shown else [], remarks.get(plan.code)
    )


def _lines(plan: Plan, shown: Iterable[PlanLine]) -> dict[str, Any]:
    columns = (
        Column(plan.name.id, share=9),
        Column("Rencana", share=5),
        Column("Selesai", share=4),
        Column("Keadaan", share=5),
    )
    rows = [
        Line(
            (
                one.words.id,
                _span(one.opens, one.closes, due=plan.code == TASKS),
                _moment(one.done_at),
                NAMES[one.standing].id,
            )
        )
        for one in shown
    ]
    return table("", columns, rows)


def _per_division(page: EvaluationPage) -> list[dict[str, Any]]:
    if not page.divisions:
        return []
    columns = [
        Column("Divisi", share=6),
        Column("Hal", share=3),
        *(Column(name, figures=True, share=3) for name in _BALANCE_HEADS),
    ]
    rows = [
        Line((name.id, plan.name.id, *_balance_cells(plan)))
        for name, plans in page.divisions
        for plan in plans
    ]
    return [_chapter("Menurut divisi", 2, [], [table("", columns, rows)])]


def _facts(facts: tuple[Fact, ...]) -> list[dict[str, Any]]:
    found = [fact for fact in facts if fact.listed]
    if not found:
        return []
    columns = (
        Column("Angka", share=8),
        Column("Nilai", figures=True, share=3),
        Column("Dari", share=5),
        Column("Dasar", share=4),
    )
    rows = [
        Line((fact.name.id, render(fact.figure, "id"), _whole(fact.figure), _ground(fact.figure)))
        for fact in found
    ]
    return [table("", columns, rows)]


def _whole(figure: Figure) -> str:
    if figure.denominator is None:
        return NONE
    part = render_value(figure.inputs[0].value, figure.inputs[0].unit, "id")
    whole = figure.denominator
    return f"{part} dari {render_value(whole.value, whole.unit, 'id')} {_inside(whole.name.id)}"


def _inside(name: str) -> str:
    """A name within a sentence: "Calon" becomes "calon", "TPS" stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _ground(figure: Figure) -> str:
    if not figure.article:
        return NONE
    return figure.article if figure.confirmed else f"{figure.article} (belum dikonfirmasi)"


def _table(found: Table) -> dict[str, Any]:
    rows = [Line(tuple(_cell(one) for one in row)) for row in found.rows]
    columns = tuple(
        Column(head.id, figures=_numeric(found, at), share=_room(head.id, rows, at))
        for at, head in enumerate(found.heads)
    )
    return table(found.caption.id, columns, rows)


def _room(head: str, rows: list[Line], at: int) -> int:
    """The share of a column: by its longest cell, within bounds."""
    longest = max(len(head), *(len(row.cells[at]) for row in rows))
    return min(max(longest // 5, NARROWEST), WIDEST)


def _numeric(found: Table, at: int) -> bool:
    cells = [row[at] for row in found.rows if row[at] is not None]
    return bool(cells) and all(isinstance(one, int | Figure) for one in cells)


def _cell(value: Cell) -> str:
    if value is None or value == "":
        return NONE
    if isinstance(value, Figure):
        return render(value, "id")
    if isinstance(value, Text):
        return value.id
    if isinstance(value, date):
        return _day(value)
    return formats.number(value, "id") if isinstance(value, int) else value


def _troubles(found: tuple[Trouble, ...], name: str) -> dict[str, Any]:
    columns = (
        Column("No.", figures=True),
        Column(name, share=10),
        Column("Rapat", share=6),
        Column("Keadaan", share=6),
    )
    rows = [
        Line((str(at), one.text, f"{one.meeting}, {_moment(one.held)}", state_of(one)))
        for at, one in enumerate(found, 1)
    ]
    return table("", columns, rows)


def state_of(one: Trouble) -> str:
    """How a point stands, with its result."""
    if one.done:
        return f"selesai: {one.result}" if one.result else "selesai"
    return "terbuka, lewat tenggat" if one.late else "terbuka"


def _chapter(
    title: str,
    level: int,
    lines: Iterable[str] = (),
    tables: Iterable[dict[str, Any]] = (),
    said: Said | None = None,
) -> dict[str, Any]:
    remark = None
    if said is not None:
        spoken = [line.strip() for line in said.text.splitlines() if line.strip()]
        remark = {"by": said.by, "lines": spoken}
    return {
        "title": title,
        "level": level,
        "lines": list(lines),
        "tables": [one for one in tables if one["rows"]],
        "remark": remark,
    }


def _span(opens: datetime | None, closes: datetime | None, *, due: bool) -> str:
    if due:
        return f"tenggat {_moment(closes)}" if closes else NONE
    first, last = _moment(opens), _moment(closes)
    if first == last:
        return first
    if opens is None:
        return f"sampai {last}"
    return f"{first} sampai {last}" if closes else f"sejak {first}"


def _moment(moment: datetime | None) -> str:
    return f"{moments.day_of(moment, clock.zone()):%d-%m-%Y}" if moment else NONE


def _day(day: date) -> str:
    return days.written(day).partition(", ")[2]
