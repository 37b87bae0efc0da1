"""The acts on transfers as resources, and the transfers a case gives occasion for."""

from collections.abc import Callable
from datetime import datetime

from casework.counter.act import Act, Opening
from casework.identity.actor import Actor
from casework.identity.roles import ENFORCEMENT, OfficeKind
from casework.procedure.door import unstored
from casework.procedure.models import Proceeding
from casework.records.models import Case
from casework.transfers import (
    admin_steps,
    forms,
    in_steps,
    kinds,
    models,
    police_forms,
    police_steps,
    review_steps,
    route_steps,
)
from casework.transfers.parents import has_handled
from casework.transfers.verbs import admin, incoming, police, review, route

Make = Callable[[Case, Actor, datetime], Proceeding | None]
JUSTICE = (OfficeKind.POLICE, OfficeKind.PROCURATORATE)


def held(cls: type[models.Transfer], kind: str) -> Make:
    """A transfer as it would be opened by an office that has handled the case; none for others."""

    def make(case: Case, actor: Actor, now: datetime) -> Proceeding | None:
        if not kinds.sends(kind, actor.office_kind) or not has_handled(case, actor.office_id):
            return None
        return unstored(cls(case=case, office_id=actor.office_id, kind=kind), now=now)

    return make


def arrival(case: Case, actor: Actor, now: datetime) -> Proceeding | None:
    """A reverse transfer on paper, for an agency to sign for."""
    if actor.office_kind not in ENFORCEMENT:
        return None
    return unstored(models.IncomingTransfer(case=case, office_id=actor.office_id, kind="K5"), now=now)


def announcement(case: Case, actor: Actor, now: datetime) -> Proceeding | None:
    """A reverse transfer by police or procuratorate."""
    if actor.office_kind not in JUSTICE:
        return None
    kind = "K5" if actor.office_kind == OfficeKind.POLICE else "K6"
    made = models.IncomingTransfer(case=case, office_id=actor.office_id, counterpart_id=actor.office_id, kind=kind)
    return unstored(made, now=now)


def notice(kind: str) -> Make:
    """A notice of clues or a referral, by any office that sees the case."""

    def make(case: Case, actor: Actor, now: datetime) -> Proceeding | None:
        return unstored(models.Notice(case=case, office_id=actor.office_id, kind=kind), now=now)

    return make


P, A, D, B, N, R = kinds.POLICE, kinds.ADMIN, kinds.DESIGNATION, kinds.IN, kinds.NOTICE, kinds.ROUTE

POLICE_ACTS = (
    Opening(
        P,
        police_steps.SUSPECT,
        "suspicion",
        police_forms.SuspicionForm,
        police.suspect,
        held(models.PoliceTransfer, "K4"),
        "enforcement/sheet.html",
    ),
    Act(P, police_steps.NAME_TEAM, "team", police_forms.TeamForm, police.name_team),
    Act(P, police_steps.REPORT, "report", police_forms.ReportForm, police.report),
    Act(P, police_steps.APPROVE, "approval", forms.EmptyForm, police.approve),
    Act(P, police_steps.REFUSE_APPROVAL, "approval-refusal", forms.ReasonForm, police.refuse_approval),
    Act(P, police_steps.SEND, "sending", police_forms.PoliceSendingForm, police.send, "transfers/police_sending.html"),
    Act(P, police_steps.RECEIVE, "receipt", forms.ReceiptForm, police.receive),
    Act(P, police_steps.FORWARD, "forwarding", police_forms.ForwardingForm, police.forward),
    Act(P, police_steps.ASK_SUPPLEMENT, "supplement-notice", police_forms.GapsForm, police.ask_supplement),
    Act(P, police_steps.SUPPLEMENT, "supplement", police_forms.SupplementForm, police.supplement),
    Act(P, police_steps.REVIEW_LONGER, "longer-review", police_forms.ReviewForm, police.review_longer),
    Act(P, police_steps.FILE, "filing", police_forms.FiledForm, police.file),
    Act(P, police_steps.DECLINE, "refusal", police_forms.DeclinedForm, police.decline),
    Act(P, police_steps.HAND_OVER_GOODS, "goods", police_forms.GoodsForm, police.hand_over_goods),
    Act(P, police_steps.TELL_PROGRESS, "progress", forms.ProgressForm, police.tell_progress),
    Act(P, police_steps.TELL_OUTCOME, "outcome", police_forms.OutcomeForm, police.tell_outcome),
    Act(P, review_steps.ASK_RECONSIDERATION, "reconsideration", forms.ReasonForm, review.ask_reconsideration),
    Act(P, review_steps.FILE_AFTER_ALL, "late-filing", police_forms.FiledForm, review.file_after_all),
    Act(P, review_steps.REFUSE_AGAIN, "second-refusal", forms.ReasonForm, review.refuse_again),
    Act(P, review_steps.SUGGEST_SUPERVISION, "supervision", police_forms.SupervisionForm, review.suggest_supervision),
    Act(P, review_steps.ASK_REASONS, "reasons-request", forms.EmptyForm, review.ask_reasons),
    Act(P, review_steps.EXPLAIN, "explanation", forms.ReasonForm, review.explain),
    Act(P, review_steps.TELL_TO_FILE, "filing-order", forms.EmptyForm, review.tell_to_file),
    Act(P, review_steps.FILE_AS_TOLD, "ordered-filing", police_forms.FiledForm, review.file_as_told),
    Act(P, review_steps.END_SUPERVISION, "supervision-end", forms.ReasonForm, review.end_supervision),
    Act(P, review_steps.RESUME_PENALTY, "penalty-resumption", forms.EmptyForm, review.resume_penalty),
)
ADMIN_ACTS = (
    Opening(A, admin_steps.DRAFT, "draft", forms.DraftForm, admin.draft, held(models.AdminTransfer, "K1")),
    Act(A, admin_steps.SUBMIT, "submission", forms.EmptyForm, admin.submit),
    Act(A, admin_steps.APPROVE, "approval", forms.EmptyForm, admin.approve),
    Act(A, admin_steps.REFUSE, "approval-refusal", forms.ReasonForm, admin.refuse),
    Act(A, admin_steps.DROP, "abandonment", forms.ReasonForm, admin.drop),
    Act(A, admin_steps.SEND, "sending", forms.SendingForm, admin.send),
    Act(A, admin_steps.RECEIVE, "receipt", forms.ReceiptForm, admin.receive),
    Act(A, admin_steps.ACCEPT, "acceptance", forms.TakingForm, admin.accept),
    Act(A, admin_steps.RETURN, "return", forms.ReasonForm, admin.give_back),
    Act(A, admin_steps.TELL_RESULT, "result", forms.ResultForm, admin.tell_result),
    Act(A, admin_steps.CLOSE, "closing", forms.EmptyForm, admin.close),
    Opening(
        D,
        admin_steps.ASK_DESIGNATION,
        "request",
        forms.AskingForm,
        admin.ask_designation,
        held(models.Designation, "K3"),
    ),
    Act(D, admin_steps.DESIGNATE, "designation", forms.DesignatedForm, admin.designate),
    Act(D, admin_steps.WITHDRAW_REQUEST, "withdrawal", forms.ReasonForm, admin.withdraw_request),
)
IN_ACTS = (
    Opening(B, in_steps.ANNOUNCE, "announcement", forms.AnnouncementForm, incoming.announce, announcement),
    Opening(B, in_steps.RECEIVE, "arrival", forms.ArrivalForm, incoming.arrive, arrival),
    Act(B, in_steps.RECEIVE, "receipt", forms.ArrivalForm, incoming.receive),
    Act(B, in_steps.HOLD, "hold", forms.ReasonForm, incoming.hold),
    Act(B, in_steps.RELEASE, "release", forms.EmptyForm, incoming.release),
    Act(B, in_steps.OPEN_LEAD, "lead", forms.ReturnedLeadForm, incoming.open_lead),
    Act(B, in_steps.REPLY, "reply", forms.ResultForm, incoming.reply),
)
NOTICE_ACTS = (
    Opening(N, in_steps.GIVE_NOTICE, "clue", forms.ClueForm, incoming.give_notice, notice("K11")),
    Opening(N, in_steps.REFER_ABROAD, "referral", forms.AbroadForm, incoming.refer_abroad, notice("K12")),
    Act(N, in_steps.ACKNOWLEDGE, "acknowledgement", forms.AcknowledgementForm, incoming.acknowledge),
    Act(N, in_steps.TELL_NEWS, "news", forms.ProgressForm, incoming.tell_news),
    Act(N, in_steps.CLOSE_NOTICE, "closing", forms.EmptyForm, incoming.close_notice),
)
ROUTE_ACTS = (
    Opening(R, route_steps.GO_ON, "way", forms.WayForm, route.go_on, held(models.Route, "K7")),
    Act(R, route_steps.TAKE_ON, "registration", forms.RegisteredForm, route.take_on),
    Act(R, route_steps.HALT, "notary-halt", forms.ReasonForm, route.halt),
    Act(R, route_steps.GO_ON_COUNTING, "notary-resumption", forms.EmptyForm, route.go_on_counting),
    Act(R, route_steps.TURN_DOWN, "refusal", forms.ReasonForm, route.turn_down),
    Act(R, route_steps.CONCLUDE, "result", forms.ResultForm, route.conclude),
    Act(R, route_steps.CERTIFY, "execution-certificate", forms.RegisteredForm, route.certify),
    Act(R, route_steps.REFUSE_CERTIFICATE, "certificate-refusal", forms.ReasonForm, route.refuse_certificate),
    Act(R, route_steps.END, "closing", forms.EmptyForm, route.end),
)
ACTS = POLICE_ACTS + ADMIN_ACTS + IN_ACTS + NOTICE_ACTS + ROUTE_ACTS
