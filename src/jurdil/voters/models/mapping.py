"""Drafts of which family votes at which TPS, before an act writes it to the list."""

from django.db import models

from jurdil.kernel.fields import PathField


class Pemetaan(models.Model):
    """A draft for one village. `stations` maps a family's key to a TPS number.

    `earlier` are the drafts before each adjustment, so that it can be undone; `cap` the most voters
    of a TPS that the regime allows.
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    village = PathField()
    cap = models.PositiveIntegerField()
    stations = models.JSONField()
    earlier = models.JSONField(default=list)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    applied_at = models.DateTimeField(null=True)
    applied_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "village"],
                condition=models.Q(applied_at__isnull=True),
                name="one_mapping_draft_per_village",
            )
        ]
        indexes = [models.Index(fields=["village"])]
