"""The envelope of a package: what comes out is what was signed, or nothing."""

import hashlib
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from jurdil.kernel.chain import canonical
from jurdil.kernel.exchange import addresses, cards, codec

SIGNING, SEALING = Ed25519PrivateKey.generate(), X25519PrivateKey.generate()
PUBLIC = SIGNING.public_key().public_bytes_raw()
TO = SEALING.public_key().public_bytes_raw()
texts = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=40)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
payloads = st.dictionaries(texts, values, max_size=5)
contents = st.lists(st.binary(max_size=200), max_size=4)


def described(files):
    return [
        {"name": "a", "media_type": "b", "sha256": hashlib.sha256(f).hexdigest(), "size": len(f)}
        for f in files
    ]


def made(payload, files=()):
    said = {"payload": payload, "files": described(files)}
    return codec.make_body(said, list(files), SIGNING)


def sealed(body):
    return codec.seal(body, to="kpu:73.12", key_name="KUNCI", key=TO)


PACKAGE = sealed(made({"note": "halo"}, [b"berkas"]))


@given(payloads, contents)
@settings(max_examples=60, deadline=None)
def test_what_was_sealed_comes_out_whole(payload, files):
    package = sealed(made(payload, files))
    body = codec.unseal(package, SEALING)
    codec.verify(body, PUBLIC)
    assert body.said["payload"] == payload
    assert list(body.files) == files
    assert codec.joined(body) == made(payload, files)
    assert codec.read_header(package) == {"to": "kpu:73.12", "key": "KUNCI"}


@given(st.integers(0, len(PACKAGE) - 1), st.integers(1, 255))
@settings(max_examples=300, deadline=None)
def test_any_changed_byte_is_refused(at, change):
    changed = bytearray(PACKAGE)
    changed[at] ^= change
    with pytest.raises((codec.NoPackage, codec.Changed)):
        codec.unseal(bytes(changed), SEALING)


@given(st.integers(0, len(PACKAGE) - 1))
@settings(max_examples=100, deadline=None)
def test_a_package_that_breaks_off_or_goes_on_is_refused(length):
    for broken in (PACKAGE[:length], PACKAGE + PACKAGE[:length] + b"x"):
        with pytest.raises((codec.NoPackage, codec.Changed)):
            codec.unseal(broken, SEALING)


@given(st.integers(0, 10_000), st.integers(1, 255))
@settings(max_examples=200, deadline=None)
def test_any_changed_byte_of_the_opened_body_is_refused(at, change):
    """The receiver's own key cannot forge: the signature holds the statement and the files."""
    body = bytearray(made({"note": "halo"}, [b"berkas"]))
    body[at % len(body)] ^= change
    with pytest.raises((codec.NoPackage, codec.Changed)):
        codec.verify(codec.read_body(bytes(body)), PUBLIC)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_bytes_of_chance_are_no_package(raw):
    for data in (raw, codec.MAGIC + raw):
        with pytest.raises((codec.NoPackage, codec.Changed)):
            codec.unseal(data, SEALING)


def test_another_key_does_not_open_it_and_a_lost_stick_shows_the_receiver_only():
    package = sealed(made({"note": "RAHASIA-9"}, [b"LAMPIRAN-9"]))
    with pytest.raises(codec.Changed):
        codec.unseal(package, X25519PrivateKey.generate())
    assert b"RAHASIA-9" not in package and b"LAMPIRAN-9" not in package
    assert b"kpu:73.12" in package


def test_the_header_is_bound_to_what_is_sealed():
    forged = PACKAGE.replace(b"kpu:73.12", b"kpu:73.13")
    with pytest.raises(codec.Changed):
        codec.unseal(forged, SEALING)


@pytest.mark.parametrize(
    "text",
    [
        '{"b":1,"a":2}',
        '{"a": 1}',
        '{"a":1,"a":1}',
        '{"a":1.5}',
        '{"a":NaN}',
        '{"a":"\\u0000"}',
        '{"a":"\\ud800"}',
        "[1]",
        "[" * 100_000,
        '{"a":' + "9" * 5000 + "}",
        "",
    ],
)
def test_only_canonical_objects_are_read(text):
    with pytest.raises(codec.NoPackage):
        codec.read_json(text.encode())


def test_a_statement_has_a_size():
    with pytest.raises(codec.NoPackage):
        made({"note": "x" * codec.MOST_STATEMENT})
    with pytest.raises(codec.NoPackage):
        codec.make_body({"files": described([b""] * 21)}, [b""] * 21, SIGNING)


def test_a_package_has_a_size():
    with pytest.raises(codec.NoPackage):
        codec.read_header(codec.MAGIC + bytes(codec.MOST_BYTES))


def test_a_file_that_is_described_larger_than_it_is_is_refused():
    raw = canonical({"files": [{**described([b"abc"])[0], "size": 10**12}]}).encode()
    body = len(raw).to_bytes(4) + raw + SIGNING.sign(b"x" + raw) + b"abc"
    with pytest.raises(codec.NoPackage):
        codec.read_body(body)


CARD = cards.Card("bawaslu", "73.12", "Bawaslu Contoh", "https://a.b", PUBLIC.hex(), TO.hex())


def test_a_card_comes_back_from_its_text_however_it_is_broken_into_lines():
    text = cards.written(CARD)
    assert cards.read("\n".join(text[at : at + 60] for at in range(0, len(text), 60))) == CARD


@given(st.integers(0, 1000), st.characters(min_codepoint=33, max_codepoint=126))
@settings(max_examples=200, deadline=None)
def test_a_changed_card_has_another_fingerprint_or_none(at, sign):
    text = cards.written(CARD)
    at %= len(text)
    changed = text[:at] + sign + text[at + 1 :]
    try:
        card = cards.read(changed)
    except cards.NoCard:
        return
    assert card == CARD or card.fingerprint != CARD.fingerprint or _same_keys(card)


def _same_keys(card):
    """Name and address are not bound: a house may move."""
    return (card.office, card.signing, card.sealing) == (CARD.office, CARD.signing, CARD.sealing)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "partai"},
        {"path": "73.12; drop"},
        {"path": ""},
        {"name": "  "},
        {"signing": "00"},
        {"sealing": "x" * 64},
        {"address": "file:///etc/passwd"},
        {"address": "https://a:b@c"},
        {"address": 7},
        {"more": "x"},
    ],
)
def test_a_card_of_another_shape_is_refused(change):
    from dataclasses import asdict

    raw = json.dumps({**asdict(CARD), **change}, sort_keys=True, separators=(",", ":"))
    import base64

    text = cards.PREFIX + base64.urlsafe_b64encode(raw.encode()).decode()
    with pytest.raises(cards.NoCard):
        cards.read(text)


def test_a_fingerprint_is_typed_with_blanks_dashes_and_small_letters():
    printed = cards.in_groups(CARD.fingerprint)
    assert len(CARD.fingerprint) == 32 and printed.count(" ") == 7
    assert cards.typed(printed.lower().replace(" ", "-")) == CARD.fingerprint
    assert cards.typed("0O1I") == "OOII"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ftp://a",
        "https://",
        "https://a@b",
        "https://a/?x",
        "https://a#b",
        "https://a\\b",
        "https://a:99999",
        "https://a b",
        "//a",
        "https://ä",
    ],
)
def test_only_plain_addresses_are_recorded(text):
    with pytest.raises(addresses.BadAddress):
        addresses.checked(text)


def test_an_address_is_kept_without_its_last_slash():
    assert addresses.checked(" https://jurdil.contoh:8443/rumah/ ") == (
        "https://jurdil.contoh:8443/rumah"
    )


@pytest.mark.parametrize(
    ("peer", "official", "training"),
    [
        ("203.0.113.7", True, True),
        ("10.1.2.3", True, True),
        ("127.0.0.1", False, True),
        ("::1", False, True),
        ("::ffff:127.0.0.1", False, True),
        ("169.254.169.254", False, False),
        ("::ffff:169.254.169.254", False, False),
        ("fe80::1%eth0", False, False),
        ("0.0.0.0", False, False),
        ("224.0.0.1", False, False),
    ],
)
def test_what_a_house_may_call(peer, official, training):
    assert addresses.is_safe(peer, training=False) is official
    assert addresses.is_safe(peer, training=True) is training
