"""Proof: the ledger and the decisions that freeze figures."""

from django.db import models

from jurdil.kernel.fields import PathField


class LedgerEntry(models.Model):
    """One act of legal consequence; written by `ledger.append` alone, never changed."""

    seq = models.BigIntegerField(primary_key=True)
    act = models.CharField(max_length=60)
    legal_at = models.DateTimeField()
    real_at = models.DateTimeField()
    actor = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=120)
    actor_role = models.CharField(max_length=20)
    actor_path = PathField()
    office = models.CharField(max_length=40)
    path = PathField()
    subject = models.CharField(max_length=120)
    batch = models.CharField(max_length=64, blank=True)
    payload = models.TextField()
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "seq"]),
            models.Index(fields=["path", "seq"]),
            models.Index(fields=["act", "seq"]),
        ]
        ordering = ["seq"]

    append_only = True


class Decision(models.Model):
    """A plenary determination (*penetapan*): what was fixed, by which minutes, when."""

    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    election = models.ForeignKey("kernel.Election", models.PROTECT)
    stage = models.CharField(max_length=60, blank=True)
    path = PathField()
    decided_at = models.DateTimeField()
    document = models.ForeignKey("kernel.Document", models.PROTECT, null=True)
    digest = models.CharField(max_length=64)
    ledger_seq = models.BigIntegerField(help_text="ledger head when decided, as printed")
    ledger_head = models.CharField(max_length=64)

    append_only = True


class DecisionPart(models.Model):
    """One frozen dataset of a decision, for one place."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="parts")
    dataset = models.CharField(max_length=60)
    schema = models.PositiveIntegerField()
    path = PathField()
    rows = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    snapshot = models.CharField(max_length=64, help_text="SHA-256 of the snapshot file")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "dataset", "path"], name="decision_part_once"
            )
        ]

    append_only = True
