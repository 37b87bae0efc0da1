"""Indicators as data (features P2): wording, formula, grain, date, filters, numerator, denominator, version, status.

Those of the rules stand in the data file; an office makes its own or a newer version in the database. A published
version never changes: what is printed names the version that was in force.
"""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import func, select

from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.identity.actor import Actor
from casework.statistics.grid import one_decimal, percentile
from casework.statistics.groups import basis_said, data, groups, said
from casework.statistics.live import PROVIDERS, live
from casework.statistics.models import IndicatorVersion
from casework.statistics.period import Period
from casework.statistics.rows import Offices, Seen, durations, facts_in, facts_standing, flows, standing
from casework.statistics.tables import MEDIATING_IN

DRAFT, PUBLISHED = "draft", "published"
MEASURES = ("n", "fen", "persons", "days", "median", "p90")


@dataclass(frozen=True)
class Indicator:
    """A definition. `numerator` and `denominator` name figures; "@opening", "@pending" stocks, "@in_time" a live count."""

    key: str
    label: list[str]
    wording: list[str]
    formula: str
    numerator: list[str]
    denominator: list[str]
    grain: str
    date: str
    filters: dict[str, str]
    source: str
    version: int
    status: str

    @property
    def basis(self) -> str:
        """What it rests on, in the reader's words."""
        return basis_said(self.source)

    @property
    def title(self) -> str:
        """The reader's word."""
        return said(self.label)

    @property
    def text(self) -> str:
        """The definition in the reader's language."""
        return said(self.wording)

    @property
    def measure(self) -> str:
        """What is added up: facts, fen, persons, days, or a percentile of days."""
        return self.filters.get(
            "measure", "fen" if self.formula.startswith("fen(") else "persons" if self.grain == "person" else "n"
        )


@dataclass(frozen=True)
class Value:
    """What an indicator is over a period: numerator, denominator (None where there is none), the value told."""

    period: str
    numerator: int
    denominator: int | None
    told: str | None


def indicators(*, drafts: bool = False) -> list[Indicator]:
    """The newest version of each indicator, those of the rules first."""
    found = {row["key"]: Indicator(**row) for row in data("indicators.json")["indicators"]}
    wanted = (PUBLISHED, DRAFT) if drafts else (PUBLISHED,)
    asked = select(IndicatorVersion).where(IndicatorVersion.status.in_(wanted)).order_by(IndicatorVersion.version)
    for row in db.session.scalars(asked):
        found[row.key] = Indicator(**{**row.definition, "key": row.key, "version": row.version, "status": row.status})
    return list(found.values())


def indicator(key: str) -> Indicator:
    """The newest version of one indicator, drafts included. Raises KeyError."""
    return {each.key: each for each in indicators(drafts=True)}[key]


def versions() -> dict[str, int]:
    """The version in force of every published indicator: what a publication keeps."""
    return {each.key: each.version for each in indicators()}


def value(told: Indicator, period: Period, offices: Offices = None) -> Value:
    """An indicator over a period, by the counters."""
    if told.measure in ("median", "p90"):
        counts: dict[int, int] = {}
        for seen in _fitting(told, durations(period, told.numerator, offices)):
            counts[seen.days] = counts.get(seen.days, 0) + seen.n
        share = 50 if told.measure == "median" else 90
        return Value(period.name, sum(counts.values()), None, percentile(counts, share))
    top = _sum(told, _seen(told.numerator, period, offices), told.measure)
    if not told.denominator:
        return Value(period.name, top, None, str(top))
    below = _sum(told, _seen(told.denominator, period, offices), "n")
    scale = 1 if told.measure == "days" else 100
    return Value(period.name, top, below, one_decimal(Fraction(scale * top, below)) if below else None)


def preview(told: Indicator, last: Period, offices: Offices = None) -> list[Value]:
    """An indicator over the twelve periods that end with `last`, oldest first."""
    periods = [last]
    while len(periods) < 12:
        periods.append(periods[-1].before)
    return [value(told, each, offices) for each in reversed(periods)]


def behind_indicator(told: Indicator, period: Period, offices: Offices = None, *, below: bool = False) -> list[Seen]:
    """The facts of its numerator, or of its denominator, one by one."""
    found: list[Seen] = []
    for name in told.denominator if below else told.numerator:
        if name in STOCKS:
            day = period.start if name == "@opening" else period.end
            found += facts_standing(day, MEDIATING_IN, offices)
        elif name.startswith("@"):
            found += live(name[1:], period, offices, "mediation")
        else:
            found += facts_in(period, [name], offices)
    return _fitting(told, found)


def draft(definition: dict[str, Any], *, actor: Actor, now: datetime) -> IndicatorVersion:
    """Keep a new version of an indicator as a draft. Raises Invalid with the words of what is wrong."""
    errors = problems(definition)
    if errors:
        raise Invalid(errors)
    key = definition["key"]
    newest = db.session.scalar(select(func.max(IndicatorVersion.version)).where(IndicatorVersion.key == key)) or 0
    built = {row["key"]: row["version"] for row in data("indicators.json")["indicators"]}
    told = {name: part for name, part in definition.items() if name != "key"}
    row = IndicatorVersion(key=key, version=max(newest, built.get(key, 0)) + 1, status=DRAFT, definition=told)
    row.made_at, row.made_by = now, actor.name
    db.session.add(row)
    db.session.flush()
    return row


def publish_indicator(row: IndicatorVersion, *, now: datetime) -> IndicatorVersion:
    """Put a draft in force; what was published under the version before keeps that version."""
    if row.status != DRAFT:
        raise Invalid({"status": [phrase("statistics.indicator.not_a_draft")]})
    row.status, row.published_at = PUBLISHED, now
    return row


def problems(definition: dict[str, Any]) -> dict[str, list[str]]:
    """What keeps a definition from being one: field -> words."""
    found: dict[str, list[str]] = {}
    for name in ("key", "formula"):
        if not str(definition.get(name, "")).strip():
            found[name] = [phrase("statistics.indicator.missing")]
    for name in ("label", "wording"):
        if len(definition.get(name, [])) != 2 or not all(str(each).strip() for each in definition[name]):
            found[name] = [phrase("statistics.indicator.both_languages")]
    for name in ("numerator", "denominator"):
        unknown = [each for each in definition.get(name, []) if each not in known_figures()]
        if unknown:
            found[name] = [phrase("statistics.indicator.unknown_figure", names="、".join(unknown))]
    if not definition.get("numerator"):
        found.setdefault("numerator", [phrase("statistics.indicator.missing")])
    wrong = [
        each
        for each in definition.get("filters", {})
        if each != "measure" and each not in (*groups(), "form", "source")
    ]
    if wrong:
        found["filters"] = [phrase("statistics.indicator.unknown_filter", names="、".join(wrong))]
    return found


def known_figures() -> list[str]:
    """Every figure that an indicator may name."""
    told = data("tables.json")
    plain = {name for table in told.values() for each in table["columns"] for name in each.get("figures", [])}
    plain |= {
        name for row in data("indicators.json")["indicators"] for name in (*row["numerator"], *row["denominator"])
    }
    return sorted(plain | set(STOCKS) | {f"@{name}" for name in PROVIDERS})


STOCKS = ("@opening", "@pending")


def _seen(names: list[str], period: Period, offices: Offices) -> list[Seen]:
    found = flows(period, [each for each in names if not each.startswith("@")], offices, by_office=False)
    for name in (each for each in names if each.startswith("@")):
        if name in STOCKS:
            day = period.start if name == "@opening" else period.end
            found += standing(day, MEDIATING_IN, offices, by_office=False)
        else:
            found += live(name[1:], period, offices, "mediation")
    return found


def _fitting(told: Indicator, found: list[Seen]) -> list[Seen]:
    wanted = {name: each for name, each in told.filters.items() if name != "measure"}
    return [seen for seen in found if all(_of(name, seen) == each for name, each in wanted.items())]


def _of(name: str, seen: Seen) -> str:
    return str(seen[name]) if name in ("form", "source") else groups()[name].row_of(seen)


def _sum(told: Indicator, found: list[Seen], measure: str) -> int:
    return sum(int(seen[measure]) for seen in _fitting(told, found))
