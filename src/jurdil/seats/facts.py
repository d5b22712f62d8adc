"""What the room tells reports: seats of a contest, by whom they were won, whether determined."""

from jurdil.kernel import facts
from jurdil.kernel.facts import Asked, Fact, Section, Table
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Input, total
from jurdil.law.text import Text
from jurdil.seats import queries
from jurdil.seats.records import SeatBoard

PARTY, SEATS = Text("Peserta", "Participant"), Text("Kursi", "Seats")


def tell(viewer: Viewer, asked: Asked) -> Section:
    """The contests whose seats this office determines."""
    if asked.election_id is None:
        return Section()
    boards = [one for one in queries.boards(viewer) if one.runs]
    return Section(
        tuple(fact for one in boards for fact in _facts(one)), tuple(_table(one) for one in boards)
    )


def _won(board: SeatBoard) -> dict[str, int]:
    won = {party: sum(run.won.get(party, 0) for run in board.runs) for party in board.names}
    return {party: seats for party, seats in won.items() if seats}


def _facts(board: SeatBoard) -> list[Fact]:
    key, name = f"seats.{board.head.contest}", board.head.name
    seats = total(
        [Input(Text(run.name, run.name), run.seats) for run in board.runs],
        article="",
        confirmed=True,
    )
    parties = total([Input(PARTY, len(_won(board)))], article="", confirmed=True)
    won = _won(board)
    each = [
        Fact(
            f"{key}.won.{party}",
            Text(
                f"Kursi {board.names[party]}, {name.id}", f"Seats {board.names[party]}, {name.en}"
            ),
            total([Input(SEATS, count)], article="", confirmed=True),
            listed=False,
        )
        for party, count in won.items()
    ]
    whole = Fact(
        f"{key}.seats",
        Text(f"Kursi {name.id}", f"Seats, {name.en}"),
        seats,
        parts=tuple(fact.key for fact in each) if board.determination else (),
        stage="penetapan-kursi",
    )
    label = Text(f"Peserta yang memperoleh kursi, {name.id}", f"Participants with seats, {name.en}")
    return [whole, Fact(f"{key}.parties", label, parties), *each]


def _table(board: SeatBoard) -> Table:
    state = (
        Text("ditetapkan", "determined") if board.determination else Text("hitungan", "calculated")
    )
    rows = tuple((board.names[party], seats) for party, seats in _won(board).items())
    name = board.head.name
    return Table(
        Text(f"Kursi {name.id} ({state.id})", f"Seats, {name.en} ({state.en})"),
        (PARTY, SEATS),
        rows,
    )


facts.register(
    "seats",
    Text("Kursi dan calon terpilih", "Seats and elected candidates"),
    tell,
    order=70,
    right="seats.view",
    divisions=("teknis",),
)
