"""What the pages of the chain show, made ready: figures, badges, links."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure
from jurdil.law.regime import load_regime
from jurdil.law.voters import chain as law
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.voters import queries
from jurdil.voters.models import Revisi
from jurdil.voters.queries import PlaceRow, RevisionRow, Standing
from jurdil.voters.steps import ANNOUNCED, REGENCY, STEPS


@dataclass(frozen=True)
class Step:
    """A revision as a row of the chain; `row` is None for one that is not opened yet."""

    kind: str
    title: str
    row: RevisionRow | None
    badge: str
    state: str
    now: Figure | None


@dataclass(frozen=True)
class Line:
    """A place in a revision: its state as a badge, its figures."""

    row: PlaceRow
    url: str
    badge: str
    state: str
    now: Figure
    carried: Figure


def steps(chain: "queries.Chain") -> tuple[Step, ...]:
    """The whole chain, what is opened and what is to come."""
    opened = [_step(row) for row in chain.rows]
    known = {row.kind for row in chain.rows}
    ahead = [
        Step(kind, str(Revisi.Kind(kind).label), None, "none", _("Belum dibuka"), None)
        for kind, step in STEPS.items()
        if kind not in known and not step.ordered
    ]
    return (*opened, *ahead)


def _step(row: RevisionRow) -> Step:
    badge = ("ok", _("Ditetapkan")) if row.done else ("warn", _("Berjalan"))
    return Step(
        row.kind,
        row.title,
        row,
        *badge,
        law.voters(row.flow.now, load_regime(row.regime), row.title),
    )


def lines(found: Standing) -> tuple[Line, ...]:
    """The places in a place, each with where it stands."""
    return tuple(line(found, row) for row in found.rows)


def line(found: Standing, row: PlaceRow) -> Line:
    """One place with where it stands."""
    flow = row.figures.flow
    badge, state = _state(found, row)
    url = "" if "/" in row.path else place_url(found.revision.id, row.path)
    regime, source = load_regime(found.revision.regime), found.revision.title
    now, carried = law.voters(flow.now, regime, source), law.carried(flow, regime, source)
    return Line(row, url, badge, state, now, carried)


def _state(found: Standing, row: PlaceRow) -> tuple[str, str]:
    if "/" in row.path:
        return "", ""
    if row.plenary and row.plenary.held:
        return "ok", _("Sudah pleno")
    if found.revision.done:
        return "ok", _("Tercakup")
    if row.plenary:
        return "warn", _("Pleno disiapkan")
    if row.level:
        return "bad", _("Belum pleno")
    return ("ok", _("Sudah tetap")) if row.fixed else ("none", _("Berjalan"))


def place_url(revision_id: int, path: str) -> str:
    """The page of a place in a revision."""
    return f"{reverse('voters:revision', args=[revision_id])}?wilayah={path}"


def crumbs(viewer: Viewer, found: Standing) -> list[tuple[str, str]]:
    """The way down to a place within a revision."""
    way = places.breadcrumb(viewer, found.here.path)
    return [
        (_("Data Pemilih"), reverse("voters:index")),
        (_("Rangkaian daftar"), reverse("voters:chain")),
        *(
            (one.label, place_url(found.revision.id, one.path) if one.reachable else "")
            for one in way
            if paths.level(one.path) >= paths.REGENCY
        ),
    ]


@dataclass(frozen=True)
class May:
    """What the viewer can do next at a place of a revision."""

    prepare: bool
    decide: str
    copy: bool
    announce: bool
    fix_source: bool
    comment: bool


def may(viewer: Viewer, found: Standing) -> May:
    """Buttons by state and right; `decide` is the code of the act or ''."""
    here, revision = found.here, found.revision
    plenary, running = here.plenary, not revision.done
    decide = ""
    if running and plenary and not plenary.held:
        decide = "determine" if here.level == REGENCY else "hold"
    source = revision.kind == Revisi.Kind.SOURCE
    at_office = here.level == REGENCY
    announced = bool(plenary and plenary.announcement)
    return May(
        prepare=bool(running and here.level and not plenary and not source)
        and allows(viewer, "voters.chain_prepare"),
        decide=decide if decide and allows(viewer, f"voters.chain_{decide}") else "",
        copy=bool(plenary and plenary.held) and allows(viewer, "voters.chain_copy"),
        announce=at_office
        and revision.done
        and revision.kind in ANNOUNCED
        and not announced
        and allows(viewer, "voters.chain_announce"),
        fix_source=running and source and at_office and allows(viewer, "voters.chain_source"),
        comment=revision.done and revision.kind in ("dps", "dpshp"),
    )


def village_choices(viewer: Viewer) -> Sequence[tuple[str, str]]:
    """The villages of the office, to choose those an order re-opens."""
    return [(place.path, place.label) for place in places.villages(viewer, viewer.path)]


def kind_name(kind: str) -> str:
    """A revision's kind in words."""
    return str(Revisi.Kind(kind).label)


def plenary_title(found: Standing) -> str:
    """What the plenary of a place about a revision is called."""
    facts = {"name": found.revision.title, "place": found.here.name}
    return _("Rapat pleno %(name)s %(place)s") % facts


def chain_url() -> str:
    """The page of the chain."""
    return reverse("voters:chain")
