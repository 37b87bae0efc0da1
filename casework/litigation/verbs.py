"""Recording what other authorities did."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from casework.base.db import db
from casework.identity.actor import Actor
from casework.litigation import steps
from casework.litigation.models import OutsideAct, OutsideRecord
from casework.procedure.door import begin, taking
from casework.procedure.step import Step
from casework.records.models import Case


@dataclass(frozen=True)
class OutsideFacts:
    """What was done, by whom, when (local date, None where not known), under which number."""

    authority: str | None = None
    on: date | None = None
    number: str | None = None
    note: str | None = None


def propose(case: Case, actor: Actor) -> OutsideRecord:
    """A record before its first entry, not yet stored."""
    return OutsideRecord(case=case, office_id=actor.office_id, acts=[])


def open_record(case: Case, _facts: object, *, actor: Actor, now: datetime) -> OutsideRecord:
    """Begin a record on a case."""
    record = propose(case, actor)
    begin(record, now=now)
    with taking(record, steps.BY_NAME["open_record"], actor=actor, now=now):
        pass
    return record


def open_with(case: Case, step: Step, facts: OutsideFacts, *, actor: Actor, now: datetime) -> OutsideRecord:
    """Begin a record with its first act."""
    return record_act(open_record(case, None, actor=actor, now=now), step, facts, actor=actor, now=now)


def record_act(record: OutsideRecord, step: Step, facts: OutsideFacts, *, actor: Actor, now: datetime) -> OutsideRecord:
    """Record one outside act; it changes nothing in our own proceedings (M-27)."""
    with taking(record, step, actor=actor, now=now, facts=facts):
        act = OutsideAct(record=record, kind=step.name, authority=facts.authority or "", on=facts.on)
        act.number, act.note = facts.number, facts.note
        db.session.add(act)
    return record


def recording(step: Step) -> Callable[..., OutsideRecord]:
    """The verb of one kind of act, for its address."""

    def verb(record: OutsideRecord, facts: OutsideFacts, *, actor: Actor, now: datetime) -> OutsideRecord:
        return record_act(record, step, facts, actor=actor, now=now)

    return verb


def close(record: OutsideRecord, _facts: None, *, actor: Actor, now: datetime) -> OutsideRecord:
    """Close the record."""
    with taking(record, steps.BY_NAME["close"], actor=actor, now=now):
        pass
    return record
