"""The paper of a consultative opinion (Order 81 art 13)."""

from casework.documents.blocks import KeyValueTable
from casework.documents.paper import Paper
from casework.enforcement.printing import Extra, Row, contact, law, letter, parties, right_names, zh
from casework.procedure.step import Ask, paper


@paper("DOC-A12")
def opinion(ask: Ask) -> Paper:
    """专利侵权咨询意见书 to whom was warned: what the office thinks and why; it binds nobody (ADJ-25)."""
    p = ask.proceeding
    rows: list[Row] = [
        ("case_number", ask.case.number),
        ("rights", right_names(ask)),
        ("warned", parties(ask, "applicant")),
        ("holder", parties(ask, "respondent")),
        ("warned_on", p.warned_on),
        ("demanded_on", p.demanded_on),
        ("conclusion", zh(f"opinion_conclusion.{ask.facts.conclusion}")),
        ("reasons", ask.facts.opinion),
        ("law", law(ask, "ADJ-25")),
        ("contact", contact(ask)),
    ]
    sides = (("warned", "applicant"), ("holder", "respondent"))
    whom = KeyValueTable(tuple((zh(f"agency_paper.{word}"), parties(ask, role)) for word, role in sides))
    extra = Extra((), parties(ask, "applicant"), blocks={"whom": whom}, seal=True)
    return letter(ask, "DOC-A12", rows, extra)
