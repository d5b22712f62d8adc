"""What all pages of results use: addresses, names, figures with their coverage."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, coverage, total
from jurdil.law.formats import number
from jurdil.law.recap import Cell
from jurdil.law.regime import load_regime
from jurdil.law.rules import Choices, label, params_for
from jurdil.law.text import Text
from jurdil.places import queries as places
from jurdil.results import paper
from jurdil.web.words import language


def url_of(election_id: int, contest: str, path: str) -> str:
    """The page of a place or TPS in the results of a contest."""
    return reverse(
        "results:tps" if "/" in path else "results:place", args=[election_id, contest, path]
    )


def crumbs(viewer: Viewer, election_id: int, contest: str, path: str) -> list[tuple[str, str]]:
    """The way down for the tag `tempat`; places above the viewer's have no link."""
    return [
        (crumb.label, url_of(election_id, contest, crumb.path) if crumb.reachable else "")
        for crumb in places.breadcrumb(viewer, path)
    ]


def number_of(field: str) -> str:
    """The ballot number in the name of a figure: 4 for `partai_4_jumlah`."""
    return field.split("_")[1]


def name_of(labels: Mapping[str, str], field: str) -> Text:
    """The registered name of a vote field, else its name on the form."""
    return Text(labels[field], labels[field]) if field in labels else label(field)


def plain(text: Text) -> str:
    return text.pick(language())


def figure(name: Text, cell: Cell) -> Figure:
    """A sum of forms with its coverage."""
    covered = coverage(cell.have, cell.expected)
    return total(
        [Input(name, cell.sum)],
        article="",
        confirmed=True,
        covered=covered,
        formula=Text(
            "jumlah angka ini pada formulir TPS yang masuk",
            "this figure added up over the TPS forms that are in",
        ),
    )


def covered(cell: Cell) -> str:
    """`790 dari 794 TPS`, in words of the page's language."""
    return _("%(have)s dari %(expected)s TPS") % {
        "have": number(cell.have, language()),
        "expected": number(cell.expected, language()),
    }


def parts_of(regime: str, of: Choices) -> tuple[paper.Part, ...]:
    return paper.parts(of, params_for(load_regime(regime)))
