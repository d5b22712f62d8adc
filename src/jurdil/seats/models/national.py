"""Votes of the whole nation, which a threshold acts on."""

from django.db import models

from .common import Record


class SuaraNasional(Record):
    """The national votes of a contest from one paper; the newest version counts.

    `votes` is by ballot number of the party.
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    votes = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "number"], name="national_votes_number_once"
            )
        ]
        ordering = ["-number"]

    append_only = True
