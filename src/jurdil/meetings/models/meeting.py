"""A meeting with its days, its agenda, its speakers, its files and what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField

KIND = 20


class Meeting(models.Model):
    """One meeting of any kind.

    `subject` says what it is about for another room (``voters:revision:12``); `code` is the name of
    its page for guests; `starts` and `ends` are of its first and last session. How many people
    with a disability came is counted by sex and kept with nobody's name.
    """

    class State(models.TextChoices):
        PLANNED = "direncanakan", _("Direncanakan")
        INVITED = "diundang", _("Undangan terkirim")
        OPEN = "dibuka", _("Berlangsung")
        CLOSED = "ditutup", _("Ditutup, notula belum disahkan")
        SETTLED = "disahkan", _("Notula disahkan")
        POSTPONED = "ditunda", _("Ditunda")
        CANCELLED = "dibatalkan", _("Dibatalkan")

    kind = models.CharField(max_length=KIND)
    title = models.CharField(max_length=200)
    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    division = models.CharField(max_length=30, blank=True)
    subject = models.CharField(max_length=80, blank=True)
    code = models.CharField(max_length=12, unique=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PLANNED)
    venue = models.CharField(max_length=200)
    online = models.CharField(max_length=200, blank=True, help_text="address or number online")
    chair = models.CharField(max_length=120, blank=True)
    note_taker = models.CharField(max_length=120, blank=True)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    summary = models.TextField(blank=True)
    quorum_basis = models.CharField(
        max_length=200, blank=True, help_text="rule of a body whose quorum is not on record"
    )
    invitation = models.ForeignKey("kernel.Document", models.PROTECT, null=True, related_name="+")
    minutes = models.ForeignKey("kernel.Document", models.PROTECT, null=True, related_name="+")
    invited_on = models.DateField(null=True)
    disability_men = models.PositiveIntegerField(default=0)
    disability_women = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0, help_text="SEQUENCE of its calendar entry")
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["path", "starts"]),
            models.Index(fields=["subject"]),
            models.Index(fields=["kind", "starts"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="meeting_ends_after_it_starts"
            )
        ]


class Session(models.Model):
    """A sitting of a meeting; a rakor of three days has at least three."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120, blank=True)
    venue = models.CharField(max_length=200, blank=True, help_text="where it differs")
    opens = models.DateTimeField()
    closes = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="session_number_once"),
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")),
                name="session_closes_after_it_opens",
            ),
        ]


class Speaker(models.Model):
    """Who speaks in a session, about what, from where."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="speakers")
    name = models.CharField(max_length=120)
    institution = models.CharField(max_length=160, blank=True)
    topic = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]


class Agenda(models.Model):
    """One thing to talk about; `stage` ties it to a stage of the election."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="agenda")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    stage = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_number_once")
        ]


class Step(models.Model):
    """A step of the meeting, with its reason where one is needed."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    reason = models.TextField(blank=True)
    taken_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        ordering = ["pk"]


class Attachment(models.Model):
    """A file of the meeting: a photo, material, the signed list."""

    class Kind(models.TextChoices):
        PHOTO = "foto", _("Foto")
        MATERIAL = "materi", _("Materi")
        LIST = "daftar-hadir", _("Daftar hadir bertanda tangan")
        MINUTES = "ba", _("Berita acara bertanda tangan basah")
        OTHER = "lain", _("Berkas lain")

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attachments")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    caption = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, related_name="+")
    account_name = models.CharField(max_length=120)
    added_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "file"], name="meeting_file_once")
        ]
