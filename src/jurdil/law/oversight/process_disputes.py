"""Process disputes: petition, registration, mediation, adjudication, decision, execution.

UU 7/2017 arts. 466-471 and Perbawaslu 9/2022 (Pemilu; between participants art. 11(5), by Panwascam
under a mandate), Perbawaslu 2/2020 (Pilkada). Twelve days from registration to decision, of which
mediation takes at most two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cache

from jurdil.law.calendar_days import DayCalendar, HolidayPolicy
from jurdil.law.deadlines import DeadlineRule, Due, Moment, due, load_deadlines
from jurdil.law.deadlines.reader import parse
from jurdil.law.oversight import files, machine
from jurdil.law.oversight.clocks import Running, started
from jurdil.law.oversight.machine import State
from jurdil.law.oversight.words import Word, listed
from jurdil.law.text import Text

IllegalStep = machine.IllegalStep
FILE, CLOCKS = "disputes.toml", "clocks-disputes.toml"
BEGIN, DECIDED = "diterima", "diputus"
ORGANISER, BETWEEN, PILKADA = "peserta-penyelenggara", "antarpeserta", "pemilihan"
OBJECT_MADE, BETWEEN_RECEIVED = "keputusan-kpu-ditetapkan", "sengketa-antarpeserta-diajukan"
AGREED = "kesepakatan"
PETITION, EXECUTION = "sengketa-proses-permohonan", "pelaksanaan-putusan"
REGISTERED, CLOSE = "registrasi", "tutup"
EXECUTING = ("pelaksanaan", "tidak-dilaksanakan")
NEEDS = ("letter", "note", "ruling")
DISTRICT = "kecamatan"


@dataclass(frozen=True, slots=True)
class Track:
    """A kind of dispute with its procedure; `rules` are the ids of its clocks."""

    id: str
    kind: str
    name: Text
    regime: str
    rules: tuple[str, ...]
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Step(machine.Change):
    """A change of state: what it starts, which clocks it keeps, what it must be given.

    `ruling` is the ruling that the step itself brings ('' for none), `form` the form it prints.
    """

    tracks: tuple[str, ...]
    needs: tuple[str, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    ruling: str
    form: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a dispute is decided; `orders` whether KPU or a participant has something to do."""

    id: str
    name: Text
    orders: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the PSPP series whose number was seen in a source, for disputes of some tracks."""

    code: str
    use: str
    name: Text
    tracks: tuple[str, ...]
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar strip: its number from registration, and clocks that end on it."""

    day: date
    number: int
    working: bool
    ends: tuple[Text, ...]
    today: bool


Taken = Sequence[tuple[str, date]]
"""Steps that were taken, with their days, in order."""


@cache
def tracks() -> Mapping[str, Track]:
    """The kinds of disputes by id."""
    return {one.id: one for one in (_track(row) for row in files.top(CLOCKS).rows("track"))}


@cache
def states() -> Mapping[str, State]:
    """All states by id."""
    return machine.states(FILE)


@cache
def steps() -> Mapping[str, Step]:
    """All steps by id."""
    return {one.id: one for one in (_step(row) for row in files.top(FILE).rows("step"))}


@cache
def rulings() -> Mapping[str, Ruling]:
    """How disputes are decided."""
    rows = files.top(FILE).rows("ruling")
    found = (Ruling(r.need("id", str), r.text("name"), r.need("orders", bool)) for r in rows)
    return {one.id: one for one in found}


@cache
def applicants() -> Mapping[str, Word]:
    """Who may apply."""
    return listed(FILE, "applicant")


@cache
def objects() -> Mapping[str, Word]:
    """What a dispute is about."""
    return listed(FILE, "object")


@cache
def forms() -> Mapping[str, Form]:
    """The forms whose numbers are on record, by what they are used for."""
    found = {}
    for row in files.top(FILE).rows("form"):
        article, confirmed = files.proof(row)
        made = Form(
            row.need("code", str),
            row.need("use", str),
            row.text("name"),
            row.some_of("tracks", tracks()),
            article,
            confirmed,
        )
        row.finish()
        found[made.use] = made
    return found


@cache
def rules(track: str) -> Mapping[str, DeadlineRule]:
    """The clocks of a track by id. Raises KeyError for an unknown track."""
    chosen = tracks()[track]
    top = files.top(CLOCKS)
    top.rows("track")
    own = {rule.id: rule for rule in parse(top).rules}
    known = {rule.id: rule for rule in load_deadlines(chosen.regime)} | own
    if missing := [name for name in chosen.rules if name not in known]:
        raise top.bad(f"{track} names clocks that are not there: {', '.join(missing)}")
    return {name: known[name] for name in chosen.rules}


def may_decide(track: str, level: str) -> bool:
    """Tell whether a level decides a track: Panwascam only between participants, by mandate."""
    return level != DISTRICT or track == BETWEEN


def steps_from(track: str, state: str, ruling: str = "") -> tuple[Step, ...]:
    """The steps that may follow. Raises KeyError for an unknown track or state.

    What a decision orders must be carried out; one that orders nothing is closed.
    """
    if track not in tracks() or state not in states():
        raise KeyError(track if track not in tracks() else state)
    found = (s for s in steps().values() if state in s.sources and track in s.tracks)
    if state != DECIDED:
        return tuple(found)
    orders = rulings()[ruling].orders
    return tuple(one for one in found if (one.id in EXECUTING) is orders)


def advance(track: str, state: str, step: str, *, given: Collection[str], ruling: str = "") -> Step:
    """Return the step when it may be taken; `given` names what it was given of `NEEDS`.

    Raises `IllegalStep` when it does not follow or lacks something, KeyError for unknown words.
    """
    found = machine.following(steps_from(track, state, ruling), step, f"{state} of {track}")
    machine.check_given(step, found.needs, given)
    return found


def running(
    track: str,
    received: date,
    taken: Taken,
    *,
    ruling: str,
    now: datetime,
    calendar: DayCalendar,
    zone: tzinfo,
) -> tuple[Running, ...]:
    """The clocks that run after these steps, what lapses next on top."""
    events: dict[str, Moment] = {}
    if track == BETWEEN:
        events[BETWEEN_RECEIVED] = received
    done: set[str] = {PETITION}
    for name, day in taken:
        step = steps()[name]
        events |= dict.fromkeys(step.starts, day)
        done |= set(step.ends)
        if states()[step.target].ended:
            return ()
    if ruling and not rulings()[ruling].orders:
        done.add(EXECUTION)
    wanted = (rule for rule in rules(track).values() if rule.id not in done)
    return started(wanted, events, now=now, calendar=calendar, zone=zone)


def petition_due(track: str, made: date, *, calendar: DayCalendar, zone: tzinfo) -> Due | None:
    """The last moment of a petition against a decision of a day; None where no clock is known."""
    rule = rules(track).get(PETITION)
    return due(rule, made, calendar, zone) if rule else None


def strip(
    registered: date, clocks: Iterable[Due], *, today: date, calendar: DayCalendar
) -> tuple[Day, ...]:
    """The calendar strip of a dispute: every day from registration to the last clock's last day.

    The day of registration is number 0. Empty when no clock ends after it.
    """
    last: dict[date, list[Text]] = {}
    for one in clocks:
        last.setdefault(one.last_day, []).append(one.rule.name)
    final = max(last, default=registered)
    length = (final - registered).days
    if length <= 0:
        return ()
    days = (registered + timedelta(days=number) for number in range(length + 1))
    return tuple(
        Day(
            day,
            number,
            calendar.is_working(day, HolidayPolicy()),
            tuple(last.get(day, ())),
            day == today,
        )
        for number, day in enumerate(days)
    )


def _track(row: files.Row) -> Track:
    article, confirmed = files.proof(row)
    made = Track(
        id=row.need("id", str),
        kind=row.one_of("kind", ("pemilu", "pilkada")),
        name=row.text("name"),
        regime=row.need("regime", str),
        rules=(*row.words("borrow"), *row.words("rules")),
        article=article,
        confirmed=confirmed,
    )
    row.finish()
    return made


def _step(row: files.Row) -> Step:
    made = Step(
        **machine.change(row, states()),
        tracks=row.some_of("tracks", tracks()),
        needs=row.some_of("needs", NEEDS),
        starts=row.words("starts"),
        ends=row.words("ends"),
        ruling=row.take("ruling", str, ""),
        form=row.take("form", str, ""),
    )
    row.finish()
    return made
