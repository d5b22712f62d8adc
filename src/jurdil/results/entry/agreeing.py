"""How a form becomes agreed: both readings and the agreed figures become versions, in one act."""

from collections.abc import Mapping

from jurdil.kernel import clock
from jurdil.kernel.acts import inner
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law import entry as law
from jurdil.law.rules import Severity, check
from jurdil.results import revote_tasks
from jurdil.results.entry import store
from jurdil.results.entry.typed import ABSENT
from jurdil.results.models import LEVEL_TPS, AturanEntri, Bacaan, Draf, Entri, Form, FormVersi
from jurdil.results.shapes import Shape
from jurdil.results.writing import (
    Reading,
    Source,
    add_reading,
    canonical_figures,
    put_figures,
    read_figures,
)


@inner
def take_sirekap(row: Entri, shape: Shape) -> None:
    """Let Sirekap's export be the first reading, where the contest is typed so and it is in."""
    if store.rule_of(row.election_id, row.contest).mode != AturanEntri.Mode.SIREKAP:
        return
    version = _sirekap(row)
    if version is None:
        return
    figures = read_figures(version.figures)
    keep_machine(row, shape, figures, Bacaan.Source.SIREKAP, version.document)


@inner
def keep_machine(
    row: Entri,
    shape: Shape,
    figures: Mapping[str, int],
    source: str,
    document: StoredFile | None = None,
) -> None:
    """Keep a first reading that no person typed; a broken rule sends it to the coordinator."""
    now = clock.real()
    faulty = any(one.severity is Severity.ERROR for one in check(figures, shape.checks))
    store.move(row, law.take_first, faulty=faulty and source == Bacaan.Source.FILE)
    Bacaan.objects.create(
        entry=row,
        round=row.round,
        slot=1,
        number=1,
        source=source,
        account_name=str(Bacaan.Source(source).label),
        figures=canonical_figures(figures),
        document=document,
        started_at=now,
        finished_at=now,
    )


@inner
def ask_again(row: Entri, shape: Shape) -> None:
    """Give both typists the fields that differ, empty, to be read from the paper once more."""
    now, fields = clock.real(), list(store.differing(row, shape))
    for slot, account in ((1, row.first), (2, row.second)):
        last = store.latest(row, slot)
        if account and last is not None:
            Draf.objects.update_or_create(
                entry=row,
                slot=slot,
                defaults={
                    "account": account,
                    "account_name": last.account_name,
                    "cells": {},
                    "notes": dict(last.notes),
                    "only": fields,
                    "paused": True,
                    "started_at": now,
                    "touched_at": now,
                },
            )


@inner
def reopen(row: Entri, shape: Shape) -> None:
    """Give the first typist the sent reading back as a draft, to be compared with the paper."""
    last = store.latest(row, 1)
    if last is None or last.account is None:
        return
    figures, now = read_figures(last.figures), clock.real()
    Draf.objects.create(
        entry=row,
        slot=1,
        account=last.account,
        account_name=last.account_name,
        cells={name: str(figures.get(name, ABSENT)) for name in shape.figures},
        notes=dict(last.notes),
        paused=True,
        started_at=now,
        touched_at=now,
    )


@inner
def agree(
    by: Viewer, row: Entri, shape: Shape, figures: Mapping[str, int], reason: str = ""
) -> None:
    """Write the readings and the agreed figures as versions of the form; the last one counts."""
    for slot, reader in ((1, FormVersi.Origin.ENTRY_1), (2, FormVersi.Origin.ENTRY_2)):
        last = store.latest(row, slot)
        if last is not None and last.source == Bacaan.Source.TYPED:
            add_reading(shape, row.path, _version(last, reader))
    said = "\n".join(filter(None, [reason, _explanations(store.latest(row, 2))]))
    origin = revote_tasks.mark_done(row.election_id, row.contest, row.path)
    source = Source(origin, reason=said)
    put_figures(by, shape, {row.path: figures}, source, clock.office_path())


def _version(last: Bacaan, origin: str) -> Reading:
    return Reading(
        origin=origin,
        figures=last.figures,
        reason=_explanations(last),
        account=last.account,
        account_name=last.account_name,
        made_at=last.finished_at,
    )


def _explanations(last: Bacaan | None) -> str:
    """The explanations of warnings, as they are printed with the form."""
    notes = last.notes if last else {}
    return "\n".join(f"{key}: {note['why']}" for key, note in sorted(notes.items()))


def _sirekap(row: Entri) -> FormVersi | None:
    form = Form.objects.filter(
        election_id=row.election_id, contest=row.contest, level=LEVEL_TPS, path=row.path
    ).first()
    if form is None:
        return None
    return form.versions.filter(origin=FormVersi.Origin.SIREKAP).order_by("-number").first()
