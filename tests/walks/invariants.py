"""What holds after any walk (mediation.md 2.5, transfer.md 2.5), each as a list of what breaks it."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import func, select

from casework.base.db import db
from casework.clock.explain import explain
from casework.confirmation.models import Confirmation
from casework.enforcement.models import Penalty
from casework.identity.models import Organisation
from casework.mediation.agreements import IN_FORCE, Agreement
from casework.mediation.models import Mediation, MediatorNaming
from casework.procedure.clocks import due_of
from casework.procedure.models import RunningClock
from casework.procedure.verify import states_out_of_step
from casework.records.verify import first_breaks
from casework.statistics.monthly import breaks
from casework.statistics.period import Period
from casework.transfers.models import AdminTransfer

BEFORE_ACCEPTANCE = ("registered", "under_review", "awaiting_supplement", "awaiting_consent", "assigned")
TOOK = ("accepted", "result_told", "closed")


def broken() -> list[str]:
    """Everything that does not hold, in words."""
    return [
        *_chains(),
        *_refusals_stand(),
        *_agreements(),
        *_all_apply(),
        *_no_fee_and_routes(),
        *_conflicts(),
        *_dates_add_up(),
        *_owned(),
        *_stock(),
    ]


def _chains() -> Iterator[str]:
    yield from (f"chain {each}" for each in first_breaks())
    yield from (f"state {each}" for each in states_out_of_step())


def _mediations() -> list[Mediation]:
    return list(db.session.scalars(select(Mediation)))


def _refusals_stand() -> Iterator[str]:
    for each in _mediations():
        newest = {answer.party_id: answer.answer for answer in each.answers}
        if each.state in ("accepted", "mediator_set") and "refused" in newest.values():
            yield f"invariant 1: mediation {each.id} accepted over a refusal"


def _agreements() -> Iterator[str]:
    today = db.session.scalar(select(func.max(Mediation.moved_at)))
    for text in db.session.scalars(select(Agreement)):
        if (text.status == IN_FORCE) and text.effective_on is None:
            yield f"invariant 2: agreement {text.id} without effective date"
        if today and text.effective_on and text.effective_on > today.date().replace(year=today.year + 1):
            yield f"invariant 2: agreement {text.id} takes effect in the future"
        windows = [c for c in text.proceeding.clocks if c.rule in ("J-02", "J-08")]
        if windows and text.status not in (IN_FORCE, "replaced"):
            yield f"invariant 3: window without an agreement {text.id}"


def _all_apply() -> Iterator[str]:
    for each in db.session.scalars(select(Confirmation)):
        if each.state in ("preparing", "window_closed", "withdrawn"):
            continue
        bound = {party.id for party in each.agreement.parties}
        if len(bound) < 2 or not bound <= {applicant.party_id for applicant in each.applicants}:
            yield f"invariant 4: confirmation {each.id} lacks an applicant"


def _no_fee_and_routes() -> Iterator[str]:
    for each in _mediations():
        if each.fee_fen:
            yield f"invariant 6: fee on {each.id}"
        if (each.refused_ground or each.end_reason) and not each.routes_told:
            yield f"invariant 7: no routes told on {each.id}"


def _conflicts() -> Iterator[str]:
    for each in db.session.scalars(select(MediatorNaming)):
        if each.disclosed and each.consented_on is None:
            yield f"invariant 5: mediator {each.id} stays without consent"


def _dates_add_up() -> Iterator[str]:
    for clock in db.session.scalars(select(RunningClock)):
        due = due_of(clock)
        lines = explain(due)
        counted = max((line.number or 0 for line in lines), default=0)
        if due.unit in ("hour", "working_day") and due.open_pause is None and counted != due.count:
            yield f"invariant 9: clock {clock.id} {clock.rule} counts {counted}, not {due.count}"
        if not due.basis or (clock.state != "paused" and lines[-1].day != due.due):
            yield f"invariant 9: clock {clock.id} {clock.rule} ends {lines[-1].day}, not {due.due}"


def _owned() -> Iterator[str]:
    for each in db.session.scalars(select(AdminTransfer)):
        lent = select(Penalty).where(
            Penalty.case_id == each.case_id, Penalty.office_id == each.office_id, Penalty.state == "transferred_admin"
        )
        if db.session.scalars(lent).first() is not None and not _somebody_took(each):
            yield f"transfer {each.id} in {each.state}: neither side owns the case"


def _somebody_took(each: AdminTransfer) -> bool:
    mine = (AdminTransfer.case_id == each.case_id, AdminTransfer.office_id == each.office_id)
    return any(other.state in TOOK for other in db.session.scalars(select(AdminTransfer).where(*mine)))


def _stock() -> Iterator[str]:
    for office in (None, *db.session.scalars(select(Organisation.id).where(Organisation.kind == "committee"))):
        for month in range(1, 13):
            first = date(2026, month, 1)
            period = Period(f"2026-{month:02d}", first, date(2026 + month // 12, month % 12 + 1, 1))
            yield from (f"stock of {office} in {month}: {each}" for each in breaks(period, office))
