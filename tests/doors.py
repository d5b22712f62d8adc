"""Walk the doors of every room: the public functions of its `actions` and `queries`."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from django.apps import apps

from jurdil.kernel import acts
from jurdil.kernel.viewer import Viewer


def rooms() -> list[str]:
    """Names of the installed rooms, such as ``jurdil.places``."""
    return [config.name for config in apps.get_app_configs() if config.name.startswith("jurdil.")]


def modules(kind: str) -> Iterator[ModuleType]:
    """All modules of every room's `actions` or `queries`, files and packages alike.

    A module whose own name begins with an underscore is no door.
    """
    for room in rooms():
        name = f"{room}.{kind}"
        if find_spec(name) is None:
            continue
        module = import_module(name)
        yield module
        for found in pkgutil.walk_packages(getattr(module, "__path__", []), f"{name}."):
            if not found.name.rpartition(".")[2].startswith("_"):
                yield import_module(found.name)


def load_rooms() -> None:
    """Import every door, so that the registers of acts and queries are complete."""
    for kind in ("actions", "queries"):
        for _module in modules(kind):
            pass


def functions(module: ModuleType) -> Iterator[Callable[..., Any]]:
    """Public functions that are written in this module."""
    for name, value in vars(module).items():
        public = inspect.isfunction(value) and not name.startswith("_")
        if public and value.__module__ == module.__name__:
            yield value


def fault_of_action(function: Callable[..., Any]) -> str:
    """Why a function of `actions` is no proper door; '' when it is one."""
    if getattr(function, "inner", False):
        return ""
    code = getattr(function, "right", "")
    if acts.ACTS.get(code) is not function:
        return "is neither @act nor @inner"
    parameters = list(inspect.signature(inspect.unwrap(function)).parameters.values())
    if not parameters or parameters[0].name != "by" or parameters[0].annotation is not Viewer:
        return "does not take `by: Viewer` first"
    if parameters[0].default is not inspect.Parameter.empty:
        return "has a default for `by`"
    loose = [p.name for p in parameters if p.kind is not inspect.Parameter.KEYWORD_ONLY]
    return f"takes {', '.join(loose)} without keyword" if loose else ""


def fault_of_query(function: Callable[..., Any]) -> str:
    """Why a function of `queries` is no proper door; '' when it is one."""
    if function not in acts.QUERIES.get(getattr(function, "right", ""), []):
        return "is not @query"
    parameters = list(inspect.signature(inspect.unwrap(function)).parameters.values())
    if not parameters or parameters[0].name != "viewer" or parameters[0].annotation is not Viewer:
        return "does not take `viewer: Viewer` first"
    if parameters[0].default is not inspect.Parameter.empty:
        return "has a default for `viewer`"
    return ""


def faults(module: ModuleType, judge: Callable[[Callable[..., Any]], str]) -> list[str]:
    """What is wrong with the doors of a module, one sentence each."""
    return [
        f"{module.__name__}.{function.__name__} {fault}"
        for function in functions(module)
        if (fault := judge(function))
    ]
