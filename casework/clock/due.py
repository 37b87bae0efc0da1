"""When a statutory clock ends: start, count, extensions, pauses, then one roll (mediation.md section 8)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from casework.clock.accepting import accepted_pauses, granted, local_day, readable
from casework.clock.calendar import Calendar, default_calendar
from casework.clock.clocks import ClockRow, ClockTable, Direction, Unit, default_table
from casework.clock.counting import RestDays, add_months, add_working_days, roll
from casework.clock.errors import BadDate, BadOption
from casework.clock.named import is_named, named_row
from casework.clock.pauses import Pause, shifted

MONTHS = {"month": 1, "year": 12}


@dataclass(frozen=True)
class Due:
    """One computed end, with everything its explanation needs.

    `raw` is the end before rolling, `due` the last day to act; hour clocks have datetimes, to the minute.
    `count` includes the granted `extensions`. `pauses` are those that count, merged; `late_pauses` begin
    after the end and change nothing. `nominal` is the end without pauses, `own_end` with them, both before
    an agreed last day. `unknown_years`: the years without a calendar that had to be asked. While
    `open_pause` is set the clock stands still: raw and due are then the earliest possible ends, as if it
    resumed on the first day of the pause.
    """

    row: ClockRow
    start: date | datetime
    raw: date | datetime
    due: date | datetime
    count: int
    nominal: date | datetime
    own_end: date | datetime
    calendar: Calendar = field(repr=False, compare=False)
    extensions: int = 0
    extended_to: date | None = None
    pauses: tuple[Pause, ...] = ()
    late_pauses: tuple[Pause, ...] = ()
    open_pause: date | None = None
    unknown_years: tuple[int, ...] = ()

    @property
    def provisional(self) -> bool:
        """Whether a day of a year without a calendar had to be asked whether it is a rest day."""
        return bool(self.unknown_years)

    @property
    def rule(self) -> str:
        """The canonical id of the clock."""
        return self.row.rule

    @property
    def basis(self) -> str:
        """The article, in Chinese."""
        return self.row.basis_zh

    @property
    def unit(self) -> Unit:
        """What is counted."""
        return self.row.unit

    @property
    def direction(self) -> Direction:
        """Whether the end lies after the start or before it."""
        return self.row.direction

    @property
    def rolls(self) -> bool:
        """Whether an end on a rest day moves to the next working day."""
        return self.row.rolls

    @property
    def remaining(self) -> int | None:
        """While a pause is open: the days still to run after it, working days where the clock counts them."""
        if self.open_pause is None or isinstance(self.raw, datetime):
            return None
        eve = self.open_pause - timedelta(days=1)
        return self.calendar.working_days(eve, self.raw) if self.unit == "working_day" else (self.raw - eve).days


def compute(
    rule: str,
    start: date | datetime,
    *,
    pauses: Iterable[Pause] = (),
    extensions: int = 0,
    rule_set_on: date | None = None,
    extended_to: date | None = None,
    paused_since: date | None = None,
    calendar: Calendar | None = None,
    table: ClockTable | None = None,
) -> Due:
    """The end of the clock `rule` that starts on `start`: a local date, for hours a local or aware time.

    `extensions` steps of fixed length are added to the count before rolling; `extended_to` is the last day
    agreed or approved under a step of open length (never earlier than the clock's own end; pauses that begin
    after the own end move it). `paused_since` is a pause that still runs. Where a paper may name the
    end (see `named`), `extended_to` is the day that it names, earlier or later. The version of the rule is the one
    in force on `rule_set_on`, default the start. Pauses: see `pauses.merged` and `pauses.shifted`.
    Raises UnknownRule, NoRuleInForce, BadDate, BadOption.
    """
    table = table or default_table()
    rule = table.canonical(rule)
    start = readable(start)
    row = table.row(rule, rule_set_on or local_day(start))
    if extended_to and is_named(rule):
        row, extended_to = named_row(row, local_day(start), extended_to), None
    paused = accepted_pauses(row, local_day(start), pauses, paused_since)
    count = row.count + granted(row, extensions, extended_to)
    rest = RestDays(calendar or default_calendar())
    try:
        if row.unit == "hour":
            return _hours(row, start, count, rest)
        if isinstance(start, datetime):
            raise BadDate("date_expected", rule=rule, value=start)
        due = _days(row, start, count, paused, extended_to, rest)
    except OverflowError:
        raise BadDate("date_out_of_range", value=start) from None
    open_pause = paused_since if paused_since and paused_since <= local_day(due.raw) else None
    return replace(due, extensions=extensions, open_pause=open_pause)


def _hours(row: ClockRow, start: date | datetime, count: int, rest: RestDays) -> Due:
    if not isinstance(start, datetime):
        raise BadDate("time_expected", rule=row.rule, value=start)
    hours = timedelta(hours=count if row.direction == "after" else -count)
    end = start + hours
    return Due(row, start, end, end, count, end, end, rest.calendar)


def _days(
    row: ClockRow,
    start: date,
    count: int,
    pauses: tuple[Pause, ...],
    extended_to: date | None,
    rest: RestDays,
) -> Due:
    nominal = _end(row, start, count, (), RestDays(rest.calendar))
    if extended_to and extended_to <= nominal:
        raise BadOption("extension_not_later", rule=row.rule, to=extended_to, end=nominal)
    if row.unit == "working_day":
        own_end = _end(row, start, count, pauses, rest)
        late = tuple(each for each in pauses if each[0] > own_end)
    else:
        own_end, late = shifted(nominal, pauses)
    raw = own_end
    if extended_to and extended_to > own_end:
        raw, late = shifted(extended_to, late)
    return Due(
        row=row,
        start=start,
        raw=raw,
        due=roll(raw, rest) if row.rolls else raw,
        count=count,
        nominal=nominal,
        own_end=own_end,
        calendar=rest.calendar,
        extended_to=extended_to,
        pauses=pauses[: len(pauses) - len(late)],
        late_pauses=late,
        unknown_years=tuple(sorted(rest.unknown_years)),
    )


def _end(row: ClockRow, start: date, count: int, pauses: tuple[Pause, ...], rest: RestDays) -> date:
    signed = count if row.direction == "after" else -count
    if row.unit == "working_day":
        return add_working_days(start, signed, rest, pauses)
    if row.unit == "day":
        return start + timedelta(days=signed)
    return add_months(start, signed * MONTHS[row.unit])
