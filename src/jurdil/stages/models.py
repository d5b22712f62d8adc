"""The room's own tables; elections, schedule versions, windows and tasks are the kernel's."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class Event(models.Model):
    """An event that deadlines count from, as it was recorded; a correction is a later row.

    The row with the highest id for a trigger and case is the one that holds. `case` is empty for
    what happens once in an election, else the register number of one of many (a PPID request).
    `at` is set when the law counts from the minute.
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    trigger = models.CharField(max_length=60)
    case = models.CharField(max_length=30, blank=True)
    day = models.DateField()
    at = models.DateTimeField(null=True)
    withdrawn = models.BooleanField(default=False)
    basis = models.CharField(max_length=200)
    path = PathField()
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["election", "trigger", "case"])]

    append_only = True


class FeedToken(models.Model):
    """A calendar subscription of a person; the secret itself is shown once and never kept."""

    class Kind(models.TextChoices):
        PERSON = "pribadi", _("Agenda pribadi")
        DIVISION = "divisi", _("Agenda divisi")

    account = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+")
    grant = models.ForeignKey("kernel.Grant", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    division = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=2, default="id")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="pribadi", division="")
                | (models.Q(kind="divisi") & ~models.Q(division="")),
                name="feed_division_has_its_division",
            )
        ]


class FirstFile(models.Model):
    """A table that the office brought in its first hour; the newest of a kind is in use."""

    class Kind(models.TextChoices):
        PDPB = "rekap-pdpb", _("Rekapitulasi PDPB terakhir")
        GUESTS = "daftar-tamu", _("Daftar tamu")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, related_name="+")
    rows = models.PositiveIntegerField()
    summary = models.JSONField(default=dict, help_text="totals of the table, never a person's data")
    path = PathField()
    kept_at = models.DateTimeField()

    append_only = True
