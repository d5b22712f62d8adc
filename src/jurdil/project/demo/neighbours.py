"""The demo's two houses get to know each other, as two offices do: by card and fingerprint."""

import subprocess
import sys
from collections.abc import Mapping

from jurdil.kernel import clock
from jurdil.kernel.actions import partners
from jurdil.kernel.exchange import cards, keys
from jurdil.kernel.viewer import system_viewer

LETTER = "001/KERJASAMA/2024, 8 Januari 2024"


def introduce(environment: Mapping[str, str]) -> None:
    """Introduce this house and the one of `environment` to each other; both have their office."""
    theirs = cards.read(_neighbour(environment, "card"))
    office = clock.office()
    if office is None:
        raise LookupError("this house has no office")
    by = system_viewer(office.path, office.kind)
    key = partners.introduce(by=by, card_text=cards.written(theirs))
    partners.confirm(by=by, key_id=key.pk, fingerprint=theirs.fingerprint, letter=LETTER)
    ours = keys.newest().card
    proof = ("--fingerprint", ours.fingerprint, "--letter", LETTER)
    _neighbour(environment, "introduce", "-", *proof, card=cards.written(ours))


def _neighbour(environment: Mapping[str, str], *arguments: str, card: str = "") -> str:
    command = [sys.executable, "-m", "jurdil.cli", "exchange", *arguments]
    done = subprocess.run(
        command, env=dict(environment), input=card, capture_output=True, text=True, check=True
    )
    return done.stdout
