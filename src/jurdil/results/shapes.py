"""What the forms of a contest look like, and the rules that hold for them."""

import functools
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.models import Election
from jurdil.law.regime import load_regime
from jurdil.law.rules import Check, Choices, Group, figures, params_for, rules_for
from jurdil.results.models import FormShape

MOST = 999_999_999
"""The largest figure that a form is typed with."""


@dataclass(frozen=True)
class Shape:
    """The form of a contest in one dapil: its choices, all its figures in order, its checks."""

    election_id: int
    regime: str
    contest: str
    dapil: str
    choices: Choices
    figures: tuple[str, ...]

    @property
    def checks(self) -> tuple[Check, ...]:
        """The rules of one form of this shape."""
        return _checks(self.regime, self.contest, self.choices)

    def place_of(self, figure: str) -> int:
        """Position of a figure in `figures`. Raises ValueError for a figure of another form."""
        return self.figures.index(figure)


def shape_of(election_id: int, contest: str, dapil: str = "") -> Shape | None:
    """The shape in use, or None while no form of the contest has come in."""
    stored = (
        FormShape.objects.filter(election_id=election_id, contest=contest, dapil=dapil)
        .select_related("election")
        .first()
    )
    return _shape(stored.election, contest, dapil, _choices(stored)) if stored else None


def shapes_of(election_id: int, contest: str) -> dict[str, Shape]:
    """The shapes in use by dapil."""
    stored = FormShape.objects.filter(election_id=election_id, contest=contest)
    return {
        row.dapil: _shape(row.election, contest, row.dapil, _choices(row))
        for row in stored.select_related("election").order_by("dapil")
    }


@inner
def fix_shape(election: Election, contest: str, dapil: str, choices: Choices) -> Shape:
    """The shape of the contest; made by its first form, and from then on the same for all.

    Raises `Refused` when `choices` differ from the forms that are already in.
    """
    stored = FormShape.objects.filter(election=election, contest=contest, dapil=dapil).first()
    if stored is None:
        FormShape.objects.create(
            election=election,
            contest=contest,
            dapil=dapil,
            kind=choices.kind,
            votes=list(choices.votes),
            groups=[[group.total, list(group.votes)] for group in choices.groups],
        )
    elif _choices(stored) != choices:
        raise Refused(
            _(
                "Berkas memuat %(new)s kolom suara, sedangkan formulir yang sudah masuk memuat "
                "%(old)s. Periksa apakah berkas ini untuk kontes dan dapil yang sama."
            )
            % {"new": len(choices.votes), "old": len(stored.votes)}
        )
    return _shape(election, contest, dapil, choices)


def require_figure(shape: Shape, field: str, value: int) -> None:
    """Raise `Refused` for a figure that the form has not, or one that no paper can hold."""
    if field not in shape.figures:
        raise Refused(_("Formulir ini tidak memuat angka “%(field)s”.") % {"field": field})
    if not 0 <= value <= MOST:
        raise Refused(
            _("Tulis angka bulat dari 0; angka %(value)s di luar batas.") % {"value": value}
        )


def make_shape(election: Election, contest: str, dapil: str, choices: Choices) -> Shape:
    """The shape that forms of these choices have, without fixing it."""
    return _shape(election, contest, dapil, choices)


def _choices(stored: FormShape) -> Choices:
    groups = tuple(Group(total, tuple(votes)) for total, votes in stored.groups)
    return Choices(stored.kind, tuple(stored.votes), groups)


def _shape(election: Election, contest: str, dapil: str, choices: Choices) -> Shape:
    names = _figures(election.regime, choices)
    return Shape(election.pk, election.regime, contest, dapil, choices, names)


@functools.lru_cache(maxsize=256)
def _figures(regime: str, choices: Choices) -> tuple[str, ...]:
    return figures(choices, params_for(load_regime(regime)))


@functools.lru_cache(maxsize=256)
def _checks(regime: str, contest: str, choices: Choices) -> tuple[Check, ...]:
    return rules_for(regime, contest, choices)
