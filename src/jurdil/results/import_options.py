"""What the importers of results share: reasons, the choice of a contest, registering TPS."""

from collections.abc import Callable, Sequence

from jurdil.kernel.imports import Option
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.parties import queries as parties

UNREGISTERED, OUTSIDE, SAME, NOTHING = ("tps-belum-terdaftar", "luar-wilayah", "sama", "kosong")
BEGUN, DETERMINED = ("sudah-dientri", "sudah-ditetapkan")
FORMER, AGAIN = ("hasil-lama", "diulang")
ADD_TPS = "tambah-tps"
CONTEST = "contest"

REASONS = {
    UNREGISTERED: Text(
        "TPS ini belum terdaftar. Daftarkan TPS-nya dahulu, atau pilih “Daftarkan TPS yang belum "
        "ada”.",
        "This TPS is not registered. Register it first, or choose “Register TPS that are missing”.",
    ),
    OUTSIDE: Text("TPS ini di luar wilayah kerja Anda.", "This TPS is outside your area of work."),
    SAME: Text("Angkanya sama dengan yang sudah masuk.", "Its figures are those already in."),
    BEGUN: Text(
        "Formulir TPS ini sudah dientri. Bacaan yang ada tetap berlaku.",
        "The form of this TPS is being entered already. The reading that is there stays.",
    ),
    DETERMINED: Text(
        "Hasil TPS ini sudah ditetapkan, jadi berkas ini tidak mengubahnya; angka yang berbeda "
        "disebut pada barisnya. Ia hanya dapat berubah melalui pembetulan dalam rapat pleno "
        "tingkat berikutnya, pemungutan suara ulang, atau putusan yang dicatat pada sengketanya.",
        "The result of this TPS is determined, so this file does not change it; figures that "
        "differ are named in its row. It can only change by a correction in the plenary of the "
        "next level, a re-vote, or a ruling recorded at its dispute.",
    ),
    FORMER: Text(
        "Angka ini pernah masuk dan sudah atau akan diganti hasil ulang atau putusan. Bila hasil "
        "yang baru memang sama, masukkan lewat entri dari kertasnya.",
        "These figures were in before and are, or will be, replaced by a repeated vote or count or "
        "a ruling. If the new result is the same, enter it from its paper.",
    ),
    AGAIN: Text(
        "Hasil TPS ini diganti atau sedang diganti, dan berkas ini tidak menyebut angkanya dari "
        "hari yang mana. Masukkan hasil yang baru lewat entri atau berkas C.Hasil.",
        "The result of this TPS is or was replaced, and this file does not say from which day its "
        "figures are. Enter the new result by hand or from a C.Hasil file.",
    ),
    NOTHING: Text("Baris ini tidak memuat satu angka pun.", "This row has no figure at all."),
}


def contests(*kinds: str) -> Callable[[Viewer], Sequence[tuple[str, Text]]]:
    """What offers the contests of the viewer's election, of some kinds of choice or of all."""

    def offered(viewer: Viewer) -> Sequence[tuple[str, Text]]:
        if viewer.election_id is None:
            return ()
        return tuple(
            (contest.id, contest.name)
            for contest in parties.contests(viewer, viewer.election_id)
            if not kinds or contest.choice in kinds
        )

    return offered


ADD_TPS_OPTION = Option(
    ADD_TPS,
    Text("Daftarkan TPS yang belum ada", "Register TPS that are missing"),
    Text(
        "TPS dari berkas yang belum terdaftar ikut didaftarkan.",
        "TPS of the file that are not registered are registered with it.",
    ),
)
