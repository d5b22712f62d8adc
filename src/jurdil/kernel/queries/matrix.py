"""The rights matrix as a table per room: the same object that the check reads."""

from dataclasses import dataclass

from django.apps import apps

from jurdil.kernel import policy
from jurdil.kernel.acts import query
from jurdil.kernel.roles import PUBLIC, roles_of
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

VISITOR = Text("Tanpa akun", "No account")


@dataclass(frozen=True)
class RoleColumn:
    code: str
    name: Text


@dataclass(frozen=True)
class RightRow:
    """A right with one cell per column: whether that role has it."""

    code: str
    name: Text
    kind: str
    cells: tuple[tuple[RoleColumn, bool], ...]


@dataclass(frozen=True)
class RoomRights:
    name: str
    acts: tuple[RightRow, ...]
    readings: tuple[RightRow, ...]


@query("matrix.view")
def columns(viewer: Viewer) -> tuple[RoleColumn, ...]:
    """The roles of the viewer's house, and last the visitor."""
    roles = [RoleColumn(role.code, role.name) for role in roles_of(viewer.house)]
    return (*roles, RoleColumn(PUBLIC, VISITOR))


@query("matrix.view")
def rooms(viewer: Viewer, *, role: str = "") -> tuple[RoomRights, ...]:
    """Every right, room by room; with `role` only what that role may do.

    Raises KeyError for a role of another house.
    """
    shown = {column.code: column for column in columns(viewer)}
    chosen = (shown[role],) if role else tuple(shown.values())
    found = (_room(label, rights, chosen) for label, rights in policy.rooms().items())
    return tuple(room for room in found if room.acts or room.readings)


def _room(
    label: str, rights: tuple[policy.Right, ...], chosen: tuple[RoleColumn, ...]
) -> RoomRights:
    rows = [_row(right, chosen) for right in rights]
    if len(chosen) == 1:
        rows = [row for row in rows if row.cells[0][1]]
    return RoomRights(
        str(apps.get_app_config(label).verbose_name),
        tuple(row for row in rows if row.kind == policy.ACT),
        tuple(row for row in rows if row.kind == policy.READ),
    )


def _row(right: policy.Right, shown: tuple[RoleColumn, ...]) -> RightRow:
    cells = tuple((column, column.code in right.roles) for column in shown)
    return RightRow(right.code, right.name, right.kind, cells)
