"""The number of TPS per village in a file, to lay beside the mapping of our list."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused

CODE, COUNT = "kode_desa", "n_tps_2024"


@dataclass(frozen=True)
class Compared:
    """A village with its voters and both numbers of TPS; None where one side has none."""

    village: str
    voters: int
    ours: int | None
    theirs: int | None

    @property
    def difference(self) -> int | None:
        """Ours less theirs; None where one side has none."""
        if self.ours is None or self.theirs is None:
            return None
        return self.ours - self.theirs


def read(content: str, column: str = COUNT) -> dict[str, int]:
    """TPS by village code. Raises `Refused` for a missing column, a doubled code or no number."""
    first = content.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(content), delimiter=max(";\t,", key=first.count))
    missing = [name for name in (CODE, column) if name not in (rows.fieldnames or ())]
    if missing:
        raise Refused(_("Kolom %(name)s tidak ada dalam berkas ini.") % {"name": missing[0]})
    found: dict[str, int] = {}
    for row in rows:
        village, text = (row[CODE] or "").strip(), (row[column] or "").strip()
        facts = {"line": rows.line_num, "village": village, "text": text}
        if village in found:
            raise Refused(_("Baris %(line)s: desa %(village)s sudah disebut sebelumnya.") % facts)
        if not (text.isascii() and text.isdigit()):
            raise Refused(_("Baris %(line)s: “%(text)s” bukan jumlah TPS.") % facts)
        found[village] = int(text)
    return found


def compare(ours: Mapping[str, tuple[int, int]], theirs: Mapping[str, int]) -> tuple[Compared, ...]:
    """Both sides by village code; `ours` holds (voters, TPS)."""
    return tuple(
        Compared(
            village,
            ours[village][0] if village in ours else 0,
            ours[village][1] if village in ours else None,
            theirs.get(village),
        )
        for village in sorted({*ours, *theirs})
    )
