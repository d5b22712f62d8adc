"""Lists for the table at the door and the notes, as sheets of the house."""

from jurdil.kernel.documents.sheet import Column, Line, Paper, Section, open_places
from jurdil.meetings import ballots, follow_ups
from jurdil.meetings.models import Meeting, Session
from jurdil.meetings.papers import minutes
from jurdil.meetings.papers.common import facts, hours, joined, name_of

EMPTY_ROWS = 8
"""Rows without a name at the end, for who comes without being on the list."""


def attendance_list(session: Session) -> Paper:
    """The list of attendance of a session, filled in but for the signatures.

    The number of a row is what the desk types when the signed list comes back.
    """
    meeting = session.meeting
    columns = (
        Column("Nomor"),
        Column("Nama", share=6),
        Column("Jabatan dan instansi", share=6),
        Column("Diwakili oleh", share=4),
        Column("Tanda tangan", share=4),
    )
    rows = [
        Line((str(one.number), one.name, joined((one.post, one.institution)), "", ""))
        for one in meeting.guests.all()
    ]
    spare = [Line(("", "", "", "", ""))] * EMPTY_ROWS
    return Paper(
        title="Daftar hadir",
        lead=meeting.title,
        facts=(("Rapat", name_of(meeting)), ("Waktu", hours(session)), ("Tempat", _where(session))),
        sections=(Section(columns=columns, rows=(*rows, *spare), tall=True),),
        notes=("Nomor baris dipakai untuk menyalin daftar ini. Baris kosong untuk tamu baru.",),
        size=10,
    )


def _where(session: Session) -> str:
    return session.venue or session.meeting.venue


def notes_sheet(meeting: Meeting) -> Paper:
    """The notes (*notula*): day, place, agenda, what was said, points with their tasks."""
    said = tuple(line.strip() for line in meeting.summary.splitlines() if line.strip())
    agenda = tuple(f"{one.number}. {one.text}" for one in meeting.agenda.all())
    rows, voted = follow_ups.rows_of(meeting), ballots.rows_of(meeting, struck=False)
    sections = [Section(title="Acara", lines=agenda)] if agenda else []
    sections += (
        [Section(title="Narasumber", lines=people)] if (people := _speakers(meeting)) else []
    )
    sections.append(Section(title="Uraian", lines=said or ("–",)))
    if voted:
        sections.append(_section("Pemungutan suara", minutes.votes_table(voted)))
    if rows:
        title = "Keputusan, hambatan, masukan, dan tindak lanjut"
        sections.append(_section(title, minutes.follow_up_table("", rows)))
    signers = (
        f"Pimpinan rapat: {meeting.chair or '…'}",
        f"Notulis: {meeting.note_taker or '…'}",
    )
    return Paper(
        title="Notula",
        lead=meeting.title,
        facts=(("Rapat", name_of(meeting)), *facts(meeting)),
        sections=tuple(sections),
        signers=open_places(signers),
        size=10.5,
        figures={str(one.number): one.text for one in rows},
    )


def _section(title: str, drawn: dict) -> Section:
    """A table of the minutes as a section of a sheet."""
    columns = tuple(Column(**one) for one in drawn["columns"])
    return Section(title, columns, tuple(Line(tuple(row)) for row in drawn["rows"]))


def _speakers(meeting: Meeting) -> tuple[str, ...]:
    return tuple(
        f"Sesi {session.number}: {joined((one.name, one.institution))} – {one.topic}"
        for session in meeting.sessions.prefetch_related("speakers")
        for one in session.speakers.all()
    )
