"""The acts of the mediation as resources."""

from datetime import datetime

from casework.counter.act import Act, Opening
from casework.identity.actor import Actor
from casework.identity.roles import OfficeKind
from casework.mediation import steps
from casework.mediation.forms import agreement as texts
from casework.mediation.forms import conduct, ending, intake, invitation, joint
from casework.mediation.models import NAME, Mediation
from casework.mediation.verbs import agreement as signing
from casework.mediation.verbs import conduct as mediating
from casework.mediation.verbs import court as reporting
from casework.mediation.verbs import ending as leaving
from casework.mediation.verbs import intake as entering
from casework.mediation.verbs import invitation as inviting
from casework.records.models import Case

TEXT_PAGE, SIGNATURE_PAGE = "mediation/agreement.html", "mediation/signature.html"
MEDIATOR_PAGE = "mediation/mediator_signature.html"


def propose(case: Case, actor: Actor, _now: datetime) -> Mediation | None:
    """A mediation that a committee could open on the case; other offices get no such button."""
    return entering.propose(case, actor) if actor.office_kind == OfficeKind.COMMITTEE else None


ACTS = (
    Opening(NAME, steps.REGISTER, "request", intake.ApplicationForm, entering.register, propose),
    Opening(NAME, steps.RECEIVE_ASSIGNMENT, "assignment", intake.AssignmentForm, entering.receive_assignment, propose),
    Act(NAME, steps.ACCEPT_ASSIGNMENT, "assignment-acceptance", intake.TakingForm, entering.accept_assignment),
    Act(NAME, steps.DECLINE_ASSIGNMENT, "assignment-return", intake.ReasonForm, entering.decline_assignment),
    Act(NAME, steps.START_REVIEW, "review", intake.NoFacts, entering.start_review),
    Act(NAME, steps.ASK_SUPPLEMENT, "correction-notice", intake.GapsForm, entering.ask_supplement),
    Act(NAME, steps.SUPPLEMENT, "supplement", intake.FilesForm, entering.supplement),
    Act(NAME, steps.LAPSE, "lapse", intake.LapseForm, entering.lapse),
    Act(NAME, steps.ASK_OTHER_PARTY, "invitation", intake.NoFacts, entering.ask_other_party),
    Act(NAME, steps.OTHER_PARTY_AGREED, "consent", intake.AgreedForm, entering.other_party_agreed),
    Act(NAME, steps.OTHER_PARTY_REFUSED, "party-refusal", intake.RefusedForm, entering.other_party_refused),
    Act(NAME, steps.PROPOSE_REFUSAL, "refusal-proposal", intake.RefusalForm, entering.propose_refusal),
    Act(NAME, steps.REFUSE, "refusal", intake.NoFacts, entering.refuse),
    Act(NAME, steps.HAND_OVER, "hand-over", intake.HandOverForm, entering.hand_over),
    Act(NAME, steps.REFER_ELSEWHERE, "referral", intake.ReferralForm, entering.refer_elsewhere),
    Act(NAME, steps.ACCEPT, "acceptance", intake.AcceptanceForm, entering.accept),
    Act(NAME, steps.RECEIVE_EVIDENCE, "evidence", intake.FilesForm, entering.receive_evidence),
    Act(NAME, steps.NAME_MEDIATORS, "mediators", conduct.MediatorsForm, mediating.name_mediators),
    Act(NAME, steps.INVITE_MEDIATORS, "mediator-invitation", invitation.InvitationForm, inviting.invite_mediators),
    Act(NAME, steps.ACCEPT_INVITATION, "invitation-acceptance", invitation.AcceptForm, inviting.accept_invitation),
    Act(NAME, steps.DECLINE_INVITATION, "invitation-refusal", intake.ReasonForm, inviting.decline_invitation),
    Act(NAME, steps.SET_MEDIATORS, "mediators-set", intake.NoFacts, inviting.set_mediators),
    Act(NAME, steps.MEDIATE_JOINTLY, "joint-handling", joint.JointForm, inviting.mediate_jointly),
    Act(NAME, steps.REPLACE_MEDIATOR, "replacement", conduct.ReplacementForm, mediating.replace_mediator),
    Act(NAME, steps.ASK_COURT_TO_APPOINT, "court-appointment", intake.NoFacts, mediating.ask_court_to_appoint),
    Act(NAME, steps.DISCLOSE, "disclosure", conduct.DisclosureForm, mediating.disclose),
    Act(NAME, steps.CONFIRM_ADDRESS, "service-address", conduct.AddressForm, mediating.confirm_address),
    Act(NAME, steps.INVESTIGATE, "investigation", conduct.InvestigationForm, mediating.investigate),
    Act(NAME, steps.NOTIFY_SESSION, "session-notice", conduct.NotificationForm, mediating.notify_session),
    Act(NAME, steps.HOLD_SESSION, "session", conduct.SessionForm, mediating.hold_session),
    Act(NAME, steps.EXTEND, "extension", conduct.ExtensionForm, mediating.extend),
    Act(NAME, steps.SUSPEND, "suspension", conduct.SuspensionForm, mediating.suspend),
    Act(NAME, steps.APPRAISE, "appraisal", intake.ReasonForm, mediating.appraise),
    Act(NAME, steps.RESUME, "resumption", intake.ReasonForm, mediating.resume),
    Act(NAME, steps.SETTLE_TEXT, "agreement", texts.AgreementForm, signing.settle_text, TEXT_PAGE),
    Act(NAME, steps.REOPEN_TEXT, "reopened-text", intake.NoFacts, signing.reopen_text),
    Act(NAME, steps.SIGN_PARTY, "signature", texts.PartySignatureForm, signing.sign_party, SIGNATURE_PAGE),
    Act(NAME, steps.SIGN_MEDIATOR, "mediator-signature", texts.SigningForm, signing.sign_mediator, MEDIATOR_PAGE),
    Act(NAME, steps.SEAL, "seal", texts.SealForm, signing.affix_seal, SIGNATURE_PAGE),
    Act(NAME, steps.AGREE_ORALLY, "oral-agreement", texts.OralForm, signing.agree_orally, TEXT_PAGE),
    Act(NAME, steps.REFUSE_TO_SIGN, "signature-refusal", texts.UnsignedForm, signing.refuse_to_sign),
    Act(NAME, steps.TERMINATE, "termination", ending.EndingForm, leaving.terminate),
    Act(NAME, steps.WITHDRAW, "withdrawal", ending.WithdrawalForm, leaving.withdraw),
    Act(NAME, steps.REPORT_CLUE, "clue", ending.ClueForm, leaving.report_clue),
    Act(NAME, steps.TRANSFER_OUT, "transfer", intake.HandOverForm, leaving.transfer_out),
    Act(NAME, steps.MEDIATE_AGAIN, "new-mediation", ending.AgainForm, leaving.mediate_again),
    Act(NAME, steps.REPORT_TO_COURT, "court-report", ending.CourtReportForm, reporting.report_to_court),
    Act(NAME, steps.PROPOSE_CLOSING, "closing-report", ending.ClosingForm, leaving.propose_closing),
    Act(NAME, steps.CLOSE, "closing", intake.NoFacts, leaving.close),
    Act(NAME, steps.ARCHIVE, "archive", ending.ArchivingForm, leaving.archive),
    Act(NAME, steps.REOPEN_FILE, "reopened-file", intake.ReasonForm, leaving.reopen_file),
)
