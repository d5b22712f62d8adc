"""The count at work the morning after: forms being typed, papers, a plenary, a re-vote, seats."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from jurdil.kernel import photos
from jurdil.kernel.viewer import Viewer
from jurdil.law.sitting import participant_key
from jurdil.places import queries as places
from jurdil.project.demo import sheets
from jurdil.project.demo.ballots import choices_of
from jurdil.project.demo.figures import Form, form
from jurdil.project.demo.place import Ground, Station
from jurdil.results import actions, queries
from jurdil.results.actions import plenary
from jurdil.seats import demo as seats
from jurdil.voters import notices

PAIRS = "ppwp"
REVOTE_DAY = date(2024, 2, 24)
TYPED = 6
"""So many presidential forms are still with the typists, each at another state."""


def show(
    viewers: Mapping[str, Viewer], election_id: int, place: Ground, chance: random.Random
) -> None:
    """Show every room of the count with something on its table."""
    operator = viewers["operator"].about(election_id)
    stations = _without_form(operator, election_id, place)[:TYPED]
    made = {station.path: _form(station, chance) for station in stations}
    _type(viewers, election_id, made)
    _receive(operator, election_id, place, made)
    actions.detect(by=operator, election_id=election_id)
    _pause(viewers["ppk"], election_id)
    _finish(viewers["ppk3"], election_id)
    _vote_again(viewers, election_id, place)
    seats.show(operator, election_id)


def _without_form(by: Viewer, election_id: int, place: Ground) -> list[Station]:
    """The TPS whose presidential form no file brought."""
    _names, rows = queries.tps_figures(by, election_id, PAIRS)
    there = {path for path, _figures in rows}
    return [station for station in place.stations if station.path not in there]


def _form(station: Station, chance: random.Random) -> Form:
    choices = choices_of(PAIRS)
    return form(chance, choices, (station.men, station.women), [1.0] * len(choices.votes))


def _type(viewers: Mapping[str, Viewer], election_id: int, made: Mapping[str, Form]) -> None:
    """A draft, one waiting for its second entry, one agreed, one that differs, one faulty, and one
    that somebody wants to begin anew."""
    first, second = viewers["operator"], viewers["operator2"]
    for at, (path, figures) in enumerate(made.items()):
        key = {"election_id": election_id, "contest": PAIRS, "path": path}
        cells = {name: "-" if value is None else str(value) for name, value in figures.items()}
        actions.open_entry(by=first, **key)
        if at == 0:
            some = dict(list(cells.items())[:9])
            actions.save_draft(by=first, **key, cells=some, notes={})
            actions.pause(by=first, **key)
            continue
        total = {"suara_total": str((figures["suara_total"] or 0) + 10)} if at == 4 else {}
        row = actions.finish(by=first, **key, cells={**cells, **total}, notes={})
        if at in (1, 4):
            continue
        actions.open_entry(by=second, **key)
        other = {"disabilitas": str((figures["disabilitas"] or 0) + 1)} if at == 3 else {}
        actions.finish(by=second, **key, cells={**cells, **other}, notes={})
        if at == 5:
            reason = "Formulir tertukar dengan TPS sebelah"
            actions.ask_undo(by=first, entry_id=row.pk, reason=reason)


def _receive(by: Viewer, election_id: int, place: Ground, made: Mapping[str, Form]) -> None:
    """Photos of the forms that are typed, papers of some others, forms of special events."""
    for path, figures in made.items():
        photo = photos.examine(_picture(path, figures), f"c-hasil-{path.replace('/', '-')}.jpg")
        _paper(by, election_id, path, "foto", photo)
    for station in place.stations[:12]:
        _paper(by, election_id, station.path, "plano", None)
        event: dict[str, Any] = {"kind": "nihil"}
        if station is place.stations[0]:
            text = "Saksi menyatakan daftar hadir belum diperlihatkan."
            event = {"kind": "keberatan", "contest": PAIRS, "party": "1", "text": text}
        actions.record_event(by=by, election_id=election_id, path=station.path, **event)


def _paper(by: Viewer, election_id: int, path: str, kind: str, photo: photos.Photo | None) -> None:
    actions.receive_paper(
        by=by,
        election_id=election_id,
        contest=PAIRS,
        path=path,
        kind=kind,
        source="pps",
        condition="lengkap",
        photo=photo,
    )


def _picture(path: str, figures: Form) -> bytes:
    """A drawn sheet with the figures of a form, so that the typist has something to read."""
    lines = [
        f"{name.replace('_', ' ')}:  {'' if value is None else value}"
        for name, value in figures.items()
    ]
    return sheets.photo(f"C.HASIL-PPWP  TPS {path}", lines)


def _sit(by: Viewer, election_id: int) -> int:
    """Open a plenary of a PPK with its members, two witnesses and the supervisor."""
    tps = [one.path for one in places.tps_of(by, election_id, by.path) if one.in_use]
    held = plenary.prepare_sitting(
        by=by, election_id=election_id, path=by.path, contests=[PAIRS], venue="Aula kecamatan"
    )
    plenary.record_boxes(by=by, sidang_id=held.pk, tps=tps)
    for number in range(1, 6):
        _attend(by, held.pk, "anggota", f"PPK {number}", f"Contoh Anggota {number}")
    _attend(by, held.pk, "pengawas", "Panwaslu Kecamatan", "Contoh Pengawas")
    for number in (1, 2):
        plenary.record_attendance(
            by=by,
            sidang_id=held.pk,
            kind="saksi",
            code=f"Saksi paslon {number}",
            name=f"Contoh Saksi {by.path} {number}",
            participant=_witness(number),
            mandate_number=f"{number}/MANDAT/2024",
            mandate_level="kabko",
        )
    note = "Jadwal contoh: rapat dibuka sehari setelah pemungutan suara"
    plenary.step_sitting(by=by, sidang_id=held.pk, step="buka", note=note)
    return held.pk


def _pause(by: Viewer, election_id: int) -> None:
    """A plenary that read a few rows, heard an objection, and paused."""
    sidang_id = _sit(by, election_id)
    _read(by, sidang_id)
    pause = "Istirahat, dilanjutkan pukul 13.00"
    plenary.step_sitting(by=by, sidang_id=sidang_id, step="skors", note=pause)


def _finish(by: Viewer, election_id: int) -> None:
    """A plenary that read every row, corrected wrong totals, and determined D.Hasil."""
    sidang_id = _sit(by, election_id)
    _names, forms = queries.tps_figures(by, election_id, PAIRS)
    figures = dict(forms)
    for at, row in enumerate(queries.desk(by, sidang_id).rows):
        plenary.move_row(by=by, row_id=row.id, move="baca")
        if at == 0:
            _answer(by, row.id)
        _correct(by, row.id, figures[row.path])
        for move in ("cocok", "sahkan"):
            plenary.move_row(by=by, row_id=row.id, move=move)
    about: dict[str, Any] = {"by": by, "sidang_id": sidang_id, "contest": PAIRS}
    (papers,) = queries.closing_papers(by, sidang_id)
    if not papers.events:
        plenary.record_event(**about, text="")
    for person, _at, _refused in papers.signers:
        refusal = "Keberatan atas daftar hadir" if person.code == "Saksi paslon 2" else None
        plenary.sign_recap(**about, peserta_id=person.id, refusal=refusal)
    for person, _at in papers.receivers:
        plenary.record_receipt(**about, peserta_id=person.id)
    plenary.close_contest(**about)
    plenary.step_sitting(by=by, sidang_id=sidang_id, step="tutup")


def _answer(by: Viewer, row_id: int) -> None:
    """An objection that was explained; the row is read again after it."""
    text = "Saksi meminta daftar hadir pemilih dibacakan."
    said = plenary.record_objection(by=by, row_id=row_id, text=text, participant=_witness(2))
    plenary.answer_objection(
        by=by,
        objection_id=said.pk,
        outcome="dijelaskan",
        answer="Daftar hadir dibuka dan dicocokkan di depan saksi dan pengawas.",
    )
    plenary.move_row(by=by, row_id=row_id, move="baca")


def _correct(by: Viewer, row_id: int, figures: Mapping[str, int | None]) -> None:
    """Correct a total that is not the sum of what stands above it."""
    valid, invalid = figures["suara_sah"], figures["suara_tidak_sah"]
    if valid is None or invalid is None or valid + invalid == figures["suara_total"]:
        return
    plenary.correct_figure(
        by=by,
        row_id=row_id,
        field="suara_total",
        new=valid + invalid,
        reason="salah-jumlah",
        initials=("PPK 1", "Saksi paslon 1"),
    )


def _attend(by: Viewer, sidang_id: int, kind: str, code: str, name: str) -> None:
    plenary.record_attendance(by=by, sidang_id=sidang_id, kind=kind, code=code, name=name)


def _witness(number: int) -> str:
    """The key of a pair in the sitting."""
    return participant_key(PAIRS, "pair", number)


def _read(by: Viewer, sidang_id: int) -> None:
    """Approve the first rows that are in; the next one meets an objection."""
    desk = queries.desk(by, sidang_id)
    _names, figures = queries.tps_figures(by, desk.sitting.election_id, PAIRS)
    there = {path for path, _figures in figures}
    ready = [row for row in desk.rows if row.path in there]
    for row in ready[:3]:
        for move in ("baca", "cocok", "sahkan"):
            plenary.move_row(by=by, row_id=row.id, move=move)
    if len(ready) > 3:
        plenary.move_row(by=by, row_id=ready[3].id, move="baca")
        text = "Angka pada salinan saksi berbeda dengan yang dibacakan."
        plenary.record_objection(by=by, row_id=ready[3].id, text=text, participant=_witness(2))


def _vote_again(viewers: Mapping[str, Viewer], election_id: int, place: Ground) -> None:
    """A re-vote that KPU decided, and a proposal that waits for it."""
    ppk, chair = viewers["ppk"], viewers["ketua"]
    own = [station.path for station in place.stations if station.kecamatan == ppk.path]
    own = [path for path in own if notices.listed(election_id, path)] or own
    for at, path in enumerate(own[-2:]):
        case = actions.propose_revote(
            by=ppk,
            election_id=election_id,
            path=path,
            kind="psu",
            contests=[PAIRS] if at else [PAIRS, "dpr"],
            ground="psu-tanpa-ktp-el",
            source="ptps",
            source_number=f"{at + 1}/PTPS/2024",
            story="Dua orang tanpa KTP-el dan tidak terdaftar memberikan suara.",
        )
        if at == 0:
            actions.decide_revote(
                by=chair,
                case_id=case.pk,
                granted=True,
                reason="Temuan pengawas TPS terbukti dari daftar hadir.",
                number="5/PY.01.1-Kpt/7312/2024",
                held_on=REVOTE_DAY,
            )
