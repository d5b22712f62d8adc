"""Files of TPS, dapil and outlines: what is refused, in which words, and what comes in."""

import csv
import io
import json
from datetime import date

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from jurdil.kernel.faults import FileRefused
from jurdil.kernel.spreadsheets import as_csv, as_xlsx
from jurdil.places import catalogue, geometry
from jurdil.places.boundary_file import read_boundaries
from jurdil.places.dapil_file import gathered, read_dapil
from jurdil.places.records import NewDapil
from jurdil.places.tps_file import read_tps

NAMES = {region.path: region.name for region in catalogue.regions_of("73.12") if region.level > 2}
VILLAGES = {path: name for path, name in NAMES.items() if len(path) == 13}
CONTESTS = ("ppwp", "dpr", "dprd-kab")


def _csv(*rows: str) -> bytes:
    return "\n".join(rows).encode()


def _tps(*rows: str):
    return list(read_tps(_csv(*rows), "73.12", VILLAGES))


def _dapil(*rows: str):
    return list(read_dapil(_csv("kontes,dapil,nama,kursi,kode,sumber", *rows), CONTESTS, VILLAGES))


def _refusal(read, *arguments) -> str:
    with pytest.raises(FileRefused) as refused:
        read(*arguments)
    assert all(fault.text.en for fault in refused.value.faults)
    return str(refused.value)


def test_tps_by_code_or_by_village_and_number():
    (one,) = _tps("kode_tps,alamat", "7312011001007,SD 1")
    assert (one.row, one.tps.path, one.tps.kind, one.tps.address) == (
        2,
        "73.12.01.1001/007",
        "reguler",
        "SD 1",
    )
    (two,) = _tps("kode_desa;tps;jenis", "73.12.01.1001;901;lapas")
    assert (two.tps.path, two.tps.kind) == ("73.12.01.1001/901", "lapas")
    (three,) = _tps("kode_tps", "73.12.01.1001/901")
    assert three.tps.kind == "khusus"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (("desa,nomor", "a,1"), "kolom ini tidak ada: kode_desa, tps"),
        (("kode_tps", "7312010001001"), "memakai kode BPS (baris 2: 7312010001"),
        (("kode_desa,tps", "7312010001,1"), "memakai kode BPS"),
        (("kode_tps", "1610011011001"), "milik 16.10 Kabupaten Ogan Ilir"),
        (("kode_tps", "7312011099001"), "Baris 2, kolom kode_tps: 73.12.01.1099 tidak ada"),
        (("kode_desa,tps", "73.12.01,1"), "bukan kode desa/kelurahan"),
        (("kode_tps", "731201100107"), "bukan kode TPS"),
        (("kode_tps", "7312011001000"), "bukan kode TPS"),
        (("kode_tps", "7312011001001", "7312011001001"), "sudah ada pada baris 2"),
        (("kode_desa,tps", "73.12.01.1001,0"), "kosong atau nol"),
        (("kode_desa,tps", "73.12.01.1001,"), "kosong atau nol"),
        (("kode_desa,tps", "73.12.01.1001,-3"), "kurang dari nol"),
        (("kode_desa,tps", "73.12.01.1001,tiga"), "bukan bilangan bulat"),
        (("kode_tps,kode_desa", "7312011001001,73.12.01.1002"), "berbeda dari desa"),
        (("kode_tps,tps", "7312011001001,2"), "tidak sama dengan kode TPS"),
        (("kode_tps,jenis", "7312011001001,hotel"), "“hotel” tidak dikenal"),
        (("",), "kosong"),
        (("kode_tps",), "tanpa satu baris pun"),
    ],
)
def test_a_faulty_list_of_tps_is_refused_in_one_sentence(rows, words):
    assert words in _refusal(_tps, *rows)


def test_dates_for_codes_in_a_workbook_are_named():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["kode_desa", "tps"])
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_datetime(1, 0, date(2024, 2, 14), day)
    sheet.write_number(1, 1, 1)
    book.close()
    words = _refusal(lambda: list(read_tps(out.getvalue(), "73.12", VILLAGES)))
    assert "Baris 2, kolom kode_desa" in words
    assert "tanggal" in words


@pytest.mark.shared
@pytest.mark.parametrize(
    ("folder", "file", "regency", "count", "special"),
    [
        ("soppeng", "ppwp2024_tps_soppeng.csv", "73.12", 794, 1),
        ("ogan-ilir", "ppwp2024_tps_ogan_ilir.csv", "16.10", 1261, 4),
    ],
)
def test_the_public_sirekap_file_is_a_list_of_tps(shared, folder, file, regency, count, special):
    villages = {r.path: r.name for r in catalogue.regions_of(regency) if r.level == 4}
    lines = list(read_tps((shared / folder / file).read_bytes(), regency, villages))
    assert len(lines) == count
    assert sum(line.tps.kind == "khusus" for line in lines) == special


cell = st.text(st.sampled_from("0123456789./,;\"' -abcé\n"), max_size=16)


@given(st.lists(st.tuples(cell, cell, cell), max_size=5))
def test_no_text_breaks_the_reader(rows):
    out = io.StringIO()
    csv.writer(out).writerows([("kode_tps", "kode_desa", "tps"), *rows])
    try:
        lines = list(read_tps(out.getvalue().encode(), "73.12", VILLAGES))
    except FileRefused as refused:
        assert refused.faults
    else:
        assert all(line.tps.village in VILLAGES for line in lines)


def test_an_export_of_tps_reads_back():
    rows = [["kode_tps", "kecamatan", "tps", "jenis"], ["73.12.01.1001/003", "M", 3, "panti"]]
    for content in (as_csv(rows), as_xlsx(rows, "tps")):
        (line,) = read_tps(content, "73.12", VILLAGES)
        assert (line.tps.path, line.tps.kind) == ("73.12.01.1001/003", "panti")


def test_dapil_are_gathered_by_contest():
    lines = _dapil(
        "dprd-kab,1,Soppeng 1,6,73.12.04,PKPU 6/2023",
        "dprd-kab,2,Soppeng 2,,73.12.05,PKPU 6/2023",
        "dprd-kab,2,Soppeng 2,,731206,PKPU 6/2023",
        "dpr,II,,9,73.08,UU",
    )
    assert gathered(lines) == {
        "dprd-kab": (
            "PKPU 6/2023",
            [
                NewDapil("1", "Soppeng 1", 6, ("73.12.04",)),
                NewDapil("2", "Soppeng 2", None, ("73.12.05", "73.12.06")),
            ],
        ),
        "dpr": ("UU", [NewDapil("II", "Dapil II", 9, ("73.08",))]),
    }


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (("bupati,1,,6,73.12.04,x",), "“bupati” tidak dikenal"),
        (("dprd-kab,1,,6,7312040,x",), "kode BPS"),
        (("dprd-kab,1,,6,73.12.99,x",), "73.12.99 tidak ada"),
        (("dprd-kab,1,,6,Lalabata,x",), "bukan kode wilayah"),
        (("dprd-kab,1,,enam,73.12.04,x",), "bukan bilangan bulat"),
        (("dprd-kab,1,,6,73.12.04,",), "sel ini kosong"),
        (("dprd-kab,1,,6,73.12.04,x", "dprd-kab,1,,7,73.12.05,x"), "“7” berbeda dari baris 2"),
        (("dprd-kab,1,,6,73.12.04,x", "dprd-kab,2,,7,73.12.04,x"), "sudah ada pada baris 2"),
    ],
)
def test_a_faulty_list_of_dapil_is_refused(rows, words):
    assert words in _refusal(_dapil, *rows)


SQUARE = [[[119.9, -4.3], [119.95, -4.3], [119.95, -4.25], [119.9, -4.25], [119.9, -4.3]]]


def _feature(code="73.12.01", name="Marioriwawo", shape=SQUARE, kind="Polygon", **more) -> dict:
    properties = {"kode": code, "nama": name, **more}
    return {"properties": properties, "geometry": {"type": kind, "coordinates": shape}}


def _geojson(*features: dict) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def _outlines(content: bytes):
    return read_boundaries(content, "73.12", NAMES)


def test_outlines_come_in_by_path_and_level():
    found = _outlines(_geojson(_feature(), _feature("731202", "LILIRIAJA")))
    assert found.level == 3
    assert found.shapes.keys() == {"73.12.01", "73.12.02"}
    assert len(found.shapes["73.12.01"][0]) == 5


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "bukan GeoJSON"),
        (b"kode,nama\n", "bukan GeoJSON"),
        (b"[" * 100_000, "bukan GeoJSON"),
        (b'{"features": [1]}', "bukan GeoJSON"),
        (_geojson(), "tidak memuat satu wilayah"),
        (_geojson(_feature("7312010")), "memakai kode BPS (fitur ke-1: 7312010; 1 kode)"),
        (_geojson(_feature("7312010001")), "memakai kode BPS"),
        (_geojson(_feature("16.10.01")), "milik 16.10 Kabupaten Ogan Ilir"),
        (_geojson(_feature("73.12.77")), "73.12.77 tidak ada"),
        (_geojson(_feature("73.12")), "bukan kode kecamatan atau desa"),
        (_geojson(_feature(), _feature()), "sudah ada"),
        (_geojson(_feature(), _feature("73.12.01.1001", "Labessi")), "mencampur kecamatan"),
        (_geojson(_feature(name="Banding Agung")), "tidak cocok dengan kodenya"),
        (_geojson({"properties": {"kdkec": "010"}, "geometry": None}), "berisi kode BPS"),
        (_geojson({"properties": {"NAME": "x"}, "geometry": None}), "tidak ada kolom kode"),
        (_geojson(_feature(shape=[[[-4.3, 119.9], [-4.2, 119.9], [-4.2, 120]]])), "tertukar"),
        (_geojson(_feature(shape=[[[820000, 9520000]]])), "mungkin UTM"),
        (_geojson(_feature(kind="Point", shape=[119.9, -4.3])), "bukan Polygon"),
        (_geojson(_feature(shape=[[["a", "b"]]])), "bukan Polygon"),
        (_geojson(_feature(shape=[])), "bukan Polygon"),
        (_geojson(_feature(shape=[[[119.9, -4.3], [119.9, -4.3]]])), "bukan Polygon"),
    ],
)
def test_a_faulty_file_of_outlines_is_refused(content, words):
    assert words in _refusal(_outlines, content)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("folder", "level", "count"), [("soppeng", "desa", 70), ("soppeng", "kecamatan", 8)]
)
def test_real_outlines_are_read_whole(shared, folder, level, count):
    found = _outlines((shared / folder / f"batas_{level}_{folder}.geojson").read_bytes())
    assert len(found.shapes) == count
    assert geometry.count(found.shapes) > count * 20


@pytest.mark.shared
def test_outlines_of_another_regency_are_refused(shared):
    content = (shared / "ogan-ilir" / "batas_desa_ogan_ilir.geojson").read_bytes()
    assert "241 kode" in _refusal(_outlines, content)
