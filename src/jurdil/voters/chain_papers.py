"""Papers of the chain: minutes of a plenary, KPU's decree, the announcement of a list.

Official papers are Indonesian. Posts and institutions are named, voters never.
"""

from dataclasses import dataclass
from typing import Any

from django.utils import translation

from jurdil.kernel import clock
from jurdil.kernel.acts import inner
from jurdil.kernel.documents import drafting
from jurdil.kernel.documents.tables import Column, Line, table
from jurdil.kernel.models import Document
from jurdil.kernel.viewer import Viewer
from jurdil.law.formats import number
from jurdil.law.terbilang import day_in_words, terbilang
from jurdil.meetings import queries as meetings
from jurdil.meetings.records import MeetingAttendance
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.voters import recap, special
from jurdil.voters.chaining import title, villages_of
from jurdil.voters.models import Pleno, Revisi
from jurdil.voters.pdpb.counting import Figures
from jurdil.voters.plenaries import subject_of
from jurdil.voters.steps import REGENCY, STEPS

BODIES = {Pleno.Level.VILLAGE: "PPS", Pleno.Level.KECAMATAN: "PPK", Pleno.Level.REGENCY: "KPU"}
LONGEST = 200


@dataclass(frozen=True)
class Stand:
    """What a paper speaks of: the place, its rows, their sum."""

    name: str
    rows: list[recap.RecapRow]
    names: dict[str, str]
    whole: Figures
    special: tuple[int, int] = (0, 0)

    @property
    def at_sites(self) -> str:
        """TPS at special locations and their voters, as part of the figures; '' without any."""
        stations, voters = self.special
        if not stations:
            return ""
        count = number(voters, "id")
        return f"Di antaranya {number(stations, 'id')} TPS lokasi khusus dengan {count} pemilih."


def stand(by: Viewer, revision: Revisi, path: str) -> Stand:
    """The figures of a place as they stand, with the names of the places in them."""
    villages = villages_of(by, revision, path)
    rows = recap.rows_below(revision, path, villages)
    known = places.names(by, [path, *(row.path for row in rows if "/" not in row.path)])
    names = {row.path: _row_name(known, row.path) for row in rows}
    if paths.level(path) == paths.VILLAGE:
        whole = recap.by_village(revision, path).get(path, Figures())
    else:
        whole = recap.total(rows)
    apart = special.counted(revision, path)
    return Stand(known.get(path, path), rows, names, whole, apart)


def _row_name(known: dict[str, str], path: str) -> str:
    if path.partition("/")[2]:
        name = f"TPS {paths.tps_number(path):03d}"
        return f"{name} (lokasi khusus)" if special.is_special(path) else name
    return known.get(path, path)


@inner
def draft_minutes(by: Viewer, plenary: Pleno) -> Document:
    """The minutes of a plenary with its A-Rekap, as a draft to be signed."""
    revision = plenary.revision
    held = _meeting(by, plenary)
    with translation.override("id"):
        now = stand(by, revision, plenary.path)
        heading = _subject(plenary, now.name)
        figures = recap.recap_table(f"A-Rekap {title(revision)}", now.rows, now.names, now.whole)
        places_to_sign = () if plenary.level == REGENCY else _members(held)
        body = {
            "opening": [_opening(plenary, now.name)],
            "attendance": _attendance(held),
            "points": _points(by, plenary, now),
            "tables": [figures, *places_to_sign],
            "closing": ["Demikian berita acara ini dibuat dengan sebenarnya."],
        }
    return _draft(by, "ba", heading, body, plenary)


@inner
def draft_decree(by: Viewer, plenary: Pleno) -> Document:
    """KPU's decree that determines a list."""
    revision = plenary.revision
    with translation.override("id"):
        now = stand(by, revision, plenary.path)
        name = title(revision)
        body = {
            "heading": f"Keputusan {_office()}",
            "considering": [f"bahwa rekapitulasi {name} telah selesai dalam rapat pleno terbuka."],
            "recalling": [revision.basis] if revision.basis else [],
            "noting": [f"Berita Acara {_subject(plenary, now.name)}."],
            "decisions": [
                f"Menetapkan {name} {now.name} sejumlah {_in_words(now.whole.flow.now.total)} "
                f"pemilih di {_in_words(now.whole.tps)} TPS sebagaimana tabel di bawah ini.",
                *filter(None, (now.at_sites,)),
                "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
            ],
            "tables": [recap.recap_table(f"A-Rekap {name}", now.rows, now.names, now.whole)],
            "points": [],
        }
    return _draft(by, "keputusan", f"Penetapan {name} {now.name}", body, plenary)


@inner
def draft_announcement(by: Viewer, plenary: Pleno, until: str, where: str) -> Document:
    """The announcement of a determined list: figures, where it hangs, until when to respond."""
    revision = plenary.revision
    with translation.override("id"):
        now = stand(by, revision, plenary.path)
        flow, name = now.whole.flow.now, title(revision)
        invites = [f"Masukan dan tanggapan masyarakat diterima sampai {until}."] if until else []
        body = {
            "opening": [f"{_office()} mengumumkan {name} {now.name}."],
            "points": [
                f"Jumlah pemilih {_in_words(flow.total)}: laki-laki {number(flow.men, 'id')}, "
                f"perempuan {number(flow.women, 'id')}.",
                *filter(None, (now.at_sites,)),
                f"Daftar per TPS tanpa NIK, NKK, dan tanggal lahir dapat dilihat di {where}.",
                *invites,
            ],
            "tables": [recap.recap_table(f"Rekapitulasi {name}", now.rows, now.names, now.whole)],
            "closing": [],
        }
    return _draft(by, "pengumuman", f"{name} {now.name}", body, plenary)


def _subject(plenary: Pleno, place: str) -> str:
    step = STEPS[plenary.revision.kind]
    verb = "Penetapan" if plenary.level == REGENCY and step.determines else "Rekapitulasi"
    return f"{verb} {title(plenary.revision)} {place}"


def _opening(plenary: Pleno, place: str) -> str:
    now = clock.now().astimezone(clock.zone())
    body = "" if plenary.level == REGENCY else f"{BODIES[Pleno.Level(plenary.level)]} "
    who = f"{body}{place}" if body else _office()
    return (
        f"Pada hari ini, {day_in_words(now.date())} ({now:%d-%m-%Y}), pukul {now:%H.%M %Z}, "
        f"{who} melaksanakan rapat pleno terbuka rekapitulasi {title(plenary.revision)}."
    )


def _points(by: Viewer, plenary: Pleno, now: Stand) -> list[str]:
    flow = now.whole.flow
    moved = flow.moved.total
    way = f", pindah antardesa (selisih) {number(moved, 'id')}" if moved else ""
    said = [
        f"Jumlah pemilih {_in_words(flow.now.total)}: laki-laki {number(flow.now.men, 'id')}, "
        f"perempuan {number(flow.now.women, 'id')}.",
        f"Sebelumnya {number(flow.before.total, 'id')}, pemilih baru "
        f"{number(flow.new.total, 'id')}, TMS {number(flow.tms.total, 'id')}{way}; "
        f"ubah data {number(flow.changed, 'id')}.",
        *filter(None, (now.at_sites,)),
    ]
    quorum = (held := _meeting(by, plenary)) and held.quorum
    if quorum and quorum.needed is None:
        said.append(f"Anggota hadir {_in_words(quorum.present)}; kuorum: {quorum.basis}.")
    elif quorum:
        said.append(f"Hadir {_in_words(quorum.present)} dari {quorum.of} anggota.")
    return said


def _meeting(by: Viewer, plenary: Pleno) -> MeetingAttendance | None:
    found = meetings.attendance_of(by, subject_of(plenary.revision))
    return next((one for one in found if one.meeting_id == plenary.meeting), None)


def _attendance(held: MeetingAttendance | None) -> dict[str, Any] | None:
    if held is None or not held.there:
        return None
    columns = (Column("No."), Column("Jabatan", share=4), Column("Lembaga", share=5))
    lines = [
        Line((str(at), one.by_post or one.post or "–", one.institution or "–"))
        for at, one in enumerate(held.there, 1)
    ]
    return table("Hadir", columns, lines)


def _members(held: MeetingAttendance | None) -> tuple[dict[str, Any], ...]:
    """Where the members who came sign with a pen: few of a PPS or PPK have a login to sign with."""
    came = [one for one in held.there if one.member] if held else []
    if not came:
        return ()
    columns = (
        Column("No."),
        Column("Nama", share=5),
        Column("Jabatan", share=4),
        Column("Tanda tangan", share=4),
    )
    lines = [Line((str(at), one.name, one.post or "–", "")) for at, one in enumerate(came, 1)]
    return (table("Tanda tangan anggota yang hadir", columns, lines, tall=True),)


def _draft(by: Viewer, kind: str, heading: str, body: dict[str, Any], plenary: Pleno) -> Document:
    return drafting.open_draft(
        by,
        kind=kind,
        title=heading[:LONGEST],
        body=body,
        path=plenary.path,
        election_id=plenary.revision.election_id,
        division="rendatin",
    )


def _in_words(value: int) -> str:
    return f"{number(value, 'id')} ({terbilang(value)})"


def _office() -> str:
    office = clock.office()
    return office.name if office else "KPU"
