"""The kernel's tables: who, when, proof, paper, work, field, exchange."""

from .exchange import Held, Parcel, ParcelTry, Partner, PartnerKey
from .field import SyncEvent, SyncFile, SyncPiece
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
    "Held",
    "Holiday",
    "ImportBatch",
    "ImportRow",
    "JobBeat",
    "LedgerEntry",
    "Office",
    "Parcel",
    "ParcelTry",
    "Partner",
    "PartnerKey",
    "ScheduleVersion",
    "StoredFile",
    "SyncEvent",
    "SyncFile",
    "SyncPiece",
    "Task",
    "Waiting",
    "Window",
]
