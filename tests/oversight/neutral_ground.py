"""Cases of neutrality for tests, made through the acts; persons are invented."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from jurdil.kernel import clock
from jurdil.kernel.brought import Upload
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.oversight import actions
from jurdil.oversight.neutral_records import NewNeutral, NewProof, NewStep, Who

WITA = ZoneInfo("Asia/Makassar")
NAME, NUMBER = "Contoh Terlapor Rahasia", "990101198001012001"
URL = "https://contoh.invalid/terlapor-rahasia/1"
HAPPENED, KNOWN = date(2024, 1, 10), date(2024, 1, 12)
SHOT = Upload("tangkapan.png", b"\x89PNG contoh tangkapan", "image/png")
ROAD = (
    ("ke-sbt", {"reference": "SBT-001"}),
    ("sbt-lengkap", {}),
    ("terbukti", {"letter": "BA 001"}),
    ("ke-bkn", {"letter": "101/PM"}),
    ("ke-ppk", {"letter": "B-7"}),
    ("ppk-sanksi", {"letter": "SK 9", "sanction": "disiplin-berat"}),
    ("idis", {"reference": "IDIS-1"}),
)


def case(by: Viewer, path: str, *, name: str = NAME, number: str = NUMBER, **values: Any):
    """An act against neutrality."""
    election = Election.objects.order_by("-pk").exclude(voting_day=None).first()
    values = {
        "election_id": election.pk,
        "source": "temuan",
        "person": "asn",
        "employment": "pns",
        "post": "fungsional",
        "agency": "Dinas Contoh",
        "act": "unggah-suka",
        "part": "aktif",
        "medium": "facebook",
        "contest": "dprd-kab",
        "beneficiary": "Partai Contoh",
        "happened_on": min(HAPPENED, clock.today()),
        "known_on": min(KNOWN, clock.today()),
        "facts": "Membagikan ajakan memilih.",
        **values,
    }
    return actions.note_neutral(by=by, path=path, new=NewNeutral(**values), who=Who(name, number))


def proof(by: Viewer, neutral_id: int, **values: Any):
    """A capture of a post."""
    values = {
        "title": "Unggahan",
        "upload": SHOT,
        "url": URL,
        "captured_at": datetime(2024, 1, 12, 10, 4, tzinfo=WITA),
        **values,
    }
    return actions.add_proof(by=by, neutral_id=neutral_id, new=NewProof(**values))


def step(by: Viewer, neutral_id: int, name: str, on: date = KNOWN, **values: Any):
    """A step of the road."""
    return actions.step_neutral(by=by, neutral_id=neutral_id, new=NewStep(name, on, **values))


def walk(by: Viewer, neutral_id: int, until: str = "idis") -> None:
    """Take the road of an ASN up to a step."""
    for name, values in ROAD:
        step(by, neutral_id, name, **values)
        if name == until:
            return


def proven(by: Viewer, path: str):
    """A case that the plenary found proven, with evidence."""
    made = case(by, path)
    proof(by, made.pk)
    walk(by, made.pk, "terbukti")
    return made
