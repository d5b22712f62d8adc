"""The overseer's view of the list: what was opened to whom until when, and every look at it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class Akses(models.Model):
    """A part of the list opened to one account of the overseer, for a purpose and a time."""

    holder = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+")
    holder_name = models.CharField(max_length=120)
    path = PathField()
    purpose = models.CharField(max_length=300)
    reference = models.CharField(max_length=120, help_text="case or checklist number, letter")
    until = models.DateField()
    granted_by = models.BigIntegerField(null=True)
    granted_name = models.CharField(max_length=120)
    granted_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_name = models.CharField(max_length=120, blank=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["holder", "until"])]
        ordering = ["-pk"]


class Pandangan(models.Model):
    """One look at an opened list: what was shown, when; the digest of a copy that was taken."""

    class Kind(models.TextChoices):
        PAGE = "halaman", _("Halaman dilihat")
        EXTRACT = "petikan", _("Petikan diunduh")

    access = models.ForeignKey(Akses, models.PROTECT, related_name="looks")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    path = PathField()
    rows = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, blank=True)
    legal_at = models.DateTimeField()
    real_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["-pk"]
