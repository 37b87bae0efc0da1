"""The rule book for readers: what a rule says and rests on, which clocks, steps and reasons hang on it; a search."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casework.clock.clocks import ClockRow
from casework.clock.errors import UnknownRule as UnknownClock
from casework.law import cite
from casework.law.citations import Citation, UnknownRule, all_rules, canonical, versions_of
from casework.procedure.procedure import PROCEDURES, step_label
from casework.procedure.rulebook import table_here
from casework.procedure.step import Step

MOST = 60


@dataclass(frozen=True)
class Use:
    """A step that rests on a rule, or is barred by one of its guards."""

    procedure: str
    step: Step
    label: str
    guards: tuple[str, ...]


@dataclass(frozen=True)
class RuleShown:
    """A rule with everything that hangs on it. `named` is the id asked for, which may be an alias or carry a suffix."""

    named: str
    now: Citation
    versions: tuple[Citation, ...]
    clocks: tuple[ClockRow, ...]
    uses: tuple[Use, ...]


def rule_shown(rule: str, on: date) -> RuleShown | None:
    """The page of a rule on a day; None for an id that the book does not know."""
    try:
        now = cite(rule, on)
    except UnknownRule:
        return None
    return RuleShown(rule, now, versions_of(now.rule), tuple(_clocks(now.rule)), tuple(_uses(now.rule)))


def rules_found(asked: str, on: date) -> list[Citation]:
    """The rules whose id, article or sentence holds every word asked for, in the order of the book; at most sixty."""
    words = asked.lower().split()
    found = []
    for rule in all_rules():
        said = cite(rule, on)
        text = f"{said.rule} {said.article_zh} {said.text_zh} {said.text_en}".lower()
        if all(word in text for word in words):
            found.append(said)
    return found[:MOST]


def _clocks(rule: str) -> Iterator[ClockRow]:
    table = table_here()
    for name in table.rules():
        if name == rule or name.startswith(f"{rule}."):
            yield table.versions(name)[-1]


def _uses(rule: str) -> Iterator[Use]:
    for name, procedure in PROCEDURES.items():
        for step in procedure.steps.values():
            barring = tuple(each.name for each in step.guards if _same(each.rule, rule))
            if barring or any(_same(each, rule) for each in step.basis):
                yield Use(name, step, step_label(name, step.name), barring)


def _same(named: str, rule: str) -> bool:
    try:
        return canonical(named) == rule
    except (UnknownRule, UnknownClock):
        return False
