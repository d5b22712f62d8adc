"""What changes in the room, one module per concern."""

from . import plenary
from .recap import freeze_recap, rebuild
from .review import detect, mark_review

__all__ = [
    "detect",
    "freeze_recap",
    "mark_review",
    "plenary",
    "rebuild",
]
