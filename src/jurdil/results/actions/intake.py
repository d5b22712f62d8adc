"""Papers of a TPS come in, are set aside, moved, handed on; events are taken down."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock, photos
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import StoredFile
from jurdil.kernel.photos import Photo
from jurdil.kernel.viewer import Viewer
from jurdil.places import queries as places
from jurdil.results import reading
from jurdil.results.models import LEVEL_TPS, Kejadian, Kertas, SerahSalinan
from jurdil.results.witnesses import require_participant

Kind = Kejadian.Kind


@act("results.receive_paper")
def receive_paper(
    *,
    by: Viewer,
    election_id: int,
    contest: str,
    path: str,
    kind: str,
    source: str,
    condition: str,
    photo: Photo | None = None,
) -> Done[Kertas]:
    """Record that a paper of a TPS arrived, with its scan or photo.

    Raises ObjectDoesNotExist out of scope, `Refused` for a photo without file and for the same file
    a second time.
    """
    reading.subject(by, election_id, contest)
    places.tps(by, election_id, path)
    if kind == Kertas.Kind.PHOTO and photo is None:
        raise Refused(_("Pilih berkas fotonya."))
    kept = photos.keep(photo, path, StoredFile.Level.INTERNAL) if photo else (None, [])
    file, views = kept
    if file is not None:
        _refuse_known(election_id, file)
    paper = Kertas.objects.create(
        election_id=election_id,
        contest=contest,
        path=path,
        kind=_one_of(kind, Kertas.Kind.values),
        source=_one_of(source, Kertas.Source.values),
        condition=_one_of(condition, Kertas.Condition.values),
        file=file,
        views=views,
        account=by.account_id,
        account_name=by.name,
        received_at=clock.now(),
    )
    facts = {"contest": contest, "kind": kind, "file": file.pk if file else ""}
    return Done(paper, f"paper:{paper.pk}", path, facts)


@act("results.set_aside")
def set_aside(*, by: Viewer, paper_id: int, reason: str) -> Done[Kertas]:
    """Set a paper aside: wrong TPS, unreadable, doubtful. It stays with its reason."""
    paper = _paper(by, paper_id)
    if not reason.strip():
        raise Refused(_("Tulis alasan kertas ini disisihkan."))
    paper.state, paper.reason = Kertas.State.ASIDE, reason.strip()
    paper.save(update_fields=["state", "reason"])
    return Done(paper, f"paper:{paper.pk}", paper.path, {"state": paper.state})


@act("results.take_back")
def take_back(*, by: Viewer, paper_id: int, reason: str) -> Done[Kertas]:
    """Take a paper that was set aside back among the papers of its TPS."""
    paper = _paper(by, paper_id)
    if paper.state != Kertas.State.ASIDE or not reason.strip():
        raise Refused(_("Hanya kertas yang disisihkan yang dapat diterima kembali, dengan alasan."))
    paper.state, paper.reason = Kertas.State.RECEIVED, reason.strip()
    paper.save(update_fields=["state", "reason"])
    return Done(paper, f"paper:{paper.pk}", paper.path, {"state": paper.state})


@act("results.move_paper")
def move_paper(*, by: Viewer, paper_id: int, contest: str, path: str, reason: str) -> Done[Kertas]:
    """File a paper under the TPS and contest that it is of; where it lay it stays, set aside.

    Raises ObjectDoesNotExist for a TPS or contest out of sight.
    """
    paper = _paper(by, paper_id)
    if not reason.strip():
        raise Refused(_("Tulis alasan kertas ini dipindahkan."))
    if (paper.contest, paper.path) == (contest, path):
        raise Refused(_("Kertas ini sudah berada di TPS dan kontes itu."))
    reading.subject(by, paper.election_id, contest)
    places.tps(by, paper.election_id, path)
    before = paper.path
    moved = Kertas.objects.get(pk=paper.pk)
    moved.pk, moved._state.adding = None, True
    moved.contest, moved.path, moved.reason = contest, path, reason.strip()
    moved.state = Kertas.State.RECEIVED
    moved.account, moved.account_name = by.account_id, by.name
    moved.received_at = clock.now()
    moved.save(force_insert=True)
    paper.state, paper.reason = Kertas.State.ASIDE, reason.strip()
    paper.save(update_fields=["state", "reason"])
    return Done(moved, f"paper:{moved.pk}", path, {"from": before, "paper": paper.pk})


@act("results.hand_copy")
def hand_copy(
    *,
    by: Viewer,
    election_id: int,
    contest: str,
    path: str,
    receiver: str,
    party: str,
    handed: bool,
    note: str = "",
) -> Done[SerahSalinan]:
    """Record whether a copy was handed to somebody who must get one; `note` says why not.

    Raises `Refused` for a witness of a party that is not on this ballot, or without a reason for a
    copy that was not handed over.
    """
    reading.subject(by, election_id, contest)
    places.tps(by, election_id, path)
    _one_of(receiver, SerahSalinan.Receiver.values)
    if receiver == SerahSalinan.Receiver.WITNESS:
        require_participant(by, election_id, contest, path, party)
    if not handed and not note.strip():
        raise Refused(_("Tulis mengapa salinan tidak diserahkan (Pasal 506 UU 7/2017)."))
    row, _made = SerahSalinan.objects.update_or_create(
        election_id=election_id,
        contest=contest,
        path=path,
        receiver=receiver,
        party=party if receiver == SerahSalinan.Receiver.WITNESS else "",
        defaults={
            "handed": handed,
            "note": note.strip(),
            "account_name": by.name,
            "recorded_at": clock.now(),
        },
    )
    facts = {"contest": contest, "receiver": receiver, "party": party, "handed": handed}
    return Done(row, f"copy:{row.pk}", path, facts)


@act("results.record_event")
def record_event(
    *,
    by: Viewer,
    election_id: int,
    path: str,
    kind: str,
    contest: str = "",
    text: str = "",
    party: str = "",
) -> Done[Kejadian]:
    """Take down a row of C.Kejadian Khusus dan/atau Keberatan Saksi, or that the form is NIHIL.

    Raises `Refused` when NIHIL and events contradict each other, for an empty text, and for an
    objection by a witness of a party that is not on the ballot.
    """
    places.tps(by, election_id, path)
    if contest:
        reading.subject(by, election_id, contest)
    before = Kejadian.objects.filter(election_id=election_id, level=LEVEL_TPS, path=path)
    if kind == Kind.NONE and before.exists():
        raise Refused(_("Formulir kejadian khusus TPS ini sudah dicatat."))
    if before.filter(kind=Kind.NONE).exists():
        raise Refused(_("Formulir kejadian khusus TPS ini sudah dicatat NIHIL."))
    if kind != Kind.NONE and not text.strip():
        raise Refused(_("Tulis kejadian atau keberatannya seperti di formulir."))
    said_by = ""
    if kind == Kind.OBJECTION:
        said_by = require_participant(by, election_id, contest, path, party)
    row = Kejadian.objects.create(
        election_id=election_id,
        level=LEVEL_TPS,
        path=path,
        contest=contest,
        kind=_one_of(kind, [Kind.NONE, Kind.EVENT, Kind.OBJECTION]),
        text="" if kind == Kind.NONE else text.strip(),
        party=party if kind == Kind.OBJECTION else "",
        said_by=said_by,
        account=by.account_id,
        account_name=by.name,
        recorded_at=clock.now(),
    )
    return Done(row, f"event:{row.pk}", path, {"kind": kind, "contest": contest, "party": party})


def _paper(by: Viewer, paper_id: int) -> Kertas:
    return Kertas.objects.filter(path__within=by.path).select_for_update().get(pk=paper_id)


def _refuse_known(election_id: int, file: StoredFile) -> None:
    known = Kertas.objects.filter(
        election_id=election_id, file=file, state=Kertas.State.RECEIVED
    ).first()
    if known is not None:
        raise Refused(_("Berkas ini sudah dicatat untuk TPS %(tps)s.") % {"tps": known.path})


def _one_of(value: str, allowed: list[str]) -> str:
    if value not in allowed:
        raise Refused(_("Pilihan “%(value)s” tidak dikenal.") % {"value": value})
    return value
