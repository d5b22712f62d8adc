"""`jurdil manage roll_routine`: once a day, by the machine's own timer."""

from typing import Any

from django.core.management.base import BaseCommand

from jurdil.kernel.models import Election, Office
from jurdil.kernel.viewer import system_viewer
from jurdil.law.regime import load_regime
from jurdil.stages import actions


class Command(BaseCommand):
    help = "Add the routine work of the coming two weeks as tasks, and next year to the schedule."

    def handle(self, *args: Any, **options: Any) -> None:
        office = Office.objects.get()
        by = system_viewer(office.path, office.kind)
        for election in Election.objects.filter(state=Election.State.RUNNING):
            if any(stage.every for stage in load_regime(election.regime).stages):
                count = actions.roll_routine(by=by, election_id=election.pk)
                self.stdout.write(f"{election}: {count}")
