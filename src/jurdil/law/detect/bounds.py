"""How many votes a notice puts in doubt: what it can move at most, form by form.

Where figures disagree, by as much as they disagree; where nothing says how far off a form may be,
everything its paper can hold. Votes that a village has more or fewer than the others would suggest
belong to no form; they stand under the village's own path.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from jurdil.law.detect.between import ALONE, SAME
from jurdil.law.detect.model import Form, Forms, Notice
from jurdil.law.detect.neighbours import CHANGE, NEIGHBOURS
from jurdil.law.detect.single import BLANK, BROKEN, CROWDED, SLIP, paper_room
from jurdil.law.outcome import Movable
from jurdil.law.rules import Params

WHOLE = frozenset({SAME, ALONE, BLANK})
"""Detectors that leave every vote of the paper open."""


def doubts(
    notice: Notice, forms: Forms, lines: Sequence[str], params: Params
) -> dict[str, Movable]:
    """The papers of a notice by TPS (for a change since the last election: by village).

    `forms` holds at least the notice's own; `lines` are the figures of the choices. Empty when the
    notice moves no vote. Raises LookupError for an unknown code.
    """
    if notice.code == CHANGE:
        counted = _sum([forms[path] for path in notice.paths], lines)
        off, sign = _distance(notice.facts["part"], _expected_change(notice))
        return {notice.subject: Movable(counted, off, off, sign)}
    found = {}
    for path in notice.paths:
        bound = _bound(notice, forms[path], lines, params)
        if bound is not None:
            found[path] = bound
    return found


def uncounted(form: Form, params: Params) -> Movable:
    """A paper that is not in: everything it can hold (`form`: what is known of its TPS)."""
    return Movable({}, paper_room(form, params) or 0)


def _bound(notice: Notice, form: Form, lines: Sequence[str], params: Params) -> Movable | None:
    counted = {line: form[line] for line in lines if line in form}
    paper = paper_room(form, params) or max(form.values(), default=0)
    if notice.code in WHOLE or any(count > paper for count in counted.values()):
        return Movable(counted, paper)
    if notice.code == NEIGHBOURS["turnout"]:
        middle = Fraction(*notice.facts["middle"])
        return Movable(counted, paper, *_distance(notice.facts["part"], middle))
    if notice.code == NEIGHBOURS["invalid"]:
        off, sign = _distance(notice.facts["part"], Fraction(*notice.facts["middle"]))
        return Movable(counted, paper, off, -sign)
    if notice.code == CROWDED:
        return Movable(counted, paper, notice.facts["count"] - notice.facts["room"], -1)
    if notice.code in (SLIP, BROKEN):
        return Movable(counted, paper, notice.facts["off"]) if notice.facts["off"] else None
    raise LookupError(f"no detector has the code {notice.code!r}")


def _distance(part: Sequence[int], middle: Fraction) -> tuple[int, int]:
    """How many votes a share is away from the middle, rounded up, and which way votes would go.

    More than the middle: some votes may not exist (-1); fewer: some may be missing (1).
    """
    count, whole = part
    off = count - middle * whole
    size = abs(off)
    return -(-size.numerator // size.denominator), -1 if off > 0 else 1


def _expected_change(notice: Notice) -> Fraction:
    return Fraction(*notice.facts["before"]) + Fraction(*notice.facts["middle"])


def _sum(forms: Sequence[Mapping[str, int]], lines: Sequence[str]) -> dict[str, int]:
    return {line: sum(form.get(line, 0) for form in forms) for line in lines}
