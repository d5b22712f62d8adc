"""Tables of the room, one module per concern."""

from .activity import (
    Activity,
    ActivityStep,
    ActivityVillage,
    Evidence,
    LearningQuestion,
    LearningTest,
)
from .contests import (
    Contest,
    ContestEntry,
    ContestPlace,
    ContestStep,
    Criterion,
    Juror,
    Score,
)
from .materials import Material, MaterialDate
from .observers import Registration, RegistrationPaper, RegistrationPerson, RegistrationStep
from .participation import ApplicantCount, EarlierTurnout, IndexScore, LookupDay
from .programme import CoverTarget, Programme

__all__ = [
    "Activity",
    "ActivityStep",
    "ActivityVillage",
    "ApplicantCount",
    "Contest",
    "ContestEntry",
    "ContestPlace",
    "ContestStep",
    "CoverTarget",
    "Criterion",
    "EarlierTurnout",
    "Evidence",
    "IndexScore",
    "Juror",
    "LearningQuestion",
    "LearningTest",
    "LookupDay",
    "Material",
    "MaterialDate",
    "Programme",
    "Registration",
    "RegistrationPaper",
    "RegistrationPerson",
    "RegistrationStep",
    "Score",
]
