"""Process disputes: register, twelve days, sessions, decision, forms of the series."""

from datetime import date, datetime

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from pypdfium2 import PdfDocument

from jurdil.kernel.acts import Refused
from jurdil.kernel.roles import BAWASLU
from jurdil.oversight import actions, clocks_ahead, queries
from jurdil.oversight.models import ProcessDispute
from tests import factories
from tests.oversight import dispute_ground as ground
from tests.oversight.dispute_ground import WITA
from tests.oversight.ground import PDF
from tests.samples import REGENCY, World, X, Y

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world():
    return World(BAWASLU)


@pytest.fixture
def chair():
    return factories.viewer("bw-ketua", REGENCY)


def words(content):
    return " ".join(page.get_textpage().get_text_range() for page in PdfDocument(content))


def clocks(viewer, row):
    line = queries.dispute(viewer, row.pk).line
    return {one.due.rule.id: one.due.last_day for one in line.clocks}


def test_a_dispute_goes_from_petition_to_execution_with_its_clocks(chair):
    row = ground.dispute(chair, REGENCY)
    ground.step(chair, row.pk, "kurang", note="Surat kuasa belum ada")
    assert clocks(chair, row) == {"kelengkapan-permohonan": date(2023, 10, 11)}
    ground.step(chair, row.pk, "registrasi", on=date(2023, 10, 9), letter="05/PSPP")
    page = queries.dispute(chair, row.pk)
    assert page.line.number == "Reg. 001/2023"
    assert clocks(chair, row) == {"sengketa-proses-putusan": date(2023, 10, 21)}
    assert [one.number for one in page.strip] == list(range(13))
    ground.step(chair, row.pk, "mulai-mediasi", on=date(2023, 10, 10))
    assert clocks(chair, row)["mediasi"] == date(2023, 10, 12)
    ground.step(chair, row.pk, "adjudikasi", on=date(2023, 10, 13), letter="BA 1")
    assert queries.dispute(chair, row.pk).steps[-1].row.late, "mediation took three days"
    ground.step(chair, row.pk, "putusan", on=date(2023, 10, 20), letter="1/PUT", ruling="kabul")
    assert set(clocks(chair, row)) == {"pelaksanaan-putusan", "ptun-gugatan"}
    ground.step(chair, row.pk, "pelaksanaan", on=date(2023, 10, 24), letter="SK KPU 120")
    assert queries.dispute_list(chair) == ()
    assert [one.number for one in queries.dispute_list(chair, ended=True)] == ["Reg. 001/2023"]
    assert [(r.id, n) for r, n in queries.dispute_counts(chair)[1]] == [("kabul", 1)]


def test_a_petition_after_three_working_days_is_recorded_and_says_so(chair):
    assert not ground.dispute(chair, REGENCY, received_on=date(2023, 10, 11)).late
    late = ground.dispute(chair, REGENCY, received_on=date(2023, 10, 12))
    assert late.late and queries.dispute(chair, late.pk).limit.last_day == date(2023, 10, 11)


def test_register_numbers_follow_each_other_without_a_gap(chair):
    for _count in range(3):
        row = ground.dispute(chair, REGENCY)
        ground.dispute(chair, REGENCY)
        ground.step(chair, row.pk, "registrasi", letter="05")
    registers = ProcessDispute.objects.exclude(register=None).values_list("register", flat=True)
    assert sorted(registers) == [1, 2, 3]
    assert ProcessDispute.objects.count() == 6


def test_panwascam_decides_between_participants_under_a_mandate_only():
    field = factories.viewer("panwascam", X)
    with pytest.raises(Refused, match="antarpeserta"):
        ground.dispute(field, X, track="peserta-penyelenggara")
    with pytest.raises(Refused, match="mandat"):
        ground.dispute(field, X, mandate=" ")
    row = ground.dispute(field, X)
    assert row.level == "kecamatan"
    assert clocks(field, row) == {"acara-cepat": date(2023, 10, 9)}
    ground.step(field, row.pk, "musyawarah-cepat")
    ground.step(field, row.pk, "putusan", letter="1/PUT", ruling="tolak")
    assert [one.id for one in queries.dispute(field, row.pk).offered] == ["tutup"]
    assert "PSPP-22" in words(queries.dispute_pdf(field, row.pk, "antarpeserta"))


def test_the_receipt_is_there_at_once_and_other_forms_after_their_step(chair):
    row = ground.dispute(chair, REGENCY)
    receipt = words(queries.dispute_pdf(chair, row.pk, "tanda-terima"))
    assert "PSPP-02" in receipt and "Batalkan keputusan" in receipt
    for use in ("registrasi", "hantu"):
        with pytest.raises(ProcessDispute.DoesNotExist):
            queries.dispute_pdf(chair, row.pk, use)
    ground.step(chair, row.pk, "tolak-registrasi", letter="07", note="Tidak dilengkapi")
    assert "PSPP-07" in words(queries.dispute_pdf(chair, row.pk, "tidak-diregistrasi"))


def test_a_petition_that_is_withdrawn_ends_with_its_clocks(chair):
    row = ground.dispute(chair, REGENCY)
    ground.step(chair, row.pk, "registrasi", letter="05")
    ground.step(chair, row.pk, "cabut", letter="Surat pencabutan")
    assert clocks(chair, row) == {} and queries.dispute_list(chair) == ()


def test_evidence_is_numbered_by_side(chair):
    row = ground.dispute(chair, REGENCY)
    add = {"by": chair, "dispute_id": row.pk, "title": "Surat"}
    for side in ("P", "P", "T"):
        actions.add_dispute_evidence(**add, side=side, upload=PDF)
    with pytest.raises(Refused, match="pihak"):
        actions.add_dispute_evidence(**add, side="X")
    page = queries.dispute(chair, row.pk)
    assert [(one.side, one.number) for one in page.evidence] == [("P", 1), ("P", 2), ("T", 1)]
    assert queries.dispute_file(chair, page.evidence[0].pk)[1] == PDF.content


def test_sessions_are_called_after_registration_and_recorded_after_they_were_held(chair):
    row = ground.dispute(chair, REGENCY)
    with pytest.raises(Refused, match="Registrasi"):
        ground.session(chair, row.pk)
    ground.step(chair, row.pk, "registrasi", letter="05")
    held = ground.session(chair, row.pk)
    ahead = ground.session(chair, row.pk, held_at=datetime(2999, 1, 1, tzinfo=WITA))
    note = {"by": chair, "result": "Tidak sepakat", "minutes": "BA 1"}
    actions.note_session(**note, session_id=held.pk)
    for session, sentence in ((held, "sudah dicatat"), (ahead, "belum berlangsung")):
        with pytest.raises(Refused, match=sentence):
            actions.note_session(**note, session_id=session.pk)


def test_bad_petitions_and_steps_are_refused_with_a_sentence(chair):
    for values, sentence in (
        ({"track": "hantu"}, "jenis sengketanya"),
        ({"track": "pemilihan"}, "bukan milik pemilihan"),
        ({"object_number": " "}, "nomor keputusan"),
        ({"object_day": date(2023, 10, 7)}, "07-10-2023.*06-10-2023"),
        ({"received_on": date(2999, 1, 1)}, "belum tiba"),
        ({"petitum": " "}, "petitum"),
        ({"object_day": date(1, 1, 1)}, "Tanggal objek .01-01-0001. keliru tahunnya"),
    ):
        with pytest.raises(Refused, match=sentence):
            ground.dispute(chair, REGENCY, **values)
    row = ground.dispute(chair, REGENCY)
    for name, values, sentence in (
        ("putusan", {"letter": "1", "ruling": "kabul"}, "tidak mengikuti"),
        ("registrasi", {}, "memerlukan nomor"),
        ("registrasi", {"letter": "1", "on": date(2023, 10, 5)}, "mendahului"),
    ):
        with pytest.raises(Refused, match=sentence):
            ground.step(chair, row.pk, name, **values)
    assert ProcessDispute.objects.get().state == "diterima"


def test_its_clocks_stand_among_those_of_the_house_and_not_for_pkd(chair):
    row = ground.dispute(chair, REGENCY)
    ground.step(chair, row.pk, "registrasi", letter="05")
    subjects = [one.clock.subject for one in clocks_ahead.ahead(chair)]
    assert subjects == [f"dispute:{row.pk}"]
    assert clocks_ahead.ahead(factories.viewer("panwascam", Y)) == ()


def test_the_page_takes_every_step_and_shows_what_is_wrong(client):
    client.force_login(factories.account("bw-sekretariat", REGENCY))
    form = client.get(reverse("oversight:dispute_new")).context["form"]
    data = {
        "election": str(form.fields["election"].choices[0][0]),
        "track": "peserta-penyelenggara",
        "path": REGENCY,
        "applicant_kind": "partai",
        "applicant": "<i>Partai</i>",
        "respondent": "KPU",
        "object_kind": "keputusan",
        "object_number": "100",
        "object_day": "2023-10-06",
        "received_on": "2023-10-06",
        "posita": "x",
        "petitum": "y",
    }
    missing = client.post(reverse("oversight:dispute_new"), {**data, "path": X})
    assert missing.status_code == 422
    made = client.post(reverse("oversight:dispute_new"), data)
    assert made.status_code == 302
    row = ProcessDispute.objects.get()
    one = [row.pk]
    step = reverse("oversight:dispute_step", args=one)
    assert client.post(step, {"step": "registrasi", "on": "2023-10-06"}).status_code == 422
    client.post(step, {"step": "registrasi", "on": "2023-10-06", "letter": "05"})
    client.post(
        reverse("oversight:dispute_evidence", args=one), {"side": "P", "title": "Keputusan"}
    )
    session = {"kind": "mediasi", "held_at": "2023-10-09T09:00", "venue": "A", "agenda": "B"}
    client.post(reverse("oversight:dispute_session", args=one), session)
    held = row.sessions.get()
    client.post(
        reverse("oversight:dispute_result", args=[row.pk, held.pk]),
        {"result": "Sepakat", "minutes": "BA 7"},
    )
    text = client.get(reverse("oversight:dispute", args=one)).content.decode()
    for wanted in ("Reg. 001/2023", "P-1", "BA 7", "Hari demi hari", "&lt;i&gt;Partai"):
        assert wanted in text
    assert "<i>Partai" not in text


def test_a_session_is_recorded_under_its_own_dispute_and_its_paper_lies_there(client, chair):
    own, other = ground.dispute(chair, X, mandate="M-1"), ground.dispute(chair, REGENCY)
    held = ground.session(chair, own.pk)
    client.force_login(factories.account("bw-ketua", REGENCY))
    wrong = reverse("oversight:dispute_result", args=[other.pk, held.pk])
    assert client.get(wrong).status_code == 404
    assert client.post(wrong, {"result": "x", "minutes": "1"}).status_code == 404
    note = {"by": chair, "result": "Sepakat", "minutes": "BA 1", "upload": PDF}
    assert actions.note_session(**note, session_id=held.pk).file.path == X


def test_a_form_has_its_number_only_in_disputes_in_which_it_was_seen(chair):
    seen, other = ground.dispute(chair, REGENCY), ground.dispute(chair, X, mandate="M-1")
    for row, code in ((seen, "PSPP-02"), (other, "")):
        assert [one for _form, one in queries.dispute(chair, row.pk).forms] == [code]
        receipt = words(queries.dispute_pdf(chair, row.pk, "tanda-terima"))
        assert "Tanda terima permohonan" in receipt and ("PSPP" in receipt) is bool(code)


def test_nothing_reaches_a_dispute_of_another_place(chair):
    row = ground.dispute(chair, Y, mandate="M-1")
    held = ground.session(chair, row.pk)
    add = {"dispute_id": row.pk, "side": "P", "title": "Surat", "upload": PDF}
    evidence = actions.add_dispute_evidence(by=chair, **add)
    elsewhere = factories.viewer("panwascam", X)
    for reach in (
        lambda: queries.dispute(elsewhere, row.pk),
        lambda: queries.dispute_pdf(elsewhere, row.pk, "tanda-terima"),
        lambda: queries.dispute_file(elsewhere, evidence.pk),
        lambda: actions.note_session(by=elsewhere, session_id=held.pk, result="x", minutes="1"),
        lambda: actions.add_dispute_evidence(by=elsewhere, **add),
        lambda: ground.session(elsewhere, row.pk),
        lambda: ground.step(elsewhere, row.pk, "musyawarah-cepat"),
    ):
        with pytest.raises(ObjectDoesNotExist):
            reach()
    assert queries.dispute_counts(elsewhere) == (0, ()) and not queries.dispute_list(elsewhere)
    assert len(queries.dispute_table(elsewhere)) == 1


def test_after_the_decision_there_is_neither_evidence_nor_a_session(chair):
    row = ground.dispute(chair, X, mandate="M-1")
    ground.step(chair, row.pk, "musyawarah-cepat")
    ground.step(chair, row.pk, "putusan", letter="1/PUT", ruling="tolak")
    with pytest.raises(Refused, match="bukti tidak ditambah"):
        actions.add_dispute_evidence(by=chair, dispute_id=row.pk, side="P", title="Surat")
    with pytest.raises(Refused, match="tidak ada sidang lagi"):
        ground.session(chair, row.pk)


def test_the_register_begins_anew_with_the_year_of_registration(chair):
    for on, number in (
        (date(2023, 12, 29), "Reg. 001/2023"),
        (date(2024, 1, 2), "Reg. 001/2024"),
        (date(2024, 1, 2), "Reg. 002/2024"),
    ):
        row = ground.dispute(chair, REGENCY, received_on=date(2023, 12, 28))
        ground.step(chair, row.pk, "registrasi", on=on, letter="05")
        assert queries.dispute(chair, row.pk).line.number == number
