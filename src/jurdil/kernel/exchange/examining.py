"""Examining what arrived, before any row changes: for us, whole, from whom, may we take it in?"""

from dataclasses import dataclass

from jurdil.kernel import clock
from jurdil.kernel.exchange import BadContent, codec, keys, statements, type_of
from jurdil.kernel.exchange.reasons import Stop
from jurdil.kernel.exchange.statements import Said
from jurdil.kernel.models import Office, Parcel, Partner, PartnerKey
from jurdil.law.text import Text

HOUSES = {"kpu": "KPU", "bawaslu": "Bawaslu"}


@dataclass(frozen=True)
class Opened:
    """A package or receipt whose signature holds, with the partner and the key behind it."""

    body: codec.Body
    said: Said
    key: PartnerKey

    @property
    def partner(self) -> Partner:
        return self.key.partner


def office_name(office: str) -> str:
    """An office as packages name it, in words: ``kpu:73.12`` as ``KPU 73.12``."""
    kind, _colon, path = office.partition(":")
    return f"{HOUSES.get(kind, kind)} {path}"


def unsealed(raw: bytes) -> codec.Body:
    """The body of a package for this office. Raises `Stop`."""
    here = Office.objects.get()
    try:
        header = codec.read_header(raw)
    except codec.NoPackage as error:
        raise Stop("besar" if len(raw) > codec.MOST_BYTES else "rusak") from error
    if header["to"] != f"{here.kind}:{here.path}":
        raise Stop(
            "kantor-lain",
            to=office_name(header["to"]),
            here=office_name(f"{here.kind}:{here.path}"),
        )
    own = keys.by_fingerprint(header["key"])
    if own is None:
        raise Stop("kunci-tujuan")
    try:
        return codec.unseal(raw, own.sealing)
    except (codec.Changed, codec.NoPackage) as error:
        raise Stop("berubah") from error


def authenticated(body: codec.Body) -> Opened:
    """Who signed a body. Raises `Stop` for an unknown, unconfirmed or lying sender."""
    said = statements.read(body)
    key = PartnerKey.objects.select_related("partner").filter(fingerprint=said.fingerprint).first()
    if key is None or key.end == PartnerKey.End.REFUSED:
        raise Stop("tak-dikenal", **{"from": office_name(said.sender)})
    if key.confirmed_at is None:
        raise Stop("belum-dikukuhkan", **{"from": key.partner.name})
    try:
        codec.verify(body, bytes.fromhex(key.signing))
    except codec.Changed as error:
        raise Stop("berubah") from error
    here = Office.objects.get()
    if said.sender != key.partner.office or said.receiver != f"{here.kind}:{here.path}":
        raise Stop("pengirim-lain", **{"from": office_name(said.sender), "owner": key.partner.name})
    return Opened(body, said, key)


def require_key_of_its_time(opened: Opened) -> None:
    """An ended key speaks for nothing new; a replaced one still for what it signed before."""
    key = opened.key
    if key.ended_at is None:
        return
    if key.end == PartnerKey.End.REPLACED and opened.said.created_at <= key.ended_at:
        return
    raise Stop(
        "kunci-berakhir",
        **{
            "from": key.partner.name,
            "ended": key.ended_at.astimezone(clock.zone()).strftime("%d-%m-%Y %H:%M"),
            "end": str(key.get_end_display()),
        },
    )


def earlier(opened: Opened) -> Parcel | None:
    """The same package, taken in before. Raises `Stop` when its id was used by other content."""
    found = Parcel.objects.filter(
        way=Parcel.Way.IN, partner=opened.partner, number=opened.said.number
    ).first()
    if found is not None and found.digest != opened.said.digest:
        raise Stop("id-kembar", **{"from": opened.partner.name})
    return found


def require_readable(opened: Opened) -> None:
    """A type, a version and a content that this house understands. Raises `Stop`."""
    said = opened.said
    kind = type_of(said.rest["type"])
    if kind is None or kind.house not in ("", Office.objects.get().kind):
        raise Stop("jenis", type=said.rest["type"])
    if said.rest["schema"] > kind.schema:
        raise Stop("versi", schema=str(said.rest["schema"]), known=str(kind.schema))
    try:
        kind.check(said.rest["schema"], said.rest["payload"])
    except BadContent as error:
        raise Stop("isi", detail=str(error)) from error


def require_own_sequence(opened: Opened) -> None:
    """One number stands for one package. Raises `Stop` when another one has it."""
    sequence = opened.said.rest["sequence"]
    same = Parcel.objects.filter(way=Parcel.Way.IN, partner=opened.partner, sequence=sequence)
    if same.exclude(number=opened.said.number).exists():
        raise Stop("nomor-kembar", sequence=str(sequence), **{"from": opened.partner.name})


def comes_late(opened: Opened) -> bool:
    """Whether a package with a higher number was taken in already."""
    sequence = opened.said.rest["sequence"]
    newer = Parcel.objects.filter(way=Parcel.Way.IN, partner=opened.partner, sequence__gt=sequence)
    return newer.exists()


def type_name(code: str) -> Text:
    """A type in words; the code itself for one that this house does not know."""
    kind = type_of(code)
    return kind.name if kind else Text(code, code)
