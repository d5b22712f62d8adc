"""Plenaries about a revision of the list, and the copies that were handed over there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField

from .lists import Revisi


class Pleno(models.Model):
    """A plenary of PPS, PPK or KPU about one revision. Who came is kept by the room of meetings.

    Papers are the kernel's: minutes (BA), decree (only of KPU), announcement.
    """

    class Level(models.TextChoices):
        VILLAGE = "desa", _("PPS")
        KECAMATAN = "kecamatan", _("PPK")
        REGENCY = "kabko", _("KPU Kabupaten/Kota")

    class State(models.TextChoices):
        PREPARED = "disiapkan", _("Disiapkan")
        HELD = "selesai", _("Selesai")

    revision = models.ForeignKey(Revisi, models.PROTECT, related_name="plenaries")
    level = models.CharField(max_length=10, choices=Level.choices)
    path = PathField()
    meeting = models.BigIntegerField(help_text="the meeting of the room of meetings")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARED)
    minutes = models.ForeignKey("kernel.Document", models.PROTECT, null=True, related_name="+")
    decree = models.ForeignKey("kernel.Document", models.PROTECT, null=True, related_name="+")
    announcement = models.ForeignKey("kernel.Document", models.PROTECT, null=True, related_name="+")
    prepared_at = models.DateTimeField()
    held_at = models.DateTimeField(null=True)
    held_name = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "path"], name="plenary_of_a_place_once"),
            models.CheckConstraint(
                condition=Q(state="disiapkan", held_at__isnull=True)
                | Q(state="selesai", held_at__isnull=False),
                name="plenary_held_has_its_time",
            ),
        ]
        ordering = ["path"]


class PlenoSalinan(models.Model):
    """A copy handed over with a receipt: which paper, to whom, masked by which rule.

    `receiver` is the kind of office, `holder` the office or party itself. `number` counts the
    receipts of a plenary. `digest` is the SHA-256 of the file that was handed over, if there is
    one.
    """

    class Receiver(models.TextChoices):
        PKD = "pkd", _("PKD")
        PANWASCAM = "panwascam", _("Panwascam")
        BAWASLU = "bawaslu", _("Bawaslu")
        PARTY = "peserta", _("Peserta Pemilu/Pemilihan")
        PPS = "pps", _("PPS")
        PPK = "ppk", _("PPK")
        KPU = "kpu", _("KPU")
        OTHER = "lain", _("Pihak lain")

    class Copy(models.TextChoices):
        MINUTES = "ba", _("Berita acara")
        RECAP = "rekap", _("A-Rekap")
        LIST = "daftar", _("Salinan daftar pemilih tersamar")

    plenary = models.ForeignKey(Pleno, models.PROTECT, related_name="copies")
    number = models.PositiveSmallIntegerField()
    receiver = models.CharField(max_length=12, choices=Receiver.choices)
    holder = models.CharField(max_length=120)
    person = models.CharField(max_length=120, help_text="who signed for it")
    post = models.CharField(max_length=120, blank=True)
    copy = models.CharField(max_length=10, choices=Copy.choices)
    masking = models.CharField(max_length=20, blank=True, help_text="which columns it shows")
    digest = models.CharField(max_length=64, blank=True)
    handed_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plenary", "number"], name="receipt_number_once")
        ]
        ordering = ["plenary", "number"]
