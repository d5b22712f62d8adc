"""Which papers of a TPS arrived, and who was handed a copy."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class Kertas(models.Model):
    """One paper of a TPS in a contest: the plano from the box, KPU's copy, or a photo.

    `file` is the evidence, byte for byte; `views` are the digests of its pages as pictures, smaller
    and without what a phone writes into a photo. A paper set aside (wrong TPS, unreadable) stays.
    """

    class Kind(models.TextChoices):
        PLANO = "plano", _("C.Hasil (plano)")
        COPY = "salinan", _("C.Hasil Salinan")
        PHOTO = "foto", _("Foto C.Hasil")

    class Source(models.TextChoices):
        KPPS = "kpps", _("KPPS")
        PPS = "pps", _("PPS")
        PPK = "ppk", _("PPK")
        WITNESS = "saksi", _("Saksi")
        SUPERVISOR = "pengawas", _("Pengawas")
        OTHER = "lain", _("Sumber lain")

    class Condition(models.TextChoices):
        WHOLE = "lengkap", _("Lengkap")
        DAMAGED = "rusak", _("Rusak sebagian")
        UNREADABLE = "tidak-terbaca", _("Tidak terbaca")

    class State(models.TextChoices):
        RECEIVED = "diterima", _("Diterima")
        ASIDE = "disisihkan", _("Disisihkan")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    path = PathField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    source = models.CharField(max_length=10, choices=Source.choices)
    condition = models.CharField(max_length=14, choices=Condition.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECEIVED)
    reason = models.TextField(blank=True)
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    views = models.JSONField(default=list)
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    received_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["election", "path", "contest"])]
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "path", "kind", "file"], name="paper_file_once"
            )
        ]


class SerahSalinan(models.Model):
    """Whether somebody who must get a copy of C.Hasil got it (art. 506 UU 7/2017).

    `receiver` is saksi (then `party` is the ballot number), ptps, pps or ppk.
    """

    class Receiver(models.TextChoices):
        WITNESS = "saksi", _("Saksi")
        SUPERVISOR = "ptps", _("Pengawas TPS")
        PPS = "pps", _("PPS")
        PPK = "ppk", _("PPK melalui PPS")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    path = PathField()
    receiver = models.CharField(max_length=6, choices=Receiver.choices)
    party = models.CharField(max_length=8, blank=True)
    handed = models.BooleanField()
    note = models.TextField(blank=True)
    account_name = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "path", "receiver", "party"], name="copy_handed_once"
            )
        ]
