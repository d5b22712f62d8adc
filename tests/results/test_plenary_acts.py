"""A plenary sitting as acts: who may sit, what is read, corrected, objected to, signed, closed."""

import pytest

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Document
from jurdil.kernel.viewer import Viewer
from jurdil.law.rules import pairs
from jurdil.results import queries
from jurdil.results.actions import freeze_recap
from jurdil.results.actions import plenary as acts
from jurdil.results.models import (
    BarisSidang,
    Form,
    Keberatan,
    Kejadian,
    Pembetulan,
    Peserta,
    Sidang,
    TandaTangan,
)
from tests import factories
from tests.results import ground

pytestmark = pytest.mark.django_db

X = "73.12.01"
ONE, TWO = f"{ground.LABESSI}/001", f"{ground.LABESSI}/002"


@pytest.fixture
def held():
    made = ground.election()
    forms = {
        ONE: {"paslon_1": 61, "paslon_2": 118, "suara_sah": 242},
        TWO: {"paslon_1": 50, "paslon_2": 40, "suara_sah": 90},
    }
    ground.bring(made, "c-hasil", ground.sheet(pairs(2), forms), contest="ppwp")
    return made


def member(role="ketua", path="73.12") -> Viewer:
    account = factories.account(role, path)
    return Viewer(role, path, "kpu", f"Contoh {role}", account.pk)


def prepared(held, by, path=X, **more) -> Sidang:
    return acts.prepare_sitting(
        by=by, election_id=held.pk, path=path, contests=["ppwp"], venue="Aula", **more
    )


def attend(by, sitting, kind="saksi", code="Saksi paslon 1", name="Orang Satu", **more) -> Peserta:
    if kind == "saksi":
        more = {
            "participant": "ppwp:1",
            "mandate_number": "1/M/2024",
            "mandate_level": "kabko",
            **more,
        }
    return acts.record_attendance(
        by=by, sidang_id=sitting.pk, kind=kind, code=code, name=name, **more
    )


def opened(held, by, path=X) -> Sidang:
    sitting = prepared(held, by, path)
    attend(by, sitting, "anggota", "PPK 1", "Anggota Satu")
    acts.step_sitting(by=by, sidang_id=sitting.pk, step="buka", note="Latihan")
    return Sidang.objects.get(pk=sitting.pk)


def approve_all(by, sitting):
    for row in sitting.rows.exclude(state="disahkan"):
        for move in ("baca", "cocok", "sahkan"):
            if not (move == "baca" and row.state != "belum"):
                acts.move_row(by=by, row_id=row.pk, move=move)


def test_a_kecamatan_sitting_reads_its_tps_and_opens_only_with_all_sealed_boxes(held):
    by = member("ppk", X)
    sitting = prepared(held, by)
    assert list(sitting.rows.values_list("path", flat=True)) == [ONE, TWO]
    with pytest.raises(Refused, match="anggota yang hadir"):
        acts.step_sitting(by=by, sidang_id=sitting.pk, step="buka")
    attend(by, sitting, "anggota", "PPK 1", "Anggota Satu")
    acts.record_boxes(by=by, sidang_id=sitting.pk, tps=[ONE])
    with pytest.raises(Refused, match=r"Kotak tersegel dari 1 TPS belum tiba.*TPS 002"):
        acts.step_sitting(by=by, sidang_id=sitting.pk, step="buka")
    acts.record_boxes(by=by, sidang_id=sitting.pk, tps=[TWO])
    acts.step_sitting(by=by, sidang_id=sitting.pk, step="buka")
    sitting.refresh_from_db()
    assert (sitting.state, sitting.opened_at, sitting.early_reason) == (
        "dibuka",
        sitting.steps.get().taken_at,
        "",
    )


def test_missing_boxes_do_not_stop_an_opening_with_a_recorded_reason(held):
    sitting = opened(held, member("ppk", X))
    assert sitting.early_reason == "Latihan"
    assert sitting.steps.get().note == "Latihan"


def test_skors_needs_a_reason_and_rows_rest_until_it_is_lifted(held):
    by = member("ppk", X)
    sitting = opened(held, by)
    with pytest.raises(Refused, match="alasan skors"):
        acts.step_sitting(by=by, sidang_id=sitting.pk, step="skors")
    acts.step_sitting(by=by, sidang_id=sitting.pk, step="skors", note="Salat, sampai 13.00")
    row = sitting.rows.first()
    with pytest.raises(Refused, match="Diskors"):
        acts.move_row(by=by, row_id=row.pk, move="baca")
    acts.step_sitting(by=by, sidang_id=sitting.pk, step="cabut-skors")
    acts.move_row(by=by, row_id=row.pk, move="baca")
    assert [one.step for one in sitting.steps.all()] == ["buka", "skors", "cabut-skors"]


def test_two_witnesses_have_a_mandate_one_in_the_room_and_each_serves_one_participant(held):
    by = member("ppk", X)
    sitting = prepared(held, by)
    first = attend(by, sitting)
    with pytest.raises(Refused, match="sedang di dalam ruangan"):
        attend(by, sitting, code="Saksi paslon 1 (b)", name="Orang Dua")
    second = attend(by, sitting, code="Saksi paslon 1 (b)", name="Orang Dua", in_room=False)
    with pytest.raises(Refused, match="paling banyak dua"):
        attend(by, sitting, code="Saksi paslon 1 (c)", name="Orang Tiga", in_room=False)
    with pytest.raises(Refused, match="satu peserta"):
        attend(by, sitting, code="Saksi paslon 2", name=" orang  satu ", participant="ppwp:2")
    with pytest.raises(Refused, match="tingkat kabupaten/kota"):
        attend(by, sitting, code="S", name="Lain", participant="ppwp:2", mandate_level="kecamatan")
    with pytest.raises(Refused, match="peserta pemilihan yang ikut"):
        attend(by, sitting, code="S", name="Lain", participant="partai:4")
    with pytest.raises(Refused, match="sedang di dalam ruangan"):
        acts.change_presence(by=by, peserta_id=second.pk, in_room=True)
    acts.change_presence(by=by, peserta_id=first.pk, in_room=False)
    acts.change_presence(by=by, peserta_id=second.pk, in_room=True)


def test_names_of_people_are_sealed(held):
    by = member("ppk", X)
    made = attend(by, prepared(held, by))
    assert b"Orang" not in bytes(made.name_sealed)
    assert made.person != "Orang Satu"


def test_a_correction_is_a_version_of_ppk_with_the_paragraph_of_d_kejadian_khusus(held):
    by = member("ppk", X)
    sitting = opened(held, by)
    row = sitting.rows.get(path=ONE)
    acts.move_row(by=by, row_id=row.pk, move="baca")
    made = acts.correct_figure(
        by=by, row_id=row.pk, field="paslon_2", new=181, reason="salah-baca", initials=["PPK 1"]
    )
    form = Form.objects.get(path=ONE)
    assert form.current.origin == "ppk"
    assert form.current.figures == '{"paslon_1":61,"paslon_2":181,"suara_sah":242}'
    assert form.versions.count() == 2
    text = made.kejadian.text
    assert text.startswith("TPS 001 ")
    assert text.endswith(
        "bagian IV.2, Pasangan calon 2: tertulis 118, dibetulkan menjadi 181 karena salah baca "
        "angka pada C.Hasil; diparaf PPK 1."
    )
    assert (made.kejadian.kind, made.kejadian.level) == ("pembetulan", "kecamatan")
    board = queries.board(by, held.pk, "ppwp", X)
    assert board.total.cells["paslon_2"].sum == 181 + 40


def test_undoing_a_correction_is_another_correction_and_asks_to_match_again(held):
    by = member("ppk", X)
    sitting = opened(held, by)
    row = sitting.rows.get(path=ONE)
    for move in ("baca", "cocok", "sahkan"):
        acts.move_row(by=by, row_id=row.pk, move=move)
    for new in (181, 118):
        acts.correct_figure(
            by=by,
            row_id=row.pk,
            field="paslon_2",
            new=new,
            reason="salah-tulis",
            initials=["PPK 1"],
        )
    row.refresh_from_db()
    assert row.state == "dibacakan"
    assert [(one.old, one.new) for one in Pembetulan.objects.all()] == [(118, 181), (181, 118)]
    assert Form.objects.get(path=ONE).versions.count() == 3


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"field": "paslon_9"}, "tidak memuat"),
        ({"new": 118}, "sudah tertulis"),
        ({"new": -1}, "di luar batas"),
        ({"reason": "lain"}, "Tulis alasan"),
        ({"reason": "iseng"}, "Pilih alasan"),
        ({"initials": []}, "memaraf"),
        ({"initials": ["PPK 9"]}, "tidak tercatat hadir"),
        ({"tps": "73.12.02.1001/001"}, "Pilih TPS"),
    ],
)
def test_a_correction_that_is_none_is_refused_and_nothing_is_written(held, change, said):
    by = member("ppk", X)
    sitting = opened(held, by)
    row = sitting.rows.get(path=ONE)
    acts.move_row(by=by, row_id=row.pk, move="baca")
    asked = {"field": "paslon_2", "new": 181, "reason": "salah-baca", "initials": ["PPK 1"]}
    with pytest.raises(Refused, match=said):
        acts.correct_figure(by=by, row_id=row.pk, **{**asked, **change})
    assert Form.objects.get(path=ONE).versions.count() == 1
    assert not Kejadian.objects.exists()


def test_an_objection_is_answered_and_a_contested_one_needs_the_supervisors_opinion(held):
    by = member("ppk", X)
    sitting = opened(held, by)
    row = sitting.rows.get(path=ONE)
    acts.move_row(by=by, row_id=row.pk, move="baca")
    with pytest.raises(Refused, match="belum tercatat hadir"):
        acts.record_objection(by=by, row_id=row.pk, participant="ppwp:1", text="Berbeda")
    attend(by, sitting)
    with pytest.raises(Refused, match="tidak ikut dalam jenis pemilihan"):
        acts.record_objection(by=by, row_id=row.pk, participant="partai:4", text="Berbeda")
    made = acts.record_objection(by=by, row_id=row.pk, participant="ppwp:1", text="Berbeda")
    assert (made.kejadian.party, made.kejadian.said_by) == ("1", "Saksi paslon 1")
    with pytest.raises(Refused, match="pendapat pengawas"):
        acts.answer_objection(
            by=by, objection_id=made.pk, outcome="tetap", answer="Angka sesuai C.Hasil."
        )
    acts.answer_objection(
        by=by,
        objection_id=made.pk,
        outcome="tetap",
        answer="Angka sesuai C.Hasil.",
        opinion="Sesuai prosedur.",
        opinion_by="Panwaslu Kecamatan",
    )
    row.refresh_from_db()
    assert row.state == "dibacakan"
    with pytest.raises(Refused, match="sudah dijawab"):
        acts.answer_objection(by=by, objection_id=made.pk, outcome="dijelaskan", answer="Lagi")


def test_a_row_under_objection_can_be_approved_and_the_objection_stays(held):
    by = member("ppk", X)
    sitting = opened(held, by)
    row = sitting.rows.get(path=ONE)
    attend(by, sitting)
    acts.move_row(by=by, row_id=row.pk, move="baca")
    acts.record_objection(by=by, row_id=row.pk, participant="ppwp:1", text="Berbeda")
    acts.move_row(by=by, row_id=row.pk, move="sahkan")
    assert BarisSidang.objects.get(pk=row.pk).state == "disahkan"
    assert Keberatan.objects.get().outcome == "terbuka"


def test_the_supervisor_receives_and_never_signs_and_a_refusal_stops_nothing(held):
    by = member("ppk", X)
    sitting = opened(held, by)
    witness = attend(by, sitting)
    panwas = attend(by, sitting, "pengawas", "Panwaslu Kecamatan", "Pengawas Satu")
    chair = sitting.people.get(code="PPK 1")
    key = {"by": by, "sidang_id": sitting.pk, "contest": "ppwp"}
    with pytest.raises(Refused, match="Sahkan dahulu semua baris"):
        acts.sign_recap(**key, peserta_id=chair.pk)
    approve_all(by, sitting)
    with pytest.raises(Refused, match=r"D\.Kejadian Khusus belum diisi"):
        acts.close_contest(**key)
    acts.record_event(**key)
    with pytest.raises(Refused, match="dengan tanda terima dan tidak menandatangani"):
        acts.sign_recap(**key, peserta_id=panwas.pk)
    with pytest.raises(Refused, match="alasannya"):
        acts.sign_recap(**key, peserta_id=witness.pk, refusal=" ")
    acts.sign_recap(**key, peserta_id=chair.pk)
    with pytest.raises(Refused, match="Saksi paslon 1 belum menandatangani"):
        acts.close_contest(**key)
    acts.sign_recap(**key, peserta_id=witness.pk, refusal="Menunggu keterangan")
    decision = acts.close_contest(**key)
    acts.record_receipt(**key, peserta_id=panwas.pk)
    assert decision.path == X
    assert TandaTangan.objects.get(peserta=witness).refusal == "Menunggu keterangan"
    minutes = Document.objects.get(kind="ba")
    assert "Menunggu keterangan" in str(minutes.data["body"])
    assert decision.document_id == minutes.pk
    assert decision.title.startswith("Rekapitulasi hasil")
    acts.step_sitting(by=by, sidang_id=sitting.pk, step="tutup")


def test_after_determination_no_correction_at_the_kecamatan_but_one_at_the_regency_shows(held):
    ppk = member("ppk", X)
    sitting = opened(held, ppk)
    approve_all(ppk, sitting)
    key = {"by": ppk, "sidang_id": sitting.pk, "contest": "ppwp"}
    acts.record_event(**key)
    acts.sign_recap(**key, peserta_id=sitting.people.get().pk)
    signed = acts.close_contest(**key)
    row = sitting.rows.get(path=ONE)
    asked = {"field": "paslon_2", "new": 181, "reason": "kejadian-khusus"}
    with pytest.raises(Refused, match="sudah ditetapkan"):
        acts.correct_figure(by=ppk, row_id=row.pk, initials=["PPK 1"], **asked)
    kpu = member()
    regency = prepared(held, kpu, "73.12")
    attend(kpu, regency, "anggota", "KPU 1", "Anggota Dua")
    acts.step_sitting(by=kpu, sidang_id=regency.pk, step="buka")
    line = regency.rows.get(path=X)
    acts.move_row(by=kpu, row_id=line.pk, move="baca")
    acts.correct_figure(by=kpu, row_id=line.pk, tps=ONE, initials=["KPU 1"], **asked)
    assert Form.objects.get(path=ONE).current.origin == "kpu"
    changes = queries.decision(kpu, signed.pk).changes
    assert ("results.forms.ppwp", (ONE, "paslon_2"), 118, 181) in {
        (one.dataset, one.key, one.old, one.new) for one in changes
    }


def test_a_regency_sitting_names_a_kecamatan_that_has_not_determined(held):
    kpu = member()
    regency = prepared(held, kpu, "73.12")
    attend(kpu, regency, "anggota", "KPU 1", "Anggota Dua")
    with pytest.raises(Refused, match=r"Marioriwawo belum menetapkan D\.Hasil"):
        acts.step_sitting(by=kpu, sidang_id=regency.pk, step="buka")
    acts.step_sitting(by=kpu, sidang_id=regency.pk, step="buka", note="Menyusul")
    line = regency.rows.get(path=X)
    for move in ("baca", "cocok"):
        acts.move_row(by=kpu, row_id=line.pk, move=move)
    with pytest.raises(Refused, match="barisnya belum dapat disahkan"):
        acts.move_row(by=kpu, row_id=line.pk, move="sahkan")


def test_nihil_is_refused_where_something_is_on_record(held):
    by = member("ppk", X)
    sitting = opened(held, by)
    acts.record_event(by=by, sidang_id=sitting.pk, contest="ppwp", text="Listrik padam 10 menit")
    with pytest.raises(Refused, match="tidak NIHIL"):
        acts.record_event(by=by, sidang_id=sitting.pk, contest="ppwp")


def test_a_ppk_sits_in_its_own_kecamatan_only(held):
    other = member("ppk", "73.12.02")
    sitting = prepared(held, member("ppk", X))
    with pytest.raises(Sidang.DoesNotExist):
        acts.record_boxes(by=other, sidang_id=sitting.pk, tps=[ONE])
    with pytest.raises(BarisSidang.DoesNotExist):
        acts.move_row(by=other, row_id=sitting.rows.first().pk, move="baca")


def test_a_second_sitting_for_the_same_contest_is_refused(held):
    by = member("ppk", X)
    prepared(held, by)
    with pytest.raises(Refused, match="Sudah ada rapat pleno lain"):
        prepared(held, by, room_name="B")


def test_steps_carry_the_legal_clock(held):
    sitting = opened(held, member("ppk", X))
    assert abs((sitting.steps.get().taken_at - clock.now()).total_seconds()) < 60


def test_what_is_determined_elsewhere_is_not_prepared_again(held):
    freeze_recap(
        by=factories.viewer("ketua"), election_id=held.pk, contest="ppwp", path=X, title="BA 1"
    )
    with pytest.raises(Refused, match="sudah ditetapkan"):
        prepared(held, member("ppk", X))


def status_title(held, path):
    return queries.status_of(factories.viewer(), held.pk, "ppwp", path).title.id


def test_figures_are_an_internal_count_until_the_kecamatan_signed(held):
    assert status_title(held, "73.12") == "Hitung internal, bukan hasil resmi"
    freeze_recap(
        by=factories.viewer("ketua"), election_id=held.pk, contest="ppwp", path=X, title="BA 1"
    )
    assert status_title(held, X).startswith("Rekapitulasi kecamatan, ")
    assert status_title(held, ONE).startswith("Rekapitulasi kecamatan, ")
    regency = queries.status_of(factories.viewer(), held.pk, "ppwp", "73.12")
    assert regency.title.id == "Hitung internal, bukan hasil resmi"
    assert regency.note.id == "1 dari 1 kecamatan sudah menandatangani D.Hasil."
    freeze_recap(
        by=factories.viewer("ketua"),
        election_id=held.pk,
        contest="ppwp",
        path="73.12",
        title="BA 2",
    )
    assert status_title(held, ONE).startswith("Rekapitulasi hasil kabupaten/kota, ")


def test_everybody_reads_what_was_corrected_and_why(held, client):
    by = member("ppk", X)
    sitting = opened(held, by)
    row = sitting.rows.get(path=ONE)
    acts.move_row(by=by, row_id=row.pk, move="baca")
    acts.correct_figure(
        by=by, row_id=row.pk, field="paslon_2", new=181, reason="salah-baca", initials=["PPK 1"]
    )
    for page in ("/publik/pemilu-2024/ppwp/", f"/publik/pemilu-2024/ppwp/{ONE}/"):
        text = client.get(page).content.decode()
        assert "tertulis 118, dibetulkan menjadi 181 karena salah baca" in text
        assert "PPK atau Panwaslu Kecamatan" in text


def test_a_copy_keeps_what_it_said_when_the_row_is_corrected_to_it(held):
    by = member("ppk", X)
    sitting = opened(held, by)
    row = sitting.rows.get(path=ONE)
    acts.move_row(by=by, row_id=row.pk, move="baca")
    acts.note_copy(by=by, row_id=row.pk, holder="pengawas")
    acts.note_copy(
        by=by, row_id=row.pk, holder="saksi", participant="ppwp:1", differs={"paslon_2": 181}
    )
    with pytest.raises(Refused, match="tidak ikut dalam jenis pemilihan"):
        acts.note_copy(by=by, row_id=row.pk, holder="saksi", participant="partai:4")

    def differing():
        desk = queries.desk(by, sitting.pk, row_id=row.pk)
        return {
            (line.field, column.key)
            for part in desk.parts
            for line in part.lines
            for column, (_value, differs) in zip(desk.columns[1:], line.cells, strict=True)
            if differs
        }

    assert differing() == {("paslon_2", "saksi:ppwp:1")}
    acts.correct_figure(
        by=by, row_id=row.pk, field="paslon_2", new=181, reason="salah-baca", initials=["PPK 1"]
    )
    assert differing() == {("paslon_2", "pengawas")}
