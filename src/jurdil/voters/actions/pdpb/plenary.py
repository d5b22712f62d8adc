"""The plenary of a quarter: prepared, determined with minutes and frozen, copies, announcement."""

from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext as _

from jurdil.kernel import clock, decisions
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.documents.drafting import open_draft
from jurdil.kernel.models import Decision, Document, Task
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.quarter import name_of
from jurdil.meetings.records import NewSession, Plan
from jurdil.voters import datasets, plenaries, revising
from jurdil.voters.models import Kiriman, Pleno, PlenoSalinan, Revisi
from jurdil.voters.pdpb import counting, open_points, papers, quarters
from jurdil.voters.pdpb.open_points import Point
from jurdil.voters.pdpb.tasks import task_source
from jurdil.voters.plenaries import Handed

DIVISION = "rendatin"
DECISION = "voters.pdpb"
AGENDA = (
    "Pembukaan dan pembacaan tata tertib",
    "Pemaparan hasil pemutakhiran per kecamatan",
    "Tanggapan peserta rapat",
    "Penetapan dan penandatanganan berita acara",
    "Penyerahan salinan",
)


@act("voters.pdpb_plenary")
def prepare_plenary(
    *, by: Viewer, revision_id: int, opens: datetime, closes: datetime, venue: str
) -> Done[Pleno]:
    """Plan the open plenary of a quarter; guests are invited on the page of its meeting.

    Raises `Refused` without venue or for a second plenary.
    """
    person(by)
    held = quarters.take_open(by, revision_id)
    if not venue.strip():
        raise Refused(_("Tulis tempat rapatnya."))
    plan = Plan(
        title=f"Rapat pleno PDPB {name_of(held.period).id}",
        venue=venue.strip(),
        sessions=(NewSession(opens, closes),),
        division=DIVISION,
        agenda=tuple((text, "") for text in AGENDA),
    )
    made = plenaries.prepare(by, held, Pleno.Level.REGENCY, held.path, plan)
    return Done(made, f"pleno:{made.pk}", held.path, {"meeting": made.meeting})


@act("voters.pdpb_determine")
def determine(*, by: Viewer, revision_id: int, venue: str, note: str = "") -> Done[Decision]:
    """Determine a quarter: every village is fixed, the minutes are drafted, the list is frozen.

    Raises `Refused` without a quorate plenary, while rows of agencies wait, when figures do not add
    up, and when points are open that `note` does not answer for.
    """
    person(by)
    held = quarters.take_open(by, revision_id)
    plenary = plenaries.of_place(held, held.path)
    plenaries.require_ready(by, plenary)
    revising.hold(held.path)
    _require_taken(held)
    left = _answered(held, note)
    _require_exact(held)
    document = open_draft(
        by,
        kind="ba",
        title=f"Rekapitulasi PDPB {name_of(held.period).id}",
        body=papers.minutes(by, held, venue, note),
        path=held.path,
        election_id=held.election_id,
        division=DIVISION,
    )
    decision = _freeze(held, document)
    plenaries.note_paper(by, plenary, "minutes", document)
    plenaries.close(by, plenary)
    _close_steps(held, document)
    flow = counting.flow_of(held, held.path)
    facts = {
        "period": held.period,
        "digest": decision.digest,
        "before": flow.before.total,
        "new": flow.new.total,
        "tms": flow.tms.total,
        "now": flow.now.total,
        "open": {point.code: point.count for point in left},
    }
    return Done(decision, f"revisi:{held.pk}", held.path, facts)


def _require_taken(held: Revisi) -> None:
    """Raise `Refused` while rows of agencies wait: after the determination nobody takes them."""
    rows = Kiriman.objects.filter(revision=held, waiting__gt=0)
    if waiting := sum(rows.values_list("waiting", flat=True)):
        text = _("%(n)s baris data instansi belum diambil. Tunggu sampai selesai, lalu tetapkan.")
        raise Refused(text % {"n": waiting})


@act("voters.pdpb_handed")
def hand_copy(*, by: Viewer, revision_id: int, handed: Handed) -> Done[PlenoSalinan]:
    """Record a copy handed over with its receipt. Raises `Refused` as `plenaries.hand_over`."""
    person(by)
    held = quarters.take(by, revision_id)
    made = plenaries.hand_over(by, plenaries.of_place(held, held.path), handed)
    facts = {"receiver": made.receiver, "copy": made.copy, "number": made.number}
    return Done(made, f"salinan:{made.pk}", held.path, facts)


@act("voters.pdpb_announce")
def announce(*, by: Viewer, revision_id: int) -> Done[Document]:
    """Draft the announcement of a determined quarter. Raises `Refused` before, or for a second."""
    person(by)
    held = quarters.take(by, revision_id)
    if held.state != Revisi.State.DETERMINED:
        raise Refused(_("Tetapkan dulu rekapitulasinya dalam rapat pleno."))
    plenary = plenaries.of_place(held, held.path)
    if plenary.announcement is not None:
        raise Refused(_("Pengumuman triwulan ini sudah disiapkan."))
    document = open_draft(
        by,
        kind="pengumuman",
        title=f"Rekapitulasi PDPB {name_of(held.period).id}",
        body=papers.announcement(by, held),
        path=held.path,
        election_id=held.election_id,
        division=DIVISION,
    )
    plenaries.note_paper(by, plenary, "announcement", document)
    return Done(document, f"dokumen:{document.pk}", held.path, {"document": document.pk})


def _answered(revision: Revisi, note: str) -> tuple[Point, ...]:
    """The points that are still open. Raises `Refused` while `note` does not answer for them."""
    left = open_points.points(revision)
    if left and not note.strip():
        count = sum(point.count for point in left)
        raise Refused(
            _("Masih ada %s hal terbuka. Selesaikan, atau tulis catatannya untuk berita acara.")
            % count
        )
    return left


def _freeze(revision: Revisi, document: Document) -> Decision:
    """Fix every village as it stands and keep the figures and the digest of every TPS."""
    for village in sorted(quarters.villages(revision.path)):
        revising.fix(revision, village)
    decision = decisions.freeze(
        kind=DECISION,
        title=document.title,
        election_id=revision.election_id,
        stage="",
        path=revision.path,
        parts=[(datasets.code_of(revision), revision.path)],
        document=document,
    )
    revision.state, revision.decided_at = Revisi.State.DETERMINED, decision.decided_at
    revision.decision = decision
    revision.save(update_fields=["state", "decided_at", "decision"])
    return decision


def _close_steps(revision: Revisi, document: Document) -> None:
    """The steps of the quarter end with it; what is left open stands in the minutes."""
    steps = Task.objects.filter(
        source__startswith=task_source(revision, ""), closed_at__isnull=True
    )
    steps.update(
        state=Task.State.DONE,
        result=f"{document.title} ditetapkan.",
        closed_at=clock.now(),
        revision=F("revision") + 1,
    )


def _require_exact(revision: Revisi) -> None:
    rows = counting.by_village(revision, revision.path)
    wrong = [path for path, one in rows.items() if not one.flow.holds]
    if wrong:
        flow = rows[wrong[0]].flow
        facts = {
            "path": wrong[0],
            "leads": flow.leads_to.total,
            "now": flow.now.total,
            "count": len(wrong),
        }
        raise Refused(
            _(
                "Angka %(count)s desa tidak cocok. Di %(path)s: sebelumnya + baru − TMS = "
                "%(leads)s, tetapi di daftar %(now)s."
            )
            % facts
        )
