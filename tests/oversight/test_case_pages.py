"""Pages of findings and reports: nobody below the right learns who somebody is, nothing runs."""

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jurdil.kernel import clock, who
from jurdil.kernel.actions import documents
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.roles import BAWASLU, PUBLIC, roles_of
from jurdil.kernel.viewer import system_viewer
from jurdil.oversight import actions, queries
from jurdil.oversight.models import Case, CaseReveal
from tests import factories
from tests.oversight import case_ground as ground
from tests.oversight import case_samples
from tests.oversight.case_ground import VILLAGE
from tests.samples import SAMPLES, World, X, nothing
from tests.writes import setting_up

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script><b>x</b>"
SECRETS = ("Kartolo", "9901020203800001", "081234567890", "Jalan Contoh 12", "Saksimata")


@pytest.fixture
def world():
    return World(BAWASLU)


def client_of(world, role, path=None):
    client = Client()
    client.force_login(world.person(role, path or world.place_of(role)))
    return client


def this_minute() -> str:
    """Now as the office's clock on the wall shows it, as a browser sends it."""
    return clock.now().astimezone(clock.zone()).strftime("%Y-%m-%dT%H:%M")


def entered(**changes):
    today = clock.today().isoformat()
    values = {
        "election": str(ground.election().pk),
        "received_at": this_minute(),
        "title": "Dugaan keberpihakan",
        "path": VILLAGE,
        "actor": "kades",
        "happened_on": today,
        "known_on": today,
        "where": "Balai desa",
        "story": "Contoh kejadian.",
        "evidence_about": "",
        "reporter_capacity": "warga",
        "reporter_name": "Contoh Kartolo",
        "reporter_address": "Jalan Contoh 12",
        "reported_name": "Contoh Terlapor",
    }
    return {**values, **changes}


def test_no_page_table_feed_or_error_names_anybody_to_any_role(world):
    found = case_samples.case(world, X)
    answers = []
    for role in [PUBLIC, *(one.code for one in roles_of(BAWASLU))]:
        client = Client()
        client.raise_request_exception = False
        if role != PUBLIC:
            client.force_login(world.person(role, world.place_of(role)))
        for sample in SAMPLES.values():
            if sample.make and not sample.name.startswith("oversight"):
                continue
            url = reverse(sample.name, kwargs=(sample.make or nothing)(world, X)) + sample.query
            answers.append((role, url, client.get(url)))
        for query in ("?lihat=semua&nomor=Kartolo", "?nomor=9901020203800001"):
            url = reverse("oversight:cases") + query
            answers.append((role, "search", client.get(url)))
        wrong = reverse("oversight:case_note", args=[found.pk, "tidak-ada"])
        answers.append((role, wrong, client.get(wrong)))
    leaks = [
        (role, url, secret)
        for role, url, answer in answers
        for secret in SECRETS
        if secret.encode() in (b"" if answer.streaming else answer.content)
        and not (url == "search" and secret in ("Kartolo", "9901020203800001"))
    ]
    assert leaks == []
    searched = [answer.content.decode() for role, url, answer in answers if url == "search"]
    assert not any(found.title in text for text in searched)


def test_only_a_reveal_shows_the_name_once_and_keeps_who_and_why(world):
    found = case_samples.case(world, X)
    chair = client_of(world, "bw-ketua")
    url = reverse("oversight:case_reveal", args=[found.pk])
    before = LedgerEntry.objects.count()
    assert "Kartolo" not in chair.get(url).content.decode()
    assert chair.post(url, {"why": "", "paper": ""}).status_code == 422
    assert LedgerEntry.objects.count() == before
    answer = chair.post(url, {"why": "klarifikasi", "note": "kabar-7", "paper": ""})
    text = answer.content.decode()
    assert "Contoh Kartolo" in text and "no-store" in answer["Cache-Control"]
    row = CaseReveal.objects.get()
    assert (row.why, row.note) == ("klarifikasi", "kabar-7")
    assert (
        row.account_name in chair.get(reverse("oversight:case", args=[found.pk])).content.decode()
    )
    clerk = client_of(world, "bw-sekretariat")
    refused = clerk.post(url, {"why": "kajian", "paper": ""}).content.decode()
    assert "ditunjuk" in refused and "Kartolo" not in refused
    assert "kabar-7" not in clerk.get(reverse("oversight:case", args=[found.pk])).content.decode()


def test_a_copy_of_an_identity_card_opens_by_a_reveal_only(world):
    found = case_samples.case(world, X)
    piece = found.evidence.get(kind="identitas")
    chair = client_of(world, "bw-ketua")
    assert chair.get(reverse("oversight:case_file", args=[found.pk, piece.pk])).status_code == 404
    url = reverse("oversight:case_reveal", args=[found.pk]) + f"?bukti={piece.pk}"
    answer = chair.post(url, {"why": "kajian", "paper": ""})
    assert (
        answer.content.startswith(b"\xff\xd8\xff") and "attachment" in answer["Content-Disposition"]
    )


@pytest.mark.parametrize(
    "kind", ["laporan", "tanda-terima", "kajian-awal", "undangan", "kajian", "status"]
)
def test_each_form_of_the_law_prints_masked_and_with_identity_for_a_reason(world, kind):
    found = case_samples.case(world, X)
    chair = client_of(world, "bw-ketua")
    plain = chair.get(reverse("oversight:case_form", args=[found.pk, kind]))
    assert plain["Content-Type"] == "application/pdf"
    assert "Kartolo" not in words_of(plain.content)
    opened = chair.post(
        reverse("oversight:case_reveal", args=[found.pk]), {"why": "formulir", "paper": kind}
    )
    text = words_of(opened.content)
    assert ("Kartolo" in text) is (kind in ("laporan", "tanda-terima", "undangan"))
    assert "belum dicocokkan" in text
    assert CaseReveal.objects.filter(why="formulir").count() == 1


def words_of(content: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    return " ".join(page.get_textpage().get_text_range() for page in document)


def test_the_receipt_carries_its_code_and_says_nothing_of_what_was_told(world):
    found = case_samples.case(world, X)
    text = words_of(queries.case_form(factories.viewer("bw-ketua"), found.pk, "tanda-terima"))
    assert found.receipt in text and found.intake_number in text
    assert "calon" not in text


def test_hostile_text_and_files_are_shown_as_text_and_never_run(world):
    clerk = client_of(world, "bw-sekretariat")
    files = [
        SimpleUploadedFile("<img src=x>.html", HOSTILE.encode(), "text/html"),
        SimpleUploadedFile("foto.jpg", b"\xff\xd8\xff1", "application/x-msdownload"),
    ]
    values = entered(
        title=HOSTILE,
        story=HOSTILE,
        where=HOSTILE,
        reporter_name=HOSTILE,
        evidence=files,
        evidence_about="=HYPERLINK(1)",
    )
    answer = clerk.post(reverse("oversight:case_receive"), values)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    found = Case.objects.get()
    for url in (answer["Location"], reverse("oversight:cases")):
        text = clerk.get(url).content.decode()
        assert "<script>alert" not in text and "<b>x</b>" not in text
    for piece in found.evidence.all():
        given = clerk.get(reverse("oversight:case_file", args=[found.pk, piece.pk]))
        assert given["Content-Type"] in ("application/octet-stream", "image/jpeg")
        assert given["Content-Disposition"].startswith("attachment")
        assert given["X-Content-Type-Options"] == "nosniff"
    assert queries.case_form(factories.viewer("bw-ketua"), found.pk, "laporan")
    chair = client_of(world, "bw-ketua")
    revealed = chair.post(
        reverse("oversight:case_reveal", args=[found.pk]), {"why": "kajian", "paper": ""}
    ).content.decode()
    assert "<script>alert" not in revealed and "&lt;script&gt;" in revealed


def test_a_form_that_is_wrong_says_so_and_loses_nothing(world):
    clerk = client_of(world, "bw-sekretariat")
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    values = entered(happened_on=tomorrow, reporter_nik="123")
    answer = clerk.post(reverse("oversight:case_receive"), values)
    text = answer.content.decode()
    assert answer.status_code == 422 and "16 angka" in text and "Contoh kejadian." in text
    again = clerk.post(reverse("oversight:case_receive"), entered(happened_on=tomorrow))
    assert again.status_code == 422 and "tidak boleh sesudah" in again.content.decode()
    big = SimpleUploadedFile("besar.bin", b"0" * (26 * 1024 * 1024))
    huge = clerk.post(reverse("oversight:case_receive"), entered(evidence=[big]))
    assert huge.status_code == 422 and "26 MB" in huge.content.decode()
    assert Case.objects.count() == 0


def pass_a_day() -> None:
    keeper = system_viewer(factories.REGENCY, BAWASLU)
    legal = clock.now() + timedelta(days=1, minutes=1)
    office_acts.set_training_clock(by=keeper, legal=legal)


def test_steps_are_taken_on_the_page_with_their_paper(world):
    by = factories.viewer("bw-ketua")
    found = ground.report(by, path=world.village(X))
    chair = client_of(world, "bw-ketua")
    page = reverse("oversight:case", args=[found.pk])
    assert (
        reverse("oversight:case_step", args=[found.pk, "kaji-awal"])
        in chair.get(page).content.decode()
    )
    url = reverse("oversight:case_step", args=[found.pk, "kaji-awal"])
    office = {"seen": "diterima", "note": "", "found": ["administrasi"]}
    moment = (clock.now() + timedelta(days=1)).astimezone(clock.zone())
    ahead = moment.strftime("%Y-%m-%dT%H:%M")
    office["taken_at"] = ahead
    assert "belum tiba" in chair.post(url, {**office, "paper": "KA/1"}).content.decode()
    pass_a_day()
    assert chair.post(url, {**office, "paper": ""}).status_code == 422
    assert chair.post(url, {**office, "paper": "KA/1"}).status_code == 302
    found.refresh_from_db()
    assert (found.state, found.suspected) == ("kajian-awal", ["administrasi"])
    stale = chair.post(url, {**office, "seen": "diregistrasi", "paper": "KA/1"})
    assert stale.status_code == 422 and "Sementara itu" in stale.content.decode()


def test_a_plenary_step_is_tied_to_the_minutes_that_were_drafted_here(world):
    by = factories.viewer("bw-ketua")
    found = ground.report(by, path=world.village(X))
    ground.met(by, found)
    ground.step(by, found, "kaji-awal", found=("administrasi",))
    account = world.person("bw-ketua", factories.REGENCY)
    drafted = documents.draft(
        by=who.viewer_for(account.grants.get(), world.office),
        kind="ba",
        title="Pleno registrasi",
        body={"opening": "", "points": [], "closing": ""},
        election_id=world.election.pk,
    )
    chair = client_of(world, "bw-ketua")
    url = reverse("oversight:case_step", args=[found.pk, "registrasi"])
    assert "Pleno registrasi" in chair.get(url).content.decode()
    values = {
        "seen": "kajian-awal",
        "paper": "7/BA/2024",
        "taken_at": this_minute(),
        "document": str(drafted.pk),
        "note": "",
    }
    assert chair.post(url, values).status_code == 302
    assert found.steps.get(step="registrasi").document_id == drafted.pk
    page = chair.get(reverse("oversight:case", args=[found.pk])).content.decode()
    assert reverse("kernel:document", args=[drafted.pk]) in page


def test_the_public_reports_with_a_code_and_reads_states_only(world):
    visitor = Client()
    url = reverse("oversight:report")
    today = clock.today().isoformat()
    values = {
        "kind": "laporan",
        "election": str(world.election.pk),
        "path": VILLAGE,
        "actor": "kades",
        "happened_on": today,
        "known_on": today,
        "story": "Contoh Kartolo melihat.",
        "reporter_name": "Contoh Kartolo",
        "reporter_phone": "081234567890",
    }
    short = visitor.post(url, {**values, "reporter_phone": ""})
    assert short.status_code == 422 and Case.objects.count() == 0
    made = visitor.post(url, values)
    found = Case.objects.get()
    text = made.content.decode()
    assert found.receipt in text and "Kartolo" not in text
    status = reverse("oversight:report_status")
    seen = visitor.get(status, {"kode": found.receipt.lower()}).content.decode()
    assert "Laporan daring, menunggu pelapor datang" in seen
    assert "Kartolo" not in seen and found.title not in seen
    unknown = visitor.get(status, {"kode": "TIDAKADA22"})
    assert unknown.status_code == 422 and "tidak dikenal" in unknown.content.decode()
    tip = visitor.post(url, {**values, "kind": "informasi"})
    assert tip.status_code == 200
    second = Case.objects.latest("pk")
    assert second.kind == "informasi-awal" and not second.parties.filter(role="pelapor").exists()
    for _again in range(3):
        visitor.post(url, {**values, "kind": "informasi"})
    assert visitor.post(url, values).status_code == 429


def test_kpu_s_house_sends_the_public_to_bawaslu():
    factories.office("kpu")
    factories.election()
    text = Client().get(reverse("oversight:report")).content.decode()
    assert "kepada Bawaslu" in text and "<form" not in text.partition("<main")[2]
    Client().post(reverse("oversight:report"), {"story": "x"})
    assert Case.objects.count() == 0


def test_statistics_add_up_and_say_how_many_have_more_than_one_outcome(world):
    by = factories.viewer("bw-ketua")
    ground.decided(by, found=("administrasi", "hukum-lain"))
    ground.decided(by, found=("pidana",), case=ground.finding(by))
    refused = ground.report(by)
    ground.step(by, refused, "kaji-awal")
    ground.step(by, refused, "tolak-registrasi", reason="formal")
    ground.report(by)
    actions.note_tip(by=by, election_id=world.election.pk, new=ground.new(parties=()))
    found = queries.case_statistics(by, clock.today().year)
    counts = found.summary
    assert (counts.reports, counts.findings, counts.total) == (3, 1, 4)
    assert (counts.registered, counts.not_registered, counts.in_process) == (2, 1, 1)
    assert found.mismatches == () and found.tips == 1
    assert (found.tally.cases, found.tally.total, found.shared) == (2, 3, 1)
    assert sum(one.both for _m, one in found.months) == 4
    chair = client_of(world, "bw-ketua")
    text = chair.get(reverse("oversight:case_statistics")).content.decode()
    assert "2 perkara diputus, 3 hasil, 1 perkara berhasil lebih dari satu." in text
    rows = queries.case_table(by, clock.today().year)
    assert len(rows) == 6 and not any("Kartolo" in str(cell) for row in rows for cell in row)


def test_what_lapses_next_is_on_top_of_the_list(world):
    by = factories.viewer("bw-ketua")
    slow = ground.registered(by)
    fast = ground.registered(by, found=("pidana",))
    done = ground.report(by)
    ground.step(by, done, "kaji-awal")
    ground.step(by, done, "tolak-registrasi", reason="formal")
    rows = queries.case_rows(by)
    assert [row.id for row in rows] == [fast.pk, slow.pk, done.pk]
    assert rows[0].clock.rule == "pembahasan-pertama" and rows[2].clock is None
    assert [row.id for row in queries.case_rows(by, state="selesai")] == [done.pk]
    assert [row.id for row in queries.case_rows(by, number="002/LP")] == [fast.pk]


def test_a_draft_finding_leads_to_a_finding_and_from_there_to_its_case(world):
    from tests.oversight import advice_samples

    draft = advice_samples.draft(world, X)
    chair = client_of(world, "bw-ketua")
    page = reverse("oversight:draft", args=[draft.pk])
    url = reverse("oversight:case_finding") + f"?konsep={draft.pk}"
    assert url in chair.get(page).content.decode()
    assert draft.title in chair.get(url).content.decode()
    today = clock.today().isoformat()
    values = {
        "election": str(world.election.pk),
        "title": "Daftar pemilih tidak diumumkan",
        "path": X,
        "actor": "ppk",
        "happened_on": today,
        "known_on": today,
        "story": "Papan kosong.",
    }
    made = chair.post(url, values)
    assert made.status_code == 302, made.content.decode()[-3000:]
    found = Case.objects.get()
    assert reverse("oversight:case", args=[found.pk]) in chair.get(page).content.decode()


@pytest.mark.parametrize("page", ["oversight:cases", "stages:home"])
def test_a_page_asks_the_database_no_more_for_twelve_cases_than_for_two(world, page):
    by = factories.viewer("bw-ketua")
    chair = client_of(world, "bw-ketua")
    ground.registered(by, found=("pidana",))
    ground.decided(by, case=ground.finding(by))

    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            assert chair.get(reverse(page)).status_code == 200
        return len(found)

    asked()
    two = asked()
    for _again in range(5):
        ground.registered(by, found=("pidana",))
        ground.decided(by, case=ground.finding(by))
    assert asked() <= two


@pytest.mark.parametrize("wrong", ["²", "9" * 5000, "9" * 30, "-1", "\0"])
def test_a_number_in_an_address_that_is_none_never_breaks_a_page(world, wrong):
    chair = client_of(world, "bw-ketua")
    found = ground.report(factories.viewer("bw-ketua"))
    opened = {"why": "kajian", "paper": ""}
    answers = [
        chair.get(reverse("oversight:case_finding"), {"konsep": wrong}),
        chair.get(reverse("oversight:case_statistics"), {"tahun": wrong}),
        chair.get(reverse("oversight:cases"), {"nomor": wrong, "lihat": wrong}),
        chair.post(
            reverse("oversight:case_reveal", args=[found.pk]), opened, query_params={"bukti": wrong}
        ),
    ]
    assert {answer.status_code for answer in answers} <= {200, 400, 404}


@pytest.mark.parametrize("year", ["0000", "9999", "1999"])
def test_the_statistics_of_a_year_without_elections_are_those_of_this_year(world, year):
    chair = client_of(world, "bw-ketua")
    answer = chair.get(reverse("oversight:case_statistics"), {"tahun": year})
    assert f"sepanjang {clock.today().year}" in answer.content.decode()


def test_a_tab_that_does_not_exist_shows_the_open_cases_that_it_says(world):
    found = ground.report(factories.viewer("bw-ketua"))
    chair = client_of(world, "bw-ketua")
    text = chair.get(reverse("oversight:cases"), {"lihat": "tidak-ada"}).content.decode()
    assert reverse("oversight:case", args=[found.pk]) in text


def test_a_slip_of_the_year_is_told_at_the_desk_and_on_the_public_page(world):
    clerk = client_of(world, "bw-sekretariat")
    days = {"happened_on": "0001-01-01", "known_on": "0001-01-01"}
    said = clerk.post(reverse("oversight:case_receive"), entered(**days))
    public = {"kind": "informasi", "path": VILLAGE, "reporter_name": ""}
    told = Client().post(reverse("oversight:report"), entered(**days, **public))
    for answer in (said, told):
        assert answer.status_code == 422 and "keliru tahunnya" in answer.content.decode()
    assert Case.objects.count() == 0


def test_what_no_source_confirmed_is_marked_on_the_page_on_paper_and_for_the_public(world):
    from tests.oversight.pilkada_ground import at_pilkada

    by = factories.viewer("bw-ketua")
    with at_pilkada(by) as found:
        actions.refer(by=by, case_id=found.pk, new=ground.referral())
        with setting_up():
            Case.objects.filter(pk=found.pk).update(in_time=False)
        page = queries.case_page(by, found.pk)
        assert (page.limit_confirmed, page.referrals[0].confirmed) == (False, False)
        chair = client_of(world, "bw-ketua")
        text = chair.get(reverse("oversight:case", args=[found.pk])).content.decode()
        assert "Batas waktu ini belum dikonfirmasi." in text
        assert "susunan nomor perkara belum dikonfirmasi" in text
        answer = text.partition("batas jawaban")[2][:120]
        assert "belum dikonfirmasi" in answer
        paper = words_of(queries.case_form(by, found.pk, "laporan"))
        assert "susunan nomor perkara, batas waktu melapor belum dicocokkan" in " ".join(
            paper.split()
        )
        today = clock.today().isoformat()
        values = entered(
            kind="laporan",
            election=str(found.election_id),
            reporter_phone="081234567890",
            happened_on=today,
            known_on=today,
        )
        told = Client().post(reverse("oversight:report"), values).content.decode()
        assert "belum dikonfirmasi" in told.partition("Paling lambat")[2][:90]
    sure = ground.report(by)
    assert queries.case_page(by, sure.pk).limit_confirmed


def test_papers_of_a_case_of_panwascam_are_signed_by_its_chair(world):
    by = factories.viewer("panwascam", "73.12.01")
    found = ground.report(by)
    text = " ".join(words_of(queries.case_form(by, found.pk, "kajian-awal")).split())
    assert "Ketua Panwaslu Kecamatan" in text and "Ketua Bawaslu" not in text


def test_a_day_of_birth_is_shown_in_words_and_no_law_number_stands_in_a_page(world):
    found = case_samples.case(world, X)
    chair = client_of(world, "bw-ketua")
    url = reverse("oversight:case_reveal", args=[found.pk])
    text = chair.post(url, {"why": "kajian", "paper": ""}).content.decode()
    assert "Kota Contoh, Min 2 Mar 1980" in text and "1980-03-02" not in text
    note = reverse("oversight:case_note", args=[found.pk, "gakkumdu"])
    assert "24 jam" not in chair.get(note).content.decode()


def test_a_case_handed_over_before_it_was_registered_is_not_counted_as_refused(world):
    by = factories.viewer("bw-ketua")
    handed = ground.report(by)
    ground.step(by, handed, "kaji-awal")
    ground.step(by, handed, "limpahkan")
    counts = queries.case_statistics(by, clock.today().year).summary
    assert (counts.registered, counts.not_registered, counts.in_process) == (0, 0, 1)


@pytest.mark.parametrize(
    ("moment", "year"), [("2024-12-31T23:30", 2024), ("2025-01-01T00:30", 2025)]
)
def test_the_year_of_a_case_is_the_year_on_the_wall_of_the_office(world, moment, year):
    keeper = system_viewer(factories.REGENCY, BAWASLU)
    legal = datetime.fromisoformat(moment).replace(tzinfo=clock.zone())
    office_acts.set_training_clock(by=keeper, legal=legal)
    by = factories.viewer("bw-ketua")
    ground.report(by)
    found = {one: queries.case_statistics(by, one).summary.total for one in (2024, 2025)}
    assert found == {2024: int(year == 2024), 2025: int(year == 2025)}
