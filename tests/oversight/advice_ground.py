"""What tests of advice need: a statement as the other house would send it, and an advice."""

from datetime import datetime, timedelta
from uuid import uuid4

from jurdil.kernel import clock
from jurdil.oversight import advice_facts
from jurdil.oversight.actions.advice import NewAdvice

VILLAGE = "73.12.01.1001"
FACT = "Nama pemilih di papan pengumuman tidak lengkap."


def new(**changes) -> NewAdvice:
    """An advice of a PKD to the PPS of a village, by word, an hour ago."""
    values = {
        "path": VILLAGE,
        "to": "pps",
        "form": "lisan",
        "letter": "",
        "about": "daftar-pemilih",
        "about_day": None,
        "stage": "Pengumuman DPS",
        "rule": "PKPU 7/2022 Pasal 28",
        "fact": FACT,
        "request": "Lengkapi papan pengumuman.",
        "given_at": clock.now() - timedelta(hours=1),
        "until": None,
    }
    return NewAdvice(**{**values, **changes})


def payload(**changes) -> dict:
    """What Bawaslu's package says of such an advice."""
    given = clock.now() - timedelta(hours=1)
    said = advice_facts.Given(
        advice=uuid4(),
        election="pemilu-2024",
        regime="pemilu",
        path=VILLAGE,
        role="pkd",
        to="pps",
        form="lisan",
        letter="",
        stage="Pengumuman DPS",
        about="daftar-pemilih",
        about_day=None,
        rule="PKPU 7/2022 Pasal 28",
        fact=FACT,
        request="Lengkapi papan pengumuman.",
        given_at=given,
        ends_at=given + timedelta(days=3),
        set_by_hand=False,
    )
    return {**said.payload(), **changes}


def answer(key, **changes) -> dict:
    """What KPU's package says of an answer."""
    values = {
        "advice": str(key),
        "answer": "ditindaklanjuti",
        "text": "Papan sudah dilengkapi.",
        "role": "pps",
        "letter": "",
        "answered_at": clock.now().isoformat(),
    }
    return {**values, **changes}


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
