"""The seven steps and how far each is: read from the data, never ticked by hand."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jurdil.kernel import clock, policy
from jurdil.kernel.roles import BAWASLU
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, share
from jurdil.law.text import Text
from jurdil.stages import divisions, queries
from jurdil.stages.queries.first_hour import FirstHour

REGENCY, LETTERHEAD, NAMES, SUBDIVISIONS, RECAP, GUESTS, HOLIDAYS = (
    "wilayah",
    "kop-surat",
    "lima-nama",
    "subbagian",
    "rekap-pdpb",
    "daftar-tamu",
    "hari-libur",
)
TABLES = (RECAP, GUESTS)
"""Steps that bring a table."""
NEEDED_IN_LETTERHEAD = ("name", "address", "city")
FIVE = 5
"""A regency KPU has a chair and four members (UU 7/2017 art. 10)."""


@dataclass(frozen=True)
class Step:
    """One step: what it is, whether the data say it is done, what they say, and where to go."""

    code: str
    title: str | Promise
    yields: str | Promise
    done: bool
    says: str
    url: str


TITLES = {
    REGENCY: (gettext_lazy("Wilayah kantor"), gettext_lazy("Daftar kecamatan dan desa")),
    LETTERHEAD: (gettext_lazy("Kop surat"), gettext_lazy("Contoh surat berkop")),
    NAMES: (
        gettext_lazy("Nama anggota dan keputusannya"),
        gettext_lazy("Daftar anggota dan divisinya"),
    ),
    SUBDIVISIONS: (gettext_lazy("Subbagian sekretariat"), gettext_lazy("Susunan sekretariat")),
    RECAP: (
        gettext_lazy("Rekapitulasi PDPB terakhir (XLSX)"),
        gettext_lazy("Rekapitulasi yang sudah diperiksa"),
    ),
    GUESTS: (gettext_lazy("Daftar tamu (XLSX)"), gettext_lazy("Daftar tamu per instansi")),
    HOLIDAYS: (gettext_lazy("Hari libur tahun ini"), gettext_lazy("Kalender hari kerja setahun")),
}
PAGES = {
    REGENCY: "places:tree",
    LETTERHEAD: "kernel:letterhead",
    NAMES: "kernel:people",
    SUBDIVISIONS: "kernel:people",
    HOLIDAYS: "kernel:holidays",
}


def steps(viewer: Viewer) -> tuple[Step, ...]:
    """The seven steps for those who set up the office; none for anybody else."""
    if not policy.allows(viewer, "stages.first_hour"):
        return ()
    return steps_of(viewer, queries.first_hour(viewer))


def steps_of(viewer: Viewer, state: FirstHour) -> tuple[Step, ...]:
    """The seven steps by what the data say."""
    bawaslu = viewer.house == BAWASLU
    found = {
        REGENCY: (True, state.regency),
        LETTERHEAD: _letterhead(state),
        NAMES: _names(state, bawaslu),
        SUBDIVISIONS: _subdivisions(state, bawaslu),
        RECAP: _table(state, RECAP),
        GUESTS: _table(state, GUESTS),
        HOLIDAYS: _holidays(state),
    }
    return tuple(
        Step(code, *TITLES[code], done=done, says=says, url=_url(viewer, code))
        for code, (done, says) in found.items()
    )


def share_done(found: tuple[Step, ...]) -> Figure:
    """How many of the steps are done."""
    return share(
        Input(Text("Langkah selesai", "Steps done"), len([step for step in found if step.done])),
        Input(Text("Langkah", "Steps"), len(found)),
        article="",
        confirmed=True,
    )


def _url(viewer: Viewer, code: str) -> str:
    if code == LETTERHEAD and not policy.allows(viewer, "office.letterhead"):
        return reverse("kernel:settings")
    try:
        return reverse(PAGES[code]) if code in PAGES else reverse("stages:step", args=[code])
    except NoReverseMatch:
        return reverse("stages:sheet", args=[code])


def _letterhead(state: FirstHour) -> tuple[bool, str]:
    missing = [name for name in NEEDED_IN_LETTERHEAD if not state.letterhead.get(name)]
    if missing:
        return False, _("Nama kantor, alamat, dan kota belum lengkap.")
    return True, state.letterhead["name"]


def _names(state: FirstHour, bawaslu: bool) -> tuple[bool, str]:
    chairs = [post for post in state.members if post.role.endswith("ketua")]
    with_decree = [post for post in state.members if post.basis]
    says = _("%(names)s nama, %(decrees)s dengan nomor keputusan") % {
        "names": len(state.members),
        "decrees": len(with_decree),
    }
    if bawaslu:
        return bool(chairs) and len(state.members) > 1 and with_decree == list(state.members), says
    return len(chairs) == 1 and len(with_decree) == len(state.members) == FIVE, says


def _subdivisions(state: FirstHour, bawaslu: bool) -> tuple[bool, str]:
    headed = {post.division for post in state.heads}
    if bawaslu:
        return bool(state.heads), _count_heads(len(state.heads))
    needed = divisions.subdivisions(clock.today())
    have = [item for item in needed if item.id in headed]
    says = _("%(have)s dari %(needed)s subbagian memiliki kepala") % {
        "have": len(have),
        "needed": len(needed),
    }
    return len(have) == len(needed), says


def _count_heads(count: int) -> str:
    return ngettext("%(count)s orang sekretariat", "%(count)s orang sekretariat", count) % {
        "count": count
    }


def _table(state: FirstHour, code: str) -> tuple[bool, str]:
    table = state.tables.get(code)
    if table is None:
        return False, _("Belum ada berkas.")
    return True, _("%(name)s, %(rows)s baris") % {"name": table.name, "rows": table.rows}


def _holidays(state: FirstHour) -> tuple[bool, str]:
    year = clock.today().year
    if not state.holidays:
        return False, _("Belum ada cuti bersama atau libur daerah %(year)s.") % {"year": year}
    return True, _("%(days)s hari dicatat untuk %(year)s") % {"days": state.holidays, "year": year}
