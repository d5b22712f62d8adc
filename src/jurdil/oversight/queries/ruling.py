"""Readings of rulings in both houses, with one clock and the same words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse

from jurdil.kernel import clock, files, moments
from jurdil.kernel.acts import query
from jurdil.kernel.language import say
from jurdil.kernel.models import StoredFile
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.law.deadlines import DeadlineRule
from jurdil.law.oversight import cases
from jurdil.law.oversight import rulings as law
from jurdil.law.oversight.advice import Standing
from jurdil.law.text import Text
from jurdil.oversight import ruling_facts, ruling_origin, ruling_store, sources
from jurdil.oversight.clocks_ahead import Clock
from jurdil.oversight.models import (
    CaseReferral,
    Ruling,
    RulingAnswer,
    RulingFacts,
    RulingProof,
    RulingReceived,
)
from jurdil.oversight.ruling_origin import Origin
from jurdil.oversight.sources import Link
from jurdil.places import queries as places

SHOWN = 200
JUST_BEFORE = timedelta(microseconds=1)
"""A clock of days ends with the midnight after its last day."""
DOCUMENT = 0
"""Stands for the ruling's own document among its papers."""
FOLLOWS = Text("KPU menindaklanjuti putusan", "KPU follows the ruling")
NO_RULE = Text("Batasnya ditetapkan putusan ini sendiri", "The ruling itself sets the day")


@dataclass(frozen=True)
class RulingRow:
    """A ruling on a list. `standing` is by the law at this moment; no clock is no `last_day`."""

    id: int
    kind: str
    number: str
    about: str
    to: str
    place: str
    path: str
    decided_on: date
    ends_at: datetime | None
    last_day: date | None
    standing: str
    label: str
    sent: bool


@dataclass(frozen=True)
class ProofRow:
    id: int
    name: str
    size: int


@dataclass(frozen=True)
class FollowRow:
    """What was told of a ruling; `late` when it was told after its last day."""

    label: str
    text: str
    letter: str
    by: str
    answered_at: datetime
    late: bool
    proofs: tuple[ProofRow, ...]


@dataclass(frozen=True)
class RulingPage:
    """A ruling in full. `source` and `sender_name` of a person exist in Bawaslu's house only."""

    row: RulingRow
    election: int | None
    giver: str
    basis: Text
    duty: Text | None
    law: str
    article: str
    order: str
    todo: str
    served_on: date
    set_by_hand: bool
    rule: str
    unconfirmed: Text | None
    digest: str
    size: int
    follows: tuple[FollowRow, ...]
    parcel: int | None
    parcel_state: str
    source: Link | None
    sender: str
    received_at: datetime | None

    @property
    def open(self) -> bool:
        """Whether somebody may still tell what was done."""
        return self.row.standing != Standing.FOLLOWED


@dataclass(frozen=True)
class Candidate:
    """A referral, dispute or case that a ruling for KPU can be made of."""

    source: str
    kind: Text
    number: str
    day: date


@dataclass(frozen=True)
class OriginPage:
    """What a source settles, in words."""

    origin: Origin
    kind: Text
    to: str
    basis: Text
    duty: Text | None
    rule: DeadlineRule | None
    back: Link | None


@query("oversight.ruling")
def ruling_list(viewer: Viewer, *, waiting: bool = False) -> tuple[RulingRow, ...]:
    """Rulings that this house sent; those to be followed by their clock, or all, newest first."""
    return _rows(viewer, Ruling.objects.filter(path__within=viewer.path), waiting)


@query("oversight.ruling")
def ruling(viewer: Viewer, ruling_id: int) -> RulingPage:
    """One ruling of this house. Raises Ruling.DoesNotExist outside the viewer's place."""
    rows = Ruling.objects.filter(path__within=viewer.path).select_related("parcel", "document")
    row = rows.get(pk=ruling_id)
    return _page(
        viewer,
        row,
        giver=f"{_role(row.role)}, {row.account_name}",
        parcel=row.parcel_id,
        parcel_state=str(row.parcel.get_state_display()) if row.parcel else "",
        source=sources.link_of(viewer, _back(row.source)),
    )


@query("oversight.ruling")
def ruling_of(viewer: Viewer, source: str) -> RulingRow | None:
    """The ruling that was made of a source, None for none."""
    row = Ruling.objects.filter(path__within=viewer.path, source=source).first()
    return _row(row, row.path) if row else None


@query("oversight.ruling")
def ruling_origin_of(viewer: Viewer, source: str) -> OriginPage:
    """What a source settles of a ruling. Raises `Refused`, or DoesNotExist out of sight."""
    found = ruling_origin.of(viewer, source)
    rule, kind = law.rule_of(found.kind, found.basis), law.kinds()[found.kind]
    return OriginPage(
        origin=found,
        kind=kind.name,
        to=str(RulingFacts.To(found.to).label),
        basis=law.basis_name(found.kind, found.basis),
        duty=law.duty(found.kind, found.basis),
        rule=rule,
        back=sources.link_of(viewer, found.back),
    )


@query("oversight.ruling")
def ruling_candidates(viewer: Viewer) -> tuple[Candidate, ...]:
    """What the viewer's level decided for KPU and has not sent yet, newest first."""
    taken = set(Ruling.objects.values_list("source", flat=True))
    found = sorted(ruling_origin.candidates(viewer), key=lambda one: one[2], reverse=True)
    return tuple(
        Candidate(source, law.kinds()[kind].name, number, day)
        for source, kind, day, number in found
        if source not in taken
    )


@query("oversight.ruling")
def unsent_rulings(viewer: Viewer) -> tuple[int, ...]:
    """Ids of rulings that were never sent and wait to be followed."""
    rows = Ruling.objects.filter(path__within=viewer.path, parcel__isnull=True)
    rows = rows.filter(state__in=law.OPEN)
    return tuple(rows.order_by("recorded_at").values_list("pk", flat=True))


@query("oversight.ruling")
def ruling_clocks(viewer: Viewer) -> tuple[Clock, ...]:
    """Clocks of rulings that wait; that of a referral runs with its case while the case is open."""
    rows = Ruling.objects.filter(
        path__within=viewer.path, state=Standing.WAITING, ends_at__isnull=False
    )
    going = [one.id for one in cases.states().values() if not one.ended]
    referrals = CaseReferral.objects.filter(case__state__in=going, case__path__within=viewer.path)
    shown = {f"{ruling_origin.REFERRAL}:{pk}" for pk in referrals.values_list("pk", flat=True)}
    return tuple(_clock(row) for row in rows if row.source not in shown)


@query("oversight.ruling")
def ruling_file(viewer: Viewer, ruling_id: int, proof_id: int) -> tuple[StoredFile, str, bytes]:
    """The document, or a paper of an answer, in Bawaslu's house. Raises DoesNotExist."""
    return _file(Ruling.objects.filter(path__within=viewer.path).get(pk=ruling_id), proof_id)


@query("oversight.ruling_in")
def ruling_inbox(viewer: Viewer, *, waiting: bool = False) -> tuple[RulingRow, ...]:
    """Rulings that this house received; those to be followed by their clock, or all."""
    return _rows(viewer, ruling_store.in_sight(viewer), waiting)


@query("oversight.ruling_in")
def rulings_waiting(viewer: Viewer) -> int:
    """How many wait to be followed, or to be followed in full."""
    return ruling_store.in_sight(viewer).filter(state__in=law.OPEN).count()


@query("oversight.ruling_in")
def ruling_received(viewer: Viewer, ruling_id: int) -> RulingPage:
    """One ruling received. Raises RulingReceived.DoesNotExist for another body's or place's."""
    row = ruling_store.in_sight(viewer).select_related("document").get(pk=ruling_id)
    last = row.answers.filter(parcel__isnull=False).select_related("parcel").last()
    sent = last.parcel if last else None
    return _page(
        viewer,
        row,
        giver=_role(row.role),
        sender=row.sender_name,
        received_at=row.received_at,
        parcel=sent.pk if sent else None,
        parcel_state=str(sent.get_state_display()) if sent else "",
    )


@query("oversight.ruling_in")
def own_ruling_file(viewer: Viewer, ruling_id: int, proof_id: int) -> tuple[StoredFile, str, bytes]:
    """The document, or a paper of our answer, in KPU's house. Raises DoesNotExist."""
    return _file(ruling_store.in_sight(viewer).get(pk=ruling_id), proof_id)


def _back(source: str) -> str:
    """The page that a source stands on: a referral stands on the page of its case."""
    code, _sign, number = source.partition(":")
    if code != ruling_origin.REFERRAL:
        return source
    return f"case:{CaseReferral.objects.values_list('case_id', flat=True).get(pk=int(number))}"


def _file(row: Ruling | RulingReceived, proof_id: int) -> tuple[StoredFile, str, bytes]:
    if proof_id == DOCUMENT:
        if row.document is None:
            raise RulingProof.DoesNotExist
        name = ruling_facts.DOCUMENT[row.document.media_type]
        return row.document, name, files.content(row.document)
    proof = RulingProof.objects.select_related("file").get(
        pk=proof_id, answer__in=row.answers.all()
    )
    return proof.file, proof.name, files.content(proof.file)


def _rows(viewer: Viewer, rows: QuerySet, waiting: bool) -> tuple[RulingRow, ...]:
    if waiting:
        rows = rows.filter(state__in=law.OPEN).order_by("ends_at", "served_on", "id")
    else:
        rows = rows.order_by("-served_on", "-id")
    found = list(rows[:SHOWN])
    named = places.names(viewer, {row.path for row in found})
    made = [_row(row, named.get(row.path, row.path)) for row in found]
    if waiting:
        made.sort(key=lambda one: one.ends_at is None)
    return tuple(made)


def _row(row: Ruling | RulingReceived, place: str) -> RulingRow:
    answer = None if row.state == Standing.WAITING else Standing(row.state)
    standing = law.standing(answer, row.ends_at, clock.now())
    ends = row.ends_at
    return RulingRow(
        id=row.pk,
        kind=say(law.kinds()[row.kind].name),
        number=row.number,
        about=row.about,
        to=str(row.get_to_display()),
        place=place,
        path=row.path,
        decided_on=row.decided_on,
        ends_at=ends,
        last_day=moments.day_of(ends - JUST_BEFORE, clock.zone()) if ends else None,
        standing=standing,
        label=str(RulingFacts.State(standing).label),
        sent=isinstance(row, RulingReceived) or row.parcel_id is not None,
    )


def _page(viewer: Viewer, row: Ruling | RulingReceived, **more) -> RulingPage:
    rule = law.rule_of(row.kind, row.basis)
    values = {"source": None, "sender": "", "received_at": None}
    return RulingPage(
        row=_row(row, places.name_of(viewer, row.path)),
        election=row.election_id,
        basis=law.basis_name(row.kind, row.basis),
        duty=law.duty(row.kind, row.basis),
        law=law.basis_article(row.kind, row.basis),
        article=row.article,
        order=row.order,
        todo=row.todo,
        served_on=row.served_on,
        set_by_hand=row.set_by_hand,
        rule=rule.article if rule else "",
        unconfirmed=None if rule is None or rule.confirmed else rule.note or rule.name,
        digest=row.document.sha256 if row.document else "",
        size=row.document.size if row.document else 0,
        follows=tuple(_follow(one, row.ends_at) for one in _answers(row)),
        **{**values, **more},
    )


def _answers(row: Ruling | RulingReceived) -> Iterable[RulingAnswer]:
    return row.answers.prefetch_related("proofs__file").order_by("-answered_at", "-pk")


def _follow(one: RulingAnswer, ends: datetime | None) -> FollowRow:
    return FollowRow(
        label=str(one.get_answer_display()),
        text=one.text,
        letter=one.letter,
        by=_role(one.role) if one.role else one.account_name,
        answered_at=one.answered_at,
        late=ends is not None and one.answered_at >= ends,
        proofs=tuple(ProofRow(each.pk, each.name, each.file.size) for each in one.proofs.all()),
    )


def _role(code: str) -> str:
    return say(ROLES[code].name) if code in ROLES else code


def _clock(row: Ruling) -> Clock:
    rule = law.rule_of(row.kind, row.basis)
    assert row.ends_at is not None
    return Clock(
        subject=f"ruling:{row.pk}",
        title=f"{say(law.kinds()[row.kind].name)} {row.number}",
        step=FOLLOWS,
        ends_at=row.ends_at,
        unit=rule.unit if rule else "calendar-days",
        url=reverse("oversight:ruling", args=[row.pk]),
        path=row.path,
        article=rule.article if rule else say(NO_RULE),
        confirmed=rule is None or rule.confirmed,
    )
