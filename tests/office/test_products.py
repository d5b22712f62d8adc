"""Legal products: no step skipped, each with what it needs, what revokes what, JDIH at the end."""

import pytest

from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Task
from jurdil.office import actions, queries
from tests.office import ground

pytestmark = pytest.mark.django_db
NOTE = "Kewenangan, bentuk, dan rujukan sudah diperiksa."


@pytest.fixture
def head():
    ground.office()
    return ground.person("kasubbag", division="subbag-teknis-hukum")


def product(by, title="Pedoman kehadiran", kind="keputusan"):
    return actions.open_product(by=by, kind=kind, title=title)


def step(by, made, state, **more):
    return actions.step_product(
        by=by, product_id=made.pk, state=state, **{"day": ground.day(), **more}
    )


def decree(by, made, number="12 Tahun 2024"):
    step(by, made, "telaah", note=NOTE)
    step(by, made, "pleno", number="3/BA/2024")
    return step(by, made, "ditetapkan", number=number, file=ground.PDF)


def test_the_whole_way_to_jdih(head):
    made = decree(head, product(head))
    assert [row.id for row in queries.to_publish(head)] == [made.pk]
    assert Task.objects.get().title == "Terbitkan di JDIH: Pedoman kehadiran"
    step(head, made, "salinan", file=ground.PDF)
    done = step(head, made, "jdih", address="https://jdih.contoh.id/12-2024")
    assert done.public_address and Task.objects.get().state == "selesai"
    page = queries.product(head, made.pk)
    assert page.row.force == "berlaku" and queries.to_publish(head) == ()
    assert all(reached for _state, _name, reached in page.way) and page.may == ()


@pytest.mark.parametrize(
    ("state", "more", "words"),
    [
        ("pleno", {"number": "3/BA"}, "belum dapat dicatat"),
        ("ditetapkan", {"number": "1", "file": ground.PDF}, "belum dapat dicatat"),
        ("telaah", {"note": " "}, "hasil telaah hukum"),
        ("batal", {}, "mengapa dibatalkan"),
    ],
)
def test_a_step_without_what_it_needs_is_refused(head, state, more, words):
    made = product(head)
    with pytest.raises(Refused, match=words):
        step(head, made, state, **more)
    assert queries.product(head, made.pk).row.state == "draf"


def test_only_the_legal_sub_division_studies(head):
    made = product(head)
    other = ground.person("kasubbag", division="subbag-kul")
    with pytest.raises(Refused, match="kepala subbagian hukum"):
        step(other, made, "telaah", note=NOTE)


def test_a_decree_needs_its_file_and_a_number_of_its_own(head):
    decree(head, product(head))
    second = product(head, "Lain")
    step(head, second, "telaah", note=NOTE)
    step(head, second, "pleno", number="4/BA")
    with pytest.raises(Refused, match="Lampirkan naskah"):
        step(head, second, "ditetapkan", number="13 Tahun 2024")
    with pytest.raises(Refused, match="sudah dipakai “Pedoman kehadiran”"):
        step(head, second, "ditetapkan", number="12 tahun 2024", file=ground.PDF)


def test_the_next_number_is_proposed(head):
    made = product(head)
    assert queries.proposed_number(head, made.pk) == f"1 Tahun {ground.day().year}"
    decree(head, made, "12 Tahun 2024")
    assert queries.proposed_number(head, made.pk) == f"13 Tahun {ground.day().year}"


def test_a_secretary_s_decree_has_no_plenary(head):
    made = product(head, kind="keputusan-sekretaris")
    step(head, made, "telaah", note=NOTE)
    assert step(head, made, "ditetapkan", number="1", file=ground.PDF).state == "ditetapkan"


def test_sent_back_it_begins_again_with_a_study(head):
    made = product(head)
    step(head, made, "telaah", note=NOTE)
    step(head, made, "draf", note="Rujukan kurang")
    page = queries.product(head, made.pk)
    assert [reached for _s, _n, reached in page.way] == [True, False, False, False, False, False]
    assert page.may == ("telaah", "batal")


def test_the_old_decree_holds_until_the_new_one_is_decreed(head):
    old, new = decree(head, product(head)), product(head, "Pedoman baru")
    actions.tie_products(by=head, later_id=new.pk, earlier_id=old.pk, kind="mencabut")
    assert queries.product(head, old.pk).row.force == "berlaku"
    decree(head, new, "13 Tahun 2024")
    page = queries.product(head, old.pk)
    assert page.row.force == "dicabut" and page.touched_by[0].product.id == new.pk
    assert [row.id for row in queries.products(head, force="berlaku")] == [new.pk]
    with pytest.raises(Refused, match="sudah dicatat"):
        actions.tie_products(by=head, later_id=new.pk, earlier_id=old.pk, kind="mengubah")


def test_a_draft_is_not_revoked_and_nothing_revokes_itself(head):
    first, second = product(head), product(head, "Dua")
    for earlier, words in ((second, "belum ditetapkan"), (first, "Pilih produk hukum lain")):
        with pytest.raises(Refused, match=words):
            actions.tie_products(by=head, later_id=first.pk, earlier_id=earlier.pk, kind="mencabut")


def test_a_step_dated_before_the_last_one_is_refused(head):
    made = product(head)
    with pytest.raises(Refused, match="lebih awal daripada langkah sebelumnya"):
        step(head, made, "telaah", note=NOTE, day=ground.day(-1))
