"""Legal products: registered, taken step by step to JDIH, and tied to what they revoke."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.actions.tasks import raise_task
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.documents import readers
from jurdil.kernel.language import say
from jurdil.kernel.models import Document
from jurdil.kernel.viewer import Viewer
from jurdil.law.office import kinds
from jurdil.law.office import products as law
from jurdil.office import keeping, registers
from jurdil.office.models import LegalProduct, ProductStep, ProductTie
from jurdil.office.records import Upload

LEGAL = "hukum"
"""Part of the code of every division and sub-division of legal affairs."""


@act("office.product")
def open_product(
    *,
    by: Viewer,
    kind: str,
    title: str,
    subject: str = "",
    division: str = "",
    election_id: int | None = None,
    document_id: int | None = None,
    note: str = "",
    file: Upload | None = None,
) -> Done[LegalProduct]:
    """Register a legal product as a draft under the next register number of the year.

    Raises `Refused` for an unknown kind or an empty title.
    """
    if kind not in kinds.products():
        raise Refused(_("Jenis produk hukum “%(kind)s” tidak dikenal.") % {"kind": kind})
    year = clock.today().year
    rows = LegalProduct.objects.filter(path=by.path, year=year)
    product = LegalProduct.objects.create(
        path=by.path,
        year=year,
        register=keeping.next_number(rows, "register"),
        kind=kind,
        title=keeping.wanted(title, _("Isi judul produk hukum.")),
        subject=subject.strip(),
        division=division,
        election_id=keeping.election_of(by, election_id).pk if election_id else None,
        document=_paper(by, document_id),
        state=law.State.DRAFT,
    )
    _step(by, product, law.State.DRAFT, day=clock.today(), note=note, file=file)
    return _done(product, {"kind": kind, "register": product.register, "year": year})


@act("office.step")
def step_product(
    *,
    by: Viewer,
    product_id: int,
    state: str,
    day: date,
    number: str = "",
    note: str = "",
    address: str = "",
    file: Upload | None = None,
) -> Done[LegalProduct]:
    """Take a product to its next state, back to its draft, or drop it.

    Study: by the legal division, with its result in `note`. Plenary: number of the minutes. Decree:
    number and signed file. Copy: the certified copy's file. JDIH: the public address. Raises
    `Refused` when a step is skipped, something is missing, or the day lies before the last step's.
    """
    product = _product(by, product_id)
    plenary = kinds.products()[product.kind].plenary
    if state not in law.allowed(product.state, plenary=plenary):
        raise Refused(
            _("Produk hukum ini berstatus “%(now)s”, sehingga “%(next)s” belum dapat dicatat.")
            % {"now": _name(product.state), "next": _name(state)}
        )
    keeping.not_ahead(day, _("Tanggal"))
    last = product.steps.order_by("-pk").first()
    if last is not None and day < last.day:
        raise Refused(
            _("Tanggal ini lebih awal daripada langkah sebelumnya (%(day)s).")
            % {"day": f"{last.day:%d-%m-%Y}"}
        )
    CHECKS.get(state, _check_nothing)(by, product, number.strip(), note.strip(), address, file)
    made = _step(by, product, state, day=day, number=number.strip(), note=note.strip(), file=file)
    product.state = state
    if state == law.State.DECREED:
        product.number, product.dated = number.strip(), day
        _raise_publishing(by, product)
    if state == law.State.PUBLISHED:
        product.public_address = address.strip()
        registers.finish_tasks(f"office:product:{product.pk}", address.strip())
    product.save()
    return _done(product, {"state": state, "step": made.pk, "number": number.strip()})


@act("office.tie")
def tie_products(
    *, by: Viewer, later_id: int, earlier_id: int, kind: str, note: str = ""
) -> Done[ProductTie]:
    """Record that a later product revokes or amends an earlier one.

    Raises `Refused` for the same product, for an earlier one that was never decreed or that was
    decreed after the later one, or for a tie recorded before.
    """
    later, earlier = _product(by, later_id), _product(by, earlier_id)
    if later.pk == earlier.pk or kind not in {one.value for one in law.Link}:
        raise Refused(_("Pilih produk hukum lain yang dicabut atau diubah."))
    if earlier.state not in law.MADE:
        raise Refused(_("Produk hukum yang belum ditetapkan tidak perlu dicabut."))
    if later.dated and earlier.dated and earlier.dated > later.dated:
        raise Refused(
            _("“%(earlier)s” ditetapkan sesudah produk hukum ini, jadi tidak mungkin dicabutnya.")
            % {"earlier": earlier.title}
        )
    if ProductTie.objects.filter(later=later, earlier=earlier).exists():
        raise Refused(_("Hubungan kedua produk hukum ini sudah dicatat."))
    tie = ProductTie.objects.create(
        later=later, earlier=earlier, kind=kind, note=note, **keeping.record(by, later.path)
    )
    facts = {"later": later.pk, "earlier": earlier.pk, "kind": kind}
    return Done(tie, f"product:{later.pk}", later.path, facts)


def _check_nothing(by: Viewer, product: LegalProduct, *given: Any) -> None:
    return


def _check_study(by: Viewer, product: LegalProduct, number: str, note: str, *rest: Any) -> None:
    if by.role == "operator" or (by.role == "kasubbag" and LEGAL not in by.division):
        raise Refused(_("Telaah hukum dicatat oleh kepala subbagian hukum."))
    keeping.wanted(note, _("Tulis hasil telaah hukum: apa yang diperiksa dan apa simpulannya."))


def _check_reason(by: Viewer, product: LegalProduct, number: str, note: str, *rest: Any) -> None:
    keeping.wanted(note, _("Tulis apa yang harus diperbaiki, atau mengapa dibatalkan."))


def _check_plenary(by: Viewer, product: LegalProduct, number: str, *rest: Any) -> None:
    keeping.wanted(number, _("Isi nomor berita acara pleno yang menyetujuinya."))


def _check_decree(
    by: Viewer, product: LegalProduct, number: str, note: str, address: str, file: Upload | None
) -> None:
    keeping.wanted(number, _("Isi nomor penetapannya."))
    same = LegalProduct.objects.filter(
        path=product.path, kind=product.kind, number__iexact=number
    ).exclude(pk=product.pk)
    if known := same.first():
        raise Refused(
            _("Nomor %(number)s sudah dipakai “%(title)s”.")
            % {"number": number, "title": known.title}
        )
    _require_file(file, _("Lampirkan naskah yang ditandatangani (PDF)."))


def _check_copy(
    by: Viewer, product: LegalProduct, number: str, note: str, address: str, file: Upload | None
) -> None:
    _require_file(file, _("Lampirkan salinan resminya (PDF)."))


def _check_jdih(
    by: Viewer, product: LegalProduct, number: str, note: str, address: str, *rest: Any
) -> None:
    if not address.strip().startswith(("http://", "https://")):
        raise Refused(_("Isi alamat lengkapnya di JDIH, mulai dengan https://."))


def _require_file(file: Upload | None, sentence: str) -> None:
    if file is None:
        raise Refused(sentence)


CHECKS: dict[str, Callable[..., None]] = {
    law.State.STUDY: _check_study,
    law.State.PLENARY: _check_plenary,
    law.State.DECREED: _check_decree,
    law.State.COPIED: _check_copy,
    law.State.PUBLISHED: _check_jdih,
    law.State.DRAFT: _check_reason,
    law.State.DROPPED: _check_reason,
}
"""What each step needs."""


@inner
def _step(
    by: Viewer,
    product: LegalProduct,
    state: str,
    *,
    day: date,
    number: str = "",
    note: str = "",
    file: Upload | None = None,
) -> ProductStep:
    public = state in (law.State.COPIED, law.State.PUBLISHED)
    level = keeping.Level.PUBLIC if public else keeping.Level.INTERNAL
    return ProductStep.objects.create(
        product=product,
        state=state,
        number=number,
        day=day,
        note=note,
        **keeping.record(by, product.path, file, level),
    )


@inner
def _raise_publishing(by: Viewer, product: LegalProduct) -> None:
    raise_task(
        title=f"Terbitkan di JDIH: {product.title}",
        title_en=f"Publish in JDIH: {product.title}",
        election_id=keeping.election_of(by, product.election_id).pk,
        path=product.path,
        source=f"office:product:{product.pk}",
        division=LEGAL,
        subject=f"product:{product.pk}",
    )


def _paper(by: Viewer, document_id: int | None) -> Document | None:
    if document_id is None:
        return None
    return readers.visible(by).get(pk=document_id)


def _product(by: Viewer, product_id: int) -> LegalProduct:
    return LegalProduct.objects.filter(path__within=by.path).get(pk=product_id)


def _name(state: str) -> str:
    return say(law.NAMES[state]) if state in law.NAMES else state


def _done(product: LegalProduct, facts: Mapping[str, Any]) -> Done[LegalProduct]:
    return Done(product, f"product:{product.pk}", product.path, facts)
