"""The checklists that are offered here: those of the law and the office's own versions."""

from collections.abc import Mapping

from jurdil.law.oversight import checklists as law
from jurdil.law.oversight.checklists import Checklist
from jurdil.oversight.models import OfficeChecklist


def known() -> Mapping[str, Checklist]:
    """All versions by ``id@version``; a report keeps the one that it answered."""
    own = [law.from_rows(one.content) for one in OfficeChecklist.objects.all()]
    return {**law.published(), **{one.key: one for one in own}}


def offered() -> tuple[Checklist, ...]:
    """The newest version of each."""
    return law.newest(known().values())
