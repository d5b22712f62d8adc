"""Tables of the room, one module per concern."""

from .entry import AturanEntri, Bacaan, Draf, Entri, PutusanEntri
from .events import Kejadian
from .forms import LEVEL_TPS, Form, FormShape, FormVersi, Rekap, Suara, Temuan
from .intake import Kertas, SerahSalinan
from .plenary import (
    BarisSidang,
    Keberatan,
    KotakTiba,
    LangkahSidang,
    Pembetulan,
    PenetapanSidang,
    Peserta,
    Salinan,
    Sidang,
    TandaTangan,
    TandaTerima,
)
from .review import Pemeriksaan, Tinjauan
from .revote import Berkas, Dalil, LangkahUlang, Sengketa, Ulang

__all__ = [
    "LEVEL_TPS",
    "AturanEntri",
    "Bacaan",
    "BarisSidang",
    "Berkas",
    "Dalil",
    "Draf",
    "Entri",
    "Form",
    "FormShape",
    "FormVersi",
    "Keberatan",
    "Kejadian",
    "Kertas",
    "KotakTiba",
    "LangkahSidang",
    "LangkahUlang",
    "Pembetulan",
    "Pemeriksaan",
    "PenetapanSidang",
    "Peserta",
    "PutusanEntri",
    "Rekap",
    "Salinan",
    "Sengketa",
    "SerahSalinan",
    "Sidang",
    "Suara",
    "TandaTangan",
    "TandaTerima",
    "Temuan",
    "Tinjauan",
    "Ulang",
]
