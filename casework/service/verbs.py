"""The acts of service. Each asks the door, writes what it changes, and moves."""

from datetime import datetime

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.mediation.addresses import address_of
from casework.mediation.models import ServiceAddress
from casework.procedure.asking import refusals
from casework.procedure.clocks import compute_here
from casework.procedure.door import Taken, begin, taking, unstored
from casework.procedure.step import Ask
from casework.records.evidence import receive
from casework.records.models import Case
from casework.service import facts as f
from casework.service import rules, steps
from casework.service.models import Service
from casework.service.onward import go_on
from casework.service.ways import ways


def proposed(case: Case, actor: Actor, now: datetime) -> Service:
    """A service before its first step, not stored."""
    service = Service(case=case, office_id=actor.office_id, way="", sent_on=local_date(now))
    return unstored(service, now=now)


def send(case: Case, facts: f.Sending, *, actor: Actor, now: datetime) -> Service:
    """Send a paper to a party (送达, T-13); a receipt to sign is made with it. The journal keeps way and address.

    A public notice runs thirty days. A confirmation of the address told with it counts for the whole case (D-22).
    """
    service = proposed(case, actor, now)
    ask = Ask(service, steps.SEND, actor, now, facts)
    paper, party = rules.paper_of(ask), rules.party_of(ask)
    if paper is None or party is None:
        raise StepRefused(steps.SEND.name, refusals(service, steps.SEND, actor=actor, now=now, facts=facts))
    service.paper, service.party = paper, party
    begin(service, now=now, flush=False)
    with taking(service, steps.SEND, actor=actor, now=now, facts=facts) as taken:
        _put_on_its_way(service, facts, taken)
    return service


def send_again(service: Service, facts: f.Sending, *, actor: Actor, now: datetime) -> Service:
    """Send what came back, by another way or to another address."""
    with taking(service, steps.SEND_AGAIN, actor=actor, now=now, facts=facts) as taken:
        service.failed_on = service.failure = None
        _put_on_its_way(service, facts, taken)
    return service


def prove(service: Service, facts: f.Proof, *, actor: Actor, now: datetime) -> Service:
    """The proof came back: the paper is served on the day that the law counts (T-13).

    Where service is a step of the paper's own procedure, and that step is lawful now, it is taken with the same day.
    """
    with taking(service, steps.PROVE, actor=actor, now=now, facts=facts):
        receive(service.case, facts.files, actor=actor, now=now)
        service.proof, service.proof_number, service.received_by = facts.proof, facts.number, facts.received_by
        rule = ways()[service.way].deemed
        service.served_on = compute_here(rule, service.sent_on).due if rule else facts.on
    db.session.flush()
    go_on(service, actor=actor, now=now)
    return service


def fail(service: Service, facts: f.Failure, *, actor: Actor, now: datetime) -> Service:
    """It came back undelivered."""
    with taking(service, steps.FAIL, actor=actor, now=now, facts=facts):
        service.failure, service.failed_on = facts.failure, facts.on
    return service


def give_up(service: Service, facts: f.Reason, *, actor: Actor, now: datetime) -> Service:
    """Nothing more is tried, with the reason."""
    with taking(service, steps.GIVE_UP, actor=actor, now=now, facts=facts):
        service.closing_reason = facts.reason
    return service


def _put_on_its_way(service: Service, facts: f.Sending, taken: Taken) -> None:
    way = ways()[facts.way or ""]
    service.way, service.recipient, service.others_failed = facts.way or "", facts.recipient, facts.others_failed
    service.sent_on = facts.sent_on or service.sent_on
    if facts.confirmed_on:
        _confirm(service, facts)
    told = facts.electronic if way.needs_consent else facts.address
    service.address = told or address_of(service.party, electronic=way.needs_consent)
    if way.deemed:
        taken.start_clock(way.deemed, service.sent_on)


def _confirm(service: Service, facts: f.Sending) -> None:
    db.session.add(
        ServiceAddress(
            party=service.party,
            recipient=facts.recipient,
            address=facts.address,
            phone=facts.phone,
            electronic=facts.electronic,
            signed_on=facts.confirmed_on,
        )
    )
