"""Proposals that a body voted on, and how each member voted."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurdil.law.meetings.votes import Choice

from .attendance import Guest
from .meeting import Meeting
from .minutes import Note

CHOICES = {
    Choice.AGREE: pgettext_lazy("suara", "setuju"),
    Choice.DIFFER: _("berbeda pendapat"),
    Choice.ABSTAIN: _("abstain"),
}


class Ballot(models.Model):
    """A proposal that was voted on. One that was taken is a decision and has its `note`.

    A ballot that was written down wrongly is struck (`struck_for`) and recorded anew; struck ones
    stay readable and are not printed in the minutes.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="ballots")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    taken = models.BooleanField()
    note = models.OneToOneField(Note, models.PROTECT, null=True, related_name="ballot")
    struck_for = models.CharField(max_length=200, blank=True)
    account_name = models.CharField(max_length=120)
    held_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="ballot_number_once"),
            models.CheckConstraint(
                condition=models.Q(taken=True, note__isnull=False)
                | models.Q(taken=False, note__isnull=True),
                name="ballot_taken_is_a_decision",
            ),
        ]


class Vote(models.Model):
    """How one member voted. Who differs says why."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="votes")
    guest = models.ForeignKey(Guest, models.PROTECT, related_name="votes")
    choice = models.CharField(max_length=10, choices=list(CHOICES.items()))
    reason = models.TextField(blank=True)

    append_only = True

    class Meta:
        ordering = ["guest__number"]
        constraints = [
            models.UniqueConstraint(fields=["ballot", "guest"], name="vote_once"),
            models.CheckConstraint(
                condition=~models.Q(choice="berbeda") | ~models.Q(reason=""),
                name="who_differs_says_why",
            ),
        ]
