"""A deadline as a `Figure`, and its rule as a sentence."""

from __future__ import annotations

from jurdil.law.deadlines.engine import RESERVATIONS
from jurdil.law.deadlines.model import DeadlineRule, Due, Mode, Step, TimeUnit
from jurdil.law.figure import Figure, Input, Unit
from jurdil.law.formats import MINUS
from jurdil.law.text import Text

_UNITS = {
    TimeUnit.HOURS: Text("jam", "hours"),
    TimeUnit.CALENDAR_DAYS: Text("hari kalender", "calendar days"),
    TimeUnit.WORKING_DAYS: Text("hari kerja", "working days"),
    TimeUnit.MONTHS: Text("bulan", "months"),
}
_MODES = {
    Mode.AT_LATEST: Text("paling lambat", "at the latest"),
    Mode.AT_EARLIEST: Text("paling cepat", "at the earliest"),
    Mode.ON_THE_DAY: Text("tepat pada", "exactly on"),
    Mode.MAX_DURATION: Text("berlangsung paling lama sampai", "lasts at most until"),
    Mode.FIXED_DURATION: Text("berlangsung sampai", "lasts until"),
}
_START_COUNTED = Text("hari pertama ikut dihitung", "the first day is counted")
_SKIPPED = Text("Tidak dihitung", "Not counted")
_RESERVED = Text("Catatan", "Note")


def formula(rule: DeadlineRule) -> Text:
    """Return the rule as a formula: `paling lambat Hari pemungutan suara + 20 hari kalender`."""
    sign = "+" if rule.amount > 0 else MINUS
    mode, unit = _MODES[rule.mode], _UNITS[rule.unit]
    amount = _amount(rule)
    counted = rule.count_start_day
    return Text(
        f"{mode.id} {rule.trigger.name.id} {sign} {amount} {unit.id}"
        + (f" ({_START_COUNTED.id})" if counted else ""),
        f"{mode.en} {rule.trigger.name.en} {sign} {amount} {unit.en}"
        + (f" ({_START_COUNTED.en})" if counted else ""),
    )


def figure_of(due: Due) -> Figure:
    """Return the deadline as a figure: its moment, its rule, the trigger and each day skipped."""
    start = Input(due.rule.trigger.name, due.started)
    inputs = (start, *(_step_input(step) for step in due.steps))
    unit = Unit.DAY_END if due.whole_day else Unit.MOMENT
    return Figure(due.at, formula(due.rule), inputs, None, due.rule.article, due.confirmed, unit)


def _amount(rule: DeadlineRule) -> str:
    days, rest = divmod(abs(rule.amount), 24)
    if rule.unit is TimeUnit.HOURS and days and not rest:
        return f"{days}\N{MULTIPLICATION SIGN}24"
    return str(abs(rule.amount))


def _step_input(step: Step) -> Input:
    label = _RESERVED if step.kind in RESERVATIONS else _SKIPPED
    name = Text(f"{label.id}: {step.reason.id}", f"{label.en}: {step.reason.en}")
    return Input(name, step.day)
