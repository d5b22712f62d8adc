"""What the overview of a quarter shows: the flow as figures, the countdown, the open points."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurdil.kernel import clock
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, days_between, total
from jurdil.law.pdpb import ARTICLE, CONFIRMED
from jurdil.law.text import Text
from jurdil.law.voters.flow import MOVED, Flow, carried, voters
from jurdil.voters.actions.pdpb import Followed
from jurdil.voters.pages.pdpb.words import POINTS, WHYS_OF_VISITS
from jurdil.voters.queries.pdpb import Overview

RIGHTS = {"tanggal": "voters.pdpb_dates", "ganda": "voters.proposals", "tanpa-tps": "voters.view"}
"""Who may open the page of a point; of the others whoever sees the quarter."""
TABS = (
    ("pdpb_quarter", gettext_lazy("Ringkasan")),
    ("pdpb_intake", gettext_lazy("Data instansi")),
    ("pdpb_visits", gettext_lazy("Coktas")),
    ("pdpb_desk", gettext_lazy("Meja usulan")),
    ("pdpb_recap", gettext_lazy("Rekap")),
    ("pdpb_sidalih", "Sidalih"),
    ("pdpb_plenary", gettext_lazy("Pleno")),
)


@dataclass(frozen=True)
class Line:
    """The flow of a place as figures, ready to print: before + new - TMS + moves = now."""

    before: Figure
    new: Figure
    tms: Figure
    moved: Figure
    now: Figure
    carried: Figure
    holds: bool
    changed: Figure


@dataclass(frozen=True)
class Shown:
    """An open point in words, with the page where it is closed; '' if that is closed to him."""

    words: str
    count: int
    url: str


@dataclass(frozen=True)
class Day:
    """A date of the quarter; `left` in days, None when the date is not known."""

    name: str
    day: date | None
    left: Figure | None
    over: bool


def flow(one: Flow) -> Line:
    """The flow as figures that explain themselves."""
    return Line(
        before=voters(one.before),
        new=voters(one.new),
        tms=voters(one.tms),
        moved=_whole(MOVED, one.moved.total),
        now=voters(one.now),
        carried=carried(one),
        holds=one.holds,
        changed=_whole(Text("Ubah data", "Changed data"), one.changed),
    )


def points(viewer: Viewer, shown: Overview) -> tuple[Shown, ...]:
    """The open points, each leading to where it is closed, for who may go there."""
    pages = {
        "tanggal": reverse("voters:pdpb_dates", args=[shown.row.id]),
        "berkas": reverse("voters:pdpb_intake", args=[shown.row.id]),
        "belum-ditugaskan": f"{_visits(shown)}?tampil=belum-ditugaskan",
        "kunjungan": _visits(shown),
        "usulan": reverse("voters:pdpb_desk", args=[shown.row.id]),
        "orang-kedua": f"{reverse('voters:pdpb_desk', args=[shown.row.id])}?jenis=tms",
        "tanpa-berkas": f"{reverse('voters:pdpb_desk', args=[shown.row.id])}?jenis=tms",
        "ganda": reverse("voters:doubles"),
        "tanpa-tps": reverse("voters:list"),
        "sidalih": reverse("voters:pdpb_sidalih", args=[shown.row.id]),
        "beda": reverse("voters:pdpb_sidalih", args=[shown.row.id]),
    }
    return tuple(
        Shown(
            str(POINTS[one.code]),
            one.count,
            pages[one.code] if allows(viewer, RIGHTS.get(one.code, "voters.pdpb")) else "",
        )
        for one in shown.points
    )


def days(shown: Overview) -> tuple[Day, ...]:
    """The dates of the circular with what is left until each."""
    named = (
        (_("Batas data instansi"), shown.data_until),
        (_("Sidalih dikunci"), shown.lock_on),
        (_("Rapat pleno"), shown.plenary_on),
    )
    return tuple(_day(name, day) for name, day in named)


def reasons() -> list[tuple[str, str]]:
    """Why a voter may be visited: code and words."""
    return [(code, str(name)) for code, name in WHYS_OF_VISITS]


def crumbs(name: str) -> list[tuple[str, str]]:
    """The way to a page of the quarterly update."""
    here = [(name, "")] if name else []
    return [(_("Data Pemilih"), reverse("voters:index")), *here]


def tabs(revision_id: int, current: str) -> tuple[tuple[str, str, bool], ...]:
    """The pages of a quarter: name, address, whether it is this one."""
    return tuple(
        (str(name), reverse(f"voters:{view}", args=[revision_id]), view == current)
        for view, name in TABS
    )


def _visits(shown: Overview) -> str:
    return reverse("voters:pdpb_visits", args=[shown.row.id])


def _day(name: str, day: date | None) -> Day:
    if day is None:
        return Day(name, None, None, over=False)
    today = clock.today()
    left = days_between(
        Input(Text("Hari ini", "Today"), today),
        Input(Text(name, name), day),
        article=ARTICLE,
        confirmed=CONFIRMED,
    )
    return Day(name, day, left, over=day < today)


def _whole(name: Text, value: int) -> Figure:
    return total([Input(name, value)], article=ARTICLE, confirmed=CONFIRMED)


def followed(done: Followed) -> str:
    """What became of what a voting day left, in a sentence."""
    words = _("%(visits)s kunjungan ditugaskan dan %(people)s orang DPK menjadi usulan.")
    return words % {"visits": done.visits, "people": done.proposals}
