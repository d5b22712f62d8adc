"""Replacement of members during the term (PAW): the case, and what was checked and answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .common import PARTY, Record


class Paw(Record):
    """The request of the DPRD's leaders for the name that replaces a member.

    `due` is the moment by which KPU answers; it counts from `received`. `term_ends` is the last
    day of the members' term.
    """

    class Reason(models.TextChoices):
        DEAD = "meninggal", _("Meninggal dunia")
        WITHDRAWN = "mundur", _("Mengundurkan diri")
        DISMISSED = "diberhentikan", _("Diberhentikan")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    dapil = models.CharField(max_length=40)
    party = models.CharField(max_length=PARTY)
    number = models.PositiveSmallIntegerField(help_text="of the member who is replaced")
    reason = models.CharField(max_length=16, choices=Reason.choices)
    letter = models.CharField(max_length=120)
    received = models.DateField()
    term_ends = models.DateField()
    due = models.DateTimeField()
    task = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "letter"], name="paw_letter_once")
        ]
        ordering = ["-pk"]

    append_only = True


class PawLangkah(Record):
    """A check of one candidate of the line, or the answer that ends the case."""

    class Kind(models.TextChoices):
        FIT = "memenuhi-syarat", _("Memenuhi syarat")
        UNFIT = "tidak-memenuhi-syarat", _("Tidak memenuhi syarat")
        ANSWER = "dijawab", _("Nama disampaikan")
        NOBODY = "tidak-ada", _("Dijawab: tidak ada calon pengganti")
        STOPPED = "dihentikan", _("Dihentikan")

    case = models.ForeignKey(Paw, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=24, choices=Kind.choices)
    number = models.PositiveSmallIntegerField(null=True)
    dapil = models.CharField(max_length=40, blank=True)
    checks = models.JSONField(default=dict)
    letter = models.CharField(max_length=120, blank=True)
    day = models.DateField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    append_only = True
