"""A made-up count of a real regency's size, for the bench of the recap page."""

import csv
import io
import random
from datetime import date

from django.conf import settings
from django.core.management import call_command
from django.test import Client

from jurdil.kernel import crypto
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.acts import performing
from jurdil.kernel.imports import staging
from jurdil.kernel.models import Election, ImportBatch
from jurdil.kernel.viewer import system_viewer
from jurdil.law.regime import load_regime
from jurdil.law.rules import figures, lists, params_for
from jurdil.places import actions as places
from jurdil.places import catalogue, queries
from jurdil.places.records import NewTps
from jurdil.project.demo.figures import Form, form, spoil
from jurdil.results import models
from jurdil.results.shapes import shape_of
from jurdil.results.writing import read_figures, sums_of

REGENCY, REGIME, CONTEST = "73.12", "pemilu-2024", "dpr"


class Regency:
    """An office with `count` TPS whose forms are all in, one in ten with a fault."""

    contests: tuple[str, ...] = (CONTEST,)

    def __init__(self, count: int, parties: int, people: int, chance: random.Random) -> None:
        self._chance = chance
        self._choices = lists(dict.fromkeys(range(1, parties + 1), people))
        self._names = figures(self._choices, params_for(load_regime(REGIME)))
        self._found()
        self._paths = self._register(count)
        self._bring({path: self._form() for path in self._paths})
        self._client = Client()

    def _found(self) -> None:
        settings.STORAGES = {
            **settings.STORAGES,
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        }
        call_command("migrate", verbosity=0)
        crypto.make_keys()
        names = catalogue.regency_names(REGENCY)
        by = system_viewer(REGENCY, "kpu")
        office_acts.found_office(
            by=by,
            kind="kpu",
            mode=settings.JURDIL_MODE,
            path=REGENCY,
            name=f"KPU {names.regency}",
            regency=names.regency,
            province=names.province,
            zone="Asia/Makassar",
            regions_edition=catalogue.edition(),
            sample_data=True,
        )
        places.set_up_regions(by=by, regency=REGENCY)
        with performing("bench"):
            self.election = Election.objects.create(
                regime=REGIME,
                name="Pemilu 2024",
                name_en="General election 2024",
                path=REGENCY,
                voting_day=date(2024, 2, 14),
                contests=list(self.contests),
            )
        self.by = by.about(self.election.pk)

    def _register(self, count: int) -> list[str]:
        villages = [place.path for place in queries.villages(self.by)]
        rows = [NewTps(villages[n % len(villages)], n // len(villages) + 1) for n in range(count)]
        places.add_tps_list(by=self.by, election_id=self.election.pk, rows=rows, reason="Bench")
        return [row.path for row in rows]

    def _form(self) -> Form:
        voters = self._chance.randint(70, 140), self._chance.randint(75, 150)
        made = form(self._chance, self._choices, voters, [1.0] * len(self._choices.votes))
        return spoil(self._chance, made, self._choices)

    def _bring(self, forms: dict[str, Form]) -> None:
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(("kode_tps", *self._names))
        for path, values in forms.items():
            code = path.replace(".", "").replace("/", "")
            writer.writerow((code, *(_cell(values.get(name)) for name in self._names)))
        batch = staging.open_batch(
            self.by,
            kind="c-hasil",
            name="bench.csv",
            content=text.getvalue().encode(),
            options={"contest": CONTEST},
        )
        batch = staging.read_now(batch.pk)
        if batch.state != ImportBatch.State.PREVIEW:
            raise RuntimeError(f"the file of the bench was refused: {batch.faults[:3]}")
        publish_import(by=self.by, batch_id=batch.pk)

    def change_one(self) -> None:
        """Bring in one TPS's form with other figures."""
        self._bring({self._chance.choice(self._paths): self._form()})

    def page(self) -> int:
        """Ask for the regency's recapitulation; returns its size in bytes."""
        answer = self._client.get(f"/hasil/{self.election.pk}/{CONTEST}/")
        if answer.status_code != 200:
            raise RuntimeError(f"the page answered {answer.status_code}")
        return len(answer.content)

    def compare(self) -> tuple[int, int]:
        """Sums stored and how many of them differ from all forms added up again."""
        shape = shape_of(self.election.pk, CONTEST)
        if shape is None:
            raise RuntimeError("no form is in")
        forms = models.Form.objects.values_list("path", "current__figures")
        right = sums_of(shape.figures, {at: read_figures(text) for at, text in forms}, REGENCY)
        compared = differing = 0
        for row in models.Rekap.objects.all():
            pairs = list(zip(row.sums, right[row.path].sums, strict=True))
            compared += len(pairs)
            differing += sum(stored != fresh for stored, fresh in pairs)
        return compared, differing


def _cell(value: int | None) -> str:
    return "" if value is None else str(value)
