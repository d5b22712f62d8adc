"""AGHT and the daily report, prevention, and the post *kawal hak pilih*."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.kernel.models.record import Record


class Aght(Record):
    """A threat, disturbance, obstacle or challenge. Actors are categories, never names."""

    class State(models.TextChoices):
        POTENTIAL = "potensi", _("Potensi")
        OCCURRED = "terjadi", _("Terjadi")
        HANDLED = "ditangani", _("Ditangani")
        CLOSED = "selesai", _("Selesai")

    class Secrecy(models.TextChoices):
        OPEN = "terbuka", _("Terbuka")
        LIMITED = "terbatas", _("Terbatas")
        SECRET = "rahasia", _("Rahasia")

    path = PathField()
    kind = models.CharField(max_length=10)
    theme = models.CharField(max_length=1, help_text="a dimension of the index")
    title = models.CharField(max_length=160)
    facts = models.TextField()
    actors = models.CharField(max_length=120, blank=True)
    observed_at = models.DateTimeField()
    source = models.CharField(max_length=120)
    reliability = models.CharField(max_length=1, help_text="of the source, A to F")
    credibility = models.CharField(max_length=1, help_text="of the information, 1 to 6")
    likelihood = models.PositiveSmallIntegerField()
    impact = models.PositiveSmallIntegerField()
    addressee = models.CharField(max_length=12, blank=True)
    advice = models.CharField(max_length=300, blank=True)
    due = models.DateField(null=True)
    secrecy = models.CharField(max_length=10, choices=Secrecy.choices, default=Secrecy.LIMITED)
    notable = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.POTENTIAL)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(likelihood__range=(1, 5), impact__range=(1, 5)),
                name="oversight_aght_1_to_5",
            )
        ]
        indexes = [models.Index(fields=["path", "state"])]


class AghtStep(models.Model):
    """What became of it, step by step."""

    aght = models.ForeignKey(Aght, models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10)
    trend = models.CharField(max_length=6)
    note = models.CharField(max_length=300)
    account_name = models.CharField(max_length=120)
    taken_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["pk"]


class AghtDay(Record):
    """The words of a day's report; its counts come from the register and are never typed."""

    path = PathField()
    day = models.DateField()
    statement = models.TextField()
    prediction = models.TextField(blank=True)
    needs = models.TextField(blank=True)

    append_only = True

    class Meta:
        ordering = ["-day", "-pk"]


class Prevention(Record):
    """A prevention act of one of the seven forms: planned, done, or dropped."""

    class State(models.TextChoices):
        PLANNED = "rencana", _("Direncanakan")
        DONE = "terlaksana", _("Terlaksana")
        DROPPED = "batal", _("Tidak jadi")

    path = PathField()
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    form = models.CharField(max_length=16)
    kind = models.CharField(max_length=24)
    purpose = models.CharField(max_length=300)
    target = models.CharField(max_length=160)
    stage = models.CharField(max_length=80, blank=True)
    venue = models.CharField(max_length=160, blank=True)
    held_from = models.DateField()
    held_until = models.DateField()
    order_number = models.CharField(max_length=80, blank=True, help_text="assignment letter")
    description = models.TextField(blank=True)
    follow_up = models.TextField(blank=True)
    event = models.ForeignKey("oversight.IkpEvent", models.PROTECT, null=True, related_name="+")
    aght = models.ForeignKey(Aght, models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=80, blank=True, help_text="table:id it arose from")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "serial"], name="oversight_prevention_number"),
            models.CheckConstraint(
                condition=models.Q(held_until__gte=models.F("held_from")),
                name="oversight_prevention_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["path", "held_from"])]


class PostNote(Record):
    """Something told at the post *kawal hak pilih*: how many people, nobody's identity."""

    class Category(models.TextChoices):
        NOT_LISTED = "tidak-tercatat", _("Tidak tercatat dalam daftar")
        WRONG_TPS = "salah-tps", _("TPS tidak sesuai")
        INELIGIBLE = "tms", _("Tidak memenuhi syarat tetapi tercatat")
        OTHER = "lain", _("Lainnya")

    path = PathField()
    category = models.CharField(max_length=16, choices=Category.choices)
    people = models.PositiveIntegerField()
    facts = models.CharField(max_length=400)
    told_on = models.DateField()
    result = models.CharField(max_length=300, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(people__gt=0), name="oversight_post_people")
        ]
        indexes = [models.Index(fields=["path", "told_on"])]
