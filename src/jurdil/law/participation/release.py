"""What is wrong with published sums of turnout, before they go out.

Each slip names the two figures that disagree. The cases come from figures that were published:
totals that are not the sum of their parts, shares without denominator, and an index taken for a
turnout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from jurdil.law import formats
from jurdil.law.participation.turnout import ALL, Counts, Disabled, Turnout, side_by_side
from jurdil.law.regime_types import TurnoutFormula
from jurdil.law.text import Text


class Fault(StrEnum):
    """What kind of slip it is."""

    SUM = "jumlah"
    TOO_MANY = "lebih-dari-terdaftar"
    NO_DENOMINATOR = "tanpa-pembagi"
    OTHER_FORMULA = "rumus-lain"
    NO_FORMULA = "bukan-rumus"
    INDEX = "indeks"


@dataclass(frozen=True, slots=True)
class Slip:
    """A fault with the sentence that names both figures."""

    fault: Fault
    text: Text


@dataclass(frozen=True, slots=True)
class Published:
    """The figures of a release as they stand in it; what it does not say is None.

    `percent` is the turnout as printed (Decimal("83.3")), `index` a participation index that is
    known for the same election. `sums` are further totals by name, each with its printed parts.
    """

    users: int | None = None
    by_group: Mapping[str, int | None] = field(default_factory=dict)
    men: int | None = None
    women: int | None = None
    valid: int | None = None
    invalid: int | None = None
    dpt: int | None = None
    percent: Decimal | None = None
    index: Decimal | None = None
    sums: tuple[tuple[Text, int, tuple[int, ...]], ...] = ()


_BY_GROUP = Text("Pengguna hak pilih", "Users of the right to vote")
_BY_SEX = Text("Pengguna menurut jenis kelamin", "Users by sex")
_BY_VOTE = Text("Suara sah dan tidak sah", "Valid and invalid votes")


def slips(published: Published, formulas: Iterable[TurnoutFormula]) -> tuple[Slip, ...]:
    """Everything that does not hold; nothing when the figures may go out."""
    found = [slip for one in _totals(published) if (slip := sum_slip(*one)) is not None]
    if published.percent is not None:
        found += _of_percent(published, published.percent, tuple(formulas))
    return tuple(found)


def sum_slip(name: Text, announced: int, parts: Iterable[int]) -> Slip | None:
    """The slip of a total that is not the sum of its parts; None when it is."""
    counted = sum(parts)
    if counted == announced:
        return None
    return Slip(
        Fault.SUM,
        Text(
            f"{name.id}: tertulis {formats.number(announced, 'id')}, bagian-bagiannya berjumlah "
            f"{formats.number(counted, 'id')}, selisih "
            f"{formats.number(abs(announced - counted), 'id')}.",
            f"{name.en}: {formats.number(announced, 'en')} is printed, the parts add up to "
            f"{formats.number(counted, 'en')}, a difference of "
            f"{formats.number(abs(announced - counted), 'en')}.",
        ),
    )


def _totals(one: Published) -> list[tuple[Text, int, tuple[int, ...]]]:
    """The totals that must hold, as far as a release gives all parts of them."""
    found = list(one.sums)
    if one.users is None:
        return found
    pairs: tuple[tuple[Text, tuple[int | None, ...]], ...] = (
        (_BY_GROUP, tuple(one.by_group.values())),
        (_BY_SEX, (one.men, one.women)),
        (_BY_VOTE, (one.valid, one.invalid)),
    )
    for name, parts in pairs:
        known = tuple(part for part in parts if part is not None)
        if known and len(known) == len(parts):
            found.append((name, one.users, known))
    return found


def _of_percent(
    one: Published, percent: Decimal, formulas: tuple[TurnoutFormula, ...]
) -> list[Slip]:
    if one.index is not None and percent == one.index:
        return [Slip(Fault.INDEX, _index_text(percent))]
    if one.dpt is None or not one.by_group:
        return [Slip(Fault.NO_DENOMINATOR, _bare(percent))]
    made = side_by_side(formulas, Counts(one.dpt, one.by_group))
    hits = [each for each in made if _printed_as(each, percent)]
    legal = next((each for each in made if each.legal), None)
    if any(each.legal for each in hits) or (hits and legal is None):
        return []
    if hits and legal is not None:
        return [Slip(Fault.OTHER_FORMULA, _other(percent, hits[0], legal))]
    return [Slip(Fault.NO_FORMULA, _nothing(percent, made))]


def rounded(value: Fraction, like: Decimal) -> Decimal:
    """A share as a percentage with as many decimals as `like`; half away from zero."""
    exact = Decimal(value.numerator * 100) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(int(like.as_tuple().exponent)), ROUND_HALF_UP)


def _printed_as(one: Turnout, percent: Decimal) -> bool:
    value = one.figure.value
    return isinstance(value, Fraction | int) and rounded(Fraction(value), percent) == percent


def _percents(value: Decimal) -> Text:
    text = str(value)
    return Text(f"{text.replace('.', ',')}%", f"{text}%")


def _index_text(percent: Decimal) -> Text:
    said = _percents(percent)
    return Text(
        f"{said.id} adalah nilai Indeks Partisipasi, bukan persentase kehadiran pemilih. Tulis "
        "sebagai indeks, tanpa tanda persen.",
        f"{said.en} is a value of the participation index, not a turnout. Write it as an index, "
        "without a per cent sign.",
    )


def _bare(percent: Decimal) -> Text:
    said = _percents(percent)
    return Text(
        f"Partisipasi {said.id} tertulis tanpa pembilang dan pembaginya. Sertakan pengguna hak "
        "pilih, DPT, dan DPK.",
        f"The turnout of {said.en} stands without numerator and denominator. Add the users, the "
        "DPT and the DPK.",
    )


def _other(percent: Decimal, hit: Turnout, legal: Turnout) -> Text:
    said, right = _percents(percent), _shown(legal)
    return Text(
        f"Partisipasi {said.id} memakai rumus “{hit.formula.name.id}”; rumus resmi "
        f"“{legal.formula.name.id}” memberi {right.id}.",
        f"The turnout of {said.en} follows the formula “{hit.formula.name.en}”; the official "
        f"formula “{legal.formula.name.en}” gives {right.en}.",
    )


def _nothing(percent: Decimal, made: tuple[Turnout, ...]) -> Text:
    said, all_ = _percents(percent), [_shown(one) for one in made]
    return Text(
        f"Partisipasi {said.id} tidak keluar dari rumus mana pun; rumus memberi "
        f"{', '.join(one.id for one in all_)}.",
        f"The turnout of {said.en} comes from no formula; the formulas give "
        f"{', '.join(one.en for one in all_)}.",
    )


def _shown(one: Turnout) -> Text:
    value = one.figure.value
    if not isinstance(value, Fraction | int):
        return formats.ABSENT
    return Text(formats.percent(value, "id", 2), formats.percent(value, "en", 2))


def column_slips(columns: Mapping[str, Counts]) -> tuple[Slip, ...]:
    """Men and women against both together: the DPT, and the users of every group."""
    if len(columns) < 3:
        return ()
    whole = columns[ALL]
    halves = [counts for column, counts in columns.items() if column != ALL]
    found: list[Slip | None] = []
    for group in (None, *whole.used):
        name = Text("DPT", "DPT") if group is None else Text(f"Pengguna {group}", f"Users {group}")
        said = whole.listed if group is None else whole.used.get(group)
        parts = [one.listed if group is None else one.used.get(group) for one in halves]
        known = [part for part in parts if part is not None]
        if said is not None and len(known) == len(parts):
            found.append(sum_slip(name, said, known))
    return tuple(slip for slip in found if slip is not None)


def disabled_slip(counts: Disabled) -> Slip | None:
    """More users with a disability than registered voters with one; None when it is not so."""
    if not counts.too_many or counts.used is None or counts.listed is None:
        return None
    used, listed = counts.used, counts.listed
    return Slip(
        Fault.TOO_MANY,
        Text(
            f"Pengguna disabilitas {formats.number(used, 'id')}, pemilih disabilitas terdaftar "
            f"{formats.number(listed, 'id')}: persentasenya tidak dihitung.",
            f"Users with a disability {formats.number(used, 'en')}, registered voters with one "
            f"{formats.number(listed, 'en')}: no percentage is made of them.",
        ),
    )
