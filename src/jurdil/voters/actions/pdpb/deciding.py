"""Accepting at once the proposals that share one evidence paper."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from jurdil.kernel import chain
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.viewer import Viewer
from jurdil.voters import changing, proposing
from jurdil.voters.models import Usulan

MOST = 500


@act("voters.pdpb_together")
def accept_together(*, by: Viewer, proposals: Sequence[int], note: str = "") -> Done[int]:
    """Carry out proposals that rest on one paper, each a row of the ledger's payload.

    All or none. Raises `Refused` when they rest on several papers, when one was proposed by the
    person who decides a removal, or changed meanwhile.
    """
    person(by)
    rows = list(
        Usulan.objects.select_for_update(of=["self"])
        .filter(pk__in=proposals, village__within=by.path, state=Usulan.State.OPEN)
        .order_by("village", "pk")
    )
    if not rows:
        raise Refused(_("Pilih paling sedikit satu usulan yang masih menunggu."))
    if len(rows) > MOST:
        raise Refused(_("Paling banyak %s usulan sekaligus.") % MOST)
    if len({_paper_of(row) for row in rows}) > 1:
        raise Refused(_("Usulan ini tidak bersandar pada satu bukti. Putuskan satu per satu."))
    under_way: dict[str, changing.Change] = {}
    for row in sorted(rows, key=_elsewhere_last):
        if proposing.stays_in_village(row) and row.village not in under_way:
            source = f"bukti:{chain.sha256('|'.join(_paper_of(row)))[:12]}"
            under_way[row.village] = changing.begin(by, row.village, source=source, reason=note)
        proposing.accept(by, row, note, change=under_way.get(row.village))
    facts = [{"proposal": row.pk, "kind": row.kind, "voter": row.pemilih_id} for row in rows]
    return Done(len(rows), f"usulan:{rows[0].pk}", _common(rows), {"rows": facts})


def _elsewhere_last(row: Usulan) -> tuple[bool, str, int]:
    """Moves to another village begin changes of their own, so they come after all others."""
    return not proposing.stays_in_village(row), row.village, row.pk


def _paper_of(row: Usulan) -> tuple[str, str, str]:
    """What a proposal rests on: kind of paper, its number, its file."""
    return row.evidence, row.evidence_note, row.file_id or ""


def _common(rows: Sequence[Usulan]) -> str:
    """The narrowest place that holds all villages."""
    shared = rows[0].village.split(".")
    for row in rows[1:]:
        parts = row.village.split(".")
        while parts[: len(shared)] != shared:
            shared.pop()
    return ".".join(shared)
