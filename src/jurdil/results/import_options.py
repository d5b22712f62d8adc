"""What the importers of results share: reasons, the choice of a contest, registering TPS."""

from collections.abc import Callable, Sequence

from jurdil.kernel.imports import Option
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.parties import queries as parties

UNREGISTERED, OUTSIDE, SAME, NOTHING = ("tps-belum-terdaftar", "luar-wilayah", "sama", "kosong")
BEGUN, DETERMINED = ("sudah-dientri", "sudah-ditetapkan")
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
        "Hasil TPS ini sudah ditetapkan, jadi tidak dientri lagi.",
        "The result of this TPS is determined, so it is not entered again.",
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
