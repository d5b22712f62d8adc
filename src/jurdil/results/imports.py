"""Files that come in: the public Sirekap record, and C.Hasil sheets of any contest."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel import chain, clock, policy
from jurdil.kernel.acts import Refused
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
from jurdil.kernel.models import Election, ImportBatch
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.rules import Choices, pairs, params_for
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.places import writing as places_writing
from jurdil.places.records import NewTps
from jurdil.places.tps_file import FIRST_SPECIAL
from jurdil.results import (
    c_hasil_file,
    c_hasil_long,
    ground,
    import_gate,
    revote_tasks,
    revotes,
    sirekap,
)
from jurdil.results import d_hasil as d_hasil  # its importer registers itself
from jurdil.results.entry import first_readings
from jurdil.results.import_options import (
    ADD_TPS,
    ADD_TPS_OPTION,
    BEGUN,
    CONTEST,
    DETERMINED,
    NOTHING,
    OUTSIDE,
    REASONS,
    SAME,
    UNREGISTERED,
    contests,
)
from jurdil.results.layout import choices_from, described
from jurdil.results.models import FormVersi
from jurdil.results.shapes import Shape, fix_shape
from jurdil.results.writing import Source as Origin
from jurdil.results.writing import Written, canonical_figures, put_figures


class FormImport(Importer):
    """What both kinds have in common: rows of one TPS each, published as new form versions."""

    right = "results.import"
    reasons = REASONS
    origin: ClassVar[str]
    dated: ClassVar[bool] = True
    """Whether it is known of which day's vote the figures are."""
    kinds: ClassVar[tuple[str, ...]] = ()

    def expected(self, viewer: Viewer, options: Mapping[str, str]) -> set[str] | None:
        return set(ground.registered(viewer, viewer.election_id or 0))

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        election, rows = self._still_taken(batch)
        added = _add_tps(by, election, batch) if batch.options.get(ADD_TPS) else 0
        contest = rows[0].data["contest"]
        facts: dict[str, Any] = {"contest": contest, "tps_added": added}
        totals = {"new": 0, "changed": 0}
        for dapil in sorted({row.data["dapil"] for row in rows}):
            part = [row for row in rows if row.data["dapil"] == dapil]
            choices = choices_from(part[0].data["choices"])
            shape = fix_shape(election, contest, dapil, choices)
            incoming = {row.key: row.data["figures"] for row in part}
            written = self._put(by, shape, incoming, batch)
            totals["new"] += sum(one.new for one in written)
            totals["changed"] += sum(one.changed for one in written)
            digests = [one.digest for one in written]
            digest = chain.sha256("\n".join(digests)) if digests[1:] else digests[0]
            facts[f"digest:{dapil}" if dapil else "digest"] = digest
        return PublishResult(len(rows), {**facts, **totals})

    def _still_taken(self, batch: ImportBatch) -> tuple[Election, list[StagedRow]]:
        """The rows to take. Raises `Refused` without any, or when one may not come in any more."""
        rows, election = list(taken(batch)), batch.election
        if election is None or not rows:
            raise Refused(_("Tidak ada formulir untuk diterbitkan."))
        held = ground.held(viewer_of(batch), rows[0].data["contest"], self.kinds)
        told = import_gate.gate(held, dated=self.dated)
        import_gate.require_open(told, {row.key: row.data["figures"] for row in rows})
        return election, rows

    def _put(
        self, by: Viewer, shape: Shape, incoming: Mapping[str, Any], batch: ImportBatch
    ) -> list[Written]:
        """Write the forms; where something is held again, as its result."""
        again = revotes.open_cases(shape.election_id, shape.contest).keys() & incoming.keys()
        plain = {path: figures for path, figures in incoming.items() if path not in again}
        parts = [(plain, self.origin)] if plain else []
        for path in sorted(again):
            origin = revote_tasks.mark_done(shape.election_id, shape.contest, path)
            parts.append(({path: incoming[path]}, origin))
        return [
            put_figures(by, shape, forms, Origin(origin, batch.file), clock.office_path())
            for forms, origin in parts
        ]

    def where(self, batch: ImportBatch) -> str:
        chosen = batch.options.get(CONTEST, "")
        held = ground.held(viewer_of(batch), chosen, self.kinds)
        return reverse("results:board", args=[held.election.pk, held.contest.id])

    def words(self, row: StagedRow) -> str:
        figures = row.data["figures"]
        if row.code == DETERMINED:
            return import_gate.told_differences(row.data.get("differs", []))
        told = [name for name in ("suara_sah", "suara_tidak_sah") if name in figures]
        return ", ".join(f"{name} {figures[name]}" for name in told)

    def _staged(
        self,
        source: Source,
        held: ground.Held,
        dapil: str,
        choices: Choices,
        rows: Iterable[tuple[int, str, Mapping[str, int | None]]],
    ) -> Iterator[StagedRow]:
        ground.require_same_shape(held, dapil, choices)
        registered = ground.registered(source.viewer, held.election.pk)
        passed_over = self._passed_over(held)
        present = ground.present(held.election.pk, held.contest.id)
        shared = {"contest": held.contest.id, "dapil": dapil, "choices": described(choices)}
        for number, path, figures in rows:
            there = {name: value for name, value in figures.items() if value is not None}
            code = passed_over(path, there)
            if path not in registered and not source.options.get(ADD_TPS):
                code = UNREGISTERED
            code = code if there else NOTHING
            code = code if within(path, source.viewer.path) else OUTSIDE
            data: dict[str, Any] = {**shared, "figures": there}
            if code == DETERMINED:
                data["differs"] = import_gate.differences(there, present.get(path))
            yield StagedRow(number, path, data, take=not code, code=code)

    def _passed_over(self, held: ground.Held) -> Callable[[str, Mapping[str, int]], str]:
        """Tells why a form of a registered TPS is left out, '' when it is taken."""
        present = ground.present(held.election.pk, held.contest.id)
        shut = import_gate.gate(held, dated=self.dated)

        def told(path: str, figures: Mapping[str, int]) -> str:
            same = canonical_figures(figures) == present.get(path)
            return SAME if same else shut(path, figures)

        return told


def _add_tps(by: Viewer, election: Election, batch: ImportBatch) -> int:
    """Register the TPS of the file, those without any figure too: they are expected from now on.

    Where the result is determined nothing more is expected.
    """
    known = ground.registered(by, election.pk)
    rows = batch.rows.exclude(code__in=(OUTSIDE, DETERMINED)).order_by("number")
    named = rows.values_list("key", flat=True)
    new = [_new_tps(path) for path in named if path not in known]
    if new:
        policy.require(by, "places.add_tps_list")
        places_writing.write_tps(by, election.pk, new, _("Impor hasil TPS"))
    return len(new)


def _new_tps(path: str) -> NewTps:
    number = paths.tps_number(path)
    kind = "khusus" if number >= FIRST_SPECIAL else "reguler"
    return NewTps(paths.parent(path), number, kind)


@register
class SirekapImport(FormImport):
    """The public Sirekap record of a contest of pairs."""

    kind = "sirekap"
    kinds = ("pair",)
    title = Text("Hasil per TPS dari Sirekap", "Results per TPS from Sirekap")
    layout = Text(
        "Tata letak Sirekap per TPS: kode_tps, kode_desa, tps, paslon_1 dan seterusnya, suara_sah, "
        "suara_tidak_sah, suara_total, dpt, guna dan rinciannya. Sel kosong: tidak ada angka.",
        "The layout of Sirekap per TPS: kode_tps, kode_desa, tps, paslon_1 and so on, suara_sah, "
        "suara_tidak_sah, suara_total, dpt, guna and their parts. An empty cell is no figure.",
    )
    options = (
        Option(
            CONTEST,
            Text("Kontes", "Contest"),
            Text("Bila kosong: satu-satunya kontes pasangan calon.", "If empty: the only one."),
            choices=contests("pair"),
        ),
        ADD_TPS_OPTION,
    )
    origin = FormVersi.Origin.SIREKAP
    dated = False

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        held = ground.held(source.viewer, source.options.get(CONTEST, ""), self.kinds)
        ballot = ground.ballot_choices(source.viewer, held.election.pk, held.contest.id)("")
        file = sirekap.read(
            source.content,
            source.name,
            regency=clock.office_path(),
            villages=ground.villages(source.viewer),
            pairs=len(ballot.votes) if ballot else None,
        )
        rows = ((row.row, row.path, row.figures) for row in file.rows)
        yield from self._staged(source, held, "", pairs(len(file.choices)), rows)


@register
class CHasilImport(FormImport):
    """C.Hasil figures of any contest, one file per dapil."""

    kind = "c-hasil"
    title = Text("Angka C.Hasil per TPS", "C.Hasil figures per TPS")
    layout = Text(
        "Kolom kode_tps (13 angka) dan satu kolom untuk setiap angka formulir: dpt_l, guna, "
        "surat_suara_diterima, paslon_1 atau partai_1_calon_1, suara_sah dan seterusnya. Bagian I "
        "sampai III boleh tidak ada. Satu berkas untuk satu dapil.",
        "Columns kode_tps (13 digits) and one for every figure of the form: dpt_l, guna, "
        "surat_suara_diterima, paslon_1 or partai_1_calon_1, suara_sah and so on. Parts I to III "
        "may be left out. One file per dapil.",
    )
    options: ClassVar[tuple[Option, ...]] = (
        Option(CONTEST, Text("Kontes", "Contest"), choices=contests(), required=True),
        ADD_TPS_OPTION,
    )
    origin = FormVersi.Origin.FILE

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        held = ground.held(source.viewer, source.options.get(CONTEST, ""), self.kinds)
        file = self.read_file(source.content, _ground_of(source, held))
        rows = ((row.row, row.path, row.figures) for row in file.rows)
        yield from self._staged(source, held, file.dapil, file.choices, rows)

    def read_file(self, content: bytes, at: c_hasil_file.Ground) -> c_hasil_file.FormFile:
        """The forms of the file. Raises `FileRefused`."""
        return c_hasil_file.read_forms(content, at)

    def expected(self, viewer: Viewer, options: Mapping[str, str]) -> set[str] | None:
        """A file is of one dapil, so that a missing TPS is only known for contests without."""
        held = ground.held(viewer, options.get(CONTEST, ""))
        if held.contest.choice == "list" and ground.dapil_codes(viewer, held):
            return None
        return super().expected(viewer, options)


@register
class LongImport(CHasilImport):
    """Votes of a contest of lists with one row per TPS and candidate."""

    kind = "c-hasil-panjang"
    kinds = ("list",)
    title = Text("Suara per TPS dan calon (panjang)", "Votes per TPS and candidate (long)")
    layout = Text(
        "Kolom kode_tps, partai_no, nomor_urut (0 untuk suara partai) dan suara, satu baris untuk "
        "setiap calon. Kolom lain tidak dibaca. Satu berkas untuk satu dapil.",
        "Columns kode_tps, partai_no, nomor_urut (0 for votes for the party) and suara, one row "
        "for every candidate. Other columns are not read. One file per dapil.",
    )
    options = (
        Option(CONTEST, Text("Kontes", "Contest"), choices=contests("list"), required=True),
        ADD_TPS_OPTION,
    )

    def read_file(self, content: bytes, at: c_hasil_file.Ground) -> c_hasil_file.FormFile:
        return c_hasil_long.read_long(content, at)


@register
class FirstReadingImport(CHasilImport):
    """A sheet that an office typed itself is the first reading; a person makes the second."""

    kind = "entri-1"
    title = Text("Entri pertama dari berkas", "First entry from a file")
    options = (Option(CONTEST, Text("Kontes", "Contest"), choices=contests(), required=True),)

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        election, rows = self._still_taken(batch)
        contest, dapil = rows[0].data["contest"], rows[0].data["dapil"]
        shape = fix_shape(election, contest, dapil, choices_from(rows[0].data["choices"]))
        first_readings.keep_all(by, shape, {row.key: row.data["figures"] for row in rows}, batch)
        return PublishResult(len(rows), {"contest": contest, "dapil": dapil})

    def where(self, batch: ImportBatch) -> str:
        return reverse("results:entry_board", args=[batch.election_id])

    def _passed_over(self, held: ground.Held) -> Callable[[str, Mapping[str, int]], str]:
        """A reading is a reading also when its figures are those of Sirekap; not so a second one
        and one of a form that is determined."""
        election, contest = held.election, held.contest.id
        begun = first_readings.begun(election.pk, contest)
        shut = import_gate.gate(held, dated=self.dated)

        def told(path: str, figures: Mapping[str, int]) -> str:
            code = shut(path, figures)
            return BEGUN if not code and path in begun else code

        return told


def _ground_of(source: Source, held: ground.Held) -> c_hasil_file.Ground:
    election, contest = held.election, held.contest
    return c_hasil_file.Ground(
        regency=clock.office_path(),
        villages=ground.villages(source.viewer),
        kind=contest.choice,
        params=params_for(load_regime(election.regime)),
        dapil_at=ground.dapil_finder(source.viewer, election.pk, contest.id),
        ballot=ground.ballot_choices(source.viewer, election.pk, contest.id),
    )
