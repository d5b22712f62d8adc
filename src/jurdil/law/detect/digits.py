"""How one number becomes another under a tired hand: kinds of slips of digits."""

from __future__ import annotations

from enum import StrEnum


class Slip(StrEnum):
    """Kinds of slips, the most telling first; the order is that of the proposals."""

    DOUBLED = "doubled"
    TENFOLD = "tenfold"
    TRANSPOSED = "transposed"
    EXTRA = "extra"
    MISSING = "missing"
    DIGIT = "digit"


STRENGTH = {kind: at for at, kind in enumerate(Slip)}


def slip(written: int, right: int) -> Slip | None:
    """Name the slip that turns `right` into `written`; None when no single slip does.

    131 typed twice is 131131; a nought too many makes 1310; 181 and 118 have two neighbouring
    digits exchanged; 155 has one digit more than 55, 55 one less than 155; 68 and 63 differ in one.
    """
    if written < 0 or right < 0 or written == right:
        return None
    was, is_ = str(written), str(right)
    if was == is_ * 2:
        return Slip.DOUBLED
    if was == is_ + "0":
        return Slip.TENFOLD
    if len(was) == len(is_):
        return _same_length(was, is_)
    if is_ in _without_one(was):
        return Slip.EXTRA
    return Slip.MISSING if was in _without_one(is_) else None


def _same_length(was: str, is_: str) -> Slip | None:
    differ = [at for at, (a, b) in enumerate(zip(was, is_, strict=True)) if a != b]
    if len(differ) == 1:
        return Slip.DIGIT
    if len(differ) == 2 and differ[1] == differ[0] + 1:
        first, second = differ
        if was[first] == is_[second] and was[second] == is_[first]:
            return Slip.TRANSPOSED
    return None


def _without_one(digits: str) -> frozenset[str]:
    if len(digits) < 2:
        return frozenset()
    return frozenset(digits[:at] + digits[at + 1 :] for at in range(len(digits)))


def halves(written: int) -> int | None:
    """The number that was typed twice, if this one reads so: 131131 gives 131."""
    digits = str(written)
    middle, odd = divmod(len(digits), 2)
    return int(digits[:middle]) if middle and not odd and digits == digits[:middle] * 2 else None
