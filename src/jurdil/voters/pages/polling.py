"""What the pages around voting day show, made ready: sums, links, words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.models import Election
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.voters import dptb
from jurdil.law.voters.notices import REASONS, Notices, together
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.places.records import ElectionRow
from jurdil.voters import transfers
from jurdil.voters.pages.common import Choice, in_words, place_name, place_names
from jurdil.voters.queries import CommentRow, MarkRow, Seed, TpsCounts, TransferRow, pdpb
from jurdil.web.words import language

CAP = "tps_max_voters"


@dataclass(frozen=True)
class Sums:
    """TPS added up; `dpk` counts only what is recorded, `dpk_tps` how many TPS that is.

    `crowded` are TPS where more may come than the regime lets a TPS have.
    """

    tps: int
    men: int
    women: int
    dpt: int
    going: int
    coming: int
    expected: int
    dpk: int
    dpk_tps: int
    marked: int
    notices: Notices
    notices_tps: int
    crowded: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A place with its sums and its page; a TPS has none."""

    path: str
    name: str
    url: str
    sums: Sums


@dataclass(frozen=True)
class Named:
    """A transfer in words."""

    row: TransferRow
    origin: str
    target: str
    reason: str
    ballots: str


@dataclass(frozen=True)
class Reason:
    """A reason to vote elsewhere with its last day."""

    name: str
    last_day: date
    is_open: bool


def summed(rows: Iterable[TpsCounts], cap: int | None = None) -> Sums:
    """The sums of some TPS; `cap` is the most voters of a TPS, None where none is known."""
    known = list(rows)
    papers = [row.notices for row in known if row.notices]
    return Sums(
        tps=len(known),
        men=sum(row.men for row in known),
        women=sum(row.women for row in known),
        dpt=sum(row.dpt for row in known),
        going=sum(row.going for row in known),
        coming=sum(row.coming for row in known),
        expected=sum(row.expected for row in known),
        dpk=sum(row.dpk or 0 for row in known),
        dpk_tps=sum(row.dpk is not None for row in known),
        marked=sum(row.marked for row in known),
        notices=together(papers),
        notices_tps=len(papers),
        crowded=tuple(
            row.path for row in known if cap is not None and row.coming and row.expected > cap
        ),
    )


def cap_of(election: ElectionRow) -> int | None:
    """The most voters of a TPS in an election; None where the regime has no such figure."""
    try:
        return load_regime(election.regime).parameter(CAP).whole()
    except LookupError:
        return None


def lines(
    viewer: Viewer, path: str, rows: Sequence[TpsCounts], cap: int | None = None
) -> tuple[Line, ...]:
    """The places directly below one (TPS of a village), each with its sums."""
    level = paths.level(path)
    groups: dict[str, list[TpsCounts]] = {}
    for row in rows:
        groups.setdefault(_part(row.path, level), []).append(row)
    names = place_names(viewer, list(groups))
    return tuple(
        Line(one, _name(names, one), _url(one), summed(below, cap))
        for one, below in sorted(groups.items())
    )


def _part(path: str, level: int) -> str:
    """The ancestor of a TPS one level below `level`."""
    if level >= paths.VILLAGE:
        return path
    return ".".join(path.partition("/")[0].split(".")[: level + 1])


def _name(names: dict[str, str], path: str) -> str:
    village, _slash, number = path.partition("/")
    return f"TPS {number}" if number else names.get(village, village)


def _url(path: str) -> str:
    return "" if "/" in path else url(path)


def url(path: str) -> str:
    """The page around voting day of a place."""
    return f"{reverse('voters:polling')}?wilayah={path}"


def crumbs(viewer: Viewer, path: str) -> list[tuple[str, str]]:
    """The way down to a place."""
    way = places.breadcrumb(viewer, path.partition("/")[0])
    return [
        (_("Data Pemilih"), reverse("voters:index")),
        *((one.label, url(one.path) if one.reachable else "") for one in way),
    ]


def notice_lines(notices: Notices) -> tuple[tuple[str, int], ...]:
    """Returned notices by reason, in words."""
    return tuple(
        (name.pick(language()), notices.undelivered.get(code, 0)) for code, name in REASONS.items()
    )


def seed_lines(seeds: Iterable[Seed]) -> tuple[tuple[str, int], ...]:
    """What an election leaves for the next PDPB, counted by where it comes from."""
    names = {
        "tanda": _("Bertanda dalam DPT"),
        "pemberitahuan": _("Pemberitahuan kembali: meninggal, pindah, tidak dikenal"),
        "dpk": _("DPK yang belum ada dalam daftar"),
    }
    found = [one.source for one in seeds]
    return tuple((name, found.count(source)) for source, name in names.items())


def seeds_url(viewer: Viewer) -> str:
    """Where an open quarter turns what a voting day left into visits; '' without one."""
    newest = pdpb.newest(viewer) if allows(viewer, "voters.pdpb_visit") else None
    if newest is None or newest.determined:
        return ""
    return f"{reverse('voters:pdpb_visits', args=[newest.id])}#pemungutan"


def named(viewer: Viewer, election: ElectionRow, rows: Iterable[TransferRow]) -> tuple[Named, ...]:
    """Transfers in words."""
    held = _election(election.id)
    short = {one.id: one.short for one in transfers.contests_of(held)}
    known = {one.code: one.name.pick(language()) for one in _reasons(held)}
    return tuple(
        Named(
            row,
            row.origin_name or place_name(viewer, row.origin),
            row.target_name or place_name(viewer, row.target),
            known.get(row.reason, row.reason),
            ", ".join(short.get(one, one) for one in row.ballots),
        )
        for row in rows
    )


def reasons(election: ElectionRow) -> tuple[Reason, ...]:
    """Every reason with its last day and whether it is open today."""
    today = clock.today()
    return tuple(
        Reason(one.name.pick(language()), one.last_day, one.open_on(today))
        for one in _reasons(_election(election.id))
    )


def reason_choices(election: ElectionRow) -> list[Choice]:
    """The reasons that are open today, to choose from."""
    today = clock.today()
    known = _reasons(_election(election.id))
    return [(one.code, one.name.pick(language())) for one in known if one.open_on(today)]


def contest_choices(election: ElectionRow) -> list[Choice]:
    """The ballots of an election."""
    held = transfers.contests_of(_election(election.id))
    return [(one.id, one.name.pick(language())) for one in held]


def marks(viewer: Viewer, rows: Sequence[MarkRow]) -> tuple[tuple[MarkRow, str], ...]:
    """Marks with the place in words."""
    names = in_words(viewer, (row.tps or row.village for row in rows))
    return tuple((row, names[row.tps or row.village]) for row in rows)


def comments(
    viewer: Viewer, rows: Sequence[CommentRow]
) -> tuple[tuple[CommentRow, str, str, str], ...]:
    """Comments with the village, and their state as badge and words."""
    names = place_names(viewer, [row.village for row in rows])
    return tuple((row, names.get(row.village, row.village), *_state(row)) for row in rows)


def _state(row: CommentRow) -> tuple[str, str]:
    if row.answered_at:
        return "ok", _("Dijawab")
    if row.proposal:
        return "warn", _("Usulan: %(state)s") % {"state": row.proposal_state}
    return "bad", _("Menunggu")


def _election(election_id: int) -> Election:
    return Election.objects.get(pk=election_id)


def _reasons(election: Election) -> tuple[dptb.Reason, ...]:
    if election.voting_day is None:
        return ()
    return dptb.reasons(load_regime(election.regime), election.voting_day)


def transfers_url() -> str:
    """The register of voters who vote elsewhere."""
    return reverse("voters:transfers")


def marks_url() -> str:
    """The marks beside voters."""
    return reverse("voters:marks")


def voter_url(voter_id: int) -> str:
    """The page of a voter."""
    return reverse("voters:voter", args=[voter_id])


def comments_url(revision_id: int) -> str:
    """The register of comments on a list."""
    return reverse("voters:comments", args=[revision_id])


def comment_url(comment_id: int) -> str:
    """One comment."""
    return reverse("voters:comment", args=[comment_id])
