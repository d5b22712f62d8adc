"""Files with which anybody can calculate the seats again."""

from jurdil.kernel.spreadsheets import Row
from jurdil.kernel.viewer import Viewer
from jurdil.seats import queries


def votes_table(viewer: Viewer, election_id: int, contest: str) -> list[Row]:
    """`dapil,seats,party,votes` and the party's name, of the present calculations."""
    board = queries.seat_board(viewer, election_id, contest)
    rows: list[Row] = [["dapil", "seats", "party", "votes", "party_name", "seats_won"]]
    for run in board.runs:
        for party, votes in run.votes.items():
            name = board.names[party]
            rows.append([run.name, run.seats, party, votes, name, run.won[party]])
    return rows


def candidates_table(viewer: Viewer, election_id: int, contest: str) -> list[Row]:
    """`dapil,party,candidate_no,sex,votes` and the name, of the present calculations."""
    board = queries.seat_board(viewer, election_id, contest)
    rows: list[Row] = [["dapil", "party", "candidate_no", "sex", "votes", "name", "elected"]]
    for run in board.runs:
        page = queries.dapil_page(viewer, election_id, contest, run.dapil)
        for party, people in page.people.items():
            for one in sorted(people, key=lambda person: person.number):
                rows.append(
                    [run.name, party, one.number, one.sex, one.votes, one.name, int(one.elected)]
                )
    return rows
