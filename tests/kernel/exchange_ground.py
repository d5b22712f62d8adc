"""The other house of a test: it has keys and makes packages, but no database of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from jurdil.kernel import clock, exchange
from jurdil.kernel.actions import partners
from jurdil.kernel.actions.tasks import raise_task
from jurdil.kernel.acts import Refused
from jurdil.kernel.exchange import Arrival, Arrived, BadContent, PackageType, cards, codec, keys
from jurdil.kernel.exchange.cards import Card
from jurdil.kernel.exchange.keys import OwnKey
from jurdil.kernel.models import Election, Office, Partner
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.law.text import Text
from tests import factories
from tests.writes import setting_up

TYPE = "uji-catatan"
REFUSED, CRASH = "tolak", "galat"


def _check(schema, payload):
    if not isinstance(payload.get("note"), str):
        raise BadContent("note")


def _step(by: Viewer, arrival: Arrival) -> Arrived:
    note = arrival.payload["note"]
    election = Election.objects.order_by("id").first()
    task = raise_task(title=note, election_id=election.pk, path=by.path, source="uji:paket:1")
    if note == REFUSED:
        raise Refused("Aturan menolak paket ini.")
    if note == CRASH:
        raise ZeroDivisionError
    return Arrived(f"task:{task.pk}", task.path)


NOTE = PackageType(
    code=TYPE,
    name=Text("Catatan uji", "Test note"),
    schema=2,
    check=_check,
    step=_step,
    right="task.view",
    lines=lambda payload: ((Text("Catatan", "Note"), payload["note"]),),
)


def known() -> None:
    """Make the sample type known."""
    exchange.unregister(TYPE)
    exchange.register(NOTE)


@dataclass
class OtherHouse:
    """An office elsewhere. `here` is our card as that office knows it."""

    kind: str = "bawaslu"
    path: str = factories.REGENCY
    address: str = ""
    signing: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    sequence: int = 0
    here: Card = field(default_factory=lambda: keys.newest().card)

    @property
    def own(self) -> OwnKey:
        sealing = keys.sealing_key(self.signing)
        card = Card(
            kind=self.kind,
            path=self.path,
            name=f"{self.kind.upper()} Kabupaten Contoh",
            address=self.address,
            signing=self.signing.public_key().public_bytes_raw().hex(),
            sealing=sealing.public_key().public_bytes_raw().hex(),
        )
        return OwnKey(1, self.signing, sealing, card)

    @property
    def card(self) -> str:
        return cards.written(self.own.card)

    def introduced(self, *, confirmed: bool = True) -> Partner:
        """Known to this house, by its card and, unless said otherwise, by its paper."""
        office = factories.office()
        by = system_viewer(office.path, office.kind)
        key = partners.introduce(by=by, card_text=self.card)
        if confirmed:
            fingerprint = self.own.card.fingerprint
            partners.confirm(by=by, key_id=key.pk, fingerprint=fingerprint, letter="1/2024")
        return key.partner

    def says(self, note: str = "halo", **changes) -> dict:
        """The statement of the next package."""
        self.sequence += 1
        moment = clock.real().isoformat()
        return {
            "format": 1,
            "what": "paket",
            "id": str(uuid4()),
            "from": self.own.card.office,
            "to": self.here.office,
            "key": self.own.card.fingerprint,
            "legal_at": moment,
            "created_at": moment,
            "type": TYPE,
            "schema": 2,
            "sequence": self.sequence,
            "title": "Paket uji",
            "payload": {"note": note},
            "files": [],
            **changes,
        }

    def packed(self, said: dict, *, files=(), sign: Ed25519PrivateKey | None = None) -> bytes:
        """A statement signed and sealed to this house."""
        return self.sealed(codec.make_body(said, files, sign or self.signing))

    def sealed(self, body: bytes) -> bytes:
        key = bytes.fromhex(self.here.sealing)
        return codec.seal(body, to=self.here.office, key_name=self.here.fingerprint, key=key)

    def package(self, note: str = "halo", **changes) -> bytes:
        return self.packed(self.says(note, **changes))

    def opened(self, receipt: bytes) -> dict:
        """What a receipt for this house says; its signature is checked."""
        body = codec.unseal(receipt, self.own.sealing)
        codec.verify(body, bytes.fromhex(self.here.signing))
        return dict(body.said)

    def receipt(self, package: codec.Body, **changes) -> dict:
        """The statement of a receipt for a package of this house."""
        said = package.said
        moment = clock.real().isoformat()
        return {
            "format": 1,
            "what": "tanda-terima",
            "id": said["id"],
            "from": self.own.card.office,
            "to": said["from"],
            "key": self.own.card.fingerprint,
            "digest": package.digest,
            "outcome": "diterima",
            "code": "diterima",
            "facts": {},
            "legal_at": moment,
            "created_at": moment,
            **changes,
        }


@contextmanager
def in_mode(office: Office, mode: str) -> Iterator[None]:
    """This house in another mode, for the length of a test."""
    usual = office.mode
    with setting_up():
        Office.objects.update(mode=mode)
    try:
        yield
    finally:
        with setting_up():
            Office.objects.update(mode=usual)
