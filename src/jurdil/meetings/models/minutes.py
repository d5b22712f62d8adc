"""What a meeting noted: decisions, obstacles, inputs, each with its task."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .meeting import Agenda, Meeting


class Note(models.Model):
    """One point of the minutes. `institution` is to whom it was promised or from whom it came.

    Owner, due day and result live in the task.
    """

    class Kind(models.TextChoices):
        DECISION = "keputusan", _("Keputusan rapat")
        OBSTACLE = "hambatan", _("Hambatan")
        INPUT = "masukan", _("Masukan")

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="notes")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField()
    agenda = models.ForeignKey(Agenda, models.PROTECT, null=True, related_name="notes")
    institution = models.CharField(max_length=160, blank=True)
    task = models.OneToOneField("kernel.Task", models.PROTECT, related_name="+")
    account_name = models.CharField(max_length=120)
    noted_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="note_number_once")
        ]
