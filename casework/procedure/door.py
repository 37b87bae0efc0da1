"""The door: the one place where a state changes.

Entering asks everything and refuses with all reasons. Leaving moves the state, writes the journal entry, keeps the
figures, turns the clocks, writes grants and promises the papers, all in the caller's transaction.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import StepRefused
from casework.base.outbox import promise
from casework.base.phrases import reading_in
from casework.base.wallclock import local_date
from casework.clock.windows import is_window
from casework.documents.models import PaperRecord
from casework.documents.paper import Paper
from casework.documents.store import hold_numbers, keep
from casework.identity.actor import Actor
from casework.procedure import clocks, siblings
from casework.procedure.asking import log, refusals
from casework.procedure.changes import collecting
from casework.procedure.models import Proceeding
from casework.procedure.procedure import procedure_of
from casework.procedure.step import Ask, PaperOf, Step
from casework.records import counters, journal
from casework.records.grants import share

P = TypeVar("P", bound=Proceeding)


@dataclass
class Taken:
    """What a verb may add while the door is open: dates of clocks, the figure's date and amount, sharing.

    `only` confines the clocks that the step stops or extends to those with this label.
    """

    ask: Ask
    clock_starts: list[tuple[str, date | datetime, str | None, date | None]] = field(default_factory=list)
    not_started: set[str] = field(default_factory=set)
    extended_to: date | None = None
    only: str | None = None
    figure: str | None = None
    figure_on: date | None = None
    figure_fen: int | None = None
    shares: list[tuple[int, str]] = field(default_factory=list)
    stops_elsewhere: list[tuple[Proceeding, tuple[str, ...]]] = field(default_factory=list)
    notes: dict[str, Any] = field(default_factory=dict)
    papers: list[PaperRecord] = field(default_factory=list)
    entry: journal.JournalEntry | None = None

    def start_clock(
        self, rule: str, on: date | datetime, label: str | None = None, *, ends_on: date | None = None
    ) -> None:
        """Start a clock that the step names, at another event than the act itself (a local date or an instant).

        `ends_on` is the last day where a paper names it (clock.named).
        """
        if rule not in (*self.ask.step.starts, *self.ask.step.may_start):
            raise ValueError(f"step {self.ask.step.name} names no clock {rule}")
        self.clock_starts.append((rule, on, label, ends_on))

    def no_clock(self, rule: str) -> None:
        """Do not start a clock of the step this time (the facts do not call for it)."""
        self.not_started.add(rule)

    def stop_elsewhere(self, proceeding: Proceeding, *rules: str) -> None:
        """Stop clocks that run on another proceeding of the same case (the window that an agreement opened)."""
        if proceeding.case_id != self.ask.proceeding.case_id:
            raise ValueError(f"step {self.ask.step.name} reaches into another case")
        self.stops_elsewhere.append((proceeding, rules))

    def counts(self, figure: str | None = None, *, on: date | None = None, fen: int | None = None) -> None:
        """Say what the step counts for, at which local date, with which amount in fen."""
        self.figure, self.figure_on, self.figure_fen = figure or self.figure, on, fen

    def share(self, office_id: int, scope: str) -> None:
        """Let another office see the case from now on: "status" or "content"."""
        self.shares.append((office_id, scope))

    def note(self, **told: Any) -> None:
        """Add to the journal entry what no column shows, such as a reason for going on."""
        self.notes.update(told)


@contextmanager
def taking(proceeding: Proceeding, step: Step, *, actor: Actor, now: datetime, facts: Any = None) -> Iterator[Taken]:
    """Open the door for one step. `now` is the instant of the act (aware).

    Acts on one case queue up here, so that what the guards see stays so until the commit. Raises StepRefused with
    all reasons before anything is written. The verb writes its rows inside the block;
    an exception inside leaves the caller to roll back.
    """
    if journal.hold(proceeding.case):
        siblings.forget()
    said = refusals(proceeding, step, actor=actor, now=now, facts=facts)
    if said:
        raise StepRefused(step.name, said)
    ask = Ask(proceeding, step, actor, now, facts)
    taken = Taken(ask, figure=step.figure)
    with collecting() as changes:
        yield taken
        before = procedure_of(proceeding).move(proceeding, step)
        proceeding.moved_at = now
    changes.pop("proceeding", None)
    _leave(ask, taken, before, {**changes, **taken.notes})
    if log.isEnabledFor(logging.DEBUG):
        log.debug("taken", extra={"casework": [proceeding.procedure, step.name, proceeding.state]})


def _leave(ask: Ask, taken: Taken, before: str, changes: dict[str, Any]) -> None:
    taken.entry = journal.append(
        ask.case, _act(ask, taken, before, changes), actor=ask.actor, at=ask.now, recorded_at=wallclock.now()
    )
    counters.follow(ask.case, taken.entry)
    _turn_clocks(ask, taken, taken.entry.seq)
    for office_id, scope in taken.shares:
        share(ask.case.id, office_id, scope, purpose=ask.step.name, now=ask.now)
    _promise_papers(ask, taken, taken.entry.seq)


def _act(ask: Ask, taken: Taken, before: str, changes: dict[str, Any]) -> journal.Act:
    on = taken.figure_on or (ask.today if taken.figure else None)
    return journal.Act(
        procedure=ask.proceeding.procedure,
        proceeding_id=ask.proceeding.id,
        step=ask.step.name,
        from_state=before,
        to_state=ask.proceeding.state,
        basis=ask.step.basis,
        changes=changes,
        figure=taken.figure,
        figure_on=on,
        figure_fen=taken.figure_fen,
    )


def _turn_clocks(ask: Ask, taken: Taken, seq: int) -> None:
    step, proceeding = ask.step, ask.proceeding
    clocks.stop(proceeding, step.stops, ask.now, taken.only)
    for other, rules in taken.stops_elsewhere:
        clocks.stop(other, rules, ask.now)
    _end_duties(ask)
    clocks.pause(proceeding, step.pauses, ask.today)
    clocks.resume(proceeding, step.resumes, ask.today)
    if step.extends:
        clocks.extend(proceeding, step.extends, to=taken.extended_to, label=taken.only)
    told = {rule for rule, *_ in taken.clock_starts} | taken.not_started
    for rule in step.starts:
        if rule not in told:
            clocks.start_clock(proceeding, rule, start=ask.now, seq=seq)
    for rule, on, label, ends_on in taken.clock_starts:
        clocks.start_clock(proceeding, rule, start=on, seq=seq, label=label, ends_on=ends_on)


def _end_duties(ask: Ask) -> None:
    procedure = procedure_of(ask.proceeding)
    if ask.step.dest in procedure.final:
        running = {clock.rule for clock in ask.proceeding.clocks if clock.state != "stopped"}
        ended = tuple(rule for rule in running if not is_window(rule) and rule not in procedure.runs_on)
        clocks.stop(ask.proceeding, ended, ask.now)


def _promise_papers(ask: Ask, taken: Taken, seq: int) -> None:
    hold_numbers([maker.kind for maker in ask.step.papers], ask.actor.office_id, ask.today.year)
    for maker in ask.step.papers:
        for paper in _made(maker, ask):
            record = keep(
                paper,
                case_id=ask.case.id,
                proceeding_id=ask.proceeding.id,
                office_id=ask.actor.office_id,
                office_short=ask.actor.office_short,
                now=ask.now,
                journal_seq=seq,
            )
            taken.papers.append(record)
    if taken.papers:
        promise("draw_papers", {"papers": [record.id for record in taken.papers]}, now=ask.now)


def _made(maker: PaperOf, ask: Ask) -> list[Paper]:
    """What a maker makes. Papers are Chinese whatever the reader's language."""
    with reading_in("zh"):
        made = maker(ask)
        return [made] if isinstance(made, Paper) else list(made or ())


def begin(proceeding: P, *, now: datetime, rule_set_on: date | None = None, flush: bool = True) -> P:
    """Put a new proceeding before its first step; it keeps the law of its first day (or of `rule_set_on`).

    `flush=False` leaves it to the door to store case and proceeding at once, where the verb needs no id before.
    """
    db.session.add(unstored(proceeding, now=now, rule_set_on=rule_set_on))
    if flush:
        db.session.flush()
    return proceeding


def unstored(proceeding: P, *, now: datetime, rule_set_on: date | None = None) -> P:
    """The proceeding as it stands before its first step: of that instant, by the law of its day; not stored."""
    proceeding.opened_at = proceeding.moved_at = now
    proceeding.rule_set_on = rule_set_on or local_date(now)
    return proceeding
