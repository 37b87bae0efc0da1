"""The office's agreement as a paper (DOC-A7), of an adjudication or of a patent mediation."""

from casework.documents.blocks import Block, Clauses, KeyValueTable, SignatureRoom
from casework.documents.paper import Paper
from casework.documents.text import ordinal
from casework.enforcement.printing import Extra, Row, letter, person, right_names, zh
from casework.mediation.agreements import Agreement, current_agreement
from casework.mediation.printing import clause
from casework.procedure.step import Ask

SIDES = (("requester", "applicant"), ("respondent", "respondent"))


def agreement_paper(ask: Ask, *, title: str | None = None, closing: str | None = None) -> Paper:
    """专利侵权纠纷调解协议书: facts, duties, payments with date and account, who signs; sealed by the office.

    `closing` is a sentence before the signatures. LookupError where the proceeding has no agreement.
    """
    agreement = current_agreement(ask.proceeding)
    if agreement is None:
        raise LookupError(ask.case.number)
    duties = tuple(clause(each) for each in agreement.terms if not each.fen) or (zh("adjudication.payments_only"),)
    rows: list[Row] = [
        ("case_number", ask.case.number),
        ("rights", right_names(ask)),
        ("parties", "、".join(party.name for party in agreement.parties)),
        ("facts", agreement.main_facts or ask.case.facts or ask.case.title),
        ("terms", "\n".join(f"{ordinal(place)}、{each}" for place, each in enumerate(duties, start=1))),
        ("payments", _payments(agreement)),
        ("promise", zh("adjudication.promise") if agreement.enforcement_promise else ""),
        ("closing", closing or zh("adjudication.confirmable")),
    ]
    sides = [(zh(f"adjudication.{word}"), person(each)) for word, role in SIDES for each in ask.case.of_role(role)]
    signers = tuple((party.name, party.kind == "org") for party in agreement.parties)
    blocks: dict[str, Block | None] = {
        "whom": KeyValueTable(tuple(sides)),
        "duties": Clauses(duties),
        "signers": SignatureRoom((*signers, (zh("adjudication.official"), True))),
    }
    text = "DOC-A7.promised" if agreement.enforcement_promise else "DOC-A7"
    return letter(ask, "DOC-A7", rows, Extra(blocks=blocks, seal=True, title=title), text=text)


def _payments(agreement: Agreement) -> str:
    paid = [clause(each) for each in agreement.terms if each.fen]
    return "".join(paid) or zh("adjudication.no_payments")
