"""D.Hasil Kecamatan of a PPK that does not work here: one row of figures per kecamatan.

They stand beside the sums of the TPS forms, which they never replace: where all forms of a
kecamatan are in, its sums count and this paper is compared with them.
"""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel import chain, clock
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.faults import FileRefused, missing_columns, unknown_column
from jurdil.kernel.fields import within
from jurdil.kernel.imports import (
    FaultLike,
    Importer,
    Option,
    PublishResult,
    Source,
    StagedRow,
    register,
)
from jurdil.kernel.imports.staging import taken, viewer_of
from jurdil.kernel.models import ImportBatch
from jurdil.kernel.tables import Record, Sheet, written
from jurdil.kernel.viewer import Viewer
from jurdil.law import recap
from jurdil.law.formats import number
from jurdil.law.regime import load_regime
from jurdil.law.rules import Choices, figures, params_for
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import ground
from jurdil.results.fixed import decisions_over, require_undetermined
from jurdil.results.import_options import CONTEST, OUTSIDE, REASONS, SAME, contests
from jurdil.results.layout import choices_from, choices_in, described
from jurdil.results.models import Form, FormVersi, Rekap
from jurdil.results.shapes import Shape, fix_shape, shape_of
from jurdil.results.writing import canonical_figures

CODE, NAME, LEVEL = "kode_kec", "kec", "kecamatan"
DETERMINED = "ditetapkan"


@register
class DHasilImport(Importer):
    """Figures of D.Hasil Kecamatan, compared with the sums of the TPS forms that are in."""

    kind = "d-hasil"
    right = "results.import"
    title = Text("D.Hasil Kecamatan", "D.Hasil Kecamatan")
    layout = Text(
        "Kolom kode_kec (6 angka) dan satu kolom untuk setiap angka: paslon_1 atau partai_1, "
        "suara_sah dan seterusnya. Satu baris satu kecamatan. Untuk D.Hasil yang memuat angka "
        "setiap TPS, pakai berkas C.Hasil per TPS.",
        "Columns kode_kec (6 digits) and one for every figure: paslon_1 or partai_1, suara_sah and "
        "so on. One row per kecamatan. For a D.Hasil with the figures of every TPS use the file of "
        "C.Hasil per TPS.",
    )
    options: ClassVar[tuple[Option, ...]] = (
        Option(CONTEST, Text("Kontes", "Contest"), choices=contests(), required=True),
    )
    reasons: ClassVar[Mapping[str, Text]] = {
        **REASONS,
        DETERMINED: Text(
            "Rekapitulasi kecamatan ini sudah ditetapkan.",
            "The recapitulation of this kecamatan is determined.",
        ),
    }

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        held = ground.held(source.viewer, source.options.get(CONTEST, ""))
        sheet = Sheet(source.content, required=(CODE,), others=True)
        everywhere = ground.everywhere(source.viewer)
        known = {place.path for place in places.children(everywhere, everywhere.path)}
        records = list(sheet.records())
        dapil_at = ground.dapil_finder(source.viewer, held.election.pk, held.contest.id)
        for record in records:
            path = _path(record, known)
            if path is None:
                continue
            dapil = dapil_at(path)
            choices = _choices(source.viewer, held, dapil, sheet)
            ground.require_same_shape(held, dapil, choices)
            yield _staged(source.viewer, held, record, path, dapil, choices)
        sheet.faults.refuse()

    def expected(self, viewer: Viewer, options: Mapping[str, str]) -> set[str] | None:
        due = places.expected_tps(viewer, viewer.election_id or 0)
        return {path for path, tps in due.items() if tps and paths.level(path) == paths.KECAMATAN}

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        rows = list(taken(batch))
        if batch.election is None or not rows:
            raise Refused(_("Tidak ada D.Hasil untuk diterbitkan."))
        digests = []
        for row in rows:
            require_undetermined(batch.election.pk, row.data["contest"], row.key)
            choices = choices_from(row.data["choices"])
            shape = fix_shape(batch.election, row.data["contest"], row.data["dapil"], choices)
            digests.append(put_d_hasil(by, shape, row.key, row.data["figures"], batch))
        facts = {"contest": rows[0].data["contest"], "digest": chain.sha256("\n".join(digests))}
        return PublishResult(len(rows), facts)

    def where(self, batch: ImportBatch) -> str:
        held = ground.held(viewer_of(batch), batch.options.get(CONTEST, ""))
        return reverse("results:board", args=[held.election.pk, held.contest.id])

    def words(self, row: StagedRow) -> str:
        """The valid votes, and what of it differs from the sum of the TPS forms that are in."""
        told = [
            _("%(figure)s %(paper)s, jumlah formulir TPS %(sum)s")
            % {"figure": name, "paper": number(paper, "id"), "sum": number(total, "id")}
            for name, paper, total in row.data["differs"]
        ]
        valid = row.data["figures"].get("suara_sah")
        return "; ".join(told[:3]) or ("" if valid is None else f"suara_sah {number(valid, 'id')}")


@inner
def put_d_hasil(
    by: Viewer, shape: Shape, path: str, values: Mapping[str, int], batch: ImportBatch
) -> str:
    """Write the D.Hasil of a kecamatan as a version of its own form; returns its digest."""
    form, _new = Form.objects.select_for_update().get_or_create(
        election_id=shape.election_id,
        contest=shape.contest,
        level=LEVEL,
        path=path,
        defaults={"dapil": shape.dapil},
    )
    last = form.versions.order_by("-number").first()
    text = canonical_figures(values)
    form.current = FormVersi.objects.create(
        form=form,
        number=last.number + 1 if last else 1,
        origin=FormVersi.Origin.PPK,
        figures=text,
        document=batch.file,
        account=by.account_id,
        account_name=by.name,
        made_at=clock.now(),
    )
    form.save(update_fields=["current"])
    return chain.sha256(f"{path} {text}")


def _path(record: Record, known: set[str]) -> str | None:
    """The kecamatan of a row; None with a fault for a code that is none here."""
    text = written(record.cell(CODE))
    try:
        path = paths.read_code(text)
    except paths.BadCode:
        path = ""
    if path not in known:
        record.fault(
            "unknown-kecamatan",
            CODE,
            f"“{text}” bukan kode kecamatan kantor ini (6 angka Kemendagri).",
            f"“{text}” is no code of a kecamatan of this office (6 digits of Kemendagri).",
        )
        return None
    return path if record.once(CODE, path) else None


def _choices(viewer: Viewer, held: ground.Held, dapil: str, sheet: Sheet) -> Choices:
    known = ground.ballot_choices(viewer, held.election.pk, held.contest.id)(dapil)
    stored = shape_of(held.election.pk, held.contest.id, dapil)
    choices = known or (stored.choices if stored else None)
    if choices is None:
        try:
            choices = choices_in(sheet.columns, held.contest.choice)
        except ValueError:
            example = {"pair": "paslon_1", "person": "calon_1"}.get(held.contest.choice, "partai_1")
            raise FileRefused([missing_columns([example])]) from None
    names = figures(choices, params_for(load_regime(held.election.regime)))
    if strange := [name for name in sheet.columns if name not in {CODE, NAME, *names}]:
        raise FileRefused([unknown_column(strange[0], sheet.columns[strange[0]] + 1)])
    return choices


def _staged(
    viewer: Viewer, held: ground.Held, record: Record, path: str, dapil: str, choices: Choices
) -> StagedRow:
    names = figures(choices, params_for(load_regime(held.election.regime)))
    read = {name: record.whole(name) for name in names}
    values = {name: value for name, value in read.items() if value is not None}
    key = {"election_id": held.election.pk, "contest": held.contest.id}
    now = Form.objects.filter(**key, level=LEVEL, path=path, current__isnull=False)
    code = (
        SAME if canonical_figures(values) in now.values_list("current__figures", flat=True) else ""
    )
    if decisions_over(held.election.pk, held.contest.id, path).exists():
        code = DETERMINED
    code = code if within(path, viewer.path) else OUTSIDE
    data = {
        "contest": held.contest.id,
        "dapil": dapil,
        "choices": described(choices),
        "figures": values,
        "differs": _differs(held, path, dapil, values),
    }
    return StagedRow(record.number, path, data, take=not code, code=code)


def _differs(
    held: ground.Held, path: str, dapil: str, values: Mapping[str, int]
) -> list[tuple[str, int, int]]:
    """Figures that differ from the sum of the forms, of figures that every form has."""
    row = Rekap.objects.filter(
        election_id=held.election.pk, contest=held.contest.id, dapil=dapil, path=path
    ).first()
    shape = shape_of(held.election.pk, held.contest.id, dapil)
    if row is None or shape is None:
        return []
    return differing(shape, recap.Tally(tuple(row.sums), tuple(row.haves), row.forms), values)


def differing(
    shape: Shape, tally: recap.Tally, values: Mapping[str, int]
) -> list[tuple[str, int, int]]:
    """(figure, on the paper, sum of the forms) where they differ, of figures every form has."""
    return [
        (name, values[name], total)
        for name, total, have in zip(shape.figures, tally.sums, tally.haves, strict=True)
        if name in values and have == tally.forms and values[name] != total
    ]
