"""What the head of every page needs: the elections to choose from and the viewer's own roles."""

from dataclasses import dataclass

from django.db.models import Q

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election, Grant
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text


@dataclass(frozen=True)
class ElectionChoice:
    """A running election as the header names it."""

    id: int
    name: Text
    regime: str


@dataclass(frozen=True)
class RoleChoice:
    """One of the roles an account holds today, each with its place."""

    grant_id: int
    role: Text
    path: str


@query("office.view")
def running_elections(viewer: Viewer) -> tuple[ElectionChoice, ...]:
    """The running elections that touch the viewer's place, oldest first."""
    running = Election.objects.filter(state=Election.State.RUNNING).order_by("id")
    return tuple(
        ElectionChoice(row.pk, Text(row.name, row.name_en), row.regime)
        for row in running
        if within(viewer.path, row.path) or within(row.path, viewer.path)
    )


@query("office.view")
def own_roles(viewer: Viewer) -> tuple[RoleChoice, ...]:
    """The roles the viewer's account may act in today, newest first; none for a visitor."""
    today = clock.today()
    grants = Grant.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=today),
        account=viewer.account_id or 0,
        valid_from__lte=today,
    )
    return tuple(
        RoleChoice(grant.pk, ROLES[grant.role].name, grant.path)
        for grant in grants.order_by("-valid_from", "-id")
    )
