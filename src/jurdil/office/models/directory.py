"""The directory: institutions, and the people who hold a position there for a time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class Institution(models.Model):
    """An institution that the office writes to and invites. Closed ones stay."""

    class Kind(models.TextChoices):
        GOVERNMENT = "pemda", _("Pemerintah daerah")
        VERTICAL = "vertikal", _("Instansi vertikal")
        ORGANISER = "penyelenggara", _("Penyelenggara pemilu")
        SECURITY = "keamanan", _("TNI, Polri, kejaksaan, pengadilan")
        PARTY = "partai", _("Partai politik")
        SCHOOL = "pendidikan", _("Sekolah dan kampus")
        MEDIA = "media", _("Media")
        SOCIETY = "ormas", _("Organisasi masyarakat")
        OTHER = "lain", _("Lainnya")

    path = PathField(help_text="whose directory it stands in")
    place = PathField(help_text="the place it works for")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    name = models.CharField(max_length=160)
    association = models.CharField(max_length=30, blank=True, help_text="of media: PWI, IWO, IJS")
    address = models.CharField(max_length=240, blank=True)
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["path", "name"], name="office_institution_once")
        ]
        indexes = [models.Index(fields=["path", "kind", "name"])]

    def __str__(self):
        return self.name


class Contact(models.Model):
    """A person in a position of an institution from one day to another.

    `plain` is the name without titles, for finding the same person again. Telephone and e-mail
    are personal data and sealed; `code` binds the sealed bytes to this row.
    """

    institution = models.ForeignKey(Institution, models.PROTECT, related_name="contacts")
    code = models.CharField(max_length=16, unique=True)
    name = models.CharField(max_length=120)
    plain = models.CharField(max_length=120)
    greeting = models.CharField(max_length=20, blank=True, help_text="Bapak, Ibu, Saudara")
    position = models.CharField(max_length=120)
    division = models.CharField(max_length=30, blank=True, help_text="of KPU, that it works with")
    place = PathField()
    sex = models.CharField(max_length=1, blank=True)
    term_from = models.DateField(null=True)
    term_until = models.DateField(null=True)
    phone = models.BinaryField(null=True)
    phone_tail = models.CharField(max_length=3, blank=True)
    email = models.BinaryField(null=True)
    key_id = models.CharField(max_length=32, blank=True)
    basis = models.CharField(max_length=200, blank=True, help_text="where the entry is from")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "plain", "position"],
                condition=models.Q(term_until__isnull=True),
                name="office_contact_once",
            ),
            models.CheckConstraint(
                condition=models.Q(term_until__isnull=True)
                | models.Q(term_from__isnull=True)
                | models.Q(term_until__gte=models.F("term_from")),
                name="office_contact_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["division", "place"])]

    def __str__(self):
        return self.name
