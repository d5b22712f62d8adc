"""What happened at a TPS or in a plenary and was put on paper.

One row is one paragraph of C.Kejadian Khusus dan/atau Keberatan Saksi (level `tps`) or of its D
form (level `kecamatan`, `kabko`). A form without any event is handed in as NIHIL; a place without
any row has not handed in its form.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurdil.kernel.fields import PathField


class Kejadian(models.Model):
    """A special event, a witness's objection, a correction, or the statement that there was none.

    `contest` is '' for what concerns all contests. `party` is the participant's ballot number as
    text ('' for nobody), `said_by` the office of the speaker ("Saksi pasangan calon 1"), never a
    name. `version` is the form version that a correction made. The answer is written once.
    """

    class Kind(models.TextChoices):
        NONE = "nihil", _("NIHIL")
        EVENT = "kejadian", _("Kejadian khusus")
        OBJECTION = "keberatan", _("Keberatan saksi")
        CORRECTION = "pembetulan", pgettext_lazy("one", "Pembetulan")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    level = models.CharField(max_length=12)
    path = PathField()
    contest = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField(blank=True)
    party = models.CharField(max_length=8, blank=True)
    said_by = models.CharField(max_length=120, blank=True)
    document = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    version = models.ForeignKey("FormVersi", models.PROTECT, null=True, related_name="+")
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="nihil", text="") | ~models.Q(kind="nihil"),
                name="event_nihil_says_nothing",
            ),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at=None)
                | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                name="event_answer_has_moment",
            ),
        ]
        indexes = [models.Index(fields=["election", "path"])]
        ordering = ["recorded_at", "pk"]
