"""The agreement as it would be printed, made of what stands in the form; nothing is kept."""

import hashlib
from dataclasses import asdict, dataclass

from casework.base.model import canonical_json
from casework.base.money import grouped
from casework.identifiers.amounts import capitals
from casework.mediation.agreements import Agreement, Term
from casework.mediation.facts import AgreementText, TermFacts
from casework.mediation.printing import clause, person, zh
from casework.mediation.rules.people import party_of
from casework.mediation.text import sum_of
from casework.records.models import Case


@dataclass(frozen=True)
class Preview:
    """Headed lines, the clauses in their order, and the closing lines. Chinese, as the paper is."""

    rows: tuple[tuple[str, str], ...]
    clauses: tuple[str, ...]
    closing: tuple[str, ...]


def preview(case: Case, text: AgreementText) -> Preview:
    """The text of the paper (D-16); a term whose debtor is not told yet is left out."""
    bound = [each for ref in text.bound if (each := party_of(case, ref))] or case.parties
    rows = (
        ("parties", "\n".join(person(each) for each in bound)),
        ("facts", text.main_facts or ""),
        ("dispute", text.issues or ""),
        ("responsibilities", text.responsibilities or ""),
    )
    fen = sum_of(text.terms)
    total = zh("paper.mediation.total", yuan=grouped(fen), capitals=capitals(fen))
    promise = (zh("paper.mediation.promise"),) if text.enforcement_promise else ()
    return Preview(
        rows=tuple((zh(f"paper.mediation.{name}.label"), said) for name, said in rows if said),
        clauses=tuple(said for each in text.terms if (said := _clause(case, each))),
        closing=(total, *((text.on_default,) if text.on_default else ()), *promise),
    )


def as_facts(text: Agreement) -> AgreementText:
    """A kept text as the facts that it was made of, to be checked or shown as it will be printed."""
    same = ("kind", "fen", "due", "manner", "place", "account", "text")
    terms = tuple(
        TermFacts(
            debtor=term.debtor.ref,
            creditor=term.creditor.ref if term.creditor else None,
            **{name: getattr(term, name) for name in same},
        )
        for term in text.terms
    )
    return AgreementText(
        terms=terms,
        bound=tuple(party.ref for party in text.parties),
        main_facts=text.main_facts,
        issues=text.issues,
        responsibilities=text.responsibilities,
        on_default=text.on_default,
        enforcement_promise=text.enforcement_promise,
        wants_confirmation=text.wants_confirmation,
    )


def as_signed(text: Agreement) -> str:
    """What a signature on a screen stands under: number and every printed line, as canonical JSON."""
    return canonical_json({"number": text.number, **asdict(preview(text.case, as_facts(text)))})


def fingerprint(text: Agreement) -> str:
    """SHA-256 over what is signed: another word is another text."""
    return hashlib.sha256(as_signed(text).encode()).hexdigest()


def _clause(case: Case, facts: TermFacts) -> str:
    debtor = party_of(case, facts.debtor)
    if debtor is None:
        return ""
    told = {name: getattr(facts, name) for name in ("kind", "fen", "due", "manner", "place", "account")}
    return clause(Term(debtor=debtor, creditor=party_of(case, facts.creditor), text=facts.text or "", **told))
