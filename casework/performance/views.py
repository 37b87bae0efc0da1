"""The account of a performance: each duty, what was proved and what the creditor says; the packet for enforcement."""

import io
from datetime import date
from typing import Any

from flask import Blueprint, jsonify, render_template, send_file
from flask.typing import ResponseReturnValue

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import NotFound
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.answer import wants_json
from casework.counter.reading import log_read, readable_case
from casework.counter.session import evidence_store, paper_fonts
from casework.performance.models import Obligation, Performance
from casework.performance.overdue import last_day, overdue
from casework.performance.packet import packet, papers_of
from casework.procedure.procedure import state_label
from casework.records.models import Case

bp = Blueprint("performance", __name__)
PLACE = "/cases/<number>/performance/<int(max=2147483647):performance_id>"


@bp.get(f"{PLACE}/account")
def account(number: str, performance_id: int) -> ResponseReturnValue:
    """What is owed, what was done, what is overdue; urgings and return visits."""
    case = readable_case(number)
    performance, today = _performance(case, performance_id), local_date(wallclock.now())
    told = account_of(performance, today)
    title = phrase("account.title")
    answer: ResponseReturnValue = (
        jsonify(told)
        if wants_json()
        else render_template("performance/account.html", title=title, case=case, performance=performance, account=told)
    )
    log_read(case, "performance_account")
    return answer


@bp.get(f"{PLACE}/packet.zip")
def packet_file(number: str, performance_id: int) -> ResponseReturnValue:
    """The packet for enforcement; it exists when enforcement was applied for."""
    case = readable_case(number)
    performance = _performance(case, performance_id)
    if performance.enforced_on is None:
        raise NotFound(number)
    body = packet(performance, fonts=paper_fonts(), stored=evidence_store().path)
    answer = send_file(
        io.BytesIO(body), "application/zip", as_attachment=True, download_name=f"enforcement-{performance.id}.zip"
    )
    answer.headers["Cache-Control"] = "private, no-store"
    log_read(case, "enforcement_packet")
    return answer


def account_of(performance: Performance, today: date) -> dict[str, Any]:
    """The account as plain values; amounts in fen."""
    late = {each.no for each in overdue(performance, today)}
    return {
        "state": performance.state,
        "label": state_label(performance.procedure, performance.state),
        "owed_fen": performance.owed_fen,
        "paid_fen": performance.paid_fen,
        "proposed_on": performance.proposed_on,
        "breached_on": performance.breached_on,
        "performed_on": performance.performed_on,
        "items": [{**_item(each), "overdue": each.no in late} for each in performance.items],
        "urgings": [
            {"item": each.item_no, "on": each.urged_on, "channel": each.channel, "answer": each.answer}
            for each in performance.urgings
        ],
        "visits": [
            {"item": each.item_no, "on": each.visited_on, "result": each.result, "satisfied": each.satisfied}
            for each in performance.visits
        ],
        "packet": _packet(performance) if performance.enforced_on else None,
    }


def _item(item: Obligation) -> dict[str, Any]:
    return {
        "no": item.no,
        "kind": item.kind,
        "debtor": item.debtor.name,
        "fen": item.fen,
        "rest_fen": item.rest_fen if item.fen else None,
        "text": item.text,
        "due": item.due,
        "last_day": last_day(item),
        "done": item.done,
        "broken_on": item.broken_on,
        "proofs": [
            {"on": each.done_on, "fen": each.fen, "how": each.how, "answer": each.answer, "why": each.disputed_for}
            for each in item.proofs
        ],
    }


def _packet(performance: Performance) -> dict[str, Any]:
    return {
        "instrument": performance.instrument,
        "number": performance.instrument_number,
        "court": performance.court_name,
        "applied_on": performance.enforced_on,
        "papers": [{"title": each.title, "sha256": each.sha256} for each in papers_of(performance)],
        "evidence": list(performance.enclosed),
    }


def _performance(case: Case, performance_id: int) -> Performance:
    found = db.session.get(Performance, performance_id)
    if found is None or found.case_id != case.id:
        raise NotFound(case.number)
    return found
