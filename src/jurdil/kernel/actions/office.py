"""The office itself: its founding, letterhead, training clock and holidays."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import Holiday, Office
from jurdil.kernel.viewer import Viewer

LETTERHEAD_FIELDS = ("name", "address", "phone", "website", "email", "city")


@act("office.found")
def found_office(
    *,
    by: Viewer,
    kind: str,
    mode: str,
    path: str,
    name: str,
    regency: str,
    province: str,
    zone: str,
    regions_edition: str,
    sample_data: bool = False,
) -> Done[Office]:
    """The first act of an installation: which office it is, and in which mode, for good.

    Raises `Refused` when the installation already has its office.
    """
    if Office.objects.exists():
        raise Refused(_("Pemasangan ini sudah milik %(name)s.") % {"name": Office.objects.get()})
    office = Office.objects.create(
        id=1,
        kind=kind,
        mode=mode,
        path=path,
        name=name,
        regency=regency,
        province=province,
        zone=zone,
        regions_edition=regions_edition,
        sample_data=sample_data,
    )
    facts = {"kind": kind, "mode": mode, "regions": regions_edition, "sample": sample_data}
    return Done(office, "office:1", path, facts)


@act("office.letterhead")
def set_letterhead(*, by: Viewer, letterhead: Mapping[str, str]) -> Done[Office]:
    """Fill in the letterhead printed on every paper (`LETTERHEAD_FIELDS`)."""
    office = Office.objects.select_for_update().get()
    office.letterhead = {name: letterhead.get(name, "").strip() for name in LETTERHEAD_FIELDS}
    office.save(update_fields=["letterhead"])
    return Done(office, "office:1", office.path, {"letterhead": dict(office.letterhead)})


@act("office.clock")
def set_training_clock(*, by: Viewer, legal: datetime | None) -> Done[Office]:
    """Set the legal clock of training mode to a moment, or back to real time (None).

    Raises `Refused` in official mode, where legal time is real time.
    """
    office = Office.objects.select_for_update().get()
    if office.mode != Office.Mode.TRAINING:
        raise Refused(_("Jam hanya dapat diatur dalam Mode Latihan."))
    office.legal_anchor = legal
    office.real_anchor = clock.real() if legal else None
    office.save(update_fields=["legal_anchor", "real_anchor"])
    clock.remember_office(office)
    return Done(office, "office:1", office.path, {"legal": legal.isoformat() if legal else ""})


@act("office.holiday")
def record_holiday(*, by: Viewer, day: date, kind: str, name: str, basis: str) -> Done[Holiday]:
    """Record joint leave, a regional holiday or a withdrawn one, with its legal basis.

    A day recorded before is corrected; the entry keeps what stood there.
    """
    before = Holiday.objects.filter(day=day).values("kind", "name", "basis").first()
    holiday, _created = Holiday.objects.update_or_create(
        day=day, defaults={"kind": kind, "name": name, "basis": basis}
    )
    facts: dict[str, object] = {"day": str(day), "kind": kind, "name": name, "basis": basis}
    if before is not None:
        facts["before"] = before
    return Done(holiday, f"holiday:{holiday.pk}", clock.office_path(), facts)
