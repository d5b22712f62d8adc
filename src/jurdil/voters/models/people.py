"""Voters, and every version of what was known of each."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField

INDEX = 32
"""Characters of a blind index kept: 128 bits, enough that two numbers never share one."""

CURRENT = Q(until_rev__isnull=True)


class DaftarDesa(models.Model):
    """The list of one village. `rev` counts its changes, so that any state of it has a number."""

    path = PathField(unique=True)
    rev = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["path"]


class Perubahan(models.Model):
    """One change of a village's list: what brought it, when, who. Its people are in versions."""

    village = PathField()
    rev = models.PositiveIntegerField()
    source = models.CharField(max_length=60, help_text="what brought it: usulan:12, impor:3")
    reason = models.CharField(max_length=300, blank=True)
    legal_at = models.DateTimeField()
    real_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["village", "rev"], name="voters_change_once")
        ]
        indexes = [models.Index(fields=["village", "legal_at"])]
        ordering = ["village", "rev"]


class Pemilih(models.Model):
    """A person of the list. `salt` keys the ledger's commitments: erased, they say nothing."""

    salt = models.BinaryField(max_length=16)


class PemilihVersi(models.Model):
    """A voter as known in one village from one of its changes up to the next that concerns him.

    `from_rev` is the first change of the village's list that shows this row, `until_rev` the first
    that no longer does. NIK and NKK are sealed, and found through keyed blind indexes that are not
    unique: two people with one NIK are a matter for a person to decide.
    """

    class Status(models.TextChoices):
        ACTIVE = "aktif", _("Aktif")
        POTENTIAL = "potensial", _("Potensial, menunggu pemeriksaan")
        STRUCK = "tms", _("Tidak memenuhi syarat (TMS)")

    class Sex(models.TextChoices):
        MAN = "L", _("Laki-laki")
        WOMAN = "P", _("Perempuan")
        UNKNOWN = "", _("Belum dicatat")

    pemilih = models.ForeignKey(Pemilih, models.PROTECT, related_name="versions")
    village = PathField()
    from_rev = models.PositiveIntegerField()
    until_rev = models.PositiveIntegerField(null=True)
    tps = PathField(blank=True, help_text="empty until the village is mapped")
    status = models.CharField(max_length=10, choices=Status.choices)
    tms = models.CharField(max_length=20, blank=True, help_text="code of the regime")
    tms_regime = models.CharField(max_length=30, blank=True)
    key_id = models.CharField(max_length=32)
    nik_sealed = models.BinaryField()
    nik_index = models.CharField(max_length=INDEX, blank=True)
    nkk_sealed = models.BinaryField()
    nkk_index = models.CharField(max_length=INDEX, blank=True)
    name = models.CharField(max_length=100)
    name_key = models.CharField(max_length=100)
    birth_place = models.CharField(max_length=60, blank=True)
    born = models.DateField(null=True)
    born_text = models.CharField(max_length=30, blank=True, help_text="as written, if unreadable")
    marriage = models.CharField(max_length=1, blank=True)
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    address = models.CharField(max_length=150, blank=True)
    rt = models.CharField(max_length=5, blank=True)
    rw = models.CharField(max_length=5, blank=True)
    disability = models.CharField(max_length=12, blank=True)
    ktp = models.CharField(max_length=1, blank=True)
    remark = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=30, help_text="sumberdata: where this is known from")
    entered = models.CharField(max_length=20, blank=True, help_text="why new: code of `pdpb_baru`")
    traps = models.CharField(max_length=60, blank=True, help_text="codes, with spaces between")
    sort_key = models.CharField(max_length=40)

    closes_once = "until_rev"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pemilih"], condition=CURRENT, name="voter_has_one_present"
            ),
            models.CheckConstraint(
                condition=Q(until_rev__isnull=True) | Q(until_rev__gt=models.F("from_rev")),
                name="voter_version_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(status="tms", tms__gt="") | (~Q(status="tms") & Q(tms="")),
                name="voter_struck_has_its_code",
            ),
        ]
        indexes = [
            models.Index(fields=["nik_index"], name="voter_nik"),
            models.Index(
                fields=["village", "tps", "sort_key", "id"], condition=CURRENT, name="voter_list"
            ),
            models.Index(fields=["village", "from_rev"], name="voter_from"),
            models.Index(fields=["village", "until_rev"], condition=~CURRENT, name="voter_until"),
            models.Index(
                fields=["nkk_index"], condition=CURRENT & ~Q(nkk_index=""), name="voter_family"
            ),
            models.Index(
                fields=["village", "sort_key", "id"],
                condition=CURRENT & ~Q(disability=""),
                name="voter_disabled",
            ),
            models.Index(
                fields=["village", "sort_key", "id"],
                condition=CURRENT & Q(ktp="B"),
                name="voter_without_ktp",
            ),
            models.Index(
                fields=["village", "sort_key", "id"],
                condition=CURRENT & ~Q(status="aktif"),
                name="voter_not_active",
            ),
            models.Index(
                fields=["village", "sort_key", "id"],
                condition=CURRENT & ~Q(traps=""),
                name="voter_trapped",
            ),
        ]


class NamaKata(models.Model):
    """A word of a voter's name, to find him by; what was once his name stays findable."""

    word = models.CharField(max_length=24)
    village = PathField()
    pemilih = models.ForeignKey(Pemilih, models.PROTECT, related_name="words")

    class Meta:
        indexes = [models.Index(fields=["word", "village", "pemilih"], name="voter_word")]
