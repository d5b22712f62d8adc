"""A place is a path such as ``73.12.01.1001`` or ``73.12.01.1001/007``."""

from django.db import models
from django.db.models.lookups import Lookup


class PathField(models.CharField):
    """A place path, compared byte by byte so that `within` can be a range on the index."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 24)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "jurdil.kernel.fields.PathField", args, kwargs

    def db_parameters(self, connection):
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


@PathField.register_lookup
class Within(Lookup):
    """``path__within='73.12'``: the place itself and everything below it, never ``73.120``.

    ``.`` and ``/`` sort before ``0``, so the descendants of P are exactly the range
    ``[P, P + '0')``. The empty path is the whole country.
    """

    lookup_name = "within"

    def as_sql(self, compiler, connection):
        left, left_params = self.process_lhs(compiler, connection)
        if self.rhs == "":
            return "1 = 1", []
        return f"({left} >= %s AND {left} < %s)", [
            *left_params,
            self.rhs,
            *left_params,
            f"{self.rhs}0",
        ]


def within(path: str, scope: str) -> bool:
    """Whether `path` lies in `scope`; the same rule as the lookup, for one value."""
    return scope == "" or scope <= path < f"{scope}0"
