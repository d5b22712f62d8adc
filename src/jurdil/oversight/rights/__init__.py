"""Who may do what in oversight: one file per concern, each with its own `RIGHTS`."""

from jurdil.kernel.policy import Right
from jurdil.oversight.rights import (
    advice,
    ahead,
    cases,
    dispute,
    lhp,
    money,
    neutral,
    risk,
    ruling,
)

RIGHTS: tuple[Right, ...] = (
    *advice.RIGHTS,
    *ahead.RIGHTS,
    *cases.RIGHTS,
    *dispute.RIGHTS,
    *lhp.RIGHTS,
    *money.RIGHTS,
    *neutral.RIGHTS,
    *risk.RIGHTS,
    *ruling.RIGHTS,
)
