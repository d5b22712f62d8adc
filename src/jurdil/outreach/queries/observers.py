"""Observers, surveys and quick counts: the register, one body, its cards, what everybody sees."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Count, Q

from jurdil.kernel import clock, windows
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.participation import bodies
from jurdil.law.participation.steps import Registration as State
from jurdil.law.participation.steps import registration_steps
from jurdil.law.regime import load_regime
from jurdil.law.text import Text
from jurdil.outreach import observing
from jurdil.outreach.models import Registration, RegistrationPaper, RegistrationPerson
from jurdil.outreach.observer_papers import cards, certificate
from jurdil.outreach.observer_records import (
    BodyPage,
    BodyRow,
    BodyStep,
    Clocks,
    PaperLine,
    PersonRow,
    PublicBody,
)
from jurdil.outreach.words import STEP_NAMES
from jurdil.places import queries as places

DECIDED = (State.ACCREDITED, State.REVOKED)


@query("outreach.bodies")
def register(
    viewer: Viewer, *, election_id: int | None = None, kind: str = "", state: str = ""
) -> tuple[BodyRow, ...]:
    """The register in the order of its numbers, the newest election first."""
    rows = _rows(viewer)
    if election_id is not None:
        rows = rows.filter(election_id=election_id)
    if kind:
        rows = rows.filter(kind=kind)
    if state:
        rows = rows.filter(state=state)
    rows = rows.annotate(carriers=Count("people", filter=Q(people__withdrawn_for="")))
    return tuple(_row(one, one.carriers) for one in rows.order_by("-election_id", "number"))


@query("outreach.bodies")
def clocks(viewer: Viewer, election_id: int) -> tuple[Clocks, ...]:
    """The days and hours of every kind that this house registers; empty without rules on record.

    Raises Election.DoesNotExist out of sight.
    """
    election = _election(viewer, election_id)
    rules = bodies.rules(election.regime)
    kinds = rules.kinds if rules else ()
    return tuple(_clocks(election, kind) for kind in kinds)


@query("outreach.bodies")
def extents(viewer: Viewer, election_id: int) -> tuple[tuple[str, Text], ...]:
    """The extents a body may have, with the office where it registers."""
    rules = bodies.rules(_election(viewer, election_id).regime)
    return tuple(
        (one.id, Text(f"{one.name.id}: {one.office.id}", f"{one.name.en}: {one.office.en}"))
        for one in (rules.extents if rules else ())
    )


@query("outreach.bodies")
def body(viewer: Viewer, registration_id: int) -> BodyPage:
    """One registration. Raises Registration.DoesNotExist outside the viewer's place."""
    row = _rows(viewer).get(pk=registration_id)
    rules = observing.rules_of(row.election)
    kind = rules.kind(row.kind)
    papers = rules.papers_of(row.kind)
    newest = {one.code: one for one in row.papers.all()}
    people = tuple(
        PersonRow(one.number, one.name, one.area, one.photo_id is not None, one.withdrawn_for)
        for one in row.people.all()
    )
    extent = next((one for one in rules.extents if one.id == row.extent), None)
    return BodyPage(
        row=_row(row, sum(not one.struck for one in people)),
        leader=row.leader,
        plan=row.plan,
        extent=extent,
        places=places.names(viewer, {*row.areas, *(one.area for one in people)}),
        clocks=_clocks(row.election, kind),
        papers=tuple(_paper(one, newest.get(one.id)) for one in papers),
        complete=bodies.completeness(papers, set(newest)),
        people=people,
        duties=rules.duties_of(row.kind),
        steps=tuple(_steps(row)),
        next=registration_steps(State(row.state)),
        late_basis=row.late_basis,
        report_due=row.report_due,
        report_basis=row.report_basis,
        reported_on=row.reported_on,
    )


@query("outreach.bodies_files")
def body_file(viewer: Viewer, registration_id: int, paper_id: int) -> StoredFile:
    """A paper that was handed in. Raises ObjectDoesNotExist outside the viewer's place."""
    row = _rows(viewer).get(pk=registration_id)
    found = row.papers.select_related("file").get(pk=paper_id, file__isnull=False)
    assert found.file is not None
    return found.file


@query("outreach.bodies_files")
def step_file(viewer: Viewer, registration_id: int, step_id: int) -> StoredFile:
    """The signed paper of a decision. Raises ObjectDoesNotExist."""
    row = _rows(viewer).get(pk=registration_id)
    found = row.steps.select_related("file").get(pk=step_id, file__isnull=False)
    assert found.file is not None
    return found.file


@query("outreach.bodies_files")
def cards_pdf(viewer: Viewer, registration_id: int, number: int | None = None) -> bytes:
    """The cards of an accredited body, or the one of a person, as PDF.

    Raises Registration.DoesNotExist for one that is not accredited, or without people on its list.
    """
    row = _rows(viewer).filter(state=State.ACCREDITED).get(pk=registration_id)
    people = list(row.people.filter(withdrawn_for="").select_related("photo"))
    if number is not None:
        people = [one for one in people if one.number == number]
    if not people:
        raise Registration.DoesNotExist
    names = places.names(viewer, {one.area for one in people})
    return cards(row, people, names)


@query("outreach.bodies_files")
def certificate_pdf(viewer: Viewer, registration_id: int) -> bytes:
    """The draft of the accreditation certificate, to be numbered and signed. Raises
    Registration.DoesNotExist before the application is complete."""
    allowed = (State.COMPLETE, State.ACCREDITED)
    row = _rows(viewer).filter(state__in=allowed).get(pk=registration_id)
    return certificate(row, places.names(viewer, row.areas))


@query("outreach.public_bodies")
def public_bodies(viewer: Viewer, election_id: int) -> tuple[PublicBody, ...]:
    """The bodies that were accredited, with those whose accreditation was taken back and why."""
    rows = Registration.objects.filter(
        election_id=election_id, path__within=viewer.path, state__in=DECIDED
    ).select_related("election")
    found = list(rows.prefetch_related("steps").order_by("kind", "organisation"))
    names = places.names(viewer, {area for row in found for area in row.areas})
    return tuple(_public(row, names) for row in found)


@query("outreach.public_bodies")
def counts(viewer: Viewer, election_id: int) -> dict[str, int]:
    """Accredited bodies by kind, for the page of participation."""
    rows = Registration.objects.filter(
        election_id=election_id, path__within=viewer.path, state=State.ACCREDITED
    )
    return dict(rows.values_list("kind").annotate(n=Count("pk")).order_by("kind"))


@query("outreach.participation")
def people(viewer: Viewer, election_id: int, path: str) -> int:
    """People with a card of an accredited body whose area touches a place; those without an area
    count everywhere."""
    rows = RegistrationPerson.objects.filter(
        registration__election_id=election_id,
        registration__path__within=viewer.path,
        registration__state=State.ACCREDITED,
        withdrawn_for="",
    )
    areas = rows.values_list("area", flat=True)
    return len([one for one in areas if not one or within(one, path) or within(path, one)])


def _rows(viewer: Viewer):
    return Registration.objects.filter(path__within=viewer.path).select_related("election")


def _election(viewer: Viewer, election_id: int) -> Election:
    found = Election.objects.get(pk=election_id)
    if not (within(viewer.path, found.path) or within(found.path, viewer.path)):
        raise Election.DoesNotExist
    return found


def _row(row: Registration, people: int) -> BodyRow:
    due = row.report_due if row.reported_on is None and row.state == State.ACCREDITED else None
    return BodyRow(
        id=row.pk,
        number=row.number,
        election_id=row.election_id,
        election=Text(row.election.name, row.election.name_en),
        kind=row.kind,
        kind_name=_kind_name(row),
        organisation=row.organisation,
        state=row.state,
        state_name=str(row.get_state_display()),
        received_on=row.received_on,
        late=row.late,
        decree_number=row.decree_number,
        decree_on=row.decree_on,
        due=due,
        overdue=due is not None and due < clock.today(),
        people=people,
        areas=tuple(row.areas),
    )


def _kind_name(row: Registration) -> Text:
    rules = bodies.rules(row.election.regime)
    return rules.kind(row.kind).name if rules else Text(row.kind, row.kind)


def _clocks(election: Election, kind: bodies.Kind) -> Clocks:
    start = bodies.publish_from(load_regime(election.regime), kind, election.voting_day)
    return Clocks(
        kind=kind,
        last_day=observing.last_day(election, kind),
        publish_from=None if start.absent else start,
        quiet=_quiet(election, kind),
    )


def _quiet(election: Election, kind: bodies.Kind) -> tuple[datetime | None, datetime | None] | None:
    stage = kind.publication.quiet_stage if kind.publication else ""
    window = windows.windows_of(election.pk).filter(stage=stage).first() if stage else None
    return (window.opens, window.closes) if window else None


def _paper(kind: bodies.PaperKind, row: RegistrationPaper | None) -> PaperLine:
    if row is None:
        return PaperLine(kind, None, "", None)
    return PaperLine(kind, row.received_on, row.note, row.pk if row.file_id else None)


def _steps(row: Registration) -> Iterable[BodyStep]:
    for one in row.steps.all():
        yield BodyStep(
            id=one.pk,
            name=str(STEP_NAMES.get(one.step, one.step)),
            state=str(one.get_state_display()),
            reason=one.reason,
            document=one.document,
            document_on=one.document_on,
            file=one.file_id is not None,
            at=one.at,
            by=one.account_name,
        )


def _public(row: Registration, names: dict[str, str]) -> PublicBody:
    revoked = [one.reason for one in row.steps.all() if one.state == State.REVOKED]
    reported: date | None = row.reported_on
    return PublicBody(
        kind=_kind_name(row),
        organisation=row.organisation,
        areas=tuple(names.get(area, area) for area in row.areas),
        accredited=row.state == State.ACCREDITED,
        decree_number=row.decree_number,
        decree_on=row.decree_on,
        reported_on=reported,
        revoked_for=revoked[-1] if revoked else "",
    )
