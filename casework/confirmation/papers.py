"""The papers of a joint application (D-20), the certificate of presiding (D-21), the court's papers (D-23)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.confirmation.facts import AUTHORISATION
from casework.confirmation.models import Confirmation
from casework.confirmation.rules import agreement_of, of
from casework.documents.kinds import kinds
from casework.documents.paper import Block, KeyValueTable, Note, Paper, Para, SignatureRoom, Table
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
        "enclosures": "\n".join(_enclosures(p)),
    }
    blocks: tuple[Block, ...] = (
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
        "registration": (office.registration if office else None) or "",
        "mediator": _mediators(agreement) or name,
        "held_on": _held_on(agreement),
        "parties": names(agreement.parties),
        "agreement": agreement.number or _zh("paper.confirmation.no_number"),
        "matter": dispute(agreement.case),
        "effective": day(agreement.effective_on),
    }
    return _made(ask, "D-21", rows, Para(_zh("paper.confirmation.presided", organisation=name)), seal=True)


@paper("D-23")
def register_of_court_papers(ask: Ask) -> Paper:
    """法院文书登记表: every paper of the court so far, with number, day, result, ground, and who received it when."""
    p = of(ask)
    listed = list(_court_papers(ask))
    rows = {"court": p.court_name or "", "agreement": agreement_of(ask).number or _zh("paper.confirmation.no_number")}
    head = ("document_kind", "number", "decided_on", "result", "ground", "served")
    table = Table(tuple(_zh(f"paper.confirmation.{name}.label") for name in head), tuple(listed), (3, 4, 3, 3, 3, 4))
    columns = {name: "\n".join(row[place] for row in listed) for place, name in enumerate(head)}
    made = _made(ask, "D-23", rows, table)
    held = office_by_id(p.office_id)
    return replace(made, office=held.name if held else made.office, fields={**rows, **columns})


def _court_papers(ask: Ask) -> Iterator[tuple[str, ...]]:
    p, none = of(ask), _zh("paper.confirmation.none")
    if p.docketed_on:
        yield _court_paper("docketing", p.court_number, p.docketed_on, "docketed", none, none)
    if p.asked:
        due = day(p.asked_due)
        yield _court_paper(
            "more", None, ask.today, "asked", "；".join(p.asked), _zh("paper.confirmation.until", due=due)
        )
    if p.ruled_on:
        result = "confirmed" if not p.ground else "dismissed" if p.docketed_on else "refused"
        ground = _zh(f"confirmation_ground.{p.ground}") if p.ground else none
        yield _court_paper("ruling", p.ruling_number, p.ruled_on, result, ground, _served(p))
    for each in p.objections:
        if each.decided_on:
            yield _court_paper("objection", each.number, each.decided_on, each.result or "", each.name, none)


def _court_paper(kind: str, number: str | None, on: date, result: str, ground: str, served: str) -> tuple[str, ...]:
    return (
        _zh(f"paper.confirmation.court_paper.{kind}"),
        number or _zh("paper.confirmation.number_unknown"),
        day(on),
        _zh(f"paper.confirmation.court_result.{result}"),
        ground,
        served,
    )


def _served(p: Confirmation) -> str:
    """Per party the day it received the ruling."""
    waits = _zh("paper.confirmation.not_yet")
    return "\n".join(f"{who.party.name}：{day(who.received_on) if who.received_on else waits}" for who in p.applicants)


def _enclosures(p: Confirmation) -> list[str]:
    """The materials of J-10 that go with the application, numbered; the authorisation where somebody has an agent."""
    listed = (*ENCLOSURES, *([AUTHORISATION] if any(who.agents for who in p.applicants) else []))
    return [f"{place}. {_zh(f'material.{each}')}" for place, each in enumerate(listed, start=1)]


def _held_on(agreement: Agreement) -> str:
    """The days of the sessions; of a mediation without a recorded session the day the text was fixed."""
    held = agreement.proceeding
    sessions = held.sessions if isinstance(held, Mediation) else []
    days = dict.fromkeys(day(local_date(each.held_at)) for each in sessions)
    return "、".join(days) or day(agreement.settled_on)


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
