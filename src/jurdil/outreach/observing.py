"""Steps that the acts on registrations share: rules of the election, numbers, history."""

from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from jurdil.kernel import clock, moments, windows
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.fields import within
from jurdil.kernel.language import say
from jurdil.kernel.models import Election, Office, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure
from jurdil.law.participation import bodies
from jurdil.law.participation.bodies import Kind, Rules
from jurdil.law.participation.steps import (
    DOCUMENTED,
    REASONED,
    IllegalStep,
    RegistrationStep,
    registration_after,
)
from jurdil.law.participation.steps import Registration as State
from jurdil.law.regime import load_regime
from jurdil.outreach.models import Registration
from jurdil.outreach.models import RegistrationStep as Step
from jurdil.places import paths


def rules_of(election: Election) -> Rules:
    """The rules on record for an election. Raises `Refused` when there are none."""
    found = bodies.rules(election.regime)
    if found is None:
        raise Refused(
            _("Untuk %(election)s belum ada aturan pemantau, survei, dan hitung cepat di sistem.")
            % {"election": election.name}
        )
    return found


def kind_of(rules: Rules, code: str, house: str) -> Kind:
    """A kind that this house registers. Raises `Refused` for another one."""
    try:
        kind = rules.kind(code)
    except KeyError:
        raise Refused(_("Pilih pemantau, survei, atau hitung cepat.")) from None
    if kind.house != house:
        told = {"kind": say(kind.name), "house": kind.house.upper(), "article": kind.article}
        raise Refused(
            _("%(kind)s pada pemilihan ini didaftarkan di %(house)s (%(article)s), bukan di sini.")
            % told
        )
    return kind


def last_day(election: Election, kind: Kind) -> Figure | None:
    """Until when a body of this kind may register: by the schedule's window, else by the days of
    the regime; None when neither is known."""
    if kind.stage:
        window = windows.windows_of(election.pk).filter(stage=kind.stage).first()
        if window is None or window.closes is None:
            return None
        end = moments.day_of(window.closes, clock.zone())
        return bodies.window_end(end, say(kind.name), kind)
    due = bodies.register_until(load_regime(election.regime), kind, election.voting_day)
    return None if due.absent else due


def last_date(election: Election, kind: Kind) -> date | None:
    """The last day as a date."""
    figure = last_day(election, kind)
    return figure.value if figure and isinstance(figure.value, date) else None


def registration_for(by: Viewer, registration_id: int) -> Registration:
    """A registration in scope, held for this act. Raises Registration.DoesNotExist."""
    rows = Registration.objects.select_for_update(of=("self",)).select_related("election")
    return rows.filter(path__within=by.path).get(pk=registration_id)


def next_number(election: Election, path: str) -> int:
    """One more than the highest number of the register."""
    Office.objects.select_for_update().get()
    rows = Registration.objects.filter(election=election, path=path)
    return (rows.aggregate(highest=Max("number"))["highest"] or 0) + 1


def check_areas(election: Election, areas: list[str]) -> list[str]:
    """The places a body works in, each inside the election's. Raises `Refused`."""
    wanted = sorted({area.strip() for area in areas if area.strip()})
    if strange := [one for one in wanted if not within(one, election.path)]:
        raise Refused(
            _("Wilayah %(areas)s di luar wilayah pemilihan ini.") % {"areas": ", ".join(strange)}
        )
    if deep := [one for one in wanted if "/" in one or paths.level(one) > paths.VILLAGE]:
        raise Refused(
            _("Tulis wilayah sampai desa saja, bukan TPS: %(areas)s.") % {"areas": ", ".join(deep)}
        )
    return wanted


def require_open(row: Registration, *states: State) -> None:
    """Raise `Refused` unless the registration is in one of the states."""
    if State(row.state) not in states:
        raise Refused(
            _("Pendaftaran ini berstatus “%(state)s”, jadi langkah ini tidak dapat diambil.")
            % {"state": row.get_state_display()}
        )


@inner
def take_step(
    by: Viewer,
    row: Registration,
    move: RegistrationStep,
    *,
    reason: str = "",
    document: str = "",
    document_on: date | None = None,
    file: StoredFile | None = None,
) -> None:
    """Move a registration on and write it into its history.

    Raises `Refused` for a step that does not follow, without its reason, or without number and
    date of the decree or letter where one is needed.
    """
    try:
        state = registration_after(State(row.state), move)
    except IllegalStep:
        require_open(row)
        raise
    if move in REASONED and not reason.strip():
        raise Refused(_("Tuliskan alasannya; alasan ini dikirim kepada lembaga dan tercatat."))
    if move in DOCUMENTED and not (document.strip() and document_on):
        raise Refused(_("Isi nomor dan tanggal keputusan atau sertifikatnya."))
    row.state = state
    row.save(update_fields=["state"])
    write_step(by, row, move, reason=reason, document=document, document_on=document_on, file=file)


@inner
def write_step(by: Viewer, row: Registration, step: str, **more: object) -> Step:
    """A line of the history."""
    values = {key: one.strip() if isinstance(one, str) else one for key, one in more.items()}
    return Step.objects.create(
        registration=row,
        step=step,
        state=row.state,
        account_name=by.name,
        at=clock.now(),
        **values,
    )
