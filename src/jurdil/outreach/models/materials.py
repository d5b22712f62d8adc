"""Posters, leaflets and posts, with the days they were printed with."""

from django.db import models

from jurdil.kernel.fields import PathField


class Material(models.Model):
    """A material made from the schedule. `version` is the schedule's number when it was made."""

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    form = models.CharField(max_length=12)
    title = models.CharField(max_length=120)
    body = models.CharField(max_length=600, blank=True)
    version = models.PositiveIntegerField()
    account_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    dropped_for = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.title


class MaterialDate(models.Model):
    """A stage's window as the material prints it."""

    material = models.ForeignKey(Material, models.PROTECT, related_name="dates")
    stage = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    opens = models.DateTimeField(null=True)
    closes = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    append_only = True
