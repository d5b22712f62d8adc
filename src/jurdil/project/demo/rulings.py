"""A ruling for KPU on its way: sent before voting day, to be carried out by the day after it."""

from jurdil.kernel.viewer import Viewer
from jurdil.oversight import actions
from jurdil.oversight.actions.ruling import NewRuling

RULING = NewRuling(
    about="Pembagian surat pemberitahuan pemungutan suara",
    article="PKPU 25/2023 tentang penyampaian surat pemberitahuan",
    order=(
        "Menyatakan terlapor terbukti melakukan pelanggaran administrasi.\n"
        "Memerintahkan KPU memperbaiki penyampaian surat pemberitahuan."
    ),
    todo=(
        "Sampaikan surat pemberitahuan yang tertahan kepada pemilihnya.\n"
        "Umumkan perbaikannya dan kirim berita acaranya."
    ),
)


def show(chair: Viewer, referral_id: int) -> None:
    """Send the ruling of a referral; it leaves once the two houses know each other."""
    actions.send_ruling(by=chair, source=f"referral:{referral_id}", new=RULING)
