"""Expense files: opened (also by other rooms), completed paper by paper, handed in."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.office import kinds
from jurdil.office import filing, keeping
from jurdil.office.models import Spj, SpjPaper, SpjPerson
from jurdil.office.records import NewPerson, Upload

State = SpjPaper.State


@act("office.spj_open")
def new_spj(
    *,
    by: Viewer,
    kind: str,
    title: str,
    held_from: date,
    held_until: date,
    venue: str = "",
    division: str = "",
    source: str = "",
    election_id: int | None = None,
) -> Done[Spj]:
    """Open the expense file of an activity that no other room registered.

    Raises `Refused` for an unknown kind, an empty title, or days in the wrong order.
    """
    spj = _open(
        subject=f"office:spj:{uuid4().hex}",
        kind=kind,
        title=keeping.wanted(title, _("Isi nama kegiatan.")),
        path=by.path,
        held_from=held_from,
        held_until=held_until,
        venue=venue,
        division=division,
        election_id=keeping.election_of(by, election_id).pk if election_id else None,
        source=source,
    )
    return _done(spj, {"kind": kind})


@inner
def open_spj(
    *,
    by: Viewer,
    subject: str,
    kind: str,
    title: str,
    path: str,
    held_from: date,
    held_until: date,
    venue: str = "",
    division: str = "",
    election_id: int | None = None,
    source: str = "",
    people: Iterable[NewPerson] = (),
) -> int:
    """Open the expense file of another room's activity, or bring its title and days up to date.

    `subject` names the activity (``meetings:meeting:12``). Returns the file's id. Raises `Refused`
    for an unknown kind or days in the wrong order.
    """
    values: dict[str, Any] = {
        "title": title[:200],
        "held_from": held_from,
        "held_until": held_until,
        "venue": venue[:160],
        "division": division,
    }
    spj = Spj.objects.filter(path=path, subject=subject).first()
    if spj is None:
        values |= {"election_id": election_id, "source": source}
        spj = _open(subject=subject, path=path, kind=kind, **values)
    else:
        _check(kind, held_from, held_until)
        keeping.changed(spj, values)
        spj.save(update_fields=list(values))
    _add_people(spj, people)
    return spj.pk


@inner
def spj_people(*, by: Viewer, path: str, subject: str, people: Iterable[NewPerson]) -> None:
    """Add people to the file of another room's activity; who is there already stays once."""
    _add_people(Spj.objects.get(path=path, subject=subject), people)


@inner
def spj_paper(
    *,
    by: Viewer,
    path: str,
    subject: str,
    paper: str,
    reference: str = "",
    file_id: str | None = None,
    person: str = "",
) -> bool:
    """Record that a paper of another room's activity is there; False when no file is open for it.

    `file_id` is the stored file's digest, `person` a name of the file's people. Raises KeyError
    for an unknown paper.
    """
    spj = Spj.objects.filter(path=path, subject=subject, handed_on__isnull=True).first()
    kind = kinds.papers()[paper]
    if spj is None:
        return False
    who = spj.people.filter(name=person, removed_for="").first() if person else None
    known = filing.there(spj).get((kind.id, who.pk if who else filing.NOBODY))
    if reference and known == reference:
        return True
    _note(by, spj, kind.id, who, reference=reference, stored_id=file_id)
    return True


@act("office.spj_person")
def keep_person(*, by: Viewer, spj_id: int, person: NewPerson) -> Done[SpjPerson]:
    """Add somebody who needs papers. Raises `Refused` for an unknown role or the same one twice."""
    spj = _spj(by, spj_id)
    name = keeping.wanted(person.name, _("Isi nama orangnya."))
    if person.role not in kinds.ROLES:
        raise Refused(_("Pilih kedudukan orang ini dalam kegiatan."))
    if spj.people.filter(name=name, role=person.role, removed_for="").exists():
        raise Refused(_("%(name)s sudah tercatat dalam kedudukan itu.") % {"name": name})
    made = SpjPerson.objects.create(
        spj=spj,
        role=person.role,
        name=name,
        institution=person.institution.strip(),
        inside=person.inside,
    )
    return Done(made, f"spj:{spj.pk}", spj.path, {"person": made.pk, "role": made.role})


@act("office.spj_person_out")
def drop_person(*, by: Viewer, person_id: int, reason: str) -> Done[SpjPerson]:
    """Take somebody out of the file, with the reason. Raises `Refused` once he was paid."""
    found = SpjPerson.objects.get(pk=person_id)
    spj = _spj(by, found.spj_id)
    reason = keeping.wanted(reason, _("Tulis alasannya."))
    if found.payments.filter(reverses__isnull=True, reversed_by__isnull=True).exists():
        raise Refused(_("Orang ini sudah dibayar. Batalkan dulu pembayarannya."))
    found.removed_for = reason
    found.save(update_fields=["removed_for"])
    return Done(found, f"spj:{spj.pk}", spj.path, {"person": found.pk, "reason": reason})


@act("office.spj_drop")
def drop_spj(*, by: Viewer, spj_id: int, reason: str) -> Done[Spj]:
    """Say that an activity needs no expense file (cancelled, paid by others), with the reason."""
    spj = _spj(by, spj_id)
    spj.dropped_for = keeping.wanted(reason, _("Tulis mengapa berkas ini tidak diperlukan."))
    spj.save(update_fields=["dropped_for"])
    return _done(spj, {"reason": spj.dropped_for})


@act("office.spj_paper")
def keep_paper(
    *,
    by: Viewer,
    spj_id: int,
    paper: str,
    person_id: int | None = None,
    state: str = State.THERE,
    reference: str = "",
    note: str = "",
    file: Upload | None = None,
) -> Done[SpjPaper]:
    """Record that a paper is there (file or reference), is not needed, or was withdrawn.

    Raises `Refused` for a paper that this file does not ask for, without file and reference, or
    without the reason why it is not needed or withdrawn.
    """
    spj = _spj(by, spj_id)
    person = spj.people.get(pk=person_id, removed_for="") if person_id else None
    if (paper, person_id or filing.NOBODY) not in {need.key for need in filing.needs(spj)}:
        raise Refused(_("Berkas SPJ ini tidak meminta naskah tersebut."))
    if state == State.THERE and file is None and not reference.strip():
        raise Refused(_("Lampirkan berkasnya, atau isi nomor atau tempat penyimpanannya."))
    if state != State.THERE and not note.strip():
        raise Refused(_("Tulis alasannya."))
    level = keeping.Level.PERSONAL if kinds.papers()[paper].personal else keeping.Level.INTERNAL
    made = _note(
        by,
        spj,
        paper,
        person,
        state=state,
        reference=reference.strip(),
        note=note.strip(),
        upload=file,
        level=level,
    )
    facts = {"paper": paper, "person": person_id or 0, "state": state}
    facts["file"] = made.file_id or ""
    return Done(made, f"spj:{spj.pk}", spj.path, facts)


@act("office.spj_hand")
def hand_in(*, by: Viewer, spj_id: int, day: date) -> Done[Spj]:
    """Hand the file to the treasurer. Raises `Refused` while a paper is missing, naming it."""
    spj = _spj(by, spj_id)
    keeping.not_ahead(day, _("Tanggal penyerahan"))
    lacks = filing.lacks(spj)
    if lacks:
        first = lacks[0]
        who = f" ({first.person})" if first.person else ""
        raise Refused(
            _("Masih kurang %(count)s naskah. Yang pertama: %(paper)s%(who)s.")
            % {"count": len(lacks), "paper": first.name.id, "who": who}
        )
    spj.handed_on = day
    spj.save(update_fields=["handed_on"])
    return _done(spj, {"handed": str(day)})


def _check(kind: str, held_from: date, held_until: date) -> None:
    if kind not in kinds.activities():
        raise Refused(_("Jenis kegiatan “%(kind)s” tidak dikenal.") % {"kind": kind})
    if held_until < held_from:
        raise Refused(_("Hari terakhir kegiatan lebih awal daripada hari pertamanya."))


@inner
def _open(*, kind: str, held_from: date, held_until: date, **values: Any) -> Spj:
    _check(kind, held_from, held_until)
    return Spj.objects.create(
        kind=kind,
        held_from=held_from,
        held_until=held_until,
        opened_at=clock.now(),
        **values,
    )


@inner
def _add_people(spj: Spj, people: Iterable[NewPerson]) -> None:
    there = set(spj.people.filter(removed_for="").values_list("role", "name"))
    for one in people:
        if one.role not in kinds.ROLES:
            raise Refused(_("Kedudukan “%(role)s” tidak dikenal.") % {"role": one.role})
        if (one.role, one.name) not in there:
            there.add((one.role, one.name))
            SpjPerson.objects.create(
                spj=spj,
                role=one.role,
                name=one.name[:120],
                institution=one.institution[:160],
                inside=one.inside,
            )


@inner
def _note(
    by: Viewer,
    spj: Spj,
    paper: str,
    person: SpjPerson | None,
    *,
    state: str = State.THERE,
    reference: str = "",
    note: str = "",
    upload: Upload | None = None,
    level: str = keeping.Level.INTERNAL,
    stored_id: str | None = None,
) -> SpjPaper:
    values = keeping.record(by, spj.path, upload, level)
    if stored_id:
        values["file"] = StoredFile.objects.get(pk=stored_id)
    return SpjPaper.objects.create(
        spj=spj,
        paper=paper,
        person=person,
        state=state,
        reference=reference[:120],
        note=note[:200],
        **values,
    )


def _spj(by: Viewer, spj_id: int) -> Spj:
    spj = Spj.objects.filter(path__within=by.path).get(pk=spj_id)
    if spj.handed_on:
        raise Refused(
            _("Berkas ini sudah diserahkan pada %(day)s dan tidak berubah lagi.")
            % {"day": f"{spj.handed_on:%d-%m-%Y}"}
        )
    return spj


def _done(spj: Spj, facts: Mapping[str, Any]) -> Done[Spj]:
    return Done(spj, f"spj:{spj.pk}", spj.path, facts)
