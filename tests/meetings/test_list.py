"""Lists of guests from a file or pasted: broken titles and people twice have a sentence."""

import pytest
from django.test import Client
from django.urls import reverse

from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.imports import staging
from jurdil.kernel.models import ImportBatch
from jurdil.meetings import actions, guest_list, queries
from jurdil.meetings.models import Guest
from jurdil.office import actions as office
from tests import factories
from tests.meetings import ground

pytestmark = pytest.mark.django_db

HEADER = "no,nama,jabatan,instansi,jk\n"


def brought(operator, held, rows: str, mend: str = "") -> ImportBatch:
    batch = staging.open_batch(
        operator,
        kind="tamu-rapat",
        name="tamu.csv",
        content=(HEADER + rows).encode(),
        options={"rapat": str(held.pk), "gelar": mend},
    )
    return staging.read_now(batch.pk)


def test_a_file_of_two_hundred_guests_comes_in_once(operator, election):
    held = ground.planned(operator, election, "rakor")
    rows = "".join(
        f'{n},"Dr. Contoh {chr(65 + n // 26)}{chr(97 + n % 26)}, S.H.",Kepala,Dinas {n % 9},L\n'
        for n in range(200)
    )
    batch = brought(operator, held, rows)
    assert (batch.state, batch.rows_take) == ("pratinjau", 200)
    assert publish_import(by=operator, batch_id=batch.pk) == 200
    again = brought(operator, held, rows)
    assert (again.rows_take, again.rows_skip) == (0, 200)
    guest = Guest.objects.get(meeting=held, number=200)
    assert (guest.name, guest.sex) == ("Dr. Contoh Hr, S.H.", "L")


def test_broken_titles_and_a_person_twice_refuse_the_file_with_row_and_proposal(operator, election):
    held = ground.planned(operator, election, "rakor")
    rows = "1,Contoh Satu SH MH,Kepala,Dinas,L\n2,Contoh Dua,,Dinas,P\n3,Hj. Contoh Dua,,Dinas,P\n"
    batch = brought(operator, held, rows)
    told = [one["id"] for one in batch.faults]
    assert batch.state == "ditolak" and not held.guests.exists()
    assert told[0].startswith("Baris 2: “Contoh Satu SH MH” seharusnya ditulis “Contoh Satu, S.H.")
    assert "Hj. Contoh Dua (Dinas) sudah ada pada baris 3" in told[1]


def test_titles_are_mended_when_asked(operator, election):
    held = ground.planned(operator, election, "rakor")
    batch = brought(operator, held, "1,Contoh Satu SH MH,Kepala,Dinas,L\n", mend="1")
    publish_import(by=operator, batch_id=batch.pk)
    assert held.guests.get().name == "Contoh Satu, S.H., M.H."


def test_a_title_that_cannot_be_mended_stays_a_fault():
    found = guest_list.read_text("S.H.; Kepala; Dinas\nContoh@Satu; Dinas", mend=True)
    assert [one.row for one in found.faults] == [1, 2] and found.people == ()


@pytest.mark.parametrize("mark", ["; ", "\t", " | "])
def test_lines_are_parted_by_what_people_paste(mark):
    text = mark.join(["Contoh Satu", "Kepala", "Dinas"]) + "\n\n" + mark.join(["Contoh Dua", "RS"])
    (first, one), (second, two) = guest_list.read_text(text, mend=False).people
    assert (first, one.post, one.institution) == (1, "Kepala", "Dinas")
    assert (second, two.post, two.institution) == (3, "", "RS")


def test_a_pasted_list_with_faults_loses_nothing(operator, election):
    held = ground.planned(operator, election, "rakor")
    client = Client()
    client.force_login(factories.account("operator"))
    url = reverse("meetings:paste", args=[held.pk])
    text = "Contoh Satu SH; Kepala; Dinas\nSatu bagian saja"
    answer = client.post(url, {"people": text})
    page = answer.content.decode()
    assert answer.status_code == 422 and not held.guests.exists()
    assert "Contoh Satu SH; Kepala; Dinas\nSatu bagian saja</textarea>" in page
    assert "seharusnya ditulis “Contoh Satu, S.H.”" in page and "Baris 2: ada 1 bagian" in page
    client.post(url, {"people": "Contoh Satu SH; Kepala; Dinas", "mend": "on"})
    assert held.guests.get().name == "Contoh Satu, S.H."


def test_accounts_are_invited_by_role_and_place_in_two_clicks(operator, election):
    for number in range(4):
        factories.account("ppk", f"73.12.0{number % 2 + 1}")
    held = ground.planned(operator, election, "raker")
    client = Client()
    client.force_login(factories.account("operator"))
    url = reverse("meetings:choose", args=[held.pk]) + "?peran=ppk&wilayah=&divisi="
    assert "Undang 4 orang" in client.get(url).content.decode()
    answer = client.post(url, follow=True)
    assert "4 orang masuk daftar undangan." in answer.content.decode()
    assert {one.place for one in held.guests.all()} == {"73.12.01", "73.12.02"}
    assert "sudah di daftar" in client.get(url).content.decode()


def test_the_directory_is_invited_by_office_in_two_clicks(operator, election):
    police = office.keep_institution(by=operator, name="Polres Contoh", kind="keamanan")
    health = office.keep_institution(by=operator, name="Dinas Contoh", kind="pemda")
    for at, home in enumerate((police, police, health)):
        office.keep_contact(
            by=operator,
            institution_id=home.pk,
            name=f"Contoh {chr(65 + at)}a",
            position="Kepala",
        )
    held = ground.planned(operator, election, "rakor")
    client = Client()
    client.force_login(factories.account("operator"))
    url = reverse("meetings:directory", args=[held.pk]) + "?jenis=keamanan"
    assert "Undang 2 orang" in client.get(url).content.decode()
    client.post(url)
    rows = queries.attendance(operator, held.pk).rows
    assert {row.institution for row in rows} == {"Polres Contoh"}
    assert all(one.contact for one in held.guests.all())


def test_the_list_is_closed_with_the_meeting(operator, election):
    from jurdil.kernel.acts import Refused

    held = ground.opened(operator, election)
    actions.step(by=operator, meeting_id=held.pk, move="tutup")
    with pytest.raises(Refused, match="langkah ini tidak dapat"):
        actions.invite(by=operator, meeting_id=held.pk, people=ground.people(1))
