"""Contests and awards: criteria, entries, jurors, sheets, and the ranking that was fixed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.law.participation.steps import Contest as State

STATES = {
    State.DRAFT: _("disusun"),
    State.OPEN: _("pendaftaran dibuka"),
    State.JUDGING: _("dinilai juri"),
    State.RANKED: _("peringkat ditetapkan"),
    State.ANNOUNCED: _("diumumkan"),
    State.CANCELLED: _("lomba dibatalkan"),
}


class Contest(models.Model):
    """A contest of the office: PPK social media, selfies at the TPS, vlogs.

    `winners` are how many ranks get a certificate. `ranking` is None until it is fixed.
    """

    class Kind(models.TextChoices):
        MEDIA = "medsos", _("Media sosial badan adhoc")
        SELFIE = "swafoto", _("Swafoto")
        VLOG = "vlog", _("Vlog atau video pendek")
        POSTER = "poster", _("Poster atau infografis")
        OTHER = "lain", _("Lomba lain")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=160)
    rules = models.TextField(help_text="who may enter, what, until when")
    opens_on = models.DateField()
    closes_on = models.DateField()
    winners = models.PositiveSmallIntegerField(default=3)
    state = models.CharField(max_length=14, choices=list(STATES.items()), default=State.DRAFT)
    ranked_at = models.DateTimeField(null=True)
    announced_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["path", "state"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opens_on")),
                name="contest_closes_after_it_opens",
            )
        ]

    def __str__(self):
        return self.title


class Criterion(models.Model):
    """What is judged, with its weight in hundredths; fixed before the first entry."""

    contest = models.ForeignKey(Contest, models.PROTECT, related_name="criteria")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["contest", "number"], name="criterion_once"),
            models.CheckConstraint(
                condition=models.Q(weight__gt=0, weight__lte=100), name="criterion_weighs"
            ),
        ]


class ContestEntry(models.Model):
    """What somebody entered: a link and whose it is. Only verified ones are ranked."""

    class State(models.TextChoices):
        WAITING = "menunggu", _("menunggu verifikasi")
        VERIFIED = "terverifikasi", _("terverifikasi")
        REJECTED = "ditolak", _("tidak memenuhi syarat")

    contest = models.ForeignKey(Contest, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    entrant = models.CharField(max_length=160)
    title = models.CharField(max_length=200)
    link = models.CharField(max_length=300)
    path = PathField()
    entered_on = models.DateField()
    state = models.CharField(max_length=14, choices=State.choices, default=State.WAITING)
    reason = models.CharField(max_length=300, blank=True)
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["contest", "number"], name="entry_number_once"),
            models.UniqueConstraint(fields=["contest", "link"], name="entry_link_once"),
        ]


class Juror(models.Model):
    """Who judges a contest, with an account of this house. `closed_at`: the sheet is handed in."""

    contest = models.ForeignKey(Contest, models.PROTECT, related_name="jurors")
    account = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["contest", "account"], name="juror_once")]


class Score(models.Model):
    """The points of one juror for one criterion of one entry, out of 100."""

    juror = models.ForeignKey(Juror, models.PROTECT, related_name="scores")
    entry = models.ForeignKey(ContestEntry, models.PROTECT, related_name="scores")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="scores")
    points = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["juror", "entry", "criterion"], name="score_once"),
            models.CheckConstraint(
                condition=models.Q(points__lte=100), name="score_out_of_a_hundred"
            ),
        ]


class ContestPlace(models.Model):
    """An entry's rank as it was fixed, with its exact score as a fraction."""

    contest = models.ForeignKey(Contest, models.PROTECT, related_name="ranking")
    entry = models.ForeignKey(ContestEntry, models.PROTECT, related_name="+")
    rank = models.PositiveIntegerField()
    numerator = models.BigIntegerField()
    denominator = models.BigIntegerField()

    class Meta:
        ordering = ["rank", "pk"]
        constraints = [models.UniqueConstraint(fields=["contest", "entry"], name="place_once")]

    append_only = True


class ContestStep(models.Model):
    """What happened to a contest, why, by whom."""

    contest = models.ForeignKey(Contest, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=20)
    state = models.CharField(max_length=14, choices=list(STATES.items()))
    reason = models.CharField(max_length=300, blank=True)
    account_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    append_only = True
