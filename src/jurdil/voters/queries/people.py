"""The present list: pages by key at any depth, one voter by name or number, his history."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from jurdil.kernel.acts import query
from jurdil.kernel.paging import Key, Page, page_of
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.names import name_words
from jurdil.voters.models import DaftarDesa, NamaKata, PemilihVersi, Perubahan
from jurdil.voters.records import VoterRow, as_row
from jurdil.voters.sealing import NIK, NKK, Seals

PAGE = 50
FOUND = 50
_ORDER = ("village", "tps", "sort_key", "pk")
_ORDER_FILTERED = ("village", "sort_key", "pk")


@dataclass(frozen=True)
class Filter:
    """What a list is narrowed to; an empty field does not narrow.

    `kind` is one of "tms", "potensial", "disabilitas", "tanpa-ktp", "jebakan" (traps).
    """

    path: str = ""
    kind: str = ""
    sex: str = ""
    born_after: date | None = None
    born_before: date | None = None


_KINDS = {
    "tms": Q(status=PemilihVersi.Status.STRUCK),
    "potensial": Q(status=PemilihVersi.Status.POTENTIAL),
    "disabilitas": Q(status=PemilihVersi.Status.ACTIVE) & ~Q(disability=""),
    "tanpa-ktp": Q(status=PemilihVersi.Status.ACTIVE, ktp="B"),
    "jebakan": Q(status=PemilihVersi.Status.ACTIVE) & ~Q(traps=""),
}
"""Each narrows by a condition that an index of its own holds (see the model)."""
_STRUCK = PemilihVersi.Status.STRUCK
_NOT_ACTIVE = {"tms", "potensial"}


@dataclass(frozen=True)
class Moment:
    """One version of a voter with the change that brought it."""

    row: VoterRow
    at: datetime | None
    by: str
    source: str
    reason: str
    present: bool


@query("voters.view")
def voters(
    viewer: Viewer, chosen: Filter, after: Key | None = None, size: int = PAGE
) -> Page[VoterRow]:
    """A page of the present list in the order of the paper; a deep one costs as much as the first.

    `after` is the version that the page before ended with; an address holds no name. ValueError
    for a `kind` that is none.
    """
    last = _last(viewer, after)
    rows = _from_village_on(last)
    if chosen.path:
        rows = rows.filter(_at_place(chosen.path))
    rows &= _present(viewer)
    if chosen.kind and chosen.kind not in _KINDS:
        raise ValueError(f"{chosen.kind} is no way to narrow a list")
    rows = rows.filter(_KINDS.get(chosen.kind, Q(status=PemilihVersi.Status.ACTIVE)))
    if chosen.kind in _NOT_ACTIVE:
        rows = rows.exclude(status=PemilihVersi.Status.ACTIVE)
    if chosen.sex:
        rows = rows.filter(sex=chosen.sex)
    if chosen.born_after:
        rows = rows.filter(born__gt=chosen.born_after)
    if chosen.born_before:
        rows = rows.filter(born__lt=chosen.born_before)
    order = _ORDER_FILTERED if chosen.kind else _ORDER
    found = list(_beyond(rows, order, last).order_by(*order)[: size + 1])
    page = page_of(found, size, lambda row: (row.pk,), first=after is None)
    return Page(tuple(as_row(r) for r in page.rows), page.after, page.first)


@query("voters.view")
def by_number(viewer: Viewer, number: str) -> tuple[VoterRow, ...]:
    """Present voters of the viewer's place with this NIK or, when none has it, this NKK."""
    seals = Seals()
    for which, column in ((NIK, "nik_index"), (NKK, "nkk_index")):
        index = seals.index(which, number.strip())
        rows = _present(viewer).filter(**{column: index}) if index else PemilihVersi.objects.none()
        if found := list(rows.order_by("village", "sort_key")[:FOUND]):
            return tuple(as_row(row) for row in found)
    return ()


@query("voters.view")
def by_name(viewer: Viewer, text: str, path: str = "") -> tuple[VoterRow, ...]:
    """Present voters whose name has words that begin with all the words of `text`, up to `FOUND`.

    Spelled as people spell: Muh. finds Muhammad, titles are left out.
    """
    words = sorted(name_words(text), key=len, reverse=True)
    if not words:
        return ()
    place = path or viewer.path
    hits = NamaKata.objects.filter(_begins(words[0]), village__within=place)
    for word in words[1:]:
        others = NamaKata.objects.filter(_begins(word), pemilih=OuterRef("pemilih"))
        hits = hits.filter(Exists(others))
    persons = list(dict.fromkeys(hits.values_list("pemilih", flat=True)[: FOUND * 4]))
    rows = _present(viewer).filter(pemilih__in=persons, village__within=place)
    matching = [row for row in rows if _has_words(row.name_key, words)]
    return tuple(as_row(row) for row in sorted(matching, key=_by_name)[:FOUND])


@query("voters.view")
def voter(viewer: Viewer, voter_id: int) -> VoterRow:
    """A voter as he stands now. Raises PemilihVersi.DoesNotExist outside the scope."""
    return as_row(_present(viewer).get(pemilih=voter_id))


@query("voters.view")
def history(viewer: Viewer, voter_id: int) -> tuple[Moment, ...]:
    """Every version of a voter in the viewer's place, the newest first, with what brought it."""
    rows = PemilihVersi.objects.filter(pemilih=voter_id, village__within=viewer.path)
    return tuple(_moment(row) for row in rows.order_by("-pk"))


@query("voters.view")
def family(viewer: Viewer, voter_id: int) -> tuple[VoterRow, ...]:
    """Everyone present in the viewer's place with the same NKK, the voter himself included."""
    one = _present(viewer).get(pemilih=voter_id)
    if not one.nkk_index:
        return (as_row(one),)
    rows = _present(viewer).filter(nkk_index=one.nkk_index)
    return tuple(as_row(row) for row in rows.order_by("village", "tps", "sort_key"))


def _present(viewer: Viewer) -> QuerySet[PemilihVersi]:
    return PemilihVersi.objects.filter(until_rev__isnull=True, village__within=viewer.path)


def _at_place(path: str) -> Q:
    """The voters of a place; a TPS has its own column."""
    if "/" in path:
        return Q(village=path.partition("/")[0], tps=path)
    return Q(village__within=path)


def _last(viewer: Viewer, after: Key | None) -> PemilihVersi | None:
    """The version a page ended with, closed or not, if the viewer may see it."""
    if after is None or not isinstance(after[0], int):
        return None
    return PemilihVersi.objects.filter(pk=after[0], village__within=viewer.path).first()


def _beyond(
    rows: QuerySet[PemilihVersi], order: tuple[str, ...], last: PemilihVersi | None
) -> QuerySet[PemilihVersi]:
    """The rows after one, as ranges that the index can walk."""
    if last is None:
        return rows
    *first, (name, value) = ((name, getattr(last, name)) for name in order)
    condition = Q(**{f"{name}__gt": value})
    for name, value in reversed(first):
        condition = Q(**{f"{name}__gt": value}) | (Q(**{name: value}) & condition)
    return rows.filter(condition)


def _from_village_on(last: PemilihVersi | None) -> QuerySet[PemilihVersi]:
    """The first column alone, so that the index begins at the right place.

    It stands before every other condition, and the place asked for before the place the viewer may
    see: of two bounds SQLite walks the index by the one that it reads first. From the beginning of
    the regency a deep page would cost by its depth, to its end the last page of a village by the
    villages after it.
    """
    rows = PemilihVersi.objects.all()
    return rows.filter(village__gte=last.village) if last else rows


def _begins(word: str) -> Q:
    """Words from `word` up to the last that begins with it, as a range of the index."""
    return Q(word__gte=word, word__lt=f"{word}~")


def _has_words(key: str, words: list[str]) -> bool:
    own = key.split()
    return all(any(one.startswith(word) for one in own) for word in words)


def _by_name(row: PemilihVersi) -> tuple[str, int]:
    return row.name_key, row.pk


def _moment(row: PemilihVersi) -> Moment:
    change = Perubahan.objects.filter(village=row.village, rev=row.from_rev).first()
    return Moment(
        row=as_row(row),
        at=change.legal_at if change else None,
        by=change.account_name if change else "",
        source=change.source if change else "",
        reason=change.reason if change else "",
        present=row.until_rev is None,
    )


@dataclass(frozen=True)
class Summary:
    """The present list of the viewer's place in figures."""

    men: int
    women: int
    unknown: int
    struck: int
    villages: int

    @property
    def total(self) -> int:
        """Active voters."""
        return self.men + self.women + self.unknown


@query("voters.view")
def find(viewer: Viewer, text: str) -> tuple[VoterRow, ...]:
    """Voters by NIK or NKK when `text` is a number, else by the words of a name."""
    digits = "".join(text.split())
    return by_number(viewer, digits) if digits.isdigit() else by_name(viewer, text)


@query("voters.view")
def summary(viewer: Viewer) -> Summary:
    """How many voters the present list of the viewer's place has, by sex."""
    groups = _present(viewer).values_list("status", "sex").annotate(n=Count("pk")).order_by()
    counts: dict[tuple[str, str], int] = {(status, sex): n for status, sex, n in groups}
    active = PemilihVersi.Status.ACTIVE
    return Summary(
        men=counts.get((active, "L"), 0),
        women=counts.get((active, "P"), 0),
        unknown=counts.get((active, ""), 0),
        struck=sum(n for (status, _sex), n in counts.items() if status == _STRUCK),
        villages=DaftarDesa.objects.filter(path__within=viewer.path).count(),
    )
