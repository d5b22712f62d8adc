"""The pages of the list as the office uses them: search, a voter, a proposal, a decision."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jurdil.kernel.viewer import system_viewer
from jurdil.places import actions as places
from jurdil.voters.forms.proposals import StrikeForm
from jurdil.voters.models import PemilihVersi, Usulan
from tests import factories
from tests.voters.people import VILLAGE, elements, enlist

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ground():
    office = factories.office()
    places.set_up_regions(by=system_viewer(office.path, "kpu"), regency=office.path)
    factories.election("rutin", voting_day=None, contests=[])


def test_a_number_is_sought_without_entering_an_address(client):
    one = elements("Siti Contoh")
    enlist(one, elements("Lain"))
    client.force_login(factories.account("operator"))
    page = client.post("/pemilih/cari/", {"text": one.nik})
    text = page.content.decode()
    assert "Siti Contoh" in text and "Lain" not in text
    assert one.nik not in text
    assert page["Cache-Control"].startswith("max-age=0")
    assert client.get("/pemilih/cari/").status_code == 405


def test_the_numbers_are_opened_on_a_page_of_their_own_with_a_reason(client):
    one = elements("Siti Contoh")
    (version,) = enlist(one)
    client.force_login(factories.account("operator"))
    address = f"/pemilih/orang/{version.pemilih_id}/"
    assert one.nik not in client.get(address).content.decode()
    assert client.post(f"{address}nomor/", {"reason": ""}).status_code == 422
    opened = client.post(f"{address}nomor/", {"reason": "mencocokkan KK"}).content.decode()
    assert one.nik in opened and one.nkk in opened


def test_a_removal_goes_from_one_desk_to_another(client):
    (version,) = enlist(elements("Contoh Wafat"))
    client.force_login(factories.account("operator"))
    address = f"/pemilih/usul/{version.pemilih_id}/tms/"
    given = {"tms": "meninggal", "evidence": "akta kematian", "evidence_note": "No. 12"}
    assert client.post(address, given).status_code == 302
    proposal = Usulan.objects.get()
    page = f"/pemilih/usulan/{proposal.pk}/"
    assert "orang lain yang memutusnya" in client.get(page).content.decode()
    refused = client.post(page, {"verdict": "terima", "note": ""})
    assert refused.status_code == 422 and "orang kedua" in refused.content.decode()
    client.force_login(factories.account("kasubbag"))
    assert client.post(page, {"verdict": "terima", "note": ""}).status_code == 302
    present = PemilihVersi.objects.get(until_rev__isnull=True)
    assert (present.status, present.tms) == ("tms", "meninggal")
    assert "TMS: Meninggal" in client.get("/pemilih/daftar/?saring=tms").content.decode()


def test_a_new_voter_needs_whole_numbers_and_a_date(client):
    enlist(elements())
    client.force_login(factories.account("operator"))
    row = elements("Contoh Baru").as_row()
    given = {
        **{name: row[name] for name in row if name != "keterangan"},
        "village": VILLAGE,
        "entered": "pemula",
        "evidence": "KK",
        "evidence_note": "",
    }
    short = client.post("/pemilih/usul/baru/", {**given, "nik": "99010102038"})
    assert short.status_code == 422 and "16 angka" in short.content.decode()
    assert client.post("/pemilih/usul/baru/", given).status_code == 302
    assert Usulan.objects.get().entered == "pemula"


def test_an_office_where_nothing_runs_has_no_page_that_breaks(client):
    from jurdil.kernel.models import Election
    from tests.writes import setting_up

    with setting_up():
        Election.objects.update(state="selesai")
    client.force_login(factories.account("operator"))
    for address in ("/pemilih/", "/pemilih/usulan/", "/pemilih/ganda/", "/pemilih/sumber/"):
        assert client.get(address).status_code == 200, address
    for address in ("/pemilih/peta-tps/", "/pemilih/usul/baru/"):
        assert client.get(address).status_code == 404, address


def test_evidence_is_a_paper_by_its_bytes_not_by_its_word():
    """A page of HTML that calls itself a photo would be shown again as a page."""
    given = {"tms": "1", "evidence": "akta"}
    for content, said in ((b"<html>", "image/jpeg"), (b"\xff\xd8\xff\xe0", "text/html")):
        file = SimpleUploadedFile("bukti.jpg", content, said)
        form = StrikeForm(given, {"file": file}, codes=[("1", "Meninggal")])
        assert form.is_valid() == (content[:1] == b"\xff")
        if form.is_valid():
            assert form.cleaned_data["file"].media_type == "image/jpeg"
