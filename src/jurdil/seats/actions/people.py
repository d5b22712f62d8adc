"""Elected members before the oath: wealth reports, who drops out, and the proposal."""

from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.seats import keeping, store
from jurdil.seats.inputs import contest_for, election_for
from jurdil.seats.members import Member, members, proposed
from jurdil.seats.models import Peristiwa, Usulan
from jurdil.seats.standing import OUT, Happened, Report, may_follow


@act("seats.record")
def record(
    *,
    by: Viewer,
    election_id: int,
    contest: str,
    dapil: str,
    party: str,
    number: int,
    kind: str,
    day: date,
    note: str = "",
    paper: keeping.Paper | None = None,
) -> Done[Peristiwa]:
    """Record a receipt or statement of the wealth report, the oath, or that a member is out.

    Raises `Refused` before the determination, for what cannot follow, and without the document
    that it rests on; `Election.DoesNotExist` for nobody of these lists.
    """
    election = election_for(by, election_id)
    contest_for(election, contest)
    _require_determined(election, contest)
    member = _member(by, election, contest, (dapil, party, number))
    happened = Happened(kind)
    if not may_follow(member.standing, happened):
        raise Refused(
            _("Untuk %(name)s hal ini tidak dapat dicatat lagi: periksa keadaannya sekarang.")
            % {"name": member.person.name}
        )
    if paper is None and happened is not Happened.SWORN:
        raise Refused(
            _("Lampirkan dokumennya: tanda terima, surat pernyataan, atau surat keterangan.")
        )
    if happened in OUT and not note.strip():
        raise Refused(_("Tulis nomor surat atau keterangan yang menjadi dasar."))
    row = Peristiwa.objects.create(
        election=election,
        contest=contest,
        dapil=dapil,
        party=party,
        number=number,
        kind=kind,
        day=day,
        note=note.strip(),
        **keeping.record(by, election.path, paper),
    )
    facts = {"contest": contest, "dapil": dapil, "party": party, "number": number, "kind": kind}
    return Done(row, f"member-event:{row.pk}", election.path, {**facts, "day": day.isoformat()})


@act("seats.propose")
def propose(
    *,
    by: Viewer,
    election_id: int,
    contest: str,
    letter: str,
    day: date,
    paper: keeping.Paper | None = None,
) -> Done[Usulan]:
    """Record the letter that proposes, to the governor through the regent, all members who may be
    proposed and were not yet. Who has no receipt and no statement is left out.

    Raises `Refused` before the determination, for a letter recorded before, or when nobody is left.
    """
    election = election_for(by, election_id)
    contest_for(election, contest)
    _require_determined(election, contest)
    if not letter.strip():
        raise Refused(_("Isi nomor surat usulan."))
    if Usulan.objects.filter(election=election, letter=letter.strip()).exists():
        raise Refused(_("Surat %(letter)s sudah dicatat.") % {"letter": letter.strip()})
    named = proposed(election.pk, contest)
    everyone = members(by, election, contest)
    ready = [one for one in everyone if one.standing.may_be_proposed and one.key not in named]
    if not ready:
        raise Refused(
            _("Tidak ada calon terpilih yang dapat diusulkan: tanda terima LHKPN belum ada.")
        )
    row = Usulan.objects.create(
        election=election,
        contest=contest,
        letter=letter.strip(),
        day=day,
        people=[
            {
                "dapil": one.run.dapil,
                "party": one.person.party,
                "number": one.person.number,
                "pending": one.standing.report is Report.PENDING,
            }
            for one in ready
        ],
        **keeping.record(by, election.path, paper),
    )
    left_out = sum(one.standing.seated and not one.standing.may_be_proposed for one in everyone)
    facts = {"contest": contest, "letter": row.letter, "named": len(ready), "left_out": left_out}
    return Done(row, f"proposal:{row.pk}", election.path, facts)


def _require_determined(election: Election, contest: str) -> None:
    if not store.determinations(election.pk, contest).exists():
        raise Refused(_("Kursi dan calon terpilih belum ditetapkan."))


def _member(by: Viewer, election: Election, contest: str, key: tuple[str, str, int]) -> Member:
    found = next((one for one in members(by, election, contest) if one.key == key), None)
    if found is None:
        raise Election.DoesNotExist
    return found
