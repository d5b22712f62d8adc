"""What the room shows of a voter to other rooms and to its pages: never a whole number."""

from dataclasses import dataclass
from datetime import date

from jurdil.voters.models import PemilihVersi


@dataclass(frozen=True, slots=True)
class VoterRow:
    """A voter of a list as a page shows him: no number, only whether there is one."""

    id: int
    version: int
    village: str
    tps: str
    name: str
    sex: str
    born: date | None
    born_text: str
    birth_place: str
    marriage: str
    address: str
    rt: str
    rw: str
    disability: str
    ktp: str
    remark: str
    status: str
    tms: str
    tms_regime: str
    source: str
    traps: tuple[str, ...]
    has_nik: bool
    has_nkk: bool


def as_row(version: PemilihVersi) -> VoterRow:
    """A version without its numbers."""
    return VoterRow(
        id=version.pemilih_id,
        version=version.pk,
        village=version.village,
        tps=version.tps,
        name=version.name,
        sex=version.sex,
        born=version.born,
        born_text=version.born_text,
        birth_place=version.birth_place,
        marriage=version.marriage,
        address=version.address,
        rt=version.rt,
        rw=version.rw,
        disability=version.disability,
        ktp=version.ktp,
        remark=version.remark,
        status=version.status,
        tms=version.tms,
        tms_regime=version.tms_regime,
        source=version.source,
        traps=tuple(version.traps.split()),
        has_nik=bool(version.nik_sealed),
        has_nkk=bool(version.nkk_sealed),
    )
