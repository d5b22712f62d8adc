"""The directory: institutions, and people chosen by office, division and place."""

from collections.abc import Collection
from datetime import date

from django.db.models import Count, Q, QuerySet

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.office import models, sealing
from jurdil.office.models import Institution
from jurdil.office.records import Contact, InstitutionRow

KINDS = tuple(Institution.Kind.values)


@query("office.directory")
def institutions(
    viewer: Viewer, *, kind: str = "", search: str = "", closed: bool = False
) -> tuple[InstitutionRow, ...]:
    """Institutions in sight by name, with how many people hold a position there today."""
    found = _institutions(viewer).filter(closed_on__isnull=not closed)
    if kind:
        found = found.filter(kind=kind)
    if search:
        found = found.filter(Q(name__icontains=search) | Q(association__iexact=search))
    today = clock.today()
    now = Q(contacts__term_until__isnull=True) | Q(contacts__term_until__gte=today)
    found = found.annotate(people=Count("contacts", filter=now))
    return tuple(_institution(row, row.people) for row in found.order_by("name", "pk"))


@query("office.directory")
def institution(viewer: Viewer, institution_id: int) -> tuple[InstitutionRow, tuple[Contact, ...]]:
    """One institution with everybody who ever stood in it, present people first."""
    row = _institutions(viewer).get(pk=institution_id)
    people = row.contacts.select_related("institution").order_by("pk")
    today = clock.today()
    rows = sorted(people, key=lambda one: (not _holds(one, today), one.pk))
    return _institution(row, sum(_holds(one, today) for one in rows)), tuple(
        _contact(one) for one in rows
    )


@query("office.directory")
def contacts(
    viewer: Viewer,
    *,
    kinds: Collection[str] = (),
    institutions: Collection[int] = (),
    divisions: Collection[str] = (),
    places: Collection[str] = (),
    search: str = "",
    on: date | None = None,
) -> tuple[Contact, ...]:
    """People chosen by office x division x place; an empty choice does not filter.

    `kinds` are kinds of institutions or associations of media (``PWI``); a place counts with
    everything below it. Only positions that hold `on` the day (today). By institution and name.
    """
    day = on or clock.today()
    found = models.Contact.objects.select_related("institution").filter(
        _sight(viewer),
        Q(term_from__isnull=True) | Q(term_from__lte=day),
        Q(term_until__isnull=True) | Q(term_until__gte=day),
        institution__closed_on__isnull=True,
    )
    if kinds:
        found = found.filter(Q(institution__kind__in=kinds) | Q(institution__association__in=kinds))
    if institutions:
        found = found.filter(institution__in=institutions)
    if divisions:
        found = found.filter(division__in=divisions)
    if places:
        below = Q()
        for place in places:
            below |= Q(place__within=place)
        found = found.filter(below)
    for word in search.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(position__icontains=word)
            | Q(institution__name__icontains=word)
        )
    return tuple(_contact(row) for row in found.order_by("institution__name", "plain", "pk"))


@query("office.directory")
def contact(viewer: Viewer, contact_id: int) -> Contact:
    """One person in sight. Raises ObjectDoesNotExist."""
    rows = models.Contact.objects.select_related("institution").filter(_sight(viewer))
    return _contact(rows.get(pk=contact_id))


@query("office.directory")
def places_of(viewer: Viewer) -> tuple[str, ...]:
    """The places that somebody in the directory works for."""
    found = models.Contact.objects.filter(_sight(viewer)).values_list("place", flat=True)
    return tuple(sorted(set(found)))


@query("office.directory")
def associations(viewer: Viewer) -> tuple[str, ...]:
    """The associations of media that occur."""
    found = _institutions(viewer).exclude(association="").values_list("association", flat=True)
    return tuple(sorted(set(found)))


def _sight(viewer: Viewer) -> Q:
    return Q(institution__path__within=viewer.path) | Q(place__within=viewer.path)


def _institutions(viewer: Viewer) -> QuerySet[Institution]:
    """The own directory, and whoever in the office's directory works for the viewer's place."""
    return Institution.objects.filter(Q(path__within=viewer.path) | Q(place__within=viewer.path))


def _holds(row: models.Contact, day: date) -> bool:
    return row.term_until is None or row.term_until >= day


def _institution(row: Institution, people: int) -> InstitutionRow:
    return InstitutionRow(
        id=row.pk,
        name=row.name,
        kind=row.kind,
        kind_label=str(row.get_kind_display()),
        association=row.association,
        place=row.place,
        address=row.address,
        closed_on=row.closed_on,
        people=people,
    )


def _contact(row: models.Contact) -> Contact:
    home = row.institution
    return Contact(
        id=row.pk,
        institution_id=home.pk,
        institution=home.name,
        person=row.name,
        position=row.position,
        greeting=row.greeting,
        path=row.place,
        division=row.division,
        kinds=(home.kind, *([home.association] if home.association else [])),
        sex=row.sex,
        term_from=row.term_from,
        term_until=row.term_until,
        phone_masked=sealing.masked(row),
        has_email=row.email is not None,
    )
