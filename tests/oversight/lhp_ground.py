"""Supervision reports for tests: people of the chain, and reports made through the acts."""

import io
from datetime import timedelta
from uuid import uuid4

from PIL import Image

from jurdil.kernel import clock, photos
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.who import viewer_for
from jurdil.law.oversight.checklists import Answer
from jurdil.oversight import actions
from jurdil.oversight.lhp_facts import KIND, Report, Witness
from tests import factories
from tests.voters.coklit_ground import event

MARK = "SAKSI RAHASIA"
STORY = "Pemungutan suara berjalan lancar; satu antrean panjang."


def person(role: str, path: str) -> Viewer:
    """Somebody with an account and one role."""
    made = factories.account(role, path)
    return viewer_for(made.grants.get(), factories.office())


def report(path: str, **values) -> Report:
    """A report that ended before now, whatever the hour."""
    now = clock.now()
    known = {
        "path": path,
        "begins_at": now - timedelta(hours=2),
        "ends_at": now - timedelta(hours=1),
        "story": STORY,
        "checklist": "pungut@1",
        "answers": {"buka": Answer("ya", "07.20"), "braille": Answer("ya")},
        "order_number": "012/ST/2024",
    }
    return Report(**{**known, **values})


def submitted(by: Viewer, path: str = "", people: int = 0, **values):
    """A report that was submitted at the office."""
    witnesses = [Witness("warga", f"{MARK} {at}", "0800") for at in range(people)]
    wanted = report(path or by.path, **values)
    return actions.submit_lhp(by=by, report=wanted, witnesses=witnesses)


def alleged(by: Viewer, path: str = "", **values):
    """A report that alleges a violation."""
    wanted = {"violation": True, "event": "Ajakan memilih di dalam TPS.", **values}
    return submitted(by, path, **wanted)


def photo(name: str = "bukti.jpg"):
    """A small photo that was looked into."""
    out = io.BytesIO()
    Image.effect_noise((60, 40), 80).convert("RGB").save(out, "JPEG")
    return photos.examine(out.getvalue(), name)


def from_phone(path: str, subject=None, base: int = 0, **values):
    """The event of a phone."""
    now = clock.real()
    known = {
        "tempat": path,
        "mulai": (now - timedelta(hours=1)).isoformat(),
        "selesai": now.isoformat(),
        "bentuk": "langsung",
        "daftar": "pungut@1",
        "jawaban": {"buka": ["ya", "07.20"]},
        "uraian": STORY,
        "saksi": [],
    }
    return event(KIND, subject or uuid4(), base, **{**known, **values})
