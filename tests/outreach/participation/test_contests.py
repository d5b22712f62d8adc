"""Contests: criteria first, blind sheets, ties told, verified entries only, certificates."""

import re
from datetime import timedelta

import pytest

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.outreach import actions, queries
from jurdil.outreach.models import Contest, ContestEntry, Juror
from tests import factories
from tests.outreach.participation import ground

pytestmark = pytest.mark.django_db


@pytest.fixture
def jurors(chair):
    return [ground.member("anggota"), ground.member("anggota")]


@pytest.fixture
def contest(staff, pilkada, jurors):
    return ground.opened(staff, pilkada, *jurors)


@pytest.fixture
def ppk(pilkada):
    return ground.member("ppk", f"{factories.REGENCY}.01")


@pytest.mark.parametrize("criteria", [(), (("Isi", 60),), (("Isi", 60), ("Lain", 60))])
def test_weights_that_do_not_make_a_hundred_are_refused_with_their_sum(staff, pilkada, criteria):
    with pytest.raises(Refused, match=str(sum(weight for _n, weight in criteria))):
        ground.opened(staff, pilkada, criteria=criteria)


def test_a_contest_that_closes_before_it_opens_is_refused(staff, pilkada):
    with pytest.raises(Refused, match="mendahului"):
        ground.opened(staff, pilkada, closes_on=clock.today() - timedelta(days=1))


def test_after_the_first_entry_criteria_are_locked_but_the_rest_may_change(staff, contest, ppk):
    other = ground.plan(criteria=(("Isi", 50), ("Jangkauan", 50)))
    actions.change_contest(by=staff, contest_id=contest.pk, plan=other)
    assert [one.weight for one in contest.criteria.all()] == [50, 50]
    ground.entry(ppk, contest)
    with pytest.raises(Refused, match="terkunci sejak karya pertama"):
        actions.change_contest(by=staff, contest_id=contest.pk, plan=ground.plan())
    renamed = ground.plan(criteria=other.criteria, title="Judul lain")
    assert (
        actions.change_contest(by=staff, contest_id=contest.pk, plan=renamed).title == "Judul lain"
    )
    assert queries.contest(staff, contest.pk).locked


@pytest.mark.parametrize(
    "link", ["contoh", "ftp://contoh.example/a", "javascript:alert(1)", "https://x"]
)
def test_a_link_that_is_no_address_is_refused(ppk, contest, link):
    with pytest.raises(Refused, match="https"):
        actions.enter_contest(by=ppk, contest_id=contest.pk, entrant="A", title="B", link=link)


def test_the_same_link_twice_is_named(ppk, contest):
    ground.entry(ppk, contest)
    with pytest.raises(Refused, match="karya nomor 1"):
        ground.entry(ppk, contest)


def test_entries_outside_the_days_are_refused_with_the_days(ppk, contest):
    ground.on(contest.closes_on + timedelta(days=1))
    with pytest.raises(Refused, match="Karya diterima"):
        ground.entry(ppk, contest)


def test_nobody_verifies_the_own_entry_and_a_refusal_needs_a_reason(staff, contest):
    ground.entry(staff, contest)
    with pytest.raises(Refused, match="Anda masukkan sendiri"):
        actions.verify_entry(by=staff, contest_id=contest.pk, number=1, accepted=True)
    other = ground.member("operator")
    with pytest.raises(Refused, match="syarat mana"):
        actions.verify_entry(by=other, contest_id=contest.pk, number=1, accepted=False)


def test_a_juror_does_not_enter_and_who_entered_is_no_juror(staff, contest, jurors):
    with pytest.raises(Refused, match="Juri tidak dapat"):
        ground.entry(jurors[0], contest)
    ground.entry(staff, contest)
    with pytest.raises(Refused, match="memasukkan karya"):
        actions.add_juror(by=staff, contest_id=contest.pk, account_id=staff.account_id)


def test_judging_waits_for_verification_and_ranking_for_every_sheet(staff, contest, jurors, ppk):
    ground.entry(ppk, contest)
    with pytest.raises(Refused, match="1 karya masih menunggu"):
        actions.contest_step(by=staff, contest_id=contest.pk, move="mulai-menilai")
    actions.verify_entry(by=staff, contest_id=contest.pk, number=1, accepted=True)
    actions.contest_step(by=staff, contest_id=contest.pk, move="mulai-menilai")
    with pytest.raises(Refused, match="belum diserahkan oleh"):
        actions.contest_step(by=staff, contest_id=contest.pk, move="tetapkan")
    with pytest.raises(Refused, match="karya nomor 1"):
        actions.close_sheet(by=jurors[0], contest_id=contest.pk)


def test_every_juror_sees_the_own_sheet_only(staff, contest, jurors, ppk):
    ground.entry(ppk, contest)
    actions.verify_entry(by=staff, contest_id=contest.pk, number=1, accepted=True)
    actions.contest_step(by=staff, contest_id=contest.pk, move="mulai-menilai")
    points = dict.fromkeys((one.pk for one in contest.criteria.all()), 77)
    actions.score_entry(by=jurors[0], contest_id=contest.pk, number=1, points=points)
    assert queries.sheet(jurors[0], contest.pk).lines[0].points == points
    assert queries.sheet(jurors[1], contest.pk).lines[0].points == {}
    with pytest.raises(Juror.DoesNotExist):
        queries.sheet(staff, contest.pk)
    with pytest.raises(Refused, match="bukan juri"):
        actions.score_entry(by=staff, contest_id=contest.pk, number=1, points=points)
    assert not re.search(r"\b77\b", repr(queries.contest(jurors[1], contest.pk)))
    assert [one.id for one in queries.my_sheets(jurors[1])] == [contest.pk]


@pytest.mark.parametrize("points", [{}, {"all": 101}, {"all": -1}])
def test_points_that_are_missing_or_out_of_range_are_refused(staff, contest, jurors, ppk, points):
    ground.entry(ppk, contest)
    actions.verify_entry(by=staff, contest_id=contest.pk, number=1, accepted=True)
    actions.contest_step(by=staff, contest_id=contest.pk, move="mulai-menilai")
    keys = [one.pk for one in contest.criteria.all()]
    given = dict.fromkeys(keys, points["all"]) if points else {keys[0]: 5}
    with pytest.raises(Refused, match=r"semua kriteria|di luar 0 sampai 100"):
        actions.score_entry(by=jurors[0], contest_id=contest.pk, number=1, points=given)


def test_a_sheet_that_was_handed_in_stands(staff, contest, jurors, ppk):
    ground.entry(ppk, contest)
    ground.judged(staff, contest, jurors[:1], {1: 60})
    points = dict.fromkeys((one.pk for one in contest.criteria.all()), 10)
    with pytest.raises(Refused, match="sudah diserahkan"):
        actions.score_entry(by=jurors[0], contest_id=contest.pk, number=1, points=points)


def test_verified_entries_are_ranked_ties_are_told_and_winners_get_a_certificate(
    staff, contest, jurors, ppk
):
    for at in (1, 2, 3, 4):
        ground.entry(ppk, contest, at)
    actions.verify_entry(
        by=staff, contest_id=contest.pk, number=4, accepted=False, reason="Bukan karya sendiri"
    )
    ground.judged(staff, contest, jurors, {1: 70, 2: 90, 3: 70})
    assert queries.contest(staff, contest.pk).ranking == ()
    actions.contest_step(by=staff, contest_id=contest.pk, move="tetapkan")
    page = queries.contest(staff, contest.pk)
    assert [(one.rank, one.entry.number, one.tied) for one in page.ranking] == [
        (1, 2, ()),
        (2, 1, (3,)),
        (2, 3, (1,)),
    ]
    assert page.ranking[0].score.value == 90
    assert queries.ranking_pdf(staff, contest.pk).startswith(b"%PDF")
    with pytest.raises(Contest.DoesNotExist):
        queries.contest_certificate(staff, contest.pk, 2)
    assert queries.winners(staff, contest.election_id) == ()
    actions.contest_step(by=staff, contest_id=contest.pk, move="umumkan")
    assert queries.contest_certificate(staff, contest.pk, 2).startswith(b"%PDF")
    (shown,) = queries.winners(staff, contest.election_id)
    assert [one.entry.number for one in shown.ranking] == [2, 1, 3]


def test_a_ppk_sees_its_own_entries_until_the_winners_are_announced(staff, contest, ppk):
    other = ground.member("ppk", f"{factories.REGENCY}.02")
    ground.entry(ppk, contest, 1)
    ground.entry(other, contest, 2)
    assert [one.number for one in queries.contest(ppk, contest.pk).entries] == [1]
    assert [one.number for one in queries.contest(staff, contest.pk).entries] == [1, 2]


def test_a_draft_is_not_seen_by_bodies_below_and_a_cancelled_one_says_why(staff, pilkada, ppk):
    row = actions.plan_contest(by=staff, election_id=pilkada.pk, plan=ground.plan())
    assert queries.contests(ppk) == ()
    with pytest.raises(Refused, match="alasannya"):
        actions.contest_step(by=staff, contest_id=row.pk, move="batal")
    actions.contest_step(by=staff, contest_id=row.pk, move="batal", reason="Anggaran ditarik")
    assert queries.contest(staff, row.pk).steps[-1][1] == "Anggaran ditarik"
    with pytest.raises(Refused, match="dibatalkan"):
        actions.contest_step(by=staff, contest_id=row.pk, move="buka")


def test_an_entry_for_another_place_is_refused(contest, ppk):
    with pytest.raises(Refused, match="di luar wilayah"):
        actions.enter_contest(
            by=ppk,
            contest_id=contest.pk,
            entrant="A",
            title="B",
            link="https://contoh.example/b",
            path=f"{factories.REGENCY}.02",
        )
    assert not ContestEntry.objects.exists()
