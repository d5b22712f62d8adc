"""Loaded as a pytest plugin before Django: every worker gets its own data and keys."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_folder = Path(tempfile.mkdtemp(prefix="jurdil-test-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

os.environ["JURDIL_HOME"] = str(_folder / "home")
os.environ["JURDIL_KEYS"] = str(_folder / "keys")
os.environ["JURDIL_MODE"] = "latihan"
os.environ["JURDIL_SECRET_KEY"] = "only-for-tests"
os.environ["JURDIL_HOSTS"] = "testserver,127.0.0.1,localhost"
os.environ.pop("JURDIL_HTTPS", None)
if os.environ.get("JURDIL_TEST_ENGINE") == "postgresql":
    os.environ["DATABASE_URL"] = os.environ.get(
        "JURDIL_TEST_POSTGRESQL", "postgres://jurdil:jurdil@127.0.0.1:5432/jurdil"
    )
else:
    os.environ.pop("DATABASE_URL", None)


def shared_data() -> Path | None:
    """The folder of real public figures beside the checkout, if it is there."""
    folder = Path(os.environ.get("JURDIL_SHARED_DATA", ROOT.parent / "shared" / "data"))
    return folder if folder.is_dir() else None
