"""Double entry walked at random: no illegal state, no typist who judges, nothing agreed unequal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from jurdil.law import entry as law
from jurdil.law.entry import Entry, Illegal, State, differences, is_blank, merged

PEOPLE = st.integers(1, 4)
FLAG = st.booleans()


class Walk(RuleBasedStateMachine):
    """Four people do whatever the machine lets them do; refused steps change nothing."""

    def __init__(self):
        super().__init__()
        self.entry = Entry()
        self.judges = set()

    def attempt(self, step, *arguments, **options):
        try:
            self.entry = step(self.entry, *arguments, **options)
            return True
        except Illegal as refusal:
            assert refusal.text.id
            assert refusal.text.en
            return False

    @rule(person=PEOPLE)
    def start(self, person):
        before = self.entry
        if self.attempt(law.start, person):
            assert (before.state, person == before.first) in {
                (State.EMPTY, False),
                (State.WAITING, False),
            }
            if before.state is State.EMPTY:
                self.judges = set()

    @rule(faulty=FLAG)
    def take_first(self, faulty):
        if self.attempt(law.take_first, faulty=faulty):
            self.judges = set()

    @rule(person=PEOPLE, faulty=FLAG, equal=FLAG)
    def finish(self, person, faulty, equal):
        before = self.entry
        if self.attempt(law.finish, person, faulty=faulty, equal=equal):
            assert law.slot_of(before, person) in (1, 2)
            if self.entry.state is State.AGREED:
                assert equal

    @rule(person=PEOPLE)
    def leave(self, person):
        self.attempt(law.leave, person)

    @rule(person=PEOPLE, step=st.sampled_from([law.confirm, law.send_back, law.escalate]))
    def judge(self, person, step):
        typists = self.entry.typists
        if self.attempt(step, person):
            assert person not in typists

    @rule(person=PEOPLE)
    def decide(self, person):
        before = self.entry
        if self.attempt(law.decide, person):
            assert before.state is State.DECISION
            assert person not in before.typists

    @rule(person=PEOPLE)
    def discard(self, person):
        if self.attempt(law.discard, person):
            assert self.entry == Entry()

    @rule(person=PEOPLE)
    def ask_undo(self, person):
        self.attempt(law.ask_undo, person)

    @precondition(lambda self: self.entry.undo_by is not None)
    @rule(person=PEOPLE, granted=FLAG)
    def answer_undo(self, person, granted):
        asked = self.entry.undo_by
        if self.attempt(law.answer_undo, person, granted=granted):
            assert person != asked
            assert self.entry.undo_by is None

    @invariant()
    def readers_fit_the_state(self):
        entry = self.entry
        assert entry.first is None or entry.first != entry.second
        if entry.state is State.EMPTY:
            assert entry == Entry()
        else:
            assert entry.first is not None
        second_needed = {State.SECOND, State.DIFFERENT, State.DECISION, State.AGREED}
        assert (entry.second is not None) == (entry.state in second_needed)
        assert entry.again <= entry.typists
        assert entry.undo_by is None or entry.state is State.AGREED
        if entry.state is State.DIFFERENT:
            assert entry.owed


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)


def walk(*steps):
    entry = Entry()
    for step, *arguments in steps:
        options = arguments.pop() if arguments and isinstance(arguments[-1], dict) else {}
        entry = step(entry, *arguments, **options)
    return entry


CLEAN = {"faulty": False, "equal": False}
EQUAL = {"faulty": False, "equal": True}


def test_two_equal_readings_by_two_people_are_agreed():
    entry = walk((law.start, 1), (law.finish, 1, CLEAN), (law.start, 2), (law.finish, 2, EQUAL))
    assert (entry.state, entry.first, entry.second) == (State.AGREED, 1, 2)


def test_the_first_typist_never_makes_the_second_entry():
    entry = walk((law.start, 1), (law.finish, 1, CLEAN))
    with pytest.raises(Illegal, match="Somebody else makes the second"):
        law.start(entry, 1)


def test_a_faulty_first_reading_waits_for_a_coordinator_who_did_not_type_it():
    entry = walk((law.start, 1), (law.finish, 1, {"faulty": True, "equal": False}))
    assert entry.state is State.FAULTY
    with pytest.raises(Illegal, match="You typed this form"):
        law.confirm(entry, 1)
    assert law.confirm(entry, 3).state is State.WAITING
    assert law.send_back(entry, 3).state is State.FIRST


def different():
    return walk((law.start, 1), (law.finish, 1, CLEAN), (law.start, 2), (law.finish, 2, CLEAN))


def test_a_difference_goes_back_to_both_before_anybody_decides():
    entry = different()
    assert entry.owed == {1, 2}
    with pytest.raises(Illegal):
        law.decide(entry, 3)
    entry = law.finish(entry, 2, **CLEAN)
    assert (entry.state, entry.owed) == (State.DIFFERENT, {1})
    assert law.finish(entry, 1, **EQUAL).state is State.AGREED
    assert law.finish(entry, 1, **CLEAN).state is State.DECISION


def test_readings_that_became_equal_and_break_a_rule_go_to_the_coordinator():
    entry = law.finish(law.finish(different(), 2, **CLEAN), 1, faulty=True, equal=True)
    assert entry.state is State.DECISION


def test_neither_typist_decides():
    entry = law.finish(law.finish(different(), 2, **CLEAN), 1, **CLEAN)
    for typist in (1, 2):
        with pytest.raises(Illegal, match="You typed this form"):
            law.decide(entry, typist)
    assert law.decide(entry, 3).state is State.AGREED


def test_a_reading_from_a_file_is_read_again_only_by_the_person():
    entry = law.take_first(Entry(), faulty=False)
    entry = law.finish(law.start(entry, 2), 2, **CLEAN)
    assert entry.owed == {2}
    assert law.finish(entry, 2, **CLEAN).state is State.DECISION
    faulty = law.take_first(Entry(), faulty=True)
    with pytest.raises(Illegal, match="came from a file"):
        law.send_back(faulty, 3)


def test_beginning_anew_is_asked_by_one_and_granted_by_another():
    entry = walk((law.start, 1), (law.finish, 1, CLEAN), (law.start, 2), (law.finish, 2, EQUAL))
    asked = law.ask_undo(entry, 1)
    with pytest.raises(Illegal, match="decided by somebody else"):
        law.answer_undo(asked, 1, granted=True)
    assert law.answer_undo(asked, 3, granted=False) == entry
    assert law.answer_undo(asked, 3, granted=True) == Entry()


READING = st.dictionaries(st.sampled_from("abcdef"), st.none() | st.integers(0, 3))


@given(READING, READING)
def test_what_differs_is_what_has_another_figure_and_absent_is_not_zero(first, second):
    found = differences(first, second)
    assert set(found) == {name for name in {*first, *second} if first.get(name) != second.get(name)}
    assert set(differences(second, first)) == set(found)
    assert differences(first, first) == ()


@given(READING, READING)
def test_the_agreed_figures_are_the_equal_ones_and_the_decided_ones(first, second):
    chosen = dict.fromkeys(differences(first, second), 9)
    agreed = merged(first, second, chosen)
    assert None not in agreed.values()
    for name in {*first, *second}:
        assert agreed.get(name) == (9 if name in chosen else first.get(name))


def test_a_decision_covers_exactly_what_differs():
    with pytest.raises(ValueError, match="differ"):
        merged({"a": 1, "b": 2}, {"a": 1, "b": 3}, {"a": 1, "b": 2})
    with pytest.raises(ValueError, match="differ"):
        merged({"a": 1, "b": 2}, {"a": 1, "b": 3}, {})


@pytest.mark.parametrize(
    ("figures", "blank"),
    [
        ({}, True),
        ({"dpt": 0, "a": 0, "b": 0}, True),
        ({"dpt": 210, "a": 0, "b": None}, True),
        ({"dpt": 210, "a": 1, "b": 0}, False),
    ],
)
def test_a_form_without_any_vote_is_blank(figures, blank):
    assert is_blank(figures, ("a", "b")) is blank
