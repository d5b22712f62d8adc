"""The room's readings."""

from jurdil.outreach.observer_records import PublicBody

from .activities import (
    activities,
    activity,
    coming,
    every_activity,
    evidence_file,
    of_village,
    planned_between,
    returned,
    state_counts,
    taken_along,
    waiting,
    waiting_count,
)
from .contests import (
    CONTEST_KINDS,
    ContestPage,
    contest,
    contest_fields,
    contests,
    juror_choices,
    my_sheets,
    ranking_pdf,
    sheet,
    winners,
)
from .contests import certificate_pdf as contest_certificate
from .materials import material, material_pdf, material_picture, material_text, materials
from .measured import applicant_choices, applicant_lines
from .observers import body, body_file, cards_pdf, extents, public_bodies, step_file
from .observers import certificate_pdf as accreditation_pdf
from .observers import clocks as body_clocks
from .observers import counts as body_counts
from .observers import register as bodies
from .overview import overview
from .participation import elections, lookup_days, participation
from .programme import (
    grid,
    programme,
    programme_choices,
    programme_line,
    targets,
    verified,
    village_reach,
)

__all__ = [
    "CONTEST_KINDS",
    "ContestPage",
    "PublicBody",
    "accreditation_pdf",
    "activities",
    "activity",
    "applicant_choices",
    "applicant_lines",
    "bodies",
    "body",
    "body_clocks",
    "body_counts",
    "body_file",
    "cards_pdf",
    "coming",
    "contest",
    "contest_certificate",
    "contest_fields",
    "contests",
    "elections",
    "every_activity",
    "evidence_file",
    "extents",
    "grid",
    "juror_choices",
    "lookup_days",
    "material",
    "material_pdf",
    "material_picture",
    "material_text",
    "materials",
    "my_sheets",
    "of_village",
    "overview",
    "participation",
    "planned_between",
    "programme",
    "programme_choices",
    "programme_line",
    "public_bodies",
    "ranking_pdf",
    "returned",
    "sheet",
    "state_counts",
    "step_file",
    "taken_along",
    "targets",
    "verified",
    "village_reach",
    "waiting",
    "waiting_count",
    "winners",
]
