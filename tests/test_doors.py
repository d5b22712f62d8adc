"""A room is entered through its doors only: decorated acts and queries, scoped by the viewer."""

import ast
from pathlib import Path
from types import ModuleType

import pytest

import jurdil
from jurdil.kernel import acts
from jurdil.kernel.viewer import Viewer
from tests import doors

SOURCE = Path(jurdil.__file__).parent


@pytest.mark.parametrize("module", list(doors.modules("actions")), ids=lambda m: m.__name__)
def test_every_public_function_of_actions_is_an_act_or_a_step_of_one(module):
    assert doors.faults(module, doors.fault_of_action) == []


@pytest.mark.parametrize("module", list(doors.modules("queries")), ids=lambda m: m.__name__)
def test_every_public_function_of_queries_needs_a_right_and_a_viewer(module):
    assert doors.faults(module, doors.fault_of_query) == []


def planted(function) -> ModuleType:
    module = ModuleType("planted")
    function.__module__ = "planted"
    module.act_of_nobody = function
    return module


def test_an_undecorated_act_is_found():
    def act_of_nobody(*, by: Viewer) -> None:
        """Changes something without a right."""

    found = doors.faults(planted(act_of_nobody), doors.fault_of_action)
    assert found == ["planted.act_of_nobody is neither @act nor @inner"]


def test_an_act_without_a_viewer_first_is_found():
    def loose(election_id: int, *, by: Viewer) -> None:
        """Takes the viewer second."""

    wrapped = acts.act("test.loose")(loose)
    try:
        assert "does not take `by: Viewer` first" in doors.fault_of_action(wrapped)
    finally:
        del acts.ACTS["test.loose"]


def test_a_query_with_a_default_viewer_is_found():
    everyone = Viewer(role="sistem", path="", house="kpu")

    def lists_all(viewer: Viewer = everyone) -> list[int]:
        """Can be called without saying who asks."""
        return []

    wrapped = acts.query("test.lists")(lists_all)
    try:
        assert doors.fault_of_query(wrapped) == "has a default for `viewer`"
        assert doors.fault_of_query(lists_all) == "is not @query"
    finally:
        del acts.QUERIES["test.lists"]


def views() -> list[Path]:
    return sorted({*SOURCE.glob("*/views.py"), *SOURCE.glob("*/views/*.py")})


def imported(file: Path) -> set[str]:
    """Every module that a file imports, and every name it takes from one."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("file", views(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_views_import_no_models(file):
    assert not {name for name in imported(file) if "models" in name.split(".")}


def room_of(file: Path) -> str:
    return file.relative_to(SOURCE).parts[0]


@pytest.mark.parametrize(
    "file",
    [file for file in sorted(SOURCE.glob("*/**/*.py")) if room_of(file) not in {"law", "kernel"}],
    ids=lambda file: str(file.relative_to(SOURCE)),
)
def test_no_room_touches_another_room_s_models_or_views(file):
    own = f"jurdil.{room_of(file)}"
    foreign = {
        name
        for name in imported(file)
        if name.startswith("jurdil.")
        and not name.startswith((f"{own}.", "jurdil.kernel"))
        and {"models", "views"} & set(name.split(".")[2:3])
    }
    assert not foreign
