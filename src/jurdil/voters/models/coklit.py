"""Coklit: the households of a TPS, who was asked at the door, and what was found of each person."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField

from .people import INDEX, Pemilih, PemilihVersi
from .proposals import Usulan


class RumahCoklit(models.Model):
    """A household of a TPS: visited or not, sticker, who was met, how it was signed.

    `token` names it to phones, which may bring a new one of their own; `rev` counts its changes.
    """

    class State(models.TextChoices):
        WAITING = "belum", _("Belum dikunjungi")
        ABSENT = "tidak-ditemui", _("Tidak ditemui, akan kembali")
        VISITED = "selesai", _("Sudah dikunjungi")

    class Sign(models.TextChoices):
        NONE = "", _("Tidak dicatat")
        HAND = "ttd", _("Tanda tangan")
        THUMB = "cap", _("Cap jempol")
        UNABLE = "tidak-bisa", _("Tidak bisa menandatangani")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    token = models.UUIDField(unique=True, default=uuid4)
    village = PathField()
    tps = PathField()
    nkk_index = models.CharField(max_length=INDEX, blank=True)
    head = models.CharField(max_length=100)
    address = models.CharField(max_length=150, blank=True)
    rt = models.CharField(max_length=5, blank=True)
    rw = models.CharField(max_length=5, blank=True)
    sort_key = models.CharField(max_length=40)
    state = models.CharField(max_length=15, choices=State.choices, default=State.WAITING)
    sticker = models.BooleanField(default=False)
    met = models.CharField(max_length=100, blank=True)
    sign = models.CharField(max_length=10, choices=Sign.choices, blank=True)
    key_id = models.CharField(max_length=32, blank=True)
    signature = models.BinaryField(help_text="the strokes of a pen, sealed")
    note = models.CharField(max_length=200, blank=True)
    rev = models.PositiveIntegerField(default=0)
    worker_id = models.BigIntegerField(null=True)
    worker_name = models.CharField(max_length=120, blank=True)
    visited_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="belum") | models.Q(visited_at__isnull=False),
                name="coklit_visit_has_its_time",
            )
        ]
        indexes = [
            models.Index(fields=["election", "village", "tps"]),
            models.Index(fields=["election", "state"]),
        ]
        ordering = ["tps", "sort_key", "pk"]


class OrangCoklit(models.Model):
    """A person of the list that went to coklit, or one found at the door, and what was found.

    `proposal` is what waits at the PPS because of it; `pemilih` is None until a newcomer is listed.
    """

    class Result(models.TextChoices):
        NONE = "", _("Belum dicoklit")
        SAME = "sesuai", _("Sesuai")
        CHANGE = "ubah", _("Ubah data")
        STRIKE = "tms", _("TMS")
        NEW = "baru", _("Pemilih baru")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    village = PathField()
    tps = PathField()
    house = models.ForeignKey(RumahCoklit, models.PROTECT, related_name="people")
    pemilih = models.ForeignKey(Pemilih, models.PROTECT, null=True, related_name="coklit")
    seen = models.ForeignKey(PemilihVersi, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=100)
    sex = models.CharField(max_length=1, blank=True)
    result = models.CharField(max_length=10, choices=Result.choices, blank=True)
    tms = models.CharField(max_length=20, blank=True)
    proposal = models.ForeignKey(Usulan, models.PROTECT, null=True, related_name="coklit")
    worker_id = models.BigIntegerField(null=True)
    worker_name = models.CharField(max_length=120, blank=True)
    recorded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "pemilih"], name="coklit_person_once"),
            models.CheckConstraint(
                condition=models.Q(result="") | models.Q(recorded_at__isnull=False),
                name="coklit_result_has_its_time",
            ),
        ]
        indexes = [
            models.Index(fields=["election", "village", "tps", "result"]),
            models.Index(fields=["proposal"]),
        ]
