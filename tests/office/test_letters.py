"""Registers of letters: gapless agenda, days that agree, orders that become tasks, answers."""

import pytest

from jurdil.kernel import policy
from jurdil.kernel.actions import documents, tasks
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Document, Task
from jurdil.kernel.queries import documents as papers
from jurdil.office import actions, queries
from jurdil.office.models import Letter
from jurdil.office.queries import Wanted
from tests import factories
from tests.office import ground
from tests.writes import setting_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator():
    ground.office()
    return ground.person()


def test_agenda_numbers_run_without_a_gap_per_direction_and_year(operator):
    first = ground.receive(operator)
    second = ground.receive(operator, "2/B")
    out = send(operator, "1/SD")
    assert (first.agenda, second.agenda, out.agenda) == (1, 2, 1)


def send(by, number, **more):
    values = {"subject": "Balasan", "correspondent": "Dinas Contoh", "day": ground.day(), **more}
    return actions.send_letter(by=by, number=number, **values)


def test_the_same_letter_twice_is_refused_with_its_agenda_number(operator):
    ground.receive(operator)
    with pytest.raises(Refused, match="sudah dicatat dengan nomor agenda 1/"):
        ground.receive(operator, "005/12/disduk")
    assert ground.receive(operator, correspondent="Dinas Lain").agenda == 2


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"received": 1}, "belum tiba"),
        ({"dated": 0, "received": -1}, "lebih akhir daripada tanggal terima"),
        ({"reply_by": -2}, "lebih awal daripada tanggal terima"),
    ],
)
def test_days_that_contradict_each_other_are_refused(operator, more, words):
    days = {name: ground.day(ahead) for name, ahead in more.items()}
    with pytest.raises(Refused, match=words):
        ground.receive(operator, **days)
    assert not Letter.objects.exists()


def test_a_letter_to_be_answered_lives_as_a_task_until_it_is(operator):
    letter = ground.receive(operator, reply_by=ground.day(5))
    task = Task.objects.get()
    assert task.title == "Jawab surat 005/12/DISDUK dari Dinas Dukcapil Contoh"
    assert [row.id for row in queries.waiting_letters(operator)] == [letter.pk]
    out = send(operator, "9/SD", answers_id=letter.pk)
    task.refresh_from_db()
    assert (task.state, task.result) == (Task.State.DONE, "9/SD")
    page = queries.letter(operator, letter.pk)
    assert page.row.state == "selesai" and [row.id for row in page.answered_by] == [out.pk]
    assert queries.waiting_letters(operator) == ()


def test_an_order_becomes_the_task_of_who_got_it(operator):
    letter = ground.receive(operator)
    chair, head = ground.person("ketua"), ground.person("kasubbag")
    actions.dispose(
        by=chair,
        letter_id=letter.pk,
        instruction="Siapkan data",
        owner_id=head.account_id,
        until=ground.day(2),
    )
    task = Task.objects.get(owner=head.account_id)
    assert task.title.startswith("Siapkan data (surat 005/12/DISDUK")
    with pytest.raises(Refused, match="Masih ada 1 disposisi terbuka"):
        actions.close_letter(by=operator, letter_id=letter.pk, note="Diarsipkan")
    tasks.close_task(by=head, task_id=task.pk, result="Data dikirim")
    closed = actions.close_letter(by=operator, letter_id=letter.pk, note="Diarsipkan")
    assert closed.state == "selesai"
    (order,) = queries.letter(operator, letter.pk).orders
    assert not order.open and order.result == "Data dikirim"


def test_the_order_to_answer_hands_over_the_one_task_of_the_answer(operator):
    letter = ground.receive(operator, reply_by=ground.day(5))
    chair, head = ground.person("ketua"), ground.person("kasubbag")
    order = {"by": chair, "letter_id": letter.pk, "owner_id": head.account_id}
    actions.dispose(**order, instruction="Siapkan jawaban: lampirkan data")
    task = Task.objects.get()
    assert task.owner_id == head.account_id and task.title.startswith("Jawab surat")
    actions.dispose(**order, instruction="Untuk diketahui")
    assert Task.objects.count() == 2
    tasks.close_task(by=head, task_id=Task.objects.latest("pk").pk, result="dibaca")
    actions.close_letter(by=operator, letter_id=letter.pk, note="Dijawab lisan")
    task.refresh_from_db()
    assert task.state == "selesai" and task.result == "Dijawab lisan"


def test_an_order_to_nobody_or_to_strangers_is_refused(operator):
    letter = ground.receive(operator)
    with pytest.raises(Refused, match="Pilih orang atau divisi"):
        actions.dispose(by=ground.person("ketua"), letter_id=letter.pk, instruction="Baca")
    stranger = factories.account("ppk", "73.12.02")
    head = ground.person("kasubbag")
    inside = actions.dispose(by=head, letter_id=letter.pk, instruction="Baca", owner_id=stranger.pk)
    assert inside.to_id == stranger.pk


def test_an_operator_gives_no_orders(operator):
    letter = ground.receive(operator)
    with pytest.raises(policy.Forbidden, match="wewenang"):
        actions.dispose(by=operator, letter_id=letter.pk, instruction="Baca", division="hukum")


def test_a_number_goes_out_once(operator):
    send(operator, "7/SD")
    with pytest.raises(Refused, match="sudah dipakai surat keluar agenda 1"):
        send(operator, "7/sd")


def test_without_srikandi_number_and_pattern_nothing_goes_out(operator):
    with pytest.raises(Refused, match="Isi nomor dari Srikandi"):
        send(operator, "")
    assert not Letter.objects.exists()


def test_a_committee_numbers_by_its_own_pattern(operator):
    secretary = ground.person("sekretaris")
    year = ground.day().year
    actions.set_pattern(
        by=secretary,
        path="73.12.01",
        year=year,
        pattern="{nomor}/PPK-01/{bulan}/{tahun}",
        basis="Keputusan contoh 19/2023",
    )
    ppk = ground.person("ppk", "73.12.01")
    numbers = [send(ppk, "").number.split("/")[0] for _ in range(3)]
    assert numbers == ["1", "2", "3"]
    with pytest.raises(Refused, match="pola berganti tahun depan"):
        actions.set_pattern(
            by=secretary, path="73.12.01", year=year, pattern="{nomor}/{tahun}", basis="Lain"
        )


def test_a_drafted_letter_goes_out_only_signed_and_under_its_paper_s_number(operator):
    chair, head, secretary = (ground.person(r) for r in ("ketua", "kasubbag", "sekretaris"))
    letter = actions.draft_letter(
        by=operator,
        kind="surat",
        subject="Permohonan ruang rapat",
        body=ground.BODY,
        correspondent="Bupati Contoh",
    )
    with pytest.raises(Refused, match="masih “Draf”"):
        actions.send_letter(by=operator, letter_id=letter.pk, day=ground.day())
    paper = letter.document_id
    documents.initial_subhead(by=head, document_id=paper)
    documents.initial_secretary(by=secretary, document_id=paper, own_number="33/PL.01-SD/7312/2024")
    documents.sign(by=chair, document_id=paper)
    assert Document.objects.get(pk=paper).file is not None
    sent = actions.send_letter(by=operator, letter_id=letter.pk, day=ground.day())
    assert (sent.number, sent.state) == ("33/PL.01-SD/7312/2024", "terkirim")


@pytest.mark.parametrize("kind", ["surat", "surat-sekretaris", "surat-tugas"])
def test_every_kind_of_letter_prints(operator, kind):
    body = {**ground.BODY, "basis": ["PKPU 7/2022"], "duty": ["Coktas"], "copies": ["Arsip"]}
    letter = actions.draft_letter(
        by=operator, kind=kind, subject="Contoh", body=body, correspondent="Bupati Contoh"
    )
    assert papers.pdf(operator, letter.document_id).startswith(b"%PDF")


def test_a_paper_signed_elsewhere_in_the_house_is_offered_for_the_register(operator):
    made = documents.draft(by=operator, kind="surat-sekretaris", title="Lain", body=ground.BODY)
    assert queries.unregistered(operator) == ()
    documents.initial_subhead(by=ground.person("kasubbag"), document_id=made.pk)
    secretary = ground.person("sekretaris")
    documents.initial_secretary(by=secretary, document_id=made.pk)
    documents.sign(by=secretary, document_id=made.pk)
    (paper,) = queries.unregistered(operator)
    sent = send(operator, "", document_id=paper.id)
    assert sent.number == paper.number and queries.unregistered(operator) == ()
    with pytest.raises(Refused, match="sudah di buku agenda, nomor 1/"):
        send(operator, "x", document_id=paper.id)


def test_open_orders_are_a_list_of_their_own(operator):
    letter = ground.receive(operator)
    ground.receive(operator, "2/B")
    chair = ground.person("ketua")
    actions.dispose(by=chair, letter_id=letter.pk, instruction="Baca", division="hukum")
    rows = queries.letters(operator, Wanted("masuk", standing="disposisi")).rows
    assert [row.id for row in rows] == [letter.pk]
    task = Task.objects.get()
    assert queries.origin(operator, task.source).words == "Permintaan data pemilih"
    assert queries.origin(operator, "meetings:note:1") is None
    tasks.close_task(by=chair, task_id=task.pk, result="ya")
    assert queries.letters(operator, Wanted("masuk", standing="disposisi")).rows == ()


def test_a_secret_letter_is_seen_by_heads_and_by_who_got_it(operator):
    letter = ground.receive(operator, nature="rahasia")
    other, chair = ground.person(), ground.person("ketua")
    listed = Wanted("masuk")
    assert queries.letters(other, listed).rows == ()
    assert [row.id for row in queries.letters(chair, listed).rows] == [letter.pk]
    assert [row.id for row in queries.letters(operator, listed).rows] == [letter.pk]
    actions.dispose(
        by=chair, letter_id=letter.pk, instruction="Pelajari", owner_id=other.account_id
    )
    assert [row.id for row in queries.letters(other, listed).rows] == [letter.pk]


def test_nobody_whose_role_has_ended_gets_an_order(operator):
    letter, chair = ground.receive(operator), ground.person("ketua")
    gone = factories.account("kasubbag", valid_until=ground.day(-1))
    with pytest.raises(Refused, match="tidak bertugas"):
        actions.dispose(by=chair, letter_id=letter.pk, instruction="Pelajari", owner_id=gone.pk)


def test_a_task_upon_a_secret_letter_tells_nothing_of_it(operator):
    """Whoever works in the office reads its tasks; the letter is read by few."""
    chair = ground.person("ketua")
    letter = ground.receive(operator, nature="rahasia", reply_by=ground.day(5))
    actions.dispose(by=chair, letter_id=letter.pk, instruction="Periksa dugaan", division="hukum")
    open_one = ground.receive(operator, "6/C", reply_by=ground.day(5))
    actions.correct_letter(
        by=chair, letter_id=open_one.pk, reason="Ternyata rahasia", values={"nature": "rahasia"}
    )
    assert Task.objects.count() == 3
    for task in Task.objects.all():
        told = f"{task.title} {task.title_en} {task.note}"
        assert "agenda" in told
        for secret in (letter.number, "6/C", letter.correspondent, letter.subject, "dugaan"):
            assert secret not in told


def test_a_correction_needs_its_reason_and_stays_in_the_trail(operator):
    letter = ground.receive(operator)
    with pytest.raises(Refused, match="alasan pembetulan"):
        actions.correct_letter(
            by=operator, letter_id=letter.pk, reason=" ", values={"subject": "Lain"}
        )
    actions.correct_letter(
        by=operator, letter_id=letter.pk, reason="Salah ketik", values={"subject": "Lain"}
    )
    page = queries.letter(operator, letter.pk)
    assert page.row.subject == "Lain"
    assert [act.en for _at, act, _name in page.history] == [
        "Register a letter in",
        "Correct the register",
    ]


def test_search_finds_words_in_any_column(operator):
    ground.receive(operator)
    ground.receive(operator, "8/BWS", correspondent="Bawaslu Contoh", subject="Uji petik")
    found = queries.letters(operator, Wanted("masuk", search="bawaslu petik")).rows
    assert [row.number for row in found] == ["8/BWS"]


def test_what_another_room_sent_is_registered_once(operator):
    from jurdil.kernel.acts import performing

    values = {
        "by": operator,
        "path": operator.path,
        "number": "5/UND/7312/2024",
        "dated": ground.day(),
        "day": ground.day(),
        "subject": "Undangan rakor",
        "correspondent": "Daftar terlampir",
    }
    with pytest.raises(RuntimeError):
        actions.note_outgoing(**values)
    with performing("test"):
        assert actions.note_outgoing(**values) == actions.note_outgoing(**values)
    assert Letter.objects.count() == 1


def test_letters_of_another_kecamatan_do_not_exist(operator):
    own = ground.receive(ground.person("ppk", "73.12.01"))
    other = ground.person("ppk", "73.12.02")
    with pytest.raises(Letter.DoesNotExist):
        queries.letter(other, own.pk)
    with pytest.raises(Letter.DoesNotExist):
        actions.close_letter(by=other, letter_id=own.pk, note="x")
    counts = queries.letter_counts(operator, ground.day(-7), ground.day())
    assert (counts.received, counts.sent) == (1, 0)


def test_the_paper_of_a_secret_letter_is_read_by_heads_and_who_drafted_it(operator):
    chair, kasubbag, other = ground.person("ketua"), ground.person("kasubbag"), ground.person()
    letter = actions.draft_letter(
        by=operator,
        kind="surat",
        subject="Dugaan contoh",
        body=ground.BODY,
        correspondent="Tujuan",
        nature="rahasia",
    )
    paper = letter.document_id
    for head in (operator, chair, kasubbag):
        assert papers.paper(head, paper).row.title == "Dugaan contoh"
    for outsider in (other, ground.person("pengawas"), ground.person("ppk", "73.12.01")):
        assert paper not in [row.id for row in papers.papers(outsider)]
        for read in (papers.paper, papers.pdf, papers.draft_of):
            with pytest.raises(Document.DoesNotExist):
                read(outsider, paper)
    with pytest.raises(Document.DoesNotExist):
        documents.revise(by=other, document_id=paper, title="x", body={})


def test_a_letter_that_turns_out_to_be_secret_closes_its_paper(operator):
    chair, other = ground.person("ketua"), ground.person()
    letter = actions.draft_letter(
        by=operator,
        kind="surat",
        subject="Dugaan contoh",
        body=ground.BODY,
        correspondent="Tujuan",
    )
    assert papers.paper(other, letter.document_id)
    correct = {"by": chair, "letter_id": letter.pk, "reason": "Ternyata"}
    actions.correct_letter(**correct, values={"nature": "rahasia"})
    with pytest.raises(Document.DoesNotExist):
        papers.paper(other, letter.document_id)
    actions.correct_letter(**correct, values={"nature": "biasa"})
    assert papers.paper(other, letter.document_id)


def _signed(by, chair, kind, readers):
    """A signed paper of the house that another room drafted and closed."""
    body = {**ground.BODY, "facts": [], "agenda": []}
    made = documents.draft(by=by, kind=kind, title="Naskah contoh", body=body)
    documents.initial_subhead(by=ground.person("kasubbag"), document_id=made.pk)
    documents.initial_secretary(by=ground.person("sekretaris"), document_id=made.pk)
    documents.sign(by=chair, document_id=made.pk)
    with setting_up():
        Document.objects.filter(pk=made.pk).update(readers=readers)
    return made


def test_a_letter_never_opens_the_paper_of_a_closed_meeting(operator):
    chair, overseer = ground.person("ketua"), ground.person("pengawas")
    paper = _signed(operator, chair, "undangan", Document.Readers.HOUSE)
    sent = {"subject": "Undangan", "correspondent": "Anggota", "day": ground.day()}
    letter = actions.send_letter(by=operator, document_id=paper.pk, **sent)
    for nature in ("segera", "rahasia", "biasa"):
        actions.correct_letter(
            by=chair, letter_id=letter.pk, reason="Ternyata", values={"nature": nature}
        )
        with pytest.raises(Document.DoesNotExist):
            papers.paper(overseer, paper.pk)
    assert papers.paper(ground.person(), paper.pk)


def test_a_signed_paper_registered_as_a_secret_letter_is_closed(operator):
    chair = ground.person("ketua")
    paper = _signed(operator, chair, "surat", Document.Readers.INSIDE)
    sent = {"subject": "Dugaan contoh", "correspondent": "Tujuan", "day": ground.day()}
    actions.send_letter(by=operator, document_id=paper.pk, nature="rahasia", **sent)
    with pytest.raises(Document.DoesNotExist):
        papers.paper(ground.person(), paper.pk)
    assert papers.paper(chair, paper.pk)


def test_a_secret_paper_is_neither_offered_nor_taken_by_who_may_not_read_it(operator):
    chair, other = ground.person("ketua"), ground.person()
    paper = _signed(operator, chair, "surat", Document.Readers.HEADS)
    assert [one.id for one in queries.unregistered(chair)] == [paper.pk]
    assert queries.unregistered(other) == ()
    sent = {"subject": "Surat", "correspondent": "Tujuan", "day": ground.day()}
    with pytest.raises(Document.DoesNotExist):
        actions.send_letter(by=other, document_id=paper.pk, **sent)
    with pytest.raises(Document.DoesNotExist):
        actions.open_product(by=other, kind="keputusan", title="Pedoman", document_id=paper.pk)
