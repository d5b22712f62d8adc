"""Lists per TPS as papers and tables: who gets which columns, with marks and the receiver's stamp.

The columns of each copy are the law's (`law.voters.elements.COPIES`). Numbers are opened only for a
copy that shows them; every export is an act that says who took it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from jurdil.kernel import clock
from jurdil.kernel.documents.sheet import Column, Line, Paper, Section, pdf
from jurdil.kernel.spreadsheets import Row, as_csv, as_xlsx
from jurdil.law.formats import number
from jurdil.law.voters import elements as law
from jurdil.law.voters.eligibility import age_on
from jurdil.voters import chaining, revising, special
from jurdil.voters.models import PemilihVersi, Revisi, Tanda
from jurdil.voters.records import VoterRow
from jurdil.voters.sealing import Numbers

PDF, CSV, XLSX = "pdf", "csv", "xlsx"
MEDIA = {
    PDF: "application/pdf",
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
FULL = "kpu"
"""The copy with all thirteen elements."""

MARKED = "kpps"
"""The copy on which marks stand."""

_SHARES = {
    "nkk": 114,
    "nik": 114,
    "nama": 150,
    "tempat_lahir": 99,
    "tanggal_lahir": 74,
    "umur": 40,
    "status_kawin": 66,
    "jenis_kelamin": 29,
    "alamat": 125,
    "rt": 31,
    "rw": 31,
    "disabilitas": 67,
    "ktp_el": 44,
    "keterangan": 60,
}
"""Room of each element, in tenths of the size of the text: nearly every row needs one line."""


@dataclass(frozen=True)
class Asked:
    """A copy: of which revision, which village or TPS, which columns, for whom, in which form."""

    copy: str
    receiver: str = ""
    form: str = PDF


@dataclass(frozen=True)
class Made:
    """A copy that was made: its bytes, name, and how many voters it lists."""

    content: bytes
    name: str
    media_type: str
    voters: int


class Differs(Protocol):
    """A voter who differs between two states, and why."""

    @property
    def row(self) -> VoterRow: ...

    @property
    def why(self) -> str: ...


@dataclass(frozen=True)
class _Maker:
    """How a row becomes cells of one copy."""

    names: tuple[str, ...]
    regime: str
    on: date
    marks: Mapping[int, str]
    full: bool
    numbers: Numbers
    sites: Mapping[str, str] = field(default_factory=dict)
    remarks: Mapping[int, str] = field(default_factory=dict)

    def cells(self, row: PemilihVersi) -> list[str]:
        return [_CELLS[name](row, self) for name in self.names]


def make(revision: Revisi, path: str, place: str, asked: Asked) -> Made:
    """A copy of the list of a village or a TPS as the revision fixed it.

    Raises KeyError for a copy or a form that is none.
    """
    village = path.partition("/")[0]
    rows = rows_of(revision, path)
    maker = _maker(revision, village, asked)
    stem = f"{revision.kind}-{path.replace('/', '-')}-{asked.copy}"
    if asked.form == PDF:
        content = pdf(_paper(revision, place, rows, maker, asked))
    else:
        table = _table(rows, maker)
        content = as_csv(table) if asked.form == CSV else as_xlsx(table, stem)
    return Made(content, f"{stem}.{asked.form}", MEDIA[asked.form], len(rows))


def rows_of(revision: Revisi, path: str) -> list[PemilihVersi]:
    """The active voters of a village or TPS as the revision fixed them, in the order of the paper.

    Empty where the revision has not fixed the village.
    """
    village = path.partition("/")[0]
    as_of = revising.fixed(revision, village)
    if as_of is None:
        return []
    rows = revising.at(village, as_of).filter(status=PemilihVersi.Status.ACTIVE)
    if "/" in path:
        rows = rows.filter(tps=path)
    return list(rows.order_by("tps", "sort_key", "pk"))


def _maker(revision: Revisi, village: str, asked: Asked) -> _Maker:
    election = revision.election
    on = election.voting_day or clock.today()
    marks = marks_of(revision, village) if asked.copy == MARKED else {}
    names = law.COPIES[asked.copy]
    sites = special.sites_in(election.pk, village)
    marked, full = asked.copy == MARKED, asked.copy == FULL
    told = sites and (marked or full)
    remarks = special.remarks_in(revision, village, with_ballots=marked) if told else {}
    return _Maker(names, election.regime, on, marks, full, Numbers(), sites, remarks)


def marks_of(revision: Revisi, village: str) -> dict[int, str]:
    """The marks of a village that stand, by voter, in words of the paper."""
    rows = Tanda.objects.filter(
        revision__election=revision.election_id, village=village, withdrawn_at__isnull=True
    )
    return {row.pemilih_id: str(row.get_kind_display()) for row in rows}


def _born(row: PemilihVersi) -> str:
    return row.born_text or (row.born.strftime("%d-%m-%Y") if row.born else "")


def _age(row: PemilihVersi, maker: _Maker) -> str:
    return str(age_on(row.born, maker.on)) if row.born else ""


def _number(value: str, maker: _Maker) -> str:
    return value if maker.full else law.mask(value, maker.regime)


def _remark(row: PemilihVersi, maker: _Maker) -> str:
    here = maker.remarks.get(row.pemilih_id, "") if row.tps in maker.sites else ""
    return " · ".join(one for one in (maker.marks.get(row.pemilih_id, ""), here, row.remark) if one)


_CELLS: dict[str, Callable[[PemilihVersi, _Maker], str]] = {
    "nkk": lambda row, maker: _number(maker.numbers.nkk(row), maker),
    "nik": lambda row, maker: _number(maker.numbers.nik(row), maker),
    "nama": lambda row, _maker: row.name,
    "tempat_lahir": lambda row, _maker: row.birth_place,
    "tanggal_lahir": lambda row, _maker: _born(row),
    "umur": _age,
    "status_kawin": lambda row, _maker: row.marriage,
    "jenis_kelamin": lambda row, _maker: row.sex,
    "alamat": lambda row, _maker: row.address,
    "rt": lambda row, _maker: row.rt,
    "rw": lambda row, _maker: row.rw,
    "disabilitas": lambda row, _maker: row.disability,
    "ktp_el": lambda row, _maker: row.ktp,
    "keterangan": _remark,
}


def _table(rows: Iterable[PemilihVersi], maker: _Maker) -> list[Row]:
    table: list[Row] = [["kode_desa", "tps", "no", *maker.names]]
    for tps, at, row in _numbered(rows):
        table.append([row.village, tps, at, *maker.cells(row)])
    return table


def _numbered(rows: Iterable[PemilihVersi]) -> Iterator[tuple[str, int, PemilihVersi]]:
    """Each voter with the number of his TPS and his own number in it."""
    last, at = None, 0
    for row in rows:
        at = at + 1 if row.tps == last else 1
        last = row.tps
        yield row.tps.partition("/")[2], at, row


def _paper(
    revision: Revisi, place: str, rows: Sequence[PemilihVersi], maker: _Maker, asked: Asked
) -> Paper:
    columns = (Column("No.", share=38), *(_column(name) for name in maker.names))
    parts: dict[str, list[Line]] = {}
    for tps, at, row in _numbered(rows):
        parts.setdefault(tps, []).append(Line((str(at), *maker.cells(row))))
    sections = tuple(
        Section(_station(tps, maker), columns, tuple(lines), new_page=bool(at))
        for at, (tps, lines) in enumerate(sorted(parts.items()))
    )
    men = sum(row.sex == "L" for row in rows)
    return Paper(
        title=f"Daftar Pemilih {chaining.title(revision)}",
        lead=place,
        facts=(
            ("Laki-laki", number(men, "id")),
            ("Perempuan", number(sum(row.sex == "P" for row in rows), "id")),
            ("Jumlah", number(len(rows), "id")),
            ("Salinan untuk", asked.receiver or "umum"),
        ),
        sections=sections,
        notes=_notes(maker),
        stamp=asked.receiver[:40],
        flipped=True,
        size=7.5,
        figures={"daftar": [revision.pk, len(rows), men]},
    )


def _station(tps: str, maker: _Maker) -> str:
    """The heading of a TPS; one at a special location says at which."""
    site = next((name for path, name in maker.sites.items() if path.endswith(f"/{tps}")), "")
    heading = f"TPS {tps}" if tps else ""
    return f"{heading}, lokasi khusus: {site}" if tps and site else heading


def _column(name: str) -> Column:
    return Column(law.NAMES[name].id, share=_SHARES[name])


def _notes(maker: _Maker) -> tuple[str, ...]:
    if not maker.marks:
        return ()
    return (
        "Pemilih bertanda tetap dihitung dalam jumlah DPT; KPPS memeriksa tandanya.",
        f"Pemilih bertanda dalam salinan ini: {number(len(maker.marks), 'id')}.",
    )


def difference_file(
    path: str,
    came: Sequence[Differs],
    gone: Sequence[Differs],
    changed: Sequence[Differs],
) -> Made:
    """Who differs between two states of a village's list, as CSV without numbers."""
    table: list[Row] = [["jenis", "tps", "nama", "jenis_kelamin", "alamat", "rt", "rw", "sebab"]]
    for kind, rows in (("masuk", came), ("keluar", gone), ("ubah", changed)):
        for one in rows:
            row = one.row
            who = [row.tps.partition("/")[2], row.name, row.sex, row.address, row.rt, row.rw]
            table.append([kind, *who, one.why])
    return Made(as_csv(table), f"beda-{path}.csv", MEDIA[CSV], len(table) - 1)
