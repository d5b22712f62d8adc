"""The evidence of a dispute: one PDF that compares and lists, and a zip with every piece.

The same data make the same bytes: entries are sorted, carry one fixed time stamp, and the manifest
names each with its SHA-256. Pieces are numbered T-1, T-2, ... in the order of the list.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from jurdil.kernel import clock, files, ledger
from jurdil.kernel.acts import Refused
from jurdil.kernel.documents import render
from jurdil.kernel.documents.compose import moment
from jurdil.kernel.models import Document, Office, StoredFile
from jurdil.law.formats import number
from jurdil.law.rules import label
from jurdil.results.fixed import decisions_over
from jurdil.results.models import LEVEL_TPS, Dalil, Form, Kejadian, Kertas, Sengketa

MOST = 200 * 2**20
"""A bundle of more than this is made in parts."""
STAMP = (2020, 1, 1, 0, 0, 0)
TEMPLATE = "bukti"


@dataclass(frozen=True)
class Piece:
    """One piece of evidence: its name in the zip, what it is, its bytes."""

    name: str
    title: str
    content: bytes


@dataclass(frozen=True)
class Bundle:
    """A finished bundle: file name, bytes of the zip, number of pieces in it."""

    name: str
    content: bytes
    items: int


def bundle(dispute: Sengketa) -> Bundle:
    """Make the bundle of a dispute; read-only, outside any transaction.

    Raises `Refused` without a claimed TPS, or when the pieces are larger than a bundle holds.
    """
    claims = list(dispute.claims.select_related("version"))
    if not claims:
        raise Refused(_("Catat dahulu TPS yang didalilkan."))
    with translation.override("id"):
        pieces = [piece for claim in claims for piece in _pieces(dispute, claim)]
        pieces += _decisions(dispute)
        if sum(len(piece.content) for piece in pieces) > MOST:
            raise Refused(_("Bukti melebihi 200 MB. Bagi sengketa ini menjadi beberapa berkas."))
        numbered = [(f"T-{at}", piece) for at, piece in enumerate(pieces, 1)]
        paper = _paper(dispute, claims, numbered)
    return Bundle(f"bukti-{dispute.pk}.zip", _zip(paper, numbered), len(numbered))


def _pieces(dispute: Sengketa, claim: Dalil) -> Iterator[Piece]:
    """Every version, paper and event of one claimed TPS, in the order they came."""
    where = claim.path.replace("/", "-")
    form = _form(dispute, claim.path)
    versions = form.versions.order_by("number") if form else ()
    for version in versions:
        data = {
            "tps": claim.path,
            "jenis": dispute.contest,
            "versi": version.number,
            "asal": str(version.get_origin_display()),
            "waktu": moment(version.made_at),
            "alasan": version.reason,
            "angka": json.loads(version.figures),
        }
        title = f"{claim.path}: versi {version.number}, {data['asal']}, {data['waktu']}"
        yield Piece(f"{where}/versi-{version.number:02}.json", title, _json(data))
        if version.document is not None:
            yield from _file(
                version.document, where, f"{claim.path}: berkas versi {version.number}"
            )
    papers = Kertas.objects.filter(
        election_id=dispute.election_id, contest=dispute.contest, path=claim.path
    ).select_related("file")
    for paper in papers:
        title = f"{claim.path}: {paper.get_kind_display()}, {moment(paper.received_at)}"
        if paper.file is not None:
            yield from _file(paper.file, where, title)
    events = [_event(one) for one in _events(dispute, claim.path)]
    if events:
        title = f"{claim.path}: kejadian khusus dan keberatan ({len(events)})"
        yield Piece(f"{where}/kejadian.json", title, _json(events))


def _decisions(dispute: Sengketa) -> Iterator[Piece]:
    """The determinations over the claimed places, with their minutes as PDF."""
    seen: set[int] = set()
    for claim in dispute.claims.all():
        for decision in decisions_over(dispute.election_id, dispute.contest, claim.path):
            if decision.pk in seen:
                continue
            seen.add(decision.pk)
            data = {
                "judul": decision.title,
                "wilayah": decision.path,
                "ditetapkan": moment(decision.decided_at),
                "sidik": decision.digest,
                "jejak": [decision.ledger_seq, decision.ledger_head],
            }
            title = f"Penetapan {decision.title} ({decision.path})"
            yield Piece(f"penetapan/{decision.pk}.json", title, _json(data))
            yield from _minutes(decision.document, title)


def _minutes(document: Document | None, title: str) -> Iterator[Piece]:
    for file in (document.file, document.signed_file) if document else ():
        if file is not None:
            yield from _file(file, "penetapan", f"Berita acara: {title}")


def _file(file: StoredFile, where: str, title: str) -> Iterator[Piece]:
    """A stored file under its digest: no name that somebody typed becomes a path."""
    ending = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}.get(
        file.media_type, "pdf" if file.media_type == "application/pdf" else "bin"
    )
    yield Piece(f"{where}/{file.sha256[:16]}.{ending}", title, files.content(file))


def _zip(paper: bytes, pieces: Sequence[tuple[str, Piece]]) -> bytes:
    seq, head = ledger.head()
    manifest: dict[str, Any] = {
        "jejak": {"nomor": seq, "kepala": head},
        "bukti.pdf": hashlib.sha256(paper).hexdigest(),
        "bukti": [
            {
                "nomor": code,
                "berkas": f"{code}/{piece.name}",
                "isi": piece.title,
                "sha256": hashlib.sha256(piece.content).hexdigest(),
            }
            for code, piece in pieces
        ],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "bukti.pdf", paper)
        _put(archive, "manifest.json", _json(manifest))
        for code, piece in pieces:
            _put(archive, f"{code}/{piece.name}", piece.content)
    return out.getvalue()


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def _paper(
    dispute: Sengketa, claims: Sequence[Dalil], pieces: Sequence[tuple[str, Piece]]
) -> bytes:
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
        "places": [_place(dispute, claim) for claim in claims],
        "pieces": [
            {
                "code": code,
                "title": piece.title,
                "digest": hashlib.sha256(piece.content).hexdigest()[:32],
            }
            for code, piece in pieces
        ],
    }
    return render.pdf(TEMPLATE, data, clock.today())


def _place(dispute: Sengketa, claim: Dalil) -> dict[str, Any]:
    """The comparison of one TPS: petitioner, KPU, overseer; and what happened, in order."""
    form = _form(dispute, claim.path)
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
    story = [
        (
            version.made_at,
            f"Versi {version.number}: {version.get_origin_display()}. {version.reason}",
        )
        for version in (form.versions.order_by("number") if form else ())
    ]
    story += [
        (event.recorded_at, f"{event.get_kind_display()}. {event.text}")
        for event in _events(dispute, claim.path)
    ]
    return {
        "path": claim.path,
        "text": claim.text,
        "rows": rows,
        "story": [
            {"at": moment(at), "text": text.strip()} for at, text in sorted(story, key=_first)
        ],
    }


def _first(pair: tuple[datetime, str]) -> datetime:
    return pair[0]


def _events(dispute: Sengketa, path: str):
    rows = Kejadian.objects.filter(election_id=dispute.election_id, path=path)
    return [row for row in rows if row.contest in ("", dispute.contest)]


def _event(row: Kejadian) -> dict[str, str]:
    return {
        "tingkat": row.level,
        "jenis": str(row.get_kind_display()),
        "oleh": row.said_by,
        "isi": row.text,
        "jawaban": row.answer,
        "waktu": moment(row.recorded_at),
    }


def _form(dispute: Sengketa, path: str) -> Form | None:
    return (
        Form.objects.filter(
            election_id=dispute.election_id, contest=dispute.contest, level=LEVEL_TPS, path=path
        )
        .select_related("current")
        .first()
    )


def _cell(value: int | None) -> str:
    return "–" if value is None else number(value, "id")


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
