"""Press releases: versions, steps, replies."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class Release(models.Model):
    """A press release. `state` is that of its newest version; visitors see `published`.

    Nobody sees it before `embargo` (None: at once).
    """

    class State(models.TextChoices):
        DRAFT = "draf", _("Draf")
        SUBMITTED = "diajukan", _("Menunggu persetujuan")
        APPROVED = "disetujui", _("Disetujui, belum terbit")
        PUBLISHED = "terbit", _("Terbit")
        DROPPED = "batal", _("Batal")

    slug = models.SlugField(max_length=80, unique=True)
    path = PathField()
    election = models.ForeignKey("kernel.Election", models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    number = models.PositiveIntegerField(default=1, help_text="of the newest version")
    published = models.PositiveIntegerField(null=True, help_text="number of the version shown")
    published_at = models.DateTimeField(null=True)
    embargo = models.DateTimeField(null=True)
    author = models.BigIntegerField(null=True, help_text="account of the newest version")
    opened_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["state", "published_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(published__isnull=True, published_at__isnull=True)
                | models.Q(published__isnull=False, published_at__isnull=False),
                name="release_published_has_its_time",
            )
        ]


class ReleaseVersion(models.Model):
    """What a release says. `marks` name for each number its fact (`fact`) or its `source`;
    `reason` says why a published one was corrected."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    city = models.CharField(max_length=80)
    dated = models.DateField()
    text = models.TextField()
    contact = models.CharField(max_length=160, blank=True)
    marks = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    account_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["release", "number"], name="release_version_once")
        ]


class ReleaseStep(models.Model):
    """A step of a version; publishing keeps its facts with their explanation."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=12)
    note = models.TextField(blank=True)
    facts = models.JSONField(default=list)
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    taken_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["pk"]


class Reply(models.Model):
    """A right of reply, shown with the release for as long as the release is."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="replies")
    sender = models.CharField(max_length=160)
    received_on = models.DateField()
    letter = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    account_name = models.CharField(max_length=120)
    noted_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["pk"]
