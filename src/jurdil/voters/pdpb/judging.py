"""What a row of an agency becomes: a proposal, a visit at the door, or nothing, and why.

Agencies err: of 974 voters of a regency flagged as dead 29 were alive. So a death reported by an
agency is never a removal by itself, and whatever is doubtful is visited. What was decided before
is not proposed again: the row shows that decision.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jurdil.law.regime import load_regime
from jurdil.law.voters.eligibility import Marriage, Person, judge
from jurdil.law.voters.identity import is_sound, read_birth
from jurdil.voters.models import BarisKiriman, Kunjungan, PemilihVersi, Usulan
from jurdil.voters.pdpb.matching import Found, same_person
from jurdil.voters.pdpb.quarters import REGIME
from jurdil.voters.people import Elements, elements_in

Match, Outcome, Why = BarisKiriman.Match, BarisKiriman.Outcome, Kunjungan.Why
NEW, TMS, CHANGE = "baru", "tms", "ubah"
MOVED_IN, DEAD = "pindah-masuk", "meninggal"
_VISIT_WHY = {
    DEAD: Why.DEATH,
    "pindah-keluar": Why.MOVED,
    "tni": Why.UNIFORM,
    "polri": Why.UNIFORM,
    "ganda": Why.DOUBLE,
}
_BY_LETTER = frozenset({"pindah-keluar", "tni", "polri"})
"""Removals that an agency's letter can prove, when the number and the name agree."""
_NOT_COMPARED = frozenset({"nik", "nkk", "keterangan", "disabilitas"})


@dataclass(frozen=True)
class Verdict:
    """What a row becomes. `kind` is the kind of the proposal, `why` a code said in words by pages.

    `visits` are the voters to visit; `earlier` is the proposal that decided the matter before.
    """

    outcome: str
    why: str = ""
    kind: str = ""
    voter: PemilihVersi | None = None
    elements: Mapping[str, str] = field(default_factory=dict)
    visits: tuple[PemilihVersi, ...] = ()
    visit_why: str = Why.OTHER
    earlier: Usulan | None = None


def judged(claim: str, elements: Elements, village: str, found: Found, on: date) -> Verdict:
    """What becomes of a row that claims `baru:…`, `tms:…` or `ubah`; ages count on the day `on`."""
    kind, _colon, code = claim.partition(":")
    if not elements.nama.strip():
        return Verdict(Outcome.FAULTY, "tanpa-nama")
    if found.match == Match.MANY:
        return _visit(found.versions, code, "banyak")
    present = found.one
    if present is not None and present.status == PemilihVersi.Status.STRUCK:
        return Verdict(Outcome.EARLIER, "sudah-tms", voter=present, earlier=_struck_by(present))
    if kind == NEW:
        return _new(code, elements, village, found, on)
    if present is None:
        return Verdict(Outcome.ABSENT, "tidak-ada")
    if kind == TMS:
        return _removal(code, elements, found, present)
    return _change(elements, found, present)


def _new(code: str, elements: Elements, village: str, found: Found, on: date) -> Verdict:
    present = found.one
    if present is None:
        return _unknown(elements, village, found.nik_index, on)
    same = found.match == Match.NIK and same_person(present, elements)
    if same and present.village == village:
        return Verdict(Outcome.SAME, "sudah-terdaftar", voter=present)
    if same and code == MOVED_IN and village:
        open_one = _open(present, Usulan.Kind.MOVE)
        if open_one is not None:
            return Verdict(Outcome.EARLIER, "sedang-diajukan", voter=present, earlier=open_one)
        return Verdict(Outcome.PROPOSED, "pindah-desa", Usulan.Kind.MOVE, present)
    why = "nik-nama-beda" if found.match == Match.NIK and not same else "mungkin-sama"
    return _visit((present,), code, why)


def _unknown(elements: Elements, village: str, index: str, on: date) -> Verdict:
    born = read_birth(elements.tanggal_lahir)
    if not village:
        return Verdict(Outcome.FAULTY, "tanpa-desa")
    if not is_sound(elements.nik):
        return Verdict(Outcome.FAULTY, "nik-cacat")
    if born.day is None or born.swapped or elements.jenis_kelamin not in ("L", "P"):
        return Verdict(Outcome.FAULTY, "lahir-atau-kelamin")
    if earlier := _asked_before(index):
        asked = earlier.state == Usulan.State.OPEN
        why = "sedang-diajukan" if asked else "pernah-ditolak"
        return Verdict(Outcome.EARLIER, why, earlier=earlier)
    person = Person(born.day, _marriage(elements.status_kawin))
    if not judge(person, on, load_regime(REGIME)).eligible:
        return Verdict(Outcome.TOO_YOUNG, "belum-17")
    return Verdict(Outcome.PROPOSED, "baru", Usulan.Kind.NEW, None, elements.as_row())


def _removal(code: str, elements: Elements, found: Found, present: PemilihVersi) -> Verdict:
    if earlier := _open(present, Usulan.Kind.STRIKE):
        return Verdict(Outcome.EARLIER, "sedang-diajukan", voter=present, earlier=earlier)
    if earlier := _refused(present, code):
        return Verdict(Outcome.EARLIER, "pernah-ditolak", voter=present, earlier=earlier)
    if _seen_alive(present, code):
        return Verdict(Outcome.EARLIER, "pernah-ditemui", voter=present)
    sure = found.match == Match.NIK and same_person(present, elements)
    if code in _BY_LETTER and sure:
        return Verdict(Outcome.PROPOSED, "surat", Usulan.Kind.STRIKE, present)
    return _visit((present,), code, "periksa" if sure else "nama-beda")


def _change(elements: Elements, found: Found, present: PemilihVersi) -> Verdict:
    if found.match != Match.NIK:
        return _visit((present,), "", "mungkin-sama")
    known = elements_in(present).as_row()
    told = elements.as_row()
    changed = {
        name: value
        for name, value in told.items()
        if value and name not in _NOT_COMPARED and not _alike(name, value, known[name])
    }
    if not changed:
        return Verdict(Outcome.SAME, "sama", voter=present)
    return Verdict(Outcome.PROPOSED, "ubah", Usulan.Kind.CHANGE, present, changed)


def _visit(versions: tuple[PemilihVersi, ...], code: str, why: str) -> Verdict:
    one = versions[0] if len(versions) == 1 else None
    visit_why = _VISIT_WHY.get(code, Why.MISMATCH)
    return Verdict(Outcome.VISIT, why, voter=one, visits=versions, visit_why=visit_why)


def _alike(name: str, told: str, known: str) -> bool:
    if name == "tanggal_lahir":
        born = read_birth(told)
        return born.day is None or born.day == read_birth(known).day
    if name in ("rt", "rw"):
        return told.lstrip("0") == known.lstrip("0")
    return told.casefold() == known.casefold()


def _marriage(code: str) -> Marriage | None:
    known = {one.value: one for one in Marriage}
    return known.get(code.strip().upper()[:1])


def _asked_before(index: str) -> Usulan | None:
    """An open or rejected proposal of a person who is not on the list."""
    states = (Usulan.State.OPEN, Usulan.State.REJECTED)
    rows = Usulan.objects.filter(kind=Usulan.Kind.NEW, nik_index=index, state__in=states)
    return rows.order_by("-pk").first()


def _of(present: PemilihVersi, kind: str, state: str) -> Usulan | None:
    rows = Usulan.objects.filter(pemilih=present.pemilih_id, kind=kind, state=state)
    return rows.order_by("-pk").first()


def _open(present: PemilihVersi, kind: str) -> Usulan | None:
    return _of(present, kind, Usulan.State.OPEN)


def _struck_by(present: PemilihVersi) -> Usulan | None:
    return _of(present, Usulan.Kind.STRIKE, Usulan.State.ACCEPTED)


def _refused(present: PemilihVersi, code: str) -> Usulan | None:
    earlier = _of(present, Usulan.Kind.STRIKE, Usulan.State.REJECTED)
    return earlier if earlier and earlier.tms == code else None


def _seen_alive(present: PemilihVersi, code: str) -> bool:
    """Whether an officer stood before this voter when the same was reported of him before."""
    why = _VISIT_WHY.get(code, Why.MISMATCH)
    alive = (Kunjungan.Result.FOUND, Kunjungan.Result.CORRECT)
    return Kunjungan.objects.filter(pemilih=present.pemilih_id, why=why, result__in=alive).exists()
