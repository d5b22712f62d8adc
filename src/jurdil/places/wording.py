"""Lists of codes and names in a sentence."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

SHOWN = 5


def some(values: Sequence[str], shown: int = SHOWN) -> str:
    """The first few and how many more, so that a sentence stays one."""
    listed = ", ".join(values[:shown])
    if len(values) <= shown:
        return listed
    return _("%(listed)s dan %(more)s lainnya") % {"listed": listed, "more": len(values) - shown}
