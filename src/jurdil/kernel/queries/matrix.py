"""The rights matrix as a table per room: the same object that the check reads."""

from dataclasses import dataclass

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
    room: str
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
    chosen = {role: shown[role]} if role else shown
    found: dict[str, list[RightRow]] = {}
    for right in policy.matrix().values():
        row = _row(right, tuple(chosen.values()))
        if not role or any(has for _column, has in row.cells):
            found.setdefault(right.room, []).append(row)
    return tuple(
        RoomRights(
            room,
            tuple(row for row in rows if row.kind == policy.ACT),
            tuple(row for row in rows if row.kind == policy.READ),
        )
        for room, rows in found.items()
    )


def _row(right: policy.Right, shown: tuple[RoleColumn, ...]) -> RightRow:
    cells = tuple((column, column.code in right.roles) for column in shown)
    return RightRow(right.code, right.name, right.kind, cells)
