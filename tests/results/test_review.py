"""What is worth a look, in the room: kept, reopened, let go, ordered by what it could change."""

import csv
import io
from fractions import Fraction

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.law.outcome import urgency
from jurdil.law.regime import load_regime
from jurdil.law.rules import figures, pairs, params_for
from jurdil.results import actions, detecting, queries
from jurdil.results.models import Pemeriksaan, Tinjauan
from jurdil.results.outcomes import standings
from tests import factories
from tests.results import ground

pytestmark = pytest.mark.django_db

CHOICES = pairs(3)
VILLAGE = ground.LABESSI


def form(one: int, two: int, three: int, **changes) -> dict[str, int]:
    """A form of 200 voters in the DPT that agrees with itself."""
    good = one + two + three
    figures_ = {
        "paslon_1": one,
        "paslon_2": two,
        "paslon_3": three,
        "suara_sah": good,
        "suara_tidak_sah": 4,
        "suara_total": good + 4,
        "dpt": 200,
        "guna": good + 4,
    }
    return {**figures_, **changes}


def count(held, forms) -> None:
    ground.bring(held, "c-hasil", ground.sheet(CHOICES, forms), contest="ppwp")


def tps(number: int, village: str = VILLAGE) -> str:
    return f"{village}/{number:03d}"


@pytest.fixture
def held():
    return ground.election()


def run(held):
    return actions.detect(by=ground.operator(held), election_id=held.pk)


def codes(held, **chosen) -> list[str]:
    return [row.code for row in queries.review_queue(ground.operator(held), held.pk, **chosen).rows]


def ordinary(count_: int = 10) -> dict[str, dict[str, int]]:
    return {tps(n): form(60 + n, 100 - n, 10) for n in range(1, count_ + 1)}


def test_forms_that_agree_leave_nothing_to_look_at(held):
    count(held, ordinary())
    found = run(held)
    assert (found.new, found.forms) == (0, 10)
    assert codes(held) == []


def test_131131_is_found_explained_and_let_go_once_it_is_corrected(held):
    forms = ordinary()
    count(held, {**forms, tps(3): {**forms[tps(3)], "paslon_2": 9797}})
    assert run(held).new == 1
    (row,) = queries.review_queue(ground.operator(held), held.pk).rows
    assert row.code == "P-5"
    assert row.sentence.id == (
        "Bila Pasangan calon 2 = 97, bukan 9.797, 1 pemeriksaan cocok (angka terketik dua kali)."
    )
    count(held, {tps(3): forms[tps(3)]})
    again = run(held)
    assert (again.gone, again.forms) == (1, 1)
    assert not Tinjauan.objects.exists()


def test_a_reviewed_row_stays_reviewed_until_its_own_figures_change(held):
    forms = ordinary() | {tps(3): form(60, 97, 10, suara_sah=170)}
    count(held, forms)
    run(held)
    row = Tinjauan.objects.get()
    operator = ground.operator(held)
    actions.mark_review(
        by=operator, review_id=row.pk, state="selesai", note="Kertasnya memang 170."
    )
    assert codes(held) == []
    assert codes(held, state="selesai") == [row.code]
    count(held, {tps(11): form(80, 80, 10)})
    run(held)
    assert codes(held) == []
    count(held, {tps(3): form(60, 97, 10, suara_sah=171)})
    assert run(held).again == 1
    (open_again,) = queries.review_queue(operator, held.pk).rows
    assert (open_again.state, open_again.note) == ("terbuka", "Kertasnya memang 170.")
    count(held, {tps(3): form(60, 97, 10)})
    run(held)
    assert codes(held) == []
    assert codes(held, state="gugur") == [row.code]


def test_a_second_run_looks_only_at_forms_that_changed(held):
    count(held, ordinary() | {tps(3): form(60, 97, 10, suara_sah=170)})
    assert run(held).forms == 10
    assert (run(held).forms, run(held).new) == (0, 0)
    assert Pemeriksaan.objects.count() == 1
    assert queries.review_state(ground.operator(held), held.pk).changed == 0
    count(held, {tps(1): form(61, 98, 10)})
    assert queries.review_state(ground.operator(held), held.pk).changed == 1
    assert run(held).forms == 1


def test_equal_results_in_two_kecamatan_belong_to_the_regency(held):
    other = "73.12.02.1002"
    forms = ordinary() | {tps(3): form(61, 97, 12), tps(1, other): form(61, 97, 12)}
    count(held, forms)
    run(held)
    (row,) = queries.review_queue(ground.operator(held), held.pk).rows
    assert (row.code, row.path) == ("P-1", "73.12")
    assert [place[0] for place in row.places] == [tps(3), tps(1, other)]
    ppk = ground.operator(held, "ppk", "73.12.01")
    assert queries.review_queue(ppk, held.pk).rows == ()


def test_a_ppk_sees_and_marks_its_own_kecamatan_only(held):
    other = "73.12.02.1002"
    count(held, ordinary() | {tps(n, other): form(60, 97, n, suara_sah=9) for n in (1, 2)})
    run(held)
    theirs = Tinjauan.objects.filter(path__startswith="73.12.02").first()
    ppk = ground.operator(held, "ppk", "73.12.01")
    with pytest.raises(ObjectDoesNotExist):
        queries.review_item(ppk, held.pk, theirs.pk)
    with pytest.raises(ObjectDoesNotExist):
        actions.mark_review(by=ppk, review_id=theirs.pk, state="selesai", note="x")
    assert queries.review_state(ppk, held.pk).certainties == ()
    with pytest.raises(PermissionDenied):
        actions.detect(by=ppk, election_id=held.pk)
    own = ground.operator(held, "ppk", "73.12.02")
    done = actions.mark_review(by=own, review_id=theirs.pk, state="ditinjau", note="Kertas dicari")
    assert done.state == "ditinjau"
    with pytest.raises(PermissionDenied):
        queries.review_queue(ground.operator(held, "saksi"), held.pk)


def test_a_note_is_needed_and_old_figures_cannot_be_signed_off(held):
    count(held, ordinary() | {tps(3): form(60, 97, 10, suara_sah=170)})
    run(held)
    row, by = Tinjauan.objects.get(), ground.operator(held)
    for bad in (
        {"state": "selesai", "note": "  "},
        {"state": "curang", "note": "x"},
        {"state": "selesai", "note": "x" * 1001},
        {"state": "selesai", "note": "x", "seen_at": "2024-02-14T00:00:00+00:00"},
    ):
        with pytest.raises(Refused):
            actions.mark_review(by=by, review_id=row.pk, **bad)
    row.refresh_from_db()
    assert (row.state, row.note) == ("terbuka", "")
    actions.mark_review(
        by=by, review_id=row.pk, state="selesai", note="Ya", seen_at=row.made_at.isoformat()
    )
    entry = LedgerEntry.objects.filter(act="results.mark_review").get()
    assert "Ya" not in entry.payload


def test_what_could_change_the_result_here_comes_first(held):
    """A regent is chosen here: a gap larger than the margin stands before small ones."""
    regent = factories.election("pilkada-2024", path="73.12", contests=["bupati"])
    choices = pairs(2)
    names = figures(choices, params_for(load_regime("pilkada-2024")))

    def paper(one: int, two: int, sah: int | None = None) -> dict[str, int]:
        return {
            "paslon_1": one,
            "paslon_2": two,
            "suara_sah": one + two if sah is None else sah,
            "dpt": 500,
        }

    forms = {tps(n): paper(200 + n, 190 + n) for n in range(1, 4)}
    forms |= {tps(4): paper(200, 195, 393), tps(5): paper(180, 190, 300)}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["kode_tps", *names])
    for path, values in forms.items():
        code = path.replace(".", "").replace("/", "")
        writer.writerow([code, *(values.get(name, "") for name in names)])
    ground.bring(regent, "c-hasil", out.getvalue().encode(), contest="bupati")
    run(regent)
    (standing,) = standings(ground.operator(regent), regent.pk, "bupati")
    assert standing.decides
    assert (standing.outcome.holder, standing.outcome.margin) == ("paslon_1", 25)
    rows = queries.review_queue(ground.operator(regent), regent.pk).rows
    first = rows[0]
    assert (first.path, first.code, first.reach.flips, first.reach.votes) == (
        tps(5),
        "P-5",
        True,
        70,
    )
    order = [urgency(row.reach, True) for row in rows]
    assert order == sorted(order)
    state = queries.review_state(ground.operator(regent), regent.pk)
    (certain,) = state.certainties
    assert (certain.missing, certain.missing_flip) == (0, False)
    assert certain.flips >= 1
    assert certain.needed is not None
    assert certain.needed <= certain.waiting


def test_a_presidential_vote_is_only_counted_here(held):
    count(held, ordinary())
    (standing,) = standings(ground.operator(held), held.pk, "ppwp")
    assert (standing.decides, standing.determined_at) == (False, "nasional")
    assert standing.outcome.margin == 945 - 655
    assert standing.share_of("paslon_2").value == Fraction(945, 1700)
    moved = standing.after({"paslon_1": 300})
    assert moved.outcome.holder == "paslon_1"


def test_the_turnout_before_is_compared_village_by_village(held, shared):
    """Former figures come in as an older election of the same office."""
    old = factories.election(
        "pemilu-2019",
        path="73.12",
        contests=["ppwp"],
        voting_day=held.voting_day.replace(year=2019),
    )
    ground.bring(held, "sirekap", (shared / "soppeng/ppwp2024_tps_soppeng.csv").read_bytes())
    assert queries.review_state(ground.operator(held), held.pk).before is None
    with (shared / "soppeng/ppwp2019_tps_soppeng.csv").open() as file:
        rows = [row for row in csv.DictReader(file) if row["kode_desa"] and row["kpu_jum"]]
    names = ("paslon_1", "paslon_2", "suara_sah", "suara_tidak_sah", "suara_total")
    taken = ("kpu_pas1", "kpu_pas2", "kpu_sah", "kpu_tsah", "kpu_jum")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["kode_tps", "dpt_l", "dpt_p", *names])
    for row in rows:
        code = row["kode_desa"].replace(".", "") + f"{int(row['tps']):03d}"
        writer.writerow([code, row["dpt_l"], row["dpt_p"], *(row[name] for name in taken)])
    ground.bring(old, "c-hasil", out.getvalue().encode(), contest="ppwp")
    run(held)
    state = queries.review_state(ground.operator(held), held.pk)
    assert state.before.id == "pemilu-2019"
    assert state.codes == {"P-1": 3, "P-2": 11, "P-5": 35, "P-8": 1, "P-9": 32}


def test_the_place_that_holds_several_tps():
    assert detecting.common_place([tps(1)]) == tps(1)
    assert detecting.common_place([tps(1), tps(2)]) == VILLAGE
    assert detecting.common_place([tps(1), "73.12.02.1002/001"]) == "73.12"
