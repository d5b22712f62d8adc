"""The supervision report (LHP, Formulir Model A), its versions, steps, witnesses and evidence."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.law.oversight.field_reports import State

STATES = [
    (State.WAITING.value, _("Menunggu pemeriksaan")),
    (State.EXAMINED.value, _("Sedang diperiksa")),
    (State.RETURNED.value, _("Dikembalikan untuk diperbaiki")),
    (State.ACCEPTED.value, _("Diterima Bawaslu")),
]


class Lhp(models.Model):
    """One report as its newest version has it.

    `content` is that version; the columns beside it are what lists and roll-ups ask for. `token` is
    the phone's name of it, so that the same report sent twice is one. `level` is whose turn it is.
    A number is given later, once, and never again to another report.
    """

    token = models.UUIDField(unique=True)
    election = models.ForeignKey("kernel.Election", models.PROTECT, null=True, related_name="+")
    path = PathField(help_text="the place that was supervised")
    origin = PathField(help_text="the place of the author's office")
    role = models.CharField(max_length=20, help_text="of the author")
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)
    stage = models.CharField(max_length=60, blank=True)
    checklist = models.CharField(max_length=60, blank=True, help_text="id@version")
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    violation = models.BooleanField()
    dispute = models.BooleanField()
    content = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=14, choices=STATES)
    level = models.CharField(max_length=12)
    submitted_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    clock_gap = models.DurationField(help_text="what the phone's clock was behind the server's")
    serial = models.PositiveIntegerField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    number = models.CharField(max_length=80, blank=True)
    numbered_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "level", "path"]),
            models.Index(fields=["path", "ends_at"]),
            models.Index(fields=["account", "state"]),
            models.Index(fields=["checklist", "path"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["year", "serial"], name="oversight_lhp_number"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=models.F("begins_at")),
                name="oversight_lhp_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(serial__isnull=True, number="")
                | models.Q(serial__isnull=False) & ~models.Q(number=""),
                name="oversight_lhp_numbered_or_not",
            ),
        ]


class LhpVersion(models.Model):
    """What a report said when it was sent; a later one stands above it."""

    report = models.ForeignKey(Lhp, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="oversight_lhp_version")
        ]


class LhpStep(models.Model):
    """A step of the chain with its reason: who, at which level, where the report stood then."""

    report = models.ForeignKey(Lhp, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=14, choices=STATES)
    level = models.CharField(max_length=12)
    reason = models.TextField(blank=True)
    role = models.CharField(max_length=20)
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)
    taken_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["pk"]


class LhpWitness(models.Model):
    """Somebody who saw it: the role is open, name and contact are sealed and only revealed."""

    key = models.UUIDField(unique=True)
    report = models.ForeignKey(Lhp, models.PROTECT, related_name="witnesses")
    role = models.CharField(max_length=20)
    key_id = models.CharField(max_length=20)
    sealed = models.BinaryField()
    version = models.PositiveIntegerField(help_text="the version that named this person")

    append_only = True

    class Meta:
        ordering = ["pk"]


class LhpEvidence(models.Model):
    """Evidence of a report: the file as it came, sealed, and its pages as plain pictures."""

    report = models.ForeignKey(Lhp, models.PROTECT, related_name="evidence")
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, related_name="+")
    views = models.JSONField(default=list)
    name = models.CharField(max_length=200)
    caption = models.CharField(max_length=200, blank=True)
    account_name = models.CharField(max_length=120)
    added_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "file"], name="oversight_lhp_evidence_once")
        ]


class OfficeChecklist(models.Model):
    """A version of a checklist that the office published; never changed, only followed."""

    code = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    basis = models.CharField(max_length=200)
    path = PathField()
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)
    published_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["code", "version"]
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="oversight_checklist_version")
        ]
