"""Tables of the room: who stands on the ballot of a contest."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.parties.records import NAME_LENGTH


class Participant(models.Model):
    """A pair, a party or a single candidate of one contest, under its ballot number."""

    class Kind(models.TextChoices):
        PAIR = "pair", _("Pasangan calon")
        LIST = "list", _("Partai politik")
        PERSON = "person", _("Calon perseorangan")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    kind = models.CharField(max_length=6, choices=Kind.choices)
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=NAME_LENGTH)
    short = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "number"], name="participant_number_once"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="participant_number_positive"
            ),
        ]
        ordering = ["contest", "number"]

    def __str__(self):
        return self.name


class Candidate(models.Model):
    """A person on a participant's ballot line; `dapil` is '' where the contest has no dapil here.

    Of a pair, number 1 stands for the first office and number 2 for the deputy.
    """

    class Sex(models.TextChoices):
        MAN = "L", _("Laki-laki")
        WOMAN = "P", _("Perempuan")
        UNKNOWN = "", _("Belum dicatat")

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="candidates")
    dapil = models.CharField(max_length=40, blank=True)
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=NAME_LENGTH)
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "dapil", "number"], name="candidate_number_once"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="candidate_number_positive"
            ),
        ]
        ordering = ["dapil", "number"]

    def __str__(self):
        return self.name
