"""What the pages of the list show, made ready: links, words, lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.identity import TRAPS
from jurdil.places import queries as places
from jurdil.voters.models import PemilihVersi
from jurdil.voters.pages.common import code_name, place_names
from jurdil.voters.queries import Filter, Moment
from jurdil.voters.records import VoterRow
from jurdil.web.words import language

KINDS = (
    ("", gettext_lazy("Semua pemilih aktif")),
    ("tms", gettext_lazy("TMS")),
    ("potensial", gettext_lazy("Potensial")),
    ("disabilitas", gettext_lazy("Disabilitas")),
    ("tanpa-ktp", gettext_lazy("Belum KTP-el")),
    ("jebakan", gettext_lazy("Data perlu diperiksa")),
)
BADGES = {"aktif": "ok", "potensial": "warn", "tms": "bad"}


@dataclass(frozen=True)
class Line:
    """A voter as a row of a list: where he votes in words, his state as a badge."""

    row: VoterRow
    place: str
    tps: str
    born: str
    home: str
    badge: str
    state: str


@dataclass(frozen=True)
class Link:
    """A place with the address of its list."""

    label: str
    url: str
    children: tuple["Link", ...] = ()


@dataclass(frozen=True)
class Step:
    """A version in a voter's history: when, by whom, and what differs from the one before."""

    at: datetime | None
    by: str
    reason: str
    source: str
    state: str
    badge: str
    changes: tuple[tuple[str, str, str], ...]


def list_url(path: str) -> str:
    """The address of the list of a place."""
    return f"{reverse('voters:list')}?wilayah={path}"


def branches(viewer: Viewer) -> tuple[Link, ...]:
    """The places below the viewer's with their lists: kecamatan with villages, or villages."""
    return tuple(
        Link(
            branch.place.label,
            list_url(branch.place.path),
            tuple(Link(leaf.place.label, list_url(leaf.place.path)) for leaf in branch.children),
        )
        for root in places.tree(viewer)
        for branch in (root.children or (root,))
    )


def below(viewer: Viewer, path: str) -> tuple[Link, ...]:
    """The places directly below one, with their lists."""
    if "/" in path:
        return ()
    return tuple(Link(p.label, list_url(p.path)) for p in places.children(viewer, path))


def crumbs(viewer: Viewer, path: str) -> list[tuple[str, str]]:
    """The way down to a place, each with its list."""
    way = places.breadcrumb(viewer, path.partition("/")[0])
    return [
        (_("Data Pemilih"), reverse("voters:index")),
        *((crumb.label, list_url(crumb.path) if crumb.reachable else "") for crumb in way),
    ]


def chosen(given: Mapping[str, str], path: str) -> Filter:
    """The filter that an address asks for; words that are none narrow nothing."""
    kind, sex = given.get("saring", ""), given.get("jk", "")
    known = {code for code, _name in KINDS}
    return Filter(path, kind if kind in known else "", sex if sex in ("L", "P") else "")


def kinds() -> tuple[tuple[str, str], ...]:
    """The ways to narrow a list, in words."""
    return tuple((code, str(name)) for code, name in KINDS)


def lines(viewer: Viewer, rows: Sequence[VoterRow]) -> tuple[Line, ...]:
    """Rows of a list with their places in words."""
    names = place_names(viewer, [row.village for row in rows])
    return tuple(_line(row, names.get(row.village, row.village)) for row in rows)


def facts(viewer: Viewer, row: VoterRow) -> tuple[tuple[str, str], ...]:
    """The elements of a voter in the order of the paper, in words; numbers hidden."""
    village = place_names(viewer, [row.village]).get(row.village, row.village)
    hidden = "•••• •••• •••• ••••"
    return (
        ("NKK", hidden if row.has_nkk else _("belum dicatat")),
        ("NIK", hidden if row.has_nik else _("belum dicatat")),
        (_("Tempat lahir"), row.birth_place),
        (_("Tanggal lahir"), _born(row)),
        (_("Status kawin"), _word(_MARRIAGE, row.marriage)),
        (_("Jenis kelamin"), _word(_SEX, row.sex)),
        (_("Alamat"), row.address),
        ("RT/RW", f"{row.rt or '–'}/{row.rw or '–'}"),
        (_("Desa/kelurahan"), village),
        ("TPS", _tps(row) or _("belum dipetakan")),
        (_("Disabilitas"), _disability(row)),
        ("KTP-el", _word(_KTP, row.ktp)),
        (_("Keterangan"), row.remark),
        (_("Sumber data"), row.source),
    )


def traps(row: VoterRow) -> tuple[str, ...]:
    """What looks wrong with the data of a voter, as sentences."""
    return tuple(TRAPS[code].text.pick(language()) for code in row.traps if code in TRAPS)


def steps(viewer: Viewer, moments: Sequence[Moment]) -> tuple[Step, ...]:
    """The versions of a voter, the newest first, each against the one before it."""
    earlier: list[Moment | None] = [*moments[1:], None]
    return tuple(_step(one, before) for one, before in zip(moments, earlier, strict=True))


_SEX = {"L": gettext_lazy("Laki-laki"), "P": gettext_lazy("Perempuan")}
_MARRIAGE = {
    "B": gettext_lazy("Belum kawin"),
    "S": gettext_lazy("Sudah kawin"),
    "P": gettext_lazy("Pernah kawin"),
}
_KTP = {
    "S": gettext_lazy("Sudah memiliki KTP-el"),
    "B": gettext_lazy("Belum memiliki KTP-el"),
}
_COMPARED = (
    ("name", gettext_lazy("Nama")),
    ("birth_place", gettext_lazy("Tempat lahir")),
    ("born", gettext_lazy("Tanggal lahir")),
    ("marriage", gettext_lazy("Status kawin")),
    ("sex", gettext_lazy("Jenis kelamin")),
    ("address", gettext_lazy("Alamat")),
    ("rt", "RT"),
    ("rw", "RW"),
    ("disability", gettext_lazy("Disabilitas")),
    ("ktp", "KTP-el"),
    ("tps", "TPS"),
    ("village", gettext_lazy("Desa/kelurahan")),
    ("remark", gettext_lazy("Keterangan")),
)


def _word(words: Mapping[str, object], code: str) -> str:
    return str(words[code]) if code in words else _("belum dicatat")


def _line(row: VoterRow, village: str) -> Line:
    return Line(
        row=row,
        place=village,
        tps=_tps(row),
        born=_born(row),
        home=f"{row.rt or '–'}/{row.rw or '–'}",
        badge=BADGES[row.status],
        state=_state(row),
    )


def _state(row: VoterRow) -> str:
    if row.status == PemilihVersi.Status.STRUCK:
        return f"TMS: {code_name(row.tms_regime, 'tms', row.tms)}"
    return str(PemilihVersi.Status(row.status).label)


def _tps(row: VoterRow) -> str:
    return row.tps.partition("/")[2]


def _born(row: VoterRow) -> str:
    if row.born is None:
        return row.born_text or _("belum dicatat")
    return row.born.strftime("%d-%m-%Y")


def _disability(row: VoterRow) -> str:
    return code_name("pemilu-2024", "disabilitas", row.disability) if row.disability else "–"


def _step(moment: Moment, before: Moment | None) -> Step:
    changes = () if before is None else _changes(before.row, moment.row)
    return Step(
        moment.at,
        moment.by,
        moment.reason,
        moment.source,
        _state(moment.row),
        BADGES[moment.row.status],
        changes,
    )


def _changes(old: VoterRow, new: VoterRow) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (str(label), str(getattr(old, name) or "–"), str(getattr(new, name) or "–"))
        for name, label in _COMPARED
        if getattr(old, name) != getattr(new, name)
    )
