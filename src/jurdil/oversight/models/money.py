"""Money politics: what was given by whom to how many; roles and counts, nobody's name."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.kernel.models.record import Record


class MoneyEvent(Record):
    """An alleged giving, promising or receiving. Phase and article follow from the schedule.

    `phase` is empty unless a person had to name it, because the schedule does not tell the day.
    """

    class Role(models.TextChoices):
        VOTER = "pemilih", _("Pemilih")
        CAMPAIGN = "peserta-kampanye", _("Peserta kampanye")
        ORGANISER = "penyelenggara", _("Penyelenggara")
        GROUP = "kelompok", _("Kelompok masyarakat")

    class Between(models.TextChoices):
        NONE = "tidak-ada", _("Tidak ada perantara")
        TEAM = "tim", _("Anggota tim")
        LEADER = "tokoh", _("Tokoh masyarakat")
        OFFICIAL = "perangkat", _("Perangkat desa atau ASN")
        OTHER = "lain", _("Lainnya")

    class State(models.TextChoices):
        NOTED = "dicatat", _("Dicatat")
        CASE = "perkara", _("Menjadi perkara")
        DROPPED = "dicoret", _("Dicoret")

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    happened_on = models.DateField()
    phase = models.CharField(max_length=12, blank=True)
    phase_reason = models.CharField(max_length=200, blank=True)
    mode = models.CharField(max_length=12)
    thing = models.CharField(max_length=160, help_text="what was given or promised")
    value = models.PositiveBigIntegerField(null=True, help_text="rupiah per receiver")
    actor = models.CharField(max_length=16)
    between = models.CharField(max_length=12, choices=Between.choices, default=Between.NONE)
    receiver = models.CharField(max_length=20, choices=Role.choices)
    receivers = models.PositiveIntegerField(null=True, help_text="None when nobody counted")
    participant = models.CharField(max_length=160, blank=True, help_text="candidate or party")
    electronic = models.BooleanField(default=False, help_text="a transfer or e-wallet left a trace")
    facts = models.TextField()
    evidence = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=80, blank=True, help_text="lhp:N, case:N")
    case_ref = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.NOTED)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "serial"], name="oversight_money_number"),
            models.CheckConstraint(
                condition=~models.Q(state="dicoret") | ~models.Q(reason=""),
                name="oversight_money_struck_for_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["path", "happened_on"])]
