"""Taking in what an agency sent: the delivery is registered, its rows are judged and acted on."""

import base64
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.imports import StagedRow
from jurdil.kernel.models import ImportRow
from jurdil.kernel.viewer import Viewer
from jurdil.voters import proposing
from jurdil.voters.models import BarisKiriman, Kiriman, Kunjungan, PemilihVersi, Revisi, Usulan
from jurdil.voters.pdpb import quarters
from jurdil.voters.pdpb.judging import Outcome, Verdict, judged
from jurdil.voters.pdpb.matching import Matcher
from jurdil.voters.pdpb.placing import Placer
from jurdil.voters.people import Elements
from jurdil.voters.proposing import Evidence, Proposal
from jurdil.voters.sealing import open_elements


@dataclass(frozen=True)
class SealedRow:
    """A row as it is kept: its elements sealed under `token`."""

    number: int
    village: str
    token: UUID
    key_id: str
    sealed: bytes


@inner
def take_rows(by: Viewer, delivery: Kiriman, staged: Sequence[StagedRow]) -> Counter[str]:
    """Judge rows on the list as it stands now and do what follows; counts by outcome.

    They leave the stage. Raises `Refused` when somebody else took them meanwhile.
    """
    taken = delivery_stage(delivery).filter(number__lte=staged[-1].number).delete()[0]
    if taken != len(staged):
        raise Refused(_("Baris ini baru saja diambil pekerjaan lain. Ulangi."))
    delivery.waiting -= taken
    delivery.save(update_fields=["waiting"])
    return _taken(by, delivery, [_opened(row) for row in staged])


def delivery_stage(delivery: Kiriman) -> QuerySet[ImportRow]:
    """The confirmed rows of a delivery that are still to be taken, in the order of the file."""
    return ImportRow.objects.filter(batch=delivery.batch_id, take=True).order_by("number")


def _opened(row: StagedRow) -> tuple[SealedRow, Elements]:
    data, token = row.data, UUID(row.data["token"])
    sealed = base64.b64decode(data["sealed"])
    kept = SealedRow(row.number, data["village"], token, data["key"], sealed)
    return kept, Elements(**open_elements(data["key"], sealed, token))


def _taken(
    by: Viewer, delivery: Kiriman, rows: Iterable[tuple[SealedRow, Elements]]
) -> Counter[str]:
    matcher, placer = Matcher(delivery.path), Placer()
    on = quarters.age_day(delivery.revision)
    done: Counter[str] = Counter()
    for kept, elements in rows:
        found = matcher.find(elements, kept.village)
        verdict = judged(delivery.claim, elements, kept.village, found, on)
        row = BarisKiriman.objects.create(
            delivery=delivery,
            number=kept.number,
            village=kept.village or _village_of(verdict) or delivery.path,
            token=kept.token,
            key_id=kept.key_id,
            sealed=kept.sealed,
            nik_index=found.nik_index,
            match=found.match,
            pemilih=verdict.voter.pemilih if verdict.voter else None,
            outcome=verdict.outcome,
            why=verdict.why,
            proposal=_proposed(by, delivery, kept, elements, verdict, placer),
            earlier=verdict.earlier,
        )
        for voter in verdict.visits:
            ask_visit(delivery.revision, voter, verdict.visit_why, row=row)
        done[row.outcome] += 1
    return done


@inner
def ask_visit(
    revision: Revisi,
    voter: PemilihVersi,
    why: str,
    *,
    note: str = "",
    row: BarisKiriman | None = None,
) -> Kunjungan:
    """An open visit to a voter in a quarter; the one that is open already when there is one."""
    visit, _made = Kunjungan.objects.get_or_create(
        revision=revision,
        pemilih_id=voter.pemilih_id,
        result="",
        defaults={"village": voter.village, "why": why, "note": note[:200], "row": row},
    )
    return visit


def _proposed(
    by: Viewer,
    delivery: Kiriman,
    kept: SealedRow,
    elements: Elements,
    verdict: Verdict,
    placer: Placer,
) -> Usulan | None:
    if verdict.outcome != Outcome.PROPOSED:
        return None
    kind, voter = verdict.kind, verdict.voter
    code = delivery.claim.partition(":")[2]
    wanted = Proposal(
        kind=kind,
        source=Usulan.Source.AGENCY,
        village=voter.village if voter else kept.village,
        voter=voter,
        elements=verdict.elements,
        evidence=evidence_of(delivery),
        reference=f"kiriman:{delivery.pk}/{kept.number}",
    )
    if kind == Usulan.Kind.STRIKE:
        wanted = replace(wanted, tms=code)
    if kind == Usulan.Kind.NEW:
        tps = placer.tps_for(kept.village, elements)
        wanted = replace(wanted, entered=code, tps=tps)
    if kind == Usulan.Kind.MOVE:
        tps = placer.tps_for(kept.village, elements)
        wanted = replace(wanted, tps=tps or kept.village)
    return proposing.propose(by, delivery.revision.election, wanted)


def evidence_of(delivery: Kiriman) -> Evidence:
    """The agency's letter as the paper behind a proposal."""
    note = f"{delivery.letter}, {delivery.letter_day:%d-%m-%Y}"
    return Evidence("surat", note[:200], delivery.paper)


def _village_of(verdict: Verdict) -> str:
    return verdict.voter.village if verdict.voter else ""
