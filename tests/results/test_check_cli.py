"""`jurdil results check`: the law on a file, without a database."""

import csv
import io
import json
import subprocess
import sys
from collections import Counter

import pytest

from jurdil.cli import main
from tests.results.sirekap_files import as_csv, as_xlsx, rows

LAW = ["--regime", "pemilu-2024", "--contest", "ppwp"]


@pytest.fixture
def write(tmp_path):
    def one(content, name="berkas.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        return str(path)

    return one


def lines(capsys):
    """What was printed as CSV: header, rows."""
    out = capsys.readouterr().out
    header, *found = csv.reader(io.StringIO(out))
    return header, [tuple(row) for row in found]


def test_one_line_per_broken_rule(write, capsys):
    path = write(as_csv(rows(paslon_1="6161", suara_total="192")))
    assert main(["results", "check", path, *LAW, "--format", "csv"]) == 0
    assert capsys.readouterr().out == (
        "tps,code,severity,left,right\n"
        "7312011001002,E-401,error,6287,187\n"
        "7312011001002,E-404,error,6161,187\n"
        "7312011001002,E-501,error,191,192\n"
        "7312011001002,E-602,error,192,191\n"
        "7312011001002,E-901,error,6161,999\n"
        "7312011001002,W-904,warning,6161,300\n"
    )


def test_a_right_file_prints_the_header_only_and_succeeds(write, capsys):
    for content in (as_csv(rows()), as_xlsx(rows())):
        assert main(["results", "check", write(content), *LAW, "--format", "csv"]) == 0
        assert capsys.readouterr().out == "tps,code,severity,left,right\n"


def test_json_tells_the_file_the_counts_and_the_words(write, capsys):
    path = write(as_csv(rows(guna_l="91")))
    assert main(["results", "check", path, *LAW, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["tps"], told["tps_with_votes"]) == (3, 3)
    assert told["tps_per_code"] == {"E-102": 1, "E-112": 1}
    first = told["findings"][0]
    assert (first["path"], first["row"], first["left"], first["right"]) == (
        "73.12.01.1001/002", 3, 192, 191,
    )  # fmt: skip
    assert "192" in first["id"] and "192" in first["en"] and first["id"] != first["en"]
    assert first["confirmed"] is True


@pytest.mark.parametrize(("lang", "word"), [("id", "punya suara"), ("en", "have votes")])
def test_text_is_for_people(write, capsys, lang, word):
    path = write(as_csv(rows(guna_l="91")))
    assert main(["results", "check", path, *LAW, "--lang", lang]) == 0
    out = capsys.readouterr().out
    assert "73.12.01.1001/002  E-102" in out
    assert word in out


def test_a_refused_file_writes_nothing_but_its_reasons(write, capsys):
    path = write(as_csv(rows(guna="seratus", dpt="-4")))
    assert main(["results", "check", path, *LAW, "--format", "csv"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Baris 3, kolom guna: “seratus” bukan bilangan bulat." in said.err
    assert "Baris 3, kolom dpt: -4 kurang dari nol." in said.err
    assert main(["results", "check", path, *LAW, "--lang", "en"]) == 2
    assert "Row 3, column dpt: -4 is below zero." in capsys.readouterr().err


def test_the_regency_can_be_demanded(write, capsys):
    path = write(as_csv(rows()))
    assert main(["results", "check", path, *LAW, "--regency", "16.10"]) == 2
    assert "16.10" in capsys.readouterr().err


def test_what_is_not_there_is_said(write, capsys):
    path = write(as_csv(rows()))
    for arguments in (
        [path, "--regime", "pemilu-1955", "--contest", "ppwp"],
        [path, "--regime", "pemilu-2024", "--contest", "gubernur"],
        [path + "x", *LAW],
    ):
        assert main(["results", "check", *arguments]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("jurdil results check: ")


def test_neither_django_nor_a_database_is_needed(write):
    path = write(as_csv(rows(guna_l="91")))
    program = (
        "import sys; from jurdil.cli import main; code = main(sys.argv[1:]); "
        "assert 'django' not in sys.modules; sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "results", "check", path, *LAW, "--format", "csv"],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": ""},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 3


# The counts that the public figures must give, by code: what each code is, is in docs/rules.md.
REAL = {
    "soppeng/ppwp2024_tps_soppeng.csv": (
        (794, 790, 759),
        {
            "E-401": 23, "E-501": 2, "E-602": 27, "E-111": 12,
            "E-101": 12, "E-102": 7, "E-121": 3,
        },
    ),
    "ogan-ilir/ppwp2024_tps_ogan_ilir.csv": (
        (1261, 1231, 1196),
        {
            "E-401": 27, "E-501": 3, "E-602": 56, "E-111": 23,
            "E-101": 10, "E-102": 13, "E-121": 6,
        },
    ),
}  # fmt: skip


@pytest.mark.shared
@pytest.mark.parametrize("name", REAL)
def test_the_real_figures_break_the_rules_so_often(shared, capsys, name):
    (count, with_votes, whole), expected = REAL[name]
    command = ["results", "check", str(shared / name), *LAW, "--format"]
    assert main([*command, "csv"]) == 0
    header, found = lines(capsys)
    assert header == ["tps", "code", "severity", "left", "right"]
    with (shared / name).open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    both = {row["kode_tps"] for row in table if row["guna"] and row["paslon_1"]}
    assert (len(table), len(both)) == (count, whole)
    broken = {(tps, code) for tps, code, *_ in found}
    per_code = Counter(code for tps, code in broken if tps in both)
    assert {code: per_code[code] for code in expected} == expected
    # Without the other half of the form a TPS can break none of these rules either.
    assert {code: sum(one == code for _, one in broken) for code in expected} == expected
    assert main([*command, "json"]) == 0
    assert json.loads(capsys.readouterr().out)["tps_with_votes"] == with_votes
