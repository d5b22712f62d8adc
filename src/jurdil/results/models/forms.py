"""Forms and their versions, and the projections that follow them.

`FormVersi` is the truth and only grows. `Suara`, `Rekap` and `Temuan` can be thrown away and made
again from the current versions; `actions.rebuild` does so and says whether they differed.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField

LEVEL_TPS = "tps"


class FormShape(models.Model):
    """Part IV of the forms of a contest in one dapil, fixed by the first form that came in.

    `votes` are the vote fields in printed order; `groups` the lists as [total field, vote fields].
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    dapil = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=6)
    votes = models.JSONField()
    groups = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "dapil"], name="form_shape_once_per_dapil"
            )
        ]


class Form(models.Model):
    """One paper: a contest at one place. `current` points to the version that counts now."""

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    level = models.CharField(max_length=12, default=LEVEL_TPS)
    path = PathField()
    dapil = models.CharField(max_length=40, blank=True)
    current = models.OneToOneField("FormVersi", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "level", "path"], name="form_once_per_place"
            )
        ]
        indexes = [models.Index(fields=["election", "contest", "path"])]

    def __str__(self):
        return f"{self.contest} {self.path}"


class FormVersi(models.Model):
    """The figures of a form as one act left them: canonical JSON, absent figures absent."""

    class Origin(models.TextChoices):
        SIREKAP = "sirekap", _("Berkas Sirekap")
        FILE = "berkas", _("Berkas C.Hasil")
        ENTRY_1 = "entri-1", _("Entri pertama")
        ENTRY_2 = "entri-2", _("Entri kedua")
        AGREED = "disepakati", _("Dua entri sama")
        PPK = "ppk", _("Pembetulan di PPK")
        KPU = "kpu", _("Pembetulan di KPU")
        RULING = "putusan", _("Putusan")
        REVOTE = "psu", _("Pemungutan suara ulang")
        RECOUNT = "hitung-ulang", _("Penghitungan suara ulang")

    form = models.ForeignKey(Form, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    origin = models.CharField(max_length=12, choices=Origin.choices)
    figures = models.TextField()
    document = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["form", "number"], name="form_version_once")]
        ordering = ["-number"]

    append_only = True


class Suara(models.Model):
    """Votes of one vote field of a form's current version; an absent figure has no row."""

    form = models.ForeignKey(Form, models.CASCADE, related_name="votes")
    choice = models.CharField(max_length=32)
    votes = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["form", "choice"], name="votes_once")]


class Rekap(models.Model):
    """Sums of the forms below a place, per dapil, in the order of the shape's figures.

    `haves` counts for each figure the forms that have it; `forms` all forms that are in.
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    dapil = models.CharField(max_length=40, blank=True)
    path = PathField()
    sums = models.JSONField()
    haves = models.JSONField()
    forms = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "dapil", "path"], name="recap_once_per_place"
            )
        ]


class Temuan(models.Model):
    """A rule that a form's current version breaks."""

    form = models.ForeignKey(Form, models.CASCADE, related_name="findings")
    code = models.CharField(max_length=10)
    severity = models.CharField(max_length=10)
    left = models.BigIntegerField()
    right = models.BigIntegerField()
    subject = models.CharField(max_length=60, blank=True)
    fields = models.JSONField(default=list)
    confirmed = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["code"])]
        ordering = ["form_id", "id"]
