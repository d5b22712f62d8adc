"""Figures that come from outside as they were published or handed over: residue, score lists."""

from django.db import models

from jurdil.kernel.fields import PathField
from jurdil.kernel.models.record import Record


class Residue(Record):
    """Households of an election's coklit that nobody visited, of one kecamatan."""

    path = PathField()
    election_name = models.CharField(max_length=120)
    ended_on = models.DateField(help_text="last day of that coklit")
    households = models.PositiveIntegerField()
    unvisited = models.PositiveIntegerField()
    source = models.CharField(max_length=200)

    append_only = True

    class Meta:
        ordering = ["-ended_on", "path", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(unvisited__lte=models.F("households")),
                name="oversight_residue_within_households",
            )
        ]


class IkpPopulation(Record):
    """A list of scores of one level as a source printed them; limits are computed from it."""

    edition = models.CharField(max_length=12)
    level = models.CharField(max_length=10)
    path = PathField()
    source = models.CharField(max_length=200)
    scores = models.JSONField(help_text="region -> score as text")

    append_only = True

    class Meta:
        ordering = ["-pk"]
