"""Registering what agencies send. The rows of a file come in through the import, by preview."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.brought import Upload
from jurdil.kernel.files import keep
from jurdil.kernel.imports import StagedRow
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import Kiriman
from jurdil.voters.pdpb import claims, quarters, taking


@dataclass(frozen=True)
class Letter:
    """The letter with which an agency sends data; `claim` is what its rows say of people."""

    agency: str
    claim: str
    letter: str
    letter_day: date
    received_on: date
    sender: str = ""
    note: str = ""
    paper: Upload | None = None


@act("voters.pdpb_receive")
def receive(*, by: Viewer, revision_id: int, letter: Letter) -> Done[Kiriman]:
    """Register a letter of an agency in an open quarter; its scan is kept sealed.

    Raises `Refused` for an unknown agency or claim, and for dates that cannot be.
    """
    person(by)
    held = quarters.take_open(by, revision_id)
    if letter.agency not in claims.agencies() or letter.claim not in claims.claims():
        raise Refused(_("Pilih instansi dan isi datanya dari daftar."))
    if not letter.letter.strip():
        raise Refused(_("Tulis nomor suratnya."))
    if letter.received_on < letter.letter_day:
        raise Refused(_("Surat ini diterima sebelum tanggalnya. Periksa kedua tanggal itu."))
    stored = letter.paper and keep(
        letter.paper.content,
        name=letter.paper.name,
        media_type=letter.paper.media_type,
        level=StoredFile.Level.PERSONAL,
        path=held.path,
    )
    made = Kiriman.objects.create(
        revision=held,
        agency=letter.agency,
        sender=letter.sender.strip()[:120],
        claim=letter.claim,
        letter=letter.letter.strip()[:120],
        letter_day=letter.letter_day,
        received_on=letter.received_on,
        paper=stored or None,
        note=letter.note.strip()[:300],
        account=by.account_id,
        account_name=by.name,
        path=held.path,
    )
    facts = {"agency": made.agency, "claim": made.claim, "paper": made.paper_id}
    return Done(made, f"kiriman:{made.pk}", held.path, facts)


@act("voters.pdpb_take")
def take_rows(*, by: Viewer, delivery_id: int, rows: Sequence[StagedRow]) -> Done[Counter[str]]:
    """Take the next confirmed rows of a delivery in; counts by what became of them.

    `rows` are its first in the stage; they leave it in the same transaction. Raises
    Kiriman.DoesNotExist outside the scope, `Refused` once the quarter is determined, while the list
    is locked, and when somebody else took the rows.
    """
    held = Kiriman.objects.select_for_update(of=["self"]).filter(path__within=by.path)
    delivery = held.select_related("revision__election").get(pk=delivery_id)
    quarters.take_open(by, delivery.revision_id)
    done = taking.take_rows(by, delivery, rows)
    facts = {"delivery": delivery.pk, "claim": delivery.claim, "outcomes": dict(done)}
    return Done(done, f"kiriman:{delivery.pk}", delivery.path, facts)
