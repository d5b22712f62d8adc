"""A vote held again: ground, last day, ballots; the new result replaces, the old one stays."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from jurdil.kernel.actions import office
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Document, Task
from jurdil.kernel.policy import Forbidden
from jurdil.kernel.queries import documents
from jurdil.law.rules import pairs
from jurdil.results import actions, queries
from jurdil.results.models import Form, FormVersi, Ulang
from jurdil.results.shapes import shape_of
from jurdil.results.writing import Source, put_figures, read_figures
from tests import factories
from tests.results import ground, sirekap_files
from tests.results.test_entry import determine, held, key, person, read  # noqa: F401
from tests.writes import setting_up

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
    said = " ".join(paper.data["body"]["decisions"])
    assert documents.pdf(person("ketua"), paper.pk)[:5] == b"%PDF-"
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
    with pytest.raises(Refused, match="Tidak ada TPS berkode"):
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
    assert [(row.all_before, row.all_after) for row in effect.rows] == [(118, 40), (50, 90)]
    versions = queries.form_versions(person("ketua"), counted.pk, "ppwp", counted.tps)
    replaced = {one.number: one.replaced_by for one in versions}
    assert replaced == {6: "", 5: "", 4: "", 3: "Pemungutan suara ulang", 2: "", 1: ""}
    shown = queries.form_page(person("ketua"), counted.pk, "ppwp", counted.tps)
    assert shown.replaces.what == "Pemungutan suara ulang"
    assert ("paslon_2", 50, 90) in shown.replaces.changes


def test_a_later_correction_is_no_part_of_the_effect(counted):
    """What stood before is the old figure among everything else, never a difference below zero."""
    case = held_again(counted)
    new = {"paslon_1": 160, "paslon_2": 8}
    read(counted, person(), **new)
    read(counted, person(), **new)
    form = Form.objects.get(path=counted.tps)
    shape = shape_of(counted.pk, "ppwp")
    figures = {**read_figures(form.current.figures), "paslon_1": 3}
    with setting_up():
        put_figures(
            person("ketua"), shape, {counted.tps: figures}, Source(FormVersi.Origin.KPU), "73.12"
        )
    (effect,) = queries.revote(person("ketua"), case.pk).effects
    assert [(row.all_before, row.all_after) for row in effect.rows] == [(118, 160), (50, 8)]


def test_one_task_is_open_at_a_time_and_none_at_the_end(counted):
    def waiting():
        return [task.title.partition(":")[0] for task in Task.objects.exclude(state="selesai")]

    at(datetime(2024, 2, 20, 9, tzinfo=WITA))
    case = propose(counted)
    assert waiting() == ["Putuskan usul"]
    decide(case)
    assert waiting() == ["Laksanakan"]
    assert Task.objects.get(title__startswith="Laksanakan").path == "73.12.01"
    at(datetime(2024, 2, 24, 18, tzinfo=WITA))
    actions.hold_revote(by=factories.viewer("operator"), case_id=case.pk, note="")
    assert waiting() == ["Masukkan hasil baru"]
    read(counted, person())
    read(counted, person())
    assert waiting() == []


def test_the_overview_counts_by_kecamatan_and_leaves_rejected_ones_out(held):  # noqa: F811
    first = propose(held)
    actions.decide_revote(by=person("ketua"), case_id=first.pk, granted=False, reason="Tidak")
    propose(held)
    propose(held, kind="pss", ground="pss-gangguan", contests=["dpr"])
    seen = queries.revote_overview(person("ketua"), held.pk)
    assert seen.total.value == 2
    (row,) = seen.rows
    assert [count for _kind, count in row.counts] == [1, 1, 0, 0]
    assert (row.total.value, row.open) == (2, 2)
    assert queries.revotes_pdf(person("ketua"), held.pk).startswith(b"%PDF")


def test_what_is_not_held_again_stays_closed_once_determined(counted):
    held_again(counted)
    other = {**key(counted), "path": counted.tps[:-1] + "2"}
    with pytest.raises(Refused, match="sudah ditetapkan"):
        actions.open_entry(by=person(), **other)


def preview(held, figures):  # noqa: F811
    return ground.read(held, "c-hasil", ground.sheet(pairs(2), {held.tps: figures}), contest="ppwp")


def codes(batch):
    return list(batch.rows.values_list("code", flat=True))


def sirekap_codes(held):  # noqa: F811
    """What the preview of a Sirekap export says about the first TPS of its village."""
    row = {name: value for name, value in sirekap_files.ROW.items() if name != "paslon_3"}
    code = held.tps.replace(".", "").replace("/", "")
    content = sirekap_files.as_csv([row | {"kode_tps": code, "kode_desa": held.tps[:13]}])
    return codes(ground.read(held, "sirekap", content, contest="ppwp"))


def test_a_file_brings_the_new_result_and_never_the_old_one_again(counted):
    """Old figures are left out while the re-vote is open and after it; the new ones replace."""
    old = read_figures(Form.objects.get(path=counted.tps).current.figures)
    changed = {**old, "paslon_1": old["paslon_1"] - 1}
    assert codes(preview(counted, changed)) == ["sudah-ditetapkan"]
    assert sirekap_codes(counted) == ["sudah-ditetapkan"]
    case = held_again(counted)
    assert sirekap_codes(counted) == ["diulang"]
    part = {"paslon_1": old["paslon_1"], "paslon_2": old["paslon_2"]}
    assert codes(preview(counted, part)) == ["hasil-lama"]
    batch = preview(counted, changed)
    assert codes(batch) == [""]
    publish_import(by=ground.operator(counted), batch_id=batch.pk)
    form = Form.objects.get(path=counted.tps)
    assert (form.current.origin, read_figures(form.current.figures)) == ("psu", changed)
    case.refresh_from_db()
    assert (case.state, case.done) == ("selesai", ["ppwp"])
    assert not Task.objects.exclude(state="selesai").exists()
    assert codes(preview(counted, old)) == ["sudah-ditetapkan"]


def test_old_figures_do_not_take_the_place_of_a_re_vote_before_the_determination(held):  # noqa: F811
    read(held, person())
    read(held, person())
    held_again(held)
    read(held, person(), paslon_1=119, paslon_2=49)
    assert read(held, person(), paslon_1=119, paslon_2=49).state == "selesai"
    first = read_figures(FormVersi.objects.order_by("pk").first().figures)
    assert codes(preview(held, first)) == ["hasil-lama"]
    assert sirekap_codes(held) == ["diulang"]
