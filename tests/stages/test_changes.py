"""A changed schedule: moves are listed, what hangs on them follows, what was determined stays."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jurdil.kernel.actions import office as office_actions
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Task, Window
from jurdil.kernel.queries.tasks import open_tasks
from jurdil.stages import actions, plan, queries, schedule_file
from jurdil.stages.records import EventFact
from tests import factories
from tests.stages.ground import WITA, begins, determine, ends, on, opened

pytestmark = pytest.mark.django_db
RECAP = (begins(2024, 2, 17), ends(2024, 3, 8))


def apply(by, election, changes, based_on=1):
    return actions.apply_version(
        by=by,
        election_id=election.pk,
        changes=changes,
        basis="PKPU contoh",
        reason="uji",
        based_on=based_on,
    )


def window(election, stage):
    version = election.versions.order_by("-number").first()
    return Window.objects.get(version=version, stage=stage)


def test_a_new_version_moves_the_stage_and_its_task_and_keeps_the_old_one():
    by, election = opened()
    version = apply(by, election, {"rekap-kabko": RECAP})
    assert version.number == 2
    assert window(election, "rekap-kabko").closes == ends(2024, 3, 8)
    assert Window.objects.get(version__number=1, stage="rekap-kabko").closes == ends(2024, 3, 5)
    task = Task.objects.get(subject="stage:rekap-kabko")
    assert (task.due, task.revision) == (ends(2024, 3, 8), 1)


def test_the_preview_says_the_same_as_the_act_does():
    by, election = opened()
    found = queries.preview_change(by, election.pk, {"rekap-kabko": RECAP})
    assert [(move.stage, move.after) for move in found.moves] == [("rekap-kabko", RECAP)]
    assert [move.after for move in found.tasks] == [ends(2024, 3, 8)]
    assert election.versions.count() == 1


def test_a_determined_stage_stays_and_is_named():
    by, election = opened()
    determine(election, "rekap-kabko", "Penetapan hasil contoh")
    found = queries.preview_change(by, election.pk, {"rekap-kabko": RECAP})
    assert found.moves == () and found.tasks == ()
    assert [kept.decision for kept in found.kept] == ["Penetapan hasil contoh"]
    with pytest.raises(Refused, match="Tidak ada tanggal"):
        apply(by, election, {"rekap-kabko": RECAP})


def test_moving_voting_day_recomputes_the_deadlines_that_count_from_it():
    by, election = opened()
    later = {"pemungutan-suara": (begins(2024, 2, 21), ends(2024, 2, 21))}
    found = queries.preview_change(by, election.pk, later)
    moved = {move.rule: (move.before, move.after) for move in found.deadlines}
    assert moved["hasil-kabko"] == (ends(2024, 3, 5), ends(2024, 3, 12))
    assert moved["masa-tenang-mulai"][1] is not None
    follows = [move for move in found.moves if not move.asked]
    assert [(move.stage, move.after[1]) for move in follows] == [("psu", ends(2024, 3, 2))]
    apply(by, election, later)
    election.refresh_from_db()
    assert election.voting_day == date(2024, 2, 21)


def test_a_preview_of_an_older_version_is_not_applied():
    by, election = opened()
    apply(by, election, {"rekap-kabko": RECAP})
    with pytest.raises(Refused, match="versi 1 kini versi 2"):
        apply(by, election, {"rekap-kabko": (begins(2024, 2, 17), ends(2024, 3, 9))})


def test_a_stage_that_closes_before_it_opens_is_refused_with_both_days():
    by, election = opened()
    with pytest.raises(plan.BadChange, match=r"selesai 01-02-2024 .* mulai 17-02-2024"):
        queries.preview_change(
            by, election.pk, {"rekap-kabko": (begins(2024, 2, 17), ends(2024, 2, 1))}
        )
    with pytest.raises(plan.BadChange, match="tidak-ada"):
        queries.preview_change(by, election.pk, {"tidak-ada": RECAP})


def test_versions_are_compared_either_way_round():
    by, election = opened()
    apply(by, election, {"rekap-kabko": RECAP})
    assert [row.moved for row in queries.versions(by, election.pk)] == [1, 0]
    found = queries.compare(by, election.pk, 2, 1)
    assert (found.first.number, found.second.number) == (1, 2)
    assert [move.stage for move in found.moves] == ["rekap-kabko"]


def test_a_letter_of_the_court_dates_what_hangs_on_it_and_moving_it_moves_all():
    by, election = opened(day=(2024, 4, 25))
    fact = {"trigger": "surat-mk-perkara-teregistrasi", "basis": "Surat MK contoh"}
    rules = ["penetapan-calon-terpilih-tanpa-perkara"]
    actions.record_event(
        by=by,
        election_id=election.pk,
        day=date(2024, 4, 26),
        tasks=rules,
        division="teknis",
        **fact,
    )
    stage = window(election, "penetapan-calon-terpilih")
    assert (stage.opens, stage.closes) == (begins(2024, 4, 26), ends(2024, 4, 29))
    task = Task.objects.get(due_rule=rules[0])
    assert (task.due, task.division) == (ends(2024, 4, 29), "teknis")
    actions.record_event(by=by, election_id=election.pk, day=date(2024, 4, 30), **fact)
    assert window(election, "penetapan-calon-terpilih").closes == ends(2024, 5, 3)
    task.refresh_from_db()
    assert task.due == ends(2024, 5, 3)
    actions.record_event(
        by=by, election_id=election.pk, day=date(2024, 4, 30), withdrawn=True, **fact
    )
    assert window(election, "penetapan-calon-terpilih").closes is None
    task.refresh_from_db()
    assert task.due is None
    assert election.versions.count() == 4


def test_an_event_to_the_minute_gives_a_deadline_to_the_minute():
    by, election = opened(day=(2024, 3, 21))
    moment = datetime(2024, 3, 20, 23, 19, tzinfo=WITA)
    found = queries.preview_event(
        by, election.pk, EventFact("hasil-nasional-diumumkan", "", moment)
    )
    assert {m.rule: m.after for m in found.deadlines}["phpu-legislatif-permohonan"] == moment + (
        timedelta(hours=72)
    )


def test_each_request_for_information_has_its_own_clock():
    by, election = opened("rutin", (2026, 11, 23))
    for case, day in (("PPID-001", 2), ("PPID-002", 16)):
        actions.record_event(
            by=by,
            election_id=election.pk,
            trigger="permohonan-informasi-diterima",
            case=case,
            day=date(2026, 11, day),
            basis="Register PPID",
            tasks=["ppid-jawaban"],
        )
    clocks = {(row.case, row.rule.id): row.at for row in queries.case_clocks(by)}
    assert clocks["PPID-002", "ppid-jawaban"] == ends(2026, 11, 30)
    assert ("PPID-001", "ppid-jawaban") not in clocks
    assert Task.objects.filter(due_rule="ppid-jawaban").count() == 2
    assert election.versions.count() == 1


def test_a_holiday_entered_later_moves_working_days_when_counted_anew():
    by, election = opened("rutin", (2026, 11, 23))
    actions.record_event(
        by=by,
        election_id=election.pk,
        trigger="surat-paw-diterima",
        case="PAW-1",
        day=date(2026, 11, 23),
        basis="Surat Ketua DPRD",
        tasks=["paw-jawaban"],
    )
    task = Task.objects.get(due_rule="paw-jawaban")
    assert task.due == ends(2026, 11, 30)
    office_actions.record_holiday(
        by=by, day=date(2026, 11, 25), kind="daerah", name="Hari jadi", basis="Surat bupati"
    )
    assert [m.after for m in queries.preview_recount(by, election.pk).tasks] == [ends(2026, 12, 1)]
    actions.recompute(by=by, election_id=election.pk)
    task.refresh_from_db()
    assert task.due == ends(2026, 12, 1)
    with pytest.raises(Refused, match="sudah sesuai"):
        actions.recompute(by=by, election_id=election.pk)


def test_unknown_events_and_voting_day_are_refused_as_events():
    by, election = opened()
    for trigger, words in (("gempa", "Tidak ada tenggat"), ("pemungutan-suara", "ikut jadwal")):
        with pytest.raises(Refused, match=words):
            actions.record_event(
                by=by, election_id=election.pk, trigger=trigger, day=date(2024, 2, 1), basis="-"
            )


def test_a_waiting_stage_makes_no_task_late():
    by, election = opened()
    on(2024, 3, 20)
    rows = {row.subject: row for row in tasks_of(by)}
    assert rows["stage:rekap-kabko"].standing == "terlambat"
    actions.hold(
        by=by, election_id=election.pk, stage="rekap-kabko", whom="KPU RI", letter="Surat 5"
    )
    rows = {row.subject: row for row in tasks_of(by)}
    assert rows["stage:rekap-kabko"].standing == "menunggu"
    assert rows["stage:rekap-kabko"].waiting_for == "KPU RI"
    with pytest.raises(Refused, match="sudah ditandai"):
        actions.hold(by=by, election_id=election.pk, stage="rekap-kabko", whom="KPU RI")
    actions.release(by=by, election_id=election.pk, stage="rekap-kabko", letter="Surat 9")
    rows = {row.subject: row for row in tasks_of(by)}
    assert rows["stage:rekap-kabko"].standing == "terlambat"


def tasks_of(by):
    return open_tasks(by)


def test_another_place_s_election_is_not_found():
    _by, election = opened()
    stranger = factories.viewer("ketua", "73.13")
    for read in (queries.versions, queries.preview_recount, queries.deadline_table):
        with pytest.raises(type(election).DoesNotExist):
            read(stranger, election.pk)


@settings(max_examples=60)
@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.one_of(st.none(), st.tuples(st.integers(0, 23), st.integers(0, 59))),
)
def test_what_is_typed_is_what_is_read(day, minute):
    text = day.isoformat() if minute is None else f"{day} {minute[0]:02}:{minute[1]:02}"
    last = schedule_file.parse(text, WITA, ends=True)
    assert last is not None and last.date() == day
    if minute is not None:
        assert (last.hour, last.minute) == minute
