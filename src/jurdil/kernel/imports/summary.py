"""A preview as plain text, for the command line."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from jurdil.kernel.language import say
from jurdil.kernel.models import ImportBatch
from jurdil.kernel.queries.imports import Preview, SkipGroup

SHOWN = 10


def lines(preview: Preview) -> Iterator[str]:
    """What the file is, what would be taken, skipped and is missing; or why it is refused."""
    yield f"{say(preview.row.title)}: {preview.row.file} (SHA-256 {preview.digest[:16]})"
    if preview.row.election:
        yield _("Pemilihan: %(name)s") % {"name": say(preview.row.election)}
    for label, value in preview.options:
        yield f"{say(label)}: {say(value)}"
    if preview.row.state == ImportBatch.State.REFUSED:
        yield from _faults(preview)
        return
    yield _("Dibaca %(read)s baris: %(take)s akan diambil, %(skip)s dilewati.") % {
        "read": preview.read,
        "take": preview.row.take,
        "skip": preview.skip,
    }
    for group in preview.skips:
        yield from _skipped(group)
    yield from _missing(preview)


def _faults(preview: Preview) -> Iterator[str]:
    yield _("Berkas ditolak, tidak ada yang disimpan:")
    for fault in preview.faults:
        yield f"  {say(fault.text)}"


def _skipped(group: SkipGroup) -> Iterator[str]:
    yield f"  {group.code} ({group.count}): {say(group.reason)}"
    for row in group.rows[:SHOWN]:
        yield "    " + _("baris %(number)s: %(key)s") % {"number": row.number, "key": row.key}
    if group.count > SHOWN:
        yield "    " + _("dan %(count)s baris lagi") % {"count": group.count - SHOWN}


def _missing(preview: Preview) -> Iterator[str]:
    if not preview.expected:
        return
    facts = {"expected": preview.expected, "missing": preview.missing_count}
    yield _("Seharusnya ada %(expected)s; %(missing)s tidak ada dalam berkas.") % facts
    for key in preview.missing[:SHOWN]:
        yield f"    {key}"
    if preview.missing_count > SHOWN:
        yield "    " + _("dan %(count)s lagi") % {"count": preview.missing_count - SHOWN}
