"""TPS at special locations: who asked for one, who votes there, and where each came from."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField

from .people import Pemilih


class LokasiKhusus(models.Model):
    """A site for which TPS were asked by letter; `stations` are the TPS numbers it was given."""

    class State(models.TextChoices):
        ASKED = "diajukan", _("Diajukan")
        ACCEPTED = "disetujui", _("Disetujui")
        REFUSED = "ditolak", _("Ditolak")
        CLOSED = "ditutup", _("Ditutup")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    village = PathField()
    kind = models.CharField(max_length=12, help_text="code of `law.voters.special.KINDS`")
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200, blank=True)
    asked_by = models.CharField(max_length=120, help_text="who answers for the site")
    letter = models.CharField(max_length=120)
    letter_day = models.DateField()
    expected = models.PositiveIntegerField(help_text="voters as the letter says")
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    stations = models.JSONField(default=list)
    noted_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.BigIntegerField(null=True)
    decided_name = models.CharField(max_length=120, blank=True)
    why = models.CharField(max_length=300, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_name = models.CharField(max_length=120, blank=True)
    closed_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "village", "name"],
                condition=~Q(state__in=["ditolak", "ditutup"]),
                name="special_site_once",
            ),
            models.CheckConstraint(
                condition=Q(account__isnull=True)
                | Q(decided_by__isnull=True)
                | ~Q(decided_by=models.F("account")),
                name="special_site_needs_a_second_person",
            ),
            models.CheckConstraint(
                condition=Q(state="diajukan") | Q(decided_at__isnull=False),
                name="special_site_decided_has_its_time",
            ),
        ]
        indexes = [models.Index(fields=["election", "village"])]
        ordering = ["village", "pk"]


class PenghuniLokasi(models.Model):
    """A voter of a site. `origin` is the TPS (or village) whose list he left; '' while he waits."""

    site = models.ForeignKey(LokasiKhusus, models.PROTECT, related_name="residents")
    pemilih = models.ForeignKey(Pemilih, models.PROTECT, related_name="special")
    origin = PathField(blank=True)
    placed_at = models.DateTimeField(null=True)
    added_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    left_at = models.DateTimeField(null=True)
    left_name = models.CharField(max_length=120, blank=True)
    left_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pemilih"], condition=Q(left_at__isnull=True), name="voter_at_one_site"
            ),
            models.CheckConstraint(
                condition=Q(placed_at__isnull=True) | Q(origin__gt=""),
                name="resident_placed_has_his_origin",
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_why__gt=""),
                name="resident_left_has_the_reason",
            ),
        ]
        indexes = [models.Index(fields=["origin"])]
