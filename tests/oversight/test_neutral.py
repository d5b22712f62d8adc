"""Neutrality: the sanction by the schedule, the road, and an identity that nobody meets."""

from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from pypdfium2 import PdfDocument

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry, ScheduleVersion, Window
from jurdil.kernel.policy import Forbidden
from jurdil.kernel.roles import BAWASLU
from jurdil.kernel.who import viewer_for
from jurdil.oversight import actions, clocks_ahead, queries, sources
from jurdil.oversight.models import Neutral, NeutralPerson
from tests import factories
from tests.oversight import neutral_ground as ground
from tests.oversight.neutral_ground import KNOWN, NAME, NUMBER, SHOT, URL, WITA
from tests.samples import REGENCY, World, X, Y
from tests.writes import setting_up

pytestmark = pytest.mark.django_db
MARKERS = (NAME, NUMBER, "terlapor-rahasia")


@pytest.fixture(autouse=True)
def world():
    return World(BAWASLU)


@pytest.fixture
def chair():
    return factories.viewer("bw-ketua", REGENCY)


@pytest.fixture
def clerk():
    return factories.viewer("bw-sekretariat", REGENCY)


def determined(world, day=date(2023, 11, 3), number=1, first=None):
    """A schedule in which candidates were determined on a day."""
    end = datetime(day.year, day.month, day.day, 23, 59, tzinfo=WITA)
    with setting_up():
        version = ScheduleVersion.objects.create(
            election=world.election, number=number, basis="PKPU", applied_at=clock.now()
        )
        Window.objects.create(
            version=version,
            stage="penetapan-dct",
            order=1,
            name="DCT",
            name_en="DCT",
            level="kabko",
            opens=first or end.replace(hour=0),
            closes=end,
            confirmed=True,
        )


def signed_in(world, path):
    """A member of the plenary who came in with an own account."""
    return viewer_for(factories.account("bw-ketua", path).grants.get(), world.office)


def words(content):
    return " ".join(page.get_textpage().get_text_range() for page in PdfDocument(content))


def sanction(viewer, row):
    found = queries.neutral(viewer, row.pk)
    return found.line.sanction.id if found.line.sanction else None, found.after


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2023, 11, 2), ("etik", False)), (date(2023, 11, 3), ("disiplin-berat", True))],
)
def test_the_schedule_tells_whether_it_is_ethics_or_discipline(world, chair, day, expected):
    determined(world)
    assert sanction(chair, ground.case(chair, X, happened_on=day, known_on=KNOWN)) == expected


def test_without_a_determination_nothing_is_guessed(chair):
    assert sanction(chair, ground.case(chair, X)) == (None, None)
    member = ground.case(chair, X, act="anggota-partai")
    assert sanction(chair, member) == ("pemberhentian", None)


def test_a_day_that_no_schedule_has_is_given_with_its_decision(chair):
    with pytest.raises(Refused, match="keputusan KPU"):
        ground.case(chair, X, contest="ppwp", determined_on=date(2023, 11, 13))
    made = ground.case(
        chair,
        X,
        contest="ppwp",
        determined_on=date(2023, 11, 13),
        determined_basis="Keputusan KPU 1632/2023",
    )
    assert sanction(chair, made) == ("disiplin-berat", True)


def test_the_conclusion_fixes_the_sanction_although_the_schedule_moves(world, chair):
    determined(world)
    made = ground.proven(chair, X)
    determined(world, date(2024, 2, 2), number=2)
    assert sanction(chair, made) == ("disiplin-berat", True)


def test_a_village_head_has_no_sanction_of_the_annex_and_an_own_authority(world, chair):
    determined(world)
    made = ground.case(chair, X, person="kades", employment="kepala-desa", post="")
    assert sanction(chair, made)[0] is None
    for name, values in (
        ("mulai-kajian", {}),
        ("terbukti", {"letter": "BA 2"}),
        ("teruskan", {"letter": "7", "addressee": "bupati"}),
        ("ditindaklanjuti", {"letter": "8", "note": "Teguran"}),
    ):
        ground.step(chair, made.pk, name, **values)
    assert queries.neutral(chair, made.pk).line.result.id == "ditindaklanjuti"


def test_a_long_list_asks_for_each_schedule_once(world, chair, django_assert_max_num_queries):
    determined(world)
    for number in range(12):
        ground.case(chair, X, number=f"9901011980010190{number:02}")
    clock.remember_office(world.office)  # as every request does
    try:
        with django_assert_max_num_queries(6):
            rows = queries.neutral_list(chair)
    finally:
        clock.remember_office(None)
    assert {row.sanction.id for row in rows} == {"disiplin-berat"}


# --- the road and its clocks ---


def test_the_clock_of_the_study_counts_working_days_and_is_on_top(chair):
    older = ground.case(chair, X, known_on=date(2024, 1, 11))
    made = ground.case(chair, X)
    ground.step(chair, made.pk, "ke-sbt", reference="SBT-1")
    assert queries.neutral(chair, made.pk).line.last == date(2024, 1, 19)
    ground.step(chair, made.pk, "sbt-lengkap", on=date(2024, 1, 12))
    first, second = queries.neutral_list(chair)
    assert (first.id, second.id) == (made.pk, older.pk)
    assert first.last == date(2024, 1, 17) and first.left.unit == "working-days"
    ahead = clocks_ahead.ahead(chair)
    assert [(one.clock.subject, one.left.lapsed) for one in ahead] == [(f"neutral:{made.pk}", True)]
    assert ahead[0].clock.url == reverse("oversight:neutral", args=[made.pk])


def test_a_step_after_its_clock_is_taken_and_says_that_it_was_late(chair):
    made = ground.case(chair, X)
    ground.step(chair, made.pk, "ke-sbt", reference="SBT-1")
    ground.step(chair, made.pk, "sbt-lengkap", on=date(2024, 1, 22))
    step = queries.neutral(chair, made.pk).steps[-1]
    assert step.late and step.due == date(2024, 1, 19)


def test_a_step_out_of_order_or_without_its_paper_says_what_to_do(chair):
    made = ground.case(chair, X)
    for name, values, sentence in (
        ("terbukti", {"letter": "BA"}, "tidak mengikuti"),
        ("ke-sbt", {}, "nomor rujukan"),
        ("ke-sbt", {"reference": "1", "on": date(2024, 1, 1)}, "mendahului"),
        ("ke-sbt", {"reference": "1", "on": date(2999, 1, 1)}, "belum tiba"),
        ("ke-sbt", {"reference": "1", "addressee": "hantu"}, "penerima"),
    ):
        with pytest.raises(Refused, match=sentence):
            ground.step(chair, made.pk, name, **values)
    assert Neutral.objects.get().state == "dicatat"


def test_what_was_noted_by_mistake_is_struck_with_a_note_and_counts_no_more(chair):
    made = ground.case(chair, X)
    with pytest.raises(Refused, match="penjelasan"):
        ground.step(chair, made.pk, "coret")
    ground.step(chair, made.pk, "coret", note="Tercatat dua kali")
    assert queries.neutral_figures(chair).cases == 0
    assert len(queries.neutral_list(chair, closed=True)) == 1
    with pytest.raises(Refused, match="tidak mengikuti"):
        ground.step(chair, made.pk, "ke-sbt", reference="1")


def test_bad_notes_are_refused_with_a_sentence(chair):
    for values, sentence in (
        ({"act": "hantu"}, "lampiran"),
        ({"person": "hantu"}, "golongan"),
        ({"contest": "bupati"}, "jenis pemilihan"),
        ({"employment": "kepala-desa"}, "kepegawaian"),
        ({"person": "polri", "employment": "", "post": "jpt"}, "hanya untuk ASN"),
        ({"happened_on": date(2024, 1, 13)}, "13-01-2024.*12-01-2024"),
        ({"known_on": date(2999, 1, 1)}, "belum tiba"),
        ({"happened_on": date(24, 1, 10), "known_on": KNOWN}, r"10-01-0024\) keliru tahunnya"),
        ({"happened_on": date(1, 1, 1), "known_on": date(1, 1, 1)}, "keliru tahunnya"),
        ({"facts": " "}, "apa yang terjadi"),
        ({"name": " "}, "nama terlapor"),
    ):
        with pytest.raises(Refused, match=sentence):
            ground.case(chair, X, **values)
    assert not Neutral.objects.exists()


def test_the_follow_up_of_asn_is_counted_with_its_denominators(chair):
    for number, until in enumerate(("idis", "ke-ppk", "terbukti", "ke-sbt")):
        made = ground.case(chair, X, number=f"9901011980010120{number:02}")
        ground.walk(chair, made.pk, until)
    ground.case(chair, X, person="kades", employment="kepala-desa", post="")
    figures = queries.neutral_figures(chair)
    assert (figures.tally.reported, figures.tally.proven, figures.tally.sanctioned) == (4, 3, 1)
    assert figures.cases == 5 and figures.by_person[0][1] == 4
    assert queries.neutral_figures(chair, year=2023).cases == 0


# --- evidence and identity ---


def test_a_capture_keeps_its_moment_and_the_digest_of_its_file(chair):
    made = ground.case(chair, X)
    ground.proof(chair, made.pk)
    proof = queries.neutral(chair, made.pk).proofs[0]
    assert proof.sha256 == sha256(SHOT.content).hexdigest() and proof.has_url
    for values, sentence in (
        ({"captured_at": None}, "kapan"),
        ({"upload": None, "url": ""}, "Lampirkan"),
        ({"captured_at": datetime(2999, 1, 1, tzinfo=WITA)}, "belum tiba"),
    ):
        with pytest.raises(Refused, match=sentence):
            ground.proof(chair, made.pk, **values)


def test_a_reveal_needs_a_reason_and_leaves_a_trace_without_the_name(world, chair):
    made = ground.proven(chair, X)
    chair = signed_in(world, REGENCY)
    with pytest.raises(Refused, match="alasan"):
        actions.reveal_neutral(by=chair, neutral_id=made.pk, reason=" ")
    opened = actions.reveal_neutral(by=chair, neutral_id=made.pk, reason="Pleno")
    assert (opened.name, opened.number, opened.urls) == (NAME, NUMBER, (("Unggahan", URL),))
    entry = LedgerEntry.objects.order_by("-seq").first()
    assert entry.act == "oversight.neutral_reveal" and "Pleno" in str(entry.payload)
    everything = str(list(LedgerEntry.objects.values_list("payload", flat=True)))
    assert not any(marker in everything for marker in MARKERS)


def test_a_file_of_evidence_opens_for_a_reason_only(client, chair):
    made = ground.proven(chair, X)
    proof = queries.neutral(chair, made.pk).proofs[0]
    client.force_login(factories.account("bw-ketua", REGENCY))
    url = reverse("oversight:neutral_file", args=[proof.id])
    assert client.post(url).status_code == 409
    answer = client.post(url, {"reason": "Kajian"})
    assert answer.content == SHOT.content and "no-store" in answer["Cache-Control"]


def test_whoever_is_below_the_plenary_opens_nothing(clerk, chair):
    made = ground.proven(chair, X)
    proof = queries.neutral(clerk, made.pk).proofs[0]
    for open_it in (
        lambda: actions.reveal_neutral(by=clerk, neutral_id=made.pk, reason="x"),
        lambda: actions.open_proof(by=clerk, proof_id=proof.id, reason="x"),
        lambda: actions.open_for_letter(by=clerk, neutral_id=made.pk),
    ):
        with pytest.raises(Forbidden):
            open_it()


def test_names_numbers_and_addresses_are_sealed_in_the_tables(chair):
    made = ground.proven(chair, X)
    sealed = bytes(NeutralPerson.objects.get().sealed)
    assert not any(marker.encode() in sealed for marker in MARKERS)
    held = [str(vars(row)) for row in (*made.proofs.all(), *made.steps.all(), made)]
    assert not any(marker in text for marker in MARKERS for text in held)


@pytest.mark.parametrize("role", ["bw-sekretariat", "panwascam", "bw-pengelola"])
def test_no_page_shows_who_it_is_to_a_role_below_its_right(client, chair, role):
    made = ground.proven(chair, X)
    client.force_login(factories.account(role, X if role == "panwascam" else REGENCY))
    one = {"neutral_id": made.pk}
    for name, values in (
        ("neutral_list", {}),
        ("neutral", one),
        ("neutral_figures", {}),
        ("neutral_table", {"kind": "csv"}),
        ("neutral_identity", one),
    ):
        for answer in (
            client.get(reverse(f"oversight:{name}", kwargs=values)),
            client.post(reverse(f"oversight:{name}", kwargs=values), {"reason": "coba"}),
        ):
            text = answer.content.decode(errors="replace")
            assert not any(marker in text for marker in MARKERS), name
    for path in (f"/wilayah/cari/?q={NAME}", "/", "/pengawasan/jam/"):
        assert NUMBER not in client.get(path).content.decode(errors="replace")
        assert URL not in client.get(path).content.decode(errors="replace")


def test_the_sheet_has_no_name_and_the_letter_has_it(client, chair):
    made = ground.proven(chair, X)

    sheet = words(queries.neutral_pdf(chair, made.pk))
    assert "Lembar perkara netralitas" in sheet and NAME not in sheet
    client.force_login(factories.account("bw-ketua", REGENCY))
    letter = client.post(reverse("oversight:neutral_letter", args=[made.pk]))
    assert NAME in words(letter.content) and "BKN" in words(letter.content)


def test_the_same_number_in_another_case_is_told_without_the_number(client, chair):
    made = ground.case(chair, X)
    ground.case(chair, Y)
    ground.case(chair, X, number="")
    client.force_login(factories.account("bw-ketua", REGENCY))
    page = client.get(reverse("oversight:neutral", args=[made.pk])).content.decode()
    assert "1 perkara lain" in page and NUMBER not in page


def test_an_act_that_breaks_election_rules_as_well_becomes_a_draft_finding(chair):
    plain, both = ground.case(chair, X), ground.case(chair, X, overlap=True)
    with pytest.raises(Refused, match="juga melanggar"):
        actions.draft_neutral(by=chair, neutral_id=plain.pk)
    made = actions.draft_neutral(by=chair, neutral_id=both.pk)
    assert made.source == f"neutral:{both.pk}" and NAME not in str(vars(made))
    assert queries.neutral(chair, both.pk).link.url == reverse("oversight:draft", args=[made.pk])


def test_what_lies_elsewhere_does_not_exist(chair):
    made = ground.case(chair, Y)
    field = factories.viewer("panwascam", X)
    assert queries.neutral_list(field) == ()
    with pytest.raises(Neutral.DoesNotExist):
        queries.neutral(field, made.pk)


def test_a_source_leads_to_its_page_for_whoever_may_open_it(chair):
    made = ground.case(chair, X)
    assert sources.link_of(chair, f"neutral:{made.pk}").url
    assert sources.link_of(factories.viewer("bw-pengelola", REGENCY), "neutral:1").url == ""
    assert sources.link_of(chair, "hantu:1") is None and sources.link_of(chair, "") is None


def test_the_form_notes_a_case_and_hostile_text_stays_text(client):
    client.force_login(factories.account("panwascam", X))
    page = client.get(reverse("oversight:neutral_new"), {"asal": "lhp:7"})
    assert 'value="lhp:7"' in page.content.decode()
    data = {
        "election": str(page.context["form"].fields["election"].choices[0][0]),
        "source": "temuan",
        "path": X,
        "person": "asn",
        "agency": "<script>alert(1)</script>",
        "name": "Contoh",
        "act": "foto",
        "part": "pasif",
        "medium": "instagram",
        "contest": "dprd-kab",
        "beneficiary": "Partai Contoh",
        "happened_on": "2024-01-10",
        "known_on": "2024-01-09",
        "facts": "<b>x</b>",
    }
    refused = client.post(reverse("oversight:neutral_new"), data)
    assert refused.status_code == 422 and "sesudah tanggal diketahui" in refused.content.decode()
    answer = client.post(reverse("oversight:neutral_new"), {**data, "known_on": "2024-01-10"})
    text = client.get(answer["Location"]).content.decode()
    assert "<script>alert" not in text and "&lt;b&gt;x" in text


@pytest.mark.parametrize("number", ["²", "٣²", "1.5", "-1"])
def test_a_source_whose_number_is_none_leads_nowhere_and_breaks_no_page(client, chair, number):
    made = ground.case(chair, X, case_ref=f"case:{number}")
    assert queries.neutral(chair, made.pk).link is None
    client.force_login(factories.account("bw-ketua", REGENCY))
    assert client.get(reverse("oversight:neutral", args=[made.pk])).status_code == 200
    figures = reverse("oversight:neutral_figures")
    assert client.get(figures, {"tahun": number * 4}).status_code == 200


def test_a_kind_of_person_that_is_none_is_not_asked_of_the_register(client, chair):
    made = ground.case(chair, X)
    client.force_login(factories.account("bw-ketua", REGENCY))
    page = client.get(reverse("oversight:neutral_list"), {"golongan": "hantu"})
    assert [row.id for row in page.context["rows"]] == [made.pk]


@pytest.mark.parametrize(
    ("values", "article", "sure"),
    [
        ({}, "SKB 22 September 2022", True),
        ({"act": "tim-ahli"}, "SKB 22 September 2022", False),
        ({"person": "kades", "employment": "", "post": ""}, "UU 7/2017 Pasal 490", False),
        ({"person": "tni", "employment": "", "post": ""}, "UU 34/2004 Pasal 39", False),
    ],
    ids=["asn", "asn from memory", "village head", "soldier"],
)
def test_page_sheet_letter_and_draft_name_one_basis_and_whether_it_was_seen(
    client, chair, values, article, sure
):
    made = ground.case(chair, X, overlap=True, **values)
    asn = made.person == "asn"
    road = (("ke-sbt", {"reference": "1"}), ("sbt-lengkap", {})) if asn else (("mulai-kajian", {}),)
    for name, more in (*road, ("terbukti", {"letter": "BA 1"})):
        ground.step(chair, made.pk, name, **more)
    client.force_login(factories.account("bw-ketua", REGENCY))
    page = client.get(reverse("oversight:neutral", args=[made.pk])).content.decode()
    sheet = words(queries.neutral_pdf(chair, made.pk))
    letter = words(client.post(reverse("oversight:neutral_letter", args=[made.pk])).content)
    for text in (page, sheet, letter):
        assert article in text
        assert ("SKB" in text) is asn
        assert ("Belum dicocokkan" in text) is not sure
    assert article in actions.draft_neutral(by=chair, neutral_id=made.pk).rule


def test_a_clock_whose_unit_was_not_seen_says_so_on_list_and_page(client, chair):
    made = ground.case(chair, X)
    client.force_login(factories.account("bw-ketua", REGENCY))
    pages = (reverse("oversight:neutral_list"), reverse("oversight:neutral", args=[made.pk]))
    for name, more, unsure in (("ke-sbt", {"reference": "1"}, True), ("sbt-lengkap", {}, False)):
        ground.step(chair, made.pk, name, **more)
        for page in pages:
            assert ("belum dicocokkan" in client.get(page).content.decode()) is unsure, name


def test_no_act_reaches_a_case_of_another_place(world, chair):
    made = ground.proven(chair, Y)
    proof = queries.neutral(chair, made.pk).proofs[0]
    elsewhere = replace(signed_in(world, REGENCY), path=X)
    for act, values in (
        (actions.reveal_neutral, {"neutral_id": made.pk, "reason": "x"}),
        (actions.open_for_letter, {"neutral_id": made.pk}),
        (actions.open_proof, {"proof_id": proof.id, "reason": "x"}),
        (actions.draft_neutral, {"neutral_id": made.pk}),
        (ground.proof, {"neutral_id": made.pk}),
        (ground.step, {"neutral_id": made.pk, "name": "ke-bkn", "letter": "1"}),
    ):
        with pytest.raises(ObjectDoesNotExist):
            act(by=elsewhere, **values)
    assert queries.neutral_figures(elsewhere).cases == 0
    assert len(queries.neutral_table(elsewhere)) == 1


def test_no_letter_goes_out_before_the_plenary_and_no_evidence_comes_after_the_end(world, chair):
    made = ground.case(chair, X)
    with pytest.raises(Refused, match="setelah pleno"):
        actions.open_for_letter(by=signed_in(world, REGENCY), neutral_id=made.pk)
    ground.walk(chair, made.pk)
    with pytest.raises(Refused, match="sudah selesai"):
        ground.proof(chair, made.pk)


def test_evidence_is_kept_encrypted_as_personal_data(chair):
    made = ground.case(chair, X)
    file = ground.proof(chair, made.pk).file
    assert (file.level, file.path) == ("pribadi", X)


def test_what_no_schedule_told_the_plenary_is_not_computed_into_its_conclusion(world, chair):
    made = ground.proven(chair, X)
    determined(world)
    assert sanction(chair, made)[0] is None
    assert sanction(chair, ground.case(chair, X))[0] == "disiplin-berat"


def test_candidates_are_determined_on_the_last_day_of_the_stage(world, chair):
    determined(world, first=datetime(2023, 10, 4, tzinfo=WITA))
    made = ground.case(chair, X, happened_on=date(2023, 11, 2), known_on=KNOWN)
    assert sanction(chair, made) == ("etik", False)


def test_a_number_is_the_same_however_it_is_written(chair):
    made = ground.case(chair, X, number="990101 19800101 2 001")
    ground.case(chair, X, number=NUMBER)
    assert queries.neutral(chair, made.pk).others == 1
