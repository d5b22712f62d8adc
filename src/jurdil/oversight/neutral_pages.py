"""The letter that passes a case of neutrality on, made from what was opened for it."""

from django.utils import translation

from jurdil.kernel.documents.sheet import pdf
from jurdil.oversight import neutral_papers
from jurdil.oversight.models import Neutral
from jurdil.oversight.neutral_records import Opened


def letter_pdf(row: Neutral, opened: Opened) -> bytes:
    """The letter as PDF."""
    with translation.override("id"):
        return pdf(neutral_papers.letter(row, opened))
