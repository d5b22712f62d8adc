"""`jurdil init`: from an empty folder to an office with its regions, keys and elections."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.management import call_command

from jurdil.kernel import crypto
from jurdil.kernel.actions import office as office_actions
from jurdil.kernel.roles import KPU
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.law.regime import regime_codes
from jurdil.law.zones import zone_of
from jurdil.places import actions as places
from jurdil.places import catalogue
from jurdil.stages import actions as stages

ROUTINE = "rutin"
IANA = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
"""The office keeps the name of its zone in the zone database."""


class Unfit(Exception):
    """What was asked for does not exist; the message names what does."""


@dataclass(frozen=True)
class Founded:
    """What `init` set up, for its last words."""

    name: str
    kecamatan: int
    villages: int
    elections: tuple[str, ...]

    def summary(self) -> str:
        return (
            f"{self.name}: {self.kecamatan} kecamatan, {self.villages} desa/kelurahan; "
            f"{', '.join(self.elections)}."
        )


def found(
    *,
    regency: str,
    office: str = KPU,
    regime: str | None = None,
    sample_data: bool = False,
    legal: datetime | None = None,
) -> Founded:
    """Set up the office of a regency in an empty installation.

    `legal` starts the training clock before the elections are opened (the demo lives in 2024).
    Raises `Unfit` for an unknown regency or regime, `acts.Refused` when there is an office.
    """
    names = _names(regency)
    regimes = _regimes(regime)
    call_command("migrate", verbosity=0)
    crypto.make_keys()
    by = system_viewer(regency, office)
    founded = office_actions.found_office(
        by=by,
        kind=office,
        mode=settings.JURDIL_MODE,
        path=regency,
        name=_office_name(office, names.regency),
        regency=names.regency,
        province=names.province,
        zone=IANA[zone_of(regency).name],
        regions_edition=catalogue.edition(),
        sample_data=sample_data,
    )
    if legal is not None:
        office_actions.set_training_clock(by=by, legal=legal)
    counts = places.set_up_regions(by=by, regency=regency)
    elections = tuple(open_regime(by, code).name for code in regimes)
    return Founded(founded.name, counts.kecamatan, counts.villages, elections)


def open_regime(by: Viewer, code: str):
    """Open one election (or the routine work) of this office."""
    return stages.open_election(by=by, regime=code, path=by.path)


def _names(regency: str) -> "catalogue.RegencyNames":
    try:
        return catalogue.regency_names(regency)
    except catalogue.UnknownRegency as error:
        raise Unfit(
            f"Kode {regency} bukan kabupaten/kota. Pakai kode Kemendagri seperti 73.12."
        ) from error


def _regimes(chosen: str | None) -> tuple[str, ...]:
    if chosen is None or chosen == ROUTINE:
        return (ROUTINE,)
    if chosen not in regime_codes():
        known = ", ".join(regime_codes())
        raise Unfit(f"Rezim “{chosen}” tidak ada. Yang ada: {known}.")
    return (ROUTINE, chosen)


def _office_name(office: str, regency: str) -> str:
    return f"{'KPU' if office == KPU else 'Bawaslu'} {regency}"
