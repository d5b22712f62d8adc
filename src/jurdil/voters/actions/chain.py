"""The chain: opening a revision, its plenaries at three levels, the announcement, the receipts."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.fields import within
from jurdil.kernel.models import Document, Election
from jurdil.kernel.viewer import Viewer
from jurdil.meetings.records import NewGuest, Plan
from jurdil.places import paths
from jurdil.voters import chain_papers, chaining, plenaries, resuming
from jurdil.voters.models import LepasDaftar, Pleno, PlenoSalinan, Revisi
from jurdil.voters.plenaries import Handed
from jurdil.voters.steps import ANNOUNCED, COMMENTED, FINAL, KECAMATAN, REGENCY, STEPS, VILLAGE

Kind = Revisi.Kind
LEVELS = {
    paths.VILLAGE: VILLAGE,
    paths.KECAMATAN: KECAMATAN,
    paths.REGENCY: REGENCY,
}


@act("voters.chain_open")
def open_revision(
    *, by: Viewer, election_id: int, kind: str, basis: str = "", villages: Sequence[str] = ()
) -> Done[Revisi]:
    """Open the next revision of an election's list, or a DPTHP on an order for some villages.

    Raises `Refused` when it does not follow, KeyError for a kind that is not of the chain.
    """
    person(by)
    election = Election.objects.get(pk=election_id)
    if election.voting_day is None:
        raise Refused(_("Di luar tahapan daftar diperbarui dengan PDPB, bukan rangkaian ini."))
    STEPS[kind]
    made = chaining.open_next(election, kind, basis, villages)
    facts = {"kind": kind, "number": made.number, "previous": made.previous_id, "basis": basis}
    return Done(made, _subject(made), made.path, {**facts, "villages": sorted(villages)})


@act("voters.chain_source")
def fix_source(*, by: Viewer, revision_id: int) -> Done[Revisi]:
    """Fix every village as A-Daftar Pemilih, the list that goes to coklit; no plenary decides it.

    Raises `Refused` for another revision and when it was fixed.
    """
    person(by)
    held = _take(by, revision_id)
    chaining.require_open(held)
    if held.kind != Kind.SOURCE:
        raise Refused(_("%(name)s ditetapkan dalam rapat pleno.") % {"name": chaining.title(held)})
    chaining.fix_all(held, chaining.villages_of(by, held))
    chaining.determine(held, None)
    return Done(held, _subject(held), held.path, _digest(held))


@act("voters.chain_prepare")
def prepare_plenary(
    *, by: Viewer, revision_id: int, path: str, plan: Plan, guests: Sequence[NewGuest] = ()
) -> Done[Pleno]:
    """Plan the plenary of a place about a revision, with the meeting that invites and counts.

    Raises `Refused` for a level that has no plenary, and for a second one.
    """
    person(by)
    held = _revision(by, revision_id, path)
    chaining.require_open(held)
    level = _level(held, path)
    made = plenaries.prepare(by, held, level, path, plan, guests)
    facts = {"revision": held.pk, "level": level, "meeting": made.meeting}
    return Done(made, f"pleno:{made.pk}", path, facts)


@act("voters.chain_hold")
def hold_plenary(*, by: Viewer, revision_id: int, path: str) -> Done[Pleno]:
    """Decide in the plenary of PPS or PPK: the village is fixed, or its villages taken together.

    The minutes with A-Rekap are drafted. Raises `Refused` without quorum, while plenaries below
    are missing, and for KPU's own plenary; `windows.Closed` outside the stage.
    """
    held = _revision(by, revision_id, path)
    if _level(held, path) == REGENCY:
        raise Refused(_("Pleno KPU diputuskan dengan penetapan oleh ketua atau anggota."))
    return _decided(by, held, path)


@act("voters.chain_determine")
def determine(*, by: Viewer, revision_id: int) -> Done[Pleno]:
    """Determine a list in the plenary of KPU: it is frozen, minutes and decree are drafted.

    Raises `Refused` without quorum or while plenaries below are missing, `windows.Closed`.
    """
    held = _take(by, revision_id)
    _level(held, held.path)
    return _decided(by, held, held.path)


def _decided(by: Viewer, held: Revisi, path: str) -> Done[Pleno]:
    person(by)
    chaining.require_open(held)
    level = _level(held, path)
    chaining.require_window(held, level)
    chaining.require_below(by, held, level, path)
    plenary = plenaries.of_place(held, path)
    plenaries.require_ready(by, plenary)
    plenary.revision = held
    if level == chaining.step_at(held, level).levels[0]:
        below = [path] if level == VILLAGE else chaining.villages_of(by, held, path)
        chaining.fix_all(held, below)
    minutes = chain_papers.draft_minutes(by, plenary)
    plenaries.note_paper(by, plenary, "minutes", minutes)
    if level == REGENCY:
        plenaries.note_paper(by, plenary, "decree", chain_papers.draft_decree(by, plenary))
        chaining.determine(held, minutes)
    else:
        chaining.end_with_last(by, held, level, path)
    plenaries.close(by, plenary)
    now = chain_papers.stand(by, held, path).whole.flow
    facts = {
        "revision": held.pk,
        "level": level,
        "before": now.before.total,
        "new": now.new.total,
        "tms": now.tms.total,
        "moved": now.moved.total,
        "now": now.now.total,
        "minutes": minutes.pk,
    }
    return Done(plenary, f"pleno:{plenary.pk}", path, {**facts, **_digest(held)})


@act("voters.chain_announce")
def announce(*, by: Viewer, revision_id: int, where: str, until: str = "") -> Done[Document]:
    """Draft the announcement of a determined list: where it can be seen, until when to respond.

    Raises `Refused` for a list that is not announced or not determined, and a second time.
    """
    held = _take(by, revision_id)
    if held.kind not in ANNOUNCED or held.state != Revisi.State.DETERMINED:
        raise Refused(_("Yang diumumkan adalah DPS, DPSHP, DPT, dan DPTHP yang sudah ditetapkan."))
    plenary = plenaries.of_place(held, held.path)
    if plenary.announcement_id:
        raise Refused(_("Pengumumannya sudah dikonsep. Buka dokumennya."))
    if not where.strip():
        raise Refused(_("Tulis di mana daftar dapat dilihat, misalnya kantor desa dan laman KPU."))
    invited = until.strip() if held.kind in COMMENTED else ""
    paper = chain_papers.draft_announcement(by, plenary, invited, where.strip())
    plenaries.note_paper(by, plenary, "announcement", paper)
    return Done(paper, f"pleno:{plenary.pk}", held.path, {"document": paper.pk})


@act("voters.chain_copy")
def hand_copy(*, by: Viewer, revision_id: int, path: str, handed: Handed) -> Done[PlenoSalinan]:
    """Record that a copy was handed over with a receipt. Raises `Refused` before the end."""
    plenary = plenaries.of_place(_revision(by, revision_id, path), path)
    made = plenaries.hand_over(by, plenary, handed)
    facts = {
        "number": made.number,
        "receiver": made.receiver,
        "copy": made.copy,
        "masking": made.masking,
        "digest": made.digest,
    }
    return Done(made, f"pleno:{plenary.pk}", path, facts)


@act("voters.chain_release")
def release(*, by: Viewer, election_id: int, basis: str) -> Done[LepasDaftar]:
    """Declare that the list of an election no longer stands, so that the PDPB goes on from it.

    Raises `Refused` without a ground, before voting day, without a DPT, and a second time.
    """
    person(by)
    election = Election.objects.get(pk=election_id)
    last = chaining.last_of(election_id)
    if last is None or last.kind not in FINAL or last.state != Revisi.State.DETERMINED:
        raise Refused(_("Pemilihan ini belum mempunyai DPT yang berlaku."))
    if not basis.strip():
        raise Refused(_("Tulis dasarnya, misalnya surat KPU tentang dimulainya PDPB."))
    if election.voting_day is None or clock.today() <= election.voting_day:
        raise Refused(_("DPT tetap berlaku sampai hari pemungutan suara selesai."))
    if LepasDaftar.objects.filter(election=election).exists():
        raise Refused(_("Daftar pemilihan ini sudah dinyatakan selesai."))
    made = LepasDaftar.objects.create(
        election=election,
        basis=basis.strip()[:200],
        legal_at=clock.now(),
        account=by.account_id,
        account_name=by.name,
    )
    facts = {"basis": made.basis, "resumed": resuming.resume(election.path)}
    return Done(made, f"pemilu:{election.pk}", election.path, facts)


def _take(by: Viewer, revision_id: int) -> Revisi:
    """A revision of the office, held for this act. Raises Revisi.DoesNotExist elsewhere."""
    rows = Revisi.objects.select_for_update(of=("self",)).filter(path__within=by.path)
    return rows.exclude(kind=Kind.PDPB).get(pk=revision_id)


def _revision(by: Viewer, revision_id: int, path: str) -> Revisi:
    """A revision that is about a place of the viewer's. Raises Revisi.DoesNotExist elsewhere."""
    rows = Revisi.objects.select_for_update(of=("self",)).exclude(kind=Kind.PDPB)
    found = rows.get(pk=revision_id)
    if not (within(path, found.path) and within(path, by.path)):
        raise Revisi.DoesNotExist
    if not chaining.villages_of(by, found, path):
        raise Refused(_("Wilayah ini tidak termasuk dalam perintah daftar tersebut."))
    return found


def _level(revision: Revisi, path: str) -> str:
    """The level of a place's plenary. Raises `Refused` when the revision has none there."""
    level = LEVELS.get(paths.level(path), "")
    chaining.step_at(revision, level)
    return level


def _subject(revision: Revisi) -> str:
    return f"revisi:{revision.pk}"


def _digest(revision: Revisi) -> dict[str, str]:
    return {"digest": revision.decision.digest} if revision.decision else {}
