"""The acts of judicial confirmation as resources."""

from casework.confirmation import forms, steps, verbs
from casework.confirmation.models import NAME
from casework.counter.act import Act, Opening

ACTS = (
    Opening(NAME, steps.PREPARE, "application", forms.PreparationForm, verbs.prepare, verbs.proposed),
    Act(NAME, steps.FILE, "filing", forms.FilingForm, verbs.file),
    Act(NAME, steps.DROP, "dropping", forms.DroppingForm, verbs.drop),
    Act(NAME, steps.COURT_ASKS_MORE, "court-request", forms.MoreAskedForm, verbs.court_asks_more),
    Act(NAME, steps.SUPPLEMENT, "supplement", forms.SuppliedForm, verbs.supplement),
    Act(NAME, steps.DOCKET, "docketing", forms.DocketingForm, verbs.docket),
    Act(NAME, steps.EXTEND_REVIEW, "review-extension", forms.MoreTimeForm, verbs.extend_review),
    Act(NAME, steps.CONFIRM, "ruling", forms.RulingForm, verbs.confirm),
    Act(NAME, steps.RECORD_RECEIPT, "ruling-receipt", forms.ReceiptForm, verbs.record_receipt),
    Act(NAME, steps.REFUSE, "refusal", forms.RefusalForm, verbs.refuse),
    Act(NAME, steps.DISMISS, "dismissal", forms.DismissalForm, verbs.dismiss),
    Act(NAME, steps.WITHDRAW, "withdrawal", forms.WithdrawalForm, verbs.withdraw),
    Act(NAME, steps.DEEM_WITHDRAWN, "deemed-withdrawal", forms.NothingForm, verbs.deem_withdrawn),
    Act(NAME, steps.CLOSE_WINDOW, "window-closing", forms.ClosingForm, verbs.close_window),
    Act(NAME, steps.OBJECT_PARTY, "party-objection", forms.PartyObjectionForm, verbs.object_party),
    Act(NAME, steps.OBJECT_OUTSIDER, "outsider-objection", forms.OutsiderObjectionForm, verbs.object_outsider),
    Act(NAME, steps.KEEP_RULING, "ruling-kept", forms.ObjectionResultForm, verbs.keep_ruling),
    Act(NAME, steps.REVOKE_RULING, "ruling-revoked", forms.ObjectionResultForm, verbs.revoke_ruling),
)
