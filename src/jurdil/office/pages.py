"""What the pages show beside the rows: ways down, choices, and which steps are offered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.documents.kinds import KINDS
from jurdil.kernel.language import say
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.office.products import STEPS, State
from jurdil.law.text import Text
from jurdil.office import queries
from jurdil.office.records import LetterPage, ProductPage, SpjPage
from jurdil.places import queries as places

Crumbs = list[tuple[str, str]]
DRAFTED = ("surat", "surat-sekretaris", "surat-tugas", "undangan")
FORCES: dict[str, tuple[str, Text]] = {
    "belum": ("none", Text("belum ada", "not made yet")),
    "berlaku": ("ok", Text("berlaku", "in force")),
    "diubah": ("warn", Text("berlaku, sudah diubah", "in force as amended")),
    "dicabut": ("bad", Text("dicabut", "revoked")),
    "batal": ("none", Text("batal", "dropped")),
}


def letter_crumbs(last: str) -> Crumbs:
    """The way to a page of letters."""
    return [(_("Agenda surat"), reverse("office:letters")), (last, "")]


def product_crumbs(last: str) -> Crumbs:
    """The way to a page of legal products."""
    return [(_("Produk hukum"), reverse("office:products")), (last, "")]


def term_crumbs(last: str) -> Crumbs:
    """The way to a page of handings over."""
    return [(_("Serah terima jabatan"), reverse("office:handovers")), (last, "")]


def directory_crumbs(*last: tuple[str, str]) -> Crumbs:
    """The way to a page of the directory."""
    return [(_("Direktori"), reverse("office:directory")), *last]


def spj_crumbs(*last: tuple[str, str]) -> Crumbs:
    """The way to a page of expense files."""
    return [(_("Berkas SPJ"), reverse("office:spj_index")), *last]


def this_year() -> int:
    return clock.today().year


def register_year(wanted: queries.Wanted) -> int:
    """The year whose agenda is printed: the one looked at, else this one."""
    return wanted.year or this_year()


def institution_choices(viewer: Viewer) -> list[tuple[int, str]]:
    """Institutions by name."""
    return [(row.id, row.name) for row in queries.institutions(viewer)]


def answerable_choices(viewer: Viewer) -> list[tuple[int, str]]:
    """Letters that an outgoing one may answer."""
    return [
        (row.id, f"{row.agenda}/{row.year}: {row.number}, {row.correspondent}")
        for row in queries.answerable(viewer)
    ]


def draft_kinds() -> list[tuple[str, str]]:
    """Kinds of letters that can be drafted here."""
    return [(code, say(KINDS[code].name)) for code in DRAFTED]


def outgoing_initial(viewer: Viewer, given: Mapping[str, str]) -> dict[str, Any]:
    """What the form of an outgoing letter begins with: an answer (`jawab`), a paper (`naskah`)."""
    papers = {str(one.id): one for one in queries.unregistered(viewer)}
    initial: dict[str, Any] = {"answers_id": given.get("jawab", "")}
    if paper := papers.get(given.get("naskah", "")):
        initial |= {"document_id": paper.id, "number": paper.number, "subject": paper.title}
        initial |= {"dated": paper.dated} if paper.dated else {}
    return initial


def numbers_itself(viewer: Viewer) -> bool:
    """Whether the viewer's place has an own pattern this year."""
    year = this_year()
    return any((path, when) == (viewer.path, year) for path, when, *_ in queries.patterns(viewer))


@dataclass(frozen=True)
class LetterSteps:
    """What the viewer can do with a letter now."""

    dispose: bool
    send: bool
    close: bool
    correct: bool
    answer: bool
    record_answer: bool


def letter_steps(viewer: Viewer, page: LetterPage) -> LetterSteps:
    """The steps that are offered on a letter's page."""
    incoming = page.row.direction == "masuk"
    unfinished = page.row.state in ("terbuka", "konsep")
    return LetterSteps(
        dispose=incoming and unfinished and allows(viewer, "office.dispose"),
        send=not incoming and unfinished and allows(viewer, "office.send"),
        close=unfinished and allows(viewer, "office.close"),
        correct=allows(viewer, "office.correct"),
        answer=incoming and unfinished and allows(viewer, "office.draft"),
        record_answer=incoming and unfinished and allows(viewer, "office.send"),
    )


def force_words(force: str) -> tuple[str, str]:
    """The badge of whether a product holds."""
    state, words = FORCES[force]
    return state, say(words)


def step_words(state: str) -> str:
    """The words of the button that takes a product to a state."""
    return say(STEPS[State(state)])


def earlier_products(viewer: Viewer, page: ProductPage) -> list[tuple[int, str]]:
    """Products that this one may revoke or amend: made, not revoked, not tied yet."""
    tied = {tie.product.id for tie in page.touches} | {page.row.id}
    return [
        (row.id, f"{row.number}: {row.title}")
        for row in queries.products(viewer)
        if row.force in ("berlaku", "diubah") and row.id not in tied
    ]


def place_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """The places that somebody in the directory works for, by name."""
    paths = queries.places_of(viewer)
    names = {place.path: place.name for place in places.all_places(viewer)} if paths else {}
    return [(path, names.get(path, path)) for path in paths]


def ceiling_choices(viewer: Viewer, page: SpjPage) -> list[tuple[int, str]]:
    """The standard costs of the activity's year."""
    rows = queries.ceilings(viewer, page.row.held_from.year)
    return [(row.id, f"{row.name} ({row.unit})") for row in rows]


def years_around() -> tuple[int, int, int]:
    """Last year, this one and the next, whose ceilings are looked at."""
    year = this_year()
    return year - 1, year, year + 1


def may_set_ceilings(viewer: Viewer) -> bool:
    """Whether the viewer sets the ceilings of a year."""
    return allows(viewer, "office.ceiling")
