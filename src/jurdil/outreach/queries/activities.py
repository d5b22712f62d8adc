"""Activities: lists, one whole, what waits, what is to come."""

from datetime import date

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q, QuerySet

from jurdil.kernel import clock, files, moments, windows
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import StoredFile
from jurdil.kernel.paging import Page, decode, page_of
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach import codes, learning, review
from jurdil.law.outreach.learning import Question
from jurdil.law.outreach.states import State
from jurdil.law.text import Text
from jurdil.meetings import queries as meetings
from jurdil.office import queries as office
from jurdil.office.records import SpjRow
from jurdil.outreach import reading, store
from jurdil.outreach.models import Activity, Evidence, LearningTest
from jurdil.outreach.records import (
    ActivityPage,
    ActivityRow,
    EvidenceRow,
    LearningRow,
    StepRow,
    Wanted,
)
from jurdil.places import queries as places

SIZE = 50
MOST = 2000
SOON = 8
AHEAD = (State.PLANNED,)


@query("outreach.view")
def activities(viewer: Viewer, wanted: Wanted, after: str = "") -> Page[ActivityRow]:
    """Activities, the newest day first."""
    rows = _chosen(viewer, wanted)
    total = rows.count()
    key = decode(after, int)
    if key:
        last = Activity.objects.filter(pk=key[0]).first()
        if last:
            rows = rows.filter(
                Q(held_on__lt=last.held_on) | Q(held_on=last.held_on, pk__lt=last.pk)
            )
    found = reading.counted(rows).order_by("-held_on", "-pk")[: SIZE + 1]
    listed = reading.rows_of(viewer, found)
    return page_of(listed, SIZE, lambda row: (row.id,), first=key is None, total=total)


@query("outreach.view")
def every_activity(viewer: Viewer, wanted: Wanted) -> tuple[ActivityRow, ...]:
    """All activities of a choice by day, for files and papers; at most 2,000."""
    rows = reading.counted(_chosen(viewer, wanted)).order_by("held_on", "pk")[:MOST]
    return reading.rows_of(viewer, rows)


@query("outreach.view")
def state_counts(viewer: Viewer, wanted: Wanted) -> dict[str, int]:
    """How many activities of a choice stand in each state."""
    found = dict.fromkeys(State, 0)
    for state in _chosen(viewer, wanted).values_list("state", flat=True):
        found[State(state)] += 1
    return {str(state): number for state, number in found.items()}


@query("outreach.view")
def waiting(viewer: Viewer) -> tuple[ActivityRow, ...]:
    """Activities that wait for verification, the oldest first."""
    rows = reading.scoped(viewer).filter(state=State.FILED).order_by("changed_at", "pk")
    return reading.rows_of(viewer, reading.counted(rows))


@query("outreach.view")
def waiting_count(viewer: Viewer) -> int:
    """How many activities wait for this viewer's verification."""
    rows = reading.scoped(viewer.about(None)).filter(state=State.FILED)
    return rows.exclude(account_id=viewer.account_id or 0).count()


@query("outreach.view")
def returned(viewer: Viewer) -> tuple[ActivityRow, ...]:
    """Reports of the viewer's own body that were sent back to it."""
    rows = reading.scoped(viewer.about(None)).filter(
        state=State.RETURNED, origin__within=viewer.path
    )
    return reading.rows_of(viewer, reading.counted(rows.order_by("held_on", "pk")))


@query("outreach.view")
def planned_between(viewer: Viewer, first: date, last: date) -> tuple[ActivityRow, ...]:
    """Planned activities of some days, of all elections."""
    rows = reading.scoped(viewer.about(None)).filter(
        state=State.PLANNED, held_on__range=(first, last)
    )
    return reading.rows_of(viewer, reading.counted(rows.order_by("held_on", "pk")))


@query("outreach.coming")
def coming(viewer: Viewer) -> tuple[ActivityRow, ...]:
    """The next planned activities, for everybody; they name no person."""
    rows = Activity.objects.filter(path__within=viewer.path, state=State.PLANNED)
    rows = rows.filter(held_on__gte=clock.today()).order_by("held_on", "pk")
    return reading.rows_of(viewer, reading.counted(rows)[:SOON])


@query("outreach.view")
def of_village(viewer: Viewer, path: str) -> tuple[ActivityRow, ...]:
    """Activities that reached a place, or are to reach it: verified and planned ones."""
    if not within(path, viewer.path):
        return ()
    rows = Activity.objects.filter(villages__path__within=path).filter(
        state__in=(State.VERIFIED, State.PLANNED, State.FILED)
    )
    if viewer.election_id:
        rows = rows.filter(election=viewer.election_id)
    found = reading.counted(rows.distinct()).order_by("-held_on", "-pk")
    return reading.rows_of(viewer, found)


@query("outreach.view")
def activity(viewer: Viewer, activity_id: int) -> ActivityPage:
    """One activity in scope, whole. Raises Activity.DoesNotExist."""
    rows = reading.counted(reading.scoped(viewer.about(None)))
    found = rows.select_related("programme", "election").get(pk=activity_id)
    row = reading.rows_of(viewer, [found])[0]
    window = windows.windows_of(found.election_id).filter(stage=found.stage).first()
    closes = window.closes if window else None
    return ActivityPage(
        row=row,
        village_names=tuple(places.names(viewer, row.villages).values()),
        programme=found.programme.title if found.programme else "",
        programme_id=found.programme_id,
        institution_id=found.institution,
        stage_name=Text(window.name, window.name_en) if window else None,
        evidence=tuple(_evidence(one) for one in found.evidence.select_related("file")),
        steps=tuple(
            StepRow(one.step, one.get_state_display(), one.reason, one.account_name, one.at)
            for one in found.steps.all()
        ),
        test=_test(found),
        findings=_findings(found, closes=moments.day_of(closes, clock.zone()) if closes else None),
        meeting_id=found.meeting,
        meeting_title=_meeting(viewer, found.meeting),
        spj=_spj(viewer, found),
        own=viewer.account_id is not None and viewer.account_id == found.account_id,
        filing=within(found.origin, viewer.path),
    )


@query("outreach.view")
def evidence_file(viewer: Viewer, activity_id: int, evidence_id: int) -> tuple[StoredFile, bytes]:
    """The file of a piece of evidence. Raises Evidence.DoesNotExist when there is none."""
    row = Evidence.objects.select_related("file").get(
        pk=evidence_id, activity=activity_id, activity__path__within=viewer.path
    )
    if row.file is None:
        raise Evidence.DoesNotExist
    return row.file, files.content(row.file)


@query("outreach.field")
def taken_along(viewer: Viewer) -> tuple[ActivityRow, ...]:
    """What a committee's phone takes along: its own plans, and reports sent back to it."""
    rows = reading.scoped(viewer.about(None)).filter(
        origin__within=viewer.path, state__in=(State.PLANNED, State.RETURNED, State.FILED)
    )
    return reading.rows_of(viewer, reading.counted(rows.order_by("held_on", "pk"))[:SIZE])


def _chosen(viewer: Viewer, wanted: Wanted) -> QuerySet[Activity]:
    rows = reading.scoped(viewer)
    same = {
        "state": wanted.state,
        "base": wanted.base,
        "method": wanted.method,
        "stage": wanted.stage,
        "programme": wanted.programme,
        "held_on__gte": wanted.first,
        "held_on__lte": wanted.last,
    }
    rows = rows.filter(**{name: value for name, value in same.items() if value})
    if wanted.place:
        rows = rows.filter(path__within=wanted.place)
    for word in wanted.search.split():
        named = Q(title__icontains=word) | Q(topic__icontains=word) | Q(partner__icontains=word)
        rows = rows.filter(named | Q(institution_name__icontains=word) | Q(group__icontains=word))
    return rows


def _evidence(one: Evidence) -> EvidenceRow:
    return EvidenceRow(
        id=one.pk,
        kind=one.kind,
        kind_label=one.get_kind_display(),
        address=one.address,
        name=one.file.name if one.file else one.address,
        caption=one.caption,
        picture=bool(one.file and one.file.media_type.startswith("image/")),
        file=one.file_id is not None,
        by=one.account_name,
        at=one.added_at,
        dropped_for=one.dropped_for,
    )


def _test(found: Activity) -> LearningRow | None:
    test = LearningTest.objects.filter(activity=found).prefetch_related("questions").first()
    if test is None:
        return None
    questions = tuple(Question(one.text, one.before, one.after) for one in test.questions.all())
    outcome = learning.result(questions, test.sheets_before, test.sheets_after)
    return LearningRow(test.sheets_before, test.sheets_after, questions, outcome)


def _findings(found: Activity, closes: date | None) -> tuple[Text, ...]:
    if found.state not in (State.FILED, State.VERIFIED):
        return ()
    kept = found.evidence.filter(dropped_for="")
    shared = Evidence.objects.filter(
        address__in=kept.exclude(address="").values("address"), dropped_for=""
    )
    twins = Activity.objects.filter(
        path=found.path, held_on=found.held_on, title__iexact=found.title
    ).exclude(state=State.CANCELLED)
    facts = review.Facts(
        direct=codes.method(found.election.regime, found.method).direct,
        held_on=found.held_on,
        stage_closes=closes,
        evidence=kept.count(),
        counted=found.total is not None,
        twins=twins.exclude(pk=found.pk).count(),
        shared_links=shared.exclude(activity=found).count(),
    )
    return review.findings(facts)


def _meeting(viewer: Viewer, meeting_id: int | None) -> str:
    if meeting_id is None or not allows(viewer, "meetings.view"):
        return ""
    try:
        return meetings.meeting(viewer, meeting_id).row.title
    except ObjectDoesNotExist:
        return ""


def _spj(viewer: Viewer, found: Activity) -> SpjRow | None:
    if not allows(viewer, "office.spj"):
        return None
    return office.spj_of(viewer, found.path, store.subject_of(found.pk))
