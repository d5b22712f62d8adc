"""One LHP of each kind for the walk over all addresses."""

from dataclasses import replace
from typing import Any

from jurdil.kernel.viewer import system_viewer
from jurdil.oversight import actions
from jurdil.oversight.models import Lhp
from tests.oversight import lhp_ground


def a_report(world: Any, kecamatan: str) -> dict[str, Any]:
    """An LHP at a kecamatan, by a supervisor of that place, with evidence."""
    known = Lhp.objects.filter(path=kecamatan, role="panwascam").first()
    if known is None:
        by = replace(system_viewer(kecamatan, world.house), role="panwascam")
        known = lhp_ground.alleged(by, kecamatan, checklist="", answers={})
        photo = lhp_ground.photo(f"{kecamatan}.jpg")
        by = system_viewer(kecamatan, world.house)
        actions.add_lhp_evidence(by=by, report_id=known.pk, photo=photo)
    return {"report_id": known.pk}


def some_evidence(world: Any, kecamatan: str) -> dict[str, Any]:
    """Evidence of that LHP."""
    found = a_report(world, kecamatan)
    row = Lhp.objects.get(pk=found["report_id"]).evidence.get()
    return {**found, "evidence_id": row.pk}
