"""The room's readings."""

from .evaluations import evaluation, evaluation_docx, evaluations
from .media import (
    clipping,
    clippings,
    clippings_pdf,
    clippings_waiting,
    day_sheet,
    day_sheet_pdf,
    month,
    month_pdf,
    press_kit,
)
from .press import (
    facts_offered,
    news,
    public_release,
    release,
    release_pdf,
    releases,
    releases_waiting,
)

__all__ = [
    "clipping",
    "clippings",
    "clippings_pdf",
    "clippings_waiting",
    "day_sheet",
    "day_sheet_pdf",
    "evaluation",
    "evaluation_docx",
    "evaluations",
    "facts_offered",
    "month",
    "month_pdf",
    "news",
    "press_kit",
    "public_release",
    "release",
    "release_pdf",
    "releases",
    "releases_waiting",
]
