"""Observers, surveys, quick counts: where and by when they register, papers, decision, card."""

from datetime import date, timedelta

import pypdfium2
import pytest

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Election, LedgerEntry, StoredFile
from jurdil.kernel.policy import Forbidden
from jurdil.law.participation import bodies
from jurdil.outreach import actions, queries
from jurdil.outreach.actions import Ruling
from jurdil.outreach.models import Registration
from tests import factories
from tests.outreach.participation import ground

pytestmark = pytest.mark.django_db
LAST = date(2024, 10, 28)


def decided(by, row, move, number="1/2024", **more):
    ruling = Ruling(number, more.pop("on", clock.today()), **more.pop("ruling", {}))
    return actions.body_decide(by=by, registration_id=row.pk, move=move, ruling=ruling, **more)


def test_an_application_gets_a_number_and_its_last_day(staff, pilkada):
    first = ground.received(staff, pilkada)
    second = ground.received(staff, pilkada, organisation="Lembaga Lain")
    assert (first.number, second.number) == (1, 2)
    assert first.last_day == LAST and not first.late
    written = LedgerEntry.objects.get(
        act="outreach.receive_body", subject=f"registration:{first.pk}"
    )
    assert "Contoh" not in str(written.payload)


def test_one_after_the_last_day_comes_in_marked_and_is_not_accredited_without_a_basis(
    staff, chair, pilkada
):
    ground.on(LAST + timedelta(days=1))
    row = ground.completed(staff, pilkada)
    assert row.late
    with pytest.raises(Refused, match="sesudah hari terakhir 28-10-2024"):
        decided(chair, row, "akreditasi")
    made = decided(chair, row, "akreditasi", ruling={"late_basis": "Surat dinas contoh"})
    assert made.late_basis == "Surat dinas contoh"


def test_a_quick_count_of_more_provinces_registers_at_kpu_ri(staff, pilkada):
    with pytest.raises(Refused, match="KPU RI"):
        ground.received(staff, pilkada, extent="lintas-provinsi")
    with pytest.raises(Refused, match="Pilih cakupan"):
        ground.received(staff, pilkada, extent="")


def test_observers_of_pemilu_register_at_bawaslu(staff):
    pemilu = factories.election("pemilu-2024")
    with pytest.raises(Refused, match="BAWASLU"):
        ground.received(staff, pemilu, kind=bodies.OBSERVERS, extent="")


def test_an_election_without_rules_says_so(staff):
    with pytest.raises(Refused, match="belum ada aturan"):
        ground.received(staff, factories.election("pemilu-2019"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"organisation": " "}, "Isi nama lembaga"),
        ({"leader": ""}, "pimpinan"),
        ({"kind": "ramalan"}, "Pilih pemantau"),
        ({"areas": ("74.01",)}, "di luar wilayah"),
        ({"areas": (f"{factories.REGENCY}.01.1001/001",)}, "sampai desa saja"),
        ({"received_on": date(2024, 10, 2)}, "belum tiba"),
    ],
)
def test_bad_input_is_a_sentence(staff, pilkada, change, said):
    with pytest.raises(Refused, match=said):
        ground.received(staff, pilkada, **change)
    assert not Registration.objects.exists()


def test_the_same_body_twice_is_named_with_its_number(staff, pilkada):
    ground.received(staff, pilkada)
    with pytest.raises(Refused, match="sudah terdaftar dengan nomor 1"):
        ground.received(staff, pilkada, organisation="lembaga contoh")


def test_an_application_is_not_complete_while_a_paper_is_missing(staff, pilkada):
    row = ground.received(staff, pilkada)
    actions.body_paper(by=staff, registration_id=row.pk, code="rencana")
    with pytest.raises(Refused, match="Masih kurang 6 dokumen: Akta pendirian"):
        actions.body_check(by=staff, registration_id=row.pk, move="nyatakan-lengkap")
    with pytest.raises(Refused, match="tidak ada pada daftar"):
        actions.body_paper(by=staff, registration_id=row.pk, code="ijazah")
    page = queries.body(staff, row.pk)
    assert sum(one.received_on is None for one in page.papers) == 6


def test_it_is_returned_with_a_reason_and_taken_back(staff, pilkada):
    row = ground.received(staff, pilkada)
    with pytest.raises(Refused, match="Tuliskan alasannya"):
        actions.body_check(by=staff, registration_id=row.pk, move="kembalikan")
    actions.body_check(by=staff, registration_id=row.pk, move="kembalikan", reason="Akta kurang")
    made = actions.body_check(by=staff, registration_id=row.pk, move="terima-perbaikan")
    assert made.state == "diterima"


def test_it_is_decided_by_decree_and_not_before_it_is_complete(staff, chair, pilkada):
    row = ground.received(staff, pilkada)
    with pytest.raises(Refused, match="berstatus"):
        decided(chair, row, "akreditasi")
    row = ground.completed(staff, pilkada, organisation="Lain")
    with pytest.raises(Refused, match="nomor dan tanggal"):
        decided(chair, row, "akreditasi", number="")
    with pytest.raises(Refused, match="mendahului pendaftaran"):
        decided(chair, row, "akreditasi", on=row.received_on - timedelta(days=1))
    with pytest.raises(Refused, match="dasar batas waktu laporan"):
        decided(chair, row, "akreditasi", ruling={"report_due": LAST})
    with pytest.raises(Refused, match="tidak dikenal"):
        decided(chair, row, "kembalikan")
    made = decided(
        chair, row, "akreditasi", ruling={"report_due": LAST, "report_basis": "Sertifikat"}
    )
    assert (made.state, made.decree_number) == ("terakreditasi", "1/2024")


def test_an_operator_does_not_accredit(staff, pilkada):
    row = ground.completed(staff, pilkada)
    with pytest.raises(Forbidden):
        decided(staff, row, "akreditasi")


def test_cards_are_printed_once_accredited_with_a_sealed_photo(staff, chair, pilkada):
    row = ground.completed(staff, pilkada)
    with pytest.raises(Registration.DoesNotExist):
        queries.cards_pdf(staff, row.pk)
    row = ground.accredited(staff, chair, pilkada, organisation="Dengan kartu")
    actions.body_person(by=staff, registration_id=row.pk, name="Tanpa foto")
    pages = pypdfium2.PdfDocument(queries.cards_pdf(staff, row.pk))
    assert len(pages) == 2
    text = pages[0].get_textpage().get_text_range()
    assert "Pemegang Contoh" in text and "12/PP.06/2024" in text and "Dengan kartu" in text
    kept = StoredFile.objects.get(pk=row.people.get(number=1).photo_id)
    assert kept.level == StoredFile.Level.PERSONAL and kept.key_id
    actions.body_strike(by=staff, registration_id=row.pk, number=1, reason="Mengundurkan diri")
    assert len(pypdfium2.PdfDocument(queries.cards_pdf(staff, row.pk))) == 1
    with pytest.raises(Registration.DoesNotExist):
        queries.cards_pdf(staff, row.pk, 1)


def test_a_person_twice_or_outside_the_area_is_refused(staff, pilkada):
    area = f"{factories.REGENCY}.01"
    row = ground.received(staff, pilkada, areas=(area,))
    actions.body_person(by=staff, registration_id=row.pk, name="Satu Orang", area=area)
    with pytest.raises(Refused, match="sudah ada pada daftar"):
        actions.body_person(by=staff, registration_id=row.pk, name="satu orang")
    with pytest.raises(Refused, match="tidak termasuk wilayah"):
        actions.body_person(
            by=staff, registration_id=row.pk, name="Lain", area=f"{factories.REGENCY}.02"
        )


def test_revoked_with_a_reason_everybody_sees_it(staff, chair, pilkada):
    row = ground.accredited(staff, chair, pilkada)
    (shown,) = queries.public_bodies(staff, pilkada.pk)
    assert shown.accredited and shown.organisation == "Lembaga Contoh"
    assert queries.body_counts(staff, pilkada.pk) == {bodies.QUICK_COUNT: 1}
    with pytest.raises(Refused, match="Tuliskan alasannya"):
        decided(chair, row, "cabut")
    decided(chair, row, "cabut", reason="Mengumumkan sebelum waktunya")
    (shown,) = queries.public_bodies(staff, pilkada.pk)
    assert not shown.accredited and shown.revoked_for == "Mengumumkan sebelum waktunya"
    assert queries.body_counts(staff, pilkada.pk) == {}
    with pytest.raises(Registration.DoesNotExist):
        queries.cards_pdf(staff, row.pk)


def test_a_report_is_owed_until_it_comes(staff, chair, pilkada):
    row = ground.completed(staff, pilkada)
    decided(
        chair,
        row,
        "akreditasi",
        ruling={"report_due": date(2024, 12, 1), "report_basis": "Sertifikat"},
    )
    ground.on(date(2024, 12, 2))
    (line,) = queries.bodies(staff)
    assert line.due == date(2024, 12, 1) and line.overdue
    actions.body_report(by=staff, registration_id=row.pk, on=clock.today())
    (line,) = queries.bodies(staff)
    assert line.due is None and not line.overdue
    with pytest.raises(Refused, match="sudah diterima"):
        actions.body_report(by=staff, registration_id=row.pk, on=clock.today())


def test_a_body_of_another_office_does_not_exist(staff, pilkada):
    row = ground.received(staff, pilkada)
    stranger = factories.viewer("operator", "74.01")
    with pytest.raises(Registration.DoesNotExist):
        queries.body(stranger, row.pk)
    with pytest.raises(Election.DoesNotExist):
        ground.received(stranger, pilkada, organisation="X")


def test_the_certificate_names_duties_of_observers_only(staff, chair, pilkada):
    row = ground.completed(staff, pilkada)
    assert queries.accreditation_pdf(staff, row.pk).startswith(b"%PDF")
    assert queries.body(staff, row.pk).duties == ()
