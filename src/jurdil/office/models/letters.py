"""Letters in and out, what was ordered upon them, patterns of own numbers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurdil.kernel.fields import PathField
from jurdil.kernel.models.record import Record


class Numbering(models.Model):
    """A pattern for own numbers of a place and year; without one the number comes from Srikandi."""

    path = PathField()
    year = models.PositiveSmallIntegerField()
    pattern = models.CharField(max_length=60)
    basis = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["path", "year"], name="office_pattern_once_a_year")
        ]


class Letter(Record):
    """A letter in the register; `agenda` runs per place, direction and year without a gap.

    `day` is when an incoming letter was received, and when an outgoing one was sent (empty while
    it is on its way to be signed). `answers`: the incoming letter that an outgoing one answers.
    """

    class Direction(models.TextChoices):
        IN = "masuk", _("Surat masuk")
        OUT = "keluar", _("Surat keluar")

    class Nature(models.TextChoices):
        ORDINARY = "biasa", _("Biasa")
        IMPORTANT = "penting", _("Penting")
        URGENT = "segera", pgettext_lazy("sifat surat", "Segera")
        SECRET = "rahasia", _("Rahasia")

    class State(models.TextChoices):
        OPEN = "terbuka", _("Belum selesai")
        DRAFT = "konsep", _("Konsep")
        SENT = "terkirim", _("Terkirim")
        DONE = "selesai", _("Selesai")
        VOID = "batal", _("Batal")

    direction = models.CharField(max_length=6, choices=Direction.choices)
    path = PathField()
    year = models.PositiveSmallIntegerField()
    agenda = models.PositiveIntegerField()
    number = models.CharField(max_length=80, blank=True)
    own_sequence = models.PositiveIntegerField(null=True, help_text="of an own pattern")
    dated = models.DateField(null=True)
    day = models.DateField(null=True)
    subject = models.CharField(max_length=300)
    correspondent = models.CharField(max_length=200)
    institution = models.ForeignKey(
        "office.Institution", models.PROTECT, null=True, related_name="letters"
    )
    classification = models.CharField(max_length=30, blank=True)
    nature = models.CharField(max_length=8, choices=Nature.choices, default=Nature.ORDINARY)
    attachments = models.CharField(max_length=60, blank=True)
    reply_by = models.DateField(null=True)
    reply_task = models.ForeignKey("kernel.Task", models.PROTECT, null=True, related_name="+")
    answers = models.ForeignKey("self", models.PROTECT, null=True, related_name="answered_by")
    election = models.ForeignKey("kernel.Election", models.PROTECT, null=True, related_name="+")
    division = models.CharField(max_length=30, blank=True)
    document = models.ForeignKey(
        "kernel.Document", models.PROTECT, null=True, related_name="+", help_text="its draft"
    )
    state = models.CharField(max_length=8, choices=State.choices)
    note = models.TextField(blank=True, help_text="why it was closed or made void")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["path", "direction", "year", "agenda"], name="office_agenda_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="terkirim")
                | (~models.Q(number="") & models.Q(day__isnull=False)),
                name="office_sent_letter_has_number_and_day",
            ),
        ]
        indexes = [
            models.Index(fields=["direction", "state", "reply_by"]),
            models.Index(fields=["path", "direction", "year", "-agenda"]),
        ]

    def __str__(self):
        return self.subject


class Disposition(Record):
    """What was ordered upon an incoming letter: who does what until when; the task says if done."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="dispositions")
    to = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    to_name = models.CharField(max_length=120)
    division = models.CharField(max_length=30, blank=True)
    instruction = models.CharField(max_length=300)
    until = models.DateField(null=True)
    task = models.ForeignKey("kernel.Task", models.PROTECT, null=True, related_name="+")

    append_only = True
