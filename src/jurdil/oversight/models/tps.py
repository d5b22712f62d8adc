"""Vulnerable TPS: one row per indicator that a TPS carries; never a score."""

from django.db import models

from jurdil.kernel.fields import PathField
from jurdil.kernel.models.record import Record


class TpsFlag(Record):
    """An indicator that a TPS carries, with its evidence; `cleared_at` ends it."""

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    edition = models.CharField(max_length=12)
    path = PathField()
    sign = models.CharField(max_length=24)
    evidence = models.CharField(max_length=300)
    source = models.CharField(max_length=80, blank=True, help_text="table:id it arose from")
    count = models.PositiveIntegerField(null=True, help_text="voters, where the indicator counts")
    cleared_at = models.DateTimeField(null=True)
    cleared_name = models.CharField(max_length=120, blank=True)
    cleared_for = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "edition", "path", "sign"],
                condition=models.Q(cleared_at__isnull=True),
                name="oversight_flag_once",
            )
        ]
        indexes = [models.Index(fields=["election", "path"])]
