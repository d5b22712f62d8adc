"""Around voting day: notices, voters who vote elsewhere (DPTb), voters written on the day (DPK)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField

from .people import INDEX, Pemilih


class Pemberitahuan(models.Model):
    """The recap of C.Pemberitahuan of a TPS as the KPPS wrote it; the newest counts.

    `undelivered` has the number of notices per reason.
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    printed = models.PositiveIntegerField()
    delivered = models.PositiveIntegerField()
    undelivered = models.JSONField(default=dict)
    note = models.CharField(max_length=200, blank=True)
    noted_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        indexes = [models.Index(fields=["election", "path"])]
        ordering = ["pk"]


class PemberitahuanSisa(models.Model):
    """A voter whose notice came back, and why: what the next PDPB looks at first."""

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    pemilih = models.ForeignKey(Pemilih, models.PROTECT, related_name="notices")
    path = PathField()
    reason = models.CharField(max_length=20)
    note = models.CharField(max_length=200, blank=True)
    noted_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "pemilih"], name="returned_notice_once")
        ]
        indexes = [models.Index(fields=["election", "path"])]


class PindahMemilih(models.Model):
    """A voter of one DPT who votes at another TPS: out at `origin`, in at `target`.

    One of both may lie outside the office's region. `pemilih` is set when the voter is on this
    office's list; the elements of somebody from elsewhere are sealed. `ballots` are the contests
    whose ballots are due.
    """

    class State(models.TextChoices):
        ACTIVE = "aktif", _("Berlaku")
        CANCELLED = "batal", _("Dibatalkan")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(help_text="of the letter, in the office's register")
    pemilih = models.ForeignKey(Pemilih, models.PROTECT, null=True, related_name="transfers")
    token = models.UUIDField(unique=True)
    key_id = models.CharField(max_length=32)
    sealed = models.BinaryField(help_text="the elements as JSON")
    nik_index = models.CharField(max_length=INDEX, blank=True)
    name = models.CharField(max_length=100)
    sex = models.CharField(max_length=1)
    origin = PathField()
    origin_name = models.CharField(max_length=200, blank=True, help_text="a place of elsewhere")
    target = PathField()
    target_name = models.CharField(max_length=200, blank=True, help_text="a place of elsewhere")
    reason = models.CharField(max_length=24)
    ballots = models.JSONField(default=list)
    evidence = models.CharField(max_length=40)
    evidence_note = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.ACTIVE)
    noted_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_name = models.CharField(max_length=120, blank=True)
    cancelled_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "number"], name="transfer_number_once"),
            models.UniqueConstraint(
                fields=["election", "pemilih"],
                condition=Q(state="aktif", pemilih__isnull=False),
                name="voter_votes_elsewhere_once",
            ),
            models.UniqueConstraint(
                fields=["election", "nik_index"],
                condition=Q(state="aktif") & ~Q(nik_index=""),
                name="number_votes_elsewhere_once",
            ),
            models.CheckConstraint(
                condition=~Q(origin=F("target")), name="transfer_goes_elsewhere"
            ),
            models.CheckConstraint(condition=Q(evidence__gt=""), name="transfer_needs_evidence"),
        ]
        indexes = [
            models.Index(fields=["election", "origin"]),
            models.Index(fields=["election", "target"]),
        ]
        ordering = ["number"]


class Dpk(models.Model):
    """The count of DPK voters of a TPS as the KPPS wrote it on the day; the newest counts."""

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    men = models.PositiveIntegerField()
    women = models.PositiveIntegerField()
    note = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    noted_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        indexes = [models.Index(fields=["election", "path"])]
        ordering = ["pk"]


class DpkOrang(models.Model):
    """A person on the DPK of a TPS with the address of the KTP-el; the elements are sealed.

    `pemilih` is set when the number is on this office's list after all.
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    number = models.PositiveSmallIntegerField(help_text="row of the paper")
    token = models.UUIDField(unique=True)
    key_id = models.CharField(max_length=32)
    sealed = models.BinaryField(help_text="the elements as JSON")
    nik_index = models.CharField(max_length=INDEX, blank=True)
    name = models.CharField(max_length=100)
    sex = models.CharField(max_length=1)
    pemilih = models.ForeignKey(Pemilih, models.PROTECT, null=True, related_name="+")
    noted_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "path", "number"], name="dpk_row_once"),
            models.UniqueConstraint(
                fields=["election", "nik_index"],
                condition=~Q(nik_index=""),
                name="dpk_number_once",
            ),
        ]
        ordering = ["path", "number"]
