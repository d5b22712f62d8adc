"""Paper: stored files and the office's documents with their approval chain."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField


class StoredFile(models.Model):
    """A file by its SHA-256; sensitive classes are encrypted at rest."""

    class Level(models.TextChoices):
        PUBLIC = "umum", _("Umum")
        INTERNAL = "internal", _("Internal")
        PERSONAL = "pribadi", _("Data pribadi")

    sha256 = models.CharField(max_length=64, primary_key=True)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    level = models.CharField(max_length=10, choices=Level.choices)
    path = PathField()
    key_id = models.CharField(max_length=32, blank=True)
    stored_at = models.DateTimeField()


class Document(models.Model):
    """One of the office's papers: invitation, minutes, decree, announcement, list."""

    class State(models.TextChoices):
        DRAFT = "draf", _("Draf")
        SUBHEAD = "paraf-kasubbag", _("Paraf kasubbag")
        SECRETARY = "paraf-sekretaris", _("Paraf sekretaris")
        SIGNED = "ditandatangani", _("Ditandatangani")
        WITHDRAWN = "ditarik", _("Ditarik")

    class Readers(models.TextChoices):
        INSIDE = "", _("Semua yang di dalam")
        HOUSE = "kantor", _("Yang bekerja di kantor ini")
        HEADS = "pimpinan", _("Pimpinan dan pengonsepnya")

    kind = models.CharField(max_length=30)
    template = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    election = models.ForeignKey("kernel.Election", models.PROTECT, null=True)
    path = PathField()
    division = models.CharField(max_length=30, blank=True)
    number = models.CharField(max_length=80, blank=True)
    dated = models.DateField(null=True)
    external_number = models.CharField(max_length=80, blank=True, help_text="from Srikandi")
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaced_by")
    data = models.JSONField(default=dict)
    state = models.CharField(max_length=20, choices=State.choices, default=State.DRAFT)
    readers = models.CharField(
        max_length=10,
        choices=Readers.choices,
        default=Readers.INSIDE,
        blank=True,
        help_text="who reads it before and after it is signed",
    )
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    signed_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    check_code = models.CharField(max_length=16, unique=True)
    drafted_by = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "number"],
                condition=~models.Q(number=""),
                name="document_number_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="ditandatangani") | models.Q(file__isnull=False),
                name="signed_document_has_its_file",
            ),
        ]


class DocumentStep(models.Model):
    """A step of the approval chain as it was taken: who initialled or signed, in which capacity."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="steps")
    state = models.CharField(max_length=20, choices=Document.State.choices)
    account = models.ForeignKey("kernel.Account", models.PROTECT)
    name = models.CharField(max_length=120)
    capacity = models.CharField(max_length=80)
    note = models.TextField(blank=True)
    taken_at = models.DateTimeField()

    append_only = True
