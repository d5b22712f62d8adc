"""The form of one TPS, made ready: rows of the paper, findings in words, versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jurdil.law.recap import Cell
from jurdil.law.rules import Finding, rule, sentence
from jurdil.law.text import Text
from jurdil.results import paper
from jurdil.results.pages.common import (
    name_of,
    parts_of,
)
from jurdil.results.reading import as_texts
from jurdil.results.records import (
    FormPage,
    Version,
)


@dataclass(frozen=True)
class PaperRow:
    """A figure in its place on the form; `state` is '', 'err' or 'soft' by its findings."""

    code: str
    name: Text
    cell: Cell
    total: bool
    state: str = ""


@dataclass(frozen=True)
class PaperPart:
    """A part of a form with its rows."""

    code: str
    title: Text
    rows: tuple[PaperRow, ...]


@dataclass(frozen=True)
class Said:
    """A finding in words: what disagrees and what to do."""

    code: str
    error: bool
    sentence: Text
    advice: Text
    article: str
    confirmed: bool


def form_parts(form: FormPage) -> tuple[PaperPart, ...]:
    """The form of one TPS in the order of the paper, its rows marked by their findings."""
    if form.choices is None:
        return ()
    marks: dict[str, str] = {}
    for found in sorted(form.findings, key=lambda one: one.severity.value, reverse=True):
        marks.update(dict.fromkeys(found.fields, "err" if found.severity == "error" else "soft"))
    return tuple(
        PaperPart(
            part.code,
            part.title,
            tuple(_form_row(form, row, marks) for row in part.rows),
        )
        for part in parts_of(form.regime, form.choices)
    )


def _form_row(form: FormPage, row: paper.Row, marks: Mapping[str, str]) -> PaperRow:
    value = form.figures.get(row.figure)
    name = row.name if row.total else name_of(form.labels, row.figure)
    return PaperRow(
        row.code, name, Cell(value, int(value is not None), 1), row.total, marks.get(row.figure, "")
    )


def said(found: Finding, labels: Mapping[str, str], *, coordinator: bool) -> Said:
    """A finding in words for the operator, or for who answers for the recapitulation."""
    known = rule(found.code)
    advice = known.advice.coordinator if coordinator else known.advice.operator
    return Said(
        code=found.code,
        error=found.severity == "error",
        sentence=sentence(found, as_texts(labels)),
        advice=advice,
        article=known.article,
        confirmed=found.confirmed,
    )


def replaced(form: FormPage) -> tuple[tuple[Text, int | None, int | None], ...]:
    """The figures that a re-vote, recount or ruling changed, by name."""
    changes = form.replaces.changes if form.replaces else ()
    return tuple((name_of(form.labels, name), old, new) for name, old, new in changes)


def history(
    versions: Sequence[Version], labels: Mapping[str, str]
) -> tuple[tuple[Version, tuple[tuple[Text, int | None, int | None], ...]], ...]:
    """Versions, newest first, their changes with the names of the figures."""
    return tuple(
        (
            version,
            tuple((name_of(labels, name), old, new) for name, old, new in version.changes),
        )
        for version in versions
    )
