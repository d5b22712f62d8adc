"""Where the demo lives: its own folders, which are emptied at every build and hold nothing else.

Two houses, each with its own data, keys and ledger: KPU's, and Bawaslu's beside it.
"""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from jurdil.kernel.roles import BAWASLU, KPU

MARK = ".jurdil-demo"
SIBLING = f"-{BAWASLU}"


def prepare(house: str = KPU) -> None:
    """Point the environment at the demo's folders and empty them. Before Django starts.

    Without `JURDIL_HOME` KPU's demo lives in ``var/demo`` with its keys in ``keys/demo``, and
    Bawaslu's in ``var/demo-bawaslu`` with ``keys/demo-bawaslu``; a folder that some other office
    uses is refused.
    """
    tail = SIBLING if house == BAWASLU else ""
    home = Path(os.environ.setdefault("JURDIL_HOME", f"var/demo{tail}"))
    keys = Path(os.environ.setdefault("JURDIL_KEYS", f"keys/demo{tail}"))
    os.environ["JURDIL_MODE"] = "latihan"
    os.environ.pop("DATABASE_URL", None)
    for folder in (home, keys):
        _empty(folder)


def beside(environment: Mapping[str, str], port: int) -> dict[str, str]:
    """The environment of Bawaslu's house beside KPU's, which is served at `port`.

    Browsers keep cookies by address and not by port, so the second house names its own.
    """
    home = environment.get("JURDIL_HOME", "var/demo")
    keys = environment.get("JURDIL_KEYS", "keys/demo")
    return {
        **environment,
        "JURDIL_MODE": "latihan",
        "JURDIL_HOME": f"{home}{SIBLING}",
        "JURDIL_KEYS": f"{keys}{SIBLING}",
        "JURDIL_ADDRESS": f"http://127.0.0.1:{port}",
        "JURDIL_COOKIES": "bawaslu_",
    }


def _empty(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise SystemExit(
            f"jurdil demo: {folder} holds something else than a demo. Choose another "
            "JURDIL_HOME and JURDIL_KEYS, or none."
        )
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    (folder / MARK).touch()
