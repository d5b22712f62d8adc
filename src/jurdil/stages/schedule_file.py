"""A changed schedule from a CSV or XLSX: stage, first and last day. Pure reading."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from jurdil.kernel import moments
from jurdil.kernel.tables import Record, Sheet, written
from jurdil.stages.plan import Times

DAY, MINUTE = "%Y-%m-%d", "%Y-%m-%d %H:%M"


class NotATime(ValueError):
    """A text is neither a day nor a day with a minute."""


def read(content: bytes, zone: ZoneInfo) -> Mapping[str, Times]:
    """The dates of a file by stage. Raises `FileRefused` with row and column of every fault."""
    sheet = Sheet(content, required=("tahapan", "mulai", "selesai"), optional=("nama",))
    found: dict[str, Times] = {}
    for record in sheet.records():
        stage = record.text("tahapan")
        opens = _time(record, "mulai", zone, ends=False)
        closes = _time(record, "selesai", zone, ends=True)
        if stage and record.once("tahapan", stage):
            found[stage] = (opens, closes)
    sheet.faults.refuse()
    return found


def _time(record: Record, column: str, zone: ZoneInfo, *, ends: bool) -> datetime | None:
    cell = record.cell(column)
    if isinstance(cell, datetime):
        return _moment(cell, zone, ends)
    if isinstance(cell, date):
        return moments.end_of(cell, zone) if ends else moments.start_of(cell, zone)
    try:
        return parse(written(cell), zone, ends=ends)
    except NotATime:
        record.fault(
            "not-a-date",
            column,
            f"isinya {written(cell)!r}; tulis tanggal seperti 2024-02-14 atau 2024-02-14 22:19.",
            f"it holds {written(cell)!r}; write a day like 2024-02-14 or 2024-02-14 22:19.",
        )
        return None


def _moment(cell: datetime, zone: ZoneInfo, ends: bool) -> datetime:
    """A spreadsheet keeps a day as its midnight; then the whole day is meant."""
    if ends and cell.hour == cell.minute == 0:
        return moments.end_of(cell.date(), zone)
    return cell.replace(tzinfo=zone)


def parse(text: str, zone: ZoneInfo, *, ends: bool) -> datetime | None:
    """A day or a minute of local time, '' for none; a last day counts to its end.

    Raises `NotATime`.
    """
    text = text.strip().replace("T", " ")
    if not text:
        return None
    for form in (DAY, MINUTE):
        try:
            moment = datetime.strptime(text, form).replace(tzinfo=zone)
        except ValueError:
            continue
        whole = form == DAY and ends
        return moments.end_of(moment.date(), zone) if whole else moment
    raise NotATime(text)


def shown(moment: datetime | None, zone: ZoneInfo, *, ends: bool) -> str:
    """A moment as it is typed: `parse` gives it back."""
    if moment is None:
        return ""
    local = moment.astimezone(zone)
    whole = moments.ends_day(moment, zone) if ends else moments.begins_day(moment, zone)
    return local.strftime(DAY if whole else MINUTE)
