"""Tables of the room, one module per concern."""

from .events import Kejadian
from .forms import LEVEL_TPS, Form, FormShape, FormVersi, Rekap, Suara, Temuan

__all__ = ["LEVEL_TPS", "Form", "FormShape", "FormVersi", "Kejadian", "Rekap", "Suara", "Temuan"]
