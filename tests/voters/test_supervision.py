"""The overseer sees seven columns, for a purpose, until a day; both offices read every look."""

from datetime import timedelta

import pytest
from django.urls import reverse

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Account
from jurdil.kernel.viewer import system_viewer
from jurdil.places import actions as places
from jurdil.voters import actions, queries
from jurdil.voters.models import Akses, Pandangan
from tests import factories
from tests.voters.people import OTHER, VILLAGE, elements, enlist

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ground():
    office = factories.office()
    places.set_up_regions(by=system_viewer(office.path, "kpu"), regency=office.path)


@pytest.fixture
def opener():
    return factories.viewer("kasubbag", account_id=factories.account("kasubbag").pk)


@pytest.fixture
def overseer():
    return factories.viewer("pengawas", account_id=factories.account("pengawas").pk)


def _open(opener, overseer, **given) -> Akses:
    values = {
        "holder_id": overseer.account_id,
        "path": VILLAGE,
        "purpose": "uji petik DPS",
        "reference": "012/PM.00.02/K.SN-14/2026",
        "until": clock.today() + timedelta(days=7),
        **given,
    }
    return actions.open_to_overseer(by=opener, **values)


def test_the_view_has_seven_columns_and_nothing_else(opener, overseer):
    one = elements("Siti Contoh", disabilitas="3", tempat_lahir="Kota Lahir")
    enlist(one)
    access = _open(opener, overseer)
    (row,) = actions.look(by=overseer, access_id=access.pk).rows
    age = clock.today().year - 1980 - ((clock.today().month, clock.today().day) < (3, 2))
    assert row.cells() == ("Siti Contoh", "L", age, "Dusun Contoh", "001", "002", "")
    shown = repr(row)
    for secret in (one.nik, one.nkk, "1980", "02-03", "Kota Lahir"):
        assert secret not in shown


def test_every_look_is_logged_and_read_by_both(opener, overseer):
    enlist(elements(), elements())
    access = _open(opener, overseer)
    actions.look(by=overseer, access_id=access.pk)
    made = actions.take_extract(by=overseer, access_id=access.pk, path=VILLAGE)
    for reader in (opener, overseer):
        log = queries.looks(reader, access.pk)
        assert [(look.rows, look.digest) for look in log] == [(2, made.digest), (2, "")]
    assert len(made.digest) == 64


def test_an_access_ends_on_its_day_and_when_withdrawn(opener, overseer):
    enlist(elements())
    access = _open(opener, overseer, until=clock.today())
    actions.look(by=overseer, access_id=access.pk)
    withdrawn = _open(opener, overseer)
    actions.close_to_overseer(by=opener, access_id=withdrawn.pk, reason="uji petik selesai")
    with pytest.raises(Refused, match="dicabut"):
        actions.look(by=overseer, access_id=withdrawn.pk)
    assert Pandangan.objects.filter(access=withdrawn).count() == 0


def test_an_expired_access_says_since_when(opener, overseer, monkeypatch):
    access = _open(opener, overseer)
    later = clock.today() + timedelta(days=8)
    monkeypatch.setattr(clock, "today", lambda: later)
    with pytest.raises(Refused, match="berakhir"):
        actions.look(by=overseer, access_id=access.pk)


def test_another_village_and_another_account_get_nothing(opener, overseer):
    enlist(elements(), village=OTHER)
    access = _open(opener, overseer)
    with pytest.raises(Refused, match="tidak termasuk"):
        actions.look(by=overseer, access_id=access.pk, path=OTHER)
    with pytest.raises(Refused, match="tidak termasuk"):
        actions.take_extract(by=overseer, access_id=access.pk, path=f"{OTHER}/001")
    other = factories.viewer("pengawas", account_id=factories.account("pengawas").pk)
    with pytest.raises(Akses.DoesNotExist):
        actions.look(by=other, access_id=access.pk)
    assert queries.accesses(other) == ()


def test_only_an_overseer_is_let_in_and_not_for_ever(opener, overseer):
    clerk = factories.account("operator")
    with pytest.raises(Refused, match="bukan akun pengawas"):
        _open(opener, overseer, holder_id=clerk.pk)
    with pytest.raises(Refused, match="92"):
        _open(opener, overseer, until=clock.today() + timedelta(days=93))
    with pytest.raises(Refused, match="tujuan"):
        _open(opener, overseer, purpose=" ")


def test_pages_follow_each_other_and_carry_the_watermark(client, opener, overseer):
    enlist(*[elements(f"Contoh {n:02}") for n in range(60)])
    access = _open(opener, overseer)
    from jurdil.kernel.models import Account

    client.force_login(Account.objects.get(pk=overseer.account_id))
    address = f"/pemilih/pengawas/{access.pk}/daftar/"
    looked = {"langkah": "lihat"}
    first = client.post(address, looked).content.decode()
    assert "Dilihat oleh" in first and access.reference in first
    after = queries.looks(opener, access.pk)[0]
    assert after.rows == 50
    last = actions.look(by=overseer, access_id=access.pk).after
    second = client.post(address, looked | {"sesudah": last}).content.decode()
    names = [f"Contoh {n:02}" for n in range(60)]
    assert sorted(n for n in names if (n in first) or (n in second)) == names
    wrong = looked | {"sesudah": "abc", "wilayah": OTHER}
    assert client.post(address, wrong).status_code == 200
    file = client.post(address, {"path": VILLAGE})
    lines = file.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "tps,nama,jenis_kelamin,usia,alamat,rt,rw,keterangan"
    assert lines[-1].startswith(",SHA-256 ") and len(lines) == 64
    assert client.post(address, {"path": OTHER}).status_code == 422


def test_a_spot_check_can_be_drawn_again_and_tells_its_rate(opener, overseer):
    enlist(*[elements(f"Contoh {n:02}") for n in range(40)], tps="001")
    enlist(*[elements(f"Lain {n:02}") for n in range(20)], tps="002")
    access = _open(opener, overseer)
    given = {"access_id": access.pk, "path": VILLAGE, "size": 12, "seed": "Soppeng 21-11-2026"}
    first = actions.draw_sample(by=overseer, **given)
    again = actions.draw_sample(by=overseer, **given)
    assert first.drawn == again.drawn and first.strata == {
        f"{VILLAGE}/001": 40,
        f"{VILLAGE}/002": 20,
    }
    assert [row[0] for row in first.drawn].count(f"{VILLAGE}/001") == 8
    units = [row[1] for row in first.drawn]
    for unit in units[:9]:
        actions.note_finding(by=overseer, sample_id=first.pk, unit=unit, matched=True, note="")
    with pytest.raises(Refused, match="tidak cocok"):
        actions.note_finding(by=overseer, sample_id=first.pk, unit=units[9], matched=False, note="")
    found = {"unit": units[9], "matched": False, "note": "sudah pindah"}
    actions.note_finding(by=overseer, sample_id=first.pk, **found)
    rate = queries.sample(opener, first.pk).rate
    assert (rate.matched, rate.checked) == (9, 10)
    assert float(rate.low) == pytest.approx(0.596, abs=0.001)
    assert float(rate.high) == pytest.approx(0.982, abs=0.001)
    with pytest.raises(Refused, match="tidak termasuk"):
        actions.note_finding(by=overseer, sample_id=first.pk, unit="x#1", matched=True, note="")


def test_a_sample_larger_than_the_list_is_refused(opener, overseer):
    enlist(elements())
    access = _open(opener, overseer)
    given = {"access_id": access.pk, "path": VILLAGE, "size": 5, "seed": "x"}
    with pytest.raises(Refused, match="tidak sesuai"):
        actions.draw_sample(by=overseer, **given)


def test_a_page_is_looked_at_with_a_button_and_never_by_an_address_alone(client, opener, overseer):
    enlist(elements("Siti Contoh"))
    access = _open(opener, overseer)
    client.force_login(Account.objects.get(pk=overseer.account_id))
    address = reverse("voters:look", args=[access.pk])
    page = client.get(address).content.decode()
    assert "Tampilkan daftar" in page and "Siti Contoh" not in page
    assert not Pandangan.objects.exists()
    page = client.post(address, {"langkah": "lihat"}).content.decode()
    assert "Siti Contoh" in page and Pandangan.objects.count() == 1
