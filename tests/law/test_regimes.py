"""Regimes: every row of the law's tables is there, with article, mark and source.

The counts were made by reading the handbook's tables, not the TOML files.
"""

import copy
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law import regime_reader
from jurdil.law.deadlines import load_deadlines
from jurdil.law.regime import BadRegime, UnknownRegime, load_regime, read_toml, regime_codes
from jurdil.law.regime_types import BODIES, LEVELS
from jurdil.law.text import Text

ALL = ("pemilu-2019", "pemilu-2024", "pemilu-2029", "pilkada-2024", "rutin")

# regime, its tables, heading in the handbook's calendar, printed lines, stage rows, why they differ
TABLES = [
    (
        *("pemilu-2024", ("utama",), "### 1.1 Pemilu 2024", 18, 23),
        "13 and 15 hold two events each, R2 is a row and its three events",
    ),
    (
        *("pemilu-2024", ("daftar-pemilih",), "**Voter list (annex", 14, 16),
        "the DPTb line holds two windows, H-30 and H-7",
    ),
    ("pemilu-2024", ("verifikasi-parpol",), "**Party registration", 12, 12, ""),
    ("pemilu-2024", ("pencalonan",), "**Legislative candidacy", 14, 14, ""),
    (
        *("pemilu-2019", ("utama",), "### 1.3 Pemilu 2019", 23, 29),
        "registration line 3, DCT line 3, voting and counting 2, oaths 2",
    ),
    ("pilkada-2024", ("persiapan",), "Preparation:", 8, 8, ""),
    (
        *("pilkada-2024", ("penyelenggaraan",), "Conduct:", 10, 11),
        "the elected pair is fixed in two ways, without and with a petition",
    ),
    ("pilkada-2024", ("daftar-pemilih",), "Voter-list sub-stages", 12, 12, ""),
]

# regime, table, rows, where the handbook says it in running text or in columns
PARAGRAPHS = [
    (
        *("pemilu-2024", "badan-adhoc", 28),
        "1.2: 16 events; parties 2.4: 7 steps of PPK, 3 of PPS, 1 of Pantarlih; one row above all",
    ),
    (
        *("pemilu-2024", "rekapitulasi", 9),
        "1.2 and count 3.1: four levels, four announcements, panels abroad",
    ),
    (
        *("pemilu-2024", "verifikasi-kabko", 13),
        "parties 1.2: 15 lines; 6 repeat the annex, 9 give 13 events",
    ),
    (
        "pemilu-2024",
        "tindak-lanjut",
        6,
        "2.2 and count 4 and 6: PSU, result, two petitions, two verdicts",
    ),
    ("pemilu-2019", "daftar-pemilih-perbaikan", 4, "1.3: DPT and DPTHP 1 to 3"),
    (
        "pilkada-2024",
        "rekapitulasi",
        6,
        "1.4: TPS to PPK, PPK, regency and its announcement, province twice",
    ),
    ("pilkada-2024", "perseorangan", 8, "parties 1.7: hand-in to decision"),
    ("pilkada-2024", "badan-adhoc", 35, "parties 2.4: columns of 12, 12, 8 and 3 steps"),
    ("pilkada-2024", "tindak-lanjut", 1, "1.4: delivery of the BRPK, moved"),
    ("rutin", "pdpb-2025", 6, "1.5: five events, and the provincial plenary of oversight 6.4"),
    ("rutin", "berulang", 7, "4 and practice 3: PDPB 4, parties 2, plenary 1"),
    ("rutin", "peristiwa", 6, "practice 3: PAW, PPID 3, parties' result, clean-up by circular"),
    (
        "pemilu-2029",
        "kerangka",
        6,
        "1.6: ruling, four statements on the bill and selection, start named",
    ),
    ("pemilu-2029", "simulasi", 4, "1.6: 20 months, two oaths, range of the regional vote"),
]


@pytest.mark.parametrize(("code", "groups", "_heading", "_lines", "rows", "_why"), TABLES)
def test_every_row_of_a_table_is_a_stage(code, groups, _heading, _lines, rows, _why):
    regime = load_regime(code)
    assert sum(len(regime.stages_in(group)) for group in groups) == rows


@pytest.mark.parametrize(("code", "group", "rows", "_where"), PARAGRAPHS)
def test_every_event_told_in_text_is_a_stage(code, group, rows, _where):
    assert len(load_regime(code).stages_in(group)) == rows


def test_no_table_is_left_uncounted():
    counted = {(code, group) for code, groups, *_ in TABLES for group in groups}
    counted |= {(code, group) for code, group, *_ in PARAGRAPHS}
    assert counted == {(code, group.id) for code in ALL for group in load_regime(code).groups}


@pytest.fixture
def calendar(shared):
    """The handbook's text on the calendar, from which the tables were taken."""
    handbook = shared.parent / "handbook" / "calendar-voters.md"
    if not handbook.is_file():
        pytest.skip("the handbook beside the public figures is absent")
    return handbook.read_text("utf-8")


@pytest.mark.shared
@pytest.mark.parametrize(("_code", "_groups", "heading", "lines", "_rows", "_why"), TABLES)
def test_the_printed_lines_are_those_of_the_handbook(
    calendar, _code, _groups, heading, lines, _rows, _why
):
    assert len(_table_lines(calendar, heading)) == lines


@pytest.mark.shared
@pytest.mark.parametrize(("code", "groups", "heading", "_lines", "_rows", "_why"), TABLES)
def test_dates_are_those_of_the_handbook(calendar, code, groups, heading, _lines, _rows, _why):
    table = "\n".join(_table_lines(calendar, heading))
    ours = {day for group in groups for day in _days_of(load_regime(code).stages_in(group))}
    theirs = {date.fromisoformat(day) for day in re.findall(r"\d{4}-\d\d-\d\d", table)}
    assert theirs <= ours
    # A day that the table prints short ("2023-04-24/25", "04-25") is found by its last digits.
    short = re.findall(r"(?<=[-/ .])\d\d\b", table)
    words = {day for day in ours - theirs if f"{day:%d}" not in short}
    assert {day.isoformat() for day in words} <= MONTHS_ONLY


# The oaths of 2019 are printed as months.
MONTHS_ONLY = {"2019-07-01", "2019-08-31", "2019-08-01", "2019-09-30"}


def _table_lines(text: str, heading: str) -> list[str]:
    after = text[text.index(f"\n{heading}") + 1 :]
    table = re.search(r"(?:^\|.*\n)+", after, re.MULTILINE)
    assert table is not None
    return table[0].strip().split("\n")[2:]


def _days_of(stages):
    for stage in stages:
        for moment in (stage.start, stage.end, stage.alt_start, stage.alt_end):
            if moment is not None:
                yield moment.date() if isinstance(moment, datetime) else moment


def test_the_known_regimes():
    assert regime_codes() == ALL


def test_an_unknown_regime_names_the_known_ones():
    with pytest.raises(UnknownRegime, match=r"pemilu-2023.*pemilu-2019, pemilu-2024"):
        load_regime("pemilu-2023")


@pytest.mark.parametrize(
    ("code", "stage", "start", "end"),
    [
        ("pemilu-2024", "pemungutan-suara", date(2024, 2, 14), date(2024, 2, 14)),
        ("pemilu-2024", "coklit", date(2023, 2, 12), date(2023, 3, 14)),
        ("pemilu-2024", "kampanye", date(2023, 11, 28), date(2024, 2, 10)),
        ("pemilu-2024", "dptb-h30", date(2023, 6, 22), date(2024, 1, 15)),
        ("pemilu-2024", "dptb-h7", None, date(2024, 2, 7)),
        ("pemilu-2024", "rekap-kecamatan", date(2024, 2, 15), date(2024, 3, 2)),
        ("pemilu-2024", "rekap-nasional", date(2024, 2, 22), date(2024, 3, 20)),
        ("pemilu-2019", "pemungutan-suara", date(2019, 4, 17), date(2019, 4, 17)),
        (
            "pemilu-2019",
            "penghitungan-suara",
            date(2019, 4, 17),
            datetime.fromisoformat("2019-04-18T12:00"),
        ),
        ("pemilu-2019", "rekap-nasional", date(2019, 4, 25), date(2019, 5, 22)),
        ("pilkada-2024", "pemungutan-suara", date(2024, 11, 27), date(2024, 11, 27)),
        ("pilkada-2024", "masa-kerja-kpps", date(2024, 11, 7), date(2024, 12, 8)),
        ("pilkada-2024", "dptb-h7", None, datetime.fromisoformat("2024-11-20T23:59")),
        ("rutin", "pdpb-2025-tw4", date(2025, 12, 6), date(2025, 12, 8)),
        ("pemilu-2029", "putusan-mk-135", date(2025, 6, 26), date(2025, 6, 26)),
    ],
)
def test_well_known_dates(code, stage, start, end):
    row = load_regime(code).stage(stage)
    assert (row.start, row.end) == (start, end)
    assert row.confirmed


def test_the_voting_days():
    days = {code: load_regime(code).voting_day for code in ALL}
    assert days == {
        "pemilu-2019": date(2019, 4, 17),
        "pemilu-2024": date(2024, 2, 14),
        "pemilu-2029": None,
        "pilkada-2024": date(2024, 11, 27),
        "rutin": None,
    }
    for code in ("pemilu-2019", "pemilu-2024", "pilkada-2024"):
        regime = load_regime(code)
        assert regime.stage("pemungutan-suara").start == regime.voting_day


@pytest.mark.parametrize(
    ("code", "days"), [("pemilu-2019", 203), ("pemilu-2024", 75), ("pilkada-2024", 60)]
)
def test_length_of_the_campaign(code, days):
    campaign = load_regime(code).stage("kampanye")
    assert (campaign.end - campaign.start).days + 1 == days


@pytest.mark.parametrize("code", ["pemilu-2019", "pemilu-2024", "pilkada-2024"])
def test_the_quiet_period_fills_the_three_days_before_voting(code):
    regime = load_regime(code)
    quiet = regime.stage("masa-tenang")
    assert (regime.voting_day - quiet.start).days == 3
    assert (regime.voting_day - quiet.end).days == 1
    assert (quiet.start - regime.stage("kampanye").end).days == 1


def test_a_disagreeing_source_keeps_its_date():
    recap = load_regime("pemilu-2019").stage("rekap-kabko")
    assert (recap.start, recap.end) == (date(2019, 4, 20), date(2019, 5, 7))
    assert (recap.alt_start, recap.alt_end) == (date(2019, 4, 22), date(2019, 5, 8))
    assert "8 Mei" in recap.note.id


def test_the_second_round_of_2024_is_foreseen_and_not_needed():
    regime = load_regime("pemilu-2024")
    assert not regime.stage("putaran-kedua").needed
    assert [stage.needed for stage in regime.children("putaran-kedua")] == [False, False, False]
    assert sum(not stage.needed for stage in regime.stages) == 4


def test_a_moved_trigger_keeps_its_first_date():
    brpk = load_regime("pilkada-2024").stage("penyampaian-brpk")
    assert (brpk.start, brpk.alt_start) == (date(2025, 1, 3), date(2024, 12, 19))
    assert (brpk.body, brpk.division) == ("mk", None)


# Facts that the handbook marks [M] or [D] on nothing seen: they must never turn confirmed.
MEMORY = {
    "pemilu-2024": (
        ["putaran-kedua-kampanye", "pps-pelantikan", "pantarlih-pelantikan"],
        [
            *("tps_max_voters_law", "dapil_dprd_seats_min", "dapil_dprd_seats_max"),
            *("psu_per_tps_max", "turnout_target_percent", "party_sample_interval"),
            *(
                "party_regencies_rounding",
                "party_projection_rounding",
                "dpd_duplicate_fine",
                "cat_pass_multiple_pps",
            ),
            *("adhoc_max_periods", "secretariat_ppk_persons", "adhoc_intake_multiple"),
        ],
    ),
    "pemilu-2019": (
        ["sengketa-peserta", "data-pemilih"],
        ["tps_max_voters", "tps_max_voters_law", "count_extension_hours"],
    ),
    "pilkada-2024": (
        ["masa-kerja-ppk"],
        [
            *("psu_days_max", "independent_support_kabko_percent"),
            *("independent_repair_multiple", "winner_votes_above_percent_dki"),
        ],
    ),
    "rutin": (
        ["ppid-keberatan"],
        ["ppid_objection_working_days", "plenary_quorum_members", "plenary_votes_min"],
    ),
    "pemilu-2029": (
        ["tahapan-mulai", "sumpah-dpr-dpd", "sumpah-presiden", "pemilu-daerah", "ruu-selesai"],
        ["simulated_voting_day_early", "simulated_voting_day_late"],
    ),
}


@pytest.mark.parametrize("code", ALL)
def test_memory_is_not_confirmed(code):
    regime = load_regime(code)
    stages, parameters = MEMORY[code]
    assert not any(regime.stage(stage).confirmed for stage in stages)
    assert not any(regime.parameter(key).confirmed for key in parameters)


def _facts(code):
    regime = load_regime(code)
    for rows in (regime.stages, regime.divisions, regime.contests, regime.codes, regime.turnout):
        yield from rows
    yield from regime.user_categories
    yield from regime.parameters.values()
    for body in regime.bodies:
        yield from (body, *body.pay)


@pytest.mark.parametrize("code", ALL)
def test_no_fact_lacks_article_or_source(code):
    regime = load_regime(code)
    for fact in (*_facts(code), *regime.basis):
        assert fact.source, fact
        assert all(regime.citation(key) for key in fact.source)
        assert getattr(fact, "article", "of the basis itself").strip(), fact
        assert not (fact.confirmed and "M" in fact.source and len(fact.source) == 1), fact


@pytest.mark.parametrize("code", ALL)
def test_stages_name_known_levels_divisions_and_parents(code):
    regime = load_regime(code)
    owners = {item.id for item in regime.divisions if item.kind == "divisi"}
    assert len(owners) == 5
    for stage in regime.stages:
        assert stage.level in LEVELS and stage.body in BODIES
        assert stage.division in owners if stage.body == "kpu" else stage.division is None
        assert stage.is_main or stage in regime.children(stage.parent)


@pytest.mark.parametrize("code", ALL)
def test_a_trigger_is_a_deadline_of_the_same_regime(code):
    rules = {rule.id for rule in load_deadlines(code)}
    wanted = {trigger for stage in load_regime(code).stages for trigger in stage.trigger}
    assert wanted <= rules
    assert wanted or code == "pemilu-2019"


@pytest.mark.parametrize("code", ALL)
def test_a_stage_without_dates_says_why(code):
    for stage in load_regime(code).stages:
        dated = stage.start or stage.end or stage.every or stage.trigger
        assert dated or stage.note, stage.id


@pytest.mark.parametrize("code", ALL)
def test_names_are_there_in_both_languages(code):
    regime = load_regime(code)
    named = (*regime.stages, *regime.contests, *regime.groups, *regime.bodies, *regime.codes)
    for item in named:
        assert item.name.pick("id") == item.name.id and item.name.pick("en") == item.name.en
    assert Text("satu", "one").pick("en-GB") == "one"
    assert Text("satu", "one").pick("jv") == "satu"


def test_contests_of_2024():
    regime = load_regime("pemilu-2024")
    found = [(c.id, c.choice, c.determined_at, c.colour.en) for c in regime.contests]
    assert found == [
        ("ppwp", "pair", "nasional", "Grey"),
        ("dpr", "list", "nasional", "Yellow"),
        ("dpd", "person", "nasional", "Red"),
        ("dprd-prov", "list", "provinsi", "Blue"),
        ("dprd-kab", "list", "kabko", "Green"),
    ]
    assert [c.threshold_percent for c in regime.contests] == [None, Decimal(4), None, None, None]
    assert regime.contest("dprd-kab").divisors == (1, 3, 5, 7)
    assert regime.contest("ppwp").form == "C.HASIL-PPWP"
    assert all(re.fullmatch(r"#[0-9a-f]{6}", c.colour_hex) for c in regime.contests)
    assert tuple(c.id for c in regime.contests) == regime.parameter("count_order").value


def test_dki_has_four_contests_and_aceh_its_own_names():
    regime = load_regime("pemilu-2024")
    assert [c.id for c in regime.contests_in("31", "kota")] == ["ppwp", "dpr", "dpd", "dprd-prov"]
    assert len(regime.contests_in("73", "kabupaten")) == 5
    assert "DPRA" in regime.contest("dprd-prov").name_in("11").id
    assert "DPRK" in regime.contest("dprd-kab").name_in("11").id
    assert "DPRP" in regime.contest("dprd-prov").name_in("91").id
    assert regime.contest("dprd-prov").name_in("73").id == "DPRD Provinsi"


def test_a_regency_and_a_city_choose_different_heads():
    regime = load_regime("pilkada-2024")
    assert [c.id for c in regime.contests_in("73", "kabupaten")] == ["gubernur", "bupati"]
    assert [c.id for c in regime.contests_in("73", "kota")] == ["gubernur", "walikota"]
    assert [c.id for c in regime.contests_in("31", "kota")] == ["gubernur"]
    colours = [c.colour.en for c in regime.contests]
    assert colours == ["Maroon", "Light blue", "Tosca green"]


def test_the_draft_of_2029_leaves_open_what_no_law_says():
    regime = load_regime("pemilu-2029")
    assert regime.draft and regime.voting_day is None
    assert [c.id for c in regime.contests] == ["ppwp", "dpr", "dpd"]
    for contest in regime.contests:
        assert contest.colour is contest.form is contest.threshold_percent is None
    assert [s.id for s in regime.stages if s.confirmed] == ["putusan-mk-135"]


@pytest.mark.parametrize(
    ("population", "seats"),
    [
        *((100_000, 20), (100_001, 25), (200_000, 25), (300_000, 30), (400_000, 35)),
        *((500_000, 40), (1_000_000, 45), (3_000_000, 50), (3_000_001, 55)),
    ],
)
def test_seats_of_a_regency_by_population(population, seats):
    """UU 7/2017 art. 191."""
    assert load_regime("pemilu-2024").parameter("seats_dprd_kabko").at(population) == seats


def test_margin_of_pilkada_disputes():
    """UU 10/2016 art. 158."""
    margin = load_regime("pilkada-2024").parameter("dispute_margin_kabko_percent")
    assert [margin.at(n) for n in (250_000, 250_001, 1_000_000, 1_000_001)] == [
        *(2, Decimal("1.5")),
        *(1, Decimal("0.5")),
    ]


@pytest.mark.parametrize(
    ("code", "key", "value"),
    [
        ("pemilu-2024", "tps_max_voters", 300),
        ("pilkada-2024", "tps_max_voters", 600),
        ("pemilu-2024", "ballot_reserve_percent", 2),
        ("pilkada-2024", "ballot_reserve_percent", Decimal("2.5")),
        ("pemilu-2024", "psu_ballots", 1_000),
        ("pilkada-2024", "psu_ballots", 2_000),
        ("pemilu-2024", "form_number_digits", 3),
        ("pemilu-2024", "recap_days_kabko", 20),
        ("pemilu-2024", "recap_days_provinsi", 25),
        ("pemilu-2024", "recap_days_nasional", 35),
        ("pemilu-2024", "psu_days_max", 10),
        ("pemilu-2024", "special_tps_min_voters", 100),
        ("pemilu-2024", "party_members_min", 1_000),
        ("pemilu-2024", "party_sample_chi_square", Decimal("3.841")),
        ("pemilu-2029", "stages_start_months_before", 20),
        ("rutin", "paw_answer_working_days", 5),
        ("rutin", "ppid_answer_working_days", 10),
        ("rutin", "ppid_election_answer_working_days", 3),
    ],
)
def test_parameters_of_the_law(code, key, value):
    parameter = load_regime(code).parameter(key)
    assert parameter.value == value
    assert parameter.number() == value


def test_recap_days_reach_the_published_ends():
    """UU 7/2017 art. 413: 20, 25 and 35 days, the day of voting not counted."""
    regime = load_regime("pemilu-2024")
    for level in ("kabko", "provinsi", "nasional"):
        days = regime.parameter(f"recap_days_{level}").whole()
        assert (regime.stage(f"rekap-{level}").end - regime.voting_day).days == days


def test_tms_codes_are_versioned():
    codes_2024 = {code.code: code for code in load_regime("pemilu-2024").tms_codes}
    codes_2019 = {code.code: code for code in load_regime("pemilu-2019").tms_codes}
    assert len(codes_2024) == 8 and len(codes_2019) == 12
    assert [c for c, code in codes_2024.items() if not code.removes] == ["8"]
    assert codes_2019["8"].removes and "ingatan" in codes_2019["8"].name.id
    assert [c for c, code in codes_2019.items() if not code.removes] == ["11", "12"]
    for one, other in zip(
        load_regime("pilkada-2024").tms_codes, load_regime("pemilu-2024").tms_codes, strict=True
    ):
        assert one == replace(other, article="PKPU 7/2024")


@pytest.mark.parametrize(
    ("code", "name", "size"),
    [
        ("pemilu-2024", "disabilitas", 6),
        ("pemilu-2024", "ktp_el", 2),
        ("pemilu-2024", "dptb_h30", 9),
        ("pemilu-2024", "dptb_h7", 4),
        ("pemilu-2024", "syarat_pemetaan_tps", 5),
        ("pemilu-2024", "lokasi_khusus", 5),
        ("pemilu-2024", "prinsip_dapil", 7),
        ("pemilu-2024", "dukungan_perlengkapan", 12),
        ("pemilu-2024", "rusak_surat_suara", 5),
        ("pemilu-2024", "basis_sosialisasi", 10),
        ("rutin", "tms", 10),
        ("rutin", "pdpb_baru", 5),
        ("rutin", "pdpb_sumber", 12),
        ("rutin", "pdpb_bukti", 5),
        ("rutin", "disabilitas", 4),
        ("rutin", "dimensi_ipp", 5),
    ],
)
def test_code_lists_are_complete(code, name, size):
    assert len(load_regime(code).codes_of(name)) == size


def test_turnout_names_its_denominator():
    official = load_regime("pemilu-2024").official_turnout
    assert official.denominator == ("dpt", "dpk")
    assert official.numerator == ("dpt", "dptb", "dpk")
    assert load_regime("pemilu-2019").official_turnout.denominator == ("dpt",)
    assert load_regime("pilkada-2024").official_turnout is None
    assert len(load_regime("pilkada-2024").turnout) == 3


def test_pay_of_one_tps():
    """Nine people: 9.2 million in Pemilu 2024, 7.3 million in Pilkada 2024."""
    for code, total in (("pemilu-2024", 9_200_000), ("pilkada-2024", 7_300_000)):
        regime = load_regime(code)
        chair, member = (pay.amount for pay in regime.body("kpps").pay)
        officer = regime.body("linmas").pay[0].amount
        assert chair + (regime.body("kpps").members - 1) * member + 2 * officer == total


def test_sub_divisions_serve_the_divisions():
    regime = load_regime("rutin")
    found = [item.id for item in regime.subdivisions_for("hukum")]
    assert found == ["subbag-hukum-sdm", "subbag-teknis-hukum"]
    in_2025 = [d for d in regime.divisions if d.kind == "subbagian" and d.until is None]
    assert len(in_2025) == 4
    assert {served for item in in_2025 for served in item.serves} == {
        *("kul", "teknis", "rendatin", "hukum", "parmas-sdm")
    }


def test_what_is_not_there_is_named():
    regime = load_regime("pemilu-2024")
    with pytest.raises(LookupError, match="no contest 'bupati'; it has: ppwp"):
        regime.contest("bupati")
    with pytest.raises(LookupError, match="no stage 'pesta'"):
        regime.stage("pesta")
    with pytest.raises(LookupError, match="no parameter 'luck'"):
        regime.parameter("luck")
    with pytest.raises(TypeError, match="not a ladder"):
        regime.parameter("tps_max_voters").at(10)
    with pytest.raises(TypeError, match="not a number"):
        regime.parameter("voting_opens").number()
    with pytest.raises(TypeError, match="not a whole number"):
        load_regime("pilkada-2024").parameter("ballot_reserve_percent").whole()


@given(st.integers(min_value=1, max_value=60_000_000))
def test_a_ladder_never_falls_for_more_people(population):
    ladder = load_regime("pemilu-2024").parameter("seats_dprd_kabko")
    assert ladder.at(population) <= ladder.at(population + 1)
    limits = [band.up_to for band in ladder.value[:-1]]
    assert all(low < high for low, high in pairwise(limits))


Change = Callable[[dict], None]
FAULTS: list[tuple[str, str, Change]] = [
    (
        "stages.toml",
        r"\[\[stage\]\] #1.*confirmed is missing",
        lambda t: t["stage"][0].pop("confirmed"),
    ),
    ("stages.toml", "the id coklit is there twice", lambda t: t["stage"][0].update(id="coklit")),
    (
        "stages.toml",
        "no row above has the id of the parent",
        lambda t: t["stage"][0].update(parent="x"),
    ),
    ("stages.toml", "start is after end", lambda t: t["stage"][0].update(end=date(2001, 1, 1))),
    ("stages.toml", "unknown division 'kantin'", lambda t: t["stage"][0].update(division="kantin")),
    ("stages.toml", "level is 'benua'", lambda t: t["stage"][0].update(level="benua")),
    ("stages.toml", "unknown group", lambda t: t["stage"][0].update(group="lain")),
    ("stages.toml", "owner division", lambda t: t["stage"][0].update(body="mk")),
    ("stages.toml", "unknown keys: colour", lambda t: t["stage"][0].update(colour="red")),
    ("stages.toml", "name_en is missing", lambda t: t["stage"][0].pop("name_en")),
    ("stages.toml", "every is 'day'", lambda t: t["stage"][0].update(every="day")),
    ("stages.toml", "weekday", lambda t: t["stage"][0].update(weekday=1)),
    ("stages.toml", "needs a note", lambda t: t["stage"][0].update(alt_end=date(2024, 1, 1))),
    ("stages.toml", "not in sources.toml: S999", lambda t: t["stage"][0].update(source=["S999"])),
    ("stages.toml", "memory alone", lambda t: t["stage"][0].update(source=["M"])),
    ("regime.toml", "source is missing", lambda t: t["basis"][0].pop("source")),
    (
        "regime.toml",
        "article is missing",
        lambda t: t["parameters"]["tps_max_voters"].pop("article"),
    ),
    ("regime.toml", "wrong type", lambda t: t["contest"][0].update(order=True)),
    ("regime.toml", "id differs", lambda t: t.update(id="pemilu-2025")),
    (
        "regime.toml",
        "code 1 is twice in list tms",
        lambda t: t["code"].append(copy.deepcopy(t["code"][0])),
    ),
    ("regime.toml", "more than one official", lambda t: t["turnout"][1].update(official=True)),
    (
        *("regime.toml", "steps of the ladder do not rise"),
        lambda t: t["parameters"]["seats_dprd_kabko"]["value"].reverse(),
    ),
    (
        *("regime.toml", "up_to and value only"),
        lambda t: t["parameters"]["seats_dprd_kabko"]["value"][0].pop("value"),
    ),
]


@pytest.mark.parametrize(("file", "message", "change"), FAULTS, ids=[f[1] for f in FAULTS])
def test_a_bad_file_is_refused_with_file_and_row(monkeypatch, file, message, change):
    def changed(code: str, name: str) -> dict:
        table = read_toml(code, name)
        if name == file:
            change(table)
        return table

    monkeypatch.setattr(regime_reader, "read_toml", changed)
    with pytest.raises(BadRegime, match=message) as fault:
        regime_reader.read_regime("pemilu-2024")
    assert str(fault.value).startswith(f"pemilu-2024/{file}")
