"""Turnout of a place out of the recapitulation, and beside it the earlier elections on file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jurdil.kernel import clock
from jurdil.kernel.roles import KPU, ROLES
from jurdil.law.participation import applicants, turnout
from jurdil.law.participation.turnout import ALL, MEN, WOMEN, Counts, Disabled, Sheet
from jurdil.law.recap import Cell
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Body, TurnoutFormula
from jurdil.law.text import Text
from jurdil.outreach.models import EarlierTurnout
from jurdil.places import paths

COLUMNS = (ALL, MEN, WOMEN)
GROUPS = ("dpt", "dptb", "dpk")
DISABLED = "disabilitas"


@dataclass(frozen=True)
class Earlier:
    """An earlier election at one place, by column."""

    regime: str
    contest: str
    columns: Mapping[str, Counts]
    disabled: Disabled
    source: str

    @property
    def formulas(self) -> tuple[TurnoutFormula, ...]:
        return load_regime(self.regime).turnout

    @property
    def name(self) -> Text:
        return load_regime(self.regime).name

    def sheet(self) -> Sheet:
        """Its turnout by the formulas of its own regime."""
        return turnout.sheet(self.formulas, self.columns, self.disabled)


LEVELS = {"kecamatan": paths.KECAMATAN, "desa": paths.VILLAGE}
"""The depth of the places that applicants are recorded at."""


def bodies_called(regime: str) -> tuple[Body, ...]:
    """The ad hoc bodies of an election that this house calls for; the other house calls its own."""
    office = clock.office()
    house = office.kind if office else KPU
    others = frozenset(role.code for role in ROLES.values() if role.house != house)
    return applicants.bodies(load_regime(regime), others)


def whole(cells: Mapping[str, Cell], name: str) -> int | None:
    """A figure that every form of the place has; None when one lacks it, since users of some
    TPS over voters of others are no turnout."""
    cell = cells.get(name)
    most = max((one.have for one in cells.values()), default=0)
    return cell.sum if cell is not None and cell.have == most else None


def counts(cells: Mapping[str, Cell], column: str, source: str) -> Counts:
    """The voters and users of one column of the forms."""
    used = {group: whole(cells, f"guna_{group}{column}") for group in GROUPS}
    return Counts(whole(cells, f"dpt{column}"), used, source)


def sheet_of(
    formulas: Iterable[TurnoutFormula],
    cells: Mapping[str, Cell],
    source: str,
    listed_disabled: int | None,
) -> Sheet:
    """The turnout of a place by sex and disability out of its forms."""
    columns = {one: counts(cells, one, source) for one in COLUMNS}
    return turnout.sheet(formulas, columns, disabled(cells, source, listed_disabled))


def disabled(cells: Mapping[str, Cell], source: str, listed: int | None) -> Disabled:
    """Users with a disability out of the forms beside the registered ones."""
    return Disabled(whole(cells, DISABLED), listed, source)


def earlier(paths: Iterable[str], contest: str, before: str) -> dict[str, tuple[Earlier, ...]]:
    """The earlier elections on file for places, the newest election first.

    Of each regime the same contest where it is on file, else the presidential one; of each row the
    newest import. The regime `before` itself is left out.
    """
    wanted = set(paths)
    rows: dict[tuple[str, str, str], dict[str, EarlierTurnout]] = defaultdict(dict)
    kept = EarlierTurnout.objects.filter(path__in=wanted).exclude(regime=before)
    for row in kept.order_by("batch", "pk"):
        rows[row.path, row.regime, row.contest][row.column] = row
    found: dict[str, list[Earlier]] = defaultdict(list)
    for path, regime in sorted({key[:2] for key in rows}, reverse=True):
        held = [key[2] for key in rows if key[:2] == (path, regime)]
        chosen = contest if contest in held else next((o for o in held if o == "ppwp"), held[0])
        found[path].append(_earlier(regime, chosen, rows[path, regime, chosen]))
    return {path: tuple(ones) for path, ones in found.items()}


def _earlier(regime: str, contest: str, rows: Mapping[str, EarlierTurnout]) -> Earlier:
    columns = {
        column: Counts(row.voters, {"dpt": row.dpt, "dptb": row.dptb, "dpk": row.dpk}, row.source)
        for column, row in rows.items()
    }
    all_ = rows.get(ALL)
    disabled = Disabled(all_.disabled, all_.disabled_voters, all_.source) if all_ else Disabled()
    source = next((row.source for row in rows.values()), "")
    return Earlier(regime, contest, columns, disabled, source)
