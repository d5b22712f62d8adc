"""Letters that come in: registered, ordered upon, closed."""

from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.actions.tasks import raise_task
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.models import Account, Task
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.who import held_today
from jurdil.law.text import Text
from jurdil.office import keeping, registers
from jurdil.office.models import Disposition, Letter
from jurdil.office.records import Upload

State = Letter.State
ANSWER = "Siapkan jawaban"
"""The order that hands over the task of the answer."""


@act("office.receive")
def receive_letter(
    *,
    by: Viewer,
    number: str,
    dated: date,
    received: date,
    subject: str,
    correspondent: str,
    institution_id: int | None = None,
    classification: str = "",
    nature: str = Letter.Nature.ORDINARY,
    attachments: str = "",
    reply_by: date | None = None,
    division: str = "",
    election_id: int | None = None,
    file: Upload | None = None,
) -> Done[Letter]:
    """Register a letter that came in under the next agenda number; `reply_by` opens a task.

    Raises `Refused` for a letter registered before, days that contradict each other, or an answer
    due before the letter came.
    """
    sender = registers.correspondent(by, correspondent, institution_id)
    number = keeping.wanted(number, _("Isi nomor surat, atau “-” bila tidak ada."))
    _check_days(dated, received, reply_by)
    registers.refuse_known(by.path, number, dated, sender)
    election = keeping.election_of(by, election_id) if reply_by or election_id else None
    letter = Letter.objects.create(
        direction=Letter.Direction.IN,
        path=by.path,
        year=received.year,
        agenda=registers.next_agenda(by.path, Letter.Direction.IN, received.year),
        number=number,
        dated=dated,
        day=received,
        subject=keeping.wanted(subject, _("Isi perihal surat.")),
        correspondent=sender,
        institution_id=institution_id,
        classification=classification.strip(),
        nature=nature,
        attachments=attachments.strip(),
        reply_by=reply_by,
        election=election if election_id else None,
        division=division,
        state=State.OPEN,
        **keeping.record(by, by.path, file),
    )
    if reply_by and election:
        _ask_answer(letter, election.pk)
    return registers.done(letter, {"agenda": letter.agenda, "year": letter.year})


@inner
def _ask_answer(letter: Letter, election_id: int) -> None:
    """Open the task of the answer, due at the end of its day."""
    plain = Text(
        f"Jawab surat {letter.number} dari {letter.correspondent}",
        f"Answer letter {letter.number} from {letter.correspondent}",
    )
    title = registers.task_title(letter, plain)
    letter.reply_task = raise_task(
        title=title.id,
        title_en=title.en,
        election_id=election_id,
        path=letter.path,
        source=f"office:letter:{letter.pk}",
        division=letter.division,
        due=keeping.end_of_day(letter.reply_by),
        subject=f"letter:{letter.pk}",
    )
    letter.save(update_fields=["reply_task"])


def _check_days(dated: date, received: date, reply_by: date | None) -> None:
    keeping.not_ahead(received, _("Tanggal terima"))
    if dated > received:
        raise Refused(
            _("Tanggal surat (%(dated)s) lebih akhir daripada tanggal terima (%(received)s).")
            % {"dated": f"{dated:%d-%m-%Y}", "received": f"{received:%d-%m-%Y}"}
        )
    if reply_by is not None and reply_by < received:
        raise Refused(
            _("Batas jawaban (%(reply)s) lebih awal daripada tanggal terima (%(received)s).")
            % {"reply": f"{reply_by:%d-%m-%Y}", "received": f"{received:%d-%m-%Y}"}
        )


@act("office.dispose")
def dispose(
    *,
    by: Viewer,
    letter_id: int,
    instruction: str,
    owner_id: int | None = None,
    division: str = "",
    until: date | None = None,
) -> Done[Disposition]:
    """Order what is done upon a letter: it becomes a task of a person or a division.

    The order to answer gives the task of the answer, if the letter has one, to that person.
    Raises `Refused` for a closed letter, an order to nobody, a person of another office, or a day
    that has passed.
    """
    letter = registers.open_letter(by, letter_id, Letter.Direction.IN)
    if owner_id is None and not division:
        raise Refused(_("Pilih orang atau divisi yang menerima disposisi."))
    if until is not None and until < clock.today():
        raise Refused(_("Batas waktu disposisi sudah lewat. Pilih hari ini atau sesudahnya."))
    words = keeping.wanted(instruction, _("Tulis apa yang harus dikerjakan."))
    owner, title = _owner(by, owner_id), _ordered(letter, words)
    task = _answering(letter, words, owner, division) or raise_task(
        title=title.id,
        title_en=title.en,
        election_id=keeping.election_of(by, letter.election_id).pk,
        path=letter.path,
        source=f"office:letter:{letter.pk}",
        division=division,
        owner_id=owner_id,
        due=keeping.end_of_day(until),
        subject=f"letter:{letter.pk}",
        note="" if registers.secret(letter) else letter.subject,
    )
    given = Disposition.objects.create(
        letter=letter,
        to=owner,
        to_name=owner.name if owner else "",
        division=division,
        instruction=words,
        until=until,
        task=task,
        **keeping.record(by, letter.path),
    )
    facts = {"disposition": given.pk, "to": owner_id or 0, "division": division, "task": task.pk}
    return Done(given, f"letter:{letter.pk}", letter.path, facts)


def _ordered(letter: Letter, words: str) -> Text:
    """The title of the task that an order makes."""
    plain = Text(
        f"{words} (surat {letter.number}, {letter.correspondent})",
        f"{words} (letter {letter.number}, {letter.correspondent})",
    )
    return registers.task_title(letter, plain)


@inner
def _answering(letter: Letter, words: str, owner: Account | None, division: str) -> Task | None:
    """The open task of the letter's answer in its new hands, so that nobody has it twice."""
    task = letter.reply_task
    free = task is not None and task.state in registers.RUNNING and task.owner_id is None
    if task is None or not free or not words.startswith(ANSWER):
        return None
    task.owner, task.division = owner, division or task.division
    task.revision += 1
    task.save(update_fields=["owner", "division", "revision"])
    return task


def _owner(by: Viewer, owner_id: int | None) -> Account | None:
    if owner_id is None:
        return None
    owner = Account.objects.get(pk=owner_id)
    if not held_today(by.path).filter(account=owner).exists():
        raise Refused(_("Penerima disposisi tidak bertugas di wilayah kerja Anda."))
    return owner


@act("office.close")
def close_letter(*, by: Viewer, letter_id: int, note: str) -> Done[Letter]:
    """Close a letter that needs no answer (any more), or make an unsent draft void.

    Raises `Refused` without a reason, or while orders upon it are open.
    """
    letter = registers.letter_of(by, letter_id)
    if letter.state not in (State.OPEN, State.DRAFT):
        raise Refused(_("Surat ini sudah selesai."))
    reason = keeping.wanted(note, _("Tulis hasil atau alasan surat ini diselesaikan."))
    ordered = Task.objects.filter(
        pk__in=letter.dispositions.values("task"), state__in=registers.RUNNING
    )
    left = ordered.exclude(pk=letter.reply_task_id or 0).count()
    if left:
        raise Refused(
            _("Masih ada %(left)s disposisi terbuka. Tutup dulu tugasnya, lalu selesaikan surat.")
            % {"left": left}
        )
    letter.state = State.DONE if letter.state == State.OPEN else State.VOID
    letter.note = reason
    letter.save(update_fields=["state", "note"])
    registers.close_reply(letter, reason)
    return registers.done(letter, {"state": letter.state})
