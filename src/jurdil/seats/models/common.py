"""What every record of the room keeps: by whom, when, with which document."""

from django.db import models

PARTY = 40
"""Length of a party's code: its ballot number, or its short name in an older result."""


class Record(models.Model):
    """A row that an act adds and nobody changes."""

    document = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()

    class Meta:
        abstract = True
