"""When: elections, schedule versions with their windows, holidays the office entered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class Election(models.Model):
    """One election, or the routine work between elections (no voting day)."""

    class State(models.TextChoices):
        RUNNING = "berjalan", _("Berjalan")
        CLOSED = "selesai", _("Selesai")

    regime = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    path = PathField()
    voting_day = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    contests = models.JSONField(default=list, help_text="contest ids of the regime held here")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["regime", "path"], name="election_once")]

    def __str__(self):
        return self.name


class ScheduleVersion(models.Model):
    """A complete schedule of an election; the highest number is in force."""

    election = models.ForeignKey(Election, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    basis = models.CharField(max_length=200)
    reason = models.TextField(blank=True)
    applied_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "number"], name="schedule_version_once")
        ]

    append_only = True


class Window(models.Model):
    """A stage's window in one schedule version, with the regime's words as they were then."""

    version = models.ForeignKey(ScheduleVersion, models.PROTECT, related_name="windows")
    stage = models.CharField(max_length=60)
    parent = models.CharField(max_length=60, blank=True)
    order = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    level = models.CharField(max_length=12)
    division = models.CharField(max_length=30, blank=True)
    opens = models.DateTimeField(null=True)
    closes = models.DateTimeField(null=True)
    trigger = models.CharField(
        max_length=200, blank=True, help_text="deadline ids of the regime, with spaces between"
    )
    basis = models.CharField(max_length=200, blank=True)
    confirmed = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "stage"], name="window_once_per_version"),
            models.CheckConstraint(
                condition=models.Q(opens__isnull=True)
                | models.Q(closes__isnull=True)
                | models.Q(closes__gte=models.F("opens")),
                name="window_closes_after_it_opens",
            ),
        ]
        ordering = ["order"]

    append_only = True


class Waiting(models.Model):
    """A stage or task waits for instructions from above; that is not lateness."""

    election = models.ForeignKey(Election, models.PROTECT)
    subject = models.CharField(max_length=80, help_text="stage:<id> or task:<id>")
    whom = models.CharField(max_length=120)
    letter = models.CharField(max_length=120, blank=True)
    since = models.DateField()
    ended = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["election", "subject"])]


class Holiday(models.Model):
    """A day off that the office entered: joint leave, a regional holiday, or a day withdrawn."""

    class Kind(models.TextChoices):
        JOINT_LEAVE = "cuti-bersama", _("Cuti bersama")
        REGIONAL = "daerah", _("Libur daerah")
        NATIONAL = "nasional", _("Libur nasional")
        WITHDRAWN = "dicabut", _("Dicabut, menjadi hari kerja")

    day = models.DateField(unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=120)
    basis = models.CharField(max_length=200)
