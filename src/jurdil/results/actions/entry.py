"""Typing a form: open it, save a draft, pause, send a reading, give it up."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, inner, person
from jurdil.kernel.viewer import Viewer
from jurdil.law import entry as law
from jurdil.law.entry import State
from jurdil.results import reading, revotes
from jurdil.results.entry import agreeing, ground, store, typed
from jurdil.results.entry.typed import Typed
from jurdil.results.models import Bacaan, Draf, Entri, PutusanEntri
from jurdil.results.shapes import shape_of
from jurdil.results.writing import canonical_figures

Cells = Mapping[str, str]
Notes = Mapping[str, Mapping[str, Any]]


class NotReady(Refused):
    """A reading cannot be sent yet; `typed` says which fields and warnings are open."""

    def __init__(self, judged: Typed) -> None:
        super().__init__(_said(judged))
        self.typed = judged


@act("results.type")
def open_entry(*, by: Viewer, election_id: int, contest: str, path: str) -> Done[Draf]:
    """Begin or take up the reading of a form; the form is then locked for this typist.

    Raises ObjectDoesNotExist for a TPS out of scope, `Refused` when it is not this person's turn,
    when somebody else holds the form, when the ballot is not registered, or once it is determined.
    """
    account = person(by)
    reading.subject(by, election_id, contest)
    revotes.require_open(election_id, contest, path)
    ground.require_seat(by, election_id, contest)
    shape = ground.fix_form(by, election_id, contest, path)
    row = store.entry_of(election_id, contest, path, shape.dapil)
    if store.machine(row).state is State.EMPTY:
        agreeing.take_sirekap(row, shape)
    slot = law.slot_of(store.machine(row), account)
    if slot is None:
        slot = _begin(by, row)
    draft = _draft(by, row, slot)
    return Done(draft, f"entry:{row.pk}", path, {"contest": contest, "slot": slot})


@act("results.save_draft")
def save_draft(
    *, by: Viewer, election_id: int, contest: str, path: str, cells: Cells, notes: Notes
) -> Done[Draf]:
    """Keep what is typed so far, right or wrong. Raises `Refused` when the form is not locked for
    this typist any more; nothing that was saved before is lost then."""
    draft = _own_draft(by, election_id, contest, path)
    shape = shape_of(election_id, contest, draft.entry.dapil)
    draft.cells = typed.cells_within(cells, shape.figures if shape else ())
    draft.notes = typed.notes_within(notes, shape.checks if shape else ())
    draft.paused = False
    draft.saves += 1
    draft.touched_at = clock.real()
    draft.save(update_fields=["cells", "notes", "paused", "saves", "touched_at"])
    return Done(draft, f"entry:{draft.entry_id}", path, {"slot": draft.slot, "save": draft.saves})


@act("results.pause")
def pause(*, by: Viewer, election_id: int, contest: str, path: str) -> Done[Draf]:
    """Put a form down with its draft; only its typist takes it up again, a coordinator frees it."""
    draft = _own_draft(by, election_id, contest, path)
    draft.paused = True
    draft.save(update_fields=["paused"])
    return Done(draft, f"entry:{draft.entry_id}", path, {"slot": draft.slot})


@act("results.leave")
def leave(*, by: Viewer, election_id: int, contest: str, path: str) -> Done[Entri]:
    """Give up a reading just begun and drop its draft. Raises `Refused` when there is none."""
    draft = _own_draft(by, election_id, contest, path)
    row = Entri.objects.select_for_update().get(pk=draft.entry_id)
    store.move(row, law.leave, person(by))
    draft.delete()
    return Done(row, f"entry:{row.pk}", path, {"contest": contest})


@act("results.finish")
def finish(
    *, by: Viewer, election_id: int, contest: str, path: str, cells: Cells, notes: Notes
) -> Done[Entri]:
    """Send a reading. Equal to the other one it is agreed; with a broken rule it stops.

    Raises `NotReady` while a field or a warning is open, `Refused` when the form is determined or
    not locked for this typist. The draft stays as it was then.
    """
    revotes.require_open(election_id, contest, path)
    draft = _own_draft(by, election_id, contest, path)
    row = Entri.objects.select_for_update().get(pk=draft.entry_id)
    shape = ground.fix_form(by, election_id, contest, path)
    judged = store.judge_draft(row, draft, shape, cells, notes)
    if not judged.ready:
        raise NotReady(judged)
    _keep_reading(by, row, draft, judged, notes)
    before = State(row.state)
    equal = before is not State.FIRST and not store.differing(row, shape)
    after = store.move(row, law.finish, person(by), faulty=judged.faulty, equal=equal)
    draft.delete()
    if before is State.SECOND and after.state is State.DIFFERENT:
        agreeing.ask_again(row, shape)
    if after.state is State.AGREED:
        agreeing.agree(by, row, shape, judged.figures)
    return Done(row, f"entry:{row.pk}", path, {"contest": contest, "slot": draft.slot})


def _begin(by: Viewer, row: Entri) -> int:
    """Start the reading that is due; a form left idle by its typist is free for the next one."""
    account, state = person(by), store.machine(row).state
    if state in (State.FIRST, State.SECOND):
        _take_over(by, row, 1 if state is State.FIRST else 2)
    if row.state == State.WAITING.value and store.has_seen(row, account):
        raise Refused(
            _("Anda sudah melihat entri pertama formulir ini. Entri kedua dibuat orang lain.")
        )
    store.move(row, law.start, account)
    return 1 if row.state == State.FIRST.value else 2


def _take_over(by: Viewer, row: Entri, slot: int) -> None:
    draft = row.drafts.filter(slot=slot).first()
    holder = row.first if slot == 1 else row.second
    if draft is not None and (draft.paused or store.is_locked(draft)):
        raise Refused(
            _("Formulir ini sedang dientri oleh %(name)s.") % {"name": draft.account_name}
        )
    store.note(row, by, PutusanEntri.Kind.FREED)
    store.move(row, law.leave, holder)
    row.drafts.filter(slot=slot).delete()


def _draft(by: Viewer, row: Entri, slot: int) -> Draf:
    """The typist's draft, taken up again or new."""
    now = clock.real()
    draft, made = Draf.objects.get_or_create(
        entry=row,
        slot=slot,
        defaults={
            "account": person(by),
            "account_name": by.name,
            "started_at": now,
            "touched_at": now,
        },
    )
    if not made:
        draft.paused, draft.touched_at = False, now
        draft.save(update_fields=["paused", "touched_at"])
    return draft


def _own_draft(by: Viewer, election_id: int, contest: str, path: str) -> Draf:
    """The draft this person holds; its form is locked first, so that of two sendings at once the
    second finds no draft any more. Raises `Refused` when there is none."""
    forms = Entri.objects.filter(path__within=by.path).select_for_update()
    row = forms.filter(election_id=election_id, contest=contest, path=path).first()
    draft = row.drafts.filter(account=person(by)).first() if row else None
    if draft is None:
        raise Refused(
            _(
                "Formulir ini tidak lagi dikunci untuk Anda. Buka lagi dari papan entri; ketikan "
                "di peramban ini masih ada."
            )
        )
    return draft


@inner
def _keep_reading(by: Viewer, row: Entri, draft: Draf, judged: Typed, notes: Notes) -> Bacaan:
    before = store.latest(row, draft.slot)
    return Bacaan.objects.create(
        entry=row,
        round=row.round,
        slot=draft.slot,
        number=before.number + 1 if before else 1,
        account=by.account_id,
        account_name=by.name,
        figures=canonical_figures(judged.figures),
        notes=typed.explained(notes, judged.findings),
        started_at=draft.started_at,
        finished_at=clock.real(),
    )


def _said(judged: Typed) -> str:
    if judged.unreadable:
        return _("%(count)s kolom tidak berisi angka.") % {"count": len(judged.unreadable)}
    if judged.missing:
        return _(
            "%(count)s kolom belum diisi. Ketik angkanya, atau - bila kotaknya kosong di kertas."
        ) % {"count": len(judged.missing)}
    return _(
        "%(count)s peringatan belum dicentang “sudah dicocokkan dengan kertas” dan dijelaskan."
    ) % {"count": len(judged.open_warnings)}
