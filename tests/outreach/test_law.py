"""Bases, attendance, tests, links, coverage and printed days, as pure functions."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.outreach import attendance, codes, coverage, learning, links, materials, review
from jurdil.law.outreach.attendance import Attendance
from jurdil.law.outreach.coverage import Done, Mark
from jurdil.law.outreach.learning import Question
from jurdil.law.outreach.states import IllegalStep, State, Step, after

few = st.integers(0, 500)


def test_there_are_ten_bases_and_the_methods_of_articles_11_to_13():
    bases = codes.bases("pemilu-2024")
    assert len(bases) == 10 and all(one.confirmed for one in bases)
    assert [one.code for one in bases[:3]] == ["keluarga", "pemula", "muda"]
    methods = codes.methods("pemilu-2024")
    assert len([one for one in methods if one.direct]) == 10
    assert len([one for one in methods if not one.direct]) == 9
    assert {one.article for one in methods} == {"PKPU 9/2022 Pasal 11 sampai 13"}


def test_a_regime_without_a_list_gets_the_routine_one_unconfirmed():
    assert [one.code for one in codes.bases("pemilu-2029")] == [
        one.code for one in codes.bases("rutin")
    ]
    assert not any(one.confirmed for one in codes.bases("pemilu-2029"))


@given(few, few, few)
def test_men_and_women_make_the_total_or_a_sentence_names_both(men, women, total):
    wrong = attendance.faults(Attendance(men, women, total))
    assert bool(wrong) is (men + women != total)


def test_the_sentence_about_a_wrong_sum_has_the_numbers():
    (wrong,) = attendance.faults(Attendance(20, 25, 46))
    assert "20 + perempuan 25 = 45" in wrong.id and "46" in wrong.id


def test_what_nobody_counted_is_absent_and_no_fault():
    assert attendance.faults(Attendance()) == ()
    assert attendance.faults(Attendance(total=40)) == ()
    assert attendance.people([("a", Attendance(total=40)), ("b", Attendance())]).value == 40
    assert attendance.people([("b", Attendance())]).absent


def test_part_of_a_total_is_no_more_than_it_and_the_disabled_are_among_them():
    assert attendance.faults(Attendance(men=50, total=40))
    (wrong,) = attendance.faults(Attendance(5, 6, 11, disabled_men=6))
    assert "6" in wrong.id and "5" in wrong.id


def test_means_of_a_test_and_their_difference_with_n():
    rows = (Question("a", 10, 30), Question("b", 20, 36))
    result = learning.result(rows, 40, 40)
    assert (result.before.value, result.after.value) == (37.5, 82.5)
    assert result.gain.value == 45 and not result.few
    names = [one.name.id for one in result.gain.inputs]
    assert names == ["Rerata sesudah (n = 40)", "Rerata sebelum (n = 40)"]
    assert learning.result(rows, 40, 29).few


def test_more_right_answers_than_sheets_are_named():
    wrong = learning.faults([Question("a", 41, 10)], 40, 40)
    assert [one.id for one in wrong] == ["Soal 1 sebelum: benar 41 dari 40 lembar."]
    assert learning.faults([], 40, 40) and learning.faults([Question("a", 0, 0)], 0, 5)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://contoh.id/%0aalert(1)",
        "data:text/html,<script>1</script>",
        "https://ketua@contoh.id/x",
        "https://contoh.id/a b",
        "https://con\u202etoh.id",
        "https://localhost",
        "http://[",
        "contoh.id/foto",
        "https://contoh.id/" + "a" * 300,
    ],
)
def test_a_hostile_link_is_not_kept(address):
    assert links.fault(address) is not None


def test_a_plain_web_address_is_kept():
    assert links.fault("https://www.instagram.com/p/Contoh_1/?hl=id") is None
    assert links.fault("http://kpu-contoh.go.id/berita") is None


@given(few)
def test_only_what_was_verified_reaches_a_village(ahead):
    done = [Done(("a",), "muda", verified=False, ahead=True)] * ahead
    (cell,) = coverage.cells(["a"], {"muda": 1}, done)
    assert cell.mark is (Mark.PLANNED if ahead else Mark.GAP)
    assert cell.lacking == (0 if ahead else 1)


def test_coverage_counts_villages_and_bases_and_says_what_is_next():
    done = [
        Done(("a", "b"), "muda", verified=True, ahead=False),
        Done(("a",), "keluarga", verified=True, ahead=False),
    ]
    cells = coverage.cells(["a", "b", "c"], {"keluarga": 2, "muda": 1}, done)
    marks = {(one.village, one.base): str(one.mark) for one in cells}
    assert marks["a", "keluarga"] == "sebagian" and marks["b", "muda"] == "terjangkau"
    share = coverage.reached(cells)
    assert (share.value, share.inputs[0].value, share.denominator.value) == (
        Fraction(1, 3),
        2,
        6,
    )
    chosen = coverage.next_to_do(cells, {"c": 9, "b": 3}, 2)
    assert [(one.village, one.base) for one in chosen] == [("c", "keluarga"), ("c", "muda")]


def test_verified_may_only_be_sent_back_and_cancelled_is_the_end():
    assert after(State.FILED, Step.VERIFY) is State.VERIFIED
    assert after(State.VERIFIED, Step.RETURN) is State.RETURNED
    for state, step in ((State.PLANNED, Step.VERIFY), (State.VERIFIED, Step.FILE)):
        with pytest.raises(IllegalStep):
            after(state, step)


VOTING = materials.Printed("Pemungutan suara", date(2024, 2, 14), date(2024, 2, 14))
CAMPAIGN = materials.Printed("Kampanye", date(2023, 11, 28), date(2024, 2, 10))


def test_printed_days_are_the_windows_own():
    assert VOTING.words == "Rabu, 14 Februari 2024"
    assert CAMPAIGN.words == "Selasa, 28 November 2023 sampai Sabtu, 10 Februari 2024"
    assert materials.Printed("x", None, date(2024, 2, 10)).words.startswith("paling lambat")


@pytest.mark.parametrize(
    "text",
    ["Datang 15 Februari 2024", "Kamis, 14 Februari 2024", "hadir 12-14 Februari 2024", "1-2-2024"],
)
def test_a_day_that_contradicts_the_schedule_is_found(text):
    assert materials.strangers(text, [VOTING], None)


def test_days_of_the_schedule_may_be_named():
    assert not materials.strangers("Rabu, 14 Februari 2024 jam 7", [VOTING], None)
    assert not materials.strangers("28 November 2023 sampai 10 Februari 2024", [CAMPAIGN], None)
    assert not materials.strangers("Ada 300 TPS dan 14 petugas", [VOTING], None)


def test_a_reviewer_sees_what_is_odd_about_a_report():
    plain = review.Facts(True, date(2024, 2, 1), date(2024, 2, 10), 1, True, 0, 0)
    assert review.findings(plain) == ()
    odd = review.Facts(True, date(2024, 2, 11), date(2024, 2, 10), 0, False, 1, 1)
    assert len(review.findings(odd)) == 5
