"""Of what a ruling for KPU is made: a referral of a decided case, a dispute, Panwascam's study.

What the source settles (kind, law, addressee, number, days) is not typed again, and what a person
types is refused where it holds the name or number of a party of the case.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Election
from jurdil.kernel.request import number_in
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import process_disputes as disputes
from jurdil.law.oversight import rulings as law
from jurdil.oversight import case_facts, case_store, identity
from jurdil.oversight.identity import Person
from jurdil.oversight.models import Case, CaseReferral, ProcessDispute

REFERRAL, DISPUTE, CASE = "referral", "dispute", "case"
STUDIED, DECIDE = "kajian", "putuskan"


@dataclass(frozen=True)
class Origin:
    """What a source settles. `number` and the days are None where a person gives them."""

    source: str
    kind: str
    basis: str
    path: str
    election: Election
    back: str
    number: str | None = None
    decided_on: date | None = None
    served_on: date | None = None
    about: str = ""
    order: str = ""
    persons: tuple[tuple[str, Person], ...] = ()

    @property
    def to(self) -> str:
        """The body that carries it out."""
        return law.kinds()[self.kind].to


def of(by: Viewer, source: str) -> Origin:
    """What a source settles.

    Raises `Refused` for one that no ruling for KPU comes from, DoesNotExist for one out of sight.
    """
    code, _sign, number = source.partition(":")
    readers = {REFERRAL: _referral, DISPUTE: _dispute, CASE: _case}
    found = number_in(number)
    if code not in readers or found is None:
        raise Refused(_("Pilih dahulu perkara atau sengketa yang diputus."))
    return readers[code](by, found)


def candidates(by: Viewer) -> Iterator[tuple[str, str, date, str]]:
    """Source, kind, day and number of what this level decided for KPU."""
    if case_store.level_of(by) == Case.Level.DISTRICT:
        rows = Case.objects.filter(path__within=by.path, level=Case.Level.DISTRICT, state=STUDIED)
        for case in rows:
            day = case.received_at.astimezone(clock.zone()).date()
            yield f"{CASE}:{case.pk}", law.DISTRICT, day, case_store.named(case)
        return
    sent = CaseReferral.objects.filter(to="kpu", case__path__within=by.path)
    sent = sent.filter(case__level=Case.Level.REGENCY, result=CaseReferral.Result.WAITING)
    for row in sent.exclude(form=CaseReferral.Form.FORWARD).select_related("case"):
        yield f"{REFERRAL}:{row.pk}", law.of_regime(row.case.regime), row.sent_on, row.letter
    orders = [one.id for one in disputes.rulings().values() if one.orders]
    ruled = ProcessDispute.objects.filter(path__within=by.path, state=disputes.DECIDED)
    for dispute in ruled.filter(ruling__in=orders).exclude(track=disputes.BETWEEN):
        yield f"{DISPUTE}:{dispute.pk}", law.DISPUTE, dispute.since, dispute.decision


def may_come(form: str, to: str) -> bool:
    """Whether a referral is a ruling for KPU, and not something passed on."""
    return to == "kpu" and form != CaseReferral.Form.FORWARD


def clean(origin: Origin, texts: Iterable[str]) -> None:
    """Raise `Refused` when a text holds the name, number or address of a party of the case."""
    for text in texts:
        if identity.masked(text, origin.persons) != text:
            raise Refused(
                _(
                    "Tulisan ini memuat nama, alamat, atau nomor pihak perkara. Sebut perannya "
                    "saja: yang sampai di KPU hanya putusannya."
                )
            )


def _referral(by: Viewer, pk: int) -> Origin:
    rows = CaseReferral.objects.filter(case__path__within=by.path)
    row = rows.select_related("case__election").get(pk=pk)
    case = row.case
    if not may_come(row.form, row.to):
        raise Refused(_("Penerusan ini bukan putusan atau rekomendasi kepada KPU."))
    _held(by, case)
    decided = case.steps.filter(step=DECIDE).order_by("-taken_at").first()
    day = decided.taken_at.astimezone(clock.zone()).date() if decided else row.sent_on
    persons = case_facts.persons(case)
    return Origin(
        source=f"{REFERRAL}:{row.pk}",
        kind=law.of_regime(case.regime),
        basis=case.regime,
        path=case.path,
        election=case.election,
        back=f"{CASE}:{case.pk}",
        number=row.letter,
        decided_on=min(day, row.sent_on),
        served_on=row.sent_on,
        order=identity.masked(row.content, persons),
        persons=persons,
    )


def _dispute(by: Viewer, pk: int) -> Origin:
    rows = ProcessDispute.objects.filter(path__within=by.path).select_related("election")
    row = rows.get(pk=pk)
    if row.track == disputes.BETWEEN:
        raise Refused(_("Sengketa antarpeserta tidak memerintahkan KPU."))
    ruling = disputes.rulings().get(row.ruling)
    if ruling is None or not ruling.orders:
        raise Refused(_("Sengketa ini belum diputus, atau putusannya tidak memerintahkan apa pun."))
    read = row.steps.exclude(ruling="").order_by("-pk").first()
    return Origin(
        source=f"{DISPUTE}:{row.pk}",
        kind=law.DISPUTE,
        basis=row.track,
        path=row.path,
        election=row.election,
        back=f"{DISPUTE}:{row.pk}",
        number=row.decision,
        decided_on=read.on if read else row.since,
        served_on=read.on if read else row.since,
        about=row.object_number,
    )


def _case(by: Viewer, pk: int) -> Origin:
    row = Case.objects.filter(path__within=by.path).select_related("election").get(pk=pk)
    _held(by, row)
    if row.level != Case.Level.DISTRICT or row.state != STUDIED:
        raise Refused(
            _("Panwaslu Kecamatan memberi rekomendasi setelah kajiannya selesai, di tingkatnya.")
        )
    return Origin(
        source=f"{CASE}:{row.pk}",
        kind=law.DISTRICT,
        basis=row.regime,
        path=row.path,
        election=row.election,
        back=f"{CASE}:{row.pk}",
        persons=case_facts.persons(row),
    )


def _held(by: Viewer, case: Case) -> None:
    if case.level != case_store.level_of(by):
        raise Refused(_("Perkara ini ditangani tingkat lain; di sini hanya dapat dilihat."))
