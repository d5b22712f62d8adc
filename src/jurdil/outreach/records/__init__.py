"""What the room hands to others and takes from them, one module per concern."""

from .activities import (
    ActivityPage,
    ActivityRow,
    Draft,
    EvidenceRow,
    LearningRow,
    NewEvidence,
    StepRow,
    Wanted,
)
from .programme import CoverGrid, GridRow, MaterialRow, ProgrammeRow, StageRow, VillageReach

__all__ = [
    "ActivityPage",
    "ActivityRow",
    "CoverGrid",
    "Draft",
    "EvidenceRow",
    "GridRow",
    "LearningRow",
    "MaterialRow",
    "NewEvidence",
    "ProgrammeRow",
    "StageRow",
    "StepRow",
    "VillageReach",
    "Wanted",
]
