"""Tables of the room, one module per concern."""

from .activity import (
    Activity,
    ActivityStep,
    ActivityVillage,
    Evidence,
    LearningQuestion,
    LearningTest,
)
from .materials import Material, MaterialDate
from .programme import CoverTarget, Programme

__all__ = [
    "Activity",
    "ActivityStep",
    "ActivityVillage",
    "CoverTarget",
    "Evidence",
    "LearningQuestion",
    "LearningTest",
    "Material",
    "MaterialDate",
    "Programme",
]
