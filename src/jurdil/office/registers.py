"""The registers of letters: running numbers, one letter, the task of its answer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, inner
from jurdil.kernel.models import Document, Task
from jurdil.kernel.roles import SYSTEM
from jurdil.kernel.viewer import Viewer
from jurdil.law.office import numbering
from jurdil.law.text import Text
from jurdil.office import keeping
from jurdil.office.models import Institution, Letter, Numbering

UNNUMBERED = "-"
"""The number of a letter that has none."""
INVITATION = "undangan"
RUNNING = (Task.State.OPEN, Task.State.WAITING)
SEE_SECRETS = {"ketua", "anggota", "sekretaris", "bw-ketua", "bw-anggota", "bw-sekretariat", SYSTEM}


def visible(viewer: Viewer) -> QuerySet[Letter]:
    """Letters in scope; secret ones for the heads, who registered them, and who got them."""
    letters = Letter.objects.filter(path__within=viewer.path)
    if viewer.role in SEE_SECRETS:
        return letters
    own = Q(account=viewer.account_id or 0) | Q(dispositions__to=viewer.account_id or 0)
    return letters.filter(~Q(nature=Letter.Nature.SECRET) | own).distinct()


@inner
def letter_of(by: Viewer, letter_id: int) -> Letter:
    """One letter that the viewer may see, held for the act. Raises Letter.DoesNotExist."""
    found = visible(by).values_list("pk", flat=True).get(pk=letter_id)
    return Letter.objects.select_for_update(of=["self"]).get(pk=found)


@inner
def open_letter(by: Viewer, letter_id: int, direction: str) -> Letter:
    """An unfinished letter. Raises `Refused` for a finished one."""
    letter = letter_of(by, letter_id)
    if letter.direction != direction or letter.state not in (Letter.State.OPEN, Letter.State.DRAFT):
        raise Refused(_("Surat ini sudah selesai atau bukan surat yang dimaksud."))
    return letter


def correspondent(by: Viewer, written: str, institution_id: int | None) -> str:
    """Who sent it or gets it: the words given, else the institution's name.

    Raises `Refused` when both are empty, Institution.DoesNotExist for one out of sight.
    """
    if institution_id is not None:
        found = Institution.objects.filter(Q(path__within=by.path) | Q(place__within=by.path)).get(
            pk=institution_id
        )
        return written.strip() or found.name
    return keeping.wanted(written, _("Isi pengirim atau tujuan surat."))


def refuse_known(path: str, number: str, dated: date, sender: str) -> None:
    """Raise `Refused` when the same sender's letter of this number and day is registered."""
    same = Letter.objects.filter(
        path=path,
        direction=Letter.Direction.IN,
        number__iexact=number,
        dated=dated,
        correspondent__iexact=sender,
    ).exclude(state=Letter.State.VOID)
    if number != UNNUMBERED and (known := same.first()):
        raise Refused(
            _("Surat %(number)s dari %(sender)s sudah dicatat dengan nomor agenda %(agenda)s.")
            % {"number": number, "sender": sender, "agenda": f"{known.agenda}/{known.year}"}
        )


def next_agenda(path: str, direction: str, year: int) -> int:
    """The next agenda number of a place's register."""
    rows = Letter.objects.filter(path=path, direction=direction, year=year)
    return keeping.next_number(rows, "agenda")


def pattern_of(path: str, year: int) -> Numbering | None:
    """The own pattern of a place; None where Srikandi numbers."""
    return Numbering.objects.filter(path=path, year=year).first()


def own_number(letter: Letter, day: date) -> tuple[str, int | None]:
    """The next number by the place's own pattern; ('', None) where Srikandi numbers."""
    found = pattern_of(letter.path, day.year)
    if found is None:
        return "", None
    numbered = Letter.objects.filter(
        path=letter.path, direction=Letter.Direction.OUT, day__year=day.year
    )
    sequence = keeping.next_number(numbered, "own_sequence")
    area = letter.path.replace(".", "")
    return (
        numbering.make(found.pattern, sequence, day, code=letter.classification, area=area),
        sequence,
    )


def secret(letter: Letter) -> bool:
    """Whether only few may read a letter."""
    return bool(letter.nature == Letter.Nature.SECRET)


def readers_of(nature: str) -> str:
    """Who may read the paper of a letter: of a secret one its heads."""
    few = nature == Letter.Nature.SECRET
    return Document.Readers.HEADS if few else Document.Readers.INSIDE


@inner
def close_paper(letter: Letter) -> None:
    """Close the paper of a secret letter to all but its heads; open what only that had closed.

    A paper that another room closed (the invitation of a closed meeting) is never opened to more
    than who works in the house.
    """
    paper = letter.document
    if paper is None or not (secret(letter) or paper.readers == Document.Readers.HEADS):
        return
    calls = paper.kind == INVITATION and not secret(letter)
    paper.readers = Document.Readers.HOUSE if calls else readers_of(letter.nature)
    paper.save(update_fields=["readers"])


def task_title(letter: Letter, plain: Text) -> Text:
    """The title of a task upon a letter: `plain`, unless the letter is secret.

    Whoever works here reads tasks, so one upon a secret letter only says where it is registered.
    """
    if not secret(letter):
        return plain
    place = f"{letter.agenda}/{letter.year}"
    return Text(
        f"Kerjakan surat rahasia, agenda {place}", f"Deal with a secret letter, agenda {place}"
    )


@inner
def hush(letter: Letter) -> None:
    """Take the words of a letter that turned out to be secret out of its tasks."""
    title = task_title(letter, Text("", ""))
    tasks = Task.objects.filter(source=f"office:letter:{letter.pk}")
    tasks.update(title=title.id, title_en=title.en, note="", revision=F("revision") + 1)


@inner
def close_reply(letter: Letter, result: str) -> None:
    """Close the task of an incoming letter's answer, if one is open."""
    _finish(Task.objects.filter(pk=letter.reply_task_id or 0), result)


@inner
def finish_tasks(source: str, result: str) -> None:
    """Close the open tasks that something of this room raised."""
    _finish(Task.objects.filter(source=source), result)


def _finish(tasks: QuerySet[Task], result: str) -> None:
    tasks.filter(state__in=RUNNING).update(
        state=Task.State.DONE,
        result=result,
        closed_at=clock.now(),
        revision=F("revision") + 1,
    )


def done(letter: Letter, facts: Mapping[str, Any]) -> Done[Letter]:
    """What an act on a letter returns: its ids and states, never its words."""
    return Done(letter, f"letter:{letter.pk}", letter.path, facts)
