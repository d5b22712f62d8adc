"""previous + new - TMS = now: published figures, and any sequence of accepted proposals."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from jurdil.kernel.acts import performing
from jurdil.law.voters.flow import Count, Flow, carried, group_of, voters
from jurdil.law.voters.quarter import (
    BadPeriod,
    following,
    last_day,
    name_of,
    period_of,
    read_period,
)
from jurdil.voters import changing, proposing
from jurdil.voters.models import PemilihVersi
from jurdil.voters.pdpb import counting
from jurdil.voters.proposing import Evidence, Proposal
from tests.voters import quarter
from tests.voters.people import OTHER, VILLAGE, elements, enlist


@pytest.mark.parametrize(
    ("before", "new", "tms", "now"),
    [
        (6_126_977, 5_298, 14_562, 6_117_713),
        (181_181, 3_621, 695, 184_107),
        (530_630, 25_487, 12_140, 543_977),
        (1_086_159, 16_257, 11_838, 1_090_578),
        (227_236, 3_234, 83, 230_387),
    ],
    ids=["Sulawesi Selatan 8/2022", "Soppeng TW II 2025", "Magetan", "Kebumen", "Jayawijaya"],
)
def test_published_quarters_carry_on(before, new, tms, now):
    flow = Flow(Count(before), Count(new), Count(tms), now=Count(now))
    assert flow.holds
    assert carried(flow).value == now
    assert carried(flow).confirmed


@pytest.mark.parametrize(
    ("men", "women", "total"),
    [
        (87_340, 96_767, 184_107),
        (549_639, 540_939, 1_090_578),
        (118_611, 111_776, 230_387),
        (443_073, 445_714, 888_787),
    ],
)
def test_published_sexes_make_the_voters(men, women, total):
    assert voters(Count(men, women)).value == total


def test_breakdowns_of_south_sulawesi_make_their_totals():
    assert sum((5_031, 1, 266)) == 5_298
    assert sum((3_764, 6_657, 4_045, 67, 1, 27, 1)) == 14_562
    assert sum((8_078, 2_354, 3_661, 6_011)) == 20_104
    assert [group_of(code) for code in "123456"] == [
        "fisik", "intelektual", "mental", "sensorik", "sensorik", "sensorik",
    ]  # fmt: skip
    assert group_of("9") == ""


def test_a_move_between_villages_cancels_above_them():
    left = Flow(Count(10), moved=Count(-1), now=Count(9))
    arrived = Flow(Count(5), moved=Count(1), now=Count(6))
    assert left.holds
    assert arrived.holds
    assert carried(left).value == 9
    assert (left + arrived).moved == Count()
    assert (left + arrived).holds


def test_quarters_follow_each_other():
    assert following("2026-TW4") == "2027-TW1"
    assert str(last_day("2026-TW1")) == "2026-03-31"
    assert period_of(last_day("2026-TW4")) == "2026-TW4"
    assert name_of("2026-TW4").id == "Triwulan IV Tahun 2026"
    with pytest.raises(BadPeriod):
        read_period("2026-TW5")


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["baru", "tms", "ubah", "kelamin", "pindah", "pulih"]),
        st.integers(0, 30),
        st.sampled_from("LP"),
    ),
    max_size=12,
)


class AnySequenceKeepsTheIdentity(TestCase):
    """Accepted proposals in any order, over two villages, per village, place and sex."""

    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @example([*[("baru", 0, "L")] * 3, ("kelamin", 4, "L"), ("pindah", 13, "L")])
    @given(STEPS)
    def test_flow(self, steps):
        people = [elements(jenis_kelamin="LP"[at % 2]) for at in range(4)]
        enlist(*people)
        enlist(elements(jenis_kelamin=""), elements(jenis_kelamin="P"), village=OTHER)
        held = quarter.opened()
        proposer, decider = quarter.person(), quarter.person("kasubbag")
        with performing("tests.steps"):
            for step in steps:
                self._take(held, proposer, decider, *step)
        rows = counting.by_village(held, held.path)
        assert all(one.flow.holds for one in rows.values()), rows
        whole = counting.together(rows.values()).flow
        assert whole.holds
        assert whole.moved.total == 0
        assert whole.before.total == 6

    def _take(self, held, proposer, decider, kind, at, sex):
        active = PemilihVersi.objects.filter(until_rev__isnull=True).order_by("pemilih")
        struck = [one for one in active if one.status == "tms"]
        known = struck if kind == "pulih" else [one for one in active if one.status == "aktif"]
        one = known[at % len(known)] if known else None
        if one is None and kind != "baru":
            return
        wanted = _proposal(kind, one, sex)
        proposal = proposing.propose(proposer, held.election, wanted)
        proposing.accept(decider, proposal)


def _proposal(kind, one, sex):
    if kind == "baru":
        new = elements(jenis_kelamin=sex).as_row()
        return Proposal("baru", "kantor", VILLAGE, elements=new, entered="pemula")
    paper = Evidence("surat", "uji")
    if kind == "tms":
        code = "meninggal"
        return Proposal("tms", "kantor", one.village, voter=one, tms=code, evidence=paper)
    if kind == "pindah":
        target = OTHER if one.village == VILLAGE else VILLAGE
        return Proposal("pindah-tps", "kantor", one.village, voter=one, tps=target)
    if kind == "pulih":
        return Proposal("pulih", "kantor", one.village, voter=one)
    given = {"rt": "009"} if kind == "ubah" else {"jenis_kelamin": sex}
    return Proposal("ubah", "kantor", one.village, voter=one, elements=given)


@pytest.mark.django_db
def test_an_empty_village_counts_nothing():
    enlist(elements())
    held = quarter.opened()
    rows = counting.by_village(held, OTHER)
    assert counting.together(rows.values()).flow == Flow()
    assert changing.MOVED == "pindah-dalam"
