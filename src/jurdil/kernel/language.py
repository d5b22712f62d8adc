"""Words of the law in the reader's language."""

from django.utils.translation import get_language

from jurdil.law.text import Text


def say(text: Text) -> str:
    """The wording of `text` in the active language."""
    return text.pick(get_language() or "id")
