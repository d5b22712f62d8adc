"""The BA of a meeting that decides; that of the weekly plenary carries next week's tasks."""

from collections.abc import Iterable
from typing import Any

from jurdil.kernel import clock, moments
from jurdil.kernel.documents.tables import Column, Line, band, table
from jurdil.law.meetings.kinds import kind
from jurdil.law.meetings.votes import Choice
from jurdil.law.terbilang import day_in_words, written_day
from jurdil.meetings import ballots, follow_ups, quorum, weekly
from jurdil.meetings.follow_ups import FollowUp
from jurdil.meetings.models import Attendance, Meeting, Note
from jurdil.meetings.papers.common import Draft, in_words, joined, name_of
from jurdil.meetings.records import BallotRow
from jurdil.meetings.weekly import Group
from jurdil.stages import divisions

NOBODY = "–"
SAID = {
    Choice.AGREE: "setuju",
    Choice.DIFFER: "berbeda pendapat",
    Choice.ABSTAIN: "abstain",
}
"""The votes in the language of papers."""


def draft(meeting: Meeting) -> Draft:
    """The minutes of a meeting as they stand: who was there, what was decided, what follows."""
    state = quorum.state_of(meeting)
    notes, voted = follow_ups.rows_of(meeting), ballots.rows_of(meeting, struck=False)
    tables = [votes_table(voted)] if voted else []
    if kind(meeting.kind).weekly:
        tables += _weekly_tables(meeting)
    if notes:
        tables.append(follow_up_table("Tindak lanjut rapat ini", notes))
    body: dict[str, Any] = {
        "opening": [_opening(meeting), *_quorum_words(state), *_said(meeting)],
        "attendance": attendance_table(meeting),
        "points": decisions(notes, voted),
        "tables": tables,
        "closing": ["Demikian berita acara ini dibuat dengan sebenarnya."],
    }
    return Draft(_title(meeting), body, _unconfirmed(meeting, voted=bool(voted)))


def _unconfirmed(meeting: Meeting, *, voted: bool) -> tuple[str, ...]:
    """The rules of quorum and votes that were not seen in a source, as the foot says."""
    rule = quorum.rule_of(meeting)
    if rule is None or rule.confirmed:
        return ()
    asked = f"Kuorum {rule.present} dari {rule.members} anggota ({rule.article})."
    votes = f"Keputusan dengan suara: paling sedikit {rule.votes} setuju ({rule.article})."
    return (asked, votes) if voted else (asked,)


def decisions(notes: Iterable[FollowUp], voted: Iterable[BallotRow]) -> list[str]:
    """The decisions as the BA numbers them; one that was voted on says with which votes."""
    counts = {one.task_id: vote_words(one) for one in voted if one.taken}
    return [
        f"{one.text} (diputuskan dengan suara: {counts[one.task_id]})"
        if one.task_id in counts
        else one.text
        for one in notes
        if one.kind == Note.Kind.DECISION
    ]


def vote_words(one: BallotRow) -> str:
    """`3 setuju, 1 berbeda pendapat, 1 abstain`."""
    return f"{one.agree} setuju, {one.differ} berbeda pendapat, {one.abstain} abstain"


def votes_table(voted: Iterable[BallotRow]) -> dict[str, Any]:
    """How each member voted, with the reasons of those who differ."""
    columns = (
        Column("Anggota", share=5),
        Column("Suara", share=3),
        Column("Alasan", share=7),
    )
    lines: list[Line] = []
    for one in voted:
        result = "diterima" if one.taken else "tidak diterima"
        lines.append(band(f"{one.text} – {result}: {vote_words(one)}"))
        lines += [
            Line((row.name, SAID[Choice(row.choice)], row.reason or NOBODY)) for row in one.votes
        ]
    return table("Pemungutan suara", columns, lines)


def _title(meeting: Meeting) -> str:
    title = meeting.title
    return title if title.lower().startswith("rapat") else f"{name_of(meeting)}: {title}"[:200]


def _opening(meeting: Meeting) -> str:
    office = clock.office()
    day = moments.day_of(meeting.starts, clock.zone())
    led = f", dipimpin oleh {meeting.chair}" if meeting.chair else ""
    return (
        f"Pada hari ini, {day_in_words(day)} ({written_day(day)}), bertempat di "
        f"{meeting.venue}, {office.name if office else ''} melaksanakan {name_of(meeting)}{led}."
    )


def _quorum_words(state) -> list[str]:
    if state is None:
        return []
    if state.needed is None:
        return [f"Anggota hadir {in_words(state.present)}; kuorum berdasarkan {state.basis}."]
    return [
        f"Rapat dihadiri {in_words(state.present)} dari {in_words(state.of)} anggota sehingga "
        f"memenuhi kuorum paling sedikit {in_words(state.needed)} anggota."
    ]


def _said(meeting: Meeting) -> list[str]:
    return [line.strip() for line in meeting.summary.splitlines() if line.strip()]


def attendance_table(meeting: Meeting) -> dict[str, Any] | None:
    """Who was there in the session that counts; None while nobody is entered."""
    session = quorum.current_session(meeting)
    rows = session.attendance.select_related("guest").order_by("guest__number")
    lines = [
        Line((str(at), _who(one), one.guest.post or NOBODY, str(one.get_presence_display())))
        for at, one in enumerate(rows, 1)
    ]
    columns = (
        Column("No."),
        Column("Nama", share=5),
        Column("Jabatan", share=4),
        Column("Kehadiran", share=2),
    )
    return table("Daftar hadir", columns, lines) if lines else None


def _who(one: Attendance) -> str:
    return f"{one.by_name} (mewakili {one.guest.name})" if one.by_name else one.guest.name


def follow_up_table(caption: str, rows: Iterable[FollowUp]) -> dict[str, Any]:
    """Points with owner, due day and result."""
    columns = (
        Column("Butir", share=6),
        Column("Pelaksana", share=3),
        Column("Tenggat", share=2),
        Column("Keadaan", share=3),
    )
    lines = [
        Line(
            (
                f"{one.kind_label}: {one.text}",
                joined((one.owner, divisions.short(one.division).id if one.division else ""))
                or NOBODY,
                _day(one.due),
                one.result or ("selesai" if one.done else "belum selesai"),
            )
        )
        for one in rows
    ]
    return table(caption, columns, lines)


def _weekly_tables(meeting: Meeting) -> list[dict[str, Any]]:
    """Last plenary's follow-ups, last week's work, next week's work by sub-division."""
    found = weekly.of_meeting(meeting)
    tables = []
    if found.before:
        tables.append(follow_up_table("Tindak lanjut berita acara yang lalu", found.before))
    for caption, groups, span in (
        ("Pekan lalu", found.last, found.last_span),
        ("Pekan depan", found.coming, found.coming_span),
    ):
        if groups:
            days = f"{written_day(span[0])} – {written_day(span[1])}"
            tables.append(work_table(f"{caption}, {days}, per subbagian", groups))
    return tables


def work_table(caption: str, groups: Iterable[Group]) -> dict[str, Any]:
    """Tasks under the names of their sub-divisions."""
    columns = (
        Column("Tugas", share=6),
        Column("Pelaksana", share=3),
        Column("Tenggat", share=2),
        Column("Keadaan", share=2),
    )
    lines: list[Line] = []
    for group in groups:
        lines.append(band(group.name.id))
        lines += [
            Line(
                (one.title, one.owner or NOBODY, _day(one.due), "selesai" if one.done else "belum")
            )
            for one in group.rows
        ]
    return table(caption, columns, lines)


def _day(moment) -> str:
    if moment is None:
        return NOBODY
    return moments.day_of(moment, clock.zone()).strftime("%d-%m-%Y")
