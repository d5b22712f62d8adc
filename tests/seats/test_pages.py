"""The pages of the room as people use them: forms post, refusals stand at the form, English."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from jurdil.places.models import Region
from jurdil.seats import actions
from jurdil.seats.models import KeputusanSeri, Paw, Perhitungan, Rancangan
from tests import factories
from tests.seats import ground

pytestmark = pytest.mark.django_db

VOTES = {"Melati": [300, 200], "Kenanga": [250, 10], "Seroja": [90, 80]}
TIED = {"Melati": [300], "Kenanga": [100], "Seroja": [100]}


def entered(role="ketua") -> Client:
    client = Client()
    client.force_login(factories.account(role))
    return client


def counted(seats=4, votes=VOTES):
    held = ground.one_dapil(seats, votes)
    actions.count_seats(by=factories.viewer(), election_id=held.pk, contest=ground.CONTEST)
    return held


def url(name, held, *more):
    return reverse(f"seats:{name}", args=[held.pk, ground.CONTEST, *more])


def test_the_divisor_table_shows_quotients_seats_and_the_distance():
    held = counted()
    text = Client().get(url("dapil", held, "1")).content.decode()
    assert "166,7" in text
    assert '<span class="sr">kursi </span>4</span>166,7' in text
    assert "Suara yang kurang bagi" in text
    assert "Sementara, bukan hasil resmi" in text


def test_the_button_calculates_and_says_what_it_did():
    held = ground.one_dapil(4, VOTES)
    answer = entered("operator").post(url("count", held), follow=True)
    assert "1 dapil dihitung baru." in answer.content.decode()
    assert Perhitungan.objects.count() == 1
    assert entered("saksi").post(url("count", held)).status_code == 403


def test_the_plenary_decides_a_tie_at_its_form():
    held = counted(2, TIED)
    client = entered()
    page = client.get(url("dapil", held, "1")).content.decode()
    assert "kursi-chosen" in page
    assert "kursi-chosen" not in Client().get(url("dapil", held, "1")).content.decode()
    values = {
        "kursi-chosen": "2",
        "kursi-plenary": "BA 7",
        "kursi-decided_on": "2019-07-22",
        "kursi-basis": "",
    }
    assert client.post(url("decide", held, "1"), values).status_code == 422
    values["kursi-basis"] = "Surat KPU RI"
    values["kursi-paper"] = SimpleUploadedFile("ba.pdf", b"bukan pdf")
    assert "bukan PDF" in client.post(url("decide", held, "1"), values).content.decode()
    values["kursi-paper"] = SimpleUploadedFile("ba.pdf", b"%PDF-1.7")
    assert client.post(url("decide", held, "1"), values).status_code == 302
    assert KeputusanSeri.objects.get().document.name == "ba.pdf"
    text = client.get(url("dapil", held, "1")).content.decode()
    assert "Surat KPU RI" in text and "ba.pdf" in text


def test_what_a_determination_waits_for_stands_before_the_button():
    held = counted()
    client = entered()
    page = client.get(url("determine", held)).content.decode()
    assert "Tetapkan itu lebih dulu" in page
    refused = client.post(url("determine", held), {"title": "SK 5"})
    assert refused.status_code == 422
    ground.determined(held)
    answer = client.post(url("determine", held), {"title": "SK 5"}, follow=True)
    assert "Tidak ada yang berubah" in answer.content.decode()
    assert "SK 5" in Client().get(url("contest", held)).content.decode()


def test_a_paw_from_letter_to_answer():
    held = counted()
    client = entered("kasubbag")
    values = {
        "member": "1|3|1",
        "reason": "mundur",
        "letter": "170/1",
        "received": "2024-10-01",
        "term_ends": "2029-09-30",
    }
    answer = client.post(url("paw_new", held), values)
    case = Paw.objects.get()
    assert answer.headers["Location"] == reverse("seats:paw_case", args=[case.pk])
    assert client.post(url("paw_new", held), values).status_code == 422
    checked = reverse("seats:paw_check", args=[case.pk])
    assert client.post(checked, {"true": ["hidup"], "note": ""}).status_code == 422
    failed = {"true": ["hidup"], "note": "Surat partai 3"}
    assert client.post(checked, failed).status_code == 302
    answered = reverse("seats:paw_answer", args=[case.pk])
    reply = {"letter": "8/PY", "day": "2024-10-03", "note": ""}
    assert client.post(answered, reply).status_code == 302
    assert "tidak ada calon pengganti" in client.get(reverse("seats:paw")).content.decode()


def test_an_open_paw_is_on_the_home_page_of_the_office():
    held = counted()
    ground.requested(held, Perhitungan.objects.get())
    text = entered("operator").get("/").content.decode()
    assert "PAW: Calon Melati 1" in text


def test_a_draft_of_dapil_is_made_at_its_form():
    held, _dapil = ground.soppeng("pemilu-2024")
    client = entered("operator")
    paths = sorted(Region.objects.filter(level=3).values_list("path", flat=True))
    people = {"source": "DAK2", **{path: 28_000 + at for at, path in enumerate(paths)}}
    assert client.post(url("population", held), people).status_code == 302
    dapil = {"title": "Dua", **{path: 1 + (at > 3) for at, path in enumerate(paths)}}
    assert client.post(url("draft_new", held), dapil).status_code == 302
    draft = Rancangan.objects.get()
    assert [one["parts"] for one in draft.dapil] == [paths[:4], paths[4:]]
    text = client.get(reverse("seats:draft", args=[draft.pk])).content.decode()
    assert "Di luar batas 3–12 kursi" in text
    note = {"uji-day": "2022-12-01", "uji-speaker": "Partai Contoh", "uji-text": "Setuju."}
    page = reverse("seats:draft", args=[draft.pk])
    assert client.post(page, note).status_code == 302
    assert client.post(page, {**note, "uji-text": ""}).status_code == 422
    decision = {"number": "PKPU 6/2023", "day": "2023-02-06", "draft_id": draft.pk, "note": ""}
    assert client.post(url("dapil_decision", held), decision).status_code == 302
    assert "PKPU 6/2023" in client.get(url("plans", held)).content.decode()


def test_the_file_of_votes_is_what_the_command_line_reads(capsys, tmp_path):
    from jurdil.cli import main

    held = counted()
    content = Client().get(url("inputs", held)).content
    (tmp_path / "kursi.csv").write_bytes(content)
    assert main(["law", "seats", str(tmp_path / "kursi.csv")]) == 0
    assert "Contoh 1,1,2" in capsys.readouterr().out


def test_the_file_of_candidates_gives_the_same_members_on_the_command_line(capsys, tmp_path):
    from jurdil.cli import main

    held = counted()
    for name in ("inputs", "candidates"):
        (tmp_path / f"{name}.csv").write_bytes(Client().get(url(name, held)).content)
    seats, people = str(tmp_path / "inputs.csv"), str(tmp_path / "candidates.csv")
    assert main(["law", "elected", people, "--seats", seats]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 7
    assert sum(line.endswith(",1") for line in printed) == 4
