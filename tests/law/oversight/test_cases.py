"""Findings and reports: no change of state without its paper; many outcomes, many addressees."""

import pytest

from jurdil.law.oversight import cases, clocks

PAPER = "012/BA/2024"
PEMILU = clocks.regimes()["pemilu"]


def walk(*steps, state="diterima", **more):
    for step in steps:
        extra = more if cases.steps()[step].outcome else {}
        state = cases.advance(state, step, paper=PAPER, **extra)
    return state


def test_the_way_of_a_report_from_receipt_to_status():
    way = ("kaji-awal", "registrasi", "klarifikasi", "klarifikasi", "kaji", "putuskan", "umumkan")
    end = walk(*way, found=["pidana"])
    assert end == "diumumkan" and cases.states()[end].ended
    assert cases.steps_from(end) == ()


def test_first_information_becomes_a_finding_or_stops():
    steps = {step.id for step in cases.steps_from("informasi-awal")}
    assert steps == {"jadi-temuan", "hentikan-penelusuran"}
    assert walk("jadi-temuan", state="informasi-awal") == "diterima"


@pytest.mark.parametrize("step", sorted(cases.steps()))
def test_no_state_changes_without_its_paper(step):
    found = cases.steps()[step]
    with pytest.raises(cases.IllegalStep, match="needs its paper"):
        cases.advance(found.sources[0], step, paper="  ", reason="formal", found=["pidana"])


def test_a_step_that_does_not_follow_is_refused():
    with pytest.raises(cases.IllegalStep, match="does not follow"):
        cases.advance("diterima", "putuskan", paper=PAPER, found=["pidana"])
    with pytest.raises(cases.IllegalStep, match="does not follow"):
        cases.advance("diterima", "tidak-ada", paper=PAPER)


def test_panwascam_studies_and_hands_up_but_decides_nothing():
    for state in cases.states():
        assert not [s for s in cases.steps_from(state, cases.DISTRICT) if s.plenary]
    assert cases.advance("diterima", "kaji-awal", level=cases.DISTRICT, paper=PAPER)
    for step in ("registrasi", "limpahkan", "tolak-registrasi"):
        with pytest.raises(cases.IllegalStep, match="plenary of Bawaslu"):
            cases.advance("kajian-awal", step, level=cases.DISTRICT, paper=PAPER, reason="formal")


def test_what_is_not_registered_says_why():
    with pytest.raises(cases.IllegalStep, match="reasons"):
        cases.advance("kajian-awal", "tolak-registrasi", paper=PAPER)
    assert (
        cases.advance("kajian-awal", "tolak-registrasi", paper=PAPER, reason="daluwarsa")
        == "tidak-diregistrasi"
    )


def test_formal_and_material_requirements_of_article_15():
    assert [r.id for r in cases.lacking((), "formal")] == [
        "identitas-pelapor",
        "pihak-terlapor",
        "tenggang-waktu",
        "tanda-tangan",
    ]
    assert [r.id for r in cases.lacking({"uraian", "bukti"}, "materiel")] == ["waktu-tempat"]
    assert all(r.confirmed for r in cases.requirements())


def test_every_clock_of_a_step_exists_in_every_regime_that_has_one():
    for regime in clocks.regimes().values():
        named = {cases.clock_of(regime, step) for step in cases.steps().values()} - {""}
        assert named <= set(clocks.rules(regime.id))


def test_147_village_head_cases_of_2024_have_158_outcomes():
    both = [{"pidana", "hukum-lain"}] * 11
    plain = [{"pidana"}] * 5 + [{"hukum-lain"}] * 92 + [{"bukan-pelanggaran"}] * 39
    found = cases.tally([*both, *plain])
    assert found.cases == 147
    assert found.by_outcome["pidana"] == 16
    assert found.by_outcome["hukum-lain"] == 103
    assert found.by_outcome["bukan-pelanggaran"] == 39
    assert (found.total, found.overlap) == (158, 11)


@pytest.mark.parametrize("found", [(), ("tidak-ada",), ("pidana", "bukan-pelanggaran")])
def test_outcomes_that_cannot_be_are_refused(found):
    with pytest.raises(ValueError, match=r"outcome|excludes"):
        cases.check_outcomes(found)


@pytest.mark.parametrize(
    ("regime", "found", "actor", "to"),
    [
        ("pemilu", ["administrasi"], "", ["bawaslu"]),
        ("pilkada-2024", ["administrasi"], "", ["kpu"]),
        ("pilkada-mk104", ["administrasi"], "", ["bawaslu"]),
        ("pemilu", ["kode-etik"], "kpu", ["dkpp"]),
        ("pemilu", ["kode-etik"], "ppk", ["kpu"]),
        ("pemilu", ["kode-etik"], "ptps", ["bawaslu"]),
        ("pemilu", ["pidana", "hukum-lain"], "asn", ["polri", "bkn"]),
        ("pemilu", ["pidana", "hukum-lain"], "kades", ["polri", "bupati"]),
        ("pemilu", ["hukum-lain"], "", []),
        ("pemilu", ["bukan-pelanggaran"], "asn", []),
    ],
)
def test_each_outcome_goes_to_its_addressee(regime, found, actor, to):
    regimes = clocks.regimes()
    assert [one.to for one in cases.referrals(regimes[regime], found, actor)] == to


def test_gakkumdu_has_three_discussions_between_registration_and_court():
    assert [s.id for s in cases.gakkumdu() if s.id.startswith("pembahasan")] == [
        "pembahasan-1",
        "pembahasan-2",
        "pembahasan-3",
    ]
    for regime in clocks.regimes().values():
        named = {cases.clock_of(regime, stop) for stop in cases.gakkumdu()} - {""}
        assert named <= set(clocks.rules(regime.id))


def test_form_numbers_from_memory_are_not_confirmed():
    assert {(f.regime, f.kind): f.code for f in cases.forms()}["pemilu", "status"] == "B.18"
    assert not any(f.confirmed for f in cases.forms())


def test_only_steps_whose_article_was_seen_are_confirmed():
    sure = {step.id for step in cases.steps().values() if step.confirmed}
    assert sure == {"pelapor-datang", "kaji-awal", "limpahkan"}


@pytest.mark.parametrize("regime", ["pemilu", "pilkada-2024", "pilkada-mk104"])
def test_a_pilkada_is_never_referred_by_an_article_of_a_pemilu(regime):
    law = clocks.regimes()[regime]
    found = cases.referrals(law, ("administrasi", "pidana"))
    assert [one.outcome for one in found] == ["administrasi", "pidana"]
    of_pemilu = [one for one in found if "7/2017" in one.article or "8/2022" in one.article]
    assert len(of_pemilu) == (2 if regime == "pemilu" else 0)
    assert not any(one.confirmed for one in found if one.outcome == "pidana")
