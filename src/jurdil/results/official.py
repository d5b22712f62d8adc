"""The other papers of a plenary: invitation before it, decree and announcement after it.

They are drafts of the office's chain; the minutes come with the end of a contest (`minutes`).
"""

from dataclasses import dataclass
from typing import Any

from jurdil.kernel.documents.compose import moment
from jurdil.kernel.viewer import Viewer
from jurdil.law import sitting, sitting_words
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Basis
from jurdil.law.text import Text
from jurdil.results import minutes, room
from jurdil.results.models import Sidang
from jurdil.results.papers.d_hasil import short

INVITATION, DECREE, ANNOUNCEMENT = "undangan", "keputusan", "pengumuman"
LONGEST_TITLE = 200
SUBJECT = "rekapitulasi"


@dataclass(frozen=True)
class Draft:
    """What a draft is made of; `unconfirmed` are notes printed at its foot."""

    kind: str
    election_id: int
    title: str
    body: dict[str, Any]
    unconfirmed: tuple[str, ...] = ()


def kinds_of(held: Sidang, contest: str) -> tuple[str, ...]:
    """The papers that a closed contest asks for: a decree only where the sitting determines."""
    about = room.contest_of(held, contest)
    if not held.decisions.filter(contest=contest).exists():
        return ()
    decides = sitting.determines(about.determined_at, held.level)
    return (DECREE, ANNOUNCEMENT) if decides else (ANNOUNCEMENT,)


def invitation(by: Viewer, held: Sidang, office: str) -> Draft:
    """The invitation to the sitting: who takes part, when and where, and what it treats."""
    place = room.place_name(by, held.path)
    kecamatan = held.level == room.KECAMATAN
    supervisor = "Panwaslu Kecamatan" if kecamatan else "Bawaslu Kabupaten/Kota"
    title = f"Undangan Rapat Pleno Terbuka Rekapitulasi Hasil {place}"
    when = moment(held.planned_at) if held.planned_at else "(hari dan pukul)"
    return Draft(
        INVITATION,
        held.election_id,
        title[:LONGEST_TITLE],
        {
            "nature": "Penting",
            "attachments": "-",
            "to": [
                "Saksi peserta pemilihan",
                supervisor,
                "PPS beserta sekretariat" if kecamatan else "PPK",
                "Pemantau, pers, dan undangan lain",
            ],
            "opening": [f"{office} mengundang Saudara dalam rapat pleno terbuka berikut."],
            "facts": [
                ["Waktu", when],
                ["Tempat", f"{held.venue} {held.room}".strip()],
                ["Acara", "; ".join(_name(held, one).id for one in held.contests)],
            ],
            "closing": [
                "Setiap peserta dapat memandatkan dua saksi, satu di dalam ruang rapat, dengan "
                "surat mandat yang ditandatangani di tingkat kabupaten/kota atau di atasnya."
            ],
            "points": [],
            "tables": [],
        },
    )


def decree(by: Viewer, held: Sidang, contest: str, office: str) -> Draft:
    """The decree of a result that this sitting determines."""
    title, basis = _title(by, held, contest), _basis(held)
    what = title.removeprefix("Penetapan hasil ")
    return Draft(
        DECREE,
        held.election_id,
        title[:LONGEST_TITLE],
        {
            "heading": f"Keputusan {office}",
            "considering": [f"bahwa rekapitulasi hasil {what} telah selesai dalam rapat pleno."],
            "recalling": [f"{one.title} tentang {_about(one)};" for one in basis],
            "noting": [f"Berita Acara {title}."],
            "decisions": [
                f"Menetapkan hasil {what} sebagaimana tabel di bawah ini.",
                f"Rincian setiap kecamatan tercantum dalam {_form(held, contest)}, bagian yang "
                "tidak terpisahkan dari keputusan ini.",
                "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
            ],
            "tables": [minutes.votes(by, held, contest)],
            "points": [],
        },
        tuple(f"{one.title} tentang {_about(one)}" for one in basis if not one.confirmed),
    )


def announcement(by: Viewer, held: Sidang, contest: str, office: str) -> Draft:
    """The announcement of a finished recapitulation, determined here or sent up."""
    about = room.contest_of(held, contest)
    further = sitting_words.sent_up(about.determined_at, held.level)
    title = _title(by, held, contest)
    return Draft(
        ANNOUNCEMENT,
        held.election_id,
        title[:LONGEST_TITLE],
        {
            "opening": [f"{office} mengumumkan {title[:1].lower()}{title[1:]}."],
            "points": [],
            "tables": [minutes.votes(by, held, contest)],
            "closing": [
                f"Hasil ini {further.id}." if further else "Hasil ini telah ditetapkan.",
                f"Rincian tercantum dalam {_form(held, contest)}.",
            ],
        },
    )


def _title(by: Viewer, held: Sidang, contest: str) -> str:
    about = room.contest_of(held, contest)
    place = room.place_name(by, held.path)
    name = _name(held, contest)
    return sitting_words.decision_title(name, about.determined_at, held.level, place).id


def _name(held: Sidang, contest: str) -> Text:
    return room.contest_of(held, contest).name_in(held.election.path[:2])


def _form(held: Sidang, contest: str) -> str:
    return f"{sitting_words.FORM_NAME[held.level]}-{short(room.contest_of(held, contest))}"


def _basis(held: Sidang) -> list[Basis]:
    """The law of the election and what its regime has on recapitulation."""
    law, *rest = load_regime(held.election.regime).basis
    return [law, *(one for one in rest if SUBJECT in one.about.id.lower())]


def _about(one: Basis) -> str:
    return one.about.id.removeprefix("Undang-Undang tentang ")
