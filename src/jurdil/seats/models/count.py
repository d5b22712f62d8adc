"""Calculations of seats with every quotient and step, and decisions where the law is silent."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .common import PARTY, Record


class Perhitungan(Record):
    """One calculation of the seats of a dapil; the highest `number` is the present one.

    `votes` and `names` are by party; `table` lists the quotients as [party, votes, divisor, seat
    or null]; `tie` is null or what the law does not settle ({"seats", "quotients"}); `open` names
    the lists whose candidates it does not settle; `margin` is what would move a seat. `digest` is
    that of all inputs, votes per place included where a tie asks for them.
    """

    class Source(models.TextChoices):
        RESULTS = "hasil", _("Rekapitulasi")
        FILE = "berkas", _("Berkas hasil pemilu terdahulu")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    dapil = models.CharField(max_length=40)
    dapil_name = models.CharField(max_length=200)
    number = models.PositiveIntegerField()
    source = models.CharField(max_length=8, choices=Source.choices)
    seats = models.PositiveSmallIntegerField()
    votes = models.JSONField()
    names = models.JSONField()
    excluded = models.JSONField(default=list)
    divisors = models.JSONField()
    table = models.JSONField()
    tie = models.JSONField(null=True)
    open = models.JSONField(default=list)
    margin = models.JSONField(null=True)
    decided = models.JSONField(default=list, help_text="ids of the decisions on ties it follows")
    digest = models.CharField(max_length=64)
    forms = models.PositiveIntegerField()
    expected = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "dapil", "number"], name="calculation_number_once"
            )
        ]
        ordering = ["dapil", "-number"]

    append_only = True


class Langkah(models.Model):
    """One seat as it was given, and the quotient that won it."""

    run = models.ForeignKey(Perhitungan, models.PROTECT, related_name="steps")
    seat = models.PositiveSmallIntegerField()
    party = models.CharField(max_length=PARTY)
    votes = models.BigIntegerField()
    divisor = models.PositiveIntegerField()
    decided = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "seat"], name="seat_given_once")]
        ordering = ["seat"]

    append_only = True


class Calon(models.Model):
    """A candidate of a list in a calculation, in the order in which seats and PAW go.

    `reasons` are the rules that fired, as {"id", "en", "article", "confirmed"}.
    """

    run = models.ForeignKey(Perhitungan, models.PROTECT, related_name="people")
    party = models.CharField(max_length=PARTY)
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    sex = models.CharField(max_length=1, blank=True)
    votes = models.BigIntegerField()
    spread = models.JSONField(default=list)
    rank = models.PositiveSmallIntegerField()
    elected = models.BooleanField()
    reasons = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "party", "number"], name="person_once_per_run")
        ]
        ordering = ["party", "rank"]

    append_only = True


class KeputusanSeri(Record):
    """What the plenary decided where the law settles nothing: a last seat, a last candidate.

    `tied` are the parties or candidates that are equal, `chosen` those who get it, in order. A
    decision holds only while exactly `tied` are equal; `digest` is that of the tie.
    """

    class Kind(models.TextChoices):
        SEAT = "kursi", _("Kursi partai")
        CANDIDATE = "calon", _("Calon terpilih")
        LEVEL = "tingkat", _("Tingkat sebaran suara")
        PAIR = "paslon", _("Pasangan calon")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    dapil = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    party = models.CharField(max_length=PARTY, blank=True)
    tied = models.JSONField()
    chosen = models.JSONField()
    plenary = models.CharField(max_length=200)
    basis = models.TextField()
    decided_on = models.DateField()

    class Meta:
        ordering = ["pk"]

    append_only = True
