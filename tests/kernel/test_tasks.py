"""Tasks: opened, given, awaited, moved and closed, always inside one's own place."""

from datetime import datetime, timedelta

import pytest

from jurdil.kernel import clock
from jurdil.kernel.actions import tasks as acts
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Election, Task
from jurdil.kernel.queries import tasks
from tests import factories
from tests.writes import setting_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def election():
    return factories.election()


def opened(election, by=None, **more) -> Task:
    arguments = {"title": "Contoh", "due": None} | more
    return acts.open_task(by=by or factories.viewer("ketua"), election_id=election.pk, **arguments)


def in_days(days: float) -> datetime:
    return clock.now() + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "standing"),
    [(-1, "terlambat"), (3, "minggu-ini"), (7, "minggu-ini"), (9, "nanti")],
)
def test_a_task_stands_by_how_near_its_due_moment_is(election, days, standing):
    opened(election, due=in_days(days))
    assert [row.standing for row in tasks.open_tasks(factories.viewer("ketua"))] == [standing]


def test_late_tasks_come_first_and_undated_ones_last(election):
    for title, due in (("Tanpa", None), ("Nanti", in_days(20)), ("Lewat", in_days(-2))):
        opened(election, title=title, due=due)
    rows = tasks.open_tasks(factories.viewer("ketua"))
    assert [row.text.id for row in rows] == ["Lewat", "Nanti", "Tanpa"]


def test_waiting_and_coming_back_count_as_changes_of_the_task(election):
    by = factories.viewer("ketua")
    task = opened(election, due=in_days(-1))
    acts.wait_for_instructions(by=by, task_id=task.pk, whom="KPU RI", letter="Surat 5")
    page = tasks.task(by, task.pk)
    assert (page.row.standing, page.row.waiting_for) == ("menunggu", "KPU RI (Surat 5)")
    acts.resume_task(by=by, task_id=task.pk)
    assert tasks.task(by, task.pk).row.standing == "terlambat"
    assert tasks.task(by, task.pk).row.revision == 2
    with pytest.raises(Refused, match="tidak sedang menunggu"):
        acts.resume_task(by=by, task_id=task.pk)


def test_a_closed_task_stays_closed(election):
    by = factories.viewer("ketua")
    task = opened(election)
    acts.close_task(by=by, task_id=task.pk, result="selesai")
    with pytest.raises(Refused, match="sudah ditutup"):
        acts.close_task(by=by, task_id=task.pk, result="lagi")
    assert tasks.open_tasks(by) == ()
    assert [row.state for row in tasks.closed_tasks(by)] == ["selesai"]


def test_a_due_moment_of_the_law_is_not_moved_by_hand(election):
    by = factories.viewer("ketua")
    with setting_up():
        task = acts.raise_task(
            title="Contoh", election_id=election.pk, path="73.12", source="x:y", due_rule="psu"
        )
    with pytest.raises(Refused, match="mengikuti jadwal atau peraturan"):
        acts.move_task(by=by, task_id=task.pk, due=in_days(5), reason="mau")


def test_a_task_is_given_only_to_people_of_the_place(election):
    ppk = factories.viewer("ppk", "73.12.01")
    near = factories.account("ppk", "73.12.01")
    far = factories.account("ppk", "73.12.02")
    task = opened(election, by=ppk)
    acts.assign_task(by=factories.viewer("ketua"), task_id=task.pk, owner_id=near.pk)
    with pytest.raises(Refused, match="tidak bertugas"):
        opened(election, by=ppk, owner_id=far.pk)
    assert [owner.id for owner in tasks.owners(ppk)] == [near.pk]


def test_no_task_is_seen_or_opened_outside_one_s_place(election):
    task = opened(election, by=factories.viewer("ppk", "73.12.02"))
    stranger = factories.viewer("ppk", "73.12.01")
    with pytest.raises(Task.DoesNotExist):
        tasks.task(stranger, task.pk)
    with pytest.raises(Task.DoesNotExist):
        acts.close_task(by=stranger, task_id=task.pk, result="x")
    with pytest.raises(Election.DoesNotExist):
        opened(election, by=factories.viewer("ketua", "73.13"))


def test_only_one_s_own_late_tasks_are_counted(election):
    account = factories.account("operator")
    viewer = factories.viewer("operator", account_id=account.pk)
    opened(election, due=in_days(-1), owner_id=account.pk)
    opened(election, due=in_days(-1))
    opened(election, due=in_days(2), owner_id=account.pk)
    assert tasks.late_count(viewer) == 1
    assert tasks.late_count(factories.viewer("operator")) == 0


def test_a_step_of_another_act_cannot_stand_alone(election):
    with pytest.raises(RuntimeError, match="no act is running"):
        acts.raise_task(title="x", election_id=election.pk, path="73.12", source="x")


def test_the_overseers_account_sees_the_schedule_and_its_own_work_only(election):
    """Titles of other tasks name letters and what was said in closed meetings."""
    overseer = factories.account("pengawas")
    opened(election, title="Jawab surat")
    stage, mine = (opened(election, title=title) for title in ("Tahap", "Milik sendiri"))
    with setting_up():
        Task.objects.filter(pk=stage.pk).update(subject="stage:dpt")
        Task.objects.filter(pk=mine.pk).update(owner=overseer)
    viewer = factories.viewer("pengawas", account_id=overseer.pk)
    assert {row.text.id for row in tasks.open_tasks(viewer)} == {"Tahap", "Milik sendiri"}
    hidden = Task.objects.get(title="Jawab surat")
    with pytest.raises(Task.DoesNotExist):
        tasks.task(viewer, hidden.pk)
