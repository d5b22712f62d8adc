"""Who may do what in oversight: one file per concern, each with its own `RIGHTS`."""

from jurdil.kernel.policy import Right

RIGHTS: tuple[Right, ...] = ()
