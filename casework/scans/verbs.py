"""The act of a scan: matched, kept as evidence; under an agreement the ticked signatures are entered with it."""

from datetime import datetime

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.base.wallclock import local_date
from casework.documents.models import PaperRecord
from casework.identity.actor import Actor
from casework.mediation.facts import PartySignature, Signing
from casework.mediation.models import Mediation
from casework.mediation.verbs.agreement import sign_mediator, sign_party
from casework.procedure.asking import refusals
from casework.procedure.door import begin, taking, unstored
from casework.procedure.step import Ask
from casework.records.evidence import receive
from casework.records.models import Case
from casework.scans import rules, steps
from casework.scans.facts import Returned
from casework.scans.matching import MEDIATOR_MARK, awaiting, unsigned
from casework.scans.models import CODE, HAND, Scan


def proposed(case: Case, actor: Actor, now: datetime) -> Scan:
    """A scan before it is matched, not stored."""
    scan = Scan(case=case, office_id=actor.office_id, matched_by=CODE, signed_on=local_date(now), signers=[])
    return unstored(scan, now=now)


def match(case: Case, facts: Returned, *, actor: Actor, now: datetime) -> Scan:
    """A signed paper came back as a scan (M-34): it is matched to its paper and kept as evidence.

    Under an agreement that waits for them, the ticked signatures are entered by the steps of the mediation, each with
    its own guards and entry. Raises StepRefused.
    """
    scan = proposed(case, actor, now)
    paper = rules.paper_of(Ask(scan, steps.MATCH, actor, now, facts))
    against = refusals(scan, steps.MATCH, actor=actor, now=now, facts=facts)
    if paper is None or against:
        raise StepRefused(steps.MATCH.name, against)
    scan.paper = paper
    begin(scan, now=now, flush=False)
    with db.session.no_autoflush, taking(scan, steps.MATCH, actor=actor, now=now, facts=facts):
        scan.evidence = receive(case, facts.files, actor=actor, now=now)[0]
        scan.evidence.copy_of_id = paper.id
        scan.matched_by = CODE if facts.texts else HAND
        scan.signers, scan.signed_on = list(facts.signed), facts.signed_on or scan.signed_on
    _sign(paper, facts, actor, now)
    return scan


def _sign(paper: PaperRecord, facts: Returned, actor: Actor, now: datetime) -> None:
    mediation = awaiting(paper)
    if mediation is None:
        return
    for mark, name in unsigned(mediation):
        if mark in facts.signed:
            _enter(mediation, mark, name, facts, actor, now)


def _enter(mediation: Mediation, mark: str, name: str, facts: Returned, actor: Actor, now: datetime) -> None:
    if mark.startswith(MEDIATOR_MARK):
        sign_mediator(mediation, Signing(signed_on=facts.signed_on, name=name), actor=actor, now=now)
        return
    party = next(each for each in mediation.case.parties if each.ref == mark)
    writer = party.representative if party.kind == "org" else party.name
    signature = PartySignature(mark, facts.signed_on, name=writer, sealed=mark in facts.sealed)
    sign_party(mediation, signature, actor=actor, now=now)
