"""Passkeys in a real browser under the real security policy: add one, sign in with it alone."""

import pytest
from django.contrib.auth import get_user_model

from tests import factories
from tests.browser import chromium, violations  # noqa: F401  (a fixture)
from tests.served import serving

pytestmark = pytest.mark.browser
POLICY = "Content Security Policy"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(chromium, fresh_database):  # noqa: F811
    factories.office()
    with serving() as address:
        context = chromium.new_context(base_url=address.replace("127.0.0.1", "localhost"))
        page = context.new_page()
        page.refused = []
        page.on("console", lambda m: POLICY in m.text and page.refused.append(m.text))
        yield page
        context.close()


def with_a_key_in_the_device(page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


def sign_in(page, username: str) -> None:
    page.goto("/akun/masuk/")
    page.fill("#id_login", username)
    page.fill("#id_password", factories.PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()


def test_a_passkey_is_added_and_signs_in_without_a_password(page):
    someone = factories.account("ketua")
    with_a_key_in_the_device(page)
    sign_in(page, someone.username)
    page.goto("/akun/keamanan/kunci/baru/")
    page.fill("#id_password", factories.PASSWORD)
    page.get_by_role("button", name="Lanjutkan").click()
    page.fill("#id_name", "Ponsel kantor")
    page.get_by_label("Dapat masuk dengan kunci ini saja").check()
    assert violations(page) == []
    page.get_by_role("button", name="Tambah kunci").click()
    page.wait_for_url("**/keamanan/kode/")
    page.goto("/akun/keamanan/kunci/")
    assert page.get_by_role("row", name="Ponsel kantor").is_visible()
    page.goto("/akun/keluar/")
    page.get_by_role("main").get_by_role("button", name="Keluar").click()
    page.goto("/akun/masuk/")
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    page.wait_for_url(lambda url: "/akun/masuk/" not in url)
    page.goto("/akun/saya/")
    assert page.get_by_role("heading", name="Akun saya").is_visible()
    assert page.refused == []


def test_a_wrong_password_moves_the_focus_to_what_went_wrong(page):
    someone = factories.account("ketua")
    page.goto("/akun/masuk/")
    page.fill("#id_login", someone.username)
    page.fill("#id_password", "salah-sekali-1234")
    page.get_by_role("button", name="Masuk", exact=True).click()
    assert page.get_by_role("alert").inner_text().startswith("Ada yang perlu diperbaiki")
    assert page.evaluate("document.activeElement.id") == "galat"
    assert violations(page) == []
    assert not get_user_model().objects.get(pk=someone.pk).last_login
