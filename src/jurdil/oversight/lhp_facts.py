"""What a supervision report says (Formulir Model A, parts I to V), and how a table keeps it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from jurdil.law.oversight.checklists import Answer

KIND = "pengawasan.lhp"
SOURCE = "lhp"
SHORT, LONG, LONGEST = 120, 300, 10_000
TEXTS = {
    "spot": SHORT,
    "order_number": SHORT,
    "supervisors": LONG,
    "form": 20,
    "purpose": LONG,
    "target": LONG,
    "story": LONGEST,
    "who": LONG,
    "why": LONG,
    "how": LONG,
    "event": LONGEST,
    "dispute_story": LONGEST,
    "papers": LONG,
    "oral_advice": LONG,
}
"""The texts of a report, and how many characters each may have."""


@dataclass(frozen=True)
class Witness:
    """Somebody who saw it; name and contact are sealed."""

    role: str
    name: str = ""
    contact: str = ""


@dataclass(frozen=True)
class Report:
    """One version of a report. `answers` belong to `checklist` (``id@version``).

    `who` names roles, never people; `papers` are letters, videos and other evidence in words.
    """

    path: str
    begins_at: datetime
    ends_at: datetime
    story: str
    election_id: int | None = None
    stage: str = ""
    checklist: str = ""
    spot: str = ""
    order_number: str = ""
    supervisors: str = ""
    form: str = "langsung"
    purpose: str = ""
    target: str = ""
    who: str = ""
    why: str = ""
    how: str = ""
    violation: bool = False
    event: str = ""
    dispute: bool = False
    dispute_story: str = ""
    papers: str = ""
    oral_advice: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def content(self) -> dict[str, Any]:
        """The version as its table keeps it, in the order of the paper."""
        return {
            "path": self.path,
            "spot": self.spot,
            "election": self.election_id,
            "stage": self.stage,
            "order_number": self.order_number,
            "supervisors": self.supervisors,
            "form": self.form,
            "purpose": self.purpose,
            "target": self.target,
            "begins_at": self.begins_at.astimezone(UTC).isoformat(),
            "ends_at": self.ends_at.astimezone(UTC).isoformat(),
            "checklist": self.checklist,
            "answers": {
                code: {"value": one.value, "note": one.note} for code, one in self.answers.items()
            },
            "story": self.story,
            "who": self.who,
            "why": self.why,
            "how": self.how,
            "violation": self.violation,
            "event": self.event,
            "dispute": self.dispute,
            "dispute_story": self.dispute_story,
            "papers": self.papers,
            "oral_advice": self.oral_advice,
        }


def of_content(content: Mapping[str, Any]) -> Report:
    """The version in `Report.content`."""
    values = dict(content)
    return Report(
        path=values["path"],
        begins_at=datetime.fromisoformat(values["begins_at"]),
        ends_at=datetime.fromisoformat(values["ends_at"]),
        election_id=values["election"],
        stage=values["stage"],
        checklist=values["checklist"],
        violation=values["violation"],
        dispute=values["dispute"],
        answers={
            code: Answer(one["value"], one["note"]) for code, one in values["answers"].items()
        },
        **{name: values[name] for name in TEXTS},
    )


def digest(content: Mapping[str, Any]) -> str:
    """The SHA-256 of a version."""
    text = json.dumps(dict(content), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def source_of(report_id: int) -> str:
    """How other rows name the report that they arose from."""
    return f"{SOURCE}:{report_id}"


def report_of(source: str) -> int | None:
    """The report that a source names, None for another one."""
    kind, _sign, number = source.partition(":")
    return int(number) if kind == SOURCE and number.isdecimal() else None
