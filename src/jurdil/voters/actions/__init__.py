from .doubles import judge_double
from .proposals import accept, propose, reject, withdraw
from .reveal import Numbers, reveal

__all__ = ["Numbers", "accept", "judge_double", "propose", "reject", "reveal", "withdraw"]
