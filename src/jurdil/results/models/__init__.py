"""Tables of the room, one module per concern."""

from .events import Kejadian
from .forms import LEVEL_TPS, Form, FormShape, FormVersi, Rekap, Suara, Temuan
from .review import Pemeriksaan, Tinjauan

__all__ = [
    "LEVEL_TPS",
    "Form",
    "FormShape",
    "FormVersi",
    "Kejadian",
    "Pemeriksaan",
    "Rekap",
    "Suara",
    "Temuan",
    "Tinjauan",
]
