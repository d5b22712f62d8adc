"""Spot checks (*uji petik*) of the overseer: which rows were drawn, and what was found of each."""

from django.db import models

from jurdil.kernel.fields import PathField

from .supervision import Akses


class UjiPetik(models.Model):
    """A sample drawn from an opened list with a seed, so that the draw can be repeated.

    `drawn` are [stratum, place and row number, version]; the row number is that of the place's
    extract. `strata` has the size of each stratum.
    """

    access = models.ForeignKey(Akses, models.PROTECT, related_name="samples")
    path = PathField()
    seed = models.CharField(max_length=60)
    size = models.PositiveIntegerField()
    strata = models.JSONField()
    drawn = models.JSONField()
    made_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["-pk"]


class UjiPetikHasil(models.Model):
    """What the check of one drawn row found; a later finding of the same row counts instead."""

    sample = models.ForeignKey(UjiPetik, models.PROTECT, related_name="findings")
    unit = models.CharField(max_length=40, help_text="place and row number, as drawn")
    matched = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)
    legal_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["sample", "unit"])]
