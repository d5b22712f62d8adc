"""The throttle counts visitors, not proxies, and never lets one more through than it says."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory, override_settings

from jurdil.kernel import throttle

pytestmark = pytest.mark.django_db
SPAN = 600


@pytest.fixture(autouse=True)
def empty():
    cache.clear()


def asked(times: int = 1, **meta: str) -> list[bool]:
    request = RequestFactory().post("/", **meta)
    return [throttle.allowed(request, "uji", 3, SPAN) for _turn in range(times)]


def test_so_many_are_let_through_and_no_more():
    assert asked(5) == [True] * 3 + [False] * 2
    assert asked(1, REMOTE_ADDR="10.0.0.9") == [True]


def test_a_refused_question_does_not_make_the_wait_longer(monkeypatch):
    kept = []
    asked(3)
    monkeypatch.setattr(cache, "set", lambda *given, **_more: kept.append(given))
    assert asked(2) == [False, False]
    assert kept == []


def test_the_span_is_the_one_asked_for(monkeypatch):
    """A cache that counts up writes the entry anew with its own span; slots keep theirs."""
    spans = []
    real = cache.add
    monkeypatch.setattr(
        cache, "add", lambda key, value, span: spans.append(span) or real(key, value, span)
    )
    asked(4)
    assert set(spans) == {SPAN}


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_behind_the_proxy_each_visitor_has_his_own_count():
    proxy = {"REMOTE_ADDR": "127.0.0.1"}
    assert asked(4, HTTP_X_FORWARDED_FOR="10.0.0.1", **proxy)[-1] is False
    assert asked(1, HTTP_X_FORWARDED_FOR="10.0.0.2", **proxy) == [True]


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_an_address_that_a_visitor_writes_himself_does_not_count():
    """Only what the proxy added last is believed."""
    proxy = {"REMOTE_ADDR": "127.0.0.1"}
    answers = [
        asked(1, HTTP_X_FORWARDED_FOR=f"10.9.9.{turn}, 10.0.0.1", **proxy)[0] for turn in range(5)
    ]
    assert answers == [True] * 3 + [False] * 2


def test_without_a_proxy_the_header_is_not_read():
    answers = [asked(1, HTTP_X_FORWARDED_FOR=f"10.9.9.{turn}")[0] for turn in range(5)]
    assert answers == [True] * 3 + [False] * 2
