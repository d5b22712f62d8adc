"""Plenary sittings: the list, one sitting, the operator's desk, the screen, what is missing."""

from datetime import datetime

from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law import sitting
from jurdil.law.regime import load_regime
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import reading, room
from jurdil.results.models import Peserta, Sidang
from jurdil.results.official import kinds_of
from jurdil.results.plenary_records import (
    Attendee,
    CorrectionRow,
    Paper,
    SittingPage,
    SittingRow,
)
from jurdil.results.sitting_facts import (
    boxes_missing,
    events_of,
    missing,
    receivers,
    signers,
    undetermined_below,
)
from jurdil.results.sitting_rows import (
    attendee,
    contest_states,
    correction_of,
    objection_of,
    people_of,
    row_of,
)


@query("results.plenary")
def sittings(viewer: Viewer, election_id: int) -> tuple[SittingRow, ...]:
    """The sittings of an election in scope, open ones first. Raises `Election.DoesNotExist`."""
    _election(viewer, election_id)
    found = Sidang.objects.filter(election_id=election_id, path__within=viewer.path)
    rows = [row_of(viewer, one) for one in found.select_related("election")]
    order = {"dibuka": 0, "skors": 0, "disiapkan": 1, "ditutup": 2}
    return tuple(sorted(rows, key=lambda one: (order[one.state], one.path, one.id)))


@query("results.plenary")
def sittings_offered(
    viewer: Viewer, election_id: int
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, Text], ...]]:
    """Where a sitting can be held, as (path, label), and the contests."""
    election = _election(viewer, election_id)
    due = places.expected_tps(viewer, election_id)
    spots = []
    if paths.level(viewer.path) in room.LEVELS:
        below = places.children(viewer, viewer.path)
        spots = [places.place(viewer, viewer.path), *below]
    regime = load_regime(election.regime)
    return (
        tuple(
            (one.path, one.label)
            for one in spots
            if one.level in room.LEVELS and due.get(one.path, 0)
        ),
        tuple(
            (code, regime.contest(code).name_in(election.path[:2])) for code in election.contests
        ),
    )


@query("results.plenary")
def sitting_page(viewer: Viewer, sidang_id: int) -> SittingPage:
    """One sitting in scope. Raises `Sidang.DoesNotExist`."""
    held = room.find(viewer, sidang_id)
    gaps = boxes_missing(held)
    below = undetermined_below(held)
    people = people_of(held)
    return SittingPage(
        row=row_of(viewer, held),
        election=Text(held.election.name, held.election.name_en),
        early_reason=held.early_reason,
        steps=tuple(
            (one.step, one.note, one.taken_at, one.account_name) for one in held.steps.all()
        ),
        next_steps=tuple(step.value for step in sitting.steps_from(sitting.Sitting(held.state))),
        boxes=_boxes(viewer, held),
        boxes_missing=len(gaps),
        below_missing=tuple(
            places.names(viewer, [path]).get(path, path)
            for path in sorted({path for _contest, path in below})
        ),
        members=sum(one.kind == Peserta.Kind.MEMBER and one.in_room for one in people),
        member_count=_members(held),
        people=people,
        objections=tuple(
            objection_of(viewer, one)
            for one in held.objections.select_related("kejadian", "row").order_by("-pk")
        ),
        corrections=tuple(
            correction_of(viewer, held, one)
            for one in held.corrections.select_related("kejadian").order_by("-pk")
        ),
    )


@query("results.plenary_names")
def attendance(viewer: Viewer, sidang_id: int) -> tuple[Attendee, ...]:
    """Who takes part, with names. Raises `Sidang.DoesNotExist`."""
    return people_of(room.find(viewer, sidang_id), names=True)


@query("results.plenary")
def closing_papers(viewer: Viewer, sidang_id: int) -> tuple[Paper, ...]:
    """Per contest: signatures, receipts, D.Kejadian Khusus, and what is missing to close it."""
    held = room.find(viewer, sidang_id)
    return tuple(_paper(viewer, held, contest) for contest in held.contests)


@query("results.plenary")
def offered_witnesses(viewer: Viewer, sidang_id: int) -> tuple[tuple[str, str], ...]:
    """The participants that a witness of this sitting can serve, as (key, name)."""
    held = room.find(viewer, sidang_id)
    found = {
        one.key: f"{one.number}. {one.name}"
        for contest in held.contests
        for one in room.standing_in(held, contest)
    }
    return tuple(found.items())


@query("results.view")
def corrections(
    viewer: Viewer, election_id: int, contest: str, path: str = ""
) -> tuple[CorrectionRow, ...]:
    """Every figure that a plenary corrected in a place, the newest first; for everyone to see."""
    about = reading.subject(viewer, election_id, contest)
    found = Sidang.objects.filter(election=about.election, path__within=about.election.path)
    rows = [
        correction_of(viewer, held, one)
        for held in found.select_related("election")
        for one in held.corrections.filter(contest=contest).select_related("kejadian")
        if within(one.path, viewer.path) and within(one.path, path)
    ]
    return tuple(sorted(rows, key=lambda one: -one.id))


def _election(viewer: Viewer, election_id: int) -> Election:
    election = Election.objects.get(pk=election_id)
    if not (within(viewer.path, election.path) or within(election.path, viewer.path)):
        raise Election.DoesNotExist
    return election


def _boxes(viewer: Viewer, held: Sidang) -> tuple[tuple[str, str, datetime | None, bool], ...]:
    if held.level != room.KECAMATAN:
        return ()
    there = {one.path: one for one in held.boxes.all()}
    wanted = sorted(set(held.rows.values_list("path", flat=True)))
    villages = places.names(viewer, {path.rpartition("/")[0] for path in wanted})
    return tuple(
        (
            path,
            f"TPS {path[-3:]} {villages.get(path.rpartition('/')[0], '')}",
            there[path].arrived_at if path in there else None,
            path in there and there[path].sealed,
        )
        for path in wanted
    )


def _members(held: Sidang) -> int | None:
    body = {room.KECAMATAN: "ppk"}.get(held.level)
    if body is None:
        return None
    try:
        return load_regime(held.election.regime).body(body).members
    except LookupError:
        return None


def _paper(viewer: Viewer, held: Sidang, contest: str) -> Paper:
    state = next(one for one in contest_states(viewer, held) if one.contest == contest)
    served = {one.key: one.name for one in room.standing_in(held, contest)}
    signed = {one.peserta_id: one for one in held.signatures.filter(contest=contest)}
    received = {one.peserta_id: one for one in held.receipts.filter(contest=contest)}
    return Paper(
        contest=state,
        signers=tuple(
            (
                attendee(one, served),
                signed[one.pk].signed_at if one.pk in signed else None,
                signed[one.pk].refusal if one.pk in signed else "",
            )
            for one in signers(held, contest)
        ),
        receivers=tuple(
            (attendee(one, served), received[one.pk].received_at if one.pk in received else None)
            for one in receivers(held, contest)
        ),
        events=tuple(events_of(held, contest)),
        missing=() if state.done else tuple(missing(viewer, held, contest)),
        drafts=kinds_of(held, contest),
    )
