"""The directory as a file."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django.urls import reverse

from jurdil.kernel import crypto
from jurdil.kernel.imports import (
    FaultLike,
    Importer,
    PublishResult,
    Source,
    StagedRow,
    register,
)
from jurdil.kernel.imports.staging import taken
from jurdil.kernel.models import ImportBatch, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings import titles
from jurdil.law.text import Text
from jurdil.office import queries
from jurdil.office.actions import add_entries
from jurdil.office.directory_file import Entry, read_directory
from jurdil.office.queries.directory import KINDS
from jurdil.stages import divisions

KNOWN = "terdaftar"
_SEALED = ("phone", "email")
_CONTEXT = "office_import:contact"


@register
class DirectoryImport(Importer):
    """Institutions and the people who hold positions there."""

    kind = "directory"
    right = "office.directory_import"
    title = Text("Direktori instansi dan pejabat", "Directory of institutions and officials")
    layout = Text(
        "Kolom instansi, nama (dengan gelar), jabatan; boleh ditambah jenis, organisasi, sapaan, "
        "divisi, tempat, jenis_kelamin, mulai, sampai, telepon, surel, alamat, sumber. Daftar tamu "
        "dari jam pertama (dengan kolom kontak) juga terbaca.",
        "Columns instansi, nama (with titles), jabatan; optional jenis, organisasi, sapaan, "
        "divisi, tempat, jenis_kelamin, mulai, sampai, telepon, surel, alamat, sumber. The guest "
        "list of the first hour (with its column kontak) is read too.",
    )
    reasons = {
        KNOWN: Text("Sudah ada dengan jabatan yang sama.", "On record with the same position."),
    }
    needs_election = False
    level = StoredFile.Level.PERSONAL

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        codes = tuple(one.id for one in divisions.divisions())
        known = {
            (one.institution.lower(), one.person, one.position)
            for one in queries.contacts(source.viewer)
        }
        lines = read_directory(source.content, KINDS, codes, source.viewer.path)
        for number, entry in lines:
            same = (entry.institution.lower(), entry.name, entry.position) in known
            code = KNOWN if same and not (entry.phone or entry.email) else ""
            key = f"{entry.institution}: {titles.plain(entry.name)}"[:60]
            yield StagedRow(number, key, _staged(entry), take=not code, code=code)

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        entries = tuple(_entry(row.data) for row in taken(batch))
        new, people = add_entries(by=by, entries=entries)
        return PublishResult(people, {"institutions": new, "people": people})

    def words(self, row: StagedRow) -> str:
        return f"{row.data['name']}, {row.data['position']}, {row.data['institution']}"

    def where(self, batch: ImportBatch) -> str:
        return reverse("office:directory")


def _staged(entry: Entry) -> dict[str, Any]:
    """A line as it waits for its preview: telephone and e-mail sealed, days as text."""
    data = asdict(entry)
    plain = json.dumps({name: data.pop(name) for name in _SEALED})
    data["key_id"], sealed = crypto.encrypt(plain.encode(), _CONTEXT)
    data["sealed"] = sealed.hex()
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in data.items()
    }


def _entry(data: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(data)
    key_id, sealed = values.pop("key_id"), bytes.fromhex(values.pop("sealed"))
    values |= json.loads(crypto.decrypt(key_id, sealed, _CONTEXT))
    for name in ("term_from", "term_until"):
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    return values
