"""Elected members between determination and oath: what happened to each, and the proposals."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .common import PARTY, Record


class Peristiwa(Record):
    """Something that happened to an elected member before the oath; the state follows from all."""

    class Kind(models.TextChoices):
        RECEIPT = "tanda-terima", _("Tanda terima LHKPN diserahkan")
        PENDING = "menyusul", _("Sudah lapor LHKPN, tanda terima menyusul")
        WITHDRAWN = "mundur", _("Mengundurkan diri")
        DEAD = "meninggal", _("Meninggal dunia")
        UNFIT = "tidak-memenuhi-syarat", _("Tidak lagi memenuhi syarat")
        SWORN = "dilantik", _("Mengucapkan sumpah/janji")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    dapil = models.CharField(max_length=40)
    party = models.CharField(max_length=PARTY)
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=24, choices=Kind.choices)
    day = models.DateField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["election", "contest"])]

    append_only = True


class Usulan(Record):
    """A letter that proposes elected members to the governor through the regent.

    `people` are the members named in it as {"dapil", "party", "number", "pending"}.
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    letter = models.CharField(max_length=120)
    day = models.DateField()
    people = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "letter"], name="proposal_letter_once")
        ]
        ordering = ["pk"]

    append_only = True
