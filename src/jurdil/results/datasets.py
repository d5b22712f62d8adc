"""What a determined recapitulation freezes: every figure of every form, and every sum.

Forms are those of TPS, and the D.Hasil of a kecamatan whose PPK does not work here.

One dataset per contest, because a plenary determines one contest at a time.
"""

from collections.abc import Iterator

from jurdil.kernel.decisions import Dataset, Row, register
from jurdil.law.regime import load_regime, regime_codes
from jurdil.law.text import Text
from jurdil.results.models import Form, Rekap
from jurdil.results.shapes import shapes_of
from jurdil.results.writing import read_figures

KIND = "results.recap"
FORMS, SUMS = "results.forms.", "results.recap."


def contest_of(dataset: str) -> str:
    """The contest that a dataset of this room is of."""
    return dataset.removeprefix(FORMS).removeprefix(SUMS)


def register_all() -> None:
    """Make the datasets of every contest of every regime known."""
    names = {
        contest.id: contest.name
        for code in regime_codes()
        for contest in load_regime(code).contests
    }
    for contest, name in sorted(names.items()):
        register(_forms(contest, name))
        register(_sums(contest, name))


def _forms(contest: str, name: Text) -> Dataset:
    def rows(election_id: int, path: str) -> Iterator[Row]:
        forms = Form.objects.filter(
            election_id=election_id,
            contest=contest,
            current__isnull=False,
            path__within=path,
        )
        for at, text in forms.values_list("path", "current__figures").iterator(chunk_size=500):
            for figure, value in read_figures(text).items():
                yield (at, figure, value)

    return Dataset(
        code=f"{FORMS}{contest}",
        name=Text(f"Formulir {name.id}", f"Forms of {name.en}"),
        schema=1,
        columns=("tps", "angka", "nilai"),
        keys=2,
        rows=rows,
    )


def _sums(contest: str, name: Text) -> Dataset:
    def rows(election_id: int, path: str) -> Iterator[Row]:
        shapes = shapes_of(election_id, contest)
        sums = Rekap.objects.filter(election_id=election_id, contest=contest, path__within=path)
        for row in sums:
            figures = shapes[row.dapil].figures
            for figure, total, have in zip(figures, row.sums, row.haves, strict=True):
                yield (row.path, row.dapil, figure, total, have)

    return Dataset(
        code=f"{SUMS}{contest}",
        name=Text(f"Rekapitulasi {name.id}", f"Recapitulation of {name.en}"),
        schema=1,
        columns=("wilayah", "dapil", "angka", "jumlah", "formulir"),
        keys=3,
        rows=rows,
    )
