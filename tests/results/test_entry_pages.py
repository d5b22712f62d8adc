"""The pages of entry without JavaScript: what is stopped, said, hidden, and never lost."""

import pytest

from jurdil.law.regime import load_regime
from jurdil.law.rules import figures, lists, pairs, params_for
from jurdil.parties import actions as parties
from jurdil.parties.records import LIST, PAIR, Entry
from jurdil.results.models import Draf, Entri, Form, Kejadian, Kertas, SerahSalinan
from jurdil.results.writing import read_figures
from tests.results.test_entry_browser import GOOD
from tests.samples import World, X, Y
from tests.walk.test_bytes import BUDGET, first_load

pytestmark = pytest.mark.django_db
RARE = 87314
"""A figure that stands nowhere else on any page."""


@pytest.fixture
def world():
    made = World()
    entries = tuple(
        Entry("ppwp", PAIR, n, f"Pasangan Contoh {n}", candidate=1, candidate_name="Calon")
        for n in (1, 2, 3)
    )
    parties.register(by=made.keeper, election_id=made.election.pk, entries=entries)
    return made


@pytest.fixture
def form(world):
    return f"/hasil/entri/{world.election.pk}/ppwp/{world.tps(X)}/"


@pytest.fixture
def people(world, django_db_blocker):
    """A browser for each of two typists and a coordinator."""
    from django.test import Client

    made = {}
    for name, role in {"one": "operator", "two": "operator", "chair": "ketua"}.items():
        made[name] = Client()
        made[name].force_login(world.person(role, world.place_of(role)))
    return made


def posted(values, **more):
    return {f"a:{name}": str(value) for name, value in values.items()} | more


def text(response, status=200) -> str:
    assert response.status_code == status, response.content.decode()[-3000:]
    return response.content.decode()


def type_in(client, form, values, step="kirim", **more):
    client.post(form, {"langkah": "mulai"})
    return client.post(form, posted(values, langkah=step, **more), follow=True)


def test_a_first_entry_with_empty_fields_is_kept_and_named(people, form):
    """Empty is not zero: the fields are named with their place, what was typed stays."""
    values = {name: value for name, value in GOOD.items() if name != "paslon_2"}
    page = text(type_in(people["one"], form, values), 422)
    assert 'href="#isi-paslon_2"' in page
    assert "Pasangan Contoh 2: belum diisi" in page
    assert 'value="187"' in page
    assert Entri.objects.get().state == "entri-1"


def test_a_broken_rule_is_shown_before_the_coordinator_gets_the_form(people, form):
    """Both numbers and what to do stand at the top; only a second, named button sends it on."""
    page = text(type_in(people["one"], form, GOOD | {"suara_sah": 951}), 422)
    assert "187, tetapi suara sah tertulis 951" in page
    assert "Bandingkan setiap angka dengan foto formulir" in page
    assert "Kertasnya memang begitu: kirim ke koordinator" in page
    sent = people["one"].post(form, posted(GOOD | {"suara_sah": 951}, langkah="kirim-galat"))
    assert sent.status_code == 302
    assert Entri.objects.get().state == "galat"
    home = text(people["chair"].get("/"))
    assert "Entri C.Hasil menunggu Anda" in home and "keadaan=galat" in home
    assert "menunggu Anda" not in text(people["one"].get("/"))


def test_a_warning_needs_tick_and_explanation_and_the_tick_goes_with_the_figure(people, form):
    values = GOOD | {"surat_suara_diterima": 240, "surat_suara_tidak_digunakan": 49}
    page = text(type_in(people["one"], form, values), 422)
    assert "W-202 belum dicentang dan dijelaskan" in page
    note = {"cocok:W-202": "1", "sebab:W-202": "Tambahan dari PPS", "kiri:W-202": "240"}
    note |= {"kanan:W-202": "238"}
    changed = values | {"surat_suara_diterima": 241, "surat_suara_tidak_digunakan": 50}
    page = text(people["one"].post(form, posted(changed, langkah="kirim", **note)), 422)
    assert "W-202 belum dicentang" in page
    assert "Tambahan dari PPS" in page
    assert "checked" not in page
    sent = people["one"].post(form, posted(values, langkah="kirim", **note))
    assert sent.status_code == 302
    assert Entri.objects.get().state == "menunggu-2"


def test_nothing_of_the_first_reading_reaches_the_second_typist(people, form, world):
    """Pages, lists, drafts and refusals are searched for a figure of the first reading."""
    values = GOOD | {"suara_sah": RARE}
    type_in(people["one"], form, values)
    people["one"].post(form, posted(values, langkah="kirim-galat"))
    chair = people["chair"]
    chair.post(form, {"langkah": "buka"})
    assert "87.314" in text(chair.get(form))
    chair.post(form, {"langkah": "cocok", "reason": "Kertasnya memang begitu"})
    two = people["two"]
    election = world.election.pk
    seen = [two.get(form), two.post(form, {"langkah": "mulai"}, follow=True), two.get(form)]
    seen += [two.post(form, posted({"suara_sah": 1}, langkah="kirim"))]
    seen += [two.post(f"{form}draf/", posted({"suara_sah": 1}))]
    seen += [two.get(f"/hasil/entri/{election}/{rest}") for rest in ("", "daftar/", "kinerja/")]
    seen += [two.get(f"/hasil/penerimaan/{election}/{world.tps(X)}/")]
    seen += [two.get(f"/hasil/{election}/ppwp/{world.tps(X)}/")]
    for response in seen:
        said = response.content.decode()
        assert str(RARE) not in said and "87.314" not in said, response.request


def test_the_first_typist_and_who_opened_the_reading_cannot_make_the_second_entry(people, form):
    type_in(people["one"], form, GOOD)
    page = text(people["one"].post(form, {"langkah": "mulai"}), 409)
    assert "Entri kedua dibuat orang lain" in page


def test_a_coordinator_chooses_or_types_with_a_reason(people, form):
    """The third way is the paper: a figure typed by the coordinator needs its reason."""
    type_in(people["one"], form, GOOD)
    type_in(people["two"], form, GOOD | {"paslon_1": 71, "paslon_2": 107})
    for who, values in {"one": (61, 117), "two": (71, 107)}.items():
        again = posted({"paslon_1": values[0], "paslon_2": values[1]}, langkah="kirim")
        people[who].post(form, again)
    assert Entri.objects.get().state == "putusan"
    chair = people["chair"]
    chair.post(form, {"langkah": "buka"})
    choice = {"pilih:paslon_1": "0", "nilai:paslon_1": "60", "pilih:paslon_2": "2"}
    page = text(chair.post(form, {"langkah": "putus", **choice}), 409)
    assert "Tulis alasan untuk kolom yang Anda ketik sendiri" in page
    assert 'value="60"' in page
    choice |= {"alasan:paslon_1": "Coretan diparaf", "reason": "Jumlahnya memang tidak cocok"}
    assert chair.post(form, {"langkah": "putus", **choice}).status_code == 302
    agreed = read_figures(Form.objects.get().current.figures)
    assert (agreed["paslon_1"], agreed["paslon_2"]) == (60, 107)


def test_a_draft_is_saved_by_the_page_and_found_again(people, form):
    one = people["one"]
    assert one.post(f"{form}draf/", posted(GOOD)).status_code == 409
    one.post(form, {"langkah": "mulai"})
    answer = one.post(f"{form}draf/", posted({"dpt_l": "1.112", "dpt_p": "12x"}))
    assert answer.json()["saved"]
    assert Draf.objects.get().cells == {"dpt_l": "1112", "dpt_p": "12x"}
    page = text(one.get(form))
    assert 'value="1112"' in page and 'value="12x"' in page
    assert "Dikunci untuk Anda sampai" in page
    assert "Formulir ini dipegang" in text(people["two"].get(form))


def test_a_dpr_form_of_187_fields_is_light(people, world):
    """18 parties of 7 candidates with long names, every rule with it: under 60 kB cold."""
    entries = [
        Entry("dpr", LIST, p, f"Partai Contoh Nomor {p}", dapil=d, candidate=c,
              candidate_name=f"Calon Contoh Panjang {p * 31 % 97} {c * 17 % 89}", sex="L")
        for d in (dapils(world) or [""]) for p in range(1, 19) for c in range(1, 8)
    ]  # fmt: skip
    parties.register(by=world.keeper, election_id=world.election.pk, entries=tuple(entries))
    form = f"/hasil/entri/{world.election.pk}/dpr/{world.tps(X)}/"
    people["one"].post(form, {"langkah": "mulai"})
    page = text(people["one"].get(form))
    names = figures(lists(dict.fromkeys(range(1, 19), 7)), params_for(load_regime("pemilu-2024")))
    assert page.count("data-row=") == len(names) == 187
    assert first_load(page) < BUDGET


def dapils(world):
    from jurdil.places import queries as places

    return [row.code for row in places.dapil_of(world.keeper, world.election.pk, "dpr")]


def test_an_agreed_form_begins_anew_only_when_somebody_else_grants_it(people, form, world):
    type_in(people["one"], form, GOOD)
    type_in(people["two"], form, GOOD)
    assert Entri.objects.get().state == "selesai"
    asked = {"langkah": "minta-ulang", "reason": "Foto lain dari PPK"}
    assert people["one"].post(form, asked).status_code == 302
    asked = f"/hasil/entri/{world.election.pk}/daftar/?keadaan=minta-ulang"
    assert "TPS 001" in text(people["chair"].get(asked))
    assert "Foto lain dari PPK" in text(people["chair"].get(form))
    granted = {"langkah": "ulang-ya", "reason": "Benar"}
    assert people["chair"].post(form, granted).status_code == 302
    assert Entri.objects.get().state == "kosong"
    assert "Tidak ada formulir dalam keadaan ini" in text(people["chair"].get(asked))


# intake ---------------------------------------------------------------------------------------


@pytest.fixture
def desk(world):
    return f"/hasil/penerimaan/{world.election.pk}/{world.tps(X)}/"


def test_a_file_that_is_no_photo_is_refused_in_a_sentence(people, desk):
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("hasil.jpg", b"kode_tps,suara\n1,2\n", "image/jpeg")
    given = {"langkah": "terima", "kind": "foto", "source": "kpps", "condition": "lengkap"}
    page = text(people["one"].post(desk, given | {"file": file}), 409)
    assert "hasil.jpg bukan foto" in page
    assert not Kertas.objects.exists()


def test_a_paper_of_another_tps_is_filed_where_it_belongs(people, desk, world):
    given = {"langkah": "terima", "kind": "plano", "source": "ppk", "condition": "lengkap"}
    people["one"].post(desk, given)
    paper = Kertas.objects.get()
    moved = {"langkah": "pindah", "paper": paper.pk, "reason": "Salah kotak", "contest": "ppwp"}
    page = text(people["one"].post(desk, moved | {"to": "1"}), 409)
    assert "cocok dengan 2 TPS" in page
    code = world.tps(Y).split("/")[0]
    from jurdil.places import queries as places

    village = places.name_of(world.keeper, code).split(" ", 1)[1]
    assert people["one"].post(desk, moved | {"to": f"1 {village}"}).status_code == 302
    assert Kertas.objects.get(state="diterima").path == world.tps(Y)
    assert "disisihkan" in text(people["one"].get(desk))


def test_nihil_in_one_tap_and_copies_in_one_list(people, desk):
    assert "belum masuk" in text(people["one"].get(desk))
    people["one"].post(desk, {"langkah": "nihil"})
    assert Kejadian.objects.get().kind == "nihil"
    assert "NIHIL" in text(people["one"].get(desk))
    copies = {"salinan:saksi:1": "ya", "salinan:ptps:": "tidak", "catatan:ptps:": ""}
    page = text(people["one"].post(desk, {"langkah": "salinan", **copies}), 409)
    assert "mengapa salinan tidak diserahkan" in page
    assert SerahSalinan.objects.get().party == "1"


def test_the_code_of_a_sheet_opens_its_form_and_a_forged_one_is_refused(people, desk, form, world):
    from jurdil.results.labels import Sheet

    start = f"/hasil/entri/{world.election.pk}/mulai/"
    sheet = Sheet(world.election.pk, "ppwp", world.tps(X))
    for said in (sheet.code, sheet.payload):
        found = people["one"].get(start, {"q": said})
        assert found.status_code == 302 and found["Location"] == form
    forged = sheet.payload[:-1] + ("2" if sheet.code[-1] != "2" else "3")
    assert "tidak dikenal" in text(people["one"].get(start, {"q": forged}), 422)
    typed = people["one"].get(start, {"q": "1", "contest": "ppwp"})
    assert "Yang mana?" in text(typed)


def test_who_cannot_type_sees_how_the_form_stands(people, form):
    page = text(people["chair"].get(form))
    assert "Belum ada yang mengetik formulir ini." in page
    assert pairs(3).votes[0] not in page
