"""The invitation: the letter with day, hour, place and agenda, and the list of who is invited."""

from jurdil.kernel.documents.tables import Column, Line, table
from jurdil.law.meetings.kinds import kind
from jurdil.meetings.models import Guest, Meeting
from jurdil.meetings.papers.common import Draft, facts, joined, name_of

IN_THE_HEAD = 5
"""So many guests are named in the letter itself; a longer list goes behind it."""
UNCONFIRMED = "Tenggat undangan: paling lambat {days} hari sebelum rapat ({article})."


def draft(meeting: Meeting) -> Draft:
    """The invitation of a meeting with the guests of today's list."""
    guests = list(meeting.guests.filter(walk_in=False))
    listed = len(guests) > IN_THE_HEAD
    agenda = [one.text for one in meeting.agenda.all()]
    body = {
        "nature": "Penting",
        "attachments": "1 (satu) daftar" if listed else "-",
        "to": ["Daftar undangan terlampir"] if listed else [_addressed(one) for one in guests],
        "opening": [
            f"Mengharap kehadiran Saudara pada {name_of(meeting)}: {meeting.title}, "
            "yang dilaksanakan pada:"
        ],
        "facts": [list(row) for row in facts(meeting)]
        + [["Acara", text] for text in agenda[:1]]
        + [["", text] for text in agenda[1:]],
        "closing": [
            "Kehadiran dicatat di tempat dengan kode QR yang tampil di ruang rapat atau pada "
            "daftar hadir. Bila berhalangan, mohon menunjuk wakil.",
            "Demikian undangan ini, atas kehadirannya disampaikan terima kasih.",
        ],
        "points": [],
        "tables": [guest_table(guests)] if listed else [],
    }
    return Draft(title=meeting.title, body=body, unconfirmed=_notes(meeting))


def guest_table(guests: list[Guest]) -> dict:
    """The list of invited people by their numbers."""
    columns = (
        Column("Nomor"),
        Column("Nama", share=5),
        Column("Jabatan", share=4),
        Column("Instansi", share=5),
    )
    rows = [Line((str(one.number), one.name, one.post or "–", one.institution)) for one in guests]
    return table("Daftar undangan", columns, rows)


def _addressed(guest: Guest) -> str:
    return joined((guest.name, guest.post, guest.institution))


def _notes(meeting: Meeting) -> tuple[str, ...]:
    notice = kind(meeting.kind).notice
    if notice is None or notice.confirmed:
        return ()
    return (UNCONFIRMED.format(days=notice.days, article=notice.article),)
