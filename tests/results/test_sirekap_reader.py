"""The reader of Sirekap files: structural faults refuse a file, arithmetic comes in."""

import hashlib
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.kernel.faults import FileRefused
from jurdil.results.sirekap import ADMINISTRATION, read
from tests.results.sirekap_files import ROW, as_csv, as_xlsx, rows


def refusal(content, regency="73.12", **more):
    with pytest.raises(FileRefused) as caught:
        read(content, "berkas", regency, **more)
    for fault in caught.value.faults:
        for text in (fault.text.id, fault.text.en):
            assert fault.row is None or str(fault.row) in text
            assert fault.column is None or fault.column in text
            assert text.endswith(".")
        assert fault.text.id != fault.text.en
    return [(fault.kind, fault.row, fault.column) for fault in caught.value.faults]


def test_a_right_file_is_read_whole():
    content = as_csv(rows(guna_dpk="", paslon_1="0"))
    file = read(content, "soppeng.csv", "73.12")
    assert file.filename == "soppeng.csv"
    assert file.digest == hashlib.sha256(content).hexdigest()
    assert file.choices == ("paslon_1", "paslon_2", "paslon_3")
    assert [row.path for row in file.rows] == [f"73.12.01.1001/00{n}" for n in (1, 2, 3)]
    second = file.rows[1]
    assert (second.row, second.kode_tps) == (3, "7312011001002")
    assert second.figures["guna_dpk"] is None
    assert second.figures["paslon_1"] == 0
    assert second.figures["guna_p"] == 101
    assert (second.photos, second.taken_at) == (3, "2024-02-19 09:00:00")
    assert file.with_votes == 3


def test_a_workbook_is_read_like_the_text_file():
    text = rows(guna_dpk="", paslon_1="0")
    whole = ("paslon_", "suara_", "dpt", "guna", "tps", "n_foto")
    typed = [
        {
            name: int(value) if name.startswith(whole) and value else value
            for name, value in row.items()
        }
        for row in text
    ]
    assert read(as_xlsx(typed)).rows == read(as_csv(text)).rows
    assert read(as_xlsx(text)).rows == read(as_csv(text)).rows
    moment = [row | {"waktu_sirekap": datetime(2024, 2, 19, 9)} for row in typed]  # noqa: DTZ001
    assert read(as_xlsx(moment)).rows[0].taken_at.startswith("2024-02-19")
    numbers = [row | {"kode_tps": int(row["kode_tps"])} for row in typed]
    assert read(as_xlsx(numbers)).rows == read(as_csv(text)).rows


def test_order_and_case_of_columns_blank_rows_and_a_byte_order_mark_are_free():
    table = rows()
    columns = list(reversed(ROW))
    assert read(as_csv(table, columns)).rows == read(as_csv(table)).rows
    shouting = as_csv(table).replace(b"kode_tps", b" KODE_TPS ")
    assert read(shouting).rows == read(as_csv(table)).rows
    marked = b"\xef\xbb\xbf" + as_csv(table).replace(b"\n", b"\r\n") + b"\r\n,,\r\n\r\n"
    assert read(marked.replace(b",,\r\n", b"," * (len(ROW) - 1) + b"\r\n")).rows == (
        read(as_csv(table)).rows
    )


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_semicolons_and_tabs_are_read_as_commas_are(delimiter):
    assert read(as_csv(rows(), delimiter=delimiter)).rows == read(as_csv(rows())).rows


def test_a_quoted_line_break_does_not_shift_row_numbers():
    table = rows(desa="Labessi\nSelatan", guna="x")
    assert refusal(as_csv(table)) == [("number", 3, "guna")]
    table[2]["guna"] = "y"
    assert refusal(as_csv(table)) == [("number", 3, "guna"), ("number", 5, "guna")]


@pytest.mark.parametrize("value", ["131131", "951", "0", "999999999"])
def test_a_figure_that_cannot_be_right_is_taken(value):
    assert read(as_csv(rows(paslon_1=value))).rows[1].figures["paslon_1"] == int(value)


@pytest.mark.parametrize(
    ("change", "kind", "column"),
    [
        ({"guna": "seratus"}, "number", "guna"),
        ({"dpt": "1.234"}, "number", "dpt"),
        ({"dpt": "233,0"}, "number", "dpt"),
        ({"paslon_2": "１１７"}, "number", "paslon_2"),
        ({"n_foto_c": "tiga"}, "number", "n_foto_c"),
        ({"suara_sah": "-1"}, "negative", "suara_sah"),
        ({"suara_sah": "\N{MINUS SIGN}5"}, "negative", "suara_sah"),
        ({"paslon_1": "1234567890"}, "range", "paslon_1"),
        ({"kode_tps": "7312011001001"}, "duplicate-tps", "kode_tps"),
        ({"kode_tps": "7,31201E+12"}, "code", "kode_tps"),
        ({"kode_tps": "73120110010021"}, "code", "kode_tps"),
        ({"kode_tps": ""}, "code", "kode_tps"),
        ({"kode_desa": "7312011001"}, "code", "kode_desa"),
        ({"kode_desa": ""}, "code", "kode_desa"),
        ({"kode_desa": "73.12.01.1002"}, "code-mismatch", "kode_desa"),
        ({"kode_kec": "73.12.02"}, "code-mismatch", "kode_kec"),
        ({"tps": "3"}, "code-mismatch", "tps"),
        ({"tps": "dua"}, "code-mismatch", "tps"),
    ],
)
def test_a_structural_fault_names_its_row_and_column(change, kind, column):
    found = refusal(as_csv(rows(**change)))
    assert (kind, 3, column) in found
    if kind != "duplicate-tps":
        assert found == [(kind, 3, column)]


def test_a_duplicate_tells_where_the_first_one_stands():
    with pytest.raises(FileRefused) as caught:
        read(as_csv([*rows(), ROW]))
    [fault] = caught.value.faults
    assert (fault.row, fault.column) == (5, "kode_tps")
    assert "baris 2" in fault.text.id and "row 2" in fault.text.en


def test_a_missing_doubled_or_unknown_column_is_named():
    full = list(ROW)
    for name in ("kode_tps", "kode_desa", "tps", "suara_sah", *ADMINISTRATION):
        columns = [one for one in full if one != name]
        assert refusal(as_csv(rows(), columns)) == [("missing-column", 1, name)]
    without_two = [one for one in full if one != "paslon_2"]
    assert refusal(as_csv(rows(), without_two)) == [("missing-column", 1, "paslon_2")]
    without_last = [one for one in full if one != "paslon_3"]
    assert read(as_csv(rows(), without_last)).choices == ("paslon_1", "paslon_2")
    assert refusal(as_csv(rows(), without_last), pairs=3) == [("missing-column", 1, "paslon_3")]
    assert refusal(as_csv(rows()), pairs=2) == [("unknown-column", 1, "paslon_3")]
    assert refusal(as_csv(rows(), [*full, "catatan"])) == [("unknown-column", 1, "catatan")]
    assert refusal(as_csv(rows(), [*full, "guna"])) == [("duplicate-column", 1, "guna")]
    names = {"kode_kec", "kec", "desa", "n_foto_c", "waktu_sirekap"}
    assert len(read(as_csv(rows(), [one for one in full if one not in names])).rows) == 3


def test_a_row_with_too_many_or_too_few_cells_is_named():
    lines = as_csv(rows()).splitlines()
    assert refusal(b"\n".join([*lines[:3], lines[3] + b",7"])) == [("cell-count", 4, None)]
    assert refusal(b"\n".join([*lines[:2], b"7312011001002,73.12.01"])) == [("cell-count", 3, None)]


@pytest.mark.parametrize(
    "content",
    [b"", b" \n\n", as_csv(rows())[: as_csv(rows()).index(b"\n") + 1], as_xlsx([{}], list(ROW))],
)
def test_an_empty_file_is_refused(content):
    assert refusal(content) == [("empty", None, None)]


def test_a_file_in_another_encoding_or_format_is_refused():
    assert refusal(as_csv(rows(desa="Labessi é")).decode().encode("latin-1")) == [
        ("encoding", 3, None)
    ]
    assert refusal(as_csv(rows()).decode().encode("utf-16")) == [("encoding", 1, None)]
    for content in (b"PK\x03\x04 no archive", b"%PDF-1.7", as_csv(rows()) + b"\0", b'"open'):
        assert refusal(content) == [("format", None, None)]


def test_another_regency_is_refused_once_for_the_file():
    table = [
        row | {"kode_tps": f"1610{row['kode_tps'][4:]}", "kode_desa": "16.10.01.1001"}
        for row in rows()
    ]
    assert refusal(as_csv(table)) == [("other-regency", 2, "kode_tps")]
    with pytest.raises(FileRefused, match=r"16\.10.*73\.12.*3 baris"):
        read(as_csv(table), regency="73.12")
    own = [row | {"kode_kec": ""} for row in table]
    assert len(read(as_csv(own), regency="16.10").rows) == 3


def test_bps_codes_are_refused_with_that_reason():
    """BPS 1608 is OKU Selatan, Kemendagri 16.08 is OKU Timur: prefixes prove nothing."""
    for village in ("7312010001", "7312.010.001"):
        dense = village.replace(".", "")
        table = [
            row | {"kode_tps": f"{dense}{row['tps']:0>3}", "kode_desa": village} for row in rows()
        ]
        assert refusal(as_csv(table)) == [("bps", 2, "kode_tps")]
    with pytest.raises(FileRefused, match=r"kode BPS.*3 baris"):
        read(as_csv(table), regency="16.08")
    dotted = [row | {"kode_tps": f"7312.010.001.{row['tps']:0>3}"} for row in table]
    assert refusal(as_csv(dotted)) == [("bps", 2, "kode_tps")]


def test_a_village_that_the_office_does_not_have_is_refused():
    assert len(read(as_csv(rows()), villages={"73.12.01.1001"}).rows) == 3
    # 031 is a BPS kecamatan that was split off: its village looks like 73.12.03.1005.
    split = rows(kode_tps="7312031005002", kode_desa="73.12.03.1005", kode_kec="")
    assert refusal(as_csv(split), villages={"73.12.01.1001"}) == [
        ("unknown-village", 3, "kode_tps")
    ]
    assert refusal(as_csv(rows()), villages=frozenset())[0][0] == "unknown-village"


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("kode_kec", date(2011, 1, 1)),
        ("kode_kec", 73.12),
        ("kode_desa", date(2073, 12, 1)),
        ("kode_desa", 7312011001),
        ("kode_tps", date(2024, 2, 14)),
        ("tps", date(2024, 1, 2)),
    ],
)
def test_a_code_that_a_spreadsheet_turned_into_a_date_or_number_is_refused(column, cell):
    assert refusal(as_xlsx(rows(**{column: cell}))) == [("converted-code", 3, column)]


@pytest.mark.parametrize("cell", [date(2024, 2, 14), 2.5, True])
def test_a_date_fraction_or_truth_value_is_no_figure(cell):
    assert refusal(as_xlsx(rows(guna=cell))) == [("number", 3, "guna")]


def test_many_faults_are_told_by_the_first_ones():
    found = refusal(as_csv([row | {"guna": "x"} for row in rows(80)]))
    assert len(found) == 51
    assert found[0] == ("number", 2, "guna")
    assert found[-1] == ("more", None, None)
    with pytest.raises(FileRefused, match="30 kesalahan lain"):
        read(as_csv([row | {"guna": "x"} for row in rows(80)]))


FIGURE = st.one_of(st.none(), st.integers(0, 999_999_999))


@given(st.lists(st.tuples(FIGURE, FIGURE), min_size=2, max_size=5))
def test_figures_come_back_as_they_were_written(values):
    table = rows(len(values))
    for row, (votes, users) in zip(table, values, strict=True):
        row["paslon_1"] = "" if votes is None else str(votes)
        row["guna"] = "" if users is None else str(users)
    file = read(as_csv(table))
    assert [(row.figures["paslon_1"], row.figures["guna"]) for row in file.rows] == values


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_no_bytes_bring_the_reader_down(content):
    with pytest.raises(FileRefused):
        read(content)


@given(st.integers(0, 2000), st.binary(min_size=1, max_size=3))
def test_no_damage_to_a_right_file_brings_the_reader_down(at, junk):
    content = as_csv(rows())
    damaged = content[: at % len(content)] + junk + content[at % len(content) :]
    try:
        read(damaged)
    except FileRefused as refused:
        assert refused.faults


@pytest.mark.shared
def test_the_real_file_of_soppeng_is_read_whole(shared):
    villages = {
        line.split(",")[6]
        for line in (shared / "soppeng/wilayah.csv").read_text("utf-8").splitlines()[1:]
    }
    file = read(
        shared / "soppeng/ppwp2024_tps_soppeng.csv", regency="73.12", villages=villages, pairs=3
    )
    assert (len(file.rows), file.with_votes) == (794, 790)
    whole = [row for row in file.rows if None not in row.figures.values()]
    assert len(whole) == 759
