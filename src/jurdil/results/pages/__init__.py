"""What the pages show, made ready: figures that explain themselves, rows, words, links."""

from .board import (
    board_parts,
    choices,
    columns,
    d_hasil_url,
    in_count,
    in_coverage,
    level_of_lines,
    participation,
    place_row,
    place_rows,
    tiles,
)
from .common import crumbs
from .d_hasil import d_hasil_papers
from .form import form_parts, history, replaced, said
from .lists import by_election, changes, codes, finding_rows, place_line, place_options
from .revote import (
    chosen_name,
    claim_rows,
    claim_values,
    contest_choices,
    dispute_forms,
    entry_links,
    gate_figures,
    grounds,
    revote_map,
)

__all__ = [
    "board_parts",
    "by_election",
    "changes",
    "choices",
    "chosen_name",
    "claim_rows",
    "claim_values",
    "codes",
    "columns",
    "contest_choices",
    "crumbs",
    "d_hasil_papers",
    "d_hasil_url",
    "dispute_forms",
    "entry_links",
    "finding_rows",
    "form_parts",
    "gate_figures",
    "grounds",
    "history",
    "in_count",
    "in_coverage",
    "level_of_lines",
    "participation",
    "place_line",
    "place_options",
    "place_row",
    "place_rows",
    "replaced",
    "revote_map",
    "said",
    "tiles",
]
