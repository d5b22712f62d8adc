"""From the paper to the seats by keyboard: two typists, a coordinator, a plenary, a re-vote."""

import io
import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader

from jurdil.kernel.actions import office
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.rules import figures, lists, params_for
from jurdil.law.sitting import participant_key
from jurdil.places import actions as places
from jurdil.places.records import NewDapil, NewTps
from jurdil.results.actions import freeze_recap, plenary
from jurdil.results.models import Entri, Form, Keberatan, Kejadian, Sidang, Ulang
from jurdil.results.writing import read_figures
from jurdil.seats.models import Perhitungan
from jurdil.stages import actions as stages
from tests import databases, factories, served
from tests.browser import chromium  # noqa: F401  (a fixture)
from tests.places import ground as places_ground
from tests.results import ground
from tests.seats import ground as seats

pytestmark = [pytest.mark.browser, pytest.mark.slow]
X, Y, CONTEST = "73.12.01", "73.12.02", "dprd-kab"
WITA = ZoneInfo("Asia/Makassar")
CHOICES = lists({1: 2, 2: 2, 3: 2})
NAMES = figures(CHOICES, params_for(load_regime("pemilu-2024")))
PEOPLE = {
    "one": ("operator", "73.12"),
    "two": ("operator", "73.12"),
    "chair": ("ketua", "73.12"),
    "ppk": ("ppk", X),
}


def paper(*votes: int, invalid: int = 4) -> dict[str, int]:
    """A form that adds up: votes of six candidates, nobody votes for a logo."""
    made = dict.fromkeys(NAMES, 0)
    total = sum(votes) + invalid
    men = total // 2
    for party in (1, 2, 3):
        own = votes[2 * party - 2 : 2 * party]
        made |= {f"partai_{party}_calon_{n}": value for n, value in enumerate(own, 1)}
        made[f"partai_{party}_jumlah"] = sum(own)
    for group in ("guna", "guna_dpt"):
        made |= {f"{group}_l": men, f"{group}_p": total - men, group: total}
    made |= {"dpt_l": 125, "dpt_p": 125, "dpt": 250}
    made |= {"surat_suara_diterima": 255, "surat_suara_digunakan": total}
    made |= {"surat_suara_tidak_digunakan": 255 - total}
    return made | {"suara_sah": sum(votes), "suara_tidak_sah": invalid, "suara_total": total}


FIRST = paper(70, 30, 40, 20, 15, 5)
AGAIN = paper(20, 10, 60, 30, 10, 2)
SECOND = paper(33, 11, 44, 22, 17, 3)
FAR = paper(35, 5, 35, 15, 45, 8)


class House:
    """A served office with three TPS in two kecamatan, a ballot of three parties, and its people.

    The forms of two of the TPS come as a file; the first is typed.
    """

    def __init__(self, address: str):
        self.address = address
        factories.office()
        places_ground.regions()
        self.election = factories.election(contests=[CONTEST])
        places.set_dapil(
            by=factories.viewer(),
            election_id=self.election.pk,
            contest=CONTEST,
            rows=[NewDapil("1", "Contoh 1", 4, (X, Y))],
            basis="contoh",
            confirmed=True,
        )
        seats.register(self.election, "1", {"A": 2, "B": 2, "C": 2})
        self.path, self.second, self.far = seats.tps(X), seats.tps(X, 2), seats.tps(Y)
        places.add_tps_list(
            by=factories.viewer(),
            election_id=self.election.pk,
            rows=tuple(
                NewTps(village, int(number))
                for village, _slash, number in (
                    one.partition("/") for one in (self.path, self.second, self.far)
                )
            ),
            reason="Penetapan",
        )
        sheet = ground.sheet(CHOICES, {self.second: SECOND, self.far: FAR})
        ground.bring(self.election, "c-hasil", sheet, contest=CONTEST)
        self.accounts = {who: factories.account(*role) for who, role in PEOPLE.items()}

    def viewer(self, who: str) -> Viewer:
        role, path = PEOPLE[who]
        return Viewer(role, path, "kpu", f"Contoh {role}", self.accounts[who].pk)

    @property
    def form(self) -> str:
        return self.entry(self.path)

    def entry(self, path: str) -> str:
        return f"/hasil/entri/{self.election.pk}/{CONTEST}/{path}/"

    def figures(self) -> dict[str, int]:
        """What counts at the first TPS now."""
        return read_figures(Form.objects.get(path=self.path).current.figures)

    def at(self, day: int, month: int = 2) -> None:
        moment = datetime(2024, month, day, 18, tzinfo=WITA)
        office.set_training_clock(by=factories.viewer("pengelola"), legal=moment)


@pytest.fixture
def house(chromium, migrated, django_db_blocker, tmp_path):  # noqa: F811
    with (
        django_db_blocker.unblock(),
        databases.own_database(migrated, tmp_path),
        served.serving() as address,
    ):
        yield House(address)


class Desk:
    """A browser in which one person is logged in, used by keyboard."""

    def __init__(self, browser, house: House, who: str):
        context = browser.new_context(reduced_motion="reduce")
        context.add_cookies([served.session_cookie(house.accounts[who], house.address)])
        context.set_default_timeout(10_000)
        self.house, self.page = house, context.new_page()

    def open(self, where: str) -> "Desk":
        self.page.goto(self.house.address + where)
        return self

    def press(self, selector: str) -> "Desk":
        """Press Enter on the first button or link that fits."""
        self.page.locator(selector).first.focus()
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def fill(self, name: str, value: str) -> "Desk":
        self.page.fill(f"[name={name}]", value)
        return self

    def type(self, values: dict[str, int], keys: str = "Shift+Enter") -> "Desk":
        self.page.wait_for_selector("form[data-ready]")
        for name in NAMES:
            if name in values and self.page.locator(f"#isi-{name}").count():
                self.page.keyboard.type(str(values[name]))
                self.page.keyboard.press("Enter")
        with self.page.expect_navigation():
            self.page.keyboard.press(keys)
        return self

    def enter(self, values: dict[str, int]) -> "Desk":
        """Confirm the paper, type the whole form, send it."""
        self.open(self.house.form)
        self.page.wait_for_selector("button[value=mulai]:focus")
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self.type(values)

    def key(self, key: str) -> "Desk":
        """Press a key that leads to another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
        return self

    def attend(self, kind: str, code: str, participant: str = "") -> "Desk":
        """Record on the page of attendance who takes part."""
        self.page.select_option("[name=kind]", kind)
        self.fill("code", code).fill("name", f"Contoh {code}")
        if participant:
            self.page.select_option("[name=participant]", participant)
            self.page.select_option("[name=mandate_level]", "kabko")
            self.fill("mandate_number", "1/M/2024")
        return self.press("button:has-text('Catat')")

    @property
    def text(self) -> str:
        return self.page.inner_text("main")

    def pdf(self, where: str) -> str:
        answer = self.page.request.get(self.house.address + where)
        assert answer.headers["content-type"] == "application/pdf"
        return "\n".join(p.extract_text() for p in PdfReader(io.BytesIO(answer.body())).pages)


def count_by_two_and_a_coordinator(house, one, two, chair):
    """The second typist takes a vote of candidate 2 for one of candidate 1, twice."""
    seen = {"partai_1_calon_1": 71, "partai_1_calon_2": 29}
    one.enter(FIRST)
    two.enter(FIRST | seen)
    assert Entri.objects.get().state == "beda"
    two.type(seen)
    one.open(house.form).type({"partai_1_calon_1": 70, "partai_1_calon_2": 30})
    assert Entri.objects.get().state == "putusan"
    chair.open(house.form).press("text=Buka bacaan dan periksa")
    for field in seen:
        chair.page.locator(f"input[type=radio][name*='{field}']").first.focus()
        chair.page.keyboard.press("Space")
    chair.press("button[value=putus]")
    assert house.figures()["partai_1_calon_1"] == 70


def plenary_of_the_kecamatan(house, ppk):
    held = prepared(house, "ppk", X, "Aula")
    desk = f"/hasil/pleno/{held.pk}/"
    ppk.open(f"{desk}hadir/")
    ppk.attend("anggota", "PPK 1").attend("pengawas", "Panwaslu Kecamatan")
    ppk.attend("saksi", "Saksi partai 1", participant_key(CONTEST, "list", 1))
    ppk.open(f"{desk}rapat/")
    for box in ppk.page.locator("input[name=tps]").all():
        box.press("Space")
    ppk.press("button:has-text('Catat kedatangan')").press("button[value=buka]")
    ppk.open(desk).key("Enter")
    correct(ppk, "Calon C 2", "6")
    ppk.key("Enter").key("Enter")
    assert "TPS 002" in ppk.page.inner_text("h1")
    ppk.key("Enter")
    object_and_answer(ppk)
    ppk.key("Enter").key("Enter")
    assert states(held) == {"disahkan"}
    sign_and_close(ppk, f"{desk}penutupan/")
    return held


def prepared(house, who, path, venue):
    return plenary.prepare_sitting(
        by=house.viewer(who),
        election_id=house.election.pk,
        path=path,
        contests=[CONTEST],
        venue=venue,
    )


def object_and_answer(ppk):
    """A witness objects to the row that is read; the row waits until the room has answered."""
    ppk.key("k")
    ppk.page.select_option("[name=participant]", index=1)
    ppk.page.locator("textarea[name=text]").focus()
    ppk.page.keyboard.type("Selisih satu suara dengan salinan saksi")
    ppk.press("button:has-text('Catat keberatan')")
    assert Keberatan.objects.get().row.state == "keberatan"
    ppk.page.locator("summary:has-text('Jawab')").press("Enter")
    ppk.fill("answer", "Salinan saksi dibaca ulang dan sama").press("text=Simpan jawaban")
    found = Keberatan.objects.get()
    assert (found.outcome, found.row.state) == ("dijelaskan", "dibacakan")


def sign_and_close(ppk, closing):
    ppk.open(closing)
    while ppk.page.locator("input[name=peserta] ~ button:has-text('Menandatangani')").count() > 1:
        ppk.press("button:has-text('Menandatangani')")
    ppk.page.locator("input[name=refusal]").first.fill("Tidak setuju angka C")
    ppk.press("button[name=refused]")
    while ppk.page.locator("button:has-text('Catat tanda terima')").count():
        ppk.press("button:has-text('Catat tanda terima')")
    ppk.press("form:has(input[name=do][value=close]) button")
    assert "menolak" in ppk.text
    minutes = ppk.press("a:has-text('Berita acara')").page.url.removeprefix(ppk.house.address)
    said = " ".join(ppk.pdf(f"{minutes}naskah.pdf").split())
    assert "Suara sah 310 tiga ratus sepuluh" in said
    assert "Selisih satu suara dengan salinan saksi" in said


def correct(ppk, label, value):
    names = ppk.page.locator("a.angka").all_inner_texts()
    for _step in range(next(at for at, name in enumerate(names) if label in name) + 1):
        ppk.page.keyboard.press("ArrowDown")
    with ppk.page.expect_navigation():
        ppk.page.keyboard.press("b")
    ppk.page.wait_for_selector("#angka-baru:focus")
    ppk.page.keyboard.type(value)
    with ppk.page.expect_navigation():
        ppk.page.keyboard.press("Enter")


def vote_again(house, ppk, chair, one, two):
    house.at(20)
    ppk.open(f"/hasil/ulang/{house.election.pk}/usul/").fill("path", house.path)
    ppk.page.select_option("[name=kind]", "psu")
    ppk.page.select_option("[name=ground]", "psu-tanpa-ktp-el")
    ppk.page.locator("[name=contests]").first.press("Space")
    ppk.fill("story", "Dua pemilih tanpa KTP-el").press("main form button")
    case = f"/hasil/ulang/perkara/{Ulang.objects.get().pk}/"
    chair.open(case).fill("reason", "Terbukti").fill("held_on", "2024-02-24")
    chair.press("main form button")
    house.at(24)
    one.open(case).press("main form button")
    one.enter(AGAIN)
    two.enter(AGAIN)
    chair.open(case)
    assert "hasil berubah" in chair.text
    assert re.search(r"\bA\s+100\s+30\s+\D*70\s+184\s+114", chair.text)
    assert house.figures()["suara_sah"] == 132


def determine_in_the_regency(house, chair):
    freeze_recap(
        by=house.viewer("chair"),
        election_id=house.election.pk,
        contest=CONTEST,
        path=Y,
        title="BA kecamatan kedua",
    )
    held = prepared(house, "chair", "73.12", "Kantor")
    desk = f"/hasil/pleno/{held.pk}/"
    chair.open(f"{desk}hadir/").attend("anggota", "KPU 1")
    chair.open(f"{desk}rapat/").press("button[value=buka]").open(desk)
    while states(held) != {"disahkan"}:
        chair.key("Enter")
    chair.open(f"{desk}penutupan/").press("button:has-text('NIHIL')")
    chair.press("button:has-text('Menandatangani')")
    chair.press("form:has(input[name=do][value=close]) button")
    chair.open(f"{desk}rapat/").press("button[value=tutup]")
    assert Sidang.objects.get(pk=held.pk).state == "ditutup"


def nothing_is_entered_any_more(house, one):
    one.open(house.entry(house.second)).press("button[value=mulai]")
    assert "Hasil ini sudah ditetapkan dengan" in one.text
    assert "pemungutan suara ulang, atau putusan" in one.text


def states(held):
    return set(held.rows.values_list("state", flat=True))


def test_the_whole_flow_by_keyboard(house, chromium):  # noqa: F811
    one, two, chair, ppk = (Desk(chromium, house, who) for who in ("one", "two", "chair", "ppk"))
    house.at(15)
    board = f"/hasil/{house.election.pk}/{CONTEST}/{X}/"
    count_by_two_and_a_coordinator(house, one, two, chair)
    assert "Hitung internal, bukan hasil resmi" in one.open(board).text
    plenary_of_the_kecamatan(house, ppk)
    said = Kejadian.objects.get(kind="pembetulan").text
    assert re.search("tertulis 5, dibetulkan menjadi 6", said)
    sheet = ppk.pdf(f"/hasil/cetak/{house.election.pk}/{CONTEST}/d-hasil/{X}.pdf?dapil=1")
    assert "menolak" in sheet.lower()
    assert "Hitung internal" not in ppk.open(board).text
    vote_again(house, ppk, chair, one, two)
    determine_in_the_regency(house, chair)
    nothing_is_entered_any_more(house, one)
    public = one.open(f"/publik/pemilu-2024/{CONTEST}/").text
    assert "Hitung internal" not in public
    assert "Penetapan hasil kabupaten/kota, 24-02-2024." in public
    chair.open(f"/kursi/{house.election.pk}/{CONTEST}/")
    one.open(f"/kursi/{house.election.pk}/{CONTEST}/").press("button:has-text('Hitung kursi')")
    won = Perhitungan.objects.get(contest=CONTEST)
    assert won.seats == 4
    stages.record_event(
        by=factories.viewer(),
        election_id=house.election.pk,
        trigger="surat-mk-perkara-teregistrasi",
        day=datetime(2024, 4, 29, tzinfo=WITA).date(),
        basis="Surat MK",
    )
    house.at(30, 4)
    chair.open(f"/kursi/{house.election.pk}/{CONTEST}/penetapan/")
    chair.page.fill("main form.form input:not([type=hidden]) >> nth=0", "SK 5/2024")
    chair.press("main form.form button")
    assert "SK 5/2024" in chair.text
