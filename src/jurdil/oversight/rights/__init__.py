"""Who may do what in oversight: one file per concern, each with its own `RIGHTS`."""

from jurdil.kernel.policy import Right
from jurdil.oversight.rights import risk

RIGHTS: tuple[Right, ...] = (*risk.RIGHTS,)
