"""Budget lines of an expense file, payments on them, and the yearly ceilings."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.viewer import Viewer
from jurdil.law.office import spj as law
from jurdil.office import filing, keeping
from jurdil.office.models import Ceiling, Spj, SpjLine, SpjPayment
from jurdil.office.records import Upload


@act("office.spj_line")
def plan_line(
    *,
    by: Viewer,
    spj_id: int,
    account_code: str,
    item: str,
    unit: str,
    volume: Decimal,
    price: int,
    ceiling_id: int | None = None,
) -> Done[SpjLine]:
    """Add a line to the budget; `ceiling_id` is the standard cost it must not exceed.

    A price above the ceiling is kept and shown as a finding, since the paper says what it says.
    Raises `Refused` for a code that is not six digits, no volume, or a ceiling of another year.
    """
    spj = _file(by, spj_id)
    if len(account_code) != 6 or not account_code.isdigit():
        raise Refused(_("Kode akun terdiri dari 6 angka, misalnya 522151."))
    if volume <= 0:
        raise Refused(_("Volume harus lebih dari nol."))
    ceiling = _ceiling(by, spj, ceiling_id)
    line = SpjLine.objects.create(
        spj=spj,
        account_code=account_code,
        item=keeping.wanted(item, _("Isi uraian belanja.")),
        unit=keeping.wanted(unit, _("Isi satuannya, misalnya orang jam.")),
        volume=volume,
        price=price,
        ceiling=ceiling,
    )
    facts = {"line": line.pk, "account": account_code, "volume": str(volume), "price": price}
    return Done(line, f"spj:{spj.pk}", spj.path, facts)


@act("office.spj_line_out")
def drop_line(*, by: Viewer, line_id: int, reason: str) -> Done[SpjLine]:
    """Strike a budget line, with the reason. Raises `Refused` while a payment stands on it."""
    line = SpjLine.objects.get(pk=line_id)
    spj = _file(by, line.spj_id)
    line.dropped_for = keeping.wanted(reason, _("Tulis alasannya."))
    if any(filing.counts(one) for one in line.payments.select_related("reversed_by")):
        raise Refused(_("Baris ini sudah dibayar. Batalkan dulu pembayarannya."))
    line.save(update_fields=["dropped_for"])
    return Done(line, f"spj:{spj.pk}", spj.path, {"line": line.pk, "reason": line.dropped_for})


@act("office.spj_pay")
def pay(
    *,
    by: Viewer,
    line_id: int,
    day: date,
    gross: int,
    tax: int,
    receipt: str,
    person_id: int | None = None,
    file: Upload | None = None,
) -> Done[SpjPayment]:
    """Record a payment: gross, tax as it stands on the nominative list, the receipt.

    Raises `Refused` for a tax above the sum, a day to come, or no receipt.
    """
    line = SpjLine.objects.get(pk=line_id, dropped_for="")
    spj = _file(by, line.spj_id)
    keeping.not_ahead(day, _("Tanggal bayar"))
    try:
        paid = law.net(gross, tax)
    except ValueError as error:
        raise Refused(
            _("Pajak Rp%(tax)s melebihi jumlah Rp%(gross)s. Periksa kedua angkanya.")
            % {"tax": f"{tax:,}".replace(",", "."), "gross": f"{gross:,}".replace(",", ".")}
        ) from error
    made = SpjPayment.objects.create(
        line=line,
        person=spj.people.get(pk=person_id, removed_for="") if person_id else None,
        day=day,
        gross=gross,
        tax=tax,
        receipt=keeping.wanted(receipt, _("Isi nomor kuitansi atau bukti bayar.")),
        **keeping.record(by, spj.path, file),
    )
    facts = {"payment": made.pk, "line": line.pk, "gross": gross, "tax": tax, "net": paid}
    return Done(made, f"spj:{spj.pk}", spj.path, facts)


@act("office.spj_reverse")
def reverse_payment(*, by: Viewer, payment_id: int, reason: str) -> Done[SpjPayment]:
    """Take a payment back, with the reason; both rows stay. Raises `Refused` for a second time."""
    found = SpjPayment.objects.select_related("line").get(pk=payment_id)
    spj = _file(by, found.line.spj_id)
    if not filing.counts(found):
        raise Refused(_("Pembayaran ini sudah dibatalkan."))
    made = SpjPayment.objects.create(
        line=found.line,
        person_id=found.person_id,
        day=found.day,
        gross=found.gross,
        tax=found.tax,
        receipt=found.receipt,
        reverses=found,
        note=keeping.wanted(reason, _("Tulis alasannya."))[:200],
        **keeping.record(by, spj.path),
    )
    facts = {"payment": found.pk, "gross": found.gross, "reason": made.note}
    return Done(made, f"spj:{spj.pk}", spj.path, facts)


@act("office.ceiling")
def set_ceiling(
    *,
    by: Viewer,
    year: int,
    code: str,
    name: str,
    unit: str,
    amount: int,
    basis: str,
    inside: bool | None = None,
    confirmed: bool = False,
) -> Done[Ceiling]:
    """Set the standard cost of something for a year; `confirmed`: read in the rule itself.

    Raises `Refused` without the rule it rests on.
    """
    row, _created = Ceiling.objects.update_or_create(
        path=by.path,
        year=year,
        code=keeping.wanted(code, _("Isi kode batas biaya.")).lower(),
        defaults={
            "name": keeping.wanted(name, _("Isi nama batas biaya.")),
            "unit": keeping.wanted(unit, _("Isi satuannya, misalnya orang jam.")),
            "amount": amount,
            "inside": inside,
            "basis": keeping.wanted(basis, _("Isi aturan yang menetapkan batas biaya ini.")),
            "confirmed": confirmed,
            **keeping.record(by, by.path),
        },
    )
    facts = {"year": year, "code": row.code, "amount": amount, "confirmed": confirmed}
    return Done(row, f"ceiling:{row.pk}", by.path, facts)


@act("office.copy_ceilings")
def copy_ceilings(*, by: Viewer, year: int) -> Done[int]:
    """Take over last year's ceilings that this year lacks, as not confirmed; returns how many.

    Raises `Refused` when there is none to take over.
    """
    there = Ceiling.objects.filter(path=by.path, year=year).values_list("code", flat=True)
    old = Ceiling.objects.filter(path=by.path, year=year - 1).exclude(code__in=list(there))
    for row in old:
        Ceiling.objects.create(
            path=row.path,
            year=year,
            code=row.code,
            name=row.name,
            unit=row.unit,
            amount=row.amount,
            inside=row.inside,
            basis=f"{row.basis} ({year - 1})"[:200],
            confirmed=False,
            **keeping.record(by, by.path),
        )
    if not old:
        raise Refused(
            _("Tahun %(year)s tidak punya batas biaya lain untuk disalin.") % {"year": year - 1}
        )
    return Done(len(old), f"ceilings:{year}", by.path, {"year": year, "copied": len(old)})


def _ceiling(by: Viewer, spj: Spj, ceiling_id: int | None) -> Ceiling | None:
    if ceiling_id is None:
        return None
    found = Ceiling.objects.get(pk=ceiling_id, path=spj.path)
    if found.year != spj.held_from.year:
        raise Refused(
            _("Batas biaya ini untuk tahun %(year)s, kegiatannya tahun %(held)s.")
            % {"year": found.year, "held": spj.held_from.year}
        )
    return found


def _file(by: Viewer, spj_id: int) -> Spj:
    spj = Spj.objects.filter(path__within=by.path).get(pk=spj_id)
    if spj.handed_on:
        raise Refused(
            _("Berkas ini sudah diserahkan pada %(day)s dan tidak berubah lagi.")
            % {"day": f"{spj.handed_on:%d-%m-%Y}"}
        )
    return spj
