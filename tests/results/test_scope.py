"""Plenary, review, re-votes, disputes and evidence of a kecamatan: nothing for another one.

The PPK and the supervisor of another kecamatan, a witness, and another regency ask for everything
by its true number; what is not theirs is not there. Every act is tried with a right to do it.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ObjectDoesNotExist

from jurdil.kernel.acts import OutOfScope, Refused
from jurdil.kernel.policy import Forbidden
from jurdil.law.rules import pairs
from jurdil.results import actions, queries
from jurdil.results.actions import plenary
from jurdil.results.models import BarisSidang, Tinjauan
from tests import factories
from tests.results import ground
from tests.results.test_plenary_acts import ONE, X, approve_all, attend, member, opened

pytestmark = pytest.mark.django_db
WITA = ZoneInfo("Asia/Makassar")
Y, FAR = "73.12.02", "16.10"
NOT_THERE = (ObjectDoesNotExist, OutOfScope)


@pytest.fixture
def there():
    """A regency with a sitting in one kecamatan, a form to look at, a case and a dispute."""
    made = ground.election()
    forms = {ONE: {"paslon_1": 61, "paslon_2": 118, "suara_sah": 242, "suara_total": 242}}
    ground.bring(made, "c-hasil", ground.sheet(pairs(2), forms), contest="ppwp")
    office = member("kasubbag")
    actions.detect(by=office, election_id=made.pk)
    made.sitting = opened(made, member("ppk", X))
    made.row = made.sitting.rows.get()
    made.witness = attend(member("ppk", X), made.sitting)
    made.case = actions.propose_revote(
        by=office,
        election_id=made.pk,
        path=ONE,
        kind="psu",
        contests=["ppwp"],
        ground="psu-tanpa-ktp-el",
        source="ptps",
        story="Dua pemilih tanpa KTP-el",
    )
    made.dispute = actions.file_dispute(
        by=office,
        election_id=made.pk,
        contest="ppwp",
        forum="mk",
        petitioner="peserta",
        party="",
        claim="Suara berkurang",
        filed_on=datetime(2024, 3, 23, 9, tzinfo=WITA),
    )
    return made


def reads(at, by):
    """Everything of this kecamatan that can be asked for by its number."""
    review = Tinjauan.objects.values_list("pk", flat=True).first()
    return {
        "sitting": lambda: queries.sitting_page(by, at.sitting.pk),
        "desk": lambda: queries.desk(by, at.sitting.pk),
        "names": lambda: queries.attendance(by, at.sitting.pk),
        "closing": lambda: queries.closing_papers(by, at.sitting.pk),
        "receipt": lambda: queries.receipt_pdf(by, at.sitting.pk, "ppwp"),
        "sheet": lambda: queries.attendance_pdf(by, at.sitting.pk),
        "witnesses": lambda: queries.offered_witnesses(by, at.sitting.pk),
        "draft": lambda: queries.plenary_draft(by, at.sitting.pk, "undangan", "", "KPU"),
        "review": lambda: queries.review_item(by, at.pk, review),
        "case": lambda: queries.revote(by, at.case.pk),
        "dispute": lambda: queries.dispute(by, at.dispute.pk),
        "bundle": lambda: queries.dispute_bundle(by, at.dispute.pk),
        "size": lambda: queries.bundle_size(by, at.dispute.pk),
        "events": lambda: queries.events_pdf(by, at.pk, X, "ppwp"),
        "d-hasil": lambda: queries.d_hasil_pdf(by, at.pk, "ppwp", X),
        "entry": lambda: queries.entry_page(by, at.pk, "ppwp", ONE),
        "entries": lambda: queries.entry_board(by, at.pk, X),
        "papers": lambda: queries.tps_papers(by, at.pk, ONE),
        "intake": lambda: queries.intake(by, at.pk, X),
    }


def steps(at, by):
    """Everything that can be done to this kecamatan by its number."""
    review = Tinjauan.objects.values_list("pk", flat=True).first()
    sitting, row = {"by": by, "sidang_id": at.sitting.pk}, {"by": by, "row_id": at.row.pk}
    case, dispute = {"by": by, "case_id": at.case.pk}, {"by": by, "dispute_id": at.dispute.pk}
    return {
        "prepare": lambda: plenary.prepare_sitting(
            by=by, election_id=at.pk, path=X, contests=["ppwp"], venue="Aula"
        ),
        "boxes": lambda: plenary.record_boxes(**sitting, tps=[ONE]),
        "attend": lambda: attend(by, at.sitting, code="Saksi lain", name="Orang Lain"),
        "presence": lambda: plenary.change_presence(by=by, peserta_id=at.witness.pk, in_room=False),
        "step": lambda: plenary.step_sitting(**sitting, step="skors", note="Salat"),
        "read": lambda: plenary.move_row(**row, move="baca"),
        "point": lambda: plenary.point_screen(**sitting, area=1),
        "copy": lambda: plenary.note_copy(**row, holder="pengawas"),
        "correct": lambda: plenary.correct_figure(
            **row, field="paslon_1", new=1, reason="salah-tulis", initials=["PPK 1"]
        ),
        "object": lambda: plenary.record_objection(**row, text="Kurang", participant="ppwp:1"),
        "event": lambda: plenary.record_event(**sitting, contest="ppwp"),
        "sign": lambda: plenary.sign_recap(**sitting, contest="ppwp", peserta_id=at.witness.pk),
        "receive": lambda: plenary.record_receipt(
            **sitting, contest="ppwp", peserta_id=at.witness.pk
        ),
        "close": lambda: plenary.close_contest(**sitting, contest="ppwp"),
        "review": lambda: actions.mark_review(by=by, review_id=review, state="selesai", note="x"),
        "decide": lambda: actions.decide_revote(
            **case, granted=True, reason="ya", held_on=date(2024, 2, 20)
        ),
        "hold": lambda: actions.hold_revote(**case, note=""),
        "register": lambda: actions.register_dispute(
            **dispute, number="1", registered_on=datetime(2024, 4, 1, tzinfo=WITA)
        ),
        "claim": lambda: actions.claim_tps(**dispute, path=ONE, petitioner={}, overseer={}),
        "rule": lambda: actions.decide_dispute(
            **dispute, outcome="ditolak", decided_on=date(2024, 5, 1), ruling="x"
        ),
        "bundle": lambda: actions.take_bundle(**dispute, digest="0" * 64),
        "freeze": lambda: actions.freeze_recap(
            by=by, election_id=at.pk, contest="ppwp", path=X, title="BA"
        ),
    }


@pytest.mark.parametrize(
    ("role", "path"),
    [("ppk", Y), ("ketua", Y), ("ketua", FAR), ("operator", FAR), ("kpu-provinsi", FAR),
     ("pengawas", Y), ("saksi", Y), ("panwascam", Y), ("bw-ketua", FAR)],
)  # fmt: skip
def test_another_place_reads_and_does_nothing(there, role, path):
    far = factories.viewer(role, path)
    for calls in (reads(there, far), steps(there, far)):
        for name, call in calls.items():
            with pytest.raises((*NOT_THERE, Forbidden)):
                call()
                pytest.fail(f"{role} at {path}: {name}")
    there.sitting.refresh_from_db()
    assert (there.sitting.state, there.sitting.boxes.count()) == ("dibuka", 0)


def test_whoever_has_the_right_elsewhere_is_stopped_by_the_place_alone(there):
    """The roles of the acts themselves, in the other kecamatan: no act stops at the role only."""
    stopped = set()
    for role in ("ppk", "ketua", "kasubbag"):
        for name, call in steps(there, factories.viewer(role, Y)).items():
            try:
                call()
            except NOT_THERE:
                stopped.add(name)
            except Forbidden:
                continue
    assert stopped == set(steps(there, factories.viewer("ppk", Y)))


def test_lists_of_another_kecamatan_are_empty(there):
    far = factories.viewer("ketua", Y)
    assert queries.sittings(far, there.pk) == ()
    assert queries.revotes_of(far, there.pk) == ()
    assert queries.disputes_of(far, there.pk) == ()
    assert queries.corrections(far, there.pk, "ppwp") == ()
    assert queries.review_queue(far, there.pk).rows == ()
    assert queries.entry_list(far, there.pk).rows == ()
    assert queries.papers_aside(far, there.pk) == ()


@pytest.mark.parametrize("role", ["saksi", "pengawas", "publik", "pps"])
def test_who_only_looks_on_in_the_same_kecamatan_changes_nothing(there, role):
    """A witness and the supervisor see the sitting; the secretariat records what they say."""
    by = factories.viewer(role, X)
    for name, call in steps(there, by).items():
        with pytest.raises(Forbidden):
            call()
            pytest.fail(f"{role}: {name}")
    with pytest.raises(Forbidden):
        queries.attendance(by, there.sitting.pk)


def test_another_election_does_not_open_a_number(there):
    """The election chosen in the header is a filter and no right."""
    other = factories.election("pilkada-2024", contests=["bupati"])
    by = member("ketua")
    review = Tinjauan.objects.values_list("pk", flat=True).first()
    with pytest.raises(ObjectDoesNotExist):
        queries.review_item(by, other.pk, review)
    assert queries.sittings(by, other.pk) == ()
    assert queries.disputes_of(by, other.pk) == ()
    page = queries.sitting_page(by.about(other.pk), there.sitting.pk)
    assert page.row.id == there.sitting.pk


def test_a_contest_that_a_sitting_does_not_treat_is_not_there(there):
    by = member("ppk", X)
    with pytest.raises(ObjectDoesNotExist):
        queries.desk(by, there.sitting.pk, "dpr")
    with pytest.raises(ObjectDoesNotExist):
        queries.receipt_pdf(by, there.sitting.pk, "dpr")


def test_a_closed_sitting_and_a_closed_contest_stay_as_they_were_signed(there):
    by = member("ppk", X)
    approve_all(by, there.sitting)
    at = {"by": by, "sidang_id": there.sitting.pk, "contest": "ppwp"}
    plenary.record_event(**at)
    for person in there.sitting.people.all():
        plenary.sign_recap(**at, peserta_id=person.pk)
    plenary.close_contest(**at)
    with pytest.raises(Refused, match="sudah selesai"):
        plenary.record_event(**at, text="Sesudah ditutup")
    plenary.step_sitting(by=by, sidang_id=there.sitting.pk, step="tutup")
    with pytest.raises(Refused, match="sudah ditutup"):
        plenary.change_presence(by=by, peserta_id=there.witness.pk, in_room=False)
    with pytest.raises(Refused, match="sudah ditutup"):
        plenary.record_boxes(by=by, sidang_id=there.sitting.pk, tps=[ONE])
    assert BarisSidang.objects.get().state == "disahkan"


@pytest.mark.parametrize("figures", [{"paslon_1": -5}, {"paslon_9": 1}, {"paslon_1": 10**12}])
def test_a_ruling_fixes_figures_that_the_form_has(there, figures):
    by = member("ketua")
    actions.decide_dispute(
        by=by,
        dispute_id=there.dispute.pk,
        outcome="dikabulkan",
        decided_on=date(2024, 6, 6),
        ruling="Menetapkan",
    )
    with pytest.raises(Refused, match=r"tidak memuat angka|angka bulat"):
        actions.apply_ruling(
            by=by, dispute_id=there.dispute.pk, path=ONE, figures=figures, reason="amar 3"
        )
    with pytest.raises(Refused, match=r"tidak memuat angka|angka bulat"):
        actions.claim_tps(
            by=by, dispute_id=there.dispute.pk, path=ONE, petitioner=figures, overseer={}
        )
