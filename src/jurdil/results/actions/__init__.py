"""What changes in the room, one module per concern."""

from .recap import freeze_recap, rebuild

__all__ = ["freeze_recap", "rebuild"]
