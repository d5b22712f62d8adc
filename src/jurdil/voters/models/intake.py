"""Source lists that came in (DP4, A-Daftar Pemilih), and how far each village was taken in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class Sumber(models.Model):
    """A source list as it was received: its file, by whom, how many rows."""

    class Kind(models.TextChoices):
        DP4 = "dp4", _("DP4")
        LIST = "a-daftar", _("A-Daftar Pemilih")
        OTHER = "lain", _("Daftar lain")

    batch = models.OneToOneField("kernel.ImportBatch", models.PROTECT, related_name="+")
    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    path = PathField()
    rows = models.PositiveIntegerField()
    received_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        ordering = ["-pk"]


class SumberDesa(models.Model):
    """One village of a source list: what its rows became. `waiting` rows are still staged.

    `findings` are [row of the file, element, code of the trap], never what the cell says.
    """

    source = models.ForeignKey(Sumber, models.PROTECT, related_name="villages")
    village = PathField()
    rows = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()
    added = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    differing = models.PositiveIntegerField(default=0, help_text="became proposals to change")
    remembered = models.PositiveIntegerField(default=0, help_text="struck before: not added again")
    doubles = models.PositiveIntegerField(default=0)
    findings = models.JSONField(default=list)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "village"], name="source_village_once"),
            models.CheckConstraint(
                condition=models.Q(waiting__lte=models.F("rows")), name="source_waits_for_its_rows"
            ),
        ]
        ordering = ["village"]
