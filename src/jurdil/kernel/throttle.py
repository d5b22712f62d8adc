"""How often one visitor may ask, counted in the cache that all processes share."""

import hashlib

from django.core.cache import cache
from django.http import HttpRequest


def allowed(request: HttpRequest, what: str, times: int, seconds: int) -> bool:
    """Count one more request of this visitor for `what`; False once `times` in `seconds` are over.

    The visitor's address is kept as a digest, for as long as it counts.
    """
    address = request.META.get("REMOTE_ADDR", "")
    key = f"throttle:{what}:{hashlib.sha256(address.encode()).hexdigest()[:24]}"
    cache.add(key, 0, seconds)
    try:
        return bool(cache.incr(key) <= times)
    except ValueError:
        # The entry ran out between the two calls: a new span begins.
        cache.set(key, 1, seconds)
        return True
