"""The office's own papers in the demo: registers, legal products, a directory, expense files.

The clock stands at the morning after voting day, so everything lies before it.
"""

import io
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import xlsxwriter

from jurdil.kernel.viewer import Viewer
from jurdil.office import actions, queries
from jurdil.office.exports import CONTACTS
from jurdil.office.records import NewPerson, Upload
from jurdil.project.demo import sheets
from jurdil.project.demo.people import person
from jurdil.project.demo.place import Ground

TODAY = date(2024, 2, 15)
Bring = Callable[[Viewer, str, str, bytes], None]


@dataclass(frozen=True)
class House:
    """An institution of the demo: name, kind, association, its positions, KPU's division."""

    name: str
    kind: str
    posts: tuple[str, ...]
    division: str = ""
    association: str = ""


HOUSES = (
    House("Sekretariat Daerah", "pemda", ("Bupati", "Wakil Bupati", "Sekretaris Daerah"), "kul"),
    House("Dinas Kependudukan dan Pencatatan Sipil", "pemda", ("Kepala Dinas",), "rendatin"),
    House("Badan Kesatuan Bangsa dan Politik", "pemda", ("Kepala Badan", "Sekretaris"), "teknis"),
    House("Satuan Polisi Pamong Praja", "pemda", ("Kepala Satuan",), "kul"),
    House("Dinas Pendidikan", "pemda", ("Kepala Dinas",), "parmas-sdm"),
    House("Bagian Hukum Setda", "pemda", ("Kepala Bagian",), "hukum"),
    House("DPRD", "pemda", ("Ketua", "Wakil Ketua", "Sekretaris Dewan"), "teknis"),
    House("Kementerian Agama", "vertikal", ("Kepala Kantor",), "parmas-sdm"),
    House("Badan Pusat Statistik", "vertikal", ("Kepala",), "rendatin"),
    House("Rumah Tahanan Negara", "vertikal", ("Kepala",), "rendatin"),
    House("Bawaslu", "penyelenggara", ("Ketua", "Anggota", "Koordinator Sekretariat"), "hukum"),
    House("KPU Provinsi", "penyelenggara", ("Ketua", "Sekretaris"), "kul"),
    House("Polres", "keamanan", ("Kapolres", "Kabag Ops", "Kasat Intelkam"), "kul"),
    House("Kodim", "keamanan", ("Dandim", "Pasi Intel"), "kul"),
    House("Kejaksaan Negeri", "keamanan", ("Kepala", "Kasi Intel"), "hukum"),
    House("Pengadilan Negeri", "keamanan", ("Ketua",), "hukum"),
    *(
        House(f"DPC Partai Contoh {n}", "partai", ("Ketua", "Penghubung"), "teknis")
        for n in range(1, 7)
    ),
    House("SMA Negeri 1", "pendidikan", ("Kepala Sekolah", "Pembina OSIS"), "parmas-sdm"),
    House("Institut Agama Islam Contoh", "pendidikan", ("Rektor", "Wakil Rektor"), "parmas-sdm"),
    House("PWI Kabupaten", "media", ("Ketua", "Sekretaris"), "parmas-sdm", "PWI"),
    House("IWO Kabupaten", "media", ("Ketua",), "parmas-sdm", "IWO"),
    House("IJS Kabupaten", "media", ("Ketua",), "parmas-sdm", "IJS"),
    House("Harian Contoh", "media", ("Pemimpin Redaksi", "Wartawan"), "parmas-sdm", "PWI"),
    House("PKK", "ormas", ("Ketua", "Sekretaris"), "parmas-sdm"),
    House("BKMT", "ormas", ("Ketua",), "parmas-sdm"),
    House("Bhayangkari", "ormas", ("Ketua",), "parmas-sdm"),
)
DEGREES = ("", "", ", S.E.", ", S.H.", ", S.Sos., M.Si.", ", S.Pd., M.M.")

LETTERS = (
    ("Badan Kesatuan Bangsa dan Politik", "Undangan rapat Forkopimda", 3, None),
    ("Bawaslu", "Saran perbaikan pengelolaan TPS lokasi khusus", 4, "late"),
    ("Dinas Kependudukan dan Pencatatan Sipil", "Data penduduk meninggal bulan Januari", 6, None),
    ("DPRD", "Permintaan bahan rapat dengar pendapat", 5, "soon"),
    ("Polres", "Rencana pengamanan rekapitulasi kecamatan", 2, "soon"),
    ("Kodim", "Daftar purnawirawan baru", 9, None),
    ("KPU Provinsi", "Jadwal supervisi rekapitulasi", 1, "soon"),
    ("Kejaksaan Negeri", "Permintaan laporan kegiatan harian posko", 1, "soon"),
    ("PWI Kabupaten", "Permohonan peliputan rekapitulasi", 2, "done"),
    ("SMA Negeri 1", "Permohonan narasumber pendidikan pemilih", 12, "done"),
    ("DPC Partai Contoh 1", "Mandat saksi rekapitulasi kecamatan", 1, None),
    ("DPC Partai Contoh 2", "Permintaan salinan formulir C.Hasil", 1, "soon"),
    ("Kementerian Agama", "Jadwal khotbah bertema pemilu damai", 14, None),
    ("PKK", "Laporan sosialisasi dasawisma", 15, None),
    ("Pengadilan Negeri", "Pemberitahuan putusan tindak pidana pemilu", 8, None),
)
SENT = (
    ("Polres", "Permohonan pengamanan gudang logistik", 20),
    ("Sekretariat Daerah", "Permohonan penerangan jalan ke TPS", 18),
    ("Dinas Pendidikan", "Permohonan pemakaian gedung sekolah sebagai TPS", 17),
    ("Bawaslu", "Penyampaian jadwal distribusi logistik", 10),
    ("KPU Provinsi", "Laporan kesiapan hari pemungutan suara", 3),
    ("Kodim", "Undangan apel kesiapan", 4),
    ("IWO Kabupaten", "Undangan jumpa pers hari tenang", 6),
    ("DPRD", "Penyampaian daftar TPS", 22),
)
PRODUCTS = (
    ("keputusan", "Penetapan lokasi pemungutan suara", "jdih"),
    ("keputusan", "Penetapan jumlah surat suara cadangan", "jdih"),
    ("keputusan", "Pedoman tata kerja posko pemungutan suara", "salinan"),
    ("keputusan-sekretaris", "Panitia rapat koordinasi persiapan rekapitulasi", "ditetapkan"),
    ("keputusan", "Perubahan lokasi pemungutan suara", "ditetapkan"),
    ("kerja-sama", "Kerja sama pendidikan pemilih dengan Institut Agama Islam Contoh", "telaah"),
)
WAY = ("telaah", "pleno", "ditetapkan", "salinan", "jdih")


def show(viewers: Mapping[str, Viewer], place: Ground, chance: random.Random, bring: Bring) -> None:
    """Fill the office's room: the directory comes as a file, all else by acts."""
    operator = viewers["operator"].about(None)
    bring(operator, "directory", "direktori-contoh.xlsx", _directory(place, chance))
    houses = {row.name: row.id for row in queries.institutions(operator)}
    _letters(viewers, operator, houses)
    _products(viewers)
    _expenses(viewers, operator)


def _directory(place: Ground, chance: random.Random) -> bytes:
    """About sixty made-up people, and the camat of every kecamatan."""
    rows = [
        (house.name, house.kind, house.association, post, house.division, place.regency)
        for house in HOUSES
        for post in house.posts
    ]
    kecamatan = sorted({station.kecamatan for station in place.stations})
    for code in kecamatan:
        rows.append((f"Kantor Camat {code}", "pemda", "", "Camat", "teknis", code))
    out, used = io.BytesIO(), set[str]()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("direktori")
        sheet.write_row(0, 0, (*CONTACTS, "telepon"))
        for at, (house, kind, association, post, division, where) in enumerate(rows, 1):
            name, sex = _unused(chance, used)
            greeting = "Bapak" if sex == "L" else "Ibu"
            named = f"{name}{chance.choice(DEGREES)}"
            values = (house, kind, association, greeting, named, post, division, where)
            phone = f"0800{chance.randint(1000000, 9999999)}"
            sheet.write_row(at, 0, (*values, sex, "2023-01-02", "", phone))
    return out.getvalue()


def _unused(chance: random.Random, used: set[str]) -> tuple[str, str]:
    """A made-up name that nobody else of the directory has."""
    while True:
        name, sex = person(chance)
        if name not in used:
            used.add(name)
            return name, sex


def _letters(viewers: Mapping[str, Viewer], by: Viewer, houses: Mapping[str, int]) -> None:
    """A register of a few weeks: answered, waiting, late, ordered upon."""
    for at, (receiver, subject, age) in enumerate(sorted(SENT, key=lambda one: -one[2]), 1):
        actions.send_letter(
            by=by,
            number=f"{40 + at}/PL.01-SD/{by.path.replace('.', '')}/2024",
            dated=TODAY - timedelta(days=age),
            day=TODAY - timedelta(days=age),
            subject=subject,
            correspondent="",
            institution_id=houses[receiver],
        )
    due = {"late": -2, "soon": 3, "done": 1}
    for at, (sender, subject, age, wish) in enumerate(sorted(LETTERS, key=lambda one: -one[2]), 1):
        received = TODAY - timedelta(days=age)
        letter = actions.receive_letter(
            by=by,
            number=f"{100 + at}/CONTOH/II/2024",
            dated=received - timedelta(days=2),
            received=received,
            subject=subject,
            correspondent="",
            institution_id=houses[sender],
            nature="segera" if wish == "late" else "biasa",
            reply_by=max(TODAY + timedelta(days=due[wish]), received) if wish else None,
            file=_scan(f"surat-{at}"),
        )
        _settle(viewers, by, letter.pk, subject, wish, at)


def _settle(
    viewers: Mapping[str, Viewer],
    by: Viewer,
    letter_id: int,
    subject: str,
    wish: str | None,
    at: int,
) -> None:
    if wish == "done":
        actions.send_letter(
            by=by,
            number=f"{70 + at}/PL.01-SD/{by.path.replace('.', '')}/2024",
            day=TODAY - timedelta(days=1),
            dated=TODAY - timedelta(days=1),
            subject=f"Jawaban: {subject}",
            correspondent="Pengirim surat",
            answers_id=letter_id,
        )
    elif wish:
        actions.dispose(
            by=viewers["ketua"],
            letter_id=letter_id,
            instruction="Siapkan jawaban",
            owner_id=viewers["kasubbag"].account_id,
            until=TODAY + timedelta(days=2),
        )
    elif at % 2:
        note = "Diketahui dan diarsipkan."
        actions.close_letter(by=by, letter_id=letter_id, note=note)


def _products(viewers: Mapping[str, Viewer]) -> None:
    """Six legal products at different steps; one amends another."""
    by = viewers["sekretaris"]
    made = {}
    for at, (kind, title, reached) in enumerate(PRODUCTS, 1):
        product = actions.open_product(by=by, kind=kind, title=title, division="hukum")
        made[title] = product.pk
        for state in WAY[: WAY.index(reached) + 1]:
            if state != "pleno" or kind != "keputusan-sekretaris":
                _step(by, product.pk, state, at)
    actions.tie_products(
        by=by,
        later_id=made["Perubahan lokasi pemungutan suara"],
        earlier_id=made["Penetapan lokasi pemungutan suara"],
        kind="mengubah",
        note="Lampiran, lokasi dua TPS",
    )


def _step(by: Viewer, product_id: int, state: str, at: int) -> None:
    more: dict[str, object] = {
        "telaah": {"note": "Wewenang, bentuk, dan rujukan diperiksa; sesuai."},
        "pleno": {"number": f"{at}/BA/7312/2024"},
        "ditetapkan": {"number": f"{at} Tahun 2024", "file": _scan(f"sk-{at}")},
        "salinan": {"file": _scan(f"salinan-{at}")},
        "jdih": {"address": f"https://jdih.example.org/contoh/{at}"},
    }
    values = more[state]
    actions.step_product(
        by=by,
        product_id=product_id,
        state=state,
        day=TODAY,
        **(values if isinstance(values, dict) else {}),
    )


def _scan(name: str) -> Upload:
    return Upload(f"{name}.pdf", sheets.scan(name))


def _expenses(viewers: Mapping[str, Viewer], by: Viewer) -> None:
    """A complete file, and one with three papers missing."""
    ceiling = actions.set_ceiling(
        by=viewers["sekretaris"],
        year=2024,
        code="narasumber",
        name="Narasumber rapat (contoh)",
        unit="orang jam",
        amount=900_000,
        basis="Angka contoh, bukan aturan",
    )
    first = _file(by, "Rakor persiapan logistik", date(2024, 1, 17), ceiling.pk)
    _fill(by, first, but=())
    actions.hand_in(by=by, spj_id=first, day=date(2024, 1, 29))
    second = _file(by, "Rakor persiapan rekapitulasi", date(2024, 1, 30), ceiling.pk)
    _fill(by, second, but=("npwp", "notula", "foto"))


def _file(by: Viewer, title: str, first: date, ceiling_id: int) -> int:
    spj = actions.new_spj(
        by=by,
        kind="rakor",
        title=title,
        held_from=first,
        held_until=first + timedelta(days=1),
        venue="Aula kantor",
        division="kul",
        source="APBN",
    )
    speaker = NewPerson("Contoh Narasumber, M.Si.", "narasumber", "Institut Contoh", inside=False)
    people = (
        speaker,
        NewPerson("Contoh Moderator", "moderator", "KPU", inside=True),
        NewPerson("Contoh Panitia", "panitia", "KPU", inside=True),
    )
    ids = [actions.keep_person(by=by, spj_id=spj.pk, person=one).pk for one in people]
    lines = (
        ("522151", "Honor narasumber", "orang jam", Decimal(4), 900_000, ceiling_id),
        ("521211", "Konsumsi peserta", "orang kali", Decimal(80), 60_000, None),
        ("524114", "Transpor peserta", "orang", Decimal(40), 110_000, None),
    )
    for account, item, unit, volume, price, ceiling in lines:
        line = actions.plan_line(
            by=by,
            spj_id=spj.pk,
            account_code=account,
            item=item,
            unit=unit,
            volume=volume,
            price=price,
            ceiling_id=ceiling,
        )
        gross = int(volume) * price
        actions.pay(
            by=by,
            line_id=line.pk,
            day=first + timedelta(days=2),
            gross=gross,
            tax=gross // 20 if ceiling else 0,
            receipt=f"KW-{line.pk}",
            person_id=ids[0] if ceiling else None,
        )
    return spj.pk


def _fill(by: Viewer, spj_id: int, but: tuple[str, ...]) -> None:
    left = set(but)
    for at, row in enumerate(queries.spj_page(by, spj_id).papers, 1):
        if row.paper in left:
            left.discard(row.paper)
            continue
        actions.keep_paper(
            by=by,
            spj_id=spj_id,
            paper=row.paper,
            person_id=row.person_id or None,
            reference=f"Map {spj_id}, lembar {at}",
        )
