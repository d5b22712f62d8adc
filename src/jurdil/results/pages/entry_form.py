"""The entry form made ready: rows of the paper with what is typed, and the rules as data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.templatetags.static import static
from django.utils.translation import gettext as _

from jurdil.law.rules import Check, Choices, Finding, label
from jurdil.law.rules.model import Field, Number
from jurdil.law.text import Text
from jurdil.results import paper
from jurdil.results.pages.common import name_of, number_of, parts_of, plain
from jurdil.web.words import language

PREFIX = "a:"
"""What the names of the figures' fields begin with in the posted form."""
TICK, WHY, LEFT, RIGHT = "cocok", "sebab", "kiri", "kanan"
"""Names of a warning's tick, its explanation and its two numbers, before the key of the check."""
LONG_SUM = 4
"""From so many terms on a sum is named by its first and its last one."""


@dataclass(frozen=True)
class TypedRow:
    """One figure to type.

    `at` says how far down the paper it stands, in thousandths; `fault` is '', 'err' or 'soft' by
    what the server found.
    """

    code: str
    figure: str
    name: Text
    total: bool
    value: str
    at: int
    fault: str = ""

    @property
    def field(self) -> str:
        """The name of the field in the posted form."""
        return PREFIX + self.figure

    @property
    def anchor(self) -> str:
        """The id of the field on the page."""
        return f"isi-{self.figure}"


@dataclass(frozen=True)
class Block:
    """Rows that stand together: a part of the form, or one party of part IV."""

    anchor: str
    code: str
    title: str
    rows: tuple[TypedRow, ...]
    party: str = ""


@dataclass(frozen=True)
class Warned:
    """A warning that the typist must tick and explain."""

    key: str
    sentence: str
    left: int
    right: int
    ticked: bool
    why: str


def blocks(
    regime: str,
    choices: Choices,
    labels: Mapping[str, str],
    typed: Mapping[str, str],
    findings: Iterable[Finding] = (),
    only: Iterable[str] | None = None,
) -> tuple[Block, ...]:
    """The form in the order of the paper, lists party by party; `only` narrows it to fields."""
    faults = _faults(findings)
    parts = parts_of(regime, choices)
    way = depths(parts)
    kept = set(way) if only is None else set(only)
    made: list[Block] = []
    for part in parts:
        rows = [
            TypedRow(
                row.code,
                row.figure,
                row.name if row.total else name_of(labels, row.figure),
                row.total,
                typed.get(row.figure, ""),
                way[row.figure],
                faults.get(row.figure, ""),
            )
            for row in part.rows
            if row.figure in kept
        ]
        if part.code == "IV" and choices.groups:
            made += _parties(rows, labels)
        elif rows:
            title = plain(part.title)
            made.append(Block(f"bagian-{part.code}", part.code, title, tuple(rows)))
    return tuple(made)


def depths(parts: Iterable[paper.Part]) -> dict[str, int]:
    """How far down the paper each figure stands, in thousandths."""
    names = [row.figure for part in parts for row in part.rows]
    return {name: place * 1000 // len(names) for place, name in enumerate(names)}


def _parties(rows: Iterable[TypedRow], labels: Mapping[str, str]) -> list[Block]:
    made = []
    for party, own in groupby(rows, key=lambda row: number_of(row.figure)):
        title = plain(name_of(labels, f"partai_{party}"))
        made.append(Block(f"partai-{party}", f"IV.{party}", title, tuple(own), party))
    return made


def _faults(findings: Iterable[Finding]) -> dict[str, str]:
    marks: dict[str, str] = {}
    for found in sorted(findings, key=lambda one: one.severity.value, reverse=True):
        long = len(found.fields) > LONG_SUM
        names = found.fields[-1:] if long else found.fields
        marks.update(dict.fromkeys(names, "err" if _error(found.code) else "soft"))
    return marks


def _error(code: str) -> bool:
    return code.startswith("E-")


def key_of(code: str, subject: str = "") -> str:
    """The key of a check on the page: the code, and the subject of a repeated rule."""
    return f"{code}.{subject}" if subject else code


def entry_rules(
    checks: Iterable[Check], fields: tuple[str, ...], labels: Mapping[str, str]
) -> dict[str, Any]:
    """The checks as data for the page's evaluator, in the page's language.

    A term is the position of a figure, `{"n": amount}`, `{"i": position, "x": factor}` or
    `{"i": position, "x": numerator, "of": denominator}` (a share, rounded up).
    """
    place = {name: position for position, name in enumerate(fields)}
    grouped = groupby(checks, key=lambda check: check.rule)
    return {
        "fields": fields,
        "names": [plain(name_of(labels, name)) for name in fields],
        "rules": [
            {
                "c": rule.code,
                "e": _error(rule.code),
                "op": rule.operator.value,
                "t": plain(rule.text),
                "items": items,
            }
            for rule, own in grouped
            if (items := [_item(check, place) for check in own if _here(check, place)])
        ],
        "dot": "." if language() == "id" else ",",
        "icons": static("jurdil/ikon.svg"),
        "words": _words(),
    }


def _here(check: Check, place: Mapping[str, int]) -> bool:
    """Whether all figures of the check stand on this page."""
    return all(name in place for name in check.fields)


def _item(check: Check, place: Mapping[str, int]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "k": key_of(check.code, check.subject),
        "l": [_term(term, place) for term in check.left],
        "r": [_term(term, place) for term in check.right],
    }
    if check.subject:
        item["s"] = place.get(check.subject, plain(label(check.subject)))
    if check.code == "E-402":
        item["g"] = f"partai-{number_of(check.subject)}"
    elif check.subject not in place:
        item["f"] = [_side(check.left), _side(check.right)]
    return item


def _term(term: Any, place: Mapping[str, int]) -> Any:
    if isinstance(term, Number):
        return {"n": term.amount}
    if isinstance(term, Field):
        at = place[term.name]
        return at if term.factor == 1 else {"i": at, "x": term.factor}
    return {"i": place[term.name], "x": term.rate.numerator, "of": term.rate.denominator}


def _side(terms: Iterable[Any]) -> str:
    """The sum in words; empty for a plain number, which says itself."""
    names = [_name(term) for term in terms]
    if len(names) <= LONG_SUM:
        return " + ".join(names)
    return f"{names[0]} + … + {names[-1]}"


def _name(term: Any) -> str:
    if isinstance(term, Number):
        return ""
    name = plain(label(term.name))
    return name if isinstance(term, Field) else _("cadangan %(name)s") % {"name": name}


def _words() -> dict[str, str]:
    return {
        "saved": _("Tersimpan %(at)s") % {"at": "{at}"},
        "lock": _("Dikunci untuk Anda sampai %(until)s") % {"until": "{until}"},
        "unsaved": _(
            "Belum tersimpan di server, tersambung lagi... Ketikan Anda aman di peramban ini."
        ),
        "out": _(
            "Anda sudah keluar. Masuk lagi di tab lain, lalu lanjutkan di sini; ketikan Anda aman."
        ),
        "stale": _(
            "Belum tersimpan: halaman ini sudah lama. Muat ulang; ketikan Anda ditawarkan lagi."
        ),
        "digits": _("Hanya angka, atau - bila kotaknya kosong di kertas."),
        "absent": _("belum ada"),
        "go": _("lihat baris"),
        "noparty": _("Tidak ada partai dengan nomor itu di formulir ini."),
        "step": _("Bagian %(at)s dari %(of)s") % {"at": "{at}", "of": "{of}"},
    }
