"""The index: events with level and source, published scores, calculations that were kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.kernel.models.record import Record


class IkpEvent(Record):
    """So many events of an indicator at a place, with level and source.

    `origin` is the key of the signal of another room it came from ('' for a person's own note). A
    confirmed event is never changed: it is withdrawn with a reason and noted anew.
    """

    class State(models.TextChoices):
        PROPOSED = "diusulkan", _("Menunggu konfirmasi")
        CONFIRMED = "diterima", _("Dikonfirmasi")
        REFUSED = "ditolak", _("Ditolak")
        WITHDRAWN = "dicabut", _("Dicabut")

    edition = models.CharField(max_length=12)
    indicator = models.PositiveSmallIntegerField()
    path = PathField(help_text="the place where it happened")
    severity = models.CharField(max_length=12)
    count = models.PositiveIntegerField(default=1)
    happened_on = models.DateField()
    source = models.CharField(max_length=200, help_text="who says so: KPU, police, media")
    narrative = models.TextField()
    origin = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    decided_name = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "origin"],
                condition=~models.Q(origin="") & ~models.Q(state="dicabut"),
                name="oversight_signal_once",
            ),
            models.CheckConstraint(condition=models.Q(count__gt=0), name="oversight_event_counts"),
        ]
        indexes = [models.Index(fields=["edition", "state", "path"])]


class IkpPublished(Record):
    """A score that Bawaslu published for a place, with where it was published."""

    edition = models.CharField(max_length=12)
    path = PathField()
    score = models.DecimalField(max_digits=5, decimal_places=2)
    group = models.CharField(max_length=12)
    published_on = models.DateField()
    source = models.CharField(max_length=200)

    append_only = True

    class Meta:
        ordering = ["-published_on", "-pk"]


class IkpRun(Record):
    """A calculation that was kept, with its whole reference population."""

    edition = models.CharField(max_length=12)
    path = PathField()
    regions = models.JSONField(help_text="path -> events, points, scores, total, group")
    low = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    high = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    note = models.CharField(max_length=300, blank=True)

    append_only = True

    class Meta:
        ordering = ["-pk"]


class KpuRisk(Record):
    """A row of KPU's own map of vulnerabilities. It stands beside Bawaslu's, never merged."""

    path = PathField()
    theme = models.CharField(max_length=120)
    level = models.CharField(max_length=60, help_text="KPU's own word")
    note = models.TextField(blank=True)
    source = models.CharField(max_length=200)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["path"])]
