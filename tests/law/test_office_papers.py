"""Numbers of letters, the way of a legal product, the papers of an expense file (practice §1-2)."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.figure import Unit
from jurdil.law.office import kinds, numbering, products, spj
from jurdil.law.office.products import Force, Link, State, Tie

PATTERN = "{nomor}/PPK-01/{bulan}/{tahun}"


def test_a_number_follows_its_pattern():
    made = numbering.make(
        "{nomor}/{kode}-SD/{wilayah}/{bulan}/{tahun}",
        12,
        date(2024, 9, 3),
        code="PL.01.2",
        area="7312",
    )
    assert made == "12/PL.01.2-SD/7312/IX/2024"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("PPK-01/{bulan}/{tahun}", "Pola harus memuat {nomor}."),
        ("{nomor}/PPK", "mulai lagi dari 1"),
        ("{nomor}/{hari}/{tahun}", "“{hari}” bukan bagian pola"),
        ("{nomor}/{tahun", "tidak berpasangan"),
    ],
)
def test_a_faulty_pattern_is_named(pattern, words):
    assert words in numbering.fault(pattern).id
    with pytest.raises(ValueError):
        numbering.make(pattern, 1, date(2024, 1, 1))


@given(st.integers(1, 99999), st.integers(1, 99999), st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_two_letters_of_a_year_never_share_a_number(one, other, day):
    same = numbering.make(PATTERN, one, day) == numbering.make(PATTERN, other, day)
    assert same == (one == other)


@given(st.booleans(), st.lists(st.sampled_from(list(State)), max_size=12))
def test_no_step_of_a_legal_product_is_skipped(plenary, tries):
    state, trace = State.DRAFT, [State.DRAFT]
    for wish in tries:
        if wish in products.allowed(state, plenary=plenary):
            state = wish
            trace.append(wish)
    if State.DECREED in trace:
        since = trace[len(trace) - 1 - trace[::-1].index(State.DRAFT) :]
        before = since[: since.index(State.DECREED)]
        assert State.STUDY in before
        assert (State.PLENARY in before) is plenary


def test_what_is_decreed_is_neither_sent_back_nor_dropped():
    for state in products.MADE:
        may = products.allowed(state, plenary=True)
        assert State.DRAFT not in may and State.DROPPED not in may


def test_a_draft_that_will_revoke_leaves_the_old_decree_in_force():
    ties = [Tie(2, 1, Link.REVOKES)]
    assert products.force(1, State.DECREED, ties, made=[1]) is Force.IN_FORCE
    assert products.force(1, State.DECREED, ties, made=[1, 2]) is Force.REVOKED
    amended = [Tie(3, 1, Link.AMENDS)]
    assert products.force(1, State.PUBLISHED, amended, made=[1, 3]) is Force.AMENDED
    assert products.force(1, State.DRAFT, [], made=[]) is Force.NOT_YET


RAKOR = kinds.activities()["rakor"]
SPEAKER = spj.Person(1, "Contoh Narasumber", kinds.SPEAKER)
HOST = spj.Person(2, "Contoh Moderator", kinds.MODERATOR)
GUEST = spj.Person(3, "Contoh Peserta", kinds.GUEST)


def test_the_missing_paper_is_named_with_its_person():
    wanted = spj.needs(RAKOR, [SPEAKER, HOST, GUEST])
    there = {need.key for need in wanted} - {("npwp", 2), ("notula", spj.NOBODY)}
    lacks = [(need.paper.id, need.person) for need in spj.missing(wanted, there)]
    assert lacks == [("npwp", HOST), ("notula", None)]
    share = spj.completeness(wanted, there)
    assert share.value == Fraction(len(wanted) - 2, len(wanted)) and not share.confirmed


def test_papers_of_speakers_are_asked_only_where_there_are_speakers():
    codes = {need.paper.id for need in spj.needs(RAKOR, [GUEST])}
    assert not codes & {"cv", "npwp", "rekening", "materi", "hadir-narasumber", "sk-panitia"}
    assert {"kak", "rab", "undangan", "hadir-peserta", "nominatif"} <= codes


@given(st.sets(st.sampled_from(sorted(kinds.papers()))))
def test_each_need_is_either_there_or_missing(codes):
    wanted = spj.needs(RAKOR, [SPEAKER, HOST])
    there = {need.key for need in wanted if need.paper.id in codes}
    assert len(spj.missing(wanted, there)) + len(there) == len(wanted)


def test_the_budget_stands_beside_what_was_paid():
    lines = [
        spj.Line(1, "522151", "Narasumber", Fraction(4), 900_000, 3_600_000, ceiling=900_000),
        spj.Line(2, "521211", "Konsumsi", Fraction(40), 60_000, 2_500_000, ceiling=50_000),
    ]
    assert spj.planned(lines).value == 3_600_000 + 2_400_000
    assert spj.spent(lines).value == 6_100_000
    left = spj.left(lines)
    assert left.value == -100_000 and left.unit is Unit.RUPIAH
    found = [(one.line, one.text.id) for one in spj.findings(lines)]
    assert found == [
        (2, "Harga satuan Rp60.000 melebihi batas biaya Rp50.000."),
        (2, "Realisasi Rp2.500.000 melebihi RAB Rp2.400.000."),
    ]


def test_who_works_inside_is_paid_only_if_the_year_s_cost_allows_it():
    line = spj.Line(1, "522151", "Narasumber", Fraction(1), 100, 100, inside_paid=True)
    assert "Orang dalam dibayar" in spj.findings([line])[0].text.id


def test_a_tax_above_the_sum_cannot_be():
    assert spj.net(1_000_000, 50_000) == 950_000
    with pytest.raises(ValueError):
        spj.net(100, 101)


def test_only_the_account_of_speakers_was_seen_in_a_source():
    assert [code for code, one in kinds.accounts().items() if one.confirmed] == ["522151"]
    assert not any(one.confirmed for one in kinds.activities().values())
