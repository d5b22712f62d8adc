"""The form of special events and objections, labels of sheets, attendance, receipts."""

import io
from collections.abc import Iterable, Sequence

import segno

from jurdil.kernel import clock, ledger
from jurdil.kernel.documents import render
from jurdil.kernel.documents.compose import moment
from jurdil.kernel.documents.sheet import (
    Column,
    Line,
    Paper,
    Section,
    Signer,
    letterhead,
)
from jurdil.kernel.models import Office
from jurdil.results.labels import Sheet
from jurdil.results.models import Kejadian

LABELS = "label"
EVENT_COLUMNS = (
    Column("Waktu"),
    Column("Jenis"),
    Column("Oleh"),
    Column("Kejadian, keberatan, atau pembetulan", wide=True),
    Column("Jawaban", wide=True),
)


def events_paper(
    letter: str,
    lead: str,
    facts: Sequence[tuple[str, str]],
    rows: Sequence[Kejadian],
    signers: Sequence[Signer],
) -> Paper:
    """C. or D.Kejadian Khusus dan/atau Keberatan Saksi; NIHIL when it says so."""
    nihil = any(row.kind == Kejadian.Kind.NONE for row in rows)
    told = [row for row in rows if row.kind != Kejadian.Kind.NONE]
    lines = tuple(
        Line(
            (
                moment(row.recorded_at),
                str(row.get_kind_display()),
                row.said_by or "–",
                row.text,
                row.answer or "–",
            )
        )
        for row in told
    )
    if not rows:
        section = Section(lines=("Formulir ini belum diterima.",))
    elif nihil and not told:
        section = Section(lines=("NIHIL",))
    else:
        section = Section(columns=EVENT_COLUMNS, rows=lines)
    return Paper(
        title=f"{letter}.Kejadian Khusus dan/atau Keberatan Saksi",
        lead=lead,
        facts=tuple(facts),
        sections=(section,),
        signers=tuple(signers),
        flipped=True,
        figures={str(row.pk): row.text for row in rows},
    )


def attendance_paper(
    lead: str, facts: Sequence[tuple[str, str]], people: Iterable[tuple[str, str, str]]
) -> Paper:
    """The list of attendance, pre-filled with (capacity, office or participant, name)."""
    columns = (
        Column("Nomor"),
        Column("Kedudukan", wide=True),
        Column("Dari", wide=True),
        Column("Nama", wide=True),
        Column("Tanda tangan", wide=True),
    )
    rows = tuple(Line((str(at), *row, "")) for at, row in enumerate(people, 1))
    return Paper(
        title="Daftar hadir",
        lead=lead,
        facts=tuple(facts),
        sections=(Section(columns=columns, rows=rows, tall=True),),
        size=11,
    )


def receipt_paper(
    lead: str, facts: Sequence[tuple[str, str]], receivers: Sequence[tuple[str, str]]
) -> Paper:
    """The receipt of D.Hasil by (receiver, moment): overseers receive and do not sign the form."""
    columns = (
        Column("Nomor"),
        Column("Penerima", wide=True),
        Column("Diterima"),
        Column("Tanda tangan penerima", wide=True),
    )
    rows = tuple(Line((str(at), *row, "")) for at, row in enumerate(receivers, 1))
    return Paper(
        title="Tanda terima D.Hasil",
        lead=lead,
        facts=tuple(facts),
        sections=(Section(columns=columns, rows=rows, tall=True),),
        notes=(
            "Pengawas menerima salinan dengan tanda terima ini dan tidak menandatangani D.Hasil.",
        ),
        size=11,
    )


def labels_pdf(sheets: Iterable[tuple[Sheet, str, str, str]]) -> bytes:
    """Labels of forms: (sheet, contest, TPS, village) each."""
    office, (seq, head) = Office.objects.get(), ledger.head()
    data = {
        "title": "Label lembar C.Hasil",
        "letterhead": letterhead(office),
        "training": office.mode == Office.Mode.TRAINING,
        "ledger_seq": seq,
        "ledger_head": head,
        "labels": [
            {
                "code": sheet.code,
                "qr": _qr(sheet.payload),
                "contest": contest,
                "tps": tps,
                "village": village,
            }
            for sheet, contest, tps, village in sheets
        ],
    }
    return render.pdf(LABELS, data, clock.today())


def _qr(text: str) -> str:
    image = io.BytesIO()
    segno.make(text, error="m").save(image, kind="svg", border=0)
    return image.getvalue().decode()
