"""Noting what Sidalih says, place by place."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from jurdil.kernel import chain, clock
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import AngkaSidalih, Revisi
from jurdil.voters.pdpb import quarters
from jurdil.voters.pdpb.sidalih import COLUMNS

Figures = Mapping[str, int]


@act("voters.pdpb_sidalih")
def note_sidalih(
    *, by: Viewer, revision_id: int, rows: Mapping[str, Figures], origin: str
) -> Done[int]:
    """Keep the figures of Sidalih by place; an absent figure was not read. Returns how many rows.

    Raises `Refused` when no figure was given.
    """
    held = quarters.take(by, revision_id)
    count = note_figures(by, held, rows, origin)
    if not count:
        raise Refused(_("Isi paling sedikit satu angka Sidalih."))
    batch = chain.sha256(chain.canonical({path: dict(row) for path, row in rows.items()}))
    return Done(count, f"revisi:{held.pk}", held.path, {"rows": count, "origin": origin}, batch)


@inner
def note_figures(by: Viewer, revision: Revisi, rows: Mapping[str, Figures], origin: str) -> int:
    """Write the rows that say something; as a step of an act."""
    now = clock.now()
    made = [
        AngkaSidalih(
            revision=revision,
            path=path,
            figures={name: value for name, value in figures.items() if name in COLUMNS},
            origin=origin[:120],
            noted_at=now,
            account=by.account_id,
            account_name=by.name,
        )
        for path, figures in sorted(rows.items())
        if figures
    ]
    AngkaSidalih.objects.bulk_create(made)
    return len(made)
