"""Rulings of Bawaslu that KPU or PPK carries out: sent from one house, received in the other.

The two tables never stand in one house. What KPU receives is the ruling as it was addressed to it:
no reporter, no reported person, no story of a case.
"""

from django.db import models

from jurdil.kernel.fields import PathField
from jurdil.oversight.models.advice import AdviceFacts


class RulingFacts(models.Model):
    """What both houses know of a ruling, in the same fields."""

    State, To = AdviceFacts.State, AdviceFacts.To

    key = models.UUIDField(unique=True)
    election = models.ForeignKey("kernel.Election", models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=24, help_text="of law.oversight.rulings")
    basis = models.CharField(max_length=30, help_text="regime of the case, or track of the dispute")
    path = PathField()
    level = models.CharField(max_length=10)
    role = models.CharField(max_length=20, help_text="of whoever sent it")
    to = models.CharField(max_length=12, choices=AdviceFacts.To.choices)
    number = models.CharField(max_length=120)
    decided_on = models.DateField()
    served_on = models.DateField(help_text="read or handed over: the clock begins")
    about = models.CharField(max_length=200)
    article = models.CharField(max_length=300)
    order = models.TextField()
    todo = models.TextField()
    ends_at = models.DateTimeField(null=True)
    set_by_hand = models.BooleanField(default=False, help_text="the ruling itself set the day")
    document = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    state = models.CharField(
        max_length=24, choices=AdviceFacts.State.choices, default=AdviceFacts.State.WAITING
    )

    class Meta:
        abstract = True


class Ruling(RulingFacts):
    """A ruling that this office sent. `source` leads to a referral, dispute or case and stays."""

    source = models.CharField(max_length=80, unique=True)
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()
    parcel = models.ForeignKey("kernel.Parcel", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["state", "ends_at"])]


class RulingReceived(RulingFacts):
    """A ruling that another office addressed to this one."""

    parcel = models.ForeignKey("kernel.Parcel", models.PROTECT, related_name="+")
    sender_name = models.CharField(max_length=160)
    received_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["state", "ends_at"])]


class RulingAnswer(models.Model):
    """What was done, on either side; the last one counts, earlier ones stay."""

    ruling = models.ForeignKey(Ruling, models.PROTECT, null=True, related_name="answers")
    received = models.ForeignKey(RulingReceived, models.PROTECT, null=True, related_name="answers")
    key = models.UUIDField(unique=True)
    answer = models.CharField(max_length=24, choices=AdviceFacts.State.choices)
    text = models.TextField()
    role = models.CharField(max_length=20, blank=True)
    letter = models.CharField(max_length=120, blank=True)
    answered_at = models.DateTimeField()
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    account_name = models.CharField(max_length=120, blank=True)
    parcel = models.ForeignKey("kernel.Parcel", models.PROTECT, null=True, related_name="+")

    append_only = True

    class Meta:
        ordering = ["answered_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ruling__isnull=True) ^ models.Q(received__isnull=True),
                name="ruling_answer_has_one_side",
            )
        ]


class RulingProof(models.Model):
    """A paper of an answer."""

    answer = models.ForeignKey(RulingAnswer, models.PROTECT, related_name="proofs")
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)

    append_only = True
