"""Letters that go out: drafted, or written elsewhere, and registered with number, day and file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.documents import drafting, readers
from jurdil.kernel.documents.kinds import KINDS
from jurdil.kernel.models import Document
from jurdil.kernel.viewer import Viewer
from jurdil.law.office import numbering
from jurdil.office import keeping, registers
from jurdil.office.models import Letter, Numbering
from jurdil.office.records import Upload

State = Letter.State
OUT = Letter.Direction.OUT
DRAFTED = ("surat", "surat-sekretaris", "surat-tugas", "undangan")


@act("office.draft")
def draft_letter(
    *,
    by: Viewer,
    kind: str,
    subject: str,
    body: Mapping[str, Any],
    correspondent: str,
    institution_id: int | None = None,
    classification: str = "",
    nature: str = Letter.Nature.ORDINARY,
    division: str = "",
    answers_id: int | None = None,
    election_id: int | None = None,
) -> Done[Letter]:
    """Draft a letter: a line of the register and a paper that takes the way of initials.

    Raises `Refused` for a paper that is no letter, or for an answer to a finished letter.
    """
    if kind not in DRAFTED or kind not in KINDS:
        raise Refused(_("Jenis naskah “%(kind)s” bukan surat.") % {"kind": kind})
    title = keeping.wanted(subject, _("Isi perihal surat."))
    chosen = keeping.election_of(by, election_id).pk if election_id else None
    paper = drafting.open_draft(
        by,
        kind=kind,
        title=title[:200],
        body=body,
        path=by.path,
        election_id=chosen,
        division=division,
        readers=registers.readers_of(nature),
    )
    letter = _new(
        by,
        subject=title,
        correspondent=registers.correspondent(by, correspondent, institution_id),
        institution_id=institution_id,
        classification=classification.strip(),
        nature=nature,
        division=division,
        answers=_answered(by, answers_id),
        election_id=chosen,
        document=paper,
        state=State.DRAFT,
    )
    return registers.done(letter, {"agenda": letter.agenda, "document": paper.pk})


@act("office.send")
def send_letter(
    *,
    by: Viewer,
    day: date,
    number: str = "",
    dated: date | None = None,
    letter_id: int | None = None,
    subject: str = "",
    correspondent: str = "",
    institution_id: int | None = None,
    classification: str = "",
    nature: str = Letter.Nature.ORDINARY,
    attachments: str = "",
    division: str = "",
    answers_id: int | None = None,
    document_id: int | None = None,
    file: Upload | None = None,
) -> Done[Letter]:
    """Register that a letter went out: a drafted one (`letter_id`), a signed paper of the house
    (`document_id`), or one written in Srikandi.

    Without `number` the signed paper's is taken, else the next one of the place's own pattern.
    Raises `Refused` for a number in use, a day to come, a draft that is not signed, or when no
    number is known.
    """
    keeping.not_ahead(day, _("Tanggal kirim"))
    if letter_id is not None:
        letter = registers.open_letter(by, letter_id, OUT)
    else:
        letter = _new(
            by,
            subject=keeping.wanted(subject, _("Isi perihal surat.")),
            correspondent=registers.correspondent(by, correspondent, institution_id),
            institution_id=institution_id,
            classification=classification.strip(),
            nature=nature,
            attachments=attachments.strip(),
            division=division,
            answers=_answered(by, answers_id),
            document=_paper(by, document_id),
            state=State.DRAFT,
        )
    _require_signed(letter)
    _number(letter, number.strip(), dated, day)
    if file is not None:
        letter.file = keeping.keep(letter.path, file)
    letter.day, letter.state = day, State.SENT
    letter.save()
    registers.close_paper(letter)
    _close_answered(letter)
    facts = {"agenda": letter.agenda, "number": letter.number, "day": str(day)}
    return registers.done(letter, {**facts, "answers": letter.answers_id or 0})


@act("office.correct")
def correct_letter(
    *, by: Viewer, letter_id: int, reason: str, values: Mapping[str, Any]
) -> Done[Letter]:
    """Correct what the register says of a letter, with the reason.

    `values` may hold number, dated, subject, correspondent, classification, nature, attachments,
    division. Raises `Refused` without a reason, without a change, or for a number in use.
    """
    reason = keeping.wanted(reason, _("Tulis alasan pembetulan."))
    letter = registers.letter_of(by, letter_id)
    known = {key: values[key] for key in CORRECTED if key in values}
    for required in ("subject", "correspondent"):
        if required in known and not known[required].strip():
            raise Refused(_("Perihal dan pengirim atau tujuan tidak boleh kosong."))
    names = keeping.changed(letter, known)
    if not names:
        raise Refused(_("Tidak ada yang berubah."))
    if "number" in names and letter.direction == OUT:
        _refuse_used(letter, letter.number)
    letter.save(update_fields=names)
    if "nature" in names:
        registers.close_paper(letter)
    if "nature" in names and registers.secret(letter):
        registers.hush(letter)
    return registers.done(letter, {"fields": names, "reason": reason})


CORRECTED = (
    "number",
    "dated",
    "subject",
    "correspondent",
    "classification",
    "nature",
    "attachments",
    "division",
)


@act("office.pattern")
def set_pattern(*, by: Viewer, path: str, year: int, pattern: str, basis: str) -> Done[Numbering]:
    """Set the own pattern of a place for a year, with the decree that allows it.

    Raises `Refused` for a faulty pattern, without a basis, or once numbers were given by another.
    """
    if wrong := numbering.fault(pattern.strip()):
        raise Refused(wrong.id)
    basis = keeping.wanted(basis, _("Isi keputusan yang mengizinkan penomoran sendiri."))
    given = Letter.objects.filter(path=path, day__year=year, own_sequence__isnull=False)
    known = registers.pattern_of(path, year)
    if known and known.pattern != pattern.strip() and given.exists():
        raise Refused(
            _("Tahun %(year)s sudah ada nomor menurut pola %(pattern)s; pola berganti tahun depan.")
            % {"year": year, "pattern": known.pattern}
        )
    row, _created = Numbering.objects.update_or_create(
        path=path, year=year, defaults={"pattern": pattern.strip(), "basis": basis}
    )
    facts = {"year": year, "pattern": row.pattern, "basis": row.basis}
    return Done(row, f"numbering:{row.pk}", path, facts)


@inner
def note_outgoing(
    *,
    by: Viewer,
    path: str,
    number: str,
    dated: date,
    day: date,
    subject: str,
    correspondent: str,
    division: str = "",
    document_id: int | None = None,
    institution_id: int | None = None,
) -> int:
    """Put a letter that another room sent into the register; returns its id.

    The same number again changes nothing. Raises `Refused` for an empty number.
    """
    number = keeping.wanted(number, _("Surat ini belum bernomor."))
    known = Letter.objects.filter(path=path, direction=OUT, year=day.year, number=number).first()
    if known:
        return known.pk
    letter = _new(
        by,
        path=path,
        year=day.year,
        number=number,
        dated=dated,
        day=day,
        subject=subject,
        correspondent=correspondent,
        institution_id=institution_id,
        division=division,
        document_id=document_id,
        state=State.SENT,
    )
    return letter.pk


def _new(by: Viewer, *, path: str = "", year: int = 0, **values: Any) -> Letter:
    place, when = path or by.path, year or clock.today().year
    return Letter.objects.create(
        direction=OUT,
        path=place,
        year=when,
        agenda=registers.next_agenda(place, OUT, when),
        **values,
        **keeping.record(by, place),
    )


def _answered(by: Viewer, letter_id: int | None) -> Letter | None:
    if letter_id is None:
        return None
    return registers.open_letter(by, letter_id, Letter.Direction.IN)


def _paper(by: Viewer, document_id: int | None) -> Document | None:
    if document_id is None:
        return None
    found = readers.visible(by).get(pk=document_id)
    if known := Letter.objects.filter(document=found).first():
        raise Refused(
            _("Naskah ini sudah di buku agenda, nomor %(agenda)s.")
            % {"agenda": f"{known.agenda}/{known.year}"}
        )
    return found


def _require_signed(letter: Letter) -> None:
    paper = letter.document
    if paper is None:
        return
    if paper.state != Document.State.SIGNED and not paper.signed_file_id:
        raise Refused(
            _("Naskah surat ini masih “%(state)s”. Tunggu tanda tangan atau catat dari Srikandi.")
            % {"state": paper.get_state_display()}
        )


def _number(letter: Letter, number: str, dated: date | None, day: date) -> None:
    paper = letter.document
    if not number and paper is not None:
        number, dated = paper.external_number or paper.number, dated or paper.dated
    if not number:
        number, letter.own_sequence = registers.own_number(letter, day)
    letter.number = keeping.wanted(
        number,
        _("Isi nomor dari Srikandi. Kantor ini tidak memiliki pola nomor sendiri untuk tahun ini."),
    )
    letter.dated = dated or day
    if letter.dated > day:
        raise Refused(_("Tanggal surat lebih akhir daripada tanggal kirim."))
    _refuse_used(letter, letter.number)


def _refuse_used(letter: Letter, number: str) -> None:
    used = Letter.objects.filter(
        path=letter.path, direction=OUT, year=letter.year, number__iexact=number
    )
    if known := used.exclude(pk=letter.pk).first():
        raise Refused(
            _("Nomor %(number)s sudah dipakai surat keluar agenda %(agenda)s.")
            % {"number": number, "agenda": f"{known.agenda}/{known.year}"}
        )


def _close_answered(letter: Letter) -> None:
    asked = letter.answers
    if asked is None:
        return
    asked.state = State.DONE
    asked.note = letter.number
    asked.save(update_fields=["state", "note"])
    registers.close_reply(asked, letter.number)
