"""Replay: case histories entered as new disputes, each event through the verbs and the door that the screens use."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import DataError, IntegrityError

from casework.base.db import db
from casework.base.errors import CaseworkError, Invalid, StepRefused
from casework.base.phrases import phrase
from casework.exchange.dating import Unreadable
from casework.exchange.history import Event, History, Unusable, read_case
from casework.exchange.models import HistoryEvent
from casework.exchange.reading import Filled, read_path
from casework.exchange.script import FAMILIES, does
from casework.exchange.stage import Stage, Unfit, staged
from casework.procedure.clocks import due_of
from casework.procedure.models import Proceeding, RunningClock
from casework.procedure.procedure import PROCEDURES
from casework.records.models import Case

WINDOWS = ("J-02", "J-08")
Work = tuple[datetime, int, Callable[[], None]]


def replay(paths: list[Path]) -> list[dict[str, Any]]:
    """Enter the cases of files and folders in their order; one answer per case (cli-contract section 7).

    Each case is its own transaction: one that cannot be used never stops the others. Raises ValueError when a
    file is no JSON or holds no cases.
    """
    told = [each for path in paths for each in read_path(path)]
    return [_one(raw, filled) for raw, filled in told]


def _one(raw: Any, filled: Filled) -> dict[str, Any]:
    name = str(raw.get("id")) if isinstance(raw, dict) and raw.get("id") else None
    try:
        history = read_case(raw, filled)
        if db.session.scalar(select(Case.id).where(Case.outside_ref == history.id)) is not None:
            return {"id": name, "error": {"code": "already_present", "message": f"案件 {name} 已在库中,未重复录入"}}
        answer = _walk(history)
        db.session.commit()
    except TURNED_DOWN as error:
        db.session.rollback()
        code = error.code if isinstance(error, Unusable) else "bad_option"
        return {"id": name, "error": {"code": code, "message": _why(error)[0]}}
    finally:
        db.session.expunge_all()
    return answer


def _walk(history: History) -> dict[str, Any]:
    return _answer(*walk(history))


def walk(history: History) -> tuple[Stage, dict[int, tuple[str, str | None]]]:
    """Enter one history in the caller's transaction: its stage, and the refused events with reason and rule."""
    stage = staged(history)
    refused: dict[int, tuple[str, str | None]] = {}
    later: list[Work] = []
    for event in history.events:
        later = _catch_up(later, event.at, refused)
        later += _apply(stage, event, refused)
    _catch_up(later, None, refused)
    _keep_trace(stage, refused)
    db.session.flush()
    return stage, refused


def _apply(stage: Stage, event: Event, refused: dict[int, tuple[str, str | None]]) -> list[Any]:
    """Apply one event inside a savepoint; what it hands back is work for later instants."""
    before = {name: getattr(stage, name) for name in _PARTS}
    point = db.session.begin_nested()
    try:
        if event.flaw:
            raise Unfit(event.flaw)
        work = does(stage, event)(stage, event)
        db.session.flush()
        point.commit()
    except TURNED_DOWN as error:
        point.rollback()
        refused[event.seq] = _why(error)
        for name, value in before.items():
            setattr(stage, name, value)
        return []
    return [(at, event.seq, act) for at, act in work or []]


TURNED_DOWN = (CaseworkError, LookupError, ValueError, IntegrityError, DataError)
_PARTS = ("mediation", "adjudication", "confirmation", "performance", "penalty", "police", "outside")


def _catch_up(work: list[Work], until: datetime | None, refused: dict[int, tuple[str, str | None]]) -> list[Work]:
    """Do the work whose instant has come, in time order; what lies ahead is kept. A refusal is the event's."""
    ahead = []
    for at, seq, act in sorted(work, key=lambda each: (each[0], each[1])):
        if until is not None and at > until:
            ahead.append((at, seq, act))
            continue
        point = db.session.begin_nested()
        try:
            act()
            db.session.flush()
            point.commit()
        except TURNED_DOWN as error:
            point.rollback()
            refused[seq] = _why(error)
    return ahead


def _why(error: Exception) -> tuple[str, str | None]:
    if isinstance(error, StepRefused):
        return ";".join(each.fact for each in error.refusals), error.refusals[0].rule
    if isinstance(error, Unfit):
        return error.reason, error.rule
    if isinstance(error, Unusable | Unreadable):
        return str(error), None
    if isinstance(error, Invalid):
        return "；".join(each for said in error.errors.values() for each in said), None
    if isinstance(error, IntegrityError):
        return phrase("replay.conflict", lang="zh"), None
    return phrase("replay.unfit", lang="zh", what=type(error).__name__), None


def _keep_trace(stage: Stage, refused: dict[int, tuple[str, str | None]]) -> None:
    for event in stage.history.events:
        reason, rule = refused.get(event.seq, (None, None))
        db.session.add(
            HistoryEvent(
                case_id=stage.case.id,
                seq=event.seq,
                action=event.action[:40],
                at=event.at,
                undated=event.undated,
                document=(event.document or "")[:200] or None,
                refused=reason[:1000] if reason else None,
                rule=rule,
            )
        )


def _answer(stage: Stage, refused: dict[int, tuple[str, str | None]]) -> dict[str, Any]:
    events = stage.history.events
    applied = [each for each in events if each.seq not in refused]
    family = next((FAMILIES[each.action] for each in reversed(applied) if each.action in FAMILIES), "open")
    return {
        "id": stage.history.id,
        "events": len(events),
        "applied": len(applied),
        "refused": [
            {"seq": e.seq, "action": e.action, "reason": refused[e.seq][0], "rule": refused[e.seq][1]}
            for e in events
            if e.seq in refused
        ],
        "final": {"family": family, "state": _state(stage)},
        "documents": [{"name": each.document, "seq": each.seq} for each in applied if each.document],
        "deadlines": list(_deadlines(stage)),
    }


def _state(stage: Stage) -> str:
    if stage.confirmation is not None:
        return f"{stage.confirmation.state}+{stage.performance.state if stage.performance else 'not_due'}"
    main = (stage.police, stage.penalty, stage.adjudication, stage.mediation)
    found: list[Proceeding] = [each for each in main if each is not None]
    if stage.performance is not None:
        found.append(stage.performance)
    if stage.outside is not None:
        found.append(stage.outside)
    told = [each.state for each in found]
    return "+".join(dict.fromkeys(told)) or "registered"


def _deadlines(stage: Stage) -> Iterator[dict[str, Any]]:
    """The confirmation windows that agreements opened, and what runs still on proceedings not at their end."""
    asked = select(RunningClock).where(RunningClock.case_id == stage.case.id).order_by(RunningClock.id)
    for clock in db.session.scalars(asked):
        if clock.rule in WINDOWS or (clock.state == "running" and _stands(clock.proceeding, stage)):
            due = due_of(clock)
            yield {
                "rule": clock.rule,
                "start": _told(due.start),
                "raw": _told(due.raw),
                "due": _told(due.due),
                "provisional": due.provisional,
            }


def _stands(proceeding: Proceeding, stage: Stage) -> bool:
    shown = (stage.mediation, stage.police, stage.penalty, stage.adjudication)
    return proceeding in shown and proceeding.state not in PROCEDURES[proceeding.procedure].final


def _told(moment: Any) -> str:
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%dT%H:%M")
    return str(moment.isoformat())
