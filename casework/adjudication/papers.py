"""The papers of an adjudication (transfer.md 4, DOC-A)."""

from casework.base.phrases import phrase
from casework.documents.paper import Clauses, KeyValueTable, Paper, Para, SignatureRoom
from casework.documents.text import zh_date
from casework.mediation.agreements import current_agreement
from casework.procedure.step import Ask, paper


@paper("DOC-A2")
def filing_notice(ask: Ask) -> Paper:
    """立案通知书: date and panel (ADJ-8)."""
    said = phrase("adjudication.filed", title=ask.case.title, panel="、".join(ask.facts.panel))
    return _letter(ask, "DOC-A2", (Para(said),), {"panel": "、".join(ask.facts.panel)})


@paper("DOC-A3")
def answer_notice(ask: Ask) -> Paper:
    """答辩通知书: served when, answer until when (ADJ-10)."""
    due = next((clock.due for clock in ask.proceeding.clocks if clock.rule.startswith("ADJ-10.answer")), None)
    told = zh_date(due.isoformat()) if due else phrase("adjudication.due_of_older_law")
    said = phrase("adjudication.answer", title=ask.case.title, due=told)
    return _letter(ask, "DOC-A3", (Para(said),), {"due": told})


@paper("DOC-A2x")
def refusal_notice(ask: Ask) -> Paper:
    """不予立案通知书 with the reason."""
    said = phrase("adjudication.refused", title=ask.case.title, reason=ask.facts.reason)
    return _letter(ask, "DOC-A2x", (Para(said),), {"reason": ask.facts.reason})


@paper("DOC-A6")
def decision(ask: Ask) -> Paper:
    """行政裁决书 with the items of art 31 (ADJ-20)."""
    rows = (
        (phrase("adjudication.requester"), _names(ask, "applicant")),
        (phrase("adjudication.respondent"), _names(ask, "respondent")),
    )
    found = ask.facts.acts_to_stop or phrase("adjudication.dismissed")
    blocks = (
        KeyValueTable(rows),
        Para(ask.facts.reasons or phrase("adjudication.reasons_untold")),
        Clauses((found, phrase("adjudication.way_to_sue"))),
    )
    return _letter(ask, "DOC-A6", blocks, {"result": found})


@paper("DOC-A7")
def settlement(ask: Ask) -> Paper:
    """专利侵权纠纷调解协议书 (ADJ-21)."""
    agreement = current_agreement(ask.proceeding)
    if agreement is None:
        raise LookupError(ask.case.number)
    terms = tuple(
        each.text or phrase("adjudication.pays", yuan=f"{(each.fen or 0) / 100:.2f}") for each in agreement.terms
    )
    places = tuple((party.name, party.kind == "org") for party in ask.case.parties)
    blocks = (
        Para(agreement.main_facts or ask.case.facts or ask.case.title),
        Clauses(terms or (phrase("adjudication.terms_untold"),)),
        SignatureRoom((*places, (phrase("adjudication.official"), True))),
    )
    return _letter(ask, "DOC-A7", blocks, {"terms": str(len(terms))})


@paper("DOC-A8")
def withdrawal(ask: Ask) -> Paper:
    """撤销案件决定书: ground of art 36, or mediation failed (art 69)."""
    ground = phrase(f"adjudication_ground.{ask.facts.ground}")
    said = phrase("adjudication.withdrawn", title=ask.case.title, ground=ground)
    return _letter(ask, "DOC-A8", (Para(said),), {"ground": ground})


def _letter(ask: Ask, kind: str, blocks: tuple[Para | Clauses | KeyValueTable | SignatureRoom, ...],
            fields: dict[str, str]) -> Paper:  # fmt: skip
    return Paper(
        kind=kind,
        title=phrase(f"paper.{kind}.title"),
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=blocks,
        fields={"parties": _names(ask, "applicant"), **fields},
        addressee=_names(ask, "applicant"),
        seal=True,
    )


def _names(ask: Ask, role: str) -> str:
    return "、".join(party.name for party in ask.case.of_role(role))
