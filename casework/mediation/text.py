"""The check of an agreement's text before anybody signs: what is incomplete, what a court would refuse to confirm."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from casework.base.money import grouped
from casework.base.phrases import phrase, written
from casework.identifiers.amounts import capitals
from casework.law import cite
from casework.mediation.conditions import Condition, conditions
from casework.mediation.facts import TermFacts
from casework.mediation.wording import better, check_term
from casework.records.models import Case, Party


@dataclass(frozen=True)
class TextFinding:
    """One finding. An error needs a mended text or a reason to go on; `key` names it there."""

    key: str
    message: str
    better: str
    rule: str
    field: str
    is_error: bool = True

    def article(self, on: date) -> str:
        """The article it rests on, as in force on that day."""
        return written(cite(self.rule, on).article_zh)


def sum_of(terms: tuple[TermFacts, ...]) -> int:
    """What is to be paid under the terms, fen."""
    return sum(term.fen or 0 for term in terms if term.kind == "pay")


def findings(case: Case, text: Any) -> list[TextFinding]:
    """All findings on a proposed text (AgreementText or OralAgreement).

    Completeness (M-33) first, then the wording of each term (J-11, J-17, X), then what its data say and who is bound.
    """
    return [*_incomplete(case, text), *_worded(case, text), *_conditions(case, text)]


def _worded(case: Case, text: Any) -> list[TextFinding]:
    passages = [(str(n), f"terms-{n - 1}-text", term.text, term) for n, term in enumerate(text.terms, start=1)]
    first = text.terms[0] if text.terms else TermFacts()
    passages.append(("default", "on_default", getattr(text, "on_default", None), first))
    return [
        TextFinding(
            f"{key}.{each.code}",
            phrase("text.worded", text=each.text, ground=each.ground),
            each.offer,
            each.rule,
            field,
            each.severity == "error",
        )
        for key, field, words, term in passages
        for each in check_term(words or "", values_of(case, term))
    ]


def _conditions(case: Case, text: Any) -> Iterator[TextFinding]:
    for row in conditions():
        if row.about == "term":
            for n, term in enumerate(text.terms, start=1):
                said = row.said_by(term, case)
                yield from _met(row, said, str(n), f"terms-{n - 1}-{row.field}", values_of(case, term))
        elif row.about == "party":
            for party in _bound(case, text):
                yield from _met(row, row.said_by(party, case), party.ref, row.field, {"debtor": party.name})
        else:
            yield from _met(row, row.said_by(text, case), "text", row.field, {})


def _met(row: Condition, said: str | None, key: str, field: str, values: dict[str, str | None]) -> list[TextFinding]:
    if said is None:
        return []
    ground = phrase(f"wording.{row.code}.ground")
    if said:
        ground = phrase("text.worded", text=said, ground=ground)
    elif key.isdigit():
        ground = phrase("text.of_term", no=key, ground=ground)
    return [
        TextFinding(f"{key}.{row.code}", ground, better(row.code, values), row.rule, field, row.severity == "error")
    ]


def _bound(case: Case, text: Any) -> list[Party]:
    return [party for party in case.parties if not text.bound or party.ref in text.bound]


def values_of(case: Case, term: TermFacts) -> dict[str, str | None]:
    """The term's own data in words, for the better wording: who, to whom, how much, until when, where, which right."""
    names = {party.ref: party.name for party in case.parties}
    money = {"yuan": grouped(term.fen), "capitals": capitals(term.fen)} if term.fen else {}
    duty = phrase("wording.duty.pay", **money) if money else phrase("wording.duty.act")
    return {
        "debtor": names.get(term.debtor or ""),
        "creditor": names.get(term.creditor or ""),
        "day": phrase("wording.day", y=term.due.year, m=term.due.month, d=term.due.day) if term.due else None,
        "place": term.place,
        "right": _right(case),
        "duty": duty,
        **money,
    }


def _right(case: Case) -> str:
    if not case.rights:
        return phrase("wording.right.none")
    first = case.rights[0]
    return phrase(
        "wording.right.one", kind=phrase(f"right_kind.{first.kind}"), number=first.number or first.title or ""
    )


def _incomplete(case: Case, text: Any) -> list[TextFinding]:
    found = [] if text.main_facts or case.facts else [_lack("text.facts", "main_facts")]
    if not text.issues and not case.request:
        found.append(_lack("text.issues", "issues"))
    for place, term in enumerate(text.terms):
        found += [
            _lack(f"{place + 1}.{what}", f"terms-{place}-{what}", no=place + 1)
            for what in _wanted(term)
            if not getattr(term, what)
        ]
    return found


def _wanted(term: TermFacts) -> tuple[str, ...]:
    if term.kind == "omission":
        return ()
    return ("due", "manner", "place") if term.kind == "act" else ("due", "manner")


def _lack(key: str, field: str, no: int = 0) -> TextFinding:
    code = key.rpartition(".")[2]
    return TextFinding(key, phrase(f"text.lacks.{code}", no=no), phrase(f"text.better.{code}"), "M-33", field)
