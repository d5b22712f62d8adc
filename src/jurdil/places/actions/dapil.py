"""Dapil: a complete list per contest, replaced by the next one."""

from collections.abc import Sequence

from jurdil.kernel.acts import Done, act
from jurdil.kernel.viewer import Viewer
from jurdil.places import writing
from jurdil.places.models import DapilList
from jurdil.places.records import NewDapil


@act("places.set_dapil")
def set_dapil(
    *,
    by: Viewer,
    election_id: int,
    contest: str,
    rows: Sequence[NewDapil],
    basis: str,
    confirmed: bool,
    reason: str = "",
) -> Done[DapilList]:
    """Put the list of dapil of one contest in force, with its legal basis.

    Raises `Refused` as `writing.write_dapil` does.
    """
    entry = writing.write_dapil(
        election_id, contest, rows, basis=basis, confirmed=confirmed, reason=reason
    )
    facts = {
        "election": election_id,
        "contest": contest,
        "version": entry.number,
        "basis": basis,
        "dapil": {row.code: {"seats": row.seats, "parts": list(row.parts)} for row in rows},
    }
    return Done(entry, f"dapil:{election_id}:{contest}", by.path, facts)
