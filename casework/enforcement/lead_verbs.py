"""The acts on a lead and during the investigation. Each asks the door, writes what it changes, and moves."""

from dataclasses import replace
from datetime import datetime

from casework.base.db import db
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.enforcement import lead_steps as steps
from casework.enforcement.facts import (
    Assistance,
    AssistanceAnswer,
    FilingFacts,
    Findings,
    Inspection,
    LeadFacts,
    MeasureFacts,
    MeasureNamed,
    Reason,
)
from casework.enforcement.goods import kept
from casework.enforcement.models import Measure, Penalty
from casework.enforcement.numbers import official_number
from casework.enforcement.reporter import keep_reporter
from casework.enforcement.sheet import SheetFacts, enter_sheet
from casework.identity.actor import Actor
from casework.procedure.clocks import compute_here, end_of
from casework.procedure.door import Taken, begin, taking
from casework.records.grants import CONTENT
from casework.records.models import Case

MEASURE_CLOCKS = {"seizure": "PEN-5", "preservation": "PEN-4"}


def open_lead(case: Case, facts: LeadFacts, *, actor: Actor, now: datetime) -> Penalty:
    """Register a lead (案件来源登记) for the actor's office; the days to verify run (PEN-1).

    The reporter's identity goes to the vault (CMP-17).
    """
    penalty = Penalty(
        case=case,
        office_id=actor.office_id,
        parent_id=facts.parent_id,
        source=facts.source,
        suspected=facts.suspected or "",
        act_ended_on=facts.act_ended_on,
        endangers_life=facts.endangers_life,
        real_name_report=facts.real_name_report,
        officers=[],
    )
    begin(penalty, now=now)
    with taking(penalty, steps.OPEN_LEAD, actor=actor, now=now, facts=facts) as taken:
        keep_reporter(penalty, name=facts.reporter_name, phone=facts.reporter_phone, address=facts.reporter_address)
        taken.start_clock("PEN-1", facts.found_on or local_date(now))
        taken.share(actor.office_id, CONTENT)
    return penalty


def verify(penalty: Penalty, facts: Inspection, *, actor: Actor, now: datetime) -> Penalty:
    """Begin to verify the lead, by named officers (PEN-1)."""
    with taking(penalty, steps.VERIFY, actor=actor, now=now, facts=facts):
        penalty.officers = list(facts.officers)
    return penalty


def extend_verification(penalty: Penalty, facts: Reason, *, actor: Actor, now: datetime) -> Penalty:
    """The head extends the time to verify, once and before it ends (PEN-1)."""
    with taking(penalty, steps.EXTEND_VERIFICATION, actor=actor, now=now, facts=facts) as taken:
        taken.note(reason=facts.reason)
    return penalty


def file(penalty: Penalty, facts: FilingFacts, *, actor: Actor, now: datetime) -> Penalty:
    """File the case (立案, PEN-2): the head approves, two officers handle; the days to decide run (PEN-6)."""
    with taking(penalty, steps.FILE, actor=actor, now=now, facts=facts) as taken:
        penalty.officers = list(facts.officers)
        penalty.filed_on = local_date(now)
        penalty.number = penalty.number or official_number(actor, phrase("number.filing", lang="zh"), now)
        taken.note(evidence=facts.evidence)
        _tell_reporter(penalty, taken, now)
    return penalty


def not_file(penalty: Penalty, facts: Reason, *, actor: Actor, now: datetime) -> Penalty:
    """Do not file, with the reason; a reporter under a real name is told where the rules of the day say so (CMP-12)."""
    with taking(penalty, steps.NOT_FILE, actor=actor, now=now, facts=facts) as taken:
        penalty.closing_reason = facts.reason
        _tell_reporter(penalty, taken, now)
    return penalty


def find_no_violation(penalty: Penalty, facts: Reason, *, actor: Actor, now: datetime) -> Penalty:
    """Close because nothing unlawful was found; measures end with it (PEN-1)."""
    with taking(penalty, steps.FIND_NO_VIOLATION, actor=actor, now=now, facts=facts):
        penalty.closing_reason = facts.reason
        end_measures(penalty, "lifted", now)
    return penalty


def inspect(penalty: Penalty, facts: Inspection, *, actor: Actor, now: datetime) -> Penalty:
    """Record a site inspection by two officers (现场检查)."""
    with taking(penalty, steps.INSPECT, actor=actor, now=now, facts=facts) as taken:
        penalty.officers = list(dict.fromkeys((*penalty.officers, *facts.officers)))
        taken.note(findings=facts.findings, place=facts.place)
    return penalty


def investigate(penalty: Penalty, _facts: None, *, actor: Actor, now: datetime) -> Penalty:
    """Begin the investigation of a filed case."""
    with taking(penalty, steps.INVESTIGATE, actor=actor, now=now):
        pass
    return penalty


def take_measure(penalty: Penalty, facts: MeasureFacts, *, actor: Actor, now: datetime) -> Penalty:
    """Seize or preserve goods; the measure's own days run (PEN-5, PEN-4)."""
    with taking(penalty, steps.TAKE_MEASURE, actor=actor, now=now, facts=facts) as taken:
        measure = Measure(
            penalty=penalty,
            position=len(penalty.measures) + 1,
            kind=facts.kind,
            document=facts.document,
            goods=facts.listed,
            items=kept(facts.items),
            place=facts.place,
            taken_on=facts.taken_on or local_date(now),
        )
        db.session.add(measure)
        taken.start_clock(MEASURE_CLOCKS[facts.kind], measure.taken_on, f"#{measure.position}")
    return penalty


def extend_measure(penalty: Penalty, facts: MeasureNamed, *, actor: Actor, now: datetime) -> Penalty:
    """The head extends one seizure, once and before it ends (PEN-5)."""
    with taking(penalty, steps.EXTEND_MEASURE, actor=actor, now=now, facts=facts) as taken:
        taken.only = f"#{facts.position}"
        taken.note(reason=facts.reason)
    return penalty


def lift_measure(penalty: Penalty, facts: MeasureNamed, *, actor: Actor, now: datetime) -> Penalty:
    """Lift one measure; its clock stops."""
    with taking(penalty, steps.LIFT_MEASURE, actor=actor, now=now, facts=facts) as taken:
        taken.only = f"#{facts.position}"
        for each in penalty.measures:
            if each.position == facts.position:
                each.ended_on, each.ended_by = local_date(now), "lifted"
    return penalty


def ask_identification(penalty: Penalty, _facts: None, *, actor: Actor, now: datetime) -> Penalty:
    """Ask the right holder whether the goods are genuine; the days in between are not counted (PEN-1, PEN-6)."""
    with taking(penalty, steps.ASK_IDENTIFICATION, actor=actor, now=now):
        penalty.identification_asked_on = local_date(now)
    return penalty


def ask_appraisal(penalty: Penalty, _facts: None, *, actor: Actor, now: datetime) -> Penalty:
    """Send goods to test or appraisal; the days in between are not counted, those of a seizure neither (PEN-5)."""
    with taking(penalty, steps.ASK_APPRAISAL, actor=actor, now=now):
        penalty.identification_asked_on = local_date(now)
    return penalty


def receive_identification(penalty: Penalty, facts: Findings, *, actor: Actor, now: datetime) -> Penalty:
    """The right holder or the appraiser has answered; the days count again."""
    with taking(penalty, steps.RECEIVE_IDENTIFICATION, actor=actor, now=now, facts=facts) as taken:
        penalty.identification_asked_on = None
        taken.note(findings=facts.findings)
    return penalty


def ask_assistance(penalty: Penalty, facts: Assistance, *, actor: Actor, now: datetime) -> Penalty:
    """Ask another body for help in writing (协助调查函); its days to answer run (ADM-7)."""
    today = local_date(now)
    due = facts.due or end_of(compute_here("ADM-7", today, rule_set_on=penalty.rule_set_on)).due
    facts = replace(facts, due=due)
    with taking(penalty, steps.ASK_ASSISTANCE, actor=actor, now=now, facts=facts) as taken:
        taken.start_clock("ADM-7", today, facts.receiver)
        taken.note(receiver=facts.receiver, what=facts.what, due=due.isoformat())
    return penalty


def receive_assistance(penalty: Penalty, facts: AssistanceAnswer, *, actor: Actor, now: datetime) -> Penalty:
    """The body that was asked has answered; its days stop."""
    with taking(penalty, steps.RECEIVE_ASSISTANCE, actor=actor, now=now, facts=facts) as taken:
        taken.only = facts.receiver
        taken.note(receiver=facts.receiver, answer=facts.answer)
    return penalty


def measure_crime(penalty: Penalty, facts: SheetFacts, *, actor: Actor, now: datetime) -> Penalty:
    """Keep a threshold sheet: figures measured, suspicion in words. It advises, it moves nothing (POL-1)."""
    with taking(penalty, steps.MEASURE_CRIME, actor=actor, now=now, facts=facts):
        enter_sheet(penalty, facts, actor=actor, now=now)
    return penalty


def end_measures(penalty: Penalty, cause: str, now: datetime) -> None:
    """End every measure in force for one cause, inside an open door."""
    for each in penalty.measures:
        if each.ended_on is None:
            each.ended_on, each.ended_by = local_date(now), cause


def _tell_reporter(penalty: Penalty, taken: Taken, now: datetime) -> None:
    if penalty.real_name_report:
        taken.start_clock("CMP-12", local_date(now))
