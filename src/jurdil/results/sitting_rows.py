"""Rows of a sitting as its pages and its screen show them."""

from collections.abc import Iterable

from django.db.models import Count

from jurdil.kernel import crypto
from jurdil.kernel.viewer import Viewer
from jurdil.law import sitting_words
from jurdil.law.regime import load_regime
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import room
from jurdil.results.models import BarisSidang, Keberatan, Pembetulan, Peserta, Sidang
from jurdil.results.plenary_records import (
    Attendee,
    ContestState,
    CorrectionRow,
    Objection,
    SittingRow,
)


def contest_states(viewer: Viewer, held: Sidang) -> tuple[ContestState, ...]:
    """The contests of a sitting in ballot order."""
    counted = {
        (row["contest"], row["state"]): row["number"]
        for row in held.rows.values("contest", "state").annotate(number=Count("pk")).order_by()
    }
    closed = {one.contest: one for one in held.decisions.all()}
    regime = load_regime(held.election.regime)
    states = []
    for code in held.contests:
        about = regime.contest(code)
        done = closed.get(code)
        states.append(
            ContestState(
                contest=code,
                name=about.name_in(held.election.path[:2]),
                verb=sitting_words.verb(about.determined_at, held.level),
                rows=sum(n for (contest, _state), n in counted.items() if contest == code),
                approved=counted.get((code, BarisSidang.State.APPROVED), 0),
                decision_id=done.decision_id if done else None,
                document_id=done.document_id if done else None,
            )
        )
    return tuple(states)


def row_of(viewer: Viewer, held: Sidang) -> SittingRow:
    """A sitting as the list shows it."""
    return SittingRow(
        id=held.pk,
        election_id=held.election_id,
        level=held.level,
        path=held.path,
        place=room.place_name(viewer, held.path),
        room=held.room,
        venue=held.venue,
        planned_at=held.planned_at,
        state=held.state,
        state_name=str(Sidang.State(held.state).label),
        contests=contest_states(viewer, held),
        revision=held.revision,
    )


def people_of(held: Sidang, *, names: bool = False) -> tuple[Attendee, ...]:
    """Everybody in attendance; with `names` opened."""
    served = {one.key: one.name for c in held.contests for one in room.standing_in(held, c)}
    return tuple(attendee(one, served, names=names) for one in held.people.all())


def attendee(one: Peserta, served: dict[str, str], *, names: bool = False) -> Attendee:
    """One person by office; the name is opened only with `names`."""
    name = ""
    if names:
        name = crypto.decrypt(one.name_key, bytes(one.name_sealed), f"peserta:{one.pk}").decode()
    return Attendee(
        id=one.pk,
        kind=one.kind,
        kind_name=str(Peserta.Kind(one.kind).label),
        code=one.code,
        participant=one.participant,
        participant_name=served.get(one.participant, ""),
        name=name,
        mandate=one.mandate_number,
        in_room=one.in_room,
        arrived_at=one.arrived_at,
        left_at=one.left_at,
    )


def objection_of(viewer: Viewer, one: Keberatan) -> Objection:
    """An objection with its answer."""
    event = one.kejadian
    return Objection(
        id=one.pk,
        row_id=one.row_id,
        contest=event.contest,
        place=room.place_name(viewer, event.path),
        said_by=event.said_by,
        text=event.text,
        at=event.recorded_at,
        outcome=one.outcome,
        outcome_name=str(Keberatan.Outcome(one.outcome).label),
        answer=event.answer,
        opinion=one.opinion,
        opinion_by=one.opinion_by,
    )


def correction_of(viewer: Viewer, held: Sidang, one: Pembetulan) -> CorrectionRow:
    """A correction as everybody may read it."""
    return CorrectionRow(
        id=one.pk,
        contest=one.contest,
        path=one.path,
        place=room.place_name(viewer, one.path),
        field=one.field,
        old=one.old,
        new=one.new,
        text=one.kejadian.text,
        level=held.level,
        at=one.made_at,
    )


def codes(people: Iterable[Attendee]) -> tuple[str, ...]:
    """The codes of who puts initials: members, and the witnesses in the room."""
    kinds = {Peserta.Kind.MEMBER, Peserta.Kind.WITNESS}
    return tuple(one.code for one in people if one.kind in kinds and one.in_room)


def reading_names(viewer: Viewer, wanted: list[str]) -> dict[str, str]:
    """Labels of rows and of the villages they lie in."""
    above = {paths.parent(path) for path in wanted if "/" in path}
    return places.names(viewer, {*wanted, *above})
