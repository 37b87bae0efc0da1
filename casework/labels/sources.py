"""Earlier findings against the same party: what a label may rest on. Bounded queries by the party's comparison key."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from sqlalchemy import and_, func, select

from casework.adjudication.models import Adjudication
from casework.base.db import db
from casework.base.wallclock import at_local
from casework.enforcement.models import Penalty
from casework.procedure.clocks import compute_here
from casework.records.models import Case, Party, Right

MOST = 50
EFFECTIVE = ("effective", "enforcement", "performed")


@dataclass(frozen=True)
class Source:
    """An earlier finding: what, number, day, case."""

    what: str
    number: str
    on: date
    case: str

    def told(self) -> dict[str, Any]:
        """As kept with the label."""
        return {"what": self.what, "number": self.number, "on": self.on.isoformat(), "case": self.case}


@cache
def table() -> dict[str, Any]:
    """The labels as data."""
    found: dict[str, Any] = json.loads((files("casework.labels") / "data" / "labels.json").read_text("utf-8"))
    return found


def window_from(code: str, on: date) -> date | None:
    """The first day on which an earlier finding still counts; None for a label without a window."""
    if not table()["labels"][code]["looks_back"]:
        return None
    end = compute_here(code, on).due
    return date(end.year, end.month, end.day)


def sources_of(code: str, party: Party, on: date) -> list[Source]:
    """The findings of this database against the same party that the label may rest on, the newest first."""
    row = table()["labels"][code]
    found = list(_penalties(party, row)) if "penalty" in row["found_by"] else []
    if "adjudication" in row["found_by"]:
        found += _decisions(party, row)
    first = window_from(code, on)
    return sorted((each for each in found if first is None or each.on >= first), key=lambda each: each.on, reverse=True)


def others_infringing(case: Case, on: date) -> int:
    """How many respondents stand against the same rights within the days of LBL-4, this case among them."""
    rights = [right.canonical for right in case.rights if right.canonical]
    first = on - timedelta(days=table()["labels"]["LBL-4"]["days"])
    asked = select(func.count(func.distinct(Party.name_key))).join(Right, Right.case_id == Party.case_id)
    near = asked.join(Case, Case.id == Party.case_id).where(Case.registered_at >= at_local(first))
    return db.session.scalar(near.where(Right.canonical.in_(rights), Party.role == "respondent")) or 0


def _penalties(party: Party, row: dict[str, Any]) -> Iterator[Source]:
    asked = _against(party, row, select(Penalty.decision_number, Penalty.decided_on, Case.number), Penalty)
    for number, day, case in db.session.execute(asked.where(Penalty.decided_on.is_not(None)).limit(MOST)):
        yield Source("penalty", number or "", day, case)


def _decisions(party: Party, row: dict[str, Any]) -> list[Source]:
    asked = _against(
        party, row, select(Adjudication.decision_number, Adjudication.decided_on, Case.number), Adjudication
    )
    held = asked.where(Adjudication.decision == "established", Adjudication.state.in_(EFFECTIVE))
    return [
        Source("adjudication", number or "", day, case) for number, day, case in db.session.execute(held.limit(MOST))
    ]


def _against(party: Party, row: dict[str, Any], asked: Any, kind: Any) -> Any:
    """Findings in other cases against the party of the same comparison key, on rights of the label's kinds."""
    same = and_(Party.case_id == Case.id, Party.role == "respondent", Party.name_key == party.name_key)
    found = (
        asked.select_from(kind).join(Case, Case.id == kind.case_id).join(Party, same).where(Case.id != party.case_id)
    )
    right = select(Right.id).where(Right.case_id == Case.id)
    if row["kinds"]:
        right = right.where(Right.kind.in_(row["kinds"]))
    if row.get("same_right"):
        right = right.where(Right.canonical.in_([each.canonical for each in party.case.rights if each.canonical]))
    return found.where(right.exists()) if row["kinds"] or row.get("same_right") else found
