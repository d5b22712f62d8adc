"""Where the demo lives: its own folders, which are emptied at every build and hold nothing else."""

import os
import shutil
from pathlib import Path

MARK = ".jurdil-demo"


def prepare() -> None:
    """Point the environment at the demo's folders and empty them. Before Django starts.

    Without `JURDIL_HOME` the demo lives in ``var/demo`` with its keys in ``keys/demo``; a folder
    that some other office uses is refused.
    """
    home = Path(os.environ.setdefault("JURDIL_HOME", "var/demo"))
    keys = Path(os.environ.setdefault("JURDIL_KEYS", "keys/demo"))
    os.environ["JURDIL_MODE"] = "latihan"
    os.environ.pop("DATABASE_URL", None)
    for folder in (home, keys):
        _empty(folder)


def _empty(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise SystemExit(
            f"jurdil demo: {folder} holds something else than a demo. Choose another "
            "JURDIL_HOME and JURDIL_KEYS, or none."
        )
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    (folder / MARK).touch()
