"""What several acts of the room do: find a row in sight, check a place, a day, a text."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.brought import Upload
from jurdil.kernel.fields import within
from jurdil.kernel.language import say
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import clocks
from jurdil.law.text import Text
from jurdil.office import keeping

Row = TypeVar("Row", bound=Model)
YEARS = range(2000, 2201)
"""What a year may be that somebody typed: elections are overseen in no other."""


def record(by: Viewer, path: str, upload: Upload | None = None) -> dict[str, Any]:
    """Who, when and with which (sealed) file."""
    return keeping.record(by, path, upload)


def place(by: Viewer, path: str) -> str:
    """The place, the viewer's own for ''. Raises `Refused` for one outside the scope."""
    found = path or by.path
    if not within(found, by.path):
        raise Refused(_("Tempat %(place)s di luar wilayah kerja Anda.") % {"place": found})
    return found


def seen(by: Viewer, rows: Any, pk: int) -> Any:
    """A row in sight. Raises DoesNotExist for one outside the scope."""
    return rows.filter(path__within=by.path).get(pk=pk)


def wanted(text: str, sentence: str) -> str:
    """The text without spaces around it. Raises `Refused` with the sentence when empty."""
    return keeping.wanted(text, sentence)


def election_kind(election: Election | None) -> str:
    """The kind of an election as the clocks know it; routine work counts as Pemilu."""
    pilkada = election is not None and election.regime.startswith(clocks.PILKADA)
    return clocks.PILKADA if pilkada else clocks.PEMILU


def past(day: date, what: str) -> date:
    """The day. Raises `Refused` when it has not come, or for a year typed with two figures."""
    keeping.not_ahead(day, what)
    if day.year not in YEARS:
        found = {"what": what, "day": f"{day:%d-%m}-{day.year:04}", "year": clock.today().year}
        raise Refused(
            _("%(what)s (%(day)s) keliru tahunnya; tulis empat angka, misalnya %(year)s.") % found
        )
    return day


def now_by(by: Viewer) -> dict[str, Any]:
    """Who decides, and when."""
    return {"decided_name": by.name, "decided_at": clock.now()}


def not_before(day: date, since: date) -> None:
    """Raise `Refused` for a step of a day before the last one."""
    if day < since:
        days = {"day": f"{day:%d-%m-%Y}", "since": f"{since:%d-%m-%Y}"}
        raise Refused(_("Langkah ini (%(day)s) mendahului langkah sebelumnya (%(since)s).") % days)


def columns(new: Any) -> dict[str, Any]:
    """The columns that a note fills beside its election, texts without spaces around them."""
    found = {one.name: getattr(new, one.name) for one in fields(new) if one.name != "election_id"}
    return {k: v.strip() if isinstance(v, str) else v for k, v in found.items()}


def given(new: Any, needs: Iterable[str]) -> tuple[str, ...]:
    """What of these needs a step was given."""
    return tuple(need for need in needs if getattr(new, need).strip())


def refusal(new: Any, offered: Iterable[Any], state: Text) -> str:
    """Why a step is not taken now: it does not follow, or what it lacks."""
    step = next((one for one in offered if one.id == new.step), None)
    if step is None:
        text = _("Langkah itu tidak mengikuti keadaan sekarang (%(state)s). Muat ulang halaman.")
        return text % {"state": say(state)}
    words = {
        "letter": _("nomor dan tanggal surat atau berita acara"),
        "reference": _("nomor rujukan (SBT atau I'DIS)"),
        "note": _("penjelasan"),
        "sanction": _("golongan sanksi"),
        "ruling": _("amar putusan"),
    }
    had = given(new, step.needs)
    missing = ", ".join(words[need] for need in step.needs if need not in had)
    return _("Langkah ini memerlukan %(missing)s.") % {"missing": missing}
