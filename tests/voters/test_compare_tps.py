"""TPS per village by our mapping beside published ones: both numbers, their difference, sums."""

from pathlib import Path

import pytest

from jurdil.cli import main
from jurdil.kernel.acts import Refused
from jurdil.kernel.viewer import system_viewer
from jurdil.places import actions as places
from jurdil.voters import tps_figures
from jurdil.voters.queries import compare_tps
from tests import factories
from tests.voters.people import OTHER, VILLAGE, elements, enlist

FILE = f"kode_desa,n_tps_2024\n{VILLAGE},3\n73.12.01.2003,10\n"


@pytest.fixture
def by(db):
    viewer = system_viewer(factories.office().path, "kpu")
    places.set_up_regions(by=viewer, regency=viewer.path)
    enlist(elements(), elements(), tps="001")
    enlist(elements(), tps="002")
    enlist(elements(), village=OTHER)
    return viewer


def test_both_numbers_of_every_village_stand_side_by_side(by):
    rows = {row.village: row for row in compare_tps(by, FILE, "n_tps_2024")}
    assert (rows[VILLAGE].voters, rows[VILLAGE].ours, rows[VILLAGE].theirs) == (3, 2, 3)
    assert rows[VILLAGE].difference == -1
    assert (rows[OTHER].ours, rows[OTHER].theirs, rows[OTHER].difference) == (1, None, None)
    assert (rows["73.12.01.2003"].ours, rows["73.12.01.2003"].theirs) == (None, 10)


def test_the_command_prints_villages_and_the_sum_of_those_both_have(by, tmp_path, capsys):
    file = tmp_path / "tps.csv"
    file.write_text(FILE)
    assert main(["voters", "compare-tps", str(file)]) == 0
    *_rest, last = capsys.readouterr().out.splitlines()
    assert last.split() == ["jumlah", "1", "desa", "3", "2", "3", "-1"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("kode,n_tps_2024\n1,2\n", "Kolom kode_desa"),
        (f"kode_desa,tps\n{VILLAGE},2\n", "Kolom n_tps_2024"),
        (f"kode_desa,n_tps_2024\n{VILLAGE},2\n{VILLAGE},3\n", "Baris 3: desa"),
        (f"kode_desa,n_tps_2024\n{VILLAGE},dua\n", "Baris 2: “dua”"),
    ],
)
def test_a_file_that_cannot_be_compared_is_refused_with_its_line(content, said):
    with pytest.raises(Refused, match=said):
        tps_figures.read(content)


@pytest.mark.parametrize(("regency", "villages", "tps"), [("soppeng", 70, 794)])
def test_the_public_file_of_a_regency_is_read(shared: Path, regency, villages, tps):
    found = tps_figures.read((shared / regency / "dpt_desa.csv").read_text("utf-8-sig"))
    assert (len(found), sum(found.values())) == (villages, tps)
