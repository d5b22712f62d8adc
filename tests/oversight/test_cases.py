"""Perbawaslu 7/2022 arts. 8-20: a case from receipt to status, its papers, numbers and outcomes."""

import json
from datetime import date, datetime, timedelta

import pytest

from jurdil.kernel import clock
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.policy import Forbidden
from jurdil.kernel.viewer import public_viewer, system_viewer
from jurdil.oversight import actions, case_facts, drafting, identity, queries
from jurdil.oversight.case_records import NewStep
from jurdil.oversight.identity import Person
from jurdil.oversight.models import (
    Case,
    CaseReveal,
    CaseSummons,
    FindingDraft,
    IkpEvent,
)
from tests import factories
from tests.oversight import case_ground as ground
from tests.oversight.case_ground import VILLAGE
from tests.writes import setting_up

pytestmark = pytest.mark.django_db
REGENCY = factories.REGENCY


@pytest.fixture
def chair():
    factories.office("bawaslu")
    factories.election()
    return factories.viewer("bw-ketua")


@pytest.fixture
def district(chair):
    return factories.viewer("panwascam", "73.12.01")


def test_a_report_gets_its_receipt_and_the_regime_of_the_day_of_its_event(chair):
    case = ground.report(chair)
    year = clock.today().year
    assert case.intake_number.startswith("001/TTPL/Kab/73.12/") and str(year) in case.intake_number
    assert (case.state, case.regime, case.level, case.in_time) == (
        "diterima",
        "pemilu",
        "kabko",
        True,
    )
    assert len(case.receipt) == 10 and case.number == ""
    assert [(p.role, p.number) for p in case.parties.order_by("pk")] == [
        ("pelapor", 1),
        ("terlapor", 1),
        ("saksi", 1),
    ]
    assert ground.report(chair).intake_seq == 2


def test_a_report_outside_its_limit_is_recorded_with_the_reason(chair):
    known = clock.today() - timedelta(days=40)
    case = ground.report(chair, happened_on=known, known_on=known)
    assert case.in_time is False and case.limit_at < case.received_at
    payload = json.loads(LedgerEntry.objects.latest("seq").payload)
    assert payload["in_time"] is False


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"happened_on": 1}, "tidak boleh sesudah"),
        ({"known_on": 1}, "tidak boleh sesudah"),
        ({"happened_on": -1, "known_on": -3}, "tidak boleh sesudah"),
        ({"parties": ()}, "belum memuat: Pelapor, Terlapor"),
        ({"story": "  "}, "Tulis apa yang terjadi"),
        ({"actor": "siapa"}, "siapa yang dilaporkan"),
        ({"known_on": None}, "hari pelapor mengetahui"),
        ({"path": "99.99"}, "di luar wilayah kerja"),
    ],
)
def test_days_out_of_order_and_missing_facts_are_refused_with_a_sentence(chair, changes, says):
    days = {
        name: clock.today() + timedelta(days=value) if isinstance(value, int) else value
        for name, value in changes.items()
    }
    with pytest.raises(Refused, match=says):
        ground.report(chair, **days)
    assert Case.objects.count() == 0


def test_from_receipt_to_status_every_step_has_its_paper_and_the_case_its_number(chair):
    case = ground.decided(chair, found=("administrasi", "hukum-lain"))
    case = ground.step(chair, case, "umumkan")
    assert case.state == "diumumkan"
    assert case.number.startswith("001/LP/PL/Kab/73.12/")
    assert case.outcomes == ["administrasi", "hukum-lain"]
    assert [row.step for row in case.steps.order_by("pk")] == [
        "kaji-awal",
        "registrasi",
        "klarifikasi",
        "kaji",
        "putuskan",
        "umumkan",
    ]
    assert all(row.paper for row in case.steps.all())


def test_registered_numbers_have_no_gap_and_are_unique_per_series(chair):
    numbers = [ground.registered(chair).number for _again in range(3)]
    assert [n[:7] for n in numbers] == ["001/LP/", "002/LP/", "003/LP/"]
    refused = ground.report(chair)
    with pytest.raises(Refused):
        ground.step(chair, refused, "registrasi")
    found = ground.registered(chair, ground.finding(chair))
    assert found.number.startswith("001/TM/PL/ADM/")
    assert ground.registered(chair, refused).number.startswith("004/LP/")


@pytest.mark.parametrize(
    ("step", "more", "says"),
    [
        ("putuskan", {}, "tidak mengikuti keadaan"),
        ("kaji-awal", {"paper": " "}, "Tulis nomor Kajian awal"),
        ("kaji-awal", {"found": ("salah",)}, "dari daftar"),
        ("kaji-awal", {"taken_at": 1}, "belum tiba"),
        ("kaji-awal", {"taken_at": -5}, "mendahului langkah sebelumnya"),
    ],
)
def test_a_step_out_of_order_or_without_paper_changes_nothing(chair, step, more, says):
    case = ground.report(chair)
    if "taken_at" in more:
        more = {"taken_at": clock.now() + timedelta(days=more["taken_at"])}
    with pytest.raises(Refused, match=says):
        ground.step(chair, case, step, **more)
    case.refresh_from_db()
    assert case.state == "diterima" and case.steps.count() == 0


def test_the_same_minute_counts_as_after_because_pages_know_minutes_only(chair):
    case = ground.report(chair)
    minute = case.received_at.replace(second=0, microsecond=0)
    ground.step(chair, case, "kaji-awal", taken_at=minute)
    assert case.steps.get().taken_at == case.received_at
    assert case_facts.running(case, clock.now()) == ()


def test_no_registration_while_a_requirement_is_not_met(chair):
    case = ground.report(chair)
    ground.step(chair, case, "kaji-awal")
    with pytest.raises(Refused, match=r"Nama dan alamat pelapor.*Bukti"):
        ground.step(chair, case, "registrasi")
    ground.met(chair, case)
    actions.check_requirements(by=chair, case_id=case.pk, met={"bukti": False})
    with pytest.raises(Refused, match="terpenuhi: Bukti"):
        ground.step(chair, case, "registrasi")
    refused = ground.step(chair, case, "tolak-registrasi", reason="materiel")
    assert (refused.state, refused.reason) == ("tidak-diregistrasi", "materiel")


def test_two_who_take_the_same_step_are_told(chair):
    case = ground.report(chair)
    new = NewStep("kaji-awal", "KA/1", clock.now())
    actions.take_step(by=chair, case_id=case.pk, seen="diterima", new=new)
    with pytest.raises(Refused, match="Sementara itu perkara ini menjadi “Kajian awal selesai”"):
        actions.take_step(by=chair, case_id=case.pk, seen="diterima", new=new)
    assert case.steps.count() == 1


def test_panwascam_studies_and_hands_up_and_the_regency_takes_over(chair, district):
    case = ground.report(district)
    assert case.level == "kecamatan"
    ground.step(district, case, "kaji-awal")
    ground.met(district, case)
    with pytest.raises(Refused, match="pleno Bawaslu"):
        ground.step(district, case, "registrasi")
    with pytest.raises(Refused, match="Ambil alih dulu"):
        ground.step(chair, case, "registrasi")
    moved = actions.move_case(
        by=chair, case_id=case.pk, move="ambil-alih", paper="BA/9", taken_at=clock.now()
    )
    assert (moved.level, moved.state) == ("kabko", "kajian-awal")
    with pytest.raises(Refused, match="ditangani Bawaslu"):
        ground.step(district, case, "registrasi")
    assert ground.step(chair, case, "registrasi").number
    back = actions.move_case(
        by=chair, case_id=case.pk, move="limpahkan-ke-bawah", paper="S/1", taken_at=clock.now()
    )
    assert back.level == "kecamatan"
    up = actions.move_case(
        by=district, case_id=case.pk, move="naikkan", paper="S/2", taken_at=clock.now()
    )
    assert up.level == "kabko"


def test_a_case_of_another_kecamatan_does_not_exist(chair, district):
    case = ground.report(chair, path="73.12.02.1001")
    with pytest.raises(Case.DoesNotExist):
        ground.step(district, case, "kaji-awal")


def test_an_anonymous_tip_is_never_a_report_and_may_become_a_finding(chair):
    pkd = factories.viewer("pkd", VILLAGE)
    tip = actions.note_tip(
        by=pkd,
        election_id=ground.election().pk,
        new=ground.new(parties=(), evidence=(), channel="telepon"),
    )
    assert (tip.kind, tip.state) == ("informasi-awal", "informasi-awal")
    assert tip.intake_number.startswith("001/IA/")
    with pytest.raises(Refused, match="tidak mengikuti"):
        ground.step(chair, tip, "kaji-awal")
    made = ground.step(chair, tip, "jadi-temuan")
    assert (made.kind, made.state) == ("temuan", "diterima")


def test_a_draft_finding_is_taken_once(chair):
    with setting_up():
        draft = FindingDraft.objects.create(
            source="advice:1",
            election=ground.election(),
            path=VILLAGE,
            regime="pemilu",
            title="Daftar pemilih",
            rule="PKPU 7/2022",
            story="Papan kosong",
            discovered_at=clock.now(),
        )
    values = {
        "by": chair,
        "election_id": ground.election().pk,
        "new": ground.new(parties=()),
        "draft_id": draft.pk,
    }
    case = actions.make_finding(**values)
    draft.refresh_from_db()
    assert (draft.state, draft.became) == ("diambil", f"case:{case.pk}")
    assert case.source == f"draft:{draft.pk}"
    with pytest.raises(Refused, match="sudah ditutup"):
        actions.make_finding(**values)
    assert drafting.close


def test_an_online_report_waits_for_its_reporter_and_its_limit_runs_on(chair):
    public = public_viewer(REGENCY, "bawaslu")
    case = actions.report_publicly(
        by=public, election_id=ground.election().pk, new=ground.new(title="Nama Orang")
    )
    assert (case.state, case.channel, case.intake_number) == ("laporan-daring", "daring", "")
    assert case.title == "Dugaan pelanggaran oleh kepala desa atau perangkat desa"
    names = [one.due.rule.id for one in case_facts.running(case, clock.now())]
    assert names == ["laporan-disampaikan"]
    came = ground.step(chair, case, "pelapor-datang")
    assert came.intake_number.startswith("001/TTPL/") and came.brought_at
    names = [one.due.rule.id for one in case_facts.running(came, clock.now())]
    assert names == ["kajian-awal"]


def test_the_public_page_of_kpu_s_house_takes_no_report():
    factories.office("kpu")
    factories.election()
    with pytest.raises(Refused, match="kepada Bawaslu"):
        actions.report_publicly(
            by=public_viewer(REGENCY, "kpu"), election_id=ground.election().pk, new=ground.new()
        )
    assert Case.objects.count() == 0


# --- clarification, Gakkumdu, hearing, referral ---------------------------------------------------


def test_somebody_heard_has_minutes_and_sealed_answers(chair):
    case = ground.registered(chair)
    party = case.parties.get(role="pelapor")
    row = actions.summon(
        by=chair,
        case_id=case.pk,
        party_id=party.pk,
        letter="U/1",
        held_at=clock.now() + timedelta(days=1),
        venue="Kantor Bawaslu",
    )
    with pytest.raises(Refused, match="nomor berita acara"):
        actions.note_hearing_of(by=chair, summons_id=row.pk, came=True)
    actions.note_hearing_of(
        by=chair, summons_id=row.pk, came=True, oath=True, paper="BA/2", answers="Saya melihat."
    )
    row = CaseSummons.objects.get()
    assert (row.state, row.oath) == ("didengar", True) and b"melihat" not in bytes(row.sealed)
    with pytest.raises(Refused, match="sudah dicatat"):
        actions.note_hearing_of(by=chair, summons_id=row.pk, came=False)


def test_gakkumdu_tests_an_article_element_by_element_within_24_hours(chair):
    case = ground.registered(chair, found=("pidana",))
    first = case_facts.running(case, clock.now())[0].due
    assert (first.rule.id, first.rule.amount) == ("pembahasan-pertama", 24)
    for wrong, says in (
        ({"members": {"bawaslu": ["Contoh"]}}, "Bawaslu, Polri, dan Kejaksaan"),
        ({"articles": []}, "unsur demi unsur"),
        ({"articles": [{"article": "Pasal 1", "elements": []}]}, "unsur demi unsur"),
        ({"paper": ""}, "nomor berita acara"),
        ({"held_at": clock.now() + timedelta(days=1)}, "belum tiba"),
    ):
        with pytest.raises(Refused, match=says):
            actions.hold_meeting(by=chair, case_id=case.pk, new=ground.meeting(**wrong))
    actions.hold_meeting(by=chair, case_id=case.pk, new=ground.meeting())
    rules = [one.due.rule.id for one in case_facts.running(case, clock.now())]
    assert "pembahasan-pertama" not in rules
    actions.note_event_of_case(
        by=chair, case_id=case.pk, event="diterima-penyidik", happened_at=clock.now()
    )
    assert "penyidikan" in [one.due.rule.id for one in case_facts.running(case, clock.now())]


def test_one_case_goes_to_many_addressees_and_each_answers_for_itself(chair):
    case = ground.decided(chair, found=("administrasi", "hukum-lain"))
    ruling = actions.refer(by=chair, case_id=case.pk, new=ground.referral())
    other = actions.refer(
        by=chair,
        case_id=case.pk,
        new=ground.referral(outcome="hukum-lain", to="bupati", to_name="Bupati Contoh"),
    )
    assert (ruling.form, other.form, other.ends_at) == ("putusan", "penerusan", None)
    assert (
        ruling.ends_at is not None and not queries.case_page(chair, case.pk).referrals[0].confirmed
    )
    with pytest.raises(Refused, match="tidak menyatakan hasil ini"):
        actions.refer(by=chair, case_id=case.pk, new=ground.referral(outcome="pidana"))
    done = actions.note_result(
        by=chair,
        referral_id=other.pk,
        result="ditindaklanjuti",
        answer="Teguran tertulis.",
        letter="S/9",
        answered_on=clock.today(),
    )
    assert done.result == "ditindaklanjuti"
    ruling.refresh_from_db()
    assert ruling.result == "menunggu"


def test_a_pilkada_of_2024_recommends_and_has_no_hearing_and_kpu_has_seven_days(chair):
    from tests.oversight.pilkada_ground import at_pilkada

    with at_pilkada(chair) as case:
        made = actions.refer(by=chair, case_id=case.pk, new=ground.referral())
        assert made.form == "rekomendasi"
        zone = clock.zone()
        assert (made.ends_at.astimezone(zone).date() - made.sent_on).days == 8
        assert [one.due.rule.id for one in case_facts.running(case, clock.now())] == [
            "rekomendasi-ditindaklanjuti"
        ]
        with pytest.raises(Refused, match="tidak bersidang"):
            actions.hold_hearing(
                by=chair, case_id=case.pk, agenda="laporan", held_at=clock.now(), paper="S/1"
            )


@pytest.mark.parametrize(
    ("day", "regime", "form"),
    [(29, "pilkada-2024", "rekomendasi"), (30, "pilkada-mk104", "putusan")],
)
def test_mk_104_holds_from_the_day_of_the_event_and_never_reaches_back(chair, day, regime, form):
    keeper = system_viewer(REGENCY, "bawaslu")
    morning = datetime(2025, 8, 4, 9, tzinfo=clock.zone())
    office_acts.set_training_clock(by=keeper, legal=morning)
    election = factories.election("pilkada-2024", voting_day=date(2024, 11, 27))
    event = date(2025, 7, day)
    new = ground.new(happened_on=event, known_on=date(2025, 8, 1))
    case = actions.receive_report(by=chair, election_id=election.pk, new=new)
    ground.decided(chair, case=case)
    made = actions.refer(by=chair, case_id=case.pk, new=ground.referral())
    case.refresh_from_db()
    assert (case.regime, made.form) == (regime, form)
    words = queries.case_page(chair, case.pk).law.administrative_text.id
    assert ("memeriksa ulang" in words) is (regime == "pilkada-mk104")


def test_a_hearing_ends_with_a_ruling_which_keeps_its_clock(chair):
    case = ground.decided(chair)
    rule = "putusan-administrasi"
    assert rule in [one.due.rule.id for one in case_facts.running(case, clock.now())]
    actions.hold_hearing(
        by=chair, case_id=case.pk, agenda="putusan", held_at=clock.now(), paper="001/PTS/2024"
    )
    assert rule not in [one.due.rule.id for one in case_facts.running(case, clock.now())]


def test_a_decided_case_proposes_an_event_of_the_index_once(chair):
    case = ground.decided(chair)
    values = {"indicator": 12, "severity": "desa", "narrative": "Kepala desa mengajak memilih"}
    actions.propose_index_event(by=chair, case_id=case.pk, **values)
    row = IkpEvent.objects.get()
    assert (row.origin, row.state, row.path) == (f"case:{case.pk}", "diusulkan", VILLAGE)
    with pytest.raises(Refused, match="sudah pernah diusulkan"):
        actions.propose_index_event(by=chair, case_id=case.pk, **values)
    nothing = ground.decided(chair, found=("bukan-pelanggaran",))
    with pytest.raises(Refused, match="tidak menyatakan pelanggaran"):
        actions.propose_index_event(by=chair, case_id=nothing.pk, **values)


# --- identities -----------------------------------------------------------------------------------


def test_an_identity_is_sealed_and_opened_with_a_reason_by_few(chair):
    case = ground.report(chair)
    party = case.parties.get(role="pelapor")
    assert b"Kartolo" not in bytes(party.sealed)
    opened = actions.reveal(by=chair, case_id=case.pk, party_id=party.pk, why="klarifikasi")
    assert opened.persons[0][0].startswith("Pelapor 1 (")
    assert opened.persons[0][1] == ground.REPORTER
    row = CaseReveal.objects.get()
    entry = LedgerEntry.objects.latest("seq")
    assert (row.why, row.role, entry.act) == ("klarifikasi", "bw-ketua", "oversight.case_reveal")
    assert json.loads(entry.payload)["why"] == "klarifikasi"
    with pytest.raises(Refused, match="alasan"):
        actions.reveal(by=chair, case_id=case.pk, why="ingin tahu")
    with pytest.raises(Refused, match="ditunjuk"):
        actions.reveal(by=factories.viewer("bw-sekretariat"), case_id=case.pk, why="kajian")
    with pytest.raises(Forbidden):
        actions.reveal(by=factories.viewer("pkd", VILLAGE), case_id=case.pk, why="kajian")


def test_the_designated_officer_opens_the_identities_of_that_case_only(chair):
    clerk = factories.account("bw-sekretariat")
    by = factories.viewer("bw-sekretariat", account_id=clerk.pk)
    mine, other = ground.report(chair), ground.report(chair)
    values = {"title": "Pokok", "actor": "kades", "path": VILLAGE}
    with pytest.raises(Refused, match="ditunjuk ketua"):
        actions.set_file(by=by, case_id=mine.pk, officer_id=clerk.pk, **values)
    actions.set_file(by=chair, case_id=mine.pk, officer_id=clerk.pk, **values)
    assert actions.reveal(by=by, case_id=mine.pk, why="kajian").persons
    with pytest.raises(Refused, match="ditunjuk"):
        actions.reveal(by=by, case_id=other.pk, why="kajian")
    stranger = factories.account("ptps", f"{VILLAGE}/001")
    with pytest.raises(Refused, match="tidak berperan"):
        actions.set_file(by=chair, case_id=mine.pk, officer_id=stranger.pk, **values)


def test_a_party_entered_wrongly_is_struck_with_a_reason_and_stays_masked(chair):
    case = ground.report(chair)
    party = case.parties.get(role="saksi")
    with pytest.raises(Refused, match="Tulis mengapa"):
        actions.strike_party(by=chair, case_id=case.pk, party_id=party.pk, why=" ")
    actions.strike_party(by=chair, case_id=case.pk, party_id=party.pk, why="salah orang")
    with pytest.raises(Refused, match="sudah dicoret"):
        actions.strike_party(by=chair, case_id=case.pk, party_id=party.pk, why="lagi")
    page = queries.case_page(chair, case.pk)
    assert [one.role for one in page.parties] == ["pelapor", "terlapor"]
    opened = actions.reveal(by=chair, case_id=case.pk, why="kajian").persons
    assert "Contoh Saksimata" not in {person.name for _label, person in opened}
    assert "Saksi 1" in identity.masked("Contoh Saksimata", case_facts.persons(case))


def test_free_text_shows_the_label_where_a_name_or_a_number_stands(chair):
    case = ground.report(
        chair,
        story="contoh  kartolo menelepon 0812-3456-7890, NIK 9901020203800001, "
        "dan CONTOH TERLAPOR.",
    )
    story, where = case_facts.story(case)
    assert story == "Pelapor 1 menelepon [disamarkan], NIK Pelapor 1, dan Terlapor 1."
    assert where == "Balai desa"
    assert identity.masked("Bukan Contohnya", [("X", Person(name="Contoh"))]) == "Bukan Contohnya"


def test_evidence_of_any_type_keeps_its_bytes_and_no_name_of_the_sender(chair):
    case = ground.report(chair)
    piece = case.evidence.get()
    assert (piece.name, piece.file.media_type) == ("bukti-1.jpg", "image/jpeg")
    assert piece.file.level == "pribadi" and piece.file.key_id
    odd = ground.photo(b"\x00\x01anything", "laporan Kartolo.exe")
    made = actions.add_evidence(
        by=chair,
        case_id=case.pk,
        new=ground.NewEvidence("video", "", ground.replace(odd, media_type="text/html")),
    )
    assert (made.name, made.file.media_type) == ("bukti-2.bin", "application/octet-stream")
    with pytest.raises(Refused, match="Sertakan berkas"):
        actions.add_evidence(by=chair, case_id=case.pk, new=ground.NewEvidence("foto", " "))


def test_the_ledger_holds_no_word_of_a_person_or_of_what_was_told(chair):
    case = ground.decided(chair)
    actions.reveal(by=chair, case_id=case.pk, why="kajian", note="tanya Kartolo")
    text = " ".join(LedgerEntry.objects.values_list("payload", flat=True))
    for secret in ("Kartolo", "Saksimata", "balai desa", "9901020203800001", "0812"):
        assert secret not in text


def test_the_keeper_s_command_line_may_do_everything_at_its_office(chair):
    assert ground.report(system_viewer(REGENCY, "bawaslu")).state == "diterima"


# --- clocks of what really happened ---------------------------------------------------------------


def running_of(case) -> list[str]:
    return [one.due.rule.id for one in case_facts.running(case, clock.now())]


def test_an_online_report_is_in_time_by_the_day_its_reporter_came(chair):
    public = public_viewer(REGENCY, "bawaslu")
    send = {"by": public, "election_id": ground.election().pk, "new": ground.new()}
    soon, late = actions.report_publicly(**send), actions.report_publicly(**send)
    assert (soon.in_time, late.in_time) == (None, None)
    assert ground.step(chair, soon, "pelapor-datang").in_time is True
    keeper = system_viewer(REGENCY, "bawaslu")
    passed = late.limit_at + timedelta(hours=12)
    office_acts.set_training_clock(by=keeper, legal=passed)
    assert ground.step(chair, late, "pelapor-datang").in_time is False


def test_a_finding_made_of_a_tip_counts_from_the_day_it_was_made(chair):
    tip = actions.note_tip(
        by=chair, election_id=ground.election().pk, new=ground.new(parties=(), evidence=())
    )
    keeper = system_viewer(REGENCY, "bawaslu")
    office_acts.set_training_clock(by=keeper, legal=clock.now() + timedelta(days=3))
    made = ground.step(chair, tip, "jadi-temuan")
    happened = case_facts.events(made)
    taken = made.steps.get().taken_at
    assert happened["temuan-dibuat"] == happened["laporan-diterima"] == taken > tip.received_at


def test_a_request_in_the_minute_of_the_study_still_starts_the_clock_of_completion(chair):
    case = ground.report(chair)
    minute = clock.now().replace(second=0, microsecond=0)
    ground.step(chair, case, "kaji-awal", taken_at=minute)
    ground.step(chair, case, "minta-lengkapi", taken_at=minute)
    assert running_of(case) == ["laporan-dilengkapi"]
    ground.step(chair, case, "kaji-awal", taken_at=minute)
    assert running_of(case) == []


def test_minutes_that_hold_a_crime_likely_start_the_clock_of_forwarding_by_themselves(chair):
    case = ground.registered(chair, found=("pidana",))
    actions.hold_meeting(by=chair, case_id=case.pk, new=ground.meeting())
    assert "pidana-diteruskan" not in running_of(case)
    second = ground.meeting(stage="pembahasan-2", paper="BA/GAKKUMDU/2")
    actions.hold_meeting(by=chair, case_id=case.pk, new=ground.replace(second, likely=False))
    assert "pidana-diteruskan" not in running_of(case)
    actions.hold_meeting(by=chair, case_id=case.pk, new=second)
    assert "pidana-diteruskan" in running_of(case)
    actions.note_event_of_case(
        by=chair, case_id=case.pk, event="diterima-penyidik", happened_at=clock.now()
    )
    assert "pidana-diteruskan" not in running_of(case)


def test_a_second_recommendation_does_not_give_kpu_more_days_for_the_first(chair):
    from tests.oversight.pilkada_ground import at_pilkada

    with at_pilkada(chair) as case:
        first = actions.refer(by=chair, case_id=case.pk, new=ground.referral())
        keeper = system_viewer(REGENCY, "bawaslu")
        office_acts.set_training_clock(by=keeper, legal=clock.now() + timedelta(days=5))
        second = actions.refer(by=chair, case_id=case.pk, new=ground.referral(letter="013"))
        ends = [one.due.at for one in case_facts.running(case, clock.now())]
        assert ends == [first.ends_at] and first.ends_at < second.ends_at
        answer = {"result": "ditindaklanjuti", "answer": "Sudah.", "letter": "S/9"}
        for row, left in ((first, [second.ends_at]), (second, [])):
            actions.note_result(by=chair, referral_id=row.pk, answered_on=clock.today(), **answer)
            case = Case.objects.get(pk=case.pk)
            assert [one.due.at for one in case_facts.running(case, clock.now())] == left


# --- a case that has ended, and its officer -------------------------------------------------------


def test_what_was_found_of_an_ended_case_stands(chair):
    case = ground.report(chair)
    ground.step(chair, case, "kaji-awal")
    ground.step(chair, case, "tolak-registrasi", reason="formal")
    party = case.parties.get(role="saksi")
    acts = (
        lambda: actions.check_requirements(by=chair, case_id=case.pk, met={"bukti": True}),
        lambda: actions.add_party(by=chair, case_id=case.pk, new=ground.parties()[0]),
        lambda: actions.strike_party(by=chair, case_id=case.pk, party_id=party.pk, why="salah"),
    )
    for act in acts:
        with pytest.raises(Refused, match="sudah selesai"):
            act()
    assert not case.checks.exists() and case.parties.count() == 3


def test_the_officer_serves_at_the_place_that_the_case_is_given_and_today(chair):
    case = ground.report(chair)
    here = factories.account("panwascam", "73.12.01")
    there = factories.account("panwascam", "73.12.02")
    values = {"title": "Pokok", "actor": "kades", "path": "73.12.02.1001"}
    with pytest.raises(Refused, match="tidak berperan"):
        actions.set_file(by=chair, case_id=case.pk, officer_id=here.pk, **values)
    actions.set_file(by=chair, case_id=case.pk, officer_id=there.pk, **values)
    with setting_up():
        there.grants.update(valid_from=clock.today() + timedelta(days=1))
    assert there.pk not in dict(queries.case_officers(chair, "73.12.02.1001"))
    with pytest.raises(Refused, match="tidak berperan"):
        actions.set_file(by=chair, case_id=case.pk, officer_id=there.pk, **values)


def test_no_word_that_was_typed_on_a_case_shows_a_name_on_its_page(chair):
    name, veil = ground.REPORTER.name, "Pelapor 1"
    said = f"Kata {name.upper()} begitu."
    case = ground.report(chair, title=f"Aduan {name}")
    assert case.title == f"Aduan {veil}"
    ground.decided(chair, found=("administrasi", "pidana"), case=case)
    actions.check_requirements(by=chair, case_id=case.pk, met={"bukti": True}, note=said)
    told = ground.meeting(conclusion=said, opinions={"polri": said})
    actions.hold_meeting(by=chair, case_id=case.pk, new=told)
    actions.note_event_of_case(
        by=chair, case_id=case.pk, event="penghentian", happened_at=clock.now(), note=said
    )
    actions.hold_hearing(
        by=chair, case_id=case.pk, agenda="laporan", held_at=clock.now(), paper="S/1", summary=said
    )
    sent = actions.refer(by=chair, case_id=case.pk, new=ground.referral(content=said))
    actions.note_result(
        by=chair,
        referral_id=sent.pk,
        result="ditindaklanjuti",
        answer=said,
        letter="",
        answered_on=clock.today(),
    )
    actions.set_file(
        by=chair, case_id=case.pk, title=said, actor="kades", path=VILLAGE, officer_id=None
    )
    event = actions.propose_index_event(
        by=chair, case_id=case.pk, indicator=12, severity="desa", narrative=said
    )
    page = queries.case_page(chair, case.pk)
    meeting = page.meetings[0][0]
    words = [
        page.case.title,
        event.narrative,
        next(one.found for one in page.checks if one.requirement.id == "bukti"),
        meeting.conclusion,
        *meeting.opinions.values(),
        page.events[0][0].note,
        page.hearings[0].summary,
        page.referrals[0].row.content,
        page.referrals[0].row.answer,
    ]
    assert all(veil in one and "KARTOLO" not in one.upper() for one in words), words
    assert list(meeting.members) == ["Bawaslu", "Polri", "Kejaksaan"]
