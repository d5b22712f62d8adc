"""Handing over an office (*Berita Acara Serah Terima*)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.kernel.models.record import Record


class Handover(Record):
    """Who hands a role to whom on which day; `listed` is what was open when it was signed.

    `grant` is the role that ends, `successor_grant` the one that begins with the signature. The
    file is the minutes with wet signatures, `printed` the minutes as the house made them.
    """

    class State(models.TextChoices):
        DRAFT = "disusun", _("Disusun")
        SIGNED = "ditandatangani", _("Ditandatangani")
        DROPPED = "batal", _("Batal")

    path = PathField()
    grant = models.ForeignKey("kernel.Grant", models.PROTECT, related_name="+")
    leaving_name = models.CharField(max_length=120)
    successor = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+")
    successor_name = models.CharField(max_length=120)
    successor_grant = models.ForeignKey("kernel.Grant", models.PROTECT, null=True, related_name="+")
    last_day = models.DateField()
    until = models.DateField(null=True, help_text="of the successor's term")
    acting = models.CharField(max_length=3, blank=True)
    basis = models.CharField(max_length=200)
    notes = models.TextField(blank=True, help_text="goods, keys, archives: one a line")
    number = models.CharField(max_length=80, blank=True)
    signed_on = models.DateField(null=True)
    listed = models.JSONField(default=dict)
    printed = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=14, choices=State.choices, default=State.DRAFT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["grant"],
                condition=models.Q(state="disusun"),
                name="office_one_open_handover",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="ditandatangani")
                | (~models.Q(number="") & models.Q(printed__isnull=False)),
                name="office_signed_handover_has_its_paper",
            ),
        ]
