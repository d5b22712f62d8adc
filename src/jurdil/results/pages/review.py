"""The queue of review made ready: what a row could change, in words and figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.law.detect import TITLES
from jurdil.law.figure import Figure, Input, Unit, difference, share, total
from jurdil.law.formats import number
from jurdil.law.outcome import Kind
from jurdil.law.text import Text
from jurdil.results.outcomes import Standing
from jurdil.results.pages.common import plain, url_of
from jurdil.results.queries.review import ReviewItem, ReviewRow, ReviewState
from jurdil.results.queries.review_missing import MissingRow
from jurdil.results.ranking import Certainty
from jurdil.web.words import language

LEVELS = {
    "nasional": Text("KPU RI", "the national KPU"),
    "provinsi": Text("KPU Provinsi", "the KPU of the province"),
    "kabko": Text("kantor ini", "this office"),
}
_WHOLE = Text("dari", "of")


@dataclass(frozen=True)
class Threat:
    """What a row could change: badge state and word, and a sentence with both numbers."""

    state: str
    word: str
    sentence: str


@dataclass(frozen=True)
class Line:
    """A row of the queue with the addresses of its TPS."""

    row: ReviewRow
    threat: Threat
    tps: tuple[tuple[str, str, str], ...]
    more: int


@dataclass(frozen=True)
class CodeChip:
    """A filter by detector with the number of open rows."""

    code: str
    title: Text
    number: int


@dataclass(frozen=True)
class CertaintyLine:
    """How far an outcome is from certain."""

    name: str
    standing: Standing
    holder: str
    rival: str
    margin: Figure | None
    state: str
    word: str
    sentence: str
    missing: int


SHOWN_TPS = 4


def review_lines(rows: Iterable[ReviewRow]) -> tuple[Line, ...]:
    return tuple(review_line(row) for row in rows)


def review_line(row: ReviewRow, most: int = SHOWN_TPS) -> Line:
    """A row with its threat and the links of its first TPS."""
    links = tuple((label, way, _form_url(row, path)) for path, label, way in row.places[:most])
    return Line(row, threat(row), links, max(0, len(row.places) - most))


def _form_url(row: ReviewRow, path: str) -> str:
    election_id = row.standing.election_id if row.standing else None
    return url_of(election_id, row.contest, path) if election_id is not None else ""


@dataclass(frozen=True)
class MissingLine:
    """A TPS whose votes are not in, with the state of its entry in words."""

    row: MissingRow
    state: str
    url: str
    threat: Threat


def missing_lines(
    election_id: int, contest: str, rows: Iterable[MissingRow]
) -> tuple[MissingLine, ...]:
    return tuple(
        MissingLine(row, plain(row.state), url_of(election_id, contest, row.path), threat(row))
        for row in rows
    )


def threat(row: ReviewRow | MissingRow) -> Threat:
    """What a row could change at most, beside what holds now."""
    standing, reach = row.standing, row.reach
    if standing is None or not reach.votes:
        return Threat("none", _("suara tetap"), _("Tidak menggerakkan suara pilihan."))
    votes = _n(reach.votes)
    if standing.outcome.holder is None:
        return Threat("bad", _("seri"), _("Perolehan sekarang seri; setiap suara menentukan."))
    margin = _n(standing.outcome.margin or 0)
    if not reach.flips:
        return Threat(
            "none",
            _("tidak mengubah hasil"),
            _("Paling banyak %(votes)s suara; selisih sekarang %(margin)s.")
            % {"votes": votes, "margin": margin},
        )
    values = {"votes": votes, "margin": margin, "level": plain(LEVELS[standing.determined_at])}
    if standing.outcome.kind is Kind.SEAT:
        sentence = _(
            "Paling banyak %(votes)s suara; kursi terakhir berpindah dengan %(margin)s suara."
        )
        return Threat("bad", _("dapat mengubah kursi"), sentence % values)
    if standing.decides:
        sentence = _("Paling banyak %(votes)s suara; selisih dua teratas %(margin)s.")
        return Threat("bad", _("dapat mengubah pemenang"), sentence % values)
    sentence = _(
        "Paling banyak %(votes)s suara; selisih dua teratas di sini %(margin)s. Hasilnya "
        "ditetapkan oleh %(level)s."
    )
    return Threat("warn", _("dapat mengubah urutan di sini"), sentence % values)


def certainty_lines(state: ReviewState) -> tuple[CertaintyLine, ...]:
    """The outcomes, those decided here first."""
    names = dict(state.contests)
    lines = [_certainty(one, plain(names[one.standing.contest])) for one in state.certainties]
    return tuple(sorted(lines, key=lambda line: not line.standing.decides))


def _certainty(one: Certainty, contest: str) -> CertaintyLine:
    standing, outcome = one.standing, one.standing.outcome
    tied = " = ".join(plain(standing.name_of(name)) for name in outcome.tied)
    state, word, sentence = _how_certain(one)
    return CertaintyLine(
        name=f"{contest}, {standing.area}" if standing.area else contest,
        standing=standing,
        holder=plain(standing.name_of(outcome.holder)) if outcome.holder else tied,
        rival=plain(standing.name_of(outcome.rival)),
        margin=margin_figure(standing),
        state=state,
        word=word,
        sentence=sentence,
        missing=one.missing,
    )


def _how_certain(one: Certainty) -> tuple[str, str, str]:
    numbers = {
        "waiting": _n(one.waiting),
        "needed": _n(one.needed or 0),
        "missing": _n(one.missing),
        "votes": _n(one.missing_votes),
    }
    if one.standing.outcome.holder is None:
        return "bad", _("seri"), _("Perolehan sekarang seri atau belum ada suara.")
    if one.missing_flip:
        sentence = _(
            "Suara %(missing)s TPS belum masuk, paling banyak %(votes)s suara: lebih dari "
            "selisihnya."
        )
        return "warn", _("masih terpengaruh"), sentence % numbers
    if one.needed is None:
        sentence = _(
            "%(waiting)s tempat menunggu ditinjau; bersama suara %(missing)s TPS yang belum masuk "
            "hasilnya masih dapat berubah."
        )
        return "warn", _("masih terpengaruh"), sentence % numbers
    if one.needed == 0:
        sentence = _(
            "%(waiting)s tempat yang menunggu dan suara %(missing)s TPS yang belum masuk "
            "bersama-sama tidak dapat mengubahnya."
        )
        return "ok", _("tidak terpengaruh"), sentence % numbers
    sentence = _(
        "Tinjau %(needed)s dari %(waiting)s tempat, urut dari atas; sesudah itu sisanya "
        "bersama-sama tidak dapat mengubahnya."
    )
    return "warn", _("masih terpengaruh"), sentence % numbers


def margin_figure(standing: Standing) -> Figure | None:
    """The margin with the two results it lies between; None while nothing is ahead."""
    outcome = standing.outcome
    if outcome.holder is None or outcome.rival is None or outcome.margin is None:
        return None
    held, rival = (
        Input(standing.name_of(name), outcome.votes[name])
        for name in (outcome.holder, outcome.rival)
    )
    if outcome.kind is Kind.WINNER:
        return difference(held, rival, article="", confirmed=True)
    return Figure(
        outcome.margin,
        Text(
            "suara terkecil yang masih kurang bagi partai berikut untuk merebut sebuah kursi",
            "the fewest votes that the next party lacks to take a seat",
        ),
        (rival, held),
        None,
        "UU 7/2017 Pasal 415 ayat (2) dan (3), Pasal 420",
        True,
    )


def reach_figure(row: ReviewRow) -> Figure | None:
    """The votes that a row could move, by whom they could be lost and gained."""
    standing, reach = row.standing, row.reach
    if standing is None or reach.holder is None or not reach.votes:
        return None
    lost, gained = standing.name_of(reach.holder), standing.name_of(reach.rival)
    return total(
        [
            Input(Text(f"{lost.id} paling banyak berkurang", f"{lost.en} could lose"), reach.loss),
            Input(
                Text(f"{gained.id} paling banyak bertambah", f"{gained.en} could gain"), reach.gain
            ),
        ],
        article="",
        confirmed=True,
    )


def beside(item: ReviewItem) -> tuple[tuple[str, Figure], ...]:
    """The shares of a row beside each other: its own, the one before, the neighbours' median."""
    facts = item.facts
    if "part" not in facts:
        return ()
    shown = [(_("Di sini"), _share(facts["part"]))]
    if "before" in facts:
        shown.append((_("Pemilihan sebelumnya"), _share(facts["before"])))
        return tuple(shown)
    middle = Figure(
        Fraction(*facts["middle"]),
        Text("median bagian semua TPS dalam kelompok", "median of the shares of the group's TPS"),
        (Input(Text("TPS dalam kelompok", "TPS in the group"), facts["group"]),),
        None,
        "",
        True,
        Unit.PERCENT,
    )
    shown.append((_("Median tetangga"), middle))
    return tuple(shown)


def _share(part: Sequence[int]) -> Figure:
    return share(
        Input(Text("bagian", "part"), part[0]), Input(_WHOLE, part[1]), article="", confirmed=True
    )


def code_chips(state: ReviewState) -> tuple[CodeChip, ...]:
    return tuple(CodeChip(code, TITLES[code], count) for code, count in state.codes.items())


def _n(value: int) -> str:
    return number(value, language())


def crumbs(election_id: int, title: str) -> list[tuple[str, str]]:
    """The way back to the queue."""
    return [(_("Patut dilihat"), reverse("results:review", args=[election_id])), (title, "")]
