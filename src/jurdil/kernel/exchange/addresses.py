"""Addresses of other houses: what may be called, and what never."""

import ipaddress
from urllib.parse import urlsplit

_MOST = 200


class BadAddress(ValueError):
    """The text is no address of a house."""


def checked(text: str) -> str:
    """An address as it is recorded: scheme, host, port, path without a slash at the end.

    Raises BadAddress for anything with a name and password, a question or a fragment in it.
    """
    plain = text.strip()
    try:
        parts = urlsplit(plain)
        port = parts.port
    except ValueError as error:
        raise BadAddress("the address cannot be read") from error
    allowed = parts.scheme in ("http", "https") and bool(parts.hostname)
    more = parts.username is not None or parts.password is not None or parts.query or parts.fragment
    printable = plain.isascii() and plain.isprintable() and " " not in plain and "\\" not in plain
    if not allowed or more or not printable or len(plain) > _MOST or port == 0:
        raise BadAddress("the address is none of a house")
    return plain.rstrip("/")


def is_safe(peer: str, *, training: bool) -> bool:
    """Whether a house may call this machine: in official mode neither itself nor what no office is.

    `peer` is the address that the connection has reached, so that no name server can lie.
    """
    found = ipaddress.ip_address(peer.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    if found.is_link_local or found.is_multicast or found.is_unspecified:
        return False
    return training or not found.is_loopback
