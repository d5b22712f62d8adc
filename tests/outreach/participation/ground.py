"""What the tests of observers, contests and participation stand on."""

import io
from datetime import UTC, date, datetime, timedelta

from PIL import Image

from jurdil.kernel import clock
from jurdil.kernel.actions import office as office_actions
from jurdil.kernel.brought import Upload
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.law.participation import bodies
from jurdil.office import keeping
from jurdil.outreach import actions
from jurdil.outreach.actions import Application, ContestPlan, Ruling
from jurdil.outreach.models import Contest, ContestEntry, Registration
from tests import factories
from tests.writes import setting_up

PILKADA = "pilkada-2024"
VOTING = date(2024, 11, 27)


def _dot() -> bytes:
    """A grey square: nobody's photo."""
    out = io.BytesIO()
    Image.new("L", (30, 40), 128).save(out, "PNG")
    return out.getvalue()


PHOTO = Upload("foto.png", _dot(), "image/png")


def on(day: date, hour: int = 2) -> None:
    """Set the training clock (hour in UTC)."""
    keeper = system_viewer(factories.REGENCY, "kpu")
    legal = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    office_actions.set_training_clock(by=keeper, legal=legal)


def pilkada(**values) -> Election:
    """A Pilkada with its voting day."""
    values = {"voting_day": VOTING, "contests": ["bupati"], **values}
    return factories.election(PILKADA, **values)


def member(role: str, path: str = factories.REGENCY) -> Viewer:
    """A viewer with an account."""
    person = factories.account(role, path)
    return Viewer(role, path, "kpu", person.name, person.pk)


def received(by: Viewer, election: Election, **values) -> Registration:
    """A quick count of the regency, received today."""
    facts = {
        "kind": bodies.QUICK_COUNT,
        "organisation": "Lembaga Contoh",
        "leader": "Pimpinan Contoh",
        "received_on": clock.today(),
        "extent": "kabko",
        **values,
    }
    return actions.receive_body(by=by, election_id=election.pk, application=Application(**facts))


def completed(by: Viewer, election: Election, **values) -> Registration:
    """The same with all papers, declared complete."""
    row = received(by, election, **values)
    for paper in bodies.rules(election.regime).papers_of(row.kind):
        actions.body_paper(by=by, registration_id=row.pk, code=paper.id)
    return actions.body_check(by=by, registration_id=row.pk, move="nyatakan-lengkap")


def accredited(by: Viewer, chair: Viewer, election: Election, **values) -> Registration:
    """An accredited one with one person on its list."""
    row = completed(by, election, **values)
    actions.body_person(by=by, registration_id=row.pk, name="Pemegang Contoh", photo=PHOTO)
    ruling = Ruling("12/PP.06/2024", clock.today())
    return actions.body_decide(by=chair, registration_id=row.pk, move="akreditasi", ruling=ruling)


def plan(**values) -> ContestPlan:
    """A contest of thirty days with two criteria."""
    facts = {
        "kind": "medsos",
        "title": "Media sosial PPK",
        "rules": "Satu karya untuk tiap PPK.",
        "opens_on": clock.today(),
        "closes_on": clock.today() + timedelta(days=30),
        "criteria": (("Isi", 60), ("Jangkauan", 40)),
        **values,
    }
    return ContestPlan(**facts)


def opened(by: Viewer, election: Election, *jurors: Viewer, **values) -> Contest:
    """A contest that takes entries."""
    row = actions.plan_contest(by=by, election_id=election.pk, plan=plan(**values))
    for one in jurors:
        actions.add_juror(by=by, contest_id=row.pk, account_id=one.account_id)
    return actions.contest_step(by=by, contest_id=row.pk, move="buka")


def entry(by: Viewer, contest: Contest, at: int = 1) -> ContestEntry:
    """A work."""
    return actions.enter_contest(
        by=by,
        contest_id=contest.pk,
        entrant=f"PPK Contoh {at}",
        title=f"Karya {at}",
        link=f"https://contoh.example/karya/{at}",
    )


def judged(by: Viewer, contest: Contest, jurors, points) -> None:
    """All entries verified, judged with the given points for every criterion, sheets closed."""
    for one in contest.entries.all():
        if one.state == ContestEntry.State.WAITING:
            actions.verify_entry(by=by, contest_id=contest.pk, number=one.number, accepted=True)
    actions.contest_step(by=by, contest_id=contest.pk, move="mulai-menilai")
    criteria = [one.pk for one in contest.criteria.all()]
    for juror in jurors:
        for number, given in points.items():
            actions.score_entry(
                by=juror,
                contest_id=contest.pk,
                number=number,
                points=dict.fromkeys(criteria, given),
            )
        actions.close_sheet(by=juror, contest_id=contest.pk)


def sample_body(election: Election) -> Registration:
    """An accredited quick count with one card, put there for the samples of pages."""
    with setting_up():
        row = Registration.objects.create(
            election=election,
            path=election.path,
            number=1,
            kind=bodies.QUICK_COUNT,
            extent="kabko",
            organisation="Lembaga Contoh",
            leader="Pimpinan Contoh",
            received_on=date(2024, 1, 10),
            last_day=date(2024, 1, 15),
            state="terakreditasi",
            decree_number="1/2024",
            decree_on=date(2024, 1, 20),
        )
        kept = keeping.keep(row.path, PHOTO, "internal")
        row.papers.create(
            code="rencana", file=kept, received_on=date(2024, 1, 10), account_name="Contoh"
        )
        row.people.create(number=1, name="Pemegang Contoh", area=row.path)
        row.steps.create(
            step="akreditasi",
            state="terakreditasi",
            document="1/2024",
            document_on=date(2024, 1, 20),
            file=kept,
            account_name="Contoh",
            at=clock.now(),
        )
    return row


def sample_contest(election: Election) -> Contest:
    """An announced contest with one winner, put there for the samples of pages."""
    with setting_up():
        row = Contest.objects.create(
            election=election,
            path=election.path,
            kind="medsos",
            title="Media sosial PPK",
            rules="Satu karya untuk tiap PPK.",
            opens_on=date(2024, 1, 1),
            closes_on=date(2024, 1, 31),
            state="diumumkan",
            ranked_at=clock.now(),
            announced_at=clock.now(),
        )
        one = row.criteria.create(number=1, name="Isi", weight=100)
        work = row.entries.create(
            number=1,
            entrant="PPK Contoh",
            title="Karya Contoh",
            link="https://contoh.example/karya",
            path=election.path,
            entered_on=date(2024, 1, 5),
            state="terverifikasi",
            account_name="Contoh",
        )
        juror = row.jurors.create(
            account=factories.account(
                "operator" if factories.office().kind == "kpu" else "bw-sekretariat"
            ),
            name="Juri Contoh",
            closed_at=clock.now(),
        )
        juror.scores.create(entry=work, criterion=one, points=80)
        row.ranking.create(entry=work, rank=1, numerator=80, denominator=1)
    return row
