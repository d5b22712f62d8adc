"""What the pages of special locations show, made ready."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.special import Limits
from jurdil.voters.pages.common import in_words, place_names
from jurdil.voters.queries import Resident, SitePage, SiteRow
from jurdil.voters.queries.special import StationRow
from jurdil.voters.special import Found

MOST_LINES = 20
BADGES = {"diajukan": "wait", "disetujui": "ok", "ditolak": "bad", "ditutup": "none"}


@dataclass(frozen=True)
class SiteLine:
    """A site of the list with its village in words and a badge."""

    row: SiteRow
    place: str
    badge: str


@dataclass(frozen=True)
class ResidentLine:
    """A voter of a site, with where he came from in words and the number of his TPS now."""

    row: Resident
    origin: str
    station: str


def site_lines(viewer: Viewer, rows: Sequence[SiteRow]) -> tuple[SiteLine, ...]:
    """Sites in words."""
    names = place_names(viewer, [row.village for row in rows])
    return tuple(
        SiteLine(row, names.get(row.village, row.village), BADGES[row.state]) for row in rows
    )


def residents(viewer: Viewer, page: SitePage) -> tuple[ResidentLine, ...]:
    """The voters of a site in words."""
    names = in_words(viewer, (row.origin for row in page.residents))
    return tuple(
        ResidentLine(row, names[row.origin], row.tps.partition("/")[2] if row.placed else "")
        for row in page.residents
    )


def badge(page: SitePage) -> str:
    """The badge of a site's state."""
    return BADGES[page.row.state]


def full(station: StationRow, limits: Limits) -> bool:
    """Whether a TPS of a site is above the cap."""
    return limits.most is not None and station.voters > limits.most


def told(done: object) -> tuple[tuple[int, str], ...]:
    """What to say after a step: (level, sentence); of pasted numbers which lines were no voter."""
    if isinstance(done, int):
        moved = ngettext("%(n)s pemilih dipindahkan.", "%(n)s pemilih dipindahkan.", done)
        return ((messages.SUCCESS, moved % {"n": done}),)
    if not isinstance(done, Found):
        return ((messages.SUCCESS, _("Tersimpan.")),)
    count = len(done.voters)
    entered = ngettext("%(n)s pemilih dimasukkan.", "%(n)s pemilih dimasukkan.", count)
    faults = (
        (done.absent, _("Tidak ada di daftar, usulkan dulu sebagai pemilih baru: baris %(rows)s.")),
        (done.double, _("NIK ini dimiliki dua pemilih, periksa dulu: baris %(rows)s.")),
        (done.unread, _("Bukan NIK 16 angka: baris %(rows)s.")),
    )
    said = [(messages.WARNING, words % {"rows": _some(rows)}) for rows, words in faults if rows]
    if done.known:
        said.append((messages.INFO, _("%(n)s sudah di sebuah lokasi.") % {"n": done.known}))
    return ((messages.SUCCESS, entered % {"n": count}), *said)


def _some(rows: Sequence[int]) -> str:
    first = ", ".join(map(str, rows[:MOST_LINES]))
    more = len(rows) - MOST_LINES
    return _("%(first)s dan %(n)s lainnya") % {"first": first, "n": more} if more > 0 else first
