"""Made-up voters for the tests of the room; every number begins with 99, which no region has."""

import itertools

from django.db import transaction

from jurdil.kernel.acts import performing
from jurdil.kernel.viewer import system_viewer
from jurdil.voters import changing
from jurdil.voters.models import PemilihVersi
from jurdil.voters.people import Elements
from tests import factories

VILLAGE, OTHER = "73.12.01.1001", "73.12.01.1002"
_serial = itertools.count(1)


def elements(name: str = "Contoh Pemilih", **given: str) -> Elements:
    """A sound person born on 2 March 1980, or as given."""
    serial = next(_serial)
    values = {
        "nkk": f"990101{15:02}0118{serial:04}",
        "nik": f"990101020380{serial:04}",
        "nama": name,
        "tempat_lahir": "Contoh",
        "tanggal_lahir": "02-03-1980",
        "status_kawin": "S",
        "jenis_kelamin": "L",
        "alamat": "Dusun Contoh",
        "rt": "001",
        "rw": "002",
        "disabilitas": "",
        "ktp_el": "S",
        "keterangan": "",
        **given,
    }
    return Elements(**values)


def enlist(*people: Elements, village: str = VILLAGE, tps: str = "001") -> list[PemilihVersi]:
    """Put people on the list of a village by one change."""
    by = system_viewer(factories.office().path, "kpu")
    with transaction.atomic(), performing("tests.enlist"):
        change = changing.begin(by, village, source="uji")
        place = f"{village}/{tps}" if tps else ""
        return changing.add(change, [changing.NewVoter(one, tps=place) for one in people])
