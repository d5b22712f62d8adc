"""Tables of the room, one module per concern. All of them only grow."""

from .count import Calon, KeputusanSeri, Langkah, Perhitungan
from .national import SuaraNasional
from .paw import Paw, PawLangkah
from .people import Peristiwa, Usulan
from .plan import CatatanUji, Penduduk, Rancangan, TetapanDapil

__all__ = [
    "Calon",
    "CatatanUji",
    "KeputusanSeri",
    "Langkah",
    "Paw",
    "PawLangkah",
    "Penduduk",
    "Perhitungan",
    "Peristiwa",
    "Rancangan",
    "SuaraNasional",
    "TetapanDapil",
    "Usulan",
]
