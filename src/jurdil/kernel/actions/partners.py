"""Knowing another office: its card entered by one person, confirmed from paper by another."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock, crypto
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.exchange import addresses, cards, keys
from jurdil.kernel.exchange.cards import Card
from jurdil.kernel.models import Office, Partner, PartnerKey
from jurdil.kernel.viewer import Viewer

End = PartnerKey.End


@act("exchange.introduce")
def introduce(*, by: Viewer, card_text: str) -> Done[PartnerKey]:
    """Enter the card of another office; nothing goes there before its key is confirmed.

    Raises `Refused` for a text that is no card, for our own card, or for a key that is known.
    """
    card = _card(card_text)
    if PartnerKey.objects.filter(fingerprint=card.fingerprint).exists():
        raise Refused(_("Kartu ini sudah pernah dicatat. Lihat daftar mitra."))
    partner, _new = Partner.objects.get_or_create(
        kind=card.kind,
        path=card.path,
        defaults={"name": card.name[:160], "address": card.address, "since": clock.real()},
    )
    key = PartnerKey.objects.create(
        partner=partner,
        fingerprint=card.fingerprint,
        signing=card.signing,
        sealing=card.sealing,
        entered_by_id=by.account_id,
        entered_name=by.name,
        entered_at=clock.real(),
    )
    return _done(key, {"entered": card.office})


@act("exchange.confirm")
def confirm(*, by: Viewer, key_id: int, fingerprint: str, letter: str) -> Done[PartnerKey]:
    """Confirm a key by the fingerprint on the paper of its office; an older key is replaced.

    `fingerprint` is what the person typed from the paper, `letter` its number and day. Raises
    `Refused` when it differs, without letter, or when the person also entered the card.
    """
    key = _key(by, key_id)
    if not key.waits:
        raise Refused(_("Kunci ini tidak sedang menunggu pengukuhan."))
    if by.account_id is not None and by.account_id == key.entered_by_id:
        raise Refused(_("Kartu yang Anda catat dikukuhkan oleh orang lain."))
    if cards.typed(fingerprint) != key.fingerprint:
        raise Refused(
            _(
                "Sidik kunci di kertas tidak sama dengan kartu yang dicatat. Periksa ketikan Anda; "
                "bila tetap berbeda, tolak kartu ini dan hubungi kantornya."
            )
        )
    if not letter.strip():
        raise Refused(_("Tulis nomor dan tanggal surat yang memuat sidik kunci."))
    for old in PartnerKey.objects.filter(
        partner=key.partner, confirmed_at__isnull=False, ended_at__isnull=True
    ):
        _end(old, End.REPLACED, letter.strip())
    key.confirmed_by_id, key.confirmed_name = by.account_id, by.name
    key.confirmed_at, key.letter = clock.real(), letter.strip()[:120]
    key.save(update_fields=["confirmed_by", "confirmed_name", "confirmed_at", "letter"])
    return _done(key, {"confirmed": key.partner.office})


@act("exchange.revoke")
def revoke(*, by: Viewer, key_id: int, reason: str) -> Done[PartnerKey]:
    """End a key at once: one that was lost or stolen, or a card that its paper does not confirm.

    Packages that were taken in under it stay; what arrives under it later is held. Raises
    `Refused` without a reason, or for a key that has ended.
    """
    key = _key(by, key_id)
    if key.ended_at is not None:
        raise Refused(_("Kunci ini sudah berakhir."))
    if not reason.strip():
        raise Refused(_("Tulis alasan kunci ini diakhiri."))
    _end(key, End.REVOKED if key.confirmed_at else End.REFUSED, reason.strip())
    return _done(key, {"ended": key.end})


@act("exchange.address")
def move(*, by: Viewer, partner_id: int, address: str) -> Done[Partner]:
    """Record the address of another house, or that it has none. Raises `Refused` for a bad one."""
    partner = _partner(by, partner_id)
    try:
        partner.address = addresses.checked(address) if address.strip() else ""
    except addresses.BadAddress as error:
        raise Refused(
            _("Alamat rumah data berbentuk https://nama.kantor, tanpa nama pengguna dan tanpa “?”.")
        ) from error
    if partner.address.startswith("http:") and Office.objects.get().mode != Office.Mode.TRAINING:
        raise Refused(_("Alamat harus dimulai dengan https://."))
    partner.save(update_fields=["address"])
    return Done(partner, f"partner:{partner.pk}", by.path, {"address": partner.address})


@act("exchange.renew")
def renew_own_key(*, by: Viewer, reason: str) -> Done[Card]:
    """Make a new key for this office; packages are signed with it from now on.

    The old one stays for what was sealed to it. Every partner needs the new card and its paper.
    Raises `Refused` without a reason.
    """
    if not reason.strip():
        raise Refused(_("Tulis alasan penggantian kunci."))
    number = crypto.make_signing_key()
    card = keys.newest().card
    facts = {"number": number, "fingerprint": card.fingerprint, "reason": reason.strip()}
    return Done(card, "office:1", Office.objects.get().path, facts)


def _card(text: str) -> Card:
    try:
        card = cards.read(text)
    except cards.NoCard as error:
        raise Refused(
            _("Teks ini bukan kartu perkenalan atau terpotong. Pindai atau unggah sekali lagi.")
        ) from error
    office = Office.objects.get()
    if card.office == f"{office.kind}:{office.path}":
        raise Refused(_("Ini kartu kantor Anda sendiri. Yang dicatat di sini kartu kantor lain."))
    return card


def _partner(by: Viewer, partner_id: int) -> Partner:
    _require_office(by)
    return Partner.objects.select_for_update().get(pk=partner_id)


def _key(by: Viewer, key_id: int) -> PartnerKey:
    _require_office(by)
    return PartnerKey.objects.select_for_update(of=("self",)).get(pk=key_id)


def _require_office(by: Viewer) -> None:
    """Partners belong to the whole office; who works in a part of it has none."""
    if by.path != Office.objects.get().path:
        raise Partner.DoesNotExist


def _end(key: PartnerKey, kind: str, reason: str) -> None:
    key.end, key.ended_at, key.reason = kind, clock.real(), reason
    key.save(update_fields=["end", "ended_at", "reason"])


def _done(key: PartnerKey, facts: dict[str, str]) -> Done[PartnerKey]:
    more = {"fingerprint": key.fingerprint, "letter": key.letter}
    return Done(key, f"partner:{key.partner_id}", Office.objects.get().path, facts | more)
