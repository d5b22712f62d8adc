"""What the environment says: where data and keys live, which mode, which secrets.

Read once at start. In official mode a missing secret is refused with a sentence instead of
a default, because a default secret in an election is an open door.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

OFFICIAL, TRAINING = "resmi", "latihan"


class Misconfigured(SystemExit):
    """The environment forbids a start; the message is a whole sentence for the operator."""

    def __init__(self, sentence: str):
        super().__init__(f"jurdil: {sentence}")


@dataclass(frozen=True)
class Environment:
    mode: str
    home: Path
    keys: Path
    secret_key: str
    hosts: tuple[str, ...]
    database_url: str
    https: bool
    address: str
    cookies: str


def read_environment(env: os._Environ[str] | dict[str, str] | None = None) -> Environment:
    """Read ``JURDIL_*`` and ``DATABASE_URL``.

    Raises `Misconfigured` when official mode lacks a secret or keys would lie inside the data.
    """
    env = os.environ if env is None else env
    mode = env.get("JURDIL_MODE", TRAINING)
    if mode not in {OFFICIAL, TRAINING}:
        raise Misconfigured(f"JURDIL_MODE is '{mode}'; it must be '{TRAINING}' or '{OFFICIAL}'.")
    home = Path(env.get("JURDIL_HOME", "var")).absolute()
    keys = Path(env.get("JURDIL_KEYS", "keys")).absolute()
    if keys == home or home in keys.parents:
        raise Misconfigured(
            "JURDIL_KEYS lies inside JURDIL_HOME. Keys and data must be stolen separately: "
            "choose another folder for JURDIL_KEYS."
        )
    if mode == OFFICIAL:
        _require(env, "JURDIL_HOME", "JURDIL_KEYS", "JURDIL_HOSTS", "JURDIL_SECRET_KEY")
    hosts = tuple(h for h in env.get("JURDIL_HOSTS", "127.0.0.1,localhost").split(",") if h)
    fallback = f"https://{hosts[0]}" if mode == OFFICIAL else "http://127.0.0.1:8000"
    return Environment(
        mode=mode,
        home=home,
        keys=keys,
        secret_key=_secret_key(env, keys),
        hosts=hosts,
        address=env.get("JURDIL_ADDRESS", fallback).rstrip("/"),
        database_url=env.get("DATABASE_URL", f"sqlite:///{home / 'jurdil.sqlite3'}"),
        https=env.get("JURDIL_HTTPS", "1" if mode == OFFICIAL else "0") == "1",
        # Browsers do not keep ports apart: two houses on one address need different names.
        cookies=env.get("JURDIL_COOKIES", ""),
    )


def _require(env: os._Environ[str] | dict[str, str], *names: str) -> None:
    missing = [n for n in names if not env.get(n) and not env.get(f"{n}_FILE")]
    if missing:
        raise Misconfigured(
            f"official mode needs {', '.join(missing)}. Set it in the environment "
            "(see .env.example) and start again."
        )


def _secret_key(env: os._Environ[str] | dict[str, str], keys: Path) -> str:
    if path := env.get("JURDIL_SECRET_KEY_FILE"):
        return Path(path).read_text().strip()
    if key := env.get("JURDIL_SECRET_KEY"):
        return key
    return _training_key(keys / "session.key")


def _training_key(path: Path) -> str:
    """Training needs no ceremony: the session key is made once and kept with the other keys."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()
