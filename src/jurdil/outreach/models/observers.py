"""Bodies that register: observers, surveys, quick counts; their papers, people and steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.law.participation.steps import Registration as State

CODE = 30
STATES = {
    State.RECEIVED: _("diterima, diperiksa"),
    State.RETURNED: _("dikembalikan untuk dilengkapi"),
    State.COMPLETE: _("lengkap, menunggu keputusan"),
    State.ACCREDITED: _("terakreditasi"),
    State.REFUSED: _("ditolak"),
    State.REVOKED: _("akreditasi dicabut"),
    State.WITHDRAWN: _("ditarik"),
}


class Registration(models.Model):
    """One application. `number` is its place in the register of the office and election.

    `areas` are the places it works in. `late_basis` is why one that came after the last day was
    accredited nevertheless. `report_due` and its basis are fixed with the accreditation, since no
    source names one date for all.
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=CODE)
    extent = models.CharField(max_length=CODE, blank=True)
    organisation = models.CharField(max_length=160)
    leader = models.CharField(max_length=120)
    plan = models.TextField(blank=True)
    areas = models.JSONField(default=list)
    received_on = models.DateField()
    last_day = models.DateField(null=True, help_text="last day of registration when it came in")
    late_basis = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=16, choices=list(STATES.items()), default=State.RECEIVED)
    decree_number = models.CharField(max_length=80, blank=True)
    decree_on = models.DateField(null=True)
    report_due = models.DateField(null=True)
    report_basis = models.CharField(max_length=200, blank=True)
    reported_on = models.DateField(null=True)
    report = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "path", "number"], name="registration_number_once"
            )
        ]
        indexes = [models.Index(fields=["path", "state"])]

    def __str__(self):
        return self.organisation

    @property
    def late(self) -> bool:
        """Whether it came after the last day that was on record."""
        return self.last_day is not None and self.received_on > self.last_day


class RegistrationPaper(models.Model):
    """A paper that was handed in; the newest of a code counts. Personal ones are kept sealed."""

    registration = models.ForeignKey(Registration, models.PROTECT, related_name="papers")
    code = models.CharField(max_length=CODE)
    note = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    received_on = models.DateField()
    account_name = models.CharField(max_length=120)

    class Meta:
        ordering = ["pk"]

    append_only = True


class RegistrationPerson(models.Model):
    """Somebody who carries a card of the body: an observer, an enumerator. The photo is sealed."""

    registration = models.ForeignKey(Registration, models.PROTECT, related_name="people")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    area = PathField()
    photo = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    withdrawn_for = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "number"], name="registration_person_once"
            )
        ]


class RegistrationStep(models.Model):
    """What happened to a registration, on which paper, why, by whom."""

    registration = models.ForeignKey(Registration, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=20)
    state = models.CharField(max_length=16, choices=list(STATES.items()))
    reason = models.CharField(max_length=300, blank=True)
    document = models.CharField(max_length=80, blank=True, help_text="number of decree or letter")
    document_on = models.DateField(null=True)
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    append_only = True
