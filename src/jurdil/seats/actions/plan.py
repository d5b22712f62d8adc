"""Seats and dapil before the election: population, drafts, public test, the decision of KPU RI."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.places import queries as places
from jurdil.places.paths import KECAMATAN
from jurdil.seats import keeping
from jurdil.seats.inputs import contest_for, election_for, shares_seats
from jurdil.seats.models import CatatanUji, Penduduk, Rancangan, TetapanDapil
from jurdil.seats.planning import calculate, plan_of


@act("seats.record_population")
def record_population(
    *,
    by: Viewer,
    election_id: int,
    source: str,
    people: Mapping[str, int],
    dated: date | None = None,
    paper: keeping.Paper | None = None,
) -> Done[Penduduk]:
    """Record the population of every kecamatan from one source.

    Raises `Refused` when a kecamatan is missing or unknown, or without a source.
    """
    election = election_for(by, election_id)
    if not source.strip():
        raise Refused(_("Tulis sumber angka penduduk, seperti DAK2 dan tanggalnya."))
    wanted = {place.path for place in places.places_below(by, election.path, KECAMATAN)}
    if set(people) != wanted:
        raise Refused(
            _("Isi penduduk semua kecamatan: %(have)s dari %(wanted)s.")
            % {"have": len(wanted & set(people)), "wanted": len(wanted)}
        )
    row = Penduduk.objects.create(
        election=election,
        path=election.path,
        source=source.strip(),
        dated=dated,
        people=dict(people),
        **keeping.record(by, election.path, paper),
    )
    facts = {"source": row.source, "people": sum(people.values())}
    return Done(row, f"population:{row.pk}", election.path, facts)


@act("seats.draft_dapil")
def draft_dapil(
    *,
    by: Viewer,
    election_id: int,
    contest: str,
    title: str,
    dapil: Sequence[Mapping[str, object]],
) -> Done[Rancangan]:
    """Draft dapil, as {"code", "name", "parts"}, over the newest population.

    Raises `Refused` without a population, or unless every kecamatan is in exactly one dapil.
    """
    election = _election(by, election_id, contest)
    people = Penduduk.objects.filter(path=election.path).order_by("-pk").first()
    if people is None:
        raise Refused(_("Catat dulu jumlah penduduk per kecamatan."))
    if not title.strip():
        raise Refused(_("Beri nama rancangan ini."))
    rows = [dict(one) for one in dapil]
    calculate(election.regime, people.people, rows)
    draft = _keep(by, election, contest, people, title.strip(), rows)
    facts = {"contest": contest, "number": draft.number, "dapil": rows}
    return Done(draft, f"dapil-draft:{draft.pk}", election.path, facts)


@act("seats.settle_draft")
def settle_draft(
    *, by: Viewer, draft_id: int, chosen: Sequence[str], plenary: str, basis: str
) -> Done[Rancangan]:
    """Follow a draft by one in which the plenary says which of equal remainders get the seats.

    Raises `Refused` where nothing is equal, or the choice does not settle it.
    """
    old = Rancangan.objects.select_related("election", "population").get(pk=draft_id)
    election_for(by, old.election_id)
    tie = plan_of(old).sharing.tie
    if tie is None:
        raise Refused(_("Rancangan ini tidak memuat sisa penduduk yang sama."))
    if len(set(chosen)) != tie.seats or not set(chosen) <= set(tie.dapil):
        raise Refused(
            _("Pilih tepat %(seats)s dapil di antara yang sisanya sama.") % {"seats": tie.seats}
        )
    if not plenary.strip() or not basis.strip():
        raise Refused(_("Tulis berita acara dan dasar keputusan ini."))
    decided = {"chosen": list(chosen), "plenary": plenary.strip(), "basis": basis.strip()}
    draft = _keep(by, old.election, old.contest, old.population, old.title, old.dapil, decided, old)
    facts = {"contest": old.contest, "number": draft.number, **decided}
    return Done(draft, f"dapil-draft:{draft.pk}", old.election.path, facts)


@act("seats.note_test")
def note_test(
    *,
    by: Viewer,
    draft_id: int,
    day: date,
    speaker: str,
    text: str,
    paper: keeping.Paper | None = None,
) -> Done[CatatanUji]:
    """Record what was said about a draft in its public test; `speaker` is an office or a party."""
    draft = Rancangan.objects.select_related("election").get(pk=draft_id)
    election = election_for(by, draft.election_id)
    if not text.strip() or not speaker.strip():
        raise Refused(_("Tulis siapa yang berbicara dan apa tanggapannya."))
    row = CatatanUji.objects.create(
        draft=draft,
        day=day,
        speaker=speaker.strip(),
        text=text.strip(),
        **keeping.record(by, election.path, paper),
    )
    return Done(row, f"dapil-draft:{draft.pk}", election.path, {"note": row.pk})


@act("seats.record_dapil_decision")
def record_dapil_decision(
    *,
    by: Viewer,
    election_id: int,
    contest: str,
    number: str,
    day: date,
    draft_id: int | None = None,
    note: str = "",
    paper: keeping.Paper | None = None,
) -> Done[TetapanDapil]:
    """Record the decision of KPU RI on seats and dapil; `draft_id` the draft that it followed."""
    election = _election(by, election_id, contest)
    if not number.strip():
        raise Refused(_("Isi nomor keputusan atau peraturan KPU."))
    draft = None
    if draft_id is not None:
        draft = Rancangan.objects.get(pk=draft_id, election=election, contest=contest)
    row = TetapanDapil.objects.create(
        election=election,
        contest=contest,
        draft=draft,
        number=number.strip(),
        day=day,
        note=note.strip(),
        **keeping.record(by, election.path, paper),
    )
    facts = {"contest": contest, "number": row.number, "draft": draft_id or 0}
    return Done(row, f"dapil-decision:{row.pk}", election.path, facts)


def _election(by: Viewer, election_id: int, contest: str) -> Election:
    election = election_for(by, election_id)
    if not shares_seats(contest_for(election, contest)):
        raise Election.DoesNotExist
    return election


def _keep(
    by: Viewer,
    election: Election,
    contest: str,
    people: Penduduk,
    title: str,
    dapil: list[dict],
    decided: dict | None = None,
    follows: Rancangan | None = None,
) -> Rancangan:
    rows = Rancangan.objects.filter(election=election, contest=contest)
    return Rancangan.objects.create(
        election=election,
        contest=contest,
        population=people,
        number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
        title=title,
        dapil=dapil,
        decided=decided,
        follows=follows,
        **keeping.record(by, election.path),
    )
