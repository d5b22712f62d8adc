"""Rows of the quarter's tables made ready: places in words, badges, forms to type into."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jurdil.kernel.language import say
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, share
from jurdil.law.pdpb import ARTICLE, CONFIRMED
from jurdil.law.regime import load_regime
from jurdil.law.text import Text
from jurdil.law.voters.flow import Count, Flow, voters
from jurdil.voters.models import Kunjungan, Usulan
from jurdil.voters.pages.common import place_names
from jurdil.voters.pages.pdpb import quarter as flows
from jurdil.voters.pages.pdpb.words import (
    CHECK_WHY,
    CHECKS,
    KINDS,
    OUTCOME_BADGES,
    OUTCOMES,
    RESULT_BADGES,
    STANDINGS,
    WHYS,
)
from jurdil.voters.pages.people import Line as VoterLine
from jurdil.voters.pages.people import lines as voter_lines
from jurdil.voters.pages.proposals import Line as ProposalLine
from jurdil.voters.pages.proposals import lines as proposal_lines
from jurdil.voters.pdpb.quarters import REGIME
from jurdil.voters.pdpb.sidalih import COLUMNS
from jurdil.voters.queries.pdpb import (
    AgencyRowShown,
    Comparison,
    DeliveryRow,
    Desk,
    PaperGroup,
    PlaceFigures,
    Recap,
    Told,
    VisitBoard,
    VisitRow,
)

_DISABLED = Text("Penyandang disabilitas", "Voters with disabilities")
_PROPOSAL_KINDS = dict(Usulan.Kind.choices)


@dataclass(frozen=True)
class AgencyLine:
    """A row of an agency with its words."""

    row: AgencyRowShown
    place: str
    outcome: str
    badge: str
    why: str


@dataclass(frozen=True)
class VisitLine:
    """A visit with the voter's line and its words."""

    row: VisitRow
    voter: VoterLine
    why: str
    result: str
    badge: str


@dataclass(frozen=True)
class GroupLine:
    """Proposals of one paper, with their lines and kinds in words."""

    group: PaperGroup
    kinds: str
    lines: tuple[ProposalLine, ...]
    whole: bool


@dataclass(frozen=True)
class RecapLine:
    """A place of the recap: its counts, and the figures that explain them."""

    path: str
    name: str
    villages: int
    tps: int
    flow: Flow
    line: flows.Line


@dataclass(frozen=True)
class Reason:
    """A reason or group with its figure."""

    name: str
    count: Count
    figure: Figure


def outcomes(row: DeliveryRow) -> tuple[tuple[str, str, str, int], ...]:
    """What became of a delivery's rows: code, words, badge, how many."""
    return tuple(
        (code, str(words), OUTCOME_BADGES[code], row.outcomes[code])
        for code, words in OUTCOMES.items()
        if row.outcomes.get(code)
    )


def agency_lines(viewer: Viewer, rows: Sequence[AgencyRowShown]) -> tuple[AgencyLine, ...]:
    """Rows of an agency's file."""
    names = place_names(viewer, [row.village for row in rows])
    return tuple(
        AgencyLine(
            row,
            names.get(row.village, row.village),
            str(OUTCOMES[row.outcome]),
            OUTCOME_BADGES[row.outcome],
            str(WHYS.get(row.why, "")),
        )
        for row in rows
    )


def visit_lines(viewer: Viewer, rows: Sequence[VisitRow]) -> tuple[VisitLine, ...]:
    """Visits with their voters."""
    shown = voter_lines(viewer, [row.voter for row in rows])
    return tuple(
        VisitLine(
            row,
            voter,
            str(Kunjungan.Why(row.why).label),
            str(Kunjungan.Result(row.result).label) if row.result else "",
            RESULT_BADGES.get(row.result, "wait"),
        )
        for row, voter in zip(rows, shown, strict=True)
    )


def progress(viewer: Viewer, board: VisitBoard) -> tuple[tuple[str, str, Figure], ...]:
    """Per village: path, name, share of its visits that have a result."""
    names = place_names(viewer, [village for village, _n, _done in board.by_village])
    return tuple(
        (village, names.get(village, village), _done_share(count, done))
        for village, count, done in board.by_village
    )


def standings(board: VisitBoard) -> tuple[tuple[str, str, int], ...]:
    """The ways to look at visits: code, words, how many."""
    return tuple((code, str(words), board.counts[code]) for code, words in STANDINGS.items())


def checks(board: VisitBoard) -> tuple[tuple[str, str, int, str], ...]:
    """The checks of the list: code, words, how many, why they would be visited."""
    return tuple(
        (code, str(words), board.checks[code], CHECK_WHY[code]) for code, words in CHECKS.items()
    )


def groups(viewer: Viewer, desk: Desk) -> tuple[GroupLine, ...]:
    """Proposals by paper. `whole`: this viewer may accept all of the group at once."""
    return tuple(
        GroupLine(
            one,
            ", ".join(str(_PROPOSAL_KINDS[kind]) for kind in one.kinds),
            proposal_lines(viewer, one.rows),
            bool(one.evidence) and len(one.rows) > 1 and not one.mine,
        )
        for one in desk.groups
    )


def kinds(desk: Desk) -> tuple[tuple[str, str, int], ...]:
    """The kinds of proposals that wait: code, words, how many."""
    return tuple((code, str(words), desk.waiting.get(code, 0)) for code, words in KINDS.items())


def recap_lines(rows: Sequence[PlaceFigures]) -> tuple[RecapLine, ...]:
    """Places of the recap."""
    return tuple(recap_line(row) for row in rows)


def recap_line(row: PlaceFigures) -> RecapLine:
    """A place of the recap."""
    figures = row.figures
    return RecapLine(
        path=row.path,
        name=row.name,
        villages=figures.villages,
        tps=figures.tps,
        flow=figures.flow,
        line=flows.flow(figures.flow),
    )


def breakdown(recap: Recap) -> tuple[tuple[str, tuple[Reason, ...]], ...]:
    """New, TMS and disability by reason, with men and women."""
    figures = recap.place.figures
    parts = (
        (Text("Pemilih baru", "New voters"), "pdpb_baru", figures.new),
        (Text("Pemilih TMS", "Struck voters (TMS)"), "tms", figures.tms),
        (_DISABLED, "disabilitas", figures.disabilities),
    )
    return tuple((say(title), _reasons(codes, counts)) for title, codes, counts in parts)


def columns() -> tuple[str, ...]:
    """The heads of Sidalih's columns."""
    return tuple(say(name) for name in COLUMNS.values())


def differing(found: Comparison) -> tuple[Told, ...]:
    """The places whose figures differ."""
    return tuple(one for one in found.places if not one.same)


def typed(path: str, given: Mapping[str, Any]) -> dict[str, int]:
    """The figures typed for a place; an empty cell is absent. Raises ValueError for no number."""
    found = {}
    for column in COLUMNS:
        text = given.get(f"{path}:{column}", "").replace(".", "").strip()
        if text:
            found[column] = _whole(text)
    return found


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        raise ValueError(text)
    return int(text)


def _reasons(codes: str, counts: Mapping[str, Count]) -> tuple[Reason, ...]:
    names = {one.code: one.name for one in load_regime(REGIME).codes_of(codes)}
    unsaid = Text("Sebab belum dicatat", "Reason not recorded")
    known = [*names, *(code for code in counts if code not in names)]
    return tuple(
        _reason(say(names.get(code, unsaid)), counts.get(code, Count()))
        for code in known
        if code in names or counts[code].total
    )


def _reason(name: str, count: Count) -> Reason:
    return Reason(name, count, voters(count))


def _done_share(count: int, done: int) -> Figure:
    return share(
        Input(Text("Ada hasilnya", "With a result"), done),
        Input(Text("Kunjungan", "Visits"), count),
        article=ARTICLE,
        confirmed=CONFIRMED,
    )
