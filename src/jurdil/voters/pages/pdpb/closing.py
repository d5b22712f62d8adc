"""What the page of a quarter's plenary shows: open points and later changes in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurdil.voters.pages.pdpb.words import POINTS
from jurdil.voters.queries.pdpb import PlenaryPage

_COLUMNS = {
    "laki_laki": gettext_lazy("Laki-laki"),
    "perempuan": gettext_lazy("Perempuan"),
    "belum_dicatat": gettext_lazy("Belum dicatat"),
    "sidik_daftar": gettext_lazy("Sidik daftar"),
}


def points(page: PlenaryPage) -> tuple[tuple[str, int], ...]:
    """The open points in words."""
    return tuple((str(POINTS[one.code]), one.count) for one in page.points)


def changes(page: PlenaryPage) -> tuple[tuple[str, str, str, str], ...]:
    """What differs from the frozen state: place, column, then, now."""
    return tuple(
        (
            str(one.key[0]),
            str(_COLUMNS.get(one.column, _("Seluruh baris"))),
            _short(one.old),
            _short(one.new),
        )
        for one in page.changes
    )


def _short(value: object) -> str:
    return "–" if value is None else str(value)[:40]
