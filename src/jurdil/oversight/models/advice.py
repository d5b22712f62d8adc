"""Correction advice: given in Bawaslu's house, received in KPU's; drafts of findings.

The two tables never stand in one house. `AdviceReceived` holds what the package said and nothing
else, so that no case and no reporter can come into KPU's database.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class AdviceFacts(models.Model):
    """What both houses know of an advice, in the same fields."""

    class Form(models.TextChoices):
        ORAL = "lisan", _("Lisan")
        LETTER = "surat", _("Surat")

    class About(models.TextChoices):
        VOTERS = "daftar-pemilih", _("Daftar pemilih")
        TPS = "tps", _("TPS")
        MEETING = "rapat", _("Rapat atau pleno")
        OTHER = "lain", _("Lainnya")

    class To(models.TextChoices):
        KPU = "kpu", _("KPU")
        PPK = "ppk", _("PPK")
        PPS = "pps", _("PPS")
        PANTARLIH = "pantarlih", _("Pantarlih")
        KPPS = "kpps", _("KPPS")

    class State(models.TextChoices):
        WAITING = "menunggu", _("Menunggu jawaban")
        FOLLOWED = "ditindaklanjuti", _("Ditindaklanjuti")
        PARTLY = "sebagian", _("Ditindaklanjuti sebagian")
        NOT = "tidak-ditindaklanjuti", _("Tidak ditindaklanjuti")
        REFUSED = "ditolak", _("Ditolak dengan alasan")
        LAPSED = "lewat-waktu", _("Lewat waktu")

    key = models.UUIDField(unique=True)
    election = models.ForeignKey("kernel.Election", models.PROTECT, null=True, related_name="+")
    path = PathField()
    regime = models.CharField(max_length=30, help_text="of the law's clocks")
    role = models.CharField(max_length=20, help_text="of whoever gave it")
    to = models.CharField(max_length=12, choices=To.choices)
    form = models.CharField(max_length=8, choices=Form.choices)
    letter = models.CharField(max_length=120, blank=True)
    about = models.CharField(max_length=16, choices=About.choices)
    about_day = models.DateField(null=True)
    stage = models.CharField(max_length=120)
    rule = models.CharField(max_length=300)
    fact = models.TextField()
    request = models.TextField()
    given_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    set_by_hand = models.BooleanField(default=False)
    state = models.CharField(max_length=24, choices=State.choices, default=State.WAITING)
    answered = models.CharField(max_length=24, blank=True, help_text="one of the four answers")
    answer = models.TextField(blank=True)
    answer_role = models.CharField(max_length=20, blank=True)
    answer_letter = models.CharField(max_length=120, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Advice(AdviceFacts):
    """Advice that this office gave. `source` leads to a report or case of this house and stays."""

    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)
    source = models.CharField(max_length=80, blank=True)
    note = models.TextField(blank=True, help_text="for this house only")
    parcel = models.ForeignKey("kernel.Parcel", models.PROTECT, null=True, related_name="+")
    late = models.BooleanField(default=False, help_text="the answer came after the clock")

    class Meta:
        indexes = [models.Index(fields=["state", "ends_at"])]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(form="surat") | ~models.Q(letter=""),
                name="advice_by_letter_has_its_number",
            )
        ]


class AdviceReceived(AdviceFacts):
    """Advice that another office gave; `state` is waiting until this house answers."""

    parcel = models.ForeignKey("kernel.Parcel", models.PROTECT, related_name="+")
    sender_name = models.CharField(max_length=160)
    received_at = models.DateTimeField()
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120, blank=True)
    answer_parcel = models.ForeignKey("kernel.Parcel", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["state", "ends_at"])]


class AnswerFile(models.Model):
    """Evidence of an answer, on either side."""

    advice = models.ForeignKey(Advice, models.PROTECT, null=True, related_name="files")
    received = models.ForeignKey(AdviceReceived, models.PROTECT, null=True, related_name="files")
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(advice__isnull=True) ^ models.Q(received__isnull=True),
                name="answer_file_has_one_side",
            )
        ]


class FindingDraft(models.Model):
    """A draft of a finding that arose by itself; people make it a finding or drop it."""

    class State(models.TextChoices):
        OPEN = "konsep", _("Konsep")
        TAKEN = "diambil", _("Diambil menjadi temuan")
        DROPPED = "dicoret", _("Dicoret")

    source = models.CharField(max_length=80, unique=True, help_text="table:id it arose from")
    election = models.ForeignKey("kernel.Election", models.PROTECT, null=True, related_name="+")
    path = PathField()
    regime = models.CharField(max_length=30)
    title = models.CharField(max_length=200)
    rule = models.CharField(max_length=300)
    story = models.TextField()
    discovered_at = models.DateTimeField(help_text="the start of the clock of a finding")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    became = models.CharField(max_length=80, blank=True)
    reason = models.TextField(blank=True)
    closed_name = models.CharField(max_length=120, blank=True)
    closed_at = models.DateTimeField(null=True)
