from .proposals import accept, propose, reject, withdraw
from .reveal import Numbers, reveal

__all__ = ["Numbers", "accept", "propose", "reject", "reveal", "withdraw"]
