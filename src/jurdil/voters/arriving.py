"""Many people at once: as `changing.add` and `changing.amend`, written straight into the tables.

A source list brings hundreds of thousands; an object of Django for each of them and of the words of
their names would cost more than everything else together.
"""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from jurdil.kernel import bulk
from jurdil.kernel.acts import Refused, inner
from jurdil.voters.changing import BATCH, Change
from jurdil.voters.models import NamaKata, Pemilih, PemilihVersi

_NAMES = tuple(
    f.column for f in PemilihVersi._meta.concrete_fields if f.column and f.column != "id"
)
_UNSAID: Mapping[str, Any] = {"until_rev": None, "tms": "", "tms_regime": "", "entered": ""}


@inner
def arrive(change: Change, people: Sequence[Mapping[str, Any]]) -> None:
    """Put new people on the list of the village that changes.

    Each of `people` holds the columns of `people.columns` with `tps`, `status` and `source`.
    """
    persons = _persons(len(people))
    here = {**_UNSAID, "village": change.village, "from_rev": change.rev}
    rows = []
    words: set[tuple[str, str, int]] = set()
    for person, values in zip(persons, people, strict=True):
        born = connection.ops.adapt_datefield_value(values["born"])
        row = {**here, **values, "pemilih_id": person, "born": born}
        rows.append([row[name] for name in _NAMES])
        words.update((word, change.village, person) for word in values["name_key"].split())
    bulk.insert(PemilihVersi, _NAMES, rows)
    bulk.insert(NamaKata, ("word", "village", "pemilih_id"), sorted(words))


@inner
def settle(change: Change, tps: str, versions: Sequence[int]) -> int:
    """Give present versions a TPS: each closes, and its successor is the same but for the TPS.

    Returns how many. Raises `Refused` when one of them was closed meanwhile.
    """
    for start in range(0, len(versions), BATCH):
        part = versions[start : start + BATCH]
        rows = PemilihVersi.objects.filter(
            pk__in=part, village=change.village, until_rev__isnull=True
        )
        if rows.update(until_rev=change.rev) != len(part):
            raise Refused(_("Data pemilih ini baru saja diubah orang lain. Muat ulang halamannya."))
        _succeed(change, tps, part)
    return len(versions)


def _succeed(change: Change, tps: str, part: Sequence[int]) -> None:
    """Copy versions inside the database, with another TPS, as of the change."""
    quoted = connection.ops.quote_name
    table = quoted(PemilihVersi._meta.db_table)
    given = {"from_rev": "%s", "tps": "%s", "until_rev": "NULL"}
    names = [*given, *(name for name in _NAMES if name not in given)]
    columns = ", ".join(quoted(name) for name in names)
    chosen = ", ".join(given.get(name, quoted(name)) for name in names)
    marks = ", ".join("%s" for _one in part)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({columns}) "
            f"SELECT {chosen} FROM {table} WHERE id IN ({marks}) ORDER BY id",
            [change.rev, tps, *part],
        )


def _persons(count: int) -> range | list[int]:
    """New persons; their keys. On SQLite nobody else writes meanwhile, PostgreSQL counts for us."""
    table = Pemilih._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "nextval(pg_get_serial_sequence(%s, 'id'))"
            cursor.execute(f"SELECT {sequence} FROM generate_series(1, %s)", [table, count])
            keys: range | list[int] = [key for (key,) in cursor.fetchall()]
        else:
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            found = cursor.fetchone()
            first = (found[0] if found else 0) + 1
            keys = range(first, first + count)
    bulk.insert(Pemilih, ("id", "salt"), [(key, os.urandom(16)) for key in keys])
    return keys
