"""Visits (*coktas*): asked for, assigned by letter, printed, recorded at the door."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.brought import Upload
from jurdil.kernel.documents.drafting import open_draft
from jurdil.kernel.files import keep
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import Kunjungan, PemilihVersi, Revisi, TugasCoktas
from jurdil.voters.pdpb import assigning, checks, leftovers, quarters, taking, visiting
from jurdil.voters.pdpb.visiting import Report
from jurdil.voters.proposing import Evidence


@dataclass(frozen=True)
class Followed:
    """What a voting day left: visits asked, DPK people proposed, the letter if one was made."""

    visits: int
    proposals: int
    letter: TugasCoktas | None


@act("voters.pdpb_visit")
def ask_visits(
    *,
    by: Viewer,
    revision_id: int,
    voters: Sequence[int] = (),
    check: str = "",
    why: str,
    note: str = "",
) -> Done[int]:
    """Ask for visits to voters, or to all whom a data check finds; returns how many are new.

    Raises `Refused` for an unknown reason and when nobody is meant.
    """
    person(by)
    held = quarters.take_open(by, revision_id)
    if why not in Kunjungan.Why.values or check not in ("", *checks.CODES):
        raise Refused(_("Pilih mengapa pemilih ini didatangi."))
    known = Kunjungan.objects.filter(revision=held)
    meant = PemilihVersi.objects.filter(until_rev__isnull=True, village__within=held.path)
    active = meant.exclude(status=PemilihVersi.Status.STRUCK)
    rows = checks.found(check, active, held) if check else active.filter(pemilih__in=voters)
    if check:
        rows = rows.exclude(pemilih__in=known.values("pemilih"))
    before = known.count()
    if check == checks.VOTING:
        leftovers.ask_visits(held, rows)
    else:
        for version in rows[: checks.MOST]:
            taking.ask_visit(held, version, why, note=note)
    asked = known.count() - before
    if not asked:
        raise Refused(_("Tidak ada pemilih baru untuk didatangi: semuanya sudah ada di daftar."))
    facts = {"why": why, "check": check, "visits": asked}
    return Done(asked, f"revisi:{held.pk}", held.path, facts)


@act("voters.pdpb_voting")
def ask_after_voting(
    *,
    by: Viewer,
    revision_id: int,
    officer_id: int | None = None,
    first_day: date | None = None,
    last_day: date | None = None,
) -> Done[Followed]:
    """Turn what a voting day left into visits and proposals of a quarter, in one step.

    With an officer and his days the letter of assignment for all those visits is drafted too.
    Raises `Refused` when nothing is left, and as `assign`.
    """
    person(by)
    held = quarters.take_open(by, revision_id)
    meant = PemilihVersi.objects.filter(until_rev__isnull=True, village__within=held.path)
    active = meant.exclude(status=PemilihVersi.Status.STRUCK)
    known = set(Kunjungan.objects.filter(revision=held).values_list("pemilih", flat=True))
    leftovers.ask_visits(held, leftovers.unvisited(held, active))
    new = Kunjungan.objects.filter(revision=held, result="").exclude(pemilih__in=known)
    visits = list(new.values_list("pk", flat=True))
    proposals = leftovers.propose_dpk(by, held)
    if not visits and not proposals:
        raise Refused(_("Tidak ada lagi yang tertinggal dari pemungutan suara."))
    made = None
    if visits and officer_id is not None and first_day and last_day:
        made = _letter(by, held, officer_id, visits, first_day, last_day)
    facts = {
        "visits": len(visits),
        "proposals": proposals,
        "document": made.document_id if made else None,
    }
    return Done(Followed(len(visits), proposals, made), f"revisi:{held.pk}", held.path, facts)


@act("voters.pdpb_assign")
def assign(
    *,
    by: Viewer,
    revision_id: int,
    officer_id: int,
    visits: Sequence[int],
    first_day: date,
    last_day: date,
) -> Done[TugasCoktas]:
    """Give open visits to an officer, and draft the assignment letter.

    Raises `Refused` when none of the visits is free, or the days are out of order,
    Account.DoesNotExist for somebody who is not sent.
    """
    person(by)
    held = quarters.take_open(by, revision_id)
    made = _letter(by, held, officer_id, visits, first_day, last_day)
    facts = {
        "officer": made.officer_id,
        "document": made.document_id,
        "visits": made.visits.count(),
    }
    return Done(made, f"tugas:{made.pk}", held.path, facts)


def _letter(
    by: Viewer,
    held: Revisi,
    officer_id: int,
    visits: Sequence[int],
    first_day: date,
    last_day: date,
) -> TugasCoktas:
    """The letter of assignment for free visits, as a draft."""
    if last_day < first_day:
        raise Refused(_("Hari terakhir mendahului hari pertama. Periksa kedua tanggal itu."))
    chosen = _free(held, visits)
    officer = assigning.officers(by.path).get(pk=officer_id)
    document = open_draft(
        by,
        kind="surat-tugas",
        title=_("Coklit terbatas (coktas) %(period)s") % {"period": held.period},
        body=assigning.letter(by, held, officer, chosen, first_day, last_day),
        path=held.path,
        election_id=held.election_id,
        division="rendatin",
    )
    made = TugasCoktas.objects.create(
        revision=held,
        officer=officer,
        document=document,
        first_day=first_day,
        last_day=last_day,
        path=held.path,
    )
    _free_rows(held, visits).update(assignment=made)
    return made


def _free_rows(revision: Revisi, visits: Sequence[int]) -> QuerySet[Kunjungan]:
    rows = Kunjungan.objects.filter(revision=revision, result="", assignment__isnull=True)
    return rows.filter(pk__in=visits)


def _free(revision: Revisi, visits: Sequence[int]) -> list[Kunjungan]:
    """Those of the visits that nobody has. Raises `Refused` without any."""
    chosen = list(_free_rows(revision, visits))
    if not chosen:
        raise Refused(_("Pilih paling sedikit satu kunjungan yang belum ditugaskan."))
    return chosen


@act("voters.pdpb_visited")
def record_visit(
    *,
    by: Viewer,
    visit_id: int,
    report: Report,
    evidence: str = "",
    evidence_note: str = "",
    paper: Upload | None = None,
) -> Done[Kunjungan]:
    """Record what a visit found, with the paper or photo seen; it becomes a proposal.

    Raises Kunjungan.DoesNotExist outside the scope, and `Refused` as `visiting.record`.
    """
    person(by)
    visits = Kunjungan.objects.select_for_update(of=["self"]).filter(village__within=by.path)
    visit = visits.get(pk=visit_id)
    quarters.take_open(by, visit.revision_id)
    stored = paper and keep(
        paper.content,
        name=paper.name,
        media_type=paper.media_type,
        level=StoredFile.Level.PERSONAL,
        path=visit.village,
    )
    seen = Evidence(evidence.strip()[:40], evidence_note.strip()[:200], stored or None)
    done = visiting.record(by, visit, assigning.with_evidence(report, seen))
    facts = {
        "result": done.result,
        "proposal": done.proposal_id,
        "voter": done.pemilih_id,
        "file": stored.pk if stored else None,
    }
    return Done(done, f"kunjungan:{done.pk}", done.village, facts)


@act("voters.pdpb_print")
def print_visits(*, by: Viewer, revision_id: int, assignment_id: int | None) -> Done[bytes]:
    """The list of open visits to carry along, as PDF; the ledger keeps who printed which.

    Raises `Refused` when there is none.
    """
    held = quarters.take(by, revision_id)
    rows = Kunjungan.objects.filter(revision=held, result="")
    if assignment_id is not None:
        rows = rows.filter(assignment=assignment_id)
    visits = list(rows.select_related("assignment__officer"))
    if not visits:
        raise Refused(_("Tidak ada kunjungan terbuka untuk dicetak."))
    facts = {"assignment": assignment_id, "visits": len(visits)}
    return Done(assigning.visit_list(by, held, visits), f"revisi:{held.pk}", held.path, facts)
