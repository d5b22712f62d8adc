"""Materials are made from the schedule in force; their days are never typed."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock, moments, windows
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import Window
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach import materials
from jurdil.outreach import store
from jurdil.outreach.models import Material, MaterialDate

MOST_STAGES = 8


@act("outreach.material")
def make_material(
    *, by: Viewer, election_id: int, form: str, title: str, body: str, stages: Iterable[str]
) -> Done[int]:
    """Make a poster, leaflet or post from windows of the schedule in force.

    Raises `Refused` for a stage without a date, and for a title or words that name a day which no
    chosen window begins or ends on.
    """
    election = store.election_for(by, election_id)
    if form not in materials.FORMS:
        raise Refused(_("Bentuk materi “%(form)s” tidak dikenal.") % {"form": form})
    if not title.strip():
        raise Refused(_("Isi judul materi."))
    rows = _windows(election_id, tuple(stages))
    _check_days(f"{title}\n{body}", rows, election.voting_day)
    version = windows.in_force(election_id)
    made = Material.objects.create(
        election=election,
        path=by.path,
        form=form,
        title=title.strip()[:120],
        body=body.strip()[:600],
        version=version.number if version else 0,
        account_name=by.name,
        made_at=clock.now(),
    )
    MaterialDate.objects.bulk_create(
        MaterialDate(
            material=made, stage=row.stage, name=row.name, opens=row.opens, closes=row.closes
        )
        for row in rows
    )
    facts = {"form": form, "version": made.version, "stages": [row.stage for row in rows]}
    return Done(made.pk, f"material:{made.pk}", made.path, facts)


@act("outreach.drop_material")
def drop_material(*, by: Viewer, material_id: int, reason: str) -> Done[int]:
    """Withdraw a material, with the reason; it stays on the list."""
    rows = Material.objects.select_for_update().filter(path__within=by.path, dropped_for="")
    found = rows.get(pk=material_id)
    if not reason.strip():
        raise Refused(_("Tulis alasannya."))
    found.dropped_for = reason.strip()[:200]
    found.save(update_fields=["dropped_for"])
    facts = {"reason": found.dropped_for}
    return Done(found.pk, f"material:{found.pk}", found.path, facts)


def _windows(election_id: int, stages: tuple[str, ...]) -> list[Window]:
    """The chosen windows in the order of the schedule, each with a date."""
    rows = list(windows.windows_of(election_id).filter(stage__in=stages))
    if not rows or len(rows) < len(set(stages)):
        raise Refused(_("Pilih paling sedikit satu tahapan dari jadwal yang berlaku."))
    if len(rows) > MOST_STAGES:
        raise Refused(_("Paling banyak %(n)s tahapan dalam satu materi.") % {"n": MOST_STAGES})
    bare = next((row for row in rows if row.opens is None and row.closes is None), None)
    if bare:
        raise Refused(
            _("Tahapan “%(stage)s” belum bertanggal dalam jadwal; tunggu penetapannya.")
            % {"stage": bare.name}
        )
    return rows


def _check_days(text: str, rows: list[Window], voting_day: date | None) -> None:
    zone = clock.zone()
    printed = [
        materials.Printed(
            row.name,
            moments.day_of(row.opens, zone) if row.opens else None,
            moments.day_of(row.closes, zone) if row.closes else None,
        )
        for row in rows
    ]
    wrong = materials.strangers(text, printed, voting_day)
    if wrong:
        known = "; ".join(f"{row.name}: {row.words}" for row in printed)
        raise Refused(
            _("“%(day)s” tidak cocok dengan jadwal tahapan yang dipilih (%(known)s).")
            % {"day": wrong[0], "known": known}
        )
