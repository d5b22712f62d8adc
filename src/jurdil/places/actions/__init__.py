"""The room's acts."""

from .dapil import set_dapil
from .regions import set_boundaries, set_up_regions
from .tps import add_tps, add_tps_list, change_tps

__all__ = [
    "add_tps",
    "add_tps_list",
    "change_tps",
    "set_boundaries",
    "set_dapil",
    "set_up_regions",
]
