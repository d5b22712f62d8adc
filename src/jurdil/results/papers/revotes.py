"""The list of votes held again, to hand on."""

from collections.abc import Iterable, Sequence

from jurdil.kernel.documents.sheet import Column, Line, Paper, Section


def revotes_paper(
    lead: str, facts: Sequence[tuple[str, str]], rows: Iterable[tuple[str, ...]]
) -> Paper:
    """The list of votes held again by (TPS, kind, contests, state, last day, day)."""
    columns = (
        Column("TPS", wide=True),
        Column("Jenis"),
        Column("Pemilihan", wide=True),
        Column("Keadaan", wide=True),
        Column("Hari terakhir"),
        Column("Pelaksanaan"),
    )
    lines = tuple(Line(row) for row in rows)
    section = Section(columns=columns, rows=lines) if lines else Section(lines=("NIHIL",))
    return Paper(
        title="Daftar pemungutan dan penghitungan suara ulang",
        lead=lead,
        facts=tuple(facts),
        sections=(section,),
        flipped=True,
    )
