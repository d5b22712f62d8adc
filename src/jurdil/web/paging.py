"""The address of a page of a keyset list (`jurdil.kernel.paging`)."""

from django.http import QueryDict

from jurdil.kernel.paging import AFTER


def address(query: QueryDict, after: str) -> str:
    """The query string of the page after a key, with every filter kept; '' key: the first page."""
    changed = query.copy()
    changed.pop(AFTER, None)
    if after:
        changed[AFTER] = after
    return f"?{changed.urlencode()}"
