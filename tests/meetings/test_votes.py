"""Votes of commissioners: who agrees, differs with a reason, abstains; how a decision falls."""

import re
from datetime import timedelta
from fractions import Fraction
from itertools import product

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.files import keep
from jurdil.kernel.models import Account, Document, LedgerEntry, StoredFile, Task
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings import votes as law
from jurdil.law.meetings.kinds import quorum_of
from jurdil.law.meetings.votes import Choice, Tally
from jurdil.meetings import actions, queries
from jurdil.meetings.models import Ballot, Note, Vote
from jurdil.meetings.records import Mark, NewNote, NewVote
from tests import factories
from tests.meetings import ground
from tests.writes import setting_up

database = pytest.mark.django_db
RULE = quorum_of("kpu", "kabko")


@pytest.mark.parametrize(
    ("agree", "differ", "abstain", "taken"),
    [
        (5, 0, 0, True),
        (3, 2, 0, True),
        (3, 0, 1, True),
        (2, 2, 0, False),
        (2, 0, 3, False),
        (3, 0, 0, False),  # three members are no quorum, so they decide nothing
    ],
)
def test_a_decision_takes_three_votes_of_a_body_that_is_quorate(agree, differ, abstain, taken):
    assert law.taken(RULE, Tally(agree, differ, abstain)) is taken


def test_the_figure_of_a_vote_says_its_rule_and_that_it_is_not_confirmed():
    figure = law.in_favour(RULE, Tally(3, 1, 0))
    assert (figure.value, figure.confirmed, figure.article) == (0.75, False, "PKPU 8/2019")
    assert "3 suara dari 5 anggota" in figure.formula.id


def test_a_vote_less_never_takes_what_failed():
    for choices in product(Choice, repeat=5):
        before = law.tally(choices)
        changed = law.tally([*choices[1:], Choice.DIFFER])
        assert before.cast == changed.cast == 5
        assert law.taken(RULE, before) or not law.taken(RULE, changed)


def plenary(operator, election, there=5):
    """A weekly plenary with so many members in the room."""
    held = ground.opened(operator, election, "pleno-rutin", guests=0)
    marks = [Mark(number, "hadir") for number in range(1, there + 1)]
    actions.copy_paper(by=operator, session_id=held.sessions.get().pk, marks=marks)
    return held


def proposal(**values) -> NewNote:
    values = {"text": "Sewa gudang kedua", "due": clock.today() + timedelta(days=3), **values}
    return NewNote(kind="keputusan", **values)


def cast(operator, held, *choices: str) -> list[NewVote]:
    """Votes of the members in the order of the list; who differs says why."""
    members = queries.voting(operator, held.pk).members
    return [
        NewVote(pk, choice, "Anggarannya tidak ada" if choice == "berbeda" else "")
        for (pk, _name, _post), choice in zip(members, choices, strict=True)
    ]


def vote(operator, held, *choices: str, **values):
    votes = cast(operator, held, *choices)
    return actions.vote(by=operator, meeting_id=held.pk, new=proposal(**values), votes=votes)


@database
def test_a_proposal_that_is_taken_is_a_decision_with_its_task(operator, election, members):
    held = plenary(operator, election)
    made = vote(operator, held, "setuju", "setuju", "setuju", "berbeda", "abstain")
    assert made.taken and made.note.kind == "keputusan"
    assert Task.objects.get().title == "Sewa gudang kedua"
    (row,) = queries.meeting(operator, held.pk).ballots
    assert (row.agree, row.differ, row.abstain, row.figure.value) == (3, 1, 1, Fraction(3, 5))
    assert [one.reason for one in row.votes if one.choice == "berbeda"] == ["Anggarannya tidak ada"]


@database
def test_two_against_two_decide_nothing_and_stay_in_the_minutes(operator, election, members):
    held = plenary(operator, election, there=4)
    made = vote(operator, held, "setuju", "setuju", "berbeda", "berbeda")
    assert not made.taken and not Note.objects.exists() and not Task.objects.exists()
    body = actions.draft_minutes(by=operator, meeting_id=held.pk).data["body"]
    assert body["points"] == []
    (table,) = [one for one in body["tables"] if one["caption"] == "Pemungutan suara"]
    assert table["rows"][0] == [
        "Sewa gudang kedua – tidak diterima: 2 setuju, 2 berbeda pendapat, 0 abstain"
    ]
    assert [row[1:] for row in table["rows"][3:]] == [
        ["berbeda pendapat", "Anggarannya tidak ada"]
    ] * 2


@database
def test_the_ba_says_with_which_votes_and_that_the_rule_is_not_confirmed(
    operator, election, members
):
    held = plenary(operator, election)
    actions.note(by=operator, meeting_id=held.pk, new=proposal(text="Disepakati bersama"))
    vote(operator, held, "setuju", "setuju", "setuju", "berbeda", "abstain")
    made = actions.draft_minutes(by=operator, meeting_id=held.pk)
    assert made.data["body"]["points"] == [
        "Disepakati bersama",
        "Sewa gudang kedua (diputuskan dengan suara: 3 setuju, 1 berbeda pendapat, 1 abstain)",
    ]
    assert made.data["unconfirmed"] == [
        "Kuorum 4 dari 5 anggota (PKPU 8/2019).",
        "Keputusan dengan suara: paling sedikit 3 setuju (PKPU 8/2019).",
    ]
    assert queries.notes_pdf(operator, held.pk).startswith(b"%PDF")


@database
def test_votes_that_are_not_whole_are_refused_with_the_two_numbers(operator, election, members):
    held = plenary(operator, election, there=4)
    votes = cast(operator, held, *["setuju"] * 4)

    def refused(said, votes, **values):
        with pytest.raises(Refused, match=said):
            actions.vote(by=operator, meeting_id=held.pk, new=proposal(**values), votes=votes)

    refused("Baru 3 dari 4 anggota yang hadir", votes[:3])
    refused("satu anggota satu suara", [*votes, votes[0]])
    absent = held.guests.filter(member=True).last()
    refused("hanya dari anggota yang hadir", [*votes, NewVote(absent.pk, "setuju")])
    refused("setuju, berbeda pendapat, atau abstain", [NewVote(votes[0].guest_id, "ya")])
    refused("Tuliskan alasan", [*votes[1:], NewVote(votes[0].guest_id, "berbeda", " ")])
    refused("Isi butir", votes, text=" ")
    refused("tidak mendahului", votes, due=clock.today() - timedelta(days=400))
    assert not Ballot.objects.exists() and not Vote.objects.exists()


@database
def test_without_quorum_nobody_votes(operator, election, members):
    held = plenary(operator, election, there=3)
    with pytest.raises(Refused, match="3 dari 5 anggota hadir, paling sedikit 4"):
        vote(operator, held, "setuju", "setuju", "setuju")


@database
def test_a_vote_written_down_wrongly_is_struck_and_its_task_dropped(operator, election, members):
    held = plenary(operator, election)
    made = vote(operator, held, *["setuju"] * 5)
    strike = {"by": operator, "meeting_id": held.pk, "ballot_id": made.pk}
    with pytest.raises(Refused, match="apa yang salah"):
        actions.strike_vote(**strike, reason=" ")
    actions.strike_vote(**strike, reason="Suara anggota terbalik")
    task = Task.objects.get()
    assert task.state == Task.State.DROPPED and "Suara anggota terbalik" in task.result
    page = queries.meeting(operator, held.pk)
    assert page.notes == () and page.ballots[0].struck_for == "Suara anggota terbalik"
    body = actions.draft_minutes(by=operator, meeting_id=held.pk).data["body"]
    assert body["points"] == [] and not any(
        one["caption"] == "Pemungutan suara" for one in body["tables"]
    )
    with pytest.raises(Refused, match="sudah dicoret"):
        actions.strike_vote(**strike, reason="lagi")
    again = vote(operator, held, "setuju", "setuju", "setuju", "setuju", "berbeda")
    assert again.number == 2 and again.note.number == 2


@database
def test_who_voted_cannot_be_struck_from_the_attendance(operator, election, members):
    held = plenary(operator, election)
    vote(operator, held, *["setuju"] * 5)
    row = queries.attendance(operator, held.pk).rows[0]
    with pytest.raises(Refused, match="sudah memberi suara"):
        actions.strike(by=operator, attendance_id=row.entry_id, reason="keliru")


@database
def test_a_body_without_a_rule_says_itself_how_it_decided(election):
    staff = factories.account("ppk", "73.12.01")
    ppk = Viewer("ppk", "73.12.01", "kpu", staff.name, staff.pk)
    held = ground.opened(ppk, election, "pleno-terbuka", guests=0)
    actions.copy_paper(by=ppk, session_id=held.sessions.get().pk, marks=[Mark(1, "hadir")])
    actions.note_quorum_basis(by=ppk, meeting_id=held.pk, basis="Tata tertib PPK")
    with pytest.raises(Refused, match="belum tercatat dalam aturan"):
        vote(ppk, held, "setuju")
    votes = cast(ppk, held, "setuju")
    made = actions.vote(by=ppk, meeting_id=held.pk, new=proposal(), votes=votes, taken=True)
    (row,) = queries.meeting(ppk, held.pk).ballots
    assert made.taken and row.figure is None
    page = Client()
    page.force_login(staff)
    shown = page.get(reverse("meetings:vote", args=[held.pk])).content.decode()
    assert "Hasil menurut tata tertib badan" in shown


@database
def test_the_database_wants_a_reason_of_who_differs(operator, election, members):
    held = plenary(operator, election)
    made = vote(operator, held, *["setuju"] * 5)
    guest = ground.people(1)
    actions.invite(by=operator, meeting_id=held.pk, people=guest)
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.create(ballot=made, guest=held.guests.last(), choice="berbeda")


@database
def test_no_name_and_no_reason_of_a_vote_stands_in_the_ledger(operator, election, members):
    held = plenary(operator, election)
    vote(operator, held, "berbeda", *["setuju"] * 4)
    told = LedgerEntry.objects.get(act="meetings.vote").payload
    assert '"agree":4' in told.replace(" ", "") and "Anggaran" not in told


@database
def test_the_page_of_a_vote_keeps_what_was_typed_and_says_what_lacks(operator, election, members):
    held = plenary(operator, election, there=4)
    client = Client()
    client.force_login(Account.objects.get(pk=operator.account_id))
    meeting = reverse("meetings:meeting", args=[held.pk])
    address = reverse("meetings:vote", args=[held.pk])
    assert address in client.get(meeting).content.decode()
    names = sorted(set(re.findall(r'name="(suara_\d+)"', client.get(address).content.decode())))
    assert len(names) == 4
    values = {
        "text": "Sewa gudang kedua",
        "owner": operator.account_id,
        "due": clock.today().isoformat(),
        **dict.fromkeys(names, "setuju"),
        names[0]: "berbeda",
    }
    answer = client.post(address, values)
    assert answer.status_code == 422
    assert "alasannya dicetak di BA" in answer.content.decode()
    assert "Sewa gudang kedua" in answer.content.decode()
    values[names[0].replace("suara", "alasan")] = "Anggarannya tidak ada"
    page = client.post(address, values, follow=True).content.decode()
    assert "Usul diterima" in page and "Anggarannya tidak ada" in page
    strike = reverse("meetings:strike_vote", args=[held.pk, Ballot.objects.get().pk])
    assert strike in page
    page = client.post(strike, {"reason": "Terbalik"}, follow=True).content.decode()
    assert "Terbalik" in page and "dicoret" in page


@database
def test_the_page_without_quorum_leads_to_the_attendance(operator, election, members):
    held = plenary(operator, election, there=3)
    client = Client()
    client.force_login(Account.objects.get(pk=operator.account_id))
    page = client.get(reverse("meetings:vote", args=[held.pk])).content.decode()
    assert "Tanpa kuorum tidak ada yang diputuskan" in page and "suara_" not in page


@database
def test_signed_minutes_take_no_vote_and_let_none_be_struck(operator, election, members):
    held = plenary(operator, election)
    made = vote(operator, held, *["setuju"] * 5)
    votes = cast(operator, held, *["abstain"] * 5)
    actions.step(by=operator, meeting_id=held.pk, move="tutup")
    paper = actions.draft_minutes(by=operator, meeting_id=held.pk)
    with setting_up():
        Document.objects.filter(pk=paper.pk).update(state=Document.State.SIGNED, file=any_file())
    for late in (
        lambda: actions.vote(by=operator, meeting_id=held.pk, new=proposal(), votes=votes),
        lambda: actions.strike_vote(
            by=operator, meeting_id=held.pk, ballot_id=made.pk, reason="keliru"
        ),
    ):
        with pytest.raises(Refused, match="sudah ditandatangani"):
            late()


def any_file() -> StoredFile:
    """A stored paper, as a signed one has."""
    return keep(
        b"%PDF-1.7 contoh",
        name="ba.pdf",
        media_type="application/pdf",
        level=StoredFile.Level.INTERNAL,
        path="73.12",
    )


@database
def test_a_vote_of_another_meeting_is_not_struck_from_here(operator, election, members):
    held = plenary(operator, election)
    made = vote(operator, held, *["setuju"] * 5)
    other = plenary(operator, election)
    with pytest.raises(Ballot.DoesNotExist):
        actions.strike_vote(by=operator, meeting_id=other.pk, ballot_id=made.pk, reason="keliru")
    actions.strike_vote(by=operator, meeting_id=held.pk, ballot_id=made.pk, reason="keliru")
    row = queries.attendance(operator, held.pk).rows[0]
    actions.strike(by=operator, attendance_id=row.entry_id, reason="tidak hadir")
    assert len(queries.voting(operator, held.pk).members) == 4
