"""An office with its regions, an election and its TPS, and files brought in as a person does."""

import csv
import io

from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.imports import staging
from jurdil.kernel.models import Election, ImportBatch
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.rules import Choices, figures, params_for
from tests import factories
from tests.places import ground

LABESSI = ground.LABESSI
CONTESTS = ["ppwp", "dpr", "dpd", "dprd-prov", "dprd-kab"]


def election(regency: str = "73.12") -> Election:
    """The office of a regency with its real regions and Pemilu 2024, without TPS."""
    factories.office(path=regency)
    ground.regions()
    return factories.election(path=regency, contests=CONTESTS)


def operator(held: Election, role: str = "operator", path: str = "") -> Viewer:
    """A viewer looking at the election, by default of the whole regency."""
    return factories.viewer(role, path or held.path, election_id=held.pk)


def read(
    held: Election, kind: str, content: bytes, by: Viewer | None = None, **options: str
) -> ImportBatch:
    """Stage a file; the batch is then a preview or refused."""
    batch = staging.open_batch(
        by or operator(held),
        kind=kind,
        name="hasil.csv",
        content=content,
        options={name.replace("_", "-"): value for name, value in options.items()},
    )
    return staging.read_now(batch.pk)


def bring(
    held: Election, kind: str, content: bytes, by: Viewer | None = None, **options: str
) -> ImportBatch:
    """Stage a file and publish it, its TPS being registered with it."""
    batch = read(held, kind, content, by, **{"tambah_tps": "1", **options})
    assert batch.state == ImportBatch.State.PREVIEW, batch.faults
    publish_import(by=by or operator(held), batch_id=batch.pk)
    batch.refresh_from_db()
    return batch


def names_of(choices: Choices) -> tuple[str, ...]:
    """The columns of a C.Hasil sheet of these choices."""
    return figures(choices, params_for(load_regime("pemilu-2024")))


def sheet(choices: Choices, forms: dict[str, dict[str, int]]) -> bytes:
    """A C.Hasil file: TPS path -> figures; a figure that is not given stays empty."""
    names = names_of(choices)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["kode_tps", *names])
    for path, values in forms.items():
        code = path.replace(".", "").replace("/", "")
        writer.writerow([code, *("" if values.get(n) is None else values[n] for n in names)])
    return out.getvalue().encode()


def filled(choices: Choices, value: int = 7) -> dict[str, int]:
    """Every figure of a form, all the same number (so that sums do not agree)."""
    return dict.fromkeys(names_of(choices), value)
