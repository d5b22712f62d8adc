"""The roles of the law, one table: who they are, in which house, and at which level they sit.

Sources: UU 7/2017 (KPU, Bawaslu and their ad hoc bodies), PKPU 8/2022 (PPK, PPS, KPPS, Pantarlih).
`pengelola` keeps accounts and settings and has no act of the election itself.
"""

from dataclasses import dataclass

from jurdil.law.text import Text

KPU, BAWASLU = "kpu", "bawaslu"


@dataclass(frozen=True)
class Role:
    """`depth`: how many segments the role's path has (2 regency, 3 kecamatan, 4 desa, 5 TPS)."""

    code: str
    name: Text
    house: str
    depth: int
    read_only: bool = False


def _role(code: str, id_: str, en: str, house: str, depth: int, *, read_only: bool = False) -> Role:
    return Role(code, Text(id_, en), house, depth, read_only)


ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        _role("ketua", "Ketua KPU", "KPU chair", KPU, 2),
        _role("anggota", "Anggota KPU (divisi)", "KPU member (division)", KPU, 2),
        _role("sekretaris", "Sekretaris", "Secretary", KPU, 2),
        _role("kasubbag", "Kepala subbagian", "Head of sub-division", KPU, 2),
        _role("operator", "Operator", "Operator", KPU, 2),
        _role("pengelola", "Pengelola sistem", "System keeper", KPU, 2),
        _role("ppk", "PPK", "PPK (sub-district committee)", KPU, 3),
        _role("pps", "PPS", "PPS (village committee)", KPU, 4),
        _role("kpps", "KPPS", "KPPS (polling station committee)", KPU, 5),
        _role("pantarlih", "Pantarlih", "Pantarlih (voter list officer)", KPU, 5),
        _role("saksi", "Saksi", "Witness", KPU, 2, read_only=True),
        _role("penghubung", "Penghubung partai", "Party liaison", KPU, 2, read_only=True),
        _role("pengawas", "Pengawas (Bawaslu)", "Supervisor (Bawaslu)", KPU, 2, read_only=True),
        _role("kpu-provinsi", "KPU Provinsi", "KPU of the province", KPU, 2, read_only=True),
        _role("bw-ketua", "Ketua Bawaslu", "Bawaslu chair", BAWASLU, 2),
        _role("bw-anggota", "Anggota Bawaslu", "Bawaslu member", BAWASLU, 2),
        _role("bw-sekretariat", "Sekretariat Bawaslu", "Bawaslu secretariat", BAWASLU, 2),
        _role("bw-pengelola", "Pengelola sistem", "System keeper", BAWASLU, 2),
        _role("panwascam", "Panwaslu Kecamatan", "Sub-district supervisor", BAWASLU, 3),
        _role("pkd", "PKD", "Village supervisor (PKD)", BAWASLU, 4),
        _role("ptps", "PTPS", "Polling station supervisor (PTPS)", BAWASLU, 5),
    )
}

PUBLIC = "publik"
"""The pseudo-role of a visitor who has not logged in."""

SYSTEM = "sistem"
"""The pseudo-role of the command line and of jobs that no person started."""


def depth(path: str) -> int:
    """Number of segments of a place path: 73.12 -> 2, 73.12.01.1001/007 -> 5; '' -> 0."""
    return 0 if not path else path.count(".") + path.count("/") + 1


def roles_of(house: str) -> tuple[Role, ...]:
    """The roles that exist in a KPU house or in a Bawaslu house."""
    return tuple(role for role in ROLES.values() if role.house == house)
