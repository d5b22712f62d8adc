"""Process disputes: the petition, its evidence, hearings, steps, decision and execution."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.kernel.models.record import Record


class ProcessDispute(Record):
    """A petition against a decision of KPU, or between participants.

    Applicants and respondents are parties, candidates and KPU: public, no citizens. A petition
    outside its limit is recorded with that fact.
    """

    class Level(models.TextChoices):
        REGENCY = "kabko", _("Bawaslu kabupaten/kota")
        DISTRICT = "kecamatan", _("Panwaslu kecamatan (mandat)")

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    register = models.PositiveIntegerField(null=True, help_text="register number of its year")
    register_year = models.PositiveSmallIntegerField(null=True)
    track = models.CharField(max_length=24)
    level = models.CharField(max_length=10, choices=Level.choices)
    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    mandate = models.CharField(max_length=120, blank=True, help_text="of Bawaslu to Panwascam")
    applicant_kind = models.CharField(max_length=16)
    applicant = models.CharField(max_length=160)
    proxy = models.CharField(max_length=160, blank=True)
    respondent = models.CharField(max_length=160)
    object_kind = models.CharField(max_length=16)
    object_number = models.CharField(max_length=120, blank=True)
    object_day = models.DateField()
    posita = models.TextField(help_text="what the petition rests on")
    petitum = models.TextField(help_text="what it asks for")
    received_on = models.DateField()
    late = models.BooleanField(default=False, help_text="after the limit, recorded all the same")
    source = models.CharField(max_length=80, blank=True, help_text="lhp:N")
    state = models.CharField(max_length=20)
    since = models.DateField()
    ruling = models.CharField(max_length=20, blank=True)
    decision = models.CharField(max_length=120, blank=True, help_text="number of the decision")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "serial"], name="oversight_dispute_number"),
            models.UniqueConstraint(
                fields=["register_year", "register"],
                condition=models.Q(register__isnull=False),
                name="oversight_dispute_register",
            ),
            models.CheckConstraint(
                condition=models.Q(received_on__gte=models.F("object_day")),
                name="oversight_dispute_after_its_object",
            ),
        ]
        indexes = [models.Index(fields=["path", "state"])]


class DisputeEvidence(Record):
    """A piece of evidence: P-1, P-2 of the applicant, T-1 of the respondent."""

    class Side(models.TextChoices):
        APPLICANT = "P", _("Pemohon")
        RESPONDENT = "T", _("Termohon")
        RELATED = "PT", _("Pihak terkait")

    dispute = models.ForeignKey(ProcessDispute, models.PROTECT, related_name="evidence")
    side = models.CharField(max_length=2, choices=Side.choices)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)

    append_only = True

    class Meta:
        ordering = ["side", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["dispute", "side", "number"], name="oversight_dispute_evidence"
            )
        ]


class DisputeSession(Record):
    """A session that was called: mediation, adjudication or deliberation, and what it brought."""

    class Kind(models.TextChoices):
        MEDIATION = "mediasi", _("Mediasi")
        ADJUDICATION = "adjudikasi", _("Sidang adjudikasi")
        CLOSED = "tertutup", _("Musyawarah tertutup")
        OPEN = "terbuka", _("Musyawarah terbuka")
        INFORMANT = "keterangan", _("Pemberi keterangan didengar")

    dispute = models.ForeignKey(ProcessDispute, models.PROTECT, related_name="sessions")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    held_at = models.DateTimeField()
    venue = models.CharField(max_length=160)
    agenda = models.CharField(max_length=200)
    result = models.CharField(max_length=400, blank=True)
    minutes = models.CharField(max_length=120, blank=True, help_text="number of the minutes")

    class Meta:
        ordering = ["held_at", "pk"]


class DisputeStep(Record):
    """A step with its day and its paper."""

    dispute = models.ForeignKey(ProcessDispute, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=24)
    state = models.CharField(max_length=20)
    on = models.DateField()
    letter = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=400, blank=True)
    ruling = models.CharField(max_length=20, blank=True)
    late = models.BooleanField(default=False, help_text="a clock that it keeps had lapsed")

    append_only = True

    class Meta:
        ordering = ["pk"]
