"""Tables of the room, by concern."""

from .advice import Advice, AdviceFacts, AdviceReceived, AnswerFile, FindingDraft
from .case import Case, CaseCheck, CaseEvidence, CaseParty, CaseReveal
from .case_work import (
    CaseEvent,
    CaseHearing,
    CaseMeeting,
    CaseReferral,
    CaseStep,
    CaseSummons,
)
from .dispute import DisputeEvidence, DisputeSession, DisputeStep, ProcessDispute
from .figures import IkpPopulation, Residue
from .lhp import Lhp, LhpEvidence, LhpStep, LhpVersion, LhpWitness, OfficeChecklist
from .money import MoneyEvent
from .neutral import Neutral, NeutralPerson, NeutralProof, NeutralStep
from .risk import IkpEvent, IkpPublished, IkpRun, KpuRisk
from .ruling import Ruling, RulingAnswer, RulingFacts, RulingProof, RulingReceived
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
    "Case",
    "CaseCheck",
    "CaseEvent",
    "CaseEvidence",
    "CaseHearing",
    "CaseMeeting",
    "CaseParty",
    "CaseReferral",
    "CaseReveal",
    "CaseStep",
    "CaseSummons",
    "DisputeEvidence",
    "DisputeSession",
    "DisputeStep",
    "FindingDraft",
    "IkpEvent",
    "IkpPopulation",
    "IkpPublished",
    "IkpRun",
    "KpuRisk",
    "Lhp",
    "LhpEvidence",
    "LhpStep",
    "LhpVersion",
    "LhpWitness",
    "MoneyEvent",
    "Neutral",
    "NeutralPerson",
    "NeutralProof",
    "NeutralStep",
    "OfficeChecklist",
    "PostNote",
    "Prevention",
    "ProcessDispute",
    "Residue",
    "Ruling",
    "RulingAnswer",
    "RulingFacts",
    "RulingProof",
    "RulingReceived",
    "TpsFlag",
]
