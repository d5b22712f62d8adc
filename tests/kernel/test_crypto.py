"""Keys live apart; what they seal opens only with them, in its own place, unchanged."""

import stat

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from jurdil.kernel import crypto


@pytest.fixture
def own_keys(settings, tmp_path):
    settings.JURDIL_KEYS = tmp_path / "keys"
    crypto.make_keys()
    return settings.JURDIL_KEYS


@given(st.binary(max_size=200))
def test_sealing_and_opening_give_the_same_bytes(plain):
    key_id, sealed = crypto.encrypt(plain, "voter:1")
    assert crypto.decrypt(key_id, sealed, "voter:1") == plain
    assert len(plain) < 8 or plain not in sealed


def test_the_same_value_is_sealed_differently_each_time():
    assert crypto.encrypt(b"9912", "a:1") != crypto.encrypt(b"9912", "a:1")


def test_sealed_bytes_do_not_open_for_another_record_or_when_changed():
    key_id, sealed = crypto.encrypt(b"9912010101010001", "voter:1")
    with pytest.raises(crypto.Unreadable):
        crypto.decrypt(key_id, sealed, "voter:2")
    with pytest.raises(crypto.Unreadable):
        crypto.decrypt(key_id, sealed[:-1] + bytes([sealed[-1] ^ 1]), "voter:1")


def test_a_new_key_writes_and_the_old_one_still_reads(own_keys):
    key_id, sealed = crypto.encrypt(b"lama", "a:1")
    (own_keys / "field-2.key").write_bytes(bytes(32))
    newer, resealed = crypto.encrypt(b"baru", "a:1")
    assert (key_id, newer) == ("1", "2")
    assert crypto.decrypt(key_id, sealed, "a:1") == b"lama"
    assert crypto.decrypt(newer, resealed, "a:1") == b"baru"


def test_a_lost_key_is_named(own_keys):
    key_id, sealed = crypto.encrypt(b"x", "a:1")
    (own_keys / "field-1.key").unlink()
    with pytest.raises(crypto.KeyMissing, match=r"field-1\.key"):
        crypto.decrypt(key_id, sealed, "a:1")
    with pytest.raises(crypto.KeyMissing, match="jurdil init"):
        crypto.encrypt(b"x", "a:1")


def test_existing_keys_are_never_made_again(own_keys):
    before = {file.name: file.read_bytes() for file in own_keys.iterdir()}
    crypto.make_keys()
    assert {file.name: file.read_bytes() for file in own_keys.iterdir()} == before


def test_only_the_owner_reads_the_keys(own_keys):
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in own_keys.iterdir())


def test_keys_and_data_live_apart():
    assert settings.JURDIL_HOME not in [settings.JURDIL_KEYS, *settings.JURDIL_KEYS.parents]


def test_a_blind_index_is_stable_per_purpose_and_useless_without_the_key(own_keys):
    first = crypto.blind_index("9912010101010001", "nik")
    assert first == crypto.blind_index("9912010101010001", "nik")
    assert first != crypto.blind_index("9912010101010001", "nkk")
    (own_keys / "index-1.key").write_bytes(bytes(32))
    assert first != crypto.blind_index("9912010101010001", "nik")


def test_a_commitment_depends_on_its_salt():
    assert crypto.commitment("Nama", b"a") != crypto.commitment("Nama", b"b")


def test_a_signature_of_the_office_verifies(own_keys):
    key = crypto.signing_key()
    key.public_key().verify(key.sign(b"paket"), b"paket")
    (own_keys / "signing.key").unlink()
    with pytest.raises(crypto.KeyMissing, match=r"signing\.key"):
        crypto.signing_key()
