"""What the pages of coklit show, made ready."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from jurdil.kernel import csv_files
from jurdil.kernel.fields import within
from jurdil.kernel.language import say
from jurdil.kernel.queries.header import ElectionChoice, running_elections
from jurdil.kernel.roles import depth
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, total
from jurdil.law.regime import load_regime
from jurdil.law.text import Text
from jurdil.law.voters.chain import COKLIT, basis
from jurdil.places import queries as places
from jurdil.voters import queries
from jurdil.voters.forms.coklit import VISITS
from jurdil.voters.pages import mapping
from jurdil.voters.pages.common import (
    code_name,
    codes,
    door_codes,
    in_words,
    moving_codes,
    place_name,
)
from jurdil.voters.queries import Found, HouseRow, Progress, Worker

KABKO, KECAMATAN, DESA, TPS = 2, 3, 4, 5
DISABILITY = "disabilitas"
SEXES = ("L", "P", "")


@dataclass(frozen=True)
class Line:
    """A place with its name, its progress, and which page of its own it has."""

    row: Progress
    name: str
    village: bool
    station: bool
    worker: str = ""


@dataclass(frozen=True)
class FoundLine:
    """A proposal of coklit in words."""

    row: Found
    what: str
    reason: str
    place: str


@dataclass(frozen=True)
class RecapLine:
    """One line of A-Laporan Hasil Coklit: men, women and unknown, and all."""

    name: str
    men: int
    women: int
    unknown: int
    whole: int


def election(viewer: Viewer) -> ElectionChoice:
    """The election at hand. Http404 in an office that runs none."""
    held = held_election(viewer)
    if held is None:
        raise Http404
    return held


def level_below(path: str) -> int:
    """The level of the places that a page about `path` lists."""
    return min(depth(path) + 1, TPS)


def lines(
    viewer: Viewer, rows: Sequence[Progress], workers: Mapping[str, str] | None = None
) -> tuple[Line, ...]:
    """Places with their names, TPS with their Pantarlih."""
    busy = workers or {}
    names = in_words(viewer, (row.path for row in rows))
    return tuple(
        Line(
            row,
            names[row.path],
            village=depth(row.path) == DESA,
            station=depth(row.path) == TPS,
            worker=busy.get(row.path, ""),
        )
        for row in rows
    )


def sums(regime: str, rows: Sequence[Progress]) -> tuple[tuple[Text, Figure], ...]:
    """The figures above the table, over all its places."""
    names = (
        (Text("Rumah dikunjungi", "Households visited"), "visited"),
        (Text("Rumah belum dikunjungi", "Households not visited yet"), "left"),
        (Text("Pemilih dicoklit", "Voters asked"), "asked"),
        (Text("Pemilih baru", "New voters"), "new"),
    )
    return tuple(
        (name, _sum(regime, name, [getattr(row, field) for row in rows])) for name, field in names
    )


def taken(viewer: Viewer, election: ElectionChoice, houses: list[Any], tps: str) -> dict[str, Any]:
    """The rows of the package: the households, and the codes of the forms in words."""
    return {
        "tps": tps,
        "nama": place_name(viewer, tps),
        "pemilihan": say(election.name),
        "tms": door_codes(election.regime),
        "pindah": [code for code, _name in moving_codes(election.regime)],
        "tps_desa": station_numbers(queries.coklit_beside(viewer, election.id, tps)),
        "disabilitas": codes(election.regime, DISABILITY),
        "rumah": houses,
    }


def found_lines(viewer: Viewer, rows: Iterable[Found]) -> tuple[FoundLine, ...]:
    """What waits at the desk, in words."""
    kinds = {
        "ubah": _("Ubah data"),
        "tms": _("TMS"),
        "baru": _("Pemilih baru"),
        "pindah-tps": _("Pindah TPS dalam desa"),
    }
    kept = list(rows)
    names = in_words(viewer, (row.tps for row in kept))
    return tuple(
        FoundLine(row, kinds.get(row.kind, row.kind), _reason(row), names[row.tps]) for row in kept
    )


def _reason(row: Found) -> str:
    if row.target:
        return _("ke TPS %(number)s") % {"number": row.target.partition("/")[2]}
    return code_name(row.tms_regime, "tms", row.tms) if row.tms else ""


def by_tps(workers: Iterable[Worker]) -> dict[str, str]:
    """The names of the Pantarlih of each TPS."""
    names: dict[str, str] = {}
    for worker in workers:
        names[worker.tps] = ", ".join(one for one in (names.get(worker.tps), worker.name) if one)
    return names


def stations(viewer: Viewer, paths: Iterable[str]) -> list[tuple[str, str]]:
    """TPS to choose from."""
    kept = list(paths)
    names = in_words(viewer, kept)
    return [(path, names[path]) for path in kept]


def station_numbers(paths: Iterable[str]) -> list[tuple[str, str]]:
    """TPS to choose from by their numbers."""
    return [(path.partition("/")[2], f"TPS {path.partition('/')[2]}") for path in paths]


def recap_lines(regime: str, counts: Mapping[str, int]) -> tuple[RecapLine, ...]:
    """The lines of the report of one TPS (or of many, added up)."""
    names: list[tuple[str, str]] = [
        ("sesuai", _("Sesuai")),
        ("ubah", _("Ubah data")),
        *((f"tms:{code}", f"TMS {name}") for code, name in door_codes(regime)),
        ("baru", _("Pemilih baru")),
        ("belum", _("Belum dicoklit")),
    ]
    return tuple(_line(name, key, counts) for key, name in names)


def recap_rows(regime: str, counts: Mapping[str, int]) -> list[tuple[str, int, int, int]]:
    """The same for paper: line, men, women, all."""
    return [(row.name, row.men, row.women, row.whole) for row in recap_lines(regime, counts)]


def added(recap: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Several TPS as one."""
    whole: dict[str, int] = {}
    for counts in recap:
        for key, n in counts.items():
            whole[key] = whole.get(key, 0) + n
    return whole


def progress_csv(lines: Iterable[Line]) -> str:
    """The table of the progress for a spreadsheet."""
    head = (
        *("kode", "wilayah", "rumah", "dikunjungi", "tidak_ditemui", "belum", "stiker"),
        *("pemilih", "sesuai", "ubah", "tms", "baru"),
    )
    rows = (
        (
            *(line.row.path, line.name, line.row.houses, line.row.visited, line.row.absent),
            *(line.row.left, line.row.stickers, line.row.people, line.row.same),
            *(line.row.changed, line.row.struck, line.row.new),
        )
        for line in lines
    )
    return _csv([head, *rows])


def left_csv(houses: Iterable[HouseRow]) -> str:
    """Households left by RT: how many, no names; for maps of risk."""
    counts: dict[tuple[str, str, str], int] = {}
    for house in houses:
        key = (house.tps, house.rw, house.rt)
        counts[key] = counts.get(key, 0) + 1
    rows = ((*key, n) for key, n in sorted(counts.items()))
    return _csv([("tps", "rw", "rt", "belum_dikunjungi"), *rows])


def _csv(rows: Iterable[Iterable[csv_files.Cell]]) -> str:
    out = io.StringIO()
    csv_files.write(rows, out)
    return csv_files.MARK + out.getvalue()


def _line(name: str, key: str, counts: Mapping[str, int]) -> RecapLine:
    men, women, unknown = (counts.get(f"{key}:{sex}", 0) for sex in SEXES)
    return RecapLine(name, men, women, unknown, men + women + unknown)


def _sum(regime: str, what: Text, values: Sequence[int]) -> Figure:
    inputs = tuple(Input(what, value) for value in values)
    article, confirmed = basis(load_regime(regime), COKLIT)
    return total(inputs, article=article, confirmed=confirmed, formula=what)


def election_of(viewer: Viewer, election_id: int) -> ElectionChoice:
    """The election of a list that was prepared; the one at hand while none is."""
    running = running_elections(viewer)
    return next((one for one in running if one.id == election_id), election(viewer))


def village_election(viewer: Viewer, village: str) -> ElectionChoice:
    """The election at hand, for a village inside the viewer's place; else Http404."""
    if depth(village) != DESA or not within(village, viewer.path):
        raise Http404
    return election(viewer)


def asked_place(viewer: Viewer, given: QueryDict) -> str:
    """The place that a page is asked about, inside the viewer's own; else the viewer's own."""
    asked = given.get("di", "")
    return asked if asked and within(asked, viewer.path) else viewer.path


def name_of(viewer: Viewer, path: str) -> str:
    """A place in words."""
    return place_name(viewer, path) if "/" in path else places.name_of(viewer, path)


def unprepared(viewer: Viewer, election_id: int, path: str) -> list[tuple[str, str]]:
    """The villages of a place that have no households yet, where the place is small enough."""
    if depth(path) < KECAMATAN:
        return []
    rows = queries.coklit_progress(viewer, election_id, path, DESA)
    begun = {row.path for row in rows}
    known = places.villages(viewer, path)
    return [(one.path, one.label) for one in known if one.path not in begun]


def worker_lines(viewer: Viewer, rows: Iterable[Worker]) -> list[tuple[Worker, str]]:
    """Workers with the name of their TPS."""
    kept = list(rows)
    names = in_words(viewer, (row.tps for row in kept))
    return [(row, names[row.tps]) for row in kept]


@dataclass(frozen=True)
class HouseLine:
    """A household with its state in words."""

    row: HouseRow
    said: str
    badge: str


def house_lines(rows: Iterable[HouseRow]) -> list[HouseLine]:
    """Households left first, then those not met, then the rest, each in their order."""
    order = {"belum": 0, "tidak-ditemui": 1, "selesai": 2}
    badges = {"belum": "none", "tidak-ditemui": "warn", "selesai": "ok"}
    said = {"belum": _("Belum dikunjungi"), **{code: str(name) for code, name in VISITS}}
    ordered = sorted(rows, key=lambda row: order[row.state])
    return [HouseLine(row, said[row.state], badges[row.state]) for row in ordered]


def held_election(viewer: Viewer) -> ElectionChoice | None:
    """The election at hand, None for an office that runs none."""
    return mapping.election(viewer) if running_elections(viewer) else None


def words() -> dict[str, str]:
    """The sentences of the offline page's script."""
    return {
        "counter": _("{dikunjungi} dari {rumah} rumah, {dicoklit} dari {orang} pemilih"),
        "rt": _("RT {rt} RW {rw}"),
        "left": _("{n} belum dikunjungi"),
        "done": _("semua sudah didatangi"),
        "people": _("{d} dari {n} orang"),
        "family": _("Keluarga {head}"),
        "belum": _("Belum dikunjungi"),
        "tidak-ditemui": _("Tidak ditemui"),
        "selesai": _("Selesai"),
        "kurang": _("Belum lengkap"),
        "sesuai": _("Sesuai"),
        "ubah": _("Ubah"),
        "tms": _("TMS"),
        "baru": _("Pemilih baru"),
        "newcomer": _("Pemilih baru"),
        "kirim_unsent": _("tersimpan di HP"),
        "kirim_applied": _("sudah di kantor"),
        "kirim_confirmed": _("sudah di kantor"),
        "kirim_conflict": _("menunggu keputusan PPS"),
        "kirim_late": _("menunggu keputusan PPS"),
        "saved": _("Tersimpan di HP."),
        "failed": _("Catatan belum tersimpan. Coba sekali lagi."),
        "unasked": _("{n} orang di rumah ini belum diberi hasil."),
        "belum-dibawa": _("Daftar TPS Anda belum ada di HP ini. Bawa dulu selagi ada sambungan."),
        "kedaluwarsa": _("Daftar di HP sudah kedaluwarsa dan dihapus. Bawa daftar yang baru."),
        "salah_nik": _("NIK harus 16 angka."),
        "salah_nkk": _("Nomor KK harus 16 angka."),
        "salah_tanggal_lahir": _("Tulis tanggal lahir sebagai hari-bulan-tahun: 17-08-1990."),
        "salah_nama": _("Tulis nama."),
        "salah_jenis_kelamin": _("Pilih jenis kelamin."),
        "salah_kode": _("Pilih alasan TMS."),
        "salah_ke": _("Pilih TPS desa ini tempat ia seharusnya terdaftar."),
        "salah_bukti": _("Tulis bukti yang Anda lihat."),
        "salah_isi": _("Belum ada yang diubah."),
    }


def visit_initial(house: Any) -> dict[str, Any]:
    """The form of a household as it stands."""
    return {
        "state": house.state,
        "sticker": house.sticker,
        "met": house.met,
        "sign": house.sign,
        "note": house.note,
    }
