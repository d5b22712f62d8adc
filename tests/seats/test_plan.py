"""Seats and dapil before the election: UU 7/2017 art. 191, PKPU 6/2022 art. 12."""

import csv
from collections import defaultdict
from datetime import date

import pytest

from jurdil.kernel.acts import Refused
from jurdil.kernel.models import ImportBatch
from jurdil.places.models import Region
from jurdil.seats import actions, queries
from jurdil.seats.models import Penduduk
from jurdil.seats.planning import calculate
from tests import factories
from tests.results import ground as results_ground
from tests.seats import ground

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    made, _dapil = ground.soppeng("pemilu-2024")
    return made


def kecamatan():
    return sorted(Region.objects.filter(level=3).values_list("path", flat=True))


def draft(held, groups, title="Rancangan"):
    return actions.draft_dapil(
        by=factories.viewer(),
        election_id=held.pk,
        contest=ground.CONTEST,
        title=title,
        dapil=[
            {"code": str(n), "name": f"Soppeng {n}", "parts": parts}
            for n, parts in enumerate(groups, 1)
        ],
    )


def people(held, per=28_000, **more):
    counts = dict.fromkeys(kecamatan(), per) | more
    return actions.record_population(
        by=factories.viewer(), election_id=held.pk, source="DAK2", people=counts
    )


def plans(held):
    return queries.plans_page(factories.viewer(), held.pk, ground.CONTEST)


def test_the_real_dapil_of_soppeng_get_their_seats_from_their_population(shared):
    """30 seats for 224,000 people; the published population of each dapil gives its seats."""
    groups, seats, sums = defaultdict(list), {}, {}
    with (shared / "soppeng/dapil_dprd_kab.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["pemilu"] == "2019":
                groups[row["dapil"]].append(row["kode_kec"])
                seats[row["dapil"]] = int(row["kursi"])
                sums[row["dapil"]] = int(row["penduduk_dasar"])
    counts = {}
    for code, parts in groups.items():
        counts |= dict.fromkeys(parts, 0) | {parts[0]: sums[code]}
    rows = [{"code": code, "name": code, "parts": parts} for code, parts in groups.items()]
    plan = calculate("pemilu-2024", counts, rows)
    assert plan.seats.value == 30 == sum(seats.values())
    assert {one.code: one.share.seats for one in plan.dapil} == seats


def test_drafts_stand_side_by_side_with_the_dapil_in_force(held):
    people(held)
    paths = kecamatan()
    draft(held, [paths[:2], paths[2:4], paths[4:6], paths[6:]], "Empat")
    second = draft(held, [[path] for path in paths], "Delapan")
    page = plans(held)
    assert [(one.number, one.title) for one in page.drafts] == [(1, "Empat"), (2, "Delapan")]
    assert page.in_force is not None and len(page.in_force.dapil) == 5
    whole = page.drafts[0].plan
    assert (whole.seats.value, whole.bppd.value, whole.sharing.left) == (30, 7466, 2)
    actions.note_test(
        by=factories.viewer(),
        draft_id=second.pk,
        day=date(2022, 12, 1),
        speaker="Partai Contoh",
        text="Terlalu kecil.",
    )
    actions.record_dapil_decision(
        by=factories.viewer(),
        election_id=held.pk,
        contest=ground.CONTEST,
        number="PKPU 6/2023",
        day=date(2023, 2, 6),
        draft_id=second.pk,
    )
    shown = queries.draft_page(factories.viewer(), second.pk)
    assert [note.text for note in shown.notes] == ["Terlalu kecil."]
    assert shown.decided_as.number == "PKPU 6/2023"


def test_equal_remainders_stop_until_the_plenary_decides(held):
    people(held)
    paths = kecamatan()
    made = draft(held, [paths[:2], paths[2:4], paths[4:6], paths[6:]])
    tie = queries.draft_page(factories.viewer(), made.pk).row.plan.sharing.tie
    assert (tie.seats, tie.dapil) == (2, ("1", "2", "3", "4"))

    def settle(chosen, basis="Surat KPU RI"):
        return actions.settle_draft(
            by=factories.viewer("ketua"),
            draft_id=made.pk,
            chosen=chosen,
            plenary="BA 3",
            basis=basis,
        )

    with pytest.raises(Refused):
        settle(["1"])
    with pytest.raises(Refused):
        settle(["1", "2"], basis="")
    settled = settle(["2", "4"])
    plan = queries.draft_page(factories.viewer(), settled.pk).row.plan
    assert [one.share.seats for one in plan.dapil] == [7, 8, 7, 8]
    assert plans(held).drafts[1].follows == 1


def test_a_dapil_outside_three_to_twelve_seats_is_named(held):
    paths = kecamatan()
    people(held, **{paths[0]: 5_000})
    made = draft(held, [paths[:1], paths[1:]])
    plan = queries.draft_page(factories.viewer(), made.pk).row.plan
    assert [one.within_limits for one in plan.dapil] == [False, False]
    assert plan.least.confirmed is False


def test_every_kecamatan_is_in_one_dapil_and_has_its_people(held):
    paths = kecamatan()
    with pytest.raises(Refused, match="penduduk"):
        draft(held, [paths])
    with pytest.raises(Refused, match="7 dari 8"):
        actions.record_population(
            by=factories.viewer(),
            election_id=held.pk,
            source="DAK2",
            people=dict.fromkeys(paths[1:], 5),
        )
    people(held)
    with pytest.raises(Refused, match="tepat satu dapil"):
        draft(held, [paths[1:]])
    with pytest.raises(Refused, match="tepat satu dapil"):
        draft(held, [paths, paths[:1]])


def test_population_from_a_file(held):
    lines = [f"{path},{28_000 + at}" for at, path in enumerate(kecamatan())]
    batch = results_ground.read(held, "dak2", ("kode,penduduk\n" + "\n".join(lines)).encode())
    assert batch.state == ImportBatch.State.PREVIEW
    results_ground.publish_import(by=results_ground.operator(held), batch_id=batch.pk)
    assert sum(Penduduk.objects.get().people.values()) == 224_028


@pytest.mark.parametrize(
    "line", ["73.99.01,5", "7312010,5", "73.12.01,-5", "73.12.01,lima", "73.12.01,", "73.12,5"]
)
def test_a_bad_population_file_is_refused(held, line):
    batch = results_ground.read(held, "dak2", f"kode,penduduk\n{line}\n".encode())
    assert batch.state == ImportBatch.State.REFUSED
    assert batch.faults[0]["row"] == 2
    assert not Penduduk.objects.exists()
