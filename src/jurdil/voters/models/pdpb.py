"""The quarterly update (PDPB): its dates, data of agencies, visits at the door, Sidalih."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField

from .lists import Revisi
from .people import INDEX, Pemilih
from .proposals import Usulan


class Triwulan(models.Model):
    """The dates of a quarter, as the circular of the KPU gives them; none is ever computed."""

    revision = models.OneToOneField(Revisi, models.PROTECT, related_name="quarter")
    circular = models.CharField(max_length=120, blank=True)
    circular_day = models.DateField(null=True)
    data_until = models.DateField(null=True, help_text="last day for data of agencies")
    lock_on = models.DateField(null=True, help_text="Sidalih is locked")
    plenary_on = models.DateField(null=True)


class Kiriman(models.Model):
    """What an agency sent: its letter, and the file with rows when one came."""

    revision = models.ForeignKey(Revisi, models.PROTECT, related_name="deliveries")
    agency = models.CharField(max_length=20, help_text="code of `pdpb_sumber`")
    sender = models.CharField(max_length=120, blank=True)
    claim = models.CharField(max_length=20, help_text="baru:pemula, tms:meninggal, ubah")
    letter = models.CharField(max_length=120)
    letter_day = models.DateField()
    received_on = models.DateField()
    paper = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    rows_read = models.PositiveIntegerField(default=0)
    batch = models.OneToOneField("kernel.ImportBatch", models.PROTECT, null=True, related_name="+")
    waiting = models.PositiveIntegerField(default=0, help_text="confirmed rows not yet taken in")
    note = models.CharField(max_length=300, blank=True)
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    path = PathField()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "file"], condition=Q(file__isnull=False), name="same_file_once"
            )
        ]


class BarisKiriman(models.Model):
    """A row of an agency's file: who it seems to be, and what became of it.

    `sealed` holds the elements as they were written; `token` binds them to this row.
    """

    class Match(models.TextChoices):
        NIK = "nik", _("NIK sama")
        BIRTH = "lahir", _("Nama dan tanggal lahir sama")
        MANY = "banyak", _("Lebih dari satu orang cocok")
        NOBODY = "tidak", _("Tidak ada di daftar")

    class Outcome(models.TextChoices):
        PROPOSED = "usulan", _("Menjadi usulan")
        VISIT = "coktas", _("Didatangi (coktas)")
        SAME = "sama", _("Tidak ada yang berubah")
        EARLIER = "ingatan", _("Pernah diputuskan")
        ABSENT = "tidak-ada", _("Tidak ada di daftar")
        TOO_YOUNG = "belum-17", _("Belum memenuhi syarat umur")
        FAULTY = "cacat", _("Data tidak cukup")

    delivery = models.ForeignKey(Kiriman, models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField(help_text="row in the file")
    village = PathField()
    token = models.UUIDField(unique=True)
    key_id = models.CharField(max_length=32)
    sealed = models.BinaryField()
    nik_index = models.CharField(max_length=INDEX, blank=True)
    match = models.CharField(max_length=10, choices=Match.choices)
    pemilih = models.ForeignKey(Pemilih, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    why = models.CharField(max_length=60, blank=True, help_text="codes of why it is so")
    proposal = models.ForeignKey(Usulan, models.PROTECT, null=True, related_name="+")
    earlier = models.ForeignKey(Usulan, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["delivery", "number"], name="delivery_row_once")
        ]
        indexes = [models.Index(fields=["delivery", "outcome"])]
        ordering = ["number"]


class TugasCoktas(models.Model):
    """An assignment letter for visits: who goes, where, when. The paper is the kernel's."""

    revision = models.ForeignKey(Revisi, models.PROTECT, related_name="assignments")
    officer = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+")
    document = models.ForeignKey("kernel.Document", models.PROTECT, related_name="+")
    first_day = models.DateField()
    last_day = models.DateField()
    path = PathField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=models.F("first_day")), name="assignment_ends_after_start"
            )
        ]


class Kunjungan(models.Model):
    """A visit at the door (*coktas*) for a doubtful case, and what the officer found there."""

    class Why(models.TextChoices):
        DEATH = "meninggal", _("Dilaporkan meninggal")
        MOVED = "pindah", _("Dilaporkan pindah")
        UNIFORM = "tni-polri", _("Dilaporkan menjadi TNI/Polri")
        DOUBLE = "ganda", _("Kemungkinan ganda")
        MISMATCH = "tidak-padan", _("Data tidak padan")
        OLD = "usia-100", _("Berumur lebih dari 100 tahun")
        OTHER = "lain", _("Lainnya")

    class Result(models.TextChoices):
        FOUND = "ada", _("Ditemui, data benar")
        CORRECT = "perbaiki", _("Ditemui, data diperbaiki")
        DIED = "meninggal", _("Meninggal, ada bukti")
        MOVED = "pindah", _("Pindah domisili")
        UNKNOWN = "tidak-dikenal", _("Tidak dikenal di tempat itu")
        UNIFORM_TNI = "tni", _("Menjadi prajurit TNI")
        UNIFORM_POLRI = "polri", _("Menjadi anggota Polri")

    revision = models.ForeignKey(Revisi, models.PROTECT, related_name="visits")
    pemilih = models.ForeignKey(Pemilih, models.PROTECT, related_name="visits")
    village = PathField()
    why = models.CharField(max_length=12, choices=Why.choices)
    note = models.CharField(max_length=200, blank=True)
    row = models.ForeignKey(BarisKiriman, models.PROTECT, null=True, related_name="visits")
    assignment = models.ForeignKey(TugasCoktas, models.PROTECT, null=True, related_name="visits")
    result = models.CharField(max_length=14, choices=Result.choices, blank=True)
    visited_on = models.DateField(null=True)
    finding = models.CharField(max_length=300, blank=True)
    proposal = models.ForeignKey(Usulan, models.PROTECT, null=True, related_name="+")
    recorded_by = models.BigIntegerField(null=True)
    recorded_name = models.CharField(max_length=120, blank=True)
    recorded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["village", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "pemilih"], condition=Q(result=""), name="one_open_visit"
            ),
            models.CheckConstraint(
                condition=Q(result="", recorded_at__isnull=True)
                | (Q(result__gt="", recorded_at__isnull=False, visited_on__isnull=False)),
                name="visit_result_has_its_day",
            ),
        ]
        indexes = [models.Index(fields=["revision", "result", "village"])]


class AngkaSidalih(models.Model):
    """What Sidalih says of a place in a quarter, as somebody read it; the newest counts."""

    revision = models.ForeignKey(Revisi, models.PROTECT, related_name="sidalih")
    path = PathField()
    figures = models.JSONField(help_text="column: figure; an absent one was not read")
    origin = models.CharField(max_length=120, help_text="diketik, or the file it came from")
    noted_at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)

    append_only = True

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["revision", "path"])]
