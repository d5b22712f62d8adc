"""What the pages of re-votes and disputes show, made ready."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.deadlines import Ground
from jurdil.law.figure import Figure
from jurdil.law.revote import NAMES, Kind, State
from jurdil.parties import queries as parties
from jurdil.places import maps
from jurdil.results.forms.revote import ClaimForm, FollowForm, RegisterForm, RulingForm
from jurdil.results.pages.common import name_of, plain
from jurdil.results.queries.disputes import DisputePage
from jurdil.results.queries.revotes import CasePage, Overview
from jurdil.web.charts.choropleth import Map


@dataclass(frozen=True)
class Link:
    """A contest of a case: its name, where its form is typed, whether its result is in."""

    name: str
    url: str
    done: bool


@dataclass(frozen=True)
class ClaimLine:
    """A claimed TPS with its figures in words."""

    label: str
    url: str
    text: str
    ruled: bool
    figures: tuple[tuple[str, int | None, int | None, int | None], ...]


@dataclass(frozen=True)
class Step:
    """A form that can be sent about a dispute: where to, its title, its button."""

    form: forms.Form
    url: str
    title: str
    button: str
    open: bool


def grounds(known: Mapping[Kind, Sequence[Ground]]) -> list[tuple[str, str]]:
    """The grounds of all kinds as choices, with article; unconfirmed ones say so."""
    return [
        (one.code, f"{plain(NAMES[kind])}: {plain(one.text)} ({one.article}{_mark(one)})")
        for kind, some in known.items()
        for one in some
    ]


def contest_choices(viewer: Viewer, election_id: int) -> list[tuple[str, str]]:
    """The contests held here as choices."""
    province = viewer.path[:2]
    return [(one.id, plain(one.name_in(province))) for one in parties.contests(viewer, election_id)]


def chosen_name(overview: Overview, path: str) -> str:
    """The name of the kecamatan that the list is narrowed to, '' for none that has cases."""
    return next((row.name for row in overview.rows if row.path == path), "")


def revote_map(viewer: Viewer, overview: Overview, election_id: int) -> Map | None:
    """The kecamatan by how many TPS hold something again; None without cases or outlines."""
    if not overview.rows:
        return None
    counts = {row.path: row.total.value for row in overview.rows}
    known = {path: value for path, value in counts.items() if isinstance(value, int)}
    link = f"{reverse('results:revotes', args=[election_id])}?kecamatan="
    return maps.by_kecamatan(viewer, known, link, missing=0)


def entry_links(case: CasePage) -> tuple[Link, ...]:
    """Where the new forms of a case are typed, once it was held."""
    if case.row.state not in (State.HELD, State.DONE):
        return ()
    return tuple(
        Link(
            plain(name),
            reverse("results:entry", args=[case.election_id, code, case.row.path]),
            code in case.done,
        )
        for code, name in zip(case.contest_codes, case.row.contests, strict=True)
    )


def claim_values(dispute: DisputePage, given: Mapping[str, Any]) -> dict[str, Any]:
    """What the act takes: the figures already claimed at this TPS and the new one."""
    known = next((one for one in dispute.claims if one.path == given["path"]), None)
    rows = known.figures if known else ()
    mine = {name: value for name, value, _kpu, _overseer in rows if value is not None}
    theirs = {name: value for name, _mine, _kpu, value in rows if value is not None}
    mine[given["figure"]] = given["petitioner"]
    if given["overseer"] is not None:
        theirs[given["figure"]] = given["overseer"]
    text = given["text"] or (known.text if known else "")
    return {"path": given["path"], "petitioner": mine, "overseer": theirs, "text": text}


def claim_rows(dispute: DisputePage) -> tuple[ClaimLine, ...]:
    """The claimed TPS with the names of their figures."""
    names = dispute.standings[0].names if dispute.standings else {}
    labels = {code: plain(name) for code, name in names.items()}
    return tuple(
        ClaimLine(
            label=f"{one.label} {one.village}",
            url=reverse("results:tps", args=[dispute.election_id, dispute.contest_code, one.path]),
            text=one.text,
            ruled=one.ruled,
            figures=tuple((plain(name_of(labels, row[0])), *row[1:]) for row in one.figures),
        )
        for one in dispute.claims
    )


def gate_figures(dispute: DisputePage) -> tuple[Figure, ...]:
    """The gate of art. 158 as figures that explain themselves; empty where it does not hold."""
    gate = dispute.gate
    return (gate.difference, gate.share, gate.limit) if gate else ()


def dispute_forms(
    viewer: Viewer, dispute: DisputePage, bound: Mapping[str, forms.Form]
) -> tuple[Step, ...]:
    """The steps that are due and that the viewer may take; a form that failed is shown again."""
    due = _due_steps(dispute)
    return tuple(
        Step(
            form=bound.get(name) or _FORMS[name](),
            url=reverse(f"results:dispute_{name}", args=[dispute.row.id]),
            title=title,
            button=button,
            open=name in bound,
        )
        for name, right, title, button in _steps()
        if name in due and allows(viewer, right)
    )


_FORMS: Mapping[str, type[forms.Form]] = {
    "claim": ClaimForm,
    "register": RegisterForm,
    "ruling": RulingForm,
    "follow": FollowForm,
}


def _due_steps(dispute: DisputePage) -> set[str]:
    if dispute.row.outcome:
        return {"follow"} if dispute.granted else set()
    return {"claim", "ruling"} | ({"register"} if dispute.registered_on is None else set())


def _steps() -> tuple[tuple[str, str, str, str], ...]:
    """Name, right, title and button of every step."""
    return (
        ("claim", "results.claim_tps", _("Dalil per TPS"), _("Catat dalil")),
        ("register", "results.register_dispute", _("Registrasi"), _("Catat registrasi")),
        ("ruling", "results.decide_dispute", _("Putusan"), _("Catat putusan")),
        (
            "follow",
            "results.apply_ruling",
            _("Tindak lanjut pada angka"),
            _("Terapkan angka putusan"),
        ),
    )


def _mark(ground: Ground) -> str:
    return "" if ground.confirmed else _(", belum dikonfirmasi")
