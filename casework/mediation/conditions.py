"""What a text says of itself beside its words: amounts and days that contradict, who is bound, what is left out.

The rows are data (`data/conditions.json`): code, rule, severity, whether it is asked of a term, a party or the
whole text. Here stand the questions themselves, one short function per code.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from casework.identifiers.amounts import parse_amount
from casework.mediation.facts import TermFacts
from casework.records.models import Case, Party

AMOUNT = re.compile(r"(?:支付|赔偿|补偿|付清|给付)[^。;；,，]{0,12}?(?:人民币)?(\d[\d,]*(?:\.\d+)?万?元)")
LAST_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日(?:之?前|以前|内|止)")
DUTY_OF = re.compile(
    r"(?P<name>[\u4e00-\u9fff（）()A-Za-z0-9]{2,30}?(?:公司|商行|商店|经营部|工厂|研究院|研究所|大学|合作社))"
    r"(?:应当|应该|应|必须|须|负责|承担|不得|保证|同意)"
)
MEANT = re.compile(r"^(?:该|其|本|上述|前述|任何|各|双方|两|由|且|并|与|和|及|经)")
AUTHORITY = re.compile(r"(?:局|公安|派出所|检察院|法院|人民政府|委员会|海关)$")
BRANCH = re.compile(r"(?:分公司|分店|办事处|项目部|门市部|车间|筹备处|营业部|科|处)$")
BANKRUPT = re.compile(r"破产|管理人|清算组")


@dataclass(frozen=True)
class Condition:
    """One row: `code` names the question and its sentences, `about` of what it is asked, `field` where it shows."""

    code: str
    rule: str
    severity: Literal["error", "warn"]
    about: Literal["term", "party", "text"]
    field: str

    def said_by(self, asked: Any, case: Case) -> str | None:
        """The words concerned ("" where there are none) when the condition holds, else None."""
        return QUESTIONS[self.code](asked, case)


@cache
def conditions() -> tuple[Condition, ...]:
    """All rows."""
    data = json.loads((files("casework.mediation") / "data" / "conditions.json").read_text("utf-8"))
    return tuple(Condition(**row) for row in data["rows"])


def _amount_differs(term: TermFacts, _case: Case) -> str | None:
    found = AMOUNT.findall(term.text or "")
    if term.kind != "pay" or term.fen is None or len(found) != 1:
        return None
    return found[0] if parse_amount(found[0]).fen != term.fen else None


def _date_differs(term: TermFacts, _case: Case) -> str | None:
    found = list(LAST_DAY.finditer(term.text or ""))
    if term.due is None or len(found) != 1:
        return None
    year, month, day = (int(part) for part in found[0].groups())
    return found[0].group() if (year, month, day) != _parts(term.due) else None


def _parts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _third_party_named(term: TermFacts, case: Case) -> str | None:
    known = [party.name for party in case.parties]
    for found in DUTY_OF.finditer(term.text or ""):
        name = found["name"]
        if not MEANT.match(name) and not any(each in name or name in each for each in known):
            return name
    return None


def _payment_without_place(term: TermFacts, _case: Case) -> str | None:
    return "" if term.kind == "pay" and not (term.place or term.account) else None


def _party_in_bankruptcy(party: Party, _case: Case) -> str | None:
    told = f"{party.name} {party.representative or ''}"
    return party.name if BANKRUPT.search(told) else None


def _authority_is_party(party: Party, _case: Case) -> str | None:
    return party.name if party.kind == "org" and AUTHORITY.search(party.name) else None


def _unit_without_standing(party: Party, _case: Case) -> str | None:
    return party.name if party.kind == "org" and BRANCH.search(party.name) else None


def _nobody_speaks_for_it(party: Party, _case: Case) -> str | None:
    return party.name if party.kind == "org" and not (party.representative or party.agent) else None


def _responsibilities_untold(text: Any, _case: Case) -> str | None:
    return "" if hasattr(text, "responsibilities") and not text.responsibilities else None


QUESTIONS: dict[str, Callable[[Any, Case], str | None]] = {
    "amount_differs": _amount_differs,
    "date_differs": _date_differs,
    "third_party_named": _third_party_named,
    "payment_without_place": _payment_without_place,
    "party_in_bankruptcy": _party_in_bankruptcy,
    "authority_is_party": _authority_is_party,
    "unit_without_standing": _unit_without_standing,
    "nobody_speaks_for_it": _nobody_speaks_for_it,
    "responsibilities_untold": _responsibilities_untold,
}
