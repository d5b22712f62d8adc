"""The kernel's tables: who, when, proof, paper, work, field."""

from .field import SyncEvent
from .paper import Document, DocumentStep, StoredFile
from .proof import Decision, DecisionPart, LedgerEntry
from .when import Election, Holiday, ScheduleVersion, Waiting, Window
from .who import Account, Grant, Office
from .work import ImportBatch, ImportRow, JobBeat, Task

__all__ = [
    "Account",
    "Decision",
    "DecisionPart",
    "Document",
    "DocumentStep",
    "Election",
    "Grant",
    "Holiday",
    "ImportBatch",
    "ImportRow",
    "JobBeat",
    "LedgerEntry",
    "Office",
    "ScheduleVersion",
    "StoredFile",
    "SyncEvent",
    "Task",
    "Waiting",
    "Window",
]
