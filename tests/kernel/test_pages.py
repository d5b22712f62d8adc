"""The office pages do what they say: from the form to the row and its entry in the ledger."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from jurdil.kernel import chain, clock, ledger
from jurdil.kernel.models import Account, Grant, Holiday, LedgerEntry, Office
from jurdil.kernel.queries import ledger as queries
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(client):
    account = factories.account("pengelola")
    client.force_login(account)
    return account


def text_of(response) -> str:
    return response.content.decode()


def test_an_account_is_made_and_granted_in_two_steps(client, keeper):
    new = {"name": "Siti Contoh", "username": "siti", "password": factories.PASSWORD}
    answer = client.post(reverse("kernel:account_create"), new)
    made = Account.objects.get(username="siti")
    assert answer.url == reverse("kernel:grant", args=[made.pk])
    role = {"role": "ppk", "path": "73.12.01", "valid_from": "2024-01-01", "basis": "SK 12/2024"}
    answer = client.post(answer.url, role, follow=True)
    assert "Peran diberikan" in text_of(answer) and "SK 12/2024" in text_of(answer)
    grant = made.grants.get()
    assert (grant.role, grant.path, grant.valid_until) == ("ppk", "73.12.01", None)
    entry = LedgerEntry.objects.last()
    assert (entry.act, entry.actor, entry.subject) == (
        "account.grant",
        keeper.pk,
        f"grant:{grant.pk}",
    )


def test_a_division_is_chosen_by_the_names_of_the_law(client, keeper):
    someone = factories.account()
    page = reverse("kernel:grant", args=[someone.pk])
    assert '<option value="rendatin">Divisi Perencanaan, Data, dan Informasi' in text_of(
        client.get(page)
    )
    values = {"role": "anggota", "valid_from": "2024-01-01", "division": "rendatin"}
    client.post(page, values)
    assert someone.grants.get(role="anggota").division == "rendatin"
    refused = client.post(page, {**values, "division": "sihir"})
    assert 'href="#id_division"' in text_of(refused)


def test_an_empty_place_is_the_whole_office(client, keeper):
    someone = factories.account()
    client.post(
        reverse("kernel:grant", args=[someone.pk]), {"role": "ketua", "valid_from": "2024-01-01"}
    )
    assert someone.grants.get(role="ketua").path == "73.12"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"role": "ppk", "valid_from": "2024-01-01"}, "tingkat yang sesuai"),
        ({"role": "ppk", "path": "Marioriwawo", "valid_from": "2024-01-01"}, "berbentuk 73.12"),
        ({"role": "ketua", "valid_from": "2024-01-01", "acting": "Plh"}, "hari terakhir dan dasar"),
        ({"role": "ketua", "valid_from": "31/02/2024"}, "Mulai"),
        ({"role": "bw-ketua", "valid_from": "2024-01-01"}, "Peran"),
    ],
)
def test_a_refused_role_stands_at_the_form_and_changes_nothing(client, keeper, values, sentence):
    someone = factories.account()
    before = Grant.objects.count()
    answer = client.post(reverse("kernel:grant", args=[someone.pk]), values)
    text = text_of(answer)
    assert answer.status_code == 200 and Grant.objects.count() == before
    assert "Ada yang perlu diperbaiki" in text and sentence in text
    assert "<title>Galat:" in text


def test_a_weak_password_is_refused_at_its_field(client, keeper):
    new = {"name": "Siti", "username": "siti", "password": "pendek"}
    text = text_of(client.post(reverse("kernel:account_create"), new))
    assert 'href="#id_password"' in text and not Account.objects.filter(username="siti").exists()


def test_a_role_is_ended_a_password_replaced_an_account_closed(client, keeper):
    someone = factories.account("ppk", "73.12.01")
    grant = someone.grants.get()
    client.post(reverse("kernel:grant_end", args=[grant.pk]), {"last_day": "2024-05-01"})
    grant.refresh_from_db()
    assert grant.valid_until == date(2024, 5, 1)
    client.post(reverse("kernel:password", args=[someone.pk]), {"password": "kata-lain-2025-x"})
    client.post(reverse("kernel:account_state", args=[someone.pk]))
    someone.refresh_from_db()
    assert someone.check_password("kata-lain-2025-x") and not someone.is_active
    assert someone.name in text_of(client.get(reverse("kernel:people") + "?tutup=1"))
    client.post(reverse("kernel:account_state", args=[someone.pk]))
    someone.refresh_from_db()
    assert someone.is_active


def test_what_a_rule_refuses_is_a_page_with_the_reason(client, keeper):
    answer = client.post(reverse("kernel:account_state", args=[keeper.pk]))
    assert answer.status_code == 409 and "tutup sendiri" in text_of(answer)
    keeper.refresh_from_db()
    assert keeper.is_active


def test_a_reader_sees_no_button_that_would_be_refused(client):
    someone = factories.account("ppk", "73.12.01")
    client.force_login(factories.account("ketua"))
    text = text_of(client.get(reverse("kernel:person", args=[someone.pk])))
    assert someone.name in text and "Beri peran" not in text and "Tutup akun" not in text
    assert "Buat akun" not in text_of(client.get(reverse("kernel:people")))


def test_the_letterhead_is_filled_in(client, keeper):
    values = {"name": "KPU Kabupaten Contoh", "address": "Jalan Contoh 1", "city": "Contoh"}
    answer = client.post(reverse("kernel:letterhead"), values, follow=True)
    assert "Jalan Contoh 1" in text_of(answer)
    assert Office.objects.get().letterhead["city"] == "Contoh"
    assert 'value="Jalan Contoh 1"' in text_of(client.get(reverse("kernel:letterhead")))


def test_a_joint_leave_is_recorded_with_its_basis(client, keeper):
    values = {
        "day": "2024-02-09",
        "kind": "cuti-bersama",
        "name": "Imlek",
        "basis": "SKB 3 Menteri",
    }
    answer = client.post(reverse("kernel:holidays"), values, follow=True)
    assert "Jum 9 Feb 2024" in text_of(answer) and "SKB" in text_of(answer)
    assert Holiday.objects.get().kind == "cuti-bersama"
    refused = client.post(reverse("kernel:holidays"), {**values, "basis": ""})
    assert 'href="#id_basis"' in text_of(refused)


def test_the_training_clock_is_set_labelled_and_reset(client, keeper):
    answer = client.post(reverse("kernel:clock"), {"legal": "2024-02-14T07:00"}, follow=True)
    assert "Jam latihan: Rab 14 Feb 2024" in text_of(answer)
    seven = datetime(2024, 2, 14, 7, tzinfo=ZoneInfo("Asia/Makassar"))
    assert abs(clock.now() - seven) < timedelta(minutes=1)
    answer = client.post(reverse("kernel:clock"), {"reset": "1"}, follow=True)
    assert "Jam latihan:" not in text_of(answer)
    assert Office.objects.get().legal_anchor is None


def test_the_trail_is_filtered_and_paged_by_key(client, keeper, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 2)
    for kecamatan in ("73.12.01", "73.12.01", "73.12.02"):
        factories.account("ppk", kecamatan)
    trail = reverse("kernel:ledger")
    first = text_of(client.get(f"{trail}?tindakan=account.grant"))
    assert "2 dari 4 entri" in first and "Berikutnya" in first
    following = first.split('rel="next"')[0].rpartition('href="')[2].split('"')[0]
    second = text_of(client.get(f"{trail}{following.replace('&amp;', '&')}"))
    assert "2 dari 4 entri" in second and "Ke awal" in second and 'rel="next"' not in second
    assert "1 dari 1 entri" in text_of(client.get(f"{trail}?tempat=73.12.02"))
    subject = LedgerEntry.objects.last().subject
    assert "1 dari 1 entri" in text_of(client.get(f"{trail}?pokok={subject}"))
    assert "Tidak ada entri yang cocok" in text_of(client.get(f"{trail}?pokok=tugas:99"))
    assert client.get(f"{trail}?sesudah=rusak").status_code == 200


def test_an_entry_shows_what_was_hashed(client, keeper):
    entry = LedgerEntry.objects.get(act="account.grant")
    text = text_of(client.get(reverse("kernel:ledger_entry", args=[entry.seq])))
    assert entry.hash in text and entry.prev in text and "pengelola" in text
    assert client.get(reverse("kernel:ledger_entry", args=[9999])).status_code == 404


def test_the_download_verifies_and_names_its_count(client, keeper):
    answer = client.get(reverse("kernel:ledger_export"))
    count, head = ledger.head()
    assert f"-{count}.jsonl" in answer.headers["Content-Disposition"]
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert chain.verify(lines, head) == (count, head)


def test_the_whole_trail_is_not_for_a_narrower_place(client):
    client.force_login(factories.account("ppk", "73.12.01"))
    assert client.get(reverse("kernel:ledger_export")).status_code == 403
    text = text_of(client.get(reverse("kernel:ledger")))
    assert "Unduh semua" not in text and "account.found" not in text
    assert "office:1" not in text


def test_a_visitor_is_asked_to_sign_in_and_comes_back(client):
    factories.office()
    answer = client.get(reverse("kernel:people"))
    assert answer.url == f"/akun/masuk/?next={reverse('kernel:people')}"
    account = factories.account("ketua")
    words = {"login": account.username, "password": factories.PASSWORD}
    assert client.post(answer.url, words).url == reverse("kernel:people")


@pytest.mark.parametrize("name", ["people", "matrix", "ledger", "settings", "own"])
def test_pages_ask_the_database_little(client, django_assert_max_num_queries, name):
    for number in range(1, 6):
        factories.account("ppk", f"73.12.0{number}")
    client.force_login(factories.account("sekretaris"))
    with django_assert_max_num_queries(20):
        assert client.get(reverse(f"kernel:{name}")).status_code == 200
