"""The room's readings."""

from .dapil import dapil_lists, dapil_of, dapil_of_place
from .maps import outline_counts, outlines
from .regions import (
    MOST_FOUND,
    all_places,
    branches,
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
from .tps import (
    chosen_election,
    contests,
    elections,
    expected_tps,
    tps,
    tps_history,
    tps_of,
    tps_paths,
)

__all__ = [
    "MOST_FOUND",
    "all_places",
    "branches",
    "breadcrumb",
    "children",
    "chosen_election",
    "contests",
    "dapil_lists",
    "dapil_of",
    "dapil_of_place",
    "elections",
    "expected_tps",
    "facts",
    "name_of",
    "names",
    "outline_counts",
    "outlines",
    "place",
    "places_below",
    "search",
    "tps",
    "tps_history",
    "tps_of",
    "tps_paths",
    "tree",
    "villages",
]
