"""Many new people at once: as `changing.add`, written straight into the tables.

A source list brings hundreds of thousands; an object of Django for each of them and of the words of
their names would cost more than everything else together.
"""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model

from jurdil.kernel.acts import inner
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
    persons = Pemilih.objects.bulk_create(
        [Pemilih(salt=os.urandom(16)) for _ in people], batch_size=BATCH
    )
    here = {**_UNSAID, "village": change.village, "from_rev": change.rev}
    rows = []
    words: set[tuple[str, str, int]] = set()
    for person, values in zip(persons, people, strict=True):
        born = connection.ops.adapt_datefield_value(values["born"])
        row = {**here, **values, "pemilih_id": person.pk, "born": born}
        rows.append([row[name] for name in _NAMES])
        words.update((word, change.village, person.pk) for word in values["name_key"].split())
    _write(PemilihVersi, _NAMES, rows)
    _write(NamaKata, ("word", "village", "pemilih_id"), sorted(words))


def _write(model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(column) for column in columns)
    marks = ", ".join("%s" for _ in columns)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quoted(model._meta.db_table)} ({names}) VALUES ({marks})", rows
        )
