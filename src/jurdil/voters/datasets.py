"""What a determined revision freezes: the figures of every TPS and a digest of its list.

The rows are read again from the versions of each village at the point where the revision fixed it.
Lists go on changing after a determination, and such changes are the next revision's; what differs
here was changed behind the versions' back.
"""

from collections.abc import Iterator

from jurdil.kernel import chain
from jurdil.kernel.decisions import Dataset, Row, register_family
from jurdil.law.text import Text
from jurdil.voters import revising
from jurdil.voters.models import PemilihVersi, Revisi, RevisiDesa

FAMILY = "voters.list."
_DIGESTED = (
    *("pemilih_id", "nik_index", "nkk_index", "name", "birth_place", "marriage", "sex"),
    *("address", "rt", "rw", "disability", "ktp", "status", "tms"),
)

_SEX, _STATUS = _DIGESTED.index("sex"), _DIGESTED.index("status")
_COLUMN = {"L": 0, "P": 1}


def code_of(revision: Revisi) -> str:
    """The dataset of a revision."""
    return f"{FAMILY}{revision.kind}.{revision.pk}"


def register_all() -> None:
    """Make the lists of every revision known as datasets."""
    register_family(FAMILY, _dataset)


def _dataset(code: str) -> Dataset:
    kind, _dot, number = code.removeprefix(FAMILY).rpartition(".")
    revision_id = int(number)

    def rows(_election_id: int, path: str) -> Iterator[Row]:
        fixed = RevisiDesa.objects.filter(revision=revision_id, village__within=path)
        for row in fixed.order_by("village"):
            yield from _of_village(row)

    return Dataset(
        code=code,
        name=Text(f"Daftar {kind.upper()}", f"{kind.upper()} list"),
        schema=1,
        columns=("tempat", "laki_laki", "perempuan", "belum_dicatat", "sidik_daftar"),
        keys=1,
        rows=rows,
    )


def _of_village(fixed: RevisiDesa) -> Iterator[Row]:
    """One row per TPS: its active voters by sex, and the digest of all its rows."""
    sexes: dict[str, list[int]] = {}
    lists: dict[str, list[list[object]]] = {}
    versions = revising.at(fixed.village, fixed.as_of).order_by("tps", "pemilih_id")
    for tps, born, born_text, *rest in versions.values_list(
        "tps", "born", "born_text", *_DIGESTED
    ).iterator(chunk_size=2000):
        place = tps or fixed.village
        lists.setdefault(place, []).append([str(born) if born else born_text, *rest])
        counts = sexes.setdefault(place, [0, 0, 0])
        if rest[_STATUS] == PemilihVersi.Status.ACTIVE:
            counts[_COLUMN.get(rest[_SEX], 2)] += 1
    for place, people in sorted(lists.items()):
        men, women, unknown = sexes[place]
        yield (place, men, women, unknown, chain.sha256(chain.canonical(people)))
