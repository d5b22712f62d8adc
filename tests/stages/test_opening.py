"""Opening an election: the regime becomes a schedule, and the work ahead becomes tasks."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry, Task, Window
from jurdil.kernel.viewer import system_viewer
from jurdil.law.regime import load_regime
from jurdil.stages import actions, daily
from tests import factories
from tests.stages.ground import WITA, on, opened

pytestmark = pytest.mark.django_db


def test_every_stage_of_the_regime_becomes_a_window_of_version_one():
    _by, election = opened()
    windows = Window.objects.filter(version__election=election, version__number=1)
    assert windows.count() == len(load_regime("pemilu-2024").stages) == 121
    quiet = windows.get(stage="masa-tenang")
    assert quiet.opens == datetime(2024, 2, 11, 0, 0, tzinfo=WITA)
    assert quiet.closes.astimezone(WITA).date() == date(2024, 2, 13)
    assert quiet.closes.astimezone(WITA).hour == 23
    assert LedgerEntry.objects.last().act == "stages.open_election"


def test_a_national_minute_is_read_on_jakartas_clock():
    _by, election = opened()
    national = Window.objects.get(version__election=election, stage="penetapan-hasil-nasional")
    assert national.opens == datetime(2024, 3, 20, 22, 19, tzinfo=ZoneInfo("Asia/Jakarta"))


def test_only_regency_work_still_ahead_becomes_tasks():
    _by, election = opened()
    tasks = Task.objects.filter(election=election)
    assert {task.subject for task in tasks} >= {"stage:rekap-kabko", "stage:pengumuman-rekap-kabko"}
    assert "stage:pleno-dpt-kabko" not in {task.subject for task in tasks}
    recap = tasks.get(subject="stage:rekap-kabko")
    assert recap.division == "teknis"
    assert recap.due.astimezone(WITA).date() == date(2024, 3, 5)
    assert tasks.count() < 10


def test_bawaslus_house_supervises_the_same_stages():
    factories.office(kind="bawaslu")
    _by, election = opened()
    assert Task.objects.get(election=election, subject="stage:rekap-kabko").title.startswith(
        "Awasi: Rekapitulasi"
    )


def test_an_election_is_opened_once():
    by, _election = opened()
    with pytest.raises(Refused, match="sudah dibuka"):
        actions.open_election(by=by, regime="pemilu-2024", path=by.path)


@pytest.mark.parametrize(
    ("path", "regime", "contests"),
    [
        ("73.12", "pemilu-2024", ["ppwp", "dpr", "dpd", "dprd-prov", "dprd-kab"]),
        ("31.73", "pemilu-2024", ["ppwp", "dpr", "dpd", "dprd-prov"]),
        ("73.12", "pilkada-2024", ["gubernur", "bupati"]),
        ("73.71", "pilkada-2024", ["gubernur", "walikota"]),
    ],
)
def test_contests_are_those_held_here(path, regime, contests):
    factories.office(path=path)
    _by, election = opened(regime)
    assert sorted(election.contests) == sorted(contests)


def test_another_voting_day_shifts_the_schedule_and_confirms_nothing():
    _by, election = opened(voting_day=date(2024, 2, 21))
    windows = Window.objects.filter(version__election=election)
    assert windows.get(stage="masa-tenang").opens == datetime(2024, 2, 18, tzinfo=WITA)
    assert not windows.filter(confirmed=True).exists()
    assert election.voting_day == date(2024, 2, 21)


def test_a_draft_is_refused_where_the_office_works_officially():
    factories.office(mode="resmi")
    by = system_viewer("73.12", "kpu")
    with pytest.raises(Refused, match="rancangan"):
        actions.open_election(by=by, regime="pemilu-2029", path="73.12")


def test_the_routine_year_is_expanded_and_last_years_rows_are_gone():
    _by, election = opened("rutin", (2026, 11, 23))
    stages = set(Window.objects.filter(version__election=election).values_list("stage", flat=True))
    assert {f"pdpb-triwulan/2026-TW{n}" for n in (1, 2, 3, 4)} <= stages
    assert len({s for s in stages if s.startswith("pleno-mingguan/")}) == 52
    assert "pdpb-2025-tw2" not in stages


def test_routine_tasks_are_those_of_the_next_two_weeks_and_only_once():
    by, election = opened("rutin", (2026, 11, 23))
    subjects = list(Task.objects.values_list("subject", flat=True))
    assert "stage:pleno-mingguan/2026-W48" in subjects
    assert "stage:pdpb-triwulan/2026-TW4" in subjects
    weekly = [s for s in subjects if "mingguan" in s]
    assert len(weekly) == 3
    assert actions.roll_routine(by=by, election_id=election.pk) == 0
    on(2026, 12, 21)
    assert actions.roll_routine(by=by, election_id=election.pk) > 0
    assert Task.objects.filter(subject="stage:pdpb-triwulan/2027-TW1").exists()
    assert election.versions.count() == 2


def test_the_parties_last_day_counts_working_days_back_from_the_end_of_the_half_year():
    _by, election = opened("rutin", (2026, 11, 23))
    window = Window.objects.get(version__election=election, stage="parpol-permohonan/2026-S2")
    assert window.closes.astimezone(WITA).date() == date(2026, 12, 28)


def test_an_election_closes_when_its_tasks_are_done():
    by, election = opened()
    with pytest.raises(Refused, match="tugas terbuka"):
        actions.close_election(by=by, election_id=election.pk, reason="selesai")


def test_the_daily_duty_rolls_what_recurs_and_leaves_elections_alone():
    by, _election = opened("rutin", (2026, 11, 23))
    actions.open_election(by=by, regime="pemilu-2024", path=by.path)
    on(2026, 12, 14)
    before = Task.objects.count()
    daily.roll_all(by)
    assert Task.objects.count() == before + 3
    assert Task.objects.filter(subject="stage:pleno-mingguan/2026-W53").exists()
