"""What is worth a look, and what a person said after looking."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class Tinjauan(models.Model):
    """Something a detector shows about forms of a contest in one dapil: never a verdict.

    `key` names what is shown, `facts` the figures that say why. When the figures change, a row that
    somebody reviewed is open again; one that nobody reviewed goes with its cause, a reviewed one
    stays as history with `gone_at`. `papers` bounds what each form could move
    (`law.outcome.Movable`). `path` is the smallest place that holds all `forms`.
    """

    class State(models.TextChoices):
        OPEN = "terbuka", _("Belum ditinjau")
        SEEN = "ditinjau", _("Sedang ditinjau")
        DONE = "selesai", _("Selesai ditinjau")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    dapil = models.CharField(max_length=40, blank=True)
    path = PathField()
    code = models.CharField(max_length=8)
    subject = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=64)
    forms = models.JSONField()
    facts = models.JSONField()
    papers = models.JSONField(default=list)
    made_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    note = models.TextField(blank=True)
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120, blank=True)
    reviewed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "dapil", "key"], name="review_once_per_key"
            )
        ]
        indexes = [models.Index(fields=["election", "state"])]
        ordering = ["path", "code", "pk"]


class Pemeriksaan(models.Model):
    """The last run of the detectors over the forms of a contest in one dapil.

    `upto` is the newest form version it saw, `edition` that of the thresholds.
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    dapil = models.CharField(max_length=40, blank=True)
    upto = models.BigIntegerField()
    edition = models.CharField(max_length=20)
    forms = models.PositiveIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "dapil"], name="detection_once_per_dapil"
            )
        ]
