"""Papers whose service is a step of their own procedure: nobody tells the same day twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from casework.adjudication import facts as af
from casework.adjudication import steps as adjudicating
from casework.adjudication import verbs as adjudication_verbs
from casework.adjudication.models import Adjudication
from casework.base.db import db
from casework.base.wallclock import local_date
from casework.documents.models import PaperRecord
from casework.enforcement import decision_steps as punishing
from casework.enforcement import decision_verbs as penalty_verbs
from casework.enforcement.facts import Day
from casework.enforcement.models import Penalty
from casework.identity.actor import Actor
from casework.procedure.asking import refusals
from casework.procedure.models import Proceeding, RunningClock
from casework.procedure.step import Step
from casework.service.models import Service

SUE, EVERYBODY = "ADJ-26.sue", ""
ByStep = dict[tuple[int, str], date]


@dataclass(frozen=True)
class Onward:
    """The step that service of a kind of paper is, its verb, and its facts from a service."""

    step: Step
    verb: Any
    facts: Any


ONWARD = {
    "DOC-A6": Onward(
        adjudicating.SERVE_DECISION,
        adjudication_verbs.serve_decision,
        lambda run: af.PartySigned(run.party.ref, run.served_on),
    ),
    "DOC-E7": Onward(punishing.SERVE, penalty_verbs.serve, lambda run: Day(run.served_on)),
}


def go_on(run: Service, *, actor: Actor, now: datetime) -> None:
    """Take the step that this service is, where the procedure waits for it and the actor may."""
    found = ONWARD.get(run.paper.kind)
    subject = db.session.get(Proceeding, run.paper.proceeding_id) if found and run.paper.proceeding_id else None
    if found is None or subject is None:
        return
    facts = found.facts(run)
    if not refusals(subject, found.step, actor=actor, now=now, facts=facts):
        found.verb(subject, facts, actor=actor, now=now)


def served_by_step(papers: Sequence[PaperRecord]) -> ByStep:
    """(paper, ref of a party, or EVERYBODY) -> day of service that a step recorded. At most three queries."""
    found: ByStep = {}
    found.update(_of_penalties([each for each in papers if each.kind in ("DOC-E6", "DOC-E7")]))
    found.update(_of_copies([each for each in papers if each.kind == "DOC-A3"]))
    found.update(_of_decisions([each for each in papers if each.kind == "DOC-A6"]))
    return found


def _of_penalties(papers: list[PaperRecord]) -> ByStep:
    days = {each.id: {"DOC-E6": each.notified_on, "DOC-E7": each.served_on} for each in _held(Penalty, papers)}
    return _everybody((paper, days.get(paper.proceeding_id or 0, {}).get(paper.kind)) for paper in papers)


def _of_copies(papers: list[PaperRecord]) -> ByStep:
    days = {each.id: each.served_on for each in _held(Adjudication, papers)}
    return _everybody((paper, days.get(paper.proceeding_id or 0)) for paper in papers)


def _of_decisions(papers: list[PaperRecord]) -> ByStep:
    if not papers:
        return {}
    held = {paper.proceeding_id: paper.id for paper in papers}
    asked = select(RunningClock).where(RunningClock.proceeding_id.in_(held), RunningClock.rule == SUE)
    clocks = db.session.scalars(asked)
    return {(held[clock.proceeding_id], clock.label): local_date(clock.started_at) for clock in clocks if clock.label}


def _held(kind: Any, papers: list[PaperRecord]) -> list[Any]:
    ids = {paper.proceeding_id for paper in papers}
    return list(db.session.scalars(select(kind).where(kind.id.in_(ids)))) if ids else []


def _everybody(days: Iterable[tuple[PaperRecord, date | None]]) -> ByStep:
    """These steps name no single party: the day counts for everybody."""
    return {(paper.id, EVERYBODY): day for paper, day in days if day}
