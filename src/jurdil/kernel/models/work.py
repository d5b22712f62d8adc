"""Work: tasks of people, imports and background jobs."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class Task(models.Model):
    """Human work (*tugas*) with an owner, a division and a due moment."""

    class State(models.TextChoices):
        OPEN = "terbuka", _("Terbuka")
        WAITING = "menunggu", _("Menunggu petunjuk")
        DONE = "selesai", _("Selesai")
        DROPPED = "batal", _("Batal")

    title = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    election = models.ForeignKey("kernel.Election", models.PROTECT)
    path = PathField()
    division = models.CharField(max_length=30, blank=True)
    owner = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="tasks")
    due = models.DateTimeField(null=True)
    due_rule = models.CharField(max_length=60, blank=True, help_text="deadline id of the regime")
    source = models.CharField(max_length=80, help_text="who opened it: room:kind:id")
    subject = models.CharField(max_length=80, blank=True)
    basis = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    waiting_for = models.CharField(max_length=120, blank=True)
    waiting_since = models.DateField(null=True)
    result = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=0, help_text="SEQUENCE of its calendar entry")

    class Meta:
        indexes = [
            models.Index(fields=["state", "due"]),
            models.Index(fields=["source"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["terbuka", "menunggu"], closed_at__isnull=True)
                | models.Q(state__in=["selesai", "batal"], closed_at__isnull=False),
                name="task_closed_has_its_time",
            )
        ]


class ImportBatch(models.Model):
    """One file on its way in: staged, previewed, then published or given up.

    `attempt` and `beat_at` belong to the process that reads the file: an earlier attempt that
    wakes up again finds a higher number and stops.
    """

    class State(models.TextChoices):
        STAGING = "dibaca", _("Sedang dibaca")
        REFUSED = "ditolak", _("Ditolak")
        PREVIEW = "pratinjau", _("Pratinjau")
        PUBLISHED = "terbit", _("Diterbitkan")
        CANCELLED = "batal", _("Dibatalkan")
        FAILED = "gagal", _("Gagal")

    kind = models.CharField(max_length=40)
    election = models.ForeignKey("kernel.Election", models.PROTECT, null=True)
    path = PathField()
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT)
    name = models.CharField(max_length=200, help_text="of the file, as it was brought")
    options = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.STAGING)
    account = models.ForeignKey(
        "kernel.Account", models.PROTECT, null=True, help_text="empty for the command line"
    )
    role = models.CharField(max_length=20)
    job = models.UUIDField(null=True, help_text="the job that reads the file, if one does")
    attempt = models.PositiveIntegerField(default=0)
    beat_at = models.DateTimeField()
    rows_read = models.PositiveIntegerField(default=0)
    rows_take = models.PositiveIntegerField(default=0)
    rows_skip = models.PositiveIntegerField(default=0)
    rows_expected = models.PositiveIntegerField(null=True)
    faults = models.JSONField(default=list, help_text="structural faults, why it was refused")
    missing = models.JSONField(default=list, help_text="what the file should hold and does not")
    digest = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state"])]


class ImportRow(models.Model):
    """A staged row of an import; emptied when the batch is published or given up."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text="line in the file")
    key = models.CharField(max_length=60)
    data = models.JSONField()
    take = models.BooleanField()
    code = models.CharField(max_length=30, blank=True, help_text="why it is skipped")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="import_row_once")]
        indexes = [models.Index(fields=["batch", "key"])]


class JobBeat(models.Model):
    """A running job's sign of life; `serve` re-queues a job whose worker fell silent."""

    task_id = models.UUIDField(primary_key=True)
    worker = models.CharField(max_length=80)
    beat_at = models.DateTimeField()
