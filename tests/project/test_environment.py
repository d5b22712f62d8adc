"""Official mode has no default secrets, and keys never lie inside the data."""

import pytest

from jurdil.project.environment import Misconfigured, read_environment

OFFICIAL = {
    "JURDIL_MODE": "resmi",
    "JURDIL_HOME": "/srv/data",
    "JURDIL_KEYS": "/etc/keys",
    "JURDIL_HOSTS": "kpu.example.id",
    "JURDIL_SECRET_KEY": "x" * 50,
}


def test_official_mode_starts_with_everything_set():
    read = read_environment(OFFICIAL)
    assert (read.mode, read.hosts, read.https) == ("resmi", ("kpu.example.id",), True)


@pytest.mark.parametrize(
    "name", ["JURDIL_HOME", "JURDIL_KEYS", "JURDIL_HOSTS", "JURDIL_SECRET_KEY"]
)
def test_official_mode_refuses_to_start_without(name):
    without = {key: value for key, value in OFFICIAL.items() if key != name}
    with pytest.raises(Misconfigured, match=rf"official mode needs {name}\. Set it"):
        read_environment(without)


def test_a_secret_may_stand_in_a_file(tmp_path):
    (tmp_path / "secret").write_text("s" * 50 + "\n")
    without = {key: value for key, value in OFFICIAL.items() if key != "JURDIL_SECRET_KEY"}
    read = read_environment({**without, "JURDIL_SECRET_KEY_FILE": str(tmp_path / "secret")})
    assert read.secret_key == "s" * 50


@pytest.mark.parametrize("keys", ["/srv/data", "/srv/data/keys", "/srv/data/a/b"])
def test_keys_never_lie_inside_the_data(keys):
    with pytest.raises(Misconfigured, match="JURDIL_KEYS lies inside JURDIL_HOME"):
        read_environment({**OFFICIAL, "JURDIL_KEYS": keys})


def test_a_mistyped_mode_is_not_taken_for_training():
    with pytest.raises(Misconfigured, match="JURDIL_MODE is 'official'"):
        read_environment({**OFFICIAL, "JURDIL_MODE": "official"})


def test_training_makes_its_session_key_once_and_closes_it_to_others(tmp_path):
    place = {"JURDIL_HOME": str(tmp_path / "home"), "JURDIL_KEYS": str(tmp_path / "keys")}
    first = read_environment(place).secret_key
    assert read_environment(place).secret_key == first
    assert len(first) >= 50
    assert (tmp_path / "keys" / "session.key").stat().st_mode & 0o077 == 0
