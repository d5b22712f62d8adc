"""The programme of the stages, and how often each village is to be reached."""

from django.utils.translation import gettext as _

from jurdil.kernel import windows
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach import codes
from jurdil.outreach import store
from jurdil.outreach.models import CoverTarget, Programme

MOST_PER_VILLAGE = 50


@act("outreach.programme")
def keep_programme(
    *,
    by: Viewer,
    election_id: int,
    title: str,
    wanted: int,
    stage: str = "",
    base: str = "",
    people: int | None = None,
    budget: int | None = None,
    money: str = "",
    programme_id: int | None = None,
) -> Done[int]:
    """Add a line to the programme of a stage, or change one.

    Raises `Refused` without a title, for no activity wanted, or a stage that the schedule lacks.
    """
    election = store.election_for(by, election_id)
    if not title.strip() or wanted < 1:
        raise Refused(_("Isi nama program dan banyaknya kegiatan, paling sedikit satu."))
    if stage and not windows.windows_of(election_id).filter(stage=stage).exists():
        raise Refused(_("Tahapan itu tidak ada dalam jadwal pemilihan yang dipilih."))
    _check_base(election.regime, base)
    values = {
        "election": election,
        "stage": stage,
        "title": title.strip()[:160],
        "base": base,
        "wanted": wanted,
        "people": people,
        "budget": budget,
        "money": money.strip()[:60],
    }
    line = _line(by, programme_id) if programme_id else Programme(path=by.path)
    for name, value in values.items():
        setattr(line, name, value)
    line.save()
    facts = {"stage": stage, "base": base, "wanted": wanted}
    return Done(line.pk, f"programme:{line.pk}", line.path, facts)


@act("outreach.drop_programme")
def drop_programme(*, by: Viewer, programme_id: int, reason: str) -> Done[int]:
    """Strike a line of the programme, with the reason; its activities stay."""
    line = _line(by, programme_id)
    if not reason.strip():
        raise Refused(_("Tulis alasannya."))
    line.dropped_for = reason.strip()[:200]
    line.save(update_fields=["dropped_for"])
    facts = {"reason": line.dropped_for}
    return Done(line.pk, f"programme:{line.pk}", line.path, facts)


@act("outreach.target")
def set_target(*, by: Viewer, election_id: int, base: str, per_village: int) -> Done[int]:
    """Say how many activities each village is to have for a base; 0 takes the base out of sight."""
    election = store.election_for(by, election_id)
    if not base:
        raise Refused(_("Pilih basisnya."))
    _check_base(election.regime, base)
    if not 0 <= per_village <= MOST_PER_VILLAGE:
        raise Refused(
            _("Sasaran %(n)s kegiatan per desa di luar 0 sampai %(most)s.")
            % {"n": per_village, "most": MOST_PER_VILLAGE}
        )
    row, _new = CoverTarget.objects.update_or_create(
        election=election, path=by.path, base=base, defaults={"per_village": per_village}
    )
    facts = {"base": base, "per_village": per_village}
    return Done(row.pk, f"target:{row.pk}", row.path, facts)


def _check_base(regime: str, base: str) -> None:
    if base and base not in {one.code for one in codes.bases(regime)}:
        raise Refused(_("Basis “%(code)s” tidak dikenal.") % {"code": base})


def _line(by: Viewer, programme_id: int) -> Programme:
    rows = Programme.objects.select_for_update().filter(path__within=by.path, dropped_for="")
    return rows.get(pk=programme_id)
