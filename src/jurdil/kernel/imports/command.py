"""`jurdil import` with Django at hand: the same steps as on the pages, printed."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.acts import Refused
from jurdil.kernel.faults import FileRefused, too_large
from jurdil.kernel.imports import UnknownKind, importer_of, importers, staging, summary
from jurdil.kernel.language import say
from jurdil.kernel.models import Election, ImportBatch
from jurdil.kernel.queries import imports as queries
from jurdil.kernel.tables import MAX_BYTES
from jurdil.kernel.viewer import Viewer, system_viewer

REFUSED = 2


def list_kinds() -> int:
    """Print the kinds of files with their layout and choices; returns 0."""
    for one in importers():
        _print([f"{one.kind}: {say(one.title)}. {say(one.layout)}".strip()])
        for option in one.options:
            value = "" if option.choices is None else "=..."
            _print([f"    -o {option.name}{value}: {say(option.label)}"])
    return 0


def import_file(
    kind: str, file: Path, *, election: str | None, options: Mapping[str, str], commit: bool
) -> int:
    """Preview a file and publish it if `commit`; returns the exit code.

    Without `commit`, and after a refusal, nothing is left but the stored file itself.
    """
    try:
        by = _viewer(kind, election)
        staging.sweep()
        if (size := file.stat().st_size) > MAX_BYTES:
            raise FileRefused([too_large(size, MAX_BYTES)])
        batch = staging.open_batch(
            by, kind=kind, name=file.name, content=file.read_bytes(), options=options
        )
        return _preview_and_publish(by, batch, commit)
    except FileRefused as refusal:
        _complain(say(fault.text) for fault in refusal.faults)
    except (Refused, OSError) as refusal:
        _complain([str(refusal)])
    return REFUSED


def _preview_and_publish(by: Viewer, batch: ImportBatch, commit: bool) -> int:
    try:
        batch = staging.read_now(batch.pk)
        lines = summary.lines(queries.preview(by, batch.pk))
        if batch.state == ImportBatch.State.REFUSED:
            _complain(lines)
            return REFUSED
        _print(lines)
        _print([_publish(by, batch, commit)])
        return 0
    finally:
        staging.discard(batch.pk)


def _publish(by: Viewer, batch: ImportBatch, commit: bool) -> str:
    if not commit:
        return _("Belum ada yang disimpan. Tambahkan --commit untuk menerbitkannya.")
    if not batch.rows_take:
        return _("Tidak ada baris yang akan diambil, jadi tidak ada yang disimpan.")
    facts = {"count": publish_import(by=by, batch_id=batch.pk)}
    facts["entry"] = queries.preview(by, batch.pk).ledger_seq or 0
    return _("Diterbitkan: %(count)s baris. Nomor jejak: %(entry)s.") % facts


def _viewer(kind: str, election: str | None) -> Viewer:
    """The command line's viewer, looking at the election of the file."""
    office = clock.office()
    if office is None:
        raise Refused(_("Belum ada kantor di pemasangan ini. Jalankan “jurdil init” dahulu."))
    try:
        importer = importer_of(kind)
    except UnknownKind:
        known = ", ".join(one.kind for one in importers())
        facts = {"kind": kind, "known": known}
        raise Refused(_("Jenis “%(kind)s” tidak ada. Yang ada: %(known)s.") % facts) from None
    by = system_viewer(office.path, office.kind)
    return by.about(_election(election)) if importer.needs_election else by


def _election(code: str | None) -> int:
    """The election named, or the only running one that has contests."""
    running = [e for e in Election.objects.filter(state=Election.State.RUNNING) if e.contests]
    fitting = [election for election in running if code in (None, election.regime)]
    if len(fitting) != 1:
        known = ", ".join(sorted(election.regime for election in running)) or "-"
        raise Refused(
            _("Sebutkan pemilihannya dengan --election. Yang berjalan: %(known)s.")
            % {"known": known}
        )
    return fitting[0].pk


def _print(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _complain(lines: Iterable[str]) -> None:
    sys.stderr.writelines(f"{line}\n" for line in lines)
