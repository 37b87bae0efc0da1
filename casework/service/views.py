"""The overview of service of a case: every paper with whom it goes to, how it stands, and since how many days."""

from typing import Any

from flask import Blueprint, jsonify, render_template
from flask.typing import ResponseReturnValue

from casework.base import wallclock
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.answer import wants_json
from casework.counter.reading import log_read, readable_case
from casework.counter.session import current_actor
from casework.mediation.addresses import confirmed_address
from casework.service.overview import Row, rows_of, waiting

bp = Blueprint("service", __name__)


@bp.get("/cases/<number>/service")
def overview(number: str) -> ResponseReturnValue:
    """Who got which paper, how, when, with what proof; and what still waits."""
    case, actor = readable_case(number), current_actor()
    rows = rows_of(case, today=local_date(wallclock.now()))
    answer: ResponseReturnValue = (
        jsonify({"rows": [told(row) for row in rows]})
        if wants_json()
        else render_template(
            "service/overview.html",
            title=phrase("service.title"),
            case=case,
            rows=rows,
            mine=waiting(row for row in rows if row.paper.office_id == actor.office_id),
            addresses=[(party, confirmed_address(party)) for party in case.parties],
            actor=actor,
        )
    )
    log_read(case, "service_overview")
    return answer


def told(row: Row) -> dict[str, Any]:
    """A row as plain values; dates are local."""
    run = row.run
    return {
        "paper": row.paper.title,
        "number": row.paper.number,
        "party": row.party.name,
        "state": row.state,
        "way": run.way if run else None,
        "address": run.address if run else None,
        "sent_on": run.sent_on if run else None,
        "served_on": row.served_on,
        "proof": run.proof if run else None,
        "proof_number": run.proof_number if run else None,
        "received_by": run.received_by if run else None,
        "age_days": None if row.state in ("served", "given_up") else row.age,
    }
