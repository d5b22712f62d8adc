"""Who is invited and who came."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField

from .meeting import Meeting, Session


class Guest(models.Model):
    """An invited person, or one who came without (`walk_in`).

    `number` is the row on the printed list. `member`: belongs to the body that decides. `key`
    compares people: plain name and institution. `contact` is a person of the directory of `office`.
    """

    class Sex(models.TextChoices):
        MAN = "L", _("Laki-laki")
        WOMAN = "P", _("Perempuan")

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="guests")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=160)
    post = models.CharField(max_length=160, blank=True)
    institution = models.CharField(max_length=160, blank=True)
    division = models.CharField(max_length=60, blank=True)
    place = PathField(blank=True)
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    member = models.BooleanField(default=False)
    walk_in = models.BooleanField(default=False)
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    contact = models.BigIntegerField(null=True)
    key = models.CharField(max_length=350)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="guest_number_once"),
            models.UniqueConstraint(fields=["meeting", "key"], name="guest_person_once"),
        ]


class Attendance(models.Model):
    """That a guest was at a session. `by_name` and `by_post` are who came in the guest's place.

    `signed`: there is a signature on the paper list, which is what pays.
    """

    class Presence(models.TextChoices):
        PRESENT = "hadir", _("Hadir")
        REPRESENTED = "mewakili", _("Diwakili")
        ONLINE = "daring", _("Hadir daring")

    class Way(models.TextChoices):
        CODE = "qr", _("Kode QR")
        DESK = "meja", _("Meja pendaftaran")
        PAPER = "kertas", _("Daftar kertas")

    session = models.ForeignKey(Session, models.PROTECT, related_name="attendance")
    guest = models.ForeignKey(Guest, models.PROTECT, related_name="attendance")
    presence = models.CharField(max_length=10, choices=Presence.choices)
    by_name = models.CharField(max_length=160, blank=True)
    by_post = models.CharField(max_length=160, blank=True)
    way = models.CharField(max_length=10, choices=Way.choices)
    signed = models.BooleanField(default=False)
    entered_at = models.DateTimeField()
    account_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "guest"], name="attendance_once"),
            models.CheckConstraint(
                condition=~models.Q(presence="mewakili") | ~models.Q(by_name=""),
                name="representative_has_a_name",
            ),
        ]
