"""Risks, flags, AGHT and prevention for tests, made through the acts."""

from datetime import date, timedelta
from typing import Any

from jurdil.kernel import clock
from jurdil.kernel.brought import Upload
from jurdil.kernel.viewer import Viewer
from jurdil.oversight import actions

PDF = Upload("bukti.pdf", b"%PDF-1.4 contoh", "application/pdf")


def event(by: Viewer, path: str, indicator: int = 32, **values: Any):
    """An event of the index."""
    values = {
        "happened_on": clock.today() - timedelta(days=1),
        "source": "Berita acara PSU",
        "narrative": "Contoh kejadian",
        "severity": "desa",
        **values,
    }
    return actions.note_event(by=by, indicator=indicator, path=path, **values)


def flag(by: Viewer, election_id: int, path: str, *signs: str, **values: Any):
    """Flags of a TPS."""
    values = {"evidence": "Contoh bukti", "edition": "tps-2024-02", **values}
    return actions.flag_tps(
        by=by, election_id=election_id, path=path, signs=list(signs or ("dptb",)), **values
    )


def aght(by: Viewer, path: str, upload: Upload | None = None, **values: Any):
    """A note of the register."""
    values = {
        "kind": "gangguan",
        "theme": "a",
        "title": "Contoh gangguan",
        "facts": "Contoh fakta",
        "actors": "warga",
        "observed_at": clock.now() - timedelta(hours=1),
        "source": "pengawas",
        "reliability": "B",
        "credibility": "2",
        "likelihood": 3,
        "impact": 2,
        **values,
    }
    return actions.note_aght(by=by, values=values, path=path, upload=upload)


def prevention(by: Viewer, path: str, **values: Any):
    """A prevention act of today."""
    today: date = clock.today()
    values = {
        "form": "naskah-dinas",
        "kind": "imbauan",
        "purpose": "Contoh tujuan",
        "target": "Contoh sasaran",
        "held_from": today,
        "held_until": today,
        **values,
    }
    return actions.plan_prevention(by=by, values=values, path=path)


def complaint(by: Viewer, path: str, **values: Any):
    """A complaint at the post."""
    values = {
        "category": "tidak-tercatat",
        "people": 3,
        "facts": "Contoh aduan",
        "told_on": clock.today(),
        **values,
    }
    return actions.note_post(by=by, path=path, **values)
