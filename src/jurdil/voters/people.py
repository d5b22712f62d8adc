"""The thirteen elements of a voter as text, and the columns that keep them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from jurdil.kernel import clock
from jurdil.law.voters.identity import Hit, read_birth, traps_of
from jurdil.law.voters.names import name_key
from jurdil.voters.models import PemilihVersi
from jurdil.voters.sealing import Seals, nik_of, nkk_of


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements of Model A-Daftar Pemilih in their order, each as text of the paper."""

    nkk: str = ""
    nik: str = ""
    nama: str = ""
    tempat_lahir: str = ""
    tanggal_lahir: str = ""
    status_kawin: str = ""
    jenis_kelamin: str = ""
    alamat: str = ""
    rt: str = ""
    rw: str = ""
    disabilitas: str = ""
    ktp_el: str = ""
    keterangan: str = ""

    def as_row(self) -> dict[str, str]:
        """The elements by their names."""
        return {name: getattr(self, name) for name in NAMES}


NAMES = tuple(field.name for field in fields(Elements))


def columns(
    elements: Elements, seals: Seals, on: date | None = None, *, hits: Sequence[Hit] | None = None
) -> dict[str, Any]:
    """What `PemilihVersi` keeps of the elements: sealed numbers, keys to sort by, traps named."""
    numbers = seals.numbers(elements.nik, elements.nkk)
    born = read_birth(elements.tanggal_lahir)
    key = name_key(elements.nama)
    if hits is None:
        hits = traps_of(elements.as_row(), on or clock.today())
    return {
        "key_id": numbers.key_id,
        "nik_sealed": numbers.nik_sealed,
        "nik_index": numbers.nik_index,
        "nkk_sealed": numbers.nkk_sealed,
        "nkk_index": numbers.nkk_index,
        "name": elements.nama[:100],
        "name_key": key[:100],
        "birth_place": elements.tempat_lahir[:60],
        "born": born.day,
        "born_text": "" if born.day and not born.swapped else elements.tanggal_lahir[:30],
        "marriage": _one_of("BSP", elements.status_kawin),
        "sex": _one_of("LP", elements.jenis_kelamin),
        "address": elements.alamat[:150],
        "rt": elements.rt[:5],
        "rw": elements.rw[:5],
        "disability": elements.disabilitas[:12],
        "ktp": _one_of("SB", elements.ktp_el),
        "remark": elements.keterangan[:60],
        "traps": " ".join(dict.fromkeys(hit.trap.code for hit in hits))[:60],
        "sort_key": sort_key(elements.rw, elements.rt, numbers.nkk_index, key),
    }


def elements_in(version: PemilihVersi) -> Elements:
    """The elements of a version in the clear, for the acts that write its successor."""
    born = version.born_text or (version.born.strftime("%d-%m-%Y") if version.born else "")
    return Elements(
        nkk=nkk_of(version),
        nik=nik_of(version),
        nama=version.name,
        tempat_lahir=version.birth_place,
        tanggal_lahir=born,
        status_kawin=version.marriage,
        jenis_kelamin=version.sex,
        alamat=version.address,
        rt=version.rt,
        rw=version.rw,
        disabilitas=version.disability,
        ktp_el=version.ktp,
        keterangan=version.remark,
    )


def sort_key(rw: str, rt: str, family: str, name: str) -> str:
    """Families together, as they live: by RW, RT, family, name."""
    return f"{rw[-3:].rjust(3, '0')}{rt[-3:].rjust(3, '0')}{family[:8] or '~'}{name}"[:40]


def _one_of(codes: str, written: str) -> str:
    code = written.strip().upper()
    return code if len(code) == 1 and code in codes else ""
