"""A published table of voters is checked as it was printed: row, and the two numbers."""

import csv
import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.recap_check import BadTable, Kind, check, read_table
from tests.law import recap_tables


def read(text):
    return read_table(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("name", recap_tables.ADD_UP)
def test_published_tables_that_add_up_pass(name):
    checked = check(read(recap_tables.ADD_UP[name]))
    assert checked.faults == ()
    assert checked.comparisons > 0


def test_luwu_timur_pilkada_is_caught_in_both_columns():
    """Published 128 villages and 222,020 voters; the rows make 131 and 222,030; 457 TPS agree."""
    checked = check(read(recap_tables.LUWU_TIMUR_PILKADA))
    found = [
        (fault.kind, fault.line, fault.column, fault.left, fault.right) for fault in checked.faults
    ]
    assert found == [
        (Kind.SUM, 13, "villages", 131, 128),
        (Kind.SUM, 13, "total", 222030, 222020),
    ]
    assert checked.faults[1].text.id == (
        "Total, jumlah pemilih: 11 dari 11 wilayah berjumlah 222.030, tetapi tertulis 222.020."
    )


@pytest.mark.parametrize("name", recap_tables.WRONG)
def test_published_slips_are_caught(name):
    text, left, right = recap_tables.WRONG[name]
    (fault,) = check(read(text)).faults
    assert (fault.kind, fault.line, fault.left, fault.right) == (Kind.SEXES, 2, left, right)


def test_a_flow_that_does_not_lead_to_the_total_is_named():
    text = "wilayah,sebelumnya,baru,tms,total\nX,1000,20,5,1014\n"
    (fault,) = check(read(text)).faults
    assert (fault.kind, fault.left, fault.right) == (Kind.FLOW, 1015, 1014)
    assert fault.text.en == "X: previous 1,000 + new 20 − TMS 5 make 1,015, but 1,014 is printed."


def test_a_fall_that_was_published_as_a_rise_is_named():
    """South Sulawesi, Pilkada 2024: 6,694,450 (DPS) to 6,680,807 (DPT), published as a rise."""
    text = "wilayah,sebelumnya,selisih,total\nSulawesi Selatan,6694450,13643,6680807\n"
    (fault,) = check(read(text)).faults
    assert (fault.kind, fault.left, fault.right) == (Kind.NET, -13643, 13643)
    assert fault.text.id == (
        "Sulawesi Selatan: dari 6.694.450 ke 6.680.807 selisihnya −13.643, tetapi tertulis 13.643."
    )
    assert check(read(text.replace("13643", "-13643"))).faults == ()
    assert check(read(text.replace("13643", "−13.643"))).faults == ()


def test_a_difference_with_gaps_says_nothing_of_its_sum():
    assert check(read("desa,selisih,total\nA,50,5\nB,,5\nTotal,-7,10\n")).faults == ()


def test_absent_is_not_zero():
    """A village without a figure leaves the sum open; too much is still too much."""
    open_sum = check(read("desa,tps,total\nA,2,100\nB,3,\nTotal,5,250\n"))
    assert open_sum.faults == ()
    column = next(one for one in open_sum.coverage if one.column == "total")
    assert (column.have, column.rows, column.sum) == (1, 2, 100)
    (fault,) = check(read("desa,total\nA,300\nB,\nTotal,250\n")).faults
    assert (fault.left, fault.right) == (300, 250)


def test_a_place_listed_twice_is_named():
    (fault,) = check(read("desa,total\nA,1\nB,2\na,3\nTotal,6\n")).faults
    assert (fault.kind, fault.line, fault.left) == (Kind.TWICE, 4, 2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Tabel kosong"),
        ("desa,total\n", "tidak memuat satu wilayah pun"),
        ("desa,catatan\nA,x\n", "tidak ada kolom angka"),
        ("desa,total\nA,12x\n", "Baris 2, kolom jumlah pemilih: “12x”"),
        ("desa,total\nA,-5\n", "Baris 2, kolom jumlah pemilih: “-5”"),
        ("desa,total\nA,1.5\n", "“1.5” bukan bilangan bulat"),
        ("desa,total\n,5\n", "Baris 2: nama wilayah kosong"),
        ("desa,total\nA,5\nTotal,5\nJumlah,5\n", "Baris 4: baris jumlah kedua"),
        ("desa,total\nA,1,234\n", "Baris 2: 3 sel, sedangkan tabel punya 2 kolom"),
        ("desa,l,men,total\nA,1,2,3\n", "Kolom 3 “men”"),
    ],
)
def test_a_table_that_cannot_be_read_is_one_sentence(text, said):
    with pytest.raises(BadTable, match=None) as caught:
        read(text)
    assert said in str(caught.value)


numbers = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=20)


@given(numbers, st.data())
def test_any_table_that_adds_up_passes_and_any_single_slip_is_caught(pairs, data):
    rows = [[f"Desa {at}", men, women, men + women] for at, (men, women) in enumerate(pairs)]
    rows.append(["Total", *(sum(column) for column in list(zip(*rows, strict=True))[1:])])
    header = ["desa", "l", "p", "total"]
    assert check(read_table(_cells(header, rows))).faults == ()
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(1, 3))
    rows[row][column] += data.draw(st.integers(1, 999))
    assert check(read_table(_cells(header, rows))).faults


def _cells(header, rows):
    return [header, *([str(cell) for cell in row] for row in rows)]


def run(tmp_path, text, *options):
    file = tmp_path / "rekap.csv"
    file.write_text(text, "utf-8")
    command = [sys.executable, "-m", "jurdil.cli", "law", "check-recap", str(file), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_says_row_and_numbers_and_answers_by_its_exit_code(tmp_path):
    wrong = run(tmp_path, recap_tables.LUWU_TIMUR_PILKADA, "--lang", "en")
    assert wrong.returncode == 1
    assert "row 13: Total, voters: 11 of 11 places make 222,030, but 222,020 is printed." in (
        wrong.stdout
    )
    good = run(tmp_path, recap_tables.SUKOHARJO.replace(",", ";"))
    assert (good.returncode, good.stderr) == (0, "")
    nothing = run(tmp_path, "desa,total\nA,1\nB,2\n")
    assert (nothing.returncode, nothing.stdout) == (2, "")
    assert "Tidak ada yang dapat dibandingkan" in nothing.stderr
    unreadable = run(tmp_path, "desa,total\nA,x\n")
    assert (unreadable.returncode, unreadable.stdout) == (2, "")
    assert "Baris 2, kolom jumlah pemilih" in unreadable.stderr
