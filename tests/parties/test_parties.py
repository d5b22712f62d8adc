"""Who stands: ballot numbers are given once, names are corrected in the open, fields have names."""

import pytest

from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.policy import Forbidden
from jurdil.law.rules.shape import lists, pairs
from jurdil.parties import actions, queries
from jurdil.parties.records import Entry
from tests import factories, writes

pytestmark = pytest.mark.django_db


@pytest.fixture
def election():
    with writes.setting_up():
        return factories.election(contests=["ppwp", "dprd-kab"])


def pair(number, name):
    return Entry("ppwp", "pair", number, name)


def party(number, dapil, candidate, name, sex="P"):
    return Entry("dprd-kab", "list", number, f"Partai {number}", "", dapil, candidate, name, sex)


def register(election, *entries):
    return actions.register(
        by=factories.viewer("operator"), election_id=election.pk, entries=entries
    )


def test_same_list_twice_changes_nothing(election):
    assert register(election, pair(1, "Satu"), pair(2, "Dua")) == 2
    assert register(election, pair(1, "Satu"), pair(2, "Dua")) == 0


def test_a_ballot_number_belongs_to_one_name(election):
    register(election, pair(1, "Satu"))
    with pytest.raises(Refused, match="Nomor urut 1 sudah milik “Satu”, bukan “Lain”"):
        register(election, pair(1, "Lain"))


def test_a_refused_list_leaves_nothing_behind(election):
    register(election, pair(1, "Satu"))
    with pytest.raises(Refused):
        register(election, pair(2, "Dua"), pair(1, "Lain"))
    assert [line.number for line in _lines(election, "ppwp")] == [1]


def test_candidates_of_one_dapil_do_not_show_in_another(election):
    register(
        election, party(4, "d1", 1, "Ani"), party(4, "d2", 1, "Budi"), party(4, "d2", 2, "Cici")
    )
    first = queries.ballot(factories.viewer(), election.pk, "dprd-kab", "d1")
    second = queries.ballot(factories.viewer(), election.pk, "dprd-kab", "d2")
    assert first.labels["partai_4_calon_1"] == "Ani"
    assert [p.name for p in second.lines[0].people] == ["Budi", "Cici"]
    assert second.choices() == lists({4: 2})


def test_the_form_of_a_pair_contest_has_one_field_per_pair(election):
    register(election, pair(1, "Satu"), pair(2, "Dua"))
    ballot = queries.ballot(factories.viewer(), election.pk, "ppwp")
    assert ballot.choices() == pairs(2)
    assert ballot.labels == {"paslon_1": "Satu", "paslon_2": "Dua"}


def test_a_ballot_without_participants_has_no_form(election):
    with pytest.raises(ValueError, match="no participants"):
        queries.ballot(factories.viewer(), election.pk, "ppwp").choices()


def test_correcting_a_name_keeps_the_old_one_in_the_ledger(election):
    register(election, party(4, "d1", 1, "Anny"))
    person = _lines(election, "dprd-kab")[0].people[0]
    actions.correct_name(
        by=factories.viewer(), candidate_id=person.id, name="Ani", reason="SK 1/2024"
    )
    entry = LedgerEntry.objects.get(act="parties.correct")
    assert '"before":"Anny"' in entry.payload and '"reason":"SK 1/2024"' in entry.payload
    assert _lines(election, "dprd-kab")[0].people[0].name == "Ani"


def test_a_correction_needs_its_reason(election):
    register(election, party(4, "d1", 1, "Ani"))
    person = _lines(election, "dprd-kab")[0].people[0]
    with pytest.raises(Refused, match="alasan"):
        actions.correct_name(by=factories.viewer(), candidate_id=person.id, name="X", reason=" ")


def test_a_witness_reads_the_ballot_and_registers_nobody(election):
    witness = factories.viewer("saksi")
    assert queries.participants(witness, election.pk, "ppwp") == ()
    with pytest.raises(Forbidden):
        actions.register(by=witness, election_id=election.pk, entries=(pair(1, "Satu"),))


def _lines(election, contest):
    return queries.participants(factories.viewer(), election.pk, contest)
