"""Plenaries about a revision of the list, as steps of acts: PPS, PPK, KPU; chain and PDPB alike.

Invitations, attendance with mandates, and the quorum are the meeting's. What is kept here is which
revision the meeting decided, its papers, and the copies that were handed over with a receipt.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.models import Document
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import actions as meetings
from jurdil.meetings.records import NewGuest, Plan
from jurdil.voters.models import Pleno, PlenoSalinan, Revisi

KIND = "pleno-terbuka"
PAPERS = ("minutes", "decree", "announcement")


@dataclass(frozen=True)
class Handed:
    """A copy handed over: to whom, which paper, which columns it shows, the digest of its file."""

    receiver: str
    holder: str
    person: str
    copy: str
    post: str = ""
    masking: str = ""
    digest: str = ""


def subject_of(revision: Revisi) -> str:
    """What the meetings about a revision call it."""
    return f"voters:revision:{revision.pk}"


@inner
def prepare(
    by: Viewer,
    revision: Revisi,
    level: str,
    path: str,
    plan: Plan,
    guests: Iterable[NewGuest] = (),
) -> Pleno:
    """Plan the plenary of a place with its meeting. Raises `Refused` when there is one already."""
    if Pleno.objects.filter(revision=revision, path=path).exists():
        raise Refused(_("Rapat pleno ini sudah disiapkan. Ubah rencananya di halaman rapatnya."))
    meeting = meetings.prepare(
        by,
        kind=KIND,
        plan=plan,
        election_id=revision.election_id,
        path=path,
        subject=subject_of(revision),
    )
    people = list(guests)
    if people:
        meetings.add_guests(by, meeting_id=meeting, people=people)
    return Pleno.objects.create(
        revision=revision, level=level, path=path, meeting=meeting, prepared_at=clock.now()
    )


def of_place(revision: Revisi, path: str) -> Pleno:
    """The plenary of a place, held for this act. Raises `Refused` when none is prepared."""
    found = Pleno.objects.select_for_update(of=("self",)).filter(revision=revision, path=path)
    plenary = found.first()
    if plenary is None:
        raise Refused(_("Siapkan dulu rapat plenonya: undangan, daftar hadir, dan kuorum."))
    return plenary


@inner
def require_ready(by: Viewer, plenary: Pleno) -> None:
    """Raise `Refused` when the plenary was held already or its meeting is not quorate."""
    if plenary.state == Pleno.State.HELD:
        raise Refused(_("Rapat pleno ini sudah selesai dan hasilnya tercatat."))
    meetings.require_quorum(by, meeting_id=plenary.meeting)


@inner
def note_paper(by: Viewer, plenary: Pleno, which: str, document: Document) -> None:
    """Tie a paper (one of `PAPERS`) to the plenary; the minutes to its meeting too."""
    if which not in PAPERS:
        raise ValueError(f"a plenary has no paper called {which}")
    setattr(plenary, which, document)
    plenary.save(update_fields=[which])
    if which == "minutes":
        meetings.tie_minutes(by, meeting_id=plenary.meeting, document_id=document.pk)


@inner
def close(by: Viewer, plenary: Pleno) -> None:
    """Record that the plenary was held, now, by whom."""
    plenary.state, plenary.held_at, plenary.held_name = Pleno.State.HELD, clock.now(), by.name
    plenary.save(update_fields=["state", "held_at", "held_name"])


@inner
def hand_over(by: Viewer, plenary: Pleno, handed: Handed) -> PlenoSalinan:
    """Record a copy with its receipt. Raises `Refused` before the end of the plenary."""
    if plenary.state != Pleno.State.HELD:
        raise Refused(_("Salinan diserahkan setelah rapat pleno selesai."))
    if not (handed.holder.strip() and handed.person.strip()):
        raise Refused(_("Tulis lembaga penerima dan nama orang yang menandatangani tanda terima."))
    last = plenary.copies.aggregate(last=Max("number"))["last"] or 0
    return PlenoSalinan.objects.create(
        plenary=plenary,
        number=last + 1,
        receiver=handed.receiver,
        holder=handed.holder.strip()[:120],
        person=handed.person.strip()[:120],
        post=handed.post.strip()[:120],
        copy=handed.copy,
        masking=handed.masking,
        digest=handed.digest,
        handed_at=clock.now(),
        account=by.account_id,
        account_name=by.name,
    )
