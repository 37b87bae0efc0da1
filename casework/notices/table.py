"""The table of notices as values: which step tells whom what."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from casework.base.phrases import phrase, written
from casework.law import cite
from casework.procedure.procedure import PROCEDURES, step_label
from casework.procedure.step import Step


@dataclass(frozen=True)
class Rule:
    """One row. `to`: applicant, respondent, parties, handler, counterpart; `says` names its phrases."""

    id: str
    step: str
    to: tuple[str, ...]
    says: str
    part: str

    @property
    def procedure(self) -> str:
        """The procedure that the step belongs to."""
        return self.step.partition(".")[0]

    @property
    def name(self) -> str:
        """The step's own name."""
        return self.step.partition(".")[2]

    @property
    def taken(self) -> Step:
        """The row of the procedure's table."""
        return PROCEDURES[self.procedure].steps[self.name]

    @property
    def label(self) -> str:
        """Procedure and step in the reader's words."""
        return f"{phrase(f'procedure.{self.procedure}')} · {step_label(self.procedure, self.name)}"

    def articles_on(self, day: date) -> list[tuple[str, str]]:
        """The step's rules with their articles on that day."""
        return [(each, written(cite(each, day).article_zh)) for each in self.taken.basis]


@cache
def rules() -> tuple[Rule, ...]:
    """All rows in the order of the file."""
    rows = json.loads((files("casework.notices") / "data" / "notices.json").read_text("utf-8"))["rules"]
    return tuple(Rule(**{**row, "to": tuple(row["to"])}) for row in rows)


def rule_of(rule_id: str) -> Rule | None:
    """The row of that id."""
    return next((each for each in rules() if each.id == rule_id), None)


def rules_for(procedure: str, step: str) -> list[Rule]:
    """The rows of a step."""
    return [each for each in rules() if each.step == f"{procedure}.{step}"]
