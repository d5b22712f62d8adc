"""Press releases: written, marked, submitted, approved by somebody else, published, corrected."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from jurdil.kernel import chain, clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.reporting import checking
from jurdil.reporting.models import Release, ReleaseStep, ReleaseVersion, Reply
from jurdil.reporting.records import NewRelease

State = Release.State
OPEN = (State.DRAFT, State.PUBLISHED)
"""States in which a new version may be written."""


@act("reporting.release_write")
def write_release(
    *, by: Viewer, new: NewRelease, release_id: int | None = None, reason: str = ""
) -> Done[Release]:
    """Write a release, or a new version of one; marks of numbers that still stand there stay.

    Raises `Refused` without title or text, for one that waits for its approval, and for the
    correction of a published one without its reason.
    """
    _require_words(new)
    if release_id is None:
        release = _opened(by, new)
        before = None
    else:
        release = _release(by, release_id)
        before = _version(release)
        _require_open(release, reason)
    version = _write(by, release, new, reason, before)
    return _done(release, {"number": version.number, "digest": _digest(version)})


@act("reporting.release_mark")
def mark_release(
    *, by: Viewer, release_id: int, marks: Mapping[str, Mapping[str, str]]
) -> Done[Release]:
    """Link numbers of a draft to facts, or name their sources; a new version keeps the marks.

    Raises `Refused` once it is submitted.
    """
    release = _release(by, release_id)
    if release.state != State.DRAFT:
        raise Refused(_("Tautan angka hanya diubah selagi siaran berupa draf."))
    before = _version(release)
    said = NewRelease(before.title, before.city, before.dated, before.text, before.contact)
    kept = checking.kept_marks(marks, checking.reading_of(before))
    version = _write(by, release, said, before.reason, before, marks=kept)
    return _done(release, {"number": version.number, "marks": len(kept)})


@act("reporting.release_submit")
def submit_release(*, by: Viewer, release_id: int) -> Done[Release]:
    """Hand a draft to who approves it. Raises `Refused` while anything stops it."""
    release = _release(by, release_id)
    _require(release, State.DRAFT)
    checking.require_sound(by, _version(release))
    return _step(by, release, State.SUBMITTED)


@act("reporting.release_return")
def return_release(*, by: Viewer, release_id: int, note: str) -> Done[Release]:
    """Send a release back to its author with the reason."""
    release = _release(by, release_id)
    _require(release, State.SUBMITTED, State.APPROVED)
    if not note.strip():
        raise Refused(_("Tuliskan apa yang harus diperbaiki."))
    return _step(by, release, State.DRAFT, note)


@act("reporting.release_approve")
def approve_release(*, by: Viewer, release_id: int) -> Done[Release]:
    """Approve a release. Raises `Refused` for one's own, and while anything stops it."""
    release = _release(by, release_id)
    _require(release, State.SUBMITTED)
    if by.account_id is not None and by.account_id == release.author:
        raise Refused(_("Siaran disetujui oleh orang lain, bukan oleh penulisnya."))
    checking.require_sound(by, _version(release))
    return _step(by, release, State.APPROVED)


@act("reporting.release_publish")
def publish_release(
    *, by: Viewer, release_id: int, embargo: datetime | None = None
) -> Done[Release]:
    """Publish an approved release, at once or when its embargo ends.

    Its facts are kept as they are told. Raises `Refused` while anything stops it, for an embargo
    in the past, and for an embargo of a correction: what is wrong is put right at once.
    """
    release = _release(by, release_id)
    _require(release, State.APPROVED)
    version, now = _version(release), clock.now()
    checking.require_sound(by, version)
    if embargo is not None and embargo <= now:
        raise Refused(_("Embargo berakhir di masa lalu. Kosongkan, atau pilih waktu mendatang."))
    if embargo is not None and release.published is not None:
        raise Refused(_("Pembetulan terbit segera, tanpa embargo."))
    if release.published is None:
        release.embargo, release.published_at = embargo, now
    release.published = version.number
    release.save(update_fields=["embargo", "published_at", "published"])
    return _step(by, release, State.PUBLISHED, facts=checking.told(by, version))


@act("reporting.release_drop")
def drop_release(*, by: Viewer, release_id: int, note: str) -> Done[Release]:
    """Give up a release that never went out, with the reason."""
    release = _release(by, release_id)
    if release.published is not None:
        raise Refused(_("Siaran yang sudah terbit tidak dibatalkan, melainkan dibetulkan."))
    _require(release, State.DRAFT, State.SUBMITTED, State.APPROVED)
    if not note.strip():
        raise Refused(_("Tuliskan alasan pembatalan."))
    return _step(by, release, State.DROPPED, note)


@act("reporting.reply")
def note_reply(
    *, by: Viewer, release_id: int, sender: str, received_on: date, letter: str, text: str
) -> Done[Reply]:
    """Record a right of reply; it stands with the release at once and for good.

    Raises `Refused` for a release that is not published, or without sender or text.
    """
    release = _release(by, release_id)
    if release.published is None:
        raise Refused(_("Hak jawab dicatat pada siaran yang sudah terbit."))
    if not sender.strip() or not text.strip():
        raise Refused(_("Isi nama pengirim dan isi hak jawabnya."))
    if received_on > clock.today():
        raise Refused(_("Tanggal terima tidak boleh di masa depan."))
    made = Reply.objects.create(
        release=release,
        sender=sender.strip(),
        received_on=received_on,
        letter=letter.strip(),
        text=text.strip(),
        account_name=by.name,
        noted_at=clock.now(),
    )
    return Done(made, f"release:{release.pk}", release.path, {"reply": made.pk})


def _opened(by: Viewer, new: NewRelease) -> Release:
    if new.election_id is not None:
        election = Election.objects.get(pk=new.election_id)
        if not (within(election.path, by.path) or within(by.path, election.path)):
            raise Election.DoesNotExist
    release = Release.objects.create(
        slug=f"draf-{clock.real():%Y%m%d%H%M%S%f}",
        path=by.path,
        election_id=new.election_id,
        opened_at=clock.now(),
    )
    name = slugify(new.title)[:60].strip("-") or "siaran"
    release.slug = f"{name}-{release.pk}"
    release.save(update_fields=["slug"])
    return release


def _write(
    by: Viewer,
    release: Release,
    new: NewRelease,
    reason: str,
    before: ReleaseVersion | None,
    marks: Mapping[str, Mapping[str, str]] | None = None,
) -> ReleaseVersion:
    number = before.number + 1 if before else 1
    version = ReleaseVersion(
        release=release,
        number=number,
        title=new.title.strip(),
        city=new.city.strip(),
        dated=new.dated,
        text=new.text.replace("\r\n", "\n").strip(),
        contact=new.contact.strip(),
        reason=reason.strip() or (before.reason if before and _pending(release) else ""),
        account_name=by.name,
        made_at=clock.now(),
    )
    wanted = marks if marks is not None else before.marks if before else {}
    version.marks = checking.kept_marks(wanted, checking.reading_of(version))
    version.save(force_insert=True)
    release.number, release.author, release.state = number, by.account_id, State.DRAFT
    release.save(update_fields=["number", "author", "state"])
    return version


def _pending(release: Release) -> bool:
    """Whether a correction of a published release is being written."""
    return release.published is not None and release.state == State.DRAFT


def _require_words(new: NewRelease) -> None:
    if not new.title.strip() or not new.text.strip() or not new.city.strip():
        raise Refused(_("Isi judul, kota, dan naskah siaran."))


def _require_open(release: Release, reason: str) -> None:
    if release.state not in OPEN:
        raise Refused(
            _("Siaran ini berstatus “%(state)s”. Kembalikan dulu ke penulisnya sebelum diubah.")
            % {"state": release.get_state_display()}
        )
    if release.state == State.PUBLISHED and not reason.strip():
        raise Refused(_("Tuliskan apa yang dibetulkan dan mengapa; pembaca akan melihatnya."))


def _require(release: Release, *states: str) -> None:
    if release.state not in states:
        raise Refused(
            _("Siaran ini berstatus “%(state)s”, jadi langkah ini tidak dapat diambil.")
            % {"state": release.get_state_display()}
        )


def _step(
    by: Viewer,
    release: Release,
    state: str,
    note: str = "",
    facts: list[dict[str, Any]] | None = None,
) -> Done[Release]:
    ReleaseStep.objects.create(
        release=release,
        number=release.number,
        step=state,
        note=note.strip(),
        facts=facts or [],
        account=by.account_id,
        account_name=by.name,
        taken_at=clock.now(),
    )
    release.state = state
    release.save(update_fields=["state"])
    digest = _digest(_version(release))
    return _done(release, {"state": state, "number": release.number, "digest": digest})


def _digest(version: ReleaseVersion) -> str:
    said = {"title": version.title, "dated": str(version.dated), "text": version.text}
    return chain.sha256(chain.canonical({**said, "marks": version.marks}))


def _version(release: Release) -> ReleaseVersion:
    return release.versions.get(number=release.number)


def _release(by: Viewer, release_id: int) -> Release:
    found = Release.objects.select_for_update(of=("self",)).filter(path__within=by.path)
    return found.get(pk=release_id)


def _done(release: Release, facts: Mapping[str, Any]) -> Done[Release]:
    return Done(release, f"release:{release.pk}", release.path, facts)
