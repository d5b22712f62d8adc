"""How often one visitor may ask, counted in the cache that all processes share."""

import hashlib

from allauth.core.internal.httpkit import get_client_ip
from django.core.cache import cache
from django.http import HttpRequest


def allowed(request: HttpRequest, what: str, times: int, seconds: int) -> bool:
    """Take one of the visitor's places for `what`; False while all `times` are taken.

    Each question holds a place for `seconds`. Taking one is a single step of the cache, so that
    two questions at once never share it, and a refused question makes nobody wait longer. Behind
    our proxy the visitor is who the proxy says; the address is kept as a digest.
    """
    address = get_client_ip(request) or ""
    visitor = hashlib.sha256(address.encode()).hexdigest()[:24]
    return place_for(what, visitor, times, seconds)


def place_for(what: str, subject: str, times: int, seconds: int) -> bool:
    """As `allowed`, counted over all visitors for what is asked about; `subject` names nobody."""
    return any(
        cache.add(f"throttle:{what}:{subject}:{place}", True, seconds) for place in range(times)
    )
