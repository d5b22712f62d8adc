"""The room's readings."""

from .dapil import dapil_lists, dapil_of, dapil_of_place
from .maps import outlines
from .regions import (
    breadcrumb,
    children,
    facts,
    name_of,
    names,
    place,
    places_below,
    search,
    tree,
    villages,
)
from .tps import chosen_election, elections, expected_tps, tps, tps_history, tps_of

__all__ = [
    "breadcrumb",
    "children",
    "chosen_election",
    "dapil_lists",
    "dapil_of",
    "dapil_of_place",
    "elections",
    "expected_tps",
    "facts",
    "name_of",
    "names",
    "outlines",
    "place",
    "places_below",
    "search",
    "tps",
    "tps_history",
    "tps_of",
    "tree",
    "villages",
]
