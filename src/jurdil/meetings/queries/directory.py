"""Whom to invite from the office's directory: office x division x place, all at once."""

from collections.abc import Collection
from dataclasses import dataclass

from jurdil.kernel.acts import query
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import store
from jurdil.meetings.queries.people import Choosable
from jurdil.meetings.reading import scoped
from jurdil.meetings.records import NewGuest
from jurdil.office import queries as office
from jurdil.office.records import Contact

DIRECTORY = "office.directory"


@dataclass(frozen=True)
class Offer:
    """What can be chosen from: kinds and institutions of the directory with their names."""

    kinds: tuple[tuple[str, str], ...]
    institutions: tuple[tuple[str, str], ...]
    places: tuple[str, ...]


@query("meetings.names")
def offer_of_directory(viewer: Viewer) -> Offer | None:
    """Kinds, institutions and places of the directory; None for who may not read it."""
    if not allows(viewer, DIRECTORY):
        return None
    rows = office.institutions(viewer)
    kinds = {row.kind: row.kind_label for row in rows}
    return Offer(
        kinds=(*kinds.items(), *((one, one) for one in office.associations(viewer))),
        institutions=tuple((str(row.id), row.name) for row in rows),
        places=office.places_of(viewer),
    )


@query("meetings.names")
def contacts_to_invite(
    viewer: Viewer,
    meeting_id: int,
    *,
    kinds: Collection[str] = (),
    institutions: Collection[int] = (),
    divisions: Collection[str] = (),
    places: Collection[str] = (),
) -> tuple[Choosable, ...]:
    """The people of the directory that a choice finds, and whether they are on the list."""
    found = scoped(viewer.about(None)).get(pk=meeting_id)
    if not allows(viewer, DIRECTORY):
        return ()
    listed = set(found.guests.values_list("key", flat=True))
    people = office.contacts(
        viewer, kinds=kinds, institutions=institutions, divisions=divisions, places=places
    )
    return tuple(
        Choosable(
            guest=_guest(one),
            role="",
            on_list=store.person_key(one.person, one.institution) in listed,
        )
        for one in people
    )


def _guest(one: Contact) -> NewGuest:
    return NewGuest(
        name=one.person,
        post=one.position,
        institution=one.institution,
        division=one.division,
        place=one.path,
        sex=one.sex,
        contact_id=one.id,
    )
