"""Correction advice in Bawaslu's house: one answered on paper, one lapsed, two waiting for KPU."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from jurdil.kernel import clock
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.viewer import Viewer
from jurdil.oversight import actions
from jurdil.oversight.actions.advice import NewAdvice
from jurdil.oversight.daily import lapse_all

WITA = ZoneInfo("Asia/Makassar")
DPS_BOARD = "Salinan daftar pemilih di papan pengumuman tidak memuat semua TPS."
GIVEN = (
    ("panwascam", "ppk", datetime(2024, 2, 5, 10, 0, tzinfo=WITA), "daftar-pemilih"),
    ("pkd", "pps", datetime(2024, 2, 8, 14, 0, tzinfo=WITA), "daftar-pemilih"),
    ("pkd", "pps", datetime(2024, 2, 13, 15, 30, tzinfo=WITA), "lain"),
    ("bw-ketua", "kpu", datetime(2024, 2, 14, 20, 0, tzinfo=WITA), "lain"),
)
WORDS = (
    ("Pemutakhiran DPTb", "PKPU 7/2022", DPS_BOARD, "Tempelkan salinan semua TPS."),
    ("Pengumuman DPT", "PKPU 7/2022", DPS_BOARD, "Lengkapi papan pengumuman desa."),
    (
        "Distribusi C.Pemberitahuan",
        "PKPU 25/2023",
        "C.Pemberitahuan satu dusun belum dibagikan.",
        "Bagikan hari ini dan catat yang kembali.",
    ),
    (
        "Penghitungan suara",
        "PKPU 25/2023",
        "C.Hasil Salinan belum diberikan kepada pengawas di tiga TPS.",
        "Berikan salinan kepada pengawas TPS.",
    ),
)


def show(office: Viewer, by: Mapping[str, Viewer], election_id: int) -> None:
    """Give advice on its days; the clock of the house walks along."""
    for (role, to, moment, about), (stage, rule, fact, request) in zip(GIVEN, WORDS, strict=True):
        office_acts.set_training_clock(by=office, legal=moment + timedelta(minutes=5))
        lapse_all(office)
        viewer = by[role]
        new = NewAdvice(
            path=viewer.path,
            to=to,
            form="surat" if to == "kpu" else "lisan",
            letter="012/PM.00.02/K/02/2024" if to == "kpu" else "",
            about=about,
            about_day=None,
            stage=stage,
            rule=rule,
            fact=fact,
            request=request,
            given_at=moment,
        )
        made = actions.give_advice(by=viewer, election_id=election_id, new=new)
        if role == "panwascam":
            _answered(viewer, made.pk)


def _answered(viewer: Viewer, advice_id: int) -> None:
    """The PPK answered on paper the same day."""
    actions.note_answer(
        by=viewer,
        advice_id=advice_id,
        answer="ditindaklanjuti",
        text="Salinan semua TPS sudah ditempel dan difoto.",
        letter="03/PPK/02/2024",
        answered_at=clock.now(),
    )
