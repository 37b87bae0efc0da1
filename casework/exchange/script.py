"""Which act answers which told action, depending on who keeps the case and what stands already."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from casework.exchange import confirming, deciding, enforcing, mediating
from casework.exchange.history import Event
from casework.exchange.outside import STEP_OF, recorded
from casework.exchange.stage import Stage, Unfit

Later = list[tuple[datetime, Callable[[], None]]]
Does = Callable[[Stage, Event], Any]

FAMILIES = {
    "confirmation_granted": "confirmed",
    "agreement_signed": "mediated",
    "adjudication_decided": "adjudicated",
    "penalty_decided": "penalised",
    "transfer_sent": "transferred",
    "transfer_accepted": "transferred",
    "arrest": "transferred",
    "arrest_approved": "transferred",
    "sent_to_procuratorate": "transferred",
    "non_prosecution": "not_prosecuted",
    "judgment": "judged",
    "not_accepted": "closed",
    "no_violation_found": "closed",
    "mediation_failed": "closed",
    "withdrawn": "closed",
}
BY_COMMITTEE: dict[str, Does] = {
    "request_filed": mediating.register,
    "report_received": mediating.register,
    "court_entrusted": mediating.assign,
    "accepted": mediating.accept,
    "not_accepted": mediating.refuse,
    "supplement_requested": mediating.supplement_asked,
    "supplemented": mediating.supplemented,
    "mediator_assigned": mediating.name_mediator,
    "mediation_session": mediating.session,
    "agreement_signed": mediating.agree,
    "mediation_failed": mediating.fail,
    "withdrawn": mediating.withdraw,
    "transfer_sent": mediating.transfer_out,
    "transfer_accepted": recorded("result_fed_back"),
}
BY_OFFICE: dict[str, Does] = {
    "request_filed": deciding.request,
    "court_entrusted": deciding.mediate,
    "accepted": deciding.file,
    "not_accepted": deciding.refuse,
    "supplement_requested": deciding.ask_supplement,
    "supplemented": deciding.supplement,
    "mediator_assigned": deciding.mediate,
    "mediation_session": deciding.mediate,
    "agreement_signed": deciding.settle,
    "mediation_failed": deciding.fail,
    "withdrawn": deciding.withdraw,
    "adjudication_decided": deciding.decide,
}
ALWAYS: dict[str, Does] = {
    "report_received": enforcing.lead,
    "inspection": enforcing.inspect,
    "seizure": enforcing.seize,
    "infringement_confirmed": enforcing.identify,
    "case_filed_admin": enforcing.file,
    "penalty_decided": enforcing.decide,
    "no_violation_found": enforcing.find_nothing,
    "transfer_sent": enforcing.send,
    "transfer_accepted": enforcing.receive,
    "clue_notified": enforcing.notify_clue,
    "procuratorial_opinion": enforcing.opinion,
    "confirmation_applied": confirming.apply,
    "confirmation_granted": confirming.grant,
    "confirmation_refused": confirming.deny,
    "performed": confirming.perform,
}


def does(stage: Stage, event: Event) -> Does:
    """The act for an event. Raises Unfit for an action that the vocabulary does not know."""
    first = BY_COMMITTEE if stage.by_committee else BY_OFFICE
    found = first.get(event.action) or ALWAYS.get(event.action)
    if found is None and event.action in STEP_OF:
        found = recorded(event.action)
    if found is None:
        raise Unfit(f"不认识的事件: {event.action or '(空)'}")
    return _fitting(found, stage, event)


def _fitting(found: Does, stage: Stage, event: Event) -> Does:
    if event.action == "case_filed_admin" and _seeks_decision(stage):
        return deciding.file
    return found


def _seeks_decision(stage: Stage) -> bool:
    """A request for a decision was told, and no penalty: then filing by the office is filing of that request."""
    actions = {each.action for each in stage.history.events}
    return "request_filed" in actions and "penalty_decided" not in actions
