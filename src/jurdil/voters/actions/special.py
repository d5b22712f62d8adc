"""Special locations: asked for by letter, its voters named, decided, placed, and taken home."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.brought import Upload
from jurdil.kernel.fields import within
from jurdil.kernel.files import keep
from jurdil.kernel.models import Election, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters import special as law
from jurdil.places import paths
from jurdil.places.records import NewTps
from jurdil.places.writing import dissolve_tps, write_tps
from jurdil.voters import special
from jurdil.voters.models import LokasiKhusus, Pemilih, PenghuniLokasi
from jurdil.voters.special import Found, State


@dataclass(frozen=True)
class SiteRequest:
    """What the letter of a site says: which place, who answers for it, how many voters."""

    kind: str
    name: str
    address: str
    asked_by: str
    letter: str
    letter_day: date
    expected: int


@act("voters.special_ask")
def ask_site(
    *, by: Viewer, election_id: int, village: str, asked: SiteRequest, paper: Upload | None = None
) -> Done[LokasiKhusus]:
    """Record that TPS are asked for at a special location, with the letter.

    Raises Election.DoesNotExist outside the scope, KeyError for a kind that is none, `Refused` for
    a site that is known, a letter of a day ahead, or an election without a cap of voters.
    """
    person(by)
    election = Election.objects.get(pk=election_id)
    if not within(village, by.path) or paths.level(village) != paths.VILLAGE:
        raise Election.DoesNotExist
    if asked.letter_day > clock.today():
        raise Refused(_("Tanggal surat belum tiba. Periksa tanggalnya."))
    rows = LokasiKhusus.objects.filter(election=election, village=village, state__in=special.OPEN)
    if rows.filter(name__iexact=asked.name.strip()).exists():
        raise Refused(_("Lokasi “%(name)s” sudah dicatat di desa ini.") % {"name": asked.name})
    stored = paper and keep(
        paper.content,
        name=paper.name,
        media_type=paper.media_type,
        level=StoredFile.Level.INTERNAL,
        path=village,
    )
    made = LokasiKhusus(
        election=election,
        village=village,
        kind=asked.kind,
        name=asked.name.strip()[:120],
        address=asked.address.strip()[:200],
        asked_by=asked.asked_by.strip()[:120],
        letter=asked.letter.strip()[:120],
        letter_day=asked.letter_day,
        expected=asked.expected,
        file=stored or None,
        noted_at=clock.now(),
        account=by.account_id,
        account_name=by.name,
    )
    if special.limits_of(made).most is None:
        raise Refused(_("Aturan pemilihan ini tidak memuat batas pemilih per TPS."))
    made.save()
    facts = {"kind": made.kind, "expected": made.expected, "file": stored.pk if stored else None}
    return Done(made, f"lokasi:{made.pk}", village, facts)


@act("voters.special_add")
def add_residents(*, by: Viewer, site_id: int, numbers: str) -> Done[Found]:
    """Name voters of a site by their NIK, one per line; the numbers themselves are kept nowhere.

    Returns what the lines were, those newly named alone as `voters`. Raises `Refused` when none of
    them is a voter who is not at a site.
    """
    person(by)
    site = _site(by, site_id, special.OPEN)
    found = special.read(numbers)
    # Held first: two sites that name a voter at once must not both find him free.
    list(Pemilih.objects.select_for_update().filter(pk__in=found.voters).order_by("pk"))
    held = PenghuniLokasi.objects.filter(pemilih__in=found.voters, left_at__isnull=True)
    known = set(held.values_list("pemilih", flat=True))
    new = [voter for voter in found.voters if voter not in known]
    if not new:
        raise Refused(_nobody(found, len(known)))
    PenghuniLokasi.objects.bulk_create(
        PenghuniLokasi(
            site=site,
            pemilih_id=voter,
            added_at=clock.now(),
            account=by.account_id,
            account_name=by.name,
        )
        for voter in new
    )
    facts = {
        "added": len(new),
        "known": len(known),
        "unread": len(found.unread),
        "absent": len(found.absent),
        "double": len(found.double),
    }
    told = replace(found, voters=tuple(new), known=len(known))
    return Done(told, f"lokasi:{site.pk}", site.village, facts)


@act("voters.special_drop")
def drop_residents(*, by: Viewer, site_id: int, residents: Sequence[int], why: str) -> Done[int]:
    """Take voters off a site; who was placed goes back to the TPS he came from. Returns how many.

    Raises `Refused` when nobody is chosen, without a reason, and while a list is locked or
    determined.
    """
    person(by)
    site = _site(by, site_id, special.OPEN)
    chosen = [row for row in special.residents(site) if row.pk in set(residents)]
    if not chosen:
        raise Refused(_("Pilih dulu siapa yang keluar dari lokasi ini."))
    if not why.strip():
        raise Refused(_("Tulis mengapa mereka keluar dari lokasi, misalnya sudah bebas."))
    back = special.leave(by, chosen, why.strip(), source=f"lokasi:{site.pk}")
    facts = {"voters": [row.pemilih_id for row in chosen], "back": back}
    return Done(len(chosen), f"lokasi:{site.pk}", site.village, facts)


@act("voters.special_decide")
def decide_site(*, by: Viewer, site_id: int, accepted: bool, why: str = "") -> Done[LokasiKhusus]:
    """Accept or refuse a site; not by who recorded it. Its voters are placed afterwards.

    Raises `Refused` for the same person, a refusal without its reason, and an acceptance of a site
    with fewer voters than the law asks for (no such least in prisons).
    """
    person(by)
    site = _site(by, site_id, (State.ASKED,))
    if by.account_id is not None and by.account_id == site.account:
        raise Refused(_("Lokasi ini Anda sendiri yang mencatat. Mintalah orang lain memutuskan."))
    people = special.residents(site)
    if accepted:
        _require_enough(site, len(people))
    elif not why.strip():
        raise Refused(_("Tulis alasan penolakan."))
    site.state = State.ACCEPTED if accepted else State.REFUSED
    site.decided_at, site.decided_by, site.decided_name = clock.now(), by.account_id, by.name
    site.why = why.strip()[:300]
    site.save()
    if not accepted:
        special.leave(by, people, site.why, source=f"lokasi:{site.pk}")
    facts = {"accepted": accepted, "voters": len(people)}
    return Done(site, f"lokasi:{site.pk}", site.village, facts)


@act("voters.special_place")
def place_residents(*, by: Viewer, site_id: int) -> Done[int]:
    """Move the waiting voters of an accepted site to its TPS, which are registered as needed.

    They leave the lists of their home TPS. Returns how many. Raises `Refused` when nobody waits,
    when one of them is not an active voter any more, when they are too few for a TPS, and while a
    list is locked or determined.
    """
    person(by)
    site = _site(by, site_id, (State.ACCEPTED,))
    people = special.residents(site)
    waiting = [row for row in people if row.placed_at is None]
    if not waiting:
        raise Refused(_("Tidak ada pemilih yang menunggu ditempatkan."))
    present = special.present_of(people)
    if gone := sum(row.pemilih_id not in present for row in waiting):
        text = _("%(n)s orang sudah tidak aktif di daftar. Keluarkan dulu dari lokasi ini.")
        raise Refused(text % {"n": gone})
    opened = _open_stations(by, site, _require_enough(site, len(people)))
    placed = {row.pemilih_id for row in people if row.placed_at}
    have = special.sizes(site, {who: row for who, row in present.items() if who in placed})
    moving = special.split([present[row.pemilih_id] for row in waiting], have)
    for row in waiting:
        here = present[row.pemilih_id]
        row.origin, row.placed_at = here.tps or here.village, clock.now()
    moves = {special.tps_path(site, number): rows for number, rows in moving.items()}
    special.bring(by, moves, source=f"lokasi:{site.pk}")
    PenghuniLokasi.objects.bulk_update(waiting, ["origin", "placed_at"], batch_size=200)
    facts = {"voters": len(waiting), "stations": len(site.stations), "opened": opened}
    return Done(len(waiting), f"lokasi:{site.pk}", site.village, facts)


@act("voters.special_move")
def move_residents(*, by: Viewer, site_id: int, residents: Sequence[int], to: int) -> Done[int]:
    """Adjust: move placed voters of a site to another of its TPS. Returns how many.

    Raises `Refused` for a TPS that is not the site's, when it would be above the cap, and when
    nobody is chosen.
    """
    person(by)
    site = _site(by, site_id, (State.ACCEPTED,))
    if to not in site.stations:
        raise Refused(_("TPS %(tps)s bukan TPS lokasi ini.") % {"tps": f"{to:03d}"})
    people = special.residents(site)
    present = special.present_of([row for row in people if row.placed_at])
    chosen = [row for row in people if row.pk in set(residents) and row.pemilih_id in present]
    target = special.tps_path(site, to)
    rows = [present[row.pemilih_id] for row in chosen if present[row.pemilih_id].tps != target]
    if not rows:
        raise Refused(_("Pilih pemilih yang belum di TPS itu."))
    most, have = special.limits_of(site).most, special.sizes(site, present)[to]
    if most is not None and have + len(rows) > most:
        facts = {"tps": f"{to:03d}", "n": have + len(rows), "cap": most}
        raise Refused(_("TPS %(tps)s akan berisi %(n)s pemilih, batasnya %(cap)s.") % facts)
    special.bring(by, {target: rows}, source=f"lokasi:{site.pk}")
    return Done(len(rows), f"lokasi:{site.pk}", site.village, {"voters": len(rows), "to": to})


@act("voters.special_close")
def close_site(*, by: Viewer, site_id: int, why: str) -> Done[int]:
    """Close a site: its voters go back to the TPS they came from. Returns how many.

    Before voting day its TPS are dissolved, afterwards they were used and stay. Raises `Refused`
    without a reason, and while a list is locked or determined.
    """
    person(by)
    site = _site(by, site_id, (State.ACCEPTED,))
    if not why.strip():
        raise Refused(_("Tulis mengapa lokasi ini ditutup."))
    back = special.leave(by, special.residents(site), why.strip(), source=f"lokasi:{site.pk}")
    day = site.election.voting_day
    if day is None or clock.today() < day:
        stations = [special.tps_path(site, number) for number in site.stations]
        dissolve_tps(by, site.election_id, stations, why.strip()[:300])
    site.state, site.closed_at, site.closed_name = State.CLOSED, clock.now(), by.name
    site.closed_why = why.strip()[:300]
    site.save()
    return Done(back, f"lokasi:{site.pk}", site.village, {"back": back})


def _site(by: Viewer, site_id: int, states: Sequence[str]) -> LokasiKhusus:
    rows = LokasiKhusus.objects.select_for_update(of=["self"]).select_related("election")
    site = rows.get(pk=site_id, village__within=by.path)
    if site.state not in states:
        text = _("Lokasi ini sudah %(state)s. Muat ulang halamannya.")
        raise Refused(text % {"state": site.get_state_display().lower()})
    return site


def _require_enough(site: LokasiKhusus, voters: int) -> int:
    """How many TPS the voters of a site need. Raises `Refused` where they are too few for one."""
    limit = special.limits_of(site)
    if not voters:
        raise Refused(_("Belum ada pemilih di lokasi ini. Masukkan daftar NIK dari suratnya dulu."))
    count = law.stations(voters, limit)
    if not count:
        facts = {"n": voters, "least": limit.least}
        raise Refused(
            _(
                "Lokasi ini memuat %(n)s pemilih, paling sedikit %(least)s untuk satu TPS. Di "
                "bawah itu mereka dilayani sebagai pindah memilih (DPTb) di TPS terdekat."
            )
            % facts
        )
    return count


def _open_stations(by: Viewer, site: LokasiKhusus, needed: int) -> int:
    """Register the TPS that a site still lacks; returns how many."""
    lacking = needed - len(site.stations)
    if lacking <= 0:
        return 0
    # Held first: two sites of a village that open TPS at once must not take the same number.
    Election.objects.select_for_update().get(pk=site.election_id)
    numbers = special.free_numbers(by, site, lacking)
    new = [NewTps(site.village, one, site.kind, site.name, site.address) for one in numbers]
    write_tps(by, site.election_id, new, _("Lokasi khusus: %(letter)s") % {"letter": site.letter})
    site.stations = [*site.stations, *numbers]
    site.save(update_fields=["stations"])
    return lacking


def _nobody(found: Found, known: int) -> str:
    facts = {
        "known": known,
        "absent": len(found.absent),
        "unread": len(found.unread),
        "double": len(found.double),
    }
    return (
        _(
            "Tidak ada pemilih baru: %(known)s sudah di sebuah lokasi, %(absent)s tidak ada di "
            "daftar, %(double)s ber-NIK ganda, %(unread)s baris bukan NIK 16 angka."
        )
        % facts
    )
