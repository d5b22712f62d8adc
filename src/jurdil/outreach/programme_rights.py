"""Who files activities, who verifies them, and who sees them."""

from jurdil.kernel.policy import Right

RIGHTS: tuple[Right, ...] = ()
