"""The one place of `law/` that opens files: the TOML of the regimes beside the code."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from jurdil.law.regime_types import BadRegime, UnknownRegime
from jurdil.law.text import Text

REGIME_FILE = "regime.toml"


@lru_cache(maxsize=1)
def regime_codes() -> tuple[str, ...]:
    """Return the codes of all regimes that have a folder, in alphabetical order."""
    root = files("jurdil.law").joinpath("regimes")
    return tuple(
        sorted(item.name for item in root.iterdir() if item.joinpath(REGIME_FILE).is_file())
    )


def read_toml(code: str, name: str) -> dict[str, Any]:
    """Read the file `name` of the regime `code`; fractions become exact decimals.

    Raises UnknownRegime, FileNotFoundError when the regime has no such file, and BadRegime when
    the file is no TOML.
    """
    if code not in regime_codes():
        raise UnknownRegime(f"unknown regime {code!r}; known: {', '.join(regime_codes())}")
    return _parse(f"{code}/{name}", code, name)


@lru_cache(maxsize=1)
def read_citations() -> Mapping[str, str]:
    """Read the list of sources that all regimes share: key to where it was seen."""
    rows = _parse("sources.toml", "sources.toml")
    return MappingProxyType({str(key): str(value) for key, value in rows["sources"].items()})


def _parse(label: str, *path: str) -> dict[str, Any]:
    text = files("jurdil.law").joinpath("regimes", *path).read_text("utf-8")
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as fault:
        raise BadRegime(f"{label}: {fault}") from fault


class Row:
    """One table of a regime file, read key by key; a key nobody asked for is a fault.

    Every fault is a BadRegime that names the file and the row.
    """

    def __init__(self, values: Mapping[str, Any], file: str, label: str) -> None:
        self._values = dict(values)
        self._file = file
        self._label = label

    def bad(self, what: str) -> BadRegime:
        """Return (not raise) the fault `what` with file and row."""
        return BadRegime(f"{self._file}: {self._label}: {what}")

    def take(self, key: str, kind: type | tuple[type, ...], default: Any = None) -> Any:
        """Take an optional value of the given type; `default` when the key is absent."""
        value = self._values.pop(key, None)
        if value is None:
            return default
        kinds = kind if isinstance(kind, tuple) else (kind,)
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise self.bad(f"{key} has the wrong type: {value!r}")
        return value

    def need(self, key: str, kind: type | tuple[type, ...]) -> Any:
        """Take a value that must be there."""
        value = self.take(key, kind)
        if value is None:
            raise self.bad(f"{key} is missing")
        return value

    def one_of(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """Take a word out of a closed list."""
        value = self.take(key, str, default)
        if value not in allowed:
            raise self.bad(f"{key} is {value!r}, not one of {', '.join(allowed)}")
        return str(value)

    def text(self, stem: str) -> Text:
        """Take the pair `<stem>_id` and `<stem>_en`; both must be there and not empty."""
        pair = Text(self.need(f"{stem}_id", str), self.need(f"{stem}_en", str))
        if not pair.id.strip() or not pair.en.strip():
            raise self.bad(f"{stem} is empty in one language")
        return pair

    def text_or_none(self, stem: str) -> Text | None:
        """Take the pair when it is there; one language alone is a fault."""
        if f"{stem}_id" in self._values or f"{stem}_en" in self._values:
            return self.text(stem)
        return None

    def words(self, key: str) -> tuple[str, ...]:
        """Take a list of words; empty when absent."""
        return tuple(str(word) for word in self.take(key, list, []))

    def some_of(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Take a list of words out of a closed list; empty when absent."""
        found = self.words(key)
        if unknown := [word for word in found if word not in allowed]:
            raise self.bad(f"{key} names {', '.join(unknown)}, not one of {', '.join(allowed)}")
        return found

    def rows(self, key: str) -> tuple[Row, ...]:
        """Take an array of tables; empty when absent."""
        found = self.take(key, list, [])
        return tuple(
            Row(values, self._file, self._name_of(key, number, values))
            for number, values in enumerate(found, start=1)
        )

    def _name_of(self, key: str, number: int, values: Mapping[str, Any]) -> str:
        name = f"[[{key}]] #{number}"
        if "id" in values:
            name += f" ({values['id']})"
        return f"{self._label} {name}".strip()

    def tables(self, key: str) -> dict[str, Row]:
        """Take a table of tables; empty when absent."""
        found = self.take(key, dict, {})
        return {name: Row(values, self._file, f"[{key}.{name}]") for name, values in found.items()}

    def moment(self, key: str) -> date | None:
        """Take a day or a local minute; a time with a zone is a fault."""
        value: date | None = self.take(key, date)
        if getattr(value, "tzinfo", None) is not None:
            raise self.bad(f"{key} must be local time without a zone")
        return value

    def finish(self) -> None:
        """Refuse keys that were not read."""
        if self._values:
            raise self.bad(f"unknown keys: {', '.join(sorted(self._values))}")
