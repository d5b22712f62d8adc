"""Between the count and the oath: who has a seat, and whose name may be proposed."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jurdil.seats.standing import OUT, Fact, Happened, Place, Report, may_follow, standings

DAY = date(2024, 7, 1)
LIMIT = date(2024, 7, 20)


def facts(*kinds, day=DAY):
    return [Fact(kind, day) for kind in kinds]


def test_who_is_out_is_followed_by_the_next():
    found = standings([3, 1, 2], 1, {3: facts(Happened.DEAD)})
    assert [(one.number, one.place) for one in found] == [
        (3, Place.OUT),
        (1, Place.MOVED_UP),
        (2, Place.WAITING),
    ]


def test_a_receipt_after_the_last_day_does_not_count_unless_it_was_announced():
    late = Fact(Happened.RECEIPT, date(2024, 7, 21))
    (one,) = standings([1], 1, {1: [late]}, LIMIT)
    assert (one.report, one.may_be_proposed) == (Report.LATE, False)
    announced = [Fact(Happened.PENDING, DAY), late]
    (one,) = standings([1], 1, {1: announced}, LIMIT)
    assert (one.report, one.may_be_proposed) == (Report.RECEIVED, True)
    (one,) = standings([1], 1, {1: [Fact(Happened.RECEIPT, LIMIT)]}, LIMIT)
    assert one.may_be_proposed


def test_a_statement_that_the_receipt_is_pending_is_enough():
    (one,) = standings([1], 1, {1: facts(Happened.PENDING)}, LIMIT)
    assert one.may_be_proposed and one.report is Report.PENDING


@given(
    st.integers(1, 6),
    st.lists(st.tuples(st.integers(1, 8), st.sampled_from(list(Happened))), max_size=30),
)
def test_whatever_is_recorded_seats_are_never_more_and_nobody_comes_back(seats, tries):
    """Only what `may_follow` allows is recorded; every walk keeps the promises of the law."""
    known: dict[int, list[Fact]] = {}
    gone, sworn = set(), set()
    for number, kind in tries:
        now = {one.number: one for one in standings(range(1, 9), seats, known)}
        if not may_follow(now[number], kind):
            continue
        known.setdefault(number, []).append(Fact(kind, DAY))
        gone |= {number} if kind in OUT else set()
        sworn |= {number} if kind is Happened.SWORN else set()
    found = standings(range(1, 9), seats, known)
    seated = {one.number for one in found if one.seated}
    assert len(seated) == min(seats, 8 - len(gone))
    assert sworn <= seated
    assert not seated & gone
    waiting = [one.number for one in found if one.place is Place.WAITING]
    assert all(number > max(seated, default=0) for number in waiting)
