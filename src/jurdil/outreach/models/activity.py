"""Activities with what became of them: steps, villages reached, evidence, tests."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurdil.kernel.fields import PathField
from jurdil.law.outreach.states import State
from jurdil.outreach.models.programme import CODE, Programme

STATES = {
    State.PLANNED: _("direncanakan"),
    State.FILED: _("menunggu verifikasi"),
    State.VERIFIED: _("terverifikasi"),
    State.RETURNED: _("dikembalikan"),
    State.CANCELLED: pgettext_lazy("kegiatan", "dibatalkan"),
}


class Activity(models.Model):
    """One activity of socialization or voter education.

    `path` is where it was held, `origin` the place of the body that files it (regency, PPK, PPS).
    Attendance that nobody counted is absent, not zero; `total` is typed. `reach` are listeners,
    readers or viewers of an indirect method. `rev` counts changes, for phones. `account` is who
    filed it last: somebody else verifies.
    """

    token = models.UUIDField(unique=True, default=uuid.uuid4)
    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    stage = models.CharField(max_length=60, blank=True)
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, related_name="activities")
    path = PathField()
    origin = PathField()
    title = models.CharField(max_length=200)
    topic = models.CharField(max_length=200, blank=True)
    base = models.CharField(max_length=CODE)
    method = models.CharField(max_length=CODE)
    group = models.CharField(max_length=120, blank=True, help_text="the office's own target group")
    institution = models.PositiveBigIntegerField(null=True, help_text="id in the directory")
    institution_name = models.CharField(max_length=160, blank=True)
    partner = models.CharField(max_length=160, blank=True)
    venue = models.CharField(max_length=160, blank=True)
    held_on = models.DateField()
    men = models.PositiveIntegerField(null=True)
    women = models.PositiveIntegerField(null=True)
    total = models.PositiveIntegerField(null=True)
    disabled_men = models.PositiveIntegerField(null=True)
    disabled_women = models.PositiveIntegerField(null=True)
    reach = models.PositiveBigIntegerField(null=True)
    cost = models.PositiveBigIntegerField(null=True, help_text="rupiah")
    money = models.CharField(max_length=60, blank=True)
    meeting = models.PositiveBigIntegerField(null=True, help_text="id of the meeting it was")
    state = models.CharField(max_length=14, choices=list(STATES.items()), default=State.PLANNED)
    rev = models.PositiveIntegerField(default=0)
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["path", "held_on"]),
            models.Index(fields=["election", "state"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(men__isnull=True)
                | models.Q(women__isnull=True)
                | models.Q(total__isnull=True)
                | models.Q(total=models.F("men") + models.F("women")),
                name="outreach_attendance_adds_up",
            )
        ]

    def __str__(self):
        return self.title


class ActivityVillage(models.Model):
    """A village that an activity reached, or is to reach."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="villages")
    path = PathField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "path"], name="outreach_village_once")
        ]
        indexes = [models.Index(fields=["path"])]


class ActivityStep(models.Model):
    """What happened to an activity, by whom, why."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    state = models.CharField(max_length=14, choices=list(STATES.items()))
    reason = models.CharField(max_length=300, blank=True)
    account_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    append_only = True


class Evidence(models.Model):
    """A photo, a link or a file of an activity. One that was withdrawn stays, with the reason."""

    class Kind(models.TextChoices):
        PHOTO = "foto", _("Foto")
        LINK = "tautan", _("Tautan")
        LIST = "daftar-hadir", _("Daftar hadir")
        OTHER = "berkas", _("Berkas lain")

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    address = models.CharField(max_length=300, blank=True)
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    caption = models.CharField(max_length=160, blank=True)
    account_name = models.CharField(max_length=120)
    added_at = models.DateTimeField()
    dropped_for = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(address="") ^ models.Q(file__isnull=True),
                name="outreach_evidence_is_link_or_file",
            )
        ]


class LearningTest(models.Model):
    """How many sheets were filled in before and after an activity."""

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="test")
    sheets_before = models.PositiveIntegerField()
    sheets_after = models.PositiveIntegerField()


class LearningQuestion(models.Model):
    """A question with how many sheets answered it right."""

    test = models.ForeignKey(LearningTest, models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    before = models.PositiveIntegerField()
    after = models.PositiveIntegerField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["test", "number"], name="outreach_question_once")
        ]
