"""Whoever steals the data without the keys learns no number of identity (issue: stolen data).

A whole day at the office: a list is uploaded, read, confirmed, taken in, once with a job that
fails; voters are searched, revealed, proposed. Then every byte under the home is read.
"""

import base64
import hashlib
import hmac
import logging
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django_tasks_db.models import DBTaskResult

from jurdil.kernel import crypto
from jurdil.kernel.logs import JsonFormatter
from jurdil.kernel.models import ImportBatch, ImportRow, StoredFile
from jurdil.kernel.viewer import system_viewer
from jurdil.places import actions as places
from jurdil.project.demo import population
from jurdil.voters import arriving
from jurdil.voters.models import PemilihVersi, Sumber, SumberDesa, Usulan
from jurdil.voters.models.people import INDEX
from jurdil.voters.sealing import NIK, Seals
from tests import factories, jobs
from tests.voters.people import VILLAGE
from tests.voters.test_intake import file_of, people


@pytest.fixture
def home(tmp_path, settings, fresh_database):
    """The home of the day: database, files and log lie in it."""
    settings.JURDIL_HOME = str(tmp_path)
    handler = logging.FileHandler(tmp_path / "jurdil.log")
    handler.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(handler)
    yield tmp_path
    logging.getLogger().removeHandler(handler)


@pytest.fixture
def day(home, monkeypatch):
    """The rows of the list that was worked with, and the client that did it."""
    office = factories.office()
    places.set_up_regions(by=system_viewer(office.path, "kpu"), regency=office.path)
    election = factories.election()
    rows = people(12)
    client = Client()
    client.force_login(factories.account("operator"))
    upload(client, election, file_of(rows))
    jobs.work()
    batch = ImportBatch.objects.get()
    client.post(f"/kantor/impor/{batch.pk}/terbitkan/")
    fail_once(monkeypatch)
    jobs.work("setelah gagal")
    search_and_propose(client, rows)
    return rows


def upload(client, election, content: bytes) -> None:
    file = SimpleUploadedFile("dp4.csv", content, "text/csv")
    answer = client.post(
        f"/kantor/impor/baru/daftar-pemilih/?pemilihan={election.pk}",
        {"berkas": file, "jenis": "dp4", "desa": ""},
    )
    assert answer.status_code == 302, answer.content.decode()[-3000:]


def fail_once(monkeypatch) -> None:
    """The first attempt to take the rows in dies with what it holds in its hands."""

    def broken(change, people):
        raise ValueError(f"cannot save {people} of {list(ImportRow.objects.values())}")

    with monkeypatch.context() as patched:
        patched.setattr(arriving, "arrive", broken)
        jobs.work("gagal")
    assert PemilihVersi.objects.count() == 0
    failed = DBTaskResult.objects.get(status="FAILED")
    assert "ValueError" in failed.exception_class_path and failed.traceback
    from jurdil.kernel.jobs import enqueue
    from jurdil.voters.jobs import take_in_all

    enqueue(take_in_all, Sumber.objects.get().pk)


def search_and_propose(client, rows) -> None:
    found = client.post("/pemilih/cari/", {"text": rows[0][2]})
    assert rows[0][3].split()[0] in found.content.decode()
    client.post("/pemilih/cari/", {"text": rows[1][1]})
    voter = PemilihVersi.objects.order_by("pk")[0].pemilih_id
    shown = client.post(f"/pemilih/orang/{voter}/nomor/", {"reason": "Memeriksa KK"})
    assert rows[0][2] in shown.content.decode()
    client.get(f"/pemilih/orang/{voter}/")
    form = {
        "nik": rows[2][2][:-1] + "9",
        "nkk": rows[3][1],
        "nama": "CONTOH",
        "tanggal_lahir": "02-03-1980",
        "jenis_kelamin": "L",
        "evidence": "KK",
    }
    answer = client.post(f"/pemilih/usul/{voter}/ubah/", form)
    assert answer.status_code == 302 and Usulan.objects.count() == 1, answer.content.decode()


def stolen(home: Path) -> bytes:
    """Everything under the home, byte by byte; on a server every row of every table instead."""
    files = b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())
    if connection.vendor == "sqlite":
        return files
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            files += "\n".join(row for (row,) in cursor.fetchall()).encode()
    return files


def forms(number: str) -> dict[str, bytes]:
    """A number as careless code would leave it behind."""
    plain = number.encode()
    shifted = {f"base64 {n}": base64.b64encode(b"x" * n + plain)[4:-4] for n in range(3)}
    return {
        "plain": plain,
        "hex": plain.hex().encode(),
        "HEX": plain.hex().upper().encode(),
        "utf-16": number.encode("utf-16-le"),
        "utf-16, other end": number.encode("utf-16-be"),
        "utf-32": number.encode("utf-32-le"),
        "integer": int(number).to_bytes(8, "big"),
        "integer, other end": int(number).to_bytes(8, "little"),
        "reversed": plain[::-1],
        **shifted,
    }


def test_no_number_and_no_key_lies_in_the_home_in_any_form(day, home, settings):
    assert PemilihVersi.objects.count() == len(day) and not ImportRow.objects.exists()
    content = stolen(home)
    assert VILLAGE.encode() in content and day[0][3].encode() in content  # it was really read
    numbers = {number for row in day for number in row[1:3]} | {day[2][2][:-1] + "9"}
    left = [
        (how, number)
        for number in sorted(numbers)
        for how, form in forms(number).items()
        if form in content
    ]
    assert left == []
    keys = [file.read_bytes() for file in Path(settings.JURDIL_KEYS).iterdir()]
    assert len(keys) >= 3
    assert [key for key in keys if key in content or key.hex().encode() in content] == []
    assert StoredFile.objects.get(name="dp4.csv").key_id
    for village in SumberDesa.objects.all():
        assert all(len(one) == 3 and len(one[2]) == 5 for one in village.findings)


def test_without_the_key_neither_lookup_nor_dictionary_finds_anybody(
    day, settings, tmp_path_factory
):
    """Every NIK of the village is tried with every digest and key that a thief could think of."""
    kept = set(PemilihVersi.objects.values_list("nik_index", flat=True))
    assert {Seals().index(NIK, row[2]) for row in day} == kept
    guesses = [b"", b"nik", b"0" * 32, b"jurdil", settings.SECRET_KEY.encode()]
    guesses += [version.salt for version in (v.pemilih for v in PemilihVersi.objects.all())]
    hits = 0
    for row in day:
        for text in (row[2], f"nik\0{row[2]}", f"nik:{row[2]}", row[2][::-1]):
            said = text.encode()
            plain = [hashlib.new(name, said).hexdigest() for name in ("md5", "sha1", "sha256")]
            keyed = [hmac.new(bytes(k), said, "sha256").hexdigest() for k in guesses]
            hits += sum(one[:INDEX] in kept for one in plain + keyed)
    assert hits == 0
    settings.JURDIL_KEYS = str(tmp_path_factory.mktemp("others"))
    with pytest.raises(crypto.KeyMissing):
        Seals()
    crypto.make_keys()
    assert {Seals().index(NIK, row[2]) for row in day}.isdisjoint(kept)


def test_planted_errors_leave_no_number_behind_either(home):
    """A number that slipped into another column, with 15 digits or as a power, is not kept."""
    office = factories.office()
    by = system_viewer(office.path, "kpu")
    places.set_up_regions(by=by, regency=office.path)
    election = factories.election()
    rows = people(12, seed=5)
    rows[0][3] = f"BUDI {rows[0][2]}"
    rows[1][8] = rows[1][1]
    rows[2][13] = f"NIK {rows[2][2]}"
    rows[3][5] = rows[3][2]
    planted = [row for row, _ in population.plant([list(row) for row in rows[4:]], 2, seed=1)]
    client = Client()
    client.force_login(factories.account("operator"))
    upload(client, election, file_of(rows[:4] + planted))
    jobs.work()
    client.post(f"/kantor/impor/{ImportBatch.objects.get().pk}/terbitkan/")
    jobs.work()
    assert PemilihVersi.objects.count() >= 10
    content = stolen(home)
    numbers = {
        number for row in rows[:4] + planted for number in row[1:3] if len(number.strip("0")) >= 15
    }
    assert [number for number in sorted(numbers) if number.encode() in content] == []
