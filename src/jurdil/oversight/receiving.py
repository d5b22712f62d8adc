"""What arrives by the exchange: an advice at KPU, an answer at Bawaslu; and who sees which."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock, files
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.exchange import Arrival, Arrived
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election, Parcel, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.oversight import advice_facts, drafting
from jurdil.oversight.models import Advice, AdviceReceived, AnswerFile

BODIES: dict[str, tuple[str, ...]] = {
    "ppk": ("ppk", "pps", "pantarlih", "kpps"),
    "pps": ("pps", "pantarlih", "kpps"),
    "pantarlih": ("pantarlih",),
    "kpps": ("kpps",),
}
"""To whom the advice was given that a body of KPU sees; the office sees all."""


def in_sight(viewer: Viewer) -> QuerySet[AdviceReceived]:
    """Advice of the viewer's place that was given to its body, or to one below it."""
    rows = AdviceReceived.objects.filter(path__within=viewer.path)
    bodies = BODIES.get(viewer.role)
    return rows if bodies is None else rows.filter(to__in=bodies)


@inner
def take_advice(by: Viewer, arrival: Arrival) -> Arrived:
    """An advice arrives at KPU: kept as it was said, for the body it was given to."""
    said = advice_facts.given(arrival.schema, arrival.payload)
    in_reach(said.path)
    if AdviceReceived.objects.filter(key=said.advice).exists():
        raise Refused(_("Saran ini sudah pernah diterima dengan paket lain."))
    row = AdviceReceived.objects.create(
        key=said.advice,
        election=election_of(said.election),
        path=said.path,
        regime=said.regime,
        role=said.role,
        to=said.to,
        form=said.form,
        letter=said.letter,
        about=said.about,
        about_day=said.about_day,
        stage=said.stage,
        rule=said.rule,
        fact=said.fact,
        request=said.request,
        given_at=said.given_at,
        ends_at=said.ends_at,
        set_by_hand=said.set_by_hand,
        parcel=Parcel.objects.get(pk=arrival.parcel),
        sender_name=arrival.sender_name,
        received_at=arrival.received_at,
    )
    return Arrived(f"advice_received:{row.pk}", row.path)


@inner
def take_answer(by: Viewer, arrival: Arrival) -> Arrived:
    """An answer arrives at Bawaslu: put to its advice, with its evidence.

    Raises Advice.DoesNotExist when the advice is not of this house, or was sent to another office.
    """
    said = advice_facts.answered(arrival.schema, arrival.payload)
    rows = Advice.objects.select_for_update(of=("self",)).filter(path__within=by.path)
    row = rows.get(key=said.advice, parcel__partner__kind=arrival.sender.partition(":")[0])
    if row.parcel is None or row.parcel.partner.office != arrival.sender:
        raise Advice.DoesNotExist
    drafting.take_answer(row, said)
    for stored in kept(arrival, row.path):
        AnswerFile.objects.create(advice=row, file=stored, name=stored.name)
    return Arrived(f"advice:{row.pk}", row.path, {"answer": row.state, "late": row.late})


def in_reach(path: str) -> None:
    """Raises `Refused` for a place that is not of this office."""
    if not within(path, clock.office_path()):
        raise Refused(_("Tempat %(place)s di luar wilayah kerja kantor ini.") % {"place": path})


def kept(arrival: Arrival, path: str) -> list[StoredFile]:
    """The files that came with a package, kept for a place."""
    return [
        files.keep(
            one.content,
            name=one.name,
            media_type=one.media_type,
            level=StoredFile.Level.INTERNAL,
            path=path,
        )
        for one in arrival.files
    ]


def election_of(regime: str) -> Election | None:
    """The election of this house under the same regime, if it has one."""
    return Election.objects.filter(regime=regime, path=clock.office_path()).first()
