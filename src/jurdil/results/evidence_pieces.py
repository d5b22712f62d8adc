"""The pieces of evidence of a dispute: versions, papers, events, plenary rows, determinations.

A piece knows its size and digest before its bytes are read, so that what is too large is refused
early and no more than one stored file is in memory. Persons appear by their office only.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from jurdil.kernel import files
from jurdil.kernel.documents.compose import moment
from jurdil.kernel.models import Document, StoredFile
from jurdil.places import paths
from jurdil.results.fixed import decisions_over
from jurdil.results.models import (
    LEVEL_TPS,
    BarisSidang,
    Dalil,
    Form,
    Kejadian,
    Kertas,
    Sengketa,
)

ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "application/pdf": "pdf",
}


@dataclass(frozen=True)
class Piece:
    """One piece of evidence: its name in the zip, what it is, its digest, size and bytes."""

    name: str
    title: str
    digest: str
    size: int
    load: Callable[[], bytes]


def pieces_of(dispute: Sengketa, claims: Iterable[Dalil]) -> list[Piece]:
    """Every piece about the claimed TPS, in order; the same bytes only once."""
    found: list[Piece] = []
    for claim in claims:
        found += _of_tps(dispute, claim.path)
    kecamatan = sorted({paths.parent(paths.parent(claim.path)) for claim in claims})
    for path in kecamatan:
        found += _of_kecamatan(dispute, path)
    found += _decisions(dispute, claims)
    return list({piece.digest: piece for piece in reversed(found)}.values())[::-1]


def form_of(dispute: Sengketa, path: str) -> Form | None:
    """The disputed form of a TPS; None while it is not in."""
    rows = Form.objects.filter(
        election_id=dispute.election_id, contest=dispute.contest, level=LEVEL_TPS, path=path
    )
    return rows.select_related("current").first()


def events_of(dispute: Sengketa, path: str) -> list[Kejadian]:
    """What was written down about a place, of this contest or of all."""
    rows = Kejadian.objects.filter(election_id=dispute.election_id, path=path)
    return [row for row in rows if row.contest in ("", dispute.contest)]


def sitting_rows(dispute: Sengketa, path: str) -> list[BarisSidang]:
    """The plenary rows of a place, oldest sitting first."""
    rows = BarisSidang.objects.filter(
        sidang__election_id=dispute.election_id, contest=dispute.contest, path=path
    )
    related = ("copies", "corrections", "objections__kejadian")
    return list(rows.select_related("sidang").prefetch_related(*related).order_by("pk"))


def _of_tps(dispute: Sengketa, path: str) -> Iterator[Piece]:
    where = path.replace("/", "-")
    yield from _versions(dispute, path, where)
    yield from _papers(dispute, path, where)
    yield from _events(dispute, path, where)
    yield from _sittings(dispute, path, where)


def _of_kecamatan(dispute: Sengketa, path: str) -> Iterator[Piece]:
    yield from _events(dispute, path, path)
    yield from _sittings(dispute, path, path)


def _versions(dispute: Sengketa, path: str, where: str) -> Iterator[Piece]:
    form = form_of(dispute, path)
    rows = form.versions.select_related("document").order_by("number") if form else ()
    for version in rows:
        data = {
            "tps": path,
            "jenis": dispute.contest,
            "versi": version.number,
            "asal": str(version.get_origin_display()),
            "waktu": moment(version.made_at),
            "alasan": version.reason,
            "angka": json.loads(version.figures),
        }
        title = f"{path}: versi {version.number}, {data['asal']}, {data['waktu']}"
        yield _made(f"{where}/versi-{version.number:02}.json", title, data)
        yield from _stored(version.document, where, f"{path}: berkas versi {version.number}")


def _papers(dispute: Sengketa, path: str, where: str) -> Iterator[Piece]:
    rows = Kertas.objects.filter(
        election_id=dispute.election_id, contest=dispute.contest, path=path
    ).select_related("file")
    told = [
        {
            "kertas": str(row.get_kind_display()),
            "dari": str(row.get_source_display()),
            "keadaan": str(row.get_condition_display()),
            "status": str(row.get_state_display()),
            "alasan": row.reason,
            "waktu": moment(row.received_at),
            "sha256": row.file_id or "",
        }
        for row in rows
    ]
    if told:
        yield _made(f"{where}/kertas.json", f"{path}: kertas yang diterima ({len(told)})", told)
    for row in rows:
        title = f"{path}: {row.get_kind_display()}, {moment(row.received_at)}"
        yield from _photo(row, where, title)


def _photo(row: Kertas, where: str, title: str) -> Iterator[Piece]:
    """A paper as it may leave the house: a photo by its pages, without the place and device the
    phone wrote into it; its own digest stands in the list of papers. A PDF goes as it came."""
    if row.file is None or row.file.media_type == "application/pdf":
        yield from _stored(row.file, where, title)
        return
    pages = StoredFile.objects.in_bulk(row.views)
    for digest in row.views:
        yield from _stored(pages[digest], where, title)


def _events(dispute: Sengketa, path: str, where: str) -> Iterator[Piece]:
    rows = events_of(dispute, path)
    if rows:
        title = f"{path}: kejadian khusus dan keberatan ({len(rows)})"
        yield _made(f"{where}/kejadian.json", title, [_event(row) for row in rows])
    for row in rows:
        yield from _stored(row.document, where, f"{path}: lampiran {row.get_kind_display()}")


def _sittings(dispute: Sengketa, path: str, where: str) -> Iterator[Piece]:
    rows = sitting_rows(dispute, path)
    if rows:
        yield _made(f"{where}/pleno.json", f"{path}: baris rapat pleno", list(map(_row, rows)))
    for row in rows:
        for copy in row.copies.all():
            yield from _stored(copy.document, where, f"{path}: {copy.get_holder_display()}")


def _row(row: BarisSidang) -> dict[str, Any]:
    return {
        "tingkat": row.sidang.level,
        "keadaan": str(row.get_state_display()),
        "dibacakan": moment(row.read_at) if row.read_at else "",
        "disahkan": moment(row.approved_at) if row.approved_at else "",
        "salinan": [
            {
                "pemegang": str(copy.get_holder_display()),
                "peserta": copy.participant,
                "angka": copy.figures,
            }
            for copy in row.copies.all()
        ],
        "pembetulan": [
            {
                "kolom": one.field,
                "semula": one.old,
                "menjadi": one.new,
                "alasan": one.note or one.reason,
                "waktu": moment(one.made_at),
            }
            for one in row.corrections.all()
        ],
        "keberatan": [
            {
                "oleh": one.kejadian.said_by,
                "isi": one.kejadian.text,
                "hasil": str(one.get_outcome_display()),
                "jawaban": one.kejadian.answer,
            }
            for one in row.objections.all()
        ],
    }


def _decisions(dispute: Sengketa, claims: Iterable[Dalil]) -> Iterator[Piece]:
    """The determinations over the claimed places, with their minutes."""
    over = (
        decision
        for claim in claims
        for decision in decisions_over(dispute.election_id, dispute.contest, claim.path)
    )
    for decision in {one.pk: one for one in over}.values():
        title = f"Penetapan {decision.title} ({decision.path})"
        data = {
            "judul": decision.title,
            "wilayah": decision.path,
            "ditetapkan": moment(decision.decided_at),
            "sidik": decision.digest,
            "jejak": [decision.ledger_seq, decision.ledger_head],
        }
        yield _made(f"penetapan/{decision.pk}.json", title, data)
        yield from _minutes(decision.document, title)


def _minutes(document: Document | None, title: str) -> Iterator[Piece]:
    for file in (document.file, document.signed_file) if document else ():
        yield from _stored(file, "penetapan", f"Berita acara: {title}")


def _stored(file: StoredFile | None, where: str, title: str) -> Iterator[Piece]:
    """A stored file under its digest: no name that somebody typed becomes a path."""
    if file is not None:
        name = f"{where}/{file.sha256[:16]}.{ENDINGS.get(file.media_type, 'bin')}"
        yield Piece(name, title, file.sha256, file.size, partial(files.content, file))


def _made(name: str, title: str, data: Any) -> Piece:
    content = as_json(data)
    digest = hashlib.sha256(content).hexdigest()
    return Piece(name, title, digest, len(content), lambda: content)


def as_json(data: Any) -> bytes:
    """Data as readable JSON, always in the same order."""
    return (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _event(row: Kejadian) -> dict[str, str]:
    return {
        "tingkat": row.level,
        "jenis": str(row.get_kind_display()),
        "oleh": row.said_by,
        "isi": row.text,
        "jawaban": row.answer,
        "waktu": moment(row.recorded_at),
    }
