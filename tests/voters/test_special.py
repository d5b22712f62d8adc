"""Special locations: asked by letter, decided by another person, voters leave their home TPS.

PKPU 7/2022 art. 179-180. Figures stay whole: who goes to a site is a move inside the regency, who
comes home again too.
"""

import io
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, performing
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.viewer import system_viewer
from jurdil.places import queries as places
from jurdil.voters import actions, arriving, changing, mapping, queries, special
from jurdil.voters.actions import SiteRequest
from jurdil.voters.lists import Asked
from jurdil.voters.models import LokasiKhusus, PemilihVersi, PenghuniLokasi, Revisi
from tests import factories
from tests.voters import chain_ground as ground
from tests.voters.people import elements, enlist
from tests.writes import setting_up

pytestmark = pytest.mark.django_db
SITE, HOME = ground.VILLAGES[0], ground.VILLAGES[2]


def asked(kind: str = "lapas", expected: int = 4) -> SiteRequest:
    return SiteRequest(
        kind, "Rutan Contoh", "Jalan Contoh 1", "Kepala rutan", "W.23/7", clock.today(), expected
    )


@pytest.fixture
def ready():
    """An election, voters of two villages, a recorded site; (keeper, decider, election, people)."""
    election = ground.regency()
    family = elements().nkk
    here = [elements(f"Contoh Sini {at}") for at in range(2)]
    away = [elements(f"Contoh Jauh {at}", nkk=family) for at in range(3)]
    enlist(*here, village=SITE)
    enlist(*away, village=HOME)
    by, other = ground.member("operator"), ground.member("anggota")
    site = actions.ask_site(by=by, election_id=election.pk, village=SITE, asked=asked())
    return by, other, election, site, (here, away)


def _placed(ready):
    by, other, _election, site, (here, away) = ready
    numbers = "\n".join(one.nik for one in (here[0], *away[:2]))
    actions.add_residents(by=by, site_id=site.pk, numbers=numbers)
    actions.decide_site(by=other, site_id=site.pk, accepted=True)
    assert actions.place_residents(by=by, site_id=site.pk) == 3
    site.refresh_from_db()
    return site


@given(have=st.lists(st.integers(0, 300), min_size=1, max_size=5), waiting=st.integers(0, 900))
def test_everybody_who_waits_gets_one_tps_and_none_is_above_the_cap(have, waiting):
    taken = dict(enumerate(have, 901))
    while sum(taken.values()) + waiting > 300 * len(taken):
        taken[901 + len(taken)] = 0
    people = [SimpleNamespace(village="", tps="", sort_key="", pk=one) for one in range(waiting)]
    found = special.split(people, taken)
    assert sorted(one.pk for rows in found.values() for one in rows) == list(range(waiting))
    assert all(len(rows) + taken[number] <= 300 for number, rows in found.items())


def _at(tps: str) -> int:
    return PemilihVersi.objects.filter(tps=tps, until_rev__isnull=True, status="aktif").count()


def test_voters_leave_their_home_tps_and_stand_once(ready):
    site = _placed(ready)
    assert site.stations == [901]
    assert (_at(f"{SITE}/901"), _at(f"{SITE}/001"), _at(f"{HOME}/001")) == (3, 1, 1)
    row = places.tps(ready[0], site.election_id, f"{SITE}/901")
    assert (row.kind, row.site, row.in_use) == ("lapas", "Rutan Contoh", True)
    origins = PenghuniLokasi.objects.values_list("origin", flat=True)
    assert sorted(origins) == [f"{SITE}/001", f"{HOME}/001", f"{HOME}/001"]


def test_the_recorder_does_not_decide_his_own_request(ready):
    by, _other, _election, site, (here, _away) = ready
    actions.add_residents(by=by, site_id=site.pk, numbers=here[0].nik)
    alone = ground.member("anggota")
    mine = LokasiKhusus.objects.filter(pk=site.pk)
    with setting_up():
        assert mine.update(account=alone.account_id)
    with pytest.raises(Refused, match="Anda sendiri"):
        actions.decide_site(by=alone, site_id=site.pk, accepted=True)


def test_a_home_with_fewer_than_100_voters_is_refused_with_both_numbers(ready):
    by, other, election, _site, (here, _away) = ready
    home = actions.ask_site(by=by, election_id=election.pk, village=HOME, asked=asked("panti"))
    with pytest.raises(Refused, match="Belum ada pemilih"):
        actions.decide_site(by=other, site_id=home.pk, accepted=True)
    actions.add_residents(by=by, site_id=home.pk, numbers=here[0].nik)
    with pytest.raises(Refused, match="memuat 1 pemilih, paling sedikit 100"):
        actions.decide_site(by=other, site_id=home.pk, accepted=True)
    actions.decide_site(by=other, site_id=home.pk, accepted=False, why="Dilayani sebagai DPTb")
    assert not PenghuniLokasi.objects.filter(left_at__isnull=True).exists()


def test_lines_that_are_no_voter_are_named_and_no_number_is_kept(ready):
    by, _other, _election, site, (here, _away) = ready
    twin = elements("Contoh Kembar")
    enlist(twin, twin, village=HOME, tps="")
    text = f"'{here[0].nik}\n\n99 0101 020380 9999\n12345\n{twin.nik}\n{here[0].nik}"
    found = actions.add_residents(by=by, site_id=site.pk, numbers=text)
    assert len(found.voters) == 1
    assert (found.absent, found.unread, found.double) == ((3,), (4,), (5,))
    entry = LedgerEntry.objects.order_by("-seq").first()
    assert here[0].nik not in str(entry.payload)
    again = actions.add_residents(by=by, site_id=site.pk, numbers=f"{here[0].nik}\n{here[1].nik}")
    assert (len(again.voters), again.known) == (1, 1)
    with pytest.raises(Refused, match="1 sudah di sebuah lokasi"):
        actions.add_residents(by=by, site_id=site.pk, numbers=here[0].nik)


def test_a_site_above_the_cap_gets_more_tps_evenly_and_can_be_adjusted(ready, monkeypatch):
    from jurdil.law.voters.special import Limits

    limit = Limits(2, None, "contoh", False)
    monkeypatch.setattr("jurdil.law.voters.special.limits", lambda regime, kind: limit)
    site = _placed(ready)
    assert site.stations == [901, 902]
    assert (_at(f"{SITE}/901"), _at(f"{SITE}/902")) == (2, 1)
    by = ready[0]
    shown = queries.special_site(by, site.pk)
    first, second = shown.stations
    assert [first.voters, second.voters] == [2, 1]
    moving = [one.id for one in shown.residents if one.tps == f"{SITE}/902"]
    with pytest.raises(Refused, match="akan berisi 3 pemilih, batasnya 2"):
        actions.move_residents(by=by, site_id=site.pk, residents=moving, to=901)
    there = [one.id for one in shown.residents if one.tps == f"{SITE}/901"][:1]
    assert actions.move_residents(by=by, site_id=site.pk, residents=there, to=902) == 1
    assert (_at(f"{SITE}/901"), _at(f"{SITE}/902")) == (1, 2)


def test_ordinary_mapping_leaves_sites_alone_and_tells_whom_they_split(ready):
    by, _other, election, _site, _people = ready
    _placed(ready)
    rows = {row.village: row for row in queries.village_mappings(by, election.pk)}
    assert (rows[SITE].voters, rows[SITE].special, rows[SITE].away) == (1, 1, 3)
    assert (rows[HOME].voters, rows[HOME].special) == (1, 0)
    assert (mapping.split_families(HOME), mapping.split_by_sites(HOME)) == (0, 1)
    draft = actions.draft_mapping(by=by, election_id=election.pk, village=SITE)
    actions.apply_mapping(by=by, draft_id=draft.pk)
    assert _at(f"{SITE}/901") == 3
    with pytest.raises(Refused, match="antara 1 dan 900"):
        given = {"rw": "002", "rt": "001", "station": 1, "to": 901}
        actions.adjust_mapping(
            by=by,
            draft_id=actions.draft_mapping(by=by, election_id=election.pk, village=SITE).pk,
            **given,
        )


def test_the_recap_calls_it_a_move_and_papers_name_the_site(ready):
    by, other, election, site, _people = ready
    source = actions.open_revision(by=other, election_id=election.pk, kind=Revisi.Kind.SOURCE)
    actions.fix_source(by=other, revision_id=source.pk)
    _placed(ready)
    held = ground.walk_to_dpt(other, election, first="dphp")
    flow = queries.standing(other, held.pk).here.figures.flow
    assert (flow.now.total, flow.new.total, flow.tms.total, flow.moved.total) == (5, 0, 0, 0)
    rows = queries.standing(other, held.pk, SITE).rows
    assert [(row.name, row.figures.flow.now.total) for row in rows] == [
        ("TPS 001", 1),
        ("TPS 901 (lokasi khusus)", 3),
    ]
    made = actions.take_copy(
        by=other, revision_id=held.pk, path=f"{SITE}/901", asked=Asked("kpps", "KPPS 901")
    )
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made.content)).pages)
    assert "lokasi khusus: Rutan Contoh" in text and "surat suara" in text
    public = actions.take_copy(
        by=other, revision_id=held.pk, path=f"{SITE}/901", asked=Asked("publik", form="csv")
    )
    assert "asal" not in public.content.decode("utf-8-sig").partition("\n")[2]
    with pytest.raises(Refused, match="sudah ditetapkan"):
        actions.close_site(by=by, site_id=site.pk, why="Sudah selesai")


def test_closing_a_site_takes_its_voters_home_and_dissolves_its_tps(ready):
    by, _other, election, _site, (_here, away) = ready
    site = _placed(ready)
    one = PenghuniLokasi.objects.filter(pemilih__versions__name=away[0].nama).first()
    given = {"by": by, "site_id": site.pk, "residents": [one.pk]}
    with pytest.raises(Refused, match="Tulis mengapa"):
        actions.drop_residents(why=" ", **given)
    actions.drop_residents(why="Bebas", **given)
    assert (_at(f"{HOME}/001"), _at(f"{SITE}/901")) == (2, 2)
    assert actions.close_site(by=by, site_id=site.pk, why="Surat ditarik") == 2
    assert (_at(f"{HOME}/001"), _at(f"{SITE}/001"), _at(f"{SITE}/901")) == (3, 2, 0)
    assert not places.tps(by, election.pk, f"{SITE}/901").in_use


def test_the_pages_lead_from_letter_to_tps(ready, client):
    _by, _other, _election, site, (here, away) = ready
    client.force_login(factories.account("operator", "73.12"))
    assert "Rutan Contoh" in client.get("/pemilih/peta-tps/lokasi-khusus/").content.decode()
    address = f"/pemilih/peta-tps/lokasi-khusus/{site.pk}/"
    text = "\n".join(one.nik for one in (*here, *away))
    page = client.post(address, {"langkah": "isi", "numbers": f"{text}\nabc"}, follow=True)
    assert "5 pemilih dimasukkan" in page.content.decode()
    assert "baris 6" in page.content.decode()
    assert client.post(address, {"langkah": "setujui"}).status_code == 403
    client.force_login(factories.account("anggota", "73.12"))
    client.post(address, {"langkah": "setujui"})
    client.post(address, {"langkah": "tempatkan"})
    page = client.get(address).content.decode()
    assert "TPS 901" in page and "Contoh Jauh 1" in page
    assert client.post(address, {"langkah": "lain"}).status_code == 404


def test_a_pps_asks_for_its_own_village_only(ready, client):
    client.force_login(factories.account("pps", HOME))
    assert client.get(f"/pemilih/peta-tps/lokasi-khusus/{ready[3].pk}/").status_code == 404
    given = {
        "village": HOME,
        "kind": "panti",
        "name": "Panti Contoh",
        "asked_by": "Kepala panti",
        "letter": "1/P",
        "letter_day": clock.today().isoformat(),
        "expected": "120",
    }
    assert client.post("/pemilih/peta-tps/lokasi-khusus/", given).status_code == 302
    assert LokasiKhusus.objects.filter(village=HOME, kind="panti").exists()


def test_the_page_of_a_site_asks_as_often_for_one_origin_as_for_twenty(ready, client):
    by, _other, _election, site, (_here, away) = ready
    client.force_login(factories.account("operator", "73.12"))
    address = f"/pemilih/peta-tps/lokasi-khusus/{site.pk}/"
    actions.add_residents(by=by, site_id=site.pk, numbers=away[0].nik)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for at in range(20):
        one = elements(f"Contoh Asal {at}")
        enlist(one, village=HOME, tps=f"{at + 2:03d}")
        actions.add_residents(by=by, site_id=site.pk, numbers=one.nik)
    with CaptureQueriesContext(connection) as many:
        assert "TPS 021" in client.get(address).content.decode()
    assert len(many) == len(few)


@pytest.mark.parametrize("ticked", ["²", "9" * 40, "-1", "x"])
def test_a_row_number_that_is_none_is_passed_over(ready, client, ticked):
    client.force_login(factories.account("operator", "73.12"))
    address = f"/pemilih/peta-tps/lokasi-khusus/{ready[3].pk}/"
    page = client.post(address, {"langkah": "keluarkan", "penghuni": ticked, "why": "bebas"})
    assert page.status_code == 422 and "Pilih dulu" in page.content.decode()


def test_a_site_of_another_kecamatan_does_not_exist(ready):
    by, _other, _election, site, (here, _away) = ready
    with setting_up():
        LokasiKhusus.objects.filter(pk=site.pk).update(village="73.12.02.2001")
    elsewhere = replace(by, path="73.12.01")
    for step in (
        lambda: actions.add_residents(by=elsewhere, site_id=site.pk, numbers=here[0].nik),
        lambda: actions.place_residents(by=elsewhere, site_id=site.pk),
        lambda: actions.close_site(by=elsewhere, site_id=site.pk, why="Selesai"),
        lambda: queries.special_site(elsewhere, site.pk),
    ):
        with pytest.raises(LokasiKhusus.DoesNotExist):
            step()


def _change(village, step):
    """A change of a village's list by another way than a site."""
    with transaction.atomic(), performing("tests.change"):
        step(changing.begin(system_viewer("73.12", "kpu"), village, source="uji"))


def _present(name):
    return PemilihVersi.objects.get(name=name, until_rev__isnull=True)


def test_who_was_struck_meanwhile_is_not_placed_and_the_refusal_says_how_many(ready):
    by, other, _election, site, (here, away) = ready
    numbers = f"{here[0].nik}\n{away[0].nik}"
    actions.add_residents(by=by, site_id=site.pk, numbers=numbers)
    actions.decide_site(by=other, site_id=site.pk, accepted=True)
    _change(HOME, lambda one: changing.strike(one, _present(away[0].nama), "1", "pemilu-2024"))
    with pytest.raises(Refused, match="1 orang sudah tidak aktif"):
        actions.place_residents(by=by, site_id=site.pk)
    assert _at(f"{SITE}/901") == 0


def test_who_left_by_another_way_is_not_brought_back_when_the_site_closes(ready):
    by, _other, _election, _site, (here, _away) = ready
    site = _placed(ready)
    moved = _present(here[0].nama)
    _change(SITE, lambda one: arriving.settle(one, f"{SITE}/005", [moved.pk]))
    assert actions.close_site(by=by, site_id=site.pk, why="Surat ditarik") == 2
    assert (_at(f"{SITE}/005"), _at(f"{HOME}/001")) == (1, 3)


def test_a_site_that_closes_after_voting_day_keeps_its_tps(ready):
    by, _other, election, _site, _people = ready
    site = _placed(ready)
    with setting_up():
        type(election).objects.filter(pk=election.pk).update(voting_day=clock.today())
    actions.close_site(by=by, site_id=site.pk, why="Sudah dipakai")
    assert places.tps(by, election.pk, f"{SITE}/901").in_use


def test_a_letter_of_a_day_ahead_is_refused(ready):
    by, _other, election, _site, _people = ready
    ahead = replace(asked("panti"), letter_day=clock.today() + timedelta(days=1))
    with pytest.raises(Refused, match="belum tiba"):
        actions.ask_site(by=by, election_id=election.pk, village=HOME, asked=ahead)


def test_a_pps_sees_of_those_who_wait_only_the_voters_of_its_own_village(ready):
    by, _other, _election, site, (here, away) = ready
    actions.add_residents(by=by, site_id=site.pk, numbers=f"{here[0].nik}\n{away[0].nik}")
    shown = queries.special_site(replace(by, role="pps", path=SITE), site.pk)
    assert [one.name for one in shown.residents] == [here[0].nama]
    assert (shown.hidden, shown.row.waiting) == (1, 2)


def test_the_list_of_the_kpps_says_whence_only_of_those_at_the_site(ready):
    by, other, election, _site, (here, _away) = ready
    source = actions.open_revision(by=other, election_id=election.pk, kind=Revisi.Kind.SOURCE)
    actions.fix_source(by=other, revision_id=source.pk)
    site = _placed(ready)
    gone = PenghuniLokasi.objects.filter(pemilih__versions__name=here[0].nama).first()
    actions.drop_residents(by=by, site_id=site.pk, residents=[gone.pk], why="Bebas")
    held = ground.walk_to_dpt(other, election, first="dphp")
    asked = Asked("kpps", "KPPS", form="csv")
    rows = {
        tps: actions.take_copy(by=other, revision_id=held.pk, path=f"{SITE}/{tps}", asked=asked)
        for tps in ("001", "901")
    }
    said = {tps: made.content.decode("utf-8-sig").count("asal ") for tps, made in rows.items()}
    assert said == {"001": 0, "901": 2}
