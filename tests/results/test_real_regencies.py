"""The real files of two regencies end to end: their figures are known and independent of us."""

import csv
import io

import pytest
from django.core.exceptions import ObjectDoesNotExist

from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import ImportBatch, LedgerEntry
from jurdil.kernel.viewer import system_viewer
from jurdil.places import queries as places
from jurdil.results import actions, exports, queries
from jurdil.results.models import Form, FormVersi, Rekap, Suara
from tests.results import ground

pytestmark = [pytest.mark.django_db, pytest.mark.shared]

SOPPENG, OGAN_ILIR = "soppeng/ppwp2024_tps_soppeng.csv", "ogan-ilir/ppwp2024_tps_ogan_ilir.csv"
ASKED = ("E-401", "E-501", "E-602", "E-111", "E-101", "E-102", "E-121")
"""Votes != valid; valid + invalid != total; total != users; groups != users; L + P != DPT;
L + P != users; users from DPT above DPT."""


def counts(held) -> tuple[int, ...]:
    found = {c.code: c.tps for c in queries.code_counts(ground.operator(held), held.pk, "ppwp")}
    return tuple(found.get(code, 0) for code in ASKED)


def column_sums(content: bytes) -> dict[str, tuple[int, int]]:
    """Sum and number of figures per column, straight from the file."""
    sums: dict[str, tuple[int, int]] = {}
    for row in csv.DictReader(io.StringIO(content.decode())):
        for name, text in row.items():
            if name.startswith(("paslon", "suara", "dpt", "guna")) and text:
                total, have = sums.get(name, (0, 0))
                sums[name] = (total + int(text), have + 1)
    return sums


@pytest.mark.parametrize(
    ("file", "regency", "tps", "with_votes", "broken"),
    [
        (SOPPENG, "73.12", 794, 790, (23, 2, 27, 12, 12, 7, 3)),
        (OGAN_ILIR, "16.10", 1261, 1231, (27, 3, 56, 23, 10, 13, 6)),
    ],
)
def test_a_real_regency_gives_the_known_figures(shared, file, regency, tps, with_votes, broken):
    held = ground.election(regency)
    content = (shared / file).read_bytes()
    ground.bring(held, "sirekap", content)
    viewer = ground.operator(held)
    board = queries.board(viewer, held.pk, "ppwp")
    assert len(places.tps_of(viewer, held.pk)) == tps
    assert {board.total.cells[f"paslon_{n}"].have for n in (1, 2, 3)} == {with_votes}
    assert counts(held) == broken
    for name, (total, have) in column_sums(content).items():
        cell = board.total.cells[name]
        assert (cell.sum, cell.have, cell.expected) == (total, have, tps), name
    assert sum(line.cells["paslon_2"].sum or 0 for line in board.lines) == (
        board.total.cells["paslon_2"].sum
    )
    assert actions.rebuild(by=system_viewer(regency, "kpu"), election_id=held.pk).same


def test_the_same_file_again_changes_nothing_and_a_changed_figure_is_one_version(shared):
    held = ground.election()
    content = (shared / SOPPENG).read_bytes()
    ground.bring(held, "sirekap", content)
    again = ground.read(held, "sirekap", content)
    assert (again.rows_take, again.rows_skip) == (0, 794)
    assert set(again.rows.values_list("code", flat=True)) == {"sama"}
    with pytest.raises(Refused):
        publish_import(by=ground.operator(held), batch_id=again.pk)
    corrected = content.replace(b",1,61,117,9,187,4,191,", b",1,62,117,9,188,4,192,", 1)
    batch = ground.bring(held, "sirekap", corrected)
    assert (batch.rows_take, batch.rows_skip) == (1, 793)
    form = Form.objects.select_related("current").get(path=f"{ground.LABESSI}/001")
    assert form.current.number == 2
    assert form.current.document_id == batch.file_id
    assert FormVersi.objects.count() == 795
    version = queries.form_versions(ground.operator(held), held.pk, "ppwp", form.path)[0]
    assert version.changes == (
        ("paslon_1", 61, 62),
        ("suara_sah", 187, 188),
        ("suara_total", 191, 192),
    )
    entry = LedgerEntry.objects.filter(act="import.publish").order_by("-seq").first()
    assert '"changed":1' in entry.payload.replace(" ", "")


def test_tps_that_are_not_registered_are_named_and_left_out(shared):
    held = ground.election()
    batch = ground.read(held, "sirekap", (shared / SOPPENG).read_bytes())
    assert (batch.state, batch.rows_take, batch.rows_skip) == (ImportBatch.State.PREVIEW, 0, 794)
    assert set(batch.rows.values_list("code", flat=True)) == {"tps-belum-terdaftar"}


def test_what_is_exported_can_be_brought_in_again_and_is_the_same(shared):
    held = ground.election()
    ground.bring(held, "sirekap", (shared / SOPPENG).read_bytes())
    viewer = ground.operator(held)
    table = exports.forms_table(viewer, held.pk, "ppwp")
    out = io.StringIO()
    csv.writer(out).writerows(table)
    batch = ground.read(held, "c-hasil", out.getvalue().encode(), contest="ppwp")
    assert (batch.rows_take, batch.rows_skip, batch.faults) == (0, 794, [])
    assert set(batch.rows.values_list("code", flat=True)) == {"sama"}


def test_a_ppk_sees_its_kecamatan_and_nothing_else(shared):
    held = ground.election()
    ground.bring(held, "sirekap", (shared / SOPPENG).read_bytes())
    ppk = ground.operator(held, "ppk", "73.12.01")
    board = queries.board(ppk, held.pk, "ppwp")
    assert (board.path, board.total.forms.have) == ("73.12.01", 167)
    found = queries.findings(ppk, held.pk, "ppwp", size=None).rows
    assert found
    assert {row.path[:8] for row in found} == {"73.12.01"}
    for path in ("73.12", "73.12.02"):
        with pytest.raises(ObjectDoesNotExist):
            queries.board(ppk, held.pk, "ppwp", path)
    with pytest.raises(ObjectDoesNotExist):
        queries.form_page(ppk, held.pk, "ppwp", "73.12.02.1001/001")


def test_absent_figures_stay_absent(shared):
    held = ground.election()
    ground.bring(held, "sirekap", (shared / SOPPENG).read_bytes())
    page = queries.form_page(ground.operator(held), held.pk, "ppwp", f"{ground.LABESSI}/002")
    assert page.figures == {"paslon_1": 62, "paslon_2": 139, "paslon_3": 16}
    assert page.findings == ()
    board = queries.board(ground.operator(held), held.pk, "ppwp")
    cell = board.total.cells["surat_suara_diterima"]
    assert (cell.sum, cell.have, cell.expected) == (None, 0, 794)
    assert Suara.objects.count() == 790 * 3
    assert Rekap.objects.count() == 79
