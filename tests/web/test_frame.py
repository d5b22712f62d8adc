"""The frame around every page: who sees which links, switches, labels, and pages for failures."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation

from jurdil.kernel import who
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Account
from jurdil.kernel.viewer import Viewer
from jurdil.web import nav, views
from tests import factories
from tests.writes import setting_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def client_of():
    """A client logged in as a new account of a role."""

    def make(role="kasubbag", path=factories.REGENCY, **grant) -> Client:
        client = Client()
        client.account = factories.account(role, path, **grant)
        client.force_login(client.account, "django.contrib.auth.backends.ModelBackend")
        return client

    return make


def page(client, url="/gaya/", **more) -> str:
    return client.get(url, **more).content.decode()


def shown(role: str, path: str = "/") -> dict[str, list[str]]:
    request = RequestFactory().get(path)
    viewer = Viewer(role=role, path="73.12", house="kpu")
    return {g.code: [str(link.label) for link in g.links] for g in nav.groups(request, viewer)}


@pytest.fixture
def links():
    """Three links of an imagined room, taken out again afterwards."""
    added = (
        nav.NavLink(nav.OVERSIGHT, 2, "Jejak", "web:live", right="ledger.view"),
        nav.NavLink(nav.OVERSIGHT, 1, "Terbuka", "web:version", badge=lambda viewer: 7, bar=1),
        nav.NavLink(nav.PORTAL, 1, "Hasil", "web:menu"),
    )
    nav.register(*added)
    yield added
    for link in added:
        nav.unregister(link.url_name)


def test_a_link_is_shown_to_those_who_have_its_right(links):
    assert {"Terbuka", "Jejak"} <= set(shown("operator")[nav.OVERSIGHT])
    assert shown("publik")[nav.OVERSIGHT] == ["Terbuka"]


def test_a_group_of_one_has_no_heading(links):
    request = RequestFactory().get("/")
    viewer = Viewer(role="publik", path="73.12", house="kpu")
    group = next(g for g in nav.groups(request, viewer) if g.code == nav.OVERSIGHT)
    assert group.heading == ""
    assert group.links[0].badge == 7


def test_the_overseer_s_own_work_stands_above_what_he_watches(links):
    viewer = Viewer(role="bw-ketua", path="73.12", house="bawaslu", name="", account_id=1)
    request = RequestFactory().get("/")
    request.viewer = viewer
    codes = [group.code for group in nav.groups(request, viewer)]
    assert codes[:2] == [nav.MY_WORK, nav.OVERSIGHT]


def test_the_portal_s_links_stay_in_the_portal(links):
    assert nav.PORTAL not in shown("operator")
    request = RequestFactory().get("/")
    found = nav.portal(request, Viewer(role="publik", path="73.12", house="kpu"))
    assert [link.label for link in found if link.url == "/menu/"] == ["Hasil"]


def test_the_current_link_is_the_closest_one_above_the_page(links):
    request = RequestFactory().get(reverse("web:version") + "/rincian")
    viewer = Viewer(role="operator", path="73.12", house="kpu")
    marks = {link.url: link.current for g in nav.groups(request, viewer) for link in g.links}
    assert marks[reverse("web:version")] == "true"
    assert marks[reverse("web:live")] == ""


def test_a_link_cannot_be_registered_twice_or_into_no_group(links):
    with pytest.raises(ValueError, match="already"):
        nav.register(links[0])
    with pytest.raises(ValueError, match="no navigation group"):
        nav.register(nav.NavLink("lain", 1, "x", "web:gaya"))


def test_the_bottom_bar_never_holds_more_than_four(client_of):
    request = RequestFactory().get("/")
    added = [
        nav.NavLink(nav.OVERSIGHT, n, f"L{n}", name, bar=n)
        for n, name in enumerate(("web:live", "web:ready", "web:version", "web:gaya"))
    ]
    nav.register(*added)
    try:
        viewer = Viewer(role="operator", path="73.12", house="kpu")
        assert len(nav.bar(request, viewer)) == 3
    finally:
        for link in added:
            nav.unregister(link.url_name)


def test_the_head_names_office_person_role_and_training(client_of):
    html = page(client_of("operator"))
    for words in ("KPU Kabupaten Contoh", "Contoh operator", "Mode Latihan", "Data contoh"):
        assert words in html


def test_every_page_speaks_english_to_who_chose_it(client_of):
    client = client_of()
    answer = client.post("/bahasa/", {"bahasa": "en", "next": "/gaya/"})
    assert answer.headers["Location"] == "/gaya/"
    html = page(client)
    assert '<html lang="en"' in html
    assert "Training mode" in html
    assert Account.objects.get(pk=client.account.pk).language == "en"


def test_a_new_device_speaks_the_account_s_language(client_of):
    client = client_of()
    client.post("/bahasa/", {"bahasa": "en"})
    client.cookies.pop("bahasa")
    answer = client.get("/gaya/")
    assert '<html lang="en"' in answer.content.decode()
    assert answer.headers["Content-Language"] == "en"


def test_the_browser_s_wish_does_not_change_the_language(client_of):
    assert '<html lang="id"' in page(client_of(), headers={"accept-language": "en"})


def test_the_theme_is_kept_with_the_account(client_of):
    client = client_of()
    client.post("/tema/", {"tema": "dark"})
    client.cookies.pop("tema")
    assert 'data-theme="dark"' in page(client)
    client.post("/tema/", {"tema": "auto"})
    assert "data-theme" not in page(client).partition("<head>")[0]
    assert client.post("/tema/", {"tema": "merah"}).cookies.get("tema") is None


@pytest.mark.parametrize(
    "target", ["https://lain.example/", "//lain.example", "javascript:alert(1)", ""]
)
def test_a_switch_never_leads_to_another_host(client_of, target):
    answer = client_of().post("/bahasa/", {"bahasa": "en", "next": target})
    assert answer.headers["Location"] == "/"


def test_a_switch_changes_nothing_by_a_link(client_of):
    for url in ("/bahasa/", "/tema/", "/pilih-pemilihan/", "/pilih-peran/"):
        answer = client_of().get(url)
        assert answer.status_code == 405
        assert "tidak menerima permintaan" in answer.content.decode()
        assert answer.headers["Allow"] == "POST"


def test_the_election_switch_filters_and_offers_only_running_ones(client_of):
    client = client_of()
    running = factories.election("pemilu-2024", name="Pemilu 2024")
    with setting_up():
        factories.election("pemilu-2019", name="Pemilu 2019", state="selesai")
    html = page(client)
    assert "Semua pemilihan" in html
    assert "Pemilu 2019" not in html
    client.post("/pilih-pemilihan/", {"pemilihan": running.pk})
    assert client.session[who.ELECTION_KEY] == running.pk
    client.post("/pilih-pemilihan/", {"pemilihan": "999"})
    assert client.session[who.ELECTION_KEY] is None


def test_a_person_changes_only_between_own_roles(client_of):
    client, other = client_of("operator"), client_of("ketua")
    foreign = other.account.grants.get().pk
    assert client.post("/pilih-peran/", {"peran": foreign}).status_code == 403
    own = client.account.grants.get().pk
    assert client.post("/pilih-peran/", {"peran": own}).status_code == 302
    assert client.session[who.GRANT_KEY] == own


def test_a_visitor_is_offered_to_sign_in():
    factories.office()
    html = page(Client())
    assert reverse("account_login") in html
    assert reverse("account_logout") not in html


def test_the_menu_page_holds_the_same_links_as_the_column(client_of):
    html = page(client_of("kasubbag"), "/menu/")
    for label in (label for group in shown("kasubbag").values() for label in group):
        assert html.count(f"<span>{label.replace('&', '&amp;')}</span>") >= 2


def test_a_page_that_does_not_exist_says_what_to_do(client_of):
    answer = client_of().get("/tidak-ada/")
    assert answer.status_code == 404
    html = answer.content.decode()
    assert "Halaman tidak ditemukan" in html
    assert "mulai lagi dari Beranda" in html
    assert "Kode 404" in html


def request_of(client):
    """A request as the middleware leaves it."""
    return client.get("/gaya/").wsgi_request


def test_each_failure_has_its_page_in_both_languages(client_of):
    request = request_of(client_of())
    pages = (
        (views.bad_request(request), 400, "cannot be read"),
        (views.forbidden(request, PermissionDenied("Peran Anda tidak cukup.")), 403, "Peran Anda"),
        (views.not_allowed(request), 405, "does not accept"),
        (views.csrf_failure(request), 403, "expired"),
        (views.server_error(request), 500, "made an error"),
    )
    with translation.override("en"):
        again = [
            view(request).content.decode()
            for view in (views.bad_request, views.not_allowed, views.csrf_failure)
        ]
        assert "made an error" in views.server_error(request).content.decode()
    for answer, status, _words in pages:
        assert answer.status_code == status
    assert "cannot be read" in again[0]
    assert "does not accept" in again[1]
    assert "expired" in again[2]
    assert "Peran Anda tidak cukup." in pages[1][0].content.decode()


def test_a_failure_of_everything_still_has_a_page():
    """The last page asks neither the request nor the database for anything."""
    answer = views.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "tidak ada yang disimpan" in answer.content.decode()


def test_a_form_without_its_token_is_refused_with_advice(client_of):
    factories.office()
    answer = Client(enforce_csrf_checks=True).post("/bahasa/", {"bahasa": "en"})
    assert answer.status_code == 403
    assert "Formulir ini sudah kedaluwarsa" in answer.content.decode()


def test_before_the_office_is_founded_every_page_says_how_to_found_it():
    answer = Client().get("/gaya/")
    assert answer.status_code == 503
    assert "jurdil init" in answer.content.decode()


def test_a_refused_act_is_a_page_with_its_reason(client_of, monkeypatch):
    def refuse(request):
        raise Refused("Jam hanya dapat diatur dalam Mode Latihan.")

    monkeypatch.setattr("jurdil.web.sample.parts", refuse)
    answer = client_of().get("/gaya/")
    assert answer.status_code == 409
    assert "Jam hanya dapat diatur" in answer.content.decode()


def test_the_process_answers_without_an_office_and_says_when_it_cannot_work():
    client = Client()
    assert client.get("/healthz/live").content == b"ok\n"
    answer = client.get("/healthz/ready")
    assert answer.status_code == 503
    assert answer.json()["checks"]["office"] is False
    factories.office()
    assert client.get("/version").json()["name"] == "Jurdil"


def test_pages_forbid_foreign_and_inline_content(client_of):
    policy = client_of().get("/gaya/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_htmx_is_sent_only_to_pages_that_ask_for_it(client_of):
    assert "htmx" not in page(client_of())
