"""Made-up content of the style page. Places, people and figures exist nowhere else."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurdil.kernel import clock
from jurdil.kernel.paging import Page
from jurdil.law.figure import Figure, Input, coverage, share, total
from jurdil.law.text import Text
from jurdil.web import words
from jurdil.web.charts.choropleth import Area, choropleth
from jurdil.web.charts.gantt import DONE, NEXT, NOW, Gantt, GanttRow, gantt


class StyleForm(forms.Form):
    """One field of each kind."""

    number = forms.CharField(
        label=gettext_lazy("Nomor berita acara"),
        help_text=gettext_lazy("Seperti tertulis pada kertas, misalnya 12/PL.02.1-BA/7312/2031."),
    )
    day = forms.DateField(
        label=gettext_lazy("Tanggal rapat pleno"), widget=forms.DateInput(attrs={"type": "date"})
    )
    votes = forms.IntegerField(
        label=gettext_lazy("Suara sah"), widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Tingkat"),
        choices=[("ppk", "PPK"), ("pps", "PPS"), ("kpps", "KPPS")],
        widget=forms.RadioSelect,
    )
    division = forms.ChoiceField(
        label=gettext_lazy("Divisi"),
        choices=[("rendatin", gettext_lazy("Data")), ("teknis", gettext_lazy("Teknis"))],
    )
    note = forms.CharField(label=gettext_lazy("Catatan"), widget=forms.Textarea, required=False)
    checked = forms.BooleanField(label=gettext_lazy("Sudah dicocokkan dengan kertas"))
    paper = forms.FileField(label=gettext_lazy("Pindaian berita acara"), required=False)


def parts(request: HttpRequest) -> dict[str, Any]:
    """Everything the style page shows."""
    today = clock.today()
    refused = StyleForm({"number": "", "day": "31-31", "votes": "dua", "note": ""})
    refused.full_clean()
    return {
        "today": today,
        "now": clock.now(),
        "tiles": _tiles(),
        "tasks": _tasks(today),
        "places": _places(),
        "chart": _chart(today),
        "picture": choropleth(_areas(), words.number),
        "form": StyleForm(prefix="baru"),
        "refused": refused,
        "page": Page(tuple(range(4)), "WyJhIl0", first=False, total=794),
        "crumbs": [(_("Kab. Tirtaraya"), "#a"), (_("Kec. Cempaka"), "#b"), ("TPS 007", "")],
        "turnout": _turnout(True),
        "turnout_draft": _turnout(False),
        "absent": coverage(0, None),
    }


def public(request: HttpRequest) -> dict[str, Any]:
    """A provisional result, in the order of the ballot."""
    votes = (
        (1, "Paslon Kenanga", 61_240),
        (2, "Paslon Melati", 74_118),
        (3, "Paslon Mawar", 25_022),
    )
    every = total(_valid(), article="PKPU 5/2024", confirmed=True)
    valid = every.as_input(Text("Suara sah", "Valid votes"), "C.Hasil")
    choices = [
        {
            "number": number,
            "name": name,
            "votes": count,
            "figure": share(
                Input(Text(name, name), count, "C.Hasil"),
                valid,
                article="PKPU 5/2024",
                confirmed=True,
            ),
        }
        for number, name, count in votes
    ]
    return {"now": clock.now(), "coverage": _coverage(), "choices": choices, "today": clock.today()}


def _valid() -> list[Input]:
    return [
        Input(Text(f"Suara nomor {number}", f"Votes for number {number}"), votes, "C.Hasil")
        for number, votes in ((1, 61_240), (2, 74_118), (3, 25_022))
    ]


def _coverage() -> Figure:
    return coverage(612, 843, what=Text("C.Hasil", "C.Hasil"))


def _turnout(confirmed: bool) -> Figure:
    return share(
        Input(Text("Pengguna hak pilih", "Voters who voted"), 131_704, "D.Hasil KabKo"),
        Input(Text("Pemilih dalam DPT", "Voters on the DPT"), 178_329, "DPT"),
        article="PKPU 5/2024",
        confirmed=confirmed,
    )


def _tiles() -> list[dict[str, Any]]:
    return [
        {"label": _("C.Hasil masuk"), "figure": _coverage(), "state": ""},
        {"label": _("Partisipasi"), "figure": _turnout(True), "state": "ok"},
        {
            "label": _("Suara sah"),
            "figure": total(_valid(), article="PKPU 5/2024", confirmed=False),
            "state": None,
        },
        {"label": _("Laporan terbuka"), "figure": coverage(0, None), "state": None},
    ]


_TASKS = (
    (
        gettext_lazy("Terlambat"),
        "bad",
        (
            (
                gettext_lazy("Umumkan hasil seleksi administrasi PPS"),
                gettext_lazy("Badan Adhoc · PKPU tahapan, nomor 14"),
                gettext_lazy("Operator Satu"),
                -3,
                "bad",
            ),
        ),
    ),
    (
        gettext_lazy("Hari ini"),
        "",
        (
            (
                gettext_lazy("Tetapkan DPS dalam rapat pleno terbuka"),
                gettext_lazy("Data Pemilih · nomor 22"),
                gettext_lazy("Kasubbag Dua"),
                0,
                "warn",
            ),
            (
                gettext_lazy("Terima laporan awal dana kampanye"),
                gettext_lazy("Parpol & Pencalonan · nomor 31"),
                gettext_lazy("Operator Tiga"),
                0,
                "wait",
            ),
        ),
    ),
    (
        gettext_lazy("Minggu ini"),
        "",
        (
            (
                gettext_lazy("Kirim salinan DPS kepada Bawaslu dan partai politik"),
                gettext_lazy("Data Pemilih · nomor 23"),
                gettext_lazy("Kasubbag Dua"),
                4,
                "info",
            ),
        ),
    ),
)
"""Groups of tasks: heading, state, and rows of title, source, person, days from today, state."""


def _tasks(today: date) -> list[dict[str, Any]]:
    def row(task: tuple[Any, ...]) -> dict[str, Any]:
        title, source, person, days, state = task
        day = today + timedelta(days=days)
        return {"title": title, "source": source, "person": person, "day": day, "state": state}

    return [
        {"heading": heading, "state": state, "rows": [row(task) for task in tasks]}
        for heading, state, tasks in _TASKS
    ]


def _places() -> list[dict[str, Any]]:
    rows = (("Airlangga", 412, 98), ("Cempaka", 301, 91), ("Danau Toraja", 276, 72))
    return [
        {
            "name": name,
            "tps": tps,
            "figure": share(
                Input(Text("Keluarga dikunjungi", "Households visited"), hundredth),
                Input(Text("Keluarga", "Households"), 100),
                article="PKPU 7/2022",
                confirmed=True,
            ),
            "state": "warn" if hundredth < 80 else "",
        }
        for name, tps, hundredth in rows
    ]


def _chart(today: date) -> Gantt:
    def at(days: int) -> date:
        return today + timedelta(days=days)

    def row(number: str, label: str, start: int, end: int, state: str, **more: Any) -> GanttRow:
        return GanttRow(f"g{number}", number, label, at(start), at(end), state, **more)

    rows = [
        row("1", _("Penyusunan daftar pemilih"), -90, 60, NOW, owner=_("Data")),
        row("1.1", _("Coklit"), -60, -30, DONE, depth=1),
        row("1.2", _("Pengumuman DPS"), 6, 16, NEXT, depth=1, was=(at(-4), at(5))),
        row("1.3", _("Penetapan DPT"), 58, 58, NEXT, depth=1),
        row("2", _("Pencalonan"), 20, 95, NEXT, owner=_("Teknis")),
        row("3", _("Pengadaan logistik"), 70, 120, NEXT, waiting=True),
        row("4", _("Hari pemungutan suara"), 140, 140, NEXT),
        GanttRow("g5", "5", _("Penetapan calon terpilih"), basis=_("menunggu surat MK")),
    ]
    return gantt(rows, today, words.month)


def _areas() -> list[Area]:
    """A checkered land of twelve villages with a dented coast."""
    areas = []
    for index in range(12):
        row, column = divmod(index, 4)
        west, south = 119.8 + column * 0.05, -4.4 + row * 0.05
        corners = (
            (west, south),
            (west + 0.05, south + 0.006 * (index % 3)),
            (west + 0.05, south + 0.05),
            (west + 0.02, south + 0.056),
            (west, south + 0.05),
        )
        value = None if index == 7 else Fraction(index * index, 2)
        shown = words.number(value, 1)
        areas.append(Area(str(index), f"Desa {index + 1:02d}", (corners,), value, shown, "#peta"))
    return areas
