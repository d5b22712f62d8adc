"""Double entry through the acts: blind, two people, differences, a coordinator, versions."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from jurdil.kernel.actions import office
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.viewer import Viewer
from jurdil.law.entry import State
from jurdil.law.rules import pairs
from jurdil.parties import actions as parties
from jurdil.parties.records import PAIR
from jurdil.parties.records import Entry as Line
from jurdil.places import actions as places
from jurdil.places.models import Region
from jurdil.places.records import NewTps
from jurdil.results import actions, queries
from jurdil.results.actions import NotReady
from jurdil.results.entry import store
from jurdil.results.entry.typed import key_of
from jurdil.results.models import Bacaan, Draf, Entri, Form, FormVersi, PutusanEntri
from jurdil.results.pages import entry as pages
from jurdil.results.shapes import fix_shape, shape_of
from jurdil.results.writing import Source, put_figures, read_figures
from jurdil.web.words import clock as web_clock
from tests import factories
from tests.results import ground
from tests.writes import setting_up

pytestmark = pytest.mark.django_db
CHOICES = pairs(2)
GOOD = {
    "dpt_l": 100,
    "dpt_p": 110,
    "dpt": 210,
    "guna_dpt_l": 80,
    "guna_dpt_p": 90,
    "guna_dpt": 170,
    "guna_dptb_l": 1,
    "guna_dptb_p": 0,
    "guna_dptb": 1,
    "guna_dpk_l": 0,
    "guna_dpk_p": 2,
    "guna_dpk": 2,
    "guna_l": 81,
    "guna_p": 92,
    "guna": 173,
    "surat_suara_diterima": 215,
    "surat_suara_digunakan": 173,
    "surat_suara_dikembalikan": 1,
    "surat_suara_tidak_digunakan": 41,
    "disabilitas_l": 1,
    "disabilitas_p": 1,
    "disabilitas": 2,
    "paslon_1": 118,
    "paslon_2": 50,
    "suara_sah": 168,
    "suara_tidak_sah": 5,
    "suara_total": 173,
}


@pytest.fixture
def held():
    found = ground.election()
    lines = [Line("ppwp", PAIR, number, f"Pasangan {number}") for number in (1, 2)]
    parties.register(by=factories.viewer("operator"), election_id=found.pk, entries=lines)
    village = Region.objects.filter(level=4, path__within="73.12.01").order_by("path")[0].path
    places.add_tps_list(
        by=factories.viewer("operator"),
        election_id=found.pk,
        rows=(NewTps(village, 1), NewTps(village, 2)),
        reason="Penetapan",
    )
    found.tps = f"{village}/001"
    return found


def person(role="operator", path="73.12") -> Viewer:
    made = factories.account(role, path)
    return factories.viewer(role, path, account_id=made.pk)


def cells(**changes) -> dict[str, str]:
    return {name: str(value) for name, value in {**GOOD, **changes}.items()}


def determine(held, by) -> None:
    actions.freeze_recap(
        by=by, election_id=held.pk, contest="ppwp", path="73.12", title="BA 1/2024"
    )


def key(held) -> dict:
    return {"election_id": held.pk, "contest": "ppwp", "path": held.tps}


def read(held, by, notes=None, **changes) -> Entri:
    actions.open_entry(by=by, **key(held))
    return actions.finish(by=by, **key(held), cells=cells(**changes), notes=notes or {})


def entry(held) -> Entri:
    return Entri.objects.get(election=held, contest="ppwp", path=held.tps)


def again(held, by, **values) -> Entri:
    typed = {name: str(value) for name, value in values.items()}
    return actions.finish(by=by, **key(held), cells=typed, notes={})


def test_two_equal_readings_become_the_form_with_both_in_its_history(held):
    first, second = person(), person()
    read(held, first)
    assert not Form.objects.filter(path=held.tps).exists()
    assert read(held, second).state == State.AGREED.value
    form = Form.objects.get(path=held.tps)
    assert read_figures(form.current.figures) == GOOD
    assert form.current.origin == FormVersi.Origin.AGREED
    assert [(v.number, v.origin, v.account) for v in form.versions.order_by("number")] == [
        (1, "entri-1", first.account_id),
        (2, "entri-2", second.account_id),
        (3, "disepakati", second.account_id),
    ]
    assert not Draf.objects.exists()


def test_the_first_typist_cannot_make_the_second_entry(held):
    first = person()
    read(held, first)
    with pytest.raises(Refused, match="Entri kedua dibuat orang lain"):
        actions.open_entry(by=first, **key(held))


def test_nothing_of_the_first_reading_reaches_anybody_before_it_is_agreed(held):
    first, second = person(), person()
    read(held, first, paslon_1=119, suara_sah=169, suara_tidak_sah=4)
    actions.open_entry(by=second, **key(held))
    page = queries.entry_page(second, held.pk, "ppwp", held.tps)
    assert page.draft.cells == {}
    assert page.opened is None
    assert not re.search(r"\b119\b", repr(page))
    assert queries.entry_page(person("ketua"), held.pk, "ppwp", held.tps).opened is None
    assert not any("119" in entry.payload for entry in LedgerEntry.objects.all())
    assert not FormVersi.objects.exists()


def test_only_what_differs_goes_back_and_equal_second_looks_agree(held):
    first, second = person(), person()
    read(held, first, disabilitas_p=0, disabilitas=1)
    assert read(held, second).state == State.DIFFERENT.value
    drafts = Draf.objects.order_by("slot")
    assert [draft.only for draft in drafts] == [["disabilitas_p", "disabilitas"]] * 2
    assert [draft.cells for draft in drafts] == [{}, {}]
    actions.open_entry(by=first, **key(held))
    assert again(held, first, disabilitas_p=1, disabilitas=2).state == State.DIFFERENT.value
    actions.open_entry(by=second, **key(held))
    assert again(held, second, disabilitas_p=1, disabilitas=2).state == State.AGREED.value
    assert read_figures(Form.objects.get(path=held.tps).current.figures) == GOOD
    assert Bacaan.objects.filter(slot=1).count() == 2


def different(held):
    first, second = person(), person()
    read(held, first, disabilitas_p=0, disabilitas=1)
    read(held, second)
    for by, count in ((first, (0, 1)), (second, (1, 2))):
        actions.open_entry(by=by, **key(held))
        again(held, by, disabilitas_p=count[0], disabilitas=count[1])
    assert entry(held).state == State.DECISION.value
    return first, second


def test_a_coordinator_who_typed_neither_decides_field_by_field(held):
    _first, second = different(held)
    typist = Viewer(**{**vars(second), "role": "kasubbag"})
    row, choices = entry(held), {"disabilitas_p": (2, None, ""), "disabilitas": (2, None, "")}
    with pytest.raises(Refused, match="koordinator lain"):
        actions.decide(by=typist, entry_id=row.pk, choices=choices, reason="Lihat kertas")
    chair = person("ketua")
    with pytest.raises(Refused, match="1 kolom belum diputuskan"):
        actions.decide(by=chair, entry_id=row.pk, choices={"disabilitas": (2, None, "")}, reason="")
    with pytest.raises(Refused, match="melanggar"):
        wrong = {**choices, "disabilitas": (1, None, "")}
        actions.decide(by=chair, entry_id=row.pk, choices=wrong, reason="")
    with pytest.raises(Refused, match="Tulis alasan"):
        own = {**choices, "disabilitas": (0, 2, "")}
        actions.decide(by=chair, entry_id=row.pk, choices=own, reason="")
    assert actions.decide(by=chair, entry_id=row.pk, choices=choices, reason="").state == "selesai"
    assert read_figures(Form.objects.get(path=held.tps).current.figures) == GOOD
    kept = PutusanEntri.objects.get(kind="putus")
    assert kept.fields == {"disabilitas_p": [2, 1, ""], "disabilitas": [2, 2, ""]}


def test_a_broken_rule_stops_until_a_coordinator_looked_at_the_paper(held):
    first, second = person(), person()
    assert read(held, first, suara_sah=186).state == State.FAULTY.value
    with pytest.raises(Refused):
        actions.open_entry(by=second, **key(held))
    deputy = person("kasubbag")
    row = entry(held)
    assert queries.entry_page(deputy, held.pk, "ppwp", held.tps).opened is None
    actions.open_reading(by=deputy, entry_id=row.pk)
    seen = queries.entry_page(deputy, held.pk, "ppwp", held.tps).opened
    assert seen.first["suara_sah"] == 186
    assert "E-401" in {finding.code for finding in seen.findings}
    with pytest.raises(Refused, match="Tulis alasannya"):
        actions.confirm_errors(by=deputy, entry_id=row.pk, reason=" ")
    actions.confirm_errors(by=deputy, entry_id=row.pk, reason="Kertas menulis 186")
    with pytest.raises(Refused, match="sudah melihat entri pertama"):
        actions.open_entry(by=deputy, **key(held))
    assert read(held, second, suara_sah=186).state == State.AGREED.value
    assert Form.objects.get(path=held.tps).findings.filter(code="E-401").exists()


def test_who_saw_a_reading_that_was_discarded_cannot_make_the_second_of_the_next_round(held):
    """A round that begins anew is read from the same paper; the one voted again is another."""
    first, chair = person(), person("kasubbag")
    row = read(held, first, suara_sah=186)
    actions.open_reading(by=chair, entry_id=row.pk)
    actions.discard(by=chair, entry_id=row.pk, reason="TPS lain")
    read(held, first)
    typist = Viewer(**{**vars(chair), "role": "operator"})
    assert not queries.entry_page(typist, held.pk, "ppwp", held.tps).may_type
    with pytest.raises(Refused, match="sudah melihat entri pertama"):
        actions.open_entry(by=typist, **key(held))
    with setting_up():
        Entri.objects.update(round=3)  # as `revotes.begin_anew` does
    assert not store.has_seen(entry(held), chair.account_id)


def test_an_idle_second_entry_is_not_offered_to_who_has_seen_the_first(held, monkeypatch):
    """The page offers what the act allows: nothing, also once the lock of the typist is over."""
    first, second, chair = person(), person(), person("kasubbag")
    row = read(held, first, suara_sah=186)
    actions.open_reading(by=chair, entry_id=row.pk)
    actions.confirm_errors(by=chair, entry_id=row.pk, reason="Kertas menulis 186")
    actions.open_entry(by=second, **key(held))
    later = timezone.now() + store.IDLE + timedelta(minutes=1)
    monkeypatch.setattr("jurdil.kernel.clock.real", lambda: later)
    typist = Viewer(**{**vars(chair), "role": "operator"})
    assert not queries.entry_page(typist, held.pk, "ppwp", held.tps).may_type
    assert queries.entry_page(person(), held.pk, "ppwp", held.tps).may_type
    with pytest.raises(Refused, match="sudah melihat entri pertama"):
        actions.open_entry(by=typist, **key(held))


def test_a_draft_keeps_what_its_form_has_and_no_more(held):
    first = person()
    actions.open_entry(by=first, **key(held))
    long = {"tick": True, "why": "x" * 9000, "left": 230, "right": 215, "more": "y"}
    given = {"dpt_l": "1" * 900, **{f"lain_{n}": "1" for n in range(500)}}
    shape = shape_of(held.pk, "ppwp")
    warning = next(key_of(one) for one in shape.checks)
    notes = {warning: long, **{f"lain-{n}": long for n in range(500)}}
    draft = actions.save_draft(by=first, **key(held), cells=given, notes=notes)
    assert draft.cells == {"dpt_l": "1" * 12}
    assert draft.notes == {warning: {"tick": True, "why": "x" * 2000, "left": 230, "right": 215}}


def test_a_sent_back_reading_is_found_as_it_was(held):
    first = person()
    read(held, first, suara_sah=186)
    actions.send_back(by=person("ketua"), entry_id=entry(held).pk, reason="Salah ketik?")
    draft = actions.open_entry(by=first, **key(held))
    assert draft.cells["suara_sah"] == "186"
    assert actions.finish(by=first, **key(held), cells=cells(), notes={}).state == "menunggu-2"


def test_a_warning_needs_its_tick_and_its_explanation_for_these_figures(held):
    """Ballots received are not DPT + 2 per cent: 230 instead of 215."""
    first, second = person(), person()
    changes = {"surat_suara_diterima": 230, "surat_suara_tidak_digunakan": 56}
    actions.open_entry(by=first, **key(held))
    with pytest.raises(NotReady) as caught:
        actions.finish(by=first, **key(held), cells=cells(**changes), notes={})
    (warning,) = caught.value.typed.open_warnings
    why = {"tick": True, "why": "Kiriman lebih", "left": 230, "right": 215}
    with pytest.raises(NotReady):
        stale = {warning: {**why, "left": 229}}
        actions.finish(by=first, **key(held), cells=cells(**changes), notes=stale)
    notes = {warning: why}
    assert actions.finish(by=first, **key(held), cells=cells(**changes), notes=notes).state == (
        "menunggu-2"
    )
    read(held, second, notes, **changes)
    assert Form.objects.get(path=held.tps).current.reason == f"{warning}: Kiriman lebih"


def test_empty_is_not_zero_and_an_empty_box_is_said_so(held):
    first = person()
    actions.open_entry(by=first, **key(held))
    with pytest.raises(NotReady, match="1 kolom belum diisi"):
        actions.finish(by=first, **key(held), cells=cells(disabilitas=""), notes={})
    with pytest.raises(NotReady, match="1 kolom tidak berisi angka"):
        actions.finish(by=first, **key(held), cells=cells(disabilitas="2x"), notes={})
    actions.finish(by=first, **key(held), cells=cells(disabilitas="-"), notes={})
    assert "disabilitas" not in read_figures(Bacaan.objects.get().figures)


def test_a_form_without_a_single_vote_goes_to_the_coordinator(held):
    zeros = dict.fromkeys(GOOD, 0)
    assert read(held, person(), **zeros).state == State.FAULTY.value


def test_a_draft_survives_and_its_form_is_locked_until_it_is_idle(held, monkeypatch):
    first, second = person(), person()
    actions.open_entry(by=first, **key(held))
    actions.save_draft(by=first, **key(held), cells={"dpt_l": "1o"}, notes={})
    with pytest.raises(Refused, match=f"sedang dientri oleh {first.name}"):
        actions.open_entry(by=second, **key(held))
    assert queries.entry_page(second, held.pk, "ppwp", held.tps).held_by == first.name
    draft = actions.open_entry(by=first, **key(held))
    assert draft.cells == {"dpt_l": "1o"}
    later = timezone.now() + store.IDLE + timedelta(minutes=1)
    monkeypatch.setattr("jurdil.kernel.clock.real", lambda: later)
    taken = actions.open_entry(by=second, **key(held))
    assert (taken.account, taken.cells) == (second.account_id, {})
    with pytest.raises(Refused, match="tidak lagi dikunci untuk Anda"):
        actions.save_draft(by=first, **key(held), cells={}, notes={})


def test_moments_of_a_draft_are_told_by_the_clock_of_the_page(held):
    """In training the legal clock stands on another day than the technical one of the lock."""
    legal = datetime(2024, 2, 15, 9, 30, tzinfo=UTC)
    office.set_training_clock(by=factories.viewer("pengelola"), legal=legal)
    first = person()
    actions.open_entry(by=first, **key(held))
    draft = queries.entry_page(first, held.pk, "ppwp", held.tps).draft
    assert legal <= draft.saved_at < legal + timedelta(minutes=1)
    assert draft.locked_until == draft.saved_at + store.IDLE
    assert pages.saved(Draf.objects.get().touched_at)["saved"] == web_clock(draft.saved_at)


def test_a_paused_form_waits_for_its_typist_until_a_coordinator_frees_it(held, monkeypatch):
    first, second = person(), person()
    actions.open_entry(by=first, **key(held))
    actions.pause(by=first, **key(held))
    later = timezone.now() + timedelta(hours=5)
    monkeypatch.setattr("jurdil.kernel.clock.real", lambda: later)
    with pytest.raises(Refused, match="sedang dientri"):
        actions.open_entry(by=second, **key(held))
    actions.free_lock(by=person("ketua"), entry_id=entry(held).pk, reason="Pulang")
    assert actions.open_entry(by=second, **key(held)).account == second.account_id


def test_beginning_anew_is_asked_and_granted_by_two_and_keeps_the_old_readings(held):
    first, second = person(), person()
    read(held, first)
    row = read(held, second)
    deputy = person("kasubbag")
    actions.ask_undo(by=first, entry_id=row.pk, reason="Formulir TPS lain")
    asker = Viewer(**{**vars(first), "role": "kasubbag"})
    with pytest.raises(Refused, match="orang lain"):
        actions.answer_undo(by=asker, entry_id=row.pk, granted=True, reason="ya")
    actions.answer_undo(by=deputy, entry_id=row.pk, granted=True, reason="Benar")
    assert (entry(held).state, entry(held).round) == ("kosong", 2)
    assert Form.objects.get(path=held.tps).current is not None
    assert Bacaan.objects.count() == 2
    read(held, second, paslon_1=117, suara_tidak_sah=6, suara_sah=167)
    assert read(held, first, paslon_1=117, suara_tidak_sah=6, suara_sah=167).state == "selesai"
    form = Form.objects.get(path=held.tps)
    assert read_figures(form.current.figures)["paslon_1"] == 117
    assert form.versions.count() == 6


def test_nothing_is_typed_once_the_result_is_determined(held):
    first, second = person(), person()
    read(held, first)
    row = read(held, second)
    chair = person("ketua")
    determine(held, chair)
    with pytest.raises(Refused, match="sudah ditetapkan"):
        actions.ask_undo(by=first, entry_id=row.pk, reason="Salah")
    other = {**key(held), "path": held.tps[:-1] + "2"}
    with pytest.raises(Refused, match="sudah ditetapkan"):
        actions.open_entry(by=first, **other)


def test_a_draft_is_kept_when_the_result_is_determined_meanwhile(held):
    first, second, third = person(), person(), person()
    read(held, first)
    read(held, second)
    other = {**key(held), "path": held.tps[:-1] + "2"}
    actions.open_entry(by=third, **other)
    actions.save_draft(by=third, **other, cells=cells(), notes={})
    determine(held, person("ketua"))
    with pytest.raises(Refused, match="sudah ditetapkan"):
        actions.finish(by=third, **other, cells=cells(), notes={})
    assert Draf.objects.get().cells == cells()


def test_sirekap_counts_as_first_reading_for_the_figures_it_has(held):
    actions.set_rule(
        by=person("ketua"), election_id=held.pk, contest="ppwp", seat="kabko", mode="sirekap"
    )
    published = {k: v for k, v in GOOD.items() if not k.startswith(("surat", "disab"))}
    with setting_up():
        shape = fix_shape(held, "ppwp", "", CHOICES)
        source = Source(FormVersi.Origin.SIREKAP)
        put_figures(person(), shape, {held.tps: published}, source, "73.12")
    assert read(held, person()).state == State.AGREED.value
    current = Form.objects.get(path=held.tps).current
    assert read_figures(current.figures) == GOOD
    assert current.origin == FormVersi.Origin.AGREED


def test_typists_sit_where_the_office_said(held):
    at_ppk = person("ppk", "73.12.01")
    with pytest.raises(Refused, match="kantor kabupaten/kota"):
        actions.open_entry(by=at_ppk, **key(held))
    actions.set_rule(
        by=person("ketua"), election_id=held.pk, contest="ppwp", seat="ppk", mode="dua-entri"
    )
    actions.open_entry(by=at_ppk, **key(held))
    with pytest.raises(Refused, match="dientri di PPK"):
        actions.open_entry(by=person(), **key(held))


def test_a_ppk_reaches_no_other_kecamatan(held):
    actions.set_rule(
        by=person("ketua"), election_id=held.pk, contest="ppwp", seat="ppk", mode="dua-entri"
    )
    elsewhere = person("ppk", "73.12.02")
    with pytest.raises(Exception, match="matching query does not exist"):
        actions.open_entry(by=elsewhere, **key(held))


def test_the_board_counts_every_form_once(held):
    read(held, person())
    found = queries.entry_board(person("ketua"), held.pk, "73.12.01")
    assert found.total.counts["ppwp"] == {"menunggu-2": 1}
    assert (found.total.tps, found.total.empty("ppwp"), found.total.empty("dpr")) == (2, 1, 2)
    page = queries.entry_list(person("ketua"), held.pk, state="menunggu-2")
    assert [(row.path, row.contest) for row in page.rows] == [(held.tps, "ppwp")]


def test_the_next_form_is_a_second_entry_of_another_then_one_nobody_began(held):
    first, second = person(), person()
    read(held, first)
    assert queries.next_form(second, held.pk, "ppwp") == held.tps
    assert queries.next_form(first, held.pk, "ppwp") == held.tps[:-1] + "2"
    (row,) = queries.performance(person("ketua"), held.pk)
    assert (row.name, row.readings, row.again) == (first.name, 1, 0)
