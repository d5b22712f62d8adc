"""`jurdil law seats` and `jurdil law elected`: exact output, and refusals that say where."""

import csv
import json

import pytest

from jurdil.cli import main
from tests.law.seat_cases import NATIONAL_2024, NATIONAL_TOTAL

HEADER = "dapil,seats,party,votes\n"
GOOD = HEADER + "D1,3,A,100\nD1,3,B,50\nD2,2,B,30\nD2,2,A,31\n"
PEOPLE = "dapil,party,candidate_no,sex,votes\n"
SEATS = "dapil,party,seats_won\n"


@pytest.fixture
def call(tmp_path, capsys):
    """Run a subcommand on texts; `@name` stands for the file of that text."""

    def run(*words, **texts):
        for name, text in texts.items():
            body = text if isinstance(text, bytes) else text.encode()
            (tmp_path / f"{name}.csv").write_bytes(body)
        asked = [str(tmp_path / f"{w[1:]}.csv") if w.startswith("@") else w for w in words]
        try:
            code = main(["law", *asked])
        except SystemExit as stop:
            code = stop.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_seats_in_the_order_of_the_rows(call):
    code, out, err = call("seats", "@votes", votes=GOOD)
    assert (code, err) == (0, "")
    assert out == "dapil,party,seats_won\nD1,A,2\nD1,B,1\nD2,B,1\nD2,A,1\n"


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + GOOD,
        GOOD.replace(",", ";"),
        GOOD.replace("\n", "\r\n"),
        "year, VOTES ,party,Seats,dapil\n2024,100,A,3,D1\n2024,50,B,3,D1\n,,,,\n"
        "2024,30,B,2,D2\n2024,31,A,2,D2\n",
    ],
)
def test_other_shapes_of_the_same_table(call, text):
    assert call("seats", "@votes", votes=text)[:2] == call("seats", "@votes", votes=GOOD)[:2]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "row 1: the file is empty"),
        (HEADER, "row 2"),
        ("dapil,seats,party\nD1,3,A\n", "row 1: column votes is missing"),
        ("dapil,seats,party,votes,votes\nD1,3,A,1,1\n", "row 1: column votes stands twice"),
        (HEADER + "D1,3,A,banyak\n", "row 2, column votes"),
        (HEADER + "D1,3,A,1.234\n", "row 2, column votes"),
        (HEADER + "D1,3,A,²\n", "row 2, column votes"),
        (HEADER + "D1,3,A,1\nD1,3,B,-5\n", "row 3, column votes"),
        (HEADER + "D1,3,A,\n", "row 2, column votes: is empty"),
        (HEADER + "D1,3,A\n", "row 2, column votes: is empty"),
        (HEADER + ",3,A,5\n", "row 2, column dapil: is empty"),
        (HEADER + "D1,0,A,5\n", "row 2, column seats: 0 is below 1"),
        (HEADER + "D1,999999,A,5\n", "row 2, column seats: 999999 are too many"),
        (HEADER + "D1,3,A,5\n\nD1,3,A,6\n", "row 4, column party: A (D1)"),
        (HEADER + "D1,3,A,5\nD1,4,B,6\n", "row 3, column seats: 4 seats, but an earlier row gives"),
        (HEADER + "D1,3,A,0\n", "dapil D1 has 3 seats but 0 votes"),
        (b"dapil,seats,party,votes\nD1,3,\xe9,5\n", "not UTF-8"),
        (HEADER + 'D1,3,"A,5\n', "broken CSV"),
    ],
)
def test_bad_votes_are_refused_in_one_sentence(call, text, where):
    code, out, err = call("seats", "@votes", "--lang", "en", votes=text)
    assert (code, out) == (2, "")
    assert where in err
    assert err.count("\n") == 1


def test_an_absent_file_and_a_foreign_regime_are_refused(call):
    assert call("seats", "@nowhere")[0] == 2
    assert call("seats", "@votes", "--regime", "pemilu-1955", votes=GOOD)[0] == 2
    assert call("seats", "@votes", "--regime", "pilkada-2024", votes=GOOD)[0] == 2
    for percent in ("empat", "-1", "101", "nan"):
        assert call("seats", "@votes", f"--threshold={percent}", votes=GOOD)[0] == 2


def test_a_tie_stops_its_dapil_alone(call):
    tied = GOOD + "D3,2,A,60\nD3,2,B,20\nD3,2,C,1\n"
    code, out, err = call("seats", "@votes", "--lang", "en", votes=tied)
    assert code == 3
    assert "D3" not in out
    assert "D2,A,1" in out
    assert "dapil D3" in err
    assert "A (60 ÷ 3), B (20 ÷ 1)" in err
    code, out, _err = call("seats", "@votes", "--format", "json", votes=tied)
    made = json.loads(out)["dapil"][2]
    assert code == 3
    assert [one["seats_won"] for one in made["parties"]] == [None, None, None]
    assert made["tie"]["seats"] == 1


def test_the_threshold_acts_on_the_file_or_on_the_nation(call):
    votes = HEADER + "D1,4,A,960\nD1,4,B,41\nD2,1,A,5\nD2,1,C,6\n"
    code, out, err = call("seats", "@votes", "--threshold", "4", "--lang", "en", votes=votes)
    assert (code, "D1,B,0" in out, "D2,A,1" in out) == (0, True, True)
    assert "at least 41; left out: C" in err
    nation = "party,votes\nA,500\nB,3\nC,500\n"
    _code, out, err = call(
        "seats", "@votes", "--threshold", "4", "--national-votes", "@nation", votes=votes,
        nation=nation,
    )  # fmt: skip
    assert "D2,C,1" in out
    assert "tidak ikut: B" in err


def test_the_votes_of_the_nation_name_every_party(call):
    short = "party,votes\nA,500\n"
    words = ("seats", "@votes", "--threshold", "4", "--national-votes", "@nation", "--lang", "en")
    code, out, err = call(*words, votes=GOOD, nation=short)
    assert (code, out) == (2, "")
    assert "column party lacks B" in err
    code, _out, err = call(*words, votes=GOOD, nation=short + "A,3\n")
    assert (code, "row 3, column party" in err) == (2, True)
    assert call("seats", "@votes", "--national-votes", "@nation", votes=GOOD, nation=short)[0] == 2


def test_json_has_every_step(call):
    made = json.loads(call("seats", "@votes", "--format", "json", votes=GOOD)[1])["dapil"][0]
    assert made["steps"] == [
        {"seat": 1, "party": "A", "votes": 100, "divisor": 1},
        {"seat": 2, "party": "B", "votes": 50, "divisor": 1},
        {"seat": 3, "party": "A", "votes": 100, "divisor": 3},
    ]
    assert made["margin"]["next"] == {"party": "B", "votes": 50, "divisor": 3}
    assert made["margin"]["gain"] == {"party": "B", "votes": 50}


@pytest.mark.shared
def test_dpr_2024_with_its_candidates(call, shared, tmp_path):
    votes, people = shared / "dpr2024-20-dapil.csv", shared / "dpr2024-20-dapil-candidates.csv"
    nation = "party,votes\n" + "".join(f"{p},{v}\n" for p, v in NATIONAL_2024.items())
    assert sum(NATIONAL_2024.values()) == NATIONAL_TOTAL
    code, out, _err = call(
        "seats", str(votes), "--threshold", "4", "--national-votes", "@nation", nation=nation
    )
    assert code == 0
    assert list(csv.DictReader(out.splitlines())) == columns(votes, "dapil", "party", "seats_won")
    code, out, err = call("elected", str(people), "--seats", "@seats", seats=out)
    assert (code, err) == (0, "")
    wanted = ("dapil", "party", "candidate_no", "sex", "votes", "elected")
    assert list(csv.DictReader(out.splitlines())) == columns(people, *wanted)
    assert call("elected", str(people), "--seats", str(votes))[1] == out


@pytest.mark.shared
def test_soppeng_2019(call, shared):
    votes = shared / "soppeng" / "dprd-2019-votes-and-seats.csv"
    code, out, err = call("seats", str(votes))
    assert (code, err) == (0, "")
    assert list(csv.DictReader(out.splitlines())) == columns(votes, "dapil", "party", "seats_won")


def columns(path, *names):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{name: row[name] for name in names} for row in csv.DictReader(file)]


def test_elected_says_when_the_spread_was_not_compared(call):
    people = PEOPLE + "D1,A,1,L,90\nD1,A,5,P,90\nD1,A,7,L,3\n"
    words = ("elected", "@people", "--seats", "@seats", "--lang", "en")
    code, out, err = call(*words, people=people, seats=SEATS + "D1,A,1\n")
    assert code == 0
    assert out.splitlines()[1:] == ["D1,A,1,L,90,0", "D1,A,5,P,90,1", "D1,A,7,L,3,0"]
    assert "equal votes: numbers 5, 1" in err
    assert call(*words, people=people, seats=SEATS + "D1,A,2\n")[2] == ""


def test_elected_by_the_spread(call):
    people = PEOPLE + "D1,A,1,L,90\nD1,A,5,P,90\n"
    head = "dapil,party,candidate_no,kecamatan,desa,tps,votes\n"
    rows = "D1,A,5,K,x,1,90\nD1,A,1,K,x,1,60\nD1,A,1,K,x,2,30\nD1,A,5,K,x,2,0\n"
    words = ("elected", "@people", "--seats", "@seats", "--spread", "@spread", "--lang", "en")
    texts = {"people": people, "seats": SEATS + "D1,A,1\n"}
    assert "D1,A,5,P,90,1" in call(*words, spread=head + rows, **texts)[1]
    levels = ("--levels", "kecamatan,desa,tps")
    assert "D1,A,1,L,90,1" in call(*words, *levels, spread=head + rows, **texts)[1]
    code, out, err = call(*words, spread=head + rows.splitlines()[0] + "\n", **texts)
    assert (code, "D1" in out) == (3, False)
    assert "lacks their votes by kecamatan" in err
    assert call(*words, "--levels", "tps", spread=head + rows, **texts)[0] == 2


def test_seats_without_candidates_are_named(call):
    words = ("elected", "@people", "--seats", "@seats", "--lang", "en")
    people = PEOPLE + "D1,A,1,L,90\n"
    code, out, err = call(*words, people=people, seats=SEATS + "D1,A,2\nD1,B,1\nD2,A,4\n")
    assert (code, out.splitlines()[1:]) == (3, ["D1,A,1,L,90,1"])
    assert "dapil D1, A: seats 2, candidates 1; not filled: 1" in err
    assert "dapil D1, B: seats 1, candidates 0" in err
    assert "D2" not in err


@pytest.mark.parametrize(
    ("people", "seats", "where"),
    [
        (PEOPLE + "D1,A,1,X,90\n", SEATS + "D1,A,1\n", "row 2, column sex"),
        (PEOPLE + "D1,A,0,L,90\n", SEATS + "D1,A,1\n", "row 2, column candidate_no"),
        (PEOPLE + "D1,A,1,L,9\nD1,A,1,P,8\n", SEATS + "D1,A,1\n", "row 3, column candidate_no"),
        (PEOPLE + "D1,A,1,L,9\n", SEATS + "D1,B,1\n", "there is no row for A in dapil D1"),
        (PEOPLE + "D1,A,1,L,9\n", SEATS + "D1,A,1\nD1,A,1\n", "row 3, column party"),
        (PEOPLE + "D1,A,1,L,9\n", SEATS + "D1,A,satu\n", "row 2, column seats_won"),
    ],
)
def test_bad_candidates_and_seats_are_refused(call, people, seats, where):
    words = ("elected", "@people", "--seats", "@seats", "--lang", "en")
    code, out, err = call(*words, people=people, seats=seats)
    assert (code, out) == (2, "")
    assert where in err
