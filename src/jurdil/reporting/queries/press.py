"""Press releases for those who work on them, and as everybody reads them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import pairwise

from django.db.models import Q, QuerySet

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.language import say
from jurdil.kernel.viewer import Viewer
from jurdil.law.reporting import release as law
from jurdil.law.reporting.release import Known
from jurdil.law.text import Text
from jurdil.reporting import checking, knowing
from jurdil.reporting.models import Release, ReleaseStep, ReleaseVersion, Reply
from jurdil.reporting.papers import release as paper
from jurdil.reporting.records import (
    Correction,
    Offered,
    Piece,
    PublicRelease,
    ReleasePage,
    ReleaseRow,
    ReplyRow,
    Step,
    ToldFact,
    Version,
)

State = Release.State
MOST = 200
"""Releases on a list, the newest ones."""
AROUND = 40
"""Letters shown on each side of a number."""


@query("reporting.press")
def releases(viewer: Viewer, *, state: str = "") -> tuple[ReleaseRow, ...]:
    """The releases in scope, the newest first, of one state or all."""
    found = Release.objects.filter(path__within=viewer.path)
    if state:
        found = found.filter(state=state)
    return _rows(found.order_by("-pk")[:MOST])


@query("reporting.press")
def releases_waiting(viewer: Viewer) -> int:
    """How many releases wait for an approval that the viewer may give."""
    found = Release.objects.filter(path__within=viewer.path, state=State.SUBMITTED)
    return found.exclude(author=viewer.account_id or 0).count()


@query("reporting.press")
def release(viewer: Viewer, release_id: int) -> ReleasePage:
    """One release with its numbers and all that is wrong with it. Raises Release.DoesNotExist."""
    found = Release.objects.get(pk=release_id, path__within=viewer.path)
    versions = list(found.versions.select_related("release"))
    newest = versions[-1]
    sections = knowing.told(viewer, found.election_id, newest.dated)
    known = knowing.known(sections)
    return ReleasePage(
        row=_rows([found])[0],
        election_id=found.election_id,
        version=_version(newest),
        pieces=_pieces(newest, known),
        findings=checking.findings(viewer, newest, known),
        offered=knowing.offered(sections),
        versions=tuple(_version(one) for one in reversed(versions)),
        steps=tuple(
            Step(one.number, str(State(one.step).label), one.note, one.account_name, one.taken_at)
            for one in found.steps.all()
        ),
        replies=_replies(found),
        own=found.author == viewer.account_id,
    )


@query("reporting.press")
def release_pdf(viewer: Viewer, release_id: int, address: str) -> bytes:
    """The newest version of a release on letterhead; `address` is its public page, told once
    everybody may read it. Its numbers are explained as they were told when it went out, those of
    a draft as they stand. Raises Release.DoesNotExist."""
    page = release(viewer, release_id)
    version = ReleaseVersion.objects.get(release=release_id, number=page.version.number)
    out = ReleaseStep.objects.filter(
        release=release_id, number=version.number, step=State.PUBLISHED
    ).first()
    told = out.facts if out else checking.told(viewer, version)
    facts = [_told(one, "id") for one in told]
    return paper.pdf(page, facts, address if page.row.visible else "")


@query("reporting.press")
def facts_offered(viewer: Viewer, election_id: int | None, last: date) -> tuple[Offered, ...]:
    """The facts that a release of that day may tell."""
    return knowing.offered(knowing.told(viewer, election_id, last))


@query("reporting.public")
def news(viewer: Viewer) -> tuple[ReleaseRow, ...]:
    """The releases that everybody may read now, the newest first."""
    return _rows(_visible(viewer).order_by("-published_at", "-pk")[:MOST])


@query("reporting.public")
def public_release(viewer: Viewer, slug: str, number: int | None = None) -> PublicRelease:
    """A published release, or an earlier published version of it. Raises Release.DoesNotExist."""
    found = _visible(viewer).get(slug=slug)
    current = found.published or 0
    wanted = number or current
    told = {one.number: one for one in found.steps.filter(step=State.PUBLISHED)}
    if wanted not in told:
        raise Release.DoesNotExist
    version = found.versions.get(number=wanted)
    language = say(Text("id", "en"))
    return PublicRelease(
        slug=found.slug,
        version=_version(version),
        current=current,
        published_at=max(found.embargo or told[wanted].taken_at, told[wanted].taken_at),
        facts=tuple(_told(one, language) for one in told[wanted].facts),
        corrections=_corrections(found, told),
        replies=_replies(found),
    )


def _visible(viewer: Viewer) -> QuerySet[Release]:
    over = Q(embargo__isnull=True) | Q(embargo__lte=clock.now())
    found = Release.objects.filter(over, path__within=viewer.path, published__isnull=False)
    return found.exclude(state=State.DROPPED)


def _corrections(found: Release, told: dict[int, ReleaseStep]) -> tuple[Correction, ...]:
    """Each published version that another one replaced, with the reason that stands in that."""
    numbers = sorted(told)
    reasons = dict(found.versions.filter(number__in=numbers).values_list("number", "reason"))
    return tuple(
        Correction(old, told[new].taken_at, reasons[new]) for old, new in pairwise(numbers)
    )


def _told(one: dict, language: str) -> ToldFact:
    rows = tuple((a, b) for a, b in one[f"rows_{language}"])
    return ToldFact(one["text"], Text(one["id"], one["en"]), rows, one["source"])


def _pieces(version: ReleaseVersion, known: Mapping[str, Known]) -> tuple[Piece, ...]:
    facts = list(known.values())
    reading = checking.reading_of(version)
    made = []
    for at, mention in enumerate(reading.numbers):
        key = law.mark_key(reading, at)
        mark = version.marks.get(key, {})
        fact, source = mark.get(checking.FACT, ""), mark.get(checking.SOURCE, "")
        made.append(
            Piece(
                key=key,
                text=mention.text.strip(),
                before=_before(reading.text, mention.start),
                after=_after(reading.text, mention.end),
                fact=fact,
                source=source,
                suggested="" if fact or source else law.suggestion(mention, facts),
            )
        )
    return tuple(made)


def _before(text: str, start: int) -> str:
    """The words before a place, whole ones."""
    words = text[max(0, start - AROUND) : start].split()
    cut = start > AROUND and not text[start - AROUND - 1].isspace()
    return " ".join(words[1:] if cut else words)


def _after(text: str, end: int) -> str:
    """The words behind a place, whole ones."""
    words = text[end : end + AROUND].split()
    cut = end + AROUND < len(text) and not text[end + AROUND].isspace()
    return " ".join(words[:-1] if cut else words)


def _rows(found: Iterable[Release]) -> tuple[ReleaseRow, ...]:
    now = clock.now()
    listed = list(found)
    versions = ReleaseVersion.objects.filter(release__in=listed)
    newest = {(one.release_id, one.number): one for one in versions}
    replies = list(Reply.objects.filter(release__in=listed).values_list("release_id", flat=True))
    return tuple(_row(one, newest, replies.count(one.pk), now) for one in listed)


def _row(
    one: Release,
    versions: dict[tuple[int, int], ReleaseVersion],
    replies: int,
    now: datetime,
) -> ReleaseRow:
    shown = versions[one.pk, one.number]
    published = versions.get((one.pk, one.published or 0))
    visible = one.published is not None and (one.embargo is None or one.embargo <= now)
    return ReleaseRow(
        id=one.pk,
        slug=one.slug,
        title=shown.title,
        dated=shown.dated,
        state=one.state,
        state_label=one.get_state_display(),
        by=shown.account_name,
        published=one.published,
        published_at=one.published_at,
        embargo=one.embargo,
        visible=visible,
        corrected=bool(published and published.reason),
        replies=replies,
    )


def _replies(found: Release) -> tuple[ReplyRow, ...]:
    return tuple(
        ReplyRow(one.sender, one.received_on, one.letter, one.text) for one in found.replies.all()
    )


def _version(one: ReleaseVersion) -> Version:
    return Version(
        number=one.number,
        title=one.title,
        city=one.city,
        dated=one.dated,
        text=one.text,
        contact=one.contact,
        marks=one.marks,
        reason=one.reason,
        by=one.account_name,
        at=one.made_at,
    )
