"""A vote held again: proposed, decided, held, its result in the place of the old one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, inner, person
from jurdil.kernel.documents.drafting import open_draft
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law import revote as law
from jurdil.law.revote import Kind, State
from jurdil.results import reading, revote_tasks, revotes
from jurdil.results.models import LangkahUlang, Ulang
from jurdil.voters import notices
from jurdil.voters.notices import Sheets


@act("results.propose_revote")
def propose_revote(
    *,
    by: Viewer,
    election_id: int,
    path: str,
    kind: str,
    contests: Sequence[str],
    ground: str,
    source: str,
    story: str,
    source_number: str = "",
    ordered_until: date | None = None,
) -> Done[Ulang]:
    """Put a case before KPU of the regency.

    Raises `Refused` for a TPS out of scope, without contest, ground or story, for a ground of
    another kind, for a court's order without its term, and while another case of
    this TPS and contest is open.
    """
    revotes.require_tps(by, election_id, path)
    election = Election.objects.get(pk=election_id)
    what = revotes.kind_of(kind)
    chosen = [reading.subject(by, election_id, one).contest.id for one in contests]
    if not chosen or not story.strip():
        raise Refused(_("Pilih jenis pemilihan yang terkena dan tulis apa yang terjadi."))
    if ground not in {one.code for one in law.grounds(election.regime, what)}:
        raise Refused(_("Pilih dasar yang berlaku untuk jenis ini."))
    if (source == Ulang.Source.COURT) != (ordered_until is not None):
        raise Refused(_("Hanya perintah Mahkamah Konstitusi yang memuat batas waktunya sendiri."))
    _refuse_double(election_id, path, chosen)
    case = Ulang.objects.create(
        election=election,
        path=path,
        kind=what.value,
        contests=chosen,
        ground=ground,
        source=revotes.source_of(source),
        source_number=source_number.strip(),
        story=story.strip(),
        ordered_until=ordered_until,
        proposed_at=clock.now(),
        account_name=by.name,
    )
    _step(by, case, story)
    revote_tasks.ask(case, revote_tasks.DECIDE, revotes.last_moment(case))
    return _done(case)


@act("results.decide_revote")
def decide_revote(
    *,
    by: Viewer,
    case_id: int,
    granted: bool,
    reason: str,
    number: str = "",
    held_on: date | None = None,
    late_reason: str = "",
    voters: int | None = None,
    kpps_replaced: int | None = None,
) -> Done[Ulang]:
    """KPU of the regency decides: with the day, or not with the reason; drafts the decree.

    Without a number of voters that of the TPS's determined list stands, where the house has it.
    Raises `Refused` for a day after the last one without a reason that is put on record, a day
    before voting day, or a decision without its reason.
    """
    case = _case(by, case_id)
    if not reason.strip():
        raise Refused(_("Tulis pertimbangan keputusan."))
    if not granted:
        _move(case, State.REJECTED)
        case.decided_reason = reason.strip()
        case.save(update_fields=["state", "decided_reason"])
        revote_tasks.settle(case, reason.strip())
        _step(by, case, reason)
        return _done(case)
    if held_on is None:
        raise Refused(_("Tentukan hari pelaksanaannya."))
    _check_day(case, held_on, late_reason)
    _move(case, State.DECIDED)
    case.decided_reason, case.decision_number = reason.strip(), number.strip()
    case.held_on, case.late_reason = held_on, late_reason.strip()
    case.voters = notices.listed(case.election_id, case.path) if voters is None else voters
    case.kpps_replaced = kpps_replaced
    case.decision = open_draft(
        by,
        kind="keputusan",
        title=revotes.decree_title(case),
        body=revotes.decree(by, case),
        path=by.path,
        election_id=case.election_id,
        division="teknis",
        unconfirmed=revotes.unconfirmed(case),
    )
    case.save()
    revote_tasks.settle(case, reason.strip())
    revote_tasks.ask_to_hold(case)
    _step(by, case, reason)
    return _done(case)


@act("results.hold_revote")
def hold_revote(*, by: Viewer, case_id: int, note: str) -> Done[Ulang]:
    """Record that it was held; its C.Hasil can be entered from now on, also once determined."""
    case = _case(by, case_id)
    if case.held_on and clock.today() < case.held_on:
        raise Refused(_("Pelaksanaannya baru pada %(day)s.") % {"day": case.held_on})
    _move(case, State.HELD)
    case.save(update_fields=["state"])
    revotes.begin_anew(by, case)
    revote_tasks.settle(case, note.strip())
    revote_tasks.ask(case, revote_tasks.ENTER, None)
    _step(by, case, note)
    return _done(case)


@act("results.print_notices")
def print_notices(*, by: Viewer, case_id: int) -> Done[Sheets]:
    """The new C.Pemberitahuan of a re-vote as printed sheets, with the voters of its TPS by name.

    Raises `Refused` for a recount, before the decision and after the vote, and where this house
    has no determined list of the TPS.
    """
    person(by)
    case = _case(by, case_id)
    if not revotes.has_notices(case):
        raise Refused(
            _("C.Pemberitahuan dicetak sesudah pemungutannya diputus dan sebelum dilaksanakan.")
        )
    made = notices.sheets(by, case.election_id, case.path, revotes.occasion(case))
    if not made.voters:
        raise Refused(
            _(
                "DPT TPS %(path)s belum ditetapkan di sini, jadi pemilihnya tidak diketahui. Cetak "
                "C.Pemberitahuan dari aplikasi asal daftarnya."
            )
            % {"path": case.path}
        )
    _step(by, case, f"C.Pemberitahuan dicetak: {made.voters} lembar")
    facts = {"voters": made.voters, "digest": made.digest}
    return Done(made, f"revote:{case.pk}", case.path, facts)


def _refuse_double(election_id: int, path: str, contests: Sequence[str]) -> None:
    open_cases = Ulang.objects.filter(election_id=election_id, path=path).exclude(
        state__in=[State.REJECTED.value, State.DONE.value]
    )
    if any(set(case.contests) & set(contests) for case in open_cases):
        raise Refused(_("TPS ini sudah punya perkara yang berjalan untuk jenis pemilihan itu."))


def _check_day(case: Ulang, held_on: date, late_reason: str) -> None:
    voting = case.election.voting_day
    if voting and held_on <= voting and case.kind != Kind.RECOUNT:
        raise Refused(_("Pelaksanaan harus setelah hari pemungutan suara."))
    last = revotes.last_day(case)
    if last is not None and held_on > last and not late_reason.strip():
        raise Refused(
            _("Hari terakhir menurut hukum %(last)s; hari yang Anda pilih lewat. Tulis dasarnya.")
            % {"last": last.strftime("%d-%m-%Y")}
        )


def _case(by: Viewer, case_id: int) -> Ulang:
    """The case in scope, locked. Raises Ulang.DoesNotExist."""
    rows = Ulang.objects.filter(path__within=by.path).select_related("election")
    return rows.select_for_update(of=("self",)).get(pk=case_id)


def _move(case: Ulang, to: State) -> None:
    try:
        case.state = law.step(State(case.state), to).value
    except law.IllegalStep:
        raise Refused(
            _("Perkara ini berstatus “%(state)s”; langkah itu tidak tersedia.")
            % {"state": case.get_state_display()}
        ) from None


@inner
def _step(by: Viewer, case: Ulang, note: str) -> None:
    LangkahUlang.objects.create(
        case=case,
        state=case.state,
        note=note.strip(),
        taken_at=clock.now(),
        account_name=by.name,
    )


def _done(case: Ulang) -> Done[Ulang]:
    facts: dict[str, Any] = {"state": case.state, "kind": case.kind, "contests": case.contests}
    return Done(case, f"revote:{case.pk}", case.path, facts)
