"""The papers of a joint application: the application itself (D-20) and the certificate of presiding (D-21)."""

from casework.base.phrases import phrase
from casework.confirmation.models import Confirmation
from casework.confirmation.rules import agreement_of, of
from casework.documents.kinds import kinds
from casework.documents.paper import Block, Clauses, KeyValueTable, Note, Paper, Para, SignatureRoom
from casework.identity.directory import office_by_id
from casework.mediation.agreements import MEDIATOR, Agreement
from casework.mediation.models import Mediation
from casework.mediation.printing import clause, day, dispute, names
from casework.procedure.step import Ask, paper
from casework.records.models import Party

ENCLOSURES = ("agreement", "presiding_proof", "right_proof", "identity", "service_address")


@paper("D-20")
def application(ask: Ask) -> Paper:
    """司法确认申请书: all parties as equal applicants, no respondent; what is asked, facts, declaration, enclosures."""
    p, agreement = of(ask), agreement_of(ask)
    rows = {
        "applicants": "\n".join(_applicant(p, party) for party in agreement.parties),
        "court": p.court_name or "",
        "request": _zh(
            "paper.confirmation.request_text", number=agreement.number or _zh("paper.confirmation.no_number")
        ),
        "facts": _facts(agreement),
        "declaration": _zh("paper.confirmation.declaration_text"),
    }
    blocks: tuple[Block, ...] = (
        Para(_zh("paper.confirmation.enclosures")),
        Clauses(tuple(_zh(f"material.{each}") for each in ENCLOSURES)),
        SignatureRoom(tuple((party.name, party.kind == "org") for party in agreement.parties)),
        Note(_zh("paper.confirmation.no_fee")),
    )
    return _made(ask, "D-20", rows, *blocks, addressee=p.court_name or "")


@paper("D-21")
def certificate(ask: Ask) -> Paper:
    """调解组织主持调解证明: who presided, when, between whom, over which agreement; sealed."""
    agreement = agreement_of(ask)
    held = agreement.proceeding
    office = office_by_id(held.office_id)
    name = office.name if office else ask.actor.office_name
    rows = {
        "organisation": name,
        "mediator": _mediators(agreement) or name,
        "parties": names(agreement.parties),
        "agreement": agreement.number or _zh("paper.confirmation.no_number"),
        "matter": dispute(agreement.case),
        "effective": day(agreement.effective_on),
    }
    return _made(ask, "D-21", rows, Para(_zh("paper.confirmation.presided", organisation=name)), seal=True)


def _facts(agreement: Agreement) -> str:
    office = office_by_id(agreement.proceeding.office_id)
    head = _zh(
        "paper.confirmation.facts_text",
        dispute=dispute(agreement.case),
        organisation=office.name if office else "",
        effective=day(agreement.effective_on),
    )
    return "\n".join([head, *(f"{term.no}. {clause(term)}" for term in agreement.terms)])


def _applicant(p: Confirmation, party: Party) -> str:
    """Name and how to reach a party; the credit code of an organisation, a person's number by reference."""
    code = party.code if party.kind == "org" else None
    identity = _zh("paper.confirmation.code", code=code) if code else _zh("paper.confirmation.identity")
    told = [party.name, identity, party.representative, party.address, party.phone]
    who = p.applicant(party.ref)
    agents = _zh("paper.confirmation.agents", names="、".join(who.agents)) if who and who.agents else None
    return "，".join(each for each in [*told, agents] if each)


def _mediators(agreement: Agreement) -> str:
    signed = [each.name for each in agreement.of(MEDIATOR) if each.name]
    held = agreement.proceeding
    named = [each.mediator.name for each in held.named] if isinstance(held, Mediation) else []
    return "、".join(dict.fromkeys(signed or named))


def _made(ask: Ask, kind: str, rows: dict[str, str], *blocks: Block, addressee: str = "", seal: bool = False) -> Paper:
    table = KeyValueTable(tuple((_zh(f"paper.confirmation.{name}.label"), value) for name, value in rows.items()))
    return Paper(
        kind=kind,
        title=kinds()[kind].title,
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=(table, *blocks),
        fields=rows,
        addressee=addressee,
        seal=seal,
    )


def _zh(key: str, **values: object) -> str:
    """A phrase in Chinese: papers are, whatever the reader's language."""
    return phrase(key, lang="zh", **values)
