"""Tables from outside: read as they stand, refused by row and column, never run."""

import io
import string
from datetime import date
from itertools import chain

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from jurdil.kernel import faults, tables
from jurdil.kernel.faults import FileRefused
from jurdil.kernel.tables import Sheet, rows

TEXTS = st.text(alphabet=string.ascii_letters + string.digits + " ,;\t\"'=é", max_size=12)


def workbook(*lines, **options) -> bytes:
    """An XLSX with these rows; dates become date cells."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, **options})
    sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
    for row, line in enumerate(lines):
        for column, cell in enumerate(line):
            if isinstance(cell, date):
                sheet.write_datetime(row, column, cell, day)
            else:
                sheet.write(row, column, cell)
    book.close()
    return content.getvalue()


def refusal(content: bytes, **columns) -> faults.Fault:
    """The first fault of reading a table with columns `kode` and `nama`."""
    columns = {"required": ["kode", "nama"], **columns}
    with pytest.raises(FileRefused) as refused:
        list(Sheet(content, **columns).records())
    return refused.value.faults[0]


def one(content: bytes, **columns):
    """The sheet of a table and its first record."""
    sheet = Sheet(content, **columns)
    return sheet, next(sheet.records())


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_usual_ways_of_writing_csv_are_read(mark, end, encoding):
    text = end.join([mark.join(line) for line in (("Kode", "NAMA"), ("01", "Désa"))])
    _sheet, record = one(text.encode(encoding), required=["kode", "nama"])
    assert (record.number, record.text("kode"), record.text("nama")) == (2, "01", "Désa")


def test_quotes_protect_delimiters_and_line_ends_and_rows_keep_the_number_of_their_line():
    content = b'kode,nama\n1,"a;b,\nc"\n\n2,d\n'
    sheet = Sheet(content, required=["kode", "nama"])
    assert [(r.number, r.text("nama")) for r in sheet.records()] == [(2, "a;b,\nc"), (5, "d")]


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=20))
def test_whatever_was_written_is_read_back(table):
    content = io.StringIO()
    import csv

    csv.writer(content).writerows([("kode", "nama"), *table])
    found = list(rows(content.getvalue().encode()))[1:]
    expected = [line for line in table if any(cell.strip() for cell in line)]
    assert [row.cells for row in found] == expected


@given(st.binary(max_size=400))
def test_no_content_makes_the_reader_fall_over(content):
    for prefix in (b"", b"PK\x03\x04", b"a,b\n"):
        try:
            list(rows(prefix + content))
            list(Sheet(prefix + content, required=[], others=True).records())
        except FileRefused as refused:
            assert all(fault.text.id and fault.text.en for fault in refused.faults)


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"", "empty", "kosong"),
        (b"\xef\xbb\xbf\r\n \n", "empty", "kosong"),
        (b"\x0b", "empty", "kosong"),
        (b",,\n , \n", "empty", "kosong"),
        (b"kode,nama\n", "empty", "judul kolom"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "format", "foto JPEG"),
        (b"\x89PNG\r\n\x1a\n\x00", "format", "gambar PNG"),
        (b"%PDF-1.7\n", "format", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "format", "Excel lama"),
        (b"PK\x03\x04 no archive", "format", "rusak"),
        (b"kode,nama\n1,\x00\n", "format", "biner"),
        ("kode,nama\n1,a\n".encode("utf-16"), "encoding", "UTF-16"),
        ("kode,nama\n1,a\n2,Ré\n".encode("cp1252"), "encoding", "Baris 3: "),
        (b'kode,nama\n1,"open\n', "format", "baris 2"),
        (b"kode,nama,kode\n1,a,2\n", "duplicate-column", "kode ada dua kali (lagi pada kolom ke-3"),
        (b"kode\n1\n", "missing-column", "tidak ada: nama"),
        (b"kode,nama,catatan\n", "unknown-column", "kolom ke-3 \u201ccatatan\u201d"),
    ],
)
def test_what_is_no_such_table_is_refused_with_its_reason(content, kind, words):
    fault = refusal(content)
    assert fault.kind == kind
    assert words in fault.text.id


def test_other_columns_are_left_alone_where_the_importer_says_so():
    sheet, record = one(b"kode,catatan\n1,x\n", required=["kode"], others=True)
    assert record.cell("catatan") == "x"
    assert not sheet.faults


def test_a_row_of_another_width_is_a_fault_and_the_next_one_is_read():
    sheet = Sheet(b"kode,nama\n1\n2,b\n", required=["kode", "nama"])
    assert [record.number for record in sheet.records()] == [3]
    assert [(fault.kind, fault.row) for fault in sheet.faults] == [("cell-count", 2)]


def test_a_file_above_the_size_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(tables, "MAX_BYTES", 1000)
    assert refusal(b"kode,nama\n" + b"1,a\n" * 300).kind == "size"


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch):
    content = workbook(["kode", "nama"], ["1", "x" * 30000])
    monkeypatch.setattr(tables, "MAX_UNPACKED", 20_000)
    assert refusal(content).kind == "size"


def test_a_table_of_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr(tables, "MAX_ROWS", 3)
    sheet = Sheet(b"kode\n1\n2\n3\n", required=["kode"])
    assert len(list(sheet.records())) == 3
    assert refusal(b"kode\n1\n2\n3\n4\n", required=["kode"]).kind == "rows"


def test_a_code_that_excel_made_a_date_is_named_by_its_cell():
    content = workbook(["kode", "nama"], ["73.12", "a"], [date(2001, 10, 12), "b"])
    sheet = Sheet(content, required=["kode", "nama"])
    assert [record.text("kode") for record in sheet.records()] == ["73.12", ""]
    (fault,) = sheet.faults
    assert (fault.kind, fault.row, fault.column) == ("converted-code", 3, "kode")
    assert "tanggal" in fault.text.id and "2001-10-12" in fault.text.id


@pytest.mark.parametrize(("cell", "words"), [(73.12, "angka"), (True, "benar/salah")])
def test_a_text_that_excel_made_a_number_or_a_truth_is_a_fault(cell, words):
    sheet, record = one(workbook(["kode"], [cell]), required=["kode"])
    assert record.text("kode") == ""
    assert words in next(iter(sheet.faults)).text.id


def test_digits_may_be_a_number_in_the_spreadsheet_but_never_a_date():
    sheet = Sheet(
        workbook(["kode"], [7312011001001], ["7312011001002"], [date(2001, 1, 1)], [1.5]),
        required=["kode"],
    )
    found = [record.digits("kode") for record in sheet.records()]
    assert found == ["7312011001001", "7312011001002", "", ""]
    assert [fault.row for fault in sheet.faults] == [4, 5]


@pytest.mark.parametrize(
    ("written", "value", "kind"),
    [
        ("0", 0, None),
        ("131131", 131131, None),
        ("", None, None),
        ("dua", None, "number"),
        ("1.250", None, "number"),
        ("1,5", None, "number"),
        ("-3", None, "negative"),
        ("\N{MINUS SIGN}3", None, "negative"),
        ("9" * 12, None, "range"),
        ("9" * 5000, None, "range"),
        ("\N{ARABIC-INDIC DIGIT FOUR}", None, "number"),
    ],
)
def test_figures_are_whole_absent_or_a_fault(written, value, kind):
    sheet, record = one(f'kode,n\n1,"{written}"\n'.encode(), required=["kode", "n"])
    assert record.whole("n") == value
    assert [fault.kind for fault in sheet.faults] == ([kind] if kind else [])


def test_a_formula_counts_by_the_value_it_was_saved_with_and_text_is_never_run():
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["kode", "n"])
    sheet.write_string(1, 0, "=cmd|' /C calc'!A0")
    sheet.write_formula(1, 1, "=SUM(1,2)", value=3)
    book.close()
    _sheet, record = one(content.getvalue(), required=["kode", "n"])
    assert (record.text("kode"), record.whole("n")) == ("=cmd|' /C calc'!A0", 3)


def test_a_word_outside_the_list_names_the_list():
    sheet, record = one(b"kode\nLain\n", required=["kode"])
    assert record.choice("kode", ("reguler", "khusus")) == ""
    assert "Pilih salah satu: reguler, khusus." in next(iter(sheet.faults)).text.id


def test_empty_text_is_a_fault_unless_it_may_be_empty():
    sheet, record = one(b"kode,nama\n1,\n", required=["kode", "nama"], optional=["catatan"])
    assert record.text("nama", optional=True) == record.text("catatan", optional=True) == ""
    assert not sheet.faults
    record.text("nama")
    assert [fault.kind for fault in sheet.faults] == ["empty-cell"]


def test_both_kinds_of_file_say_the_same():
    lines = [["kode", "nama"], ["7312011001001", "Désa"], ["7312011001002", "a;b"]]
    as_csv = "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode()
    found = [[row.cells for row in rows(content)] for content in (as_csv, workbook(*lines))]
    assert found[0] == found[1] == [tuple(line) for line in lines]
    assert len(list(chain(*found[0]))) == 6
