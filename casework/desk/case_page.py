"""Everything that the page of a case shows, in a number of queries that does not grow with its history."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import selectin_polymorphic, selectinload

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.counter.act import ActBook
from casework.desk.around import Sight, Trail, handlers, sights, trails
from casework.desk.clockline import clock_line
from casework.desk.prose import Told, history
from casework.desk.shown import ActShown, ClockShown, acts_of, clock_shown, is_hourly, openings_of
from casework.documents.models import PaperRecord
from casework.identity.actor import Actor
from casework.identity.models import Organisation
from casework.procedure.models import START, Proceeding, RunningClock
from casework.procedure.procedure import procedure_of, state_label
from casework.records.grants import CONTENT, scope_for
from casework.records.models import Case
from casework.scans.matching import scans_of
from casework.scans.models import Scan

NOWHERE = Trail((), 0, ())


@dataclass(frozen=True)
class StrandShown:
    """One proceeding on the page: where it stands, who handles it, its clocks and acts."""

    id: int
    procedure: str
    number: str | None
    state: str
    state_code: str
    version: int
    is_open: bool
    office: str
    counterpart: str | None
    moved_at: datetime
    clocks: tuple[ClockShown, ...]
    stopped: tuple[ClockShown, ...]
    acts: tuple[ActShown, ...]
    trail: Trail
    handler: str | None

    @property
    def lawful(self) -> list[ActShown]:
        """What the reader's post may do now."""
        return [act for act in self.acts if act.lawful]

    @property
    def grey(self) -> list[ActShown]:
        """What is not lawful now, with its reasons."""
        return [act for act in self.acts if not act.lawful]

    @property
    def near(self) -> list[ActShown]:
        """What the chart allows from here to my post and a fact stands against: its reason is worth a look."""
        return [act for act in self.grey if not act.far]

    @property
    def far(self) -> list[ActShown]:
        """What belongs to another state, post or office."""
        return [act for act in self.grey if act.far]


@dataclass(frozen=True)
class CaseShown:
    """The page. With `content` false only routing and status are filled (P-04)."""

    case: Case
    content: bool
    registered_by: str
    strands: tuple[StrandShown, ...]
    openings: tuple[ActShown, ...]
    papers: tuple[PaperRecord, ...]
    scans: dict[int, Scan]
    sights: tuple[Sight, ...]
    history: list[Told]
    older: int | None

    @property
    def clocks(self) -> list[ClockShown]:
        """All clocks that run or are paused, the most pressing first."""
        return sorted((clock for strand in self.strands for clock in strand.clocks), key=lambda clock: clock.due)

    @property
    def pressing(self) -> ClockShown | None:
        """The running clock that ends first; a party's window that is over presses nobody."""
        return next((clock for clock in self.clocks if clock.urgency != "still"), None)


def case_shown(case: Case, book: ActBook, *, actor: Actor, now: datetime, before: int | None = None) -> CaseShown:
    """The page of a case for this reader; `before` pages the history."""
    content = may_read(case, actor)
    proceedings = _proceedings(case)
    offices = _offices(case, proceedings)
    ways, handled = trails(proceedings), handlers(proceedings)
    told, older = history(case, before, content=content)
    return CaseShown(
        case=case,
        content=content,
        registered_by=offices[case.registered_by_id].name,
        strands=tuple(
            replace(_strand(each, book, offices, actor, now), trail=ways[each.id], handler=handled.get(each.id))
            for each in proceedings
        ),
        openings=tuple(openings_of(case, book, actor=actor, now=now)) if content else (),
        papers=tuple(_papers(case)) if content else (),
        scans=scans_of(case) if content else {},
        sights=tuple(sights(case.id)) if content else (),
        history=told,
        older=older,
    )


def may_read(case: Case, actor: Actor) -> bool:
    """Whether the actor's office sees the content of the case, not its status only (P-04)."""
    return scope_for(case.id, actor) == CONTENT


def _proceedings(case: Case) -> list[Proceeding]:
    """All proceedings of the case with their clocks, and with the facts of their rooms: one query per kind present."""
    kinds = [each.class_ for each in inspect(Proceeding).self_and_descendants][1:]
    asked = select(Proceeding).where(Proceeding.case_id == case.id, Proceeding.state != START)
    whole = (selectin_polymorphic(Proceeding, kinds), selectinload(Proceeding.clocks))
    return list(db.session.scalars(asked.order_by(Proceeding.id).options(*whole)))


def _offices(case: Case, proceedings: list[Proceeding]) -> dict[int, Organisation]:
    """The offices on both sides, kept at hand while guards ask for them one by one."""
    wanted = {case.registered_by_id}
    for each in proceedings:
        wanted |= {each.office_id} | ({each.counterpart_id} if each.counterpart_id else set())
    return {each.id: each for each in db.session.scalars(select(Organisation).where(Organisation.id.in_(wanted)))}


def _strand(
    proceeding: Proceeding, book: ActBook, offices: dict[int, Organisation], actor: Actor, now: datetime
) -> StrandShown:
    clocks = sorted(proceeding.clocks, key=lambda clock: clock.due_at)
    return StrandShown(
        id=proceeding.id,
        procedure=proceeding.procedure,
        number=proceeding.number,
        state=state_label(proceeding.procedure, proceeding.state),
        state_code=proceeding.state,
        version=proceeding.version,
        is_open=proceeding.state not in procedure_of(proceeding).final,
        office=offices[proceeding.office_id].name,
        counterpart=offices[proceeding.counterpart_id].name if proceeding.counterpart_id else None,
        moved_at=proceeding.moved_at,
        clocks=tuple(_drawn(clock, now) for clock in clocks if clock.state != "stopped"),
        stopped=tuple(clock_shown(clock, now) for clock in clocks if clock.state == "stopped"),
        acts=tuple(acts_of(proceeding, book, actor=actor, now=now)),
        trail=NOWHERE,
        handler=None,
    )


def _drawn(clock: RunningClock, now: datetime) -> ClockShown:
    line = None if is_hourly(clock.rule) else clock_line(clock, local_date(now))
    return replace(clock_shown(clock, now), line=line)


def _papers(case: Case) -> list[PaperRecord]:
    asked = select(PaperRecord).where(PaperRecord.case_id == case.id)
    return list(db.session.scalars(asked.order_by(PaperRecord.id.desc())))


def case_json(shown: CaseShown) -> dict[str, Any]:
    """The page as JSON: facts, proceedings with their version, next acts with their reasons."""
    case = shown.case
    told: dict[str, Any] = {
        "number": case.number,
        "registered_at": case.registered_at.isoformat(),
        "registered_by": shown.registered_by,
        "scope": "content" if shown.content else "status",
        "proceedings": [_strand_json(strand) for strand in shown.strands],
        "openings": [_act_json(act) for act in shown.openings],
    }
    return {**told, **_content_json(shown)} if shown.content else told


def _content_json(shown: CaseShown) -> dict[str, Any]:
    case = shown.case
    parties = [
        {name: getattr(party, name) for name in ("ref", "role", "kind", "name", "code_last4", "code_doubtful", "phone")}
        for party in case.parties
    ]
    return {
        "title": case.title,
        "matter": case.matter,
        "source": case.source,
        "facts": case.facts,
        "request": case.request,
        "claim_fen": case.claim_fen,
        "parties": parties,
        "rights": [
            {name: getattr(r, name) for name in ("kind", "number", "canonical", "doubtful")} for r in case.rights
        ],
        "evidence": [
            {name: getattr(e, name) for name in ("id", "name", "sha256", "size", "media_type")} for e in case.evidence
        ],
        "papers": [{"id": p.id, "kind": p.kind, "number": p.number, "title": p.title} for p in shown.papers],
    }


def _strand_json(strand: StrandShown) -> dict[str, Any]:
    return {
        "proceeding": strand.id,
        "procedure": strand.procedure,
        "number": strand.number,
        "state": strand.state_code,
        "state_label": strand.state,
        "version": strand.version,
        "office": strand.office,
        "counterpart": strand.counterpart,
        "clocks": [{"id": c.id, "rule": c.rule, "label": c.label, "due": c.due} for c in strand.clocks],
        "acts": [_act_json(act) for act in strand.acts],
    }


def _act_json(act: ActShown) -> dict[str, Any]:
    reasons = [{name: getattr(r, name) for name in r.__dataclass_fields__} for r in act.refusals]
    return {"label": act.label, "lawful": act.lawful, "noun": act.values["noun"], "refusals": reasons}
