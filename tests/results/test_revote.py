"""A vote held again: ground, last day, ballots; the new result replaces, the old one stays."""

import io
import json
import zipfile
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from jurdil.kernel.actions import office
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Document, LedgerEntry, Task
from jurdil.kernel.policy import Forbidden
from jurdil.results import actions, queries
from jurdil.results.models import Form, FormVersi, Ulang
from jurdil.results.writing import read_figures
from tests import factories
from tests.results.test_entry import GOOD, cells, determine, held, key, person, read  # noqa: F401

pytestmark = pytest.mark.django_db
WITA = ZoneInfo("Asia/Makassar")
LAST = date(2024, 2, 24)


def propose(held, by=None, **values):  # noqa: F811
    values = {
        "kind": "psu",
        "contests": ["ppwp"],
        "ground": "psu-tanpa-ktp-el",
        "source": "ptps",
        "story": "Dua pemilih tanpa KTP-el memilih",
        **values,
    }
    return actions.propose_revote(
        by=by or person("ppk", "73.12.01"), election_id=held.pk, path=held.tps, **values
    )


def decide(case, **values):
    values = {"granted": True, "reason": "Terbukti", "held_on": LAST, **values}
    return actions.decide_revote(by=person("ketua"), case_id=case.pk, **values)


@pytest.fixture
def counted(held):  # noqa: F811
    """A TPS with an agreed form, determined by the regency."""
    read(held, person())
    read(held, person())
    determine(held, person("ketua"))
    return held


def test_a_proposal_has_a_ground_of_its_kind_and_becomes_a_task(held):  # noqa: F811
    case = propose(held)
    assert (case.state, queries.revote(person("ketua"), case.pk).row.last_day) == (
        "diusulkan",
        LAST,
    )
    assert Task.objects.get(subject=f"revote:{case.pk}").due.astimezone(WITA).date() == LAST
    with pytest.raises(Refused, match="dasar yang berlaku"):
        propose(held, kind="hitung-ulang")
    with pytest.raises(Refused, match="sudah punya perkara"):
        propose(held)


def test_only_a_courts_order_has_its_own_term(held):  # noqa: F811
    with pytest.raises(Refused, match="Hanya perintah Mahkamah"):
        propose(held, source="mk")
    with pytest.raises(Refused, match="Hanya perintah Mahkamah"):
        propose(held, ordered_until=date(2024, 7, 1))
    case = propose(held, source="mk", ordered_until=date(2024, 7, 1))
    assert queries.revote(person("ketua"), case.pk).row.last_day == date(2024, 7, 1)


def test_a_day_after_the_last_one_needs_its_reason_on_record(held):  # noqa: F811
    case = propose(held)
    with pytest.raises(Refused, match="24-02-2024"):
        decide(case, held_on=date(2024, 2, 25))
    with pytest.raises(Refused, match="setelah hari pemungutan suara"):
        decide(case, held_on=date(2024, 2, 14))
    late = decide(case, held_on=date(2024, 2, 25), late_reason="Banjir, izin KPU RI")
    assert late.late_reason == "Banjir, izin KPU RI"


def test_the_decree_is_drafted_with_day_contests_and_ballots(held):  # noqa: F811
    case = decide(propose(held), voters=251, kpps_replaced=3)
    paper = Document.objects.get(pk=case.decision_id)
    said = " ".join(paper.data["body"]["points"])
    assert "24-02-2024" in said
    assert "257 lembar" in said
    assert "3 orang" in said
    ((need, _name),) = queries.revote_ballots(person("ketua"), held.pk)
    assert (need.needed, need.stock, need.short) == (257, 1000, 0)


def test_a_proposal_is_refused_with_its_reason_and_ends_there(held):  # noqa: F811
    case = actions.decide_revote(
        by=person("ketua"), case_id=propose(held).pk, granted=False, reason="Tidak terbukti"
    )
    assert (case.state, case.decided_reason) == ("ditolak", "Tidak terbukti")
    with pytest.raises(Refused, match="tidak tersedia"):
        decide(case)


def test_only_members_decide_and_a_ppk_proposes_in_its_own_kecamatan(held):  # noqa: F811
    case = propose(held)
    with pytest.raises(Forbidden):
        actions.decide_revote(
            by=person("ppk", "73.12.01"), case_id=case.pk, granted=True, reason="x"
        )
    with pytest.raises(Exception, match="does not exist"):
        propose(held, by=person("ppk", "73.12.02"), contests=["dpr"])
    assert queries.revotes_of(person("ppk", "73.12.02"), held.pk) == ()
    with pytest.raises(Ulang.DoesNotExist):
        queries.revote(person("ppk", "73.12.02"), case.pk)


def at(moment):
    office.set_training_clock(by=factories.viewer("pengelola"), legal=moment)


def held_again(counted):
    at(datetime(2024, 2, 20, 9, tzinfo=WITA))
    case = decide(propose(counted))
    by = factories.viewer("operator")
    with pytest.raises(Refused, match="baru pada"):
        actions.hold_revote(by=by, case_id=case.pk, note="")
    at(datetime(2024, 2, 24, 18, tzinfo=WITA))
    return actions.hold_revote(by=by, case_id=case.pk, note="Lancar")


def test_the_new_result_replaces_and_the_old_one_stays(counted):
    """Turnout falls as at TPS 14 Lapongkoda, and the winner turns."""
    case = held_again(counted)
    before = Form.objects.get(path=counted.tps).current
    new = {
        "guna_dpt_l": 60,
        "guna_dpt_p": 72,
        "guna_dpt": 132,
        "guna_l": 61,
        "guna_p": 74,
        "guna": 135,
        "surat_suara_digunakan": 135,
        "surat_suara_tidak_digunakan": 79,
        "paslon_1": 40,
        "paslon_2": 90,
        "suara_sah": 130,
        "suara_total": 135,
    }
    read(counted, person(), **new)
    assert read(counted, person(), **new).state == "selesai"
    form = Form.objects.get(path=counted.tps)
    assert form.current.origin == FormVersi.Origin.REVOTE
    assert read_figures(form.current.figures)["paslon_2"] == 90
    assert form.versions.filter(pk=before.pk, figures=before.figures).exists()
    page = queries.revote(person("ketua"), case.pk)
    assert page.row.state == "selesai"
    (effect,) = page.effects
    assert [(row.before, row.after, row.by) for row in effect.rows] == [
        (118, 40, -78),
        (50, 90, 40),
    ]
    assert (effect.before.outcome.holder, effect.after.outcome.holder) == ("paslon_1", "paslon_2")
    assert effect.turns
    assert [str(effect.turnout_before.value), str(effect.turnout_after.value)] == [
        "173/210",
        "9/14",
    ]
    decision = queries.decisions(person("ketua"), counted.pk, "ppwp")[0]
    changes = queries.decision(person("ketua"), decision.id).changes
    assert any(change.old == 118 and change.new == 40 for change in changes)


def test_what_is_not_held_again_stays_closed_once_determined(counted):
    held_again(counted)
    other = {**key(counted), "path": counted.tps[:-1] + "2"}
    with pytest.raises(Refused, match="sudah ditetapkan"):
        actions.open_entry(by=person(), **other)


def dispute(held, **values):  # noqa: F811
    values = {
        "contest": "ppwp",
        "forum": "mk",
        "petitioner": "peserta",
        "party": "2",
        "claim": "Suara pemohon berkurang",
        "filed_on": datetime(2024, 3, 23, 9, tzinfo=WITA),
        **values,
    }
    return actions.file_dispute(by=person("kasubbag"), election_id=held.pk, **values)


def claim(made, held, **values):  # noqa: F811
    values = {"petitioner": {"paslon_2": 60}, "overseer": {"paslon_2": 50}, **values}
    return actions.claim_tps(by=person("kasubbag"), dispute_id=made.pk, path=held.tps, **values)


def test_a_dispute_compares_petitioner_kpu_and_overseer(counted):
    made = dispute(counted)
    claim(made, counted)
    page = queries.dispute(person("ketua"), made.pk)
    assert page.claims[0].figures == (("paslon_2", 60, 50, 50),)
    with pytest.raises(Refused, match="tidak memuat angka"):
        claim(made, counted, petitioner={"paslon_9": 1})
    with pytest.raises(Refused, match="bukan peserta"):
        dispute(counted, party="7")


def test_a_ruling_that_grants_changes_the_figure_and_nothing_is_lost(counted):
    made = dispute(counted)
    claim(made, counted)
    chair = person("ketua")
    follow = {
        "by": chair,
        "dispute_id": made.pk,
        "path": counted.tps,
        "figures": {"paslon_2": 60, "paslon_1": 108},
        "reason": "amar angka 3",
    }
    with pytest.raises(Refused, match="Hanya putusan yang mengabulkan"):
        actions.apply_ruling(**follow)
    actions.decide_dispute(
        by=chair,
        dispute_id=made.pk,
        outcome="dikabulkan",
        decided_on=date(2024, 6, 6),
        ruling="Menetapkan perolehan suara",
    )
    version = actions.apply_ruling(**follow)
    assert (version.origin, read_figures(version.figures)["paslon_2"]) == ("putusan", 60)
    assert read_figures(version.figures)["suara_sah"] == GOOD["suara_sah"]
    with pytest.raises(Refused, match="sudah diputus"):
        actions.decide_dispute(
            by=chair,
            dispute_id=made.pk,
            outcome="ditolak",
            decided_on=date(2024, 6, 7),
            ruling="x",
        )


def test_an_unproven_report_changes_nothing(counted):
    """Soppeng 2019: Bawaslu of the province, inflation of votes, not proven."""
    made = dispute(counted, forum="bawaslu-prov", petitioner="lain", party="")
    actions.decide_dispute(
        by=person("ketua"),
        dispute_id=made.pk,
        outcome="tidak-terbukti",
        decided_on=date(2019, 6, 1),
        ruling="Penggelembungan suara tidak terbukti",
    )
    with pytest.raises(Refused, match="Hanya putusan yang mengabulkan"):
        actions.apply_ruling(
            by=person("ketua"),
            dispute_id=made.pk,
            path=counted.tps,
            figures={"paslon_1": 1},
            reason="x",
        )


def test_the_evidence_holds_every_version_the_decision_and_its_own_list(counted):
    made = dispute(counted)
    with pytest.raises(Refused, match="TPS yang didalilkan"):
        queries.dispute_bundle(person("ketua"), made.pk)
    claim(made, counted)
    actions.record_event(
        by=factories.viewer("kpps", counted.tps),
        election_id=counted.pk,
        path=counted.tps,
        kind="keberatan",
        contest="ppwp",
        party="2",
        text="../../keluar <b>tebal</b>",
    )
    by = person("ketua")
    bundle = queries.dispute_bundle(by, made.pk)
    assert bundle.content == queries.dispute_bundle(by, made.pk).content
    with zipfile.ZipFile(io.BytesIO(bundle.content)) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
        first = json.loads(archive.read(names[2]))
        assert archive.read("bukti.pdf").startswith(b"%PDF")
    assert not any(".." in name or name.startswith("/") for name in names)
    assert [one["nomor"] for one in manifest["bukti"]] == [f"T-{n}" for n in range(1, 6)]
    assert (first["versi"], first["asal"]) == (1, "Entri pertama")
    kept = actions.keep_bundle(by=by, dispute_id=made.pk, bundle=bundle)
    assert queries.bundle_content(by, made.pk, kept.file_id) == bundle.content
    assert kept.file_id in LedgerEntry.objects.get(act="results.keep_bundle").payload
