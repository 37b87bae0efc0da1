"""Where the numbers come from: counters for whole months, facts for ragged days and for what stands on a day.

Every answer is a list of `Seen`: sums of facts that agree in office, figure, form, right, matter and source.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, func, literal, or_, select

from casework.base.db import db
from casework.records.figures import LEFT, OPEN_NOW, FigureCount, FigureFact
from casework.statistics.period import Period, pieces

Offices = Sequence[int] | None
NAMES = ("office_id", "figure", "form", "right_kind", "matter", "source")
SUMS = ("n", "fen", "persons", "days")


@dataclass(frozen=True, slots=True)
class Seen:
    """A sum of facts, or one fact with its reference (`case_id`, `seq`, `on_day`)."""

    office_id: int
    figure: str
    form: str
    right_kind: str
    matter: str
    source: str
    n: int
    fen: int = 0
    persons: int = 0
    days: int = 0
    case_id: int = 0
    seq: int = 0
    on_day: date | None = None

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)


def flows(period: Period, figures: Iterable[str], offices: Offices = None, *, by_office: bool = True) -> list[Seen]:
    """What happened in a period, summed. Offices None means all of them."""
    wanted = sorted(set(figures))
    months, ragged = pieces(period)
    found = _counted(_whole_years(months), wanted, offices, by_office=by_office) if months else []
    for start, end in ragged:
        days = (FigureFact.on_day >= start, FigureFact.on_day < end)
        found += _summed([FigureFact.figure.in_(wanted), *days], offices, by_office=by_office)
    return found


def standing(day: date, figures: Iterable[str], offices: Offices = None, *, by_office: bool = True) -> list[Seen]:
    """What stood open at the beginning of a day, from what came in and when it left, never from the closings.

    The first of a month is counted from the counters: what stands open now, less what came since and with what left
    since. Any other day is counted fact by fact.
    """
    wanted = sorted(set(figures))
    count = _stood if day.day == 1 else _stood_by_facts
    return [seen for figure in wanted for seen in count(day, figure, offices, by_office=by_office)]


def standing_by_facts(day: date, figures: Iterable[str]) -> dict[str, int]:
    """How many facts of each figure stood open at the beginning of a day, counted one by one: what proves `standing`."""
    wanted = sorted(set(figures))
    return {each: sum(seen.n for seen in _stood_by_facts(day, each, None, by_office=False)) for each in wanted}


def _stood(day: date, figure: str, offices: Offices, *, by_office: bool) -> list[Seen]:
    now, left = FigureCount.month == OPEN_NOW, FigureCount.figure == LEFT + figure
    sign = case((now | left, FigureCount.n), else_=-FigureCount.n)
    terms = [FigureCount.month.in_([OPEN_NOW, *_since(day)]), FigureCount.figure.in_([figure, LEFT + figure])]
    office: Any = FigureCount.office_id if by_office else literal(0)
    group = [office, *(getattr(FigureCount, name) for name in NAMES[2:])]
    asked = select(*group, func.sum(sign)).where(*terms, *_of(FigureCount.office_id, offices))
    asked = asked.group_by(*(group if by_office else group[1:])).having(func.sum(sign) != 0)
    return [Seen(row[0], figure, *row[1:5], n=int(row[5])) for row in db.session.execute(asked)]


def _since(day: date) -> list[int]:
    """The months from the first of a month to the end of its year, and the years after it that have counters."""
    newest = db.session.scalar(select(func.max(FigureCount.month))) or 0
    months = [day.year * 100 + month for month in range(day.month, 13)] if day.month > 1 else [day.year * 100]
    return [*months, *(year * 100 for year in range(day.year + 1, newest // 100 + 1))]


def _stood_by_facts(day: date, figure: str, offices: Offices, *, by_office: bool) -> list[Seen]:
    found = []
    for still in (FigureFact.until_day.is_(None), FigureFact.until_day >= day):
        mine = _of(func.coalesce(FigureFact.office_id, 0), offices)
        terms = [FigureFact.figure == figure, came_before(day), still, *mine]
        found += _summed(terms, None, by_office=by_office, sums=("n",))
    return found


def came_before(day: date) -> ColumnElement[bool]:
    """Facts of earlier days, said so that an engine looks for what stands by its end and not by its long past."""
    return func.coalesce(FigureFact.on_day, day) < day


def facts_in(period: Period, figures: Iterable[str], offices: Offices = None) -> list[Seen]:
    """The facts of a period one by one, oldest first: what a drill-down shows."""
    terms = [FigureFact.figure.in_(sorted(set(figures))), FigureFact.on_day >= period.start]
    return _single([*terms, FigureFact.on_day < period.end], offices)


def facts_standing(day: date, figures: Iterable[str], offices: Offices = None) -> list[Seen]:
    """The facts that stood open at the beginning of a day, one by one."""
    still = or_(FigureFact.until_day.is_(None), FigureFact.until_day >= day)
    return _single([FigureFact.figure.in_(sorted(set(figures))), came_before(day), still], offices)


def durations(
    period: Period, figures: Iterable[str], offices: Offices = None, *, by: Iterable[str] = NAMES
) -> list[Seen]:
    """How many facts of a period took how many days: `n` of them took `days` each; apart only in what `by` names."""
    kept = [name for name in NAMES if name in set(by)]
    group = [getattr(FigureFact, name) for name in (*kept, "days")]
    terms = [FigureFact.figure.in_(sorted(set(figures))), FigureFact.on_day >= period.start]
    terms += [FigureFact.on_day < period.end, FigureFact.days.is_not(None), *_of(FigureFact.office_id, offices)]
    asked = select(*group, func.sum(FigureFact.n)).where(*terms).group_by(*group)
    blank: dict[str, Any] = {name: 0 if name == "office_id" else "" for name in NAMES}
    return [
        Seen(**{**blank, **dict(zip(kept, row, strict=False))}, n=int(row[-1]), days=row[-2])
        for row in db.session.execute(asked)
    ]


def _whole_years(months: list[int]) -> list[int]:
    """The months, and for each twelve of them that make a year, the year."""
    years = {each // 100 for each in months}
    whole = {year for year in years if all(year * 100 + month in months for month in range(1, 13))}
    return [*(year * 100 for year in sorted(whole)), *(each for each in months if each // 100 not in whole)]


def _counted(months: list[int], figures: list[str], offices: Offices, *, by_office: bool) -> list[Seen]:
    office: Any = FigureCount.office_id if by_office else literal(0)
    group = [office, *(getattr(FigureCount, name) for name in NAMES[1:])]
    sums = [func.sum(getattr(FigureCount, name)) for name in ("n", "fen", "persons", "days")]
    terms = [FigureCount.month.in_(months), FigureCount.figure.in_(figures), *_of(FigureCount.office_id, offices)]
    asked = select(*group, *sums).where(*terms).group_by(*(group if by_office else group[1:]))
    return [Seen(*row[:6], *map(int, row[6:])) for row in db.session.execute(asked) if any(row[6:])]


def _summed(
    terms: list[ColumnElement[bool]], offices: Offices, *, by_office: bool, sums: tuple[str, ...] = SUMS
) -> list[Seen]:
    office: Any = FigureFact.office_id if by_office else literal(0)
    group = [office, *(getattr(FigureFact, name) for name in NAMES[1:])]
    told = [func.coalesce(func.sum(getattr(FigureFact, name)), 0) for name in sums]
    asked = select(*group, *told).where(*terms, *_of(FigureFact.office_id, offices))
    asked = asked.group_by(*(group if by_office else group[1:]))
    return [Seen(*row[:6], *map(int, row[6:])) for row in db.session.execute(asked)]


def _single(terms: list[ColumnElement[bool]], offices: Offices) -> list[Seen]:
    names = [*NAMES, "n", "fen", "persons", "days", "case_id", "seq", "on_day"]
    asked = select(*(getattr(FigureFact, name) for name in names)).where(*terms, *_of(FigureFact.office_id, offices))
    asked = asked.order_by(FigureFact.on_day, FigureFact.case_id, FigureFact.seq)
    return [Seen(**{**row, "days": row["days"] or 0}) for row in db.session.execute(asked).mappings()]


def _of(column: Any, offices: Offices) -> list[ColumnElement[bool]]:
    return [] if offices is None else [column.in_(list(offices))]
