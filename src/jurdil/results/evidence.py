"""The evidence of a dispute: one PDF that compares and lists, and a zip with every piece.

The same data make the same bytes: entries are sorted, carry one fixed time stamp, and the manifest
names each with its SHA-256. Pieces are numbered T-1, T-2, ... in the order of the list.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from jurdil.kernel import clock, ledger
from jurdil.kernel.acts import Refused
from jurdil.kernel.documents import render
from jurdil.kernel.documents.compose import moment
from jurdil.kernel.models import Office
from jurdil.law.formats import number
from jurdil.law.rules import label
from jurdil.results.evidence_pieces import (
    Piece,
    as_json,
    events_of,
    form_of,
    pieces_of,
    sitting_rows,
)
from jurdil.results.models import Dalil, Form, Sengketa

MOST = 200 * 2**20
"""Pieces of more than this are made in parts."""
STAMP = (2020, 1, 1, 0, 0, 0)
TEMPLATE = "bukti"


@dataclass(frozen=True)
class Bundle:
    """A finished bundle: file name, bytes of the zip, number of pieces in it."""

    name: str
    content: bytes
    items: int


def pieces(dispute: Sengketa) -> list[Piece]:
    """The pieces of a dispute, unread.

    Raises `Refused` without a claimed TPS, or when they are larger than a bundle holds.
    """
    claims = list(dispute.claims.all())
    if not claims:
        raise Refused(_("Catat dahulu TPS yang didalilkan."))
    with translation.override("id"):
        found = pieces_of(dispute, claims)
    if sum(piece.size for piece in found) > MOST:
        raise Refused(_("Bukti melebihi 200 MB. Bagi sengketa ini menjadi beberapa berkas."))
    return found


def bundle(dispute: Sengketa) -> Bundle:
    """Make the bundle of a dispute; read-only, outside any transaction. Raises as `pieces`."""
    numbered = [(f"T-{at}", piece) for at, piece in enumerate(pieces(dispute), 1)]
    with translation.override("id"):
        paper = _paper(dispute, numbered)
    return Bundle(f"bukti-{dispute.pk}.zip", _zip(paper, numbered), len(numbered))


def _zip(paper: bytes, numbered: Sequence[tuple[str, Piece]]) -> bytes:
    seq, head = ledger.head()
    manifest: dict[str, Any] = {
        "jejak": {"nomor": seq, "kepala": head},
        "bukti.pdf": hashlib.sha256(paper).hexdigest(),
        "bukti": [
            {
                "nomor": code,
                "berkas": f"{code}/{piece.name}",
                "isi": piece.title,
                "sha256": piece.digest,
            }
            for code, piece in numbered
        ],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "bukti.pdf", paper)
        _put(archive, "manifest.json", as_json(manifest))
        for code, piece in numbered:
            _put(archive, f"{code}/{piece.name}", piece.load())
    return out.getvalue()


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def _paper(dispute: Sengketa, numbered: Sequence[tuple[str, Piece]]) -> bytes:
    office, (seq, head) = Office.objects.get(), ledger.head()
    data = {
        "title": f"Alat bukti {dispute.number or dispute.pk}",
        "number": dispute.number,
        "letterhead": {"name": office.name, **{k: v for k, v in office.letterhead.items() if v}},
        "training": office.mode == Office.Mode.TRAINING,
        "forum": str(dispute.get_forum_display()),
        "claim": dispute.claim,
        "filed": moment(dispute.filed_on),
        "ruling": dispute.ruling,
        "ledger_seq": seq,
        "ledger_head": head,
        "places": [_place(dispute, claim) for claim in dispute.claims.all()],
        "pieces": [
            {"code": code, "title": piece.title, "digest": piece.digest[:32]}
            for code, piece in numbered
        ],
    }
    return render.pdf(TEMPLATE, data, clock.today())


def _place(dispute: Sengketa, claim: Dalil) -> dict[str, Any]:
    """The comparison of one TPS: petitioner, KPU, overseer, copies; and what happened, in order."""
    form = form_of(dispute, claim.path)
    now = json.loads(form.current.figures) if form and form.current else {}
    names = sorted({*claim.petitioner, *claim.overseer})
    rows = [
        {
            "name": label(name).id,
            "petitioner": _cell(claim.petitioner.get(name)),
            "kpu": _cell(now.get(name)),
            "overseer": _cell(claim.overseer.get(name)),
        }
        for name in names
    ]
    story = sorted(_story(dispute, claim.path, form), key=_first)
    return {
        "path": claim.path,
        "text": claim.text,
        "rows": rows,
        "copies": list(_copies(dispute, claim.path, names)),
        "story": [{"at": moment(at), "text": text.strip()} for at, text in story],
    }


def _copies(dispute: Sengketa, path: str, names: Sequence[str]) -> Iterator[Mapping[str, str]]:
    """What the copies read in the plenary say of the claimed figures, level by level."""
    for row in sitting_rows(dispute, path):
        for copy in row.copies.all():
            for name in names:
                yield {
                    "level": row.sidang.level,
                    "holder": " ".join([str(copy.get_holder_display()), copy.participant]).strip(),
                    "name": label(name).id,
                    "value": _cell(copy.figures.get(name)),
                }


def _story(dispute: Sengketa, path: str, form: Form | None) -> Iterator[tuple[datetime, str]]:
    for version in form.versions.all() if form else ():
        origin = version.get_origin_display()
        yield version.made_at, f"Versi {version.number}: {origin}. {version.reason}"
    for event in events_of(dispute, path):
        yield event.recorded_at, f"{event.get_kind_display()}. {event.text}"
    for row in sitting_rows(dispute, path):
        if row.read_at:
            yield row.read_at, f"Dibacakan dalam rapat pleno {row.sidang.level}."
        if row.approved_at:
            yield row.approved_at, f"Disahkan dalam rapat pleno {row.sidang.level}."


def _first(pair: tuple[datetime, str]) -> datetime:
    return pair[0]


def _cell(value: int | None) -> str:
    return "–" if value is None else number(value, "id")
