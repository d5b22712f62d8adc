"""Sums follow every change and equal what is added up from scratch."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jurdil.kernel import chain
from jurdil.kernel.acts import Refused, performing
from jurdil.kernel.models import Election
from jurdil.law.recap import Tally, together
from jurdil.law.rules import lists, pairs
from jurdil.places import actions as places
from jurdil.places.records import NewDapil
from jurdil.results import queries, rebuilding
from jurdil.results.models import Form, Rekap, Suara, Temuan
from jurdil.results.shapes import fix_shape
from jurdil.results.writing import Source, add_to_sums, put_figures, read_figures, sums_of
from tests import factories
from tests.places.ground import village_of
from tests.results import ground
from tests.writes import setting_up

pytestmark = pytest.mark.django_db

NAMES = ("paslon_1", "paslon_2", "suara_sah", "guna")
PATHS = tuple(f"73.12.0{k}.100{v}/00{t}" for k in (1, 2) for v in (1, 2) for t in (1, 2))
FORM = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 999_999_999))
STEPS = st.lists(st.dictionaries(st.sampled_from(PATHS), FORM, min_size=1), min_size=1, max_size=4)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_moving_sums_equals_adding_up_again(steps):
    """After any row of changes the stored sums are those of all forms together."""
    held = Election.objects.first() or factories.election()
    with setting_up():
        Rekap.objects.all().delete()
        shape = fix_shape(held, "ppwp", "", pairs(2))
        now: dict[str, dict[str, int]] = {}
        for step in steps:
            old = {path: now[path] for path in step if path in now}
            add_to_sums(shape, old, step, "73.12")
            now.update(step)
    stored = {
        row.path: Tally(tuple(row.sums), tuple(row.haves), row.forms) for row in Rekap.objects.all()
    }
    assert stored == sums_of(shape.figures, now, "73.12")


def test_a_change_writes_one_version_and_moves_its_own_places_only():
    held = ground.election()
    forms = {
        f"{ground.LABESSI}/001": {"paslon_1": 5},
        f"{village_of('73.12.02')}/001": {"paslon_1": 2},
    }
    ground.bring(held, "c-hasil", ground.sheet(pairs(2), forms), contest="ppwp")
    before = dict(Rekap.objects.values_list("path", "pk"))
    shape = fixed(held)
    with performing("a test's act"):
        written = put_figures(
            ground.operator(held),
            shape,
            {f"{ground.LABESSI}/001": {"paslon_1": 9, "paslon_2": None}},
            Source("ppk", None, "Salah baca"),
            "73.12",
        )
    assert (written.new, written.changed, written.same) == (0, 1, 0)
    at = shape.place_of("paslon_1")
    assert {row.path: row.sums[at] for row in Rekap.objects.all()} == {
        "73.12": 11,
        "73.12.01": 9,
        ground.LABESSI: 9,
        "73.12.02": 2,
        village_of("73.12.02"): 2,
    }
    assert dict(Rekap.objects.values_list("path", "pk")) == before
    form = Form.objects.select_related("current").get(path=f"{ground.LABESSI}/001")
    assert (form.current.number, form.current.reason) == (2, "Salah baca")
    assert read_figures(form.current.figures) == {"paslon_1": 9}


def fixed(held):
    from jurdil.results.shapes import shape_of

    shape = shape_of(held.pk, "ppwp")
    assert shape is not None
    return shape


def test_a_version_never_changes():
    from django.db import DatabaseError, connection, transaction

    held = ground.election()
    ground.bring(
        held,
        "c-hasil",
        ground.sheet(pairs(2), {f"{ground.LABESSI}/001": {"paslon_1": 5}}),
        contest="ppwp",
    )
    for sql in ("UPDATE results_formversi SET figures = '{}'", "DELETE FROM results_formversi"):
        with pytest.raises(DatabaseError), transaction.atomic(), setting_up():
            connection.cursor().execute(sql)


def test_rebuilding_finds_and_repairs_what_someone_bent():
    held = ground.election()
    forms = {f"{ground.LABESSI}/00{n}": ground.filled(pairs(3), n) for n in (1, 2, 3)}
    ground.bring(held, "c-hasil", ground.sheet(pairs(3), forms), contest="ppwp")
    kept = list(Temuan.objects.values_list("form_id", "code", "left", "right"))
    with setting_up():
        row = Rekap.objects.get(path="73.12.01")
        row.sums[0] += 1
        row.save()
        Suara.objects.filter(choice="paslon_1").update(votes=99)
        Temuan.objects.all().delete()
        found = rebuilding.rebuild(held.pk, "73.12")
        assert (found.forms, found.sums, found.findings) == (3, 1, len(kept))
        assert found.votes == 6
        assert rebuilding.rebuild(held.pk, "73.12").same
    assert list(Temuan.objects.values_list("form_id", "code", "left", "right")) == kept
    assert set(Suara.objects.filter(choice="paslon_1").values_list("votes", flat=True)) == {1, 2, 3}


def two_dapil():
    held = ground.election()
    places.set_dapil(
        by=factories.viewer(),
        election_id=held.pk,
        contest="dprd-kab",
        rows=[
            NewDapil("d1", "Satu", 4, ("73.12.01",)),
            NewDapil("d2", "Dua", 5, tuple(f"73.12.0{n}" for n in range(2, 9))),
        ],
        basis="PKPU 6/2023",
        confirmed=False,
    )
    first, second = lists({1: 2, 2: 2}), lists({1: 3, 2: 3})
    there = village_of("73.12.02")
    one = {f"{ground.LABESSI}/001": ground.filled(first, 10)}
    two = {f"{there}/001": ground.filled(second, 1), f"{there}/002": ground.filled(second, 1)}
    ground.bring(held, "c-hasil", ground.sheet(first, one), contest="dprd-kab")
    ground.bring(held, "c-hasil", ground.sheet(second, two), contest="dprd-kab")
    return held


def test_several_dapil_share_party_sums_and_never_candidates():
    held = two_dapil()
    viewer = ground.operator(held)
    whole = queries.board(viewer, held.pk, "dprd-kab")
    assert not whole.whole
    assert whole.total.cells["partai_1_jumlah"].sum == 12
    assert whole.total.cells["guna"].sum == 12
    assert (whole.total.forms.have, whole.total.forms.expected) == (3, 3)
    assert not [name for name in whole.figures if "_calon_" in name]
    one = queries.board(viewer, held.pk, "dprd-kab", dapil="d1")
    assert one.whole
    assert one.total.cells["partai_1_calon_2"].sum == 10
    assert (one.total.forms.have, one.total.forms.expected) == (1, 1)
    below = queries.board(viewer, held.pk, "dprd-kab", "73.12.02")
    assert below.whole
    assert below.total.cells["partai_2_calon_3"].sum == 2


def test_a_file_across_dapil_is_refused_with_their_names():
    held = two_dapil()
    choices = lists({1: 2, 2: 2})
    mixed = {
        f"{ground.LABESSI}/002": ground.filled(choices),
        f"{village_of('73.12.02')}/003": ground.filled(choices),
    }
    batch = ground.read(held, "c-hasil", ground.sheet(choices, mixed), contest="dprd-kab")
    assert "2 dapil (d1, d2)" in batch.faults[0]["id"]


def test_a_form_never_moves_to_another_dapil():
    held = two_dapil()
    shape = None
    with performing("a test's act"):
        shape = fix_shape(held, "dprd-kab", "d9", lists({1: 1}))
        with pytest.raises(Refused, match="sudah masuk sebagai dapil “d1”"):
            put_figures(
                ground.operator(held),
                shape,
                {f"{ground.LABESSI}/001": {"partai_1": 1}},
                Source("berkas"),
                "73.12",
            )


def test_tallies_of_several_forms_add_up_by_name():
    """A figure that one kind of form lacks counts the other's forms alone."""
    first, second = Tally((5, 1), (2, 1), 2), Tally((7, 3), (3, 3), 3)
    found = together([(("a", "b"), first), (("c", "a"), second)], ("a", "b"))
    assert found == Tally((8, 1), (5, 1), 5)


def test_the_digest_of_what_was_written_is_that_of_its_lines():
    held = ground.election()
    path = f"{ground.LABESSI}/001"
    with performing("a test's act"):
        shape = fix_shape(held, "ppwp", "", pairs(2))
        written = put_figures(
            ground.operator(held), shape, {path: {"paslon_1": 1}}, Source("berkas"), "73.12"
        )
    assert written.digest == chain.sha256(f'{path} {{"paslon_1":1}}')
