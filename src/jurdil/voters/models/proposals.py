"""Proposals: everything that wants to change a voter passes here, with its evidence."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField

from .people import INDEX, Pemilih, PemilihVersi


class Usulan(models.Model):
    """A proposed change of one voter: new, struck, changed, moved, restored.

    The new values are sealed. Who proposed a removal never accepts it: the law wants a second
    person. `seen` is the version that the proposer looked at.
    """

    class Kind(models.TextChoices):
        NEW = "baru", _("Pemilih baru")
        STRIKE = "tms", _("TMS")
        CHANGE = "ubah", _("Ubah data")
        MOVE = "pindah-tps", _("Pindah TPS dalam desa")
        RESTORE = "pulih", _("Pulihkan")

    class Source(models.TextChoices):
        COKLIT = "coklit", _("Coklit")
        AGENCY = "instansi", _("Data instansi")
        VISIT = "coktas", _("Coklit terbatas")
        COMMENT = "tanggapan", _("Tanggapan masyarakat")
        ADVICE = "saran", _("Saran perbaikan")
        SOURCE_LIST = "daftar", _("Daftar sumber")
        DESK = "kantor", _("Kantor")

    class State(models.TextChoices):
        OPEN = "diajukan", _("Diajukan")
        ACCEPTED = "diterima", _("Disetujui")
        REJECTED = "ditolak", _("Ditolak")
        WITHDRAWN = "ditarik", _("Ditarik")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    source = models.CharField(max_length=10, choices=Source.choices)
    reference = models.CharField(max_length=80, blank=True, help_text="row, letter or event")
    pemilih = models.ForeignKey(Pemilih, models.PROTECT, null=True, related_name="proposals")
    seen = models.ForeignKey(PemilihVersi, models.PROTECT, null=True, related_name="+")
    village = PathField()
    tps = PathField(blank=True)
    tms = models.CharField(max_length=20, blank=True)
    tms_regime = models.CharField(max_length=30, blank=True)
    entered = models.CharField(max_length=20, blank=True, help_text="why new: code of `pdpb_baru`")
    token = models.UUIDField(unique=True, help_text="binds the sealed values to this row")
    key_id = models.CharField(max_length=32)
    sealed = models.BinaryField(help_text="the proposed elements as JSON")
    nik_index = models.CharField(max_length=INDEX, blank=True)
    evidence = models.CharField(max_length=40, blank=True, help_text="kind of paper")
    evidence_note = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    proposed_by = models.BigIntegerField(null=True)
    proposed_name = models.CharField(max_length=120)
    proposed_at = models.DateTimeField()
    decided_by = models.BigIntegerField(null=True)
    decided_name = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True)
    decision_note = models.CharField(max_length=300, blank=True)
    result = models.ForeignKey(PemilihVersi, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="tms", state="diterima")
                | Q(proposed_by__isnull=True)
                | ~Q(decided_by=F("proposed_by")),
                name="removal_needs_a_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(kind="tms") | Q(tms__gt="", evidence__gt=""),
                name="removal_needs_code_and_evidence",
            ),
            models.CheckConstraint(
                condition=Q(state="diajukan", decided_at__isnull=True)
                | (~Q(state="diajukan") & Q(decided_at__isnull=False)),
                name="proposal_decided_has_its_time",
            ),
        ]
        indexes = [
            models.Index(fields=["village", "state"]),
            models.Index(fields=["election", "state", "kind"]),
            models.Index(fields=["reference"]),
            models.Index(fields=["nik_index"]),
        ]


class Ganda(models.Model):
    """Two voters who may be one person: why they were put side by side, and what was decided."""

    class Kind(models.TextChoices):
        SAME = "K1", _("Sama pada NIK, nama, dan kelahiran")
        SAME_NIK = "K2", _("NIK sama, nama berbeda")
        ALIKE = "K3", _("Nama dan kelahiran serupa")

    class State(models.TextChoices):
        OPEN = "terbuka", _("Belum diputuskan")
        DIFFERENT = "berbeda", _("Dua orang")
        ONE = "satu", _("Satu orang")

    first = models.ForeignKey(Pemilih, models.PROTECT, related_name="+")
    second = models.ForeignKey(Pemilih, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=2, choices=Kind.choices)
    path = PathField(help_text="the narrowest place that holds both")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    found_at = models.DateTimeField()
    decided_by = models.BigIntegerField(null=True)
    decided_name = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="voter_pair_once"),
            models.CheckConstraint(condition=Q(second__gt=F("first")), name="voter_pair_in_order"),
        ]
        indexes = [models.Index(fields=["state", "path"])]


class PencarianGanda(models.Model):
    """A search for doubles over the whole list of a place: how far it is, what it found."""

    class State(models.TextChoices):
        WAITING = "menunggu", _("Menunggu")
        RUNNING = "berjalan", _("Berjalan")
        DONE = "selesai", _("Selesai")

    path = PathField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    entries = models.PositiveIntegerField(default=0, help_text="to be compared, in all passes")
    compared = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0, help_text="pairs that nobody knew of")
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    role = models.CharField(max_length=30, help_text="in which it was asked for")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["path"], condition=~Q(state="selesai"), name="one_search_at_a_time"
            )
        ]
