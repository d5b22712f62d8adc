"""The minutes of a contest's recapitulation: what the paper says, from what the room recorded."""

from collections.abc import Mapping
from typing import Any

from django.utils import translation

from jurdil.kernel import clock
from jurdil.kernel.documents.compose import moment
from jurdil.kernel.documents.sheet import signing_table
from jurdil.kernel.documents.tables import Column, Line, table
from jurdil.kernel.viewer import Viewer
from jurdil.law import sitting_words
from jurdil.law.formats import number
from jurdil.law.rules import label
from jurdil.law.terbilang import day_in_words, terbilang
from jurdil.results import room
from jurdil.results.models import Kejadian, Peserta, Sidang
from jurdil.results.papers.signers import signers_in

COLUMNS = (
    Column("Uraian", share=5),
    Column("Jumlah", figures=True, share=2),
    Column("Dengan huruf", share=5),
)
STEPS = {"buka": "dibuka", "skors": "diskors", "cabut-skors": "skors dicabut", "tutup": "ditutup"}


def body(by: Viewer, held: Sidang, contest: str) -> dict[str, Any]:
    """Opening, points, tables and closing of the minutes, in Indonesian; offices, no names."""
    with translation.override("id"):
        return {
            "opening": _opening(by, held, contest),
            "points": _points(held, contest),
            "tables": [votes(by, held, contest), signing_table(signers_in(held, contest))],
            "closing": _closing(held, contest),
        }


def _opening(by: Viewer, held: Sidang, contest: str) -> list[str]:
    about = room.contest_of(held, contest)
    name = about.name_in(held.election.path[:2])
    what = sitting_words.verb(about.determined_at, held.level).id.lower()
    place = room.place_name(by, held.path)
    now = clock.now().astimezone(clock.zone())
    return [
        f"Pada hari ini, {day_in_words(now.date())} ({now:%d-%m-%Y}), pukul {now:%H.%M %Z}, "
        f"bertempat di {held.venue}, telah diselesaikan {what} {name.id} di {place} dalam rapat "
        "pleno terbuka.",
        *(
            [f"Rapat dibuka sebelum lengkap dengan alasan: {held.early_reason}."]
            if held.early_reason
            else []
        ),
    ]


def _points(held: Sidang, contest: str) -> list[str]:
    steps = [
        f"Rapat {STEPS[step.step]} pada {moment(step.taken_at)}"
        + (f": {step.note}." if step.note else ".")
        for step in held.steps.all()
        if step.step in STEPS
    ]
    rows = held.rows.filter(contest=contest).count()
    present = ", ".join(held.people.exclude(kind=Peserta.Kind.GUEST).values_list("code", flat=True))
    return [
        *steps,
        f"Hadir: {present}.",
        f"Dibacakan dan disahkan {number(rows, 'id')} baris.",
        *_events(held, contest),
        *_signatures(held, contest),
    ]


def _events(held: Sidang, contest: str) -> list[str]:
    found = Kejadian.objects.filter(
        election_id=held.election_id, level=held.level, contest=contest, path__within=held.path
    )
    said = []
    for one in found:
        if one.kind == Kejadian.Kind.NONE:
            continue
        lead = f"Keberatan {one.said_by}: " if one.kind == Kejadian.Kind.OBJECTION else ""
        answer = f" Jawaban: {_sentence(one.answer)}" if one.answer else ""
        said.append(f"{lead}{_sentence(one.text)}{answer}")
    return said or ["Kejadian khusus dan/atau keberatan saksi: NIHIL."]


def _signatures(held: Sidang, contest: str) -> list[str]:
    rows = held.signatures.filter(contest=contest).select_related("peserta")
    return [
        f"{one.peserta.code} menolak menandatangani dengan alasan: {_sentence(one.refusal)}"
        for one in rows
        if one.refusal
    ]


def _sentence(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?")) else f"{text.rstrip()}."


def votes(by: Viewer, held: Sidang, contest: str) -> dict[str, Any]:
    """The table of votes: pairs or persons, or parties with their sums, and the totals."""
    shape = room.shape_at(held, contest, held.path)
    figures = room.figures_at(held, contest, held.path)
    wanted = [*shape.choices.votes] if shape and not shape.choices.groups else []
    heads = {group.total: group.votes[0] for group in shape.choices.groups} if shape else {}
    labels = room.labels_of(by, held, contest, shape.dapil if shape else "")
    names = {**labels, **{total: labels[head] for total, head in heads.items() if head in labels}}
    chosen = [_row(field, figures, names) for field in wanted or heads if field in figures]
    totals = [
        _row(field, figures, {}, strong=True)
        for field in ("suara_sah", "suara_tidak_sah", "suara_total")
        if field in figures
    ]
    return table("Perolehan suara", COLUMNS, [*chosen, *totals])


def _row(
    field: str, figures: Mapping[str, int], names: Mapping[str, str], *, strong: bool = False
) -> Line:
    value = figures[field]
    name = names.get(field, label(field).id)
    return Line((name, number(value, "id"), terbilang(value)), strong)


def _closing(held: Sidang, contest: str) -> list[str]:
    about = room.contest_of(held, contest)
    further = sitting_words.sent_up(about.determined_at, held.level)
    return [f"Hasil ini {further.id}."] if further else ["Hasil ini ditetapkan dalam rapat pleno."]
