"""Field work: what phones recorded without a signal and sent later."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField

GAP = timedelta(minutes=10)
"""A phone's clock further away from the server's than this is told to whoever decides."""


class SyncEvent(models.Model):
    """One thing that a field worker recorded, as it arrived, and what came of it.

    The id is the phone's; the same id again gets the same answer. `sealed` holds the values, which
    may name people. `base` is the revision of the subject that the worker saw; `revision` the one
    that stands after. `worker` recorded it; `sender` is another account when the phone's file was
    handed over. A conflict or a late event waits for a person, whose choice is `decision`.
    """

    class Outcome(models.TextChoices):
        APPLIED = "diterapkan", _("Diterapkan")
        CONFIRMED = "sama", _("Sama dengan data kantor")
        CONFLICT = "konflik", _("Berbeda dengan data kantor")
        LATE = "terlambat", _("Tiba setelah tahapan ditutup")
        REFUSED = "ditolak", _("Ditolak")

    class Choice(models.TextChoices):
        OPEN = "", _("Belum diputuskan")
        FIELD = "lapangan", _("Pakai catatan lapangan")
        OFFICE = "kantor", _("Pertahankan data kantor")

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=80)
    path = PathField()
    base = models.PositiveBigIntegerField()
    revision = models.PositiveBigIntegerField(null=True)
    key_id = models.CharField(max_length=20)
    sealed = models.BinaryField()
    captured_at = models.DateTimeField(help_text="by the phone's clock, recorded and not trusted")
    received_at = models.DateTimeField()
    clock_gap = models.DurationField(help_text="server's clock less the phone's, when it was sent")
    device = models.CharField(max_length=40)
    app = models.CharField(max_length=20)
    worker = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+")
    worker_name = models.CharField(max_length=120)
    sender = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    code = models.CharField(max_length=20, blank=True)
    message = models.TextField(blank=True)
    decision = models.CharField(max_length=10, choices=Choice.choices, blank=True)
    decided_by = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["outcome", "decision", "path"]),
            models.Index(fields=["worker", "received_at"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decision="", decided_at__isnull=True)
                | models.Q(outcome__in=["konflik", "terlambat"], decided_at__isnull=False),
                name="sync_event_decided_once_it_waits",
            )
        ]

    @property
    def waits(self) -> bool:
        """Whether a person still has to decide."""
        return self.outcome in (self.Outcome.CONFLICT, self.Outcome.LATE) and not self.decision

    @property
    def clock_is_off(self) -> bool:
        """Whether the phone's clock cannot be believed: far from ours, or ahead of the arrival."""
        return abs(self.clock_gap) > GAP or self.captured_at + self.clock_gap > self.received_at


class SyncFile(models.Model):
    """A photo or paper that came after its event; `file` is None when it could not be opened.

    `views` are the digests of its pages as pictures without what a phone writes into a photo.
    """

    event = models.ForeignKey(SyncEvent, models.PROTECT, related_name="files")
    number = models.PositiveSmallIntegerField(help_text="its place among the event's files")
    sha256 = models.CharField(max_length=64)
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    views = models.JSONField(default=list)
    message = models.TextField(blank=True)
    received_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["event", "number"], name="sync_file_once")]


class SyncPiece(models.Model):
    """A part of a file that is still on its way, sealed; gone when the file is whole."""

    event = models.ForeignKey(SyncEvent, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    begins = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    key_id = models.CharField(max_length=20)
    sealed = models.BinaryField()

    class Meta:
        ordering = ["begins"]
        constraints = [
            models.UniqueConstraint(fields=["event", "number", "begins"], name="sync_piece_once")
        ]
