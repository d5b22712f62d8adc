"""Whether this house can work: asked before it serves, and by `/healthz/ready` while it does."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from jurdil.kernel import crypto, guards
from jurdil.kernel.models import Office


def ready() -> dict[str, bool]:
    """Each condition by name and whether it holds now; cheap enough to be asked every minute."""
    return {name: _holds(check) for name, (check, _sentence) in _CONDITIONS.items()}


def problems() -> list[str]:
    """What forbids a start, each a sentence that says what to do; empty when all is well."""
    found = []
    for check, sentence in _CONDITIONS.values():
        if not _holds(check):
            found.append(sentence)
            break  # what follows depends on it
    return found


def _holds(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (DatabaseError, OSError, crypto.KeyMissing):
        return False


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def _migrations() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _guards() -> bool:
    return not guards.missing()


def _keys() -> bool:
    crypto.signing_key()
    return bool(crypto.encrypt(b"", "health"))


def _office() -> bool:
    return Office.objects.exists()


def _mode() -> bool:
    office = Office.objects.first()
    return office is None or office.mode == settings.JURDIL_MODE


def _writable() -> bool:
    probe = Path(settings.JURDIL_HOME) / ".writable"
    probe.write_bytes(b"")
    probe.unlink(missing_ok=True)
    return True


_CONDITIONS: dict[str, tuple[Callable[[], bool], str]] = {
    "database": (
        _database,
        "The database does not answer. Check DATABASE_URL, or that JURDIL_HOME can be written.",
    ),
    "migrations": (
        _migrations,
        "The database is not of this release. Run 'jurdil manage migrate', then start again.",
    ),
    "guards": (
        _guards,
        "Triggers that keep the ledger append-only are missing. Run 'jurdil manage migrate', "
        "which installs them again, and verify the ledger before you go on.",
    ),
    "office": (_office, "There is no office yet. Run 'jurdil init --regency CODE' first."),
    "mode": (
        _mode,
        "JURDIL_MODE differs from the mode in which this office was founded, which is for good.",
    ),
    "keys": (
        _keys,
        "A key is missing in JURDIL_KEYS. Put the office's keys back; new ones open nothing old.",
    ),
    "files": (_writable, "JURDIL_HOME cannot be written. Check the folder's owner and free space."),
}
