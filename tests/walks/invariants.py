"""What holds after every act (mediation.md 2.5, transfer.md 2.5) and after every walk, as lists of what breaks it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.clock.explain import explain
from casework.confirmation.models import Confirmation
from casework.documents.models import PaperRecord
from casework.enforcement.models import Penalty
from casework.identity.models import Organisation
from casework.mediation.agreements import IN_FORCE, REPLACED, Agreement
from casework.mediation.models import Mediation
from casework.procedure.clocks import due_of
from casework.procedure.models import Proceeding, RunningClock
from casework.procedure.verify import states_out_of_step
from casework.records.counters import recount
from casework.records.figures import FigureFact
from casework.records.models import Case
from casework.records.verify import break_of, first_breaks
from casework.statistics.grid import fill
from casework.statistics.identities import failures
from casework.statistics.monthly import breaks, figures
from casework.statistics.period import month, parse
from casework.statistics.tables import tables
from casework.transfers.models import AdminTransfer, PoliceTransfer
from tests.support.adding_up import doubts

TAKING_ON = ("accepted", "mediator_set")
WINDOWS = ("J-02", "J-08")
NOT_FILED_YET = ("preparing", "window_closed")
TOOK = ("accepted", "result_reported", "closed")
POLICE_HAVE_IT = ("filed", "goods_handed", "closed")


class Invariants:
    """What holds of a case after an act. A date already added up is not added up again."""

    def __init__(self) -> None:
        self._added: set[tuple[Any, ...]] = set()

    def of_case(self, case_id: int) -> list[str]:
        """Everything that does not hold on the case, in words."""
        case = db.session.get_one(Case, case_id)
        broken = break_of(case)
        found = [f"chain: {broken}"] if broken else []
        for mediation in _all(Mediation, case_id):
            found += _mediation(mediation)
        for text in _all(Agreement, case_id):
            found += _agreement(text)
        for confirmation in _all(Confirmation, case_id):
            found += _confirmation(confirmation)
        return [*found, *_owned(case_id), *self._dates(case_id)]

    def _dates(self, case_id: int) -> Iterator[str]:
        for clock in _all(RunningClock, case_id):
            key = (clock.id, clock.due, clock.state, str(clock.pauses), clock.extensions, clock.extended_to)
            if key not in self._added:
                self._added.add(key)
                yield from _date(clock)


def states(case_id: int) -> dict[int, tuple[str, str]]:
    """Procedure and state of every proceeding of the case, as stored."""
    asked = select(Proceeding.id, Proceeding.procedure, Proceeding.state).where(Proceeding.case_id == case_id)
    return {row[0]: (row[1], row[2]) for row in db.session.execute(asked)}


def of_house() -> list[str]:
    """Everything that does not hold in the whole database, in words."""
    chains = [f"chain: {each}" for each in first_breaks()]
    return [*chains, *(f"state: {each}" for each in states_out_of_step()), *_stock(), *_counters()]


def _all(kind: type[Any], case_id: int) -> list[Any]:
    return list(db.session.scalars(select(kind).where(kind.case_id == case_id).order_by(kind.id)))


def _mediation(each: Mediation) -> Iterator[str]:
    newest = {answer.party_id: answer.answer for answer in each.answers}
    if each.state in TAKING_ON and "refused" in newest.values():
        yield f"invariant 1: {each.id} is taken on over a refusal"
    if each.state == "agreed" and not any(text.effective_on for text in _all(Agreement, each.case_id)):
        yield f"invariant 2: {each.id} is agreed without a date of effect"
    for naming in each.named:
        if naming.disclosed and naming.consented_on is None:
            yield f"invariant 5: a conflict nobody consented to, naming {naming.id}"
    if each.state == "in_mediation" and sum(naming.presiding for naming in each.named) != 1:
        yield f"invariant 5: {each.id} is mediated by no presiding mediator"
    if each.fee_fen:
        yield f"invariant 6: {each.id} costs {each.fee_fen}"
    ended = each.state in ("not_accepted", "terminated", "withdrawn")
    if ended and not (each.routes_told and (each.refused_ground or each.end_reason)):
        yield f"invariant 7: {each.id} ended without reason or routes"
    if each.state == "archived" and not _closing_papers(each):
        yield f"invariant 8: {each.id} is on the shelf without its papers"


def _closing_papers(each: Mediation) -> bool:
    asked = select(PaperRecord.kind).where(PaperRecord.proceeding_id == each.id)
    return bool(each.retention and each.pages and db.session.scalars(asked).first())


def _agreement(text: Agreement) -> Iterator[str]:
    stands = text.status in (IN_FORCE, REPLACED)
    if stands and text.effective_on is None:
        yield f"invariant 2: agreement {text.id} without a date of effect"
    if text.effective_on and text.effective_on > local_date(text.proceeding.moved_at):
        yield f"invariant 2: agreement {text.id} takes effect on {text.effective_on}, after its last act"
    own = [clock for clock in text.proceeding.clocks if clock.rule in WINDOWS]
    windows = [clock for clock in own if local_date(clock.started_at) == text.window_from]
    if text.confirmable and text.status == IN_FORCE and not windows:
        yield f"invariant 3: agreement {text.id} opened no window"
    if own and not any(each.effective_on for each in _all(Agreement, text.case_id)):
        yield f"invariant 3: a window without an agreement in force, {text.id}"


def _confirmation(each: Confirmation) -> Iterator[str]:
    bound = {party.id for party in each.agreement.parties}
    filed = each.state not in NOT_FILED_YET and not (each.state == "withdrawn" and not each.applicants)
    if filed and (len(bound) < 2 or not bound <= {applicant.party_id for applicant in each.applicants}):
        yield f"invariant 4: confirmation {each.id} lacks an applicant"


def _date(clock: RunningClock) -> Iterator[str]:
    due = due_of(clock)
    told = (clock.raw, clock.due, clock.provisional)
    now = (_day(due.raw), _day(due.due), due.provisional)
    if not (clock.rule and clock.started_seq and due.basis):
        yield f"invariant 9: clock {clock.id} {clock.rule} has no origin"
    if told != now:
        yield f"invariant 9: clock {clock.id} {clock.rule} is kept as {told} and explained as {now}"
    for said in doubts(due, explain(due)):
        yield f"the date of clock {clock.id} {clock.rule} does not add up: {said}"


def _day(moment: date) -> date:
    return date(moment.year, moment.month, moment.day)


def _owned(case_id: int) -> Iterator[str]:
    admin = [each.state for each in _all(AdminTransfer, case_id)]
    police = [each.state for each in _all(PoliceTransfer, case_id)]
    for each in _all(Penalty, case_id):
        if each.state == "transferred_admin" and not set(admin) & set(TOOK):
            yield f"nobody owns penalty case {each.id}: {admin}"
        if each.state == "transferred_police" and not set(police) & set(POLICE_HAVE_IT):
            yield f"nobody owns penalty case {each.id}: {police}"
        if each.state == "transferring" and not set(admin) & {"sent", "received"}:
            yield f"penalty case {each.id} is on its way to nobody: {admin}"


def _counters() -> Iterator[str]:
    """The counters are what the journal says, and every table of the year adds up."""
    yield from (f"counter {each.cell}: kept {each.kept}, told {each.recounted}" for each in recount())
    years = {f"{day:%Y}" for day in db.session.scalars(select(FigureFact.on_day).distinct())}
    for name in sorted(years):
        for key in ("routes", "offices", "durations"):
            grid = fill(tables()[key], parse(name))
            yield from (f"{key} of {name}: {each}" for each in failures(grid, months=False))


def _stock() -> Iterator[str]:
    """Opening + received = closed + pending, case by case and in the figures, for every month that has any."""
    months = {f"{day:%Y-%m}" for day in db.session.scalars(select(FigureFact.on_day).distinct())}
    committees = select(Organisation.id).where(Organisation.kind == "committee")
    standing = set(db.session.scalars(committees.where(Organisation.id.in_(select(FigureFact.office_id)))))
    for name in sorted(months):
        for office in (None, *sorted(standing)):
            yield from (f"stock of {office} in {name}: {each}" for each in breaks(month(name), office))
            if not figures(month(name), office).holds:
                yield f"stock of {office} in {name} does not hold"
