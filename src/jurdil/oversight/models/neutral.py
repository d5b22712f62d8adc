"""Neutrality of ASN, village heads, TNI and police: what happened, and sealed apart, who."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.kernel.models.record import Record
from jurdil.oversight.models.sealed import SealedPerson


class Neutral(Record):
    """An act against neutrality. Nobody's name stands here; see `NeutralPerson`.

    `determined_on` is the day of the candidates' determination as it stood when the plenary
    concluded (or as typed with its decision, where no schedule tells it); `sanction` the class
    that followed from it.
    """

    class Source(models.TextChoices):
        FINDING = "temuan", _("Temuan")
        REPORT = "laporan", _("Laporan")
        TIP = "informasi-awal", _("Informasi awal")

    class Part(models.TextChoices):
        ACTIVE = "aktif", _("Aktif")
        PASSIVE = "pasif", _("Pasif")

    class Medium(models.TextChoices):
        PLACE = "langsung", _("Langsung di tempat")
        FACEBOOK = "facebook", "Facebook"
        INSTAGRAM = "instagram", "Instagram"
        TIKTOK = "tiktok", "TikTok"
        X = "x", "X"
        YOUTUBE = "youtube", "YouTube"
        WHATSAPP = "whatsapp", "WhatsApp"
        OTHER = "lain", _("Lainnya")

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    source = models.CharField(max_length=16, choices=Source.choices)
    case_ref = models.CharField(max_length=80, blank=True, help_text="case:N, lhp:N")
    person = models.CharField(max_length=8, help_text="asn, kades, tni, polri")
    employment = models.CharField(max_length=16, blank=True)
    post = models.CharField(max_length=16, blank=True)
    agency = models.CharField(max_length=160)
    act = models.CharField(max_length=24, help_text="of the annex of the joint decree")
    part = models.CharField(max_length=8, choices=Part.choices)
    medium = models.CharField(max_length=12, choices=Medium.choices)
    contest = models.CharField(max_length=16)
    beneficiary = models.CharField(max_length=160, help_text="candidate or party")
    happened_on = models.DateField()
    known_on = models.DateField()
    facts = models.TextField()
    overlap = models.BooleanField(default=False, help_text="an election violation as well")
    determined_on = models.DateField(null=True)
    determined_basis = models.CharField(max_length=160, blank=True)
    sanction = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=16)
    since = models.DateField(help_text="the day it came into this state")
    result = models.CharField(max_length=20, blank=True)
    proven = models.BooleanField(null=True)
    given_sanction = models.CharField(max_length=20, blank=True, help_text="what the PPK gave")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "serial"], name="oversight_neutral_number"),
            models.CheckConstraint(
                condition=models.Q(known_on__gte=models.F("happened_on")),
                name="oversight_neutral_known_after",
            ),
        ]
        indexes = [models.Index(fields=["path", "state"])]


class NeutralPerson(SealedPerson):
    """Name and numbers of whoever did it; `number_index` finds the same person again."""

    neutral = models.OneToOneField(Neutral, models.PROTECT, related_name="sealed_person")
    number_index = models.CharField(max_length=32, blank=True, db_index=True)


class NeutralProof(SealedPerson, Record):
    """A piece of evidence. A capture of a post has its moment and, by its file, its digest.

    The address of a post names whoever wrote it, so it is sealed like the person.
    """

    neutral = models.ForeignKey(Neutral, models.PROTECT, related_name="proofs")
    title = models.CharField(max_length=160)
    has_url = models.BooleanField(default=False)
    captured_at = models.DateTimeField(null=True)

    append_only = True

    class Meta:
        ordering = ["pk"]


class NeutralStep(Record):
    """A step on the road, with its day and its paper."""

    neutral = models.ForeignKey(Neutral, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=24)
    state = models.CharField(max_length=16)
    on = models.DateField()
    due = models.DateField(null=True, help_text="the last day of the clock that ended with it")
    addressee = models.CharField(max_length=12, blank=True)
    letter = models.CharField(max_length=120, blank=True)
    reference = models.CharField(max_length=80, blank=True)
    sanction = models.CharField(max_length=20, blank=True)
    note = models.CharField(max_length=400, blank=True)

    append_only = True

    class Meta:
        ordering = ["pk"]
