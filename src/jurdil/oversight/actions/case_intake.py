"""How findings and reports come in: at the desk, by the public page, as a tip, from a draft."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import Election
from jurdil.kernel.roles import BAWASLU
from jurdil.kernel.viewer import Viewer
from jurdil.office import keeping as office
from jurdil.oversight import case_store, drafting, keeping
from jurdil.oversight.case_records import NewCase, NewEvidence, NewParty
from jurdil.oversight.models import Case, CaseEvidence, CaseParty, FindingDraft

Channel = Case.Channel
NEEDED = (CaseParty.Role.REPORTER, CaseParty.Role.REPORTED)


@act("oversight.case_receive")
def receive_report(*, by: Viewer, election_id: int, new: NewCase) -> Done[Case]:
    """Receive a report at the desk, with its receipt; one that comes too late is recorded as such.

    Raises `Refused` without a reporter or a reported party, for days in the wrong order, and for a
    place outside the scope; Election.DoesNotExist.
    """
    election = _election(by, election_id)
    roles = {party.role for party in new.parties}
    if missing := [str(CaseParty.Role(one).label) for one in NEEDED if one not in roles]:
        raise Refused(_("Laporan ini belum memuat: %(who)s.") % {"who": ", ".join(missing)})
    if new.known_on is None:
        raise Refused(_("Tulis hari pelapor mengetahui kejadian; batas waktunya dihitung darinya."))
    placed = replace(new, path=keeping.place(by, new.path))
    case = case_store.open_case(by, election, Case.Kind.REPORT, placed)
    return _done(case)


@act("oversight.case_online")
def report_publicly(*, by: Viewer, election_id: int, new: NewCase) -> Done[Case]:
    """An online report, or a tip without identity, by the public page of Bawaslu's house.

    It becomes a report when its sender comes with identity and evidence. Raises `Refused` in
    another house, and as `receive_report` for days and story.
    """
    if by.house != BAWASLU:
        raise Refused(_("Laporan pelanggaran disampaikan kepada Bawaslu."))
    election = _election(by, election_id)
    named = any(one.role == CaseParty.Role.REPORTER for one in new.parties)
    kind = Case.Kind.REPORT if named else Case.Kind.TIP
    online = replace(new, path=keeping.place(by, new.path), channel=Channel.ONLINE, title="")
    return _done(case_store.open_case(by, election, kind, replace(online, received_at=None)))


@act("oversight.case_tip")
def note_tip(*, by: Viewer, election_id: int, new: NewCase) -> Done[Case]:
    """Note first information (telephone, message, hearsay); never a report, traced by overseers."""
    election = _election(by, election_id)
    placed = replace(new, path=keeping.place(by, new.path))
    return _done(case_store.open_case(by, election, Case.Kind.TIP, placed))


@act("oversight.case_finding")
def make_finding(
    *, by: Viewer, election_id: int, new: NewCase, draft_id: int | None = None
) -> Done[Case]:
    """Make a finding of the overseer, from a draft when there is one, which it closes.

    Raises `Refused` for a draft that was closed, FindingDraft.DoesNotExist for one out of sight.
    """
    election = _election(by, election_id)
    draft = _draft(by, draft_id)
    if new.known_on is None:
        raise Refused(_("Tulis hari dugaan ini diketahui; batas waktunya dihitung darinya."))
    placed = replace(
        new,
        path=keeping.place(by, new.path),
        channel=Channel.OVERSEER,
        source=f"draft:{draft.pk}" if draft else new.source,
    )
    case = case_store.open_case(by, election, Case.Kind.FINDING, placed)
    if draft is not None:
        drafting.close(draft, FindingDraft.State.TAKEN, by, became=f"case:{case.pk}")
    return _done(case)


@act("oversight.case_party")
def add_party(*, by: Viewer, case_id: int, new: NewParty) -> Done[CaseParty]:
    """Add a reporter, reported party or witness. Raises `Refused` when nothing is known of them."""
    case = case_store.open_still(by, case_id)
    party = case_store.add_party(case, new)
    facts = {"role": party.role, "number": party.number}
    return Done(party, f"case:{case.pk}", case.path, facts)


@act("oversight.case_strike")
def strike_party(*, by: Viewer, case_id: int, party_id: int, why: str) -> Done[CaseParty]:
    """Strike a party that was entered wrongly; the row stays, sealed, and nothing shows it again.

    Raises `Refused` without a reason, a second time, or once the party was invited.
    """
    case = case_store.open_still(by, case_id)
    party: CaseParty = case.parties.select_for_update().get(pk=party_id)
    if party.struck_at is not None:
        raise Refused(_("Pihak ini sudah dicoret."))
    if party.summons.exists():
        raise Refused(_("Pihak ini sudah diundang, jadi tidak dapat dicoret."))
    party.struck_why = keeping.wanted(why, _("Tulis mengapa pihak ini dicoret."))[:300]
    party.struck_at, party.struck_name = clock.now(), by.name
    party.save(update_fields=["struck_at", "struck_name", "struck_why"])
    facts = {"party": party.pk, "role": party.role, "number": party.number}
    return Done(party, f"case:{case.pk}", case.path, facts)


@act("oversight.case_evidence")
def add_evidence(*, by: Viewer, case_id: int, new: NewEvidence) -> Done[CaseEvidence]:
    """Add a piece of evidence. Raises `Refused` without file and words."""
    case = case_store.held(by, case_id)
    piece = case_store.add_evidence(by, case, new)
    digest = piece.file.sha256 if piece.file else ""
    facts = {"number": piece.number, "kind": piece.kind, "file": digest}
    return Done(piece, f"case:{case.pk}", case.path, facts)


def _election(by: Viewer, election_id: int) -> Election:
    return office.election_of(by, election_id)


def _draft(by: Viewer, draft_id: int | None) -> FindingDraft | None:
    if draft_id is None:
        return None
    rows = FindingDraft.objects.select_for_update(of=("self",)).filter(path__within=by.path)
    found = rows.get(pk=draft_id)
    if found.state != FindingDraft.State.OPEN:
        raise Refused(_("Konsep ini sudah ditutup."))
    return found


def _done(case: Case) -> Done[Case]:
    known: date | None = case.known_on
    facts = {
        "kind": case.kind,
        "channel": case.channel,
        "regime": case.regime,
        "intake": case.intake_number,
        "known": known.isoformat() if known else "",
        "in_time": case.in_time,
        "source": case.source,
        "evidence": [
            piece.file.sha256
            for piece in case.evidence.select_related("file").order_by("number")
            if piece.file
        ],
        "at": clock.now().isoformat(),
    }
    return Done(case, f"case:{case.pk}", case.path, facts)
