"""The page of an agreement's enforceability: the window, the ways open and shut, the periods, each application."""

from dataclasses import asdict
from datetime import date
from typing import Any

from flask import Blueprint, jsonify, render_template
from flask.typing import ResponseReturnValue

from casework.base import wallclock
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.confirmation import facts as f
from casework.confirmation.court import proposed_court
from casework.confirmation.models import Confirmation
from casework.confirmation.order_rules import RULED, orders_of
from casework.confirmation.periods import periods
from casework.confirmation.routes import all_routes
from casework.confirmation.rules import last_day
from casework.confirmation.window import confirmations_of, window_due
from casework.counter.answer import wants_json
from casework.counter.reading import log_read, readable_case
from casework.mediation.agreements import Agreement, agreement_in_force
from casework.procedure.procedure import state_label

bp = Blueprint("confirmation", __name__)


@bp.get("/cases/<number>/enforceability")
def enforceability(number: str) -> ResponseReturnValue:
    """Every agreement in force: what makes it enforceable, until when, and what shuts the other ways."""
    case, today = readable_case(number), local_date(wallclock.now())
    shown = [agreement_shown(each, today) for each in agreement_in_force(case)]
    title = phrase("enforceability.title")
    answer: ResponseReturnValue = (
        jsonify({"case": number, "agreements": shown})
        if wants_json()
        else render_template("confirmation/enforceability.html", title=title, case=case, agreements=shown)
    )
    log_read(case, "enforceability")
    return answer


def agreement_shown(agreement: Agreement, today: date) -> dict[str, Any]:
    """One agreement as plain values."""
    tried = confirmations_of(agreement)
    ruling = next((each for each in tried if each.state in RULED), None)
    court = proposed_court(agreement)
    due = window_due(agreement)
    return {
        "number": agreement.number,
        "effective_on": agreement.effective_on,
        "window": {"rule": agreement.clock, "due": due, "open": due is not None and today <= due},
        "court": {"name": court.court, "ask": court.ask, "basis": court.basis, "notes": list(court.notes)},
        "routes": [{**asdict(r), "label": r.label, "article": r.article(today)} for r in all_routes(agreement, today)],
        "periods": [asdict(each) for each in periods(agreement, ruling)],
        "applications": [application_shown(each) for each in tried],
        "orders": [
            {"state": each.state, "label": state_label(each.procedure, each.state), "fen": each.fen}
            for each in orders_of(agreement)
        ],
    }


def application_shown(tried: Confirmation) -> dict[str, Any]:
    """One application: materials by presence, filing with the day that counts, who received the ruling when."""
    days = ("filed_on", "posted_on", "docketed_on", "ruled_on", "withdrawn_on", "asked_due", "window_due")
    return {
        "state": tried.state,
        "label": state_label(tried.procedure, tried.state),
        "court": tried.court_name,
        "channel": tried.channel,
        **{name: getattr(tried, name) for name in days},
        "filed": tried.filed,
        "in_time": None if tried.filed is None or tried.window_due is None else tried.filed <= tried.window_due,
        "court_number": tried.ruling_number or tried.court_number,
        "ground": tried.ground,
        "asked": list(tried.asked),
        "materials": [
            {"code": each, "there": each in tried.materials, "needed": each != f.AUTHORISATION or _has_agents(tried)}
            for each in f.ALL_MATERIALS
        ],
        "applicants": [
            {
                "name": each.party.name,
                "consented_on": each.consented_on,
                "agents": list(each.agents),
                "received_on": each.received_on,
                "may_object_until": last_day("J-21.party", each.received_on) if each.received_on else None,
            }
            for each in tried.applicants
        ],
        "objections": [
            {"name": each.name, "outsider": each.party_id is None, "filed_on": each.filed_on, "result": each.result}
            for each in tried.objections
        ],
    }


def _has_agents(tried: Confirmation) -> bool:
    return any(each.agents for each in tried.applicants)
