"""Neutrality, money politics, process disputes and residue in Bawaslu's house; nobody is real.

The scores of the provinces are the published ones of the IKP 2024, with the misprint of Kaltim that
most media carried beside them.
"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jurdil.kernel.viewer import Viewer
from jurdil.oversight import actions
from jurdil.oversight.actions.money import NewMoney
from jurdil.oversight.dispute_records import DisputeMove, NewDispute, NewSession
from jurdil.oversight.neutral_records import NewNeutral, NewProof, NewStep, Who
from jurdil.project.demo.place import Ground

WITA = ZoneInfo("Asia/Makassar")
SCORES = Path(__file__).with_name("ikp-2024-provinsi.csv")
PRINTED, MISPRINTED = b"Kalimantan Timur,74.04", b"Kalimantan Timur,77.04"
ROAD: tuple[tuple[str, dict[str, str]], ...] = (
    ("ke-sbt", {"reference": "SBT-CONTOH-1"}),
    ("sbt-lengkap", {}),
    ("terbukti", {"letter": "BA pleno contoh"}),
    ("ke-bkn", {"letter": "Surat contoh ke BKN"}),
    ("ke-ppk", {"letter": "Surat contoh BKN"}),
    ("ppk-sanksi", {"letter": "SK contoh", "sanction": "disiplin-berat"}),
    ("idis", {"reference": "IDIS-CONTOH-1"}),
)
PEOPLE = (
    ("pns", "fungsional", "unggah-suka", "facebook", date(2024, 1, 8), 7),
    ("pns", "pelaksana", "foto", "instagram", date(2024, 1, 16), 5),
    ("pppk", "fungsional", "unggah-suka", "tiktok", date(2024, 2, 7), 2),
    ("pns", "kepala-wilayah", "hadir-dukung", "langsung", date(2024, 2, 9), 1),
    ("pns", "pelaksana", "sosialisasi-medsos", "facebook", date(2023, 10, 20), 3),
)
MONEY = (
    (date(2024, 1, 20), "barang", "Paket sembako", "tim", 40, 75_000),
    (date(2024, 2, 12), "langsung", "Amplop berisi uang", "tim", 25, 100_000),
    (date(2024, 2, 13), "langsung", "Saldo dompet elektronik", "setiap-orang", None, 50_000),
    (date(2024, 2, 14), "janji", "Janji uang sesudah memilih", "setiap-orang", 6, None),
)


def show(office: Viewer, viewers: Mapping[str, Viewer], election_id: int, place: Ground) -> None:
    """Lay out the registers of the campaign and the days around voting."""
    clerk, chair = viewers["bw-sekretariat"], viewers["bw-ketua"]
    districts = sorted({station.kecamatan for station in place.stations})
    _neutrality(clerk, election_id, districts)
    _money(clerk, election_id, districts)
    _disputes(chair, election_id, place.regency)
    _published(clerk)
    for number, district in enumerate(districts[:3]):
        actions.note_residue(
            by=clerk,
            path=district,
            election_name="Pemilu 2019 (contoh)",
            ended_on=date(2018, 5, 17),
            households=4000 + 350 * number,
            unvisited=12 + 9 * number,
            source="Berita acara rekapitulasi coklit (contoh)",
        )


def _neutrality(clerk: Viewer, election_id: int, districts: list[str]) -> None:
    for at, (employment, post, act, medium, day, steps) in enumerate(PEOPLE):
        new = NewNeutral(
            election_id=election_id,
            source="temuan" if at % 2 else "laporan",
            person="asn",
            agency=f"Dinas Contoh {at + 1}",
            act=act,
            part="aktif",
            medium=medium,
            contest="dprd-kab",
            beneficiary="Partai Contoh",
            happened_on=day,
            known_on=day,
            facts="Contoh: unggahan berisi ajakan memilih satu partai.",
            employment=employment,
            post=post,
        )
        who = Who(f"Contoh Terlapor {at + 1}", f"9901011980010110{at + 10}")
        path = districts[at % len(districts)]
        made = actions.note_neutral(by=clerk, path=path, new=new, who=who)
        if medium != "langsung":
            moment = datetime(day.year, day.month, day.day, 10, 4, tzinfo=WITA)
            proof = NewProof("Unggahan", None, f"https://contoh.invalid/{at}", moment)
            actions.add_proof(by=clerk, neutral_id=made.pk, new=proof)
        for name, papers in ROAD[:steps]:
            actions.step_neutral(by=clerk, neutral_id=made.pk, new=NewStep(name, day, **papers))
    _village_head(clerk, election_id, districts[0])


def _village_head(clerk: Viewer, election_id: int, district: str) -> None:
    new = NewNeutral(
        election_id=election_id,
        source="informasi-awal",
        person="kades",
        agency="Pemerintah Desa Contoh",
        act="keberpihakan",
        part="aktif",
        medium="langsung",
        contest="dprd-kab",
        beneficiary="Calon Contoh",
        happened_on=date(2024, 2, 5),
        known_on=date(2024, 2, 6),
        facts="Contoh: mengajak warga memilih satu calon pada acara desa.",
        employment="kepala-desa",
    )
    actions.note_neutral(by=clerk, path=district, new=new, who=Who("Contoh Kepala Desa"))


def _money(clerk: Viewer, election_id: int, districts: list[str]) -> None:
    for at, (day, mode, thing, actor, receivers, value) in enumerate(MONEY):
        new = NewMoney(
            election_id=election_id,
            happened_on=day,
            mode=mode,
            thing=thing,
            actor=actor,
            receiver="pemilih",
            facts="Contoh: dilihat pengawas di lapangan.",
            receivers=receivers,
            value=value,
            electronic=thing.startswith("Saldo"),
        )
        path = districts[at % len(districts)]
        actions.note_money(by=clerk, path=path, new=new, level="" if at else "kecamatan")


def _disputes(chair: Viewer, election_id: int, regency: str) -> None:
    ended = _petition(chair, election_id, regency, date(2023, 11, 6), "Partai Contoh A")
    for step, day, letter, ruling in (
        ("registrasi", date(2023, 11, 8), "Pemberitahuan contoh 1", ""),
        ("mulai-mediasi", date(2023, 11, 9), "", ""),
        ("adjudikasi", date(2023, 11, 10), "BA mediasi contoh", ""),
        ("putusan", date(2023, 11, 17), "Putusan contoh 1", "kabul-sebagian"),
        ("pelaksanaan", date(2023, 11, 21), "Keputusan KPU contoh", ""),
    ):
        move = DisputeMove(step, day, letter=letter, ruling=ruling)
        actions.step_dispute(by=chair, dispute_id=ended, new=move)
    open_one = _petition(chair, election_id, regency, date(2024, 2, 7), "Partai Contoh B")
    move = DisputeMove("registrasi", date(2024, 2, 8), letter="Pemberitahuan contoh 2")
    actions.step_dispute(by=chair, dispute_id=open_one, new=move)
    session = NewSession(
        "mediasi", datetime(2024, 2, 16, 9, tzinfo=WITA), "Ruang sidang", "Mediasi pertama"
    )
    actions.call_session(by=chair, dispute_id=open_one, new=session)
    actions.add_dispute_evidence(
        by=chair, dispute_id=open_one, side="P", title="Salinan keputusan (contoh)"
    )


def _petition(chair: Viewer, election_id: int, regency: str, day: date, applicant: str) -> int:
    new = NewDispute(
        election_id=election_id,
        track="peserta-penyelenggara",
        applicant_kind="partai",
        applicant=applicant,
        respondent="KPU kabupaten (contoh)",
        object_kind="keputusan",
        object_day=day,
        posita="Contoh: nama calon tidak dimuat.",
        petitum="Contoh: memuat nama calon.",
        received_on=day,
        object_number="Keputusan contoh",
    )
    return actions.receive_dispute(by=chair, path=regency, new=new).pk


def _published(clerk: Viewer) -> None:
    right = SCORES.read_bytes()
    for content, source in (
        (right, "databoks, Desember 2022"),
        (right.replace(PRINTED, MISPRINTED), "Cetakan kebanyakan media, Desember 2022"),
    ):
        actions.take_population(
            by=clerk, edition="ikp-2024", level="provinsi", content=content, source=source
        )
