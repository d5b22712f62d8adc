"""What a voting day left for the quarter: visits with the reason each one has, DPK as proposals.

A mark in the DPT and a notice that came back say of a voter why to go there; somebody on a DPK who
is on nobody's list is proposed as a new voter, with the row of the KPPS as evidence.
"""

from collections.abc import Mapping

from django.db.models import QuerySet

from jurdil.kernel.acts import inner
from jurdil.kernel.viewer import Viewer
from jurdil.voters import proposing
from jurdil.voters.models import (
    DpkOrang,
    Kunjungan,
    PemberitahuanSisa,
    PemilihVersi,
    Revisi,
    Tanda,
    Usulan,
)
from jurdil.voters.pdpb import checks, taking
from jurdil.voters.proposing import Evidence, Proposal
from jurdil.voters.sealing import open_elements

Why = Kunjungan.Why
_MARKS: Mapping[str, str] = {
    Tanda.Kind.DIED: Why.DEATH,
    Tanda.Kind.MOVED: Why.MOVED,
    Tanda.Kind.TNI: Why.UNIFORM,
    Tanda.Kind.POLRI: Why.UNIFORM,
    Tanda.Kind.DOUBLE: Why.DOUBLE,
}
_NOTICES: Mapping[str, str] = {"meninggal": Why.DEATH, "pindah": Why.MOVED}
PREFIX = "dpk:"


def unvisited(held: Revisi, rows: QuerySet[PemilihVersi]) -> QuerySet[PemilihVersi]:
    """Voters among `rows` whom a voting day left and whom this quarter does not visit yet."""
    known = Kunjungan.objects.filter(revision=held).values("pemilih")
    return checks.found(checks.VOTING, rows, held).exclude(pemilih__in=known)


def counts(held: Revisi) -> tuple[int, int]:
    """How many voters and how many people of a DPK a voting day left for a quarter."""
    rows = PemilihVersi.objects.filter(
        until_rev__isnull=True, status=PemilihVersi.Status.ACTIVE, village__within=held.path
    )
    return unvisited(held, rows).count(), unknown_dpk(held.path).count()


@inner
def ask_visits(held: Revisi, rows: QuerySet[PemilihVersi]) -> None:
    """Ask for a visit to each of the voters that the check of voting day finds, with its reason."""
    found = list(rows[: checks.MOST])
    reasons = _reasons([row.pemilih_id for row in found])
    for version in found:
        why, note = reasons.get(version.pemilih_id, (str(Why.OTHER), ""))
        taking.ask_visit(held, version, why, note=note)


@inner
def propose_dpk(by: Viewer, held: Revisi) -> int:
    """Propose everybody on a DPK whom no list has and who was not proposed yet; returns how many.

    Why each is new was not recorded; who decides, asks.
    """
    people = list(unknown_dpk(held.path)[: checks.MOST])
    for row in people:
        known = open_elements(row.key_id, bytes(row.sealed), row.token)
        tps = row.path.partition("/")[2]
        wanted = Proposal(
            kind=Usulan.Kind.NEW,
            source=Usulan.Source.DESK,
            village=row.path.partition("/")[0],
            elements={name: value for name, value in known.items() if value},
            evidence=Evidence("DPK", f"TPS {tps}, baris {row.number}"),
            reference=f"{PREFIX}{row.pk}",
        )
        proposing.propose(by, held.election, wanted)
    return len(people)


def unknown_dpk(path: str) -> QuerySet[DpkOrang]:
    """People on a DPK of a place who are on no list now and were never proposed from it."""
    asked = Usulan.objects.filter(reference__startswith=PREFIX).values_list("reference", flat=True)
    done = [int(reference.removeprefix(PREFIX)) for reference in asked]
    listed = PemilihVersi.objects.filter(
        until_rev__isnull=True, status=PemilihVersi.Status.ACTIVE, nik_index__gt=""
    )
    rows = DpkOrang.objects.filter(pemilih__isnull=True, path__within=path).exclude(pk__in=done)
    return rows.exclude(nik_index__in=listed.values("nik_index")).order_by("path", "number")


def _reasons(voters: list[int]) -> dict[int, tuple[str, str]]:
    """By voter why to visit and what is known; a mark says more than a notice."""
    found: dict[int, tuple[str, str]] = {}
    for back in PemberitahuanSisa.objects.filter(pemilih__in=voters).order_by("pk"):
        why = _NOTICES.get(back.reason, str(Why.OTHER))
        said = f"C.Pemberitahuan kembali, {back.reason}"
        found[back.pemilih_id] = (why, f"{said}: {back.note}" if back.note else said)
    marks = Tanda.objects.filter(pemilih__in=voters, withdrawn_at__isnull=True)
    for mark in marks.order_by("pk"):
        note = f"Tanda dalam DPT, {mark.kind}: {mark.evidence} {mark.evidence_note}".strip()
        found[mark.pemilih_id] = (_MARKS.get(mark.kind, str(Why.OTHER)), note[:200])
    return found
