"""What several pages of the room need: codes in words, places to choose, the election at hand."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.voters.tms import moves, removals
from jurdil.places import queries as places
from jurdil.web.words import language

Choice = tuple[str, str]


def codes(regime: str, list_id: str) -> list[Choice]:
    """A code list of a regime as choices: code and name."""
    return [(c.code, f"{c.code} · {_plain(c)}") for c in load_regime(regime).codes_of(list_id)]


def removal_codes(regime: str) -> list[Choice]:
    """The TMS codes by which a voter leaves the list, as choices: code and name."""
    return [(c.code, f"{c.code} · {_plain(c)}") for c in removals(load_regime(regime))]


def moving_codes(regime: str) -> list[Choice]:
    """The TMS codes by which a voter reappears at another TPS of the village."""
    return [(c.code, f"{c.code} · {_plain(c)}") for c in moves(load_regime(regime))]


def door_codes(regime: str) -> list[Choice]:
    """All that may be ticked as TMS at a door, in the order of the form."""
    allowed = {code for code, _name in (*removal_codes(regime), *moving_codes(regime))}
    return [(code, name) for code, name in codes(regime, "tms") if code in allowed]


def code_name(regime: str, list_id: str, code: str) -> str:
    """The name of a code in the viewer's language; the code itself when the regime lacks it."""
    known = load_regime(regime).codes_of(list_id) if regime else ()
    return next((_plain(c) for c in known if c.code == code), code)


def villages(viewer: Viewer) -> list[Choice]:
    """The villages of the viewer's place to choose from, with their kecamatan."""
    return [(place.path, place.label) for place in places.villages(viewer, viewer.path)]


def place_name(viewer: Viewer, path: str) -> str:
    """A place in words: `TPS 007, Desa Contoh` or the village."""
    return in_words(viewer, [path])[path]


def in_words(viewer: Viewer, paths: Iterable[str]) -> dict[str, str]:
    """Places in words, as `place_name` says one, in one reading; '' for a place that is none."""
    kept = set(paths)
    names = place_names(viewer, kept)
    return {path: _in_words(path, names) for path in kept}


def _in_words(path: str, names: Mapping[str, str]) -> str:
    village, _slash, number = path.partition("/")
    name = names.get(village, village)
    return (
        _("TPS %(number)s, %(village)s") % {"number": number, "village": name} if number else name
    )


def place_names(viewer: Viewer, paths: Iterable[str]) -> dict[str, str]:
    """Names of villages by path, in one reading."""
    return places.names(viewer, sorted({path.partition("/")[0] for path in paths}))


def _plain(code: object) -> str:
    return code.name.pick(language())  # type: ignore[attr-defined]
