"""What the pages of money politics show beside the rows: the most that an article names."""

from jurdil.law.figure import Figure, Input, Unit
from jurdil.law.oversight.money import Rule
from jurdil.law.text import Text

MONTHS = Text("bulan penjara paling lama", "months of prison at most")
FINE = Text("denda paling banyak", "fine at most")


def rupiah(rule: Rule) -> Figure:
    """The highest fine of an article as a figure."""
    item = Input(FINE, rule.rupiah, rule.article, Unit.RUPIAH)
    return Figure(rule.rupiah, item.name, (item,), None, rule.article, rule.confirmed, Unit.RUPIAH)


def months(rule: Rule) -> Figure:
    """The longest imprisonment of an article, in months, as a figure."""
    item = Input(MONTHS, rule.months, rule.article)
    return Figure(rule.months, MONTHS, (item,), None, rule.article, rule.confirmed)
