"""What an overseer may see of the list: seven columns, no number, no birth date, no disability.

Bawaslu's copy of Model A-Daftar Pemilih has name, sex, age, address, RT, RW and remarks (handbook
calendar §3.4). Every look is an act: both offices read the log.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import chain, clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.fields import within
from jurdil.law.voters.eligibility import age_on
from jurdil.voters.models import Akses, PemilihVersi

COLUMNS = ("nama", "jenis_kelamin", "usia", "alamat", "rt", "rw", "keterangan")


@dataclass(frozen=True)
class SeenRow:
    """A voter as the overseer sees him. `place` is the TPS, or the village without TPS."""

    name: str
    sex: str
    age: int | None
    address: str
    rt: str
    rw: str
    remark: str
    place: str

    def cells(self) -> tuple[str | int | None, ...]:
        """The seven columns in the order of the form."""
        return (self.name, self.sex, self.age, self.address, self.rt, self.rw, self.remark)


def seen(versions: Iterable[PemilihVersi], on: date) -> tuple[SeenRow, ...]:
    """Versions as the overseer sees them on a day."""
    return tuple(_row(version, on) for version in versions)


def digest(rows: Iterable[SeenRow]) -> str:
    """SHA-256 over the rows of an extract, one canonical line each."""
    found = hashlib.sha256()
    for row in rows:
        found.update(chain.canonical((row.place, *row.cells())).encode() + b"\n")
    return found.hexdigest()


def require_open(access: Akses, path: str) -> None:
    """Raise `Refused` when an access has ended, was withdrawn, or does not hold a place."""
    if access.withdrawn_at is not None:
        day = access.withdrawn_at.astimezone(clock.zone()).strftime("%d-%m-%Y")
        raise Refused(_("Akses ini dicabut pada %(day)s. Mintalah akses baru.") % {"day": day})
    if clock.today() > access.until:
        day = access.until.strftime("%d-%m-%Y")
        raise Refused(_("Akses ini berakhir pada %(day)s. Mintalah akses baru.") % {"day": day})
    if not within(path.partition("/")[0], access.path):
        raise Refused(_("Tempat ini tidak termasuk dalam akses yang diberikan."))


def _row(version: PemilihVersi, on: date) -> SeenRow:
    struck = version.status == PemilihVersi.Status.STRUCK
    return SeenRow(
        name=version.name,
        sex=version.sex,
        age=age_on(version.born, on) if version.born else None,
        address=version.address,
        rt=version.rt,
        rw=version.rw,
        remark=f"TMS {version.tms}" if struck else version.remark,
        place=version.tps or version.village,
    )
