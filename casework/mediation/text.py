"""The check of an agreement's text before anybody signs: what is incomplete, what a court would refuse to confirm."""

from dataclasses import dataclass
from typing import Any

from casework.base.phrases import phrase
from casework.mediation.facts import TermFacts
from casework.mediation.wording import check_term
from casework.records.models import Case


@dataclass(frozen=True)
class TextFinding:
    """One finding. An error needs a mended text or a reason to go on; `key` names it there."""

    key: str
    message: str
    better: str
    rule: str
    field: str
    is_error: bool = True


def sum_of(terms: tuple[TermFacts, ...]) -> int:
    """What is to be paid under the terms, fen."""
    return sum(term.fen or 0 for term in terms if term.kind == "pay")


def findings(case: Case, text: Any) -> list[TextFinding]:
    """All findings on a proposed text (AgreementText or OralAgreement): completeness (M-33), then wording (J-11, X)."""
    return [*_incomplete(case, text), *_worded(text)]


def _worded(text: Any) -> list[TextFinding]:
    passages = [(str(n), f"terms-{n - 1}-text", term.text) for n, term in enumerate(text.terms, start=1)]
    passages.append(("default", "on_default", getattr(text, "on_default", None)))
    return [
        TextFinding(
            f"{key}.{each.code}",
            phrase("text.worded", text=each.text, ground=each.ground),
            each.offer,
            each.rule,
            field,
            each.severity == "error",
        )
        for key, field, words in passages
        for each in check_term(words or "")
    ]


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
