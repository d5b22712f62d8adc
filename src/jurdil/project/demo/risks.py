"""Risks in Bawaslu's house: events, vulnerable TPS, AGHT, prevention and the post, all made up."""

import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.viewer import Viewer
from jurdil.oversight import actions
from jurdil.project.demo.place import Ground

WITA = ZoneInfo("Asia/Makassar")
SIGNS = "tps-2024-02"
FLAGGED = 14
EVENTS = (
    (28, "desa", "Logistik tiba setelah H-1 di satu desa", "PPK"),
    (54, "kecamatan", "Laporan pembagian sembako oleh tim", "Laporan masyarakat"),
    (18, "desa", "Pemilih meninggal masih tercatat", "Uji petik"),
    (31, "desa", "TPS dibuka terlambat", "PTPS"),
    (44, "kecamatan", "Kampanye di luar jadwal", "Panwaslu Kecamatan"),
    (20, "desa", "Pemilih tercatat dua kali", "Uji petik"),
    (12, "kecamatan", "Perangkat desa hadir di kampanye", "Panwaslu Kecamatan"),
    (36, "desa", "Keberatan saksi di TPS", "PTPS"),
    (32, "desa", "Satu TPS memungut ulang", "KPU"),
)
FIELD = (
    (28, "desa", "Kotak suara satu TPS datang malam hari", "PPS"),
    (57, "desa", "Rombongan pemilih tambahan pada siang hari", "PTPS"),
)
NOTES = (
    (
        "gangguan",
        "a",
        "Jalan tergenang menuju dua desa",
        "Banjir setinggi 30 cm sejak pagi.",
        "bpbd",
    ),
    (
        "ancaman",
        "c",
        "Ajakan menolak hasil di media sosial",
        "Unggahan dibagikan di grup.",
        "polres",
    ),
    ("hambatan", "b", "Jaringan internet terputus di empat TPS", "Unggahan foto tertunda.", "kpu"),
    (
        "tantangan",
        "d",
        "Warga kebun jauh dari TPS",
        "Perlu angkutan pada hari pemungutan.",
        "pemda",
    ),
)
PLANS = (
    ("naskah-dinas", "imbauan", "Imbauan netralitas ASN", "Pemerintah daerah", -35),
    ("pendidikan", "sosialisasi", "Sosialisasi tolak politik uang", "Warga desa", -21),
    ("kerja-sama", "forum", "Forum pemangku kepentingan", "Ormas dan kampus", -14),
    ("publikasi", "literasi", "Literasi media sosial", "Pemilih pemula", -7),
    ("lainnya", "patroli", "Patroli masa tenang", "TPS rawan", -2),
    ("identifikasi", "koordinasi-data", "Pemetaan TPS rawan", "Panwaslu Kecamatan", -9),
)
COMPLAINTS = (
    ("tidak-tercatat", 5, "Lima warga satu dusun tidak tercatat"),
    ("salah-tps", 2, "Suami istri ditempatkan di TPS berbeda"),
    ("tms", 1, "Pemilih yang sudah pindah masih tercatat"),
)


def show(
    office: Viewer,
    viewers: Mapping[str, Viewer],
    election_id: int,
    place: Ground,
    chance: random.Random,
) -> None:
    """Lay out the risks of the last weeks before voting day, and the day itself."""
    clerk, field = viewers["bw-sekretariat"], viewers["panwascam"]
    _clock(office, datetime(2024, 2, 10, 9, tzinfo=WITA))
    _before(clerk, viewers["ptps"], election_id, place, chance)
    _clock(office, datetime(2024, 2, 14, 17, tzinfo=WITA))
    _voting_day(clerk, field, place, chance)


def _clock(office: Viewer, legal: datetime) -> None:
    office_acts.set_training_clock(by=office, legal=legal)


def _before(
    clerk: Viewer, ptps: Viewer, election_id: int, place: Ground, chance: random.Random
) -> None:
    today = date(2024, 2, 10)
    signs = ("dptb", "internet", "sulit", "bencana", "logistik-terlambat", "uang", "dpk")
    for station in chance.sample(place.stations, FLAGGED):
        actions.flag_tps(
            by=clerk,
            election_id=election_id,
            edition=SIGNS,
            path=station.path,
            signs=chance.sample(signs, chance.randint(1, 3)),
            evidence="Hasil pemetaan Panwaslu Kecamatan 3–8 Februari 2024",
        )
    actions.flag_tps(
        by=ptps,
        election_id=election_id,
        edition=SIGNS,
        path=ptps.path,
        signs=["dekat-sekolah"],
        evidence="TPS di halaman sekolah",
    )
    for form, kind, purpose, target, days in PLANS:
        day = today + timedelta(days=days + 5)
        plan = {"form": form, "kind": kind, "purpose": purpose, "target": target}
        made = actions.plan_prevention(
            by=clerk, values={**plan, "held_from": day, "held_until": day}
        )
        if day < today:
            actions.report_prevention(
                by=clerk, prevention_id=made.pk, done=True, description="Terlaksana sesuai rencana."
            )
    for theme, level in (("Logistik ke desa terjauh", "Rawan"), ("Cuaca", "Perlu perhatian")):
        actions.note_kpu_risk(
            by=clerk,
            theme=theme,
            level=level,
            source="Surat KPU (contoh)",
            path=place.stations[-1].kecamatan,
        )


def _voting_day(clerk: Viewer, field: Viewer, place: Ground, chance: random.Random) -> None:
    today = date(2024, 2, 14)
    for indicator, severity, story, source in EVENTS:
        for _again in range(chance.randint(1, 3)):
            actions.note_event(
                by=clerk,
                indicator=indicator,
                severity=severity,
                narrative=story,
                source=source,
                happened_on=today - timedelta(days=chance.randint(0, 20)),
                path=chance.choice(place.stations).kecamatan,
            )
    for indicator, severity, story, source in FIELD:
        actions.note_event(
            by=field,
            indicator=indicator,
            severity=severity,
            narrative=story,
            source=source,
            happened_on=today,
        )
    actions.keep_run(by=clerk, note="Sore hari pemungutan suara")
    _notes(clerk, place, chance)
    actions.write_day(
        by=clerk,
        day=today,
        statement="Pemungutan suara berjalan; satu gangguan cuaca ditangani.",
        prediction="Rekapitulasi kecamatan disiapkan.",
    )
    for category, people, facts in COMPLAINTS:
        actions.note_post(by=field, category=category, people=people, facts=facts, told_on=today)


def _notes(clerk: Viewer, place: Ground, chance: random.Random) -> None:
    for at, (kind, theme, title, facts, addressee) in enumerate(NOTES):
        values = {
            "kind": kind,
            "theme": theme,
            "title": title,
            "facts": facts,
            "observed_at": datetime(2024, 2, 14, 8 + at, tzinfo=WITA),
            "source": "pengawas",
            "reliability": "B",
            "credibility": "2",
            "likelihood": chance.randint(2, 5),
            "impact": chance.randint(1, 4),
            "addressee": addressee,
        }
        made = actions.note_aght(by=clerk, values=values, path=place.stations[at].kecamatan)
        if not at:
            actions.step_aght(
                by=clerk, aght_id=made.pk, state="ditangani", trend="turun", note="Perahu disiapkan"
            )
