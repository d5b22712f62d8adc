"""What a notice says: both numbers, beside each other, and never a verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from jurdil.law import formats
from jurdil.law.detect.between import ALONE, SAME
from jurdil.law.detect.digits import Slip
from jurdil.law.detect.model import Notice
from jurdil.law.detect.neighbours import CHANGE, NEIGHBOURS
from jurdil.law.detect.single import BLANK, BROKEN, CROWDED, SLIP
from jurdil.law.rules import Finding, Severity, label
from jurdil.law.rules import sentence as rule_sentence
from jurdil.law.text import Text

TITLES: Mapping[str, Text] = {
    SAME: Text("Hasil yang sama persis", "Exactly equal results"),
    NEIGHBOURS["turnout"]: Text("Partisipasi jauh dari tetangga", "Turnout far from neighbours"),
    NEIGHBOURS["invalid"]: Text(
        "Suara tidak sah jauh dari tetangga", "Invalid votes far from neighbours"
    ),
    CHANGE: Text("Partisipasi berubah tidak biasa", "Turnout changed unusually"),
    SLIP: Text("Salah tulis yang dapat dijelaskan", "A slip that can be explained"),
    ALONE: Text("Satu pilihan semua atau tidak sama sekali", "One choice has all or nothing"),
    BLANK: Text("Semua suara nol", "All votes are zero"),
    CROWDED: Text("Lebih banyak dari daya tampung TPS", "More than a TPS can hold"),
    BROKEN: Text("Angka tidak cocok", "Figures that disagree"),
}
"""Every detector by its code; a code is never given to another one."""

SLIPS: Mapping[str, Text] = {
    Slip.DOUBLED: Text("angka terketik dua kali", "the number typed twice"),
    Slip.TENFOLD: Text("satu nol terlalu banyak", "one nought too many"),
    Slip.TRANSPOSED: Text("dua digit tertukar", "two digits exchanged"),
    Slip.EXTRA: Text("satu digit terlalu banyak", "one digit too many"),
    Slip.MISSING: Text("satu digit hilang", "one digit missing"),
    Slip.DIGIT: Text("satu digit berbeda", "one digit different"),
    "swap": Text("dua angka berdampingan tertukar", "two neighbouring figures exchanged"),
    "shift": Text("kolom bergeser satu baris", "the column slipped by one row"),
    "": Text("satu angka berbeda", "one figure different"),
}

CAUTION = Text(
    "Patut dilihat, bukan tuduhan. Yang benar adalah angka pada kertas.",
    "Worth a look, not an accusation. What the paper says is right.",
)


@dataclass(frozen=True, slots=True)
class Names:
    """Names for a sentence: of figures by field, of places and TPS by path; absent ones are named
    as on the form, or by their code."""

    figures: Mapping[str, Text] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    def figure(self, name: str, lang: str) -> str:
        return self.figures.get(name, label(name)).pick(lang)

    def place(self, path: str) -> str:
        return self.places.get(path, path)


def sentence(notice: Notice, names: Names | None = None) -> Text:
    """Say a notice in both languages. Raises LookupError for an unknown code."""
    if notice.code not in _SAY:
        raise LookupError(f"no detector has the code {notice.code!r}")
    say, known = _SAY[notice.code], names or Names()
    return Text(say(notice, known, "id"), say(notice, known, "en"))


def proposal(facts: Mapping[str, Any], names: Names | None = None) -> Text:
    """Say one proposed change (an entry of the fact `repairs`)."""
    known = names or Names()
    return Text(_proposal(facts, known, "id"), _proposal(facts, known, "en"))


def _proposal(repair: Mapping[str, Any], names: Names, lang: str) -> str:
    words = SLIPS[repair["slip"] if repair["kind"] == "one" else repair["kind"]].pick(lang)
    agreeing = repair["agreeing"]
    agree = Text(
        f"{agreeing} pemeriksaan cocok" if agreeing else "angkanya muat pada formulir",
        (f"{agreeing} checks agree" if agreeing > 1 else "1 check agrees")
        if agreeing
        else "the figure fits the form",
    ).pick(lang)
    parts = [
        Text(
            f"{names.figure(name, lang)} = {_n(right, lang)}, bukan {_n(written, lang)}",
            f"{names.figure(name, lang)} = {_n(right, lang)}, not {_n(written, lang)}",
        ).pick(lang)
        for name, written, right in repair["changes"]
    ]
    listed = "; ".join(parts)
    return Text(f"Bila {listed}, {agree} ({words}).", f"If {listed}, {agree} ({words}).").pick(lang)


def _n(value: int, lang: str) -> str:
    return formats.number(value, lang)


def _share(pair: list[int], lang: str) -> str:
    return formats.percent(Fraction(*pair), lang)


def _of(pair: list[int], lang: str) -> str:
    part, whole = (_n(value, lang) for value in pair)
    return Text(f"{part} dari {whole}", f"{part} of {whole}").pick(lang)


def _points(value: Fraction, lang: str) -> str:
    sign = "+" if value > 0 else ""
    text = sign + formats.number(value * 100, lang, 1)
    return Text(f"{text} poin persen", f"{text} percentage points").pick(lang)


def _same(notice: Notice, names: Names, lang: str) -> str:
    facts = notice.facts
    listed = ", ".join(names.place(path) for path in notice.paths)
    also = ", ".join(names.figure(name, lang) for name in facts["also"][:4])
    more = Text(f" Juga sama: {also}.", f" Also equal: {also}.").pick(lang) if also else ""
    count, lines = len(notice.paths), facts["lines"]
    votes = _n(facts["votes"], lang)
    return Text(
        f"{count} TPS mempunyai angka yang sama pada semua {lines} baris suara, masing-masing "
        f"{votes} suara: {listed}.{more}",
        f"{count} TPS have the same number in all {lines} rows of votes, {votes} votes each: "
        f"{listed}.{more}",
    ).pick(lang)


def _turnout(notice: Notice, names: Names, lang: str) -> str:
    return _beside(notice, names, lang, Text("Partisipasi", "Turnout"))


def _invalid(notice: Notice, names: Names, lang: str) -> str:
    return _beside(notice, names, lang, Text("Suara tidak sah", "Invalid votes"))


def _beside(notice: Notice, names: Names, lang: str, what: Text) -> str:
    facts = notice.facts
    own, middle = _share(facts["part"], lang), _share(facts["middle"], lang)
    counted, place = _of(facts["part"], lang), names.place(facts["place"])
    count = _n(facts["group"], lang)
    return Text(
        f"{what.id} {own} ({counted}), sedangkan median {count} TPS di {place} {middle}.",
        f"{what.en} {own} ({counted}), but the median of {count} TPS in {place} is {middle}.",
    ).pick(lang)


def _change(notice: Notice, names: Names, lang: str) -> str:
    facts = notice.facts
    own = Fraction(*facts["part"]) - Fraction(*facts["before"])
    now, before = _share(facts["part"], lang), _share(facts["before"], lang)
    place, count = names.place(notice.subject), _n(facts["group"], lang)
    moved, usual = _points(own, lang), _points(Fraction(*facts["middle"]), lang)
    return Text(
        f"Partisipasi {place} {now}, pada pemilihan sebelumnya {before} ({moved}); median "
        f"perubahan {count} desa {usual}.",
        f"Turnout in {place} is {now}, in the previous election {before} ({moved}); the median "
        f"change of {count} villages is {usual}.",
    ).pick(lang)


def _slip(notice: Notice, names: Names, lang: str) -> str:
    first, *others = notice.facts["repairs"]
    said = _proposal(first, names, lang)
    if not others:
        return said
    more = Text(
        f"Ada {len(others)} kemungkinan lain.",
        f"There {'are' if len(others) > 1 else 'is'} {len(others)} other "
        f"{'possibilities' if len(others) > 1 else 'possibility'}.",
    )
    return f"{said} {more.pick(lang)}"


def _broken(notice: Notice, names: Names, lang: str) -> str:
    code, subject, left, right = notice.facts["worst"]
    found = Finding(code, Severity.ERROR, left, right, (), subject)
    said = rule_sentence(found, names.figures).pick(lang)
    codes = ", ".join(notice.facts["rules"])
    return Text(
        f"{said} Tidak ada satu perubahan yang membuat semua cocok ({codes}).",
        f"{said} No single change would make everything agree ({codes}).",
    ).pick(lang)


def _alone(notice: Notice, names: Names, lang: str) -> str:
    facts = notice.facts
    votes, whole = facts["part"]
    name, place = names.figure(notice.subject, lang), names.place(facts["place"])
    middle, count = _share(facts["middle"], lang), _n(facts["group"], lang)
    if votes:
        said = Text(f"semua {_n(whole, lang)} suara", f"all {_n(whole, lang)} votes").pick(lang)
    else:
        said = Text(
            f"tidak satu pun dari {_n(whole, lang)} suara", f"none of {_n(whole, lang)} votes"
        ).pick(lang)
    return Text(
        f"{name} mendapat {said}, sedangkan median {count} TPS di {place} {middle}.",
        f"{name} has {said}, but the median of {count} TPS in {place} is {middle}.",
    ).pick(lang)


def _blank(notice: Notice, names: Names, lang: str) -> str:
    users, lines = notice.facts["users"], notice.facts["lines"]
    if not users:
        return Text(
            f"Semua {lines} baris suara tertulis 0.", f"All {lines} rows of votes say 0."
        ).pick(lang)
    count = _n(users, lang)
    return Text(
        f"Semua {lines} baris suara tertulis 0, tetapi pengguna hak pilih {count} orang.",
        f"All {lines} rows of votes say 0, but {count} people used their right to vote.",
    ).pick(lang)


def _crowded(notice: Notice, names: Names, lang: str) -> str:
    name = names.figure(notice.subject, lang)
    count, room = _n(notice.facts["count"], lang), _n(notice.facts["room"], lang)
    return Text(
        f"{name} {count}, sedangkan TPS yang penuh dengan cadangannya {room}.",
        f"{name}: {count}, but a full TPS with its reserve has {room}.",
    ).pick(lang)


_SAY: Mapping[str, Callable[[Notice, Names, str], str]] = {
    SAME: _same,
    NEIGHBOURS["turnout"]: _turnout,
    NEIGHBOURS["invalid"]: _invalid,
    CHANGE: _change,
    SLIP: _slip,
    ALONE: _alone,
    BLANK: _blank,
    CROWDED: _crowded,
    BROKEN: _broken,
}
