"""What the forms of several concerns offer and begin with."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurdil.kernel.language import say
from jurdil.kernel.queries.header import running_elections
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime

NEEDS = {
    "letter": gettext_lazy("nomor surat atau BA"),
    "reference": gettext_lazy("nomor rujukan"),
    "note": gettext_lazy("catatan"),
    "sanction": gettext_lazy("golongan sanksi"),
    "ruling": gettext_lazy("amar putusan"),
}


def elections(viewer: Viewer) -> list[tuple[str, str]]:
    """The running elections by name."""
    return [(str(one.id), say(one.name)) for one in running_elections(viewer.about(None))]


def contests(viewer: Viewer) -> list[tuple[str, str]]:
    """The contests of any running election, in the order of the ballots."""
    found = {
        one.id: say(one.name)
        for election in running_elections(viewer.about(None))
        for one in sorted(load_regime(election.regime).contests, key=lambda each: each.order)
    }
    return list(found.items())


def steps(offered: Iterable[Any]) -> list[tuple[str, str]]:
    """The steps that may follow, each with what it must be given."""
    return [(one.id, _offer(one)) for one in offered]


def _offer(step: Any) -> str:
    name = say(step.name)
    if not step.needs:
        return name
    wanted = ", ".join(str(NEEDS[need]) for need in step.needs)
    return _("%(step)s – perlu %(wanted)s") % {"step": name, "wanted": wanted}


def initial(viewer: Viewer, asked: Mapping[str, str], source: str) -> dict[str, Any]:
    """What a form begins with: the election looked at, and where it was opened from.

    `source` is the form's field for `asal`, such as ``lhp:7``.
    """
    return {
        "election": str(viewer.election_id or ""),
        source: asked.get("asal", ""),
        "path": asked.get("tempat", ""),
    }
