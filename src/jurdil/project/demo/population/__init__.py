"""A made-up population: families as they live, with the numbers and the errors that lists have.

Nobody here exists. Every NIK and NKK begins with 99, which is no province. The same seed gives the
same people; villages are made one by one, so that a million people need little memory.
"""

from .families import Person, village
from .lists import HEADER, as_row, write_csv, write_rows, write_xlsx
from .traps import PLANTS, Planted, plant

__all__ = [
    "HEADER",
    "PLANTS",
    "Person",
    "Planted",
    "as_row",
    "plant",
    "village",
    "write_csv",
    "write_rows",
    "write_xlsx",
]
