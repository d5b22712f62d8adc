"""Determined means frozen: whoever changes a figure afterwards, and however, it shows."""

import pytest
from django.db import connection

from jurdil.kernel import csv_files
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Decision, LedgerEntry
from jurdil.kernel.policy import Forbidden
from jurdil.kernel.queries import imports
from jurdil.law.rules import pairs
from jurdil.places import queries as places
from jurdil.results import actions, exports, import_gate, queries
from jurdil.results.models import Form, FormVersi, Rekap
from jurdil.results.shapes import shape_of
from jurdil.results.writing import Source, put_figures
from tests import factories
from tests.results import ground
from tests.writes import setting_up

pytestmark = pytest.mark.django_db

PATH = f"{ground.LABESSI}/001"


@pytest.fixture
def held():
    made = ground.election()
    forms = {PATH: {"paslon_1": 61, "suara_sah": 187}}
    ground.bring(made, "c-hasil", ground.sheet(pairs(3), forms), contest="ppwp")
    return made


def freeze(held, role="ketua", path="73.12", title="BA 12/2024"):
    return actions.freeze_recap(
        by=factories.viewer(role), election_id=held.pk, contest="ppwp", path=path, title=title
    )


def test_nothing_changed_is_said_so_and_the_ledger_carries_the_digest(held):
    decision = freeze(held)
    page = queries.decision(factories.viewer("ketua"), decision.pk)
    assert page.changes == ()
    entry = LedgerEntry.objects.get(act="results.freeze_recap")
    assert decision.digest in entry.payload
    assert entry.subject == f"decision:{decision.pk}"


def test_files_say_beside_every_row_what_the_figures_are(held):
    by = factories.viewer("ketua")
    for table in (exports.recap_table, exports.forms_table):
        head, *rows = table(by, held.pk, "ppwp")
        assert (head[-1], {row[-1] for row in rows}) == (
            "status",
            {"Hitung internal, bukan hasil resmi"},
        )
    decision = freeze(held)
    for table in (exports.recap_table, exports.forms_table):
        (line,) = {row[-1] for row in table(by, held.pk, "ppwp")[1:]}
        assert line.startswith("Rekapitulasi hasil kabupaten/kota, ")
        assert line.endswith(f"; sidik {decision.digest}")


def test_a_file_of_forms_with_its_status_comes_in_again(held):
    rows = exports.forms_table(factories.viewer("ketua"), held.pk, "ppwp")
    batch = ground.read(held, "c-hasil", csv_files.written(rows).encode(), contest="ppwp")
    assert batch.faults == []
    assert [row.code for row in batch.rows.all()] == ["sama"]


def test_a_figure_changed_by_sql_is_named_with_old_and_new_value(held):
    decision = freeze(held)
    with setting_up(), connection.cursor() as cursor:
        at = queries.board(factories.viewer(), held.pk, "ppwp").figures.index("paslon_1")
        row = Rekap.objects.get(path="73.12")
        bent = [*row.sums[:at], 71, *row.sums[at + 1 :]]
        cursor.execute(
            "UPDATE results_rekap SET sums = %s WHERE path = %s",
            [str(bent), "73.12"],
        )
    (change,) = queries.decision(factories.viewer("ketua"), decision.pk).changes
    assert (change.path, change.key, change.column) == (
        "73.12",
        ("73.12", "", "paslon_1"),
        "jumlah",
    )
    assert (change.old, change.new) == (61, 71)


def test_a_form_corrected_later_shows_in_the_form_and_in_every_sum(held):
    decision = freeze(held)
    with setting_up():
        put_figures(
            factories.viewer("ketua", election_id=held.pk),
            shape_of(held.pk, "ppwp"),
            {PATH: {"paslon_1": 60, "suara_sah": 187}},
            Source(FormVersi.Origin.RULING),
            "73.12",
        )
    found = {
        (change.dataset, change.key): (change.old, change.new)
        for change in queries.decision(factories.viewer("ketua"), decision.pk).changes
    }
    assert found == {
        ("results.forms.ppwp", (PATH, "paslon_1")): (61, 60),
        **{
            ("results.recap.ppwp", (place, "", "paslon_1")): (61, 60)
            for place in ("73.12", "73.12.01", ground.LABESSI)
        },
    }


def test_only_commissioners_determine_and_only_with_minutes_and_forms(held):
    with pytest.raises(Forbidden):
        freeze(held, role="operator")
    with pytest.raises(Refused, match="berita acara"):
        freeze(held, title=" ")
    with pytest.raises(Refused, match="kecamatan atau kabupaten"):
        freeze(held, path=ground.LABESSI)
    with pytest.raises(Refused, match="Belum ada formulir"):
        freeze(held, path="73.12.02")
    assert not Decision.objects.exists()


OTHER = f"{ground.LABESSI}/002"


def preview(held, kind, forms, **options):
    content = ground.sheet(pairs(3), forms)
    return ground.read(held, kind, content, contest="ppwp", tambah_tps="1", **options)


def test_a_file_changes_no_determined_form_and_says_what_differs(held):
    """Comparing stays possible; a TPS of the same file that was not signed comes in."""
    other = {"73.12.02.1001/001": {"paslon_1": 5, "suara_sah": 5}}
    early = preview(held, "c-hasil", {PATH: {"paslon_1": 59, "suara_sah": 187}})
    freeze(held, path="73.12.01")
    batch = preview(held, "c-hasil", {PATH: {"paslon_1": 60, "suara_sah": 187}, **other})
    assert batch.faults == []
    assert dict(batch.rows.values_list("key", "code")) == {
        PATH: "sudah-ditetapkan",
        next(iter(other)): "",
    }
    (group,) = imports.preview(ground.operator(held), batch.pk).skips
    assert [line.words for line in group.rows] == ["paslon_1 60, tercatat 61"]
    publish_import(by=ground.operator(held), batch_id=batch.pk)
    assert Form.objects.get(path=PATH).current.number == 1
    assert Form.objects.filter(path=next(iter(other))).exists()
    with pytest.raises(Refused, match=f"hasil TPS {PATH} ditetapkan atau diganti"):
        publish_import(by=ground.operator(held), batch_id=early.pk)
    assert Form.objects.get(path=PATH).current.number == 1


def test_nor_does_it_add_a_form_to_what_was_signed(held):
    freeze(held, path="73.12.01")
    outside = "73.12.02.1001/001"
    batch = preview(held, "c-hasil", {OTHER: {"paslon_1": 5}, outside: {"paslon_1": 5}})
    assert list(batch.rows.values_list("code", flat=True)) == ["sudah-ditetapkan", ""]
    assert imports.preview(ground.operator(held), batch.pk).skips[0].rows[0].words == ""
    publish_import(by=ground.operator(held), batch_id=batch.pk)
    assert places.tps_paths(ground.operator(held), held.pk) == {PATH, outside}


def test_a_difference_of_many_figures_names_three_and_counts_the_rest():
    told = import_gate.told_differences(
        import_gate.differences({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7},
                                '{"a":9,"b":9,"c":9,"d":9,"e":9,"f":6}')
    )  # fmt: skip
    assert told == "a 1, tercatat 9; b 2, tercatat 9; c 3, tercatat 9; dan 2 angka lain"
    assert import_gate.named(["5", "4", "3", "2", "1"]) == "1, 2, 3 dan 2 TPS lain"
