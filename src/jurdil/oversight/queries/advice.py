"""Readings of correction advice in both houses, with one clock and the same words."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from jurdil.kernel import clock, files, moments
from jurdil.kernel.acts import query
from jurdil.kernel.models import StoredFile
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import advice as law
from jurdil.law.oversight import clocks
from jurdil.law.oversight.advice import Standing
from jurdil.law.text import Text
from jurdil.oversight import receiving
from jurdil.oversight.models import Advice, AdviceFacts, AdviceReceived, AnswerFile, FindingDraft
from jurdil.places import queries as places

SHOWN = 200
JUST_BEFORE = timedelta(microseconds=1)
"""A clock of days ends with the midnight after its last day."""
State = AdviceFacts.State
SYSTEM_NAME = Text("Pengawas", "Supervisor")


@dataclass(frozen=True)
class AdviceRow:
    """An advice on a list. `standing` is by the law at this moment, `label` its words."""

    id: int
    title: str
    to: str
    place: str
    path: str
    given_at: datetime
    ends_at: datetime
    standing: str
    label: str
    form: str
    late: bool
    sent: bool
    last_day: date


@dataclass(frozen=True)
class FileRow:
    id: int
    name: str
    size: int


@dataclass(frozen=True)
class AdvicePage:
    """An advice in full. `note` and `source` exist in Bawaslu's house only."""

    row: AdviceRow
    giver: Text
    giver_name: str
    letter: str
    about: str
    about_day: date | None
    stage: str
    rule: str
    fact: str
    request: str
    set_by_hand: bool
    article: str
    unconfirmed: Text | None
    answer: str
    answer_label: str
    answer_role: Text | None
    answer_letter: str
    answered_at: datetime | None
    files: tuple[FileRow, ...]
    parcel: int | None
    parcel_state: str
    draft: int | None
    note: str
    source: str
    sender: str
    received_at: datetime | None

    @property
    def open(self) -> bool:
        """Whether an answer may still come."""
        return self.answered_at is None


@dataclass(frozen=True)
class DraftRow:
    """A draft finding, and how the advice it arose from stands now."""

    id: int
    title: str
    place: str
    rule: str
    story: str
    discovered_at: datetime
    state: str
    label: str
    advice: int | None
    advice_label: str
    source: str
    closed_name: str
    closed_at: datetime | None
    reason: str
    path: str = ""
    election: int | None = None
    became: str = ""


@query("oversight.advice")
def advice_given(viewer: Viewer, *, waiting: bool = False) -> tuple[AdviceRow, ...]:
    """Advice of the viewer's place; what lapses next on top, then the newest."""
    rows = _given(viewer)
    if waiting:
        return _rows(viewer, rows.filter(state=State.WAITING).order_by("ends_at", "id"))
    return _rows(viewer, rows.order_by("-given_at", "-id"))


@query("oversight.advice")
def advice(viewer: Viewer, advice_id: int) -> AdvicePage:
    """One advice of this house. Raises Advice.DoesNotExist outside the viewer's place."""
    row = _given(viewer).select_related("parcel").get(pk=advice_id)
    draft = FindingDraft.objects.filter(source=f"advice:{row.pk}").first()
    parcel_state = str(row.parcel.get_state_display()) if row.parcel else ""
    return _page(
        viewer,
        row,
        note=row.note,
        source=row.source,
        draft=draft.pk if draft else None,
        parcel=row.parcel_id,
        parcel_state=parcel_state,
        giver_name=row.account_name,
    )


@query("oversight.advice")
def lapsing(viewer: Viewer, now: datetime) -> tuple[int, ...]:
    """Ids of advice whose clock ended without an answer."""
    rows = _given(viewer).filter(state=State.WAITING, ends_at__lte=now)
    return tuple(rows.order_by("ends_at").values_list("pk", flat=True))


@query("oversight.advice")
def unsent(viewer: Viewer) -> tuple[int, ...]:
    """Ids of advice that waits for an answer and was never sent."""
    rows = _given(viewer).filter(state=State.WAITING, parcel__isnull=True)
    return tuple(rows.order_by("given_at").values_list("pk", flat=True))


@query("oversight.advice_in")
def advice_inbox(viewer: Viewer, *, waiting: bool = False) -> tuple[AdviceRow, ...]:
    """Advice that this office received, as far as it is this body's; what ends next on top."""
    rows = receiving.in_sight(viewer)
    if waiting:
        return _rows(viewer, rows.filter(state=State.WAITING).order_by("ends_at", "id"))
    return _rows(viewer, rows.order_by("-given_at", "-id"))


@query("oversight.advice_in")
def advice_waiting(viewer: Viewer) -> int:
    """How many wait for an answer."""
    return receiving.in_sight(viewer).filter(state=State.WAITING).count()


@query("oversight.advice_in")
def advice_received(viewer: Viewer, advice_id: int) -> AdvicePage:
    """One advice received. Raises AdviceReceived.DoesNotExist for another body's or place's."""
    row = receiving.in_sight(viewer).select_related("answer_parcel").get(pk=advice_id)
    sent = row.answer_parcel
    return _page(
        viewer,
        row,
        sender=row.sender_name,
        received_at=row.received_at,
        parcel=sent.pk if sent else None,
        parcel_state=str(sent.get_state_display()) if sent else "",
    )


@query("oversight.advice_in")
def advice_about(
    viewer: Viewer, about: str, *, path: str = "", day: date | None = None
) -> tuple[AdviceRow, ...]:
    """Open advice about something, at or below a place, for the page of that thing."""
    rows = receiving.in_sight(viewer).filter(about=about, state=State.WAITING)
    if path:
        rows = rows.filter(path__within=path)
    if day is not None:
        rows = rows.filter(about_day=day)
    return _rows(viewer, rows.order_by("ends_at", "id"))


@query("oversight.advice")
def answer_file(viewer: Viewer, advice_id: int, file_id: int) -> tuple[StoredFile, bytes]:
    """Evidence of an answer in Bawaslu's house. Raises DoesNotExist."""
    row = AnswerFile.objects.get(pk=file_id, advice__in=_given(viewer).filter(pk=advice_id))
    return row.file, files.content(row.file)


@query("oversight.advice_in")
def own_answer_file(viewer: Viewer, advice_id: int, file_id: int) -> tuple[StoredFile, bytes]:
    """Evidence of an answer in KPU's house. Raises DoesNotExist."""
    rows = receiving.in_sight(viewer).filter(pk=advice_id)
    row = AnswerFile.objects.get(pk=file_id, received__in=rows)
    return row.file, files.content(row.file)


@query("oversight.drafts")
def drafts(viewer: Viewer) -> tuple[DraftRow, ...]:
    """Draft findings, the open ones first, by their age."""
    rows = FindingDraft.objects.filter(path__within=viewer.path)
    return tuple(_draft(viewer, row) for row in rows.order_by("-state", "discovered_at")[:SHOWN])


@query("oversight.drafts")
def draft(viewer: Viewer, draft_id: int) -> DraftRow:
    """One draft. Raises FindingDraft.DoesNotExist."""
    return _draft(viewer, FindingDraft.objects.filter(path__within=viewer.path).get(pk=draft_id))


@query("oversight.drafts")
def open_drafts(viewer: Viewer) -> int:
    """How many drafts wait for somebody."""
    rows = FindingDraft.objects.filter(path__within=viewer.path)
    return rows.filter(state=FindingDraft.State.OPEN).count()


def _given(viewer: Viewer) -> QuerySet[Advice]:
    return Advice.objects.filter(path__within=viewer.path)


def _rows(viewer: Viewer, rows: QuerySet) -> tuple[AdviceRow, ...]:
    found = list(rows[:SHOWN])
    named = places.names(viewer, {row.path for row in found})
    return tuple(_row(row, named.get(row.path, row.path)) for row in found)


def _row(row: Advice | AdviceReceived, place: str) -> AdviceRow:
    standing = _standing(row)
    return AdviceRow(
        id=row.pk,
        title=row.stage,
        to=str(row.get_to_display()),
        place=place,
        path=row.path,
        given_at=row.given_at,
        ends_at=row.ends_at,
        standing=standing,
        label=str(State(standing).label),
        form=str(row.get_form_display()),
        late=row.answered_at is not None and row.answered_at >= row.ends_at,
        sent=isinstance(row, AdviceReceived) or row.parcel_id is not None,
        last_day=moments.day_of(row.ends_at - JUST_BEFORE, clock.zone()),
    )


def _standing(row: Advice | AdviceReceived) -> str:
    """By the law at this moment, the same in both houses; a late answer does not undo a lapse."""
    if row.answered_at is not None and row.answered_at >= row.ends_at:
        return Standing.LAPSED
    answer = Standing(row.answered) if row.answered else None
    return law.standing(answer, row.ends_at, clock.now())


def _page(viewer: Viewer, row: Advice | AdviceReceived, **more) -> AdvicePage:
    rule = clocks.rules(row.regime)[clocks.ADVICE]
    values = {"giver_name": "", "draft": None, "note": "", "source": "", "sender": ""}
    values["received_at"] = None
    return AdvicePage(
        row=_row(row, places.name_of(viewer, row.path)),
        giver=ROLES[row.role].name if row.role in ROLES else SYSTEM_NAME,
        letter=row.letter,
        about=str(row.get_about_display()),
        about_day=row.about_day,
        stage=row.stage,
        rule=row.rule,
        fact=row.fact,
        request=row.request,
        set_by_hand=row.set_by_hand,
        article=rule.article,
        unconfirmed=None if rule.confirmed else rule.note,
        answer=row.answer,
        answer_label=str(State(row.answered).label) if row.answered else "",
        answer_role=ROLES[row.answer_role].name if row.answer_role in ROLES else None,
        answer_letter=row.answer_letter,
        answered_at=row.answered_at,
        files=tuple(
            FileRow(one.pk, one.name, one.file.size)
            for one in row.files.select_related("file").order_by("pk")
        ),
        **{**values, **more},
    )


def _draft(viewer: Viewer, row: FindingDraft) -> DraftRow:
    source = row.source.removeprefix("advice:") if row.source.startswith("advice:") else ""
    found = Advice.objects.filter(pk=int(source)).first() if source else None
    return DraftRow(
        id=row.pk,
        title=row.title,
        place=places.name_of(viewer, row.path),
        rule=row.rule,
        story=row.story,
        discovered_at=row.discovered_at,
        state=row.state,
        label=str(row.get_state_display()),
        advice=found.pk if found else None,
        advice_label=str(found.get_state_display()) if found else "",
        source=row.source,
        closed_name=row.closed_name,
        closed_at=row.closed_at,
        reason=row.reason,
        path=row.path,
        election=row.election_id,
        became=row.became,
    )
