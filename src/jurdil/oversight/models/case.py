"""Findings and reports: the case, its parties sealed apart, its evidence and what it is about.

No column here names a person: names, addresses and what the reporter told stand sealed
(`oversight.sealing`), bound to their own row.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurdil.kernel.fields import PathField
from jurdil.oversight.models.sealed import SealedPerson


class Case(SealedPerson):
    """A report, a finding, or first information that is being traced.

    Sealed in it: the story and where it happened.
    """

    class Kind(models.TextChoices):
        REPORT = "laporan", _("Laporan")
        FINDING = "temuan", pgettext_lazy("perkara", "Temuan")
        TIP = "informasi-awal", _("Informasi awal")

    class Channel(models.TextChoices):
        DESK = "loket", _("Datang ke kantor")
        ONLINE = "daring", _("Laman publik")
        PHONE = "telepon", _("Telepon atau pesan")
        LETTER = "surat", _("Surat")
        OVERSEER = "pengawas", _("Hasil pengawasan")

    class Level(models.TextChoices):
        REGENCY = "kabko", _("Bawaslu Kabupaten/Kota")
        DISTRICT = "kecamatan", _("Panwaslu Kecamatan")

    kind = models.CharField(max_length=16, choices=Kind.choices)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    regime = models.CharField(max_length=30, help_text="of the law's clocks")
    level = models.CharField(max_length=10, choices=Level.choices)
    state = models.CharField(max_length=24)
    title = models.CharField(max_length=160, help_text="without names")
    actor = models.CharField(max_length=20, help_text="kind of the reported party")
    happened_on = models.DateField(null=True)
    known_on = models.DateField(null=True)
    received_at = models.DateTimeField()
    brought_at = models.DateTimeField(null=True, help_text="identity and evidence at the desk")
    limit_at = models.DateTimeField(null=True)
    in_time = models.BooleanField(null=True)
    receipt = models.CharField(max_length=16, unique=True)
    intake_series = models.CharField(max_length=40, blank=True)
    intake_seq = models.PositiveIntegerField(null=True)
    intake_number = models.CharField(max_length=80, blank=True)
    series = models.CharField(max_length=40, blank=True)
    seq = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=80, blank=True)
    registered_at = models.DateTimeField(null=True)
    suspected = models.JSONField(default=list, help_text="kinds named by the initial study")
    outcomes = models.JSONField(default=list, help_text="kinds decided by the plenary")
    reason = models.CharField(max_length=30, blank=True, help_text="why it is not registered")
    officer = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=80, blank=True)
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)

    class Meta:
        indexes = [
            models.Index(fields=["state", "path"]),
            models.Index(fields=["received_at"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["series", "seq"], name="case_number_once"),
            models.UniqueConstraint(
                fields=["intake_series", "intake_seq"], name="case_intake_once"
            ),
            models.CheckConstraint(
                condition=models.Q(registered_at__isnull=True) | ~models.Q(number=""),
                name="registered_case_has_its_number",
            ),
        ]


class CaseParty(SealedPerson):
    """A reporter, reported party or witness. What is open says the role and no more."""

    class Role(models.TextChoices):
        REPORTER = "pelapor", _("Pelapor")
        REPORTED = "terlapor", _("Terlapor")
        WITNESS = "saksi", _("Saksi")

    case = models.ForeignKey(Case, models.PROTECT, related_name="parties")
    role = models.CharField(max_length=10, choices=Role.choices)
    number = models.PositiveSmallIntegerField()
    capacity = models.CharField(max_length=20, blank=True)
    added_at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True, help_text="entered by mistake; it stays sealed")
    struck_name = models.CharField(max_length=120, blank=True)
    struck_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "role", "number"], name="case_party_once")
        ]


class CaseReveal(models.Model):
    """Somebody opened an identity, and why; the ledger has the code of the reason only."""

    class Why(models.TextChoices):
        CLARIFY = "klarifikasi", _("Mengundang atau memeriksa para pihak")
        STUDY = "kajian", _("Menyusun kajian")
        FORM = "formulir", _("Mencetak formulir untuk pihak yang bersangkutan")
        FORWARD = "penerusan", _("Meneruskan kepada instansi yang berwenang")
        PROTECT = "pelindungan", _("Pelindungan pelapor atau saksi")

    case = models.ForeignKey(Case, models.PROTECT, related_name="reveals")
    party = models.ForeignKey(CaseParty, models.PROTECT, null=True, related_name="reveals")
    why = models.CharField(max_length=14, choices=Why.choices)
    note = models.CharField(max_length=300, blank=True)
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)
    role = models.CharField(max_length=20)
    opened_at = models.DateTimeField()

    append_only = True


class CaseEvidence(models.Model):
    """A piece of evidence. `identity` pieces (a copy of an identity card) open by a reveal only."""

    class Kind(models.TextChoices):
        PHOTO = "foto", _("Foto")
        VIDEO = "video", _("Video atau suara")
        LETTER = "surat", _("Surat atau dokumen")
        OBJECT = "barang", _("Barang")
        PAGE = "laman", _("Tangkapan laman")
        IDENTITY = "identitas", _("Salinan identitas")

    case = models.ForeignKey(Case, models.PROTECT, related_name="evidence")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    about = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=60, blank=True, help_text="ours, never the sender's")
    added_at = models.DateTimeField()
    added_name = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="case_evidence_once")
        ]


class CaseCheck(models.Model):
    """A formal or material requirement as it was found on a day; the last row counts."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="checks")
    requirement = models.CharField(max_length=30)
    met = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)
    checked_on = models.DateField()
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["case", "requirement"])]

    append_only = True
