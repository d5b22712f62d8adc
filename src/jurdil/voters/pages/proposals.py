"""What the pages of proposals show: words, lines, and the form that fits a kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurdil.kernel.queries.header import running_elections
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, share
from jurdil.law.text import Text
from jurdil.places import queries as places
from jurdil.voters.forms.proposals import (
    ElementsForm,
    EvidenceForm,
    MoveForm,
    NewForm,
    StrikeForm,
)
from jurdil.voters.models import Ganda, Usulan
from jurdil.voters.pages import people
from jurdil.voters.pages.common import code_name, codes, place_names, removal_codes, villages
from jurdil.voters.queries import DoubleSearch, Pair, ProposalPage, ProposalRow
from jurdil.voters.records import VoterRow

BETWEEN = "rutin"
STATES = Usulan.State.choices
KINDS = Usulan.Kind.choices
BADGES = {"diajukan": "warn", "diterima": "ok", "ditolak": "bad", "ditarik": "none"}
TITLES = {
    "tms": gettext_lazy("Usulkan TMS"),
    "ubah": gettext_lazy("Usulkan perubahan data"),
    "pindah-tps": gettext_lazy("Usulkan pindah TPS"),
    "pulih": gettext_lazy("Usulkan pulih"),
}
_ELEMENTS = {
    "nkk": "NKK",
    "nik": "NIK",
    "nama": gettext_lazy("Nama"),
    "tempat_lahir": gettext_lazy("Tempat lahir"),
    "tanggal_lahir": gettext_lazy("Tanggal lahir"),
    "status_kawin": gettext_lazy("Status kawin"),
    "jenis_kelamin": gettext_lazy("Jenis kelamin"),
    "alamat": gettext_lazy("Alamat"),
    "rt": "RT",
    "rw": "RW",
    "disabilitas": gettext_lazy("Disabilitas"),
    "ktp_el": "KTP-el",
    "keterangan": gettext_lazy("Keterangan"),
}


@dataclass(frozen=True)
class Regime:
    """The work at hand: the election, its regime, and its name."""

    election_id: int
    code: str
    name: Any


@dataclass(frozen=True)
class Line:
    """A proposal as a row: what it asks for, in words."""

    row: ProposalRow
    what: str
    place: str
    reason: str
    source: str
    badge: str
    state: str


@dataclass(frozen=True)
class PairLine:
    """Two entries side by side, element by element."""

    pair: Pair
    kind: str
    first: people.Line
    second: people.Line
    facts: tuple[tuple[str, str, str, bool], ...]


def regime(viewer: Viewer) -> Regime:
    """The election chosen in the header, else the routine work, else the newest election.

    Raises Http404 in an office where nothing runs.
    """
    running = running_elections(viewer)
    if not running:
        raise Http404
    by_choice = [one for one in running if one.id == viewer.election_id]
    routine = [one for one in running if one.regime == BETWEEN]
    one = (by_choice or routine or list(running[-1:]))[0]
    return Regime(one.id, one.regime, one.name)


def chosen(given: Mapping[str, str]) -> dict[str, str]:
    """The filters that an address asks for; unknown words narrow nothing."""
    state, kind = given.get("status", Usulan.State.OPEN), given.get("jenis", "")
    return {
        "state": state if state in dict(STATES) or not state else Usulan.State.OPEN,
        "kind": kind if kind in dict(KINDS) else "",
        "path": given.get("wilayah", ""),
    }


def lines(viewer: Viewer, rows: Sequence[ProposalRow]) -> tuple[Line, ...]:
    """Proposals as rows of a list."""
    names = place_names(viewer, [row.village for row in rows])
    return tuple(_line(row, names.get(row.village, row.village)) for row in rows)


def changes(shown: ProposalPage) -> tuple[tuple[str, str, str], ...]:
    """Element, value now, value proposed."""
    return tuple(
        (str(_ELEMENTS[line.element]), line.old or "–", line.new or "–") for line in shown.lines
    )


def form_for(
    viewer: Viewer, row: VoterRow, kind: str, work: Regime, data: Any, uploads: Any
) -> Any:
    """The form of a kind of proposal for a voter; None for a kind that is none."""
    if kind == Usulan.Kind.STRIKE:
        return StrikeForm(data, uploads, codes=removal_codes(work.code))
    if kind == Usulan.Kind.MOVE:
        return MoveForm(data, uploads, stations=_stations(viewer, row, work))
    if kind == Usulan.Kind.CHANGE:
        known = _disabilities(work)
        return ElementsForm(data, uploads, disabilities=known, initial=initial_of(row))
    if kind == Usulan.Kind.RESTORE:
        return EvidenceForm(data, uploads)
    return None


def new_form(viewer: Viewer, work: Regime, data: Any, uploads: Any) -> NewForm:
    """The form for a new voter."""
    return NewForm(
        data,
        uploads,
        villages=villages(viewer),
        reasons=[(c, n.partition(" · ")[2]) for c, n in codes(BETWEEN, "pdpb_baru")],
        disabilities=_disabilities(work),
    )


def elements(form: Any) -> dict[str, str]:
    """The elements a form carries; none for forms without."""
    return form.elements() if isinstance(form, ElementsForm) else {}


def pairs(viewer: Viewer, rows: Sequence[Pair]) -> tuple[PairLine, ...]:
    """Pairs side by side."""
    return tuple(_pair(viewer, row) for row in rows)


def search_progress(search: DoubleSearch) -> Figure:
    """Entries compared of all that will be, in both passes."""
    return share(
        Input(Text("Entri yang sudah dibandingkan", "Entries compared"), search.compared),
        Input(Text("Semua entri, dua kali jalan", "All entries, two passes"), search.entries),
        article="",
        confirmed=True,
    )


def verdicts(pair: Pair) -> list[tuple[str, str]]:
    """What can be decided about a pair."""
    words = _("Satu orang: %(name)s di %(tps)s diusulkan TMS ganda")
    one_person = [
        (str(row.id), words % {"name": row.name, "tps": row.tps or row.village})
        for row in (pair.first, pair.second)
    ]
    return [("0", _("Dua orang yang berbeda")), *one_person]


def _line(row: ProposalRow, village: str) -> Line:
    return Line(
        row=row,
        what=str(Usulan.Kind(row.kind).label),
        place=village,
        reason=code_name(row.tms_regime, "tms", row.tms) if row.tms else "",
        source=str(Usulan.Source(row.source).label),
        badge=BADGES[row.state],
        state=str(Usulan.State(row.state).label),
    )


def _stations(viewer: Viewer, row: VoterRow, work: Regime) -> list[tuple[str, str]]:
    found = places.tps_of(viewer, work.election_id, row.village)
    return [(one.path, f"TPS {one.path.partition('/')[2]}") for one in found if one.path != row.tps]


def _disabilities(work: Regime) -> list[tuple[str, str]]:
    """The codes of the coklit form; the quarterly recap groups them."""
    return codes("pemilu-2024", "disabilitas")


def initial_of(row: VoterRow) -> dict[str, str]:
    """The elements of a voter as a form begins with them."""
    return {
        "nama": row.name,
        "tempat_lahir": row.birth_place,
        "tanggal_lahir": row.born.strftime("%d-%m-%Y") if row.born else row.born_text,
        "status_kawin": row.marriage,
        "jenis_kelamin": row.sex,
        "alamat": row.address,
        "rt": row.rt,
        "rw": row.rw,
        "disabilitas": row.disability,
        "ktp_el": row.ktp,
    }


def _pair(viewer: Viewer, pair: Pair) -> PairLine:
    first, second = people.lines(viewer, [pair.first, pair.second])
    left, right = people.facts(viewer, pair.first), people.facts(viewer, pair.second)
    facts = tuple(
        (label, one, other, one != other)
        for (label, one), (_same, other) in zip(left, right, strict=True)
        if label not in ("NIK", "NKK")
    )
    return PairLine(pair, str(Ganda.Kind(pair.kind).label), first, second, facts)
