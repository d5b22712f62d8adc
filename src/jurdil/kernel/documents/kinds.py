"""Kinds of papers as data: template, who signs, how numbers are made.

The four papers of an act are invitation, minutes, decree, announcement (handbook of practice §1;
the route of initials is practitioners' knowledge and unconfirmed).
"""

from dataclasses import dataclass

from jurdil.law.text import Text

CHAIR, SECRETARY, COMMISSION = "ketua", "sekretaris", "ketua-dan-anggota"

CONFIRMED = False
"""The route draft, initials, initials, signature was told by practitioners, not seen in a rule."""


@dataclass(frozen=True)
class Kind:
    """`signed_by` one of CHAIR, SECRETARY, COMMISSION; `mark` stands in the kind's numbers.

    `by_room`: a room writes its text from figures, so that no form changes it by hand.
    """

    code: str
    name: Text
    template: str
    signed_by: str
    mark: str
    by_room: bool = False


KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind("undangan", Text("Undangan", "Invitation"), "undangan", CHAIR, "UND"),
        Kind("ba", Text("Berita Acara", "Official record"), "berita-acara", COMMISSION, "BA"),
        Kind("keputusan", Text("Keputusan", "Decree"), "keputusan", CHAIR, "SK"),
        Kind("pengumuman", Text("Pengumuman", "Announcement"), "pengumuman", CHAIR, "PENG"),
        Kind("daftar", Text("Daftar", "List"), "daftar", SECRETARY, "DAF"),
        Kind("surat", Text("Surat dinas (ketua)", "Letter (chair)"), "surat", CHAIR, "SD"),
        Kind(
            "surat-sekretaris",
            Text("Surat dinas (sekretaris)", "Letter (secretary)"),
            "surat",
            SECRETARY,
            "SDS",
        ),
        Kind(
            "surat-tugas", Text("Surat tugas", "Assignment letter"), "surat-tugas", SECRETARY, "ST"
        ),
        Kind(
            "laporan",
            Text("Laporan evaluasi", "Evaluation report"),
            "laporan",
            COMMISSION,
            "LAP",
            by_room=True,
        ),
        Kind(
            "laporan-divisi",
            Text("Laporan evaluasi divisi", "Evaluation report of a division"),
            "laporan",
            CHAIR,
            "LAPD",
            by_room=True,
        ),
    )
}

FOUR_PAPERS = ("undangan", "ba", "keputusan", "pengumuman")

SIGNERS: dict[str, dict[str, frozenset[str]]] = {
    "kpu": {
        CHAIR: frozenset({"ketua"}),
        SECRETARY: frozenset({"sekretaris"}),
        COMMISSION: frozenset({"ketua", "anggota", "ppk", "pps"}),
    },
    "bawaslu": {
        CHAIR: frozenset({"bw-ketua"}),
        SECRETARY: frozenset({"bw-sekretariat"}),
        COMMISSION: frozenset({"bw-ketua", "bw-anggota"}),
    },
}
"""Roles that sign, per house and kind of signature, at the paper's own place.

So the minutes of a kecamatan are signed by its PPK.
"""


def number(kind: Kind, seq: int, area: str, year: int) -> str:
    """The number of a paper, such as ``12/BA/7312/2024``; it runs per kind and year."""
    return f"{seq}/{kind.mark}/{area.replace('.', '')}/{year}"
