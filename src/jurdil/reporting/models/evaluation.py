"""An evaluation: what it is about, and what its authors say beside the figures."""

from django.db import models

from jurdil.kernel.fields import PathField


class Evaluation(models.Model):
    """The frame of a report. Its figures are read from the rooms each time; the paper that was
    drafted from them (`document`) keeps those of its day."""

    title = models.CharField(max_length=200)
    election = models.ForeignKey("kernel.Election", models.PROTECT, null=True, related_name="+")
    path = PathField()
    division = models.CharField(max_length=30, blank=True)
    stage = models.CharField(max_length=60, blank=True)
    first = models.DateField()
    last = models.DateField()
    document = models.ForeignKey("kernel.Document", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="evaluation_ends_after_start"
            )
        ]


class Remark(models.Model):
    """What an author says to a section; the newest counts, the earlier ones stay."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="remarks")
    section = models.CharField(max_length=40)
    text = models.TextField()
    account_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["pk"]
