"""The court proposed for an agreement, from what the record says of its dispute (J-04 to J-08)."""

from dataclasses import replace
from typing import Any

from casework.base.phrases import phrase
from casework.confirmation.routing import Route, rank, route
from casework.identity.directory import office_by_id
from casework.identity.models import Organisation
from casework.mediation.agreements import Agreement
from casework.mediation.models import Mediation
from casework.procedure.models import Proceeding

ASSIGNED_REGIMES = ("court_assigned", "people_in_court_assigned")
# Kinds of the record that the routing table does not tell apart, with the kind they are routed as and asked about.
ROUTED_AS = {
    "patent_unknown": "patent_invention",
    "trade_secret": "technical_secret",
    "company_name": "unfair_competition",
    "other": "unfair_competition",
}


def proposed_court(agreement: Agreement) -> Route:
    """Where to apply for the agreement; of several rights the one whose court ranks highest decides.

    `route` "none" where the court took the dispute before it was mediated (C-12); `court` None where the table
    knows none.
    """
    kinds = sorted({right.kind for right in agreement.case.rights}) or ["other"]
    found = [_route(agreement, kind) for kind in kinds]
    return min(found, key=lambda each: rank(each.court))


def mediation_kind(agreement: Agreement) -> str:
    """own, assigned, entrusted or administrative, as the routing table asks."""
    held = agreement.proceeding
    if not agreement.confirmable or (isinstance(held, Mediation) and held.entrusted):
        return "entrusted"
    if agreement.regime == "administrative":
        return "administrative"
    if agreement.regime in ASSIGNED_REGIMES or (isinstance(held, Mediation) and held.of_court):
        return "assigned"
    return "own"


def _route(agreement: Agreement, kind: str) -> Route:
    dispute = _dispute(agreement, ROUTED_AS.get(kind, kind))
    if dispute["mediation"] == "assigned" and not dispute["assigning_court"]:
        return Route("confirmation", None, True, "", (phrase("court.note.assigning_unknown"),))
    found = route(dispute)
    if kind not in ROUTED_AS or found.route == "none" or dispute["mediation"] == "assigned":
        return found
    note = phrase("court.note.kind_unclear", kind=phrase(f"right_kind.{kind}"))
    return replace(found, ask=True, notes=(*found.notes, note))


def _dispute(agreement: Agreement, kind: str) -> dict[str, Any]:
    organ = office_by_id(agreement.proceeding.office_id)
    return {
        "right_kind": kind,
        "matter": agreement.case.matter,
        "mediation": mediation_kind(agreement),
        "assigning_court": _assigning_court(agreement.proceeding),
        "amount": agreement.sum_fen / 100,
        "organ_at": organ.division if organ else None,
    }


def _assigning_court(proceeding: Proceeding) -> str | None:
    told: str | None = getattr(proceeding, "court_name", None)
    office = office_by_id(proceeding.counterpart_id) if proceeding.counterpart_id else None
    return told or (office.name if office is not None and _is_court(office) else None)


def _is_court(office: Organisation | None) -> bool:
    return office is not None and office.kind == "court"
