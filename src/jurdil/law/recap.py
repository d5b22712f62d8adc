"""Recapitulation upward: what the forms below add up to, and how much of it is in.

A place is the path of its code: `73.12.01.1001/007` is a TPS; its village, kecamatan, regency and
province are the shorter paths, the nation is the empty path. Every sum carries its coverage:
`have`, the forms with that figure, of `expected`, the TPS there are. A sum of no figures is absent,
not 0.

The figures of C parts I to V are totalled per kecamatan, regency, province and nation alike
(PKPU 5/2024 art. 5).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

NATION = ""
Form = Mapping[str, int | None]


class UnknownPlace(LookupError):
    """A form comes from a village that no TPS is expected in, or a path is not in the recap."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of one place: its sum so far (None: no form has it) and its coverage."""

    sum: int | None
    have: int
    expected: int

    @property
    def complete(self) -> bool:
        """True when every expected TPS has the figure."""
        return self.have >= self.expected


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums and coverage of one place, in the order of the recap's figures."""

    sums: tuple[int, ...]
    haves: tuple[int, ...]
    forms: int


@dataclass(frozen=True, slots=True)
class Recap:
    """The recapitulation of one contest: `tallies` and `expected` TPS of every place by path."""

    figures: tuple[str, ...]
    villages: frozenset[str]
    tallies: Mapping[str, Tally]
    expected: Mapping[str, int]

    def cell(self, path: str, figure: str) -> Cell:
        """Return one figure of one place; UnknownPlace or ValueError when there is none."""
        tally = self.tally(path)
        at = self.figures.index(figure)
        have = tally.haves[at]
        return Cell(tally.sums[at] if have else None, have, self.expected[path])

    def row(self, path: str) -> dict[str, Cell]:
        """Return all figures of one place in order; UnknownPlace when it is not in the recap."""
        return {figure: self.cell(path, figure) for figure in self.figures}

    def forms(self, path: str) -> Cell:
        """Return how many forms of the place are in at all, of the TPS expected."""
        count = self.tally(path).forms
        return Cell(count, count, self.expected[path])

    def tally(self, path: str) -> Tally:
        """Return the raw sums of a place; UnknownPlace when it is not in the recap."""
        try:
            return self.tallies[path]
        except KeyError:
            raise UnknownPlace(f"the recapitulation has no place {path!r}") from None

    def children(self, path: str) -> tuple[str, ...]:
        """Return the places directly below a place, by code; none below a village."""
        return tuple(sorted(one for one in self.tallies if one != NATION and parent(one) == path))


def parent(path: str) -> str:
    """Return the place directly above: `73.12` for `73.12.01`, the nation for a province."""
    if "/" in path:
        return path.partition("/")[0]
    return path.rpartition(".")[0]


def places_above(path: str) -> tuple[str, ...]:
    """Return every place above a TPS or place, nearest first, the nation last."""
    above: list[str] = []
    while path != NATION:
        path = parent(path)
        above.append(path)
    return tuple(above)


def recapitulate(
    forms: Mapping[str, Form], expected: Mapping[str, int], figures: Sequence[str]
) -> Recap:
    """Return the sums of `forms` (TPS path -> figures) for every place above them.

    `expected` is the number of TPS of every village, with or without forms. UnknownPlace when a
    form's village is not in it.
    """
    names = tuple(figures)
    totals = _expected_everywhere(expected)
    sums = {path: [0] * len(names) for path in totals}
    haves = {path: [0] * len(names) for path in totals}
    counts = dict.fromkeys(totals, 0)
    for path, form in forms.items():
        village = _village(path, expected)
        _add_form(sums[village], haves[village], form, names)
        counts[village] += 1
    for path in _villages_first(totals):
        if path == NATION:
            continue
        above = parent(path)
        _add_lists(sums[above], sums[path])
        _add_lists(haves[above], haves[path])
        counts[above] += counts[path]
    tallies = {path: Tally(tuple(sums[path]), tuple(haves[path]), counts[path]) for path in totals}
    return Recap(names, frozenset(expected), tallies, totals)


def apply_change(recap: Recap, path: str, old: Form | None, new: Form | None) -> Recap:
    """Return the recap after the form of one TPS changed from `old` to `new`.

    None stands for no form: a first form has no `old`, a withdrawn one no `new`. Equal to
    recapitulating all forms again. UnknownPlace when the TPS is in no expected village.
    """
    village = _village(path, recap.villages)
    sums, haves = difference(recap.figures, old, new)
    forms = int(new is not None) - int(old is not None)
    tallies = dict(recap.tallies)
    for place in (village, *places_above(village)):
        tally = tallies[place]
        tallies[place] = Tally(
            tuple(a + b for a, b in zip(tally.sums, sums, strict=True)),
            tuple(a + b for a, b in zip(tally.haves, haves, strict=True)),
            tally.forms + forms,
        )
    return Recap(recap.figures, recap.villages, tallies, recap.expected)


def difference(
    figures: Sequence[str], old: Form | None, new: Form | None
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return what a changed form adds to every sum and to every count of figures that are in."""
    before, after = old or {}, new or {}
    sums: list[int] = []
    haves: list[int] = []
    for figure in figures:
        was, now = before.get(figure), after.get(figure)
        sums.append((now or 0) - (was or 0))
        haves.append(int(now is not None) - int(was is not None))
    return tuple(sums), tuple(haves)


def together(parts: Iterable[tuple[Sequence[str], Tally]], figures: Sequence[str]) -> Tally:
    """Return the tallies of several kinds of form added up over the `figures` asked for.

    Each part is its own figures and its tally. A figure that a part does not have adds nothing and
    counts no form, so that its coverage shows what is left out.
    """
    sums = [0] * len(figures)
    haves = [0] * len(figures)
    forms = 0
    for names, tally in parts:
        places = {name: at for at, name in enumerate(names)}
        forms += tally.forms
        for to, figure in enumerate(figures):
            at = places.get(figure)
            if at is not None:
                sums[to] += tally.sums[at]
                haves[to] += tally.haves[at]
    return Tally(tuple(sums), tuple(haves), forms)


def cells(figures: Sequence[str], tally: Tally, expected: int) -> dict[str, Cell]:
    """Return the figures of a tally with their coverage, those that no form has as absent."""
    return {
        figure: Cell(total if have else None, have, expected)
        for figure, total, have in zip(figures, tally.sums, tally.haves, strict=True)
    }


def _village(path: str, known: Collection[str]) -> str:
    village = path.partition("/")[0]
    if "/" not in path or village not in known:
        raise UnknownPlace(f"no TPS is expected at {path!r}")
    return village


def _expected_everywhere(expected: Mapping[str, int]) -> dict[str, int]:
    totals = {NATION: 0}
    for village, count in expected.items():
        for place in (village, *places_above(village)):
            totals[place] = totals.get(place, 0) + count
    return totals


def _villages_first(paths: Iterable[str]) -> list[str]:
    """Deepest places first, so that a place is complete before it is added to the one above."""
    return sorted(paths, key=lambda path: -path.count(".") if path else 1)


def _add_form(sums: list[int], haves: list[int], form: Form, names: tuple[str, ...]) -> None:
    for at, name in enumerate(names):
        value = form.get(name)
        if value is not None:
            sums[at] += value
            haves[at] += 1


def _add_lists(target: list[int], source: list[int]) -> None:
    for at, value in enumerate(source):
        target[at] += value


def rollup_sql(
    table: str, levels: Sequence[str], figures: Sequence[str], expected: str | None = None
) -> str:
    """Return the same recapitulation as one query, for a table with a row per TPS.

    `levels` are columns from the highest place down; a row of the answer has NULL in the levels
    below its own, then `expected` (rows of the table, or only those where the truth column
    `expected` is true) and per figure `<figure>_sum` (NULL without any) and `<figure>_have`. For
    DuckDB and PostgreSQL.
    """
    due = f" FILTER (WHERE {_quoted(expected)})" if expected else ""
    columns = ", ".join(_quoted(level) for level in levels)
    sums = ", ".join(
        f"SUM(CAST({_quoted(name)} AS BIGINT)) AS {_quoted(name + '_sum')}, "
        f"COUNT({_quoted(name)}) AS {_quoted(name + '_have')}"
        for name in figures
    )
    return (
        f"SELECT {columns}, COUNT(*){due} AS expected, {sums} FROM {_quoted(table)} "
        f"GROUP BY ROLLUP ({columns})"
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
