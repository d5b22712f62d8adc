"""The programme of a stage, and how often each village is to be reached."""

from django.db import models

from jurdil.kernel.fields import PathField

CODE = 30


class Programme(models.Model):
    """A line of the programme: what is to be done in a stage, for whom, how often.

    `stage` is a stage id of the election's schedule, '' for the whole election.
    """

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    stage = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=160)
    base = models.CharField(max_length=CODE, blank=True)
    wanted = models.PositiveSmallIntegerField(help_text="activities")
    people = models.PositiveIntegerField(null=True, help_text="to be reached, if set")
    budget = models.PositiveBigIntegerField(null=True, help_text="rupiah")
    money = models.CharField(max_length=60, blank=True, help_text="source: APBN, hibah")
    dropped_for = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["election", "stage"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(wanted__gt=0), name="outreach_programme_wants_some"
            )
        ]

    def __str__(self):
        return self.title


class CoverTarget(models.Model):
    """How many activities each village is to have for a base in an election."""

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    path = PathField()
    base = models.CharField(max_length=CODE)
    per_village = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "path", "base"], name="outreach_target_once"
            )
        ]
