"""What a file may still change: not a determined result, and not a result that replaced another.

Typing is refused once a contest is determined, unless something is held again at the TPS; a file
is held to the same, row by row. A row that is left out says how it differs, so that comparing a
file with what was signed stays possible.
"""

from collections.abc import Callable, Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurdil.kernel.acts import Refused
from jurdil.kernel.fields import within
from jurdil.law.formats import number
from jurdil.results import revotes
from jurdil.results.fixed import determined_within
from jurdil.results.ground import Held
from jurdil.results.import_options import AGAIN, DETERMINED, FORMER
from jurdil.results.models import LEVEL_TPS, Form, FormVersi
from jurdil.results.writing import read_figures

Told = Callable[[str, Mapping[str, int]], str]
GATES = frozenset({DETERMINED, FORMER, AGAIN})
REPLACED = (*revotes.REPLACING, FormVersi.Origin.RULING)
"""Origins of a result that stands in the place of an earlier one."""
NAMED = 3


def closed(election_id: int, contest: str, place: str) -> Callable[[str], bool]:
    """Tells of a TPS whether its result is determined and nothing is held again there."""
    fixed = determined_within(election_id, contest, place)
    opened = revotes.open_cases(election_id, contest)

    def told(path: str) -> bool:
        return path not in opened and any(within(path, one) for one in fixed)

    return told


def gate(held: Held, *, dated: bool) -> Told:
    """Tells why a row may not come in, '' when it may.

    A file that is not `dated` (Sirekap) does not say of which day's vote it is: where a vote was
    held again it is left out. Others are left out there when they repeat an earlier result.
    """
    shut = closed(held.election.pk, held.contest.id, held.election.path)
    earlier = _earlier(held)

    def told(path: str, figures: Mapping[str, int]) -> str:
        if shut(path):
            return DETERMINED
        if path not in earlier:
            return ""
        if not dated:
            return AGAIN
        return FORMER if any(_repeats(figures, old) for old in earlier[path]) else ""

    return told


def require_open(told: Told, forms: Mapping[str, Mapping[str, int]]) -> None:
    """Raise `Refused`, naming them, when rows of a preview may not come in any more."""
    since = sorted(path for path, figures in forms.items() if told(path, figures) in GATES)
    if since:
        raise Refused(
            _(
                "Sesudah pratinjau ini dibuat, hasil TPS %(tps)s ditetapkan atau diganti. Unggah "
                "lagi berkasnya; TPS itu lalu dilewati."
            )
            % {"tps": named(since)}
        )


def named(paths: Iterable[str]) -> str:
    """The first of some TPS by code, and how many more there are."""
    ordered = sorted(paths)
    shown, more = ", ".join(ordered[:NAMED]), len(ordered[NAMED:])
    if not more:
        return shown
    rest = ngettext("%(count)s TPS lain", "%(count)s TPS lain", more) % {"count": more}
    return _("%(shown)s dan %(rest)s") % {"shown": shown, "rest": rest}


def differences(figures: Mapping[str, int], present: str | None) -> list[tuple[str, int, int]]:
    """(figure, in the file, on record) where a row and the form that is in both have a figure."""
    old = read_figures(present) if present else {}
    return [
        (name, value, old[name]) for name, value in figures.items() if old.get(name, value) != value
    ]


def told_differences(differs: Iterable[tuple[str, int, int]]) -> str:
    """What `differences` found, in words; '' when there is none."""
    rows = list(differs)
    told = [
        _("%(figure)s %(file)s, tercatat %(old)s")
        % {"figure": name, "file": number(new, "id"), "old": number(old, "id")}
        for name, new, old in rows[:NAMED]
    ]
    more = len(rows[NAMED:])
    rest = ngettext("dan %(count)s angka lain", "dan %(count)s angka lain", more)
    return "; ".join([*told, rest % {"count": more}] if more else told)


def _earlier(held: Held) -> dict[str, list[dict[str, int]]]:
    """Figures that were replaced, or are to be, by path: of TPS where something is held again, and
    of those whose result replaced another."""
    opened = revotes.open_cases(held.election.pk, held.contest.id)
    forms = Form.objects.filter(
        election_id=held.election.pk, contest=held.contest.id, level=LEVEL_TPS
    )
    replaced = forms.filter(current__origin__in=REPLACED).values_list("path", "current_id")
    now = dict(replaced)
    found: dict[str, list[dict[str, int]]] = {path: [] for path in (*opened, *now)}
    versions = FormVersi.objects.filter(form__in=forms.filter(path__in=found))
    for pk, path, figures in versions.values_list("pk", "form__path", "figures"):
        if path in opened or pk != now.get(path):
            found[path].append(read_figures(figures))
    return found


def _repeats(figures: Mapping[str, int], old: Mapping[str, int]) -> bool:
    """Whether a row says what an earlier version said, as far as both have figures."""
    shared = figures.keys() & old.keys()
    return bool(shared) and all(figures[name] == old[name] for name in shared)
