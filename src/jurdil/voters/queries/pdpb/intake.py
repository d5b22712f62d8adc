"""The register of agency data, and one delivery row by row with what became of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from jurdil.kernel.acts import query
from jurdil.kernel.paging import Key, Page, page_of
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.voters.models import BarisKiriman, Kiriman, Kunjungan, Usulan
from jurdil.voters.pdpb import claims
from jurdil.voters.pdpb.records import seen
from jurdil.voters.sealing import open_elements

PAGE = 50


@dataclass(frozen=True)
class DeliveryRow:
    """A letter of an agency; `outcomes` counts its rows by what became of them."""

    id: int
    agency: Text
    claim: Text
    sender: str
    letter: str
    letter_day: date
    received_on: date
    has_paper: bool
    has_file: bool
    rows: int
    waiting: int
    outcomes: Mapping[str, int]
    note: str
    by: str


@dataclass(frozen=True)
class AgencyRowShown:
    """A row of an agency: whom it names, how that matches, what became of it."""

    number: int
    name: str
    village: str
    match: str
    outcome: str
    why: str
    voter: int | None
    proposal: int | None
    proposal_state: str
    visits: tuple[int, ...]
    earlier: int | None
    earlier_said: str


@dataclass(frozen=True)
class DeliveryPage:
    """A delivery with a page of its rows."""

    row: DeliveryRow
    revision: int
    lines: Page[AgencyRowShown]


@query("voters.pdpb")
def deliveries(viewer: Viewer, revision_id: int) -> tuple[DeliveryRow, ...]:
    """What came in during a quarter, the newest first."""
    held = seen(viewer, revision_id)
    return tuple(_row(row) for row in Kiriman.objects.filter(revision=held))


@query("voters.pdpb")
def delivery(
    viewer: Viewer, delivery_id: int, *, outcome: str = "", after: Key | None = None
) -> DeliveryPage:
    """One delivery; its rows in the viewer's place. Kiriman.DoesNotExist for another office's."""
    one = Kiriman.objects.get(pk=delivery_id)
    seen(viewer, one.revision_id)
    rows = BarisKiriman.objects.filter(delivery=one, village__within=viewer.path)
    if outcome:
        rows = rows.filter(outcome=outcome)
    if after:
        rows = rows.filter(number__gt=after[0])
    related = rows.select_related("proposal", "earlier")
    found = list(related.order_by("number")[: PAGE + 1])
    page = page_of(found, PAGE, lambda row: (row.number,), first=after is None)
    lines = tuple(_shown(row) for row in page.rows)
    return DeliveryPage(_row(one), one.revision_id, Page(lines, page.after, page.first))


def _row(row: Kiriman) -> DeliveryRow:
    counts = row.rows.values_list("outcome").annotate(n=Count("pk")).order_by("outcome")
    return DeliveryRow(
        id=row.pk,
        agency=claims.agency_name(row.agency),
        claim=claims.name_of(row.claim),
        sender=row.sender,
        letter=row.letter,
        letter_day=row.letter_day,
        received_on=row.received_on,
        has_paper=row.paper_id is not None,
        has_file=row.file_id is not None,
        rows=row.rows_read,
        waiting=row.waiting,
        outcomes=dict(counts),
        note=row.note,
        by=row.account_name,
    )


def _shown(row: BarisKiriman) -> AgencyRowShown:
    elements = open_elements(row.key_id, bytes(row.sealed), row.token)
    visits = Kunjungan.objects.filter(row=row)
    state = Usulan.State(row.proposal.state).label if row.proposal else ""
    return AgencyRowShown(
        number=row.number,
        name=elements.get("nama", ""),
        village=row.village,
        match=str(BarisKiriman.Match(row.match).label),
        outcome=row.outcome,
        why=row.why,
        voter=row.pemilih_id,
        proposal=row.proposal_id,
        proposal_state=str(state),
        visits=tuple(visits.values_list("pk", flat=True)),
        earlier=row.earlier_id,
        earlier_said=_said(row.earlier) if row.earlier else "",
    )


def _said(earlier: Usulan) -> str:
    kind, state = Usulan.Kind(earlier.kind).label, Usulan.State(earlier.state).label
    note = f": {earlier.decision_note}" if earlier.decision_note else ""
    return f"{kind}, {state}{note}"
