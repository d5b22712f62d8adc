"""What a coordinator does about a form: look, confirm, send back, decide, let it begin anew."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.viewer import Viewer
from jurdil.law import entry as law
from jurdil.law.entry import State
from jurdil.law.rules import Severity, check
from jurdil.results.entry import agreeing, ground, store
from jurdil.results.fixed import require_undetermined
from jurdil.results.models import AturanEntri, Entri, PutusanEntri

Kind = PutusanEntri.Kind
FIRST, SECOND, PAPER = 1, 2, 0
"""What a coordinator chooses for a field: the first reading, the second, or what the paper says."""


@act("results.open_reading")
def open_reading(*, by: Viewer, entry_id: int) -> Done[Entri]:
    """See the readings of a form that waits for a coordinator; who saw them cannot type it.

    Raises Entri.DoesNotExist out of scope, `Refused` when nothing waits or the viewer typed it.
    """
    row = _row(by, entry_id)
    entry = store.machine(row)
    if entry.state not in (State.FAULTY, State.DIFFERENT, State.DECISION):
        raise Refused(_("Formulir ini tidak sedang menunggu koordinator."))
    if person(by) in entry.typists:
        raise Refused(_("Anda ikut mengetik formulir ini, jadi koordinator lain yang memeriksa."))
    if not row.decisions.filter(round=row.round, kind=Kind.OPENED, account=person(by)).exists():
        store.note(row, by, Kind.OPENED)
    return _done(row)


@act("results.confirm_errors")
def confirm_errors(*, by: Viewer, entry_id: int, reason: str) -> Done[Entri]:
    """The paper itself breaks the rule: its figures stay and the second entry begins."""
    row = _judged(by, entry_id, reason)
    store.move(row, law.confirm, person(by))
    store.note(row, by, Kind.CONFIRMED, reason)
    return _done(row)


@act("results.send_back")
def send_back(*, by: Viewer, entry_id: int, reason: str) -> Done[Entri]:
    """Give a faulty first reading back to its typist, who finds it as it was."""
    row = _judged(by, entry_id, reason)
    store.move(row, law.send_back, person(by))
    store.note(row, by, Kind.SENT_BACK, reason)
    agreeing.reopen(row, ground.fix_form(by, row.election_id, row.contest, row.path))
    return _done(row)


@act("results.discard")
def discard(*, by: Viewer, entry_id: int, reason: str) -> Done[Entri]:
    """Throw the readings of this round away; they stay in the history and the form begins anew."""
    row = _judged(by, entry_id, reason)
    store.note(row, by, Kind.DISCARDED, reason)
    store.move(row, law.discard, person(by))
    row.drafts.all().delete()
    return _done(row)


@act("results.escalate")
def escalate(*, by: Viewer, entry_id: int, reason: str) -> Done[Entri]:
    """Decide without waiting for a typist who cannot read again."""
    row = _judged(by, entry_id, reason)
    store.move(row, law.escalate, person(by))
    store.note(row, by, Kind.ESCALATED, reason)
    row.drafts.all().delete()
    return _done(row)


@act("results.decide")
def decide(
    *,
    by: Viewer,
    entry_id: int,
    choices: Mapping[str, tuple[int, int | None, str]],
    reason: str,
) -> Done[Entri]:
    """Decide every differing field: field -> (1, 2 or 0, value for 0 or None, reason for 0).

    With 0 the coordinator typed what the paper says, None for an empty box. Agreed figures that
    break a rule need `reason`. Raises `Refused` when a field is missing or a reason is.
    """
    row = _row(by, entry_id)
    shape = ground.fix_form(by, row.election_id, row.contest, row.path)
    first, second, fields = store.both(row)
    open_fields = law.differences(first, second, fields)
    if set(choices) != set(open_fields):
        left = len(set(open_fields) - set(choices))
        raise Refused(_("%(count)s kolom belum diputuskan.") % {"count": left})
    values = {
        name: _value(name, choice, first.get(name), second.get(name))
        for name, choice in choices.items()
    }
    compared = {**second, **{name: first.get(name) for name in fields}}
    figures = law.merged(compared, second, values)
    wrong = [one for one in check(figures, shape.checks) if one.severity is Severity.ERROR]
    if wrong and not reason.strip():
        raise Refused(
            _(
                "Angka yang Anda putuskan melanggar %(count)s aturan. Jelaskan apa yang ada "
                "di kertas."
            )
            % {"count": len(wrong)}
        )
    store.move(row, law.decide, person(by))
    kept = {name: [choice[0], values[name], choice[2]] for name, choice in choices.items()}
    store.note(row, by, Kind.DECIDED, reason, kept)
    agreeing.agree(by, row, shape, figures, reason.strip())
    return _done(row)


@act("results.free")
def free_lock(*, by: Viewer, entry_id: int, reason: str) -> Done[Entri]:
    """Free a form that its typist holds; what was typed in that reading is dropped."""
    row = _judged(by, entry_id, reason)
    entry = store.machine(row)
    holder = entry.first if entry.state is State.FIRST else entry.second
    if entry.state not in (State.FIRST, State.SECOND):
        raise Refused(_("Formulir ini tidak sedang diketik."))
    store.note(row, by, Kind.FREED, reason)
    store.move(row, law.leave, holder)
    row.drafts.all().delete()
    return _done(row)


@act("results.ask_undo")
def ask_undo(*, by: Viewer, entry_id: int, reason: str) -> Done[Entri]:
    """Ask that an agreed form be entered anew; another person decides."""
    row = _judged(by, entry_id, reason)
    require_undetermined(row.election_id, row.contest, row.path)
    store.move(row, law.ask_undo, person(by))
    row.undo_reason = reason.strip()
    row.save(update_fields=["undo_reason"])
    store.note(row, by, Kind.UNDO_ASKED, reason)
    return _done(row)


@act("results.answer_undo")
def answer_undo(*, by: Viewer, entry_id: int, granted: bool, reason: str) -> Done[Entri]:
    """Grant or refuse that a form be entered anew; until then its figures keep counting."""
    row = _judged(by, entry_id, reason)
    if granted:
        require_undetermined(row.election_id, row.contest, row.path)
    store.note(row, by, Kind.UNDO_GRANTED if granted else Kind.UNDO_REFUSED, reason)
    store.move(row, law.answer_undo, person(by), granted=granted)
    row.undo_reason = ""
    row.save(update_fields=["undo_reason"])
    return _done(row)


@act("results.set_entry")
def set_rule(
    *, by: Viewer, election_id: int, contest: str, seat: str, mode: str
) -> Done[AturanEntri]:
    """Set where a contest is typed and what counts as its first reading."""
    if seat not in AturanEntri.Seat.values or mode not in AturanEntri.Mode.values:
        raise Refused(_("Pilih tempat dan cara entri dari daftar."))
    rule, _made = AturanEntri.objects.update_or_create(
        election_id=election_id, contest=contest, defaults={"seat": seat, "mode": mode}
    )
    facts = {"contest": contest, "seat": seat, "mode": mode}
    return Done(rule, f"election:{election_id}", by.path, facts)


def _row(by: Viewer, entry_id: int) -> Entri:
    """The entry in scope, locked. Raises Entri.DoesNotExist."""
    return Entri.objects.filter(path__within=by.path).select_for_update().get(pk=entry_id)


def _judged(by: Viewer, entry_id: int, reason: str) -> Entri:
    if not reason.strip():
        raise Refused(_("Tulis alasannya; alasan tercetak bersama formulir."))
    return _row(by, entry_id)


def _value(
    name: str, choice: tuple[int, int | None, str], first: int | None, second: int | None
) -> int | None:
    which, value, reason = choice
    if which == FIRST:
        return first
    if which == SECOND:
        return second
    if which != PAPER or (value is not None and value < 0):
        raise Refused(_("Pilih bacaan pertama, kedua, atau ketik angka dari kertas."))
    if not reason.strip():
        raise Refused(_("Tulis alasan untuk kolom yang Anda ketik sendiri."))
    return value


def _done(row: Entri) -> Done[Entri]:
    return Done(row, f"entry:{row.pk}", row.path, {"contest": row.contest, "round": row.round})
