"""Small histories told in `ipcase-neutral/2`, for tests."""

import json
from pathlib import Path
from typing import Any

BODY = "样例市知识产权纠纷人民调解委员会"
KINDS = {
    "accepted": "mediation_committee", "not_accepted": "mediation_committee", "mediation_failed": "mediation_committee",
    "mediation_session": "mediation_committee", "transfer_sent": "mediation_committee", "court_entrusted": "court",
}  # fmt: skip


def event(action: str, at: str, **more: Any) -> dict[str, Any]:
    """One event at an instant; its seq is given by `case`."""
    kind = KINDS.get(action, "party")
    return {
        "action": action,
        "at": at,
        "actor": BODY if kind == "mediation_committee" else "甲",
        "actor_kind": kind,
        **more,
    }


def signed(at: str, yuan: float, *, seal: str | None = None, **more: Any) -> dict[str, Any]:
    """A written agreement of P1 and P2 over one payment, signed at an instant, sealed then or at another."""
    told = {
        "form": "written",
        "regime": "people_written",
        "amount": yuan,
        "items": [{"no": 1, "debtor": "P2", "creditor": "P1", "kind": "pay", "amount": yuan, "due": "2026-12-31"}],
        "signatures": [{"party": "P1", "at": at}, {"party": "P2", "at": at}],
        "mediator_at": at,
        "seal_at": seal or at,
    }
    return event("agreement_signed", at, amount=yuan, agreement={**told, **more})


def paid(at: str, yuan: float) -> dict[str, Any]:
    """The one payment made in full."""
    return event("performed", at, amount=yuan, items=[1])


def case(name: str, *events: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A case before the committee, with its events numbered from 1."""
    told = {
        "schema": "ipcase-neutral/2",
        "id": name,
        "title": name,
        "organisation": BODY,
        "channel": {"code": "committee_application"},
        "right": {"kind": "trademark", "numbers": []},
        "parties": [
            {"ref": "P1", "role": "applicant", "name": f"黄石样例{name}甲公司", "type": "org"},
            {"ref": "P2", "role": "respondent", "name": f"黄石样例{name}乙公司", "type": "org"},
        ],
        "events": [{"seq": seq, **each} for seq, each in enumerate(events, start=1)],
    }
    return {**told, **more}


def office_case(name: str, *events: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A patent case before a city's office."""
    at_office = [{**each, "actor": "样例市知识产权局", "actor_kind": "ip_office"} for each in events]
    rest = {"organisation": None, "channel": {"code": "admin_request"}, "right": {"kind": "patent_design"}}
    return case(name, *at_office, **{**rest, **more})


def written(folder: Path, *cases: Any) -> Path:
    """A file of the cases."""
    file = folder / "told.json"
    file.write_text(json.dumps({"cases": list(cases)}), "utf-8")
    return file
