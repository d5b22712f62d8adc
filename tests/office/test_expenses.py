"""Berkas SPJ: the missing paper by name and person, the budget against payments, handing in."""

from decimal import Decimal

import pytest

from jurdil.kernel.acts import Refused, performing
from jurdil.office import actions, queries
from jurdil.office.models import SpjPaper
from jurdil.office.records import NewPerson
from tests.office import ground

pytestmark = pytest.mark.django_db
SPEAKER = NewPerson("Contoh Narasumber, M.Si.", "narasumber", "Universitas Contoh", inside=False)


@pytest.fixture
def operator():
    ground.office()
    return ground.person()


def keep(by, spj, code, person_id=None, **more):
    values = {"reference": "Map 1", **more}
    return actions.keep_paper(by=by, spj_id=spj.pk, paper=code, person_id=person_id, **values)


def fill(by, spj, but=()):
    for one in queries.spj_page(by, spj.pk).papers:
        if (one.paper, one.person) not in but and not one.there:
            keep(by, spj, one.paper, one.person_id or None)


def test_three_missing_papers_are_named_with_their_person(operator):
    spj = ground.spj(operator)
    actions.keep_person(by=operator, spj_id=spj.pk, person=SPEAKER)
    left = {("npwp", SPEAKER.name), ("notula", ""), ("foto", "")}
    fill(operator, spj, left)
    (row,) = queries.incomplete(operator)
    assert {(one.paper, one.person) for one in row.lacks} == left and row.age > 0
    with pytest.raises(Refused, match=r"Masih kurang 3 naskah. Yang pertama: NPWP \(Contoh Nar"):
        actions.hand_in(by=operator, spj_id=spj.pk, day=ground.day())
    fill(operator, spj)
    actions.hand_in(by=operator, spj_id=spj.pk, day=ground.day())
    assert queries.incomplete(operator) == () and queries.spj_rows(operator) == ()
    with pytest.raises(Refused, match="sudah diserahkan"):
        keep(operator, spj, "foto")


def test_a_paper_needs_its_file_or_place_and_a_withdrawn_one_is_missing_again(operator):
    spj = ground.spj(operator, "jumpa-pers")
    with pytest.raises(Refused, match="Lampirkan berkasnya"):
        keep(operator, spj, "foto", reference="")
    with pytest.raises(Refused, match="tidak meminta naskah"):
        keep(operator, spj, "spd")
    keep(operator, spj, "foto", reference="", file=ground.PDF)
    assert "foto" not in lacking(operator, spj)
    with pytest.raises(Refused, match="alasannya"):
        keep(operator, spj, "foto", state="ditarik", reference="")
    keep(operator, spj, "foto", state="ditarik", note="Foto kegiatan lain")
    assert "foto" in lacking(operator, spj)
    keep(operator, spj, "foto", state="tidak-perlu", note="Dilarang memotret")
    assert "foto" not in lacking(operator, spj) and SpjPaper.objects.count() == 3


def lacking(by, spj):
    return {one.paper for one in queries.spj_page(by, spj.pk).row.lacks}


def test_personal_papers_are_sealed_as_personal_data(operator):
    spj = ground.spj(operator)
    person = actions.keep_person(by=operator, spj_id=spj.pk, person=SPEAKER)
    made = keep(operator, spj, "npwp", person.pk, file=ground.PDF)
    assert made.file.level == "pribadi" and made.file.key_id
    assert queries.paper_file(operator, made.pk)[1] == ground.PDF.content


def test_somebody_taken_out_needs_no_papers(operator):
    spj = ground.spj(operator)
    person = actions.keep_person(by=operator, spj_id=spj.pk, person=SPEAKER)
    assert "cv" in lacking(operator, spj)
    actions.drop_person(by=operator, person_id=person.pk, reason="Berhalangan")
    assert "cv" not in lacking(operator, spj)


def test_budget_ceiling_and_payment(operator):
    ceiling = actions.set_ceiling(
        by=operator,
        year=2024,
        code="narasumber",
        name="Narasumber",
        unit="orang jam",
        amount=900_000,
        basis="Aturan biaya contoh",
        inside=False,
    )
    spj = ground.spj(operator)
    values = {"item": "Honor narasumber", "unit": "orang jam", "volume": Decimal("2.5")}
    line = actions.plan_line(
        by=operator,
        spj_id=spj.pk,
        account_code="522151",
        price=1_000_000,
        ceiling_id=ceiling.pk,
        **values,
    )
    inside = NewPerson("Contoh Staf", "narasumber", "KPU", inside=True)
    person = actions.keep_person(by=operator, spj_id=spj.pk, person=inside)
    paid = pay(operator, line, 2_000_000, 100_000, person_id=person.pk)
    page = queries.spj_page(operator, spj.pk)
    assert (page.planned.value, page.spent.value, page.left.value) == (
        2_500_000,
        2_000_000,
        500_000,
    )
    assert page.tax.value == 100_000 and page.lines[0].payments[0].net == 1_900_000
    assert len(page.lines[0].findings) == 2
    with pytest.raises(Refused, match="sudah dibayar"):
        actions.drop_line(by=operator, line_id=line.pk, reason="Salah")
    actions.reverse_payment(by=operator, payment_id=paid.pk, reason="Orang dalam")
    with pytest.raises(Refused, match="sudah dibatalkan"):
        actions.reverse_payment(by=operator, payment_id=paid.pk, reason="Lagi")
    page = queries.spj_page(operator, spj.pk)
    assert page.spent.value == 0 and len(page.lines[0].findings) == 1
    actions.drop_line(by=operator, line_id=line.pk, reason="Salah")
    assert queries.spj_page(operator, spj.pk).lines == ()


def pay(by, line, gross, tax, **more):
    return actions.pay(
        by=by, line_id=line.pk, day=ground.day(), gross=gross, tax=tax, receipt="K-1", **more
    )


def test_last_year_s_ceilings_are_copied_as_not_confirmed(operator):
    values = {"name": "Narasumber", "unit": "jam", "amount": 900_000, "basis": "Aturan 2023"}
    actions.set_ceiling(by=operator, year=2023, code="narasumber", confirmed=True, **values)
    assert actions.copy_ceilings(by=operator, year=2024) == 1
    (row,) = queries.ceilings(operator, 2024)
    assert (row.amount, row.confirmed, row.basis) == (900_000, False, "Aturan 2023 (2023)")
    with pytest.raises(Refused, match="Tahun 2023 tidak punya"):
        actions.copy_ceilings(by=operator, year=2024)


def test_wrong_figures_are_refused_with_both_numbers(operator):
    spj = ground.spj(operator)
    values = {"item": "Bahan", "unit": "paket", "volume": Decimal(1), "price": 10}
    with pytest.raises(Refused, match="6 angka"):
        actions.plan_line(by=operator, spj_id=spj.pk, account_code="5221", **values)
    line = actions.plan_line(by=operator, spj_id=spj.pk, account_code="521211", **values)
    with pytest.raises(Refused, match=r"Pajak Rp2\.000 melebihi jumlah Rp1\.000"):
        pay(operator, line, 1000, 2000)
    old = actions.set_ceiling(
        by=operator, year=2023, code="x", name="x", unit="x", amount=1, basis="x"
    )
    with pytest.raises(Refused, match="tahun 2023, kegiatannya tahun 2024"):
        actions.plan_line(
            by=operator, spj_id=spj.pk, account_code="521211", ceiling_id=old.pk, **values
        )


def test_another_room_opens_a_file_once_and_marks_its_papers(operator):
    about = {"path": operator.path, "subject": "meetings:meeting:12"}
    values = {
        "kind": "rakor",
        "title": "Rakor",
        "held_from": ground.day(-3),
        "held_until": ground.day(-1),
    }
    with performing("test"):
        first = actions.open_spj(by=operator, **about, **values, people=[SPEAKER])
        again = actions.open_spj(
            by=operator, **about, **{**values, "title": "Rakor baru"}, people=[SPEAKER]
        )
        assert first == again
        assert actions.spj_paper(by=operator, **about, paper="undangan", reference="5/UND")
        assert actions.spj_paper(
            by=operator, **about, paper="materi", reference="PPT", person=SPEAKER.name
        )
        other = {**about, "subject": "meetings:meeting:13"}
        assert not actions.spj_paper(by=operator, **other, paper="undangan", reference="x")
    row = queries.spj_of(operator, **about)
    assert row.title == "Rakor baru" and row.age == 1
    assert not {"undangan", "materi"} & {one.paper for one in row.lacks}
    assert len(queries.spj_page(operator, first).people) == 1
    assert queries.spj_of(operator, **other) is None


def test_an_activity_that_needs_no_file_says_why(operator):
    spj = ground.spj(operator)
    actions.drop_spj(by=operator, spj_id=spj.pk, reason="Dibiayai Pemda")
    assert queries.incomplete(operator) == ()
    assert [row.dropped_for for row in queries.spj_rows(operator, open_only=False)] == [
        "Dibiayai Pemda"
    ]
