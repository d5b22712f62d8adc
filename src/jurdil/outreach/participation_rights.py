"""Who registers observers, surveys and contests, and who reads how people took part."""

from jurdil.kernel.policy import Right

RIGHTS: tuple[Right, ...] = ()
