"""Rights: one matrix, merged from the rooms, read by the page, the check and the tests alike."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jurdil.kernel.language import say
from jurdil.kernel.roles import PUBLIC, ROLES, SYSTEM, roles_of
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

ACT, READ = "act", "read"

EVERYONE = frozenset({*ROLES, PUBLIC})
STAFF = frozenset({"ketua", "anggota", "sekretaris", "kasubbag", "operator"})
KPU_INSIDE = STAFF | {"pengelola", "ppk", "pps", "kpps", "pantarlih", "kpu-provinsi", "pengawas"}
BAWASLU_INSIDE = frozenset(role.code for role in roles_of("bawaslu"))
SIGNED_IN = frozenset(ROLES)
HOUSE = (
    STAFF
    | {"bw-ketua", "bw-anggota", "bw-sekretariat"}
    | {"ppk", "pps", "panwascam", "pkd", "kpu-provinsi", SYSTEM}
)
"""Who reads what a body says among itself; not the overseer's account, nor who keeps the system."""


@dataclass(frozen=True)
class Right:
    """One row of the matrix: an act or a reading, and the roles that have it."""

    code: str
    name: Text
    kind: str
    roles: frozenset[str]


def may_act(code: str, id_: str, en: str, roles: Iterable[str]) -> Right:
    return Right(code, Text(id_, en), ACT, frozenset(roles))


def may_read(code: str, id_: str, en: str, roles: Iterable[str]) -> Right:
    return Right(code, Text(id_, en), READ, frozenset(roles))


class Forbidden(PermissionDenied):
    """The viewer's role does not have this right; the message says which."""


@functools.cache
def rooms() -> dict[str, tuple[Right, ...]]:
    """The rights of every room that has some, by the room's app label, in the order of rooms."""
    return {
        config.label: tuple(import_module(f"{config.name}.rights").RIGHTS)
        for config in apps.get_app_configs()
        if config.name.startswith("jurdil.") and find_spec(f"{config.name}.rights")
    }


@functools.cache
def matrix() -> dict[str, Right]:
    """All rights of all rooms by code. Raises ValueError when two rooms claim one code."""
    rights: dict[str, Right] = {}
    for right in (right for room in rooms().values() for right in room):
        if right.code in rights:
            raise ValueError(f"two rooms claim the right {right.code}")
        if unknown := right.roles - EVERYONE:
            raise ValueError(f"{right.code} names unknown roles: {sorted(unknown)}")
        rights[right.code] = right
    return rights


def allows(viewer: Viewer, code: str) -> bool:
    """Whether the viewer has the right `code`. Raises KeyError for a code of no room."""
    right = matrix()[code]
    return viewer.role == SYSTEM or viewer.role in right.roles


def require(viewer: Viewer, code: str) -> None:
    """Raise `Forbidden` unless the viewer has the right `code`."""
    if not allows(viewer, code):
        right = matrix()[code]
        raise Forbidden(
            _("Peran Anda tidak memuat wewenang “%(right)s”. Hubungi pengelola sistem kantor Anda.")
            % {"right": say(right.name)}
        )
