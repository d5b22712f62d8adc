"""C.Pemberitahuan of a TPS as printed sheets, for a vote that is held again, later or on.

The notices of the first voting day come from the national system; a re-vote has its own. They name
the voters of the determined list, marked ones too, because the KPPS decides at the door; numbers
(NIK, NKK) are not on them. The layout of the model was not seen in a source and says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jurdil.kernel import chain, clock, ledger
from jurdil.kernel.documents import render
from jurdil.kernel.documents.sheet import letterhead
from jurdil.kernel.models import Office
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.terbilang import named_day
from jurdil.places import queries as places
from jurdil.voters.lists import rows_of
from jurdil.voters.models import PemilihVersi, RekapTps, Revisi, RevisiDesa
from jurdil.voters.steps import FINAL

TEMPLATE = "pemberitahuan"
BRING = "Bawa surat ini dan KTP-el Anda ke TPS. Surat ini tidak dapat dipakai oleh orang lain."
UNSEEN = "Tata letak Model C.Pemberitahuan belum dikonfirmasi."
BY_HAND = "……………………………………………"


@dataclass(frozen=True)
class Occasion:
    """What voters are called to: its name in full and in short, its day, what is voted on, and the
    decision it stands on, all in Indonesian."""

    name: str
    short: str
    day: date
    contests: Sequence[str]
    basis: str


@dataclass(frozen=True)
class Sheets:
    """The notices of a TPS before they are laid out, which takes seconds and no transaction."""

    name: str
    voters: int
    data: Mapping[str, Any]

    @property
    def digest(self) -> str:
        """SHA-256 over what the sheets say."""
        return chain.sha256(chain.canonical(dict(self.data)))

    def pdf(self) -> bytes:
        """The sheets, three on a page."""
        return render.pdf(TEMPLATE, self.data, clock.today())


def listed(election_id: int, path: str) -> int | None:
    """How many voters the determined list of a TPS has; None while this house has no such list."""
    revision = _revision(election_id, path)
    row = RekapTps.objects.filter(revision=revision, path=path).first() if revision else None
    return row.men + row.women + row.unknown if row else None


def sheets(by: Viewer, election_id: int, path: str, occasion: Occasion) -> Sheets:
    """The notices of a TPS; of no voters where the house has no determined list of it.

    Raises ObjectDoesNotExist for a TPS out of scope.
    """
    revision = _revision(election_id, path)
    rows = rows_of(revision, path) if revision else []
    name = f"c-pemberitahuan-{occasion.short.lower()}-{path.replace('/', '-')}.pdf"
    if revision is None or not rows:
        return Sheets(name, 0, {})
    data = _data(by, revision, path, occasion)
    data["voters"] = [_voter(at, row) for at, row in enumerate(rows, 1)]
    return Sheets(name, len(rows), data)


def _revision(election_id: int, path: str) -> Revisi | None:
    """The newest determined final list that fixed the village of a TPS."""
    fixed = RevisiDesa.objects.filter(
        revision__election=election_id,
        revision__kind__in=FINAL,
        revision__state=Revisi.State.DETERMINED,
        village=path.partition("/")[0],
    )
    found = fixed.select_related("revision__election").order_by("-revision_id").first()
    return found.revision if found else None


def _data(by: Viewer, revision: Revisi, path: str, occasion: Occasion) -> dict[str, Any]:
    office, (seq, head) = Office.objects.get(), ledger.head()
    tps = places.tps(by, revision.election_id, path)
    village = places.names(by, [tps.village]).get(tps.village, tps.village)
    return {
        "title": "C.Pemberitahuan",
        "letterhead": letterhead(office),
        "subject": f"{occasion.name}, {revision.election.name}",
        "short": occasion.short,
        "tps": f"{tps.label}, {village}",
        "day": named_day(occasion.day),
        "hours": _hours(revision.election.regime),
        "site": ", ".join(one for one in (tps.site, tps.address) if one) or BY_HAND,
        "contests": ", ".join(occasion.contests),
        "bring": BRING,
        "basis": occasion.basis,
        "foot": UNSEEN,
        "training": office.mode == Office.Mode.TRAINING,
        "ledger_seq": seq,
        "ledger_head": head,
    }


def _hours(regime: str) -> str:
    """The hours of voting as the regime has them; room for a pen where it has none."""
    known = load_regime(regime).parameters
    opens, closes = known.get("voting_opens"), known.get("voting_closes")
    if opens is None or closes is None:
        return f"{BY_HAND} waktu setempat"
    return f"{opens.value}–{closes.value} waktu setempat".replace(":", ".")


def _voter(at: int, row: PemilihVersi) -> dict[str, str]:
    lane = f"RT {row.rt or '–'} / RW {row.rw or '–'}"
    return {
        "number": str(at),
        "name": row.name,
        "address": ", ".join(one for one in (row.address, lane) if one),
    }
