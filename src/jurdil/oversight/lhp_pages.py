"""What the pages of supervision reports offer: choices, first values, what follows from one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurdil.kernel import clock
from jurdil.kernel.language import say
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import advice as advice_law
from jurdil.law.oversight.checklists import Checklist
from jurdil.law.oversight.field_reports import State
from jurdil.oversight import lhp_checklists, pages
from jurdil.oversight.lhp_facts import TEXTS
from jurdil.oversight.lhp_records import LhpPage
from jurdil.places import paths
from jurdil.stages import queries as stages

Choices = list[tuple[Any, Any]]
TAGS: dict[str, str] = {
    State.WAITING: "wait",
    State.EXAMINED: "info",
    State.RETURNED: "bad",
    State.ACCEPTED: "ok",
}
TURNS = (
    ("", gettext_lazy("Semua")),
    ("saya", gettext_lazy("Giliran saya memeriksa")),
    ("kembali", gettext_lazy("Dikembalikan kepada saya")),
    ("milik", gettext_lazy("Saya tulis")),
    ("tanpa-nomor", gettext_lazy("Belum bernomor")),
)


@dataclass(frozen=True)
class Follow:
    """Something that one step makes of a report: its code, words, icon and right."""

    code: str
    label: Any
    icon: str
    right: str


FOLLOWS = (
    Follow("cegah", gettext_lazy("Pencegahan"), "shield-check", "oversight.prevent"),
    Follow("saran", gettext_lazy("Saran perbaikan"), "speakerphone", "oversight.advice_give"),
    Follow("temuan", gettext_lazy("Konsep temuan"), "file-text", "oversight.lhp_draft"),
    Follow("ikp", gettext_lazy("Kejadian IKP"), "chart-bar", "oversight.lhp_propose"),
    Follow("rawan", gettext_lazy("TPS rawan"), "alert-triangle", "oversight.tps_flag"),
)


def follows(viewer: Viewer, page: LhpPage) -> tuple[Follow, ...]:
    """What the viewer may make of a report."""
    return tuple(one for one in FOLLOWS if allows(viewer, one.right) and _fits(one.code, page))


def _fits(code: str, page: LhpPage) -> bool:
    if code == "temuan":
        return page.row.violation
    if code == "rawan":
        return paths.level(page.row.path) == paths.TPS and page.row.election_id is not None
    return True


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way down from the list of reports."""
    return [(_("LHP"), reverse("oversight:lhp_list")), *more]


def stage_choices(viewer: Viewer) -> Choices:
    """Running elections with their stages, ``election:stage``; first of all no stage."""
    current = stages.current(viewer.about(None))
    found: Choices = [(":", _("Nontahapan"))]
    for election in current.elections:
        rows = [
            (f"{election.id}:{row.span.stage}", say(row.span.name))
            for row in current.of(election.id)
            if not row.recurring
        ]
        group = [(f"{election.id}:", _("Tanpa tahapan tertentu")), *rows]
        found.append((say(election.name), group))
    return found


def checklist_of(key: str) -> Checklist | None:
    """The checklist asked for, None for none."""
    return lhp_checklists.known().get(key)


def offered() -> list[tuple[str, str]]:
    """The newest checklists: key and name."""
    return [(one.key, say(one.name)) for one in lhp_checklists.offered()]


def stage_of(choices: Choices, checklist: Checklist | None) -> str:
    """The stage that a checklist belongs to, of the newest election that has it."""
    wanted = checklist.stages if checklist else ()
    for _name, group in reversed(choices[1:]):
        for value, _label in group:
            if value.partition(":")[2] in wanted:
                return str(value)
    first = choices[-1][1]
    return str(first[0][0]) if len(choices) > 1 else ":"


def first_values(
    viewer: Viewer, query: Mapping[str, str], stage: str, checklist: Checklist | None
) -> dict[str, Any]:
    """A new report's fields: own place, the last hour, the stage of the checklist."""
    now = clock.now().astimezone(clock.zone()).replace(second=0, microsecond=0)
    return {
        "path": query.get("tempat") or viewer.path,
        "stage": stage,
        "form": "langsung",
        "begins_at": now - timedelta(hours=1),
        "ends_at": now,
        "purpose": say(checklist.name) if checklist else "",
        **{name: query[name] for name in TEXTS if query.get(name)},
    }


def name_of(page: LhpPage) -> str:
    """How other rows call a report in words."""
    row = page.row
    number = row.number or _("belum bernomor")
    day = row.ends_at.astimezone(clock.zone())
    return _("LHP %(number)s, %(place)s, %(day)s") % {
        "number": number,
        "place": page.place,
        "day": f"{day:%d-%m-%Y}",
    }


def prevention_values(page: LhpPage) -> dict[str, Any]:
    """The first values of a prevention act from a report."""
    day = page.row.ends_at.astimezone(clock.zone()).date()
    return {
        "path": page.row.path,
        "stage": say(page.stage)[:80] if page.stage else "",
        "purpose": _("Tindak lanjut %(name)s") % {"name": name_of(page)},
        "order_number": page.report.order_number[:80],
        "held_from": day,
        "held_until": day,
    }


def advice_values(viewer: Viewer, page: LhpPage) -> dict[str, Any]:
    """The first values of an advice from a report; an oral one was given while supervising."""
    bodies = advice_law.LEVELS.get(viewer.role, ())
    oral = page.report.oral_advice
    return {
        "election": str(page.row.election_id or ""),
        "to": bodies[0] if bodies else "",
        "path": page.row.path,
        "form": "lisan",
        "about": "tps" if paths.level(page.row.path) == paths.TPS else "lain",
        "given_at": page.row.ends_at.astimezone(clock.zone()),
        "stage": say(page.stage) if page.stage else "",
        "fact": page.report.event or page.report.story,
        "request": oral,
        "note": name_of(page),
    }


def event_values(page: LhpPage) -> dict[str, Any]:
    """The first values of an event of the index from a report."""
    level = paths.level(page.row.path)
    return {
        "path": page.row.path,
        "happened_on": page.row.ends_at.astimezone(clock.zone()).date(),
        "source": name_of(page)[:200],
        "narrative": page.report.event or page.report.story,
        "severity": "kecamatan" if level == paths.KECAMATAN else "desa",
    }


def places_with(viewer: Viewer, page: LhpPage) -> Choices:
    """The viewer's places, and that of a report where it is a TPS."""
    found = place_choices(viewer)
    own = (page.row.path, page.place)
    return found if own[0] in dict(found) else [own, *found]


def place_choices(viewer: Viewer) -> Choices:
    """Every region in the viewer's place; a TPS officer has only the own TPS."""
    return list(pages.place_choices(viewer))
