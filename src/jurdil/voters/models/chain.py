"""The chain of an election's list: orders, what stands after the DPT, what citizens said of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField

from .lists import Revisi
from .people import Pemilih, PemilihVersi
from .proposals import Usulan


class LingkupRevisi(models.Model):
    """A village that an order re-opened; a revision without such rows is about its whole path."""

    revision = models.ForeignKey(Revisi, models.PROTECT, related_name="scope")
    village = PathField()

    append_only = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "village"], name="scope_village_once")
        ]
        ordering = ["village"]


class LepasDaftar(models.Model):
    """The office declared that the list of an election no longer stands, so that others go on."""

    election = models.OneToOneField("kernel.Election", models.PROTECT, related_name="+")
    basis = models.CharField(max_length=200)
    legal_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)

    append_only = True


class Tanda(models.Model):
    """A mark beside a voter of a DPT: the total stands, the copy of the KPPS says so.

    `version` is the row of the DPT that is marked. A mark set by mistake is withdrawn, never
    deleted.
    """

    class Kind(models.TextChoices):
        DIED = "meninggal", _("Meninggal")
        MOVED = "pindah", _("Pindah domisili")
        TNI = "tni", _("Menjadi prajurit TNI")
        POLRI = "polri", _("Menjadi anggota Polri")
        DOUBLE = "ganda", _("Terdaftar ganda")
        REVOKED = "hak-dicabut", _("Hak pilih dicabut")

    revision = models.ForeignKey(Revisi, models.PROTECT, related_name="marks")
    pemilih = models.ForeignKey(Pemilih, models.PROTECT, related_name="marks")
    version = models.ForeignKey(PemilihVersi, models.PROTECT, related_name="+")
    village = PathField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    evidence = models.CharField(max_length=40)
    evidence_note = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    marked_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_name = models.CharField(max_length=120, blank=True)
    withdrawn_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "pemilih"],
                condition=Q(withdrawn_at__isnull=True),
                name="voter_has_one_mark",
            ),
            models.CheckConstraint(condition=Q(evidence__gt=""), name="mark_needs_evidence"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_why__gt=""),
                name="mark_withdrawn_has_its_reason",
            ),
        ]
        indexes = [models.Index(fields=["revision", "village"])]


class Tanggapan(models.Model):
    """What a citizen, a participant or the overseer said of an announced list, and the answer.

    The person's name and how to reach him are sealed; `token` binds them to this row.
    """

    class About(models.TextChoices):
        ABSENT = "belum-terdaftar", _("Belum terdaftar")
        WRONG = "data-salah", _("Data keliru")
        STRIKE = "tidak-memenuhi", _("Tidak memenuhi syarat")
        DOUBLE = "ganda", _("Ganda")
        PLACE = "salah-tps", _("Salah TPS")
        OTHER = "lain", _("Lainnya")

    class Speaker(models.TextChoices):
        CITIZEN = "warga", _("Warga")
        PARTY = "peserta", _("Peserta Pemilu/Pemilihan")
        SUPERVISOR = "pengawas", _("Pengawas Pemilu")
        OTHER = "lain", _("Pihak lain")

    revision = models.ForeignKey(Revisi, models.PROTECT, related_name="comments")
    number = models.PositiveIntegerField(help_text="of the register of the revision")
    village = PathField()
    about = models.CharField(max_length=16, choices=About.choices)
    speaker = models.CharField(max_length=10, choices=Speaker.choices)
    pemilih = models.ForeignKey(Pemilih, models.PROTECT, null=True, related_name="comments")
    text = models.CharField(max_length=600)
    token = models.UUIDField(unique=True)
    key_id = models.CharField(max_length=32)
    sealed = models.BinaryField(help_text="name and contact as JSON")
    received_on = models.DateField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    proposal = models.ForeignKey(Usulan, models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=600, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_name = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "number"], name="comment_number_once"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="comment_answered_has_its_time",
            ),
        ]
        indexes = [models.Index(fields=["village", "answered_at"])]
        ordering = ["number"]
