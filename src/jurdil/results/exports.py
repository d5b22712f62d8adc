"""Recapitulation, forms and findings as tables for files, codes always as text."""

from django.core.exceptions import ObjectDoesNotExist

from jurdil.kernel.spreadsheets import Row
from jurdil.kernel.viewer import Viewer
from jurdil.law.rules import rule, sentence
from jurdil.places import paths
from jurdil.results import queries
from jurdil.results.reading import as_texts
from jurdil.web.words import language

STATUS = "status"


def recap_table(viewer: Viewer, election_id: int, contest: str, dapil: str = "") -> list[Row]:
    """Every place in scope; beside each figure how many forms have it (`_formulir`), at the end
    what the figures are (`status`)."""
    figures, lines = queries.recap_lines(viewer, election_id, contest, dapil)
    head = ["kode", "wilayah", "formulir_masuk", "tps"]
    head += [name for figure in figures for name in (figure, f"{figure}_formulir")]
    status = queries.status_line(viewer, election_id, contest, viewer.path)
    rows: list[Row] = [[*head, STATUS]]
    for line in lines:
        cells = [v for figure in figures for v in (line.cells[figure].sum, line.cells[figure].have)]
        counted = (line.forms.have, line.forms.expected)
        rows.append([line.path, line.label, *counted, *cells, status])
    return rows


def forms_table(viewer: Viewer, election_id: int, contest: str, dapil: str = "") -> list[Row]:
    """Every form in scope in the layout that the import of C.Hasil reads; absent stays empty, and
    what the figures are (`status`) is passed over there."""
    figures, forms = queries.tps_figures(viewer, election_id, contest, dapil)
    status = queries.status_line(viewer, election_id, contest, viewer.path)
    rows: list[Row] = [["kode_tps", *figures, STATUS]]
    for path, values in forms:
        rows.append([file_code(path), *(values.get(figure) for figure in figures), status])
    return rows


def entry_table(viewer: Viewer, election_id: int, contest: str, dapil: str = "") -> list[Row]:
    """Every TPS in scope in the layout of the imports of C.Hasil, its figures still empty.

    Raises ObjectDoesNotExist while the participants are not registered, as the columns are unknown.
    """
    sheet = queries.entry_sheet(viewer, election_id, contest, dapil)
    if not sheet.figures:
        raise ObjectDoesNotExist
    rows: list[Row] = [["kode_tps", "kecamatan", "desa", "tps", *sheet.figures]]
    for path in sheet.tps:
        village = paths.parent(path)
        place = [sheet.names.get(one, "") for one in (paths.parent(village), village)]
        rows.append(
            [file_code(path), *place, paths.tps_number(path), *(None for _ in sheet.figures)]
        )
    return rows


def findings_table(
    viewer: Viewer,
    election_id: int,
    contest: str,
    path: str = "",
    code: str = "",
    severity: str = "",
) -> list[Row]:
    """Every broken rule in scope with its sentence and what to do."""
    lang = language()
    rows: list[Row] = [
        ["kode_tps", "tps", "wilayah", "kode", "tingkat", "kiri", "kanan", "temuan", "tindakan"]
    ]
    page = queries.findings(
        viewer, election_id, contest, path=path, code=code, severity=severity, size=None
    )
    for row in page.rows:
        found = row.finding
        said = sentence(found, as_texts(row.labels)).pick(lang)
        advice = rule(found.code).advice.coordinator.pick(lang)
        place = [file_code(row.path), row.label, row.way]
        rows.append(
            [*place, found.code, found.severity.value, found.left, found.right, said, advice]
        )
    return rows


def review_table(viewer: Viewer, election_id: int, **chosen: str) -> list[Row]:
    """The queue of review in its order, with what each row could move and what was said."""
    lang = language()
    head = ["kode_tps", "kontes", "dapil", "jenis", "judul", "penjelasan"]
    rows: list[Row] = [[*head, "suara_paling_banyak", "dapat_mengubah", "status", "catatan"]]
    for row in queries.review_queue(viewer, election_id, size=None, **chosen).rows:
        codes = " ".join(file_code(path) for path, _label, _way in row.places)
        words = [row.code, row.title.pick(lang), row.sentence.pick(lang)]
        reach = [row.reach.votes, "1" if row.reach.flips else "0"]
        rows.append([codes, row.contest, row.dapil, *words, *reach, row.state, row.note])
    return rows


def file_code(path: str) -> str:
    """The code of a TPS as Sirekap's files write it: 7312011001001."""
    return path.replace(".", "").replace("/", "")
