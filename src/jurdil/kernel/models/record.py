"""What rows of several rooms share: who wrote them, when, with which file."""

from django.db import models


class Record(models.Model):
    """Who recorded a row, when, and the file that came with it."""

    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()

    class Meta:
        abstract = True
