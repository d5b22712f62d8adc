"""Figures from outside: households that were never visited, lists of published scores."""

import re
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import ikp_file
from jurdil.law.oversight.ikp_models import UnknownModel, model
from jurdil.oversight import keeping
from jurdil.oversight.models import IkpPopulation, Residue
from jurdil.places import paths

ROW = re.compile(r"row (\d+)")
BAD_FILE = gettext_noop(
    "Berkas harus berkolom region,score: tiap wilayah sekali, skor 0 sampai 100 dengan titik "
    "desimal. Perbaiki baris %(rows)s."
)


@act("oversight.residue")
def note_residue(
    *,
    by: Viewer,
    path: str,
    election_name: str,
    ended_on: date,
    households: int,
    unvisited: int,
    source: str,
) -> Done[Residue]:
    """Note how many households of a kecamatan nobody visited; a later row stands for the place.

    Raises `Refused` for a place that is no kecamatan, more unvisited than there are, or no source.
    """
    place = keeping.place(by, path)
    if paths.level(place) != paths.KECAMATAN:
        raise Refused(_("Sisa coklit dicatat per kecamatan."))
    if households < 1:
        raise Refused(_("Isi jumlah keluarga yang harus dikunjungi."))
    if not 0 <= unvisited <= households:
        raise Refused(
            _("Tidak terkunjungi %(left)s keluarga, lebih dari seluruhnya %(all)s.")
            % {"left": unvisited, "all": households}
        )
    made = Residue.objects.create(
        path=place,
        election_name=keeping.wanted(election_name, _("Sebutkan pemilihannya.")),
        ended_on=keeping.past(ended_on, _("Hari terakhir coklit")),
        households=households,
        unvisited=unvisited,
        source=keeping.wanted(source, _("Sebutkan dari mana angka ini.")),
        **keeping.record(by, place),
    )
    facts = {"households": households, "unvisited": unvisited}
    return Done(made, f"residue:{made.pk}", place, facts)


@act("oversight.population")
def take_population(
    *, by: Viewer, edition: str, level: str, content: bytes, source: str
) -> Done[IkpPopulation]:
    """Take in a list of scores (``region,score``) as a source printed it.

    Raises `Refused` for an unknown edition or level, without source, or a file that is not fit.
    """
    try:
        chosen = model(edition)
        scores = ikp_file.read_scores(content)
    except UnknownModel as error:
        raise Refused(_("Edisi IKP ini tidak dikenal.")) from error
    except ikp_file.BadFile as error:
        told = (ROW.match(fault) for fault in error.faults)
        rows = ", ".join(dict.fromkeys(one[1] for one in told if one)) or "1"
        raise Refused(_(BAD_FILE) % {"rows": rows}) from error
    if level not in chosen.published:
        raise Refused(_("Batas terbitan untuk tingkat ini tidak dikenal pada edisi itu."))
    made = IkpPopulation.objects.create(
        edition=edition,
        level=level,
        source=keeping.wanted(source, _("Sebutkan di mana daftar ini diterbitkan.")),
        scores={region: str(score) for region, score in scores.items()},
        **{"path": by.path, **keeping.record(by, by.path)},
    )
    facts = {"edition": edition, "level": level, "regions": len(scores)}
    return Done(made, f"ikp_population:{made.pk}", by.path, facts)
