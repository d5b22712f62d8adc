"""Expense files (*Berkas SPJ*): people, papers, budget lines and payments of an activity."""

from django.db import models

from jurdil.kernel.fields import PathField
from jurdil.kernel.models.record import Record
from jurdil.law.office.kinds import ROLES


class Ceiling(Record):
    """The standard cost of something in a year, as the office's rule of that year has it.

    `inside` says whether people of the office itself may be paid for it (empty: not known).
    """

    path = PathField()
    year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=160)
    unit = models.CharField(max_length=30)
    amount = models.PositiveBigIntegerField(help_text="rupiah")
    inside = models.BooleanField(null=True)
    basis = models.CharField(max_length=200)
    confirmed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["path", "year", "code"], name="office_ceiling_once")
        ]


class Spj(models.Model):
    """The expense file of one activity. `subject` is what opened it: ``meetings:meeting:12``."""

    path = PathField()
    subject = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=30)
    held_from = models.DateField()
    held_until = models.DateField()
    venue = models.CharField(max_length=160, blank=True)
    division = models.CharField(max_length=30, blank=True)
    election = models.ForeignKey("kernel.Election", models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=60, blank=True, help_text="of the money: APBN, hibah")
    opened_at = models.DateTimeField()
    handed_on = models.DateField(null=True, help_text="to the treasurer, complete")
    dropped_for = models.CharField(max_length=200, blank=True, help_text="why it is not needed")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["path", "subject"], name="office_spj_once"),
            models.CheckConstraint(
                condition=models.Q(held_until__gte=models.F("held_from")),
                name="office_spj_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["path", "held_until"])]

    def __str__(self):
        return self.title


class SpjPerson(models.Model):
    """Somebody in the activity who needs papers of his own. Removed ones stay, with the reason."""

    spj = models.ForeignKey(Spj, models.PROTECT, related_name="people")
    role = models.CharField(
        max_length=12, choices=[(code, name.id) for code, name in ROLES.items()]
    )
    name = models.CharField(max_length=120)
    institution = models.CharField(max_length=160, blank=True)
    inside = models.BooleanField(null=True)
    removed_for = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["spj", "role", "name"],
                condition=models.Q(removed_for=""),
                name="office_spj_person_once",
            )
        ]


class SpjPaper(Record):
    """A paper of the file as it was recorded; the last row for a paper and person counts."""

    class State(models.TextChoices):
        THERE = "ada", "Ada"
        NOT_NEEDED = "tidak-perlu", "Tidak diperlukan"
        WITHDRAWN = "ditarik", "Ditarik"

    spj = models.ForeignKey(Spj, models.PROTECT, related_name="papers")
    paper = models.CharField(max_length=30)
    person = models.ForeignKey(SpjPerson, models.PROTECT, null=True, related_name="papers")
    state = models.CharField(max_length=12, choices=State.choices)
    reference = models.CharField(max_length=120, blank=True, help_text="number, or where it lies")
    note = models.CharField(max_length=200, blank=True)

    append_only = True


class SpjLine(models.Model):
    """A line of the budget (RAB); a changed budget is a new line, the old one is dropped."""

    spj = models.ForeignKey(Spj, models.PROTECT, related_name="lines")
    account_code = models.CharField(max_length=10)
    item = models.CharField(max_length=160)
    unit = models.CharField(max_length=30)
    volume = models.DecimalField(max_digits=10, decimal_places=2)
    price = models.PositiveBigIntegerField(help_text="rupiah per unit")
    ceiling = models.ForeignKey(Ceiling, models.PROTECT, null=True, related_name="+")
    dropped_for = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(volume__gt=0), name="office_spj_line_has_volume"
            )
        ]


class SpjPayment(Record):
    """A payment on a line: gross, tax (PPh 21), receipt. A wrong one has a row that reverses it."""

    line = models.ForeignKey(SpjLine, models.PROTECT, related_name="payments")
    person = models.ForeignKey(SpjPerson, models.PROTECT, null=True, related_name="payments")
    day = models.DateField()
    gross = models.PositiveBigIntegerField()
    tax = models.PositiveBigIntegerField(default=0)
    receipt = models.CharField(max_length=120)
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversed_by")
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tax__lte=models.F("gross")), name="office_tax_within_sum"
            )
        ]

    append_only = True
