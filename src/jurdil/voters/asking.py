"""From what a form says to a proposal: the voter as seen now, and the evidence kept sealed."""

from collections.abc import Mapping
from typing import Any

from jurdil.kernel.files import keep
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import PemilihVersi, Usulan
from jurdil.voters.proposing import Evidence, Proposal


def wanted(
    by: Viewer, voter_id: int, kind: str, given: Mapping[str, Any], elements: Mapping[str, str]
) -> Proposal:
    """What a form asks for a voter, with its evidence kept. PemilihVersi.DoesNotExist elsewhere."""
    version = PemilihVersi.objects.get(
        pemilih=voter_id, until_rev__isnull=True, village__within=by.path
    )
    return Proposal(
        kind=kind,
        source=Usulan.Source.DESK,
        village=version.village,
        voter=version,
        elements=elements,
        tps=given.get("tps", ""),
        tms=given.get("tms", ""),
        evidence=evidence(given, version.village),
    )


def wanted_new(by: Viewer, given: Mapping[str, Any], elements: Mapping[str, str]) -> Proposal:
    """What a form asks for a new voter, with its evidence kept."""
    village = given["village"]
    return Proposal(
        kind=Usulan.Kind.NEW,
        source=Usulan.Source.DESK,
        village=village,
        elements=elements,
        entered=given.get("entered", ""),
        evidence=evidence(given, village),
    )


def evidence(given: Mapping[str, Any], village: str) -> Evidence:
    file = given.get("file")
    stored = file and keep(
        file.content,
        name=file.name,
        media_type=file.media_type,
        level=StoredFile.Level.PERSONAL,
        path=village,
    )
    return Evidence(given["evidence"].strip(), given["evidence_note"].strip(), stored or None)
