"""Revisions of the list: which state of each village's list was fixed as DPS, DPT or PDPB."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class Revisi(models.Model):
    """A revision of the list. Each village is fixed at its own point, on the day of its plenary.

    `period` is the quarter of a PDPB (`2026-TW4`), `number` the how-manieth DPTHP.
    """

    class Kind(models.TextChoices):
        SOURCE = "a-daftar", _("A-Daftar Pemilih")
        DPHP = "dphp", _("DPHP")
        DPS = "dps", _("DPS")
        DPSHP = "dpshp", _("DPSHP")
        DPSHP_FINAL = "dpshp-akhir", _("DPSHP Akhir")
        DPT = "dpt", _("DPT")
        DPTHP = "dpthp", _("DPTHP")
        PDPB = "pdpb", _("PDPB")

    class State(models.TextChoices):
        DRAFT = "disusun", _("Disusun")
        DETERMINED = "ditetapkan", _("Ditetapkan")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    period = models.CharField(max_length=10, blank=True)
    number = models.PositiveSmallIntegerField(default=0)
    path = PathField(help_text="the regency, or the part that an order re-opened")
    previous = models.ForeignKey("self", models.PROTECT, null=True, related_name="next")
    basis = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    opened_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decision = models.ForeignKey("kernel.Decision", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "kind", "period", "number"], name="list_revision_once"
            ),
            models.CheckConstraint(
                condition=models.Q(state="disusun", decided_at__isnull=True)
                | models.Q(state="ditetapkan", decided_at__isnull=False),
                name="list_revision_determined_has_its_time",
            ),
        ]


class RevisiDesa(models.Model):
    """Where a revision fixed one village: after its change `as_of`."""

    revision = models.ForeignKey(Revisi, models.PROTECT, related_name="villages")
    village = PathField()
    as_of = models.PositiveIntegerField()
    fixed_at = models.DateTimeField()

    append_only = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "village"], name="revision_village_once")
        ]
        ordering = ["village"]


class RekapTps(models.Model):
    """The figures of one TPS in a revision, counted when its village was fixed.

    `came`, `gone`, `changed` compare with the revision before. `detail` has men, women and those
    without recorded sex per reason: {"baru": {...}, "tms": {...}, "disabilitas": {...}}, each
    {code: [men, women, unknown]}; "kelamin" has whose recorded sex changed, "dari" and "ke".
    """

    revision = models.ForeignKey(Revisi, models.PROTECT, related_name="rows")
    path = PathField(help_text="the TPS; the village where voters have no TPS yet")
    men = models.PositiveIntegerField()
    women = models.PositiveIntegerField()
    unknown = models.PositiveIntegerField(default=0, help_text="voters whose sex is not recorded")
    came_men = models.PositiveIntegerField()
    came_women = models.PositiveIntegerField()
    came_unknown = models.PositiveIntegerField(default=0)
    gone_men = models.PositiveIntegerField()
    gone_women = models.PositiveIntegerField()
    gone_unknown = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField()
    detail = models.JSONField(default=dict)

    append_only = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "path"], name="revision_recap_once")
        ]
        ordering = ["path"]


class KunciDaftar(models.Model):
    """The list of a place was locked or opened again: on whose request, by which letter, why."""

    path = PathField()
    locked = models.BooleanField()
    requester = models.CharField(max_length=120)
    letter = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=300)
    legal_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        indexes = [models.Index(fields=["path"])]
        ordering = ["pk"]
