"""Participation made ready for pages and files: the map, the table, the paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurdil.kernel.documents.sheet import Column, Line, Paper, Section
from jurdil.kernel.policy import allows
from jurdil.kernel.spreadsheets import Row
from jurdil.kernel.viewer import Viewer
from jurdil.law import formats
from jurdil.law.figure import Figure, Number, render
from jurdil.law.participation.turnout import SEXES
from jurdil.outreach.participation_records import Overview, ParticipationPage, PlaceLine
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.web import words
from jurdil.web.charts.choropleth import Area, Map, choropleth

PLACES = 2


def address(election_id: int, path: str) -> str:
    """The page of a place."""
    return reverse("outreach:participation_at", args=[election_id, path])


@dataclass(frozen=True)
class ToDo:
    """Something that is still to be recorded or done, and where."""

    text: str
    url: str


def todos(viewer: Viewer, one: Overview) -> list[ToDo]:
    """What there is to do for an election, the most urgent first; empty when nothing is open."""
    here = address(one.id, viewer.path.partition("/")[0])
    found = [*_before_voting(viewer, one), *_after_voting(viewer, one, here)]
    if not one.earlier and allows(viewer, "outreach.compare"):
        text = _("Belum ada pemilihan sebelumnya untuk dibandingkan; impor dari berkas.")
        found.append(ToDo(text, reverse("kernel:imports")))
    return found


def _before_voting(viewer: Viewer, one: Overview) -> Iterable[ToDo]:
    if one.gaps:
        text = ngettext(
            "%(n)s pasangan desa dan basis belum terjangkau dan belum direncanakan.",
            "%(n)s pasangan desa dan basis belum terjangkau dan belum direncanakan.",
            one.gaps,
        )
        url = f"{reverse('outreach:coverage')}?pemilihan={one.id}"
        yield ToDo(text % {"n": words.number(one.gaps)}, url)
    if one.waiting:
        text = ngettext(
            "%(n)s pendaftaran pemantau, survei, atau hitung cepat menunggu keputusan kantor.",
            "%(n)s pendaftaran pemantau, survei, atau hitung cepat menunggu keputusan kantor.",
            one.waiting,
        )
        yield ToDo(text % {"n": words.number(one.waiting)}, reverse("outreach:bodies"))
    if not allows(viewer, "outreach.applicants"):
        return
    short = [line for line in one.applicants if line.places < line.expected]
    if short:
        listed = ", ".join(
            _("%(body)s %(have)s dari %(all)s %(level)s")
            % {
                "body": line.body.upper(),
                "have": words.number(line.places),
                "all": words.number(line.expected),
                "level": line.level,
            }
            for line in short
        )
        text = _("Lengkapi pelamar badan adhoc; yang sudah dicatat: %(listed)s.")
        url = f"{reverse('outreach:applicants', args=[one.id])}?badan={short[0].body}"
        yield ToDo(text % {"listed": listed}, url)


def _after_voting(viewer: Viewer, one: Overview, here: str) -> Iterable[ToDo]:
    if not one.over:
        return
    if one.forms.have < one.forms.expected:
        text = _("%(have)s dari %(all)s TPS masuk; partisipasi belum utuh.") % {
            "have": words.number(one.forms.have),
            "all": words.number(one.forms.expected),
        }
        yield ToDo(text, f"{here}#wilayah")
    if one.reports_due:
        text = ngettext(
            "%(n)s lembaga terakreditasi terlambat menyerahkan laporan.",
            "%(n)s lembaga terakreditasi terlambat menyerahkan laporan.",
            one.reports_due,
        )
        yield ToDo(text % {"n": words.number(one.reports_due)}, reverse("outreach:bodies"))
    if one.score_missing and allows(viewer, "outreach.compare"):
        yield ToDo(_("Nilai Indeks Partisipasi yang diumumkan belum dicatat."), f"{here}#sesudah")


def picture(viewer: Viewer, page: ParticipationPage) -> Map | None:
    """The places of the table on a map by their legal turnout; None without outlines."""
    if not page.lines or page.lines[0].tps:
        return None
    level = paths.level(page.lines[0].path)
    known = {one.path: one for one in page.lines}
    areas = [
        Area(
            key=one.path,
            label=one.name,
            rings=one.rings,
            value=_number(known[one.path].turnout),
            shown=_shown(known[one.path].turnout, words.language()),
            url=address(page.election_id, one.path),
        )
        for one in places.outlines(viewer, page.path, level)
        if one.path in known
    ]
    return choropleth(areas, _as_percent) if areas else None


def _as_percent(value: int | Fraction) -> str:
    """A step of the legend, which `_number` made, as pages print it."""
    return words.percent(Fraction(value) / 10_000, PLACES)


def _number(figure: Figure | None) -> int | None:
    """A share in ten-thousandths, which is as fine as pages print it."""
    value = figure.value if figure else None
    return round(value * 10_000) if isinstance(value, Number) else None


def _shown(figure: Figure | None, lang: str) -> str:
    return render(figure, lang, places=PLACES) if figure else formats.ABSENT.pick(lang)


def table(page: ParticipationPage) -> list[Row]:
    """The table with its parts as whole numbers, and shares as text with two decimals."""
    head = [
        "kode",
        "wilayah",
        "tps_masuk",
        "tps_seharusnya",
        "dpt",
        "pengguna",
        "partisipasi",
        "partisipasi_l",
        "partisipasi_p",
        *(f"partisipasi_{code}" for code, _name in page.regimes),
        "kegiatan_terverifikasi",
        "rumus",
    ]
    legal = page.sheet.legal()
    rule = legal.formula.name.id if legal else ""
    return [head, *(_row(page, line, rule) for line in page.lines)]


def _row(page: ParticipationPage, line: PlaceLine, rule: str) -> Row:
    return [
        line.path,
        line.label,
        line.forms.have,
        line.forms.expected,
        line.voters,
        line.users,
        _percent(line.turnout),
        _percent(line.men),
        _percent(line.women),
        *(_percent(line.earlier.get(code)) for code, _name in page.regimes),
        line.reached,
        rule,
    ]


def _percent(figure: Figure | None) -> str:
    return "" if figure is None or figure.absent else render(figure, "id", places=PLACES)


def paper(page: ParticipationPage) -> Paper:
    """The report of a place, to be printed."""
    return Paper(
        title="Partisipasi pemilih",
        lead=f"{page.label}: {page.contest_name.id}, {page.election.id}",
        facts=(
            ("Formulir masuk", f"{page.forms.have} dari {page.forms.expected} TPS"),
            *_before(page),
        ),
        sections=(
            Section(
                title="Rumus berdampingan",
                columns=(
                    Column("Rumus", share=5),
                    *(Column(name.id, figures=True) for name in SEXES.values()),
                    Column("Resmi"),
                ),
                rows=tuple(_formulas(page)),
            ),
            *([_earlier(page)] if page.compared else []),
            *([_applicants(page)] if any(one.places for one in page.applicants) else []),
            *([_tests(page)] if page.tests and page.tests.result else []),
            Section(
                title="Menurut wilayah",
                columns=(
                    Column("Wilayah", share=5),
                    Column("TPS", figures=True),
                    Column("DPT", figures=True),
                    Column("Pengguna", figures=True),
                    Column("Partisipasi", figures=True),
                    *(Column(name.id, figures=True) for _code, name in page.regimes),
                    Column("Kegiatan", figures=True),
                ),
                rows=tuple(_line(page, one) for one in page.lines),
            ),
        ),
        notes=(
            "Partisipasi di tabel memakai rumus resmi pemilihan ini bila ada sumbernya.",
            "Kegiatan adalah sosialisasi terverifikasi yang sampai ke wilayah itu; angka ini tidak "
            "menyatakan sebab dan akibat.",
        ),
        figures={one.path: [one.voters, one.users] for one in page.lines},
    )


def _before(page: ParticipationPage) -> Iterable[tuple[str, str]]:
    absent = formats.ABSENT.id
    before = page.before
    for name, value in (
        ("Tanggapan atas daftar pemilih", before.comments),
        ("Cek terdaftar (seluruh kantor)", before.lookups),
        ("Lembaga terakreditasi", accredited(page)),
        ("Orang berkartu di wilayah ini", before.people),
        ("Kegiatan sesudah pemungutan suara", page.after.activities if page.after else None),
    ):
        yield name, absent if value is None else formats.number(value, "id")


def _formulas(page: ParticipationPage) -> Iterable[Line]:
    by_column = {
        column: {one.formula.id: one.figure for one in found}
        for column, found in page.sheet.columns.items()
    }
    for one in next(iter(page.sheet.columns.values()), ()):
        cells = (_shown(by_column[column].get(one.formula.id), "id") for column in SEXES)
        yield Line((one.formula.name.id, *cells, "ya" if one.legal else ""))


def _applicants(page: ParticipationPage) -> Section:
    rows = tuple(
        Line(
            (
                one.name.id,
                f"{one.places} dari {one.expected} {one.level}",
                _count(one.count.seats),
                _count(one.count.applicants),
                _count(one.count.men),
                _count(one.count.women),
                _shown(one.per_seat, "id"),
            )
        )
        for one in page.applicants
        if one.places
    )
    columns = (
        Column("Badan adhoc", share=5),
        Column("Tercatat", share=3),
        *(Column(name, figures=True, share=2) for name in APPLICANT_HEADS),
    )
    return Section(title="Pelamar badan adhoc", columns=columns, rows=rows)


APPLICANT_HEADS = ("Kursi", "Pelamar", "Laki-laki", "Perempuan", "Per kursi")


def _tests(page: ParticipationPage) -> Section:
    found = page.tests
    assert found is not None and found.result is not None
    result = found.result
    cells = (
        formats.number(found.number, "id"),
        *(_shown(one, "id") for one in (result.before, result.after, result.gain)),
    )
    heads = ("Kegiatan yang dites", "Rerata sebelum", "Rerata sesudah", "Perubahan")
    columns = tuple(Column(name, figures=True, share=1) for name in heads)
    return Section(title="Tes awal dan akhir kegiatan", columns=columns, rows=(Line(cells),))


def _earlier(page: ParticipationPage) -> Section:
    rows = tuple(
        Line(
            (
                one.name.id,
                _shown(one.figure.figure if one.figure else None, "id"),
                one.figure.formula.name.id if one.figure else "",
                one.source,
            )
        )
        for one in page.compared
    )
    columns = (
        Column("Pemilihan", share=2),
        Column("Partisipasi", figures=True),
        Column("Rumus", share=3),
        Column("Sumber", share=3),
    )
    return Section(title="Pemilihan sebelumnya", columns=columns, rows=rows)


def _line(page: ParticipationPage, line: PlaceLine) -> Line:
    return Line(
        (
            line.label,
            f"{line.forms.have}/{line.forms.expected}",
            _count(line.voters),
            _count(line.users),
            _shown(line.turnout, "id"),
            *(_shown(line.earlier.get(code), "id") for code, _name in page.regimes),
            _count(line.reached),
        )
    )


def _count(value: int | None) -> str:
    return formats.ABSENT.id if value is None else formats.number(value, "id")


def accredited(page: ParticipationPage) -> int:
    """Bodies of all kinds that are accredited for this election."""
    return sum(page.before.bodies.values())
