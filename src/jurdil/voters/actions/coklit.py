"""Coklit: preparing a village, assigning a Pantarlih, deciding results, typing a paper list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.actions.accounts import give_role
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.fields import within
from jurdil.kernel.models import Account, Election, Grant
from jurdil.kernel.viewer import Viewer
from jurdil.voters import changing, proposing
from jurdil.voters.changing import Change
from jurdil.voters.coklit import preparing, recording, resting
from jurdil.voters.coklit.recording import Said, Visit
from jurdil.voters.coklit.resting import Left, Signed
from jurdil.voters.models import OrangCoklit, RumahCoklit, Usulan

ROLE = "pantarlih"


@dataclass(frozen=True)
class Decided:
    """What a bulk decision did: how many were carried out, and why others were not, by id."""

    accepted: int
    refused: tuple[tuple[int, str], ...]


@act("voters.coklit_prepare")
def prepare_coklit(*, by: Viewer, election_id: int, village: str) -> Done[int]:
    """Make the households of a village from its list; again, it adds who came since.

    Returns how many people were added. Raises `Refused` while voters have no TPS.
    """
    if not within(village, by.path):
        raise RumahCoklit.DoesNotExist
    added = preparing.prepare(Election.objects.get(pk=election_id), village)
    return Done(added, f"desa:{village}", village, {"people": added, "election": election_id})


@act("voters.coklit_assign")
def assign_pantarlih(
    *,
    by: Viewer,
    username: str,
    tps: str,
    election_id: int,
    valid_from: date,
    valid_until: date,
    basis: str,
) -> Done[Grant]:
    """Let a person be Pantarlih of a TPS from a day to a day, by a decree.

    Raises `Refused` for an unknown or closed account, without a decree, or when the person has
    the TPS already.
    """
    account = Account.objects.filter(username__iexact=username.strip(), is_active=True).first()
    if account is None:
        text = _("Tidak ada akun terbuka bernama “%(name)s”. Mintalah pengelola membuatnya.")
        raise Refused(text % {"name": username.strip()})
    if not basis.strip():
        raise Refused(_("Tulis nomor keputusan pengangkatan Pantarlih."))
    held = Grant.objects.filter(account=account, role=ROLE, path=tps)
    if held.filter(valid_until__isnull=True).exists() or held.filter(
        valid_until__gte=valid_from, valid_from__lte=valid_until
    ):
        raise Refused(_("Orang ini sudah bertugas di TPS tersebut pada masa itu."))
    grant = give_role(
        account_id=account.pk,
        role=ROLE,
        path=tps,
        valid_from=valid_from,
        valid_until=valid_until,
        election_id=election_id,
        basis=basis.strip(),
    )
    facts = {"account": account.pk, "until": valid_until.isoformat(), "basis": grant.basis}
    return Done(grant, f"grant:{grant.pk}", tps, facts)


@act("voters.coklit_decide")
def decide_coklit(
    *, by: Viewer, village: str, proposal_ids: Sequence[int], note: str = ""
) -> Done[Decided]:
    """Carry out many proposals of coklit in one village, each with its own decision.

    What a rule refuses stays open and is named; a removal is never decided by its proposer. Raises
    `Refused` when none could be carried out.
    """
    person(by)
    rows = Usulan.objects.select_for_update(of=["self"]).filter(
        village=village, source=Usulan.Source.COKLIT, state=Usulan.State.OPEN
    )
    chosen = list(rows.filter(village__within=by.path, pk__in=list(proposal_ids)).order_by("pk"))
    if not chosen:
        raise Refused(_("Pilih paling sedikit satu usulan yang masih menunggu."))
    change = changing.begin(by, village, source="coklit", reason=note)
    refused = []
    for row in chosen:
        if reason := _refusal(by, row, note, change):
            refused.append((row.pk, reason))
    accepted = len(chosen) - len(refused)
    if not accepted:
        raise Refused(refused[0][1])
    facts = {"accepted": accepted, "refused": len(refused), "change": change.rev}
    return Done(Decided(accepted, tuple(refused)), f"desa:{village}", village, facts)


@act("voters.coklit_enter")
def enter_coklit(
    *,
    by: Viewer,
    token: str,
    visit: Visit,
    people: Sequence[tuple[int, Said]],
    newcomers: Sequence[Said] = (),
) -> Done[RumahCoklit]:
    """Type one household of a list that was filled on paper.

    Raises `Refused` as the steps do, for somebody of another household too.
    """
    person(by)
    rows = RumahCoklit.objects.filter(tps__within=by.path).select_for_update(of=["self"])
    house = recording.visit(by, rows.get(token=token), visit)
    known = {row.pk: row for row in house.people.filter(pemilih__isnull=False)}
    for key, said in people:
        if key not in known:
            raise Refused(_("Orang ini bukan dari rumah tersebut. Muat ulang halamannya."))
        recording.person(by, known[key], said)
    for said in newcomers:
        recording.newcomer(by, house, said)
    facts = {
        "people": len(people),
        "new": len(newcomers),
        "state": house.state,
        "typed": clock.now().isoformat(),
    }
    return Done(house, f"rumah:{house.pk}", house.tps, facts)


@act("voters.coklit_rest")
def enter_coklit_rest(*, by: Viewer, election_id: int, tps: str, signed: Signed) -> Done[Left]:
    """Type the rest of a paper list: all open households of a TPS visited, their people as listed.

    Whoever differs is typed first. Raises `Refused` unless the signed list counts just as many
    households and people as are open.
    """
    person(by)
    if not within(tps, by.path):
        raise RumahCoklit.DoesNotExist
    election = Election.objects.select_for_update().get(pk=election_id)
    done = resting.confirm_rest(by, election, tps, signed)
    facts = {
        "households": done.households,
        "people": done.people,
        "visited_on": signed.visited_on.isoformat(),
    }
    return Done(done, f"tps:{tps}", tps, facts)


def _refusal(by: Viewer, row: Usulan, note: str, change: Change) -> str:
    """Carry one proposal out; why it could not be, '' when it was."""
    try:
        with transaction.atomic():
            done = proposing.accept(by, row, note, change=change)
            OrangCoklit.objects.filter(proposal=row, pemilih__isnull=True).update(
                pemilih=done.result.pemilih if done.result else None
            )
    except Refused as refusal:
        return str(refusal)
    return ""
