"""From a request to a viewer: the account's active grants and the one in use."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from jurdil.kernel import clock
from jurdil.kernel.models import Account, Grant, Office
from jurdil.kernel.viewer import Viewer, public_viewer

GRANT_KEY, ELECTION_KEY = "grant", "election"


def held_today(path: str = "") -> QuerySet[Grant]:
    """The grants that hold on the legal day at a place and below it ('' everywhere)."""
    today = clock.today()
    return Grant.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=today),
        valid_from__lte=today,
        path__within=path,
    )


def active_grants(account: Account) -> QuerySet[Grant]:
    """The account's grants that hold on the legal day, newest first."""
    return held_today().filter(account=account).order_by("-valid_from", "-id")


def viewer_of(request: HttpRequest) -> Viewer | None:
    """The viewer of a request; None when a logged-in account has no active grant left."""
    office: Office = request.office  # type: ignore[attr-defined]
    if not request.user.is_authenticated:
        return visitor(office)
    grants = list(active_grants(request.user))
    if not grants:
        return None
    chosen = request.session.get(GRANT_KEY)
    grant = next((g for g in grants if g.id == chosen), grants[0])
    viewer = viewer_for(grant, office)
    return viewer.about(grant.election_id or request.session.get(ELECTION_KEY))


def viewer_for(grant: Grant, office: Office) -> Viewer:
    """The viewer that a grant makes of its account."""
    return Viewer(
        role=grant.role,
        path=grant.path,
        house=office.kind,
        name=grant.account.name,
        account_id=grant.account_id,
        grant_id=grant.id,
        division=grant.division,
        party=grant.party,
        acting=grant.acting,
        election_id=grant.election_id,
    )


def visitor(office: Office) -> Viewer:
    return public_viewer(office.path, office.kind)


def prefer(account: Account | AnonymousUser, **wishes: str) -> None:
    """Keep a reader's `language` or `theme` with the account; a visitor has only the cookie."""
    if isinstance(account, Account):
        Account.objects.filter(pk=account.pk).update(**wishes)
