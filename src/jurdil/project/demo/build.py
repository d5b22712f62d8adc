"""Build the demo: an office on the morning after voting day, made only by acts and importers."""

import csv
import io
import random
from datetime import datetime
from time import perf_counter
from zoneinfo import ZoneInfo

from django.conf import settings

from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.imports import staging
from jurdil.kernel.models import Account, ImportBatch, Office
from jurdil.kernel.roles import KPU
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.kernel.who import viewer_for
from jurdil.places import actions as places
from jurdil.places.records import NewDapil
from jurdil.project import founding
from jurdil.project.demo import (
    ballots,
    cast,
    count,
    desk,
    meetings,
    outlines,
    outreach,
    participation,
    reporting,
    roll,
    rooms,
)
from jurdil.project.demo import office as office_room
from jurdil.project.demo.place import Ground, ground

SEED = 20240214
WITA = ZoneInfo("Asia/Makassar")
OPENING = datetime(2024, 1, 8, 8, 0, tzinfo=WITA)
MORNING_AFTER = datetime(2024, 2, 15, 9, 0, tzinfo=WITA)


def build(size: str) -> str:
    """Build the demo in an empty installation; returns a sentence that says what and how fast."""
    begin = perf_counter()
    chance = random.Random(SEED)
    place = ground(size, chance)
    founded = founding.found(
        regency=place.regency,
        office=KPU,
        regime=count.REGIME,
        sample_data=True,
        legal=OPENING,
    )
    office = system_viewer(place.regency, KPU)
    people = cast.engage(office, place, chance)
    operator = _as(people["operator"])
    election_id = desk.election_id(count.REGIME)
    _prepare(operator.about(election_id), election_id, place, chance)
    viewers = {name: _as(account) for name, account in people.items()}
    voters = roll.listing(office, viewers, place, election_id, whole=size == "full")
    roll.show(voters, SEED, bring)
    office_acts.set_training_clock(by=office, legal=OPENING)
    desk.run(people, place)
    routine = desk.election_id(founding.ROUTINE)
    meetings.show(viewers, routine, election_id, chance)
    participation.show(viewers, place, election_id, random.Random(SEED), bring)
    office_acts.set_training_clock(by=office, legal=MORNING_AFTER)
    desk.morning(viewers, election_id, MORNING_AFTER)
    for sheet in count.sheets(place, chance):
        bring(
            operator.about(election_id),
            "c-hasil",
            sheet.name,
            sheet.content,
            {"contest": sheet.contest},
        )
    rooms.show(viewers, election_id, place, chance)
    roll.voting_day(voters, random.Random(SEED))
    roll.quarter(voters, random.Random(SEED), bring)
    office_room.show(viewers, place, random.Random(SEED), bring)
    outreach.show(viewers, election_id, routine, place, random.Random(SEED))
    reporting.show(viewers, routine, election_id)
    seconds = f"{perf_counter() - begin:.0f} s"
    lists = roll.totals(voters)
    return f"{founded.summary()} {len(place.stations)} TPS, {seconds}.\nPemilih: {lists}."


def _prepare(by: Viewer, election_id: int, place: Ground, chance: random.Random) -> None:
    """TPS, dapil and participants, as the office would bring them in before voting day."""
    rows = [(s.code, s.number) for s in place.stations]
    bring(by, "tps", "contoh-tps.csv", _csv(("kode_tps", "tps"), rows))
    places.set_dapil(
        by=by,
        election_id=election_id,
        contest="dprd-kab",
        rows=[NewDapil(d.code, d.name, d.seats, d.kecamatan) for d in place.districts],
        basis="PKPU 6/2023",
        confirmed=False,
    )
    for content in outlines.files({s.village for s in place.stations}, SEED):
        bring(by, "boundaries", outlines.NAME, content)
    lines = [line.row() for line in ballots.participants(place, chance)]
    bring(by, "participants", "contoh-peserta.csv", _csv(ballots.HEADER, lines))


def bring(
    by: Viewer, kind: str, name: str, content: bytes, options: dict[str, str] | None = None
) -> None:
    """Import a file the way a person does: read, preview, publish. A refusal ends the demo."""
    batch = staging.open_batch(by, kind=kind, name=name, content=content, options=options)
    batch = staging.read_now(batch.pk)
    if batch.state != ImportBatch.State.PREVIEW:
        raise RuntimeError(f"the demo's own file {name} was refused: {batch.faults[:3]}")
    publish_import(by=by, batch_id=batch.pk)


def _csv(header: tuple[str, ...], rows: list[tuple]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def _as(account: Account) -> Viewer:
    return viewer_for(account.grants.get(), Office.objects.get())


def logins(port: int) -> str:
    """What the newcomer needs to know, for the terminal."""
    place = ground("small", random.Random(SEED))
    return "\n".join(
        [
            "",
            f"Jurdil (data contoh): http://127.0.0.1:{port}/",
            f"Password of every login: {cast.PASSWORD}",
            *cast.listing(place, KPU),
            "",
            "The same data on the command line:",
            f"  export JURDIL_HOME={settings.JURDIL_HOME} JURDIL_KEYS={settings.JURDIL_KEYS}",
            "Stop with Ctrl+C.",
            "",
        ]
    )
