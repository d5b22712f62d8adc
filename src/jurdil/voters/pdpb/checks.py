"""Checks of the whole list that the national clean-up letters ask for before a plenary.

Invalid numbers, ages above 100 and below 17 (handbook calendar §3.9); and what a voting day left:
voters marked after the DPT, and notices that came back. They find whom to look at;
nobody is changed by a check.
"""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q, QuerySet

from jurdil.law.regime import load_regime
from jurdil.law.voters.eligibility import AGE_PARAMETER
from jurdil.law.voters.notices import ABOUT_THE_LIST
from jurdil.voters.models import Kunjungan, PemberitahuanSisa, PemilihVersi, Revisi, Tanda
from jurdil.voters.pdpb import quarters

MOST = 500
"""Visits that one step asks for."""
OLDEST = 100
OLD, YOUNG, NIK, NKK, VOTING = "usia-100", "usia-17", "nik", "nkk", "pemungutan"
CODES = (NIK, NKK, OLD, YOUNG, VOTING)

Rows = QuerySet[PemilihVersi]


def found(code: str, rows: Rows, revision: Revisi) -> Rows:
    """The voters among `rows` that a check finds. KeyError for an unknown check."""
    on = quarters.age_day(revision)
    least = load_regime(quarters.REGIME).parameter(AGE_PARAMETER).whole()
    known: Mapping[str, Rows] = {
        NIK: rows.filter(nik_index=""),
        NKK: rows.filter(nkk_index=""),
        OLD: rows.filter(born__lt=_years_before(on, OLDEST)),
        VOTING: _left_by_voting(rows),
        YOUNG: rows.filter(born__gt=_years_before(on, least)).exclude(marriage__in=("S", "P")),
    }
    return known[code].order_by("village", "sort_key", "pk")


def counts(path: str, revision: Revisi) -> dict[str, int]:
    """How many active voters of a place each check finds."""
    rows = PemilihVersi.objects.filter(
        until_rev__isnull=True, status=PemilihVersi.Status.ACTIVE, village__within=path
    )
    return {code: found(code, rows, revision).count() for code in CODES}


def _left_by_voting(rows: Rows) -> Rows:
    """Who was marked after a DPT, or whose notice came back, and was never visited since."""
    marked = Tanda.objects.filter(withdrawn_at__isnull=True).values("pemilih")
    back = PemberitahuanSisa.objects.filter(reason__in=ABOUT_THE_LIST).values("pemilih")
    seen = Kunjungan.objects.exclude(result="").values("pemilih")
    meant = rows.filter(Q(pemilih__in=marked) | Q(pemilih__in=back))
    return meant.exclude(pemilih__in=seen)


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)
