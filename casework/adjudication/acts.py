"""The acts of an adjudication as resources."""

from datetime import datetime

from casework.adjudication import court_forms, court_verbs, forms, steps, verbs
from casework.adjudication.models import NAME, Adjudication
from casework.counter.act import Act, Opening
from casework.identity.actor import Actor
from casework.procedure.step import Step
from casework.records.models import Case


def _make(case: Case, actor: Actor, _now: datetime) -> Adjudication:
    return verbs.propose(case, actor)


def _plain(step: Step, noun: str) -> Act:
    return Act(NAME, step, noun, forms.NothingForm, verbs.plain(step))


ACTS = (
    Opening(NAME, steps.REQUEST, "request", forms.RequestForm, verbs.request, _make),
    Act(NAME, steps.ASK_SUPPLEMENT, "correction-notice", forms.GapsForm, verbs.ask_supplement),
    Act(NAME, steps.SUPPLEMENT, "supplement", forms.SupplementForm, verbs.supplement),
    _plain(steps.EXTEND_FILING, "filing-extension"),
    Act(NAME, steps.FILE, "filing", forms.FilingForm, verbs.file),
    Act(NAME, steps.REFUSE, "refusal", forms.RefusalForm, verbs.refuse),
    Act(NAME, steps.SERVE, "service", forms.ServiceForm, verbs.serve),
    Act(NAME, steps.ANSWER, "answer", forms.DayForm, verbs.answer),
    Act(NAME, steps.EXTEND_ANSWER, "answer-extension", forms.DayForm, verbs.extend_answer),
    _plain(steps.PASS_ON_ANSWER, "answer-service"),
    Act(NAME, steps.OBJECT, "objection", forms.DayForm, verbs.object_competence),
    Act(NAME, steps.DISMISS_OBJECTION, "objection-dismissal", forms.ReasonForm, verbs.plain(steps.DISMISS_OBJECTION)),
    Act(NAME, steps.TRANSFER_OUT, "transfer", forms.ReasonForm, verbs.transfer_out),
    Act(NAME, steps.SET_HEARING, "hearing", forms.HearingForm, verbs.set_hearing),
    Act(NAME, steps.HEAR, "hearing-record", forms.HeardForm, verbs.hear),
    Act(NAME, steps.SUSPEND, "suspension", forms.SuspensionForm, verbs.suspend),
    _plain(steps.RESUME, "resumption"),
    _plain(steps.RESUME_EARLY, "resumption-before-service"),
    Act(NAME, steps.GO_ON, "stay-refusal", forms.GoingOnForm, verbs.go_on),
    Act(NAME, steps.STOP_COUNTING, "uncounted-time", forms.UncountedForm, verbs.stop_counting),
    Act(NAME, steps.COUNT_AGAIN, "counted-time", forms.NothingForm, verbs.count_again),
    Act(NAME, steps.INSPECT, "inspection", forms.InspectionForm, verbs.inspect),
    Act(NAME, steps.VOTE, "vote", forms.VoteForm, verbs.vote),
    Act(NAME, steps.REVIEW, "legal-review", forms.NothingForm, verbs.review),
    Act(NAME, steps.EXTEND, "extension", forms.ExtensionForm, verbs.extend),
    Act(NAME, steps.MEDIATE, "mediation", forms.ConsentForm, verbs.mediate),
    _plain(steps.END_MEDIATION, "mediation-end"),
    _plain(steps.END_MEDIATION_EARLY, "mediation-end-before-service"),
    _plain(steps.SETTLE_REFERRED, "referred-settlement"),
    Act(NAME, steps.SETTLE, "settlement", forms.SettlementForm, verbs.settle),
    Act(NAME, steps.ESTABLISH, "decision", forms.DecisionForm, verbs.establish),
    Act(NAME, steps.DISMISS, "dismissal", forms.DecisionForm, verbs.dismiss),
    Act(NAME, steps.ESTABLISH_REPEAT, "repeat-decision", forms.RepeatForm, verbs.establish_repeat),
    Act(NAME, steps.WITHDRAW_CASE, "case-withdrawal", forms.EndingForm, verbs.withdraw_case),
    Act(NAME, steps.SERVE_DECISION, "decision-service", forms.DecisionServiceForm, verbs.serve_decision),
    _plain(steps.SUE, "suit"),
    Act(NAME, steps.TAKE_EFFECT, "effect", forms.NothingForm, verbs.take_effect),
    Act(NAME, steps.UPHOLD, "judgment", court_forms.UpheldForm, court_verbs.uphold),
    Act(NAME, steps.REVOKE, "revocation", court_forms.JudgmentForm, court_verbs.revoke),
    Act(NAME, steps.REMAKE, "remaking", court_forms.JudgmentForm, court_verbs.remake),
    Act(NAME, steps.JOIN, "joining", court_forms.JoiningForm, court_verbs.join),
    Act(NAME, steps.LIFT, "lifting", court_forms.LiftingForm, court_verbs.lift),
    _plain(steps.DEMAND, "demand"),
    _plain(steps.APPLY_ENFORCEMENT, "enforcement"),
    _plain(steps.PERFORM, "performance"),
    _plain(steps.CONCLUDE, "conclusion"),
)
