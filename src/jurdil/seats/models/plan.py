"""Seats and dapil before the election: population, drafts, notes of the public test, decision."""

from django.db import models

from jurdil.kernel.fields import PathField

from .common import Record


class Penduduk(Record):
    """Population per kecamatan from one source; the newest one counts. `people` is by path."""

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    source = models.CharField(max_length=200)
    dated = models.DateField(null=True)
    people = models.JSONField()

    class Meta:
        ordering = ["-pk"]

    append_only = True


class Rancangan(Record):
    """A draft of dapil: [{"code", "name", "parts"}] over one population.

    `decided` is null or what the plenary decided where remainders are equal
    ({"chosen", "plenary", "basis"}).
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    population = models.ForeignKey(Penduduk, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    dapil = models.JSONField()
    decided = models.JSONField(null=True)
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="followed_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "number"], name="draft_number_once"
            )
        ]
        ordering = ["number"]

    append_only = True


class CatatanUji(Record):
    """What was said about a draft in its public test."""

    draft = models.ForeignKey(Rancangan, models.PROTECT, related_name="notes")
    day = models.DateField()
    speaker = models.CharField(max_length=120)
    text = models.TextField()

    class Meta:
        ordering = ["day", "pk"]

    append_only = True


class TetapanDapil(Record):
    """The decision of KPU RI on seats and dapil, with the draft that it followed or not."""

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    draft = models.ForeignKey(Rancangan, models.PROTECT, null=True, related_name="+")
    number = models.CharField(max_length=120)
    day = models.DateField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]

    append_only = True
