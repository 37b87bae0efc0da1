"""The acts on leads and penalty cases as resources."""

from datetime import datetime

from casework.counter.act import Act, Opening
from casework.enforcement import decision_steps as decision
from casework.enforcement import forms, verbs
from casework.enforcement import halting_steps as halting
from casework.enforcement import lead_steps as lead
from casework.enforcement.models import NAME, Penalty
from casework.identity.actor import Actor
from casework.identity.roles import ENFORCEMENT
from casework.procedure.door import unstored
from casework.records.models import Case


def proposed_lead(case: Case, actor: Actor, now: datetime) -> Penalty | None:
    """A lead as it would be opened, not stored; agencies only."""
    if actor.office_kind not in ENFORCEMENT or verbs.penalty_of(case, actor.office_id) is not None:
        return None
    lead = Penalty(case=case, office_id=actor.office_id, source="inspection", suspected="", officers=[])
    return unstored(lead, now=now)


ACTS = (
    Opening(NAME, lead.OPEN_LEAD, "lead", forms.LeadForm, verbs.open_lead, proposed_lead),
    Act(NAME, lead.VERIFY, "verification", forms.OfficersForm, verbs.verify),
    Act(NAME, lead.EXTEND_VERIFICATION, "verification-extension", forms.ReasonForm, verbs.extend_verification),
    Act(NAME, lead.FILE, "filing", forms.FilingForm, verbs.file),
    Act(NAME, lead.NOT_FILE, "no-filing", forms.ReasonForm, verbs.not_file),
    Act(NAME, lead.FIND_NO_VIOLATION, "no-violation", forms.ReasonForm, verbs.find_no_violation),
    Act(NAME, lead.INSPECT, "inspection", forms.InspectionForm, verbs.inspect),
    Act(NAME, lead.INVESTIGATE, "investigation", forms.EmptyForm, verbs.investigate),
    Act(NAME, lead.TAKE_MEASURE, "measure", forms.MeasureForm, verbs.take_measure),
    Act(NAME, lead.EXTEND_MEASURE, "measure-extension", forms.MeasureNamedForm, verbs.extend_measure),
    Act(NAME, lead.LIFT_MEASURE, "measure-lifting", forms.MeasureNamedForm, verbs.lift_measure),
    Act(NAME, lead.ASK_IDENTIFICATION, "identification-request", forms.EmptyForm, verbs.ask_identification),
    Act(NAME, lead.ASK_APPRAISAL, "appraisal-request", forms.EmptyForm, verbs.ask_appraisal),
    Act(NAME, lead.RECEIVE_IDENTIFICATION, "identification", forms.FindingsForm, verbs.receive_identification),
    Act(NAME, lead.ASK_ASSISTANCE, "assistance-request", forms.AssistanceForm, verbs.ask_assistance),
    Act(NAME, lead.RECEIVE_ASSISTANCE, "assistance", forms.AssistanceAnswerForm, verbs.receive_assistance),
    Act(NAME, lead.MEASURE_CRIME, "threshold-sheet", forms.SheetForm, verbs.measure_crime, "enforcement/sheet.html"),
    Act(NAME, halting.SUSPEND, "suspension", forms.SuspensionForm, verbs.suspend),
    Act(NAME, halting.RESUME, "resumption", forms.EmptyForm, verbs.resume),
    Act(NAME, decision.CONCLUDE, "report", forms.FindingsForm, verbs.conclude),
    Act(NAME, decision.REVIEW, "review", forms.EmptyForm, verbs.review),
    Act(NAME, decision.SEND_BACK, "return", forms.ReasonForm, verbs.send_back),
    Act(NAME, decision.NOTIFY, "notice", forms.NoticeForm, verbs.notify),
    Act(NAME, decision.WAIVE_HEARING, "hearing-waiver", forms.EmptyForm, verbs.waive_hearing),
    Act(NAME, decision.CALL_HEARING, "hearing", forms.HearingForm, verbs.call_hearing),
    Act(NAME, decision.HOLD_HEARING, "hearing-record", forms.FindingsForm, verbs.hold_hearing),
    Act(NAME, decision.EXTEND_DECISION, "decision-extension", forms.ReasonForm, verbs.extend_decision),
    Act(NAME, decision.DECIDE, "decision", forms.DecisionForm, verbs.decide),
    Act(NAME, decision.NO_PENALTY, "no-penalty", forms.ReasonForm, verbs.no_penalty),
    Act(NAME, decision.SERVE, "service", forms.DayForm, verbs.serve),
    Act(NAME, decision.PUBLISH, "publication", forms.DayForm, verbs.publish),
    Act(NAME, decision.CLOSE, "closing", forms.ClosingForm, verbs.close),
    Act(NAME, decision.TELL_REPORTER, "word-to-reporter", forms.ReporterToldForm, verbs.tell_reporter),
)
