"""What a visit's result means: nothing to change, or a proposal with the evidence seen there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.viewer import Viewer
from jurdil.voters import proposing
from jurdil.voters.models import Kunjungan, PemilihVersi, Usulan
from jurdil.voters.proposing import Evidence, Proposal

Result = Kunjungan.Result
REMOVES: Mapping[str, str] = {
    Result.DIED: "meninggal",
    Result.MOVED: "pindah-keluar",
    Result.UNKNOWN: "tidak-dikenal",
    Result.UNIFORM_TNI: "tni",
    Result.UNIFORM_POLRI: "polri",
}
"""Results that propose a removal, with its code in the regime."""


@dataclass(frozen=True)
class Report:
    """What the officer found. `elements` are those to correct."""

    result: str
    visited_on: date
    finding: str = ""
    elements: Mapping[str, str] = field(default_factory=dict)
    evidence: Evidence = field(default_factory=Evidence)


@inner
def record(by: Viewer, visit: Kunjungan, report: Report) -> Kunjungan:
    """Write the result of a visit, and propose what follows from it.

    Raises `Refused` for a second result, a day ahead, or a removal without evidence.
    """
    if visit.result:
        raise Refused(_("Hasil kunjungan ini sudah dicatat oleh %s.") % visit.recorded_name)
    if report.result not in Result.values:
        raise Refused(_("Pilih hasil kunjungan."))
    if report.visited_on > clock.today():
        raise Refused(_("Tanggal kunjungan belum tiba."))
    if report.result == Result.UNKNOWN and not report.finding.strip():
        raise Refused(_("Tulis siapa yang ditanya, misalnya ketua RT."))
    visit.proposal = _proposed(by, visit, report)
    visit.result, visit.visited_on = report.result, report.visited_on
    visit.finding = report.finding.strip()[:300]
    visit.recorded_by, visit.recorded_name = by.account_id, by.name
    visit.recorded_at = clock.now()
    visit.save()
    return visit


def _proposed(by: Viewer, visit: Kunjungan, report: Report) -> Usulan | None:
    if report.result == Result.FOUND:
        return None
    version = PemilihVersi.objects.filter(
        pemilih=visit.pemilih_id, until_rev__isnull=True, village__within=by.path
    ).first()
    if version is None or version.status == PemilihVersi.Status.STRUCK:
        raise Refused(_("Pemilih ini sudah tidak aktif di daftar. Periksa riwayatnya."))
    wanted = Proposal(
        kind=Usulan.Kind.STRIKE if report.result in REMOVES else Usulan.Kind.CHANGE,
        source=Usulan.Source.VISIT,
        village=version.village,
        voter=version,
        elements=report.elements if report.result == Result.CORRECT else {},
        tms=REMOVES.get(report.result, ""),
        evidence=report.evidence,
        reference=f"kunjungan:{visit.pk}",
        note=report.finding.strip()[:300],
    )
    return proposing.propose(by, visit.revision.election, wanted)
