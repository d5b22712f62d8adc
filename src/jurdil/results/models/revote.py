"""Votes held again, later or on, and recounts: from the proposal to the result that replaces."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.law.revote import NAMES, STATES, State

KINDS = [(kind.value, name.id) for kind, name in NAMES.items()]
CASE_STATES = [(state.value, name.id) for state, name in STATES.items()]


class Ulang(models.Model):
    """One TPS where something is held again. `done` lists the contests whose new result is in.

    `ordered_until` is the term of a court's order; without one the law's own deadline holds.
    """

    class Source(models.TextChoices):
        PTPS = "ptps", _("Temuan pengawas TPS")
        PANWASCAM = "panwascam", _("Rekomendasi Panwaslu Kecamatan")
        BAWASLU = "bawaslu", _("Rekomendasi Bawaslu")
        KPPS = "kpps", _("Usul KPPS")
        KPU = "kpu", _("Prakarsa KPU")
        COURT = "mk", _("Perintah Mahkamah Konstitusi")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    kind = models.CharField(max_length=12, choices=KINDS)
    contests = models.JSONField()
    done = models.JSONField(default=list)
    ground = models.CharField(max_length=60)
    source = models.CharField(max_length=10, choices=Source.choices)
    source_number = models.CharField(max_length=120, blank=True)
    story = models.TextField()
    state = models.CharField(
        max_length=12,
        choices=CASE_STATES,
        default=State.PROPOSED.value,
    )
    ordered_until = models.DateField(null=True)
    decision_number = models.CharField(max_length=120, blank=True)
    decision = models.ForeignKey("kernel.Document", models.PROTECT, null=True, related_name="+")
    decided_reason = models.TextField(blank=True)
    held_on = models.DateField(null=True)
    late_reason = models.TextField(blank=True)
    voters = models.PositiveIntegerField(null=True, help_text="DPT that the notices go to")
    kpps_replaced = models.PositiveSmallIntegerField(null=True)
    proposed_at = models.DateTimeField()
    account_name = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["election", "path"])]
        ordering = ["path", "pk"]


class LangkahUlang(models.Model):
    """A step of a case, with the legal clock and who took it."""

    case = models.ForeignKey(Ulang, models.PROTECT, related_name="steps")
    state = models.CharField(max_length=12)
    note = models.TextField(blank=True)
    taken_at = models.DateTimeField()
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        ordering = ["pk"]


class Sengketa(models.Model):
    """A dispute about a result: forum, register, clocks, outcome."""

    class Forum(models.TextChoices):
        MK = "mk", _("Mahkamah Konstitusi")
        BAWASLU_KABKO = "bawaslu-kabko", _("Bawaslu Kabupaten/Kota")
        BAWASLU_PROV = "bawaslu-prov", _("Bawaslu Provinsi")
        BAWASLU_RI = "bawaslu-ri", _("Bawaslu RI")
        DKPP = "dkpp", _("DKPP")
        PTUN = "ptun", _("PTUN")

    class Petitioner(models.TextChoices):
        PARTICIPANT = "peserta", _("Peserta")
        PERSON = "perseorangan", _("Calon perseorangan dalam partai")
        OTHER = "lain", _("Pemohon lain")

    class Outcome(models.TextChoices):
        OPEN = "", _("Belum diputus")
        GRANTED = "dikabulkan", _("Dikabulkan")
        PARTLY = "dikabulkan-sebagian", _("Dikabulkan sebagian")
        REJECTED = "ditolak", _("Ditolak")
        UNACCEPTED = "tidak-diterima", _("Tidak dapat diterima")
        WITHDRAWN = "ditarik", _("Ditarik kembali")
        UNPROVEN = "tidak-terbukti", _("Tidak terbukti")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    path = PathField()
    forum = models.CharField(max_length=14, choices=Forum.choices)
    number = models.CharField(max_length=120, blank=True)
    petitioner = models.CharField(max_length=14, choices=Petitioner.choices)
    party = models.CharField(max_length=8, blank=True)
    claim = models.TextField()
    filed_on = models.DateTimeField()
    registered_on = models.DateTimeField(null=True)
    population = models.PositiveIntegerField(null=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    decided_on = models.DateField(null=True)
    ruling = models.TextField(blank=True)
    account_name = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-filed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome="", decided_on=None)
                | (~models.Q(outcome="") & models.Q(decided_on__isnull=False)),
                name="dispute_outcome_has_its_day",
            )
        ]


class Dalil(models.Model):
    """A TPS that a dispute is about: what the petitioner and the overseer say its figures are."""

    dispute = models.ForeignKey(Sengketa, models.PROTECT, related_name="claims")
    path = PathField()
    petitioner = models.JSONField(default=dict)
    overseer = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    version = models.ForeignKey("FormVersi", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dispute", "path"], name="claim_once_per_tps")
        ]
        ordering = ["path"]


class Berkas(models.Model):
    """An evidence bundle that was made for a dispute."""

    dispute = models.ForeignKey(Sengketa, models.PROTECT, related_name="bundles")
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, related_name="+")
    items = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        ordering = ["-pk"]
