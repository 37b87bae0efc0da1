"""The acts of confirmation as resources."""

from datetime import datetime

from casework.base.wallclock import local_date
from casework.confirmation import forms, steps, verbs
from casework.confirmation.models import NAME, Confirmation
from casework.confirmation.order_acts import ORDER_ACTS
from casework.confirmation.window import confirmations_of, window_due
from casework.counter.act import Act, Opening
from casework.identity.actor import Actor
from casework.records.models import Case


def propose(case: Case, actor: Actor, now: datetime) -> Confirmation | None:
    """An application that the mediating office could prepare; other offices get no such button."""
    found = verbs.proposed(case, actor, now)
    return found if found is not None and found.office_id == actor.office_id else None


def propose_closing(case: Case, actor: Actor, now: datetime) -> Confirmation | None:
    """A window that has closed without any application."""
    found = propose(case, actor, now)
    due = window_due(found.agreement) if found else None
    closed = found is not None and any(each.state == "window_closed" for each in confirmations_of(found.agreement))
    return found if due is not None and local_date(now) > due and not closed else None


ACTS = (
    Opening(NAME, steps.PREPARE, "application", forms.PreparationForm, verbs.prepare, propose),
    Opening(NAME, steps.CLOSE_WINDOW, "window-closing", forms.ClosingForm, verbs.let_window_close, propose_closing),
    Act(NAME, steps.FILE, "filing", forms.FilingForm, verbs.file),
    Act(NAME, steps.DROP, "dropping", forms.DroppingForm, verbs.drop),
    Act(NAME, steps.COURT_ASKS_MORE, "court-request", forms.MoreAskedForm, verbs.court_asks_more),
    Act(NAME, steps.SUPPLEMENT, "supplement", forms.SuppliedForm, verbs.supplement),
    Act(NAME, steps.DOCKET, "docketing", forms.DocketingForm, verbs.docket),
    Act(NAME, steps.EXTEND_REVIEW, "review-extension", forms.MoreTimeForm, verbs.extend_review),
    Act(NAME, steps.CONFIRM, "ruling", forms.RulingForm, verbs.confirm),
    Act(NAME, steps.RECORD_RECEIPT, "ruling-receipt", forms.ReceiptForm, verbs.record_receipt),
    Act(NAME, steps.REFUSE, "refusal", forms.RefusalForm, verbs.refuse),
    Act(NAME, steps.DISMISS, "dismissal", forms.DenialForm, verbs.dismiss),
    Act(NAME, steps.WITHDRAW, "withdrawal", forms.WithdrawalForm, verbs.withdraw),
    Act(NAME, steps.DEEM_WITHDRAWN, "deemed-withdrawal", forms.NoFacts, verbs.deem_withdrawn),
    Act(NAME, steps.CLOSE_WINDOW, "window-closing", forms.ClosingForm, verbs.close_window),
    Act(NAME, steps.OBJECT_PARTY, "party-objection", forms.PartyObjectionForm, verbs.object_party),
    Act(NAME, steps.OBJECT_OUTSIDER, "outsider-objection", forms.OutsiderObjectionForm, verbs.object_outsider),
    Act(NAME, steps.KEEP_RULING, "ruling-kept", forms.ObjectionResultForm, verbs.keep_ruling),
    Act(NAME, steps.REVOKE_RULING, "ruling-revoked", forms.ObjectionResultForm, verbs.revoke_ruling),
    *ORDER_ACTS,
)
