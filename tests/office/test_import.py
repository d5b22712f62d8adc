"""The directory as a file: broken titles and people twice are named, numbers stay sealed."""

import io

import pytest
import xlsxwriter

from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.imports import staging
from jurdil.kernel.models import ImportRow
from jurdil.office import exports, queries
from tests.office import ground

pytestmark = pytest.mark.django_db
HEAD = "instansi,jenis,sapaan,nama,jabatan,divisi,tempat,telepon,mulai,sampai\n"


@pytest.fixture
def operator():
    ground.office()
    return ground.person()


def stage(by, text, name="direktori.csv"):
    content = text if isinstance(text, bytes) else (HEAD + text).encode()
    batch = staging.open_batch(by, kind="directory", name=name, content=content)
    return staging.read_now(batch.pk)


def bring(by, text, name="direktori.csv"):
    batch = stage(by, text, name)
    assert batch.state == "pratinjau", batch.faults
    return publish_import(by=by, batch_id=batch.pk)


def faults(batch):
    return [(one["row"], one["id"]) for one in batch.faults]


def test_people_come_in_with_their_institutions(operator):
    bring(
        operator,
        'Polres Contoh,keamanan,Bapak,"Contoh Nama, S.I.K.",Kapolres,kul,,081200000123,2024-01-02,'
        "\n"
        "Kantor Camat,pemda,Ibu,Contoh Dua,Camat,teknis,73.12.01,,02-01-2024,\n",
    )
    one, two = sorted(queries.contacts(operator), key=lambda row: row.institution, reverse=True)
    assert one.salutation == "Bapak Contoh Nama, S.I.K." and one.phone_masked == "••• 123"
    assert (two.path, two.kinds, str(two.term_from)) == ("73.12.01", ("pemda",), "2024-01-02")
    again = stage(operator, "Kantor Camat,pemda,Ibu,Contoh Dua,Camat,teknis,73.12.01,,,\n")
    assert (again.rows_take, again.rows_skip) == (0, 1)


def test_every_fault_is_named_with_its_row(operator):
    batch = stage(
        operator,
        'Polres,keamanan,,"Dr.Contoh Nama,SH,MSi",Kapolres,,,,,\n'
        "Polres,keamanan,,Contoh Dua,Wakapolres,,,,,\n"
        'Polres,keamanan,,"Contoh Dua, S.H.",Kabag,,,,,\n'
        "Polres,polisi,,Contoh Tiga,Kasat,,,,,\n"
        "Polres,keamanan,,Contoh Empat,Kasat,,74.01,,,\n"
        "Polres,keamanan,,Contoh Lima,Kasat,,,,2024-02-01,2024-01-01\n"
        "Polres,keamanan,,Contoh Enam,Kasat,,,,kemarin,\n",
    )
    assert batch.state == "ditolak"
    found = dict(faults(batch))
    assert sorted(found) == [2, 4, 5, 6, 7, 8]
    assert "seharusnya ditulis “Dr. Contoh Nama, S.H., M.Si.”" in found[2]
    assert "polisi" in found[5] and "di luar 73.12" in found[6]
    assert "01-01-2024 lebih awal" in found[7] and "bukan tanggal" in found[8]
    assert queries.contacts(operator) == ()


def test_a_number_waits_sealed_for_its_preview(operator):
    batch = stage(operator, "Polres,keamanan,,Contoh Nama,Kapolres,,,081200000123,,\n")
    (row,) = ImportRow.objects.filter(batch=batch)
    assert "081200000123" not in str(row.data) and batch.file.level == "pribadi"


def test_a_newer_list_corrects_the_entry_of_the_same_person(operator):
    bring(operator, "Polres,keamanan,Bapak,Contoh Nama,Kasat,,,081200000123,,\n")
    bring(operator, 'Polres,keamanan,Bapak,"Contoh Nama, S.H.",Kapolres,,,,,\n')
    (row,) = queries.contacts(operator)
    assert (row.person, row.position) == ("Contoh Nama, S.H.", "Kapolres")
    assert row.phone_masked == "••• 123"


def test_what_leaves_as_a_file_comes_back_as_it_was(operator):
    bring(operator, "Polres,keamanan,Bapak,Contoh Nama,Kapolres,kul,,,2024-01-02,\n")
    table = exports.contacts_table(queries.contacts(operator))
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(table):
            sheet.write_row(at, 0, row)
    batch = stage(operator, out.getvalue(), "direktori.xlsx")
    assert (batch.state, batch.rows_take, batch.rows_skip) == ("pratinjau", 0, 1)
