"""What one form says by itself: slips, nothing at all, more voters than there is room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jurdil.law.detect.model import Form, Notice
from jurdil.law.detect.repair import Checker
from jurdil.law.rules import Check, Params, check
from jurdil.law.rules.evaluate import round_up
from jurdil.law.rules.model import Ceiling

SLIP, BROKEN, BLANK, CROWDED = "P-5", "P-9", "P-7", "P-8"


def of_form(path: str, form: Form, checker: Checker, params: Params) -> tuple[Notice, ...]:
    """The notices of one form, without looking at any other."""
    found = [blank(path, form, checker), crowded(path, form, params), broken(path, form, checker)]
    return tuple(one for one in found if one is not None)


def blank(path: str, form: Form, checker: Checker) -> Notice | None:
    """A form whose votes are all zero."""
    votes = [form[name] for name in checker.choices.votes if name in form]
    if not votes or any(votes) or form.get("suara_sah"):
        return None
    return Notice(BLANK, (path,), "", {"lines": len(votes), "users": form.get("guna")})


def crowded(path: str, form: Form, params: Params) -> Notice | None:
    """More users, or more votes, than a full TPS and its reserve ballots allow."""
    if params.tps_cap is None:
        return None
    reserve = params.reserve_rate
    room = params.tps_cap + (round_up(Ceiling("", reserve), params.tps_cap) if reserve else 0)
    for name in ("guna", "suara_total"):
        if form.get(name, 0) > room:
            return Notice(CROWDED, (path,), name, {"count": form[name], "room": room})
    return None


def broken(path: str, form: Form, checker: Checker) -> Notice | None:
    """A form that breaks rules: with the single change that would mend it, or with none."""
    rules = checker.broken(form)
    if not rules:
        return None
    worst = max(check(form, rules), key=lambda one: abs(one.left - one.right))
    facts: dict[str, object] = {
        "rules": sorted({one.code for one in rules}),
        "off": votes_off(form, rules, checker),
        "worst": [worst.code, worst.subject, worst.left, worst.right],
    }
    repairs = checker.repairs(form)
    if not repairs:
        return Notice(BROKEN, (path,), "", facts)
    facts["repairs"] = [
        {
            "kind": one.kind,
            "slip": one.slip.value if one.slip else "",
            "changes": [list(change) for change in one.changes],
            "agreeing": one.agreeing,
            "solved": one.solved,
        }
        for one in repairs
    ]
    return Notice(SLIP, (path,), repairs[0].changes[0][0], facts)


def votes_off(form: Form, rules: Sequence[Check], checker: Checker) -> int:
    """The largest disagreement that leaves the votes of the choices in doubt; 0 for none.

    Rows of voters and users that disagree among themselves move no vote; as soon as the number of
    votes or of ballots disagrees with anything, a vote of the form may be wrong by as much.
    """
    doubtful = {
        *checker.choices.votes,
        *(group.total for group in checker.choices.groups),
        "suara_sah",
        "suara_tidak_sah",
        "suara_total",
        "surat_suara_digunakan",
    }
    touching = [one for one in rules if doubtful & set(one.fields)]
    return max((abs(one.left - one.right) for one in check(form, touching)), default=0)


def paper_room(form: Mapping[str, int], params: Params) -> int | None:
    """The most votes that the paper of this TPS can hold; None when nothing limits it.

    The ballots received; without them the DPT with its reserve; without that a full TPS with its
    reserve. The figures that the form itself gives are used only when they fit a TPS.
    """
    cap = params.tps_cap
    rate = params.reserve_rate
    largest = None if cap is None else cap + (round_up(Ceiling("", rate), cap) if rate else 0)
    received = form.get("surat_suara_diterima")
    listed = form.get("dpt")
    for room in (received, _with_reserve(listed, params)):
        if room and (largest is None or room <= largest):
            return max(room, _within(form.get("guna"), largest))
    return largest


def _with_reserve(listed: int | None, params: Params) -> int | None:
    if not listed:
        return None
    rate = params.reserve_rate
    return listed + (round_up(Ceiling("", rate), listed) if rate else 0)


def _within(users: int | None, largest: int | None) -> int:
    return users if users and (largest is None or users <= largest) else 0
