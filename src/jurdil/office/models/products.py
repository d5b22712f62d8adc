"""Legal products of the office, each step of their way, and which one revokes or amends which."""

from django.db import models

from jurdil.kernel.fields import PathField
from jurdil.kernel.models.record import Record
from jurdil.law.office.products import NAMES, Link, State


class LegalProduct(models.Model):
    """A legal product under its register number; its state is the one of its last step."""

    path = PathField()
    year = models.PositiveSmallIntegerField()
    register = models.PositiveIntegerField(help_text="runs per place and year")
    kind = models.CharField(max_length=30)
    title = models.CharField(max_length=300)
    subject = models.CharField(max_length=120, blank=True)
    division = models.CharField(max_length=30, blank=True)
    election = models.ForeignKey("kernel.Election", models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey("kernel.Document", models.PROTECT, null=True, related_name="+")
    number = models.CharField(max_length=80, blank=True)
    dated = models.DateField(null=True)
    public_address = models.URLField(max_length=300, blank=True)
    state = models.CharField(max_length=12, choices=[(s.value, NAMES[s].id) for s in State])

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["path", "year", "register"], name="office_product_register_once"
            ),
            models.UniqueConstraint(
                fields=["path", "kind", "number"],
                condition=~models.Q(number=""),
                name="office_product_number_once",
            ),
        ]

    def __str__(self):
        return self.title


class ProductStep(Record):
    """A step of a legal product: the state it led to, its paper's number and day, its file."""

    product = models.ForeignKey(LegalProduct, models.PROTECT, related_name="steps")
    state = models.CharField(max_length=12)
    number = models.CharField(max_length=80, blank=True)
    day = models.DateField()
    note = models.TextField(blank=True)

    append_only = True


class ProductTie(Record):
    """A later product revokes or amends an earlier one; it counts once the later one is decreed."""

    later = models.ForeignKey(LegalProduct, models.PROTECT, related_name="touches")
    earlier = models.ForeignKey(LegalProduct, models.PROTECT, related_name="touched_by")
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Link])
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["later", "earlier"], name="office_product_tie_once"),
            models.CheckConstraint(
                condition=~models.Q(later=models.F("earlier")), name="office_product_tie_two"
            ),
        ]

    append_only = True
