"""Vulnerable TPS: flag with evidence, clear with a reason."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.brought import Upload
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import tps_risk
from jurdil.oversight import keeping
from jurdil.oversight.models import TpsFlag
from jurdil.places import queries as places


@act("oversight.tps_flag")
def flag_tps(
    *,
    by: Viewer,
    election_id: int,
    edition: str,
    path: str,
    signs: list[str],
    evidence: str,
    count: int | None = None,
    source: str = "",
    upload: Upload | None = None,
) -> Done[tuple[TpsFlag, ...]]:
    """Flag a TPS with indicators that rest on the same evidence; what it carries already stays.

    Raises `Refused` for no or unknown indicators or without evidence, ObjectDoesNotExist for a TPS
    out of sight.
    """
    listed = tps_risk.edition(edition)
    if not signs or set(signs) - set(listed.signs):
        raise Refused(_("Pilih paling sedikit satu indikator dari daftar."))
    places.tps(by, election_id, path)
    proof = keeping.wanted(evidence, _("Tulis bukti: apa yang dilihat, dokumen, atau kejadian."))
    open_rows = TpsFlag.objects.filter(
        election_id=election_id, edition=edition, path=path, cleared_at=None
    )
    known = set(open_rows.values_list("sign", flat=True))
    fresh = [sign for sign in listed.signs if sign in signs and sign not in known]
    if not fresh:
        raise Refused(_("TPS ini sudah memuat semua indikator yang dipilih."))
    shared = keeping.record(by, path, upload)
    made = tuple(
        TpsFlag.objects.create(
            election_id=election_id,
            edition=edition,
            path=path,
            sign=sign,
            evidence=proof,
            count=count,
            source=source,
            **shared,
        )
        for sign in fresh
    )
    return Done(made, f"tps_flag:{made[0].pk}", path, {"edition": edition, "signs": fresh})


@act("oversight.tps_clear")
def clear_flag(*, by: Viewer, flag_id: int, reason: str) -> Done[TpsFlag]:
    """End a flag with a reason. Raises `Refused` without one or when it has ended already."""
    found: TpsFlag = keeping.seen(by, TpsFlag.objects.select_for_update(), flag_id)
    if found.cleared_at is not None:
        raise Refused(_("Tanda ini sudah dicabut."))
    found.cleared_for = keeping.wanted(reason, _("Tulis alasan mencabut tanda ini."))
    found.cleared_at, found.cleared_name = clock.now(), by.name
    found.save(update_fields=["cleared_at", "cleared_name", "cleared_for"])
    return Done(found, f"tps_flag:{found.pk}", found.path, {"sign": found.sign})
