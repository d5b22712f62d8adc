"""What a case refuses: hands of another place, steps out of their time, doors that are not open."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.test import Client
from django.urls import reverse

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Document
from jurdil.kernel.viewer import public_viewer
from jurdil.oversight import actions, identity, queries
from jurdil.oversight.identity import Person
from jurdil.oversight.models import FindingDraft
from tests import factories
from tests.oversight import case_ground as ground
from tests.writes import setting_up

pytestmark = pytest.mark.django_db
ELSEWHERE = "73.12.02.1001"


@pytest.fixture
def chair():
    factories.office("bawaslu")
    factories.election()
    return factories.viewer("bw-ketua")


@pytest.fixture
def district(chair):
    return factories.viewer("panwascam", "73.12.01")


def summoned(by, case):
    return actions.summon(
        by=by,
        case_id=case.pk,
        party_id=case.parties.get(role="saksi").pk,
        letter="U/1",
        held_at=clock.now(),
        venue="Kantor",
    )


def test_no_row_of_another_kecamatan_opens_by_its_number(chair, district):
    case = ground.decided(chair, case=ground.report(chair, path=ELSEWHERE))
    hearing = actions.hold_hearing(
        by=chair,
        case_id=case.pk,
        agenda="laporan",
        held_at=clock.now(),
        paper="S/1",
        upload=ground.photo(),
    )
    piece = case.evidence.get()
    readings = (
        lambda by: queries.case_page(by, case.pk),
        lambda by: queries.case_file(by, case.pk, piece.pk),
        lambda by: queries.case_paper(by, case.pk, "sidang", hearing.pk),
        lambda by: queries.case_form(by, case.pk, "laporan"),
    )
    for reading in readings:
        assert reading(chair)
        with pytest.raises(ObjectDoesNotExist):
            reading(district)
    assert queries.case_rows(district) == () and queries.open_cases(district) == 0
    with pytest.raises(ObjectDoesNotExist):
        actions.reveal(by=district, case_id=case.pk, why="kajian")


def test_evidence_is_opened_under_its_own_case_only(chair):
    mine, other = ground.report(chair), ground.report(chair)
    with pytest.raises(ObjectDoesNotExist):
        queries.case_file(chair, mine.pk, other.evidence.get().pk)


def test_an_invitation_and_a_referral_of_another_kecamatan_are_not_answered(chair, district):
    case = ground.registered(chair, ground.report(chair, path=ELSEWHERE))
    row = summoned(chair, case)
    with pytest.raises(ObjectDoesNotExist):
        actions.note_hearing_of(by=district, summons_id=row.pk, came=False)
    decided = ground.decided(chair, case=ground.report(chair, path=ELSEWHERE))
    sent = actions.refer(by=chair, case_id=decided.pk, new=ground.referral())
    other = factories.viewer("bw-sekretariat", "73.12.01")
    answer = {"result": "ditindaklanjuti", "answer": "Sudah.", "letter": "S/9"}
    with pytest.raises(ObjectDoesNotExist):
        actions.note_result(by=other, referral_id=sent.pk, answered_on=clock.today(), **answer)


def test_a_draft_and_minutes_of_another_kecamatan_carry_nothing(chair, district):
    with setting_up():
        draft = FindingDraft.objects.create(
            source="advice:1",
            election=ground.election(),
            path=ELSEWHERE,
            regime="pemilu",
            title="Papan",
            rule="PKPU 7/2022",
            story="Kosong",
            discovered_at=clock.now(),
        )
        minutes = Document.objects.create(
            kind="ba",
            title="Pleno",
            path=ELSEWHERE,
            check_code="CONTOH",
            drafted_by=factories.account("bw-ketua"),
            drafted_at=clock.now(),
        )
    values = {"by": district, "election_id": ground.election().pk, "new": ground.new(parties=())}
    with pytest.raises(ObjectDoesNotExist):
        actions.make_finding(draft_id=draft.pk, **values)
    case = ground.report(district)
    with pytest.raises(ObjectDoesNotExist):
        ground.step(district, case, "kaji-awal", document_id=minutes.pk)


def test_nobody_is_invited_before_registration_or_after_the_study(chair):
    case = ground.report(chair)
    with pytest.raises(Refused, match="bukan untuk keadaan itu"):
        summoned(chair, case)
    ground.registered(chair, case)
    assert queries.case_page(chair, case.pk).invites and summoned(chair, case)
    ground.step(chair, case, "kaji")
    assert not queries.case_page(chair, case.pk).invites
    with pytest.raises(Refused, match="bukan untuk keadaan itu"):
        summoned(chair, case)


def test_an_ended_case_is_not_moved(chair):
    case = ground.step(chair, ground.decided(chair), "umumkan")
    with pytest.raises(Refused, match="sudah selesai"):
        actions.move_case(
            by=chair,
            case_id=case.pk,
            move="limpahkan-ke-bawah",
            paper="S/1",
            taken_at=clock.now(),
        )


def test_a_letter_is_not_older_than_the_plenary_and_an_answer_not_older_than_its_letter(chair):
    case = ground.decided(chair)
    yesterday = clock.today() - timedelta(days=1)
    with pytest.raises(Refused, match="lebih tua dari pleno"):
        actions.refer(by=chair, case_id=case.pk, new=ground.referral(sent_on=yesterday))
    sent = actions.refer(by=chair, case_id=case.pk, new=ground.referral())
    answer = {"result": "ditindaklanjuti", "answer": "Sudah.", "letter": "S/9"}
    with pytest.raises(Refused, match="lebih tua dari suratnya"):
        actions.note_result(by=chair, referral_id=sent.pk, answered_on=yesterday, **answer)


def test_the_public_learns_the_outcome_when_it_is_announced_and_not_before(chair):
    case = ground.decided(chair)
    assert queries.case_status(chair, case.receipt).outcomes == ()
    ground.step(chair, case, "umumkan")
    assert queries.case_status(chair, case.receipt).outcomes == ("Pelanggaran administrasi",)


def test_codes_of_receipts_are_not_tried_out(chair):
    visitor, url = Client(), reverse("oversight:report_status")
    answers = [visitor.get(url, {"kode": f"SALAH{n}"}).status_code for n in range(31)]
    assert answers[:30] == [422] * 30 and answers[30] == 429


def test_statistics_count_the_cases_of_the_place_only(chair):
    ground.report(chair, path=ELSEWHERE)
    ground.report(chair)
    year = clock.today().year
    other = factories.viewer("bw-sekretariat", "73.12.01")
    assert queries.case_statistics(chair, year).summary.total == 2
    assert queries.case_statistics(other, year).summary.total == 1
    assert len(queries.case_table(other, year)) == 2


def test_a_name_of_three_letters_is_masked_as_a_whole_word_only():
    known = [("Saksi 1", Person(name="Ida"))]
    assert (
        identity.masked("IDA dan Idaman, kata ida.", known) == "Saksi 1 dan Idaman, kata Saksi 1."
    )


def test_a_receipt_is_printed_when_the_reporter_came_and_not_before(chair):
    public = public_viewer(factories.REGENCY, "bawaslu")
    case = actions.report_publicly(by=public, election_id=ground.election().pk, new=ground.new())
    with pytest.raises(ObjectDoesNotExist):
        queries.case_form(chair, case.pk, "tanda-terima")
    ground.step(chair, case, "pelapor-datang")
    assert queries.case_form(chair, case.pk, "tanda-terima").startswith(b"%PDF")
