"""The door: username and password, second factors sealed at rest, throttled, no sign-up."""

import json
import re

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.db import connection
from django.urls import NoReverseMatch, reverse

from jurdil.kernel import who
from jurdil.kernel.actions import accounts as acts
from jurdil.kernel.models import LedgerEntry
from tests import factories

LOGIN = "/akun/masuk/"
NEW = "kata-lain-2025-panjang"


def enter(client, account, password=factories.PASSWORD):
    return client.post(LOGIN, {"login": account.username, "password": password})


def inside(client) -> bool:
    return "_auth_user_id" in client.session


def code_for(secret: str) -> str:
    """What an authenticator app would show now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def with_totp(client, account) -> str:
    """Set up an authenticator app through the pages; returns its secret."""
    enter(client, account)
    asked = client.get("/akun/keamanan/aplikasi/")
    assert asked.url.startswith("/akun/pastikan/")
    page = client.post(asked.url, {"password": factories.PASSWORD}, follow=True)
    secret = re.search(r"<code>([A-Z2-7]{32})</code>", page.content.decode())[1]
    done = client.post("/akun/keamanan/aplikasi/", {"code": code_for(secret)})
    assert done.status_code == 302, done.content.decode()
    return secret


@pytest.mark.django_db
class TestPassword:
    def test_the_right_password_lets_in(self, client):
        someone = factories.account()
        answer = enter(client, someone)
        assert (answer.status_code, answer.url) == (302, "/")
        assert inside(client)

    def test_a_wrong_one_does_not_and_says_so_at_the_form(self, client):
        someone = factories.account()
        answer = enter(client, someone, "salah-sekali-1234")
        assert answer.status_code == 200 and not inside(client)
        text = answer.content.decode()
        assert "tidak cocok" in text and "<title>Galat: Masuk" in text

    def test_too_many_failures_are_throttled(self, client):
        someone = factories.account()
        for _attempt in range(5):
            enter(client, someone, "salah-sekali-1234")
        assert "Terlalu banyak percobaan" in enter(client, someone).content.decode()
        assert not inside(client)

    def test_a_closed_account_stays_outside(self, client):
        someone = factories.account()
        acts.set_active(by=factories.viewer("pengelola"), account_id=someone.pk, active=False)
        enter(client, someone)
        assert not inside(client)

    def test_closing_an_account_ends_its_session(self, client):
        someone = factories.account()
        enter(client, someone)
        acts.set_active(by=factories.viewer("pengelola"), account_id=someone.pk, active=False)
        assert client.get("/akun/saya/").status_code == 302

    def test_without_a_role_of_today_one_is_led_out_with_a_reason(self, client):
        someone = factories.account()
        grant = someone.grants.get()
        acts.end_grant(
            by=factories.viewer("pengelola"), grant_id=grant.pk, last_day=grant.valid_from
        )
        enter(client, someone)
        answer = client.get("/akun/saya/", follow=True)
        assert not inside(client)
        assert "tidak memegang peran yang berlaku hari ini" in answer.content.decode()

    def test_an_own_new_password_is_an_act_and_keeps_this_session(self, client):
        someone = factories.account()
        enter(client, someone)
        words = {"oldpassword": factories.PASSWORD, "password1": NEW, "password2": NEW}
        assert client.post("/akun/kata-sandi/", words).url == reverse("kernel:own")
        assert client.get("/akun/saya/").status_code == 200
        someone.refresh_from_db()
        assert someone.check_password(NEW)
        entry = LedgerEntry.objects.last()
        assert (entry.act, entry.actor, entry.payload) == ("account.own-password", someone.pk, "{}")

    def test_two_different_new_passwords_are_refused(self, client):
        someone = factories.account()
        enter(client, someone)
        words = {"oldpassword": factories.PASSWORD, "password1": NEW, "password2": f"{NEW}x"}
        answer = client.post("/akun/kata-sandi/", words)
        assert "Kedua kata sandi baru tidak sama" in answer.content.decode()

    def test_a_password_reset_by_the_keeper_ends_all_sessions(self, client):
        someone = factories.account()
        enter(client, someone)
        acts.reset_password(by=factories.viewer("pengelola"), account_id=someone.pk, password=NEW)
        assert client.get("/akun/saya/").status_code == 302

    def test_leaving_needs_a_post(self, client):
        enter(client, factories.account())
        client.get("/akun/keluar/")
        assert inside(client)
        client.post("/akun/keluar/")
        assert not inside(client)

    def test_the_next_page_is_never_on_another_host(self, client):
        someone = factories.account()
        words = {"login": someone.username, "password": factories.PASSWORD}
        answer = client.post(f"{LOGIN}?next=https://contoh.example/", words)
        assert answer.url == "/"

    @pytest.mark.parametrize("name", ["account_signup", "account_reset_password", "account_email"])
    def test_nobody_signs_up_or_resets_by_mail(self, name):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_the_secret_of_the_app_lies_sealed_and_the_factor_is_asked_for(fresh_database, client):
    someone = factories.account()
    secret = with_totp(client, someone)
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        stored = " ".join(str(row[0]) for row in cursor.fetchall())
    assert secret not in stored and "1:" in stored
    entry = LedgerEntry.objects.filter(act="account.own-factor").first()
    assert json.loads(entry.payload) == {"change": "added", "kind": "totp"}
    assert entry.actor == someone.pk

    client.post("/akun/keluar/")
    answer = enter(client, someone)
    assert answer.url.startswith("/akun/keamanan/masuk/") and not inside(client)
    refused = client.post(answer.url, {"code": "000000"})
    assert "Kode tidak cocok" in refused.content.decode() and not inside(client)


def test_a_recovery_code_lets_in_once_and_lies_sealed(fresh_database, client):
    someone = factories.account()
    with_totp(client, someone)
    page = client.get("/akun/keamanan/kode/", follow=True).content.decode()
    codes = re.findall(r"<code>(\d{8})</code>", page)
    assert len(codes) == 10
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        stored = " ".join(str(row[0]) for row in cursor.fetchall())
    assert not any(code in stored for code in codes)
    for expected in (True, False):
        client.post("/akun/keluar/")
        answer = enter(client, someone)
        client.post(answer.url, {"code": codes[0]})
        assert inside(client) is expected


def test_the_keeper_removes_the_factors_of_a_lost_phone(fresh_database, client):
    someone = factories.account()
    with_totp(client, someone)
    removed = acts.remove_second_factors(by=factories.viewer("pengelola"), account_id=someone.pk)
    assert removed == 2
    client.post("/akun/keluar/")
    enter(client, someone)
    assert inside(client)
    entry = LedgerEntry.objects.last()
    assert json.loads(entry.payload) == {"removed": ["recovery_codes", "totp"]}


@pytest.mark.django_db
class TestRoles:
    def test_one_role_at_a_time_and_only_one_s_own(self, client):
        someone = factories.account("sekretaris")
        second = acts.grant_role(
            by=factories.viewer("pengelola"),
            account_id=someone.pk,
            role="pengelola",
            path="73.12",
            valid_from="2024-01-01",
        )
        client.force_login(someone)
        assert client.get("/akun/saya/").wsgi_request.viewer.role == "pengelola"
        first = someone.grants.exclude(pk=second.pk).get()
        client.post(reverse("web:peran"), {"peran": first.pk})
        assert client.get("/akun/saya/").wsgi_request.viewer.role == "sekretaris"
        foreign = factories.account("ketua").grants.get()
        assert client.post(reverse("web:peran"), {"peran": foreign.pk}).status_code == 403

    def test_a_stolen_session_key_gives_no_foreign_role(self, client):
        someone = factories.account("operator")
        foreign = factories.account("ketua").grants.get()
        client.force_login(someone)
        session = client.session
        session[who.GRANT_KEY] = foreign.pk
        session.save()
        assert client.get("/akun/saya/").wsgi_request.viewer.role == "operator"

    def test_the_own_page_speaks_english(self, client):
        client.force_login(factories.account("operator"))
        client.cookies["bahasa"] = "en"
        text = client.get("/akun/saya/").content.decode()
        assert "My account" in text and "Akun saya" not in text


@pytest.mark.django_db
def test_the_security_policy_allows_no_inline_script(client):
    answer = client.get(LOGIN)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe-inline" not in policy
    scripts = re.findall(r"<script(?![^>]*src=)([^>]*)>", answer.content.decode())
    assert all('type="application/json"' in attributes for attributes in scripts)
