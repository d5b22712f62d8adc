"""Exchange: the offices that are known, their keys, packages both ways, and what is held back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.kernel.models.who import Office


class Partner(models.Model):
    """Another office that packages go to and come from, at its one address on record."""

    kind = models.CharField(max_length=8, choices=Office.Kind.choices)
    path = PathField()
    name = models.CharField(max_length=160)
    address = models.CharField(max_length=200, blank=True)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "path"], name="partner_once")]

    def __str__(self):
        return self.name

    @property
    def office(self) -> str:
        """The office as packages name it."""
        return f"{self.kind}:{self.path}"


class PartnerKey(models.Model):
    """A key of another office: entered by one person, confirmed from paper by another.

    An ended key stays, for the packages that it signed.
    """

    class End(models.TextChoices):
        REPLACED = "diganti", _("Diganti dengan kunci baru")
        REVOKED = "dicabut", _("Dicabut")
        REFUSED = "ditolak", _("Tidak dikukuhkan")

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="keys")
    fingerprint = models.CharField(max_length=32, unique=True)
    signing = models.CharField(max_length=64)
    sealing = models.CharField(max_length=64)
    entered_by = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    entered_name = models.CharField(max_length=120)
    entered_at = models.DateTimeField()
    confirmed_by = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    confirmed_name = models.CharField(max_length=120, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    letter = models.CharField(max_length=120, blank=True, help_text="that brought the fingerprint")
    ended_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=8, choices=End.choices, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partner"],
                condition=models.Q(confirmed_at__isnull=False, ended_at__isnull=True),
                name="partner_has_one_key_in_force",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True, end="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(end="")),
                name="partner_key_ends_with_a_kind",
            ),
        ]

    @property
    def in_force(self) -> bool:
        """Whether packages go out to this key and come in under it."""
        return self.confirmed_at is not None and self.ended_at is None

    @property
    def waits(self) -> bool:
        """Whether a second person still has to compare it with the paper."""
        return self.confirmed_at is None and self.ended_at is None


class Parcel(models.Model):
    """A package that was sent or taken in.

    `number` is the sender's id, `sequence` the sender's count towards the receiver, over all types.
    `digest` is that of the signed statement and stands in the ledgers of both houses. `subject` is
    what it is about in this house. `receipt` is the signed receipt as it was given or received.
    """

    class Way(models.TextChoices):
        IN = "masuk", _("Masuk")
        OUT = "keluar", _("Keluar")

    class State(models.TextChoices):
        WAITING = "menunggu", _("Menunggu dikirim")
        HELD = "ditahan", _("Ditahan di kantor tujuan")
        ARRIVED = "diterima", _("Diterima")

    way = models.CharField(max_length=6, choices=Way.choices)
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="parcels")
    fingerprint = models.CharField(max_length=32, help_text="of the key that signed it")
    number = models.UUIDField()
    sequence = models.PositiveBigIntegerField()
    type = models.CharField(max_length=40)
    schema = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    subject = models.CharField(max_length=80, blank=True)
    digest = models.CharField(max_length=64)
    body = models.ForeignKey("kernel.StoredFile", models.PROTECT, related_name="+")
    path = PathField()
    legal_at = models.DateTimeField(help_text="the sender's legal clock when it was made")
    created_at = models.DateTimeField(help_text="the sender's technical clock when it was made")
    arrived_at = models.DateTimeField(null=True, help_text="by the technical clock of this house")
    via = models.CharField(max_length=8, blank=True)
    late = models.BooleanField(default=False, help_text="it came after one with a higher sequence")
    state = models.CharField(max_length=10, choices=State.choices)
    receipt = models.BinaryField(null=True)
    receipt_at = models.DateTimeField(null=True)
    code = models.CharField(max_length=20, blank=True, help_text="why it is held over there")
    facts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["way", "partner", "number"], name="parcel_id_once"),
            models.UniqueConstraint(
                fields=["partner", "sequence"],
                condition=models.Q(way="keluar"),
                name="parcel_sequence_once",
            ),
        ]
        indexes = [
            models.Index(fields=["way", "state"]),
            models.Index(fields=["way", "partner", "sequence"]),
            models.Index(fields=["subject"]),
        ]


class ParcelTry(models.Model):
    """An attempt to deliver a package over the network, and what came of it."""

    parcel = models.ForeignKey(Parcel, models.CASCADE, related_name="tries")
    at = models.DateTimeField()
    code = models.CharField(max_length=20)
    facts = models.JSONField(default=dict)


class Held(models.Model):
    """A package that was not taken in, as its bytes, with the reason; nothing is thrown away."""

    class State(models.TextChoices):
        WAITING = "menunggu", _("Menunggu keputusan")
        TAKEN = "diambil", _("Diterima kemudian")
        DROPPED = "disisihkan", _("Disisihkan")

    file = models.OneToOneField("kernel.StoredFile", models.PROTECT, related_name="+")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=200, blank=True)
    type = models.CharField(max_length=40, blank=True)
    digest = models.CharField(max_length=64, blank=True, help_text="of the statement, if it opened")
    code = models.CharField(max_length=20)
    facts = models.JSONField(default=dict)
    path = PathField()
    via = models.CharField(max_length=8)
    arrived_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    parcel = models.ForeignKey(Parcel, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_name = models.CharField(max_length=120, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "arrived_at"])]
