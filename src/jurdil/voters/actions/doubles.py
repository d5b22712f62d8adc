"""Deciding whether two voters are one person. Nobody is removed here; a proposal does that."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.jobs import enqueue
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.voters.tms import double
from jurdil.voters import doubles, proposing, searching
from jurdil.voters.models import Ganda, PemilihVersi, PencarianGanda
from jurdil.voters.proposing import Evidence, Proposal
from jurdil.voters.searching import Part

Search = PencarianGanda.State


@act("voters.judge_double")
def judge_double(
    *, by: Viewer, pair_id: int, election_id: int, leaves: int | None, note: str
) -> Done[Ganda]:
    """Decide a pair: two people (`leaves` None), or one person whose entry `leaves` is a double.

    One person: the other entry stays and a removal with code *ganda* is proposed, which a second
    person accepts. Raises Ganda.DoesNotExist outside the scope, `Refused` when decided or unsaid.
    """
    person(by)
    pair = Ganda.objects.select_for_update().filter(path__within=by.path).get(pk=pair_id)
    if pair.state != Ganda.State.OPEN:
        raise Refused(_("Pasangan ini sudah diputuskan."))
    if not note.strip():
        raise Refused(_("Tulis dasar keputusan Anda, misalnya hasil pemeriksaan di lapangan."))
    proposal = None
    if leaves is not None:
        proposal = _propose(by, pair, election_id, leaves, note)
    pair.state = Ganda.State.DIFFERENT if leaves is None else Ganda.State.ONE
    pair.decided_by, pair.decided_name = by.account_id, by.name
    pair.decided_at, pair.note = clock.now(), note.strip()[:300]
    pair.save(update_fields=["state", "decided_by", "decided_name", "decided_at", "note"])
    facts = {
        "first": pair.first_id,
        "second": pair.second_id,
        "state": pair.state,
        "proposal": proposal,
    }
    return Done(pair, f"ganda:{pair.pk}", pair.path, facts)


@act("voters.search_doubles")
def search_doubles(*, by: Viewer) -> Done[PencarianGanda]:
    """Have the whole list of the viewer's place searched for names alike, in the background.

    Raises `Refused` while such a search runs.
    """
    if PencarianGanda.objects.filter(path=by.path).exclude(state=Search.DONE).exists():
        raise Refused(_("Pencarian sedang berjalan. Hasilnya muncul di halaman ini."))
    made = PencarianGanda.objects.create(
        path=by.path,
        entries=searching.count(by.path),
        asked_at=clock.now(),
        account=by.account_id,
        account_name=by.name,
        role=by.role,
    )
    from jurdil.voters.jobs import search_all

    enqueue(search_all, made.pk)
    return Done(made, f"pencarian:{made.pk}", made.path, {"entries": made.entries})


@act("voters.note_doubles")
def note_doubles(*, by: Viewer, search_id: int, part: Part, state: str) -> Done[PencarianGanda]:
    """Note how far a search is and put its pairs before a person.

    `state` *menunggu* begins it anew (its worker may have died). Raises
    PencarianGanda.DoesNotExist outside the scope and once it is done.
    """
    held = PencarianGanda.objects.select_for_update().exclude(state=Search.DONE)
    row = held.get(pk=search_id, path__within=by.path)
    if state == Search.WAITING:
        row.compared = 0
    row.state = state
    row.compared += part.compared
    new = doubles.put_side_by_side(part.pairs)
    row.found += new
    row.finished_at = clock.now() if state == Search.DONE else None
    row.save(update_fields=["state", "compared", "found", "finished_at"])
    facts = {"compared": row.compared, "found": new, "state": state}
    return Done(row, f"pencarian:{row.pk}", row.path, facts)


def _propose(by: Viewer, pair: Ganda, election_id: int, leaves: int, note: str) -> int:
    if leaves not in (pair.first_id, pair.second_id):
        raise Refused(_("Pilih salah satu dari kedua pemilih ini."))
    election = Election.objects.get(pk=election_id)
    version = PemilihVersi.objects.get(
        pemilih=leaves, until_rev__isnull=True, village__within=by.path
    )
    wanted = Proposal(
        "tms",
        "kantor",
        version.village,
        voter=version,
        tms=_code(election),
        evidence=Evidence("pemeriksaan ganda", note.strip()[:200]),
        reference=f"ganda:{pair.pk}",
    )
    return proposing.propose(by, election, wanted).pk


def _code(election: Election) -> str:
    """The election's TMS code for doubles. Raises `Refused` where its rules have none."""
    try:
        return double(load_regime(election.regime)).code
    except LookupError as error:
        text = _("Aturan %(election)s belum memuat kode TMS ganda. Usulkan dari pekerjaan lain.")
        raise Refused(text % {"election": election.name}) from error
