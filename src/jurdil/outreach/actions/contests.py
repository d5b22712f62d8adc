"""Acts on contests: criteria first, then entries, sheets of jurors, the ranking, the winners."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from urllib.parse import urlsplit

from django.db.models import Max
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, inner, person
from jurdil.kernel.fields import within
from jurdil.kernel.models import Account, Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.participation import ranking
from jurdil.law.participation.steps import REASONED, ContestStep, IllegalStep, contest_after
from jurdil.law.participation.steps import Contest as State
from jurdil.office import keeping
from jurdil.outreach import scoring
from jurdil.outreach.models import (
    Contest,
    ContestEntry,
    ContestPlace,
    Criterion,
    Juror,
    Score,
)
from jurdil.outreach.models import ContestStep as Step

WAITING, VERIFIED = ContestEntry.State.WAITING, ContestEntry.State.VERIFIED
MOST_LINK = 300


@dataclass(frozen=True)
class ContestPlan:
    """A contest as it is planned; `criteria` are (name, weight) in their order."""

    kind: str
    title: str
    rules: str
    opens_on: date
    closes_on: date
    criteria: tuple[tuple[str, int], ...]
    winners: int = 3


@act("outreach.plan_contest")
def plan_contest(*, by: Viewer, election_id: int, plan: ContestPlan) -> Done[Contest]:
    """Plan a contest with its criteria. Raises `Refused` for weights that do not make 100."""
    election = Election.objects.get(pk=election_id)
    if not within(by.path, election.path):
        raise Election.DoesNotExist
    row = Contest.objects.create(election=election, path=by.path, **_fields(plan))
    _write_criteria(row, plan.criteria)
    _write_step(by, row, "susun")
    return _done(row, {"criteria": len(plan.criteria)})


@act("outreach.change_contest")
def change_contest(*, by: Viewer, contest_id: int, plan: ContestPlan) -> Done[Contest]:
    """Change a contest. After the first entry its criteria and weights stand.

    Raises `Refused` then for other criteria, and for a contest that is judged already.
    """
    row = _contest_for(by, contest_id)
    _require_state(row, State.DRAFT, State.OPEN)
    before = tuple((one.name, one.weight) for one in row.criteria.all())
    wanted = _criteria(plan.criteria)
    if before != wanted and row.entries.exists():
        raise Refused(
            _(
                "Kriteria dan bobot terkunci sejak karya pertama masuk (nomor 1, %(day)s). Buat "
                "lomba baru bila kriterianya harus lain."
            )
            % {"day": f"{row.entries.order_by('number')[0].entered_on:%d-%m-%Y}"}
        )
    names = keeping.changed(row, _fields(plan))
    row.save()
    if before != wanted:
        row.criteria.all().delete()
        _write_criteria(row, plan.criteria)
    return _done(row, {"fields": names, "criteria": before != wanted})


@act("outreach.add_juror")
def add_juror(*, by: Viewer, contest_id: int, account_id: int) -> Done[Juror]:
    """Name a juror. Raises `Refused` for one who is a juror already, or entered the contest."""
    row = _contest_for(by, contest_id)
    _require_state(row, State.DRAFT, State.OPEN)
    account = Account.objects.get(pk=account_id, is_active=True)
    if row.jurors.filter(account=account).exists():
        raise Refused(_("%(name)s sudah menjadi juri lomba ini.") % {"name": account.name})
    if row.entries.filter(account=account).exists():
        raise Refused(
            _("%(name)s memasukkan karya pada lomba ini, jadi tidak dapat menjadi juri.")
            % {"name": account.name}
        )
    made = Juror.objects.create(contest=row, account=account, name=account.name)
    return Done(made, f"contest:{row.pk}", row.path, {"juror": account.pk})


@act("outreach.contest_step")
def contest_step(*, by: Viewer, contest_id: int, move: str, reason: str = "") -> Done[Contest]:
    """Open a contest, begin judging, fix the ranking, announce it, or cancel it.

    Raises `Refused` for judging without jurors or verified entries, with entries that wait, or a
    ranking while a juror's sheet is not handed in.
    """
    row = _contest_for(by, contest_id)
    if move not in set(ContestStep):
        raise Refused(_("Langkah ini tidak dikenal."))
    step = ContestStep(move)
    try:
        state = contest_after(State(row.state), step)
    except IllegalStep:
        _require_state(row)
        raise
    if step in REASONED and not reason.strip():
        raise Refused(_("Tuliskan alasannya; alasan ini tercatat pada riwayat lomba."))
    if step is ContestStep.JUDGE:
        _require_judgeable(row)
    if step is ContestStep.RANK:
        _fix_ranking(row)
        row.ranked_at = clock.now()
    if step is ContestStep.ANNOUNCE:
        row.announced_at = clock.now()
    row.state = state
    row.save()
    _write_step(by, row, move, reason)
    return _done(row, {"step": move})


@act("outreach.enter_contest")
def enter(
    *, by: Viewer, contest_id: int, entrant: str, title: str, link: str, path: str = ""
) -> Done[ContestEntry]:
    """Enter a work with its link. Raises `Refused` outside the days, for a bad or known link."""
    row = Contest.objects.select_for_update().get(pk=contest_id)
    if not (within(by.path, row.path) or within(row.path, by.path)):
        raise Contest.DoesNotExist
    _require_state(row, State.OPEN)
    today = clock.today()
    if not row.opens_on <= today <= row.closes_on:
        raise Refused(
            _("Karya diterima %(opens)s sampai %(closes)s; hari ini %(today)s.")
            % {
                "opens": f"{row.opens_on:%d-%m-%Y}",
                "closes": f"{row.closes_on:%d-%m-%Y}",
                "today": f"{today:%d-%m-%Y}",
            }
        )
    address = _link(link)
    if known := row.entries.filter(link=address).first():
        raise Refused(_("Tautan ini sudah masuk sebagai karya nomor %(n)s.") % {"n": known.number})
    if by.account_id and row.jurors.filter(account=by.account_id).exists():
        raise Refused(_("Juri tidak dapat memasukkan karya pada lomba yang dinilainya."))
    place = path or by.path
    if not within(place, by.path):
        raise Refused(_("%(place)s di luar wilayah kerja Anda.") % {"place": place})
    highest = row.entries.aggregate(highest=Max("number"))["highest"] or 0
    made = ContestEntry.objects.create(
        contest=row,
        number=highest + 1,
        entrant=keeping.wanted(entrant, _("Isi nama peserta.")),
        title=keeping.wanted(title, _("Isi judul karya.")),
        link=address,
        path=place,
        entered_on=today,
        account_id=by.account_id,
        account_name=by.name,
    )
    return Done(made, f"contest:{row.pk}", place, {"entry": made.number})


@act("outreach.verify_entry")
def verify(
    *, by: Viewer, contest_id: int, number: int, accepted: bool, reason: str = ""
) -> Done[ContestEntry]:
    """Verify an entry or turn it down with a reason.

    Raises `Refused` once judging began, without a reason, and to whoever entered it.
    """
    row = _contest_for(by, contest_id)
    _require_state(row, State.OPEN)
    entry = row.entries.get(number=number)
    if by.account_id is not None and entry.account_id == by.account_id:
        raise Refused(_("Karya ini Anda masukkan sendiri; orang lain yang memverifikasinya."))
    if not accepted and not reason.strip():
        raise Refused(_("Tuliskan syarat mana yang tidak dipenuhi."))
    entry.state = VERIFIED if accepted else ContestEntry.State.REJECTED
    entry.reason = reason.strip()
    entry.save(update_fields=["state", "reason"])
    return Done(entry, f"contest:{row.pk}", row.path, {"entry": number, "state": str(entry.state)})


@act("outreach.score_entry")
def score(
    *, by: Viewer, contest_id: int, number: int, points: Mapping[int, int]
) -> Done[ContestEntry]:
    """A juror's points for an entry, by criterion. They may change until the sheet is handed in.

    Raises `Refused` for somebody who is no juror, points that are missing or out of range.
    """
    row, juror = _sheet(by, contest_id)
    entry = row.entries.get(number=number, state=VERIFIED)
    wanted = {one.pk: one for one in row.criteria.all()}
    if set(points) != set(wanted):
        raise Refused(_("Isi nilai untuk semua kriteria."))
    for criterion, given in points.items():
        try:
            ranking.check_points(given)
        except ranking.NotFair:
            raise Refused(
                _("Nilai %(points)s untuk “%(name)s” di luar 0 sampai 100.")
                % {"points": given, "name": wanted[criterion].name}
            ) from None
        Score.objects.update_or_create(
            juror=juror, entry=entry, criterion_id=criterion, defaults={"points": given}
        )
    return Done(entry, f"contest:{row.pk}", row.path, {"entry": number, "juror": juror.pk})


@act("outreach.close_sheet")
def close_sheet(*, by: Viewer, contest_id: int) -> Done[Juror]:
    """Hand in one's sheet; from then on it stands and other sheets may be seen.

    Raises `Refused` while an entry lacks points.
    """
    row, juror = _sheet(by, contest_id)
    if lacking := scoring.lacking(row, juror):
        raise Refused(
            _("Belum dinilai: karya nomor %(numbers)s.") % {"numbers": ", ".join(map(str, lacking))}
        )
    juror.closed_at = clock.now()
    juror.save(update_fields=["closed_at"])
    return Done(juror, f"contest:{row.pk}", row.path, {"juror": juror.pk})


def _sheet(by: Viewer, contest_id: int) -> tuple[Contest, Juror]:
    """The contest and the open sheet of who acts. Raises `Refused`."""
    row = _contest_for(by, contest_id)
    _require_state(row, State.JUDGING)
    juror = row.jurors.filter(account=person(by)).first()
    if juror is None:
        raise Refused(_("Anda bukan juri lomba ini."))
    if juror.closed_at is not None:
        raise Refused(_("Lembar nilai Anda sudah diserahkan dan tidak dapat diubah."))
    return row, juror


def _require_judgeable(row: Contest) -> None:
    waiting = row.entries.filter(state=WAITING).count()
    if waiting:
        raise Refused(
            _("%(count)s karya masih menunggu verifikasi. Putuskan dulu semuanya.")
            % {"count": waiting}
        )
    if not row.entries.filter(state=VERIFIED).exists():
        raise Refused(_("Belum ada karya yang terverifikasi."))
    if not row.jurors.exists():
        raise Refused(_("Belum ada juri. Pilih paling sedikit satu."))


def _fix_ranking(row: Contest) -> None:
    """Keep the ranking as it comes out of all sheets. Raises `Refused` while one is open."""
    open_ = [one.name for one in row.jurors.all() if one.closed_at is None]
    if open_:
        raise Refused(
            _("Lembar nilai belum diserahkan oleh: %(names)s.") % {"names": ", ".join(open_)}
        )
    ContestPlace.objects.bulk_create(
        ContestPlace(
            contest=row,
            entry_id=one.entry,
            rank=one.rank,
            numerator=_exact(one.score.value).numerator,
            denominator=_exact(one.score.value).denominator,
        )
        for one in scoring.ranking_of(row)
    )


def _exact(value: object) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(str(value))


def _contest_for(by: Viewer, contest_id: int) -> Contest:
    """A contest of the viewer's place, held for this act. Raises Contest.DoesNotExist."""
    rows = Contest.objects.select_for_update(of=("self",)).filter(path__within=by.path)
    return rows.get(pk=contest_id)


def _require_state(row: Contest, *states: State) -> None:
    """Raise `Refused` unless the contest is in one of the states."""
    if State(row.state) not in states:
        raise Refused(
            _("Lomba ini berstatus “%(state)s”, jadi langkah ini tidak dapat diambil.")
            % {"state": row.get_state_display()}
        )


def _fields(plan: ContestPlan) -> dict:
    if plan.kind not in Contest.Kind.values:
        raise Refused(_("Pilih jenis lomba."))
    if plan.closes_on < plan.opens_on:
        raise Refused(
            _("Penutupan %(closes)s mendahului pembukaan %(opens)s.")
            % {"closes": f"{plan.closes_on:%d-%m-%Y}", "opens": f"{plan.opens_on:%d-%m-%Y}"}
        )
    return {
        "kind": plan.kind,
        "title": keeping.wanted(plan.title, _("Isi judul lomba.")),
        "rules": keeping.wanted(plan.rules, _("Isi syarat lomba.")),
        "opens_on": plan.opens_on,
        "closes_on": plan.closes_on,
        "winners": plan.winners,
    }


def _criteria(given: Sequence[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """The criteria with names. Raises `Refused` for weights that do not make 100."""
    made = tuple((name.strip(), weight) for name, weight in given if name.strip())
    try:
        ranking.check_weights([weight for _name, weight in made])
    except ranking.NotFair:
        raise Refused(
            _("Bobot kriteria berjumlah %(sum)s; jumlahnya harus 100, masing-masing di atas 0.")
            % {"sum": sum(weight for _name, weight in made)}
        ) from None
    return made


@inner
def _write_criteria(row: Contest, given: Sequence[tuple[str, int]]) -> None:
    Criterion.objects.bulk_create(
        Criterion(contest=row, number=number, name=name, weight=weight)
        for number, (name, weight) in enumerate(_criteria(given), 1)
    )


def _link(text: str) -> str:
    """A web address. Raises `Refused` for anything else."""
    address = text.strip()
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or "." not in parts.netloc:
        raise Refused(_("Tautan harus dimulai dengan https:// dan menunjuk ke halaman karya."))
    if len(address) > MOST_LINK:
        raise Refused(_("Tautan terlalu panjang; pakai tautan dari tombol bagikan."))
    return address


@inner
def _write_step(by: Viewer, row: Contest, step: str, reason: str = "") -> None:
    Step.objects.create(
        contest=row,
        step=step,
        state=row.state,
        reason=reason.strip(),
        account_name=by.name,
        at=clock.now(),
    )


def _done(row: Contest, facts: dict) -> Done[Contest]:
    return Done(row, f"contest:{row.pk}", row.path, {"state": row.state, **facts})
