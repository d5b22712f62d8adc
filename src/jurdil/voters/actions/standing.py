"""After the DPT: marks beside voters. Their number stands; the copy of the KPPS says what is known.

A mark needs evidence. It is withdrawn with a reason, never deleted.
"""

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.viewer import Viewer
from jurdil.voters import chaining, locking
from jurdil.voters.models import PemilihVersi, Tanda
from jurdil.voters.proposing import Evidence


@act("voters.mark")
def mark(*, by: Viewer, voter_id: int, kind: str, evidence: Evidence) -> Done[Tanda]:
    """Mark a voter of the DPT that stands over his village: died, moved, TNI, Polri and so on.

    Raises PemilihVersi.DoesNotExist outside the scope, `Refused` without evidence, where no DPT
    stands, for somebody who is not on it, and for a second mark.
    """
    person(by)
    version = PemilihVersi.objects.get(
        pemilih=voter_id, until_rev__isnull=True, village__within=by.path
    )
    standing = locking.final_over(version.village)
    if standing is None:
        raise Refused(_("Tidak ada DPT yang berlaku di desa ini. Usulkan perubahannya."))
    if not evidence.kind.strip():
        raise Refused(_("Sebutkan buktinya, misalnya surat keterangan kematian."))
    if kind not in Tanda.Kind.values:
        raise Refused(_("Pilih tanda yang tersedia."))
    row = chaining.on_final(standing, voter_id, version.village)
    if Tanda.objects.filter(
        revision__election=standing.election, pemilih=voter_id, withdrawn_at__isnull=True
    ).exists():
        raise Refused(_("Pemilih ini sudah bertanda. Batalkan dulu tanda yang keliru."))
    made = Tanda.objects.create(
        revision=standing,
        pemilih_id=voter_id,
        version=row,
        village=version.village,
        kind=kind,
        evidence=evidence.kind.strip()[:40],
        evidence_note=evidence.note.strip()[:200],
        file=evidence.file,
        marked_at=clock.now(),
        account=by.account_id,
        account_name=by.name,
    )
    facts = {"voter": voter_id, "kind": kind, "evidence": made.evidence, "file": made.file_id}
    return Done(made, f"tanda:{made.pk}", version.village, facts)


@act("voters.unmark")
def withdraw_mark(*, by: Viewer, mark_id: int, why: str) -> Done[Tanda]:
    """Withdraw a mark that was set by mistake. Raises `Refused` without a reason or twice."""
    person(by)
    rows = Tanda.objects.select_for_update(of=("self",)).filter(village__within=by.path)
    held = rows.get(pk=mark_id)
    if held.withdrawn_at is not None:
        raise Refused(_("Tanda ini sudah dibatalkan."))
    if not why.strip():
        raise Refused(_("Tulis mengapa tanda ini keliru."))
    held.withdrawn_at, held.withdrawn_name = clock.now(), by.name
    held.withdrawn_why = why.strip()[:200]
    held.save(update_fields=["withdrawn_at", "withdrawn_name", "withdrawn_why"])
    return Done(held, f"tanda:{held.pk}", held.village, {"voter": held.pemilih_id})
