"""Acts on participation: applicants for ad hoc bodies, and what others say of the index."""

from decimal import Decimal

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.fields import within
from jurdil.kernel.language import say
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.participation import applicants, index
from jurdil.law.participation.applicants import Count
from jurdil.law.regime import load_regime
from jurdil.office import keeping
from jurdil.outreach import took_part
from jurdil.outreach.models import ApplicantCount, IndexScore
from jurdil.places import paths


@act("outreach.compare")
def record_score(
    *, by: Viewer, election_id: int, dimension: str, value: Decimal, source: str
) -> Done[IndexScore]:
    """Record a score of the index, or of a dimension, as it was published, with its source.

    The newest one counts. Raises `Refused` off the scale, for an unknown dimension, or without
    source.
    """
    election = Election.objects.get(pk=election_id)
    if not within(election.path, by.path):
        raise Election.DoesNotExist
    known = {one.code for one in index.dimensions(load_regime(election.regime))}
    if not known:
        raise Refused(_("Untuk pemilihan ini belum ada indeks partisipasi."))
    if dimension and dimension not in known:
        raise Refused(_("Dimensi ini tidak dikenal."))
    if not 0 <= value <= 100:
        raise Refused(
            _("Nilai %(value)s di luar skala 0 sampai 100. Indeks bukan persentase kehadiran.")
            % {"value": value}
        )
    made = IndexScore.objects.create(
        election=election,
        path=election.path,
        dimension=dimension,
        value=value,
        source=keeping.wanted(source, _("Tulis sumber nilainya, misalnya nomor surat.")),
        account_name=by.name,
        at=clock.now(),
    )
    facts = {"dimension": dimension, "value": str(value)}
    return Done(made, f"election:{election.pk}", election.path, facts)


@act("outreach.applicants")
def record_applicants(
    *, by: Viewer, election_id: int, body: str, path: str, count: Count, source: str
) -> Done[ApplicantCount]:
    """Record how many applied for the seats of a body at a place; the newest count stands.

    Raises `Refused` for a body that the election does not have, a place of another level, figures
    that do not fit together, or without source; Election.DoesNotExist out of scope.
    """
    election = Election.objects.get(pk=election_id)
    made = keep_applicants(by, election, body=body, path=path, count=count, source=source)
    facts = {"body": body, "seats": made.seats, "applicants": made.applicants}
    return Done(made, f"election:{election.pk}", made.path, facts)


@inner
def keep_applicants(
    by: Viewer, election: Election, *, body: str, path: str, count: Count, source: str
) -> ApplicantCount:
    """The step behind `record_applicants`, for files too."""
    if not (within(path, election.path) and within(path, by.path)):
        raise Election.DoesNotExist
    known = {one.id: one for one in took_part.bodies_called(election.regime)}
    if body not in known:
        raise Refused(_("Badan ini tidak ada pada pemilihan ini."))
    level = applicants.RECORDED_AT[known[body].level]
    if "/" in path or paths.level(path) != took_part.LEVELS[level]:
        raise Refused(
            _("Pelamar %(body)s dicatat per %(level)s, bukan untuk wilayah ini.")
            % {"body": say(known[body].name), "level": level}
        )
    if wrong := applicants.faults(count):
        raise Refused(" ".join(say(one) for one in wrong))
    return ApplicantCount.objects.create(
        election=election,
        path=path,
        body=body,
        seats=count.seats,
        applicants=count.applicants,
        men=count.men,
        women=count.women,
        source=keeping.wanted(source, _("Tulis sumbernya, misalnya nomor pengumuman.")),
        account_name=by.name,
        at=clock.now(),
    )
