"""Tables of the room, by concern."""

from .advice import Advice, AdviceFacts, AdviceReceived, AnswerFile, FindingDraft
from .risk import IkpEvent, IkpPublished, IkpRun, KpuRisk
from .tps import TpsFlag
from .watch import Aght, AghtDay, AghtStep, PostNote, Prevention

__all__ = [
    "Advice",
    "AdviceFacts",
    "AdviceReceived",
    "Aght",
    "AghtDay",
    "AghtStep",
    "AnswerFile",
    "FindingDraft",
    "IkpEvent",
    "IkpPublished",
    "IkpRun",
    "KpuRisk",
    "PostNote",
    "Prevention",
    "TpsFlag",
]
