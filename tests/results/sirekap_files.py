"""Small files in the Sirekap layout, made for the tests of the reader."""

import csv
import io

import xlsxwriter

ROW = {
    "kode_tps": "7312011001001", "kode_kec": "73.12.01", "kec": "Marioriwawo",
    "kode_desa": "73.12.01.1001", "desa": "Labessi", "tps": "1",
    "paslon_1": "61", "paslon_2": "117", "paslon_3": "9",
    "suara_sah": "187", "suara_tidak_sah": "4", "suara_total": "191",
    "dpt": "233", "dpt_l": "112", "dpt_p": "121",
    "guna_dpt": "189", "guna_dpt_l": "89", "guna_dpt_p": "100",
    "guna_dptb": "0", "guna_dptb_l": "0", "guna_dptb_p": "0",
    "guna_dpk": "2", "guna_dpk_l": "1", "guna_dpk_p": "1",
    "guna": "191", "guna_l": "90", "guna_p": "101",
    "n_foto_c": "3", "waktu_sirekap": "2024-02-19 09:00:00",
}  # fmt: skip


def rows(count=3, **second):
    """`count` TPS of one village; `second` changes the second of them, row 3 of the file."""
    made = []
    for number in range(1, count + 1):
        made.append(ROW | {"kode_tps": f"7312011001{number:03}", "tps": str(number)})
    made[1] |= second
    return made


def as_csv(table, columns=None, delimiter=","):
    """The bytes of a CSV file with these rows."""
    out = io.StringIO()
    columns = columns or list(table[0])
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(name, "") for name in columns] for row in table)
    return out.getvalue().encode()


def as_xlsx(table, columns=None):
    """The bytes of a workbook: cells keep their Python type, dates look like dates."""
    out = io.BytesIO()
    columns = columns or list(table[0])
    with xlsxwriter.Workbook(out, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, columns)
        for at, row in enumerate(table, start=1):
            sheet.write_row(at, 0, [row.get(name, "") for name in columns])
    return out.getvalue()
