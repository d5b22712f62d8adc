"""What participation is compared with, and how often people looked themselves up."""

from django.db import models

from jurdil.kernel.fields import PathField


class EarlierTurnout(models.Model):
    """The users and voters of a place in an earlier election, out of a file with its source.

    `regime` says which one (``pemilu-2019``); `column` is '' for all, ``_l`` men,
    ``_p`` women. Figures that the source does not give are None.
    """

    path = PathField()
    regime = models.CharField(max_length=30)
    contest = models.CharField(max_length=20)
    column = models.CharField(max_length=2, blank=True)
    voters = models.PositiveIntegerField(null=True, help_text="DPT")
    dpt = models.PositiveIntegerField(null=True)
    dptb = models.PositiveIntegerField(null=True)
    dpk = models.PositiveIntegerField(null=True)
    disabled_voters = models.PositiveIntegerField(null=True)
    disabled = models.PositiveIntegerField(null=True)
    source = models.CharField(max_length=200)
    batch = models.PositiveBigIntegerField(help_text="import that brought it; the newest counts")

    class Meta:
        indexes = [models.Index(fields=["regime", "contest", "path"])]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "regime", "contest", "path", "column"], name="earlier_row_once"
            )
        ]

    append_only = True


class IndexScore(models.Model):
    """A score of the participation index that somebody published or handed down.

    `dimension` is '' for the index itself. Nothing here is computed by this house; the newest row
    of a dimension counts.
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    dimension = models.CharField(max_length=30, blank=True)
    value = models.DecimalField(max_digits=5, decimal_places=2)
    source = models.CharField(max_length=200)
    account_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value__gte=0, value__lte=100), name="index_score_on_scale"
            )
        ]

    append_only = True


class ApplicantCount(models.Model):
    """How many applied for the seats of an ad hoc body at a place, as announced, with its source.

    A body of the kecamatan is counted per kecamatan, those of villages and TPS per village; the
    newest row of a body and place counts. Sexes that the source does not give are None.
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    body = models.CharField(max_length=20)
    seats = models.PositiveIntegerField()
    applicants = models.PositiveIntegerField()
    men = models.PositiveIntegerField(null=True)
    women = models.PositiveIntegerField(null=True)
    source = models.CharField(max_length=200)
    account_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["election", "body", "path"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(seats__gte=1), name="applicants_for_a_seat_at_least"
            ),
            models.CheckConstraint(
                condition=models.Q(men__isnull=True)
                | models.Q(women__isnull=True)
                | models.Q(applicants=models.F("men") + models.F("women")),
                name="applicants_add_up",
            ),
        ]

    append_only = True


class LookupDay(models.Model):
    """How many people asked on a day whether they are registered, and how many were found.

    Two numbers a day for the whole office: who asked, and about whom, is kept nowhere.
    """

    day = models.DateField(primary_key=True)
    asked = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
