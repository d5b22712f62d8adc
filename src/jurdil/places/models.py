"""Tables of the room: regions of one edition, TPS and dapil per election, boundaries to draw."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class Region(models.Model):
    """A region of the office's regency, from the regency down to the village."""

    class Kind(models.TextChoices):
        REGENCY = "kabupaten", _("Kabupaten")
        CITY = "kota", _("Kota")
        KECAMATAN = "kecamatan", _("Kecamatan")
        DESA = "desa", _("Desa")
        KELURAHAN = "kelurahan", _("Kelurahan")
        DESA_ADAT = "desa_adat", _("Desa adat")

    path = PathField(unique=True)
    level = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=120)
    term = models.CharField(max_length=20, blank=True, help_text="local word: gampong, distrik")
    edition = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["level", "path"])]
        ordering = ["path"]

    def __str__(self):
        return self.name


class Tps(models.Model):
    """A TPS of one election. What is known of it stands in its versions."""

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    village = PathField()
    number = models.PositiveSmallIntegerField()
    current = models.OneToOneField("TpsVersion", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "path"], name="tps_once_per_election"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1, number__lte=999), name="tps_number_three_digits"
            ),
        ]
        indexes = [models.Index(fields=["election", "village"])]
        ordering = ["path"]

    def __str__(self):
        return self.path


class TpsVersion(models.Model):
    """A TPS as it was known from one act to the next."""

    class Kind(models.TextChoices):
        REGULAR = "reguler", _("Reguler")
        PRISON = "lapas", _("Lapas atau rutan")
        CARE_HOME = "panti", _("Panti sosial atau rehabilitasi")
        DISASTER = "bencana", _("Relokasi bencana")
        CONFLICT = "konflik", _("Daerah konflik")
        OTHER_SITE = "lokasi-lain", _("Lokasi khusus lain (tambang, perkebunan, kampus, pesantren)")
        UNKNOWN_SITE = "khusus", _("Lokasi khusus, jenis belum dicatat")

    class State(models.TextChoices):
        IN_USE = "dipakai", _("Dipakai")
        DISSOLVED = "ditiadakan", _("Ditiadakan")

    class Access(models.TextChoices):
        UNKNOWN = "", _("Belum dicatat")
        YES = "ya", _("Dapat dicapai kursi roda")
        NO = "tidak", _("Belum dapat dicapai kursi roda")

    tps = models.ForeignKey(Tps, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    site = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=200, blank=True)
    access = models.CharField(max_length=5, choices=Access.choices, blank=True)
    note = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.IN_USE)
    reason = models.CharField(max_length=300)
    recorded_at = models.DateTimeField()

    append_only = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tps", "number"], name="tps_version_once")]
        ordering = ["number"]


class DapilList(models.Model):
    """All dapil of one contest of an election; the highest number is in force."""

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    basis = models.CharField(max_length=200)
    confirmed = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    append_only = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "number"], name="dapil_list_once"
            )
        ]


class Dapil(models.Model):
    """An electoral district: a set of places, not a place. Seats stay empty while unknown."""

    list = models.ForeignKey(DapilList, models.PROTECT, related_name="dapil")
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    seats = models.PositiveSmallIntegerField(null=True)

    append_only = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["list", "code"], name="dapil_once_per_list"),
            models.CheckConstraint(
                condition=models.Q(seats__isnull=True) | models.Q(seats__gte=1),
                name="dapil_has_a_seat",
            ),
        ]
        ordering = ["code"]


class DapilPart(models.Model):
    """A place of a dapil: a regency, a kecamatan, or a village where a kecamatan is split."""

    list = models.ForeignKey(DapilList, models.PROTECT, related_name="parts")
    dapil = models.ForeignKey(Dapil, models.PROTECT, related_name="parts")
    path = PathField()

    append_only = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["list", "path"], name="place_in_one_dapil")]
        ordering = ["path"]


class Boundary(models.Model):
    """An outline to draw, in degrees: `detail` for a map of a kecamatan, `sketch` for the regency.

    It is a picture and no legal border; a new import replaces it and the imported file stays.
    """

    path = PathField(unique=True)
    level = models.PositiveSmallIntegerField()
    detail = models.JSONField()
    sketch = models.JSONField()
    source = models.CharField(max_length=200)
    edition = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["level", "path"])]
