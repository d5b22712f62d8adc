"""Pages by key ("after this row"), never by number: a deep page costs as much as the first."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Key = tuple[str | int, ...]
AFTER = "sesudah"
"""Name of the query parameter that carries the key of the last row seen."""


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some rows of a list. `total` is exact, or a floor when `more_than` is set."""

    rows: tuple[T, ...]
    after: str
    first: bool
    total: int | None = None
    more_than: bool = False

    @property
    def shown(self) -> int:
        return len(self.rows)


def page_of(
    fetched: Sequence[T],
    size: int,
    key: Callable[[T], Key],
    *,
    first: bool,
    total: int | None = None,
    ceiling: int | None = None,
) -> Page[T]:
    """Make a page from `size + 1` fetched rows: the extra one only says that there is a next page.

    With a `ceiling` the total was counted no further than that.
    """
    rows = tuple(fetched[:size])
    after = encode(key(rows[-1])) if len(fetched) > size else ""
    more = ceiling is not None and total is not None and total >= ceiling
    return Page(rows, after, first, total, more)


def encode(key: Key) -> str:
    """A row's key as text for the address bar."""
    raw = json.dumps(key, separators=(",", ":"), ensure_ascii=False).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def decode(text: str, *shape: type) -> Key | None:
    """The key back from the address bar, its parts of the types in `shape` where one is given.

    None for text that is no such key: a page then starts over.
    """
    try:
        padded = text + "=" * (-len(text) % 4)
        value: Any = json.loads(base64.urlsafe_b64decode(padded.encode()))
    except (binascii.Error, ValueError, UnicodeError):
        return None
    ok = isinstance(value, list) and value and all(type(part) in (str, int) for part in value)
    if not ok or (shape and tuple(type(part) for part in value) != shape):
        return None
    return tuple(value)
