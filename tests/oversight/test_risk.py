"""The index from events: a person confirms, nothing is overwritten, KPU's map stands beside."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from jurdil.kernel import clock, ledger, risk_signals
from jurdil.kernel.acts import OutOfScope, Refused
from jurdil.kernel.policy import Forbidden
from jurdil.kernel.risk_signals import Signal
from jurdil.kernel.roles import BAWASLU
from jurdil.law.text import Text
from jurdil.oversight import actions, queries
from jurdil.oversight.models import IkpEvent, IkpRun
from jurdil.places.models import Boundary
from tests import factories
from tests.oversight import ground
from tests.samples import REGENCY, World, X, Y
from tests.writes import setting_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World(BAWASLU)


@pytest.fixture
def chair(world):
    return factories.viewer("bw-ketua", REGENCY)


@pytest.fixture
def field(world):
    return factories.viewer("panwascam", X)


def totals(viewer):
    return {path: one.total for path, one in queries.index(viewer).result.regions.items()}


def test_what_the_office_notes_counts_at_once_and_what_the_field_notes_waits(chair, field):
    ground.event(chair, X)
    proposal = ground.event(field, X)
    assert proposal.state == IkpEvent.State.PROPOSED
    assert queries.waiting(chair) == 1
    assert queries.index(chair).result.regions[X].events == 1
    actions.decide_event(by=chair, event_id=proposal.pk, accept=True)
    assert queries.index(chair).result.regions[X].events == 2
    assert queries.waiting(chair) == 0


def test_a_refused_proposal_needs_a_reason_and_never_counts(chair, field):
    proposal = ground.event(field, X)
    with pytest.raises(Refused, match="alasan"):
        actions.decide_event(by=chair, event_id=proposal.pk, accept=False)
    actions.decide_event(by=chair, event_id=proposal.pk, accept=False, reason="Tidak terbukti")
    assert totals(chair)[X] == 0
    with pytest.raises(Refused, match="sudah diputus"):
        actions.decide_event(by=chair, event_id=proposal.pk, accept=True)


def test_a_withdrawn_event_stays_in_the_list_and_counts_no_more(chair):
    made = ground.event(chair, X)
    assert totals(chair)[X] == Decimal("38.00")
    actions.withdraw_event(by=chair, event_id=made.pk, reason="Salah wilayah")
    assert totals(chair)[X] == 0
    assert [row.state for row in queries.events(chair)] == ["dicabut"]
    with pytest.raises(Refused, match="Hanya kejadian yang diterima"):
        actions.withdraw_event(by=chair, event_id=made.pk, reason="Lagi")


def test_events_of_the_whole_regency_are_told_apart(chair):
    ground.event(chair, REGENCY)
    ground.event(chair, X)
    seen = queries.index(chair)
    assert seen.elsewhere == 1 and seen.result.regions[X].events == 1


def test_the_highest_kecamatan_has_the_class_that_the_limits_give(chair):
    for indicator in (1, 32, 44, 56):
        ground.event(chair, X, indicator)
    first = queries.index(chair).rows[0]
    assert (first.path, first.group.id) == (X, "tinggi")
    assert first.total.value == Decimal("100.00") and not first.total.confirmed


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"indicator": 62}, "61 indikator"),
        ({"severity": "provinsi"}, "tingkat kejadian"),
        ({"count": 0}, "paling sedikit 1"),
        ({"source": "  "}, "Sebutkan sumber"),
        ({"narrative": ""}, "apa yang terjadi"),
        ({"happened_on": date(2999, 1, 1)}, "belum tiba"),
        ({"edition": "ikp-2029"}, "tidak dikenal"),
    ],
)
def test_an_event_without_ground_is_refused(chair, values, sentence):
    with pytest.raises(Refused, match=sentence):
        ground.event(chair, X, **values)


def test_the_field_notes_only_its_own_kecamatan_and_sees_no_other(chair, field):
    with pytest.raises((Refused, OutOfScope)):
        ground.event(field, Y)
    ground.event(chair, Y)
    assert queries.events(field) == ()
    with pytest.raises(Forbidden):
        queries.index(field)


def test_hostile_text_is_shown_and_not_run(client, chair):
    client.force_login(factories.account("bw-ketua", REGENCY))
    made = ground.event(chair, X, narrative="<script>alert(1)</script>", source="<b>x</b>")
    text = client.get(f"/pengawasan/ikp/kejadian/{made.pk}/").content.decode()
    assert "<script>alert(1)" not in text and "&lt;script&gt;" in text and "<b>x</b>" not in text


def test_a_calculation_keeps_its_whole_population_and_never_changes(chair):
    ground.event(chair, X)
    kept = actions.keep_run(by=chair, note="Rapat pleno")
    ground.event(chair, Y, count=4)
    again = IkpRun.objects.get(pk=kept.pk)
    assert again.regions[X]["total"] == "38.00" and again.regions[Y]["events"] == 0
    assert len(again.regions) == len(queries.index(chair).rows)
    assert totals(chair)[X] == Decimal("9.50")


def test_published_scores_keep_their_edition_and_class(chair):
    actions.record_published(
        by=chair,
        edition="ikp-2019",
        score=Decimal("50.26"),
        group="sedang",
        published_on=date(2018, 9, 25),
        source="Bawaslu RI",
    )
    assert [(r.edition, r.score, r.group) for r in queries.history(chair)] == [
        ("ikp-2019", Decimal("50.26"), "sedang")
    ]
    with pytest.raises(Refused, match="kelas"):
        actions.record_published(
            by=chair,
            edition="ikp-2020",
            score=Decimal(50),
            group="sedang",
            published_on=date(2020, 2, 25),
            source="Bawaslu RI",
        )


def test_what_if_saves_nothing(chair):
    ground.event(chair, X)
    before = ledger.head()
    index, moved, names = queries.what_if(chair, region=Y, indicator=32, count=2)
    assert {one.region for one in moved} == {X, Y} and names[Y]
    assert index.result.regions[Y].total == Decimal("38.00")
    assert ledger.head() == before and totals(chair)[Y] == 0


@pytest.fixture
def signal():
    found = Signal(
        key="uji:psu:1",
        indicator=32,
        path=f"{X}.1001",
        happened_on=date(2024, 2, 15),
        text=Text("PSU di satu TPS", "Re-vote at one TPS"),
        source=Text("Rekapitulasi", "Recapitulation"),
    )

    def source(viewer, election_id):
        return [found]

    risk_signals.register(source)
    yield found
    risk_signals.unregister(source)


def test_what_another_room_proposes_enters_only_through_a_person(chair, signal):
    assert [one.key for one in queries.signals(chair)] == [signal.key]
    assert totals(chair)[X] == 0
    made = actions.decide_signal(by=chair, key=signal.key, accept=True, severity="desa")
    assert made.origin == signal.key and totals(chair)[X] == Decimal("38.00")
    assert queries.signals(chair) == ()
    with pytest.raises(Refused, match="sudah diputus"):
        actions.decide_signal(by=chair, key=signal.key, accept=True, severity="desa")


def test_a_refused_signal_does_not_come_back_and_a_withdrawn_one_does(chair, signal):
    made = actions.decide_signal(
        by=chair, key=signal.key, accept=False, severity="desa", reason="Sudah dihitung"
    )
    assert made.state == IkpEvent.State.REFUSED and queries.signals(chair) == ()
    assert totals(chair)[X] == 0


def test_a_signal_that_is_gone_is_told_so(chair):
    with pytest.raises(Refused, match="tidak ada lagi"):
        actions.decide_signal(by=chair, key="uji:hilang", accept=True, severity="desa")


# --- KPU's own map ------------------------------------------------------------------------------


def test_kpu_keeps_its_own_map_and_nothing_else_of_this_room():
    world = World()
    kpu = factories.viewer("anggota", REGENCY)
    row = actions.note_kpu_risk(by=kpu, theme="Logistik", level="Rawan", source="Rapat KPU", path=X)
    assert [r.theme for r, _place in queries.kpu_map(kpu)] == ["Logistik"]
    for reading in (queries.index, queries.events, queries.aght_lines, queries.post_notes):
        with pytest.raises(Forbidden):
            reading(kpu)
    with pytest.raises(Forbidden):
        ground.event(kpu, X)
    actions.drop_kpu_risk(by=kpu, row_id=row.pk)
    assert queries.kpu_map(kpu) == () and world.office.kind == "kpu"


def test_in_kpus_house_the_navigation_shows_only_kpus_map(client):
    World()
    client.force_login(factories.account("anggota", REGENCY))
    text = client.get("/").content.decode()
    assert "/pengawasan/peta-kpu/" in text
    for address in ("ikp", "tps-rawan", "aght", "pencegahan", "posko"):
        assert f"/pengawasan/{address}/" not in text


def test_kpus_map_never_moves_the_index(chair):
    ground.event(chair, X)
    before = totals(chair)
    actions.note_kpu_risk(by=chair, theme="Logistik", level="Tinggi", source="Surat KPU", path=Y)
    assert totals(chair) == before


# --- pages ----------------------------------------------------------------------------------------


def test_an_event_is_noted_and_decided_through_the_pages(client, chair):
    village = f"{X}.1001"
    client.force_login(factories.account("pkd", village))
    sent = {
        "indicator": 28,
        "path": village,
        "severity": "desa",
        "count": 2,
        "happened_on": (clock.today() - timedelta(days=2)).isoformat(),
        "source": "PPS",
        "narrative": "Logistik terlambat",
    }
    answer = client.post("/pengawasan/ikp/kejadian/baru/", sent)
    made = IkpEvent.objects.get()
    assert answer.status_code == 302 and made.state == "diusulkan"
    client.force_login(factories.account("bw-anggota", REGENCY))
    page = client.get("/pengawasan/ikp/usulan/").content.decode()
    assert "28. Logistik terlambat" in page
    answer = client.post(f"/pengawasan/ikp/kejadian/{made.pk}/putus/", {"tolak": "1"})
    assert answer.status_code == 422 and "Tulis alasan" in answer.content.decode()
    answer = client.post(f"/pengawasan/ikp/kejadian/{made.pk}/putus/", {"terima": "1"})
    made.refresh_from_db()
    assert answer.status_code == 302 and made.state == "diterima"
    assert "30,00" not in client.get("/pengawasan/ikp/").content.decode()
    assert "38,00" in client.get("/pengawasan/ikp/").content.decode()


def test_a_form_with_faults_keeps_what_was_typed(client, chair):
    client.force_login(factories.account("bw-sekretariat", REGENCY))
    answer = client.post("/pengawasan/ikp/kejadian/baru/", {"narrative": "Tidak boleh hilang"})
    assert answer.status_code == 422 and "Tidak boleh hilang" in answer.content.decode()


def test_the_maps_colour_the_kecamatan_once_outlines_are_loaded(client, world, chair):
    square = [[[120.0, -4.0], [120.1, -4.0], [120.1, -4.1], [120.0, -4.0]]]
    with setting_up():
        for path in (X, Y):
            Boundary.objects.create(
                path=path, level=3, source="contoh", edition="uji", detail=square, sketch=square
            )
    ground.event(chair, X)
    ground.flag(chair, world.election.pk, world.tps(X))
    client.force_login(factories.account("bw-ketua", REGENCY))
    page = client.get("/pengawasan/ikp/peta/").content.decode()
    assert "<svg" in page and "38,00" in page and f"?tempat={X}" in page
    assert "TPS rawan per kecamatan" in client.get("/pengawasan/tps-rawan/").content.decode()
