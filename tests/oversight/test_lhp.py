"""LHP: its chain, versions that stay, one number, sealed witnesses, what arises from it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError
from django.test.utils import CaptureQueriesContext
from pypdfium2 import PdfDocument

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.policy import Forbidden
from jurdil.kernel.roles import BAWASLU
from jurdil.law.oversight import checklists as lists
from jurdil.law.oversight.checklists import Answer
from jurdil.oversight import actions, lhp_phone, queries
from jurdil.oversight.lhp_facts import digest
from jurdil.oversight.lhp_records import Wanted
from jurdil.oversight.models import Lhp, LhpVersion, LhpWitness
from jurdil.oversight.queries import lhp_counts
from tests import factories
from tests.oversight.lhp_ground import MARK, alleged, person, photo, report, submitted
from tests.samples import REGENCY, World, X, Y
from tests.writes import setting_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world():
    return World(BAWASLU)


@pytest.fixture
def ptps(world):
    return person("ptps", world.tps(X))


@pytest.fixture
def pkd(world):
    return person("pkd", world.village(X))


@pytest.fixture
def panwascam():
    return person("panwascam", X)


@pytest.fixture
def member():
    return person("bw-anggota", REGENCY)


def step(by, row, what, reason=""):
    return actions.step_lhp(by=by, report_id=row.pk, step=what, reason=reason)


# --- the chain ---


def test_a_report_goes_from_the_polling_station_to_the_regency(ptps, pkd, panwascam, member):
    row = submitted(ptps)
    for by, level in ((pkd, "pkd"), (panwascam, "panwascam"), (member, "bawaslu")):
        assert [line.row.pk for line in queries.lhp_to_examine(by)] == [row.pk]
        assert Lhp.objects.get().level == level
        step(by, row, "periksa")
        row = step(by, row, "terima")
    assert (row.state, row.level) == ("diterima", "bawaslu")
    assert [one.step for one in queries.lhp(member, row.pk).history] == [
        "kirim",
        *["periksa", "terima"] * 3,
    ]
    acts = LedgerEntry.objects.filter(subject=f"lhp:{row.pk}").values_list("act", flat=True)
    assert list(acts) == ["oversight.lhp_submit", *["oversight.lhp_examine"] * 6]


def test_a_returned_report_is_on_top_with_its_reason_and_comes_back(ptps, pkd):
    row = submitted(ptps)
    with pytest.raises(Refused, match="harus diperbaiki"):
        step(pkd, row, "kembalikan")
    step(pkd, row, "kembalikan", "Jam belum jelas")
    [(line, reason)] = queries.lhp_returned(ptps)
    assert (line.row.pk, reason, queries.lhp_turns(ptps)) == (row.pk, "Jam belum jelas", 1)
    again = actions.submit_lhp(by=ptps, report=report(ptps.path, story="Baru"), report_id=row.pk)
    assert (again.state, again.level, again.version) == ("menunggu", "pkd", 2)
    assert queries.lhp_returned(ptps) == ()


def test_every_version_stays_with_what_it_changed(ptps, pkd):
    row = submitted(ptps, story="Lama")
    step(pkd, row, "kembalikan", "Kurang")
    now = report(ptps.path, story="Baru", answers={"buka": Answer("tidak")})
    actions.submit_lhp(by=ptps, report=now, report_id=row.pk)
    newest, first = queries.lhp(pkd, row.pk).versions
    said = {one.name: (one.before, one.after) for one in newest.changes}
    assert said["Uraian hasil pengawasan"] == ("Lama", "Baru")
    assert said["Apakah TPS dibuka lewat dari pukul 07.00?"] == ("ya", "tidak")
    assert first.changes == () and first.row.content["story"] == "Lama"
    assert all(one.digest == digest(one.content) for one in LhpVersion.objects.all())


def test_a_version_cannot_be_changed_or_deleted(ptps):
    submitted(ptps)
    for change in (
        lambda: LhpVersion.objects.update(digest="0" * 64),
        lambda: LhpVersion.objects.all().delete(),
    ):
        with setting_up(), pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_nobody_examines_the_own_report_or_below_the_turn(world, member, pkd, ptps):
    own = submitted(member, X)
    with pytest.raises(Refused, match="diperiksa orang lain"):
        step(member, own, "terima")
    row = submitted(pkd)
    with pytest.raises(Lhp.DoesNotExist):
        step(person("pkd", world.village(Y)), row, "terima")
    with pytest.raises(Forbidden):
        step(ptps, row, "terima")
    with pytest.raises(Refused, match="Muat ulang"):
        step(person("pkd", world.village(X)), submitted(ptps, story="x"), "terima") and step(
            person("pkd", world.village(X)), Lhp.objects.latest("pk"), "terima"
        )


def test_a_level_above_says_why_it_takes_the_turn(ptps, member):
    row = submitted(ptps)
    with pytest.raises(Refused, match="di bawah Anda"):
        step(member, row, "terima")
    assert step(member, row, "terima", "PKD belum dilantik").state == "diterima"


def test_after_it_was_accepted_nothing_moves(ptps, member):
    row = step(member, submitted(ptps), "terima", "uji")
    with pytest.raises(Refused, match="LHP baru"):
        actions.submit_lhp(by=ptps, report=report(ptps.path, story="y"), report_id=row.pk)
    with pytest.raises(Refused, match="Muat ulang"):
        step(member, row, "kembalikan", "uji")
    with pytest.raises(Refused, match="buktinya tidak berubah"):
        actions.add_lhp_evidence(by=ptps, report_id=row.pk, photo=photo())


def test_what_a_higher_level_wrote_is_not_shown_below(world, pkd, panwascam, member):
    row = submitted(panwascam, world.village(X))
    with pytest.raises(Lhp.DoesNotExist):
        queries.lhp(pkd, row.pk)
    assert queries.lhp_lines(pkd, Wanted()).total == 0
    assert queries.lhp(member, row.pk).row.pk == row.pk


# --- what a report must say ---


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"path": "73.12.02"}, "di luar wilayah kerja"),
        ({"path": "mana saja"}, "di luar wilayah kerja"),
        ({"story": "  "}, "apa yang diawasi"),
        ({"story": "x" * 10_001}, "10001 huruf, sedangkan batasnya 10000"),
        ({"violation": True}, "diduga pelanggaran"),
        ({"dispute": True}, "potensi"),
        ({"form": "apa"}, "bentuk pengawasan"),
        ({"checklist": "apa@1"}, "tidak dikenal"),
        ({"answers": {"buka": Answer("mungkin")}}, "“mungkin” tidak cocok"),
        ({"answers": {"lain": Answer("ya")}}, "“lain” tidak cocok"),
        ({"election_id": 10_000}, "bukan pemilihan"),
    ],
)
def test_a_report_without_its_parts_is_refused_in_a_sentence(ptps, values, sentence):
    with pytest.raises(Refused, match=sentence):
        actions.submit_lhp(by=ptps, report=report(**{"path": ptps.path, **values}))
    assert not Lhp.objects.exists()


def test_times_are_in_order_and_have_come(ptps):
    now = clock.now()
    with pytest.raises(Refused, match="sebelum mulai"):
        submitted(ptps, begins_at=now - timedelta(hours=1), ends_at=now - timedelta(hours=3))
    with pytest.raises(Refused, match="masih di depan"):
        submitted(ptps, ends_at=now + timedelta(hours=1))


# --- numbers ---


def test_one_series_numbers_reports_later_and_never_twice(ptps, pkd, member):
    rows = [submitted(ptps, story=f"LHP {at}") for at in range(3)]
    today = clock.today()
    numbered = [
        actions.number_lhp(by=member, report_id=row.pk, series="PM.01.02", day=today)
        for row in rows
    ]
    assert [row.serial for row in numbered] == [1, 2, 3]
    assert numbered[0].number == (f"001/LHP/PM.01.02/{ptps.path}/{today.month:02d}/{today.year}")
    with pytest.raises(Refused, match="sudah bernomor"):
        actions.number_lhp(by=member, report_id=rows[0].pk, series="PM.01.02", day=today)
    with pytest.raises(Forbidden):
        actions.number_lhp(by=pkd, report_id=rows[0].pk, series="PM.01.02", day=today)
    with setting_up(), pytest.raises(IntegrityError), transaction.atomic():
        Lhp.objects.filter(pk=rows[1].pk).update(serial=1)


@pytest.mark.parametrize(("series", "days"), [("LAIN", 0), ("PM.01.02", 1)])
def test_a_number_of_no_series_or_of_tomorrow_is_refused(ptps, member, series, days):
    row, day = submitted(ptps), clock.today() + timedelta(days=days)
    with pytest.raises(Refused):
        actions.number_lhp(by=member, report_id=row.pk, series=series, day=day)
    assert not Lhp.objects.get().number


# --- witnesses ---


def test_a_witness_is_sealed_and_each_reveal_has_its_reason(ptps, pkd, member):
    row = submitted(ptps, people=2)
    witness = LhpWitness.objects.first()
    assert MARK.encode() not in bytes(witness.sealed)
    assert MARK not in str(queries.lhp(member, row.pk)) and MARK not in str(row.content)
    call = {"report_id": row.pk, "witness_id": witness.pk}
    with pytest.raises(Forbidden):
        actions.reveal_witness(by=pkd, purpose="ingin tahu", **call)
    with pytest.raises(Refused, match="keperluan apa"):
        actions.reveal_witness(by=member, purpose=" ", **call)
    found = actions.reveal_witness(by=member, purpose="Undangan klarifikasi", **call)
    assert found == (f"{MARK} 0", "0800")
    entry = LedgerEntry.objects.get(act="oversight.lhp_reveal")
    assert "Undangan klarifikasi" in str(entry.payload) and MARK not in str(entry.payload)


# --- evidence, paper, table ---


def test_evidence_is_kept_as_it_came_and_shown_plain(ptps, pkd):
    row = submitted(ptps)
    found = photo()
    actions.add_lhp_evidence(by=ptps, report_id=row.pk, photo=found, caption="Papan DPT")
    actions.add_lhp_evidence(by=ptps, report_id=row.pk, photo=found)
    [kept] = queries.lhp(pkd, row.pk).evidence
    assert queries.lhp_original(pkd, row.pk, kept.pk)[1] == found.content
    assert queries.lhp_picture(ptps, row.pk, kept.pk, 1) == found.pages[0]
    with pytest.raises(Forbidden):
        queries.lhp_original(ptps, row.pk, kept.pk)


def text_of(content: bytes) -> str:
    paper = PdfDocument(content)
    found = "\n".join(paper[at].get_textpage().get_text_range() for at in range(len(paper)))
    return " ".join(found.split())


def test_form_a_prints_its_five_parts_and_no_name_of_a_witness(ptps, member):
    row = alleged(ptps, people=1, story="<b>tebal</b> & #strong[x]")
    actions.add_lhp_evidence(by=ptps, report_id=row.pk, photo=photo(), caption="Papan")
    text = text_of(queries.lhp_pdf(member, row.pk))
    parts = ("I. Data pengawas", "II. Kegiatan", "III. Uraian", "IV. Informasi", "V. Informasi")
    assert [part for part in parts if part not in text] == []
    assert "belum bernomor" in text and "<b>tebal</b> & #strong[x]" in text
    assert MARK not in text and "Saksi 1: Warga" in text
    digest_ = queries.lhp(member, row.pk).evidence[0].file_id
    assert digest_[:8] in text
    actions.number_lhp(by=member, report_id=row.pk, series="PM.01.02", day=clock.today())
    numbered = text_of(queries.lhp_pdf(member, row.pk))
    assert "001/LHP/PM.01.02/" in numbered and numbered.startswith("BELUM DITERIMA LAPORAN")


def test_the_table_runs_nothing_and_names_no_witness(ptps, member):
    submitted(ptps, people=1, story="=CMD()")
    rows = queries.lhp_rows(member, Wanted())
    assert rows[1][-1] == "=CMD()" and MARK not in str(rows)


# --- what arises from it ---


def test_a_draft_finding_a_proposal_and_their_source(ptps, member):
    row = alleged(ptps)
    draft = actions.draft_from_lhp(by=member, report_id=row.pk, title="Ajakan", rule="Pasal 280")
    with pytest.raises(Refused, match="sudah ada"):
        actions.draft_from_lhp(by=member, report_id=row.pk, title="Ajakan", rule="Pasal 280")
    values = {
        "indicator": 31,
        "happened_on": clock.today() - timedelta(days=1),
        "source": "LHP",
        "narrative": "Terlambat",
        "severity": "desa",
        "path": ptps.path,
    }
    actions.propose_from_lhp(by=member, report_id=row.pk, values=values)
    with pytest.raises(Refused, match="sudah mengusulkan"):
        actions.propose_from_lhp(by=member, report_id=row.pk, values=values)
    assert draft.source == f"lhp:{row.pk}" and draft.story.startswith("Ajakan memilih")
    assert [link.kind for link in queries.lhp(member, row.pk).links] == [
        "Konsep temuan",
        "Kejadian IKP",
    ]
    assert queries.lhp_of(member, draft.source).row == row


def test_without_an_alleged_violation_there_is_no_finding(ptps, member):
    row = submitted(ptps)
    with pytest.raises(Refused, match="tidak memuat dugaan"):
        actions.draft_from_lhp(by=member, report_id=row.pk, title="A", rule="B")


# --- checklists and counts ---


def test_an_office_version_follows_and_the_earlier_one_stays(ptps, member):
    first = lists.published()["pungut@1"]
    fewer = lists.from_rows({**lists.as_rows(first), "items": lists.as_rows(first)["items"][:3]})
    made = actions.publish_checklist(by=member, checklist=fewer, basis="SE contoh")
    assert (made.code, made.version) == ("pungut", 2)
    with pytest.raises(Refused, match="sama dengan versi"):
        actions.publish_checklist(by=member, checklist=first, basis="SE contoh")
    row = submitted(ptps, checklist="pungut@1")
    assert len(queries.lhp(ptps, row.pk).answers) == 13
    assert [one.key for one in queries.checklists(member) if one.id == "pungut"] == [
        "pungut@2",
        "pungut@1",
    ]


def test_a_roll_up_says_its_moment_and_coverage(world, ptps, panwascam, member):
    election = world.election.pk
    submitted(ptps, election_id=election)
    submitted(panwascam, X, election_id=election)
    found = queries.lhp_rollup(member, "pungut@1", election_id=election)
    assert (found.roll.reports.value, found.roll.reports.denominator.value) == (1, 2)
    assert found.elsewhere == 1 and found.roll.latest == Lhp.objects.first().ends_at
    [alarmed] = found.roll.lines[0].alarmed
    assert alarmed.startswith("TPS 001, ") and alarmed.endswith(f"({ptps.path})")
    assert abs(found.asked_at - clock.now()) < timedelta(minutes=5)
    with pytest.raises(Refused):
        queries.lhp_rollup(panwascam, "pungut@1", path=Y)
    with pytest.raises(Lhp.DoesNotExist):
        queries.lhp_rollup(member, "apa@9")


def test_a_day_names_who_sent_nothing(world, ptps, pkd, member):
    submitted(ptps)
    day = queries.lhp_day(member, clock.today())
    assert (day.reports, day.supervisors) == (1, 2)
    assert [one.path for one in day.missing] == [pkd.path]
    assert {path: n for path, _label, n in day.by_place}[X] == 1


def test_a_supervisor_whose_term_ended_leaves_the_report(ptps, pkd, member):
    row = submitted(ptps)
    assert factories.office().kind == BAWASLU
    assert step(pkd, row, "terima").level == "panwascam"
    assert queries.lhp(member, row.pk).row.account_name == ptps.name


def test_of_many_supervisors_without_a_report_all_are_counted(world, member, monkeypatch):
    for village in (X, Y):
        for role in ("panwascam", "pkd"):
            person(role, world.village(village) if role == "pkd" else village)
    monkeypatch.setattr(lhp_counts, "MISSING", 1)
    day = queries.lhp_day(member, clock.today())
    assert (day.absent, len(day.missing)) == (4, 1)


def test_lists_and_the_phone_ask_once_however_many_came_back(ptps, pkd):
    """One report or six: the reasons come in one question (a request reads its office once)."""
    counted = []
    for at in range(6):
        step(pkd, submitted(ptps, story=f"LHP {at}"), "kembalikan", f"Alasan {at}")
        with CaptureQueriesContext(connection) as asked:
            lines, taken = queries.lhp_returned(ptps), lhp_phone.rows(ptps)["laporan"]
        counted.append(sum("kernel_office" not in one["sql"] for one in asked.captured_queries))
        reasons = [f"Alasan {one}" for one in range(at + 1)]
        assert [reason for _line, reason in lines] == reasons
        assert sorted(one["alasan"] for one in taken) == reasons
    assert len(set(counted)) == 1


def test_home_reads_the_first_few_and_counts_the_rest(ptps, pkd):
    for at in range(4):
        submitted(ptps, story=f"LHP {at}")
    assert len(queries.lhp_to_examine(pkd, 2)) == 2 and queries.lhp_to_examine_count(pkd) == 4
