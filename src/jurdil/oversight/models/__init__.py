"""Tables of the room, by concern."""

from .risk import IkpEvent, IkpPublished, IkpRun, KpuRisk
from .tps import TpsFlag
from .watch import Aght, AghtDay, AghtStep, PostNote, Prevention

__all__ = [
    "Aght",
    "AghtDay",
    "AghtStep",
    "IkpEvent",
    "IkpPublished",
    "IkpRun",
    "KpuRisk",
    "PostNote",
    "Prevention",
    "TpsFlag",
]
