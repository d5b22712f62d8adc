"""A plenary sitting: who was there, which boxes, every row read, and what was signed.

Names of persons are sealed (`Peserta.name_sealed`); all other tables speak of offices.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class Sidang(models.Model):
    """A sitting of PPK (`kecamatan`) or of KPU (`kabko`); `room` tells parallel rooms apart.

    `current` and `area` are what the wall shows, `revision` grows with every change, so that it
    knows when to draw again. `early_reason` says why it was opened although boxes were missing.
    """

    class State(models.TextChoices):
        PREPARED = "disiapkan", _("Disiapkan")
        OPEN = "dibuka", _("Dibuka")
        SUSPENDED = "skors", _("Diskors")
        CLOSED = "ditutup", _("Ditutup")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    level = models.CharField(max_length=12)
    path = PathField()
    contests = models.JSONField()
    venue = models.CharField(max_length=200)
    room = models.CharField(max_length=40, blank=True)
    planned_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARED)
    early_reason = models.TextField(blank=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    current = models.ForeignKey("BarisSidang", models.PROTECT, null=True, related_name="+")
    area = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "path", "room"],
                condition=~models.Q(state="ditutup"),
                name="sitting_one_open_per_room",
            )
        ]
        ordering = ["-pk"]


class LangkahSidang(models.Model):
    """A step of the sitting, with the legal clock."""

    sidang = models.ForeignKey(Sidang, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=20)
    note = models.TextField(blank=True)
    taken_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        ordering = ["pk"]


class KotakTiba(models.Model):
    """A sealed box of a TPS that stands in the room."""

    sidang = models.ForeignKey(Sidang, models.PROTECT, related_name="boxes")
    path = PathField()
    sealed = models.BooleanField(default=True)
    note = models.CharField(max_length=200, blank=True)
    arrived_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sidang", "path"], name="box_arrives_once")]


class Peserta(models.Model):
    """Somebody who takes part. `participant` is the key of whom a witness serves.

    `code` is what the record calls the person: "PPK 1", "Saksi paslon 2". `person` is a keyed
    fingerprint of the name, to notice a witness of two participants.
    """

    class Kind(models.TextChoices):
        MEMBER = "anggota", _("Anggota PPK/KPU")
        WITNESS = "saksi", _("Saksi peserta")
        SUPERVISOR = "pengawas", _("Panwaslu Kecamatan/Bawaslu")
        PPS = "pps", _("PPS/PPK")
        OBSERVER = "pemantau", _("Pemantau atau pers")
        GUEST = "tamu", _("Undangan lain")

    sidang = models.ForeignKey(Sidang, models.PROTECT, related_name="people")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    code = models.CharField(max_length=60)
    participant = models.CharField(max_length=30, blank=True)
    person = models.CharField(max_length=64)
    name_key = models.CharField(max_length=32)
    name_sealed = models.BinaryField()
    mandate_number = models.CharField(max_length=80, blank=True)
    mandate_level = models.CharField(max_length=10, blank=True)
    in_room = models.BooleanField(default=True)
    arrived_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sidang", "code"], name="attendee_code_once")
        ]
        ordering = ["kind", "pk"]


class BarisSidang(models.Model):
    """A row that the sitting reads: a TPS at the kecamatan, a kecamatan at the regency."""

    class State(models.TextChoices):
        WAITING = "belum", _("Belum")
        READ = "dibacakan", _("Dibacakan")
        MATCHED = "dicocokkan", _("Dicocokkan")
        CONTESTED = "keberatan", _("Keberatan")
        APPROVED = "disahkan", _("Disahkan")

    sidang = models.ForeignKey(Sidang, models.PROTECT, related_name="rows")
    contest = models.CharField(max_length=20)
    path = PathField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    read_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sidang", "contest", "path"], name="sitting_row_once")
        ]
        ordering = ["contest", "path"]


class Salinan(models.Model):
    """What a copy in the room says, whole; `participant` names whose copy a witness holds."""

    class Holder(models.TextChoices):
        PPK = "ppk", _("Salinan PPK")
        WITNESS = "saksi", _("Salinan saksi")
        SUPERVISOR = "pengawas", _("Salinan pengawas")

    row = models.ForeignKey(BarisSidang, models.PROTECT, related_name="copies")
    holder = models.CharField(max_length=10, choices=Holder.choices)
    participant = models.CharField(max_length=30, blank=True)
    figures = models.JSONField(default=dict)
    document = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["row", "holder", "participant"], name="copy_once")
        ]
        ordering = ["holder", "participant"]


class Pembetulan(models.Model):
    """One corrected figure of one form, with the paragraph it prints (`kejadian`)."""

    sidang = models.ForeignKey(Sidang, models.PROTECT, related_name="corrections")
    row = models.ForeignKey(BarisSidang, models.PROTECT, related_name="corrections")
    kejadian = models.OneToOneField("Kejadian", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    path = PathField()
    field = models.CharField(max_length=40)
    old = models.BigIntegerField(null=True)
    new = models.BigIntegerField(null=True)
    reason = models.CharField(max_length=20)
    note = models.TextField(blank=True)
    initials = models.JSONField(default=list)
    made_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["pk"]


class Keberatan(models.Model):
    """What became of an objection; the objection itself is a `Kejadian`."""

    class Outcome(models.TextChoices):
        OPEN = "terbuka", _("Belum dijawab")
        EXPLAINED = "dijelaskan", _("Dijelaskan")
        CORRECTED = "dibetulkan", _("Dibetulkan seketika")
        CONTESTED = "tetap", _("Tetap keberatan")

    sidang = models.ForeignKey(Sidang, models.PROTECT, related_name="objections")
    row = models.ForeignKey(BarisSidang, models.PROTECT, null=True, related_name="objections")
    kejadian = models.OneToOneField("Kejadian", models.PROTECT, related_name="+")
    participant = models.CharField(max_length=30, blank=True)
    field = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.OPEN)
    opinion = models.TextField(blank=True)
    opinion_by = models.CharField(max_length=120, blank=True)
    opinion_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]


class TandaTangan(models.Model):
    """A signature under the D.Hasil of a contest, or the refusal with its reason."""

    sidang = models.ForeignKey(Sidang, models.PROTECT, related_name="signatures")
    contest = models.CharField(max_length=20)
    peserta = models.ForeignKey(Peserta, models.PROTECT, related_name="signatures")
    refusal = models.TextField(blank=True)
    signed_at = models.DateTimeField()

    append_only = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contest", "peserta"], name="signature_once")
        ]
        ordering = ["pk"]


class TandaTerima(models.Model):
    """A receipt of D.Hasil: the supervisor receives and never signs; witnesses get copies."""

    sidang = models.ForeignKey(Sidang, models.PROTECT, related_name="receipts")
    contest = models.CharField(max_length=20)
    peserta = models.ForeignKey(Peserta, models.PROTECT, related_name="receipts")
    received_at = models.DateTimeField()

    append_only = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contest", "peserta"], name="receipt_once")]
        ordering = ["pk"]


class PenetapanSidang(models.Model):
    """The determination that closed a contest in a sitting."""

    sidang = models.ForeignKey(Sidang, models.PROTECT, related_name="decisions")
    contest = models.CharField(max_length=20)
    decision = models.OneToOneField("kernel.Decision", models.PROTECT, related_name="+")
    document = models.ForeignKey("kernel.Document", models.PROTECT, null=True, related_name="+")

    append_only = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sidang", "contest"], name="contest_closed_once")
        ]
