"""Who: the office, accounts and what they were granted."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.kernel.roles import ROLES


class Office(models.Model):
    """The one office this installation belongs to; there is exactly one row."""

    class Kind(models.TextChoices):
        KPU = "kpu", _("KPU")
        BAWASLU = "bawaslu", _("Bawaslu")

    class Mode(models.TextChoices):
        OFFICIAL = "resmi", _("Resmi")
        TRAINING = "latihan", _("Mode Latihan")

    kind = models.CharField(max_length=8, choices=Kind.choices)
    mode = models.CharField(max_length=8, choices=Mode.choices)
    path = PathField()
    name = models.CharField(max_length=120)
    regency = models.CharField(max_length=120)
    province = models.CharField(max_length=120)
    zone = models.CharField(max_length=40, help_text="IANA name of the office's time zone")
    regions_edition = models.CharField(max_length=40)
    letterhead = models.JSONField(default=dict)
    sample_data = models.BooleanField(default=False)
    legal_anchor = models.DateTimeField(null=True)
    real_anchor = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="office_is_single"),
            models.CheckConstraint(
                condition=models.Q(legal_anchor__isnull=True) | models.Q(mode="latihan"),
                name="office_clock_moves_only_in_training",
            ),
        ]

    def __str__(self):
        return self.name


class AccountManager(BaseUserManager["Account"]):
    def get_by_natural_key(self, username):
        return self.get(username__iexact=username)


class Account(AbstractBaseUser):
    """A person who can log in. What the person may do stands in `Grant`."""

    username = models.CharField(_("nama pengguna"), max_length=60, unique=True)
    name = models.CharField(_("nama"), max_length=120)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=2, default="id")
    theme = models.CharField(max_length=5, default="auto")

    objects = AccountManager()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self):
        return self.name


class Grant(models.Model):
    """A role at a place for a time. Ended grants stay, with their end."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=[(r.code, r.name.id) for r in ROLES.values()])
    path = PathField()
    election = models.ForeignKey("kernel.Election", models.PROTECT, null=True, blank=True)
    division = models.CharField(max_length=30, blank=True)
    party = models.CharField(max_length=30, blank=True)
    acting = models.CharField(max_length=3, blank=True, help_text="Plh or Plt")
    basis = models.CharField(max_length=200, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="grant_ends_after_it_begins",
            )
        ]
        indexes = [models.Index(fields=["account", "valid_from"])]

    def __str__(self):
        return f"{self.role} {self.path}"
