"""The room's readings."""

from .activities import (
    activities,
    activity,
    coming,
    every_activity,
    evidence_file,
    of_village,
    planned_between,
    returned,
    state_counts,
    taken_along,
    waiting,
    waiting_count,
)
from .materials import material, material_pdf, material_picture, material_text, materials
from .programme import (
    grid,
    programme,
    programme_choices,
    programme_line,
    targets,
    verified,
    village_reach,
)

__all__ = [
    "activities",
    "activity",
    "coming",
    "every_activity",
    "evidence_file",
    "grid",
    "material",
    "material_pdf",
    "material_picture",
    "material_text",
    "materials",
    "of_village",
    "planned_between",
    "programme",
    "programme_choices",
    "programme_line",
    "returned",
    "state_counts",
    "taken_along",
    "targets",
    "verified",
    "village_reach",
    "waiting",
    "waiting_count",
]
