"""The acts of a patent mediation as resources."""

from datetime import datetime

from casework.adjudication import mediation_forms as forms
from casework.adjudication import mediation_steps as steps
from casework.adjudication import mediation_verbs as verbs
from casework.adjudication.mediation_models import NAME, PatentMediation
from casework.counter.act import Act, Opening
from casework.identity.actor import Actor
from casework.records.models import Case


def _make(case: Case, actor: Actor, _now: datetime) -> PatentMediation | None:
    return verbs.propose(case, actor)


def _make_referral(case: Case, actor: Actor, _now: datetime) -> PatentMediation | None:
    return verbs.propose_referral(case, actor)


ACTS = (
    Opening(NAME, steps.REQUEST, "request", forms.RequestForm, verbs.request, _make),
    Opening(NAME, steps.REFER, "referral", forms.SessionForm, verbs.refer, _make_referral),
    Act(NAME, steps.REFUSE, "refusal", forms.ReasonForm, verbs.refuse),
    Act(NAME, steps.SEND_NOTICE, "notice", forms.NothingForm, verbs.send_notice),
    Act(NAME, steps.SERVE_NOTICE, "notice-service", forms.DayForm, verbs.serve_notice),
    Act(NAME, steps.AGREE, "statement", forms.DayForm, verbs.agree),
    Act(NAME, steps.DECLINE, "statement-of-refusal", forms.DayForm, verbs.decline),
    Act(NAME, steps.NOTE_SILENCE, "silence", forms.NothingForm, verbs.note_silence),
    Act(NAME, steps.FILE, "filing", forms.SessionForm, verbs.file),
    Act(NAME, steps.NOT_FILE, "filing-refusal", forms.NothingForm, verbs.not_file),
    Act(NAME, steps.FIX_SESSION, "session", forms.SessionForm, verbs.fix_session),
    Act(NAME, steps.RECORD_SESSION, "session-record", forms.HeldForm, verbs.record_session),
    Act(NAME, steps.EXTEND, "extension", forms.ProlongationForm, verbs.extend),
    Act(NAME, steps.ASK_STAY, "stay", forms.DayForm, verbs.ask_stay),
    Act(NAME, steps.END_STAY, "stay-end", forms.DayForm, verbs.end_stay),
    Act(NAME, steps.SETTLE, "settlement", forms.SettlementForm, verbs.settle),
    Act(NAME, steps.WITHDRAW_CASE, "case-withdrawal", forms.EndingForm, verbs.withdraw_case),
    Act(NAME, steps.TELL_COURT_WAY, "court-way", forms.CourtWayForm, verbs.tell_court_way),
    Act(NAME, steps.CANCEL, "cancellation", forms.ReasonForm, verbs.cancel),
)
